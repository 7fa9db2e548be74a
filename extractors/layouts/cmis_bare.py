"""The head of a CMIS meeting copied without its labels: body, day and time, status by their places.

"Meeting Details" or "Meeting Summary" stands over the body's name; below it, on lines of their
own, "18 Oct 2023 - 19:15" and a status such as "Occurred".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layouts.cmis_lines import Printed, opened

TITLES = re.compile(r"meeting (?:details|summary|information)", re.IGNORECASE)
_WHEN = re.compile(
    r"[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}(?:,? ?[-–]? ?[0-9]{1,2}[:.][0-9]{2})?(?: ?[ap]m)?"
    r"(?: (?:to|-|–) [0-9]{1,2}[:.][0-9]{2}(?: ?[ap]m)?)?"
)
_STATUS = re.compile(
    r"(?:occurred|confirmed|scheduled|provisional|cancelled|postponed|abandoned)", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][^.:;?!\n]{3,110}")
_LOOK = 12  # lines among which the head stands

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bare:
    """Where body, day and status stand, None where they do not."""

    body: Span | None = None
    when: Span | None = None
    status: Span | None = None


def read(lines: Sequence[Printed]) -> Bare:
    """Return the head of a copy of a meeting's page; nothing where its heading is not there."""
    top = lines[:_LOOK]
    heads = [at for at, x in enumerate(top) if TITLES.fullmatch(x.words)]
    if not heads:
        return Bare()
    below = [x for x in top[heads[0] + 1 :] if not TITLES.fullmatch(x.words)]
    body = next(iter(below), None)
    when = next((x for x in below if _WHEN.fullmatch(x.words)), None)
    status = next((x for x in below if _STATUS.fullmatch(x.words)), None)
    return Bare(_span(body if body and _is_name(body) else None), _span(when), _span(status))


def _is_name(line: Printed) -> bool:
    plain = _NAME.fullmatch(line.words) and not _WHEN.fullmatch(line.words)
    return bool(plain) and opened(line.words) is None


def _span(line: Printed | None) -> Span | None:
    return (line.start, line.stop) if line else None
