"""The shapes of people's names.

A name is two to four capitalised words or initials, none of them a word of the council's own
vocabulary (data/not_names.txt); a title before it is not part of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractors import data
from extractors.organisations.known import Name
from extractors.organisations.shapes import not_names, place_names
from schemas.document import Span


@dataclass(frozen=True, slots=True)
class Given:
    """A person's name: where it stands, without and with its title."""

    start: int
    stop: int
    start_with_title: int
    run: int  # start of the run of capitals that it closes
    name: str
    titled: bool
    councillor: bool


_TITLES = (
    r"(?:County[ ]Councillor|Councillor|Cllr|CC|Alderman|Professor|Prof|Doctor|Reverend|Rev|Sir|"
    r"Dame|Lord|Lady|Baroness|Mrs|Miss|Mr|Ms|Mx|Dr)\b\.?"
)
_TITLE = re.compile(_TITLES)
_TITLED = re.compile(rf"(?:{_TITLES}[ ]){{1,3}}+")
# A capitalised word, an initial, or a particle before one.
_PART = (
    r"(?:St\.(?=[ ])|[A-ZÀ-Þ](?:\.|(?:[a-zß-ÿ]{0,2}'?[A-ZÀ-Þ])?[a-zß-ÿ]+"
    r"(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?![\w-])|(?![\w'-])))"
)
_LITTLE = r"(?:(?:de|van|von|der|la|le|ap|al|el|bin|ur|du)[ ]){0,2}+"
# The same after its first capital: the run opens with it, so that the engine can skip to one.
_REST_OF_PART = (
    r"(?:(?<=S)t\.(?=[ ])|\.|(?:[a-zß-ÿ]{0,2}'?[A-ZÀ-Þ])?[a-zß-ÿ]+"
    r"(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?![\w-])|(?![\w'-]))"
)
_RUN = re.compile(rf"[A-ZÀ-Þ](?<![\w'.-].){_REST_OF_PART}(?:[ ]{_LITTLE}{_PART}){{0,7}}+")
_WORD = re.compile(r"[^ ]+")
_PARTICLES = frozenset("de van von der la le ap al el bin ur du".split())


def names(reading: str, paragraph: Span, firms: list[Name]) -> Iterator[Given]:
    """Yield the people's names of a paragraph, in order.

    Takes the reading, the paragraph and the organisations named in it, which are no people.
    """
    starts = [f.start for f in firms]
    for run in _RUN.finditer(reading, paragraph.start, paragraph.stop):
        dotted = False
        if reading.find(" ", run.start(), run.end()) < 0:
            dotted = _DOTTED.search(reading, max(0, run.start() - 12), run.start()) is not None
            if not dotted:
                continue  # one word without a title is nobody
        given = _in_run(reading, run.start(), run.end(), dotted)
        if given and not _in_firm(given, firms, starts):
            whole = _unwrapped(reading, given, paragraph)
            if whole:
                yield whole


# A title whose full stop ends the run before the name: "Cllr. Lowe".
_DOTTED = re.compile(r"\b(?:Cllr|Mr|Mrs|Ms|Dr|Prof|Rev)\.[ ]\Z")
# The rest of a name that a hard wrap cut inside a bracket: "(Councillor Ann⏎Lowe)".
_REST = re.compile(r"\n[ ]{0,8}(?P<rest>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?)(?=\))")


def _unwrapped(reading: str, given: Given, paragraph: Span) -> Given | None:
    """Return a name with what the next line holds of it; None for a name that a wrap cut."""
    if given.stop != paragraph.stop or reading.rfind("(", paragraph.start, given.start) <= (
        reading.rfind(")", paragraph.start, given.start)
    ):
        return given
    rest = _REST.match(reading, given.stop)
    if not rest:
        return given if " " in given.name else None
    name = f"{given.name} {rest['rest']}"
    return replace(given, stop=rest.end(), name=name)


def _in_firm(given: Given, firms: list[Name], starts: list[int]) -> bool:
    i = bisect_right(starts, given.stop)
    near = firms[max(0, i - 2) : i]
    return any(f.start < given.stop and given.start < f.stop and not f.weak for f in near)


def _in_run(reading: str, start: int, stop: int, titled: bool = False) -> Given | None:
    """Return the name in a run of capitals: after a title, or after the last plain word."""
    words = [(m.start(), m.group()) for m in _WORD.finditer(reading, start, stop)]
    begin = 0
    for i, (_, word) in enumerate(words):
        if _is_title(word):
            begin, titled = i + 1, True
        elif _is_plain(word, i, begin, titled, len(words)):
            if _is_name(words[begin:i], titled):
                words = words[:i]
                break
            begin, titled = i + 1, False
    taken = words[begin:]
    if not taken or not _is_name(taken, titled):
        return None
    first, last = taken[0][0], taken[-1][0] + len(taken[-1][1])
    name = reading[first:last]
    if name.endswith("'s"):
        return None
    before = _TITLES_BEFORE.search(reading, max(0, first - 40), first)
    with_title = before.start() if before else first
    councillor = bool(before and _IS_COUNCILLOR.search(before.group()))
    return Given(first, last, with_title, start, _clean(name), before is not None, councillor)


def _is_plain(word: str, i: int, begin: int, titled: bool, count: int) -> bool:
    """Tell whether a word is one of papers or posts, and not part of a name where it stands."""
    if not _is_vocabulary(word):
        return False
    if i > begin or titled:
        return word.casefold() not in _surnames()
    return word not in _GIVEN or i + 1 == count


# Months and the like that open a name: "June Hart".
_GIVEN = frozenset("April May June Summer Autumn".split())


def _is_vocabulary(word: str) -> bool:
    folded = word.casefold().strip(".'")
    return not _is_initial(word) and (
        folded in not_names() or folded in single_posts() or folded in _FIELDS
    )


# What posts and papers are about, and no one's first or last name; firms may be called so.
_FIELDS = frozenset(
    "acting activity advocacy air allocations allotments analytics animal applications "
    "apprentice arboricultural archives area arts assurance benefit bereavement biodiversity "
    "brokerage built carbon careers caretaking casework catering cemetery ceremonial charges "
    "childcare civic civil cleaning cleanliness cleansing climate coastal cohesion collection "
    "commercial complaints conservation constitutional consumer continuous conveyancing "
    "countryside data debt delivery dementia diversity divisional draft drainage ecology "
    "elections electoral emergency enablement energy enforcement engagement equalities "
    "equality events examiner exchequer external facilities flood flooding food fraud full "
    "graduate grounds harbour heritage historic horticulture hygiene improvement inclusion "
    "inclusive income independent infrastructure innovation insight insurance intelligence "
    "internal investigations investigator investigators involvement junior laboratory "
    "leadership leasehold lettings lighting litigation locality management marketing "
    "materials mayoral media natural neighbourhood neighbourhoods network networks noise "
    "occupational operating operational operations outcome outcomes outline outturn ownership "
    "parking passenger permanent pest place play policing pollution precept private proposal "
    "proposals prosecutions quality rating reablement realm records recovery registration "
    "rents research resilience resourcing revenues rights sector senior sensory shaper spaces "
    "standards structural structures sustainability sustainable systems task technical "
    "temporary tenancy theatre therapy tourism trading traffic trainee transformation tree "
    "valuation vice visitor voluntary web weights welfare".split()
)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(data.lines("surnames.txt"))


@cache
def single_posts() -> frozenset[str]:
    """Return the posts of one word."""
    return frozenset(w for w in data.lines("posts.txt") if " " not in w)


def _is_title(word: str) -> bool:
    return _TITLE.fullmatch(word) is not None


_TITLES_BEFORE = re.compile(rf"(?:\b{_TITLES}[ ]){{1,3}}+\Z")
_IS_COUNCILLOR = re.compile(r"\b(?:Councillor|Cllr|CC|Alderman)\b")


def _is_name(taken: list[tuple[int, str]], titled: bool = False) -> bool:
    """Tell whether words are a name: two to four, the last no initial; one after a title."""
    words = [w for _, w in taken if w not in _PARTICLES]
    if not words or len(words) > 4 or _is_initial(words[-1]) or len(words[-1]) < 2:
        return False
    plain = [_is_vocabulary(w) and w.casefold() not in _surnames() for w in words]
    if any(plain[1:]) or (plain[0] and words[0] not in _GIVEN):
        return False
    if any(w.endswith(".") and not _is_initial(w) and w != "St." for w in words):
        return False
    if len(words) == 2 and not titled and _is_service(words):
        return False
    return len(words) > 1 or titled


def _is_service(words: list[str]) -> bool:
    """Tell whether a word and a council's place name a service: "Safer Leeds", "Visit Kent"."""
    return words[0].casefold() in _CALLS and words[1].casefold() in place_names()


# What a council's services and campaigns are called with.
_CALLS = frozenset(
    "safer active visit love invest clean discover destination creative connected connect better "
    "smart keep healthy greener welcome make healthwatch experience stronger".split()
)


def _is_initial(word: str) -> bool:
    return len(word) <= 2 and word[0].isupper() and word[1:] in ("", ".")


def _clean(name: str) -> str:
    return name.strip(" ,.'")


_LEAD = re.compile(r"[ ,(]{0,3}(?:and[ ]|&[ ]|–[ ]|-[ ])?(?:the[ ])?")


def name_follows(reading: str, at: int) -> bool:
    """Tell whether a person's name follows: after blanks, a comma, "and", a bracket."""
    lead = _LEAD.match(reading, at)
    begin = lead.end() if lead else at
    title = _TITLED.match(reading, begin)
    if title:
        return True
    run = _RUN.match(reading, begin)
    if not run:
        return False
    given = _in_run(reading, run.start(), run.end())
    return given is not None and given.start == begin
