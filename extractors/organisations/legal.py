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
    return _without_form(_folded(name))


def _folded(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    folded = folded.replace("+", " and ")
    folded = _DOTTED.sub(lambda m: m.group().replace(".", ""), _APOSTROPHES.sub("", folded))
    folded = _NOT_WORD.sub(" ", folded).strip()
    return folded.removeprefix("the ") or folded


def _without_form(folded: str) -> str:
    """Drop one legal form from the end, unless nothing would be left."""
    return _FORM_AT_END.sub("", folded).strip() or folded


_ONE_FORM = {
    "ltd": "limited", "co": "company", "plc": "public limited company", "cyf": "limited",
    "cyfyngedig": "limited", "llp": "limited liability partnership",
    "cic": "community interest company",
}  # fmt: skip


@lru_cache(maxsize=4096)
def registered(name: str) -> str | None:
    """Return a name as a register of companies folds it, with its legal form; None without one.

    >>> registered("Bryn & Sons Co. Ltd") == registered("BRYN AND SONS COMPANY LIMITED")
    True
    >>> registered("Bryn and Sons") is registered("Limited") is None
    True
    """
    folded = _folded(name)
    if _without_form(folded) == folded:
        return None
    return " ".join(_ONE_FORM.get(word, word) for word in folded.split())


def display(name: str) -> str:
    """Return a name for reading: blanks folded, no quotes around it, no leading "the".

    >>> display('the  "Acorn Homes  Ltd"')
    'Acorn Homes Ltd'
    """
    shown = re.sub(r"^[Tt]he ", "", _BLANKS.sub(" ", name).strip())
    return shown.strip(" \"'“”‘’,;:")
