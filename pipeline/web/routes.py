"""Addresses and what answers them: pages for people, the same as JSON for programs."""

import json
import logging
import sqlite3
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql
from datasette.utils.asgi import Base400, NotFound, Request, Response
from datasette.views.base import DatasetteError

from pipeline.terminal import safe
from pipeline.web import evidence, facts, searching
from pipeline.web.database import OUR_SECONDS, Book

_LOG = logging.getLogger("minutebook.web")
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
        raise NotFound(f"No {what} has this key. It may have been read under another address.")
    return value


async def front(datasette: Book, request: Request) -> Response:
    """Answer the front page: the search box, and what fits."""
    given = _given(request)

    def model(db: sqlite3.Connection) -> dict[str, Any]:
        found = searching.results(db, given)
        return {"found": found, "choices": searching.choices(db), "totals": searching.totals(db)}

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
    given = _given(request)
    return as_json(await asked(datasette, lambda db: searching.results(db, given)))


async def api_index(datasette: Book, request: Request) -> Response:
    """Answer what the interface offers."""
    return as_json({"paths": _PATHS})


_PATHS = {
    "/-/api/search?q=&council=&supplier=&from=&to=&action=&money=&key=&page=": "search",
    "/-/api/decision/KEY": "a decision, its facts and where their words stand",
    "/-/api/document/KEY": "a document, its text and its facts",
    "/-/api/matter/KEY": "a matter and its story",
}
ROUTES: list[tuple[str, Any]] = [
    (r"^/$", front),
    (r"^/decision/(?P<key>.+)$", decision),
    (r"^/document/(?P<key>.+)$", document),
    (r"^/matter/(?P<key>.+)$", matter),
    (r"^/-/api/?$", api_index),
    (r"^/-/api/search$", api_search),
    (r"^/-/api/decision/(?P<key>.+)$", _api("decision", evidence.decision)),
    (r"^/-/api/document/(?P<key>.+)$", _api("document", evidence.document)),
    (r"^/-/api/matter/(?P<key>.+)$", _api("matter", evidence.matter)),
]


def _explained(exception: Exception) -> tuple[int, str]:
    """Return the status of an error and what to say of it."""
    slow = "This took too long and was stopped. Add a council, a date or a rarer word."
    if isinstance(exception, QueryInterrupted):
        return 400, slow
    if isinstance(exception, sqlite3.OperationalError) and "interrupted" in str(exception):
        return 400, slow
    if isinstance(exception, Base400):
        return exception.status, str(exception.args[0] if exception.args else "Bad request.")
    if isinstance(exception, DatasetteError):
        status = exception.status if exception.status < 500 else 400
        return status, str(exception.message)
    if isinstance(exception, InvalidSql | sqlite3.OperationalError | sqlite3.DatabaseError):
        return 400, f"The database refused the query: {exception}"
    return 500, "Something went wrong in Minutebook. The log of the server says what."


async def failed(datasette: Book, request: Request, exception: Exception) -> Response:
    """Answer an error in plain words; what is our fault goes to the log, on one line."""
    status, said = _explained(exception)
    if status >= 500:
        _LOG.error("%s: %s", safe(request.path), safe(repr(exception)))
    wants = request.path.split("?")[0]
    if wants.startswith("/-/api") or wants.endswith(".json"):
        return as_json({"ok": False, "status": status, "error": said}, status)
    return await page(datasette, request, "error", code=status, status=status, said=said)
