"""Lots shared out without a verb: "Lot 1 (North) – X; Lot 2 – Y and Z", "X (Lots B and C)"."""

import re

from extractors.organisations.ties import SUPPLIER, Beside, Tie

_LOT = r"Lots? [0-9A-Z]{1,3}(?:(?:,| and| &) [0-9A-Z]{1,3}){0,4}"
_BEFORE = re.compile(
    rf"(?:\A|[.;:,] |\n)\s{{0,4}}(?:and )?{_LOT}"
    r"(?: ?\([^()\n]{1,50}\)| [A-Za-z][\w ,'-]{1,40})?"
    r" ?(?:[–:-]|to|went to|goes to) (?:[^–;:.\n£]{3,60} [–-] )?(?:the )?\Z"
)
_BEHIND = re.compile(rf" \({_LOT}(?:[,:] [^()\n]{{1,50}}| [–-] [^()\n]{{1,50}})?\)")
_GOES_ON = re.compile(r"[;,.)\n]|\Z| (?:\(|and |& |[–-] |at £|for £|for [a-z]+ years)")
_BIDS = re.compile(
    r"\b(?:[Bb]ids?|[Bb]idders?|[Tt]enderers?|[Tt]enders? (?:received|from|for|were)|[Ss]hort-?list"
    r"\w*|[Uu]nsuccessful|[Rr]eserves?|[Rr]unners?[ -]up|[Ll]ost|[Uu]nplaced|[Ss]cored?|[Dd]eclined"
    r"|[Ww]ithdr[ae]wn?|[Nn]ot placed|[Aa]uction\w*|[Gg]uide price"
    r"|[Ss]ale|[Ff]reehold|[Ll]eases?|[Gg]rants?)\b"
)
# That the lots are given, not only bid for.
_AWARDS = re.compile(
    r"\b(?:(?<!no )(?<!No )[Aa]wards?(?! (?:was|will|criteria|of))|[Aa]warded|[Ll]et|goes to|go to"
    r"|[Pp]rovided|[Pp]roviders|[Ss]uppliers|[Cc]ontractors|[Ff]rom 1)\b"
)


def of_lot(beside: Beside) -> Tie | None:
    """Return supplier for a name to which a lot is given, where nothing tells of bids or sales."""
    before = _BEFORE.search(beside.left[-130:]) and _GOES_ON.match(beside.right)
    if not (before or _BEHIND.match(beside.right)):
        return None
    if (
        not _AWARDS.search(beside.left)
        or _BIDS.search(beside.left)
        or _BIDS.search(beside.right[:60])
    ):
        return None
    return Tie(SUPPLIER, True, "organisations.awarded_to")
