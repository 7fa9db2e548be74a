"""Two people of one post or part: "A and B (Joint Heads of Parks)", "report by A (x) and B (y)"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.context import Context
from schemas.facts import Person, Proof

_PAIR = re.compile(r"\)?(?:,| and|, and)[ ](?:Councillor |Cllr |Mr |Mrs |Ms |Dr )?")


_JOINTLY = re.compile(r"(?:Joint|Interim Joint|Co-)[ ]?[A-Z]|(?:Heads|Directors|Managers)\b")


def joint_posts(people: Iterator[Person], context: Context) -> Iterator[Person]:
    """Give the first of a pair the post that both hold: "A and B (Joint Heads of Parks)"."""
    held: Person | None = None
    for person in people:
        joint = person.post is not None and _JOINTLY.match(person.post)
        if held and joint and _PAIR.fullmatch(context.reading, held.stop, person.start):
            proof = Proof("post", person.start, person.stop, person.rule)
            held = replace(held, post=person.post, proofs=(*held.proofs, proof))
        if held:
            yield held
        held = person
    if held:
        yield held


def like_last(person: Person, last: Person | None, reading: str) -> Person:
    """Give the second of a pair the part of the first: "report by A (x) and B (y)"."""
    if not last or person.role != "other" or last.role not in ("report_author", "presenter"):
        return person
    if not _PAIR.fullmatch(reading, last.stop, person.start):
        return person
    return replace(person, role=last.role, rule=f"people.{last.role}")
