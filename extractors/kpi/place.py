"""Where a clause stands, and what the sentences before it have spoken of."""

from dataclasses import dataclass, field

from extractors.context import Context
from extractors.kpi.names import Subject
from extractors.kpi.periods import Periods
from extractors.kpi.words import Outcome
from schemas.document import Section, Span


@dataclass
class Memory:
    """What the sentences before have spoken of, in one section."""

    subject: Subject | None = None
    age: int = 0  # paragraphs since the subject was named
    stop: int = 0  # where the sentence ends that named it
    intro: Span | None = None  # the paragraph that introduces the list being read
    covers: Span | None = None  # the words that say which time the results below are of
    topic: int = 0  # where the first sentence of the paragraph ends, if it only names the subject
    glued: int = 0  # where a name ends that is glued to the sentence about it
    headed: bool = False  # a line of its own has named the subject, by code
    spoken: Subject | None = None  # what the sentence before opened with, and reported nothing of
    spoken_to: int = 0  # where that sentence ends
    verdict: Outcome | None = None  # what it says of the points of that list


@dataclass(frozen=True)
class Place:
    """The section, paragraph, sentence and lead words a clause stands in."""

    context: Context
    section: Section
    unit: Span
    sentence: Span
    lead: Span | None
    intro: Span | None
    periods: Periods = field(repr=False)
    stretch: Span | None = None  # the part of the sentence that is being read
