"""A decision row under construction: columns with their proofs, sections, rows and notices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extractors import documents, headers, makers, procedural
from extractors.layouts.page import Line, printed
from extractors.people import contacts
from schemas.document import Document, Notice, Section
from schemas.facts import FieldValue, Person, Proof, Row
from schemas.records import Decision, MeetingNote

# paragraph 3 of Part 1 of Schedule 12A; Schedule 12A, paragraphs 1 and 2; Scotland: Schedule 7A.
_EXEMPT = re.compile(
    r"""\b(?:paragraphs?|paras?\.?|categor(?:y|ies))\s
        (?P<n> [0-9]{1,2}[a-z]?
            (?: (?:,\s?|\s?&\s?|\sand\s|\sor\s|,\sand\s) [0-9]{1,2}[a-z]? ){0,6} )
        [\s,]{1,3} (?:\([^()]{1,80}\)\s)?
        (?:of|in|to|under|within)\s (?:the\s)?
        (?:Part\s[0-9IVX]{1,3}[A-Z]?\s?,?\s? (?:of|to|in)?\s? (?:the\s)?)?
        (?:revised\s)? Schedule\s(?:12A|7A)
      | \bSchedule\s(?:12A|7A)\b[^.\n]{0,60}?\bparagraphs?\s
        (?P<m> [0-9]{1,2}[a-z]? (?: (?:,\s?|\s?&\s?|\sand\s|,\sand\s) [0-9]{1,2}[a-z]? ){0,6} )""",
    re.VERBOSE | re.IGNORECASE,
)
_DATES = ("publication_date", "decision_date", "effective_date")
_FLAGS = ("is_key_decision", "is_subject_to_call_in")
_TEXTS = ("purpose", "reasons", "alternatives")
# Labels of the councillor who answers for a matter.
_MEMBER = re.compile(
    r"(?:(?:relevant|lead|responsible) )?(?:(?:cabinet|executive|lead) (?:member|councillor)"
    r"|portfolio holder)s?(?:\(s\))?(?: responsible)?",
    re.IGNORECASE,
)
# A value a template prints where nothing was entered.
_EMPTY = re.compile(r"(?:!?notset!?|[-–—.]{1,3})", re.IGNORECASE)


@dataclass
class Draft:
    """What a layout has learnt of one decision so far."""

    document: Document
    number: int
    columns: dict[str, Any] = field(default_factory=dict)
    proofs: list[Proof] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    spare: tuple[str, int, int] | None = None  # a date that no label tells the sense of

    def say(self, column: str, value: Any, start: int, stop: int, rule: str) -> None:
        """Set a column and its proof, unless it is set already or there is nothing to set."""
        if value is not None and column not in self.columns:
            self.columns[column] = value
            self.prove(column, start, stop, rule)

    def prove(self, column: str, start: int, stop: int, rule: str) -> None:
        """Add a proof of a column."""
        if start < stop:
            self.proofs.append(Proof(column, start, stop, rule))

    def note(self, rule: str, message: str, start: int, stop: int) -> None:
        """Raise an issue."""
        self.notices.append(Notice(rule, message, start, stop))

    def title(self, start: int, stop: int) -> None:
        """Set the title from its line."""
        words = documents.clean(printed(self.document, start, stop))
        self.say("title", words or None, start, stop, "layout.title")
        self.say("is_procedural", procedural.is_procedural(words), start, stop, "title.procedural")

    def field(self, name: str, label: str, start: int, stop: int) -> None:
        """Take in a template field: its name, its label as printed, the span of its value."""
        start, stop = _trim(self.document.reading, start, stop)
        words = printed(self.document, start, stop)
        if not words or _EMPTY.fullmatch(words):
            return
        rule = f"label.{name}"
        if name in _DATES:
            self._date(name, words, start, stop)
        elif name in _FLAGS:
            self._flag(name, words, start, stop)
        elif name == "status_text":
            self._status(words, start, stop)
        elif name == "decision_maker":
            self.maker(words, start, stop, rule)
        elif name == "decided_at":
            self._decided_at(words, start, stop)
        elif name == "report_author":
            self.say(name, words, start, stop, rule)
            self._people(start, stop, "report_author")
        elif name == "contact":
            self._people(start, stop, "contact")
        elif name == "due":
            self._due(words, start, stop)
        elif name == "decision_type":
            self.say("is_key_decision", headers.key_type(words), start, stop, "label.decision_type")
            self.other(name, label, start, stop)
        elif name == "title" and "title" not in self.columns:
            self.title(start, stop)
            self.sections.append(Section("header", start, stop, self.number, None))
        elif name == "date":  # the decision's, where no other label tells it
            self.spare = self.spare or (label, start, stop)
        elif name in ("wards", "reference"):
            self.say(name, words, start, stop, rule)
        else:
            self.other(name, label, start, stop)

    def other(self, name: str, label: str, start: int, stop: int) -> None:
        """Keep a field that has no column."""
        if name == "lead_officer":
            self._people(start, stop, "lead_officer")
        if _MEMBER.fullmatch(label.strip()):
            people = contacts.find(self.document, start, stop, "councillor")
            self.rows += [replace(p, decision_id=self.number) for p in people if p.name]
        if "£" in self.document.text[start:stop]:  # "Reason Key: Expenditure > £500,000"
            self.sections.append(Section("header", start, stop, self.number, None))
        self.rows.append(
            FieldValue(
                start=start,
                stop=stop,
                quote=self.document.text[start:stop],
                rule="label.field",
                decision_id=self.number,
                label=" ".join(label.split()),
                value=printed(self.document, start, stop),
            )
        )

    def maker(self, words: str, start: int, stop: int, rule: str) -> None:
        """Set the decision maker and its kind."""
        if "decision_maker" in self.columns:
            return
        self.say("decision_maker", words, start, stop, rule)
        self.say("maker_kind", makers.kind_of(words), start, stop, "maker.kind")

    def _people(self, start: int, stop: int, role: str) -> None:
        for person in contacts.find(self.document, start, stop, role):
            self.rows.append(replace(person, decision_id=self.number))

    def _date(self, name: str, words: str, start: int, stop: int) -> None:
        found = headers.find_date(self.document.reading[start:stop])
        if not found:
            self.note("date.unreadable", f"{name}: {words[:80]}", start, stop)
        elif found[0] is None:
            self.note("date.impossible", f"{name}: {words[:80]}", start, stop)
        else:
            self.say(name, found[0], start + found[1], start + found[2], f"label.{name}")

    def _flag(self, name: str, words: str, start: int, stop: int) -> None:
        value = headers.flag(words)
        if value is None and name == "is_key_decision":  # "Key or non-key: Non-key"
            value = headers.key_type(words)
        if value is None:
            self.note("flag.unreadable", f"{name}: {words[:80]}", start, stop)
        self.say(name, value, start, stop, f"label.{name}")

    def _status(self, words: str, start: int, stop: int) -> None:
        if "status_text" in self.columns:
            return
        self.say("status_text", words, start, stop, "label.status")
        self.say("status", headers.status(words), start, stop, "status.vocabulary")
        if not headers.is_known_status(words):
            self.note("status.unknown", f"Status our list lacks: {words[:80]}", start, stop)

    def _due(self, words: str, start: int, stop: int) -> None:
        """Read when a decision is due and by whom: "5 Apr 2022 by Chief Executive"."""
        first, last, end, by = headers.due(self.document.reading[start:stop])
        self.say("due_from", first, start, start + end, "label.due")
        self.say("due_to", last, start, start + end, "label.due")
        if by is not None:
            self.maker(printed(self.document, start + by, stop), start + by, stop, "label.due")
        if first is None and by is None:
            self.note("date.unreadable", f"due: {words[:80]}", start, stop)

    def _decided_at(self, words: str, start: int, stop: int) -> None:
        reading = self.document.reading[start:stop]
        found = headers.split_meeting(reading)
        dated = headers.find_date(reading)
        if dated and dated[0]:
            at = (start + dated[1], start + dated[2])
            self.say("meeting_date", dated[0], *at, "label.decided_at")
        elif dated:
            self.note("date.impossible", f"decided_at: {words[:80]}", start, stop)
        if found:
            a, b = start + found[1], start + found[2]
            self.say("meeting_body", printed(self.document, a, b), a, b, "label.decided_at")
        elif not dated:
            self.say("meeting_body", words, start, stop, "label.decided_at")

    def part(self, kind: str, lines: Sequence[Line], start: int, label: str | None) -> None:
        """Add a section that runs from an offset to the end of the last line."""
        stop = lines[-1].stop if lines else start
        if start >= stop:
            return
        self.sections.append(Section(kind, start, stop, self.number, label))

    def texts(self) -> None:
        """Fill the text columns from the sections."""
        for column in _TEXTS:
            self._text(column, (column,))
        if not self._text("text", ("decision",)):
            self._text("text", ("minutes", "body"))

    def _text(self, column: str, kinds: tuple[str, ...]) -> bool:
        spans = [s for s in self.sections if s.kind in kinds and s.decision == self.number]
        words = [printed(self.document, s.start, s.stop) for s in spans]
        if not spans or column in self.columns:
            return bool(spans)
        self.columns[column] = " ".join(words)
        for s in spans:
            self.prove(column, s.start, s.stop, f"section.{s.kind}")
        return True

    def exempt(self, start: int, stop: int) -> None:
        """Look for the paragraph of Schedule 12A under which a matter was taken in private."""
        if "chedule" not in self.document.reading[start:stop]:
            return
        found = _EXEMPT.search(self.document.reading, start, stop)
        if found:
            group = "n" if found["n"] else "m"
            self.say("is_exempt", 1, *found.span(), "exempt.schedule")
            words = " ".join(found[group].split())
            self.say("exempt_paragraph", words, *found.span(group), "exempt.schedule")

    def maker_from_meeting(self) -> None:
        """Where the page names no maker, take the body of its meeting."""
        body = self.columns.get("meeting_body")
        proof = next((p for p in self.proofs if p.column == "meeting_body"), None)
        if body and proof:
            self.maker(body, proof.start, proof.stop, "maker.meeting_body")

    def meeting_note(self) -> None:
        """Say of which meeting the decision is, where its body is known."""
        body = self.columns.get("meeting_body")
        proof = next((p for p in self.proofs if p.column == "meeting_body"), None)
        dated = next((p for p in self.proofs if p.column == "meeting_date"), None)
        if not body or not proof:
            return
        self.rows.append(
            MeetingNote(
                start=proof.start,
                stop=proof.stop,
                quote=self.document.text[proof.start : proof.stop],
                rule="meeting.decided_at",
                body=body,
                date=self.columns.get("meeting_date"),
                proofs=(Proof("date", dated.start, dated.stop, dated.rule),) if dated else (),
            )
        )

    def decision(self, start: int, stop: int) -> Decision:
        """Return the row. Takes the span of the decision's text."""
        if self.spare and "decision_date" not in self.columns:
            self.field("decision_date", *self.spare)
        people = iter(contacts.joined([r for r in self.rows if isinstance(r, Person)]))
        self.rows = [next(people) if isinstance(r, Person) else r for r in self.rows]
        return Decision(
            id=self.number,
            position=self.number,
            start=start,
            stop=stop,
            proofs=tuple(self.proofs),
            **self.columns,
        )


def _trim(reading: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and reading[start].isspace():
        start += 1
    while stop > start and reading[stop - 1].isspace():
        stop -= 1
    return start, stop
