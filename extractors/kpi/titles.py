"""Indicators that are named first and reported after: a point's code and name, a first sentence."""

import re

from extractors.kpi import names as kpi_names
from extractors.kpi import tidy as kpi_tidy
from extractors.kpi.names import Subject

# The code that leads a list point: "HV1 - new birth visits within 14 days."
_LEADING = re.compile(
    r"(?P<code>[A-Z]{2,5}[ _/-]?[0-9]{1,3}[a-z]?)(?:[ ]?[–:]|[ ]-|,)[ ](?P<name>[A-Za-z%]"
    r"[^.;:|\n]{3,120}?)(?:\.(?![0-9])|$|[ ][–-][ ](?=[A-Z])|:[ ](?=[0-9A-Z]))"
)
# A sentence that only names what the next one reports: "WM02 Residual waste per household."
_TOPIC = re.compile(
    r"(?:(?:Performance[ ])?(?:Indicator|Measure|KPI)[ ]"
    r"(?:[0-9]{1,3}[a-z]?[ ]?[,:–-][ ]|(?=[A-Z])))?"
    r"(?:(?P<code>[A-Z]{1,6}(?:-[A-Za-z]{2,8})?[ _/-]?[0-9]{1,4}[a-z]?)[ ]?[,:–-]?[ ])?"
    r"(?P<name>[A-Z%][^.:;|?!()£\n]{3,100}?)(?:[ ]\([^()\n]{1,40}\))?\.(?=[ ][A-Z0-9'‘])"
)
_SETTING = re.compile(
    r"\b(?:members?|councillors?|cllrs?|committee|resolved|noted?|minutes?|report|agreed|apologies"
    r"|questions?|chair(?:man)?|mr|mrs|ms|we|us|our|they|he|she)\b"
    r"|(?<!who )(?<!which )(?<!that )\b(?:is|are|was|were|has|had|have|did|do|does|will|would"
    r"|should|could|can|may|must|said|told|spoke|gave|drew|explained|introduced|presented|outlined"
    r"|highlighted|advised|summarised|submitted|considered|updated|thanked|commented)\b"
    r"|\A(?:In|During|This|These|There|It|For|At|On|By|Over|Since|As|Of|After|Before|How|What)\b"
    r"|[ ](?:and|but)$|[0-9][ ]?%"
    r"|[ ](?:[a-z]{3,12}ed|went|made|ran|put|saw|led|paid)[ ](?:an?|the|its|their|his|her"
    r"|through|to|up|out)[ ]",
    re.IGNORECASE,
)


def leading(reading: str, start: int, stop: int) -> Subject | None:
    """Return the indicator whose code and name lead a list point.

    >>> leading("HV1 - new birth visits. The target is 90%.", 0, 42).code
    'HV1'
    >>> leading("HV1 - new birth visits were below target.", 0, 41) is None
    True
    """
    found = _LEADING.match(reading, start, stop)
    if found is None:
        return None
    name = " ".join(found["name"].split())
    if kpi_tidy.tidied(name) != name:
        return None
    return Subject(found.start("code"), found.end("name"), name, found["code"])


def topic(reading: str, start: int, stop: int) -> Subject | None:
    """Return the indicator that the first sentence of a paragraph names and says no more of.

    >>> said = "WM02 Residual waste per household. At 104kg this was better than the target."
    >>> topic(said, 0, len(said)).name
    'Residual waste per household'
    >>> topic("Members were told. It was 4%.", 0, 29) is None
    True
    """
    found = _TOPIC.match(reading, start, stop)
    if found is None:
        return None
    name = " ".join(found["name"].split())
    idle = kpi_names.is_idle(name, 0, len(name)) or _SETTING.search(name)
    if idle or kpi_tidy.tidied(name) != name or len(name.split()) > 14:
        return None
    return Subject(found.start("code" if found["code"] else "name"), found.end("name"), name,
                   found["code"])  # fmt: skip
