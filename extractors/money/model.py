"""Sums of money, their kinds weighed by a trained model (extractors/weighing.py)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import weighing
from extractors.context import Context
from extractors.money import money
from extractors.money import savings as money_savings
from schemas.document import Notice, Section
from schemas.facts import Amount, Row

_SAVINGS = re.compile(r"(?<![Nn]o )(?:[Ss]aving|SAVING|[Ee]fficienc|arbed)")
SURE = 0.93  # from when a sum of another kind is believed to be a saving
_SETTLED = -1.0  # the cost of a clue that leaves no doubt
_FAR, _BEHIND = 3000, 150  # characters before and behind a sum where savings may be spoken of


def find(section: Section, context: Context) -> Iterator[Row | Notice]:
    """Yield the sums of a section with their notices; a sum's firm goes with its contract.

    A sum becomes a saving, which is a row more, only where the model is very sure of it and the
    page speaks of savings before it.
    """

    def settled(row: Amount, kind: str, chance: float) -> bool:
        if kind != "saving":
            return False
        if chance < SURE or not _speaks_of_savings(context.reading, row):
            return True
        return _is_denied(context, row)

    found = list(money.find(section, context))
    sums = [row for row in found if isinstance(row, Amount)]
    told = weighing.weigh(sums, weighing.KIND, context, settled)
    for row in found:
        yield _untied(row, next(told)) if isinstance(row, Amount) else row


def _speaks_of_savings(reading: str, row: Amount) -> bool:
    return _SAVINGS.search(reading, max(0, row.start - _FAR), row.stop + _BEHIND) is not None


def _is_denied(context: Context, row: Amount) -> bool:
    """Tell whether a phrase settles that a sum is no saving: "was not treated as a saving"."""
    span = context.sentence_at(row.start)
    told = money_savings.find(context.reading, row.start, row.stop, (span.start, span.stop))
    return any(clue.label != "saving" and clue.cost <= _SETTLED for clue in told)


def _untied(row: Amount, now: Amount) -> Amount:
    """Take the firm off a sum that is a contract's no longer."""
    if row.kind != "contract" or now.kind == "contract" or now.mention_id is None:
        return now
    proofs = tuple(proof for proof in now.proofs if proof.column != "organisation_id")
    return replace(now, mention_id=None, proofs=proofs)
