"""What the words of a list's lines are: leads, verbs that open a limb, headings between points."""

import re

from extractors.resolutions import actions
from extractors.resolutions.limbs import Line

# A limb after which numbered conditions or reasons stand, which are not limbs.
SWALLOWS = re.compile(
    r"(?:\b(?:conditions?|reasons?|informatives?|grounds)\b[^.;:\n]{0,90}|"
    r"\b(?:conditions?|reasons?)\b[^\n]{0,160})[:;\-–]{1,3}$"
    r"|\b(?:following|these|subject to)\s(?:\w{1,20}\s){0,3}(?:conditions?|reasons?)\b"
    r"[^.;:\n]{0,60}$",
    re.IGNORECASE,
)
COLON = re.compile(r":[\s\-–—]{0,4}$|\s-$|[–—]$")
THAT = re.compile(r"(?:and\s{1,3})?(?:that|T H A T)\b", re.IGNORECASE)
# A lead: nothing but "that", "to", a body and up to three words of what it does.
BARE = re.compile(
    r"""\A(?: (?:and\s)?(?:that|to|t\sh\sa\st)?[\s,:\-–]{0,4}
        (?:(?:the|this|full)\s)?(?:[^\W_][^\s.;:]{0,30}\s){0,9}?
        (?:(?:sub-?)?committee|cabinet|council|executive|board|panel|authority|commission|forum
           |members?|mayor|leader|holder|assembly|governance)
        (?:\s(?:for|on)\s(?-i:[A-Z])[\w-]{2,20}(?:,?\s(?:and\s|&\s)?(?-i:[A-Z])[\w-]{2,20}){0,4})?
        (?:\s\([^()]{0,40}\))?(?:\s[^\W_]{1,14}){0,4}[\s,:;\-–—]{0,6}$
      | (?:and\s)?(?:that|to|t\sh\sa\st|i\s(?:have\s)?(?:therefore\s|hereby\s)?
        (?:agreed?|decided?|resolved?)(?:\s(?:to|that))?|i|as\sfollows)[\s,:;\-–—]{0,6}$
      | (?:and\s)?to\s(?:note|approve|agree|endorse|recommend|authorise|confirm|accept|adopt
          |support)
        (?:\s(?:that|to|the\sfollowing|as\sfollows))?[\s,:;\-–—]{0,6}$)""",
    re.VERBOSE | re.IGNORECASE,
)


def parts_list(said: str, ahead: list[Line]) -> bool:
    """Tell whether a heading stands between a lead and the first point of its list."""
    label = ahead[0].label if ahead else None
    opens = bool(label and label.opens and label.shape != "bullet")
    return opens and is_subheading(said) and not (BARE.match(said) or opens_with_verb(said))


def is_subheading(said: str) -> bool:
    """Tell whether a short line parts the points of a list: "Capital programme", no sentence."""
    return len(said) < 90 and said[:1].isupper() and said[-1:].isalnum() and not THAT.match(said)


def opens_with_verb(said: str) -> bool:
    """Tell whether words open with an operative verb: "To note", "approves the", "Noted".

    >>> opens_with_verb("To note the report"), opens_with_verb("The report was long")
    (True, False)
    """
    found = re.findall(r"[^\W_]+(?:['’-][^\W_]+)?", said[:80].lower())
    found = [w for w in found if w not in ("and", "to", "also", "hereby", "further", "formally")]
    first = re.split("['’]", found[0], maxsplit=1)[0] if found else ""
    return first in actions.verbs() or first in ("give", "gives", "proceed", "enter", "continue")


# "The tender of Abel Ltd be accepted": what shall be done, and no verb that tells of anything.
_SHALL_BE = re.compile(
    r"(?!(?:Councillors?|Cllrs?|Members?|Mr|Mrs|Ms|It|There|He|She|They)\b)[A-Z]"
    r"(?P<subject>[^;:\n]{2,200}?)\bbe\s(?:[a-z]{2,14}ly\s|also\s|hereby\s)?"
    r"(?:[a-z]{2,14}(?:ed|en)|brought|sent|made|put|held|kept|let|paid|met|set|sold|built|found)\b"
)
_TELLS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|asked|requested|suggested|proposed|moved|seconded|said|felt"
    r"|hoped|would|will|should|could|may|might|must|can|cannot|to|that|shall|if|not|need|needs)\b"
)


def shall_be(said: str) -> bool:
    """Tell whether words are what is to be done, with the subject before a bare "be".

    >>> shall_be("The report be noted"), shall_be("Members asked that the report be noted")
    (True, False)
    """
    found = _SHALL_BE.match(said[:400])
    return bool(found and not _TELLS.search(found["subject"]))


def swallows(said: str) -> bool:
    """Tell whether numbered conditions or reasons, which are no limbs, stand after the words."""
    return bool(SWALLOWS.search(said[-260:].rstrip()))


def ends_in_colon(said: str) -> bool:
    """Tell whether words lead to a list: "agreed:-"."""
    return bool(COLON.search(said[-12:].rstrip()))


def is_bare_lead(said: str) -> bool:
    """Tell whether words are nothing but a lead: "The Panel:", "That Cabinet agrees to".

    >>> is_bare_lead("The Panel:"), is_bare_lead("The main points were:")
    (True, False)
    """
    return bool(BARE.match(said[:260]))
