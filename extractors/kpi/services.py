"""The service an indicator measures: the words that lead a point, or the heading above it.

>>> text = "ICT Services: all targets were met."
>>> found = lead(text, 0, len(text))
>>> text[found.start : found.stop]
'ICT Services'
"""

import re

from extractors.context import Context
from extractors.kpi.periods import headings_above
from schemas.document import Section, Span

_LEAD = re.compile(
    r"(?:[·•●▪*–-]+[ \t]*|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+)?(?P<lead>(?!(?:During|In"
    r"|For|Between|At|From|Over)\b)[A-Z%][^:;.\n]{2,90}?)(?::|[ ][–-])[ ]+(?=\S)"
)
_ABOUT = re.compile(
    r"(?:In[ ](?:relation|respect|regard)[ ](?:to|of)|With[ ](?:regards?|respect)[ ]to|For"
    r"|Regarding|Within)[ ](?:the[ ])?"
    r"(?P<lead>[^,;.\n]{3,80}),"
)
_SAYING = re.compile(
    r"(?<!which )(?<!who )\b(?:being|was|were|that|noted|following|reported|includ\w+|asked|note"
    r"|are"
    r"|is|had)\b",
    re.I,
)


def lead(reading: str, start: int, stop: int) -> Span | None:
    """Return the words that lead a paragraph or point: "ICT Services: …", "In relation to X, …"."""
    said = reading[start:stop]
    is_led = ":" in said or " –" in said or " -" in said
    found = _LEAD.match(reading, start, stop) if is_led else None
    if found and not _SAYING.search(found["lead"]) and len(found["lead"].split()) <= 14:
        return Span(found.start("lead"), found.end("lead"))
    found = _ABOUT.match(reading, start, stop)
    return Span(found.start("lead"), found.end("lead")) if found else None


# Headings that name no service: template labels, kinds of paper, periods, persons speaking.
_NO_SERVICE = re.compile(
    r"""^(?:decisions?|minutes?|purpose|reasons?|background|summary|introduction|recommendations?
        |agenda|issue|resolved
        |key|performance|quarter|q[1-4]|update|conclusion|appendix|implications|contact|report
            |overview|progress
        |executive|present|in[ ]attendance|questions|discussion|status|supporting|additional
            |corporate[ ]performance
        |monitoring|annual|targets?|kpis?|other|the[ ]following|part|section|highlights
            |[0-9/ .-]+$)\b
       |^(?:(?:un|not[ ])graded|green|amber|red|gr[ea]y|blue|(?:not[ ])?met|(?:on|off)[ ]target)$
       |\b(?:report|reports|update|monitoring|indicators?|kpis?|measures|quarter|minutes|scorecard
           |dashboard|agenda|[a-z&]{1,6}[ ._-]?[0-9]{1,4}[a-z]?
         |was|were|that|had|following|noted|asked|meeting|committee|board|panel|scrutiny|review)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERING = re.compile(r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}\.?|[·•*-])[ \t]+")


def service(context: Context, section: Section, at: int) -> Span | None:
    """Return the heading of the section that names the service a point stands under."""
    for heading in headings_above(context, at, 6):
        if heading.start < section.start:
            return None
        words = context.reading[heading.start : heading.stop]
        bare = _NUMBERING.sub("", words).strip()
        if 2 < len(bare) <= 60 and not set(bare) & set(":?!|@") and not _NO_SERVICE.search(bare):
            return Span(
                heading.stop
                - len(words.lstrip())
                + (len(words.lstrip()) - len(_NUMBERING.sub("", words).lstrip())),
                heading.stop,
            )
    return None
