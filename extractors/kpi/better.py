"""Which way an indicator is better, by its name and unit, and what two figures say by it."""

import re
from functools import cache

from extractors.data import lines


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(line.lower() for line in lines(name))


def _opens_a_word(name: str, low: str) -> bool:
    """Tell whether a cue of a data file stands in words, where a word begins."""
    for cue in _cues(name):
        at = low.find(cue)
        while at >= 0:
            if not (at and _is_letter(low[at - 1])):
                return True
            at = low.find(cue, at + 1)
    return False


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


_TIMES = ("hours", "days", "minutes", "seconds", "weeks")
_TIMED = re.compile(
    r"\b(?:within|answer|respon|process|resol|repair|in|new claims|changes? (?:of"
    r"|in) circumstance)",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:average|turnaround|new claims|changes? (?:of|in) circumstances?|t(?:ook|aken)|times?"
    r"|wait\w*|re-?let|within|(?:answer|mend|repair"
    r"|respond|process|resolv|clear|deliver|complet)ed[ ]in)\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:within|in|inside)[ ][\w-]{1,12}[ ](?:working[ ])?(?:hour|day|minute|week|month)"
)
# What comes back is no better for coming back in time: "re-referrals within 12 months".
_AGAIN = re.compile(r"\bre-?(?:referr|offend|admi|peat|open)|\brecurr")
_GIVEN = re.compile(
    r"\b(?:training|volunteer\w*|open|opening|support|notice|activit\w+|exercise|lessons?)\b", re.I
)


def time_is_lower(said: str, unit: str | None) -> int | None:
    """Return 1 where a clause measures how long something took.

    >>> time_is_lower("Calls were answered in 9 minutes", "minutes")
    1
    >>> time_is_lower("412 hours of training were given", "hours") is None
    True
    """
    if unit not in _TIMES or _GIVEN.search(said):
        return None
    return 1 if unit in ("seconds", "minutes") or _LASTING.search(said) else None


# A table that says it: "(low is good)", "higher is better".
_SAID = re.compile(
    r"\b(?:(?P<less>low(?:er)?|small(?:er)?|less|fewer)(?: (?:figure|number|rate))?"
    r"|high(?:er)?|bigger|larger|more) "
    r"(?:is|was|=|are|being) (?:good|better|best)\b"
    r"|\((?:aim to )?(?:(?P<few>minimi[sz]e|(?:an? )?(?:cap|ceiling|maximum|upper limit))"
    r"|maximi[sz]e)\)"
)


def is_said_lower(words: str) -> bool:
    """Tell whether words say that a smaller figure is the better one.

    >>> is_said_lower("(where lower was better)"), is_said_lower("(higher is better)")
    (True, False)
    """
    said = _SAID.search(words.lower())
    return bool(said and (said["less"] or said["few"]))


# "percentage of looked after children who …": of whom it is, not what is measured.
_SHARE_OF_PEOPLE = re.compile(r"(?:the )?(?:percentage|proportion|share|%|per cent) of ")
_LEAVERS = re.compile(r"\b(?:care|school|college) leavers?")
# A share of complaints is of those that were dealt with, unless it says otherwise.
_ANSWERED = re.compile(r"\bcomplaints?\b")
_FAULTY = re.compile(
    r"upheld|justified|escalat|repeat|received|about|second stage|stage 2|stage two"
)
_PEOPLE = re.compile(r"\b(?:looked after children|children in care|homeless (?:[a-z]+))")
_SUCH_PEOPLE = re.compile(
    r"(?:unemployed|disabled|vulnerable|homeless|absent) [a-z]{3,12} (?:who|that|in|with|from)\b"
)
# A share of what was done about something is meant to rise, whatever the something is.
_DONE = re.compile(
    r"\b(?:made safe|repaired|rectified|fixed|mended|put right|attended|dealt with|inspected"
    r"|cleared|removed|responded to|acknowledged|visited|moved in(?:to)?)\b"
)
_LATE = re.compile(r"\b(?:not|never|un\w+|late|overdue|delayed|missed)\b")
# A share of what was used is of its sort: "electricity used from renewable sources".
_USED = re.compile(r"\b(?:energy|electricity|gas|water|fuel) used\b")


# A share is of what was done in time: "performance against the response time target was 87%".
_OF_TIME = re.compile(
    r"\b(?:(?:response|processing|average|turnaround|re-?let)[ ]times?|time[ ](?:taken|to)"
    r"|turnaround)\b"
)


def is_either_way(name: str) -> bool:
    """Tell whether more of something is neither better nor worse: contacts, referrals."""
    return _opens_a_word("kpi_either_way.txt", _PER_HEAD.sub(" ", name.lower()))


_PER_HEAD = re.compile(r"\bper (?:head of |[0-9][0-9,]{0,8} (?:of )?(?:the )?)population")


def higher_is_better(name: str) -> bool:
    """Tell whether the words of a name say that a larger figure is better.

    >>> higher_is_better("calls answered"), higher_is_better("fewer calls answered")
    (True, False)
    """
    low = name.lower()
    return _opens_a_word("kpi_higher_is_better.txt", low) and not _FEWER.search(low)


# A count that is meant to fall: "reduction in the number of calls answered late".
_FEWER = re.compile(r"\b(?:reduc|decreas|fewer|less\b|fall in)")


def lower_is_better(name: str, unit: str | None) -> int | None:
    """Return 1 where the words say that a smaller figure is better, None where they do not say.

    >>> lower_is_better("share of calls abandoned", "%")
    1
    >>> lower_is_better("complaints answered within 10 days", "%") is None
    True
    >>> lower_is_better("unemployed people who found work", "%") is None
    True
    >>> lower_is_better("dangerous defects made safe by the next day", "%") is None
    True
    >>> lower_is_better("time to answer calls", "seconds")
    1
    >>> lower_is_better("keys cut, average working days", "days")
    1
    >>> lower_is_better("energy for each visit (low is good)", "kwh")
    1
    """
    low = name.lower()
    if said := _SAID.search(low):
        return 1 if said["less"] or said["few"] else None
    if _AGAIN.search(low):
        return 1
    low = _LEAVERS.sub(" ", low)
    if unit in ("%", None) and _SHARE_OF_PEOPLE.match(low):
        low = _PEOPLE.sub(" ", low)
    if unit == "%":
        low = _SUCH_PEOPLE.sub(" ", low)
    if unit == "%" and (_IN_TIME.search(name) or _is_dealt_with(low)):
        return None
    if unit == "%":
        low = _USED.sub(" ", _OF_TIME.sub(" ", low))
        low = low if _FAULTY.search(low) else _ANSWERED.sub(" ", low)
    lower = _opens_a_word("kpi_lower_is_better.txt", low)
    if unit == "%":
        return 1 if lower and not _opens_a_word("kpi_higher_is_better.txt", low) else None
    if lower and (unit in _TIMES or not _opens_a_word("kpi_higher_is_better.txt", low)):
        return 1
    if unit not in _TIMES:
        return None
    return 1 if _TIMED.search(name) or _is_average_wait(low) else None


def _is_dealt_with(low: str) -> bool:
    """Tell whether a name says what was done about a fault, in time and to the end.

    >>> _is_dealt_with("potholes mended"), _is_dealt_with("homes visited with repeat complaints")
    (True, False)
    """
    done = _DONE.search(low)
    if done is None or _LATE.search(low):
        return False
    return not _opens_a_word("kpi_lower_is_better.txt", low[done.end() :])


# How long each took: "laptops ready, average working days".
_AVERAGE_WAIT = re.compile(
    r"\baverage (?:number of )?(?:time in )?(?:working )?(?:days|hours|minutes|weeks)\b"
    r"|\b(?:days|hours|minutes|weeks)(?: on)? average\b|\baverage (?:wait|delay|time taken)\b"
)


def _is_average_wait(name: str) -> bool:
    return _AVERAGE_WAIT.search(name) is not None and not _GIVEN.search(name)


def by_figures(actual: float, target: float, lower: int | None, unit: str | None) -> str:
    """Return met, exceeded or missed by figures, unknown where the better way is not sure.

    >>> by_figures(99.7, 75, None, "%"), by_figures(106, 90, 1, "seconds")
    ('exceeded', 'missed')
    >>> by_figures(50, 50, None, "days"), by_figures(273, 272, None, "days")
    ('met', 'unknown')
    >>> by_figures(273, 272, None, "number"), by_figures(2, 0, None, "number")
    ('exceeded', 'unknown')
    """
    if actual == target:
        return "met"
    if target == 0 and lower is None and actual > 0:
        return "unknown"  # none allowed, or none due yet
    if lower is None and unit not in ("%", "number"):
        return "unknown"
    return "exceeded" if (actual < target) == bool(lower) else "missed"
