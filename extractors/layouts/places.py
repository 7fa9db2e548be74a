"""Where meetings are held: halls, rooms, offices, screens."""

import re

from extractors import makers

# Words of places, where a meeting is held.
_PLACES = re.compile(
    r"\b(?:halls?|house|chambers?|suite|rooms?|offices?|buildings?|cent(?:re|er)|street|road|lane"
    r"|square|school|church|hotel|library|theatre|court|teams|zoom|skype|webex|virtual(?:ly)?"
    r"|remote(?:ly)?|online|video|headquarters|campus|college|university|stadium|pavilion|museum"
    r"|castle|guildhall|parlour|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})\b",
    re.IGNORECASE,
)


# "Committee Room 2", "Council Chamber": rooms that are named after bodies.
_ROOM = re.compile(
    r"\b(?:committee|council|cabinet|board|members'?|mayor's|conference|meeting|authority)"
    r" (?:rooms?|chambers?|offices|house|suite|building|headquarters)\b"
    r"(?!.*\b(?:committee|board|panel|forum|group)$)",
    re.IGNORECASE,
)


def is_place(words: str) -> bool:
    """Tell whether words are where a meeting is held and no body's name.

    >>> is_place("Customs House, Quay Street"), is_place("Committee Room 2"), is_place("Cabinet")
    (True, True, False)
    >>> is_place("Town Hall Committee"), is_place("Hotels and Offices Board")
    (False, False)
    """
    if _ROOM.search(words):
        return True
    return _PLACES.search(words) is not None and makers.kind_of(words) is None
