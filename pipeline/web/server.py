"""`minutebook serve`: one database, on this machine only."""

import logging
import socket
import sqlite3
import threading
import webbrowser
from contextlib import closing, suppress
from pathlib import Path

import uvicorn

from pipeline.web.plugin import make

HOST = "127.0.0.1"
# Bytes that SQLite may take in this process, and an eighth of the file more, which beginnings of
# words need that stand in most rows; a query that wants more is refused.
HEAP = 144 << 20


class CannotServe(Exception):
    """The port is taken."""


def serve(file: str, *, port: int, opened: bool, contacts: bool, immutable: bool) -> None:
    """Serve a database until interrupted. Raises CannotServe where the port is taken."""
    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    print(f"Minutebook is at {address} (Ctrl+C ends it)", flush=True)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    if opened:
        threading.Timer(0.7, webbrowser.open, [address]).start()
    _bound(HEAP + Path(file).stat().st_size // 8)
    book = make(file, contacts=contacts, immutable=immutable)
    settings = uvicorn.Config(
        book.app(), log_level="warning", access_log=False, server_header=False, date_header=False,
        limit_concurrency=64, timeout_keep_alive=10, timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=32_768,
    )  # fmt: skip
    with closing(listening), suppress(KeyboardInterrupt):  # which is how it is ended
        uvicorn.Server(settings).run(sockets=[listening])
    book.executor.shutdown(wait=False, cancel_futures=True)  # nobody waits for these any more


def _bound(most: int) -> None:
    """Bound the memory of SQLite: of all its connections in this process, for good."""
    with closing(sqlite3.connect(":memory:")) as any_of_them:
        any_of_them.execute(f"pragma hard_heap_limit = {most}")


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise CannotServe(f"port {port} cannot be used ({error.strerror}); try --port 0") from error
    return listening
