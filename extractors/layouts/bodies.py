"""The text between the template's head and foot, cut at its section labels.

Where the labels are gone (FIELD_GUIDE 1, shape B) the text is split by what it says: an infinitive
("To consider …") is purpose, the first list or "That …" is decision, "Reason …" opens reasons.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors import documents
from extractors.layouts.body_lists import (
    EARLIER,
    FIRST,
    LISTED,
    OPERATIVE,
    THAT_POINT,
    is_list,
    is_list_below,
    is_refused,
)
from extractors.layouts.page import Line, bare
from extractors.resolutions import limbs

# What only introduces a matter, never decides it.
_PURPOSE = re.compile(
    r"""[(\[]?\s{0,9}+ (?:
        to \s (?:consider|receive|seek|review|ask|inform|update|provide|present|report|advise
            |request|obtain|enable|determine|outline|discuss|gain|set\sout|examine|scrutini[sz]e
            |invite|give|secure|address|propose|brief|make\srecommendations|hear|look|comment
            |allow|bring|appraise|apprise)\b
      | (?:the\s)? purpose \s (?:of|is)
      | this \s (?:report|item|paper|decision) \s (?: (?:will|is)\sto? | seeks | asks | sets
            | provides | presents | requests | updates | outlines | proposes | details )\b
      | this \s (?:report|item|paper) \s (?!(?:was|has|is)\b) [a-z]{3,14}s\b
      | the \s report \s (?:seeks|sets\sout|provides|presents|outlines|updates|details|informs)\b
      | (?:approval|permission|authority|agreement) \s (?:is\s)? (?:being\s)? sought
      | (?:joint\s)? report \s (?:of|by|from) \s the
      | (?:cabinet|members|the\s\w+) \s (?:is|are|will\sbe) \s
            (?:asked|invited|requested|recommended)
      | for \s (?:members|the\s\w+|cabinet) \s to \s | i \s ystyried | derbyn \s adroddiad
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# "To approve", "To agree": purpose only where what was decided follows it.
_OPEN_PURPOSE = re.compile(
    r"[(\[]?\s{0,9}+to (?:approve|agree|note|adopt|award|appoint|authorise|confirm|endorse|accept"
    r"|extend|enter|delegate|grant|procure|commence|undertake|implement|introduce|establish)\b",
    re.IGNORECASE,
)
# What else stands below a title: who reports, where the papers are, what members are told.
_ATTACHED = re.compile(
    r"(?:joint\s|verbal\s)?reports? (?:of|by|from|attached|enclosed|to follow)\b"
    r"|(?:see |please see )?(?:attached|enclosed) |see attached"
    r"|(?:all )?(?:members|councillors)(?: and (?:\w+ ){1,3}| )(?:are|will|may|should|must) "
    r"|any other (?:items?|business|matters?) (?:which|that),? "
    r"|in accordance with |the (?:\w+ ){1,4}(?:will|is|are|has|considered|received) ",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"""(?:it\swas\s|the\s\w+\s|cabinet\s|council\s|committee\s|decisions?\s|unanimously\s){0,3}
    (?:resolved|resovled|agreed|penderfynwyd|decision\smade|the\sdecision|decided)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:resolved|agreed|approved?|noted|carried|granted|refused|deferred|adopted|authorised|"
    r"delegated|awarded|endorsed|accepted|appointed|confirmed|rejected|decided|penderfynwyd|"
    r"received|recommended|taken\sas\sread|(?:approval|consent|authority)\swas\sgiven|"
    r"signed\s(?:by|as)|cymeradwywyd|nodwyd|derbyniwyd(?!\sym))\b",
    re.IGNORECASE,
)
# Verbs of deciding that tell of another day, of a rule or of a plan: "had agreed", "may be made".
_UNDECIDED = re.compile(
    r"(?:\b(?:shall|may|must|can|could|might|will|would|to) (?:then |also |only )?be"
    r"|\bhad(?: been| already| previously| not| all| each){0,2}"
    r"|\b(?:if|when|once|until|unless|already|previously|recently|newly|an?)"
    r"|\bchair(?:man|woman|person)?)\s{1,3}$",
    re.IGNORECASE,
)
# "The Principal Planning Officer recommended approval": advice decides nothing.
_ADVISERS = re.compile(
    r"\b(?:reports?|officers?|planner|manager|director|surveyor|consultants?|agent|advis[eo]r)"
    r"(?: had)?\s{1,3}$",
    re.IGNORECASE,
)
_TOLD_THAT = re.compile(
    r"confirmed,? (?:that|how|why|there)|(?:confirmed|agreed) (?:with|he|she|it|they)\b"
    r"|noted (?:that )?there (?:was|were) no"
    r"|noted that (?:an |the )?(?:apolog|no apolog)|approved absence"
    r"|noted (?:above|below)\b|carried out|granted that|recommended that (?:he|she|they)",
    re.IGNORECASE,
)
# A decision printed as an instruction: "to agree the …", "2. To note the …".
_INSTRUCTS = re.compile(
    r"^\s{0,40}that (?:the|this) "
    r"|\bDECISIONS?[ \n:–-]{1,6}(?:\(?[0-9a-z]{1,3}[.)]\s{0,9}|[·•-]\s{0,9})?"
    r"to (?!(?:be|the)\b)[a-z]"
    r"|(?:^|\n)\s{0,40}(?:\(?[0-9a-z]{1,3}[.)]\s{0,9})?to (?:agree|approve|note|adopt|endorse|award"
    r"|accept|defer|refer|appoint|authorise|delegate|grant|refuse|instruct) ",
    re.IGNORECASE,
)
# What only minutes tell: who moved and seconded, what a body considered.
_MINUTED = re.compile(
    r"\b(?:moved|proposed) by\b[^.\n]{3,80}\bseconded\b"
    r"|\b(?:committee|council|cabinet|board|panel) considered (?:the|a) report\b",
    re.IGNORECASE,
)
# A line that heads what was decided, typed into the text.
_HEADS_DECISION = re.compile(
    r"(?:the )?(?:(?:committee|council|cabinet|board|panel)'?s? )?"
    r"(?:decisions?|resolutions?|resolved|agreed)(?: made| taken)?\s?(?:[:–-]{1,2}\s|[:–-]{0,2}$)",
    re.IGNORECASE,
)
# "55.1  Ms Tern presented the report …": a numbered paragraph that tells of the meeting.
_PARAGRAPH_TELLS = re.compile(
    r"[0-9]{1,4}\.[0-9]{1,2}\s[^.\n]{0,120}\b(?:presented|introduced|explained|asked|replied|heard"
    r"|enquired|went through|responded|queried|moved|seconded)\b"
)
_REASON = re.compile(
    r"(?:the\s)?(?:main\s|principal\s)?reasons?\b\s?(?:for|why|behind|is|are|was|were|:|–|-|given)",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"""(?: (?:the\s|any\s)? (?:alternative|other)s? \s (?:options?|considered|courses?)
      | no \s (?:other|alternative|further) \s options? | (?:to\s)? do \s nothing\b
      | not \s to \s (?:approve|accept|award|proceed|agree|adopt|extend|do)
      | options? \s (?:[0-9A-E]\b|considered|rejected)
      | there \s (?:are|were|is|was) \s no \s (?:other|alternative) )""",
    re.VERBOSE | re.IGNORECASE,
)
# A verb of a sentence that tells what was done; no paper's title has one.
_SAID = re.compile(r"\b(?:was|were|is|are|had|has|have|been|noted|agreed|approved|received)\b")
# Kinds a page has but once, in the order the template prints them.
_RANK = {"purpose": 0, "agenda_text": 0, "decision": 1, "minutes": 2}


@dataclass
class Part:
    """Some lines, what they are for, and where their text starts (behind a label)."""

    kind: str | None
    start: int
    lines: list[Line] = field(default_factory=list)
    label: str | None = None

    @property
    def stop(self) -> int:
        """Return the end of the last line."""
        return self.lines[-1].stop if self.lines else self.start

    @property
    def is_blank(self) -> bool:
        """Tell whether there is no text."""
        return self.stop <= self.start


def parts(lines: Sequence[Line]) -> list[Part]:
    """Cut lines at their section labels; what stands before the first has kind None.

    A label counts where the template can print it: Purpose before Decision, Decision before
    Minutes, each once. Reasons typed into minutes end where the next resolution begins.
    """
    found: list[Part] = []
    for at, line in enumerate(lines):
        kind = _opens(line, found)
        if kind == "reasons" and _counts_on(lines, at):
            kind = None
        if kind:
            printed = line.opening.printed if line.opening else None
            found.append(Part(kind, line.value, [line], printed))
        elif found and _returns(line, found):
            found.append(Part(_main(found), line.start, [line]))
        elif found and found[-1].kind == "documents" and _is_behind_papers(line, found):
            found.append(Part("minutes", line.start, [line]))
        elif found:
            found[-1].lines.append(line)
        else:
            found.append(Part(None, line.start, [line]))
    return [_without_edges(p) for p in found]


def _counts_on(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a reason stands between two points of one list: "(i) …", Reason, "(ii) …"."""
    if lines[at].value >= lines[at].stop or at + 1 >= len(lines):
        return False
    below = _label(lines[at + 1])
    above = next((x for line in reversed(lines[max(0, at - 6) : at]) if (x := _label(line))), None)
    if below is None or above is None or below.shape != above.shape:
        return False
    return any((family, value + 1) in below.counts for family, value in above.counts)


def _label(line: Line) -> limbs.Label | None:
    return limbs.label_at(line.words, 0, len(line.words))


def _opens(line: Line, found: Sequence[Part]) -> str | None:
    if line.opening is None or line.opening.label.role != "section":
        return _unknown(line)
    kind = line.opening.label.name
    if kind in _RANK:
        ranks = [_RANK[p.kind] for p in found if p.kind in _RANK]
        if ranks and _RANK[kind] <= max(ranks):
            return None
    if kind in ("reasons", "alternatives") and not found:
        return kind if line.opening.has_colon else None
    return kind


def _unknown(line: Line) -> str | None:
    """Return "body" for a heading that the reader marked as a label and we do not know."""
    return "body" if line.kind == "label" and line.opening is None else None


def _returns(line: Line, found: Sequence[Part]) -> bool:
    if found[-1].kind not in ("reasons", "alternatives") or not _main(found):
        return False
    return bool(_RESOLVED.match(line.words))


def _is_behind_papers(line: Line, found: Sequence[Part]) -> bool:
    """Tell whether a line below the list of papers is the minutes, whose label is lost.

    Papers stand between what an item is about and its minutes; below the minutes is the foot.
    """
    words = line.words
    if not _main(found) and line.opening is None and THAT_POINT.match(words):
        return True
    if _main(found) or line.kind == "list_item" or line.opening is not None:
        return False
    if bare(words) != words or documents.has_size(words):
        return False
    if _RESOLVED.match(words):
        return True
    said = len(words) > 80 or (len(words.split()) > 3 and _SAID.search(words))
    return bool(said) and words.endswith((".", ":"))


def _main(found: Sequence[Part]) -> str | None:
    kinds = [p.kind for p in found if p.kind in ("minutes", "decision")]
    return kinds[-1] if kinds else None


def _without_edges(part: Part) -> Part:
    """Leave off a label line that has no text, so that the part starts at its first words."""
    first = part.lines[0]
    if part.kind == "body" and first.kind == "label" and first.opening is None:
        part.label = bare(first.words).rstrip(" :")
        part.start = first.stop
    if part.start >= first.stop and len(part.lines) > 1:
        part.lines = part.lines[1:]
        part.start = part.lines[0].start
    return part


def is_purpose(words: str) -> bool:
    """Tell whether a paragraph introduces a matter: "To consider a report …"."""
    return bool(_PURPOSE.match(bare(words)))


def is_introduced(words: str) -> bool:
    """Tell whether words open the text below an item's title: "To confirm the minutes …"."""
    return bool(_PURPOSE.match(words) or _OPEN_PURPOSE.match(words) or _ATTACHED.match(words))


def is_decisive(words: str) -> bool:
    """Tell whether words say that something was decided."""
    return bool(_DECIDES.search(words))


def is_decided(words: str) -> bool:
    """Tell whether words decide something; papers or apologies received do not."""
    if _INSTRUCTS.match(words) or ("\n" in words and _INSTRUCTS.search(words)):
        return True  # it looks at the openings of lines alone
    if is_refused(words):
        return True
    return any(_is_said(words, m) for m in _DECIDES.finditer(words))


def _is_said(words: str, found: re.Match[str]) -> bool:
    """Tell whether a verb of deciding decides: not "shall be decided", "confirmed that he …"."""
    before, behind = words[max(0, found.start() - 30) : found.start()], words[found.end() :][:24]
    if found[0].casefold() == "received":
        return before.endswith(" be ")  # "That the report be received"; apologies were
    if found[0].casefold() == "recommended" and _ADVISERS.search(before):
        return False
    return not (_UNDECIDED.search(before) or _TOLD_THAT.match(found[0] + behind))


def opens_decision(words: str) -> bool:
    """Tell whether words open what was decided: a marker, "That …", a point with a verb."""
    return bool(_RESOLVED.match(words) or OPERATIVE.match(words))


def unlabelled(lines: Sequence[Line], first: str = "purpose") -> list[Part]:
    """Split lines without labels into purpose (or agenda_text), decision and reasons.

    `first` names the leading part. A paragraph that cannot be told stays in the middle part, which
    is `decision` where its words decide something, else `body`.
    """
    at = _purpose_ends(lines, first == "agenda_text")
    reasons = next((i for i in range(at, len(lines)) if _starts_reasons(lines, i, at)), len(lines))
    others = next(
        (i for i in range(reasons, len(lines)) if _ALTERNATIVE.match(bare(lines[i].words))),
        len(lines),
    )
    middle = lines[at:reasons]
    is_said = any(is_decisive(x.words) or _operative(x) for x in middle)
    kind = "decision" if is_said or (at and is_list(middle)) else "body"
    pieces = (
        (first, lines[:at]), (kind, middle),
        ("reasons", lines[reasons:others]), ("alternatives", lines[others:]),
    )  # fmt: skip
    return [Part(k, ls[0].start, list(ls)) for k, ls in pieces if ls]


def lost(part: Part) -> list[Part]:
    """Tell an item's description from its minutes where the labels are lost."""
    bracketed = part.lines[0].words.startswith("(") and part.lines[0].words.endswith(")")
    split = unlabelled(part.lines, "agenda_text")
    if bracketed and split[0].kind != "agenda_text":
        first = Part("agenda_text", part.lines[0].start, part.lines[:1])
        split = [
            first,
            *(unlabelled(part.lines[1:], "agenda_text") if part.lines[1:] else []),
        ]
    decided = any(is_decisive(x.words) or _MINUTED.search(x.words) for x in part.lines)
    decided = decided or any(_HEADS_DECISION.match(x.words) for x in part.lines)
    decided = decided or sum(bool(_PARAGRAPH_TELLS.match(x.words)) for x in part.lines) > 1
    for piece in split:
        if piece.kind in ("decision", "body"):
            piece.kind = "minutes" if decided else "agenda_text"
    return split


def _operative(line: Line) -> bool:
    return bool(OPERATIVE.match(line.words))


def _purpose_ends(lines: Sequence[Line], is_item: bool) -> int:
    """Return the index behind the paragraphs that only introduce the matter.

    Below an item's title "To approve the minutes …" does so where what follows says it was done.
    """
    if not lines:
        return 0
    words = bare(lines[0].words)
    if not _PURPOSE.match(words):
        later = any(_RESOLVED.match(x.words) or x.words.startswith("That ") for x in lines[1:])
        later = later or (is_item and any(_is_told(x.words) for x in lines[1:]))
        later = later or is_list_below(lines) or _is_done_below(lines)
        return 1 if _OPEN_PURPOSE.match(words) and later else 0
    at = 1
    while at < len(lines) and is_purpose(lines[at].words) and not LISTED.match(lines[at].words):
        at += 1
    if lines[at - 1].words.endswith(":") and at < len(lines):  # "To seek approval to:" and a list
        start = at
        while at < len(lines) and LISTED.match(lines[at].words):
            if at > start and FIRST.match(lines[at].words) and _numeral(lines[start], lines[at]):
                break
            at += 1
        if at == len(lines):  # one list only: it is what was decided
            return start
    return at


def _is_done_below(lines: Sequence[Line]) -> bool:
    """Tell whether the next paragraph tells of this day's decision: "Cabinet approved the plan."""
    words = lines[1].words if len(lines) > 1 else ""
    return len(words) < 600 and _is_told(words) and not EARLIER.search(words)


def _is_told(words: str) -> bool:
    """Tell whether words tell that something was decided, and give no instruction."""
    return not _INSTRUCTS.search(words) and is_decided(words)


def _numeral(a: Line, b: Line) -> bool:
    """Tell whether two lines carry the same label, so that the second starts a list anew."""
    one, two = LISTED.match(a.words), LISTED.match(b.words)
    return bool(one and two and one[0] == two[0])


def _starts_reasons(lines: Sequence[Line], i: int, begun: int) -> bool:
    words = bare(lines[i].words)
    if i == begun:
        return False
    if _REASON.match(words) or _ALTERNATIVE.match(words):
        return True
    # A second list from its first label, whose points do not decide, after one whose points do.
    if not FIRST.match(words) or _operative(lines[i]) or is_decisive(lines[i].words):
        return False
    same = [x for x in lines[begun:i] if _numeral(x, lines[i])]
    return bool(same) and any(_operative(x) for x in same)
