"""Lists of decisions as tables: decisions published, officers' decisions, forthcoming ones.

Columns are told by their heads. The Date of published decisions is the day of publication (SCHEMA,
ruling on lists); a forthcoming list has the day on which a decision is due.
"""

from collections.abc import Iterator

from extractors import documents, headers
from extractors.layouts.draft import Draft
from extractors.layouts.page import address_id, printed
from extractors.layouts.refs import NOT_CALLED, REF
from schemas.document import Cell, Document, Link, Section, Table

# The heads of columns, folded, by what stands below them.
_COLUMNS = {
    "title": "title|issue|issue title|decision title|title of decision|subject|report title",
    "publication_date": "date|date published|publication date|published|decision published"
    "|date of publication",
    "decision_date": "date of decision|decision date|date decision made|date made|decision made",
    "effective_date": "effective from|effective date|comes into force|date comes into force"
    "|implementation date",
    "due": "decision due|decision due date|decision due by|due date|date due|date decision due"
    "|date of decision (not before)|expected date of decision|expected decision date"
    "|proposed decision date|target date for decision",
    "decision_maker": "decision maker|decision taker|decision to be taken by|to be decided by"
    "|decision by",
    "is_key_decision": "key decision|key decision?|is key decision|is key decision?|key|key?",
    "status_text": "status|decision status",
    "wards": "wards affected|wards|ward(s) affected|divisions affected",
    "reference": "ref|reference|ref no|reference number|decision ref",
    "purpose": "purpose|summary|details|description",
    "lead_officer": "lead officer|report author|lead director",
    "contact": "contact|contact officer|contact details",
    "lead_member": "lead member|lead councillor|portfolio holder|cabinet member|relevant cabinet"
    " member|lead member(s)",
    "notice": "notice of decision|notice published|date notice published|first published"
    "|notice of proposed decision first published|date added|date of entry|in plan since",
    "call-ins": "call-ins|call-in|call in",
}
# What columns are called in a register, where one of them says what was decided.
_REGISTER = {
    "title": "matter|subject matter|topic|subject of decision|item",
    "decision": "decision|determination|decision taken|outcome|decision details|what was decided"
    "|details of decision|decision and reasons|terms of decision",
    "decision_date": "date of determination|date taken|decision taken on|taken on|date decided"
    "|decided on|made on|date decision taken",
    "decision_maker": "decided by|taken by|made by|officer|officer taking decision|decision-maker"
    "|officer making decision|determined by|delegated officer|decision made by|post",
}
_NAMES = {head: name for name, heads in _COLUMNS.items() for head in heads.split("|")}
_OF_REGISTER = {head: name for name, heads in _REGISTER.items() for head in heads.split("|")}
_DATES = ("publication_date", "effective_date", "decision_date")
_FIELDS = (
    "decision_maker", "is_key_decision", "status_text", "wards", "lead_officer", "contact",
)  # fmt: skip
_OTHERS = ("lead_member", "notice")
# A table lists decisions where a title stands beside one of these.
_NEEDED = frozenset(("publication_date", "due"))
_MADE = frozenset(("decision_date", "decision_maker"))

Drafts = list[tuple[Draft, tuple[int, int]]]


def tables(document: Document) -> list[Table]:
    """Return the tables of a page that list decisions, told by the heads of their columns."""
    return [t for t in document.tables if _lists(set(_heads(document, t).values()))]


def _lists(names: set[str]) -> bool:
    return "title" in names and bool(names & _NEEDED or names >= _MADE)


def read(document: Document, table: Table, drafts: Drafts) -> None:
    """Add the decisions of a table to the drafts of a page."""
    heads = _heads(document, table)
    printed_heads = _printed_heads(document, table)
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row > 0:
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        named = {heads.get(c.column, ""): c for c in cells if c.start < c.stop}
        if "title" not in named or not _is_decision(document, named):
            continue
        draft = Draft(document, len(drafts) + 1)
        _row(draft, named, printed_heads)
        held = list(named.values())
        drafts.append((draft, (min(c.start for c in held), max(c.stop for c in held))))


def _heads(document: Document, table: Table) -> dict[int, str]:
    """Return what each column holds; a second column of one meaning keeps no name."""
    found: dict[int, str] = {}
    row = [(column, words.casefold().rstrip(" :")) for column, words in _first_row(document, table)]
    decides = any(_OF_REGISTER.get(words) == "decision" for _, words in row)
    for column, words in row:
        name = _NAMES.get(words, "") or (_OF_REGISTER.get(words, "") if decides else "")
        if name and name not in found.values():
            found[column] = name
    return found


def _printed_heads(document: Document, table: Table) -> dict[str, str]:
    heads = _heads(document, table)
    return {heads[c]: words for c, words in _first_row(document, table) if c in heads}


def _first_row(document: Document, table: Table) -> Iterator[tuple[int, str]]:
    for cell in table.cells:
        if cell.row == 0 and cell.start < cell.stop:
            yield cell.column, printed(document, cell.start, cell.stop)


def _link(document: Document, cell: Cell) -> Link | None:
    return next(iter(documents.links_in(document, cell.start, cell.stop)), None)


def _is_decision(document: Document, named: dict[str, Cell]) -> bool:
    """Tell whether a row is a decision: its link, where it has one, leads to such a page.

    Among decisions that were made, a link to an issue's history is a sign of something else.
    """
    link = _link(document, named["title"])
    href = link.href.casefold() if link else ""
    leads = "iedecisiondetails" in href or ("due" in named and "mgissuehistoryhome" in href)
    return link is None or leads


def _row(draft: Draft, named: dict[str, Cell], heads: dict[str, str]) -> None:
    """Read a row: title and reference, then each column by its meaning."""
    document, cell = draft.document, named["title"]
    stop = cell.stop
    if ref := REF.search(document.reading, cell.start, cell.stop):
        draft.say("reference", ref["ref"], *ref.span("ref"), "list.ref")
        stop = ref.start()
    draft.title(cell.start, stop)
    draft.sections.append(Section("header", cell.start, stop, draft.number, None))
    for name, held in named.items():
        _cell(draft, name, heads.get(name, ""), held)
    draft.texts()
    link = _link(document, cell)
    known = address_id(link.href) if link else None
    if known:
        draft.columns["entry_id"] = known.split(":")[1]


def _cell(draft: Draft, name: str, head: str, cell: Cell) -> None:
    span = cell.start, cell.stop
    words = printed(draft.document, *span)
    if name in _DATES:
        if headers.find_date(words):
            draft.field(name, head, *span)
    elif name == "due":
        draft.field(name, head, *span)
    elif name == "reference":
        draft.say(name, words, *span, "list.reference")
    elif name in ("purpose", "decision"):
        draft.sections.append(Section(name, *span, draft.number, head))
    elif name in _FIELDS:
        draft.field(name, head, *span)
    elif name in _OTHERS:
        draft.other(name, head, *span)
    elif name == "call-ins" and NOT_CALLED.match(draft.document.reading[slice(*span)].lstrip()):
        draft.say("is_subject_to_call_in", 0, *span, "list.call_ins")
