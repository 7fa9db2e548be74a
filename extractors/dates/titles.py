"""The one financial year in the title of a report: "Planning Performance 2024/25".

It is the year of quarters for which the text names none, where the text names several years.
"""

import re

from extractors.dates.period_parts import FINANCIAL, financial

_TOP, _MOST_LINE = 1_200, 140  # signs of a page that may hold its title, and of a title's line
_REPORTED = re.compile(
    r"\b(?:performance|outturn|monitoring|indicators?|KPIs?|measures|scorecard|dashboard|quarter\w*"
    r"|results?|progress)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|shall|that|to[ ]the)\b|[.;][ ]*$"
    r"|\b(?:budget|plan|strategy|programme|estimates?)[ ](?:for[ ])?20[0-9]{2}",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"(?<![0-9/-]){FINANCIAL}(?![0-9/-])")


def year(reading: str) -> tuple[int, int, int] | None:
    """Return the first calendar year of the title's financial year, and where it stands.

    >>> year("Lock Panel\\nLock performance report 2021/22\\nQ1 was poor against 2020/21.")
    (2021, 35, 42)
    >>> year("Budget 2021/22\\nLock performance 2020/21 and 2021/22")
    """
    found: list[tuple[int, int, int]] = []
    start = 0
    for line in reading[:_TOP].split("\n"):
        if len(line) <= _MOST_LINE and _REPORTED.search(line) and not _SAID.search(line):
            for said in _YEAR.finditer(line):
                first = financial(said.group())
                if first is not None:
                    found.append((first, start + said.start(), start + said.end()))
        start += len(line) + 1
    return found[0] if len({f[0] for f in found}) == 1 else None
