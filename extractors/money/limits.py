"""Limits: sums at which a rule begins, and that nobody pays.

"puts the award above the £500,000 that makes a decision key"
"a tenth of the stall rents above £150,000 a year"
"authority to settle claims of up to £25,000"
"""

import re
from collections.abc import Iterator

from extractors.clues import Clue

# "[£500,000] that makes a decision key", "[£100,000] at which tenders are called for".
_WHICH = re.compile(
    r"(?: (?:or more|and above|mark|level|figure))?,? (?:(?:that|which) (?:would )?makes? "
    r"(?:an? |it |the )"
    r"(?:[a-z]{3,10} )?(?:key|decision)|(?:at|above|over|beyond|below|under|beneath|from) which"
    r" (?:an? |the |it |all |any |such |formal |full |three |no |competitive |approval|tender))"
)
# "[£150,000] or more are key", "of [£250,000] count as key".
_IS_KEY = re.compile(
    r"(?: or more| or over| and above| and over)?,? (?:is|are|be|will be|is always|counts? as"
    r"|is taken as|are deemed(?: to be)?|is deemed(?: to be)?|is classed as|are classed as"
    r"|is treated as)"
    r" (?:an? )?key\b"
)
# "a tenth of stall rents above [£150,000]".
_SHARE_ABOVE = re.compile(
    r"(?:[0-9]%|\bper cent|\b(?:share|tenth|half|third|quarter|fifth|percentage))"
    r" of (?:the |its |any |all |net |gross )?[^£.;]{2,40} (?:above|over|beyond|in excess of) $"
)
# "authority to settle claims of up to [£25,000]": what is meant is any of them.
_POWER = re.compile(
    r"\b(?:authority|power|powers|discretion|authorised|empowered|may|delegated|able|allowed|lets?"
    r"|allows?)\b[^£;.]{0,40}?\b(?:settle|approve|award|authorise|agree|write off|sign|vire"
    r"|waive|pay"
    r"|let|make|grant|accept|place|allow)\b (?:(?!£)[a-z-]{3,14} ){0,2}?"
    r"(?:claims|debts?|contracts|grants|payments|invoices|virements|orders|variations|awards|sums"
    r"|amounts|purchases|tenders|loans|write-offs)"
    r"(?: (?:of|for|worth|valued at|with a value of|costing))?"
    r" (?:up to|below|under|of less than|less than|not exceeding|not over|no more than)"
    r" (?:a (?:value|limit|maximum|total) of )?$",
    re.IGNORECASE,
)
# "Financially significant means spending or saving of [£5] or more".
_MEANS = re.compile(
    r"\b(?:significant|key|major|material)\b[^£;.]{0,60}\b(?:means?|defined as|is any|where|if)\b"
    r"[^£;.]{0,90}$",
    re.IGNORECASE,
)
# "would go to the Panel if it was over [£5]".
_IF_OVER = re.compile(
    r"\b(?:if|when|where|unless|once) (?:it|they|the (?:[a-z]{3,10} )?(?:value|sum|price|cost|debt"
    r"|amount|spend|total)) (?:is|was|are|were|be|comes to|came to|should be)? ?(?:over|above"
    r"|below|under|more than|less than|exceeds?|exceeded|exceeding|in excess of"
    r"|worth more than) $",
    re.IGNORECASE,
)
# "hospitality worth up to [£25] may be accepted".
_GIFTS = re.compile(
    r"\b(?:hospitality|gifts?|benefits?)\b[^£;.]{0,30}\b(?:up to|over|above|below|under|more than"
    r"|less than|exceeding|in excess of) (?:a value of )?$",
    re.IGNORECASE,
)
# "households with savings above [£16,000] do not qualify".
_OF_MEANS = re.compile(
    r"\b(?:savings|capital|earnings|incomes?|assets|means) (?:above|over|below|under|exceeding"
    r"|of (?:more|less) than|of over|of under|in excess of) $",
    re.IGNORECASE,
)
_ELIGIBLE = re.compile(
    r"\b(?:households?|people|person|applicants?|claimants?|residents?|couples?|those|famil(?:y"
    r"|ies)"
    r"|pensioners?|tenants|anyone|qualif[a-z]{1,8}|eligib[a-z]{2,5})\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:any|every|each|all|single|no|those|individual) (?:[a-z-]{3,12} ){0,2}?(?:virement"
    r"|purchase|payment|order"
    r"|contract|spend|decision|transaction|item|scheme|project|disposal|acquisition|award"
    r"|receipt|debt|case|claim|invoice|grant|variation)s?"
    r" (?:above|over|beyond|exceeding|below|under|of more than|of less than|worth more than"
    r"|worth less than|in excess of) $",
    re.IGNORECASE,
)


def find(before: str, after: str) -> Iterator[Clue]:
    """Yield a threshold where the words right before or behind a sum make a limit of it."""
    if _WHICH.match(after) or _IS_KEY.match(after):
        yield Clue("threshold", -1.0)
    elif " of " in before and _SHARE_ABOVE.search(before):
        yield Clue("threshold", -0.8)
    elif (
        _POWER.search(before)
        or _ANY.search(before)
        or _IF_OVER.search(before)
        or _GIFTS.search(before)
    ):
        yield Clue("threshold", -0.5)
    elif _OF_MEANS.search(before) and (_ELIGIBLE.search(before) or _ELIGIBLE.search(after)):
        yield Clue("threshold", -2.5)
    elif after.startswith(" or more") and _MEANS.search(before):
        yield Clue("threshold", -0.6)
