"""Meetings, from what pages say of them: one for each council, body, date and time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from extractors import body_names, targets
from pipeline.book import Book, Values

_NOTES = """SELECT n.id, n.document_id, n.body, n.date, n.start_time, n.venue, n.status,
    n.start, n.rule, n.meeting_id, o.council_id, o.key
    FROM meeting_notes n JOIN documents o ON o.id = n.document_id
    ORDER BY o.key, n.start, n.id"""
_DECISIONS = """SELECT d.id, d.document_id, d.meeting_body, d.meeting_date, d.meeting_id,
    d.decision_maker, d.maker_kind, d.decision_date, o.council_id, o.key, o.url
    FROM decisions d JOIN documents o ON o.id = d.document_id
    ORDER BY o.key, d.position, d.id"""
_LINKS = """SELECT DISTINCT decision_id, target FROM links
    WHERE decision_id IS NOT NULL AND target LIKE 'MId=%' ORDER BY decision_id, target"""
_ATTENDANCE = (
    """SELECT a.id, a.document_id, a.meeting_id, a.start FROM attendance a ORDER BY a.id"""
)

_LISTS = ("cmis.list", "cmis.search")  # rules whose notes are entries of a list
_BODIES = ("council", "executive", "committee")  # makers that meet

Sitting = tuple[Hashable, str, str | None]  # whose, which body, on what day


@dataclass(slots=True)
class _Said:
    """All that is said of a body's meetings on one day."""

    council_id: int | None
    date: str | None
    bodies: list[str] = field(default_factory=list)
    times: list[str | None] = field(default_factory=list)
    notes: list[Values] = field(default_factory=list)


def _sitting(council_id: int | None, document: str, body: str, date: str | None) -> Sitting:
    """Two pages tell of one meeting only where council and date are known to both."""
    known = council_id is not None and date is not None and not date.startswith("entry")
    return (council_id if known else document, body_names.key(body), date)


def derive_meetings(book: Book) -> None:
    """Make the meetings and tie notes, decisions and attendance to them."""
    said: dict[Sitting, _Said] = {}
    notes = [dict(row._mapping) for row in book.ask(_NOTES)]
    for note in notes:
        _hear(said, note, note["body"], note["date"]).notes.append(note)
    own = _sole(notes)
    decisions = _decisions(book, own)
    for row in decisions:
        if row["body"] and row["date"]:
            _hear(said, row, row["body"], row["date"])
    for row in decisions:
        _by_maker(said, row)
    times = {key: _times(heard) for key, heard in said.items()}
    meetings = [(key, time) for key, own_times in times.items() for time in own_times]
    rows = [_meeting(said[key], time) for key, time in meetings]
    ids, gone = book.match("meetings", rows, _name)
    numbers = dict(zip(meetings, ids, strict=True))
    _tie(book, notes, decisions, times, numbers)
    book.drop_all("meetings", gone)


def _own_day(row: Values, date: str | None) -> str | None:
    """Return the day by which a note's meeting is told from others.

    Every entry of a list is a meeting of its own: a calendar prints no year, so that its days are
    unknown, but the meetings of one body in it are not one.
    """
    is_listed = date is None and str(row.get("rule", "")) in _LISTS
    return f"entry {row['start']}" if is_listed else date


def _hear(said: dict[Sitting, _Said], row: Values, body: str, date: str | None) -> _Said:
    key = _sitting(row["council_id"], row["key"], body, _own_day(row, date))
    heard = said.setdefault(key, _Said(row["council_id"], date))
    heard.bodies.append(body)
    return heard


def _sole(notes: Iterable[Values]) -> dict[int, Values]:
    """Return each document's note where all its notes are of one meeting."""
    found: dict[int, Values] = {}
    several = set()
    for note in notes:
        other = found.setdefault(note["document_id"], note)
        if any(other[name] != note[name] for name in ("body", "date")):
            several.add(note["document_id"])
    return {document: note for document, note in found.items() if document not in several}


def _decisions(book: Book, own: dict[int, Values]) -> list[Values]:
    """Return the decisions with the meeting that they, their page or its ids tell."""
    linked: dict[int, list[str]] = {}
    for decision_id, target in book.ask(_LINKS):
        linked.setdefault(decision_id, []).append(target)
    decisions = [dict(row._mapping) for row in book.ask(_DECISIONS)]
    for row in decisions:
        known = own.get(row["document_id"], {})
        row["body"] = row["meeting_body"] or known.get("body")
        row["date"] = row["meeting_date"] or known.get("date")
        row["mid"] = _meeting_id(row, linked.get(row["id"], []))
    named = _named(decisions)
    for row in decisions:
        if row["mid"] and not (row["body"] and row["date"]):
            row["body"], row["date"] = named.get((row["council_id"], row["mid"]), (None, None))
    return decisions


def _meeting_id(row: Values, linked: list[str]) -> str | None:
    """Return the site's id of a decision's meeting: its page's own, else the only one linked."""
    own = targets.of_page(row["key"].partition("/")[2])
    names = [own, *targets.targets(row["url"] or "")]
    said = next((name for name in names if name and name.startswith("MId=")), None)
    return said or (linked[0] if len(linked) == 1 else None)


def _named(decisions: Iterable[Values]) -> dict[Hashable, tuple[str, str]]:
    """Return body and date by the site's id, where all that have the id agree on them."""
    found: dict[Hashable, tuple[str, str]] = {}
    several = set()
    for row in decisions:
        if row["council_id"] and row["mid"] and row["body"] and row["date"]:
            key = (row["council_id"], row["mid"])
            body, date = found.setdefault(key, (row["body"], row["date"]))
            if date != row["date"] or body_names.key(body) != body_names.key(row["body"]):
                several.add(key)
    return {key: meeting for key, meeting in found.items() if key not in several}


def _by_maker(said: dict[Sitting, _Said], row: Values) -> None:
    """Tie a decision of a body to the meeting that other pages say it held that day."""
    body, date = row["decision_maker"], row["decision_date"]
    if row["body"] or row["date"] or not body or row["maker_kind"] not in _BODIES:
        return
    if row["council_id"] and date and _sitting(row["council_id"], row["key"], body, date) in said:
        row["body"], row["date"] = body, date


def _times(heard: _Said) -> list[str | None]:
    """Return the times of the day's meetings; a note without a time is of the only one."""
    stated = sorted({n["start_time"] for n in heard.notes if n["start_time"]})
    return [*stated] or [None]


def _meeting(heard: _Said, time: str | None) -> Values:
    notes = [n for n in heard.notes if n["start_time"] in (time, None)]
    counted = Counter(heard.bodies)
    statuses = {n["status"] for n in notes if n["status"]}
    return {
        "council_id": heard.council_id,
        "body": min(counted, key=lambda b: (-counted[b], b)),
        "date": heard.date,
        "start_time": time,
        "venue": next((n["venue"] for n in notes if n["venue"]), None),
        "status": statuses.pop() if len(statuses) == 1 else None,
    }


def _name(row: Values) -> Hashable:
    return row["council_id"], body_names.key(row["body"]), row["date"], row["start_time"]


def _tie(
    book: Book,
    notes: list[Values],
    decisions: list[Values],
    times: dict[Sitting, list[str | None]],
    numbers: dict[tuple[Sitting, str | None], int],
) -> None:
    def number(row: Values, body: str, date: str | None, time: str | None) -> int | None:
        key = _sitting(row["council_id"], row["key"], body, _own_day(row, date))
        own = times[key]
        return numbers.get((key, time if time in own else own[0] if len(own) == 1 else "?"))

    met: dict[int, list[tuple[int, int | None]]] = {}
    for row in notes:
        row["now"] = number(row, row["body"], row["date"], row["start_time"])
        met.setdefault(row["document_id"], []).append((row["start"], row["now"]))
    own = _sole(notes)
    for row in decisions:
        whole = own.get(row["document_id"])
        time = whole["start_time"] if whole and whole["date"] == row["date"] else None
        told = row["body"] and row["date"]
        row["now"] = number(row, row["body"], row["date"], time) if told else None
    for document, told in met.items():
        if len({meeting for _, meeting in told}) == 1:
            met[document] = [(-1, told[0][1])]  # whoever is named anywhere was there
    attendance = [dict(row._mapping) for row in book.ask(_ATTENDANCE)]
    for row in attendance:
        row["now"] = _attended(met.get(row["document_id"], []), row["start"])
    for table, rows in (
        ("meeting_notes", notes), ("decisions", decisions), ("attendance", attendance),
    ):  # fmt: skip
        changed = [(r["id"], r["now"]) for r in rows if r["now"] != r["meeting_id"]]
        book.set_all(table, "meeting_id", changed)


def _attended(met: list[tuple[int, int | None]], start: int) -> int | None:
    """Return the meeting that names at an offset attended: of several in a pack, the last told."""
    above = bisect_left(met, start, key=lambda told: told[0])
    return met[above - 1][1] if above else None
