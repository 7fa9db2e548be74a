"""The web page without a browser: routes, headers, hosts, hostile texts, writes, slow queries."""

import asyncio
import hashlib
import json
import logging
import re
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from tests import acting, books

pytest.importorskip("datasette", reason="the extra `web` is not installed")

from pipeline import released
from pipeline.ask_queries import QUESTIONS
from pipeline.export.rows import NAMES
from pipeline.export.sheets import f1
from pipeline.web import guard, words
from pipeline.web.database import NAME, Book
from pipeline.web.plugin import make
from schemas.shapes import CLASSES
from schemas.views import VIEWS

DECISION = "dorset/ieDecisionDetails:AIId=90433#IId=31207"
MATTER = "leeds/IId=4410"


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    made = make(str(books.sample()))
    yield made
    made.book.close()


def get(book: Book, path: str, method: str = "get", **options: Any) -> Any:
    return asyncio.run(getattr(book.client, method)(path, **options))


def raw(
    book: Book, headers: list[tuple[bytes, bytes]], method: str = "GET", path: str = "/"
) -> Any:
    """Ask as no well-behaved client would; return the messages sent."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
        "headers": headers, "scheme": "http", "path": path, "raw_path": path.encode(),
        "query_string": b"", "server": ("127.0.0.1", 1), "client": ("127.0.0.1", 2),
    }  # fmt: skip
    asyncio.run(book.app()(scope, receive, send))
    return sent


def pages(db: Path) -> list[str]:
    """Return the address of every page about something in a database, and of the others."""
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    found = [
        words.path(kind, row[0])
        for kind, query in (
            ("decision", "select key from decisions order by id"),
            ("document", "select key from documents order by id"),
            ("matter", "select key from matters order by id"),
            ("council", "select slug from councils order by id"),
            ("supplier", "select name from organisations order by id"),
        )
        for row in connection.execute(query)
    ]
    connection.close()
    lists = ["/", "/?q=contract", "/?q=saving&action=note", "/suppliers", "/councils", "/questions"]
    questions = [f"/questions/{q.name}" for q in QUESTIONS]
    tables = [f"/minutebook/{t}" for t in ("decisions", "savings_ledger", "organisations")]
    return [*lists, *questions, *found, "/minutebook", *tables]


PATHS = [
    "/", "/?q=contract", "/?q=lankashire", words.path("decision", DECISION),
    "/document/wigan/file/wigan/decision-school-meals.txt", words.path("matter", MATTER),
    "/supplier/Marlpit%20Highways%20plc", "/suppliers?q=marl", "/council/dorset", "/councils",
    "/questions", "/questions/largest-awards", "/questions/largest-awards.csv",
    "/-/chart/savings.svg", "/-/chart/awards.svg?paper=dark", "/-/chart/indicators.svg",
    "/-/chart/coverage.svg?council=dorset", "/-/chart/awards-by-year.svg",
    "/-/api", "/-/api/search?q=contract", words.path("-/api/decision", DECISION),
    words.path("-/api/matter", MATTER),
    "/-/api/document/wigan/file/wigan/decision-school-meals.txt",
    "/-/api/supplier/Marlpit%20Highways%20plc", "/-/api/council/wigan", "/-/api/councils",
    "/-/api/suppliers?q=marl", "/-/api/ask/overspends?council=wigan", "/minutebook",
    "/minutebook/decisions", "/minutebook/largest-awards?council=Wigan&supplier=&from=&to=",
    "/minutebook?sql=select+1", "/-/minutebook/site.css", "/-/minutebook/evidence.js",
    "/-/minutebook/icon.svg", "/-/minutebook/tables.js", "/-/minutebook/tables.css",
]  # fmt: skip
LOST = [
    "/nothing", "/decision/none", "/supplier/none", "/questions/none", "/-/versions", "/-/plugins",
    "/-/metadata.json", "/-/settings", "/-/threads", "/-/logout", "/-/allow-debug", "/-/actor",
    "//evil.example/", "/-/chart/none.svg", "/minutebook/none", "/-/minutebook/../database.py",
    "/-/minutebook/%2e%2e/database.py", "/-/minutebook/none.css", "/_internal", "/-/api/none",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_page_answers(book: Book, path: str) -> None:
    found = get(book, path)
    assert found.status_code == 200, found.text[:2000]
    assert found.content


@pytest.mark.parametrize("path", LOST)
def test_what_is_not_there_is_said_plainly(book: Book, path: str) -> None:
    found = get(book, path)
    assert found.status_code == 404
    assert "Traceback" not in found.text
    assert "site-packages" not in found.text


@pytest.mark.parametrize("path", [*PATHS, *LOST])
def test_headers_stand_on_every_route(book: Book, path: str) -> None:
    headers = get(book, path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    for part in ("base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy or path.startswith("/-/chart/")
    if not path.startswith(("/minutebook", "/-/chart/")):
        assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers
    assert not [h for h in headers if h.startswith("access-control-")]
    kind = headers["content-type"]
    assert "charset=utf-8" in kind.lower(), kind


HOSTS = [
    (b"127.0.0.1", True), (b"127.0.0.1:8001", True), (b"localhost", True), (b"LOCALHOST:9", True),
    (b"[::1]", True), (b"[::1]:80", True), (b"evil.test", False), (b"127.evil.test", False),
    (b"127.0.0.1.evil.test", False), (b"localhost.evil", False), (b"localhost.", False),
    (b"evil.localhost", False), (b"0.0.0.0", False), (b"127.1", False), (b"2130706433", False),
    (b"0x7f000001", False), (b"[::]", False), (b"::1", False), (b"[::ffff:127.0.0.1]", False),
    (b"", False), (b"127.0.0.1:", False), (b"127.0.0.1:80:80", False), (b"127.0.0.1:abc", False),
    (b"127.0.0.1:123456", False), (b"user@127.0.0.1", False), (b"127.0.0.1/", False),
    (b"127.0.0.1 evil.test", False), (b"127.0.0.1,evil.test", False), (b"localhost:80\r", False),
    (b"\xff", False),
]  # fmt: skip


@pytest.mark.parametrize("host, is_here", HOSTS)
def test_only_this_machine_is_answered(book: Book, host: bytes, is_here: bool) -> None:
    assert (raw(book, [(b"host", host)])[0]["status"] == 200) is is_here


def test_no_host_and_two_hosts_are_refused(book: Book) -> None:
    assert raw(book, [])[0]["status"] == 421
    assert raw(book, [(b"host", b"localhost"), (b"host", b"evil.test")])[0]["status"] == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"])
def test_only_reading_is_allowed(book: Book, method: str) -> None:
    for path in ("/", "/minutebook", "/minutebook/decisions", "/-/logout"):
        assert raw(book, [(b"host", b"localhost")], method, path)[0]["status"] == 405


def test_head_has_the_headers_and_no_body(book: Book) -> None:
    sent = raw(book, [(b"host", b"localhost")], "HEAD")
    assert sent[0]["status"] == 200
    assert not any(m.get("body") for m in sent[1:])


# What the pages say.


def test_search_finds_and_filters(book: Book) -> None:
    whole = get(book, "/-/api/search?q=contract").json()
    assert whole["decisions"] > 3
    one = get(book, "/-/api/search?q=contract&council=dorset&action=award&money=contract").json()
    assert {e["council"] for e in one["entries"]} == {"Dorset Council"}
    assert 0 < one["decisions"] < whole["decisions"]
    for facet in whole["facets"]:
        for value in facet["values"][:3]:
            narrowed = get(book, value["address"].replace("/?", "/-/api/search?")).json()
            assert narrowed["decisions"] == value["count"], (facet["name"], value)


@pytest.mark.parametrize(
    "said, key",
    [
        ('"annual value of £3.46 million"', DECISION),
        ('"annual value', DECISION),
        ("winter surf*", DECISION),
        ("£60k OR nothingelse", "wigan/ieDecisionDetails:ID=7719#at1"),
        ("equipment -boiler pennine", "wigan/ieDecisionDetails:ID=7719#at1"),
        ("CS1", "northumberland/file/northumberland/item-customer-services-performance.txt#at1"),
    ],
)
def test_search_forgives(book: Book, said: str, key: str) -> None:
    found = get(book, f"/-/api/search?q={quote(said)}").json()
    assert key in [e["key"] for e in found["entries"]]


@pytest.mark.parametrize(
    "query, name",
    [
        ("council=Dorsit", "Dorset Council"),
        ("supplier=Marlpitt+Higways", "Marlpit Highways plc"),
        ("q=glowmear", "Glowmere Electrical Ltd"),
    ],
)
def test_did_you_mean(book: Book, query: str, name: str) -> None:
    found = get(book, f"/-/api/search?{query}").json()
    guesses = {g["value"]: g["address"] for g in found["guesses"]}
    assert found["decisions"] == 0
    again = get(book, guesses[name].replace("/?", "/-/api/search?")).json()
    assert again["decisions"] > 0


def test_every_fact_of_a_decision_is_marked_where_it_stands(book: Book) -> None:
    about = get(book, words.path("-/api/decision", DECISION)).json()
    text = about["document"]["text"]
    html = get(book, words.path("decision", DECISION)).text
    facts = [
        *about["header"],
        *about["passages"],
        *(f for many in about["facts"].values() for f in many),
    ]
    assert len(facts) > 40
    for fact in facts:
        assert f'id="w-{fact["id"]}"' in html, fact["id"]
        for place in fact["places"]:
            assert text[place["start"] : place["stop"]] == place["quote"]
    source = html[html.index('id="text"') :]
    shown = re.sub(r"<[^>]+>", "", source[source.index(">") + 1 : source.index("</section>")])
    assert words.visible(text).split() == _unescaped(shown).split()


def _unescaped(html: str) -> str:
    from html import unescape

    return unescape(html)


def test_a_long_text_shows_the_decision_and_the_words_elsewhere() -> None:
    from pipeline.web.marks import segments

    text = "a" * 200_000
    place = {"start": 10, "stop": 14, "rule": "r", "quote": "aaaa", "column": None}
    fact = {"id": "x-1", "tone": "head", "places": [place]}
    found = segments(text, [fact], (150_000, 151_000))
    assert sum(len(s.get("text", "")) + s.get("gap", 0) for s in found) == len(text)
    assert [s["text"] for s in found if s.get("facts")] == ["aaaa"]
    assert sum(s.get("gap", 0) for s in found) > 190_000


def test_overlapping_facts_are_all_told() -> None:
    from pipeline.web.marks import segments

    def fact(name: str, start: int, stop: int) -> dict[str, Any]:
        return {"id": name, "tone": "head", "places": [{"start": start, "stop": stop}]}

    found = segments("0123456789", [fact("a", 0, 6), fact("b", 4, 8), fact("c", 5, 6)])
    assert [(s["text"], s["facts"]) for s in found] == [
        ("0123", ["a"]), ("4", ["b", "a"]), ("5", ["c", "b", "a"]), ("67", ["b"]), ("89", []),
    ]  # fmt: skip


def test_pictures_say_what_they_show(book: Book) -> None:
    html = get(book, "/council/dorset").text
    pictures = re.findall(r'<img src="(/-/chart/[^"]+)" alt="([^"]+)"', html)
    assert len(pictures) >= 3
    for address, alt in pictures:
        assert "Totals: " in alt
        svg = get(book, _unescaped(address)).text
        assert svg.count("<svg") == 1
        assert "<script" not in svg
        assert not re.findall(r'(?:href|src)="(?!#)', svg)
    about = get(book, "/-/api/council/dorset").json()
    for figure in about["figures"]:
        found = get(book, figure["query"].replace("/minutebook?", "/minutebook.json?")).json()
        assert len({row[0] for row in found["rows"]}) == len(figure["categories"])


def test_questions_answer_alike_everywhere(book: Book) -> None:
    for question in QUESTIONS:
        ours = get(book, f"/-/api/ask/{question.name}").json()["rows"]
        empty = "&".join(f"{p.name}={p.default}" for p in question.parameters)
        theirs = get(book, f"/minutebook/{question.name}.json?_shape=objects&{empty}").json()
        assert ours == theirs["rows"]
        page = get(book, f"/questions/{question.name}")
        assert page.text.count("<tr>") == len(ours) + 1


def test_columns_are_described_among_the_tables(book: Book) -> None:
    html = get(book, "/minutebook/savings").text
    assert "How far it has come" in html


def test_every_column_of_every_table_and_view_has_words_and_its_f1(book: Book) -> None:
    own = book.metadata("databases")[NAME]["tables"]
    listed = get(book, "/minutebook.json").json()
    assert "F1: how often" in get(book, "/minutebook").text
    measured = 0
    for table in [*listed["tables"], *({"name": name, "columns": None} for name in VIEWS)]:
        name = table["name"]
        if name.startswith(("search", "sqlite")) or table.get("hidden"):
            continue
        found = get(book, f"/minutebook/{name}.json?_size=1").json()
        assert set(found["columns"]) == set(own[name]["columns"]), name
        for column in found["columns"]:
            figure = f1(name, column)
            assert own[name]["columns"][column].endswith(f"[F1 {figure}]" if figure else "")
            measured += bool(figure)
    assert measured > 90
    shown = get(book, "/minutebook/savings_ledger").text
    assert f"[F1 {released.beside('savings', 'status')}]" in shown
    assert f1("savings_ledger", "status") == released.beside("savings", "status") != ""
    assert f"Rows: F1 {f1('kpi_results')}." in own["kpi_results"]["description"]


def test_contacts_are_left_out_unless_asked_for() -> None:
    query = "/minutebook.json?sql=select+count(email),count(phone)+from+people&_shape=arrays"
    for contacts in (False, True):
        made = make(str(books.sample()), contacts=contacts)
        assert (get(made, query).json()["rows"][0] != [0, 0]) is contacts
        made.book.close()


WRITE_TO = " or write to j.quill@parishoffice.example.org"
RING = " Ring 01632 960417"
LEAKS = ("quill@", "@parishoffice", "parishoffice.example", "960417", "01632")
QUERIES = (
    "quill", "parishoffice", "960417", '"write to j.quill"', '"ring 01632"', "contract", "01632",
)  # fmt: skip
TABLES = (
    "documents", "decisions", "resolutions", "people", "evidence", "fields", "mentions", "issues",
    "savings_ledger", "supplier_resolutions", "people_rated", "search_content",
)  # fmt: skip
STATEMENTS = (
    "select text from documents", "select upper(quote) from evidence",
    "select group_concat(value) from fields", "select snippet(search, 2, '', '', '', 60), body "
    "from search where search match 'quill'",
)  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with an address and a number in every text that is no name of a row."""
    names = set(acting._KEPT) | {("documents", "url"), ("councils", "slug")}
    copied = tmp_path_factory.mktemp("contacts") / "copy.db"
    shutil.copy(books.sample(), copied)
    db = sqlite3.connect(copied)
    db.execute("pragma foreign_keys = off")
    for table, column in acting.texts(db):
        if (table, column) not in names and column not in NAMES and table in CLASSES:
            about = f"update {table} set {column} = {column} || ? where {column} is not null"
            db.execute(about, (RING + WRITE_TO,))
    db.execute("insert into search(search) values ('rebuild')")
    db.commit()
    db.close()
    return copied


def shown(book: Book, db: Path) -> Iterator[tuple[str, str]]:
    """Yield what every page, file and answer of a server says, addresses of the request aside."""
    every = pages(db)
    twins = [
        "/-/api" + p for p in every
        if p.startswith(("/decision/", "/document/", "/matter/", "/council/", "/supplier/"))
    ]  # fmt: skip
    asks = [
        f"{to}{quote(q)}" for q in QUERIES for to in ("/?q=", "/-/api/search?q=", "/suppliers?q=")
    ]
    asks += [f"/questions/{q.name}.csv" for q in QUESTIONS]
    asks += [f"/-/api/ask/{q.name}" for q in QUESTIONS]
    raws = [f"/minutebook/{t}{e}" for t in TABLES for e in ("", ".json?_shape=objects")]
    raws += [f"/minutebook/{t}.csv?_stream=1" for t in TABLES if t != "search_content"]
    raws += [f"/minutebook/decisions/1{e}" for e in ("", ".json")]
    raws += ["/minutebook/documents?_facet=title&_search=quill", "/minutebook/evidence?_sort=quote"]
    raws += [f"/minutebook{e}?sql={quote(q)}" for q in STATEMENTS for e in ("", ".json", ".csv")]
    for path in [*every, *twins, *asks, *raws]:
        found = get(book, path)
        assert found.status_code == 200, (path, found.text[:300])
        yield path, found.text


def test_no_page_file_or_answer_has_a_contact(written: Path) -> None:
    book = make(str(written))
    seen = covers = 0
    for path, text in shown(book, written):
        asked = unquote(path)  # its words stand in the box and the links of the page
        leaks = [leak for leak in LEAKS if leak in text.lower() and leak not in asked]
        assert not leaks, (path, text[max(0, text.lower().find(leaks[0]) - 80) :][:160])
        seen += 1
        covers += "█" in text or "\\u2588" in text
    assert seen > 250
    assert covers > 150
    book.book.close()


def test_with_contacts_they_are_there(written: Path) -> None:
    book = make(str(written), contacts=True)
    for path in (
        words.path("decision", DECISION), words.path("-/api/decision", DECISION),
        "/-/api/search?q=contract", "/minutebook/resolutions", "/minutebook/people.csv",
    ):  # fmt: skip
        found = get(book, path).text
        assert "quill@parishoffice" in found, path
    book.book.close()


def test_covered_words_stand_where_they_stood(written: Path) -> None:
    plain, covered = (make(str(written), contacts=c) for c in (True, False))
    path = words.path("-/api/document", "wigan/file/wigan/decision-school-meals.txt")
    one, other = (get(book, path).json()["document"]["text"] for book in (plain, covered))
    assert len(one) == len(other)
    assert one != other
    assert {b for a, b in zip(one, other, strict=True) if a != b} == {"█"}
    plain.book.close()
    covered.book.close()


# What a stranger can do.


def test_nothing_can_be_written(book: Book, tmp_path: Path) -> None:
    before = hashlib.sha256(books.sample().read_bytes()).hexdigest()
    away = str(tmp_path / "out.db")
    statements = [
        "insert into runs(id) values (9)", "delete from documents", "update documents set text=''",
        "drop table decisions", "create table x(a)", "create temp table x(a)",
        "create view x as select 1",
        "alter table runs add column x", "vacuum", f"vacuum into '{away}'", "reindex", "analyze",
        f"attach '{away}' as a", "detach main", "begin immediate", "commit", "savepoint a",
        "pragma journal_mode=delete", "pragma user_version=9", "pragma query_only=off",
        "pragma writable_schema=on", "pragma wal_checkpoint", "replace into runs(id) values (1)",
        "with a as (select 1) insert into runs(id) select * from a",
        "with a as (select 1) delete from runs", "delete from runs returning id",
        "insert into search(search) values('rebuild')",
        "insert into search(search) values('delete-all')",
        "select load_extension('x')", f"select writefile('{away}', 'x')",
        "select readfile('/etc/hostname')",
        "select fts3_tokenizer('simple')", "explain insert into runs(id) values (9)",
        "select 1; delete from runs", "/* */ delete from runs", "-- x\ndelete from runs",
        "select * from pragma_writable_schema", "select edit('x')",
    ]  # fmt: skip
    tried = 0
    for statement in statements:
        for path in (
            f"/minutebook?sql={quote(statement)}",
            f"/minutebook.json?sql={quote(statement)}",
        ):
            tried += 1
            found = get(book, path)
            assert found.status_code in (200, 400), statement
            if found.status_code == 200 and path.startswith("/minutebook.json"):
                assert not found.json()["rows"] or "explain" in statement, statement
    assert tried >= 60
    assert hashlib.sha256(books.sample().read_bytes()).hexdigest() == before
    assert not Path(away).exists()


def test_nothing_can_be_written_even_without_datasettes_check() -> None:
    connection = sqlite3.connect(f"file:{books.sample()}?mode=ro", uri=True)
    guard.guard(connection, with_contacts=False)
    for statement in (
        "delete from runs", "create temp table x(a)", "attach ':memory:' as a", "begin immediate",
        "pragma query_only = off", "select randomblob(10)", "vacuum into 'x'", "drop table runs",
    ):  # fmt: skip
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement).fetchall()
    connection.close()


SLOW = [
    "with recursive a(n) as (select 1 union all select n+1 from a) select count(*) from a",
    "select count(*) from evidence a, evidence b, evidence c, evidence d",
    "select sum(length(hex(a.text || b.text))) from documents a, documents b, evidence c, evidence",
    "with recursive a(s) as (select 'x' union all select substr(s || s, 1, 4000000) from a) "
    "select max(length(s)) from a",
    "select count(*) from evidence a, evidence b, evidence c "
    "where a.quote || b.quote || c.quote like '%a%b%c%d%e%f%g%'",
    "select count(*) from search a, search b, evidence where a.search match 'the' and "
    "b.search match 'the' and quote glob '*[a-z]*[a-z]*x*'",
    "select group_concat(a.quote || b.quote) from evidence a, evidence b, evidence c",
    "select a.id from evidence a, evidence b, evidence c order by random() limit 1 offset 10000000",
]


@pytest.mark.parametrize("sql", SLOW)
def test_slow_queries_are_stopped(sql: str) -> None:
    made = make(str(books.sample()))
    found = get(made, f"/minutebook?sql={quote(sql)}")
    assert found.status_code == 400
    assert "Traceback" not in found.text
    assert get(made, "/?q=contract").status_code == 200
    made.book.close()


def test_a_page_of_ours_that_takes_too_long_says_so(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.web import routes, searching

    monkeypatch.setattr(routes, "OUR_SECONDS", 0.05)
    monkeypatch.setattr(searching, "_COUNCILS", SLOW[1].replace("count(*)", "1 as id, '' as name"))
    found = get(book, "/")
    assert found.status_code == 400
    assert "took too long" in found.text


def test_our_fault_is_one_line_in_the_log(
    book: Book, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from pipeline.web import searching

    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines \x1b[31m")

    monkeypatch.setattr(searching, "results", broken)
    with caplog.at_level(logging.ERROR):
        found = get(book, "/")
    assert found.status_code == 500
    assert "RuntimeError" not in found.text
    assert len(caplog.messages) == 1
    assert not re.search(r"[\x00-\x1f]", caplog.messages[0])


@given(st.text(max_size=60), st.sampled_from(["q", "council", "supplier", "from", "to", "action",
                                              "money", "key", "page", "sql", "none"]))  # fmt: skip
@settings(max_examples=250)
def test_any_query_string_gives_a_page(words_: str, name: str) -> None:
    found = get(_shared(), f"/?{name}={quote(words_, errors='replace')}")
    assert found.status_code == 200
    assert "Traceback" not in found.text


@given(st.binary(max_size=40))
@settings(max_examples=120)
def test_any_bytes_in_an_address_give_no_fault(said: bytes) -> None:
    for path in (
        "/?q=",
        "/decision/",
        "/supplier/",
        "/council/",
        "/questions/",
        "/-/api/search?q=",
    ):
        assert get(_shared(), path + quote(said)).status_code in (200, 404)


_SHARED: list[Book] = []


def _shared() -> Book:
    if not _SHARED:
        _SHARED.append(make(str(books.sample())))
    return _SHARED[0]


# Hostile texts.


# On this server, or http(s) elsewhere; nothing that runs.
ADDRESS = re.compile(r"/(?!/)|[#?]|https?://|[\w.~%-]*(?:[/?#]|$)")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Skeleton(HTMLParser):
    """Each element with those around it and its attributes' names; and what could act.

    Counted, not in order: rows may sort by the words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.acting: list[str] = []
        self.around: list[str] = []

    @property
    def scripts(self) -> int:
        return sum(n for what, n in self.found.items() if "script" in what)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = sorted(name for name, _ in attrs if name != "aria-current")
        self.found[(*self.around, tag, *names)] += 1
        if tag not in VOID:
            self.around.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name == "style" and "url" in (value or "")):
                self.acting.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action", "srcset") and not ADDRESS.match(value or ""):
                self.acting.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self.found[(*self.around, "/" + tag)] += 1
        if tag in self.around:
            while self.around.pop() != tag:
                pass


def skeleton(html: str) -> Skeleton:
    parser = Skeleton()
    parser.feed(html)
    return parser


def test_hostile_words_leave_the_skeleton_of_every_page(tmp_path: Path) -> None:
    benign = acting.copy(books.sample(), tmp_path / "benign.db", acting.HARMLESS)
    evil = acting.copy(books.sample(), tmp_path / "evil.db", acting.ACTING)
    one, other = make(str(benign)), make(str(evil))
    checked = 0
    for plain, hostile in zip(pages(benign), pages(evil), strict=True):
        first, second = get(one, plain), get(other, hostile)
        assert first.status_code == second.status_code == 200, (plain, second.text[:500])
        expected, found = skeleton(first.text), skeleton(second.text)
        if plain.startswith("/minutebook"):  # Datasette suggests facets by how long they took
            assert found.scripts == expected.scripts, hostile
        else:
            assert found.found == expected.found, hostile
        assert not found.acting, hostile
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", second.text), hostile
        checked += 1
    assert checked > 80
    one.book.close()
    other.book.close()


def test_the_check_would_see_an_unescaped_snippet(tmp_path: Path) -> None:
    html = "<p><a href='/x'>a</a></p>"
    assert skeleton(html).found != skeleton(html.replace("a</a>", "<b>a</b></a>")).found
    assert skeleton("<img src=x onerror=alert(1)>").acting
    assert skeleton("<a href='javascript:alert(1)'>").acting


def test_json_cannot_end_a_script(tmp_path: Path) -> None:
    evil = acting.copy(books.sample(), tmp_path / "evil.db", acting.ACTING)
    made = make(str(evil))
    found = get(made, "/-/api/search?q=contract")
    assert "</script" not in found.text
    assert json.loads(found.text)["entries"]
    made.book.close()


# The command.


def test_serve_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [m for m in sys.modules if m.startswith(("pipeline.web", "datasette", "uvicorn"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = CliRunner().invoke(main, ["serve", str(books.sample())])
    assert done.exit_code == 2
    assert "minutebook[web]" in done.output


def test_serve_says_when_there_is_no_database(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["serve", str(tmp_path / "none.db")])
    assert done.exit_code == 74
    assert "no such database" in done.output


def test_a_taken_port_is_said() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", str(books.sample()), "--port", port])
    assert done.exit_code == 74
    assert "cannot be used" in done.output


def test_the_command_line_starts_without_the_web() -> None:
    import subprocess

    code = (
        "import sys, pipeline.cli, pipeline.find, pipeline.found, pipeline.ask, pipeline.show\n"
        "slow = ('datasette', 'matplotlib', 'jinja2')\n"
        "print([m for m in sys.modules if m.split('.')[0] in slow])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
