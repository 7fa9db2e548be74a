"""Runs jobs in worker processes and judges them from outside: by clock, memory and answer.

`Pool.run` takes items in order and gives them back in that order with their outcomes, whatever
the number of workers. A worker that hangs, grows or dies is killed with all it started, its file
gets a reason, and the next file a new worker.
"""

import json
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from pipeline import progress
from pipeline.discover import Refusal
from pipeline.limits import Limits
from pipeline.processes import Template, death, kill_group, peak_memory
from pipeline.template import HEAD, JOB_HEAD
from pipeline.worker import Job

_WATCH = 0.25  # seconds between looks at a busy worker's clock and memory
_AHEAD = 512  # files that may wait, read or answered, for one before them
_AHEAD_BYTES = 128 << 20
_CHUNK = 1 << 18
TARGET = "pipeline.worker:work"


class Item(Protocol):
    """What a pool is fed: a thing with a job, or without one where it is settled already."""

    @property
    def job(self) -> Job | None:
        """Return the job, None where nothing is to be done."""


T = TypeVar("T", bound=Item)
Outcome = bytes | Refusal | None  # an answer, a failure of the worker, nothing to do


@dataclass(slots=True)
class _Slot(Generic[T]):
    item: T
    outcome: Outcome = None
    done: bool = False
    pages: int | None = None  # second reading, of the pages that the first one got through


@dataclass(slots=True)
class _Worker(Generic[T]):
    pid: int
    channel: socket.socket
    base: int  # its memory before the first file
    slot: _Slot[T] | None = None
    outgoing: deque[memoryview] = field(default_factory=deque)
    incoming: bytearray = field(default_factory=bytearray)
    started: float = 0.0
    seconds: float = 0.0
    files: int = 0
    read: int = 0  # pages of its file so far
    total: int = 0


class Pool(Generic[T]):
    """A template process and its workers, started when the first job comes."""

    def __init__(self, workers: int, limits: Limits, target: str = TARGET) -> None:
        self._most = workers
        self._limits = limits
        self._target = target
        self._template: Template | None = None
        self._workers: list[_Worker[T]] = []
        self._waiting: deque[_Slot[T]] = deque()
        self._selector = selectors.DefaultSelector()
        self._held = 0  # bytes of answers that wait for their turn

    def __enter__(self) -> "Pool[T]":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in list(self._workers):
            self._end(worker)
        if self._template is not None:
            self._template.close()
        self._selector.close()

    def run(self, items: Iterator[T]) -> Iterator[tuple[T, Outcome]]:
        """Yield each item with its outcome, in the order of the items."""
        more = True
        while more or self._waiting:
            while more and self._has_room() and (worker := self._idle()) is not None:
                item = next(items, None)
                if item is None:
                    more = False
                    break
                self._take(item, worker)
                if self._waiting[0].done:
                    break
                self._turn(0)
            yield from self._finished()
            if self._waiting and not (more and self._has_room() and self._idle()):
                self._turn()

    def _has_room(self) -> bool:
        return len(self._waiting) < _AHEAD and self._held < _AHEAD_BYTES

    def _idle(self) -> "_Worker[T] | int | None":
        """Return a free worker, a number where one may be started, None where all are busy."""
        free = next((w for w in self._workers if w.slot is None), None)
        return free or (len(self._workers) + 1 if len(self._workers) < self._most else None)

    def _take(self, item: T, worker: "_Worker[T] | int") -> None:
        slot = _Slot(item, done=item.job is None)
        self._waiting.append(slot)
        if item.job is not None:
            self._give(slot, self._start() if isinstance(worker, int) else worker)

    def _finished(self) -> Iterator[tuple[T, Outcome]]:
        while self._waiting and self._waiting[0].done:
            slot = self._waiting.popleft()
            if isinstance(slot.outcome, bytes):
                self._held -= len(slot.outcome)
            yield slot.item, slot.outcome

    def _start(self) -> _Worker[T]:
        if self._template is None:
            self._template = Template(self._target, self._limits.memory_bytes)
        ours, theirs = socket.socketpair()
        try:
            pid = self._template.spawn(theirs)
        finally:
            theirs.close()
        ours.setblocking(False)
        worker: _Worker[T] = _Worker(pid, ours, peak_memory(pid))
        self._workers.append(worker)
        self._selector.register(ours, selectors.EVENT_READ, worker)
        return worker

    def _give(self, slot: _Slot[T], worker: _Worker[T]) -> None:
        job = slot.item.job
        if job is None:
            return
        known = json.dumps({"name": job.name, "url": job.url, "pages": slot.pages}).encode()
        head = JOB_HEAD.pack(len(known), len(job.data))
        worker.slot, worker.started = slot, time.monotonic()
        worker.read = worker.total = 0
        worker.seconds = self._limits.seconds_for(job.name, job.data)
        worker.outgoing.extend((memoryview(head + known), memoryview(job.data)))
        worker.files += 1
        self._write(worker)

    def _turn(self, patience: float = _WATCH) -> None:
        """Wait for answers, at most until the next look at clocks and memory."""
        for key, events in self._selector.select(patience):
            worker: _Worker[T] = key.data
            if worker not in self._workers:
                continue
            if events & selectors.EVENT_READ:
                self._read(worker)
            elif events & selectors.EVENT_WRITE:
                self._write(worker)
        now = time.monotonic()
        for worker in [w for w in self._workers if w.slot is not None]:
            if now - worker.started > _WATCH:
                self._judge(worker, now)

    def _judge(self, worker: _Worker[T], now: float) -> None:
        if now - worker.started > worker.seconds:
            self._fail(worker, Refusal("parse", "timeout", f"{worker.seconds:g} seconds"))
        elif peak_memory(worker.pid) - worker.base > self._limits.memory_bytes:
            self._fail(worker, self._too_big(), again=worker.files > 1)

    def _too_big(self) -> Refusal:
        return Refusal("parse", "memory", f"over {self._limits.memory_bytes >> 20} MB")

    def _write(self, worker: _Worker[T]) -> None:
        try:
            while worker.outgoing:
                sent = worker.channel.send(worker.outgoing[0][:_CHUNK])
                rest = worker.outgoing[0][sent:]
                worker.outgoing.popleft()
                if rest:
                    worker.outgoing.appendleft(rest)
        except BlockingIOError:
            self._listen(worker, selectors.EVENT_READ | selectors.EVENT_WRITE)
            return
        except OSError:
            worker.outgoing.clear()  # it has closed its end; reading will tell how it died
        self._listen(worker, selectors.EVENT_READ)

    def _listen(self, worker: _Worker[T], events: int) -> None:
        if self._selector.get_key(worker.channel).events != events:
            self._selector.modify(worker.channel, events, worker)

    def _read(self, worker: _Worker[T]) -> None:
        try:
            piece = worker.channel.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self._died(worker)
            return
        worker.incoming += piece
        while (message := self._message(worker)) is not None:
            self._hear(worker, message)

    def _message(self, worker: _Worker[T]) -> bytes | None:
        """Return the next whole message; a worker that promises too much is ended."""
        if worker not in self._workers or len(worker.incoming) < HEAD.size:
            return None
        (size,) = HEAD.unpack_from(worker.incoming)
        if size > self._limits.result_bytes or worker.slot is None:
            detail = f"an answer of {size} bytes" if worker.slot else "an answer to no question"
            self._fail(worker, Refusal("extract", "internal_error", detail))
            return None
        if len(worker.incoming) < HEAD.size + size:
            return None
        message = bytes(worker.incoming[HEAD.size : HEAD.size + size])
        del worker.incoming[: HEAD.size + size]
        return message

    def _hear(self, worker: _Worker[T], message: bytes) -> None:
        slot = worker.slot
        if slot is None or slot.item.job is None:
            return
        if message.startswith(progress.MARK):
            worker.read, worker.total = progress.heard(message)
            job = slot.item.job
            worker.seconds = self._limits.seconds_for(job.name, job.data, worker.total)
            return
        self._settle(worker, message)
        grown = peak_memory(worker.pid) - worker.base > self._limits.memory_bytes // 2
        if grown or worker.files >= self._limits.files_per_worker:
            self._end(worker)

    def _settle(self, worker: _Worker[T], outcome: Outcome) -> None:
        slot, worker.slot = worker.slot, None
        if slot is not None:
            slot.outcome, slot.done = outcome, True
            self._held += len(outcome) if isinstance(outcome, bytes) else 0

    def _died(self, worker: _Worker[T]) -> None:
        again, slot = worker.files > 1, worker.slot
        code = self._end(worker)
        if slot is None:
            return
        worker.slot = slot
        self._over(worker, Refusal("parse", "crashed", death(code)), again)

    def _fail(self, worker: _Worker[T], refusal: Refusal, again: bool = False) -> None:
        slot = worker.slot
        self._end(worker)
        worker.slot = slot
        self._over(worker, refusal, again)

    def _over(self, worker: _Worker[T], refusal: Refusal, again: bool) -> None:
        """Settle an ended worker's file, or try it once more.

        That is where earlier files may be to blame (`again`), and where some pages can be kept.
        """
        slot, worker.slot = worker.slot, None
        if slot is None:
            return
        keeps = slot.pages is None and 0 < worker.read < worker.total
        if again or keeps:
            slot.pages = worker.read if keeps else slot.pages
            self._give(slot, self._start())
        else:
            slot.outcome, slot.done = refusal, True

    def _end(self, worker: _Worker[T]) -> int:
        """Kill a worker and all in its group; return its exit code (negative: a signal)."""
        self._workers.remove(worker)
        self._selector.unregister(worker.channel)
        worker.channel.close()
        kill_group(worker.pid)
        return self._template.reap(worker.pid) if self._template is not None else 0
