"""The fork server: a warm process without threads that forks workers when its parent asks.

Started as `python -m pipeline.template`, so nothing of the parent (database, threads, locks) is
in it. It talks over the socket on its standard input: "spawn" comes with the worker's socket and
is answered by a process id, "reap <pid>" by that process's exit status. When the parent ends, by
whatever death, the kernel kills the template, and the workers with it.
"""

import ctypes
import gc
import importlib
import json
import os
import resource
import signal
import socket
import struct
import sys
from collections.abc import Callable

from pipeline import progress
from pipeline.worker import Job

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
HEAD = struct.Struct(">Q")  # length of the message that follows
JOB_HEAD = struct.Struct(">IQ")  # lengths of what is known (JSON) and of the file's bytes


def main() -> None:
    """Serve the socket on standard input until it closes. Arguments: parent, target, memory."""
    parent, target, memory = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    die_with(parent)
    control = socket.socket(fileno=0)
    module, _, name = target.partition(":")
    loaded = importlib.import_module(module)
    handle: Callable[[Job], bytes] = getattr(loaded, name)
    getattr(loaded, "warm", lambda: None)()
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"address_space": address_space()}).encode())
    _serve(control, handle, address_space() + memory)


def die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent ends."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)


def address_space() -> int:
    """Return the size of this process's address space in bytes, 0 where it cannot be told."""
    try:
        with open("/proc/self/statm", encoding="ascii") as said:
            return int(said.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _serve(control: socket.socket, handle: Callable[[Job], bytes], most: int) -> None:
    while True:
        said, handles, _, _ = socket.recv_fds(control, 64, 1)
        if not said:
            return
        command, _, number = said.decode().partition(" ")
        if command == "spawn":
            child = _fork(control, handles[0], handle, most)
            os.close(handles[0])
            control.send(str(child).encode())
        else:
            _, status = os.waitpid(int(number), 0)
            control.send(str(os.waitstatus_to_exitcode(status)).encode())


def _fork(control: socket.socket, fd: int, handle: Callable[[Job], bytes], most: int) -> int:
    template = os.getpid()
    child = os.fork()
    if child:
        _own_group(child)
        return child
    code = 1
    try:
        control.close()
        _confine(template, most)
        answer_jobs(socket.socket(fileno=fd), handle)
        code = 0
    finally:
        os._exit(code)


def _own_group(child: int) -> None:
    """Put a worker into a group of its own, so that what it starts can be ended with it."""
    try:
        os.setpgid(child, child)
    except (PermissionError, ProcessLookupError):
        return


def _confine(template: int, most: int) -> None:
    _own_group(0)
    die_with(template)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if address_space():
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    gc.set_threshold(50_000, 20, 50)


def answer_jobs(channel: socket.socket, handle: Callable[[Job], bytes]) -> None:
    """Answer jobs from a socket, one at a time, until it closes."""
    progress.send_to(lambda message: _send(channel, message))
    while (head := _exactly(channel, JOB_HEAD.size)) is not None:
        known_size, data_size = JOB_HEAD.unpack(head)
        known, data = _exactly(channel, known_size), _exactly(channel, data_size)
        if known is None or data is None:
            return
        job = Job(data=data, **json.loads(known))
        progress.stop_after(job.pages)
        _send(channel, handle(job))


def _send(channel: socket.socket, message: bytes) -> None:
    channel.sendall(HEAD.pack(len(message)))
    channel.sendall(message)


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    """Receive so many bytes, in one piece where the kernel gives them so (a PDF is large)."""
    pieces = []
    while size > 0:
        piece = channel.recv(size, socket.MSG_WAITALL)
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


if __name__ == "__main__":
    main()
