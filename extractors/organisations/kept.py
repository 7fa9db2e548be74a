"""Which candidates stay: a name nobody knows is a firm only where a strong tie says so."""

import re

from extractors.lowered import lowered
from extractors.organisations.known import Name
from extractors.organisations.right import is_product_use
from extractors.organisations.ties import NONE, Tie

# Ties by which a name without suffix that nobody knows is a firm.
_SURE = frozenset(
    f"organisations.{rule}"
    for rule in (
        "awarded_to", "contract_with", "winner", "won", "engaged", "party", "party_is",
        "provided_by", "after_supplier", "strategic_partnership", "column", "label", "tender_from",
        "tender_by", "bought_from", "agreement_with",
        "accepted", "tender_of", "active", "contract_from",
        "incumbent", "to_provide", "goes_on",
    )
)  # fmt: skip
# Other parts that a firm's shape and a strong tie are enough for.
_PARTS = frozenset("bidder tenant grantee applicant".split())
# Ties that also need a trade in the name, or a paragraph about buying.
_LIKELY = frozenset(
    f"organisations.{rule}"
    for rule in (
        "appointed", "paid", "made_by", "performance", "title",
        "partner", "serves", "does", "kept_by", "charges", "attended",
    )
)  # fmt: skip
_BUYING = re.compile(
    r"\b(?:[Cc]ontract|[Ss]upplier|[Pp]rovider|[Pp]rocure|[Tt]ender|[Qq]uotation|"
    r"[Ii]nvoice|KPIs?\b|"
    r"damages\b|[Rr]etention\b|[Ff]inal account|[Pp]enalt(?:y|ies)\b|[Dd]educt|[Ss]ervice credit|"
    r"[Oo]utsourc|[Ii]ncumbent|[Bb]ids?\b|[Ss]ervice [Ll]evel [Aa]greement|[Oo]perator|"
    r"[Cc]ommissioned\b|[Oo]rder be "
    r"placed|[Ff]irms?\b)"
)
_PAID_FOR = re.compile(
    r" (?:£[0-9.,]{1,12} (?:a|an|per) [a-z]+ for (?:each|every)|for the|"
    r"for its|under its|under the|in respect of|as a fee)\b"
)
_TRADE_AFTER = re.compile(
    r""",?[ ](?:as[ ](?:the[ ]|an?[ ])?(?:[\w'-]+[ ]){0,5}?
      (?:contractor|supplier|provider|operator|consultant|partner|architect|agent
      |advis[eo]r)s?\b
    |until[ ]|since[ ]|at[ ](?:an?[ ]|£)|for[ ](?:an?[ ])?(?:\w+[ ])?(?:terms?|periods?|sum)\b
    |under[ ]the\b
    |to[ ](?:provide|deliver|undertake|carry[ ]out|supply|design|manage|operate|build|run|test
      |review)\b)""",
    re.VERBOSE,
)
_PRIVATE = re.compile(
    r"\b(?:planning (?:permission|application|committee)|applicants?\b|lease|tenants?\b|"
    r"objected|objections?|petition|shareholder|voluntary|volunteers|premises licence)\b"
)


def stays(reading: str, name: Name, tie: Tie) -> bool:
    """Leave out products, weak names and open names that no contract verb ties."""
    tied = tie.role == "supplier" and tie.strong
    if name.how == "verb" and not tied:
        return tie.strong and name.kind == "trade" and tie.role in _PARTS
    if name.how == "verb":
        return _is_open_firm(reading, name, tie)
    if name.weak or name.kind == "product":
        return tied
    return True


def _is_open_firm(reading: str, name: Name, tie: Tie) -> bool:
    right = reading[name.stop : name.stop + 120]
    if is_product_use(right) or (name.kind == "open" and _is_person(reading, name, tie)):
        return False
    placed = reading.endswith((" at ", " in ", " near "), 0, name.start)
    if placed and tie.rule != "organisations.party":
        return False  # a place: "the plant at Millrace, run for the Council by …"
    if " " not in name.name and _is_plain_word(reading, name, tie):
        return False
    if name.kind == "open" and _OF_PLACES.match(right):
        return False
    if _names_service(name, tie, right) or _is_contracts_own(reading, name, right):
        return False
    if _is_only_contracts(reading, name, tie, right):
        return False
    if tie.rule in _SURE:
        return True
    if tie.rule == "organisations.paid" and _PAID_FOR.match(right):
        return True
    if tie.rule not in _LIKELY:
        return False
    if tie.rule == "organisations.appointed":
        single = " " not in name.name or "&" in name.name
        return (
            name.kind == "trade"
            or bool(_TRADE_AFTER.match(right))
            or (single and is_buying(reading, name))
        )
    if tie.rule == "organisations.attended":
        return name.kind == "trade"
    if tie.rule == "organisations.kept_by":
        return name.kind == "trade" or " " not in name.name
    return name.kind == "trade" or is_buying(reading, name)


# What closes no firm's name of one word, unless the contract itself goes to it: "Connection".
_ABSTRACT = ("tion", "sion", "ment", "ness", "ship")


def _is_plain_word(reading: str, name: Name, tie: Tie) -> bool:
    """Tell whether one word is no name: an abstract noun, or used small on the page too."""
    word = name.name.casefold()
    return f" {word} " in reading or (tie.rule not in _OF_FIRMS and word.endswith(_ABSTRACT))


# What a contract may be called after instead of its firm: "the Larch Court Extra Care contract".
_SERVICES = frozenset(
    "care homecare support cleaning cleansing catering parking leisure waste recycling maintenance "
    "repairs transport transit highways roads lighting security housing homes wellbeing advocacy "
    "services works construction term flooring roofing windows heating kitchens bathrooms lifts "
    "drainage fencing surfacing resurfacing printing furniture uniforms insurance energy payroll "
    "software telephony insulation painting decorating rewiring scaffolding measured asbestos "
    "plumbing electrical gas salt vehicles fleet legal planning".split()
)


# "to award the Term Contract to …": what stands between is the contract's own name.
_AWARD_THE = re.compile(r"\b(?:[Aa]ward(?:ing|ed)?|[Ll]et(?:ting)?) the \Z")


def _is_contracts_own(reading: str, name: Name, right: str) -> bool:
    """Tell whether a contract that is being awarded is called so."""
    return right.startswith((" Contract", " contract")) and bool(
        _AWARD_THE.search(reading, max(0, name.start - 14), name.start)
    )


def _names_service(name: Name, tie: Tie, right: str) -> bool:
    """Tell whether a contract's own name stands before it: a place and a service, no firm."""
    if tie.rule != "organisations.after_supplier" or right[:9].casefold() != " contract":
        return False
    words = name.name.casefold().split()
    return right.startswith(" C") or (words[-1] in _SERVICES and len(words) > 2)


# What a place has, in small letters right behind its name: "Esk and Lune surgeries".
_OF_PLACES = re.compile(
    r"(?: (?:and|&) [A-Z][\w'-]+)? (?:surger(?:y|ies)|schools?|wards?|librar(?:y|ies)|depots?"
    r"|streets?|estates?|villages?|towns?|areas?|districts?|parish(?:es)?)\b"
)


def _is_only_contracts(reading: str, name: Name, tie: Tie, right: str) -> bool:
    """Tell whether one word names a contract and nothing else on its page: "the Trent contract"."""
    if tie.rule != "organisations.after_supplier" or " " in name.name or name.kind != "open":
        return False
    if not right.lower().startswith(" contract"):
        return False
    uses = reading.count(name.name)
    return uses == reading.count(f"{name.name} contract") + reading.count(f"{name.name} Contract")


# A post beside a name makes it a person's.
_POST = (
    r"(?:Officer|Manager|Director|Leader|Solicitor|Engineer|Surveyor|Planner|Accountant|Clerk|"
    r"Secretary|Commissioner|Chairman|Chair|Lead|Advis[eo]r|Mayor|Treasurer|Coordinator|Architect|"
    r"Ecologist|Inspector|Curator|Librarian|Member|Head|Assistant|Deputy|Executive|President)"
)
_POST_BEFORE = re.compile(
    rf"\b{_POST}(?: (?:of|for|and|the|&|[A-Z][\w'-]+|\([^()\n]{{1,40}}\))){{0,8}}"
    r"(?<! of)(?<! for)(?<! at),? \(?\Z"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Author:|Contact:|by:)\.? \Z"
)
_POST_AFTER = re.compile(rf",? \(?(?:the )?(?:[\w'&-]+ ){{0,5}}?{_POST}\b")
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Cllr", "Councillor")


# Ties that a person's name seldom has: his surname alone tells nothing against them.
_OF_FIRMS = ("organisations.contract_with", "organisations.awarded_to")


def _is_person(reading: str, name: Name, tie: Tie) -> bool:
    """Tell whether two or three plain words are a person's name anywhere on the page."""
    words = name.name.split()
    if not 2 <= len(words) <= 3 or "&" in words:
        return False
    titled = name.name if tie.rule in _OF_FIRMS else words[-1]
    if any(f"{title} {titled}" in reading for title in _TITLES):
        return True
    at = reading.find(name.name)
    for _ in range(6):
        if at < 0:
            return False
        after = reading[at + len(name.name) : at + len(name.name) + 60]
        if after[:2] in (", ", " (") and _POST_AFTER.match(after.split(". ")[0]):
            return True
        if _POST_BEFORE.search(reading, max(0, at - 90), at):
            return True
        at = reading.find(name.name, at + 1)
    return False


# What a meeting speaks of that has a contractor in the room.
_OF_CONTRACTS = re.compile(
    r"\b(?:[Cc]ontract(?:s|ors?|or's)?\b|[Oo]perators?\b|[Ss]ervice [Pp]rovider|outsourc\w+"
    r"|KPIs?\b)"
)
_WEAK = frozenset(f"organisations.{rule}" for rule in ("serves", "does", "charges"))


def confirmed(reading: str, name: Name, tie: Tie) -> Tie:
    """Return a weak tie only where the paragraph is about buying and nothing private."""
    if tie.rule == "organisations.does" and (name.how == "suffix" or name.kind == "trade"):
        return NONE if _PRIVATE.search(_paragraph(lowered(reading), name)) else tie
    if tie.rule == "organisations.serves" and name.how == "suffix":
        told = "contract" in lowered(reading) and not _PRIVATE.search(
            _paragraph(lowered(reading), name)
        )
        return tie if told else NONE
    if tie.rule == "organisations.attended":
        near = _OF_CONTRACTS.search(reading, max(0, name.start - 400), name.stop + 400)
        private = _PRIVATE.search(_paragraph(lowered(reading), name))
        return tie if near and not private else NONE
    weak = tie.rule in _WEAK
    return NONE if weak and not is_buying(reading, name) else tie


def is_buying(reading: str, name: Name) -> bool:
    """Tell whether a name stands in a paragraph about contracts and nothing private."""
    return bool(_BUYING.search(_paragraph(reading, name))) and not _PRIVATE.search(
        _paragraph(lowered(reading), name)
    )


def _paragraph(reading: str, name: Name) -> str:
    start = max(reading.rfind("\n", 0, name.start) + 1, name.start - 400)
    stop = reading.find("\n", name.stop, name.stop + 400)
    return reading[start : name.stop + 400 if stop < 0 else stop]


# Of the lowered words of a paragraph: is it about contracts, is it about something private?
_CUE = re.compile(
    r"\b(?:contract|supplier|provider|kpi|outsourc|procure|tender|performance|services?\b"
    r"|missed (?:bins?|collections?)|repairs\b|voids?\b|improvement plan"
    r"|representatives? (?:[a-z]+ )?(?:of"
    r"|from)|management fee|operator)"
)
_OWN_MATTER = re.compile(
    r"\b(?:interest|planning (?:permission|applica|consent|committee|appeal|obligation)\w*"
    r"|application|applicant|lease|tenant|sponsor|grant|employed|shares|"
    r"works? for|worked for|employees?|objected|objections?)\b"
)
_ABOUT = 700  # how far round a known supplier words tell what is spoken of


def is_known_supplier(reading: str, name: Name) -> bool:
    """Tell whether a known supplier stands in a paragraph about contracts and nothing private."""
    if name.kind != "supplier" or name.weak:
        return False
    start = max(reading.rfind("\n", 0, name.start) + 1, name.start - _ABOUT)
    stop = reading.find("\n", name.stop, name.stop + _ABOUT)
    words = lowered(reading)[start : name.stop + _ABOUT if stop < 0 else stop]
    return bool(_CUE.search(words)) and not _OWN_MATTER.search(words)
