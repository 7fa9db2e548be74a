"""Where a name stands: in a table's column, under a label, in a list that a line opens."""

import re

from extractors.org_ties import BIDDER, SUPPLIER, Tie

REACH = 320
_CHOSEN = (
    r"(?:successful|recommended|preferred|awarded|appointed|winning|current|selected|proposed|"
    r"incumbent|existing|highest[ -]scoring|top[ -]scoring|main)"
)
_SUPPLIER_HEAD = re.compile(
    rf"""(?:name[ ]of[ ])?(?:the[ ])?(?:{_CHOSEN}[ ])?
    (?:suppliers?|contractors?|(?:service[ ]|care[ ])?providers?|awarded[ ]to|award(?:ed)?
      |winners?|won[ ]by|consultants?|operator|let[ ]to|appointed|incumbent
      |supplier/contractor|contractor/supplier
      |(?:(?<=successful[ ])|(?<=preferred[ ])|(?<=recommended[ ])|(?<=winning[ ])|(?<=selected[ ])
        |(?<=scoring[ ]))(?:bidders?|tenderers?|firms?|compan(?:y|ies)|organisations?))
    (?:(?:'s)?[ ](?:name|awarded|appointed))?(?:[ ]\([^()\n]{{1,30}}\))?[ ]?:?""",
    re.VERBOSE | re.IGNORECASE,
)
_BIDDER_HEAD = re.compile(
    r"(?:name of )?(?:bidders?|tenderers?|tenders? from|runners?-up|applicants?|"
    r"unsuccessful .{1,20}|"
    r"losing .{1,20}|reserve .{1,20}|second .{1,20})",
    re.IGNORECASE,
)
# What a contract is shared out by: "Lot 2 –", "Area 3 –".
_SHARE = r"(?:Lot|Area|Zone|Package|Region|Locality|District|Part|Category|Route|Phase|Patch)"
# "North: ", "Adult social care: ": a share by its own name, before a colon.
_NAMED_SHARE = (
    r"(?!(?:reserve|second|third|runner|unsuccessful|rejected|not|previous|current|former|author"
    r"|contact|director|from|source|note)\b)[a-z][a-z-]{2,20}(?: [a-z-]{2,16}){0,3}:[ \t]{1,4}"
)
# A line that opens a list: "Contracts be awarded to the following:".
_LIST_LABEL = re.compile(
    r"\s*(?:[·•*o-]\s*)?(?:\(?[0-9a-z]{1,3}[.)]\s*)?"
    rf"(?:{_SHARE} [^–:\n|-]{{1,60}}[–:|-]\s*|{_NAMED_SHARE})?(?:the )?",
    re.IGNORECASE,
)
# A point of a list that has words before the name: "· Lot A, for £5,000, to X".
_POINT = re.compile(
    r"\s{0,8}+(?:[·•*o-]\s{1,8}+\S|\(?[0-9a-zA-Z]{1,3}[.)]\s{0,8}+\S|Lot [0-9A-Z]|[a-z])"
)


def column_of(reading: str, start: int) -> Tie | None:
    """Return the role of a name by the head of its table's column or the label above it."""
    line = reading.rfind("\n", 0, start) + 1
    after = reading[start : start + 200].split("\n", 1)[0]
    sign = "|" if "|" in reading[line:start] or "|" in after else "\t"
    column = reading.count(sign, line, start)
    if not column and sign not in after:
        return _under_label(reading, line, start)
    cells = _head_line(reading, line, sign).split(sign)
    if column >= len(cells):
        return None
    cell = cells[column].strip(" *")
    if _SUPPLIER_HEAD.fullmatch(cell):
        return Tie(SUPPLIER, True, "organisations.column")
    if _BIDDER_HEAD.fullmatch(cell):
        return Tie(BIDDER, True, "organisations.column")
    return None if column else _under_label(reading, line, start)


def _head_line(reading: str, line: int, sign: str) -> str:
    """Return the first line of the table that the line which starts at an offset belongs to."""
    head = ""
    for _ in range(60):
        above = reading.rfind("\n", 0, max(line - 1, 0)) + 1
        words = reading[above : line - 1] if line else ""
        if words.strip() and sign not in words:
            break
        head, line = words if words.strip() else head, above
        if not line:
            break
    return head


def _under_label(reading: str, line: int, start: int) -> Tie | None:
    """Read a name that opens the line below its label: "Contractor⏎Brightpath"."""
    if start - line > 2 or line < 2:
        return None
    stop = line - 1
    for _ in range(3):  # blank lines may part a label from its value
        above = reading.rfind("\n", 0, stop) + 1
        label = reading[above:stop].strip(" \t|*")
        if label or not above:
            break
        stop = above - 1
    if stop - above > 60 or not _SUPPLIER_HEAD.fullmatch(label):
        return None
    return Tie(SUPPLIER, True, "organisations.label")


def is_point(left: str, bare: bool) -> bool:
    """Tell whether a name's line is a point of a list; bare: nothing but its label before it."""
    return bool(_LIST_LABEL.fullmatch(left) if bare else _POINT.match(left))


def lead_line(reading: str, start: int) -> str:
    """Return the nearest line above that ends in a colon, its last sentence without the colon."""
    stop = reading.rfind("\n", 0, start)
    for _ in range(40):  # blank lines among them
        if stop <= 0:
            return ""
        begin = reading.rfind("\n", 0, stop) + 1
        line = reading[max(begin, stop - REACH) : stop].rstrip(" \t-–")
        if line.endswith(":") or ("following" in line[-40:] and line[-1:] not in ".?"):
            return re.split(r"(?<=[.;])\s", line.rstrip(":; "))[-1]
        prose = len(line) > 240 or (len(line) > 60 and line.endswith("."))
        if prose and not is_point(reading[begin : begin + 60], bare=False):
            return ""
        stop = begin - 1
    return ""
