"""Figures that were reached an earlier time: "compared with 40% last year", "up from 31".

>>> is_previous("compared with ", " last year"), is_previous("at ", " against a target of 95%")
(True, False)
"""

import re

from extractors.kpi import beside as kpi_beside

_PAST = r"(?:last|previous|prior|preceding)[ ](?:year|quarter|month|period|reporting[ ]period)"
_PREVIOUS_BEFORE = re.compile(
    rf"""(?:(?:\bcompared[ ](?:to|with)
          |\b(?:up|down|increase|decrease|improvement|reduction|rise|fall|drop
          |increased|decreased|improved|improving|risen|fallen|rose|fell|dropped|declined|reduced)
          (?:[ ](?:of|by)[ ][^,;\n]{{1,20}}?)??[ ](?:from|on|against))[ ](?:the[ ])?
          (?:(?:{_PAST}(?:'s)?)[ ]?)?(?:(?:figure|result|outturn|performance|rate
              |total)[ ])?(?:of[ ])?
        |\b(?:improvement|advance|increase|decrease|rise|drop|reduction)[ ](?:on|over|from|against)
            [ ](?:the[ ])?20[0-9]{{2}}(?:[/-][0-9]{{2,4}})?[ ]\(
        |\b(?:equivalent|corresponding|comparable)[ ](?:outturn|figure|result|performance|rate
            |total|time|average|period|quarter|month|score)\b[^,;.()%]{{0,40}}
            [ ]?(?:at|of|was|with|\()[ ]?
        |\b(?:same[ ](?:period|quarter|month|point|time)[ ](?:of|in|last)
            |what[ ](?:was|had[ ]been)[ ][a-z]{{3,12}})\b[^,;.()%]{{0,40}}[ ]?\(
        |\b(?:increase|decrease|improvement|reduction|rise|fall|drop|decline|change)
            [ ](?:from|on|over)[ ][^,;.()%]{{2,60}}?(?:Q[1-4]|quarter(?:[ ][1-4])?|year|month|period
            |20[0-9]{{2}}(?:[/-][0-9]{{2,4}})?)[ ]\(
        |\bpreviously[ ]|\b{_PAST}(?:'s)?[ ](?:(?:figure|result|outturn|performance)[ ])?(?:of[ ]
            |was[ ]|at[ ]|:[ ]?|\()?
        |\bfrom[ ](?:a[ ](?:figure|rate|score|baseline)[ ]of[ ])?)$""",
    re.VERBOSE | re.IGNORECASE,
)
_PREVIOUS_AFTER = re.compile(
    rf"[ ]?\(?(?:(?:in|for|during|at|the)[ ]){{0,2}}(?:{_PAST}|the[ ]same[ ](?:period|quarter"
    rf"|month)[ ](?:of|in|last|a[ ]year|one[ ]year|the[ ](?:previous|year|prior)))\b",
    re.IGNORECASE,
)
# "short of the 79% achieved in Q1 2018/19": what was reached once.
_ONCE_BEFORE = re.compile(
    r"\b(?:short[ ]of|below|above|behind|ahead[ ]of|beyond|under|over|than)[ ]the[ ]$",
    re.IGNORECASE,
)
_ONCE_AFTER = re.compile(
    r"(?:[ ]\w{2,20})?[ ](?:achieved|recorded|reported|reached|seen|posted|managed|closed"
    r"|delivered)[ ](?:in|for|during)[ ]"
    r"(?:Q[1-4]|quarter|the[ ]|20[0-9]{2}|last|[A-Z][a-z]{2,8}[ ]20)"
)


def is_previous(before: str, after: str) -> bool:
    """Tell whether the words around a figure say that it was reached an earlier time."""
    if _PREVIOUS_BEFORE.search(before) or _PREVIOUS_AFTER.match(after):
        return True
    if _ONCE_BEFORE.search(before) and _ONCE_AFTER.match(after):
        return True
    return kpi_beside.is_before(after) or kpi_beside.is_of_time_before(before)
