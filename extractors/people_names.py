"""The shapes of people's names and of posts.

A name is two to four capitalised words or initials, none of them a word of the council's own
vocabulary (data/not_names.txt); a title before it is not part of it. A post is a run of capitals
with a post's word in it (data/posts.txt).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractors import data
from extractors.org_known import Name
from extractors.org_open import not_names
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


@dataclass(frozen=True, slots=True)
class Post:
    """A post: where it stands and its words with blanks folded."""

    start: int
    stop: int
    words: str

    @property
    def is_councillors(self) -> bool:
        """Tell whether only a councillor holds such a post."""
        return bool(_COUNCILLORS.match(self.words))


_COUNCILLORS = re.compile(
    r"(?:(?:The )?(?:Deputy |Assistant )?(?:Cabinet|Executive|Lead|Portfolio) "
    r"(?:Member|Councillor|Holder|Advis[eo]r)"
    r"|[\w, &-]{0,60}Portfolio Holder|(?:Deputy )?Leader\b|(?:Deputy )?Mayor\b"
    r"|(?:cabinet|executive) member|portfolio holder|leader)"
)
_TITLES = (
    r"(?:County[ ]Councillor|Councillor|Cllr|CC|Alderman|Professor|Prof|Doctor|Reverend|Rev|Sir|"
    r"Dame|Lord|Lady|Baroness|Mrs|Miss|Mr|Ms|Mx|Dr)\b\.?"
)
_TITLED = re.compile(rf"(?:{_TITLES}[ ]){{1,3}}+")
# A capitalised word, an initial, or a particle before one.
_PART = (
    r"(?:St\.(?=[ ])|[A-ZÀ-Þ](?:\.|(?:[a-zß-ÿ]{0,2}'?[A-ZÀ-Þ])?[a-zß-ÿ]+"
    r"(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?![\w-])|(?![\w'-])))"
)
_LITTLE = r"(?:(?:de|van|von|der|la|le|ap|al|el|bin|ur|du)[ ]){0,2}+"
_RUN = re.compile(rf"(?<![\w'.-]){_PART}(?:[ ]{_LITTLE}{_PART}){{0,7}}+")
_WORD = re.compile(r"[^ ]+")
_PARTICLES = frozenset("de van von der la le ap al el bin ur du".split())


def names(reading: str, paragraph: Span, firms: list[Name]) -> Iterator[Given]:
    """Yield the people's names of a paragraph, in order.

    Takes the reading, the paragraph and the organisations named in it, which are no people.
    """
    starts = [f.start for f in firms]
    for run in _RUN.finditer(reading, paragraph.start, paragraph.stop):
        given = _in_run(reading, run.start(), run.end())
        if given and not _in_firm(given, firms, starts):
            whole = _unwrapped(reading, given, paragraph)
            if whole:
                yield whole


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


def _in_run(reading: str, start: int, stop: int) -> Given | None:
    """Return the name in a run of capitals: after a title, or after the last plain word."""
    words = [(m.start(), m.group()) for m in _WORD.finditer(reading, start, stop)]
    begin, titled = 0, False
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
    return not _is_initial(word) and (folded in not_names() or folded in _single_posts())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(data.lines("surnames.txt"))


@cache
def _single_posts() -> frozenset[str]:
    return frozenset(w for w in data.lines("posts.txt") if " " not in w)


def _is_title(word: str) -> bool:
    return re.fullmatch(_TITLES, word) is not None


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
    return len(words) > 1 or titled


def _is_initial(word: str) -> bool:
    return len(word) <= 2 and word[0].isupper() and word[1:] in ("", ".")


def _clean(name: str) -> str:
    return name.strip(" ,.'")


# -- posts --------------------------------------------------------------------------------------

# Where a post without a name may start: "the Head …", a line's start, "report of Director …".
THE = re.compile(
    r"\b[Tt]he[ ](?=[A-Z])|(?:^|(?<=\n)|(?<=\. )|(?<=\|[ ]))(?=[A-Z][a-z]+[ ][A-Za-z]+)"
    r"|\b[Rr]eports?[ ](?:of|by|from)[ ](?=[A-Z])"
)
_LINK = r"(?:of|for|and|&|the|to|in|with|responsible|-|–|/)"
_POST_WORD = r"[A-Z][\w'&/.-]*"
# Capitals with little words between, commas only before a list that "and" closes.
_BETWEEN = rf"(?:,?[ ](?:{_LINK}[ ]){{0,3}}|[ ]?[–-][ ]?|:[ ]|[ ]?/[ ]?)"
_POST = re.compile(rf"{_POST_WORD}(?:{_BETWEEN}{_POST_WORD}){{0,11}}")
_IN_BRACKETS = re.compile(r"[ ]?\((?P<post>[^()\n]{3,100})\)")
_AFTER_COMMA = re.compile(
    r",[ ](?:(?:the|our|its|interim|acting)[ ](?:Council's[ ]|County[ ]Council's[ ])?)?"
    r"|[ ][–-][ ]|[ ](?:the[ ])(?=[A-Z])"
)
# A single word that is a post where a firm follows it: "Partner, KPMG".
_OF_A_FIRM = re.compile(r"(?:Partner|Principal|Director|Manager|Chairman|Chair)(?=,[ ][A-Z])")


@cache
def _post_words() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(data.lines("posts.txt"), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)


def post_after(reading: str, at: int, end: int) -> Post | None:
    """Return the post that follows a name: in brackets, after a comma, after a dash."""
    bracket = _IN_BRACKETS.match(reading, at, end)
    if bracket:
        words = bracket["post"].strip()
        if _post_words().search(words) and words[0].isupper() and not _MONEY.search(words):
            return Post(bracket.start("post"), bracket.end(), _fold(words))
        return None
    small = _SMALL_AFTER.match(reading, at, end)
    if small:
        return Post(small.start("post"), small.end(), _fold(small["post"]))
    gap = _AFTER_COMMA.match(reading, at, end)
    if not gap:
        return None
    single = _OF_A_FIRM.match(reading, gap.end(), end)
    if single:
        return Post(single.start(), single.end(), single.group())
    return post_at(reading, gap.end(), end)


# Posts of councils that print them small: ", the cabinet member for a fairer city,".
_SMALL_HEAD = (
    r"(?:(?:interim|acting|deputy|assistant|strategic|corporate|executive|service)[ ]){0,2}"
    r"(?:cabinet member|executive member|portfolio holder|head of|director (?:of|for)|chief [a-z]+|"
    r"monitoring officer|leader of the council|(?:city|borough|county|district) solicitor)"
)
_SMALL_AFTER = re.compile(
    rf",? \(?(?:the|our|its) (?P<post>{_SMALL_HEAD}(?: [a-z][a-z'-]*){{0,9}}?)"
    rf"(?=[,.;)\n]|\Z| (?:presented|introduced|reported|outlined|said|advised|explained|gave)\b)"
)
_SMALL_BEFORE = re.compile(
    rf"\b[Tt]he (?P<post>{_SMALL_HEAD}(?: (?!the {_SMALL_HEAD})[a-z][a-z'-]*){{0,9}})\Z"
)
_MONEY = re.compile(r"[£@0-9]{2}|£|declared|interest|substitut|absent|apolog", re.IGNORECASE)


def post_before(reading: str, given: Given, floor: int) -> Post | None:
    """Return the post that a name follows: "the Head of Parks, Ann Lowe"."""
    at = given.start_with_title
    if given.run < at and _is_post(run := reading[given.run : at].strip(" ,(")):
        return Post(given.run, given.run + len(run), _fold(run))
    window = reading[max(floor, at - 130) : at]
    joint = re.search(r"(?:,[ ]|[ ]\(|[ ][–-][ ]|:[ ]|[ ])\Z", window)
    if not joint:
        return None
    body = window[: joint.start()]
    small = _SMALL_BEFORE.search(body) if joint.group() in (", ", " (") else None
    if small:
        begin = at - len(window) + small.start("post")
        return Post(begin, begin + len(small["post"]), _fold(small["post"]))
    for start in _starts(body):
        found = _POST.fullmatch(body, start)
        if found and _is_post(found.group()):
            begin = at - len(window) + start
            return Post(begin, begin + len(found.group()), _fold(found.group()))
    return None


def _starts(body: str) -> Iterator[int]:
    """Yield where a post may start: after "the", after a stop, at the line's start."""
    marks = [
        m.end()
        for m in re.finditer(r"(?:\b[Tt]he |\b[Bb]y |\bof the |\. |: |^|, | and )(?=[A-Z])", body)
    ]
    return reversed(marks[-4:]) if len(marks) > 4 else iter(marks)


def post_at(reading: str, at: int, end: int) -> Post | None:
    """Return the post that starts at an offset, None where there is none."""
    found = _POST.match(reading, at, min(end, at + 130))
    if not found:
        return None
    stop = _post_stop(reading, at, found.end(), end)
    words = reading[at:stop].rstrip(" ,.-–:/")
    if not _is_post(words):
        return None
    field = _FIELD_BRACKET.match(reading, at + len(words), end)
    if field and not name_follows(reading, field.start("field")):
        words = reading[at : field.end()]
    return Post(at, at + len(words), _fold(words))


# The field of a post in brackets: "Strategic Manager (Waste)".
_FIELD_BRACKET = re.compile(
    r"[ ]\((?P<field>[A-Z][a-z'-]+(?:(?:,? and| &|,)? [A-Z][a-z'-]+){0,4})\)"
)


def _post_stop(reading: str, at: int, stop: int, end: int) -> int:
    """Cut a run of capitals where the next person, a firm or a sentence starts."""
    words = reading[at:stop]
    for joint in _JOINT.finditer(words):
        rest = words[joint.end() :]
        if name_follows(reading, at + joint.start()) or _opens_post(rest):
            return at + joint.start()
        if joint.group() == ", " and not _list_goes_on(rest):
            return at + joint.start()
    dot = re.search(r"(?<=[a-z])\.(?:[ ]|$)", words)
    return at + dot.start() if dot else stop


_JOINT = re.compile(r",?[ ](?:and|&)[ ]|,[ ]|[ ][–-][ ]")
_SECOND_POST = re.compile(
    r"(?:the )?(?:[A-Z]\w{1,30} ){0,2}(?:Director|Head|Manager|Officer|Chief|Leader|Cabinet Member|"
    r"Portfolio Holder|Councillor|Cllr|Mr|Mrs|Ms|Dr)\b"
)


def _opens_post(words: str) -> bool:
    if words.startswith("the ") and _post_words().search(words):
        return True
    return bool(_SECOND_POST.match(words)) and not words.startswith(("Lead ", "Deputy "))


_FIELD_LIST = re.compile(
    r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?:, [A-Z][\w'-]*(?: [A-Z][\w'-]*)?){0,3},? (?:and|&) [A-Z]"
)


def _list_goes_on(words: str) -> bool:
    """Tell whether a comma stands inside a post's field: "Housing, Planning and Growth"."""
    first = words.split(" ")[0].casefold().strip(",")
    return first in _FIELDS or bool(_FIELD_LIST.match(words))


# Fields that follow "Corporate Director," and the like.
_FIELDS = frozenset(
    "resources place people environment finance housing education adults children's communities "
    "regeneration transformation growth health highways planning strategy law governance".split()
)


def name_follows(reading: str, at: int) -> bool:
    """Tell whether a person's name follows: after blanks, a comma, "and", a bracket."""
    lead = re.compile(r"[ ,(]{0,3}(?:and[ ]|&[ ]|–[ ]|-[ ])?(?:the[ ])?").match(reading, at)
    begin = lead.end() if lead else at
    title = _TITLED.match(reading, begin)
    if title:
        return True
    run = _RUN.match(reading, begin)
    if not run:
        return False
    given = _in_run(reading, run.start(), run.end())
    return given is not None and given.start == begin


def _is_post(words: str) -> bool:
    return len(words) >= 5 and bool(_post_words().search(words)) and not _NO_POST.search(words)


# Bodies and papers with a post's word in their names.
_NO_POST = re.compile(
    r"""\b(?:Committee|Board|Panel|Report|Decision|Decisions|Meeting|Forum|Agenda|Minutes
    |Council's[ ]Executive)\b
    |^(?:Executive|Leader|Lead|Chief|Head|Officer|Partner|Principal|Members?|Cabinet|Councillors?
    |Deputy|Assistant|Officers|Chairman|Chair)$""",
    re.VERBOSE,
)


def _fold(words: str) -> str:
    return " ".join(words.split())
