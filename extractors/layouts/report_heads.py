"""Headings and fields of reports that the vocabulary of labels does not spell out.

Every council words its template: "Brief summary of report", "Action recommended", "What are the
financial implications?", "Report Author(s)" over a name. A short line that stands alone, closed by
no stop, is a heading by the word it holds; a field's label may stand on a line of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors import labels
from extractors.labels import Label, Opening
from extractors.layouts.page import Line

_PAGE = "report"
_LONGEST = 90  # characters of a heading
_TOP = 40  # lines in which a label without a colon stands over its value
# "3.", "3.1", "A.", "(2)" in front of a heading.
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?|\(?[A-Z][.)])[ \t]{1,20}")
# "2<tab>RECOMMENDATIONS": a heading behind its number; "Subject:<tab>Lease of the pier".
_HEADED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]?[ \t]{1,20}[A-Z][^|\n]{3,80}")
_FIELD = re.compile(r"[A-Z][^|:.;\n]{2,70}:(?=\s)")
# What a heading never holds: a verb of a sentence, a sum, an address.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|be|been|shall|should|would|agreed|resolved)\b|[£@%|;]"
)
# The sort of section by the words of its heading, the first that fits.
_SORTS = (
    ("reasons", re.compile(r"\breasons?\b.{0,30}\b(?:recommend|decision|proposal)", re.I)),
    (
        "alternatives",
        re.compile(
            r"\b(?:alternative|other)s?\b.{0,20}\boptions?\b|\boptions? (?:considered|appraisal)"
            r"|\balternatives? considered|\boptions?\b.{0,30}\brejected",
            re.I,
        ),
    ),
    (
        "recommendation",
        re.compile(
            r"^(?:(?:officers?'?s?|summary of|proposed|formal|detailed|draft|the|list of|key|report"
            r"|director'?s?|action\(?s?\)?|actions|decisions?|course of action|what (?:is|are)"
            r"(?: the)?|(?:summary|conclusions?|proposals?|purpose|background|introduction) and)"
            r"\s){0,3}(?:recommendations?|recommended|recommendation\(s\)|argymhell\w+)"
            r"(?:\s(?:to|of|by|for|from|and reasons?|and decisions?|actions?|decisions?|that"
            r"|resolutions?|course)\b.{0,60})?$"
            r"|^(?:decisions?|actions?|resolutions?|approvals?)(?:\(s\))?\s(?:required|requested"
            r"|sought|needed|requested of \w+)(?:\s(?:by|of|from|for)\b.{0,50})?$"
            r"|^(?:matters?|issues?) for (?:decision|approval)$",
            re.I,
        ),
    ),
    (
        "implications",
        re.compile(
            r"\bimplications?\b|\bimpact assessments?\b|^(?:financial|legal|finance|resource"
            r"|staffing|equalit(?:y|ies)|risk|procurement|hr|human resources|climate|environmental"
            r"|health|section 151|s151|monitoring officer|chief finance officer)(?:'?s)?"
            r"(?: and [a-z]+)?\s(?:advice|comments?|considerations?|issues|matters|impacts?"
            r"|appraisal|assessment|analysis|management|statement|observations)(?: .{0,40})?$",
            re.I,
        ),
    ),
    (
        "summary",
        re.compile(r"^(?:\w+ ){0,2}summary\b.{0,40}$|^(?:report )?(?:synopsis|abstract)$", re.I),
    ),
    (
        "purpose",
        re.compile(
            r"^(?:the )?(?:purpose|aims?)\b.{0,40}$|^why is .{3,50}\?$|^what is th.{3,50} about\?$",
            re.I,
        ),
    ),
    (
        "background",
        re.compile(
            r"^(?:relevant |policy |general |further )?(?:background|introduction|context"
            r"|history)\b(?! (?:papers?|documents?|reading)).{0,50}$",
            re.I,
        ),
    ),
    (
        "documents",
        re.compile(
            r"^(?:list of |schedule of )?(?:background (?:papers?|documents?|reading|information "
            r"used)|appendices|documents? attached|attachments?)\b.{0,50}$",
            re.I,
        ),
    ),
    (
        "body",
        re.compile(
            r"^(?:main|full|detailed|the|supporting|current|key|relevant)\s(?:body|report|matters?"
            r"|information|position|issues?|considerations?|points|details?)\b.{0,40}$"
            r"|^(?:report (?:details?|content|body)|consultations?|conclusions?|next steps"
            r"|proposals?|analysis|performance|issues?|discussion|timetable\b.{0,30}"
            r"|details? of\b.{0,40}|evaluation|considerations?)(?:\(s\))?$",
            re.I,
        ),
    ),
)
# Headings over the name of who wrote the report or answers for it.
_SIGNATURES = (
    (
        "report_author",
        re.compile(
            r"^(?:report )?(?:author|writer)(?:s|\(s\))?(?:'?s? (?:and |/ ?)?(?:contact )?"
            r"(?:details|name|officer))?$|^(?:report )?(?:written|prepared|compiled) by$"
            r"|^reporting officer$",
            re.I,
        ),
    ),
    (
        "lead_officer",
        re.compile(
            r"^(?:lead|responsible|accountable|case) (?:officer|director)(?:s|\(s\))?"
            r"(?: (?:contact|details?))?$",
            re.I,
        ),
    ),
    (
        "contact",
        re.compile(
            r"^(?:(?:report|officer|further|key|relevant|main|responsible|council) )?contacts?"
            r"(?:\(s\))?(?: (?:officer|person|point|name|detail|information)(?:s|\(s\))?)?"
            r"(?: (?:details?|for (?:further|more) (?:information|details)|for (?:this )?(?:report"
            r"|enquiries)))?$"
            r"|^(?:for )?(?:further|more) (?:information|details?)(?: (?:on|about) this (?:report"
            r"|item|matter))?,?(?: (?:please )?contacts?| (?:can be obtained )?from)?$"
            r"|^officers? to contact$|^enquiries to$",
            re.I,
        ),
    ),
)


def read(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a page read as a report, with the labels told by their words."""
    lines = [_loosened(lines, at) if x.kind == "row" else x for at, x in enumerate(lines)]
    read = [_read(line) if line.opening is None and line.kind != "row" else line for line in lines]
    for at in range(min(_TOP, len(read) - 1)):
        if read[at].opening is None and read[at + 1].opening is None:
            read[at] = _alone(read[at])
    return tuple(_proposed(read))


# "Proposal" over "6. That the Committee notes the position.": what is asked.
_PROPOSALS = re.compile(r"(?:the )?(?:proposals?|proposed decisions?|we ask that)", re.IGNORECASE)
_PROPOSED = re.compile(
    r"(?:\(?[0-9a-z]{1,3}(?:\.[0-9]{1,2})?[.)]?[ \t]{1,9})?That (?:the )?[A-Za-z]"
)


def _proposed(lines: list[Line]) -> list[Line]:
    """Return the lines with a heading "Proposals" over "That …" read as the recommendation."""
    if any(x.name == "recommendation" for x in lines):
        return lines
    for at, (line, below) in enumerate(pairwise(lines)):
        said = line.words.strip(" :0123456789.")
        if _PROPOSALS.fullmatch(said) and _PROPOSED.match(below.words):
            lines[at] = _opened(line, "recommendation", "section", said, len(line.words))
            break
    return lines


def _loosened(lines: Sequence[Line], at: int) -> Line:
    """Return a line of two cells as a plain one where it is no row of a table.

    "2<tab>RECOMMENDATIONS" over a paragraph, "Recommendations:<tab>That …" on a front sheet.
    """
    line, opening = lines[at], lines[at].opening
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    headed = _HEADED.fullmatch(line.words) and all(x.kind != "row" for x in beside)
    asks = opening and opening.label.name == "recommendation" and opening.has_colon
    asks = asks and at > 1 and all(_FIELD.match(x.words) for x in lines[at - 2 : at])
    return replace(line, kind="paragraph") if headed or asks else line


def is_field(line: Line) -> bool:
    """Tell whether a row of two cells is a field of a front sheet: "Policy implications:<tab>…"."""
    return line.kind == "row" and _FIELD.match(line.words) is not None


def _read(line: Line) -> Line:
    """Return the line with the label that its words make of it."""
    words = line.words
    colon = words.find(":", 4, _LONGEST)
    if 4 < colon < len(words) - 1:
        return _signed(line, words[:colon], colon + 1)
    if len(words) > _LONGEST or words[-1] in ".;,!":
        return line
    number = _NUMBER.match(words)
    said = words[number.end() if number else 0 :].strip(" \t:-–—*#")
    if not said or not said[0].isupper():
        return line
    if name := _sort(said, _SIGNATURES):
        return _opened(line, name, "field", said, len(words))
    if name := _sort(said, _SORTS):
        return _opened(line, name, "section", said, len(words), bool(number))
    return line


def _signed(line: Line, label: str, at: int) -> Line:
    """Return the line with what stands before its colon: a person's label, "Recommended to"."""
    number = _NUMBER.match(label)
    said = label[number.end() if number else 0 :].strip()
    while line.words[at] in " \t":
        at += 1
    if name := _sort(said, _SIGNATURES):
        return _opened(line, name, "field", said, at)
    if _sort(said, _SORTS) == "recommendation":
        return _opened(line, "recommendation", "section", said, at)
    return line


def _sort(said: str, sorts: Sequence[tuple[str, re.Pattern[str]]]) -> str | None:
    asks = sorts is _SORTS and _SENTENCE.search(said.lower())
    for name, pattern in sorts:
        if pattern.search(said) and (not asks or said[-1] == "?" or _WHAT.match(said)):
            return name
    return None


_WHAT = re.compile(r"what (?:is|are) (?:being )?recommended$", re.IGNORECASE)


def _alone(line: Line) -> Line:
    """Return a line that is a field's label and nothing else with that label."""
    label = labels.named(line.words, _PAGE) if len(line.words) < labels.LONGEST else None
    if label is None or label.role != "field" or " " not in label.words:
        return line
    return _opened(line, label.name, "field", line.words, len(line.words))


def _opened(
    line: Line, name: str, role: str, said: str, value: int, numbered: bool = False
) -> Line:
    label = Label(labels.fold(said), name, role, "any", True, frozenset((_PAGE,)))
    return replace(line, opening=Opening(label, said, value, True, numbered))
