"""Who decided: a body, a member or an officer (SCHEMA, maker_kind and the ruling on makers).

Commas do not separate: posts hold commas, colons, hyphens and brackets. Only where every piece of
a list is a whole body or post by itself are there several makers.

>>> kind_of("Director: Harbours, Coast and Rivers")
'officer'
>>> kind_of("Cabinet, Council"), kind_of("The City of Portleven Council")
('joint', 'council')
>>> kind_of("Cabinet Committee on Waste"), kind_of("Executive Board"), kind_of("Sundries")
('committee', 'executive', None)
"""

import re

# What a list of makers is split at, before every piece is asked whether it stands alone.
_SEPARATORS = re.compile(r"(?<!\s)\s++(?:[,;/&]\s*+|(?:and|a'r|ac)\s++)|[,;/&]\s*+", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]{0,120}\)")
# "Cabinet Decision Day", "Leader Decisions", "Cabinet Member Decision Session": a meeting's name.
_DECISIONS = re.compile(
    r" ?-? ?\bdecisions?(?: (?:day|meetings?|sessions?|making))?$", re.IGNORECASE
)
# Words that only date or qualify the full council.
_COUNCIL = re.compile(
    r"""(?<![\w'’.&-]) (?:the\s++)?
    (?: (?:full|annual|extraordinary|special|budget|ordinary)\s++(?:meeting\s++of\s++(?:the\s++)?)?
    )?
    (?: [\w'’.&-]++\s++ ){0,7}? council (?:\s++meeting)? | (?:y\s++)?cyngor(?:\s++(?:llawn|sir))?
    | cyngor \s++ (?:sir|dinas|bwrdeistref(?:\s++sirol)?) (?:\s++[\w'’-]++){1,4}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_COUNCIL = re.compile(
    r"\b(?:leader|member|officer|director|joint|youth|parish|town|of)\b", re.IGNORECASE
)
# "The City of Portleven Council", "London Borough of Selby Council".
_PLACE_OF = re.compile(
    r"(?:the\s)?(?:(?:royal|london|metropolitan)\sborough|city|borough|county|vale|isles?)\sof\s",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"""\b(?:
        (?: cabinet | executive | lead | portfolio | board ) \s+ (?: member | councillor ) s?
      | portfolio[\s-]*holders? | portfolio$ | (?:deputy\s+|joint\s+)?leaders? \b (?! \s+ship )
      | councillors? | cllrs? | deputy \s+ mayors?
      | (?:vice[\s-]*)?chair(?:man|woman|person)? \s+ of
      | executive \s+ lead | cabinet \s+ (?:lead|portfolio)
      | (?:single|individual) \s+ (?:cabinet\s+)?member
      | aelod(?:au)? (?: \s+ (?:o'r|y) )? \s+ (?: cabinet | gabinet ) | arweinydd
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFICER = re.compile(
    r"""\b(?:
        directors? | heads? \s+ of | chief \s+ (?! whip ) [\w-]+ | officers?
      | managers? | (?:town|county|city)? \s* clerk | (?:city|county|borough|council) \s+ solicitor
      | treasurer | secretary | (?:county|city|district) \s+ surveyor | service \s+ lead
      | (?:assistant|corporate) \s+ director | director-general | monitoring \s+ officer
      | delegated \s+ officers? | solicitor \s+ to
      | (?:service|team|practice|project|business|delivery|unit) \s+ leader
      | cyfarwyddwr | pennaeth | prif \s+ weithredwr
      | swyddog
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_COMMITTEE = re.compile(
    r"""\b(?:
        (?:sub[\s-]*)?committees? | (?:sub[\s-]*)?boards? | panels? | commission | forum | scrutiny
      | (?:harbour|improvement|port|pier|dock|drainage|river) \s+ (?:\w+\s+)? commissioners
      | working \s+ (?:group|party) | task \s+ (?:group|force) | task \s+ and \s+ finish
      | (?:sub[\s-]*)?group | pwyllgor | is-bwyllgor | bwrdd | paneli? | tribunal | partnership
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_EXECUTIVE = re.compile(
    r"""(?<![\w'’-]) (?: (?:the|y|yr)\s++ )? (?:
        (?: [\w'’-]++\s++ ){0,4}? (?: cabinet | executive ) (?: \s++ (?:board|cabinet|meeting) )?
      | mayor \s+ (?:and|in|&) \s+ cabinet | (?: city | council ) \s+ executive
      | bwrdd \s+ gweithredol | gabinet | weithrediaeth
      )""",
    re.VERBOSE | re.IGNORECASE,
)
_MAYOR = re.compile(
    r"(?:the\s+)?(?:(?:elected|executive|directly[\s-]elected|metro|city|regional)\s++){0,4}"
    r"mayor(?:\s+of\b.{0,60})?|y\s+maer",
    re.IGNORECASE,
)


def kind_of(maker: str | None) -> str | None:
    """Return the kind of a decision maker as printed, None where its words do not tell."""
    if not maker or len(maker) > 400:
        return None
    whole = _one(maker)
    pieces = [p for p in _SEPARATORS.split(_BRACKETED.sub(" ", maker)) if p.strip()]
    if len(pieces) < 2 or whole == "executive":
        return whole
    kinds = [_whole(p) for p in pieces]
    if None in kinds:
        return whole
    bodies = {p.casefold().strip() for p, k in zip(pieces, kinds, strict=True) if k in _BODIES}
    if len(set(kinds)) > 1 or len(bodies) > 1:
        return "joint"
    return kinds[0]


_BODIES = ("council", "executive", "committee")


def _one(words: str) -> str | None:
    """Return the kind of one maker by the first word that decides."""
    plain = " ".join(_BRACKETED.sub(" ", words).split()).strip(" .,;:")
    plain = _DECISIONS.sub("", plain) or plain
    if _EXECUTIVE.fullmatch(plain) and not _OFFICER.search(plain):
        return "executive"
    if _MAYOR.fullmatch(plain):
        return "mayor"
    people = [(m.start(), k) for k, m in _people(plain)]
    body = _COMMITTEE.search(plain)
    if body and not _leads(people, body.start(), plain):
        return "committee"
    if people:
        return min(people)[1]
    place = _PLACE_OF.match(plain)
    if _COUNCIL.fullmatch(plain) and not _NOT_COUNCIL.search(plain, place.end() if place else 0):
        return "council"
    # "Cabinet - Urgent Business": a body and the sort of its meeting.
    head, dash, _ = plain.partition(" - ")
    return _one(head) if dash else None


def _people(plain: str) -> list[tuple[str, re.Match[str]]]:
    found = (("member", _MEMBER.search(plain)), ("officer", _OFFICER.search(plain)))
    return [(kind, match) for kind, match in found if match]


def _leads(people: list[tuple[int, str]], body: int, plain: str) -> bool:
    """Tell whether a post governs the body's word: "Clerk to the Harbour Board"."""
    if not people:
        return False
    first = min(people)[0]
    # "Officer Appointments Committee", "Cabinet Member Advisory Panel": the body is the head.
    between = plain[first:body]
    return first < body and bool(re.search(r"\b(?:of|to|for|and)\b|[,:-]|–", between))


def _whole(piece: str) -> str | None:
    """Return the kind of a piece that can stand alone: "Cabinet", "Audit Committee", "Leader"."""
    plain = " ".join(piece.split())
    if re.fullmatch(r"(?:the\s+)?(?:deputy\s+)?leader", plain, re.IGNORECASE):
        return "member"
    kind = _one(plain)
    if kind == "committee":  # the noun must end it, with a name before: "Audit Committee"
        ends = re.search(r"(?:committee|board|panel|commission)$", plain, re.IGNORECASE)
        return kind if ends and " " in plain else None
    if kind in ("member", "officer"):
        alone = r"(?:chief executive|cabinet member for .+|portfolio holder for .+|leader of .+)"
        full = re.fullmatch(alone, plain, re.IGNORECASE) or re.fullmatch(
            r".{0,40}\bdirector (?:of|for) .+", plain, re.IGNORECASE
        )
        return kind if full else None
    return kind
