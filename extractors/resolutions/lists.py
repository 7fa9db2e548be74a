"""From the lines after a lead-in to limbs: nesting, leads, wrapped points, and where a list ends.

`read` takes the lines that follow a marker and yields drafts in reading order. Rules: SCHEMA's
ruling on limbs; FIELD_GUIDE sections 5.2 and 5.3. A list ends at reasons, at narrative, at a
label that does not continue it; planning conditions and reasons under a limb are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.resolutions import actions
from extractors.resolutions.limbs import Label, Line, Stack, label_at
from extractors.resolutions.list_ends import ASIDE, END
from extractors.resolutions.list_words import (
    BARE,
    COLON,
    SWALLOWS,
    THAT,
    ends_in_colon,
    is_subheading,
    opens_with_verb,
    parts_list,
    shall_be,
)

_YEAR = re.compile(r"(?:19|20)[0-9]{2}\b(?!\s?[:\-–/]\s)")
# A month after a number: "to end on 30 ⏎ September 2018".
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DAY_END = re.compile(r"(?<![0-9.,£])[0-9]{1,2}(?:st|nd|rd|th)?$")
# "“This Council" over the points of a motion: a body alone.
_QUOTED_BODY = re.compile(
    r"[\"'“‘]{0,2}(?:that\s)?(?:this|the)\s(?:[A-Z][a-z]{1,20}\s){0,4}(?:Council|Committee|Cabinet|Board|Panel"
    r"|Executive|Authority)(?:\s(?:therefore|hereby|also|further))?[:,]?$",
    re.IGNORECASE,
)
# "That the grant be paid, subject to:" is a limb; its points hang on it.
_SUBJECT_TO = re.compile(r"\bbe\s[^\n]{8,300}\bsubject\sto\s?:$")
# "to RECOMMEND:  (to Council)", behind RESOLVED.
_RECOMMENDS = re.compile(
    r"to\srecommend\b[^.;,\n]{0,40}?\s{0,3}[:\-–]{1,2}\s{0,3}(?:\(to\s[^()\n]{3,60}\))?",
    re.IGNORECASE,
)
# "and note that:", between the numbers of one list.
_NEW_LEAD = re.compile(
    r"(?:and\s)?(?:to\s)?[a-z]{3,14}(?:\s(?:that|to|the\sfollowing))?\s?:$", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:that|to)\s?[:;,–-]{0,2}", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?][)\"']{0,2}$")
_OPEN_END = re.compile(r"[,;:]$|\b(?:and|or)$|[-–]$")
_REASON = re.compile(r"reasons?\b", re.IGNORECASE)
# "That (i) the budget be approved", where "(ii)" opens the next line.
_LED = re.compile(r"(?:and\s)?that[\s,:;–-]{1,6}(?=\((?:1|i|a)\)\s|(?:1|i|a)[.)]\s)", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\b", re.IGNORECASE)
# A label that may open a new limb inside a line, after a stop or semicolon.
_INLINE = re.compile(
    r"(?:(?<=[;.,:])|(?<=\sand))\s{1,9}(?:and\s{1,3})?"
    r"(?=\((?:[0-9]{1,2}|[ivx]{1,5}|[a-z])\)|[0-9]{1,2}[.)](?=\s|[A-Z])|[a-z][.)]\s)"
    r"|(?<=[a-z)])\s{1,9}(?=[0-9]{1,2}\.\s[A-Z])"
    r"|(?<=[;.:])\s{1,9}(?=[0-9]{1,3}(?:\.[0-9]{1,2}){1,2}\.?\s{1,3}(?:[A-Z]|that\b|to\b))"
)


@dataclass(slots=True)
class Draft:
    """A limb before it is a row: offsets of label, words and end; its parent's index; its lead."""

    start: int
    body: int
    stop: int
    label: str | None = None
    parent: int | None = None
    lead: tuple[int, int] | None = None
    silent: bool = False  # swallowed points are never rows


@dataclass(slots=True)
class Reader:
    """Reads the lines after one marker. `strict` lets no unlabelled line in but a "That …"."""

    reading: str
    lead: tuple[int, int] | None = None
    drafts: list[Draft] = field(default_factory=list)
    stack: Stack = field(default_factory=Stack)
    swallowing: bool = False
    inner: int = 0  # how far conditions have counted that are numbered like the list itself
    fresh: bool = False  # a new lead has just been read
    host: int | None = None  # the unlabelled limb that the points below it hang on

    def said(self, line: Line) -> str:
        """Return the words of a line after its label."""
        return self.reading[line.body : line.stop].rstrip()

    def _before(self) -> str:
        """Return the last words of the limb before."""
        last = self.drafts[-1]
        return self.reading[max(last.body, last.stop - 260) : last.stop].rstrip()

    def read(self, lines: list[Line], at: int = 0) -> int:
        """Read lines from an index until the list ends; returns the index of the line after."""
        while at < len(lines) and self._take(lines[at], lines, at):
            at += 1
        return at

    def _take(self, line: Line, lines: list[Line], at: int) -> bool:
        said = self.said(line)
        if END.match(said[:300]):
            return bool(_REASON.match(said)) and self._counts_on(lines[at + 1 : at + 2])
        if line.label and not self._continues_words(line):
            return self._labelled(line)
        if self.swallowing:
            return True
        if ASIDE.match(said[:700]):
            return True
        return self._unlabelled(line, said, lines[at + 1 : at + 1 + self._patience()])

    def _counts_on(self, following: list[Line]) -> bool:
        """Tell whether the list's next number stands right behind a reason given for a limb."""
        if not following or following[0].label is None or not self.stack.levels:
            return False
        place = self.stack.place(following[0].label)
        return bool(place and self._resumes(following[0], place))

    def _patience(self) -> int:
        """Return how many lines may stand before the next number: entries below a colon more."""
        if not self.drafts:
            return 2
        last = self.drafts[-1]
        return 12 if ends_in_colon(self.reading[last.body : last.stop].split("\n", 1)[0]) else 2

    def _continues_words(self, line: Line) -> bool:
        """Tell whether a label-like start is a wrapped line's number: "paragraph ⏎ 3.1 of"."""
        if not self.drafts or not line.label or line.label.shape not in ("dotted", "bare"):
            return False
        before = self._before()
        return bool(re.search(r"\b(?:paragraphs?|sections?|appendix|item|minute)$", before[-12:]))

    # -- labelled lines

    def _labelled(self, line: Line) -> bool:
        assert line.label is not None  # noqa: S101  (told by the caller)
        place = self.stack.place(line.label)
        if self.swallowing:
            if not self._resumes(line, place):
                return True
            self.swallowing = False
        if place is None or not self._belongs(line, place):
            return False
        depth, family, value = place
        if depth < 0:
            depth = 0
        for piece in self._pieces(line, family, value) if depth == 0 else [line]:
            counted = self.stack.place(piece.label) if piece.label else place
            if counted and piece.label:
                _, family, value = counted
                self._add(piece, depth, family, value)
        self.fresh = False
        return True

    def _resumes(self, line: Line, place: tuple[int, str, int] | None) -> bool:
        """Tell whether a label after conditions goes on with the list that holds them."""
        if line.label and self._is_inner(line.label):
            self.inner += 1
            return False
        if place is None or not 0 <= place[0] < len(self.stack.levels) or line.label is None:
            return False
        level = self.stack.levels[place[0]]
        return level.shape == line.label.shape and place[2] == level.last + 1 and place[2] > 1

    def _is_inner(self, label: Label) -> bool:
        """Tell whether a label goes on with conditions that are numbered like their own list."""
        return any(
            level.shape == label.shape and (level.family, self.inner + 1) in label.counts
            for level in self.stack.levels
        )

    def _belongs(self, line: Line, place: tuple[int, str, int]) -> bool:
        depth = place[0]
        if not self.drafts or self.fresh:
            return bool(self.lead or not self.drafts or self._reads_as_limb(line))
        level = self.stack.levels[depth] if 0 <= depth < len(self.stack.levels) else None
        if level and line.label and level.shape == line.label.shape:
            return True
        before = self._before()
        if depth < 0 or not self.stack.levels or level:
            return self._reads_as_limb(line) or bool(_OPEN_END.search(before) and depth >= 0)
        return not _CLOSED.search(before) or self._reads_as_limb(line)

    def _reads_as_limb(self, line: Line) -> bool:
        said = self.said(line)[:400]
        return bool(THAT.match(said)) or opens_with_verb(said)

    def _pieces(self, line: Line, family: str, value: int) -> Iterator[Line]:
        """Split "(1) approve …; and (2) review …" at the labels that count on."""
        assert line.label is not None  # noqa: S101
        current = line
        for found in _INLINE.finditer(self.reading, line.body, line.stop):
            label = label_at(self.reading, found.end(), line.stop)
            if label is None or not label.counts_beside(line.label) or label.body >= line.stop:
                continue
            if (family, value + 1) in label.counts and self._parts(current, found, label.body):
                yield Line(current.start, found.start(), current.label)
                current = Line(label.start, line.stop, label)
                value += 1
        yield current

    def _parts(self, current: Line, found: re.Match[str], body: int) -> bool:
        """Tell whether a label inside a line opens a limb: "…; (2)", or "and (2) the fees"."""
        if found.start() - current.body <= 8:
            return False
        if self.reading[found.start() - 1] in ";.,:":
            return True
        following = self.reading[body : body + 60]
        joined = self.reading[found.start() : found.end()].strip() or (
            self.reading[: found.start()].endswith(" and")
        )
        opens = r"(?:that|the|to|an?)\b" if joined else r"(?:that|to)\b"
        return bool(re.match(opens, following, re.IGNORECASE)) or opens_with_verb(following)

    def _add(self, line: Line, depth: int, family: str, value: int) -> None:
        parent = self.stack.enter(depth, line.label, family, value, len(self.drafts))  # type: ignore[arg-type]
        text = line.label.text if line.label else None
        parent = self.host if parent is None and depth == 0 else parent
        self.drafts.append(
            Draft(line.start, line.body, line.stop, text, parent, None if depth else self.lead)
        )
        self.swallowing, self.inner = bool(SWALLOWS.search(self.said(line)[-260:])), 0

    # -- unlabelled lines

    def _led(self, line: Line, ahead: list[Line]) -> Line | None:
        """Return the first labelled limb behind a lead on one line: "That (i) …" over "(ii) …"."""
        found = _LED.match(self.reading, line.start, line.stop)
        label = label_at(self.reading, found.end(), line.stop) if found else None
        second = ahead[0].label if ahead else None
        if not found or not label or not second or second.shape != label.shape:
            return None
        if not any((family, value + 1) in second.counts for family, value in label.counts):
            return None
        start = self.lead[0] if self.lead and self.fresh else line.start
        self.lead = (start, line.start + len(found[0].rstrip(" \t:;,–-")))
        return Line(found.end(), line.stop, label)

    def _unlabelled(self, line: Line, said: str, ahead: list[Line]) -> bool:
        if not self.drafts and parts_list(said, ahead):
            return True
        if not self.drafts and (first := self._led(line, ahead)):
            return self._labelled(first)
        if self._wraps(said):
            self.drafts[-1].stop = line.stop
            self.swallowing = bool(SWALLOWS.search(said[-260:]))
            return True
        if self._is_entry(said):
            self.drafts[-1].stop = line.stop
            return True
        if self._is_lead(line, said, ahead):
            self.lead, self.fresh = (line.start, line.stop), True
            del self.stack.levels[1:]
            if ahead[:1] and ahead[0].label and ahead[0].label.opens:
                self.stack.levels.clear()
            return True
        if self._opens(said, line):
            self.drafts.append(Draft(line.start, line.start, line.stop, lead=self.lead))
            self.swallowing = bool(SWALLOWS.search(said[-260:]))
            self.host = len(self.drafts) - 1 if _SUBJECT_TO.search(said) else None
            self.stack.levels.clear()
            return True
        return self._runs_on(line, ahead)

    def _wraps(self, said: str) -> bool:
        """Tell whether a line goes on with the limb before it: lower case after no stop."""
        if not self.drafts or self.fresh:
            return False
        if _NEW_LEAD.match(said) and opens_with_verb(said):
            return False
        before = self._before()
        if _YEAR.match(said) and before[-3:].isalpha():
            return True
        if _MONTH.match(said) and _DAY_END.search(before[-8:]):
            return True
        if not said[:1].islower() or _CLOSED.search(before):
            return False
        return not (_OPEN_END.search(before) and opens_with_verb(said) and not self.stack.levels)

    def _is_entry(self, said: str) -> bool:
        """Tell whether a short line is an entry of the list that a paragraph has opened: names."""
        if not self.drafts or self.drafts[-1].label or self.stack.levels or self.fresh:
            return False
        last = self.drafts[-1]
        first = self.reading.find("\n", last.body, last.stop)
        opened = self.reading[max(last.body, (first if first > 0 else last.stop) - 12) :][:12]
        is_open = bool(COLON.search(opened.split("\n")[0].rstrip())) and "  " not in said
        return is_open and len(said) < 80 and not _CLOSED.search(said) and not THAT.match(said)

    def _is_lead(self, line: Line, said: str, ahead: list[Line]) -> bool:
        if len(said) > 400 or not ahead:
            return False
        listed = ahead[0].label is not None
        if SWALLOWS.search(said[-260:]) or _SUBJECT_TO.search(said):
            return False
        if not self.drafts and _RECOMMENDS.fullmatch(said):
            return listed or bool(THAT.match(self.said(ahead[0])))
        if listed and not self.drafts and _QUOTED_BODY.match(said):
            return True
        if listed and self.drafts and _NEW_LEAD.match(said) and opens_with_verb(said):
            return not (ahead[0].label and ahead[0].label.opens)
        if listed and not self.drafts and self._is_unfinished(said, ahead[0]):
            return True
        if not self.drafts and self._leads_on(said, ahead):
            return True
        if BARE.match(said) and " be " not in said and (listed or COLON.search(said)):
            return not self.drafts or bool(COLON.search(said) and THAT.match(said))
        if not self.drafts and BARE.match(said) and shall_be(self.said(ahead[0])):
            return True
        if not COLON.search(said) and not (
            listed and _FOLLOWING.search(said) and not _CLOSED.search(said)
        ):
            return False
        goes_on = listed or self._reads_as_limb(ahead[0])
        return goes_on and (not self.drafts or bool(THAT.match(said)))

    def _leads_on(self, said: str, ahead: list[Line]) -> bool:
        """Tell whether "that;" or "That the Committee" leads on to a lead, or over a heading."""
        if not BARE.match(said):
            return False
        if _NOTHING.fullmatch(said):
            return bool(BARE.match(self.said(ahead[0])[:260]))
        below = ahead[1].label if len(ahead) > 1 else None
        return bool(below and below.opens and parts_list(self.said(ahead[0]), ahead[1:]))

    def _is_unfinished(self, said: str, first: Line) -> bool:
        """Tell whether words break off over a list: "That the", "That the Member for Ports"."""
        if not (first.label and first.label.opens) or len(said) > 120 or not THAT.match(said):
            return False
        if not (said[-1].isalpha() or said[-1] == ")") or " be " in said:
            return False
        return said.casefold().endswith((" the", " that")) or (
            self._reads_as_limb(first) and actions.action_of(said, sure=True) is None
        )

    def _opens(self, said: str, line: Line) -> bool:
        """Tell whether an unlabelled paragraph is a limb of its own."""
        if not self.drafts:
            return True
        if THAT.match(said) or self._is_next(said):
            return True
        before = self._before()
        if self.drafts[-1].label or not opens_with_verb(said):
            return False
        return bool(_OPEN_END.search(before)) or opens_with_verb(
            self.reading[self.drafts[-1].body : self.drafts[-1].stop][:80]
        )

    def _is_next(self, said: str) -> bool:
        """Tell whether "The works be let" follows paragraphs that all say so."""
        return shall_be(said) and all(
            draft.label is None and shall_be(self.reading[draft.body : draft.stop])
            for draft in self.drafts
        )

    def _runs_on(self, line: Line, ahead: list[Line]) -> bool:
        """Take a second paragraph of a numbered limb, where the numbers go on after it."""
        if not self.drafts or not self.stack.levels:
            return False
        for following in ahead:
            if following.label:
                place = self.stack.place(following.label)
                if place and self._resumes(following, place):
                    if self._patience() > 2 or not is_subheading(self.said(line)):
                        self.drafts[-1].stop = line.stop
                    return True
                return False
        return False
