"""A surname alone and the full name that the page gives elsewhere: one person.

"Report by the Leader, Councillor Ann Lowe … Councillor Lowe presented it." -> Ann Lowe, twice
Only where one full name on the page ends with the surname, and the titles agree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from schemas.facts import Person, Proof

_COUNCILLOR = re.compile(
    r"(?:Councillor|Cllr|Alderman|Mayor|Leader)s?\.?[ ](?:(?:Mrs|Mr|Ms|Miss|Dr)\.?[ ])?\Z"
)


def completed(fresh: list[Person], known: Iterable[Person], reading: str) -> Iterator[Person]:
    """Yield people, those of one word with the full name that somebody else's row gives.

    Takes the people of a section, those known before, and the reading.
    """
    if all(not p.name or " " in p.name for p in fresh):
        yield from fresh
        return
    full: dict[str, dict[str, Person]] = {}
    for person in (*known, *fresh):
        if person.name and " " in person.name:
            full.setdefault(person.name.split()[-1].casefold(), {})[person.name] = person
    for person in fresh:
        fits = full.get((person.name or "").casefold(), {})
        if len(fits) == 1 and _agree(person, next(iter(fits.values())), reading):
            name, other = next(iter(fits.items()))
            proof = Proof("name", other.start, other.stop, other.rule)
            yield replace(person, name=name, proofs=(*person.proofs, proof))
        else:
            yield person


def _agree(one: Person, other: Person, reading: str) -> bool:
    """Tell whether both are members, or neither is."""
    return _is_member(one, reading) == _is_member(other, reading)


def _is_member(person: Person, reading: str) -> bool:
    last = (person.name or "").split()[0]
    at = reading.find(last, person.start, person.stop)
    at = person.start if at < 0 else at
    return person.role == "councillor" or bool(_COUNCILLOR.search(reading, max(0, at - 24), at))
