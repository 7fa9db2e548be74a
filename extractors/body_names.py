"""Names of bodies that meet, folded so that "Cabinet", "The Cabinet" and "CABINET" are one."""

import re

from extractors.organisations import legal

# "Meeting of the Cabinet", "Cabinet meeting", "Full Council": the words that say no more.
_AROUND = re.compile(
    r"^(?:(?:an? )?(?:special |extraordinary |annual )?meeting of )?(?:the )?(.{1,200}?)"
    r"(?: meeting)?$"
)
_ALIASES = {"full council": "council"}


def key(name: str) -> str:
    """Return the folded name that two spellings of one body share.

    >>> key("The Cabinet") == key("CABINET") == key("Meeting of the Cabinet")
    True
    >>> key("Full Council"), key("Audit & Risk Committee"), key("Cabinet - Urgent Business")
    ('council', 'audit and risk committee', 'cabinet urgent business')
    """
    folded = legal.key(name)
    found = _AROUND.match(folded)
    bare = found[1] if found else folded
    return _ALIASES.get(bare, bare)
