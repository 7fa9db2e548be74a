"""Colours that are said of an indicator: "was rated red", "(green)".

>>> said = "The lettings KPI was rated red."
>>> [o.kind for o in find(said, 0, len(said))]
['red']
>>> list(find("Five KPIs were shown, two at red.", 0, 33))
[]
"""

import re
from collections.abc import Iterator
from itertools import islice

from extractors.kpi import asides as kpi_asides
from extractors.kpi import words as kpi_words
from extractors.lowered import lowered

_RAG = re.compile(
    r"""(?:\b(?:was|were|is|are|be|been|being|as|at|to|in|shown|showing|reported|remain(?:s|ed
        |ing)?|now|rated|status
         |a(?=[ ](?:red|amber|green)[ ](?:indicator|measure|kpi|pi)\b)
         |still|currently|flagged|scored|marked|rating|rating[ ]of|status[ ]of|turned|all|rag|both
             |:|–|-)
         [ ]?["'(]{0,2}|[(\[]["']?)
        (?P<rag>green|amber|red)\b(?!-|[ ](?:route|line|bin|bag|waste|space|book|flag|belt
            |paper|light|box|lane|bull|tape))""",
    re.VERBOSE,
)
_COLOUR = re.compile(r"(?:green|amber|red)\b")


# "five rated amber": how many, not which.
_COUNTED = re.compile(
    r"(?<!kpi )(?<!pi )(?<!indicator )(?<!measure )(?<![\w.-])"
    r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ ]"
    r"(?:(?:were|are|was|is|been|had|have|also|now|rated|at|as|shown|reported|showing)[ ]){0,4}"
    r"[\"'(]?\Z"
)


def find(reading: str, start: int, stop: int) -> Iterator[kpi_words.Outcome]:
    """Yield RAG colours that are said of something."""
    low = lowered(reading)
    if not _COLOUR.search(low, start, stop) or kpi_asides.is_tally(low, start, stop):
        return
    for found in islice(_RAG.finditer(low, start, stop), kpi_words.MOST):
        if _COUNTED.search(low, max(start, found.start() - 40), found.start("rag")):
            continue
        in_brackets = reading[found.start("rag") - 1] in "(["
        wish = not in_brackets and kpi_words.is_wish(reading, start, found)
        if not (wish or kpi_asides.is_legend(low, start, found)):
            yield kpi_words.Outcome(found.start("rag"), found.end("rag"), found["rag"])
