"""What was decided, one row a limb. Stage 1.

A marker ("RESOLVED:", "it was agreed that") opens a list or paragraph; where none is printed the
section's own form tells (see `straight` and `prose`). The same resolution under Decision and again
under Minutes of one decision is one row. Source: SCHEMA on `resolutions`, FIELD_GUIDE section 5.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from extractors.context import Context
from extractors.resolutions import limb_rows, limbs, markers, prose, straight
from extractors.resolutions.limb_rows import Batch
from extractors.resolutions.list_words import is_bare_lead
from extractors.resolutions.lists import Draft, Reader
from extractors.resolutions.tails import split_tail
from schemas.document import Section
from schemas.facts import Resolution

KINDS = ("decision", "minutes", "body")
# Pages whose undivided text reports, or asks for, decisions of others.
# A line that opens with That, behind a label at most.
_THAT_OPENS = re.compile(
    r"\n[^\n]{0,14}(?:That|THAT|T H A T)\b|\bwas[ :-]{0,4}\n[^\n]{0,14}that\b"
    r"|\n[ \t]{0,9}\(?[a1i][).][ \t]{0,20}that\b"
    r"|\bseconded by\b[^\n]{3,60}\band[ :–-]{0,4}\n"
)
_ASIDE = re.compile(r"other reasons|consult|implication|background", re.IGNORECASE)
_SENTENCE_REACH = 4000
# A point of a list that says itself what was done.
_LOUD = re.compile(r"(?:AGREED|NOTED|APPROVED|ENDORSED|DELEGATED|REMITTED|RECOMMENDED|WELCOMED)\b")
_INFINITIVE = re.compile(r"\s{0,9}To [a-z]{2,20} [^\n]{5,600}\s{0,9}$")
_NOT_BODIES = ("report", "agenda", "proposed_decision", "pack")


def find(section: Section, context: Context) -> Iterator[Resolution]:
    """Yield the limbs of one section; ids and positions count from 1 within the call."""
    if not _is_read(section, context):
        return
    rows = list(limb_rows.rows(Resolution, batches(section, context), context))
    rows = _without_repeats(rows, _decided_before(section, context))
    yield from _renumbered(rows)


def _is_read(section: Section, context: Context) -> bool:
    if section.kind == "body" and _ASIDE.match(section.label or ""):
        return False
    if section.kind == "body":
        return context.cut.kind not in _NOT_BODIES
    return section.kind in KINDS


def batches(section: Section, context: Context) -> list[Batch]:
    """Return the limbs of a section, by the surest reading that finds any."""
    reading, start, stop = context.reading, section.start, section.stop
    found = list(markers.find(reading, start, stop))
    strong = _strong(reading, _grouped(reading, found, section), section)
    if strong:
        marked = _marked(reading, strong, stop)
        if any(batch.drafts for batch in marked):
            if section.kind == "decision":
                marked = _straight(reading, start, strong[0].line) + marked
            return _with_loud(reading, section, marked)
    opened = _straight(reading, start, stop)
    if opened:
        return opened
    lines = list(limbs.lines(reading, start, stop))
    if section.kind == "decision" or (section.kind == "body" and context.cut.kind == "decision"):
        stated = prose.stated(reading, lines, _is_plain(section, context))
        if stated:
            return [Batch(_unmarked(f.drafts, found), f.rule) for f in stated]
    kind = "undivided" if section.kind == "body" and context.cut.kind == "minutes" else section.kind
    minuted = [Batch(f.drafts, f.rule) for f in prose.minuted(reading, lines, kind)]
    weak = [m for m in found if m.strength == 1]
    return _beside(_weakly(reading, weak, stop), minuted) if weak else minuted


def _beside(weak: list[Batch], minuted: list[Batch]) -> list[Batch]:
    """Add motions carried behind all that "it was agreed": one before it is agreed in it."""
    last = max((d.stop for batch in weak for d in batch.drafts), default=0)
    return weak + [
        batch
        for batch in minuted
        if batch.rule == "resolution.motion" and all(d.start >= last for d in batch.drafts)
    ]


def _with_loud(reading: str, section: Section, marked: list[Batch]) -> list[Batch]:
    """Add "The Council NOTED that …" that stands beside what it AGREED, as in Scotland."""
    text = reading[section.start : section.stop]
    if not any(f" {word} " in text for word in prose.LOUD_VERBS):
        return marked
    taken = [(d.start, d.stop) for batch in marked for d in batch.drafts]
    found = [
        Batch(f.drafts, f.rule)
        for f in prose.loudly(reading, list(limbs.lines(reading, section.start, section.stop)))
        if not any(a <= f.drafts[0].start < b for a, b in taken)
    ]
    every = [batch for batch in (*marked, *found) if batch.drafts]
    return sorted(every, key=lambda batch: batch.drafts[0].start) if found else marked


def _grouped(reading: str, found: list[markers.Marker], section: Section) -> list[markers.Marker]:
    """Read points that each open with a loud verb as one list: "(a) NOTED …; and (b) AGREED …"."""
    if not any(m.kind == "agreed" and m.line < m.start for m in found):
        return found
    lines = list(limbs.lines(reading, section.start, section.stop))
    loud = [x.label is not None and bool(_LOUD.match(reading, x.body, x.stop)) for x in lines]
    runs = [list(run) for is_loud, run in groupby(range(len(lines)), loud.__getitem__) if is_loud]
    spans = [(lines[r[0]].start, lines[r[-1]].stop) for r in runs if len(r) > 1]
    starts = [start for start, _ in spans]

    def is_inside(marker: markers.Marker) -> bool:
        at = bisect_right(starts, marker.start) - 1
        return at >= 0 and marker.start < spans[at][1]

    kept = [m for m in found if not is_inside(m)]
    kept += [markers.Marker(start, start, start, 2, "points") for start in starts]
    return sorted(kept, key=lambda m: m.start)


def _unmarked(drafts: list[Draft], found: list[markers.Marker]) -> list[Draft]:
    """Leave "It was agreed" off limbs that open with it; "The Cabinet agreed to" stays."""
    impersonal = {m.line: m for m in found if m.strength == 1 and m.is_impersonal}
    for draft in drafts:
        marker = impersonal.get(draft.body)
        if marker and marker.stop < draft.stop:
            draft.start = draft.body = marker.stop
    return drafts


def _strong(reading: str, found: list[markers.Marker], section: Section) -> list[markers.Marker]:
    """Leave a printed "Decision:" out where a RESOLVED speaks, or where it heads the section.

    In a decision section one that heads a list stays: "Decision made:" behind the narrative.
    """
    strong = [m for m in found if m.strength > 1]
    spoken = [m for m in strong if m.kind != "decision"]
    if spoken or section.kind != "decision":
        return spoken or strong
    return [m for m in strong if _heads_list(reading, m.stop, section.stop)][-1:]


def _heads_list(reading: str, at: int, stop: int) -> bool:
    """Tell whether a list begins on the line after an offset: "Decision made: That:"."""
    end = reading.find("\n", at, stop)
    if end < 0 or reading[at:end].strip(" \t:-–").casefold() not in ("", "that", "to"):
        return False
    first = next(limbs.lines(reading, end, stop), None)
    return bool(first and first.label and first.label.opens)


def _is_plain(section: Section, context: Context) -> bool:
    """Tell whether a section's heading is the singular "Decision:"; Decisions: holds narrative.

    An issue's page prints the decision alone, without a heading: "To buy 900 tonnes of salt."
    """
    if section.label is None and context.cut.kind == "issue":
        return bool(_INFINITIVE.match(context.reading, section.start, section.stop))
    if section.label is None:
        return False
    head = section.label.casefold().partition(" and ")[0]  # of "Decision and reasons"
    return not head.rstrip(": ").endswith("s")


def _straight(reading: str, start: int, stop: int) -> list[Batch]:
    if not _THAT_OPENS.search("\n" + reading[start:stop]):
        return []
    lines = list(limbs.lines(reading, start, stop))
    return [Batch(f.drafts, f.rule) for f in straight.straight(reading, lines)]


def _twice(reading: str, found: list[markers.Marker]) -> list[markers.Marker]:
    """Leave out a marker that only leads to the next: "RESOLVED that Cabinet AGREED to"."""
    pairs = zip(found, [*found[1:], None], strict=True)
    return [
        m
        for m, after in pairs
        if after is None
        or after.line != m.line
        or not is_bare_lead(reading[m.stop : after.start].strip())
    ]


def _marked(reading: str, found: list[markers.Marker], stop: int) -> list[Batch]:
    found = _twice(reading, found)
    ends = [*(m.line if m.line > before.start else m.start for before, m in pairwise(found)), stop]
    return [
        Batch(_block(reading, marker, end), "resolution.marker", marker.action)
        for marker, end in zip(found, ends, strict=True)
    ]


def _block(reading: str, marker: markers.Marker, stop: int) -> list[Draft]:
    """Read the tail of the marker's line and the lines after it."""
    end = reading.find("\n", marker.stop, stop)
    end = stop if end < 0 else end
    lead, tail = split_tail(reading, *_stripped(reading, marker.stop, end))
    if marker.is_lead:
        lead, tail = (marker.line, end), []
    lines = [*tail, *limbs.lines(reading, end, stop)]
    if marker.kind == "decision" and not (lead or (lines and lines[0].label)):
        return [draft for f in prose.stated(reading, lines, True) for draft in f.drafts]
    reader = Reader(reading, lead)
    reader.read(lines)
    return reader.drafts


# "It was decided that both would leave": who stays in the room is no resolution.
_LEAVES = re.compile(
    r"\s{0,3}(?:that\s)?[^.;\n]{2,80}?\s(?:would|should|could|might|can|may|will)\s"
    r"(?:not\s|therefore\s|both\s|all\s|then\s|also\s){0,2}"
    r"(?:(?:leave|withdraw\sfrom|remain\sin|stay\sin)\s(?:the\s)?(?:meeting|room|chamber|hall)"
    r"|abstain|take\s(?:no\s)?part)\b",
    re.IGNORECASE,
)


# "It was agreed that the lane was too dark": what all thought, and nothing is to be done.
_THINKS = re.compile(
    r"\s{0,3}that\s(?![^.,;\n]{0,300}\b(?:be|should|would|will|shall|must|to)\b)[^.,;\n]{2,90}?\s"
    r"(?:was|were|is|are|had)\s(?:an?|the|no|not|very|too|also|still|quite|so|much|only|important"
    r"|essential|vital|good|been)\b",
    re.IGNORECASE,
)


def _weakly(reading: str, found: list[markers.Marker], stop: int) -> list[Batch]:
    """Read "it was agreed that …": its sentence, or the list after its colon."""
    batches, behind = [], 0
    for marker in found:
        if marker.start < behind:
            continue
        end = reading.find("\n", marker.stop, stop)
        end = stop if end < 0 else end
        if reading[max(marker.stop - 4, end - 9) : end].rstrip()[-1:] in (":", "-", "–"):
            drafts = _block(reading, marker, stop)
        else:
            near = min(end, marker.stop + _SENTENCE_REACH)
            sentence = prose.sentences(reading, marker.stop, near)[0]
            if _LEAVES.match(reading, *sentence) or _THINKS.match(reading, *sentence):
                continue
            lead, tail = split_tail(reading, *_stripped(reading, *sentence))
            reader = Reader(reading, lead)
            reader.read(tail)
            drafts, near = reader.drafts, sentence[1]
            behind = near
        behind = max([behind, *(draft.stop for draft in drafts)])
        batches.append(Batch(drafts, "resolution.agreed", marker.action))
    return batches


def _stripped(reading: str, start: int, stop: int) -> tuple[int, int]:
    words = reading[start:stop]
    left = len(words) - len(words.lstrip(" \t|"))
    return start + left, max(start + left, start + len(words.rstrip()))


def _decided_before(section: Section, context: Context) -> list[str]:
    """Return the limbs' texts of the decision section that belongs to the same decision."""
    if section.kind == "decision" or section.decision is None:
        return []
    sections = context.cut.sections
    at = bisect_left(sections, section.start, key=lambda s: s.start)
    near = sections[max(0, at - 6) : at + 6]
    texts = []
    for other in near:
        if other.kind == "decision" and other.decision == section.decision:
            texts += [
                row.text for row in limb_rows.rows(Resolution, batches(other, context), context)
            ]
    return texts


def _without_repeats(rows: list[Resolution], before: list[str]) -> list[Resolution]:
    """Leave out limbs that an earlier section, or the same one at length, already has."""
    left = [_bag(text) for text in before]
    seen: set[str] = set()
    kept = []
    for row in rows:
        bag = _bag(row.text)
        match = next((i for i, other in enumerate(left) if _alike(bag, other)), None)
        if match is not None:
            del left[match]
            continue
        folded = " ".join(sorted(bag.elements())) if len(row.text) > 60 else ""
        if folded and folded in seen:
            continue
        seen.add(folded)
        kept.append(row)
    return kept


def _bag(text: str) -> Counter[str]:
    found = re.findall(r"[^\W_]+", text.casefold())
    return Counter(word for word in found[:2000] if word not in ("that", "the"))


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether two limbs share four words in five."""
    total = one.total() + other.total()
    return total > 0 and (one & other).total() * 10 >= total * 4


def _renumbered(rows: list[Resolution]) -> Iterator[Resolution]:
    """Yield the rows that are left with ids and positions counting from 1."""
    numbers = {row.id: i for i, row in enumerate(rows, 1)}
    for i, row in enumerate(rows, 1):
        parent = numbers.get(row.parent_id) if row.parent_id else None
        yield replace(row, id=i, position=i, parent_id=parent)
