"""What a form of decision calls itself, in any order of the words that such names are made of.

"Individual Decision by Portfolio Holder", "Officer Decisions Register", "Record of urgent decision
taken under Standing Order 35": every word is one of a few, one says that it is a decision, another
says whose or on what paper.

>>> span("CORNWELL COUNCIL          Individual Decision by Portfolio Holder")
(26, 65)
>>> span("Mayoral Decision"), span("Decision of the Head of Quays - waiver of contract rules")
((0, 16), (0, 29))
>>> span("The decision of the officer was noted"), span("Decisions"), span("Decision")
(None, None, None)
"""

import re

from extractors import makers
from extractors.layouts.record_words import FORM

_MOST = 140  # characters of the line
_PARTS = re.compile(r"[ \t]{3,}|\t|:[ \t]|[ \t][-–—|·•/][ \t]")
# "PH/2025/07", "no. 1107" behind the name: the form's reference.
_REFERENCE = re.compile(
    r"[ \t](?:\(?(?:ref|no|number)\b[.:]? ?)?[A-Z]{0,5}[-/ ]?[0-9][0-9A-Z/.-]{1,14}\)?$", re.I
)
# What else a form may record: "Notice of Waiver", "Record of determination".
_KINDS = frozenset(("decision", "decisions", "determination", "determinations", "waiver"))
_WORD = re.compile(r"[A-Za-z]{1,20}")
_BY = re.compile(r"\bdecision (?:(?:taken|made) )?(?:by|of) (?:the |an? )?(?=[A-Z])", re.IGNORECASE)
# Words that say whose decision it is, or on what paper it stands.
_TELLING = frozenset((
    "record", "notice", "register", "form", "sheet", "log", "statement", "template", "proforma",
    "officer", "officers", "member", "holder", "delegated", "delegation", "leader", "mayoral",
    "mayor", "director", "urgent", "urgency", "letter", "emergency", "individual", "operational",
    "councillor",
))  # fmt: skip
_OTHERS = frozenset((
    "of", "a", "an", "the", "by", "under", "for", "and", "on", "in", "to", "as", "with", "s", "or",
    "taken", "made", "published", "publication", "acting", "alone", "using", "his", "her", "their",
    "powers", "power", "authority", "scheme", "constitution", "executive", "non", "key", "cabinet",
    "portfolio", "deputy", "chief", "corporate", "assistant", "single", "lead", "senior", "general",
    "administrative", "significant", "special", "council", "decision", "decisions", "entry",
    "determination", "determinations",
    "standing", "order", "orders", "rule", "rules", "procedure", "procedures", "provisions",
    "exception", "exemption", "waiver", "contract", "award", "procurement", "financial", "dd",
    "exempt", "public", "formal", "signed", "recording", "record", "statutory", "service",
))  # fmt: skip
_MANY = frozenset(("register", "log"))
_PERSONS = ("member", "officer", "mayor")


def usual(words: str) -> re.Match[str] | None:
    """Return the words of a form's name in its usual order."""
    head = words[:160]
    return FORM.fullmatch(head.strip(" -–—:*#")) if "decision" in head.lower() else None


def span(words: str) -> tuple[int, int] | None:
    """Return where a line names a form of decision, None where it does not.

    A council's name may stand before it, what the decision is about behind it.
    """
    low = words.lower()
    if len(words) > _MOST or words.endswith((".", ";", ",")) or not _MARK.search(low):
        return None
    begin = 0
    for part in (*_PARTS.finditer(words), None):
        end = part.start() if part else len(words)
        if _is_name(words[begin:end]):
            return begin, end
        begin = part.end() if part else end
    return (0, len(words)) if _is_name(words) else None


def is_register(words: str) -> bool:
    """Tell whether a form's name is that of a register, which may hold several decisions."""
    return not _MANY.isdisjoint(_WORD.findall(words.lower()))


_MARK = re.compile(r"decision|determination|waiver")


def _is_name(part: str) -> bool:
    if reference := _REFERENCE.search(part):
        part = part[: reference.start()]
    said = _WORD.findall(part.lower())
    many = not {"decisions", "determinations"}.isdisjoint(said)
    if not part[:1].isalpha() or _KINDS.isdisjoint(said):
        return False
    if many and _MANY.isdisjoint(said):
        return False  # a list, or what a meeting decided
    if found := _BY.search(part):
        post = part[found.end() :]
        known = {*_WORD.findall(part[: found.start()].lower())} <= _TELLING | _OTHERS
        if known and len(post) > 4 and makers.kind_of(post) in _PERSONS:
            return not re.search(r"\b(?:was|were|is|be|to)\b", post)
    return not _TELLING.isdisjoint(said) and all(w in _TELLING or w in _OTHERS for w in said)


_COUNCIL = re.compile(
    r"[A-Z][\w '’&.-]{2,60} council|(?:the )?(?:(?:london|royal"
    r"|metropolitan) borough|city|county|corporation)(?: council)? of [A-Z][\w '’&-]{2,40}"
    r"|[A-Z][\w '’&-]{2,50} (?:combined|national park|fire|fire and rescue) authority",
    re.IGNORECASE,
)


def is_council(words: str) -> bool:
    """Tell whether a line is the name of a council and no more.

    >>> is_council("LONDON BOROUGH OF SELBY"), is_council("Youth council grants")
    (True, False)
    """
    return _COUNCIL.fullmatch(words.strip()) is not None
