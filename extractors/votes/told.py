"""Votes that a page only tells of: another body's, or one of an earlier year or month.

>>> is_elsewhere("The County Council had last month voted 40 to 12 for the scheme.")
True
>>> is_elsewhere("Four Members had voted for and three against.")
False
"""

import re

_BODY = (
    r"(?:council|society|government|parliament|assembly|senedd|cabinet|committee|association|trust"
    r"|governors|trustees|party|union|forum|partnership|federation|club|company|board"
    r"|authority|congregation|residents|electors|parishioners|electorate|staff|tenants|leaseholders|pupils|parents|businesses|workforce)"
)
# "the Harbour Society had voted …", "the Youth Council had, by 12 votes to 3, chosen".
_HAD = re.compile(
    rf"\b(?P<body>(?:[A-Z][\w'’-]{{1,24}}\s){{0,4}}(?i:{_BODY}))\s"
    r"(?:had|has)\b(?P<rest>[^.;\n]{0,80}?)\b(?:voted|votes?\sto|majority|unanimously|vote\sof)\b"
)
# "had last month voted", "had previously agreed by 5 votes to 4", "had in 2019 voted".
_EARLIER = re.compile(
    r"\b(?:last\s(?:month|week|year|spring|summer|autumn|winter|night)|previously|earlier\sin\sthe"
    r"|in\s(?:19|20)[0-9]{2}|years\sago|months?\sago|at\s(?:its|their)\s(?:last|previous|own))\b",
    re.IGNORECASE,
)
# "In 1998, when the last was held, 88 voted for": a year that opens the sentence.
_THEN = re.compile(
    r"\W{0,3}(?:(?:[Bb]ack\s)?[Ii]n\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)[0-9]{2}\b(?!/)"
    r"|[Aa]t\s(?:the|its|a|our)\s(?:(?:last|previous|[A-Z][a-z]{2,8})\s)?meeting\s(?:held\s)?(?:on|in)\s"
    r"|[Aa]t\s(?:its|the|their)\s(?:last|previous)\smeeting\b"
    r"|[Ll]ast\s(?:month|week|year|spring|summer|autumn|winter)\b)"
)
# "3 Members voted against in 2021", "1,204 voted for".
_ONCE = re.compile(
    r"\bvoted\s(?:(?:for|against|in\sfavour)\s)?in\s(?:19|20)[0-9]{2}\b(?!/)"
    r"|\b(?:lost|carried|defeated|voted|passed)\s(?:\w{2,12}\s){0,3}in\s(?:the\s)?(?:House\sof\s)?"
    r"(?:Lords|Commons|Parliament|Senedd|Westminster|Holyrood)\b"
    r"|\b[0-9]{1,3},[0-9]{3}\s(?:\w{2,12}\s){0,2}(?:voted|votes)\b"
)
_VOTED = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bdefeated\b|\bcarried\b|\blost\b")
# The meeting's own body, whose vote a page may tell in the pluperfect.
_OWN = re.compile(r"(?:the\s)?(?:council|committee|board|cabinet)", re.IGNORECASE)


def is_elsewhere(said: str) -> bool:
    """Tell whether a sentence tells of a vote that was not taken at the meeting it minutes."""
    if not _VOTED.search(said) and "had" not in said:
        return False
    if _THEN.match(said) or _ONCE.search(said):
        return True
    if " had" not in said and " has" not in said:
        return False
    for found in _HAD.finditer(said):
        if not _OWN.fullmatch(found["body"]) or _EARLIER.search(found["rest"]):
            return True
    return False
