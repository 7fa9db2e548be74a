"""The shapes of posts: "Head of Parks", "Cabinet Member for Housing, Planning and Growth".

A post is a run of capitals with a post's word in it (data/posts.txt), or one of a few posts in
small letters; it stands after a name, before one, or alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import data
from extractors.people.names import Given, name_follows, single_posts


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

# Where a post without a name may start: "the Head …", a line's start, "report of Director …".
# Each opens with a letter or sign, so that the engine can skip to it; \b is looked for behind.
_THE = re.compile(r"[Tt]he[ ](?<!\w....)(?=[A-Z])")
_REPORT_OF = re.compile(r"[Rr]eport(?<!\w......)s?[ ](?:of|by|from)[ ](?=[A-Z])")
_AFTER_STOP = re.compile(r"[.|][ ](?=[A-Z][a-z]+[ ][A-Za-z])")
_AT_START = re.compile(r"(?=[A-Z][a-z]+[ ][A-Za-z])")


def openings(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return where a post without a name may start in a paragraph, with the words that open it.

    Takes the reading and the paragraph. Pairs of the opening words' start and their end.
    """
    said = {m.start(): m.end() for m in _THE.finditer(reading, start, stop)}
    if reading.find("eport", start, stop) >= 0:
        said |= {m.start(): m.end() for m in _REPORT_OF.finditer(reading, start, stop)}
    for m in _AFTER_STOP.finditer(reading, start, stop):
        said.setdefault(m.end(), m.end())
    if _AT_START.match(reading, start, stop):
        said.setdefault(start, start)
    return sorted(said.items())


_LINK = r"(?:of|for|and|&|the|to|in|with|responsible|-|–|/)"
_POST_WORD = r"(?:[A-Z][\w'&/.-]*|151)"  # "Section 151 Officer"
# Capitals with little words between, commas only before a list that "and" closes.
_BETWEEN = rf"(?:,?[ ](?:{_LINK}[ ]){{0,3}}|[ ]?[–-][ ]?|:[ ]|[ ]?/[ ]?)"
_POST = re.compile(rf"{_POST_WORD}(?:{_BETWEEN}{_POST_WORD}){{0,11}}")
_IN_BRACKETS = re.compile(r"[ ]?\((?P<post>[^()\n]{3,100})\)")
_AFTER_COMMA = re.compile(
    r",[ ](?:(?:the|our|its|interim|acting)[ ](?:new[ ])?(?:Council's[ ]|County[ ]Council's[ ])?)?"
    r"|[ ][–-][ ]|[ ](?:the[ ])(?=[A-Z])"
)
# A single word that is a post where a firm follows it: "Partner, KPMG".
_OF_A_FIRM = re.compile(r"(?:Partner|Principal|Director|Manager|Chairman|Chair)(?=,[ ][A-Z])")


_TOKEN = re.compile(r"\w+")


@cache
def _spaced_posts() -> tuple[str, ...]:
    return tuple(w for w in data.lines("posts.txt") if not w.isalnum())


def has_post_word(words: str) -> bool:
    """Tell whether a word of posts stands in some words."""
    folded = words.casefold()
    single = single_posts()
    for token in _TOKEN.findall(folded):
        if token in single or (token[-1] == "s" and token[:-1] in single):
            return True
    if not any(post in folded for post in _spaced_posts()):
        return False
    return _post_words().search(words) is not None


@cache
def _post_words() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(data.lines("posts.txt"), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)


def post_after(reading: str, at: int, end: int) -> Post | None:
    """Return the post that follows a name: in brackets, after a comma, after a dash."""
    bracket = _IN_BRACKETS.match(reading, at, end)
    if bracket:
        words = bracket["post"].strip()
        if has_post_word(words) and words[0].isupper() and not _MONEY.search(words):
            return Post(bracket.start("post"), bracket.end(), _fold(words))
        return None
    small = _SMALL_AFTER.match(reading, at, end)
    if small:
        group = "post" if small["post"] else "plain"
        return Post(*small.span(group), _fold(small[group]))
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
    r"portfolio-holder|monitoring officer|leader of the council|"
    r"(?:city|borough|county|district) solicitor)"
)
# The same without a field: ", contract director of the firm,", "its general manager".
_SMALL_PLAIN = (
    r"(?:(?:regional|contracts?|general|managing|area|operations?|project|finance|commercial|account"
    r"|site|sales|programme|service|services|partnership|executive|deputy|senior|assistant|acting"
    r"|interim|development|centre|branch|chief) ){1,3}"
    r"(?:directors?|managers?|officer|executive|engineer|accountant|secretary|surveyor|partner)"
)
_SMALL_AFTER = re.compile(
    rf",? \(?(?:(?:the|our|its|their) (?P<post>{_SMALL_HEAD}(?: [a-z][a-z'-]*){{0,9}}?)"
    rf"|(?:(?:the|our|its|their|an?|\w{{2,24}}['’]s) )?(?P<plain>{_SMALL_PLAIN})"
    rf"(?: (?:of|at|for|from) [A-Z]\w{{1,20}})?)"
    rf"(?=[,.;)\n]|\Z| (?:presented|introduced|reported|outlined|said|advised|explained|gave)\b)"
)
_SMALL_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|\w['’]s) "
    rf"(?P<post>(?:{_SMALL_HEAD}|{_SMALL_PLAIN})(?: (?!the {_SMALL_HEAD})[a-z][a-z'-]*){{0,9}})\Z"
)
_MONEY = re.compile(r"[£@0-9]{2}|£|declared|interest|substitut|absent|apolog", re.IGNORECASE)


_BEFORE_NAME = re.compile(r"(?:,[ ]|[ ]\(|[ ][–-][ ]|:[ ]|[ ])\Z")


def post_before(reading: str, given: Given, floor: int, beyond: int = 0) -> Post | None:
    """Return the post that a name follows: "the Head of Parks, Ann Lowe".

    `beyond` is where the person before it ends: "Chief Executive - J Lowe Clerk – A Reed".
    """
    at = given.start_with_title
    if given.run < at and _is_post(run := reading[given.run : at].strip(" ,(")):
        return Post(given.run, given.run + len(run), _fold(run))
    floor = max(floor, min(beyond, at))
    window = reading[max(floor, at - 130) : at]
    joint = _BEFORE_NAME.search(window[-3:])
    if not joint:
        return None
    body = window[: len(window) - len(joint.group())]
    if joint.group() == " " and body.endswith("."):
        return None  # a sentence ends there
    leader = _LEADER.search(body) if given.councillor and joint.group() == ", " else None
    if leader:
        begin = at - len(window) + leader.start("post")
        return Post(begin, begin + len(leader["post"]), leader["post"])
    small = _SMALL_BEFORE.search(body) if joint.group() in (", ", " (") else None
    if small:
        begin = at - len(window) + small.start("post")
        return Post(begin, begin + len(small["post"]), _fold(small["post"]))
    branch = _BRANCH.search(body) if body.endswith(")") else None
    whole, body = body, body[: branch.start()] if branch else body
    for start in _starts(body):
        if leads := _ARTICLE.match(body, start):
            start = leads.end()
        found = _POST.fullmatch(body, start)
        if found and _is_post(found.group()):
            begin = at - len(window) + start
            if branch:
                return Post(begin, begin + len(whole) - start, _fold(whole[start:]))
            return _last_of(Post(begin, begin + len(found.group()), _fold(found.group())), reading)
    return None


# "The Director of Function (Resources), Eluned Bodorgan": what a post is for, in brackets.
_BRANCH = re.compile(r"[ ]\((?!\w{1,4}\)|[Mm]inute|[Ii]tem|[Pp]age)[A-Z][\w &,'’-]{3,50}\)$")


# A head of its own right behind another post's last word: "Head of Support Head of Sales".
_NEXT_HEAD = re.compile(
    r"(?<=[a-z])(?<!\b(?:[Aa]nd|the))(?<! of)(?<! for)(?<!Deputy)(?<!Assistant)(?<!Acting)"
    r"(?<!Interim)(?<!Joint)(?<!Strategic)(?<!Corporate)(?<!Executive)(?<!Group)(?<!Service)"
    r"(?<!Divisional)(?<!Associate)(?<!Area)(?<!Managing)(?<!Programme)(?<!Regional)(?<!Project)"
    r" (?=(?:(?:Deputy|Assistant|Acting|Interim|Joint|Strategic|Corporate|Executive|Group|Service"
    r"|Divisional|Associate|Area|Managing|Programme|Regional|Project) ){0,2}"
    r"(?:Head|Director)s? of )"
)


def _last_of(post: Post, reading: str) -> Post:
    """Return the last of posts that stand in a row without a sign: the name beside it is its."""
    words = reading[post.start : post.stop]
    heads = [m.end() for m in _NEXT_HEAD.finditer(words) if has_post_word(words[: m.start()])]
    if not heads:
        return post
    return Post(post.start + heads[-1], post.stop, _fold(words[heads[-1] :]))


# "The Leader, Councillor Ann Lowe": alone the word is nobody's post.
_LEADER = re.compile(r"\b[Tt]he (?P<post>(?:Deputy )?Leader)\Z")
_ARTICLE = re.compile(r"(?:The|Its|Their|Our) ")
_POST_MARK = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) |\w['’]s |\b[Bb]y |\bof the |\. |: |^ ?|, | and )"
    r"(?=[A-Z])"
)


def _starts(body: str) -> Iterator[int]:
    """Yield where a post may start: after "the", after a stop, at the line's start."""
    marks = [m.end() for m in _POST_MARK.finditer(body)]
    return reversed(marks[-4:]) if len(marks) > 4 else iter(marks)


def post_at(reading: str, at: int, end: int) -> Post | None:
    """Return the post that starts at an offset, None where there is none."""
    found = _POST.match(reading, at, min(end, at + 130))
    if not found or not has_post_word(found.group()):
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
        plain = joint.group().strip() in ("and", "&") and not _FULL_TITLE.match(rest)
        before = words[: joint.start()]
        whole = rest.startswith("the ") or has_post_word(before)
        if plain and (not whole or _HALF_POST.fullmatch(before)):
            continue  # "Policy and Performance Officer": what stands before is no post yet
        if name_follows(reading, at + joint.start()) or _opens_post(rest):
            return at + joint.start()
        if joint.group() == ", " and not _list_goes_on(rest):
            return at + joint.start()
    dot = _DOT.search(words) if "." in words else None
    return at + dot.start() if dot else stop


# "Chief Legal" of "Chief Legal & Democratic Services Officer".
_HALF_POST = re.compile(
    r"(?:Chief|Lead|Principal|Senior) (?!Executive|Officer|Constable|Planner|Accountant|Inspector"
    r"|Engineer|Solicitor|Auditor|Clerk|Surveyor|Whip|Librarian)[A-Z][\w-]{2,20}"
)
_FULL_TITLE = re.compile(r"(?:the )?(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b")
_JOINT = re.compile(r",?[ ](?:and|&)[ ]|,[ ]|[ ][–-][ ]")
_DOT = re.compile(r"(?<=[a-z])\.(?:[ ]|$)")
_SECOND_POST = re.compile(
    r"(?:the )?(?:[A-Z]\w{1,30} ){0,2}(?:Director|Head|Manager|Officer|Chief|Leader|Cabinet Member|"
    r"Portfolio Holder|Councillor|Cllr|Mr|Mrs|Ms|Dr)\b"
)


def _opens_post(words: str) -> bool:
    if words.startswith("the ") and has_post_word(words):
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


def _is_post(words: str) -> bool:
    return len(words) >= 5 and has_post_word(words) and not _NO_POST.search(words)


# Bodies and papers with a post's word in their names.
_NO_POST = re.compile(
    r"""\b(?:Committee|Board|Panel|Report|Decision|Decisions|Meeting|Forum|Agenda|Minutes
    |Council's[ ]Executive|Executive's[ ]Office)\b
    |^(?:Executive|Leader|Lead|Chief|Head|Officer|Partner|Principal|Members?|Cabinet|Councillors?
    |Deputy|Assistant|Officers|Chairman|Chair|Investigators?|Examiners?|Assessors?|Moderators?
    |Mediators?|Adjudicators?|Conven[eo]rs?)$""",
    re.VERBOSE,
)


def _fold(words: str) -> str:
    return " ".join(words.split())
