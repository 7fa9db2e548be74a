"""Cut a text where facts begin and end, so that each can be lit where it stands."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

WHOLE = 60_000  # a text up to this length is shown whole
_AROUND, _NEAR = 1_500, 200  # code points shown around a decision, and around words elsewhere
MOST = 400_000  # and never more than this

Segment = dict[str, Any]
_Place = tuple[int, int, str, str]  # start, stop, fact, tone


def segments(
    text: str, facts: Iterable[dict[str, Any]], within: tuple[int, int] | None = None
) -> list[Segment]:
    """Return pieces of the text in order, each with the facts that cover it, the shortest first.

    A piece has `text`, `facts` (ids), `tone`, `inside` (whether it is in the decision) and
    `begins`, the ids of facts that begin there; a piece left out has `gap`, how much it is.
    """
    places = [p for fact in facts for p in _places(fact, len(text))]
    out: list[Segment] = []
    last = 0
    begun: set[str] = set()
    for start, stop in _windows(len(text), places, within):
        if start > last:
            out.append({"gap": start - last})
        out += _cut(text, start, stop, places, within, begun)
        last = stop
    if last < len(text):
        out.append({"gap": len(text) - last})
    return out


def _places(fact: dict[str, Any], length: int) -> list[_Place]:
    return [
        (p["start"], p["stop"], fact["id"], fact["tone"])
        for p in fact["places"]
        if 0 <= p["start"] < p["stop"] <= length
    ]


def _windows(
    length: int, places: Sequence[_Place], within: tuple[int, int] | None
) -> list[tuple[int, int]]:
    """Return the parts to show: all of a short text, else the decision and words elsewhere."""
    if length <= WHOLE or within is None:
        return [(0, min(length, MOST))]
    start, stop = within[0], min(within[1], within[0] + MOST)
    wanted = [(start - _AROUND, stop + _AROUND)]
    wanted += [
        (a - _NEAR, b + _NEAR)
        for a, b, *_ in places
        if (b <= start or a >= within[1]) and b - a < MOST
    ]
    merged: list[tuple[int, int]] = []
    for a, b in sorted((max(0, a), min(length, b)) for a, b in wanted):
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _cut(
    text: str,
    first: int,
    end: int,
    places: Sequence[_Place],
    within: tuple[int, int] | None,
    begun: set[str],
) -> list[Segment]:
    """Cut one part at every begin and end; a sweep keeps the facts that are open."""
    edges = {first, end}
    opening: dict[int, list[_Place]] = {}
    closing: dict[int, list[_Place]] = {}
    for place in places:
        start, stop = max(place[0], first), min(place[1], end)
        if start < stop:
            edges |= {start, stop}
            opening.setdefault(start, []).append(place)
            closing.setdefault(stop, []).append(place)
    if within:
        edges |= {e for e in within if first < e < end}
    out: list[Segment] = []
    live: list[_Place] = []
    points = sorted(edges)
    for a, b in pairwise(points):
        for place in closing.get(a, ()):
            live.remove(place)
        live += opening.get(a, ())
        out.append(_segment(text, a, b, live, within, begun))
    return out


def _segment(
    text: str,
    a: int,
    b: int,
    live: Sequence[_Place],
    within: tuple[int, int] | None,
    begun: set[str],
) -> Segment:
    ordered = sorted(live, key=lambda p: (p[1] - p[0], p[2]))
    ids = list(dict.fromkeys(p[2] for p in ordered))
    new = [i for i in ids if i not in begun]
    begun.update(new)
    return {
        "text": text[a:b],
        "facts": ids,
        "tone": ordered[0][3] if ordered else None,
        "begins": new,
        "inside": within is None or within[0] <= a < within[1],
    }
