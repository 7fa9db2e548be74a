"""A stand-in for readers and rules that runs in real workers: plain lines, a few marks.

`TITLE: x`, `MEETING: body | date`, `RESOLVED: text`, `RECOMMENDED: text`, `SUPPLIER: name`,
`ISSUE: id`, `PAGE: id`, `COUNCIL: slug name`, `£n`. A line with BOOM … misbehaves.
"""

import os
import re
import signal
import time
from dataclasses import dataclass

from pipeline import progress, wire
from pipeline.worker import Job, _ready, refusal
from schemas.document import Document, Notice
from schemas.facts import Amount, Evidence, Mention, Recommendation, Resolution, Row
from schemas.records import Decision, MeetingNote


@dataclass
class Extraction:
    kind: str
    layout: str
    title: str | None
    is_complete: int | None
    page_id: str | None
    council: dict[str, str | None] | None
    rows: tuple[Row, ...]
    issues: tuple[Notice, ...]
    overfull: bool = False


def misbehave(data: bytes) -> bytes | None:
    if b"BOOM hang" in data:
        while True:
            time.sleep(0)
    if b"BOOM sleep" in data:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    if b"BOOM segv" in data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"BOOM exit" in data:
        os._exit(0)
    if b"BOOM fork" in data:
        for _ in range(20):
            if not os.fork():
                time.sleep(600)
        time.sleep(600)
    if b"BOOM close" in data:
        os.closerange(3, 64)
        time.sleep(600)
    if b"BOOM print" in data:
        for _ in range(1000):
            os.write(1, b"x" * 100_000)
    if b"BOOM huge" in data:
        return b'{"refused":["parse","empty","' + b"x" * 8_000_000 + b'"]}'
    if b"BOOM lie" in data:
        return b'{"page": {"text": "lie"}}'
    if b"BOOM memory" in data:
        kept = []
        try:
            while True:
                kept.append(bytearray(10 << 20))
        except MemoryError:
            kept.clear()
            return refusal("parse", "memory")
    if b"BOOM pages" in data:
        for page in range(1, 6):
            if page == 4 and b"then hang" in data:
                time.sleep(600)
            time.sleep(0.25)
            if not progress.pages_read(page, 5):
                return refusal("parse", "page_limit", f"stopped after page {page}")
    return None


def found(pattern: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(pattern, text, re.MULTILINE))


def one(pattern: str, text: str) -> str | None:
    match = re.search(pattern, text, re.MULTILINE)
    return match[1].strip() if match else None


def limbs(kind: type, mark: str, text: str) -> list[Row]:
    return [
        kind(
            id=n, start=m.start(), stop=m.end(), quote=m[0], rule="fake", position=n,
            text=m[1].strip(), action="approve", decision_id=1,
        )
        for n, m in enumerate(found(rf"^{mark}: (.+)$", text), 1)
    ]  # fmt: skip


def rows_of(text: str) -> list[Row]:
    title = re.search(r"^TITLE: (.+)$", text, re.MULTILINE)
    meeting = re.search(r"^MEETING: (.+) \| (\S+)$", text, re.MULTILINE)
    rows: list[Row] = []
    if title:
        rows.append(
            Decision(
                id=1, start=0, stop=len(text), position=1, title=title[1],
                entry_id=one(r"^ISSUE: (.+)$", text), text=text[:50],
                decision_date=meeting[2] if meeting else None,
            )
        )  # fmt: skip
        rows.append(
            Evidence(
                id=1, start=title.start(1), stop=title.end(1), quote=title[1], rule="fake",
                table_name="decisions", row_id=1, column_name="title",
            )
        )  # fmt: skip
        rows += limbs(Resolution, "RESOLVED", text) + limbs(Recommendation, "RECOMMENDED", text)
    if meeting:
        rows.append(
            MeetingNote(
                id=1, start=meeting.start(), stop=meeting.end(), quote=meeting[0], rule="fake",
                body=meeting[1], date=meeting[2],
            )
        )  # fmt: skip
    within = 1 if title else None
    for n, m in enumerate(found(r"SUPPLIER: ([^\n;]+)", text), 1):
        rows.append(
            Mention(
                id=n, start=m.start(1), stop=m.end(1), quote=m[1], rule="fake", name=m[1],
                role="supplier", org_kind="supplier", decision_id=within,
            )
        )  # fmt: skip
    has_mention = any(isinstance(r, Mention) for r in rows)
    for n, m in enumerate(found(r"£([0-9]+)", text), 1):
        rows.append(
            Amount(
                id=n, start=m.start(), stop=m.end(), quote=m[0], rule="fake",
                pence=int(m[1]) * 100, decision_id=within, mention_id=1 if has_mention else None,
            )
        )  # fmt: skip
    return rows


def work(job: Job) -> bytes:
    """Do what `pipeline.worker.work` does, with the marks above."""
    said = misbehave(job.data)
    if said is not None:
        return said
    if job.data.startswith(b"\xff\xd8"):
        return refusal("read", "type_mismatch", "an image named as a page")
    text = job.data.decode("utf-8", "replace").replace("\0", "\ufffd")
    if not text.strip():
        return refusal("read", "empty")
    document = Document(text=text, reading=text, media_type="text/plain")
    named = re.search(r"^COUNCIL: (\S+) (.+)$", text, re.MULTILINE)
    extraction = Extraction(
        kind="decision" if "TITLE:" in text else "unknown",
        layout="fake",
        title=one(r"^TITLE: (.+)$", text),
        is_complete=None,
        page_id=one(r"^PAGE: (.+)$", text),
        council={"slug": named[1], "name": named[2].strip()} if named else None,
        rows=tuple(rows_of(text)),
        issues=(Notice("fake.note", "a note", 0, 1),) if "NOTE" in text else (),
    )
    return wire.encode(_ready(document, job.url), extraction)


def misbehave_not(job: Job) -> bytes:
    """Answer at once, for measuring."""
    return refusal("parse", "empty", job.name)
