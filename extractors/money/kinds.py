"""What a sum of money is: saving, budget, cost, contract … by the words that govern it.

The nearest governing noun or verb of the sentence wins (data/money_cues.csv). Three frames stand
above soft words such as "cost": a sum in a sentence that awards, extends or enters into a
contract is a contract; expenditure that is approved is a budget; a limit in the definition of a
key decision is a threshold. Where the sentence is silent, the line that leads the list and the
heading speak.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.clues import Clue
from extractors.cues import Hit, Sentence, Tree, Words, lexicon

_SILENT = 30.0  # a cue that costs more does not govern; 10 more for one that is sure
_DEAL = frozenset(
    "contract contracts contractor order orders tender tenders agreement framework quotation "
    "call-off".split()
)
# Words before a contract word that make another thing of it: "in order", "a funding agreement",
# "the policy framework", "traffic orders".
_OTHER_DEALS = {
    "order": frozenset(
        "in standing traffic regulation preservation protection compulsory court closure spaces "
        "the liability possession supervision local development the good exclusion parking "
        "prohibition that this an experimental enforcement making confirmation".split()
    ),
    "agreement": frozenset(
        "funding loan lease grant legal planning in unanimous by tenancy settlement 106 s106 s.106 "
        "obligation undertaking shareholder shareholders collaboration national general reached "
        "broad deal subject pay devolution partnership land sale option development heads "
        "facility overage".split()
    ),
    "framework": frozenset(
        "policy planning budget budgetary performance strategic legal governance financial "
        "policies assurance assessment regulatory the outcomes development risk management "
        "monitoring strategy inspection ofsted".split()
    ),
}
_OTHER_DEALS["orders"] = _OTHER_DEALS["order"] - {"the", "this", "that"}
_NEAR_DEAL = (60, 18)  # words behind and before a contract word where a sum is of its deal
_CLOSE = frozenset(
    "award awarded awarding awards enter entered entering extend extended extension extending vary "
    "varied variation appoint appointed appointment let accept accepted accepting tendered renew "
    "renewed renewal procure procured direct novate novation sign signed retender "
    "concluded conclude placed "
    "provider supplier contractor suppliers contractors paid payable worth value valued".split()
)
# "to award the remaining routes"
_PARTS = frozenset("routes route lots lot packages".split())
_AWARD = frozenset("awarded award appoint appointed appointment procure procured".split())
# "Peel Ltd was paid £5": with a supplier, money of a contract.
_PASSIVE = frozenset("was were is are been be being".split())
_DIRECT = frozenset(("direct", "award"))
_PERMIT = frozenset(
    "approve approved approval authorise authorised approves authorises authority".split()
)
_CHARGING = frozenset("charges charged charge".split())
# "be charged to the repairs account".
_BOOKS = frozenset("account accounts budget budgets reserve fund hra balances".split())
_PAYING = frozenset("pay pays paid paying".split())
# What these pay the council is a charge.
_PAYERS = frozenset(
    "family parent resident driver motorist visitor user hirer householder passenger adult child "
    "pupil student swimmer trader rider mourner patient customer learner owner patients learners "
    "families parents residents drivers motorists customers visitors users hirers households "
    "householders passengers offender offenders owners riders motorcyclists lorries cars "
    "adults children applicants pupils students swimmers traders riders "
    "you your carers clubs mourners families leaseholders stallholders".split()
)
# What these pay the council is income.
_TENANTS = frozenset(
    "tenant tenants lessee lessees concessionaire licensee franchisee operator developer "
    "developers purchaser buyer bidder landlord stallholder trader advertiser sponsor".split()
)
# "the cost of procurement" is no price of a contract.
_ROUND_IT = frozenset(
    "procurement procuring tendering retendering re-tendering bringing setting running".split()
)
# Charges that came in are income.
_TAKEN = frozenset("taken collected received".split())
# A price in a sentence with one of these is a tender's.
_BIDDING = frozenset("bidder bidder's bidders bids tenderer tenderer's tenderers tendered".split())
_LEASES = frozenset("lease leases let tenant tenants peppercorn freehold leasehold".split())
_SELLERS = frozenset("firm company supplier provider operator contractor agency".split())
_LENDERS = frozenset("bank lender auditor auditors valuer solicitors agents landlord".split())
# Contributions in a sentence with one of these are a developer's.
_OBLIGED = frozenset("s106 s.106 106 cil developer developers developer's applicant".split())
_SPENDING = frozenset("expenditure spend spending".split())
# Words that make a sentence the definition of a key decision, whatever its nouns.
_KEY = re.compile(
    r"\bkey decision|\b(?:expenditure|spend(?:ing)?|savings?|income)[, ]{1,2}(?:or|and|/) ?"
    r"(?:the making of |makes? |making )?"
    r"(?:savings?|income|expenditure|spend(?:ing)?)\b"
    r"|\bReason Key\b|\bsignificant (?:financial|expenditure)",
    re.IGNORECASE,
)
_KEY_WORDS = ("key", "significant", "expenditure", "income", "saving")
_SOFT = ("cost", "other", "budget", "grant", "fee", "income")
_DEAL_COST = 3.0
_FIRM_COST = 4.5
_HELD = 6.0  # a reserve so near is what the verb puts in or takes from
_BOUNDS = ("over", "at_least", "under", "up_to")
# "the receipts, put at £5, will": between the comma behind a noun and the sum that says its size.
_PUT = frozenset(
    "put reckoned estimated assessed now currently presently some about around nearly almost just "
    "which that is was are were be being will would amount amounts amounted amounting come comes "
    "came coming total totals totalled totalling stand stands stood standing to at in of worth "
    "together only over forecast expected thought said to".split()
)
# "a loan of up to £5", "arrears totalling £5": words between a noun and its size.
_OF = frozenset("of totalling totaling amounting worth : at".split())
_SIZE = _OF | frozenset(
    "up to about around approximately some nearly almost over just under a an the maximum minimum "
    "total sum estimated further at least more than less in excess region circa c £".split()
)
_PLAIN = 1.5  # a noun that says it by itself
_OWN = 1.2
_COMPOUND = 7  # words of a noun phrase behind a sum
_HEAD = -0.2
# Words that end a noun phrase, or open no such one.
_NO_PHRASE = frozenset(
    "of from to for as by through via with at on under into in a an the its their our this that "
    "these those and or per each every but which who while whilst if when where than more less "
    "over above below up down out off is are was were be been being has have had will would shall "
    "should could can may might must do does did not no so then also already now therefore if "
    "between against compared because after before until since during worth met funded "
    "paid spent saved made set found held kept taken due owed received included earned "
    "lost put given left raised drawn transferred allocated awarded available short "
    "going went gone go come came comes coming added still once whereas unless except apart plus "
    "including only all some any both half yet never again just costs cost".split()
)
_NOUN = 4.0  # a noun that costs more, where the comma stands, is none of that sum
_APPOSED = 0.4


def tree() -> Tree:
    """Return the vocabulary of money."""
    return lexicon("money_cues.csv")


def is_contract_sentence(said: Sequence[str], has_supplier: bool) -> bool:
    """Tell whether a sentence closes a deal: a contract word with an act, or with a supplier."""
    words = {word for word in said if word not in _DEAL} | _deals(said)
    if has_supplier and (words & _AWARD or ("paid" in words and _is_paid(said))):
        return True
    if words & _AWARD and words & _PARTS:
        return True
    closes = has_supplier or bool(words & _CLOSE)
    return (closes and bool(words & _DEAL)) or words >= _DIRECT


def _deals(said: Sequence[str]) -> set[str]:
    """Return the contract words of a sentence: not "in order", nor "a funding agreement"."""
    found = set()
    for at, word in enumerate(said):
        if word in _DEAL and word not in found:
            before = said[at - 1] if at else ""
            if before not in _OTHER_DEALS.get(word, ()):
                found.add(word)
    return found


def _is_paid(said: Sequence[str]) -> bool:
    return any(word in _PASSIVE and after == "paid" for word, after in pairwise(said))


def defines_key_decision(said: str) -> bool:
    """Tell whether the words define a key decision, so that their sums are limits.

    >>> defines_key_decision("expenditure or savings of £250,000 or more")
    True
    >>> defines_key_decision("savings and a new income stream")
    False
    """
    low = said.lower()
    return any(word in low for word in _KEY_WORDS) and bool(_KEY.search(said))


def clues(
    sentence: Sentence,
    span: tuple[int, int],
    qualifier: str | None,
    *,
    deal: bool,
    firms: Collection[int],
    firm: bool,
    key: bool,
) -> list[Clue]:
    """Return what the words of a sentence make of the sum at a span of it.

    `deal`: the sentence closes a contract. `firm`: it names a supplier; `firms`: the tokens that
    follow the names of known ones. `key`: it defines a key decision.
    """
    deal = deal and _is_near_deal(sentence, span)
    hits = [hit for hit in sentence.around(*span) if _speaks(hit)]
    best = min(hits, key=lambda hit: hit.cost, default=None)
    if key and qualifier in _BOUNDS and (best is None or best.cue.label != "threshold"):
        return [Clue("threshold", 0.0, *(sentence.span(best) if best else (None, None)))]
    held = any(hit.cue.label == "reserve" and hit.cost <= _HELD for hit in hits)
    found = []
    for hit in hits:
        label = _dealt(sentence, hit, firms) or _framed(sentence, hit, deal)
        # "£5 be set aside in the repairs reserve", "release £5 from balances"
        label = "reserve" if held and label == "budget" and hit.cue.part == "v" else label
        found.append(Clue(label, hit.cost, *sentence.span(hit)))
    if deal or firm:
        found.append(Clue("contract", _DEAL_COST if deal else _FIRM_COST))
    found += _apposed(sentence, span, deal)
    return [*found, *_headed(sentence, span), *_of(sentence, span, hits, deal)]


def _of(sentence: Sentence, span: tuple[int, int], hits: Sequence[Hit], deal: bool) -> list[Clue]:
    """Return what the noun says whose size the sum is, word on word: "a loan of up to £5"."""
    words, (first, last) = sentence.words, sentence.tokens(*span)
    if words[last : last + 1] == ["of"]:
        return []
    before = [hit for hit in hits if hit.last <= first and hit.cue.part == "n"]
    hit = min(before, key=lambda hit: hit.cost, default=None)
    between = words[hit.last : first] if hit else ()
    if not hit or not between or hit.cue.weight > _PLAIN or between[0] not in _OF:
        return []
    if not all(word in _SIZE for word in between):
        return []
    cost = _OWN + 0.5 * hit.cue.weight
    return [Clue(_framed(sentence, hit, deal), cost, *sentence.span(hit))]


def _headed(sentence: Sentence, span: tuple[int, int]) -> list[Clue]:
    """Return what the head of a noun phrase behind a sum says: "the £5 revenue budget overspend".

    The words between it and the sum are its modifiers, whatever they say by themselves.
    """
    words, (_, last) = sentence.words, sentence.tokens(*span)
    end = last
    while end < len(words) and end - last < _COMPOUND and _is_modifier(words[end]):
        end += 1
    if end - last < 2 or words[last - 1][-1] in ",." or words[end : end + 1] == ["of"]:
        return []
    heads = [
        hit
        for hit in sentence.hits
        if hit.last == end and hit.first >= last and hit.cue.part == "n" and hit.cue.weight <= 1.5
    ]
    return [Clue(hit.cue.label, _HEAD, *sentence.span(hit)) for hit in heads[-1:]]


def _is_modifier(word: str) -> bool:
    return word[0].isalpha() and word not in _NO_PHRASE


def _apposed(sentence: Sentence, span: tuple[int, int], deal: bool) -> list[Clue]:
    """Return what the noun says that a sum in commas, or in a relative clause, is the size of.

    "the receipts, put at £5, go to the fund"; "the mooring fees of the launch, which come to £5".
    """
    words, (first, last) = sentence.words, sentence.tokens(*span)
    at = first - 1
    while at > 0 and words[at] in _PUT:
        at -= 1
    closed = last >= len(words) or words[last] in ";)" or words[last - 1][-1] in ",."
    if at < 1 or words[at] != "," or words[at - 1][0] in "£€$" or not (closed or first - at > 2):
        return []
    comma = sentence.starts[at], sentence.stops[at]
    nouns = [
        hit
        for hit in sentence.around(*comma)
        if hit.last <= at and hit.cost <= _NOUN and (hit.cue.part == "n" or _is_head(words, hit))
    ]
    best = min(nouns, key=lambda hit: hit.cost, default=None)
    if best is None:
        return []
    return [Clue(_framed(sentence, best, deal), best.cost + _APPOSED, *sentence.span(best))]


def _is_head(words: Sequence[str], hit: Hit) -> bool:
    """Tell whether a cue is a noun that needs its "of": "fees of"."""
    return hit.cue.part == "b" and words[hit.last - 1] == "of"


def _is_near_deal(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a contract word stands near a sum, where the sentence has one at all."""
    places = [at for at, word in enumerate(sentence.words) if word in _DEAL]
    first, _ = sentence.tokens(*span)
    behind, ahead = _NEAR_DEAL
    return not places or any(-ahead <= first - at <= behind for at in places)


def _speaks(hit: Hit) -> bool:
    """Tell whether a cue is near enough to govern at all."""
    return hit.cost - 10 * (hit.cue.weight < 2) <= _SILENT


def _dealt(sentence: Sentence, hit: Hit, firms: Collection[int]) -> str | None:
    """Name what a known supplier charges, or pays: "Tagwell Ltd charges £5" is no public charge."""
    word, at = sentence.words[hit.first], hit.first
    if word not in _CHARGING and word not in _PAYING:
        return None
    if not any(name in firms for name in range(at - 2, at + 1)):
        return None
    between = sentence.words[max(name for name in range(at - 2, at + 1) if name in firms) : at]
    if _PASSIVE.intersection(between):
        return None
    return "contract" if word in _CHARGING else "income"


def _framed(sentence: Sentence, hit: Hit, deal: bool) -> str:
    """Let a frame speak where the governing word is soft."""
    label, word = hit.cue.label, sentence.words[hit.first]
    if label == "cost" and word in _PAYING and not deal:
        payers = sentence.words[max(0, hit.first - 7) : hit.first]
        if _PAYERS.intersection(payers):
            return "fee"
        return "income" if _TENANTS.intersection(payers) else label
    if deal and label == "cost" and _ROUND_IT.intersection(sentence.words[hit.last : hit.last + 4]):
        return label
    if word == "charged" and label == "fee" and sentence.words[hit.last : hit.last + 1] == ["to"]:
        to = sentence.words[hit.last : hit.last + 9]
        label = "cost" if _BOOKS.intersection(to) else label
    if label == "fee" and _TAKEN.intersection(sentence.words[hit.last : hit.last + 7]):
        return "income"
    if deal and word in ("fee", "fees"):
        return "contract"
    if label == "fee" and word in _CHARGING:
        label = _charged(sentence.words[max(0, hit.first - 3) : hit.first]) or label
    if word == "premium" and _LEASES.intersection(sentence.words):
        return "income"
    if word in ("price", "prices") and _BIDDING.intersection(sentence.words):
        return "contract"
    if word.startswith("contribution") and _OBLIGED.intersection(sentence.words):
        return "income"
    soft = hit.cue.weight >= 2 or hit.cost > 8 or label == "other"
    if deal and soft and (label in _SOFT or hit.cost > 8):
        return "contract"
    if label == "cost" and sentence.words[hit.first] in _SPENDING | {"capital", "revenue"}:
        said = sentence.words[max(0, hit.first - 12) : hit.last + 14]
        if hit.last - hit.first <= 2 and _PERMIT.intersection(said):
            return "budget"
    return label


def _charged(before: Sequence[str]) -> str | None:
    """Name what those charge that serve the council: "the bank would charge £5"."""
    if _SELLERS.intersection(before):
        return "contract"
    return "cost" if _LENDERS.intersection(before) else None


def of_lead(words: Words, nouns: bool = False) -> Clue | None:
    """Return the kind that the words of a leading line or head name by the last strong one.

    `nouns`: a head of a table, whose verbs tell of something else ("Close and buy in").
    """
    sentence = Sentence(words, tree())
    strong = [hit for hit in sentence.hits if hit.cue.label != "none" and hit.cue.weight <= 3]
    if nouns:
        strong = [hit for hit in strong if hit.cue.part == "n"]
    if not strong:
        return None
    hit = strong[-1]
    return Clue(_framed(sentence, hit, False), hit.cue.weight, *sentence.span(hit))
