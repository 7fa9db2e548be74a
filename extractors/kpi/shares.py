"""What a share is of, and what stands behind the figure of a target."""

import re

from extractors.kpi.names import Subject, is_idle

_SHARE = re.compile(
    r"[ ]?of[ ](?:the[ ]|all[ ]|its[ ]|our[ ])?(?P<name>[^,;(\n]{3,130}?)(?=,|;|[ ]\(|\.?$"
    r"|[ ](?:was|were|is|are|had[ ]been|has[ ]been)[ ](?:\w{1,12}[ ])?"
    r"(?:met|missed|achieved|exceeded)\b"
    r"|[ ]against\b|[ ]compared\b|[ ]by[ ]20|\.[ ]|[ ]which[ ](?:was|is|has|exceed|beat|missed|met)"
    r"|[ ]and[ ](?:although|only|better|worse|above|below|so)\b)"
)
_BEHIND_FIGURE = re.compile(
    r"[ ](?:of[ ])?(?P<name>(?!(?:compared|aimed|asked|allowed|required|sought"
    r"|wanted|expected|being|should|ought|hoped|planned|line|agreed|fixed|profiled|needed"
    r"|against|above|below|in|for|was|were|had|has|is|on|by"
    r"|at|and|or|but|with|during|which|because|set|would"
    r"|since|after|before|when|while|as|from|to|this|last|again|a[ ]year)\b)"
    r"[a-z][^,;:.\n]{2,80}?)(?=,|;|\.|$|[ ](?:was|were|is|in|for[ ]Q|during|had|has|which|because"
    r"|against)\b)"
)


def behind(reading: str, at: int, stop: int) -> Subject | None:
    """Return what stands behind a target's figure: collections, of "99.9% collections"."""
    return _unless_idle(_BEHIND_FIGURE.match(reading, at, stop))


def _unless_idle(found: re.Match[str] | None) -> Subject | None:
    if found is None or is_idle(found["name"], 0, len(found["name"])):
        return None
    return Subject(
        found.start("name"), found.end("name"), " ".join(found["name"].split()).rstrip(".")
    )


# "31 families were in hostels at 30 June (HS2) against a limit of 20": who is counted.
_COUNTED = re.compile(
    r"[ ](?P<name>[a-z][^.;:,()\n]{2,90}?)(?=[ ]?\(|,|[ ](?:at|on|by|in|during)[ ]"
    r"(?:the[ ]end|[0-9]|20[0-9]{2}|[A-Z][a-z]{2,8}[ ]20)"
    r"|[ ](?:as[ ])?(?:against|compared|where|when)[ ])"
)


def counted(reading: str, at: int, stop: int) -> Subject | None:
    """Return what the count that ends at an offset counts.

    >>> counted("31 families were in hostels, against a limit of 20", 2, 50).name
    'families were in hostels'
    """
    return _unless_idle(_COUNTED.match(reading, at, stop))


def share(reading: str, at: int, stop: int) -> Subject | None:
    """Return what a share is of: "forms processed within 48 hours" of "99% of the forms …"."""
    return _unless_idle(_SHARE.match(reading, at, stop))


# "It took 19.6 days on average to process new claims (target 21)": what took so long.
_LASTING = re.compile(
    r"(?:,?[ ](?:on[ ]average|in[ ]all|or[ ]so),?)?[ ]to[ ]"
    r"(?P<name>(?!(?:[0-9]|be|an?[ ]average|meet|reach|achieve|hit)\b)[a-z][^,;:.()0-9\n]{3,80}?)"
    r"(?=[ ]?\(|,|;|:|\.|$|[ ](?:against|compared|when|where|in|for|during|while|and|which)\b)"
)


def lasting(reading: str, at: int, stop: int) -> Subject | None:
    """Return what took the time that ends at an offset.

    >>> lasting("It took 19 days to process new claims (target 21)", 15, 49).name
    'process new claims'
    """
    return _unless_idle(_LASTING.match(reading, at, stop))
