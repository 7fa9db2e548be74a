"""Sums of money, their kinds weighed by a trained model (extractors/weighing.py)."""

from collections.abc import Iterator
from dataclasses import replace

from extractors import weighing
from extractors.context import Context
from extractors.money import money
from schemas.document import Notice, Section
from schemas.facts import Amount, Row


def find(section: Section, context: Context) -> Iterator[Row | Notice]:
    """Yield the sums of a section with their notices; a sum's firm goes with its contract."""
    found = list(money.find(section, context))
    sums = [row for row in found if isinstance(row, Amount)]
    told = weighing.weigh(sums, weighing.KIND, context, lambda row, kind: False)
    for row in found:
        yield _untied(row, next(told)) if isinstance(row, Amount) else row


def _untied(row: Amount, now: Amount) -> Amount:
    """Take the firm off a sum that is a contract's no longer."""
    if row.kind != "contract" or now.kind == "contract" or now.mention_id is None:
        return now
    proofs = tuple(proof for proof in now.proofs if proof.column != "organisation_id")
    return replace(now, mention_id=None, proofs=proofs)
