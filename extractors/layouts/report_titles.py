"""The title of a report that no label gives: a line of its head that is nothing else."""

import re
from collections.abc import Sequence

from extractors import headers
from extractors.layouts.head_lines import names_body
from extractors.layouts.page import Line, printed
from schemas.document import Document

# "Report of the Director of Place", "Report to Cabinet", "Public report", "Officer's report".
_REPORT_OF = re.compile(
    r"(?:(?:an?|the|this|joint|public|open|officer'?s?|covering|progress|annual|update) ){0,3}"
    r"(?:briefing )?(?:report|paper|note) (?:(?:prepared |written )?by|of|from|to|for)(?: |: ?)"
    r"(?:the )?(?!.{0,100}\b(?:was|were|is|are|has|had|be|been|noted|received|considered)\b)"
    r"[A-Z][^.\n]{2,100}\.?$"
    r"|(?:(?:public|part (?:1|i|one|a)|(?:\w{1,20} ){0,2}officer(?:'?s)?|committee"
    r"|cabinet|council|briefing|decision|information) (?:report|paper)"
    r"|report for (?:decision|information|approval|consideration|noting))$"
    r"|adroddiad (?:gan|ar y cyd gan) (?!.{0,100}\b(?:oedd|wedi|yn)\b)[A-Z][^.\n]{2,100}$",
    re.IGNORECASE,
)
# Lines of a head that are no title: bodies, councils, places, marks.
_NO_TITLE = re.compile(
    r"(?:council|authority|committee|cabinet|executive|board|panel|commission|forum|assembly"
    r"|sub-committee|decision|decision report|public|item)$"
    r"|^(?:agenda|appendix|report|part|item|page|(?:not )?for|exempt|confidential|restricted|open"
    r"|classification|venue|ward|@)\b|[0-9]{5}",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.{0,20}[0-9])[A-Z0-9]{1,8}(?:[/.-][A-Z0-9]{1,8}){1,5}")  # "CS/24/15"


def is_headed(words: str) -> bool:
    """Tell whether a line says that a report begins: "Report of the Director of Place"."""
    return _REPORT_OF.match(words) is not None


def bare_title(document: Document, lines: Sequence[Line]) -> str | None:
    """Return the line of the head that is no field and reads like a title.

    Of several only the one that stands over "Report of the Director" can be told.
    """
    found: list[Line] = []
    over: Line | None = None
    for above, line in zip((None, *lines), lines, strict=False):
        if len(line.words) > 200 or line.words[-1] in ".;":
            break
        if is_headed(line.words) and found and found[-1] is above:
            over = over or above
        field = any(o.label.role == "field" for o in line.openings)
        if line.opening is None and not field and line.kind != "row" and _is_title(line):
            found.append(line)
    title = found[0] if len(found) == 1 else over
    return printed(document, title.start, title.stop) if title else None


def _is_title(line: Line) -> bool:
    words = line.words
    if len(words) < 8 or not words[0].isupper() or words[-1] in ":," or is_headed(words):
        return False
    if _NO_TITLE.search(words) or _CODE.fullmatch(words) or names_body(line):
        return False
    return headers.find_date(words) is None
