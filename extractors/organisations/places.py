"""Where a name stands: in a table's column, under a label, in a list that a line opens."""

import re
from functools import lru_cache
from itertools import pairwise

from extractors.organisations.ties import BIDDER, SUPPLIER, Tie
from schemas.document import Table

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
    (?:(?:'s)?[ ](?:name|awarded|appointed|recommended|selected|chosen))?
    (?:[ ]\([^()\n]{{1,30}}\))?[ ]?:?""",
    re.VERBOSE | re.IGNORECASE,
)
# A bare "Recommended" heads firms where lots or bids stand beside it, options and sums elsewhere.
_CHOSEN_HEAD = re.compile(
    r"(?:recommended|preferred|successful|selected|chosen|let|to be awarded|recommended award"
    r"|recommendation|outcome)(?: to)?(?: \([^()\n]{1,30}\))?",
    re.IGNORECASE,
)
_LOT_HEAD = re.compile(r"\b(?:lots?|contracts?|bids?|tenders?|packages?)\b", re.IGNORECASE)
_BIDDER_HEAD = re.compile(
    r"(?:name of )?(?:bidders?|tenderers?|tenders? from|runners?-up|applicants?|"
    r"unsuccessful .{1,20}|"
    r"losing .{1,20}|reserve .{1,20}|second .{1,20})",
    re.IGNORECASE,
)
# Heads that tell a firm only beside what is bought or measured: "Partner", "Organisation".
_MAYBE_HEAD = re.compile(
    r"(?:name of )?(?:the )?(?:delivery |external |strategic |key )?(?:partner|company|firm"
    r"|organisation|agency|insurer|lender|vendor|payee)s?(?: name)?",
    re.IGNORECASE,
)
_BOUGHT_HEAD = re.compile(
    r"\b(?:contracts?|goods|supplied|services? (?:provided|supplied)|works? carried out|invoices?"
    r"|spend|annual (?:cost|fee|value)|premium)\b",
    re.IGNORECASE,
)
_MEASURED_HEAD = re.compile(r"\b(?:indicators?|targets?|kpis?|measures?|sla)\b", re.IGNORECASE)
# A plain head, and heads beside it that make its column one of bidders.
_PLAIN_HEAD = re.compile(
    r"(?:name of )?(?:contractor|supplier|provider|operator|consultant)s?", re.I
)
_BID_HEADS = re.compile(
    r"\b(?:tender(?:ed)?(?: (?:sum|price|total|amount))?|bids?|quot\w+|rank\w*|evaluation"
    r"|(?:quality|price|total|overall) (?:score|marks?|%))(?=\s*(?:\||\Z|\(|£))",
    re.IGNORECASE,
)
# Beside these it is given money, asked, or only bids.
_GIVEN_HEAD = re.compile(
    r"\b(?:grants?|funding|funded|projects?|purpose|rent|lease|premises|requested|appl\w+|role"
    r"|members?|representatives?|address|comments?|respon\w+|nomin\w+|appoint\w+|tenders?"
    r"|tendered|bids?|scores?|quot\w+|rank\w*|interest|contact|award(?!ed\b))\b",
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


# A line of a table that was copied with its tabs: two at least, and no numbered paragraph's.
_TABBED = re.compile(r"(?<![^\n])[^\t\n]{0,200}+\t[^\t\n]{0,200}+\t[^\n]{0,1000}+")


@lru_cache(maxsize=4)
def with_cells(text: str, reading: str, tables: tuple[Table, ...] = ()) -> str:
    """Return the reading with tabs between the cells of its tables; elsewhere it has none.

    Takes a document's text and its reading, of equal length, and the tables that its reader saw:
    the cells of one that is set by blanks are parted by tabs too.
    """
    signs = list(reading)
    if "\t" in text:
        for row in _TABBED.finditer(text):
            at = text.find("\t", row.start(), row.end())
            while at >= 0:
                signs[at] = "\t"
                at = text.find("\t", at + 1, row.end())
    for table in tables:
        for one, two in pairwise(sorted(table.cells, key=lambda cell: cell.start)):
            between = text[one.stop : two.start]
            if one.row == two.row and _BLANKS.fullmatch(between):
                for at in range(min(two.column - one.column, len(between))):
                    signs[one.stop + at] = "\t"
    return "".join(signs)


_BLANKS = re.compile(r"[ ]{2,200}")


_CHOSEN_CELLS = frozenset("successful accepted awarded winner appointed recommended".split())


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
    if _MAYBE_HEAD.fullmatch(cell) and _is_of_firms(cell, cells):
        return Tie(SUPPLIER, True, "organisations.column")
    heads = " | ".join(one for one in cells if one.strip(" *") != cell)
    if _CHOSEN_HEAD.fullmatch(cell) and _LOT_HEAD.search(heads):
        return Tie(SUPPLIER, True, "organisations.column")
    bids = _PLAIN_HEAD.fullmatch(cell) and _BID_HEADS.search(" | ".join(cells))
    if _SUPPLIER_HEAD.fullmatch(cell) and not bids:
        return Tie(SUPPLIER, True, "organisations.column")
    if bids or _BIDDER_HEAD.fullmatch(cell):
        result = {
            one.strip(" *.").casefold() for one in reading[line:].split("\n", 1)[0].split(sign)
        }
        if result & _CHOSEN_CELLS:
            return Tie(SUPPLIER, True, "organisations.column")
        return Tie(BIDDER, True, "organisations.column")
    return None if column else _under_label(reading, line, start)


def _is_of_firms(cell: str, cells: list[str]) -> bool:
    """Tell whether a column headed "Partner" or "Organisation" holds firms that are paid."""
    heads = " | ".join(one for one in cells if one.strip(" *") != cell)
    if _GIVEN_HEAD.search(heads):
        return False
    measured = "partner" in cell.casefold() and _MEASURED_HEAD.search(heads)
    return bool(measured or _BOUGHT_HEAD.search(heads))


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
