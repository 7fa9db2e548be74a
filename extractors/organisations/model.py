"""Organisations, with a trained model's word on who is a supplier where the rules are silent.

The rules know the verbs that tie a firm to a contract; officers name firms in more ways than any
list holds. The model (data/suppliers.model, made by `make train`) sees every name of a page with
its own words and what stands beside all its mentions (candidates.py). A name to which the rules
give no part becomes a supplier where the model is sure enough; a supplier of the rules becomes
`other` where the page names it once only, by no firm's form, and the model holds it all but
impossible. docs/models.md tells what it earns and costs.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors import nlp
from extractors.context import Context
from extractors.organisations import organisations
from extractors.organisations.candidates import Candidate, Key, candidates, key_of
from extractors.organisations.organisations import parts
from extractors.organisations.places import with_cells
from schemas.document import Section
from schemas.facts import Mention

FILE = "suppliers.model"
YES = "yes"
STRIKES = 0.02  # below this a supplier of the rules is none, where the page names it once only
_KNOWN = frozenset(("form", "brand"))  # tokens of a name that is a firm's whatever stands beside it
_OPEN = frozenset((None, "other"))  # parts that leave a name open
# What the model does not see: a column's head; a council that serves another is too rare for it.
_UNSEEN = frozenset(("organisations.column", "organisations.serves_us"))
Named = tuple[int, int, str]  # start, stop, part
_SILENT = frozenset("contact attendance votes interests header alternatives".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model makes of a page: suppliers by their names' words, mentions of new ones."""

    rule: str
    new: frozenset[Key]
    struck: frozenset[Key]
    mentions: tuple[tuple[int, int, str], ...]  # start, stop, the fullest name


def find(section: Section, context: Context) -> Iterator[Mention]:
    """Yield the organisations of a section, suppliers weighed by the model."""
    rows = organisations.find(section, context)
    told = context.once(_judged)
    if told is None:
        yield from rows
        return
    yield from (_weighed(row, told) for row in rows)
    if section.kind not in _SILENT:
        for start, stop, name in told.mentions:
            if section.start <= start and stop <= section.stop:
                yield context.make(
                    Mention, start, stop, told.rule, name=name, org_kind="supplier", role="supplier"
                )


def _weighed(row: Mention, told: Judged) -> Mention:
    key = key_of(row.name or "")
    if row.role == "other" and key in told.new:
        return replace(row, role="supplier", org_kind="supplier", rule=told.rule)
    if row.role == "supplier" and key in told.struck and row.rule not in _UNSEEN:
        kind = "other" if row.org_kind == "supplier" else row.org_kind
        return replace(row, role="other", org_kind=kind, rule=told.rule)
    return row


def _judged(context: Context) -> Judged | None:
    """Ask the model about a whole page; None where there is no model."""
    model = nlp.trained(FILE)
    if model is None:
        return None
    known = sorted(
        (part.name.start, part.name.stop, part.tie.role)
        for part in parts(with_cells(context.text, context.reading, context.document.tables))
    )
    named = candidates(context, [(start, stop) for start, stop, _ in known])
    told = model.answers([one.words for one in named.values()])
    chances = {
        key: chance if label == YES else 1 - chance
        for key, (label, chance) in zip(named, told, strict=True)
    }
    new = {
        key: one for key, one in named.items()
        if chances[key] >= model.least and roles_of(one, known) <= _OPEN
    }  # fmt: skip
    return Judged(
        f"organisations.model-{model.version}",
        frozenset(new),
        frozenset(key for key, one in named.items() if is_struck(one, chances[key])),
        tuple(_apart(new.values(), known)),
    )


def is_struck(one: Candidate, chance: float) -> bool:
    """Tell whether a supplier of the rules is none: told in passing, and all but impossible."""
    return chance < STRIKES and len(one.spans) == 1 and not _KNOWN.intersection(one.words)


def roles_of(one: Candidate, known: Sequence[Named]) -> set[str | None]:
    """Return the parts that the rules give the mentions of a name; None where they give none.

    `known` are the spans and parts of the rules' names, in reading order.
    """
    return {named[2] if (named := _over(known, *span)) else None for span in one.spans}


def _over(known: Sequence[Named], start: int, stop: int) -> Named | None:
    """Return a name of the list that overlaps a span; names do not nest."""
    at = bisect_left(known, (stop,))
    return next((named for named in known[max(0, at - 2) : at] if start < named[1]), None)


def _apart(new: Iterable[Candidate], known: Sequence[Named]) -> Iterator[tuple[int, int, str]]:
    """Yield the mentions of new suppliers that no rule found, none inside another."""
    found = sorted((start, -stop, one.name) for one in new for start, stop in one.spans)
    last = 0
    for start, stop, name in found:
        if start >= last and not _over(known, start, -stop):
            last = -stop
            yield start, last, name
