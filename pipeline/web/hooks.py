"""Our pages as a Datasette plugin: the hooks, which act only in a Datasette of ours."""

import sqlite3
from collections.abc import Callable, Generator
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request
from jinja2 import Environment

from pipeline.web import guard, routes, words
from pipeline.web.database import NAME, Book
from pipeline.web.shield import App, Shield


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
    """Let connections to our file only read."""
    if database == NAME and isinstance(datasette, Book):
        guard.guard(conn, with_contacts=datasette.with_contacts)


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Any]]:
    """Give our pages, ahead of Datasette's."""
    return routes.ROUTES if isinstance(datasette, Book) else []


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """Make unseen characters visible in all pages, Datasette's too."""
    if isinstance(datasette, Book):
        env.finalize = words.finalize
        env.filters.update(words.FILTERS)
        env.globals["path_of"] = words.path


@hookimpl(trylast=True)
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Put the wall around everything."""
    return lambda app: Shield(app, NAME) if isinstance(datasette, Book) else app


@hookimpl(hookwrapper=True)
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Generator[None, Any, None]:
    """Show an error in plain words, and nothing else: Datasette's own handler prints traces."""
    outcome = yield
    if isinstance(datasette, Book):
        outcome.force_result([lambda: routes.failed(datasette, request, exception)])


@hookimpl
def extra_css_urls(datasette: Datasette) -> list[str]:
    """Give Datasette's own pages our type and colours."""
    return ["/-/minutebook/tables.css"] if isinstance(datasette, Book) else []


@hookimpl
def extra_js_urls(datasette: Datasette) -> list[dict[str, object]]:
    """Give Datasette's own pages a language and names for their boxes."""
    own = {"url": "/-/minutebook/tables.js", "module": True}
    return [own] if isinstance(datasette, Book) else []
