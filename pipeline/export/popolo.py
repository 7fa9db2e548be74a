"""Meetings, people, motions and votes as Popolo (https://www.popoloproject.com/specs/).

Open Civic Data's bodies, events and votes have the same shape and names. A person is a name in one
council: nobody is held to be somebody of the same name elsewhere, and spellings are not joined. A
motion told on several pages stands here once.
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.ask_queries import once
from pipeline.export.rows import Source
from pipeline.export.stream import Record, asked, bare, words, written_whole

FILE = "popolo.json"
_RESULTS = {"carried": "pass", "lost": "fail"}
_OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain", "not_voting": "not voting"}
_COUNTS = {
    "votes_for": "yes", "votes_against": "no", "abstentions": "abstain", "not_voting": "not voting",
}  # fmt: skip

_ONCE = once("votes")  # of a decision's forms, the first that tells of votes
_COUNCILS = "select slug, code, name, base_url from councils where {councils} order by slug"
_BODIES = """select slug, min(body) as body from (
    select coalesce(c.slug, '-') as slug, m.body
    from meetings m left join councils c on c.id = m.council_id
    where m.id in (select id from meetings where {meetings})
    union select coalesce(c.slug, '-'), coalesce(m.body, d.meeting_body, d.decision_maker)
    from votes v join documents o on o.id = v.document_id
    join decisions d on d.id = v.decision_id and {once}
    left join meetings m on m.id = d.meeting_id left join councils c on c.id = o.council_id
    where v.id in (select id from votes where {votes}))
    where body is not null group by slug, lower(body) order by slug, 2""".replace("{once}", _ONCE)
_PERSONS = """select slug, min(name) as name from (
    select coalesce(c.slug, '-') as slug, x.name as name from (
        select document_id, name from attendance where {attendance}
        union select document_id, name from vote_positions where {vote_positions}
        union select document_id, proposer from votes where {votes}
        union select document_id, seconder from votes where {votes}
        union select document_id, name from people where post is not null and {people}) x
    join documents o on o.id = x.document_id left join councils c on c.id = o.council_id
    where x.name is not null) group by slug, lower(name) order by slug, 2"""
_POSTS = """select distinct coalesce(c.slug, '-') as slug, p.name, p.post
    from people p join documents o on o.id = p.document_id
    left join councils c on c.id = o.council_id
    where p.name is not null and p.post is not null
      and p.id in (select id from people where {people}) order by 1, 2, 3"""
_EVENTS = """select coalesce(c.slug, '-') as slug, m.*, (
        select json_group_array(name) from (select distinct a.name from attendance a
        where a.meeting_id = m.id and a.status in ('present', 'substitute', 'in_attendance')
        order by 1)) as attended
    from meetings m left join councils c on c.id = m.council_id
    where m.id in (select id from meetings where {meetings}) order by m.id"""
_MOTIONS = """select coalesce(c.slug, '-') as slug, v.*, o.key as page, o.url,
        d.key as decision, coalesce(m.body, d.meeting_body, d.decision_maker) as body,
        coalesce(d.decision_date, m.date, d.meeting_date) as date,
        coalesce(v.text, r.text) as moved, (
            select json_group_array(json_array(p.name, p.position)) from (
            select name, position from vote_positions where vote_id = v.id order by id) p) as named
    from votes v join documents o on o.id = v.document_id
    left join decisions d on d.id = v.decision_id
    left join meetings m on m.id = d.meeting_id
    left join resolutions r on r.id = v.resolution_id
    left join councils c on c.id = o.council_id
    where {once} and v.id in (select id from votes where {votes}) order by v.id""".replace(
    "{once}", _ONCE
)


def write_popolo(folder: Path, source: Source) -> dict[str, int]:
    """Write popolo.json and return the number of records of each kind."""
    parts = {
        "organizations": _organizations(source),
        "persons": _persons(source),
        "memberships": _memberships(source),
        "events": _events(source),
        "motions": _motions(source),
    }
    counts = written_whole(parts, folder / FILE)
    return {f"{FILE}#{name}": count for name, count in counts.items()}


def _organizations(source: Source) -> Iterator[Record]:
    for row in asked(source, _COUNCILS):
        yield bare(
            {
                "id": row["slug"],
                "name": row["name"],
                "classification": "council",
                "identifiers": [{"identifier": row["code"]}] if row["code"] else [],
                "links": [{"url": row["base_url"]}] if row["base_url"] else [],
            }
        )
    for row in asked(source, _BODIES):
        parent = row["slug"] if row["slug"] != "-" else None
        said = {"id": _body(row["slug"], row["body"]), "name": row["body"], "parent_id": parent}
        yield bare(said | {"classification": "body"})


def _persons(source: Source) -> Iterator[Record]:
    for row in asked(source, _PERSONS):
        yield {"id": _person(row["slug"], row["name"]), "name": row["name"]}


def _memberships(source: Source) -> Iterator[Record]:
    for row in asked(source, _POSTS):
        yield bare(
            {
                "person_id": _person(row["slug"], row["name"]),
                "organization_id": row["slug"] if row["slug"] != "-" else None,
                "role": words(source, row["post"]),
            }
        )


def _events(source: Source) -> Iterator[Record]:
    for row in asked(source, _EVENTS):
        names = json.loads(row["attended"])
        own = (row["slug"], "meeting", row["date"], row["start_time"], _low(row["body"]))
        yield bare(
            {
                "id": "/".join(part or "-" for part in own),
                "name": row["body"],
                "classification": "meeting",
                "organization_id": _body(row["slug"], row["body"]),
                "start_date": _when(row["date"], row["start_time"]),
                "location": words(source, row["venue"]),
                "status": row["status"],
                "attendees": [{"id": _person(row["slug"], n), "name": n} for n in names],
            }
        )


def _motions(source: Source) -> Iterator[Record]:
    for row in asked(source, _MOTIONS):
        slug, mover, second = row["slug"], row["proposer"], row["seconder"]
        own = f"{row['page']}#vote@{row['start']}"
        result = _RESULTS.get(row["outcome"], row["outcome"])
        link = {"url": row["url"], "note": words(source, row["quote"])}
        shared = {
            "organization_id": _body(slug, row["body"]) if row["body"] else None,
            "result": result,
            "sources": [bare(link)],
        }
        yield bare(
            shared
            | {
                "id": own,
                "creator_id": _person(slug, mover) if mover else None,
                "seconder_id": _person(slug, second) if second else None,
                "text": words(source, row["moved"]),
                "classification": row["subject"],
                "date": row["date"],
                "decision_key": row["decision"],
                "vote_events": _vote_events(slug, own, row),
            }
        )


def _vote_events(slug: str, motion: str, row: sqlite3.Row) -> list[Record]:
    """Return the vote on a motion, none where the text gives neither counts nor names."""
    counts = [
        {"option": option, "value": row[column]}
        for column, option in _COUNTS.items()
        if row[column] is not None
    ]
    votes = [
        {"voter_id": _person(slug, name), "option": _OPTIONS[position]}
        for name, position in json.loads(row["named"])
    ]
    if not counts and not votes:
        return []
    said = {
        "id": f"{motion}/count",
        "motion_id": motion,
        "start_date": row["date"],
        "result": _RESULTS.get(row["outcome"], row["outcome"]),
        "counts": counts,
        "votes": votes,
    }
    return [bare(said)]


def _body(slug: str, name: str) -> str:
    return f"{slug}/body/{_low(name)}"


def _person(slug: str, name: str) -> str:
    return f"{slug}/person/{_low(name)}"


def _low(name: str) -> str:
    """Return a name as SQLite's lower() has it, which alone groups the rows."""
    return "".join(c.lower() if c.isascii() else c for c in name)


def _when(date: str | None, time: str | None) -> str | None:
    """Return a day, or a day and time with the offset that Popolo asks for.

    >>> _when("2024-07-01", "10:00"), _when("2024-07-01", None)
    ('2024-07-01T10:00+01:00', '2024-07-01')
    """
    if not date or not time:
        return date
    try:
        at = datetime.fromisoformat(f"{date}T{time}").replace(tzinfo=ZoneInfo("Europe/London"))
    except (ValueError, ZoneInfoNotFoundError):
        return date
    return at.isoformat(timespec="minutes")
