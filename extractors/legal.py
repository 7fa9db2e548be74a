"""Company names as people write them, folded so that two spellings of one firm meet.

The rules: case, accents of typing ("&", curly quotes), a leading "The", full stops and commas do
not tell firms apart; neither does the legal form at the end (Ltd, Limited, plc, LLP, CIC …).
"""

import re
import unicodedata
from functools import lru_cache

# Legal forms as they end a name, folded, longest first.
_FORMS = (
    "community interest company", "limited liability partnership", "public limited company",
    "company limited", "co limited", "co ltd", "limited", "ltd", "plc", "llp", "cic", "cio", "inc",
    "incorporated", "gmbh", "lp", "cyf", "cyfyngedig", "ccc", "cbc",
)  # fmt: skip
_FORM_AT_END = re.compile(rf"(?:^| )(?:{'|'.join(_FORMS)})$")
_NOT_WORD = re.compile(r"[^\w]+")
_APOSTROPHES = re.compile(r"['’‘`´]")
_DOTTED = re.compile(r"\b(?:\w\.){2,6}")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return the folded name that two spellings of one organisation share.

    >>> key("The Bryn & Sons Waste Co. Limited") == key("BRYN AND SONS WASTE CO LTD")
    True
    >>> key("Acorn Trust (UK) P.L.C.")
    'acorn trust uk'
    >>> key("Limited")
    'limited'
    """
    folded = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    folded = folded.replace("+", " and ")
    folded = _DOTTED.sub(lambda m: m.group().replace(".", ""), _APOSTROPHES.sub("", folded))
    folded = _NOT_WORD.sub(" ", folded).strip()
    folded = folded.removeprefix("the ") or folded
    return _without_form(folded)


def _without_form(folded: str) -> str:
    """Drop one legal form from the end, unless nothing would be left."""
    return _FORM_AT_END.sub("", folded).strip() or folded


def display(name: str) -> str:
    """Return a name for reading: blanks folded, no quotes around it, no leading "the".

    >>> display('the  "Acorn Homes  Ltd"')
    'Acorn Homes Ltd'
    """
    shown = re.sub(r"^[Tt]he ", "", _BLANKS.sub(" ", name).strip())
    return shown.strip(" \"'“”‘’,;:")
