"""What the words right before an organisation's name say outright; patterns end at its start."""

import re

from extractors.organisations.ties import OTHER, SUPPLIER, Beside, Tie

# The firm behind a firm: "a company within the X Group".
_WITHIN = re.compile(
    r"\b(?:within|part of|subsidiary of|owned by|division of|parent company(?: of| is)?|arm of|"
    r"formerly|previously known as),?(?: the)? ?\Z"
)
# A firm that is named as the one not chosen: "neither X nor Y", "rather than X".
_NEGATED = re.compile(
    r"\b(?:neither|nor|not|rather than|instead of|unlike)(?: (?:to|by|with|from))?(?: the)? ?\Z",
    re.IGNORECASE,
)
# "the incumbent for the Upper Valley, X", "the current provider of home care, X".
_INCUMBENT = re.compile(
    r"""\b(?:incumbent
      |(?:incumbent|outgoing|present|current|existing|previous|former|sole|main|new)[ ]
       (?:\w+[ ]){0,2}?(?:contractor|provider|operator|supplier)s?)
    [ ](?:for|of|in|on|at)[ ][^.;:()\n]{1,70},[ ]?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The firm that another comes after: "in succession to X", "taking over from X".
_AFTER_FIRM = re.compile(r"\b(?:in succession to|in place of|took over from|taking over from) \Z")
# Firms of the council by what is done with them: "the two firms used until now, X".
_USED = re.compile(
    r"\b(?:firms?|compan(?:y|ies)|contractors?|suppliers?|providers?) (?:used|engaged|employed"
    r"|appointed|working for (?:us|the [Cc]ouncil))(?: [a-z0-9-]+){0,5}, \Z"
)
# "the top ranked supplier on the framework – X".
_RANKED = re.compile(
    r"\b(?:top|first|highest)[ -](?:ranked|placed|scoring) (?:suppliers?|bidders?|providers?"
    r"|tenderers?|contractors?)(?: [^.;:,\n]{1,60})? ?[–:-] \Z"
)
# Who answers for a contract: "Account Director at X", "Contract Manager, X".
_ACCOUNT = re.compile(
    r"\b(?:Account|Contracts?|Partnership) (?:Director|Manager|Lead)s?,?"
    r"(?: (?:at|of|for|from|with))? (?:the )?\Z"
)
# Goods in small letters: "the purchase of two gritters from".
_BOUGHT = re.compile(
    r"\b(?:[Pp]urchas(?:e(?: of)?|ing|ed)|[Bb]uy(?:ing)?|[Bb]ought|[Oo]rder(?:ed|"
    r"ing)?)(?: (?!was|were|received|order)[a-z0-9£][\w,.-]*){0,7} from (?:the )?\Z"
)
# "contracts be awarded as follows: Lot 1 –": the award stands before the list.
_AWARDED_AS = re.compile(
    r"""\b(?:award(?:s|ed|ing)?|appoint(?:s|ed|ing)?|let|enter)\b[^.;:\n]{0,120}?
    (?:[ ](?:as[ ](?:follows|below|set[ ]out[ ]below|listed[ ]below)
      |(?:to|with)[ ]the[ ]following(?:[ ][a-z]+){0,3}
        (?:[ ](?:with|for|in|on|at|from|as|who|which)\b[^.;:\n]{0,160})?))[ ]?(?::[ ]?
    (?:\(?[0-9ivxa-h]{1,4}[.)][ ])?(?:Lot[ ][^–:;\n-]{1,50}[–:-][ ]?)?)?\Z""",
    re.VERBOSE,
)
# "to appoint the following contractors to the approved list: Lot 1 –".
_APPOINTED = re.compile(
    r"""\b(?:[Aa]ppoint|[Aa]ward|[Ee]ngage|[Cc]ommission|[Ss]elect|[Aa]pprove|[Aa]ccept)\w{0,5}[ ]
    (?:to[ ])?the[ ]following[ ](?:[\w-]+[ ]){0,3}?(?:contractors?|suppliers?|providers?|firms?
      |compan(?:y|ies)|consultants?|operators?|organisations?)\b""",
    re.VERBOSE,
)
# "the tenders from the following organisations be accepted for two years:".
_ACCEPTED = re.compile(
    r"\b(?:[Tt]enders?|[Bb]ids?|[Qq]uotations?|[Oo]ffers?) (?:from|of|submitted by|received from) "
    r"the following (?:[a-z]+ ){0,4}(?:be|is|are|was|were) accepted\b"
)
# "the appointment of the following to the panel".
_TO_PANEL = re.compile(
    r"\b(?:[Aa]ppointment|[Aa]dmission) of the following to the (?:\w+ ){0,2}"
    r"(?:panel|framework|list|contract)\b"
)
# "the tenders shown below be approved:", "Contracts awarded since the last meeting:".
_BELOW = re.compile(
    r"\b(?:[Aa]ppro(?:ve[ds]?|val)|[Aa]ccept(?:s|ed|ance)?|[Aa]ward(?:s|ed|ing)?|[Ll]et)\b"
    r"[^.;:\n]{0,60}?\b(?:[Cc]ontracts?|[Tt]enders?|[Qq]uotations?|[Oo]rders|tender actions)\b"
    r"[^.;:\n]{0,60}?\b(?:below|following|as follows|shown|listed|set out)\b"
    r"|\b(?:[Cc]ontracts?|[Oo]rders?|[Tt]enders?|[Qq]uotations?) "
    r"(?:(?:have|has|had) been |were |was |(?:should )?be )?(?:awarded|let|accepted|placed"
    r"|approved)\b"
    r"(?![^.;:\n]{0,60}? to (?:the )?[A-Z])"
)
# "the call off … to the contractors ranked first and second in the tender evaluation:".
_TO_THE = re.compile(
    r"\b(?:award\w*|call(?:ed)?[ -]off|let|placed|given)\b[^:;\n]{0,200}? to the (?:[a-z]+ ){0,2}?"
    r"(?:contractors|firms|suppliers|providers|companies|consultants)\b"
)
# The point says what went to the firm: "· Tree survey, Esk & Lune, £6,200".
_PRICED_POINT = re.compile(
    r"(?: ?\([^()\n]{1,40}\))?,? ?(?:[–-] |\(|for |at )?(?:[^.;:\n£]{0,60}?, )?(?:up to |about )?£"
)
_TOLD_POINT = re.compile(r" ?[–-] [a-z]")
_LOST = re.compile(r"\b(?:unsuccessful|declined|rejected|not (?:awarded|accepted|let)|withdr\w+)\b")
_BUYING = re.compile(
    r"\b(?:contracts?|service|supplier|provider|caterer|operator|award|appoint|let|agreement)"
)
_CONTRACTS = re.compile(r"\b[Cc]ontracts?\b|\bcall-offs?\b|\b[Ff]ramework|\b[Ll]ots?\b")
_NO_AWARD = re.compile(r"\b(?:[Gg]rants?|[Ff]unding|[Ll]eases?|tenders? (?:be|to be) invited)\b")


_FAR = 110  # and what tells a firm's part behind it
_NEAR = 40  # what the two first patterns may reach back over


def left_outright(clause: str) -> Tie | None:
    """Return the role that the words right before a name give whatever else is said."""
    clause = clause[-_NEAR:]
    if _WITHIN.search(clause):
        return Tie(OTHER, True, "organisations.parent")
    if _NEGATED.search(clause):
        return Tie(OTHER, True, "organisations.negated")
    return None


def left_named(clause: str, kind: str) -> Tie | None:
    """Return supplier after an incumbent's label or at the head of a list of awards.

    `kind` is the kind of the name that the clause stands before.
    """
    near = clause[-_FAR:]
    if "," in clause[-2:] and (_INCUMBENT.search(clause) or _USED.search(near)):
        return Tie(SUPPLIER, True, "organisations.party")
    if _RANKED.search(near):
        return Tie(SUPPLIER, True, "organisations.winner")
    if _ACCOUNT.search(near):
        return Tie(SUPPLIER, True, "organisations.party")
    if kind != "open" and _AFTER_FIRM.search(near) and _BUYING.search(clause):
        return Tie(SUPPLIER, True, "organisations.contract_from")
    if "follow" not in clause and "below" not in clause:
        return None
    if any(
        one.search(clause) for one in (_APPOINTED, _TO_PANEL, _ACCEPTED)
    ) and not _NO_AWARD.search(clause):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    listed = _AWARDED_AS.search(clause)
    if listed and _CONTRACTS.search(clause) and not _NO_AWARD.search(clause):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    return None


def listed_award(lead: str, beside: Beside) -> Tie | None:
    """Return supplier for a point of a list of awards: "· Tree survey, Esk & Lune, £6,200".

    `lead` is the line that opens the list, without its colon.
    """
    below = _BELOW.search(lead) or (_TO_THE.search(lead) and _CONTRACTS.search(lead))
    if not below or _NO_AWARD.search(lead) or _LOST.search(beside.right):
        return None
    told = beside.kind != "open" and _TOLD_POINT.match(beside.right)
    if told or _PRICED_POINT.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    return None


def is_bought(beside: Beside) -> bool:
    """Tell whether goods are bought from the name: "the purchase of two gritters from"."""
    return bool(_BOUGHT.search(beside.left))
