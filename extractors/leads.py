"""The line that leads a list: "The following savings are proposed:" above its points."""

import re

from schemas.document import Span

_LINES = 14  # how far above a point its leading line may stand
# "5.1\tCabinet agreed": a paragraph of a numbered section, where no section of its number leads.
_PARAGRAPH = re.compile(r"\s{0,8}(?P<section>[0-9]{1,3})\.[0-9]{1,2}[.)]?\s")


def above(reading: str, offset: int, floor: int) -> Span | None:
    """Return the line ending in a colon that leads the list an offset stands in, else None.

    A line that ends a sentence in between ends the list.

    >>> above("We agreed:\\n- a £5\\n- b £6", 21, 0)
    Span(start=0, stop=10)
    >>> above("We agreed: this.\\nOther £6", 24, 0) is None
    True
    >>> above("We agreed:\\n- a £5\\nCosts\\n5.1 It was £6", 34, 0) is None
    True
    """
    at = reading.rfind("\n", floor, offset)
    own = _PARAGRAPH.match(reading, at + 1) if at >= floor else None
    for _ in range(_LINES):
        if at < floor:
            return None
        stop = at
        at = reading.rfind("\n", floor, stop)
        start = max(at + 1, floor)
        line = reading[max(start, stop - 400) : stop].rstrip(" -–—")
        if line.endswith(":"):
            if own and not line.lstrip().startswith(f"{own['section']}."):
                return None
            return Span(start, start + len(reading[start:stop].rstrip(" -–—")))
        if line.endswith("."):
            return None
    return None


def is_point(reading: str, start: int, stop: int) -> bool:
    """Tell whether a figure closes a short line, as in a list of items and sums.

    >>> is_point("Senior posts   £118,500", 15, 23), is_point("It cost £5 to mend.", 8, 10)
    (True, False)
    """
    end = reading.find("\n", stop)
    rest = reading[stop : end if end >= 0 else min(len(reading), stop + 40)]
    begin = reading.rfind("\n", 0, start) + 1
    return not rest.strip(" .;,|)and") and start - begin < 110
