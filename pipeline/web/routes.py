"""Addresses and what answers them: pages for people, the same as JSON for programs."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlencode

from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError

from pipeline import ask
from pipeline.ask_queries import BY_NAME, QUESTIONS, Question
from pipeline.terminal import safe
from pipeline.web import evidence, facts, figures, places, searching
from pipeline.web.database import NAME, OUR_SECONDS, Book

_ROWS, _MOST_ROWS = 500, 100_000  # of an answer on a page, and in a file
_DATES = frozenset(
    {"date", "decision_date", "publication_date", "effective_date", "due", "decided"}
)
_LOG = logging.getLogger("minutebook.web")


class Missing(Exception):
    """Nothing has this key. (Datasette answers its own NotFound with redirects.)"""


_Model = Callable[[sqlite3.Connection], Any]


async def asked(datasette: Book, model: _Model) -> Any:
    """Run a function of ours on the database, within the time of a page."""
    return await datasette.book.within(OUR_SECONDS, model)


async def page(
    datasette: Book, request: Request, name: str, code: int = 200, **said: Any
) -> Response:
    """Return a page of ours from its template."""
    html = await datasette.render_template(f"minutebook/{name}.html", said, request)
    return Response.html(html, status=code)


def _given(request: Request) -> dict[str, str]:
    return {name: request.args.get(name) or "" for name in request.args}


def _key(request: Request, name: str = "key") -> str:
    """Return a key from an address; what is no UTF-8 is replaced and so finds nothing."""
    return unquote(request.url_vars[name], errors="replace")


def _found(value: Any, what: str) -> Any:
    if value is None:
        raise Missing(f"No {what} has this key. It may have been read under another address.")
    return value


async def front(datasette: Book, request: Request) -> Response:
    """Answer the front page: the search box, and what fits."""
    given = _given(request)

    def model(db: sqlite3.Connection) -> dict[str, Any]:
        found = searching.results(db, given, datasette.with_contacts)
        totals = {} if found["asked"] else searching.totals(db)
        return {"found": found, "choices": searching.choices(db), "totals": totals}

    return await page(datasette, request, "search", **await asked(datasette, model))


async def decision(datasette: Book, request: Request) -> Response:
    """Answer the page of a decision: its facts beside the source."""
    about = _found(
        await asked(datasette, lambda db: evidence.decision(db, _key(request))), "decision"
    )
    return await _evidence(datasette, request, about)


async def document(datasette: Book, request: Request) -> Response:
    """Answer the page of a document: its facts beside the source."""
    about = _found(
        await asked(datasette, lambda db: evidence.document(db, _key(request))), "document"
    )
    return await _evidence(datasette, request, about)


async def _evidence(datasette: Book, request: Request, about: dict[str, Any]) -> Response:
    return await page(
        datasette, request, "evidence",
        about=about, source=evidence.source(about), headings=facts.headings(),
    )  # fmt: skip


async def matter(datasette: Book, request: Request) -> Response:
    """Answer the page of a matter: its story."""
    about = _found(await asked(datasette, lambda db: evidence.matter(db, _key(request))), "matter")
    return await page(datasette, request, "matter", about=about)


async def supplier(datasette: Book, request: Request) -> Response:
    """Answer the page of a supplier."""
    about = _found(
        await asked(datasette, lambda db: places.supplier(db, _key(request))), "supplier"
    )
    return await page(datasette, request, "supplier", about=about)


async def suppliers(datasette: Book, request: Request) -> Response:
    """Answer the list of suppliers."""
    said = request.args.get("q") or ""
    found = await asked(datasette, lambda db: places.suppliers(db, said))
    return await page(datasette, request, "suppliers", found=found)


async def council(datasette: Book, request: Request) -> Response:
    """Answer the page of a council."""
    about = _found(await asked(datasette, lambda db: places.council(db, _key(request))), "council")
    return await page(datasette, request, "council", about=about)


async def councils(datasette: Book, request: Request) -> Response:
    """Answer the list of councils."""
    return await page(
        datasette, request, "councils", councils=await asked(datasette, places.councils)
    )


async def questions(datasette: Book, request: Request) -> Response:
    """Answer the list of questions that have names."""
    return await page(datasette, request, "questions", questions=QUESTIONS)


def _question(request: Request) -> tuple[Question, dict[str, str]]:
    question: Question = _found(BY_NAME.get(_key(request)), "question")
    said = {n: v.replace("\0", "")[:200].strip() for n, v in _given(request).items()}
    return question, {p.name: said[p.name] for p in question.parameters if p.name in said}


async def question(datasette: Book, request: Request) -> Response:
    """Answer a question that has a name, as a table."""
    asks, given = _question(request)
    found = await asked(datasette, lambda db: ask.answer(db, asks, given, _ROWS))
    said = urlencode(given)
    filled = urlencode({p.name: given.get(p.name, p.default) for p in asks.parameters})
    return await page(
        datasette, request, "question", question=asks, given=given, answer=found, dates=_DATES,
        csv=f"/questions/{asks.name}.csv?{said}", api=f"/-/api/ask/{asks.name}?{said}",
        run=f"/{NAME}/{asks.name}?{filled}",
    )  # fmt: skip


async def question_csv(datasette: Book, request: Request) -> Response:
    """Answer a question as CSV whose cells no spreadsheet computes."""
    asks, given = _question(request)
    found = await asked(datasette, lambda db: ask.answer(db, asks, given, _MOST_ROWS))
    return Response(
        "\n".join(ask.lines(found, "csv")) + "\n",
        content_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{asks.name}.csv"'},
    )


async def api_question(datasette: Book, request: Request) -> Response:
    """Answer a question as JSON."""
    asks, given = _question(request)
    found = await asked(datasette, lambda db: ask.answer(db, asks, given, _ROWS))
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return as_json({"question": asks.name, "given": given, "is_cut": found.is_cut, "rows": rows})


async def chart(datasette: Book, request: Request) -> Response:
    """Answer a picture as SVG."""
    name, given = _key(request), _given(request)
    _found(figures.FIGURES.get(name), "picture")
    scope = places.scope_of(given)
    whose = scope.get("supplier") or scope.get("council") or "all councils"
    drawn = _found(
        await asked(datasette, lambda db: figures.drawn(db, name, scope, whose)), "picture"
    )
    paper = "dark" if given.get("paper") == "dark" else "light"
    loop = asyncio.get_running_loop()
    picture = await loop.run_in_executor(datasette.executor, _draw, drawn, paper)
    return Response(picture, content_type="image/svg+xml; charset=utf-8")


def _draw(figure: dict[str, Any], paper: str) -> str:
    from pipeline.web import charts  # the drawing library takes half a second to load

    return charts.svg(figure, paper)


def as_json(value: Any, status: int = 200) -> Response:
    """Return JSON that cannot end a script or a comment wherever it is pasted."""
    said = json.dumps(value, ensure_ascii=False, default=str).replace("</", "<\\/")
    return Response(said + "\n", status=status, content_type="application/json; charset=utf-8")


def _api(what: str, model: Callable[[sqlite3.Connection, str], Any]) -> Any:
    async def answer(datasette: Book, request: Request) -> Response:
        key = _key(request)
        return as_json(_found(await asked(datasette, lambda db: model(db, key)), what))

    return answer


async def api_search(datasette: Book, request: Request) -> Response:
    """Answer a search as JSON."""
    given, contacts = _given(request), datasette.with_contacts
    return as_json(await asked(datasette, lambda db: searching.results(db, given, contacts)))


async def api_councils(datasette: Book, request: Request) -> Response:
    """Answer the councils as JSON."""
    return as_json({"councils": await asked(datasette, places.councils)})


async def api_suppliers(datasette: Book, request: Request) -> Response:
    """Answer suppliers as JSON."""
    said = request.args.get("q") or ""
    return as_json(await asked(datasette, lambda db: places.suppliers(db, said)))


async def api_index(datasette: Book, request: Request) -> Response:
    """Answer what the interface offers."""
    return as_json({"paths": _PATHS, "questions": list(BY_NAME)})


_PATHS = {
    "/-/api/search?q=&council=&supplier=&from=&to=&action=&money=&key=&page=": "search",
    "/-/api/decision/KEY": "a decision, its facts and where their words stand",
    "/-/api/document/KEY": "a document, its text and its facts",
    "/-/api/matter/KEY": "a matter and its story",
    "/-/api/supplier/NAME": "a supplier: resolutions, sums, savings, performance, spellings",
    "/-/api/council/SLUG": "a council: coverage, bodies, savings, performance",
    "/-/api/councils": "the councils of this database",
    "/-/api/suppliers?q=": "its suppliers",
    "/-/api/ask/NAME": "the answer to a question; parameters as for `minutebook ask`",
}
ROUTES: list[tuple[str, Any]] = [
    (r"^/$", front),
    (r"^/decision/(?P<key>.+)$", decision),
    (r"^/document/(?P<key>.+)$", document),
    (r"^/matter/(?P<key>.+)$", matter),
    (r"^/suppliers$", suppliers),
    (r"^/supplier/(?P<key>.+)$", supplier),
    (r"^/councils$", councils),
    (r"^/council/(?P<key>.+)$", council),
    (r"^/questions$", questions),
    (r"^/questions/(?P<key>[a-z-]+)\.csv$", question_csv),
    (r"^/questions/(?P<key>.+)$", question),
    (r"^/-/chart/(?P<key>[a-z-]+)\.svg$", chart),
    (r"^/-/api/?$", api_index),
    (r"^/-/api/councils$", api_councils),
    (r"^/-/api/suppliers$", api_suppliers),
    (r"^/-/api/ask/(?P<key>.+)$", api_question),
    (r"^/-/api/supplier/(?P<key>.+)$", _api("supplier", places.supplier)),
    (r"^/-/api/council/(?P<key>.+)$", _api("council", places.council)),
    (r"^/-/api/search$", api_search),
    (r"^/-/api/decision/(?P<key>.+)$", _api("decision", evidence.decision)),
    (r"^/-/api/document/(?P<key>.+)$", _api("document", evidence.document)),
    (r"^/-/api/matter/(?P<key>.+)$", _api("matter", evidence.matter)),
]


# What Datasette's tables raise at parameters that they cannot read (`_facet={a`, `id__gt=9…9`).
_NOT_READ = (ValueError, TypeError, LookupError, AssertionError, AttributeError, OverflowError)


def _explained(exception: Exception) -> tuple[int, str]:
    """Return the status of an error and what to say of it."""
    slow = "This took too long and was stopped. Add a council, a date or a rarer word."
    if isinstance(exception, QueryInterrupted):
        return 400, slow
    if isinstance(exception, sqlite3.OperationalError) and "interrupted" in str(exception):
        return 400, slow
    if isinstance(exception, MemoryError):  # SQLite's, at its limit
        return 400, "This would take too much memory and was stopped."
    if isinstance(exception, Missing):
        return 404, str(exception)
    if isinstance(exception, Base400):
        return exception.status, str(exception.args[0] if exception.args else "Bad request.")
    if isinstance(exception, DatasetteError):
        status = exception.status if exception.status < 500 else 400
        return status, str(exception.message)
    if isinstance(exception, InvalidSql | sqlite3.OperationalError | sqlite3.DatabaseError):
        return 400, f"The database refused the query: {exception}"
    return 500, "Something went wrong in Minutebook. The log of the server says what."


async def failed(datasette: Book, request: Request, exception: Exception) -> Response:
    """Answer an error in plain words; what is not the reader's fault alone goes to the log, on one
    line."""
    status, said = _explained(exception)
    of_datasette = request.path.startswith(f"/{NAME}") and bool(request.query_string)
    if status >= 500 and of_datasette and isinstance(exception, _NOT_READ):
        status, said = 400, "The table cannot be shown so: a parameter in the address is not valid."
        _LOG.warning("%s: %s", safe(request.path), safe(repr(exception)))
    elif status >= 500:
        _LOG.error("%s: %s", safe(request.path), safe(repr(exception)))
    wants = request.path.split("?")[0]
    if wants.startswith("/-/api") or wants.endswith(".json"):
        return as_json({"ok": False, "status": status, "error": said}, status)
    return await page(datasette, request, "error", code=status, status=status, said=said)
