"""The words of a contact line without its addresses: where a name stops and a post starts.

"Jo Marsh, Head of Parks", "Jo Marsh Parks Manager", "Jo Marsh or Al Reed", "Jo Marsh, Head of
Parks/Al Reed, Clerk": each name with the post beside it.
"""

import re

from extractors.organisations.shapes import forenames, not_names

# What a piece of words is cut at when several people stand in it.
BETWEEN = re.compile(r"(?<!\s)\s++(?:(?:or|and|&)\s++|[,;/]\s*+)|[,;/]\s*+", re.IGNORECASE)
TITLE = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev|sir|dame|cllr|councillor|county councillor)\b"
    r"\.?\s+)+",
    re.IGNORECASE,
)
# One to three given names or initials, then a surname of one or two parts.
NAME = re.compile(
    r"""(?: [A-ZÀ-Þ] (?: [\w'’-]{1,24} | \.? ) [ ] ){1,3}
        (?: (?:de|van|von|der|la|le|ap|ab|mac|st\.?|o')[ ]? ){0,2} [A-ZÀ-Þ][\w'’-]{1,30}""",
    re.VERBOSE,
)
# Words of posts, teams and services: no one's name.
POST = re.compile(
    r"""\b(?: director s? | heads? | officers? | managers? | services? | teams? | clerks? | leads?
      | chief | executive | assistant | deputy | senior | principal | corporate | strategic
      | democratic | democracy | governance | committees? | support | secretary | secretariat
      | solicitor | treasurer | engineer | planner | planning | surveyor | consultant | adviser
      | advisor | co-?ordinator | administrator | analyst | accountant | auditor | partner
      | council | county | borough | city | department | directorate | office | unit | helpdesk
      | enquiries | legal | finance | financial | resources | strategy | policy | scrutiny
      | monitoring | section | specialist | practitioner | commissioner | commissioning | member
      | portfolio | holder | leader | cabinet | environment | highways | transport | housing
      | education | children'?s? | adults? | place | people | customer | digital | business
      | community | communities | public | health | property | estates | regeneration | programme
      | gwasanaethau? | democrataidd | swyddogion? | swyddog | pennaeth | rheolwr | cyfarwyddwr
      | cymorth | pwyllgor(?:au)? | cyngor | t[iî]m | cyfreithiol | llywodraethu | cyfarfodydd
      | commander | superintendent | inspector | constable
      | project | information | human | electoral | elections | members? | civic | localities
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
EDGES = " \t\n,;:.-–—/&|()"


def trim(reading: str, start: int, stop: int) -> tuple[int, int]:
    """Return a span without the blanks and signs at its ends."""
    while start < stop and reading[start] in EDGES:
        start += 1
    while stop > start and reading[stop - 1] in EDGES:
        stop -= 1
    return start, stop


def several(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the spans of several plain names ("A or B", "A, B"), none where a part is a post."""
    spans = []
    at = start
    cuts = [cut.span() for cut in BETWEEN.finditer(reading, start, stop)]
    for cut in [*cuts, (stop, stop)]:
        spans.append(trim(reading, at, cut[0]))
        at = cut[1]
    spans = [s for s in spans if s[0] < s[1]]
    return spans if len(spans) > 1 and all(is_name(reading, *s) for s in spans) else []


def is_name(reading: str, start: int, stop: int) -> bool:
    """Tell whether words are one person's name, with or without a title."""
    words = reading[slice(*untitled(reading, start, stop))]
    return bool(NAME.fullmatch(words)) and not POST.search(words)


# What follows a name and is none of it: "Jo Marsh OBE", "Jo Marsh BSc".
_HONOURS = re.compile(
    r"(?:,?[ ](?:OBE|MBE|CBE|BEM|DL|JP|QPM|FRSA|BA|BSc|MA|MSc|PhD|MRTPI|MRICS|CPFA)){1,3}+\Z"
)


def untitled(reading: str, start: int, stop: int) -> tuple[int, int]:
    """Return the span of a name without its title and honours."""
    found = TITLE.match(reading, start, stop)
    if found and found.end() < stop:
        start = found.end()
    honours = _HONOURS.search(reading, max(start, stop - 40), stop)
    return start, honours.start() if honours and honours.start() > start else stop


# Little words that a number or an address leaves behind: "Jo Marsh on", "or email".
_JOINERS = re.compile(
    r"(?:(?:^|[ ,;-]{1,3})(?:or|and|on|at|via|by|please|contact|e-?mail|call|direct dial|dial"
    r"|fax)){1,5}+\Z"
)
_LEADS = re.compile(r"(?:(?:or|and|on|at|via|by|please|contact)[ ,:;-]{1,3}+){1,3}+")


def unjoined(reading: str, start: int, stop: int) -> tuple[int, int]:
    """Return the span of some words without the little words that led to a number."""
    if leads := _LEADS.match(reading, start, stop):
        start = leads.end()
    joiners = _JOINERS.search(reading[start:stop])
    return trim(reading, start, start + joiners.start() if joiners else stop)


def _is_called(reading: str, start: int, stop: int) -> bool:
    """Tell whether a name opens with a known given name or a title."""
    begin, _ = untitled(reading, start, stop)
    return begin > start or reading[begin:stop].split(" ")[0].casefold() in forenames()


# Where the next person may stand, and what follows a name that has a post.
_NEXT = re.compile(r"(?<=[\w)])(?:[ ]?[/;][ ]?(?:and[ ]|or[ ])?|,?[ ](?:and|or|&)[ ])(?=[A-ZÀ-Þ])")
_POST_FOLLOWS = re.compile(r",[ ]|[ ]\(|[ ][-–][ ]")


def apart(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the spans of several people with a post each; the whole span where there is one.

    Both sides have to open with a name that a post follows: "Jo Marsh, Clerk/Al Reed, Clerk".
    """
    spans = []
    for cut in _NEXT.finditer(reading, start, stop):
        if _opens_person(reading, start, cut.start()) and _opens_person(reading, cut.end(), stop):
            spans.append((start, cut.start()))
            start = cut.end()
    return [*spans, (start, stop)]


def _opens_person(reading: str, start: int, stop: int) -> bool:
    post = _POST_FOLLOWS.search(reading, start, stop)
    return bool(
        post
        and is_name(reading, start, post.start())
        and _is_called(reading, start, post.start())
        and POST.search(reading, post.end(), stop)
    )


def before_post(reading: str, start: int, stop: int) -> tuple[list[tuple[int, int]], int]:
    """Return the names that a post follows without any sign, and where the post starts.

    "Jo Marsh Parks Manager", "Jo Marsh / Al Reed Committee Officers"; no names where there is none.
    """
    post = POST.search(reading, start, stop)
    at = post.start() if post else start
    head = trim(reading, start, at)
    gap = reading[head[1] : at]
    if at == start or head[0] >= head[1] or gap.strip(" "):
        return [], start
    names = several(reading, *head) or ([head] if is_name(reading, *head) else [])
    called = all(_is_called(reading, *n) or _stands_off(reading, *n, gap) for n in names)
    return ([untitled(reading, *n) for n in names], at) if called else ([], start)


def _stands_off(reading: str, start: int, stop: int, gap: str) -> bool:
    """Tell whether blanks part a name from its post: "Tristram Quill  Clerk"."""
    words = reading[start:stop].casefold().split()
    return len(gap) > 1 and not not_names().intersection(words)


# An extension or a number without its code behind a post: "Democratic Services - 636923".
_NUMBER = re.compile(r"(?<=[a-z)])[ ]?[-–:,]?[ ]?[0-9]{3,8}\Z")


def post_of(reading: str, start: int, stop: int) -> tuple[int, int]:
    """Return the span of a post without edges, its brackets whole.

    A bracket that opened before it holds the post itself, or a party: "(Green) Leader".
    """
    start, stop = trim(reading, start, stop)
    if number := _NUMBER.search(reading, max(start, stop - 12), stop):  # no phone: too short
        stop = number.start()
    words = reading[start:stop]
    close = words.find(")")
    if close >= 0 and not 0 <= words.find("(") < close:
        inner = (start, start + close)
        own = inner if POST.search(reading, *inner) else (inner[1] + 1, stop)
        return trim(reading, *own)
    if words.count("(") > words.count(")") and reading[stop : stop + 1] == ")":
        stop += 1
    return start, stop
