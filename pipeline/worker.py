"""What a worker process does with one file: bytes in, JSON out, and never an exception.

It runs in a process of its own, without the database and under limits that its parent keeps.
"""

import importlib
import json
import pkgutil
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from schemas.document import Document


@dataclass(frozen=True, slots=True)
class Job:
    """One file: its printable name, its bytes, and what is known beside them."""

    name: str
    data: bytes = field(repr=False)
    url: str | None = None
    pages: int | None = None  # reading stops after so many


def warm() -> None:
    """Load what every file needs, once, before the workers are forked off."""
    import dateparser

    from extractors import nlp
    from pipeline import extract, readers

    for found in pkgutil.iter_modules(readers.__path__, "pipeline.readers."):
        importlib.import_module(found.name)
    dateparser.parse("1 May 2020", languages=["en"], settings={"DATE_ORDER": "DMY"})
    nlp.sentences(f"{extract.__name__} is loaded.")


def work(job: Job) -> bytes:
    """Read one file and extract its rows; the answer is one message of `wire`.

    The only place where every exception is caught: here a file's failure becomes a refusal.
    """
    from pipeline.extract import Hints, extract
    from pipeline.readers import read
    from pipeline.wire import encode

    stage = "parse"
    try:
        document = _ready(read(job.data, job.name), job.url)
        stage = "extract"
        return encode(document, extract(document, Hints(url=job.url)))
    except Exception as error:
        return refusal(*_reason(error, stage))


def _ready(document: Document, url: str | None) -> Document:
    """Return a document that a database takes, with the address that was told beside its bytes."""
    if "\0" in document.text:
        document = replace(document, text=document.text.replace("\0", "\ufffd"))
    if url:
        document = replace(document, meta=(("saved-from", url), *document.meta))
    return document


def refusal(stage: str, reason: str, detail: str | None = None) -> bytes:
    """Return the message that says a file gives no document."""
    printable = detail.encode("utf-8", "backslashreplace").decode() if detail else None
    return json.dumps({"refused": [stage, reason, printable]}, ensure_ascii=False).encode()


def _reason(error: Exception, stage: str) -> tuple[str, str, str | None]:
    from pipeline.readers.errors import Refused

    if isinstance(error, Refused):
        return error.stage, error.reason, error.detail
    for cause in _causes(error):
        if isinstance(cause, MemoryError):
            return stage, "memory", _place(error)
        if isinstance(cause, RecursionError):
            return stage, "depth_limit", _place(error)
    return stage, "internal_error", _place(error)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and what it was made of: libraries wrap MemoryError in their own."""
    waiting: list[Any] = [error]
    seen: set[int] = set()
    while waiting and len(seen) < 50:
        this = waiting.pop()
        if not isinstance(this, BaseException) or id(this) in seen:
            continue
        seen.add(id(this))
        yield this
        waiting += [this.__cause__, this.__context__, *this.args]


def _place(error: BaseException) -> str:
    """Return the exception's type and where it was raised; never the file's own words."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    at = "/".join(last.filename.replace("\\", "/").split("/")[-2:])
    return f"{type(error).__name__} at {at}:{last.lineno} {last.name}"
