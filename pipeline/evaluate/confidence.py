"""How far a rule's word can be trusted: its precision on the development pages, smoothed.

A rule that spoke often keeps its own precision; one that spoke seldom leans on its family's, all
rules of the same column. With n cases, r of them right, and a family of precision p:

    confidence = (r + 4 p) / (n + 4)

the mean of a Beta distribution that begins as four cases of the family. The family's own precision
begins as one right and one wrong case. A rule that was never met has its family's.

Rules are made with the development pages in sight, so confidence is higher than what unseen pages
bear out; `reliability` measures by how much. A trained model has learned those pages and is silent
there: its confidence is reckoned in the same way from what it said on the held-out ones, where it
speaks only against the rules or where they are silent.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.evaluate.fields import FIELDS

_PRIOR = 4.0  # cases of the family that a rule begins with
_MOST = 0.999  # nothing is certain
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
# What a label or another mark of the template says; what is reckoned from other values. All else
# was extracted from running text, lists or tables by a rule.
_OBSERVED = (
    "label.", "layout.", "section.", "meeting.heading", "meeting.decided_at", "meeting_of",
    "item.", "issue.", "list.", "record.", "cmis.", "report.to", "pack.", "documents.",
    "organisations.label",
)  # fmt: skip
_DERIVED = ("maker.kind", "maker.meeting_body", "meeting.date", "status.", "title.", "votes.names")
BASES = ("observed", "extracted", "derived")

Claimed = Sequence[Mapping[str, Any]]  # field, rule, right, of


def basis(rule: str) -> str:
    """Return how a rule comes to its value: observed | extracted | derived.

    >>> basis("label.decision_date"), basis("money.sign"), basis("maker.kind")
    ('observed', 'extracted', 'derived')
    """
    if rule.startswith(_DERIVED):
        return "derived"
    return "observed" if rule.startswith(_OBSERVED) else "extracted"


def is_learned(rule: str | None) -> bool:
    """Tell whether a rule is a trained model.

    >>> is_learned("money.kind.model-1"), is_learned("money.kind.budget"), is_learned(None)
    (True, False, False)
    """
    return rule is not None and ".model-" in rule


def confidences(claimed: Claimed, learned: Claimed = ()) -> list[dict[str, Any]]:
    """Return the confidence of each rule, and of each family (`rule` None), by table and column.

    `learned` are the words of trained models on pages that they have not learned from.
    """
    found: list[dict[str, Any]] = []
    for name in dict.fromkeys(c["field"] for c in claimed):
        own = [c for c in claimed if c["field"] == name]
        right, of = sum(c["right"] for c in own), sum(c["of"] for c in own)
        family = (right + 1) / (of + 2)
        named = [c for c in own if c["rule"] is not None]
        found.append(_entry(name, None, _usual(named), (right, of), family))
        for c in (*named, *(c for c in learned if c["field"] == name)):
            trust = (c["right"] + _PRIOR * family) / (c["of"] + _PRIOR)
            found.append(_entry(name, c["rule"], basis(c["rule"]), (c["right"], c["of"]), trust))
    return found


def _usual(named: Claimed) -> str:
    counts = {b: sum(c["of"] for c in named if basis(c["rule"]) == b) for b in BASES}
    return max(BASES, key=lambda b: (counts[b], b == "extracted"))


def _entry(
    field: str, rule: str | None, how: str, counts: tuple[int, int], trust: float
) -> dict[str, Any]:
    where = FIELDS[field]
    return {
        "table": where.table,
        "column": where.column,
        "rule": rule,
        "basis": how,
        "right": counts[0],
        "of": counts[1],
        "confidence": min(round(trust, 3), _MOST),
    }


def reliability(trusted: Iterable[Mapping[str, Any]], claimed: Claimed) -> list[dict[str, Any]]:
    """Return, for bins of confidence, what it promised and how much of it was right.

    `trusted` is what `confidences` made of one set, `claimed` the rules' words on another. Words
    of families that the first set lacks have no confidence and are left out.
    """
    known = {(t["table"], t["column"], t["rule"]): float(t["confidence"]) for t in trusted}
    bins: dict[int, list[float]] = {}
    for c in claimed:
        where = FIELDS[c["field"]]
        family = known.get((where.table, where.column, None))
        trust = known.get((where.table, where.column, c["rule"]), family)
        if trust is None:
            continue
        counted = bins.setdefault(bisect_right(_BINS, trust) - 1, [0, 0, 0])
        for i, n in enumerate((c["of"], c["of"] * trust, c["right"])):
            counted[i] += n
    ends = (*_BINS[1:], 1.0)
    return [
        {
            "from": _BINS[at],
            "to": ends[at],
            "values": int(of),
            "promised": round(promised / of, 3),
            "right": round(right / of, 3),
        }
        for at, (of, promised, right) in sorted(bins.items())
    ]
