"""How much a test does: little on every change, all of it in `make nightly`."""

import os

NIGHTLY = os.environ.get("MINUTEBOOK_LEVEL") == "nightly"


def level(every_change: int, nightly: int) -> int:
    """Return the number for this run: MINUTEBOOK_LEVEL=nightly asks for the second."""
    return nightly if NIGHTLY else every_change
