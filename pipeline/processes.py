"""Processes as their parent sees them: the fork server's near end, memory, death, killing."""

import os
import signal
import socket
import subprocess
import sys

from pipeline.exits import IO
from pipeline.stop import Stop


class Template:
    """The fork server's parent side."""

    def __init__(self, target: str, memory: int) -> None:
        self._control, theirs = socket.socketpair()
        arguments = [str(os.getpid()), target, str(memory)]
        modules = os.pathsep.join(p or os.getcwd() for p in sys.path)  # as they are found here
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-P", "-m", "pipeline.template", *arguments],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": modules},
        )
        theirs.close()
        self._heard("the reading process did not start")

    def spawn(self, channel: socket.socket) -> int:
        """Fork a worker that serves a socket; return its process id."""
        socket.send_fds(self._control, [b"spawn"], [channel.fileno()])
        return int(self._heard("no new reading process"))

    def reap(self, pid: int) -> int:
        """Wait for a killed worker and return its exit code."""
        self._control.send(f"reap {pid}".encode())
        return int(self._heard("the reading process is gone"))

    def _heard(self, failure: str) -> bytes:
        try:
            said = self._control.recv(256)
        except OSError:
            said = b""
        if not said:
            raise Stop(failure, IO)
        return said

    def close(self) -> None:
        """End the template; its workers end with it."""
        self._control.close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def kill_group(pid: int) -> None:
    """Kill a process that leads a group, and the group."""
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def peak_memory(pid: int) -> int:
    """Return the most memory a process has held, in bytes (VmHWM); 0 where it cannot be told."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as said:
            line = next((words for words in said if words.startswith("VmHWM:")), "")
    except OSError:
        return 0
    return int(line.split()[1]) * 1024 if line else 0


def death(code: int) -> str:
    """Return in words how a process ended, from its exit code (negative: a signal)."""
    if code >= 0:
        return f"exit {code} without an answer"
    try:
        return f"signal {-code} ({signal.Signals(-code).name})"
    except ValueError:
        return f"signal {-code}"
