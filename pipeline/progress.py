"""How a reader tells, page by page, how far it has come; heard only by a worker's parent.

The parent gives a long file the time that its pages may take. Where the file fails all the same
after some pages, it is read once more and stopped there: those pages are kept.
"""

from collections.abc import Callable
from dataclasses import dataclass

MARK = b"p"  # first byte of a progress message; answers are JSON and begin with a brace


@dataclass(slots=True)
class _Listening:
    """Who hears of pages, and after how many reading stops."""

    hearer: Callable[[bytes], None] | None = None
    most: int | None = None


_listening = _Listening()


def send_to(hearer: Callable[[bytes], None]) -> None:
    """Have `hearer` called with a message for each page."""
    _listening.hearer = hearer


def stop_after(pages: int | None) -> None:
    """Have the next file's reading stopped after so many pages, None for no stop."""
    _listening.most = pages


def pages_read(read: int, total: int) -> bool:
    """Tell that so many of so many pages have been read; False where reading is to stop."""
    if _listening.hearer is not None:
        _listening.hearer(MARK + f"{read} {total}".encode())
    return _listening.most is None or read < _listening.most


def heard(message: bytes) -> tuple[int, int]:
    """Return the pages read and in all of a message, zeros for one that is not true.

    >>> heard(b"p3 10"), heard(b"p10 3"), heard(b"pp")
    ((3, 10), (0, 0), (0, 0))
    """
    parts = message[1:32].split()
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        return 0, 0
    read, total = int(parts[0]), int(parts[1])
    return (read, total) if read <= total else (0, 0)
