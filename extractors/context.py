"""What a rule may look up while it reads a section: a frozen summary of the document.

A rule's `find(section, context)` runs patterns over `context.reading` between the section's
offsets, and takes quotes from `context.text`. It never looks around by itself.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from extractors import nlp
from extractors.cues import Words
from extractors.cut import Cut
from schemas.document import Document, Section, Span
from schemas.facts import Fact

F = TypeVar("F", bound=Fact)
T = TypeVar("T")

# A line of the reading; one of blanks and pipes only is no paragraph (told after the match: a
# pattern that looks for more is quadratic on a long run of blanks).
_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?[ \t]+)?[A-Z][^\n]{1,88}")
_CLOSED = re.compile(r"[.;,]\s*$")
_FEW = 8  # facts that are quicker looked through than searched


@dataclass(frozen=True)
class Context:
    """A document with what is already known of it. What is known grows from stage to stage."""

    document: Document
    cut: Cut
    _facts: dict[type, list[Fact]] = field(default_factory=dict, repr=False)
    _sentences: dict[tuple[int, int], tuple[Span, ...]] = field(default_factory=dict, repr=False)
    _words: dict[tuple[int, int], Words] = field(default_factory=dict, repr=False)
    _lines: dict[tuple[int, int], tuple[Span, ...]] = field(default_factory=dict, repr=False)
    _starts: dict[type, list[tuple[int, int]]] = field(default_factory=dict, repr=False)
    _told: dict[Callable[..., Any], tuple[int, Any]] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """Return the immutable text that quotes come from."""
        return self.document.text

    @property
    def reading(self) -> str:
        """Return the equal-length text that patterns run on."""
        return self.document.reading

    @property
    def reference_date(self) -> str | None:
        """Return the ISO date of the meeting or decision, None where the page has none."""
        return self.cut.reference_date

    def quote(self, start: int, stop: int) -> str:
        """Return the very words of a span."""
        return self.document.text[start:stop]

    def make(self, kind: type[F], /, start: int, stop: int, rule: str, **columns: Any) -> F:
        """Build a fact with its quote. Raises ValueError for an empty span."""
        return kind(start=start, stop=stop, quote=self.quote(start, stop), rule=rule, **columns)

    def learn(self, facts: Iterable[Fact]) -> None:
        """Take in facts that are found and numbered; only the assembly does so."""
        for fact in facts:
            self._facts.setdefault(type(fact), []).append(fact)

    def knowing(self, facts: Iterable[Fact]) -> "Context":
        """Return the same context with more facts known."""
        held = {kind: [*known] for kind, known in self._facts.items()}
        more = replace(self, _facts=held, _starts={}, _told={})
        more.learn(facts)
        return more

    def known(self, kind: type[F], start: int = 0, stop: int | None = None) -> Iterator[F]:
        """Yield the facts of a kind that lie inside a span, in the order they were found."""
        facts = self._facts.get(kind, [])
        if not start and stop is None:
            yield from cast("list[F]", facts)
            return
        end = len(self.text) if stop is None else stop
        near: Iterable[Fact] = facts
        if len(facts) > _FEW:
            order = self._order(kind, facts)
            left, right = bisect_left(order, (start,)), bisect_left(order, (end + 1,))
            near = (facts[at] for at in sorted(at for _, at in order[left:right]))
        for fact in near:
            if start <= fact.start and fact.stop <= end:
                yield cast("F", fact)

    def told(self, kind: type[F], make: Callable[[Sequence[F]], T]) -> T:
        """Return what a function reads off all known facts of a kind: once, while none is new."""
        facts = self._facts.get(kind, [])
        count, made = self._told.get(make, (-1, None))
        if count != len(facts):
            made = make(cast("list[F]", facts))
            self._told[make] = len(facts), made
        return cast("T", made)

    def once(self, make: Callable[["Context"], T]) -> T:
        """Return what a function reads off the whole document: once."""
        if make not in self._told:
            self._told[make] = 0, make(self)
        return cast("T", self._told[make][1])

    def _order(self, kind: type, facts: list[Fact]) -> list[tuple[int, int]]:
        """Return the facts of a kind as (start, place in the list), by start."""
        order = self._starts.setdefault(kind, [])
        if len(order) < len(facts):
            order += ((facts[at].start, at) for at in range(len(order), len(facts)))
            order.sort()
        return order

    def paragraphs(self, section: Section | Span) -> Iterator[Span]:
        """Yield the non-blank lines of the reading: paragraphs, list points and table rows.

        Every rule asks for those of a section: they are read once.
        """
        key = (section.start, section.stop)
        if key not in self._lines:
            self._lines[key] = tuple(self._paragraphs(*key))
        return iter(self._lines[key])

    def _paragraphs(self, start: int, stop: int) -> Iterator[Span]:
        for found in _LINE.finditer(self.reading, start, stop):
            line = found.group()
            bare = line.strip()
            if not bare or (bare[0] == "|" and not bare.replace("|", " ").strip()):
                continue
            left = found.start()
            if len(bare) < len(line):
                left += len(line) - len(line.lstrip())
            yield Span(left, left + len(bare))

    def sentences(self, paragraph: Span) -> tuple[Span, ...]:
        """Return the sentences of a paragraph, by spaCy with our own boundaries; cached."""
        key = (paragraph.start, paragraph.stop)
        if key not in self._sentences:
            words = self.reading[paragraph.start : paragraph.stop]
            self._sentences[key] = tuple(
                Span(paragraph.start + a, paragraph.start + b) for a, b in nlp.sentences(words)
            )
        return self._sentences[key]

    def words(self, start: int, stop: int) -> Words:
        """Return the words of a stretch for the vocabularies of cues; cached."""
        key = (start, stop)
        if key not in self._words:
            self._words[key] = Words(self.reading, start, stop)
        return self._words[key]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds an offset (its paragraph's last one as a fallback)."""
        start = self.reading.rfind("\n", 0, offset) + 1
        stop = self.reading.find("\n", offset)
        paragraph = Span(start, len(self.reading) if stop < 0 else stop)
        for sentence in self.sentences(paragraph):
            if sentence.start <= offset < sentence.stop:
                return sentence
        return paragraph

    @cached_property
    def headings(self) -> tuple[Span, ...]:
        """Return headings in reading order: marked ones, and short lines set like one."""
        marked = {
            (b.start, b.stop)
            for b in self.document.blocks
            if b.kind in ("heading", "label", "title", "item_title")
        }
        short = (p for p in self.paragraphs(Span(0, len(self.text))) if self._reads_as_heading(p))
        return tuple(sorted({Span(a, b) for a, b in marked} | set(short)))

    def _reads_as_heading(self, line: Span) -> bool:
        words = self.reading[line.start : line.stop]
        return bool(_HEADING.fullmatch(words)) and not _CLOSED.search(words)

    def heading_above(self, offset: int) -> Span | None:
        """Return the nearest heading that ends before an offset."""
        above = [h for h in self.headings if h.stop <= offset]
        return above[-1] if above else None

    def headings_above(self, offset: int) -> list[Span]:
        """Return all headings before an offset, the nearest first."""
        return [h for h in reversed(self.headings) if h.stop <= offset]
