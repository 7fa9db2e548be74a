"""Which runs of capitals are worth a look: a role touches them, or they tell what a firm does.

`org_open` makes names of them; these questions ask only for the signs beside and inside a run.
"""

import re
from functools import cache

from extractors.organisations.shapes import forenames, is_trade, not_names

# Words that touch such a name on its left.
_TOUCHING = frozenset(
    "to with by from is was be being are were of for which whom i gan gyda "
    "appoint appointed appointing reappoint appointment engage engaged engaging instruct "
    "instructed "
    "instructing commission commissioned commissioning hire hired hiring pay pays "
    "paid paying replaced replacing succeeded accept accepts accepted use "
    "contractor contractors provider providers supplier suppliers consultant consultants operator "
    "operators bidder bidders tenderer tenderers partner partners caterer caterers firm firms "
    "company companies incumbent winner winners adviser advisers advisor advisors agency installer "
    "installers architect architects surveyor surveyors haulier hauliers manufacturer "
    "manufacturers "
    "engineers custodian custodians stand-in solicitors agent agents cleaner cleaners "
    "subcontractor publisher "
    "insurer insurers valuer valuers bailiffs broker brokers bankers ecologists lawyers actuary "
    "actuaries "
    "awarded between "
    "used using uses hands contract contractwr presennol cyflenwr darparwr penodi penodwyd "
    "extension novation through via recommend recommended messrs "
    "let allow enable permit chose selected picked choose select purchaser successor "
    "selected".split()
)

# What follows a name that is told by what it does.
_DOING = re.compile(
    r"(?:, (?:an?|the|our|of|now|formerly|based|part) [^,.;()\n]{2,70},(?= (?:has|have|"
    r"had|was|is|will|"
    r"would|were|runs|provides|collects)\b))?(?: \([^()\n]{1,50}\))?,?(?:"
    r"(?<=,) (?:the [\w-]+'s|our) |(?<=,) (?:the|a) (?:local )?(?:firm|company) (?:that|which)\b"
    r"|(?<=,) (?:the |our |its )?[\w'-]+(?: [\w'-]+){0,4} (?:contractor|provider|supplier|operator"
    r"|caterer|consultant)s?\b|'s (?:tender|bid|operatives|crews?|gangs?|invoices?|bills?|"
    r"quot|offer|submission|proposal|price|contract|"
    r"term|fee|charge|invoice|performance|crews|operatives|staff|drivers?|loaders?|engineers"
    r"|fitters|cleaners|carers|guards|wardens|vans?"
    r"|lorries|vehicles|sweepers|final account|retention|defects)"
    r"| \((?:which|that|the|our|present|current)| (?:which|who|whose|that|has|have|had|is|was|be|"
    r"were|are|will|would|should|could|may|must|shall|to|the|our|currently|already|also|"
    r"now|won|scored|came|submitted|"
    r"offered|provides?|provided|runs?|ran|operates?|operated|delivers?|delivered|manages?|managed|"
    r"began|began|continues?|continued|holds?|held|collects?|collected|carr(?:y|ies|ied)|empties|"
    r"emptied|supplie[sd]|maintain(?:s|ed)|clean(?:s|ed)|took|staying|undertakes?|undertook|"
    r"install(?:s|ed)|built|gave|secured|joins?|go|started|employs?|charge[sd]?|takes?|left"
    r"|withdrew|"
    r"pulled|walked|ceased|collapsed|replaced|replaces|succeeded|finished|completed|fitted|"
    r"did|lost|lose|drives?|sorts?|sorted|visits?|pays?|paid|went|goes|painted|planted|mended|"
    r"terminat(?:ed|ing)|carries|quotation|quote|tender|bid|estimate|offer|Quotation|Quote"
    r"|Estimate)\b)"
)

# A lot's label before the name it went to: "Lot 2 (Roofing): ".
_LOT = re.compile(r"\bLot [0-9A-Z]{1,3}(?: ?\([^()\n]{1,40}\)| [\w ]{1,30})? ?[–:-] {0,4}\Z")

# Capitalised, these open a sentence with the part that a name plays: "Consultants Esk Lune put".
_LEADING = frozenset(
    f"{word} "
    for word in "Consultants Contractors Contractor Surveyors Architects Solicitors Valuers "
    "Engineers Caterers Operators Auctioneers Accountants Bailiffs".split()
)

# What goes on behind a name that stands for itself; a noun would make it a contract's or a site's.
_STANDS = re.compile(
    r"[,.;:)\n]|\Z| (?:\(|[–-] |(?:and|to|for|at|in|on|with|by|from|as|which|who|that|will|would"
    r"|should|is|was|has|had|have|are|were|be|been|did|put|left|won|went|sent|told|took|gave|ran"
    r"|lose|lost|cost|held|kept|built|laid|made|\w{2,14}ed)\b)"
)


# Who speaks for a firm, at the start of a run of capitals: "Ms P Hale of Esk Lune".
_SPEAKERS = frozenset(
    "Mr Mrs Ms Miss Dr Mx Dame Sir Representative Representatives Staff Officers Directors "
    "Managers Complaints Performance Reports Termination Appointment".split()
)


def behind_person(words: str) -> int:
    """Return where the firm starts behind who speaks for it: "Ms Hale of Esk Lune"; 0 for none."""
    at = words.find(" of ")
    if at < 0:
        return 1 + words.find(" ") if words.startswith("Penodwyd ") else 0
    first = words.partition(" ")[0]
    person = first.rstrip(".") in _SPEAKERS or first.casefold() in forenames()
    return at + len(" of ") if person else 0


def is_shaped(reading: str, words: str, stop: int) -> bool:
    """Tell whether capitals are shaped like a firm's name wherever they stand: "Esk & Lune"."""
    first, _, rest = words.partition(" ")
    if not rest or " for " in words or not _STANDS.match(reading, stop):
        return False
    return f"{first} " in _LEADING or " & " in words or is_trade(rest.rpartition(" ")[2])


# A sum behind a name that stands between commas: "Tree survey, Esk Lune, £6,200".
_SUM = re.compile(r",? ?[–(-]? ?£[0-9]")


def is_priced(reading: str, start: int, stop: int) -> bool:
    """Tell whether a run is a point's own part and a sum stands behind it."""
    before = reading[max(0, start - 2) : start]
    apart = before in (", ", "– ", "- ", ": ", "; ", "/ ") or before[-1:] in ("\n", "")
    return apart and _SUM.match(reading, stop) is not None


# What stands before and after a name that is all of a list's point.
_ITEM_BEFORE = re.compile(r"(?<![^\n])[ \t]{0,8}(?:[·•*o–-]|\(?[0-9a-zA-Z]{1,3}[.)])[ \t]{1,8}\Z")

_ITEM_AFTER = re.compile(r"[;,.]?(?: and)?[ \t]{0,4}(?:\n|\Z)")


def is_item(reading: str, start: int, stop: int) -> bool:
    """Tell whether a run is all that a list's point says: "b. Esk Property Services;"."""
    return (
        _ITEM_AFTER.match(reading, stop) is not None
        and _ITEM_BEFORE.search(reading, max(0, start - 24), start) is not None
    )


# "the present provider of beds, hoists and rails, X".
PARTY_WORDS = ("provider of", "provider for", "contractor for", "supplier of", "operator of")

_PARTY_OF = re.compile(
    r"\b(?:(?:provider|supplier|operator) of|(?:provider|contractor) for) [^.;:()\n]{2,80}, \Z"
)


def is_party_of(reading: str, start: int) -> bool:
    """Tell whether a name follows the part it plays and what for, behind a comma."""
    return reading.endswith(", ", 0, start) and bool(
        _PARTY_OF.search(reading, max(0, start - 110), start)
    )


def is_doing(reading: str, stop: int) -> bool:
    """Tell whether what follows a run of capitals tells what a firm does."""
    follows = reading[stop : stop + 2]
    if follows[:1] == " " and not (follows[1:].islower() or follows[1:] == "("):
        return False
    return follows[:1] in (" ", ",", "'") and _DOING.match(reading, stop) is not None


@cache
def single_plain() -> frozenset[str]:
    """Return the words that name nobody as they open a sentence or shout."""
    return frozenset(form for w in not_names() for form in (w.capitalize(), w.upper()))


def is_touched(reading: str, start: int, lots: bool) -> bool:
    """Tell whether the words before a name end in one that ties: "to the", "contractor,".

    `lots` tells whether the text names any lot.
    """
    before = reading[max(0, start - 24) : start].split()
    while before:
        last = before.pop().strip("\"',:–(-")
        if last and last not in ("the", "both"):
            if last.casefold() in _TOUCHING:
                return True
            if last == "at" and before[-1:] in (["Director"], ["Manager"]):
                return True
            break
    return lots and _LOT.search(reading, max(0, start - 60), start) is not None


def is_cell(reading: str, start: int, stop: int) -> bool:
    """Tell whether a run opens a table's cell."""
    before = reading[start - 1 : start]
    if before == " ":
        before = reading[start - 2 : start - 1]
    if before == "\n":
        return reading[stop : stop + 2].lstrip(" ")[:1] in ("|", "\t")
    return before in ("|", "\t")
