"""Items of business that decide nothing of substance (SCHEMA, is_procedural): told by the title.

Apologies, declarations of interest, minutes of the last meeting, exclusion of the public and the
date of the next meeting.

>>> is_procedural("To confirm the minutes of the meeting held on 3 May 2019")
1
>>> is_procedural("Minutes Secretary: terms of employment") is None
True
"""

import re

_OPENING = re.compile(
    r"(?:to (?:receive|note|consider|confirm|approve|agree|sign|make|take)(?: and sign)? "
    r"|motion to )?"
    r"(?:(?:as a correct record|any|the|and|approval of|confirmation of|signing of) ){0,4}",
    re.IGNORECASE,
)
_TITLES = tuple(
    re.compile(pattern + r"[\s.:;*-]*", re.IGNORECASE)
    for pattern in (
        # Apologies for absence and notification of substitutes
        r"(?:welcome(?:,? and|,) )?apolog(?:y|ies)(?: (?:for|of|and|received)\b.{0,100})?",
        r"ymddiheuriadau.{0,60}",
        # Declarations of Disclosable Pecuniary Interests
        r"(?:disclosures?|declarations?|notification) (?:of|by) "
        r"(?:[\w'’,-]+ ){0,5}interests?\b.{0,120}",
        r"(?:members|councillors)['’]? (?:declarations? of )?interests?",
        r"interests?(?: (?:to be )?declared.{0,40})?",
        r"(?:disclosures?|declarations?) of interests?",
        r"datgan(?:iadau|iad)?\b.{0,30}(?:buddiant|diddordeb|fuddiant|ddiddordeb).{0,40}",
        # Minutes of the last meeting
        r"(?:(?:draft|public|open|unconfirmed|exempt|confidential|(?:un)?restricted) )?minutes?",
        r"(?:(?:draft|public|open|unconfirmed|exempt) )?minutes? (?:of|from) (?:the )?"
        r"(?:last|previous|preceding|former) (?:[\w-]+ ){0,6}meetings?\b.{0,120}",
        r"(?:(?:draft|public|open|unconfirmed) )?minutes? (?:of|from|-|–) (?:the )?"
        r"(?:[\w,&-]+ ){0,9}?meetings?\b.{0,120}",
        r"minutes? (?:of|-|–|dated|held on) ?(?:the )?[0-9]{1,2}.{0,40}",
        r"minutes [0-9]{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? [0-9]{4}",
        r"minutes and matters arising.{0,40}",
        r"(?:previous|last) (?:meeting['’]?s? )?minutes",
        r"cofnodion(?: (?:y |o'r |cyfarfod).{0,120})?",
        # Exclusion of the press and public
        r"exclu(?:sion|de) (?:of )?(?:the )?(?:members of )?(?:the )?(?:press|public)\b.{0,160}",
        r"(?:admission|exclusion)(?: and exclusion| and admission)? of (?:the )?"
        r"(?:press|public)\b.{0,100}",
        r"gwahardd (?:y |o'r )?(?:wasg|cyhoedd)\b.{0,60}",
        # Date, time and venue of the next meeting
        r"dates?(?:,? (?:and |& )?(?:time|venue|place)){0,2} of (?:the )?(?:next|future) "
        r"meetings?.{0,60}",
        r"(?:date of )?next meeting\b.{0,60}",
    )
)


def is_procedural(title: str | None) -> int | None:
    """Return 1 for a procedural item by its title as printed, None where the title is another."""
    if not title or len(title) > 240:
        return None
    plain = " ".join(title.split()).strip("() ")
    opening = _OPENING.match(plain)
    rest = plain[opening.end() :] if opening else plain
    return 1 if any(pattern.fullmatch(rest) for pattern in _TITLES) else None
