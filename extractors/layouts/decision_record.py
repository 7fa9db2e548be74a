"""A record of decision: the form on which a member or officer signs one (PDF or copied text).

"KENT COUNTY COUNCIL - RECORD OF DECISION": labels over values, often in two columns that copies
read as one line ("DECISION TO BE TAKEN BY: DECISION NO:" and the two values below, in either
order); then headed boxes. A proposed record is no decision: it gives no resolutions.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors import headers, labels
from extractors.cut import Cut
from extractors.labels import Label, Opening
from extractors.layouts import form_labels, form_makers, form_names, record_stated
from extractors.layouts.decision import torn
from extractors.layouts.draft import Draft
from extractors.layouts.form_names import is_council
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.page import Line, Page, first_of_two, page_id
from extractors.layouts.record_words import LABELS
from schemas.document import Document

NAME = "decision_record"
_TOP = 15  # lines among which the form's name stands
_REFERENCE = re.compile(r"(?:[A-Z]{2,6} (?=[0-9]))?[A-Z0-9][A-Z0-9/._-]{1,24}")
# "OD-0417   Market towns fund": the form's reference, set off from its title.
_CODED = re.compile(
    r"([A-Z]{1,6}[-/. ]?[0-9]{1,6}(?:[-/.][0-9A-Z]{1,6}){0,3})"
    r"(?:[ \t]{2,}|[ \t]?[-–—:][ \t])(?=[A-Z])"
)
_NUMBER = re.compile(r"[0-9]{1,2}[.)]?[ \t]{1,4}(?=[A-Za-z])")  # "5. Decision of the Member"
# What a box that is headed by the one word "Decision" begins with.
_LIMB = re.compile(
    r"\(?(?:[0-9]{1,2}|[a-z]|i{1,3})[.)] |(?:That|To|Approved?|Agreed?|Award(?:ed)?|Noted?|Granted"
    r"|Refused|Deferred|Authorised|Accepted|Endorsed|Adopted|As (?:recommended|set out))\b"
)
_HEADS = {"Decision": "decision", "Reasons": "reasons", "Reason": "reasons"}  # boxes by one word
_ASKED = re.compile(r" ?\((?:name|title|post|job|role)\b[^()]{0,40}\)$", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=taker|maker)\(s\)", re.IGNORECASE)  # "DECISION TAKER(S)"
_BARE = frozenset(("decision", "reasons", "wards", "contact", "title"))
# Words that are a box's or field's label alone on their line.
_ALONE = frozenset((
    "Subject", "SUBJECT", "DECISION", "DECISIONS", "REASONS", "Decision(s)", "DECISION(S)",
    "Resolution", "RESOLUTION", "Rationale", "Justification",
))  # fmt: skip


def claims(page: Page, least: float = 0.0) -> float:
    """Return how surely the page is such a form: its name stands at the top, labels below."""
    if page_id(page.document):
        return 0.0
    if not any(_is_named(x) for x in page.lines[:_TOP]):
        return 0.75 if least < 0.75 and _is_of_rows(page) else 0.0
    names = {x.name for x in _read(page, page.lines[:200])}
    form = next((found for x in page.lines[:_TOP] if (found := _form(x))), None)
    if form is None:
        return 0.97 if _is_whole(names) else 0.0
    if form["report"] and not ({"decision", "decision_maker"} <= names - {"recommendation"}):
        return 0.0  # a report for a decision that is to be taken
    return 0.97 if names & {"decision", "decision_maker"} and len(names - {None}) > 2 else 0.0


def _is_whole(names: set[str | None]) -> bool:
    """Tell whether a form under a name of the council's own says what was decided, and who or when.

    A page that asks for a decision has a recommendation in its stead.
    """
    told = names & {"decision_maker", "decision_date", "date"}
    return "decision" in names and bool(told) and len(names - {None, "body", "recommendation"}) > 2


_OWN = frozenset(("decision", "decision_maker", "decision_date"))


def _is_of_rows(page: Page) -> bool:
    """Tell whether a form without a name is all rows of a label and what it holds."""
    lines = page.lines[:40]
    if not any("ecision" in x.words[:20] for x in lines):
        return False
    rows = [x for x in lines if first_of_two(page.document, x.start, x.stop) is not None]
    named = {x.name for x in _read(page, rows)}
    return len(rows) * 3 >= len(lines) * 2 and named >= _OWN and "recommendation" not in named


def cut(page: Page) -> Cut:
    """Cut the forms into their fields, boxes and decisions: one, or as many as there are forms."""
    document, lines = page.document, _read(page, page.lines)
    form = next((found for x in lines[:_TOP] if (found := _form(x))), None)
    proposed = form is not None and bool(form["a"] or form["b"])
    drafts = [_record(document, n, x, proposed) for n, x in enumerate(_forms(lines), 1)]
    decisions = tuple(d.decision(*span) for d, span in drafts)
    first = decisions[0]
    return Cut(
        kind="proposed_decision" if proposed else "decision",
        layout=NAME,
        title=first.title,
        sections=tuple(s for d, _ in drafts for s in d.sections),
        decisions=decisions,
        rows=tuple(r for d, _ in drafts for r in d.rows),
        notices=tuple(n for d, _ in drafts for n in d.notices),
        is_complete=page.is_complete,
        reference_date=first.decision_date or first.publication_date,
    )


def _forms(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each form: another begins at its name, or at another maker.

    Neither counts before the form above has said what was decided.
    """
    found: list[list[Line]] = [[]]
    decided = made = False
    for line in lines:
        if decided and (_form(line) or (made and line.name == "decision_maker")):
            found.append([])
            decided = made = False
        found[-1].append(line)
        decided = decided or line.name == "decision"
        made = made or line.name == "decision_maker"
    return found


def _record(
    document: Document, number: int, lines: Sequence[Line], proposed: bool
) -> tuple[Draft, tuple[int, int]]:
    """Read one form."""
    draft = Draft(document, number)
    at = 0
    while at < len(lines):
        at = _take(draft, lines, at, proposed)
    form_makers.fill(draft, lines)
    _bare_title(draft, lines)
    draft.texts()
    draft.exempt(lines[0].start, lines[-1].stop)
    return draft, (lines[0].start, lines[-1].stop)


def _form(line: Line) -> re.Match[str] | None:
    return form_names.usual(line.words)


def _is_named(line: Line) -> bool:
    """Tell whether a line names a form of decision, in usual words or a council's own."""
    return _form(line) is not None or form_names.span(line.words) is not None


def is_form(line: Line) -> bool:
    """Tell whether a line is the name of such a form."""
    return _form(line) is not None


def _read(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the form's labels; two labels on one line open two fields."""
    document = page.document
    lines = form_labels.pieces(document, lines)
    read = [replace(x, opening=_opening(x.words) or _in_cell(document, x)) for x in lines]
    named = next((at for at, x in enumerate(read[:_TOP]) if _is_named(x)), None)
    if named is not None and sum(x.name == "decision" for x in read) > 1:
        read[named] = replace(read[named], opening=None)  # the form's name, not its box
    for at, line in enumerate(read[:-1]):
        name = _HEADS.get(line.words) if line.opening is None else None
        if name and (_LIMB.match(read[at + 1].words) or _is_sentence(read[at + 1])):
            label = Label(name, name, "section", "any", True, frozenset((NAME,)))
            read[at] = replace(line, opening=Opening(label, line.words, len(line.words), False))
    if named is None:
        return read
    read[named + 1 :] = form_labels.read(document, read[named + 1 :])
    return record_stated.headed(read, NAME)


def _is_sentence(line: Line) -> bool:
    """Tell whether a line is a sentence or leads a list, and no label."""
    words = line.words.rstrip()
    return line.opening is None and words.endswith((".", ":", ";")) and len(words.split()) > 4


def _in_cell(document: Document, line: Line) -> Opening | None:
    """Return the label in the first of a row's two cells: "Decision maker | Head of Quays"."""
    tab = first_of_two(document, line.start, line.stop)
    if tab is None or tab - line.start > 120:
        return None
    said = line.words[: tab - line.start].strip(" :?.-–—*#")
    rest = line.words[tab - line.start + 1 :].strip()
    label = _label(said, bare=False) if rest and _label(rest, bare=False) is None else None
    return Opening(label, said, tab - line.start + 1, True) if label else None


def _opening(words: str) -> Opening | None:
    """Return the label that a line opens with, behind the number of a box at most."""
    return _numbered(words) or _printed(words)


def _numbered(words: str) -> Opening | None:
    """Return the label behind a number: "5. Decision of the Cabinet Member"."""
    number = _NUMBER.match(words)
    if not number or words.endswith((".", ";", ",")):
        return None
    said = words[number.end() :]
    label = _label(said.strip(" :?.-–—*#"), bare=False) if len(said) < 120 else None
    found = Opening(label, said.strip(), len(said), False) if label else _printed(said)
    if found is None:
        return None
    if found.label.role == "section" or found.has_colon or found.value >= len(said):
        return replace(found, value=found.value + number.end())
    return None


def _printed(words: str) -> Opening | None:
    head = words[:130]
    for stop in (head.find(":"), head.find("?"), len(words)):
        if not 0 < stop <= 120:
            continue
        said = " ".join(words[:stop].split()).strip(" :?.-–—*#").removesuffix(" :")
        said = _ASKED.sub("", _PLURAL.sub("s", said))
        if label := _label(said, bare=stop == len(words)):
            value = min(stop + 1, len(words))
            while value < len(words) and words[value] in " :|\t\u00a0":
                value += 1
            return Opening(label, said, value, stop < len(words))
    return None


def _label(said: str, bare: bool) -> Label | None:
    for name, role, pattern in LABELS:
        if pattern.fullmatch(said) and (
            not (bare and name in _BARE and " " not in said) or said in _ALONE
        ):
            return Label(said.casefold(), name, role, "any", True, frozenset((NAME,)))
    # What the template's own page calls a field, a form may call so too.
    known = labels.named(said, "decision")
    return known if known and known.role == "field" and (known.bare or not bare) else None


def _take(draft: Draft, lines: Sequence[Line], at: int, proposed: bool) -> int:
    """Take in the field or box at an index; return the index behind it."""
    line, end = lines[at], at + 1
    if line.opening is None:
        return end
    if line.name == "decision" and (day := _day(lines, at)):
        draft.field("decision_date", line.opening.printed, day.start, day.stop)
        return at + 1 + (day is not line)
    if line.opening.label.role == "section":
        while end < len(lines) and not _ends(lines[end]):
            end += 1
        _box(draft, lines[at:end], proposed)
        return end
    beside = _opening(line.words[line.value - line.start :])
    if beside and line.value < line.stop:
        return _two(draft, lines, at, beside)
    start, stop = line.value, line.stop
    if start >= stop and end < len(lines) and lines[end].opening is None and not torn(lines, at):
        start, stop = lines[end].start, lines[end].stop
        end += 1
    if line.name == "reference" and not _is_reference(draft.document.reading[start:stop]):
        return at + 1
    if start < stop:
        _field(draft, line.opening, start, stop)
    return end


def _day(lines: Sequence[Line], at: int) -> Line | None:
    """Return the line that holds a date and nothing else behind or below "Decision made:"."""
    line = lines[at]
    if line.value >= line.stop and at + 1 < len(lines):
        line = lines[at + 1]
    words = line.words[line.value - line.start :] if line is lines[at] else line.words
    dated = headers.find_date(words) if len(words) < 40 else None
    return (
        line if dated and not words[: dated[1]].strip() and not words[dated[2] :].strip() else None
    )


def _is_box(line: Line) -> bool:
    return line.opening is not None and line.opening.label.role == "section"


def _bare_title(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the line between the form's name and its first box, where no label gives a title."""
    begin = next((at + 1 for at, x in enumerate(lines[:_TOP]) if _is_named(x)), len(lines))
    over = lines[begin - 2] if 1 < begin < len(lines) else None
    is_over = over is not None and over.kind == "heading" and lines[begin - 1].kind != "heading"
    is_over = is_over and over is not None and not is_council(over.words)
    if "title" not in draft.columns and is_over and over and _reads_as_title(over):
        _title(draft, over)  # the page's heading, the form's name below it
    boxes = (at for at in range(begin, len(lines)) if _is_box(lines[at]) and not _day(lines, at))
    end = next(boxes, len(lines))
    while begin < end and is_council(lines[begin].words):
        begin += 1
    top = lines[begin] if begin < end else None
    if "title" not in draft.columns and top and _reads_as_title(top):
        _title(draft, top)
    own = [lines[at] for at in range(begin, end) if not _is_below(lines, at)]
    plain = [x for x in own if _reads_as_title(x) and not is_council(x.words)]
    if "title" not in draft.columns and len(plain) == 1 and end < len(lines):
        _title(draft, plain[0])


def _title(draft: Draft, line: Line) -> None:
    """Take a line as the title, the form's reference that stands before it apart."""
    coded = _CODED.match(line.words)
    if coded:
        draft.say("reference", coded[1], line.start, line.start + coded.end(1), "record.coded")
    draft.title(line.start + (coded.end() if coded else 0), line.stop)
    draft.part("header", [line], line.start, None)


def _reads_as_title(line: Line) -> bool:
    plain = line.opening is None and len(line.words) > 7
    plain = plain and (":" not in line.words or line.kind == "heading")
    return plain and reads_as_title(line.words) and headers.find_date(line.words) is None


def _is_below(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the value of the bare label above it."""
    above = lines[at - 1] if at else None
    return above is not None and above.opening is not None and above.value >= above.stop


def _ends(line: Line) -> bool:
    return line.opening is not None or bool(form_makers.SIGNED.match(line.words))


def _field(draft: Draft, label: Opening, start: int, stop: int) -> None:
    if label.label.name == "title":
        draft.title(start, stop)
        if not any(s.kind == "header" and s.start == start for s in draft.sections):
            draft.part("header", [Line(start, stop, "")], start, None)
    else:
        draft.field(label.label.name, label.printed, start, stop)


def _two(draft: Draft, lines: Sequence[Line], at: int, beside: Opening) -> int:
    """Read two labels on one line: the values stand below, the reference's told by its shape."""
    first = lines[at].opening
    below = [x for x in lines[at + 1 : at + 4] if x.opening is None]
    names = (first.label.name if first else "", beside.label.name)
    if "reference" not in names or not below:
        return at + 1
    mine = next((x for x in below if _is_reference(x.words)), None)
    rest = [x for x in below if x is not mine]
    labels_of = {n: o for n, o in zip(names, (first, beside), strict=True) if o}
    if mine is None:
        words = below[0].words.rsplit(" ", 1)  # "Cabinet Member for Roads 25/00417"
        if len(words) < 2 or not _is_reference(words[1]):
            return at + 1
        split = below[0].start + len(words[0])
        draft.field("reference", labels_of["reference"].printed, split + 1, below[0].stop)
        rest = [replace(below[0], stop=split)]
    else:
        draft.field("reference", labels_of["reference"].printed, mine.start, mine.stop)
    other = next((o for n, o in labels_of.items() if n != "reference"), None)
    if other and rest:
        _field(draft, other, rest[0].start, rest[0].stop)
    return at + 1 + sum(x.opening is None for x in lines[at + 1 : at + (2 if mine is None else 3)])


def _is_reference(words: str) -> bool:
    return bool(_REFERENCE.fullmatch(words.strip())) and any(c.isdigit() for c in words)


def _box(draft: Draft, lines: Sequence[Line], proposed: bool) -> None:
    """Add a headed box; what a proposed record decides is text, not a decision."""
    head = lines[0]
    kind = head.name or "body"
    if proposed and kind == "decision":
        kind = "body"
    start = head.value
    if start >= head.stop and len(lines) > 1:
        start = lines[1].start
    if start < lines[-1].stop and start != head.stop:
        draft.part(kind, lines, start, head.opening.printed if head.opening else None)
