"""What the words after an organisation's name say of its part; patterns start at its end."""

import re

from extractors.org_ties import (
    APPLICANT,
    BIDDER,
    GRANTEE,
    OTHER,
    SUPPLIER,
    TENANT,
    Beside,
    Tie,
)
from extractors.org_words import (
    HARD,
    LEASES,
    OFFICES,
    TENDERS,
    has,
    word_set,
)

_PARTY = (
    r"(?:contractor|supplier|provider|operator|preferred[ ]bidder|preferred[ ]partner|"
    r"delivery[ ]partner|framework[ ]partner|winning[ ]bidder|consultants?|strategic[ ]partner|"
    r"successful[ ](?:bidder|tenderer|company)|recommended[ ]bidder|managing[ ]agents?|"
    r"architects|employer's[ ]agent|suppliers|contractors|providers)"
)
_WAS = (
    r",?[ ](?:was|were|is|are|be|been|being|to[ ]be|(?:has|have|had)[ ](?:now[ ]|since[ ])?been|"
    r"(?:will|would|should|could|may)[ ]be)[ ]"
)
_AFTER_WON = re.compile(
    rf"""(?:
      (?:{_WAS}(?:(?:appointed|selected|named|confirmed|identified|recommended|engaged)[ ](?:as[ ])?)?|,?[ ]as[ ]|,[ ])
        (?:the[ ]|an?[ ]|our[ ]|its[ ])?(?:[\w'-]+[ ]){{0,5}}?{_PARTY}\b(?![ ](?:bid|tender))
      |{_WAS}(?:re-?)?(?:appointed|selected|commissioned|engaged|contracted|chosen|instructed|procured)\b
        (?![ ](?:as[ ]an?[ ])?(?:governor|member|trustee|chair|director))
      |{_WAS}awarded[ ](?:the|a|an|this|both|all|lots?|contracts?)?[^.;\n]{{0,60}}?
        \b(?:contracts?|lots?|tender|work|works|commission|call-off)\b
      |,?[ ](?:commissioned|procured|engaged|employed|appointed)[ ]by[ ]the[ ]
        (?:\w+[ ]){{0,3}}?(?:Council|Authority)\b
      |[ ]\((?:the[ ]|our[ ])?(?:[\w'-]+[ ]){{0,4}}?{_PARTY}\)
      |(?:,?[ ](?:who|which|that))?[ ](?:(?:currently|presently|already|also|now|had|has|have|would|will)[ ]){{0,3}}+
        (?:provid|deliver|operat|run|ran|manag|collect|maintain|suppl|undert|hold|held|won|win)\w*\b[^.;\n]{{0,70}}?
        \b(?:the[ ]contracts?|under[ ](?:the|its|a)[ ]contract|on[ ]behalf[ ]of[ ]the[ ](?:\w+[ ]){{0,3}}?(?:Council|Authority|council|authority)|for[ ]the[ ](?:\w+[ ]){{0,2}}?(?:Council|Authority|council|authority))\b
      |'s?[ ](?:overall[ ]|recent[ ]|current[ ]|ongoing[ ]|poor[ ]|good[ ]|strong[ ])?
        (?:performance[ ](?:against|under|on[ ]the|in[ ]delivering|of[ ]the)|contract\b|contractual|KPIs?\b|key[ ]performance
        |progress[ ]against|delivery[ ]of[ ]the|service[ ]delivery)
      |[ ](?:contracts?\b|Contracts?\b|contractual|performance[ ]against|CONTRACTS?\b)
    )""",
    re.VERBOSE,
)
RIGHT_PURPOSE = re.compile(
    r"""(?:[ ]?\([^()\n]{1,60}\))?,?[ ](?:to[ ](?:provide|deliver|supply|undertake|carry[ ]out|manage|
    operate|run|design|construct|maintain|install|collect)
    |for[ ](?:the[ ])?(?:provision|supply|delivery|construction|refurbishment|maintenance|installation))\b""",
    re.VERBOSE,
)
ON_BEHALF = re.compile(
    r",? (?:on behalf of|for|as commissioned by|commissioned by) the (?:\w+ ){0,3}?(?:Council|Authority|authority|council)\b"
)
_AFTER_LOST = re.compile(
    r"""[ ,]*+(?:(?:had|have|has|were|was|being|are|is|both|also|not|been)[ ]){0,4}+
    (?:submitted[ ](?:\w+[ ]){0,4}?(?:bids?|tenders?|quot\w*|offers?)\b|unsuccessful|shortlisted|short-listed
    |invited[ ]to[ ](?:tender|bid|quote|submit)|tendered\b|bid[ ]for|withdr[ae]wn?[ ](?:its|their)[ ](?:bid|tender|offer)|withdr[ae]wn?[ ]from[ ]the[ ](?:tender|procure|process|compet)|(?:scored|ranked|placed|came)[ ](?:second|third|lower|fourth))""",
    re.VERBOSE,
)
_AFTER_TENANT = re.compile(
    r"(?:'s?)?,?[ ](?:lease\b|tenancy\b|as (?:the )?(?:tenant|lessee)|,? ?the (?:current |existing |proposed )?(?:tenant|lessee)|"
    r"(?:currently |presently )?(?:leases?|leased|rents?|rented|occup(?:y|ies|ied))\b)"
)
_AFTER_GRANT = re.compile(
    rf"{_WAS}(?:awarded|given|granted|offered)[ ](?:an?[ ]|the[ ])?(?:[\w-]+[ ]){{0,3}}?(?:£[0-9.,]{{1,14}}[mk]?|(?:grants?|funding|donation)\b)"
    r"|[ ](?:receives?|received|would receive|to receive)[ ](?:[\w£.,-]+[ ]){0,4}?(?:grant|funding)\b"
    r"|'s?[ ](?:grant|funding|application for (?:a )?(?:grant|funding|rate relief))"
)
_AFTER_APPLICANT = re.compile(
    r",?[ ]\(?(?:the[ ])?(?:applicants?|developers?|applicant's agent)\b"
    r"|[ ](?:had |has |have )?(?:applied for|submitted an? (?:\w+ ){0,2}application)\b"
)
_AFTER_ACCEPTED = re.compile(
    r"(?:'s?)?[^.;\n]{0,90}?\b(?:be|was|is|been)[ ]accepted\b(?![ ](?:into|onto|on|as))"
)
_AFTER_PRODUCT = re.compile(
    r" (?:system|software|platform|application|app|database|solution|package|module|licen[cs]es?|suite|users?|cloud|expenses|Expenses|eBusiness)\b"
)
_GLOSS = re.compile(
    r"[ ]?\((?:the[ ])?[\"']?[\w&. '-]{1,40}\)|[ ]?\((?:trading|t/a)[^()\n]{1,40}\)"
)


def right_plain(beside: Beside, words: list[str]) -> Tie | None:
    """Return the role that the words after the name give outright."""
    right = _past_gloss(beside.right)
    for pattern, role in _AFTER:
        if pattern.match(right):
            return Tie(role, True, f"organisations.after_{role}")
    if _AFTER_ACCEPTED.match(right) and has(words[-14:], TENDERS):
        return Tie(SUPPLIER, True, "organisations.accepted")
    return None


def right_won(beside: Beside, words: list[str]) -> Tie | None:
    """Return supplier where the words after the name say that it does the work."""
    right = _past_gloss(beside.right)
    if _AFTER_WON.match(beside.right) or _AFTER_WON.match(right):
        return _won_after(words, beside)
    if RIGHT_PURPOSE.match(right) and has(
        words, HARD | word_set("procurement waiver award appoint")
    ):
        return _purpose(words)
    return None


def _past_gloss(right: str) -> str:
    """Skip a bracket with a short form: "Esk Ltd (EL) was …"."""
    gloss = _GLOSS.match(right) if right[:2] in (" (", "(") else None
    return right[gloss.end() :] if gloss else right


_AFTER = (
    (_AFTER_LOST, BIDDER),
    (_AFTER_TENANT, TENANT),
    (_AFTER_GRANT, GRANTEE),
    (_AFTER_APPLICANT, APPLICANT),
)


def _won_after(words: list[str], beside: Beside) -> Tie | None:
    if has(words[-3:], OFFICES):
        return Tie(OTHER, True, "organisations.office_in")
    if has(words[-2:], word_set("tenant lessee applicant developer")):
        return None
    return Tie(SUPPLIER, True, "organisations.after_supplier")


def _purpose(words: list[str]) -> Tie | None:
    if has(words, LEASES) or has(words[-12:], word_set("grant grants funding")):
        return None
    return Tie(SUPPLIER, True, "organisations.to_provide")


def is_product_use(right: str) -> bool:
    """Tell whether a product's name is followed by what it is: "Oracle system"."""
    return bool(_AFTER_PRODUCT.match(right))
