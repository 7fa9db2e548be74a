"""What a sentence that reports nothing speaks of, where the next one goes back to it.

"Absence is a worry. It ran at 2.4 days, when the ceiling is 2.25": the second reports on absence.
"""

import re

from extractors.kpi import codes as kpi_codes
from extractors.kpi import names as kpi_names
from extractors.kpi import tidy as kpi_tidy
from extractors.kpi.clauses import Clause
from extractors.kpi.names import Subject
from extractors.kpi.place import Memory, Place

_WORDS = (
    r"(?:It|There|This|They|These|That|An?[ ](?:[a-z]{4,10}[ ])?target[ ]of"
    r"|The[ ](?:[a-z]{4,10}[ ])?(?:target|aim|result|outturn|figure)|(?:Only|Just)[ ][0-9])[ ]"
)
_BACK = re.compile(_WORDS)
_FOLLOWED = re.compile(r"[ ]{1,3}" + _WORDS)
# "The crew were told.": of someone, nothing that is measured.
_OF_PEOPLE = re.compile(
    r"[ ](?:was|were|is|are|had|has|have)[ ](?:been[ ])?(?:told|asked|given|invited|informed"
    r"|advised|reminded|thanked|content|satisfied|pleased|concerned|present|able|keen|happy|unhappy)\b"
)
_MOST_WORDS = 8


def of(place: Place, clause: Clause, memory: Memory) -> Subject | None:
    """Return what the sentence right before spoke of, where a clause goes back to it."""
    reading, start = place.context.reading, place.sentence.start
    if memory.spoken is None or reading[memory.spoken_to : start].strip():
        return None
    begins = clause.start <= start + 6
    return memory.spoken if begins and _BACK.match(reading, start) else None


def keep(place: Place, memory: Memory, start: int) -> None:
    """Keep what a sentence that reports nothing opens with, if the next one goes back to it."""
    memory.spoken, span = None, place.sentence
    if not _FOLLOWED.match(place.context.reading, span.stop):
        return
    codes = kpi_codes.find(place.context.reading, start, span.stop)
    if len(codes) == 1:
        code = codes[0]
        name = kpi_codes.name_behind(place.context.reading, code, span.stop)
        memory.spoken = Subject(code.start, code.stop, name, code.code)
        memory.spoken_to = span.stop
    if codes:
        return
    opened = kpi_names.opening(place.context.reading, start, span.stop, ())
    if opened is None or _OF_PEOPLE.match(place.context.reading, opened.stop, span.stop):
        return
    name = kpi_tidy.tidied(opened.name) if opened.name else None
    if name and len(name.split()) <= _MOST_WORDS:
        memory.spoken = Subject(opened.start, opened.stop, name)
        memory.spoken_to = span.stop
