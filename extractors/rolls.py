"""The headings of lists of those present or missing: "Members present", "Officers:", "Apologies".

Councils word them freely, so they are read by their grammar: who, and how they were there.

>>> status("officers in attendance"), status("apologies were received from")
('in_attendance', 'apologies')
>>> status("voting members present"), status("present and correct") is None
('present', True)
"""

import re

# "voting members", "senior council officers", "other persons", "press and public".
_SORT = (
    "other|also|voting|non voting|committee|council|council's|cabinet|executive|board|panel|forum"
    "|authority|elected|co opted|coopted|appointed|independent|external|invited|county|borough|city"
    "|district|town|parish|ward|senior|lead|named|supporting|advisory|statutory|scrutiny|principal"
    "|sub committee|partner|the|following|local|additional|further|relevant|chief|all|authority's"
)
_MEMBERS = "members?|councillors?|cllrs?|commissioners?|trustees?|governors?"
_OTHERS = (
    "officers?|officials?|staff|others?|persons?|people|guests?|observers?|visitors?|invitees?"
    "|representatives?|advis[eo]rs?|employees?|public|press|portfolio holders?|speakers?"
    "|presenters?|external partners?|witness(?:es)?"
)
_WERE = "(?:(?:were|was|who|also|both) ){0,2}"
_HOW = (
    "(?: (?:at|for|in|on|via|by|during) [a-z ]{2,40}| (?:virtually|remotely|online|in person)"
    "| by invitation)?"
)
_SORT, _MEMBERS, _OTHERS, _WERE, _HOW = (
    words.replace(" ", r"\ ") for words in (_SORT, _MEMBERS, _OTHERS, _WERE, _HOW)
)
_WHO = rf"(?:(?:{_SORT})\ ){{0,4}} (?:{_MEMBERS})"
_ANYBODY = rf"(?:(?:{_SORT})\ ){{0,4}} (?:{_OTHERS})"
_HERE = rf"{_WERE}(?:present|in\ attendance|attending|attended){_HOW}"
_LISTS = re.compile(
    rf"""(?:
      (?P<apologies> (?:an |the )?apolog(?:y|ies)
        (?:\ for\ (?:absence|non\ attendance|inability\ to\ attend))?
        (?:\ (?:was|were|has\ been|have\ been|had\ been|also)){{0,2}}
        (?:\ (?:received|submitted|intimated|tendered|given|sent|recorded))?
        (?:\ (?:from|by|on\ behalf\ of))? (?:\ the\ following)? (?:\ (?:{_MEMBERS}))? )
      | (?P<absent> (?:(?:{_MEMBERS})\ )? (?:absent(?:ees?)?|not\ (?:present|in\ attendance)
        |did\ not\ attend) (?:\ (?:{_MEMBERS}))? (?:\ without\ apolog(?:y|ies))? )
      | (?P<substitute> (?:(?:named|nominated|appointed|attending\ as)\ )?substitut(?:es?|ions?)
        (?:\ (?:{_MEMBERS}))? (?:\ {_HERE})? )
      | {_ANYBODY} (?:\ (?:and|or|&)\ (?:{_OTHERS}))? (?:\ {_HERE})?
      | (?:also|others?)\ {_HERE}
      | {_WERE} (?:in\ attendance|attending) {_HOW}
      | {_WHO} \ (?:were\ )?also\ (?:present|in\ attendance|attending)
      | (?P<unsure> {_WHO} \ (?:in\ attendance|attending) )
      | (?P<present> (?:(?:those|who\ was|all|were)\ )? {_WERE} (?:present|attended) {_HOW}
        | {_WHO} (?:\ of\ the\ (?!public|press)[a-z]{{4,14}})?
          (?:\ (?:and|&)\ (?:co\ opted\ )?(?:{_MEMBERS}))? (?:\ {_HERE})?
        | attendance(?:\ (?:list|record|register))? | attendees? | attended\ by
        | (?P<chair> in\ the\ chair | presiding(?:\ (?:officer|member))?
            | (?:the\ )?(?:(?:vice|deputy)\ )?chair(?:man|woman|person)? ) )
    )""",
    re.VERBOSE,
)
# Words that stand over such a list only among others of its kind.
_BARE = re.compile(r"\b(?:present|attendance|attend(?:ed|ing)|from|by)\b")
_STATUSES = ("apologies", "absent", "substitute", "present")
_TELLING = re.compile(r"\b(?:present|in attendance|attend(?:ed|ing)|apolog|absen|substit)")
LONGEST = 70


def status(folded: str) -> str | None:
    """Return the status that a heading gives those below it, by words that tell it anywhere.

    Takes the words in small letters, without colon or hyphen. One of "present", "apologies",
    "absent", "substitute", "in_attendance"; None for other words, and for "Officers" alone.
    """
    if len(folded) > LONGEST or not _TELLING.search(folded):
        return None
    return loose(folded)


def loose(folded: str) -> str | None:
    """Return the status of a heading among others of its kind: "Officers", "Members".

    >>> loose("officers"), loose("council officers and guests"), loose("members"), loose("lead")
    ('in_attendance', 'in_attendance', 'present', None)
    """
    found = _LISTS.fullmatch(folded) if len(folded) <= LONGEST else None
    if found is None:
        return None
    said = next((name for name in _STATUSES if found[name] is not None), "in_attendance")
    if said == "present" and folded.startswith("other "):
        return "in_attendance"
    return said


def is_unsure(folded: str) -> bool:
    """Tell whether a heading may be over the body's own members or over visitors.

    >>> is_unsure("members in attendance"), is_unsure("officers in attendance")
    (True, False)
    """
    found = _LISTS.fullmatch(folded)
    return bool(found and found["unsure"] and not folded.startswith("other "))


def is_chair(folded: str) -> bool:
    """Tell whether a heading is over who chairs, so that "Other members present" are members.

    >>> is_chair("presiding"), is_chair("in the chair"), is_chair("members present")
    (True, True, False)
    """
    found = _LISTS.fullmatch(folded)
    return bool(found and found["chair"])


def stands_alone(folded: str) -> bool:
    """Tell whether the words are such a heading without a colon: "Members present"."""
    return _BARE.search(folded) is not None
