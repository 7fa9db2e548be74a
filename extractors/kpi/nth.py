"""One of several indicators that is told by its place: "the sixth KPI, starts on site, was missed".

Its place is no name: what stands behind it is.
"""

import re

from extractors.kpi.names import Subject

_NTH = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|final|other"
    r"|remaining)[ ](?:of[ ](?:the[ ]|these[ ])?)?(?:key[ ])?(?:performance[ ])?"
    r"(?:targets?|KPIs?|PIs?|indicators?|measures?|standards?)"
    r"(?:,[ ](?:for[ ]|on[ ])?(?P<set>[A-Za-z%][^,;:.()\n]{2,90}),"
    r"|[ ]\((?P<in>[A-Za-z%][^;:()\n]{2,90})\)"
    r"|[ ][–-][ ](?P<off>[A-Za-z%][^,;:.()–\n]{2,90})[ ][–-])"
    r"(?=[ ](?:was|were|is|are|had|has|have|met|missed|did|fell|exceeded|beat|failed|achieved"
    r"|reached|stood|came|remains?|remained)\b)",
    re.IGNORECASE,
)


def named(reading: str, start: int, stop: int) -> Subject | None:
    """Return what stands behind one of several indicators as its name.

    >>> said = "The sixth KPI, starts on site, is not met."
    >>> named(said, 0, len(said)).name
    'starts on site'
    >>> named("The sixth KPI was not met.", 0, 26) is None
    True
    """
    found = _NTH.search(reading, start, stop)
    if found is None:
        return None
    group = found.lastgroup or "set"
    return Subject(found.start(group), found.end(group), " ".join(found[group].split()))
