"""What the words after an organisation's name say of its part; patterns start at its end."""

import re

from extractors.organisations.ties import (
    APPLICANT,
    BIDDER,
    GRANTEE,
    OTHER,
    SUPPLIER,
    TENANT,
    Beside,
    Tie,
)
from extractors.organisations.words import HARD, LEASES, OFFICES, TENDERS, has, word_set

PARTY = (
    r"(?i:enforcement[ ]agents?|bailiffs|auctioneers|debt[ ]collectors|loss[ ]adjusters|"
    r"treasury[ ]advis[eo]rs?|insurance[ ]brokers?|agency[ ]suppliers?|"
    r"contractor|supplier|provider|operator|preferred[ ]bidder|preferred[ ]partner|"
    r"delivery[ ]partner|framework[ ]partner|winning[ ]bidder|consultants?|strategic[ ]partner|"
    r"successful[ ](?:bidder|tenderer|company)|recommended[ ]bidder|managing[ ]agents?|"
    r"architects|employer's[ ]agent|suppliers|contractors|providers|caterers?|installers?|"
    r"(?:consulting|structural|civil)[ ]engineers|quantity[ ]surveyors|actuary|insurers?|"
    r"hauliers?|incumbent|agency|(?:present|current|existing|outgoing)[ ](?:firm|company))"
)
_WAS = (
    r",?[ ](?:was|were|is|are|be|been|being|to[ ]be|(?:has|have|had)[ ](?:now[ ]|since[ ])?been|"
    r"(?:will|would|should|could|may)[ ]be)[ ]"
)
_COUNCIL = r"(?:\w+[ ]){0,3}?(?:[Cc]ouncil|[Aa]uthority|(?:London|Royal)[ ]Borough)\b"
_SINCE = r"(?:currently|presently|already|also|now|had|has|have|would|will)"
_WORKS = (
    r"(?:provid|deliver|operat|run|ran|manag|collect|maintain|suppl|undert|hold|held|won|win|"
    r"took[ ]over|taken[ ]over|taking[ ]over)\w*"
)
_AFTER_WON = re.compile(
    rf"""(?:
      # was appointed as the contractor; , the Council's contractor
      (?:{_WAS}(?!\w+[ ]by[ ])
          (?:(?:appointed|selected|named|confirmed|identified|recommended|engaged)[ ](?:as[ ])?)?
        |,?[ ]as[ ]|,[ ])
        (?:the[ ]|an?[ ]|our[ ]|its[ ])?(?:[\w'-]+[ ]){{0,5}}?{PARTY}\b(?![ ](?:bid|tender))
      # was appointed, be commissioned
      |{_WAS}(?:re-?)?(?:appointed|selected|commissioned|engaged|contracted|chosen|instructed|procured)
        \b(?![ ](?:as[ ]an?[ ])?(?:governor|member|trustee|chair|director))
        (?![ ]to[ ](?:the|a|its|this)[ ](?:\w+[ ]){{0,2}}?(?:board|panel|committee|group|trust)\b)
      # was awarded the contract
      |{_WAS}awarded[ ](?:the|a|an|this|both|all|lots?|contracts?)?[^.;\n]{{0,60}}?
        \b(?:contracts?|lots?|tender|work|works|commission|call-off)\b
      # scored highest and was recommended as the preferred bidder
      |[ ](?:scored|achieved|submitted|was|were)[ ][^.;\n]{{0,60}}?
        (?:recommended|identified|selected|named|appointed)[ ]as[ ]the[ ]
        (?:preferred|successful|winning)\b
      |{_WAS}granted[ ](?:the|a|an)[ ][^.;\n]{{0,30}}?\bcontract\b
      |,?[ ](?:commissioned|procured|engaged|employed|appointed)[ ]by[ ]the[ ]{_COUNCIL}
      |[ ]\((?:the[ ]|our[ ])?(?:[\w'-]+[ ]){{0,4}}?{PARTY}\)
      # runs payroll under its contract; collects refuse on behalf of the Council
      |(?:,?[ ](?:who|which|that))?[ ](?:{_SINCE}[ ]){{0,3}}+{_WORKS}\b[^.;\n]{{0,70}}?
        \b(?:the[ ](?:[A-Z][\w&'-]*[ ]){{0,3}}contracts?\b|under[ ](?:the|its|a)[ ]contract\b
        |(?:on[ ]behalf[ ]of|for)[ ]the[ ]{_COUNCIL})
      |'s?[ ](?:(?:overall|recent|current|ongoing|poor|good|strong)[ ])?
        (?:performance[ ](?:against|under|on[ ]the|in[ ]delivering|of[ ]the)|contract\b
        |contractual|KPIs?\b|key[ ]performance|progress[ ]against|delivery[ ]of[ ]the
        |service[ ]delivery|(?:first|second|third|fourth)[ ]quarter)
      # , whose contract ends in May; had performed against its targets
      |,?[ ]whose[ ](?:\w+[ ]){{0,2}}?contracts?\b(?![ ](?:with|of[ ]employment))
      |,[ ]whose[ ](?:\w+[ ]){{0,2}}?(?:agreement|arrangement)[ ](?:\w+[ ]){{0,4}}?
        (?:came|comes|ends?|ended|expires?|expired|lapse[sd]?|r[au]ns?)\b
      # , chosen in July; (the Council's joint venture with Y)
      |,[ ](?:chosen|selected|appointed|picked)[ ](?:in|on|last|this|after|by)[ ]
      |[ ]\((?:the|our)[ ](?:[Cc]ouncil's[ ])?(?:\w+[ ]){{0,2}}?joint[ ]venture\b
      |(?:[ ](?:has|have|had|was|were|is))?[ ]perform(?:ed|s|ing)?[ ](?:\w+[ ]){{0,2}}?
        (?:against|under|on)[ ](?:the|its|their)[ ](?:\w+[ ]){{0,3}}?
        (?:contracts?|KPIs?|indicators)\b
      |[ ](?:contracts?\b|Contracts?\b|CONTRACTS?\b|contractual|performance[ ]against)
    )""",
    re.VERBOSE,
)
_GLOSSED = r"(?:[ ]?\([^()\n]{1,60}\))?"
RIGHT_PURPOSE = re.compile(
    rf"""{_GLOSSED},?[ ](?:
      to[ ](?:provide|deliver|supply|undertake|carry[ ]out|manage|operate|run|design|construct
        |maintain|install|collect)
      |for[ ](?:the[ ])?(?:provision|supply|delivery|construction|refurbishment|maintenance
        |installation))\b""",
    re.VERBOSE,
)
# The term of what is awarded: "to Esk Ltd for eight years from …".
FOR_YEARS = re.compile(r" for (?:a (?:period|term) of )?[\w-]{1,10} (?:years?|months)\b")
# Work done for somebody else: "built by X for its landlord".
FOR_OTHERS = re.compile(
    r"(?: in [\w ]{1,20})? (?:for (?:its|their|his|her|the) (?:new )?(?:landlord|owner|developer|"
    r"tenant|NHS|school|church|club|family|parish)|on behalf of (?:its|their|the owner|"
    r"the developer))"
)
# What the thing costs, right after who made it: "the course, by X, is £1,150 a head".
PRICE_OF = re.compile(
    r",? (?:is|was|will be|would be|at|for|cost|costs|costing) (?:about |some )?£"
)
# What follows work done for money: "built by X for £4,000", "provided by X under a tariff".
PRICED = re.compile(
    r"(?: in [\w ]{1,20}| since (?:[A-Z][a-z]+ )?[0-9]{4})?,? (?:(?:at|for) "
    r"(?:an? (?:\w+ )?(?:cost|price|rate|fee|charge|sum|premium) of )?"
    r"(?:up to |about |around |some )?£|(?:at|for) a fee\b|under (?:the|its|a|an) (?:[\w-]+ ){0,3}?"
    r"(?:contract|agreement|tariff|licence|call-off)\b)"
)
ON_BEHALF = re.compile(
    rf",?[ ](?:on[ ]behalf[ ]of|for|(?:as[ ])?commissioned[ ]by)[ ]the[ ]{_COUNCIL}"
)
_AFTER_LOST = re.compile(
    r"""[ ,]{0,9}+(?:(?:had|have|has|were|was|being|are|is|both|also|not|been)[ ]){0,4}+
    (?:submitted[ ](?:\w+[ ]){0,4}?(?:bids?|tenders?|quot\w*|offers?)\b
    |(?:considered|looked[ ]at|evaluated|approached),?[ ](?:and|but)[ ][^.;\n]{0,30}?
      \b(?:not|rejected|discounted|declined|unsuitable)\b
    |(?<=not[ ])(?:chosen|selected|appointed|successful|recommended|awarded)\b
    |(?:\(the[ ](?:only|sole|other)[ ](?:bidder|tenderer)\)[ ])?
      (?:(?:had|has|have)[ ])?(?:pulled[ ]out|dropped[ ]out|walked[ ]away)
    |unsuccessful|shortlisted|short-listed|invited[ ]to[ ](?:tender|bid|quote|submit)
    |tendered\b|bid[ ]for
    |withdr[ae]wn?[ ](?:(?:its|their)[ ](?:bid|tender|offer)
      |from[ ]the[ ](?:tender|procure|process|compet))
    |(?:scored|ranked|placed|came)[ ](?:second|third|lower|fourth))""",
    re.VERBOSE,
)
_AFTER_TENANT = re.compile(
    r"""(?:'s?)?,?[ ](?:lease\b|tenancy\b|as[ ](?:the[ ])?(?:tenant|lessee)
    |the[ ](?:(?:current|existing|proposed)[ ])?(?:tenant|lessee)
    |(?:currently[ ]|presently[ ])?(?:leases?|leased|rents?|rented|occup(?:y|ies|ied))\b)""",
    re.VERBOSE,
)
_AFTER_GRANT = re.compile(
    rf"""{_WAS}(?:awarded|given|granted|offered)[ ](?:an?[ ]|the[ ])?(?:[\w-]+[ ]){{0,3}}?
      (?:£[0-9.,]{{1,14}}[mk]?|(?:grants?|funding|donation)\b)
    |[ ](?:receives?|received|would[ ]receive|to[ ]receive)[ ](?:[\w£.,-]+[ ]){{0,4}}?
      (?:grant|funding)\b
    |'s?[ ](?:grant|funding|application[ ]for[ ](?:a[ ])?(?:grant|funding|rate[ ]relief))""",
    re.VERBOSE,
)
_AFTER_APPLICANT = re.compile(
    r"""(?:,[ ]|[ ]\()(?:the[ ])?(?:applicants?|developers?|applicant's[ ]agent)\b
    |[ ](?:had[ ]|has[ ]|have[ ])?(?:applied[ ]for
      |submitted[ ]an?[ ](?:\w+[ ]){0,2}application)\b""",
    re.VERBOSE,
)
_AFTER_ACCEPTED = re.compile(
    r"(?:'s?)?(?:[^.;\n]|\.(?=[0-9])){0,90}?"
    r"\b(?:(?:be|was|is|been) accepted\b(?! (?:into|onto|on|as))"
    r"|recommended for acceptance\b)"
)
_AFTER_PRODUCT = re.compile(
    r" (?:system|software|platform|application|app|database|solution|package|module|licen[cs]e|"
    r"suite|user|cloud|expenses|Expenses|eBusiness)s?\b"
)
_REJECTED = re.compile(
    r""",?[ ](?:was|were|be|is|(?:has|have|had)[ ]been)[ ](?:therefore[ ]|then[ ]|also[ ])?
    (?:rejected|discounted|ruled[ ]out|dismissed|refused|turned[ ]down
      |not[ ](?:be[ ])?(?:pursued|recommended|supported|progressed|taken[ ]forward|agreed
        |approved))\b
    |,?[ ](?:was|were|had[ ]been|has[ ]been)[ ](?:also[ ])?(?:considered|costed|looked[ ]at|explored
      |examined|priced|thought[ ]of)\b[^.;\n]{0,60}?[ ](?:but|and)[ ](?:\w+[ ]){0,3}?
      (?:not|rejected|discounted|ruled[ ]out|dismissed|dropped|discarded)\b""",
    re.VERBOSE,
)
_GLOSS = re.compile(
    r"[ ]?\((?:the[ ])?[\"']?[\w&. '-]{1,40}\"?\)|[ ]?\((?:trading|t/a)[^()\n]{1,40}\)"
)


def right_plain(beside: Beside, words: list[str]) -> Tie | None:
    """Return the role that the words after the name give outright."""
    right = _past_gloss(beside.right)
    for pattern, role in _AFTER:
        if pattern.match(right):
            return Tie(role, True, f"organisations.after_{role}")
    placed = words[-1:] in (["for"], ["at"], ["in"], ["on"], ["to"]) or (
        words[-1:] == ["of"] and not has(words[-2:-1], TENDERS, word_set("that those messrs"))
    )
    if placed:
        return None  # "the tender for the building of X be accepted"
    if "accept" in right and _AFTER_ACCEPTED.match(right) and has(words[-14:], TENDERS):
        return Tie(SUPPLIER, True, "organisations.accepted")
    return None


def is_rejected(right: str) -> bool:
    """Tell whether what the name belongs to was turned down: "a contract with X was rejected"."""
    return bool(_REJECTED.match(_past_gloss(right)))


def right_won(beside: Beside, words: list[str]) -> Tie | None:
    """Return supplier where the words after the name say that it does the work."""
    right = _past_gloss(beside.right)
    if beside.kind == "open" and right.removeprefix(",").startswith(" who "):
        return None  # a person, for all that the words tell
    if _AFTER_WON.match(beside.right) or _AFTER_WON.match(right):
        return _won_after(words, beside)
    if beside.kind in _KNOWN_KINDS and words[-1:] == ["the"] and _KIND_OF_CONTRACT.match(right):
        return _won_after(words, beside)
    if RIGHT_PURPOSE.match(right) and has(
        words, HARD, word_set("procurement waiver award appoint")
    ):
        return _purpose(words)
    return None


_KNOWN_KINDS = ("firm", "supplier")
# "the Esk Care block contract": a firm's contract told by its kind.
_KIND_OF_CONTRACT = re.compile(r" (?:(?!sale|tenan|employ|land)[a-z-]+ ){1,3}contracts?\b")


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
    if has(words[-3:], OFFICES) and "that" not in words[-2:]:
        return Tie(OTHER, True, "organisations.office_in")
    if has(words[-2:], word_set("tenant lessee applicant developer")) or words[-1:] == ["as"]:
        return None
    return Tie(SUPPLIER, True, "organisations.after_supplier")


def _purpose(words: list[str]) -> Tie | None:
    if has(words, LEASES) or has(words[-12:], word_set("grant grants funding")):
        return None
    return Tie(SUPPLIER, True, "organisations.to_provide")


def is_product_use(right: str) -> bool:
    """Tell whether a product's name is followed by what it is: "Oracle system"."""
    return bool(_AFTER_PRODUCT.match(right))
