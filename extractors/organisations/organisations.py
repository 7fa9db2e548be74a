"""Organisations that a text names, and the part each plays: supplier, bidder, tenant, …

"The contract was awarded to Tamar Fencing Ltd." -> Tamar Fencing Ltd, supplier
"Tenders were received from Tamar Fencing Ltd and Esk Ltd." -> both bidder
"A lease of 4 High Street to Tamar Fencing Ltd" -> tenant

`org_names` finds the names, `org_roles` reads the words beside each, and this module joins what a
page says of one firm: pairs and lists share a role, a later bare mention takes the role that the
page has given, and every mention carries the fullest form of the name that the page prints.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.context import Context
from extractors.organisations.again import bare_uses
from extractors.organisations.cheapest import cheapest
from extractors.organisations.firms import same_firms, short_of_full
from extractors.organisations.fit import fit
from extractors.organisations.kept import confirmed, is_known_supplier, stays
from extractors.organisations.known import Name
from extractors.organisations.left import listed_award
from extractors.organisations.names import names, without_form
from extractors.organisations.next import told_next
from extractors.organisations.open import open_names
from extractors.organisations.payments import payee
from extractors.organisations.places import REACH, column_of, is_point, lead_line, with_cells
from extractors.organisations.roles import role_of
from extractors.organisations.shapes import is_own_word, place_names
from extractors.organisations.ties import NONE, Beside, Tie
from schemas.document import Section
from schemas.facts import Mention


@dataclass(frozen=True, slots=True)
class Part:
    """A name, its fullest form on the page, what kind of body it is, and its role."""

    name: Name
    fullest: str
    org_kind: str
    tie: Tie


# A sentence's end inside a line: not after "Ltd.", "Co.", "No.", a single initial or a number.
_SENTENCE_END = re.compile(
    r"[.?!](?<![ .(][A-Z]\.)(?<!\bLtd\.)(?<!\bCo\.)(?<!\bNo\.)(?<!\bSt\.)(?<!\bMr\.)"
    r"[\")]?\s{1,4}(?=[\"(]?[A-Z])"
)
# The end of the sentence before a name that opens its own; a list's number is none.
_OPENS = re.compile(r"[a-z%)]{3}[.?!][\")]?\s{1,4}\Z(?<!\bLtd\. )(?<!\bNo\. )(?<!\bMessrs\. )")
# What may stand between two names of one list.
_BETWEEN = re.compile(
    r"""(?:[ ]?\([^()\n]{1,60}\))?(?:'s?)?[ ]?
    (?:,|;|/|,?[ ]and|,?[ ]&|,?[ ]or|,?[ ]together[ ]with|,?[ ]t/a|,?[ ]trading[ ]as)?[ ]?
    (?:(?:the|both|for)[ ])?(?:\(?(?:[ivx]{1,4}|[a-h]|[0-9])\)[ ])?
    (?:Lot[ ][0-9A-Z]{1,3}[ ]?(?:to|–|-|:)?[ ]?)?""",
    re.VERBOSE,
)
_CHOSEN_ONE = re.compile(r" \((?:recommended|accepted|preferred|appointed|awarded|selected)\)")
_LOT = re.compile(r"[^.\n]{0,40}?\b[Ll]ots?[ ][^.;\n]{1,50}?\b(?:to|with)[ ](?:the[ ])?")
_AND_TO = re.compile(
    r"(?:[^.;\n]|\.(?=[0-9])){0,60}?,? and (?:(?:[0-9]{1,3}|one|two|three|four|five|six|seven"
    r"|eight|nine|ten) )?to (?:the |a consortium of )?"
    r"|, [0-9]{1,3} to (?:the )?"
)


def find(section: Section, context: Context) -> Iterator[Mention]:
    """Yield the organisations that a section names, with their roles.

    Takes a section and its context. Products, and names that only a contract verb would make a
    firm, are left out where none does. Contact lines hold no parties.
    """
    if section.kind in ("contact", "attendance", "votes"):
        return
    for part in parts(with_cells(context.text, context.reading, context.document.tables)):
        start, stop = part.name.start, part.name.stop
        if section.start <= start and stop <= section.stop:
            tie = _told_in(section.kind, part)
            if tie is None:
                continue
            yield context.make(
                Mention, start, stop, tie.rule,
                name=part.fullest, org_kind=part.org_kind, role=tie.role,
            )  # fmt: skip


def _told_in(kind: str, part: Part) -> Tie | None:
    """Return what a kind of section tells of a part; None where the name is none of its facts.

    Nothing is bought in declarations of interests, nor where options are listed that were not
    taken; the head of a page names report authors and their employers, so only a strong tie counts.
    """
    tie = part.tie
    if kind == "header":
        return tie if tie.role == "supplier" and tie.strong else None
    offered = kind == "alternatives" and tie.rule in _ONLY_OFFERED
    if kind != "interests" and not offered:
        return tie
    return None if part.name.how == "verb" else NONE


_ONLY_OFFERED = frozenset(
    f"organisations.{rule}"
    for rule in ("awarded_to", "bought_from", "appointed", "to_provide", "paid")
)


@lru_cache(maxsize=4)
def parts(reading: str) -> tuple[Part, ...]:
    """Return the organisations of a whole text in reading order, with their roles."""
    closed = names(reading)
    found = sorted({*closed, *open_names(reading, closed)})
    ties = _ties(reading, found)
    short = short_of_full(reading, found)
    keep = [(n, t) for n, t in zip(found, ties, strict=True) if n in short or stays(reading, n, t)]
    firms = same_firms(reading, [n for n, _ in keep])
    made = [_part(n, firms[n], t) for n, t in keep]
    told = [p for p in _spread(reading, made) if _is_told(p)]
    other = [n for n, t in zip(found, ties, strict=True) if t.strong and t.role != "supplier"]
    return tuple(sorted([*told, *_again(reading, told, other)], key=lambda p: p.name.start))


# -- roles --------------------------------------------------------------------------------------


def _ties(reading: str, found: list[Name]) -> list[Tie]:
    sides = [_beside(reading, n) for n in found]
    ties = [fit(n, b, role_of(b)) for n, b in zip(found, sides, strict=True)]
    ties = [_from_lead(reading, n, b, t) for n, b, t in zip(found, sides, ties, strict=True)]
    ties = [confirmed(reading, n, t) for n, t in zip(found, ties, strict=True)]
    for i in range(1, len(found)):
        if ties[i] is NONE and _listed(reading, found[i - 1], found[i]) and not _goes_on(sides[i]):
            ties[i] = fit(found[i], sides[i], ties[i - 1])
    for i in range(len(found) - 2, -1, -1):
        after = ties[i + 1].rule.startswith(_TOLD_AFTER)
        if after and ties[i] is NONE and _listed(reading, found[i], found[i + 1]):
            ties[i] = fit(found[i], sides[i], ties[i + 1])
    starts = [*(n.start for n in found[1:]), len(reading)]
    for i, (name, behind) in enumerate(zip(found, starts, strict=False)):
        if ties[i] is NONE and name.kind in _FIRMS:
            ties[i] = told_next(reading, name, behind)
        if ties[i] is NONE:
            ties[i] = payee(reading, name)
    for i, tie in cheapest(reading, found, ties):
        ties[i] = tie
    return ties


_FIRMS = ("firm", "trade", "open", "supplier", "charity")


# A clause of its own: "awarded to Esk Ltd; Lune plc had bid £9,000".
_OWN_CLAUSE = re.compile(r"(?: \([^()\n]{1,60}\))?,? (?:had|has|have|was|were|is|are) ")


def _goes_on(beside: Beside) -> bool:
    """Tell whether a name after a semicolon opens a clause of its own."""
    return beside.left.endswith("; ") and _OWN_CLAUSE.match(beside.right) is not None


_TOLD_AFTER = (
    "organisations.after_", "organisations.active", "organisations.won", "organisations.engaged",
)  # fmt: skip


def _beside(reading: str, name: Name) -> Beside:
    """Return the words of the name's sentence on both sides of it."""
    line = reading.rfind("\n", 0, name.start) + 1
    left = reading[max(line, name.start - REACH) : name.start]
    left = left[max(left.rfind("|"), left.rfind("\t")) + 1 :]
    if name.start - line < _WRAPPED:
        left = _unwrapped(reading, line) + left
    if left.endswith(" The "):
        left = f"{left[:-5]} the "
    ends = list(_SENTENCE_END.finditer(left))
    if ends:
        left = left[ends[-1].end() :]
    if _OPENS.search(left):
        left = ". "  # the name opens its sentence: what was said before is not about it
    right = reading[name.stop : name.stop + 160].split("\n", 1)[0]
    right = right.split("|", 1)[0].split("\t", 1)[0]
    end = _SENTENCE_END.search(right)
    right = right[: end.start()] if end else right
    hired = name.kind == "body" and "NHS" in name.name and _is_hired(reading, line, name.start)
    return Beside(left, right, name.kind, hired)


_WRAPPED = 60  # further into its line a name has its words beside it
# A line that a copy's width cut: long, and its last word unfinished business.
_CUT_LINE = re.compile(r"(?<![^\n])[^\n|\t]{45,110}[a-z,][ ]?\n\Z")
_NEW_POINT = re.compile(
    r"[ ]{0,8}(?:[·•*o–-][ ]|\(?[0-9a-zA-Z]{1,3}[.)][ ]|[A-Z][a-z]+(?: [a-z]+)?:)"
)


def _unwrapped(reading: str, line: int) -> str:
    """Return the line above one that goes on in it: "… rebuild to⏎Esk Works for £5"."""
    above = _CUT_LINE.search(reading, max(0, line - 120), line)
    if not above or _NEW_POINT.match(reading, line):
        return ""
    return above.group()[:-1].rstrip() + " "


# The council buys the service: "the Council commissions health visiting. It is provided by …".
_HIRED = re.compile(
    r"\b(?:[Cc]ommission(?:s|ed|ing)?\b(?! by (?:the )?(?:NHS|ICB|CCG|Integrated|Clinical))"
    r"|[Cc]ontract(?:s|ed)?\b|[Pp]rocure(?:s|d|ment)?\b)"
)


def _is_hired(reading: str, line: int, start: int) -> bool:
    """Tell whether the paragraph before a health trust's name says that its service is bought."""
    return _HIRED.search(reading, max(line, start - 400), start) is not None


def _from_lead(reading: str, name: Name, beside: Beside, tie: Tie) -> Tie:
    """Read a cell by its column, and a list point by the line that opens its list."""
    if tie is not NONE and tie.strong:
        return tie
    if name.kind == "open" and beside.right.startswith(": "):
        return tie  # "South-east: Esk Ltd": what Esk Ltd has a share of
    column = column_of(reading, name.start)
    place = name.kind == "open" and beside.right.startswith((" and ", " – ", " - "))
    if column and not (place and column.rule == "organisations.label"):
        return fit(name, beside, column)
    bare = is_point(beside.left, bare=True)
    if tie is not NONE or not (bare or is_point(beside.left, bare=False)):
        return tie
    lead = lead_line(reading, name.start)
    if not lead:
        return tie
    if award := listed_award(lead, beside):
        return fit(name, beside, award)
    whole = Beside(lead, "", name.kind) if bare else replace(beside, left=f"{lead} {beside.left}")
    return fit(name, whole, role_of(whole))


def _listed(reading: str, one: Name, two: Name) -> bool:
    """Tell whether two names stand in one list: "X, Y and Z", "Lot 1 to X and Lot 2 to Y"."""
    gap = reading[one.stop : two.start]
    if len(gap) > 90 or "\n" in gap or not gap.strip(" "):
        return False
    if "ed)" in gap and _CHOSEN_ONE.match(gap):
        return False
    if gap == " with ":
        return reading.endswith("consortium of ", 0, one.start)
    return bool(_BETWEEN.fullmatch(gap) or _LOT.fullmatch(gap) or _AND_TO.fullmatch(gap))


def _again(reading: str, told: list[Part], other: list[Name]) -> Iterator[Part]:
    """Yield where a page names a supplier again that only a contract word had shown to be a firm.

    `other` are the candidates that play another part: they are told of by that, or not at all.
    """
    shown = {_bare(reading, p.name): p for p in told if p.tie.strong}
    shown.pop("", None)
    taken = sorted([(p.name.start, p.name.stop) for p in told] + [(n.start, n.stop) for n in other])
    for words, part in shown.items():
        if part.tie.role != "supplier":
            continue
        for start, stop in bare_uses(reading, words):
            i = bisect_right(taken, (stop, 0))
            if all(b <= start or stop <= a for a, b in taken[max(0, i - 2) : i + 1]):
                name = replace(part.name, start=start, stop=stop)
                yield replace(part, name=name, tie=Tie("supplier", False, "organisations.page"))


def _bare(reading: str, name: Name) -> str:
    """Return the words by which a page may name a firm again; none where other rules find them.

    "Brightpath" of an open name, "Tollwatch" of "Tollwatch Ltd", "NSL" of "NSL Ltd".
    """
    if name.how == "verb":
        return name.name
    if name.how not in ("suffix", "brand") or name.kind == "body":
        return ""
    head = without_form(reading[name.start : name.stop])
    single = " " not in head and is_own_word(head) and head.casefold() not in place_names()
    return head if single and (len(head) > 3 or head.isupper()) else ""


def _is_told(part: Part) -> bool:
    """Leave out names of charities and groups that play no part."""
    return part.name.kind != "charity" or part.tie.role != "other" or part.org_kind == "supplier"


# -- one firm, one name ---------------------------------------------------------------------------


def _part(name: Name, fullest: str, tie: Tie) -> Part:
    return Part(name, fullest, "public_body" if name.kind == "body" else "other", tie)


# -- what the page says elsewhere ---------------------------------------------------------------


def _spread(reading: str, made: list[Part]) -> Iterator[Part]:
    """Give a bare mention the role that the page gives the firm elsewhere."""
    told: dict[str, Tie] = {}
    made = _accepted(reading, made)
    lost = {p.fullest for p in made if p.tie.role == "bidder" and p.tie.strong}
    for p in made:
        if p.tie.role == "supplier":
            told[p.fullest] = p.tie
        elif p.tie.strong and p.tie.role in ("applicant", "tenant"):
            told.setdefault(p.fullest, p.tie)
    for p in made:
        tie = p.tie
        if tie.role in ("other", "partner") and not tie.strong and p.name.kind != "body":
            said = told.get(p.fullest)
            if said:
                tie = Tie(said.role, False, "organisations.page")
            elif p.fullest not in lost and is_known_supplier(reading, p.name):
                tie = Tie("supplier", False, "organisations.known")
        supplies = tie.role == "supplier" or told.get(p.fullest, NONE).role == "supplier"
        kind = "supplier" if supplies and p.org_kind == "other" else p.org_kind
        yield replace(p, tie=tie, org_kind=kind)


# A tender that is accepted without its firm's name: "That the Committee accept the tender".
_ACCEPTS = re.compile(
    r"\baccept(?:s|ed|ing|ance of)? the (?:lowest |above |best )?(?:tender|quotation|bid)\b"
    r"(?! (?:of|from|by|submitted|sub-?mitted|received)\b)"
)
_TENDERED = frozenset(f"organisations.tender_{word}" for word in ("of", "by", "from"))


def _accepted(reading: str, made: list[Part]) -> list[Part]:
    """Make the one firm whose tender a page names a supplier, where the page accepts it."""
    bidders = {p.fullest for p in made if p.tie.role == "bidder" and p.tie.rule in _TENDERED}
    if len(bidders) != 1 or not _ACCEPTS.search(reading):
        return made
    tie = Tie("supplier", True, "organisations.accepted")
    return [
        replace(p, tie=tie) if p.fullest in bidders and p.tie.rule in _TENDERED else p for p in made
    ]
