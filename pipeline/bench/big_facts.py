"""The facts of the limbs of a made-up database: about as many as real pages have."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Protocol

_KINDS = ("contract", "budget", "saving", "cost", "grant", "income", "other")
_STATES = ("agreed", "achieved", "proposed", "target", "forecast")
_RESULTS = ("met", "missed", "exceeded", "unknown")
_FACT = ("decision_id", "document_id", "start", "stop", "quote", "rule")


class Maker(Protocol):
    """What draws at random, counts ids and knows the firms."""

    r: random.Random
    firms: list[str]

    def next(self, table: str) -> int:
        """Return the next id of a table."""


Rows = dict[str, list[dict[str, Any]]]


def facts_of(maker: Maker, rows: Rows, limb: Mapping[str, Any], day: date) -> None:
    """Add what one limb holds: sums, savings, a firm, an indicator, a vote, a date, a person."""
    own = {name: limb[name] for name in _FACT}
    firm = _firm(maker, rows, limb, own) if maker.r.random() < 0.2 else None
    if maker.r.random() < 0.5:
        _sum(maker, rows, limb, own, firm, day)
    if maker.r.random() < 0.08:
        _indicator(maker, rows, own, firm, day)
    if maker.r.random() < 0.05:
        _add(maker, rows, "votes", own | {
            "resolution_id": limb["id"], "subject": "motion", "outcome": "carried",
            "votes_for": maker.r.randint(5, 40), "votes_against": maker.r.randint(0, 20),
        })  # fmt: skip
    if maker.r.random() < 0.1:
        due = (day + timedelta(maker.r.randint(20, 700))).isoformat()
        _add(maker, rows, "dates", own | {"date": due, "role": "follow_up", "text": due})
    if maker.r.random() < 0.15:
        _add(maker, rows, "people", own | {
            "name": f"Kim {maker.firms[maker.r.randrange(900)].split()[0]}", "role": "contact",
            "post": "Head of Service", "email": "kim@example.org", "phone": "01632 960001",
        })  # fmt: skip


def _firm(maker: Maker, rows: Rows, limb: Mapping[str, Any], own: dict[str, Any]) -> int:
    """Add a mention of a firm, some firms far more often than others; return its number."""
    number = 1 + int(len(maker.firms) * maker.r.random() ** 2.5)
    _add(maker, rows, "mentions", own | {
        "organisation_id": number, "resolution_id": limb["id"], "org_kind": "supplier",
        "name": f"firm {number}", "role": "supplier",
    })  # fmt: skip
    return number


def _sum(
    maker: Maker, rows: Rows, limb: Mapping[str, Any], own: dict[str, Any],
    firm: int | None, day: date,
) -> None:  # fmt: skip
    kind, pence = maker.r.choice(_KINDS), maker.r.randrange(10_000, 10**9, 100)
    year = f"{day.year}/{(day.year + 1) % 100:02}"
    shared = own | {"organisation_id": firm, "pence": pence, "financial_year": year}
    number = _add(maker, rows, "amounts", shared | {
        "resolution_id": limb["id"], "currency": "GBP", "kind": kind,
    })  # fmt: skip
    if kind == "saving":
        _add(maker, rows, "savings", shared | {
            "amount_id": number, "status": maker.r.choice(_STATES), "recurrence": "unknown",
        })  # fmt: skip


def _indicator(maker: Maker, rows: Rows, own: dict[str, Any], firm: int | None, day: date) -> None:
    _add(maker, rows, "kpis", own | {
        "organisation_id": firm, "name": "calls answered in time", "period": f"{day:%B %Y}",
        "period_end": day.isoformat(), "target": 90.0, "actual": maker.r.uniform(70, 100),
        "unit": "%", "outcome": maker.r.choice(_RESULTS), "sentence": own["quote"],
    })  # fmt: skip


def _add(maker: Maker, rows: Rows, table: str, values: dict[str, Any]) -> int:
    number = maker.next(table)
    rows.setdefault(table, []).append({"id": number, **values})
    return number
