"""What every answer must carry and every request must be: the wall around all routes."""

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
# Datasette's own pages hold scripts and styles in the page itself.
_DATASETTE = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'none'"
)
# A picture made by us: it may style itself and do nothing else.
_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"x-robots-tag", b"noindex"),
)
# Ours to set, or nobody's: no cookie, no access from other sites.
_DROPPED = frozenset(
    {b"set-cookie", b"server", b"content-security-policy", b"link", *(n for n, _ in _HEADERS)}
)
_HOSTS = (b"127.0.0.1", b"localhost", b"[::1]")  # other names may lead here: DNS rebinding
_PORT = re.compile(rb"(?::[0-9]{1,5})?")
# Datasette's administration and settings are closed; its files and our interface are open.
_OPEN = ("/-/api", "/-/chart/", "/-/static/", "/-/static-plugins/", "/-/minutebook/")
_CLOSED = ("/-/", "/_", "/.")
_CHARSET = re.compile(rb"charset=", re.IGNORECASE)
_TEXTS = (b"text/", b"application/json", b"application/javascript", b"image/svg+xml")


class Shield:
    """An ASGI app around another: it checks the request and completes the answer."""

    def __init__(self, app: App, database: str) -> None:
        self.app = app
        self.tables = f"/{database}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it in plain words."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        path = _path(scope)
        sender = self._completing(send, path, head=scope["method"] == "HEAD")
        refused = _refusal(scope, path)
        if refused:
            await _plain(sender, *refused)
            return
        try:
            await self.app(_plainly(scope, path), receive, sender)
        except asyncio.CancelledError:  # the server is ending, and waited as long as it waits
            with suppress(RuntimeError):  # the answer had begun
                await _plain(sender, 503, "Minutebook was stopped before this answer was made.")

    def _policy(self, path: str) -> str:
        if path.startswith("/-/chart/"):
            return _PICTURE
        if path.startswith((self.tables, "/-/static/", "/-/static-plugins/")):
            return _DATASETTE
        return _OURS

    def _still(self, message: Message) -> Message:
        """Return an answer that sends nobody elsewhere: Datasette makes redirects from paths."""
        moved = 300 <= message["status"] < 400 and message["status"] != 304
        headers = message.get("headers", ())
        to = next((v for n, v in headers if n.lower() == b"location"), b"")
        if not moved or to.startswith(self.tables.encode()):
            return message
        return {
            **message,
            "status": 404,
            "headers": [h for h in headers if h[0].lower() != b"location"],
        }

    def _completing(self, send: Send, path: str, *, head: bool) -> Send:
        policy = self._policy(path).encode()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = self._still(message)
                kept = [_typed(n, v) for n, v in message.get("headers", ()) if _keep(n.lower())]
                names = {name.lower() for name, _ in kept}
                kept += [*_HEADERS, (b"content-security-policy", policy)]
                if b"cache-control" not in names:
                    kept.append((b"cache-control", b"no-cache"))
                if b"content-type" not in names:
                    kept.append((b"content-type", b"text/plain; charset=utf-8"))
                message = {**message, "headers": kept}
            elif head:
                message = {**message, "body": b""}
            await send(message)

        return sending


def _path(scope: Scope) -> str:
    raw = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
    return str(raw.partition(b"?")[0].decode("latin-1"))


def _keep(name: bytes) -> bool:
    return name not in _DROPPED and not name.startswith(b"access-control-")


def _typed(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name.lower() == b"content-type" and value.startswith(_TEXTS) and not _CHARSET.search(value):
        return name, value + b"; charset=utf-8"
    return name, value


def _plainly(scope: Scope, path: str) -> Scope:
    """Return a request without credentials, for a GET, and without a last slash.

    Datasette would answer that slash with a redirect made from the path.
    """
    kept = [(n, v) for n, v in scope["headers"] if n.lower() not in (b"cookie", b"authorization")]
    raw = path.rstrip("/").encode("latin-1") or b"/"
    return {**scope, "method": "GET", "headers": kept, "path": unquote(raw), "raw_path": raw}


def _refusal(scope: Scope, path: str) -> tuple[int, str] | None:
    """Return the status and the words of a refusal; None for a request that may go on."""
    hosts = [v for n, v in scope["headers"] if n.lower() == b"host"]
    if len(hosts) != 1 or not _is_here(hosts[0].lower()):
        return 421, "This server answers only to 127.0.0.1 and localhost."
    if scope["method"] not in ("GET", "HEAD"):
        return 405, "Only GET and HEAD: nothing can be changed here."
    if path.startswith("//") or "\\" in path or not path.startswith("/"):
        return 404, "No such page."
    if path.startswith(_CLOSED) and not path.startswith(_OPEN):
        return 404, "No such page."
    if len(path) + len(scope.get("query_string", b"")) > 16_000:
        return 414, "The address is too long."
    return None


def _is_here(host: bytes) -> bool:
    return any(host.startswith(h) and _PORT.fullmatch(host, len(h)) for h in _HOSTS)


async def _plain(send: Send, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    if status == 405:
        headers.append((b"allow", b"GET, HEAD"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode() + b"\n"})
