"""Saved searches as feeds: new once, the words quoted, nothing of a page's own markup."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

pytest.importorskip("icalendar", reason="icalendar is not installed")
pytest.importorskip("yaml", reason="PyYAML is not installed")

from pipeline.cli import main
from pipeline.feeds import feed
from pipeline.feeds import searches as feed_searches
from pipeline.feeds import write as feed_write
from pipeline.ingest import ingest
from pipeline.reading import connect
from tests import books

SEARCHES = """
title: Watch
link: https://feeds.example/minutebook/
searches:
  - name: contracts
    title: Contracts
    words: contract
  - name: dorset
    council: dorset
    from: 2024-01-01
  - name: marlpit
    supplier: Marlpit
"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "searches.yaml"
    file.write_text(SEARCHES)
    return file


def run(searches: Path, out: Path, db: Path | None = None) -> Result:
    arguments = ["feed", str(searches), "--out", str(out), "--db", str(db or books.sample())]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def items(out: Path, name: str) -> list[dict]:
    return json.loads((out / f"{name}.json").read_text())["items"]


def test_news_is_news_once(saved: Path, tmp_path: Path) -> None:
    out = tmp_path / "feeds"
    first = run(saved, out)
    assert first.exit_code == 0
    assert "marlpit: 1 new" in first.output
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    second = run(saved, out)
    assert second.exit_code == 1
    assert second.output == ""
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before
    names = {
        f"{n}.{e}" for n in ("contracts", "dorset", "marlpit") for e in ("atom", "json", "ics")
    }
    assert set(before) == names | {"state.json", ".lock"}


def test_what_comes_later_is_new_whatever_its_date(tmp_path: Path) -> None:
    pages, db = tmp_path / "pages" / "wigan", tmp_path / "own.db"
    pages.mkdir(parents=True)
    sources = sorted((books.ROOT / "data" / "raw" / "wigan").glob("*.txt"))
    shutil.copy(sources[0], pages)
    ingest([str(pages.parent)], db)
    searches = tmp_path / "s.yaml"
    searches.write_text("searches: [{name: wigan, council: wigan}]")
    out = tmp_path / "feeds"
    assert run(searches, out, db).exit_code == 0
    old = {item["id"]: item["date_published"] for item in items(out, "wigan")}
    assert run(searches, out, db).exit_code == 1
    for source in sources[1:]:
        shutil.copy(source, pages)
    ingest([str(pages.parent)], db)
    later = run(searches, out, db)
    assert later.exit_code == 0
    now = {item["id"]: item["date_published"] for item in items(out, "wigan")}
    assert len(now) > len(old)
    assert old.items() <= now.items()
    assert [i["id"] for i in items(out, "wigan")][-len(old) :] == list(old)


def test_readers_take_the_feeds(saved: Path, tmp_path: Path) -> None:
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
    out = tmp_path / "feeds"
    run(saved, out)
    for name in ("contracts", "dorset", "marlpit"):
        found = feedparser.parse((out / f"{name}.atom").read_bytes())
        assert not found.bozo, found.get("bozo_exception")
        assert found.version == "atom10"
        entries, own = found.entries, items(out, name)
        assert [e.id for e in entries] == [i["id"] for i in own]
        assert len({e.id for e in entries}) == len(entries) > 0
        for entry, item in zip(entries, own, strict=True):
            assert entry.title == item["title"]
            assert [link.href for link in entry.get("links", ())] == (
                [item["url"]] if "url" in item else []
            )
    assert found.feed.links[0].href == "https://feeds.example/minutebook/marlpit.atom"


ATOM = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("atom.rng"))))


def test_feeds_are_what_rfc_4287_asks_for(saved: Path, hostile: Path, tmp_path: Path) -> None:
    searches = 3
    for n, db in enumerate((books.sample(), hostile)):
        out = tmp_path / str(n)
        run(saved, out, db)
        found = [etree.fromstring(file.read_bytes()) for file in out.glob("*.atom")]
        assert len(found) == searches
        for feed_ in found:
            assert ATOM.validate(feed_), ATOM.error_log
            ids = [e.text for e in feed_.iter("{*}id")]
            assert len(ids) == len(set(ids)) > 1


@pytest.mark.parametrize(
    ("from_", "to"),
    [
        (r"<updated>.*?</updated>", ""),
        (r"<id>urn:uuid:.*?</id>", "<id></id>"),
        (r"T[0-9:]{8}Z", ""),
        (r"<title>", "<title>a</title><title>"),
        (r'type="html"', 'type="javascript"'),
    ],
)
def test_the_check_of_feeds_sees_mistakes(saved: Path, tmp_path: Path, from_: str, to: str) -> None:
    run(saved, tmp_path)
    text = (tmp_path / "marlpit.atom").read_text().partition("?>")[2]
    assert ATOM.validate(etree.fromstring(text))
    assert not ATOM.validate(etree.fromstring(re.sub(from_, to, text, count=1)))


def test_the_passage_is_quoted_and_marked(saved: Path, tmp_path: Path) -> None:
    out = tmp_path / "feeds"
    run(saved, out)
    texts = [item["content_text"] for item in items(out, "contracts")]
    assert any("“(1) award the contract for the reablement service" in text for text in texts)
    marked = [item["content_html"] for item in items(out, "contracts")]
    assert any("the <mark>contract</mark> for" in html for html in marked)
    (one,) = items(out, "marlpit")
    assert "the contract for winter service" in one["content_text"]
    assert one["_minutebook"]["key"] in one["content_text"]


def test_calendars_hold_what_is_to_come(saved: Path, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    out = tmp_path / "feeds"
    run(saved, out)
    found = icalendar.Calendar.from_ical((out / "marlpit.ics").read_bytes())
    events = list(found.walk("VEVENT"))
    said = {str(e["summary"]).partition(":")[0]: e for e in events}
    assert {"Takes effect", "Deadline"} <= set(said)
    assert said["Takes effect"].decoded("dtstart").isoformat() == "2024-06-22"
    assert "December 2025" in str(said["Deadline"]["description"])
    assert len({str(e["uid"]) for e in events}) == len(events)


# What pages hold may be anything.

HOSTILE = "<script>alert(1)</script>]]>&amp;\x0b\x1b[2J\u202eevil\ufffe </title> BEGIN:VEVENT\r\nX:"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("hostile") / "copy.db"
    shutil.copy(books.sample(), copy)
    with sqlite3.connect(copy) as writer:
        writer.execute("update decisions set title = ? || coalesce(title, '')", [HOSTILE])
        writer.execute("update resolutions set text = ? || text, label = ?", [HOSTILE, HOSTILE])
        writer.execute("update dates set quote = ? || quote", [HOSTILE])
        writer.execute("update documents set url = 'javascript:alert(1)'")
        writer.execute("update councils set name = name || ?", [HOSTILE])
    return copy


def test_nothing_of_a_page_acts(hostile: Path, saved: Path, tmp_path: Path) -> None:
    feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
    icalendar = pytest.importorskip("icalendar")
    out = tmp_path / "feeds"
    assert run(saved, out, hostile).exit_code == 0
    for name in ("contracts", "dorset", "marlpit"):
        data = (out / f"{name}.atom").read_bytes()
        assert b"<script" not in data
        assert b"javascript:" not in data
        found = feedparser.parse(data, sanitize_html=False)
        assert not found.bozo
        for item, entry in zip(items(out, name), found.entries, strict=True):
            assert "<script" not in item["content_html"]
            assert "&lt;script&gt;" in item["content_html"] == entry.content[0].value
            assert "url" not in item
            assert not set("\x0b\x1b\u202e\ufffe") & set(json.dumps(item, ensure_ascii=False))
        text = (out / f"{name}.ics").read_bytes()
        calendar = icalendar.Calendar.from_ical(text)
        assert text.count(b"\r\nBEGIN:VEVENT\r\n") == len(list(calendar.walk("VEVENT")))
        assert all("url" not in event for event in calendar.walk("VEVENT"))


def test_contacts_are_covered(tmp_path: Path) -> None:
    db = tmp_path / "copy.db"
    shutil.copy(books.sample(), db)
    with sqlite3.connect(db) as writer:
        writer.execute("update resolutions set text = text || ' write to a.lowe@example.org'")
        writer.execute("insert into search(search) values ('rebuild')")
    searches = tmp_path / "s.yaml"
    # Found words are marked, also inside an address: it is covered all the same.
    searches.write_text("searches: [{name: all, words: contract}, {name: low, words: lowe}]")
    run(searches, tmp_path / "feeds", db)
    for name in ("all", "low"):
        files = (tmp_path / "feeds").glob(f"{name}.*")
        whole = "".join(p.read_text() for p in files)
        assert "write to " in whole
        assert "█" in whole
        assert not [said for said in ("a.lowe", "example.org", "lowe") if said in whole]


# Mistakes, and runs that meet.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "must be names with values"),
        ("searches: []", "`searches` must be a list"),
        ("searches: [{name: a}]", "search a looks for nothing"),
        ("searches: [{words: x}]", "search 1: `name` must be"),
        ("searches: [{name: ../../etc, words: x}]", "search 1: `name` must be"),
        ("searches: [{name: state, words: x}]", "search 1: `name` must be"),
        ("searches: [{name: a, words: x}, {name: a, words: y}]", "two searches are called a"),
        ("searches: [{name: a, worms: x}]", "search 1 has worms"),
        ("searches: [{name: a, words: [x]}]", "`words of a` must be words"),
        ("searches: [{name: a, from: last May}]", "search a: last May is not a day"),
        ("searches: [{name: a, from: 20240501}]", "search a: 20240501 is not a day"),
        ("link: javascript:x\nsearches: [{name: a, words: x}]", "`link` must begin with"),
        ("searches: [", "not YAML"),
        ("!!python/object/apply:os.getcwd []", "not YAML"),
        ("a: &a [x]\nb: &b [*a, *a]\nsearches: *b", "the file has a"),
        ("[" * 5_000, "not YAML"),
        ("\x00", "not YAML"),
    ],
)
def test_a_mistake_is_named_and_nothing_written(tmp_path: Path, text: str, said: str) -> None:
    searches = tmp_path / "s.yaml"
    searches.write_text(text)
    result = run(searches, tmp_path / "feeds")
    assert result.exit_code == 2, result.output
    assert "s.yaml" in result.output
    assert said in result.output
    assert not (tmp_path / "feeds").exists()


def test_a_missing_file_or_database_is_said(saved: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "none.yaml", tmp_path / "feeds").exit_code == 74
    assert run(saved, tmp_path / "feeds", tmp_path / "none.db").exit_code == 74


def test_a_second_run_gives_up(saved: Path, tmp_path: Path) -> None:
    with feed._alone(tmp_path):
        result = run(saved, tmp_path)
    assert result.exit_code == 75
    assert "another run is writing" in result.output


@pytest.mark.parametrize("text", ("{", "[]", '{"searches": {"a": {"seen": 1}}}', '{"searches": 1}'))
def test_a_state_that_is_not_ours_is_left(saved: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text)
    result = run(saved, tmp_path)
    assert result.exit_code == 2
    assert "not the state of earlier feeds" in result.output
    assert (tmp_path / "state.json").read_text() == text


def test_a_run_that_is_stopped_loses_no_news(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = feed._put

    def stopped(file: Path, data: bytes) -> None:
        if file.name == "state.json":
            raise OSError(28, "No space left on device")
        whole(file, data)

    monkeypatch.setattr(feed, "_put", stopped)
    assert run(saved, tmp_path / "feeds").exit_code == 74
    monkeypatch.undo()
    assert run(saved, tmp_path / "feeds").exit_code == 0


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = connect(books.sample())
    yield connection
    connection.close()


def test_a_feed_shows_the_newest_and_remembers_all(
    db: sqlite3.Connection, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "_SHOWN", 3)
    plan = feed_searches.read(saved)
    now = datetime(2025, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    told = {news.name: news.new for news in feed.feed(db, plan, tmp_path, now)}
    assert told["dorset"] > 3
    assert len(items(tmp_path, "dorset")) == 3
    assert {i["date_published"] for i in items(tmp_path, "dorset")} == {"2025-01-02T03:04:05Z"}
    assert [news.new for news in feed.feed(db, plan, tmp_path)] == [0, 0, 0]
    state = json.loads((tmp_path / "state.json").read_text())["searches"]["dorset"]
    assert len(state["seen"]) == told["dorset"]


def test_an_empty_feed_is_a_feed(db: sqlite3.Connection, tmp_path: Path) -> None:
    wanted = feed_searches.Wanted(words="zygomorphic")
    plan = feed_searches.Plan("t", None, (feed_searches.Search("none", "None", wanted),))
    assert [news.new for news in feed.feed(db, plan, tmp_path)] == [0]
    assert b"1970-01-01" in (tmp_path / "none.atom").read_bytes()
    assert items(tmp_path, "none") == []


def test_days_that_cannot_be_shown_are_left_out() -> None:
    names = ("key", "title", "council", "url", "decided", "kind", "quote")
    row = dict(zip(names, ("k", "t", None, None, None, "due", None), strict=True))
    ics = feed_write.calendar(
        "t",
        [
            row | {"date": "2024-05", "date_end": None},
            row | {"date": "9999-12-31", "date_end": "2024-01-01"},
        ],
    )
    assert ics.count(b"BEGIN:VEVENT") == 1
