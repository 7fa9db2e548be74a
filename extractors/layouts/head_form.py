"""The head of minutes set as a form: a body, a date, a time and a place, each with its label.

The labels stand on lines of their own or with colons, one or more to a line; the body's name may
stand above them without one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.layouts.head_lines import is_date, names_body
from extractors.layouts.page import Line

# A head set as a form: "Meeting", "Executive", "Date", "24 June 2021", each on its line, or the
# labels with colons, "Meeting: Executive", one or more to a line.
_FORM_LABEL = re.compile(
    r"""(?<!\w)(?:
        (?P<body> (?:name\ of\ (?:the\ )?)?(?:meeting|committee|body)(?:\ (?:of|name|title))? )
      | (?P<date> (?:meeting\ )?date(?:\ of\ (?:the\ )?meeting)?(?:(?:\ and\ |\ ?[/&]\ ?)time)?
          | held\ on )
      | (?P<time> (?:meeting\ |start\ )?time(?:\ of\ (?:the\ )?meeting)?
          | commenc(?:ed|ing|ement)(?:\ at)? | started(?:\ at)? )
      | (?P<venue> (?:meeting\ )?(?:venue|place|location)(?:\ of\ meeting)? | held\ (?:at|in) )
    )\s?(?P<colon>:)[ \t-]*""",
    re.VERBOSE | re.IGNORECASE,
)
_FORM_WORD = re.compile(
    r"(?:[A-Z][\w'&,() -]{2,60} )?(?:(?:committee|council|cabinet|executive|board|meeting) )?"
    r"(?:minutes|minutes? of (?:the )?meeting|cofnodion)",
    re.IGNORECASE,
)
_SIGNS = frozenset(("present", "apologies"))  # what minutes list and no other paper does


def form_of(lines: Sequence[Line]) -> dict[str, Line] | None:
    """Return the lines of body, date, time and venue where the head of minutes is set as a form."""
    top = lines[:15]
    listed = (o.label.name in _SIGNS for x in lines[:40] for o in x.openings)
    if not any(_FORM_WORD.fullmatch(x.words) for x in top) and not any(listed):
        return None
    found: dict[str, Line] = {}
    for at, line in enumerate(top):
        for name, value in _entries(line, top[at + 1] if at + 1 < len(top) else None):
            found.setdefault(name, value)
    is_form = "date" in found and not found.keys().isdisjoint(("time", "venue"))
    if is_form and "body" not in found and (over := _over_form(top)):
        found["body"] = over
    body, date = found.get("body"), found.get("date")
    return found if body and date and names_body(body) and is_date(date) else None


def _over_form(top: Sequence[Line]) -> Line | None:
    """Return the body's name that stands right over the labels of its date, time and place."""
    for line, below in pairwise(top):
        if _FORM_LABEL.match(below.words) and names_body(line):
            return line
    return None


def _entries(line: Line, below: Line | None) -> Iterator[tuple[str, Line]]:
    """Yield the entries of a form that a line holds: names and the lines of their values."""
    if len(line.words) > 300:
        return
    labels = list(_FORM_LABEL.finditer(line.words))
    if not labels or line.words[: labels[0].start()].strip():
        alone = _FORM_LABEL.fullmatch(f"{line.words}:") if len(line.words) < 30 else None
        if alone and below:
            yield _name_of(alone), Line(below.start, below.stop, below.words)
        return
    for n, label in enumerate(labels):
        end = labels[n + 1].start() if n + 1 < len(labels) else len(line.words)
        words = line.words[label.end() : end].strip(" \t|;,")
        name = _name_of(label)
        if words:
            at = line.start + line.words.index(words, label.end())
            yield name, Line(at, at + len(words), words)
        elif below and end == len(line.words) and not _FORM_LABEL.match(below.words):
            yield name, Line(below.start, below.stop, below.words)


def _name_of(label: re.Match[str]) -> str:
    return next(name for name in ("body", "date", "time", "venue") if label[name])
