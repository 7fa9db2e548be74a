"""The walls of `minutebook serve` at their full size: rows D1 to D8 of docs/reliability.md."""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests import acting, books
from tests.levels import level

pytest.importorskip("datasette", reason="the extra `web` is not installed")

from pipeline.ask_queries import QUESTIONS
from pipeline.web import words
from pipeline.web.database import Book
from pipeline.web.plugin import make
from pipeline.web.routes import ROUTES
from tests.test_web import LOST, PATHS, get, pages, raw, skeleton

HERE = [(b"host", b"127.0.0.1")]


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    made = make(str(books.sample()))
    yield made
    made.book.close()


# D1: stored text cannot act.

_TAGS = (
    "script",
    "img",
    "svg",
    "iframe",
    "math",
    "object",
    "form",
    "style",
    "meta",
    "a",
    "details",
)
_DOES = (
    "onload=alert(1)", "onerror=alert(1) src=x", "href=javascript:alert(1)", "style=x:url(//e)",
    "autofocus onfocus=alert(1)", "src=//evil.example/x.js", "ontoggle=alert(1) open",
    "srcdoc='<script>alert(1)</script>'", "formaction=javascript:alert(1)",
)  # fmt: skip
_BEFORE = ("", "\"'>", "-->", "</textarea>", "</script>", "]]>", "{{", "\ue000", "\x00", "\u202e")


def payloads() -> tuple[str, ...]:
    """Return 1,000 texts: those of `acting`, then tags that do something, out of many contexts."""
    made = (f"{before}<{tag} {does}>" for tag, does, before in product(_TAGS, _DOES, _BEFORE))
    return tuple(islice((*acting.ACTING, *made), 1000))


_LINK = {("href", "rel"), ("a", "/a")}  # the ends of what a link to elsewhere counts as


def differing(plain: Path, hostile: Path) -> tuple[int, list[str]]:
    """Return how many of our pages were compared, and those whose skeleton is another."""
    one, other = make(str(plain)), make(str(hostile))
    unlike, checked = [], 0
    for mine, theirs in zip(pages(plain), pages(hostile), strict=True):
        first, second = get(one, mine), get(other, theirs)
        assert first.status_code == second.status_code == 200, (mine, second.text[:500])
        expected, found = skeleton(first.text), skeleton(second.text)
        if mine.startswith("/minutebook"):  # Datasette suggests facets as time allows
            same = found.scripts == expected.scripts
        else:  # an address that is none is no link any more
            fewer = {what[-2:] for what in expected.found - found.found}
            same = not found.found - expected.found and fewer <= _LINK
        if not same or found.acting:
            unlike.append(theirs)
        checked += 1
    one.book.close()
    other.book.close()
    return checked, unlike


def test_d1_a_thousand_texts_that_act_change_no_page(tmp_path: Path) -> None:
    """Each copy has sixty of them, dealt out anew over the columns; nightly all thousand."""
    texts = payloads()
    assert len(set(texts)) == 1000
    each = 60
    benign = acting.copy(
        books.sample(), tmp_path / "benign.db", tuple(f"harmless{n}" for n in range(each)), each
    )
    for start in range(0, level(each, 1000), each):
        own = tuple(islice(cycle(texts), start, start + each))
        evil = acting.copy(books.sample(), tmp_path / f"{start}.db", own, each)
        checked, unlike = differing(benign, evil)
        assert not unlike
        assert checked > 80
        evil.unlink()


def test_d1_control_a_snippet_that_is_not_escaped_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    benign = acting.copy(books.sample(), tmp_path / "benign.db", ("harmless",))
    evil = acting.copy(books.sample(), tmp_path / "evil.db", ("<img src=x onerror=alert(1)>",))
    monkeypatch.setitem(words.FILTERS, "snippet", lambda said: Markup(said or ""))
    unlike = differing(benign, evil)[1]
    assert "/?q=contract" in unlike
    assert "/councils" not in unlike


# D2: headers on every route, of ours, of Datasette's, and where something is refused or fails.

REFUSED = [
    ("GET", "/", [(b"host", b"evil.test")], 421), ("POST", "/", HERE, 405),
    ("GET", "/" + "x" * 17_000, HERE, 414), ("GET", "//evil.example/%2e%2e", HERE, 404),
    ("GET", "/minutebook/nothing", HERE, 404), ("HEAD", "/?q=contract", HERE, 200),
]  # fmt: skip
WANTED = (
    b"content-security-policy", b"x-content-type-options", b"referrer-policy", b"x-frame-options",
    b"cross-origin-opener-policy", b"cross-origin-resource-policy", b"permissions-policy",
    b"cache-control", b"content-type",
)  # fmt: skip


def headers(sent: list[dict[str, Any]]) -> dict[bytes, bytes]:
    found = [(name.lower(), value) for name, value in sent[0]["headers"]]
    assert len({name for name, _ in found}) == len(found), found  # none twice
    return dict(found)


def test_d2_every_route_of_ours_is_among_those_asked() -> None:
    asked = [path.partition("?")[0] for path in (*PATHS, *LOST)]
    for pattern, _ in ROUTES:
        assert any(re.fullmatch(pattern, path) for path in asked), pattern


@pytest.mark.parametrize("path", [*PATHS, *LOST])
def test_d2_all_headers_stand_on_every_route(book: Book, path: str) -> None:
    found = get(book, path)
    assert not [name for name in WANTED if name.decode() not in found.headers]


@pytest.mark.parametrize("method, path, said, status", REFUSED)
def test_d2_refusals_have_them_too(
    book: Book, method: str, path: str, said: list[tuple[bytes, bytes]], status: int
) -> None:
    sent = raw(book, said, method, path)
    assert sent[0]["status"] == status
    found = headers(sent)
    assert not [name for name in WANTED if name not in found]
    assert b"charset=utf-8" in found[b"content-type"].lower()


def test_d2_faults_of_ours_and_stopped_queries_have_them(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.web import searching

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(searching, "results", broken)
    for path, status in (("/", 500), ("/-/api/search", 500), ("/minutebook?sql=delete", 400)):
        found = get(book, path)
        assert found.status_code == status
        assert not [name for name in WANTED if name.decode() not in found.headers], path


# D3 and D4: the command itself, as a process: where it listens, what it opens, how it ends.


@contextmanager
def serving(db: Path, *before: str, code: str = "") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `serve` and give the process and its address; kill it where the test does not end it."""
    start = f"import sys\n{code}\nfrom pipeline.cli import main\nmain(sys.argv[1:])"
    command = [*before, sys.executable, "-c", start, "serve", str(db), "--port", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as server:
        try:
            assert server.stdout
            told = re.search(r"http://127\.0\.0\.1:[0-9]+", server.stdout.readline())
            assert told
            for _ in range(300):
                try:
                    urlopen(told[0] + "/-/minutebook/site.css").close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield server, told[0]
        finally:
            server.kill()


def _listening(pid: int) -> list[str]:
    """Return the local addresses (hex, as the kernel tells) at which a process listens."""
    own, found = set(), []
    for file in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            own.add(os.readlink(file))
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            _, local, _, state, *rest = line.split()
            if f"socket:[{rest[5]}]" in own and (table.startswith("udp") or state == "0A"):
                found.append(f"{table} {local.partition(':')[0]}")
    return found


@pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="needs Linux's /proc")
def test_d3_it_listens_on_this_machine_alone() -> None:
    with serving(books.sample()) as (server, _):
        assert _listening(server.pid) == ["tcp 0100007F"]  # 127.0.0.1


WRITES = re.compile(r'open(?:at)?\([^"]*"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)')


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_d4_the_server_opens_no_file_for_writing(tmp_path: Path) -> None:
    """SQLite's own shared memory beside the database excepted, which has no content of ours."""
    db, log = tmp_path / "copy.db", tmp_path / "log"
    shutil.copy(books.sample(), db)
    before = hashlib.sha256(db.read_bytes()).hexdigest()
    calls = "trace=open,openat,creat,rename,unlink,mkdir,renameat,unlinkat,mkdirat"
    with serving(db, "strace", "-f", "-qq", "-o", str(log), "-e", calls) as (server, site):
        log_from = log.stat().st_size  # what Python and its packages do before is not in question
        for path in (
            "/?q=contract", "/suppliers", "/minutebook/decisions",
            f"/minutebook.json?sql={quote('select count(*) from documents')}",
        ):  # fmt: skip
            urlopen(site + path).read()
        for statement in ATTEMPTS[:20]:
            with suppress(HTTPError):  # most are refused; what counts is what was opened
                urlopen(f"{site}/minutebook.json?sql={quote(statement)}").close()
        told = log.read_text(errors="replace")[log_from:]
        server.send_signal(signal.SIGTERM)
    opened = {name for name in WRITES.findall(told) if not name.startswith("/dev/")}
    assert opened <= {f"{db}-shm", f"{db}-wal"}
    assert not re.search(r"\b(?:creat|rename|unlink|mkdir)(?:at)?\(", told)
    assert hashlib.sha256(db.read_bytes()).hexdigest() == before


ATTEMPTS = (
    "insert into runs(id) values (9)", "delete from documents", "update documents set text = ''",
    "drop table decisions", "create table x(a)", "create temp table x(a)", "vacuum",
    "vacuum into 'AWAY'", "attach 'AWAY' as a", "reindex", "analyze", "begin immediate",
    "pragma journal_mode = delete", "pragma user_version = 9", "pragma writable_schema = on",
    "select writefile('AWAY', 'x')", "select load_extension('AWAY')", "select edit('x')",
    "insert into search(search) values ('delete-all')", "delete from runs returning id",
    "with a as (select 1) delete from runs", "select 1; delete from runs",
    "/* */ delete from runs", "-- x\ndelete from runs", "replace into runs(id) values (1)",
    "'; delete from runs; --", "x' union select writefile('AWAY', 1) --",
)  # fmt: skip


def test_d4_no_parameter_of_any_page_writes(tmp_path: Path) -> None:
    """Every attempt through every parameter: of searches, questions, tables and pictures."""
    db, away = tmp_path / "copy.db", tmp_path / "away.db"
    shutil.copy(books.sample(), db)
    before = hashlib.sha256(db.read_bytes()).hexdigest()
    book = make(str(db))
    named = [(f"/questions/{q.name}", p.name) for q in QUESTIONS for p in q.parameters]
    named += [(f"/minutebook/{q.name}", p.name) for q in QUESTIONS[:3] for p in q.parameters]
    named += [("/", n) for n in ("q", "council", "supplier", "from", "to", "action", "money")]
    named += [("/suppliers", "q"), ("/-/chart/savings.svg", "council"), ("/minutebook", "sql")]
    tables = ("_sort", "_where", "_search", "_facet", "_col", "_next", "id__exact", "_size")
    named += [("/minutebook/decisions", name) for name in tables]
    tried = 0
    for (path, name), said in zip(named * 2, cycle(ATTEMPTS), strict=False):
        statement = said.replace("AWAY", str(away))
        found = get(book, f"{path}?{name}={quote(statement)}")
        assert found.status_code in (200, 400, 404), (path, name, found.text[:300])
        tried += 1
    assert tried >= 60
    book.book.close()
    assert hashlib.sha256(db.read_bytes()).hexdigest() == before
    assert not away.exists()


def test_stopped_while_it_works_it_says_so_and_ends() -> None:
    """What waits is answered with 503 after three seconds; no trace is printed."""
    slow = (
        "import time\nfrom pipeline.web import routes\n"
        "routes._draw = lambda *_: print('drawing', flush=True) or time.sleep(4.5) or '<svg/>'"
    )
    with serving(books.sample(), code=slow) as (server, site):
        asked = socket.create_connection(("127.0.0.1", int(site.rpartition(":")[2])), 60)
        asked.sendall(b"GET /-/chart/savings.svg HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")
        assert server.stdout
        assert server.stdout.readline() == "drawing\n"
        server.send_signal(signal.SIGINT)
        answer = b"".join(iter(lambda: asked.recv(65_536), b""))
        asked.close()
        assert server.stderr
        told = server.stderr.read()
        assert server.wait(60) == 0
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert b"was stopped before this answer was made" in answer
    assert b"content-security-policy" in answer.lower()
    assert "Traceback" not in told


# D5: bounded queries.


_FOUR = "evidence a, evidence b, evidence c, evidence d"
_TEXTS = "documents a, documents b, evidence c, evidence d"


def _slow() -> Iterator[str]:
    """Yield forty queries that take for ever, or memory without end."""
    for tables in (_FOUR, _FOUR.replace("evidence a", "mentions a"), _TEXTS):
        yield f"select count(*) from {tables} where a.id + b.id + c.id + d.id < 0"
        yield f"select max(a.id * b.id - c.id * d.id) from {tables}"
        yield f"select a.id from {tables} order by a.id % 7, b.id % 5, c.id limit 1"
        yield f"select count(distinct a.id || b.id || c.id || d.id) from {tables}"
        yield f"select sum(n) from (select count(*) as n from {tables} group by a.id, b.id)"
    yield f"select a.id from {_FOUR} limit 1 offset 1000000000"
    count = "with recursive a(n) as (select 1 union all select n + 1 from a) select {} from a"
    for what in (
        "count(*)", "sum(n)", "max(length(hex(n)))", "count(distinct n % 1000)", "total(abs(n))",
        "min(printf('%09d', n))",
    ):  # fmt: skip
        yield count.format(what)
    grow = "with recursive a(s) as (select 'x' union all select substr({}, 1, 4000000) from a) "
    for step in ("s || s", "s || 'yyyyyyyyyyyyyyyy'", "hex(s)", "replace(s, 'x', 'xx') || 'z'"):
        yield grow.format(step) + "select max(length(s)) from a"
    for test in (
        "like '%a%b%c%d%e%f%'",
        "glob '*a*b*c*d*e*x*'",
        "not like '%' || substr(b.quote, 1, 9) || '%'",
    ):
        yield f"select count(*) from {_FOUR} where a.quote {test}"
    yield f"select group_concat(a.quote || b.quote) from {_FOUR}"
    yield f"select json_group_array(a.text || b.text) from {_TEXTS}"
    yield f"select count(*) from search x, search y, {_FOUR} where a.id + b.id + c.id + d.id < 0"
    for window in ("sum(a.id) over (order by b.id)", "rank() over (order by a.quote || b.quote)"):
        yield f"select max(x) from (select {window} as x from {_FOUR})"
    for many in (
        "upper(a.text || b.text)", "instr(a.text || b.text, 'zzz')", "trim(a.text, b.text)",
        "quote(a.text || b.text)", "length(replace(a.text, 'e', b.text)) % 7",
        "length(hex(a.text || b.text))",
    ):  # fmt: skip
        yield f"select max({many}) from {_TEXTS}"


SLOW = tuple(_slow())


@pytest.mark.parametrize("sql", SLOW[:: level(8, 1)])
def test_d5_a_query_without_end_is_stopped(book: Book, sql: str) -> None:
    assert len(SLOW) >= 40
    found = get(book, f"/minutebook.json?sql={quote(sql)}")
    assert found.status_code == 400, found.text[:300]
    assert get(book, "/councils").status_code == 200


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc")
def test_d5_no_query_fills_the_memory() -> None:
    greedy = [sql for sql in SLOW if "json_group_array" in sql or "rank() over" in sql]
    assert len(greedy) == 2
    with serving(books.sample()) as (server, site):
        for sql in greedy:
            with pytest.raises(HTTPError) as refused:
                urlopen(f"{site}/minutebook.json?sql={quote(sql)}")
            refused.value.close()
            assert refused.value.code == 400
        told = Path(f"/proc/{server.pid}/status").read_text()
        most = re.search(r"VmHWM:\s+([0-9]+) kB", told)
        assert most
        assert int(most[1]) < 290_000  # 250 MB were measured, 340 MB without the limit
        assert urlopen(f"{site}/?q=contract").status == 200


# D6: any query string gives a page.

FTS = (
    '"', '""', '"a', "a AND", "OR OR", "NOT", "NEAR(a b", "a NEAR/3 b", "{title}: a", "title:a",
    "a*", "*", "^a", "-", "- -", "a -", "(((", ")", "a + b", "a OR -b", "'", "''", "%", "\\", "[a]",
    "£", "£1m OR £", "ŵ*", "\u0300", "a\u0000b", "(" * 400, "a " * 900, '"' * 999, "a OR " * 300,
    "' or 1=1 --", "1); drop table runs; --", "' union select text from documents --", "\ud800",
    "NaN", "1e999", "-1", "0x10", "9" * 400, "2024-13-45", "2024-02-30", "0000-00-00", "../..",
)  # fmt: skip
SAID = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*FTS, "AND", "OR", "contract", '"award', "libr*"]), max_size=6).map(
        " ".join
    ),
)
ASKED = [
    *(("/", n) for n in (
        "q", "council", "supplier", "from", "to", "action", "money", "key", "page", "none",
    )),
    *((f"/questions/{q.name}", p.name) for q in QUESTIONS for p in q.parameters),
    ("/suppliers", "q"), ("/-/api/search", "q"), ("/-/chart/awards.svg", "supplier"),
]  # fmt: skip
TABLES = [("/minutebook", "sql"), *(("/minutebook/decisions", n) for n in (
    "_search", "_sort", "_next", "_size", "_facet", "title__contains", "_where", "id__gt", "_col",
    "id__in", "_through", "_facet_date", "_facet_array",
))]  # fmt: skip
_SHARED: list[Book] = []


def answered(path: str, name: str, said: str) -> int:
    if not _SHARED:
        _SHARED.append(make(str(books.sample())))
    found = get(_SHARED[0], f"{path}?{name}={quote(said.encode('utf-8', 'surrogatepass'))}")
    assert "Traceback" not in found.text
    return int(found.status_code)


@given(st.sampled_from(ASKED), SAID)
@settings(max_examples=level(150, 9_000))
def test_d6_any_words_give_a_page(where: tuple[str, str], said: str) -> None:
    expected = {200} | ({404} if "/chart/" in where[0] else set())
    expected |= {414} if len(quote(said.encode("utf-8", "surrogatepass"))) > 15_900 else set()
    assert answered(*where, said) in expected


@given(st.sampled_from(TABLES), SAID)
@settings(max_examples=level(50, 1_000))
def test_d6_any_words_give_a_page_of_datasette(where: tuple[str, str], said: str) -> None:
    assert answered(*where, said) < 500


@pytest.mark.parametrize("path, name", [*ASKED, *TABLES])
def test_d6_syntax_of_searches_and_sql_gives_a_page(path: str, name: str) -> None:
    for said in FTS[:: level(5, 1)]:
        assert answered(path, name, said) < 500, said


# D8: logs.


def test_d8_what_is_logged_is_one_line_without_signs_that_act(
    book: Book, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from pipeline.web import places

    for text in payloads()[:: level(50, 1)]:

        def broken(*_: object, said: str = text) -> None:
            raise RuntimeError(said + "\r\n\x1b]0;x\x07\u202e")

        monkeypatch.setattr(places, "councils", broken)
        caplog.clear()
        assert get(book, f"/-/api/councils?{quote(text)}").status_code == 500
        (message,) = caplog.messages
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", message)
