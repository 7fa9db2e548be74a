"""What the next sentence says of the firm that one has named: "Esk Ltd won it. The firm will …".

Minutes name a firm once and go on with "the firm", "the company", "its contract". The one firm of a
sentence is what such words mean; the ties that they give are read here. Sentences about a rent, a
grant or a planning matter tie nothing.
"""

import re

from extractors.organisations.known import Name
from extractors.organisations.ties import NONE, SUPPLIER, Tie

_REACH = 280
# The end of the name's own sentence, and what the next one opens with.
_NEXT = re.compile(
    r"""(?:[^.;:?!\n]|\.(?=[0-9])){0,200}+[.;][")]?[ ]{1,4}
    (?:(?:Under|By|Within|Despite)[ ](?:the[ ])?(?:terms[ ]of[ ])?)?
    (?P<what>(?:its|the)[ ](?:[\w-]+[ ]){0,3}?contract(?:,[^.;,\n]{2,40},|,)?[ ](?=(?:it|they)[ ])
      |(?:[Tt]he|[Tt]his)[ ]
      (?:firm|company|contractor|operator|provider|supplier|caterer|agency)(?:'s)?|(?i:its|their))
    (?:,?[ ]|(?<=[ ]))(?P<rest>(?:[^.;\n]|\.(?=[0-9])){0,160})""",
    re.VERBOSE,
)
# "Its contract calls for 98%", "The firm's fee", "whose contract is worth".
_CONTRACT = re.compile(
    r"(?:(?!members?\b|staff\b|under\b|in\b|of\b|on\b)[\w-]{1,20} ){0,3}?(?:contract|call-off"
    r"|fees?|retainer|invoices?|hourly rate|day rate"
    r"|crews?|operatives)\b(?! (?:with|of employment))"
)
# What the firm is to do or to get: "will be paid", "will value the Council's stock", "was fined".
_TO_DO = re.compile(
    r"(?:\w{1,20} ){0,2}?(?:(?:will|would|is|was|were|are|has|had|have|should|must)"
    r"(?: now| also| since| already)? (?:to )?(?:be |been )?"
    r"(?:paid|fined|docked|penalised|charged the Council"
    r"|credited the Council|reappointed|re-appointed|instructed|commissioned|thanked for its work"
    r"|asked to (?:improve|explain|mend|bring))\b"
    r"|(?:will|would|is to|was to|has|had) (?!(?:been|be|also|not)\b)[a-z]{3,12}(?:ed)? "
    r"(?:all |each |both )?(?:of )?(?:the|our) (?:[Cc]ouncil|[Aa]uthority)'s\b(?! (?:land|consent))"
    r"|(?:charges?|charged) (?:the Council )?(?:£|[0-9])"
    r"|[^.;\n]{0,80}? its (?:\w{1,20} )?(?:contract|fees?|invoices?|retainer)\b(?! with))"
)
_WHOSE = re.compile(r"(?:, )?whose (?:\w{1,20} ){0,2}contract\b")
# The paragraph is about something else than buying.
_OTHER = re.compile(
    r"\b(?:planning|applica(?:tion|nt)s?|appl(?:y|ied)|leases?|tenan(?:t|cy|ts)|rents?|grants?"
    r"|licen[cs]es?"
    r"|sponsor\w*|loans?|unsuccessful|objected|objections?|petition|shares|shareholder|volunt\w+"
    r"|employed|employs|landlord|freehold|developer|declared|bid|bids|tendered)\b",
    re.IGNORECASE,
)


def told_next(reading: str, name: Name, after: int) -> Tie:
    """Return supplier where the next sentence tells it of the firm that a name's sentence names.

    `after` is where the next name of the page starts: it has to lie behind what is read.
    """
    found = _NEXT.match(reading, name.stop, name.stop + _REACH)
    if not found or after < found.start("rest"):
        return NONE
    own = found["what"].casefold() in ("its", "their")
    rest = found["rest"]
    own = own or found["what"].endswith("'s")
    if found["what"].endswith(" "):
        rest, own = "contract", True  # "Under the three-year contract, it has …"
    said = _CONTRACT.match(rest) if own else _TO_DO.match(rest) or _WHOSE.match(rest)
    start = max(reading.rfind("\n", 0, name.start) + 1, name.start - 200)
    if not said or _OTHER.search(reading, start, found.end()):
        return NONE
    if name.kind == "open" and not (own or _FIRM.search(found["what"])):
        return NONE  # "the contractor" after a club's name may be anybody
    if name.kind == "open" and not _is_subject(reading, name):
        return NONE
    return Tie(SUPPLIER, True, "organisations.goes_on")


_FIRM = re.compile(r"\b(?:firm|company|agency|caterer)\b")
# A name that its sentence or its clause is about.
_BEFORE_SUBJECT = re.compile(r"(?:(?:\A|\n|[.;:] |\bthat |[a-z], )(?:[Tt]he )?)\Z")
_HAS_DONE = re.compile(r" (?:has|have|had|was|were|is|are|will|would|\w{3,12}ed)\b")


def _is_subject(reading: str, name: Name) -> bool:
    return bool(
        _HAS_DONE.match(reading, name.stop)
        and _BEFORE_SUBJECT.search(reading, max(0, name.start - 12), name.start)
    )
