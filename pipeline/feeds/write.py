"""Atom, JSON Feed and iCalendar, from entries that are text: everything is escaped."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from html import escape
from importlib.metadata import version
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event
from lxml import etree

from pipeline.export.contacts import covered
from pipeline.feeds.searches import Plan, Saved
from pipeline.find import Hit
from pipeline.terminal import CLOSE, OPEN

_HITS = 5  # passages quoted of one decision
# What XML cannot hold, and what turns the direction of words round.
_UNSAFE = re.compile(
    "[^\t\n\r\x20-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]"
)
_ATOM = "{http://www.w3.org/2005/Atom}"
_EPOCH = "1970-01-01T00:00:00Z"
# Follow-ups, deadlines and ends, the day a decision takes effect, the days when one is due.
DATES = """
with d as (select d.*, c.name as council, o.url from decisions d
    join documents o on o.id = d.document_id left join councils c on c.id = d.council_id
    where d.id in (select value from json_each(:decisions)))
select d.key, d.title, d.council, d.url, d.decision_date as decided, t.role as kind,
    t.date, t.date_end, t.quote from dates t join d on d.id = t.decision_id
    where t.role in ('follow_up', 'deadline', 'end') and t.date is not null
union select key, title, council, url, decision_date, 'effective', effective_date, null, null
    from d where effective_date is not null
union select key, title, council, url, decision_date, 'due', due_from, due_to, null
    from d where due_from is not null
order by 7, 1, 6, 9"""
_KINDS = {
    "follow_up": "To come back", "deadline": "Deadline", "end": "Ends",
    "effective": "Takes effect", "due": "Decision due",
}  # fmt: skip


def clean(words: str | None) -> str:
    """Return words that any feed can hold; contacts covered, unseen signs shown as �.

    >>> clean("a\\x00b\\u202ec")
    'a�b�c'
    """
    return _UNSAFE.sub("\ufffd", covered(words or ""))


def link(address: str | None) -> str | None:
    """Return an address that a reader may open, else None.

    >>> link("javascript:alert(1)"), link("https://a.example/x")
    (None, 'https://a.example/x')
    """
    is_plain = bool(address) and not _UNSAFE.search(address or "")
    return address if is_plain and (address or "").startswith(("http://", "https://")) else None


def _own(*names: str) -> str:
    """Return an id that stays."""
    return uuid5(NAMESPACE_URL, "minutebook\n" + "\n".join(names)).urn


def atom(plan: Plan, name: str, title: str, saved: list[Saved]) -> bytes:
    """Return an Atom feed (RFC 4287)."""
    made = etree.XML(f'<feed xmlns="{_ATOM[1:-1]}"/>')
    _put(made, "id", _own("feed", name))
    _put(made, "title", clean(f"{plan.title}: {title}"))
    _put(made, "updated", max((s.added for s in saved), default=_EPOCH))
    _put(_put(made, "author"), "name", "Minutebook")
    if own := _place(plan, f"{name}.atom"):
        _put(made, "link", href=own, rel="self")
    _put(made, "generator", "Minutebook", version=version("minutebook"))
    for one in saved:
        entry = _put(made, "entry")
        _put(entry, "id", _own("entry", name, one.entry.key))
        _put(entry, "title", _title(one))
        _put(entry, "updated", one.added)
        _put(entry, "content", _html(one), type="html")
        if address := link(one.url):
            _put(entry, "link", href=address, rel="alternate")
    etree.indent(made)
    return etree.tostring(made, xml_declaration=True, encoding="UTF-8") + b"\n"


def _put(parent: etree._Element, name: str, words: str | None = None, **said: str) -> Any:
    """Put an element of Atom into another; its words are text, whatever they hold."""
    made = etree.SubElement(parent, f"{_ATOM}{name}", said)
    made.text = words
    return made


def json_feed(plan: Plan, name: str, title: str, saved: list[Saved]) -> bytes:
    """Return a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    said: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(f"{plan.title}: {title}"),
    }
    if own := _place(plan, f"{name}.json"):
        said["feed_url"] = own
    said["items"] = [_item(name, one) for one in saved]
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _item(name: str, one: Saved) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": _own("entry", name, one.entry.key),
        "title": _title(one),
        "content_html": _html(one),
        "content_text": _text(one),
        "date_published": one.added,
        "_minutebook": {"key": one.entry.key, "date": one.entry.date},
    }
    if address := link(one.url):
        said["url"] = address
    if one.entry.council:
        said["tags"] = [clean(one.entry.council)]
    return said


def calendar(title: str, rows: Iterable[Any]) -> bytes:
    """Return a calendar (RFC 5545) of days; rows are those of DATES."""
    made = Calendar()
    made.add("prodid", f"-//Minutebook//{version('minutebook')}//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", clean(title))
    for row in rows:
        event = _event(row)
        if event is not None:
            made.add_component(event)
    return bytes(made.to_ical())


def _event(row: Any) -> Event | None:
    start, end = _day(row["date"]), _day(row["date_end"])
    if start is None:
        return None
    last = end if end is not None and end >= start else start
    made = Event()
    parts = (row["key"], row["kind"], row["date"], row["quote"] or "")
    made.add("uid", _own("day", *parts).removeprefix("urn:uuid:"))
    stamp = _day(row["decided"]) or start
    made.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    made.add("dtstart", start)
    made.add("dtend", min(last, date.max - timedelta(1)) + timedelta(1))
    made.add("summary", clean(f"{_KINDS[row['kind']]}: {row['title'] or '(no title)'}"))
    said = (row["quote"] and f"“{row['quote']}”", row["council"], row["key"])
    made.add("description", clean("\n".join(part for part in said if part)))
    made.add("transp", "TRANSPARENT")
    if address := link(row["url"]):
        made.add("url", address)
    return made


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _place(plan: Plan, file: str) -> str | None:
    return f"{plan.link.rstrip('/')}/{file}" if plan.link else None


def _title(one: Saved) -> str:
    return " ".join(clean(one.entry.title or "(no title)").split())


def _about(one: Saved) -> str:
    parts = (one.entry.date, one.entry.council, one.entry.body)
    return clean(" · ".join(part for part in parts if part))


def _passages(one: Saved) -> tuple[list[tuple[Hit, str]], int]:
    """Return what is quoted, and how many passages are left out."""
    told = [(hit, hit.snippet or hit.resolution or "") for hit in one.entry.hits]
    return told[:_HITS], max(len(told) - _HITS, 0)


def _text(one: Saved) -> str:
    """Return an entry in words alone."""
    told, more = _passages(one)
    lines = [_about(one)]
    for hit, words in told:
        bare = (hit.resolution or words).replace(OPEN, "").replace(CLOSE, "")
        lines.append(f"“{clean(' '.join(filter(None, (hit.label, bare))))}”")
    lines += [f"… and {more} more"] if more else []
    return "\n\n".join([*lines, f"key: {clean(one.entry.key)}"])


def _html(one: Saved) -> str:
    """Return an entry as HTML: found words marked, nothing of the page's own markup."""
    told, more = _passages(one)
    parts = [f"<p>{escape(_about(one))}</p>"]
    for hit, words in told:
        label = f"{escape(clean(hit.label))} " if hit.label else ""
        parts.append(f"<blockquote>{label}{_marked(words)}</blockquote>")
    parts += [f"<p>… and {more} more</p>"] if more else []
    return "".join([*parts, f"<p>key: {escape(clean(one.entry.key))}</p>"])


def _marked(words: str) -> str:
    """Return a passage whose found words are marked; all else is escaped."""
    first, *rest = words.split(OPEN)
    shown = [escape(clean(first))]
    for piece in rest:
        hit, _, after = piece.partition(CLOSE)
        shown.append(f"<mark>{escape(clean(hit))}</mark>{escape(clean(after))}")
    return "".join(shown)
