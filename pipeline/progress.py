"""How a reader tells, page by page, how far it has come; heard only by a worker's parent.

`pages_read(n)` may be called after each page of a long file: it is then allowed the time that n
pages may take.
"""

from collections.abc import Callable

MARK = b"p"  # first byte of a progress message; answers are JSON and begin with a brace


def _nobody(pages: int) -> None:
    """Hear nothing: outside a worker nobody waits."""


_hearers: list[Callable[[int], None]] = [_nobody]


def send_to(hearer: Callable[[int], None]) -> None:
    """Have `hearer` called with the number of pages read so far."""
    _hearers[:] = [hearer]


def pages_read(pages: int) -> None:
    """Tell that so many pages have been read."""
    _hearers[0](pages)
