"""Labels that only a page known for a form of decision may use: "Officer", "Taken", "Why now?".

They are common words, so what stands behind one must be what it announces: a date, a post, a
title. In a form that has begun to say what was decided, a heading that we do not know ends it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors import headers, makers
from extractors.labels import Label, Opening
from extractors.layouts import form_names
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.page import Line, first_of_two
from extractors.layouts.record_words import LABELS
from schemas.document import Document

_PAGE = frozenset(("decision_record",))
_LONGEST = 60  # characters of a label
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}[.)]|[A-Z][.)])?[ \t]{0,4}(?=[A-Za-z])")
_DASH = re.compile(r"[ \t][-–—][ \t]{1,4}(?=\S)")
_GAP = re.compile(r"[ \t]{3,}|\t|[ \t]\|[ \t]")
_WHO = (
    r"(?:name (?:and (?:post|title|role) )?of )?(?:the )?"
    r"(?:decision[- ]?(?:maker|taker)|decision[- ](?:making|taking) (?:officer|member))"
    r"|who (?:decided|took (?:the|this) decision|made (?:the|this) decision)"
    r"|(?:(?:decision|waiver|exemption) )?(?:decided|taken|made|approved|authorised|determined"
    r"|agreed|granted) by"
    r"|(?:officer|member|councillor|(?:cabinet|executive|lead) member|portfolio holder|director)"
    r"(?: (?:taking|making|exercising|responsible for) (?:the |this )?"
    r"(?:decision|delegat(?:ed|ion) ?(?:powers?)?))?"
    r"|delegated (?:decision maker|officer)|decision[ -]making body|name and (?:post|title)"
)
_WHEN = (
    r"(?:date )?(?:the )?(?:decision )?(?:was )?(?:taken|made|decided|agreed|signed|determined"
    r"|granted)(?: on)?"
    r"|date (?:of|when|that|on which) (?:the |this )?(?:decision|determination)"
    r"(?: (?:was )?(?:taken|made))?"
    r"|date (?:decision )?(?:taken|made|signed|agreed|decided|approved)|signed and dated|when"
    r"|decision date|date decided"
)
_TITLE = (
    r"(?:the )?(?:title|subject|matter|topic|item|re|regarding|concerning"
    r"|decision (?:title|name|subject|about)"
    r"|name of (?:the )?(?:project|scheme|decision|contract|item)|(?:what )?(?:it|this) is about"
    r"|(?:title|subject|description) of (?:the )?(?:matter|item|project|contract)"
    r"|project|scheme|contract title|heading(?: of (?:the )?report)?|contract)"
)
_FIELDS = (
    ("decision_maker", re.compile(_WHO, re.I)),
    ("decision_date", re.compile(_WHEN, re.I)),
    ("date", re.compile("dated?", re.I)),
    ("title", re.compile(_TITLE, re.I)),
    (
        "is_subject_to_call_in",
        re.compile(r"(?:open|liable|subject) to call[- ]?in|call[- ]?in", re.I),
    ),
)
_SECTIONS = (
    ("decision", re.compile(
        r"(?:the )?decisions?(?:(?: (?:and|in|with) .{3,30})| itself| made| taken)?"
        r"|(?:(?:this is )?what (?:i|we|(?:the )?(?:officer|member)|has|have|was|is)"
        r"(?: (?:have|has|been|now|being))*? (?:decided|agreed|approved|authorised))"
        r"|decided|agreed|outcome|(?:the )?determinations?|(?:waiver|exemption) granted"
        r"|approvals? (?:given|granted)|i (?:have )?(?:decided|agreed?)"
        r"(?: to| that)?", re.I)),
    ("alternatives", re.compile(
        r"(?:(?:rejected|other|alternative) )?(?:options?|alternatives?|ways|courses)\b.{0,40}",
        re.I)),
    ("reasons", re.compile(r"(?:the )?(?:why\b.{0,40}|(?:grounds?|reasons?)"
                           r"(?: for .{2,30})?)", re.I)),
    ("background", re.compile(
        r"(?:the )?summary\b.{0,20}|how (?:it|this|the decision|we|i) (?:came|reached)\b.{0,30}"
        r"|if you (?:disagree|wish to appeal)"
        r"|how (?:it|this|the decision|we) (?:was|were|got)\b.{0,30}|(?:the )?background\b.{0,20}",
        re.I)),
    ("interests", re.compile(r"(?:conflicts? of |declared )?interests?\b.{0,30}", re.I)),
    ("implications", re.compile(
        r"(?:the )?(?:money|funding|budgets?|costs?|legal|financ(?:e|es|ial)|risks?|procurement"
        r"|equalit(?:y|ies)|climate|carbon|staffing|resources?|value for money|price|social value"
        r"|environment(?:al)?|subsidy control|data protection)"
        r"(?: (?:and|implications?|comments?|advice|impact|considerations|check)\b.{0,30})?",
        re.I)),
    ("background", re.compile(
        r"(?:who (?:was|were|has been|else)|what else|views? of|comments? (?:of|by|from))"
        r"\b.{0,40}|consult(?:ed|ees?|ations?)\b.{0,30}|documents?"
        r"|papers|background papers.{0,30}|call[- ]?in\b.{0,30}|next steps?|publication\b.{0,20}"
        r"|monitoring|timetable|appendi(?:x|ces)|attachments?|notes?|reviews?"
        r"|urgency|exempt(?:ion)? (?:information|from call-in)|checks?|advice(?: taken)?"
        r"|contacts?|enquiries|further information", re.I)),
)  # fmt: skip
_PLAIN = re.compile(r"[A-Z][A-Za-z'’ ,/&()-]{2,45}\??")  # a heading we do not know
_CAPITALS = re.compile(r"[A-Z][A-Z'’ ,/&()-]{2,45}\??")


def pieces(document: Document, lines: Sequence[Line]) -> list[Line]:
    """Return lines cut where fields stand side by side, set off by blanks.

    "Portfolio: Transport      Taken: 23.02.2024", "CORNWELL COUNCIL      Officer decision".
    """
    return [piece for line in lines for piece in _cut(document.text, line)]


def _cut(text: str, line: Line) -> list[Line]:
    if line.kind == "row":
        return [line]
    end = text.find("\n", line.start, min(line.stop, line.start + _LONGEST + 6)) - line.start
    if end > 0 and _is_label(line.words[:end]):  # the reader took its value for a wrapped line
        return [_piece(line, 0, end), _piece(line, end + 1, len(line.words))]
    if len(line.words) > 300:
        return [line]
    starts = [0]
    for gap in _GAP.finditer(line.words):
        behind = line.words[gap.end() :]
        named = form_names.span(behind) if starts == [0] and line.words.isprintable() else None
        if named or (_field_colon(behind) and _field_colon(line.words[starts[-1] :])):
            starts.append(gap.end())
    if len(starts) == 1:
        return [line]
    return [_piece(line, a, b) for a, b in pairwise((*starts, len(line.words)))]


def _is_label(words: str) -> bool:
    """Tell whether words are a field's or box's label and no more, a number before it at most."""
    number = _NUMBER.match(words)
    said = words[number.end() if number else 0 :].strip(" :?\t")
    if not said[:1].isupper():
        return False
    return _field(said) is not None or any(p.fullmatch(said) for _, p in _SECTIONS)


def _piece(line: Line, start: int, stop: int) -> Line:
    words = line.words[start:stop].strip(" \t|")
    start = line.start + line.words.index(words, start)
    return replace(
        line, start=start, stop=start + len(words), words=words, openings=(), opening=None
    )


def _field_colon(words: str) -> bool:
    """Tell whether words open with a field's label and a colon."""
    colon = words.find(":", 0, _LONGEST)
    return colon > 0 and _field(words[:colon].strip()) is not None


def _field(said: str) -> str | None:
    for name, pattern in _FIELDS:
        if pattern.fullmatch(said):
            return name
    known = (name for name, role, p in LABELS if role == "field" and p.fullmatch(said))
    return next(known, None)


def read(document: Document, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a form with its weak labels told; those that have one stay."""
    dashed = sum(_by_dash(x) is not None for x in lines[:30]) > 1
    decided = False
    found: list[Line] = []
    for at, line in enumerate(lines):
        if line.opening is None and not _is_value(found):
            line = _told(document, lines, at, dashed, decided)
        decided = decided or (line.name == "decision" and line.opening is not None)
        found.append(line)
    return _made(found)


def _is_value(above: Sequence[Line]) -> bool:
    """Tell whether the line above is a field's bare label, so that the next is its value."""
    last = above[-1] if above else None
    bare = last is not None and last.opening is not None and last.value >= last.stop
    return bare and last is not None and last.opening is not None and (
        last.opening.label.role == "field"
    )  # fmt: skip


def _told(
    document: Document, lines: Sequence[Line], at: int, dashed: bool, decided: bool
) -> Line:  # fmt: skip
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    begin = found.end() if (found := _NUMBER.match(line.words)) else 0
    for stop, value in _ends(document, line, dashed):
        said = _in_english(line.words[begin:stop].strip(" :?\t.-–—*#"))
        behind = line.words[value:] or (below.words if below and below.opening is None else "")
        if not said or "   " in said or len(said) > _LONGEST or not behind:
            continue
        whole = value >= len(line.words)
        name = _name(said, behind, whole)
        role = "field" if name else "section"
        name = name or _section(said, whole, decided, line)
        if name:
            return _opened(line, name, role, said, value)
    if decided and below is not None and _is_heading(lines, at):
        return _opened(line, "background", "section", line.words, len(line.words))
    return line


def _in_english(said: str) -> str:
    """Return the half of a label in two languages that is known: "Dyddiad / Date taken"."""
    if "   " in said:
        return said
    halves = [half.strip() for half in said.split(" / ")] if " / " in said else []
    return next((h for h in halves if _field(h) or any(p.fullmatch(h) for _, p in _SECTIONS)), said)


def _ends(document: Document, line: Line, dashed: bool) -> list[tuple[int, int]]:
    """Return where a label may end and its value start, the surest first. Offsets in the line."""
    words = line.words
    ends = []
    colon = words.find(":", 0, _LONGEST + 6)
    if colon > 0:
        ends.append((colon, _past(words, colon + 1)))
    cell = first_of_two(document, line.start, line.stop)
    if cell is not None:
        ends.append((cell - line.start, _past(words, cell - line.start + 1)))
    if dashed and (dash := _by_dash(line)):
        ends.append(dash)
    if len(words) <= _LONGEST + 6:
        ends.append((len(words), len(words)))
    return ends


def _past(words: str, at: int) -> int:
    while at < len(words) and words[at] in " \t|:\u00a0":
        at += 1
    return at


def _by_dash(line: Line) -> tuple[int, int] | None:
    """Return where a label ends and its value starts: "Date taken - 4 July 2025"."""
    found = _DASH.search(line.words, 0, _LONGEST + 4)
    return found.span() if found and _field(line.words[: found.start()].strip()) else None


def _name(said: str, behind: str, whole: bool) -> str | None:
    """Return the field that a label names, where what it holds is of that sort."""
    name = next((n for n, p in _FIELDS if p.fullmatch(said)), None)
    if name in ("decision_date", "date"):
        dated = headers.find_date(behind) if len(behind) < 90 else None
        return name if dated and dated[0] and not behind[dated[2] :].strip(" .") else None
    if name == "is_subject_to_call_in":
        return name if headers.flag(behind) is not None else None
    if name == "decision_maker":
        return name if len(behind) < 160 and makers.kind_of(behind) else None
    if name == "title":
        fits = len(behind) > 7 and not behind.isdigit() and reads_as_title(behind)
        return name if fits and headers.find_date(behind) is None else None
    known = (n for n, role, p in LABELS if role == "field" and p.fullmatch(said))
    return next(known, None) if " " in said or not whole else None


def _section(said: str, whole: bool, decided: bool, line: Line) -> str | None:
    """Return the box that a label heads; a text on the label's line needs one known to end it."""
    if not said[0].isupper():
        return None
    name = next((n for n, p in _SECTIONS if p.fullmatch(said)), None)
    if name == "decision" and decided:
        return None
    return name if name and (whole or name == "decision" or decided) else None


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line behind the decision is a heading that we do not know."""
    words, above, below = lines[at].words, lines[at - 1].words, lines[at + 1].words
    if lines[at].kind == "heading" or (_CAPITALS.fullmatch(words) and not below.isupper()):
        return bool(_PLAIN.fullmatch(words)) and above[-1:] != ":"
    if not _PLAIN.fullmatch(words) or len(words.split()) > 6:
        return False
    closed = above.endswith((".", ")")) and below.endswith(".") and len(below.split()) > 4
    return closed and below[0].isupper()


def _made(lines: list[Line]) -> list[Line]:
    """Return the lines with "Cabinet Member: …" for the maker where no other label tells one."""
    if any(x.name == "decision_maker" for x in lines):
        return lines
    for at, line in enumerate(lines[:30]):
        if line.opening is None or not _MEMBER.fullmatch(line.opening.printed.strip()):
            continue
        behind = line.words[line.value - line.start :]
        behind = behind or (lines[at + 1].words if at + 1 < len(lines) else "")
        if len(behind) < 160 and makers.kind_of(behind):
            value = line.value - line.start
            lines[at] = _opened(line, "decision_maker", "field", line.opening.printed, value)
            return lines
    return lines


_MEMBER = re.compile(r"(?:cabinet|executive|lead) member|portfolio holder|relevant officer", re.I)


def _opened(line: Line, name: str, role: str, said: str, value: int) -> Line:
    label = Label(said.casefold(), name, role, "any", True, _PAGE)
    return replace(line, opening=Opening(label, said, value, True))
