"""Whether words can be an item's title: short, no limb of a resolution, no sentence."""

import re

_LIMB = re.compile(
    r"(?:that|to (?!let\b)[a-z]+|resolved|agreed|approved?|noted?|in (?:response|answer)"
    r"|it was|(?:duly )?(?:proposed|moved|seconded) by"
    r"|the (?:report|recommendations?|committee|board|panel|minutes) "
    r"(?:be|was|were|resolved|agreed|noted)|councillors? \w+ (?:asked|said|moved|proposed))\b",
    re.IGNORECASE,
)
_POINT = re.compile(r"[(\[][a-z0-9]{1,3}[)\]] [a-z]")  # "(a) to mend the wall"
_LEADS_ON = re.compile(r"\bit was(?: [a-z]{4,14}){0,2}$")  # "…, and it was unanimously"
# "TO CONSIDER THE RECOMMENDATIONS OF THE CABINET": a title in capitals all the same.
_CONSIDERS = re.compile(r"TO [A-Z]{4,12}[ ,][^a-z]{8,}$")
_LEADS = re.compile(r"\b(?:RESOLVED|resolved|AGREED|agreed|recommended)\b")
# "The Engineer told the Panel that:", over points.
_TELLS = re.compile(r"\b(?:that|told|said|reported|asked|advised|informed|noted|made|raised) ?:$")
# "(Item 7)", "(Agenda Item 7)", "(6)": the agenda's number behind or below a minute's title.
ITEM = re.compile(
    r"(?:(?<![ \t])[ \t]++)?+\((?:Agenda )?(?:Item|Eitem)(?: No\.?)? ?"
    r"(?P<number>[0-9A-Za-z./]{1,8})\)$",
    re.IGNORECASE,
)


def _is_told(words: str) -> bool:
    """Tell whether words before a colon are a sentence: "The Chair then put …, and so on:"."""
    return len(words.split()) > 9 and not words.isupper()


def reads_as_title(words: str) -> bool:
    """Tell whether words could be an item's title rather than a limb or a paragraph."""
    bare = ITEM.sub("", words).strip()
    if not 3 <= len(bare) <= 220 or (_LIMB.match(bare) and not _CONSIDERS.match(bare)):
        return False
    if not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "'\"*(["):
        return False
    ends_like_text = bare[-1] in ";," or (bare[-1] == "." and not bare.isupper())
    ends_like_text = ends_like_text or bare.endswith(
        (" was", " that", " and", " the", " of", " or")
    )
    ends_like_text = ends_like_text or bool(_POINT.match(bare) or _LEADS_ON.search(bare[-40:]))
    if bare.rstrip(" –—-")[-1:] == ":" and (
        _LEADS.search(bare) or _TELLS.search(bare) or _is_told(bare)
    ):
        return False
    return not ends_like_text and ". " not in bare[:-1].replace("No. ", "").replace("St. ", "")
