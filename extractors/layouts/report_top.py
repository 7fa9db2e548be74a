"""Papers to a meeting that do not call themselves reports: a body and its day over a title.

"Audit Committee      25 September 2024 / AGENDA ITEM 7", "Housing Forum, 8 February 2024 - Item 5",
"Appendix B: measures" below a committee's name, "Presented to the Board, 4 March 2025, by …". One
sign that a body meets and another that this is one of its papers make a report, unless something
says that it is an agenda, minutes, a notice or a page of news.
"""

import re
from collections.abc import Sequence

from extractors import headers, makers
from extractors.layouts.head_lines import is_date, names_body
from extractors.layouts.page import Line

_TOP = 9  # lines among which body, day and the paper's mark stand
_GAP = re.compile(
    r"[ \t]{2,}|\t|,[ \t]|[ \t][-–—|][ \t]|[ \t]on[ \t](?=[0-9MTWFS])"
    r"|[ \t](?=[0-9]{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]{2,8}[ ](?:19|20)[0-9]{2}$)"
)
_ITEM = re.compile(
    r"(?:(?:agenda )?item|report|paper|enclosure)(?: (?:no\.?|number))?:? ?[0-9]{1,3}[a-z]?\.?",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?:appendix|annex|enclosure|schedule) (?:[A-Z]|[0-9]{1,2}|[ivx]{1,4})(?:\b[^.]{0,120})?",
    re.IGNORECASE,
)
_NO_BODY = re.compile(r"\b(?:by|to|from|at|was|were|is|are|has|have|will)\b", re.IGNORECASE)
_FOR = re.compile(
    r"(?:report )?for (?:comment|information|consideration|noting|decision|discussion|assurance"
    r"|scrutiny|approval|action|review)(?:(?:,| and| or|/) ?(?:for )?[a-z]{4,14}){0,2}",
    re.IGNORECASE,
)
# "INTERNAL AUDIT REPORT: BENEFITS", "Treasury outturn report", "Monitoring report - quarter 2".
_REPORT = re.compile(
    r"(?!.{0,100}[.;])(?:[\w'&/-]{1,24} ){0,7}(?:report|review|update|briefing|scorecard"
    r"|dashboard)(?: ?[:–—-].{2,100}|,? (?:for|on|to|20|q[1-4]|quarter).{1,80})?",
    re.IGNORECASE,
)
# "Presented to the Scrutiny Sub-Committee, 4 March 2025, by the Head of Quays".
_PRESENTED = re.compile(
    r"(?i:presented|submitted|prepared|reported) (?:to|for) (?:the )?"
    r"(?P<body>[A-Z][^.;:,\n]{3,90}?)(?=,| on\b| by\b|$)"
)
_PURPOSE = frozenset(("purpose", "recommendation", "summary", "report_author"))
# What says that the page is something else.
_OTHER = re.compile(
    r"agenda|(?:draft |notice of (?:the )?|public )?(?:minutes|meetings?)\b.{0,60}"
    r"|notice of .{3,60}"
    r"|present:?(?: .{0,200})?|apologies.{0,100}|attendance.{0,60}|members(?: present)?:.{0,200}"
    r"|news(?: release)?|press release|posted .{3,40}|published .{3,40}|decisions?\b.{0,40}"
    r"|forward plan.{0,60}|work programme.{0,60}|terms of reference.{0,40}|venue:?.{0,80}"
    r"|dear\b.{0,60}|.{0,60}\b(?:speech|questions?|petitions?|motions?|webcast)\b.{0,40}"
    r"|membership.{0,60}|agenda and .{3,40}|summons.{0,60}|time:.{0,40}",
    re.IGNORECASE,
)


def is_paper(lines: Sequence[Line]) -> bool:
    """Tell whether the first lines are the head of a paper to a meeting."""
    top = lines[:_TOP]
    if any(_OTHER.fullmatch(x.words.strip()) for x in top):
        return False
    meets = _meets(top)
    if meets is None:
        return any(_is_presented(x) for x in top)
    marks = sum(_marks(x) for x in top if x is not meets or _has_item(x))
    told = {x.name for x in lines[:200] if x.opening} & _PURPOSE
    if names_body(meets) and not _is_dated(top):
        return any(_APPENDIX.fullmatch(x.words) for x in top)
    return bool(marks or told)


def _meets(top: Sequence[Line]) -> Line | None:
    """Return the line that names the body the paper goes to."""
    for at, line in enumerate(top):
        if line.opening is None and _body_and_day(line.words):
            return line
        below = top[at + 1] if at + 1 < len(top) else None
        if names_body(line) and makers.kind_of(line.words) in ("committee", "executive", "joint"):
            dated = below is not None and is_date(below)
            return line if dated or at < 2 else None
    return None


def _is_dated(top: Sequence[Line]) -> bool:
    return any(is_date(x) for x in top)


def _body_and_day(words: str) -> bool:
    """Tell whether words are a body and the day it meets: "Audit Board      25 May 2024"."""
    if len(words) > 200:
        return False
    gap = next((g for g in _GAP.finditer(words) if headers.find_date(words[g.end() :])), None)
    if gap is None or headers.find_date(words[: gap.start()]):
        return False
    dated = headers.find_date(words, gap.end())
    behind = words[dated[2] :].strip(" ,|–—-") if dated else "?"
    if behind and not (_ITEM.fullmatch(behind) or headers.find_time(behind)):
        return False
    kind = makers.kind_of(words[: gap.start()])
    between = re.sub(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", "",
                     words[gap.end() : dated[1] if dated else 0])  # fmt: skip
    kind = None if _NO_BODY.search(words, 0, gap.start()) else kind
    return kind in ("committee", "executive", "council") and not between.strip(" ,")


def _has_item(line: Line) -> bool:
    return bool(re.search(r"\bitem [0-9]{1,3}[a-z]?$", line.words, re.IGNORECASE))


def _marks(line: Line) -> bool:
    """Tell whether a line marks a paper: an item's number, an appendix, what it is for."""
    words = line.words.strip()
    if _ITEM.fullmatch(words) or _APPENDIX.fullmatch(words) or _FOR.fullmatch(words):
        return True
    return _has_item(line) or (len(words) < 120 and bool(_REPORT.fullmatch(words)))


def _is_presented(line: Line) -> bool:
    found = _PRESENTED.match(line.words)
    kind = makers.kind_of(found["body"]) if found else None
    return kind in ("committee", "executive", "council") and bool(headers.find_date(line.words))
