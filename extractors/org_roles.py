"""What part an organisation plays, read from the words beside its name.

A supplier provides, provided or has won goods, works or services for the council (SCHEMA, ruling
on Organisations). So a contract verb has to tie the name; a lease makes a tenant, a grant a
grantee, "tenders were received from" a bidder, and a declared interest nothing at all.
On the left the word that touches the name ("to", "with", "by" …) chooses the reading, and the
nearest governing word decides it. On the right patterns start at the name's end.
"""

import re
from dataclasses import dataclass

SUPPLIER, BIDDER, PARTNER, TENANT, GRANTEE, APPLICANT, OTHER = (
    "supplier bidder partner tenant grantee applicant other".split()
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The words of the sentence on both sides of a name; kind is the name's own."""

    left: str
    right: str
    kind: str = "firm"


@dataclass(frozen=True, slots=True)
class Tie:
    """A role, whether a contract word says it, and the rule that spoke."""

    role: str
    strong: bool
    rule: str


NONE = Tie(OTHER, False, "organisations.named")

_LEFT_WORD = re.compile(r"[A-Za-z][\w'-]*|£[0-9]|[:;()–-]")
_TRAIL = re.compile(r"[\s\"'(,]+$")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that may stand between the touching word and the name.
_DETERMINERS = _set(
    "the a an both either our its their company firm companies firms following named existing "
    "current incumbent new preferred successful recommended local - – ( : namely messrs m/s"
)
# Who does work for the council, and who does not.
_PARTIES = _set(
    "contractor contractors supplier suppliers provider providers operator consultant consultants "
    "subcontractor subcontractors architects adviser advisers advisor advisors incumbent agency"
)
_PARTY_LEADS = _set(
    "council's authority's current existing outgoing main principal appointed waste leisure "
    "highways highway maintenance service delivery framework preferred successful our its new "
    "the their strategic cleaning catering repairs parking grounds care external ict it"
)
_BIDDERS = _set("bidder bidders tenderer tenderers")
_WINNING = _set(
    "preferred successful winning recommended selected highest top first-ranked awarded chosen "
    "scoring ranking ranked advantageous"
)
_LOSING = _set("unsuccessful losing second third reserve unsuccessfully")

_AWARD = _set(
    "award awarded awarding awards let letting novate novated novating novation assign assigned "
    "place placed placing issue issued extend extended extending extension vary varied variation "
    "renew renewed renewal modification modify contracted outsource outsourced outsourcing"
)
_CONTRACTS = _set(
    "contract contracts sub-contract subcontract call-off call-offs calloff tender tenders "
    "procurement lot lots framework commission order orders pcsa jct works services supply service "
    "contract's concession"
)
_HARD = _set("contract contracts call-off call-offs sub-contract subcontract pcsa jct concession")
_AGREEMENT_OF = _set(
    "service services framework management partnership maintenance provision works delivery "
    "operating concession supply leisure call-off contract consultancy hosting support licence "
    "software construction pre-construction highways waste outsourcing strategic project"
)
_LEASES = _set(
    "lease leases leased leasing sublease underlease tenancy tenancies rent rental rented tenants "
    "tenant lessee sub-lease occupied occupy letting"
)
_GRANTS = _set(
    "grant grants granted funding donation donations subsidy bursary contribution sponsorship "
    "relief grant-aid funded fund"
)
_SALES = _set(
    "sale sell sold selling dispose disposal disposed transfer transferred transferring land "
    "freehold property site loan loans lend lent debt debts owed shares shareholding guarantee "
    "easement wayleave option nomination judgment prosecution prosecute acquisition acquire "
    "acquired dividend equity invest investment merger merge refund compensation premises "
    "mortgage creditor liquidation claim settlement"
)
_NOT_CONTRACT = _set(
    "partnership partnerships working work worked liaise liaising liaison discussion discussions "
    "meeting meetings met meet negotiation negotiations consultation consult consulted dialogue "
    "collaboration collaborate relationship relationships correspondence engagement engage engaged "
    "conversation conversations accordance compliance together jointly comparison connection "
    "consultations talks spoken dealt share shared sharing merger memorandum nomination "
    "employment loan 106 75 278 section s106 dispute interest interests fine agreed along comply "
    "comparison joint venture issues problem problems deal dealing concerns"
)
_TENDERS = _set(
    "tender tenders bid bids quotation quotations quote quotes submission submissions "
    "expression expressions offers offer proposals proposal responses prices"
)
_ACCEPT = _set("accept accepted accepting acceptance accepts")
_APPLY = _set("application applications applied apply applicant applicants applies planning")
_BUY = _set(
    "purchase purchased purchasing procure procured procuring procurement buy buying bought hire "
    "hired hiring source sourced sourcing commission commissioned commissioning obtain obtained "
    "supplied supply supplies services outsourced outsource bought-in"
)
_DONE = _set(
    "provided delivered operated run managed supplied undertaken maintained serviced installed "
    "constructed built conducted hosted performed carried collected facilitated provision delivery "
    "operation management implemented"
)
_MADE = _set("prepared produced designed completed led drafted written compiled drawn")
_SERVICES = _set(
    "service services works work contract contracts centre centres facility facilities scheme "
    "programme system systems software support maintenance repairs collection collections cleaning "
    "catering survey surveys assessment assessments review study training transport care helpline "
    "equipment project function functions consultation research feasibility installation "
    "construction recycling parks refurbishment demolition leisure library libraries hub portal "
    "network provision homes audit payroll routes route bus buses waste meals advocacy"
)
_APPOINT = _set(
    "appoint appointed appointing appointment appoints reappoint reappointment re-appoint "
    "commission commissioned commissioning engage engaged engaging instruct instructed instructing "
    "select selected selecting selection procure contracted retain retained engagement re-appointment"
)
_OFFICES = _set(
    "director directors member members trustee trustees shareholder employee governor chairman "
    "chair patron customer employed works volunteer shares representative representatives"
)
_PEOPLE_POSTS = _set(
    "director directors representative representatives trustee trustees governor "
    "governors board observer members councillor councillors"
)
_COPULAS = _set("is was be being are as were been becomes named")
_GOODS = _set(
    "vehicles vehicle equipment licence licences license licenses software service services system "
    "systems goods materials works supplies support fleet units maintenance staff placements beds "
    "provision consultancy advice work"
)
_PARTNERING = _set(
    "partnership partner partners collaboration jointly together alongside working work"
)


def role_of(beside: Beside) -> Tie:
    """Return the role that the words beside a name give it; NONE where they give none."""
    clause = beside.left[-320:]
    clause = (clause[clause.rfind(";") + 1 :].strip() and clause[clause.rfind(";") + 1 :]) or clause
    words = [w.casefold() for w in _LEFT_WORD.findall(clause)][-48:]
    tie = _right_plain(beside, words)
    if tie:
        return tie
    left = _left(words, beside)
    if left and left.strong:
        return left
    return _right_won(beside, words) or left or NONE


# -- the left side ------------------------------------------------------------------------------


def _left(words: list[str], beside: Beside) -> Tie | None:
    at = len(words)
    party = None
    while at and (
        words[at - 1] in _DETERMINERS or words[at - 1] in _PARTIES or words[at - 1] in _BIDDERS
    ):
        at -= 1
        party = party or (words[at] if words[at] in _PARTIES or words[at] in _BIDDERS else None)
    # The words that qualify a party belong to it: "Council's waste", "unsuccessful".
    touching = words[at - 1] if at else ""
    if touching in _TOUCH:
        tie = _TOUCH[touching](words[: at - 1], words[at:], beside)
        if tie or (touching in ("from", "by", "to", "with") and not party):
            return tie
    if party:
        return _party(words, party)
    return _other_touch(words[:at], beside)


def _nearest(words: list[str], *classes: frozenset[str]) -> int | None:
    """Return which class holds the word nearest to the name, None where none does."""
    for word in reversed(words):
        for i, members in enumerate(classes):
            if word in members:
                return i
    return None


def _has(words: list[str], *classes: frozenset[str]) -> bool:
    return any(w in c for w in words for c in classes)


def _to(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    hard = _has(before, _CONTRACTS)
    nearest = _nearest(before, _AWARD, _LEASES, _GRANTS, _SALES, _INVITE, _APPOINT_OUT, _APPLY)
    if nearest == 2 and hard and _has(before, _AWARD):
        nearest = 0  # "award the contract at £2m to X"
    if nearest == 1 and _has(before, _HARD) and _has(before, _AWARD):
        nearest = 0
    if nearest == 3 and _has(before, _HARD) and _has(before, _AWARD):
        nearest = 0
    if nearest == 0:
        return _award_to(before, beside)
    if nearest == 2 and _has(before, _LEASES):
        nearest = 1
    if nearest == 2 and _has(before, _PERMITS):
        nearest = 6
    roles = {1: TENANT, 2: GRANTEE, 4: BIDDER, 6: APPLICANT}
    if nearest == 3:
        return Tie(OTHER, True, "organisations.sale")
    return Tie(roles[nearest], True, "organisations.to") if nearest in roles else None


_PERMITS = _set("permission consent licence planning application certificate")
_INVITE = _set("invite invited inviting invitation invitations")
_APPOINT_OUT = _set("councillor councillors representative representatives")


def _award_to(before: list[str], beside: Beside) -> Tie | None:
    if _has(before, _HARD) or "direct" in before or "outsourced" in before:
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    if _has(before, _set("grant grants funding donation")):
        return Tie(GRANTEE, True, "organisations.to")
    if _has(before, _CONTRACTS) or _RIGHT_PURPOSE.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.awarded_to")
    money = any(w.startswith("£") for w in before)
    return Tie(GRANTEE, False, "organisations.to") if money else None


def _with(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    for i in range(len(before) - 1, max(-1, len(before) - 30), -1):
        word = before[i]
        if word in _HARD or (word in ("commission", "order", "placed", "placement")):
            return _contract_with(before[: i + 1])
        if word in ("agreement", "agreements", "arrangement", "arrangements"):
            return _agreement_with(before[:i], before[i:], beside)
        if word in ("partnership", "alliance") and "strategic" in before[max(0, i - 2) : i]:
            return Tie(SUPPLIER, True, "organisations.strategic_partnership")
        if word in _LEASES:
            return Tie(TENANT, True, "organisations.with")
        if word in _NOT_CONTRACT:
            if word in _PARTNERING:
                return Tie(PARTNER, False, "organisations.partner")
            return Tie(OTHER, False, "organisations.with")
        if word in ("contracted", "outsourced", "awarded", "let"):
            return Tie(SUPPLIER, True, "organisations.contract_with")
        if word in ("working", "work"):
            return Tie(PARTNER, False, "organisations.partner")
    return None


def _contract_with(before: list[str]) -> Tie:
    last = before[-4:]
    if _has(last, _set("sale employment exchange land grant purchase")):
        return Tie(OTHER, True, "organisations.with")
    return Tie(SUPPLIER, True, "organisations.contract_with")


def _agreement_with(before: list[str], gap: list[str], beside: Beside) -> Tie:
    kind = before[-3:]
    if _has(kind, _LEASES):
        return Tie(TENANT, True, "organisations.with")
    if _has(kind, _set("grant funding")):
        return Tie(GRANTEE, True, "organisations.with")
    if _has(kind, _AGREEMENT_OF) and not _has(kind, _SALES | _set("section collaboration sharing")):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    if _has(
        gap, _set("provision supply delivery provide deliver operate maintain maintenance")
    ) or (_RIGHT_PURPOSE.match(beside.right) and not _has(kind, _SALES)):
        return Tie(SUPPLIER, True, "organisations.agreement_with")
    return Tie(OTHER, False, "organisations.with")


def _by(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    near = before[-6:]
    if _has(near, _APPLY) or _has(before[-14:], _set("application applications applicant")):
        return Tie(APPLICANT, True, "organisations.by")
    if _has(near, _TENDERS):
        accepted = _has(before, _ACCEPT)
        return Tie(SUPPLIER if accepted else BIDDER, True, "organisations.tender_by")
    if _has(before[-3:], _LEASES):
        return Tie(TENANT, True, "organisations.by")
    if _has(near, _DONE) and _has(before, _SERVICES):
        return Tie(SUPPLIER, True, "organisations.provided_by")
    if _has(near, _MADE) and (_has(after, _PARTIES) or _ON_BEHALF.match(beside.right)):
        return Tie(SUPPLIER, True, "organisations.made_by")
    return None


def _from(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    if _has(after, _WINNING) and _has(after, _BIDDERS):
        return Tie(SUPPLIER, True, "organisations.winner")
    nearest = _nearest(before[-16:], _TENDERS, _BUY, _APPLY, _LEASES, _SALES, _HARD)
    if nearest == 0:
        accepted = _has(before, _ACCEPT)
        return Tie(SUPPLIER if accepted else BIDDER, True, "organisations.tender_from")
    if nearest == 2:
        return Tie(APPLICANT, True, "organisations.from")
    if nearest == 1 and _has(before, _GOODS) and not _has(before[-10:], _SALES):
        return Tie(SUPPLIER, True, "organisations.bought_from")
    if nearest == 5 and _has(before, _AWARD | _set("transfer transferred exit moving")):
        return Tie(SUPPLIER, True, "organisations.contract_from")
    return None


def _of(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    last = before[-1] if before else ""
    if last in _OFFICES:
        return Tie(OTHER, True, "organisations.office_in")
    if last in _APPOINT and not _has(before[-8:-1], _PEOPLE_POSTS):
        return Tie(SUPPLIER, True, "organisations.appointed")
    if last in _TENDERS:
        accepted = _has(before, _ACCEPT)
        return Tie(SUPPLIER if accepted else BIDDER, True, "organisations.tender_of")
    if last in ("performance", "monitoring") and _has(before + _right_words(beside), _HARD | _KPI):
        return Tie(SUPPLIER, True, "organisations.performance")
    return None


_KPI = _set("kpi kpis indicators contractual")


def _and(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    """Read "the contract between the Council and X"; other pairs are read by the caller."""
    near = before[-14:]
    if "between" not in near or not _has(near[-7:], _set("council authority council's")):
        return None
    place = len(before) - 1 - before[::-1].index("between")
    return _with(before[:place], after, beside)


def _is(before: list[str], after: list[str], beside: Beside) -> Tie | None:
    near = before[-12:]
    for i in range(len(near) - 1, -1, -1):
        if near[i] in _PARTIES | _BIDDERS | _TENDERS or near[i] == "partner":
            return _party_is(near[i], near[max(0, i - 4) : i])
    if _has(near[-5:], _set("applicant developer")):
        return Tie(APPLICANT, True, "organisations.party_is")
    if _has(near[-5:], _set("tenant lessee")):
        return Tie(TENANT, True, "organisations.party_is")
    return None


def _party_is(party: str, before: list[str]) -> Tie | None:
    """Read "the preferred bidder is X", "the framework partner will be X"."""
    if _has(before, _LOSING):
        return Tie(BIDDER, True, "organisations.party_is")
    if _has(before, _WINNING):
        return Tie(SUPPLIER, True, "organisations.winner")
    if party in _PARTIES or (party == "partner" and _has(before, _PARTNER_OF)):
        return Tie(SUPPLIER, True, "organisations.party_is")
    return Tie(BIDDER, True, "organisations.party_is") if party in _BIDDERS else None


_PARTNER_OF = _set("framework delivery strategic outsourcing")

_TOUCH = {
    "to": _to, "with": _with, "by": _by, "from": _from, "of": _of, "and": _and,
    "is": _is, "was": _is, "be": _is, "being": _is, "are": _is, "as": _is, "were": _is,
}  # fmt: skip


def _party(words: list[str], party: str) -> Tie | None:
    """Read a name that follows its trade: "the Council's contractor, X"."""
    near = words[-8:]
    if party in _BIDDERS:
        won = _has(near, _WINNING) and not _has(near, _LOSING)
        return Tie(SUPPLIER if won else BIDDER, True, "organisations.party")
    if _has(near, _LOSING) or (_has(words, _TENDERS) and _has(near, _set("from by invited"))):
        return Tie(BIDDER, True, "organisations.party")
    if _has(words[-14:], _APPLY | _set("applicant's developer's developer landlord")):
        return Tie(APPLICANT, False, "organisations.party")
    return Tie(SUPPLIER, True, "organisations.party")


def _other_touch(words: list[str], beside: Beside) -> Tie | None:
    """Read a name that a verb or a role touches without a preposition."""
    last = words[-1] if words else ""
    if last in ("applicant", "applicants", "developer", "developers", "agent"):
        return Tie(APPLICANT, True, "organisations.label")
    if last == "for" and beside.left.rstrip().endswith("FOR:"):
        return Tie(APPLICANT, True, "organisations.label")
    if last in ("tenant", "tenants", "lessee"):
        return Tie(TENANT, True, "organisations.label")
    if last in ("landlord", "landlords", "owner", "owners"):
        return Tie(OTHER, True, "organisations.label")
    if last in _APPOINT:
        return Tie(SUPPLIER, True, "organisations.appointed")
    if last in ("partner", "partners"):
        strategic = _has(words[-4:], _PARTNER_OF)
        return Tie(SUPPLIER if strategic else PARTNER, strategic, "organisations.partner")
    if last in ("invite", "invited", "inviting", "shortlisted", "short-listed"):
        return Tie(BIDDER, True, "organisations.invited")
    if last in _HARD | _set("award extension") and _has(
        words[-6:], _set("award extension variation renewal")
    ):
        return Tie(SUPPLIER, True, "organisations.title")
    return None


# -- the right side -----------------------------------------------------------------------------

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
_RIGHT_PURPOSE = re.compile(
    r"""(?:[ ]?\([^()\n]{1,60}\))?,?[ ](?:to[ ](?:provide|deliver|supply|undertake|carry[ ]out|manage|
    operate|run|design|construct|maintain|install|collect)
    |for[ ](?:the[ ])?(?:provision|supply|delivery|construction|refurbishment|maintenance|installation))\b""",
    re.VERBOSE,
)
_ON_BEHALF = re.compile(
    r",? (?:on behalf of|for|as commissioned by|commissioned by) the (?:\w+ ){0,3}?(?:Council|Authority|authority|council)\b"
)
_AFTER_LOST = re.compile(
    r"""[ ,]*+(?:(?:had|have|has|were|was|being|are|is|both|also|not|been)[ ]){0,4}+
    (?:submitted[ ](?:\w+[ ]){0,4}?(?:bids?|tenders?|quot\w*|offers?)\b|unsuccessful|shortlisted|short-listed
    |invited[ ]to[ ](?:tender|bid|quote|submit)|tendered\b|bid[ ]for|withdr[ae]wn?[ ]|(?:scored|ranked|placed|came)[ ](?:second|third|lower|fourth))""",
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


def _right_plain(beside: Beside, words: list[str]) -> Tie | None:
    """Return the role that the words after the name give outright."""
    right = _past_gloss(beside.right)
    for pattern, role in _AFTER:
        if pattern.match(right):
            return Tie(role, True, f"organisations.after_{role}")
    if _AFTER_ACCEPTED.match(right) and _has(words[-14:], _TENDERS):
        return Tie(SUPPLIER, True, "organisations.accepted")
    return None


def _right_won(beside: Beside, words: list[str]) -> Tie | None:
    """Return supplier where the words after the name say that it does the work."""
    right = _past_gloss(beside.right)
    if _AFTER_WON.match(beside.right) or _AFTER_WON.match(right):
        return _won_after(words, beside)
    if _RIGHT_PURPOSE.match(right) and _has(
        words, _HARD | _set("procurement waiver award appoint")
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
    if _has(words[-3:], _OFFICES):
        return Tie(OTHER, True, "organisations.office_in")
    if _has(words[-2:], _set("tenant lessee applicant developer")):
        return None
    return Tie(SUPPLIER, True, "organisations.after_supplier")


def _purpose(words: list[str]) -> Tie | None:
    if _has(words, _LEASES) or _has(words[-12:], _set("grant grants funding")):
        return None
    return Tie(SUPPLIER, True, "organisations.to_provide")


def _right_words(beside: Beside) -> list[str]:
    return [w.casefold() for w in _LEFT_WORD.findall(beside.right[:120])]


def is_product_use(right: str) -> bool:
    """Tell whether a product's name is followed by what it is: "Oracle system"."""
    return bool(_AFTER_PRODUCT.match(right))
