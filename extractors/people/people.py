"""People named with a post or a part in the matter: authors, presenters, officers who reported.

"Ann Lowe (Head of Parks) presented the report" -> Ann Lowe, Head of Parks, presenter
"Joe Hart, Chief Executive, Esk Waste Ltd, reported" -> with the organisation
"a report of the Director of Place" -> a post without a name, report_author
"Councillor Ray moved, seconded by Councillor Finn" -> nobody (movers have a table of their own)

Contact lines and author labels are read in `contacts`; whoever stands there is not read again.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from extractors.context import Context
from extractors.lowered import line_at, lines_with
from extractors.organisations.known import Name
from extractors.organisations.names import names
from extractors.organisations.shapes import forenames
from extractors.people import full as people_full
from extractors.people import names as shapes
from extractors.people import posts
from extractors.people.names import Given
from extractors.people.pairs import joint_posts, like_last
from extractors.people.posts import Post
from schemas.document import Section, Span
from schemas.facts import Person, Proof

_SILENT = frozenset("contact attendance votes interests documents".split())
# A paragraph worth reading: a post, or words that give somebody a part.
_CUE = re.compile(  # every branch opens with a capital: the engine skips from one to the next
    r"Present(?:ed|er|ing)|Introduc|Report(?:ed)?[ ](?:by|of|from|to|that)|"
    r"Officer|Director|Heads?\b|Manager|Executive|Member[ ](?:for|with)|Holder|Lead|"
    r"Solicitor|Surveyor|Accountant|Engineer|Planner|Consultant|Commissioner|Auditor|Treasurer|"
    r"Superintendent|Inspector|Advis[eo]r|Clerk|Secretary|Architect|Co-?ordinator"
)
# The small ones: plain words, and those that others share the first letters of.
_SMALL_CUES = (
    "introduc", "updated", "cabinet member", "portfolio holder", "head of", "director of",
    "chief executive", "monitoring officer", "solicitor,", "portfolio-holder", "went through",
    " director", " manager", "heard from", "spoke to the", "leader, councillor", "leader, cllr",
)  # fmt: skip
_LONGER_CUES = (
    re.compile("present(?:ed|er|ing)"),
    re.compile("report(?:ed|[ ](?:by|of|from|to|that))"),
)
# Lists of who was there, who is to be asked, who sits where.
_NOT_A_PART = re.compile(
    r"""[ \t|]{0,20}+(?:(?:also[ ])?in[ ]attendance|(?:also[ ])?present
    |officers?[ ](?:present|in[ ]attendance|attending)|apologies|substitutes?|absent|attendance
    |councillors?[ ]?:|members?[ ]?:|members[ ]present|membership|officers?[ ]?:|contact
    |report[ ]author|author|e-?mail|tel\b|quorum|chair(?:man)?[ ]?:|for[ ]?:|against[ ]?:
    |votes?[ ]?:
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTENDS = re.compile(
    r"\b(?:apolog(?:y|ies)\b|in attendance|were present|was present|substitut\w*|also present|"
    r"declared an?|declaration|petition|objections?|objected|objectors?)\b",
    re.IGNORECASE,
)
# What somebody did, right after name and post.
_SAID = (
    r"(?:presented|presents|introduced|introduces|reported|updated|outlined|summarised|"
    r"gave[ ](?:an?|the|members)|provided[ ](?:an?|the|members)|delivered[ ]a[ ]presentation|"
    r"took[ ](?:members|the)|led[ ](?:members|the)|circulated|"
    r"submitted(?![ ](?:\w+[ ]){0,2}apolog)|went[ ]through[ ]the|"
    r"spoke[ ]to[ ](?:the|his|her|their)[ ](?:\w{1,14}[ ]){0,2}?"
    r"(?:report|presentation|figures|paper)|"
    r"talked[ ](?:members|the)[ ](?:\w{1,14}[ ]){0,2}?through|"
    r"drew[ ](?:\w{1,14}['’]?s?[ ]){1,3}?(?:attention|notice)[ ]to|"
    r"attended[ ](?:the[ ]meeting[ ])?(?:and|to)[ ](?:presen|introd|upd|give|report|outl)\w*)"
)
_PRESENTS = re.compile(
    r"(?:[ ]\([^()\n]{1,30}\))?[,)\s]{0,3}"
    rf"(?:(?:then|also|both|briefly|formally|jointly|who|had|and)[ ]){{0,3}}{_SAID}\b"
)
_TO_PRESENT = re.compile(
    r"[,)\s]{0,3}(?:will|to|would|was invited to) (?:present|introduce|attend|report)\b"
    r"|,? was in attendance to (?:present|answer)"
)
_MOVES = re.compile(
    r"""[,)\s]{0,3}(?:(?:then|also|had|has|both|and|who)[ ]){0,2}
    (?:moved|seconded|proposed|declared|voted|left|abstained|withdrew|asked|requested
    |took[ ]no[ ]part|sent|arrived
    |(?:submitted|gave|offered|tendered)[ ](?:\w+[ ]){0,2}apolog\w+|joined|in[ ]the[ ]chair
    |(?:be|was)[ ](?:appointed|elected|nominated))\b""",
    re.VERBOSE,
)
# Who holds a portfolio and moves or asks something is named with a post all the same.
_PUTS = re.compile(r"[,)\s]{0,3}(?:(?:then|also|duly|formally)[ ]){0,2}(?:moved|proposed|asked)\b")
# "Cabinet Member for Open Spaces presented": a portfolio, and nobody's name.
_IN_A_FIELD = re.compile(
    r"\b(?:(?:Cabinet|Executive|Lead)[ ](?:Member|Councillor)|Portfolio[ -]Holder)"
    r"(?:[ ](?:for|with[ ]responsibility[ ]for)[ ](?:the[ ])?|[ ]\(|[ ]-[ ]|[ ])\Z"
)
# "Account Director at Tidewell Voice, introduced": the firm that somebody comes from.
_OF_SOMEBODY = re.compile(r"\b(?:at|of|from|for|with)[ ](?:the[ ])?\Z")
# "Jo Marsh, Clerk, and Al Reed, Head of Parks, both declared an interest": two declarants.
_BOTH_DECLARE = re.compile(
    r",? and [A-Z][^.;\n]{4,90}?[ ,)]{1,2}(?:both |each |also )?"
    r"(?:declared|left|withdrew|abstained|(?:submitted|sent|gave) (?:their )?apologies)\b"
)
_AUTHORED = re.compile(
    r"""\b(?:[Rr]eports?|[Pp]aper|[Mm]emorandum|letter)[ ](?:\([^()\n]{1,40}\)[ ])?
    (?:was[ ]|were[ ]|had[ ]been[ ])?(?:submitted[ ]|prepared[ ]|made[ ]|produced[ ]|tabled[ ])?
    (?:by|of|from)[ ](?:the[ ])?\Z""",
    re.VERBOSE,
)
_PRESENTED_BY = re.compile(
    r"""\b(?:(?:presented|introduced|outlined)[ ]by
    |(?:presentation|update|briefing|overview|summary|introduction|report|talk|training|address
       |apolog(?:y|ies))s?\b[^.;\n]{0,60}[ ](?:given|delivered)[ ]by
    |(?:[Pp]resentations?|[Uu]pdates?|[Bb]riefing)[ ](?:by|from))[ ](?:the[ ])?\Z""",
    re.VERBOSE,
)
_HEARD = re.compile(r"\b(?:heard|received|representations?|evidence) from (?:the )?\Z")
_LABEL = re.compile(
    r"(?P<label>Present(?:ed|ing) (?:by|officer)|Presenter|Lead officer|Report (?:by|of|from))"
    r" ?[:\t][ \t]*",
    re.IGNORECASE,
)


def find(section: Section, context: Context) -> Iterator[Person]:
    """Yield the people that a section names with a post or a part.

    Takes a section and its context; leaves out whoever `context` knows at the same place.
    """
    if section.kind in _SILENT:
        return
    known = {(p.name, p.start) for p in context.known(Person)}
    taken = [(p.start, p.stop) for p in context.known(Person, section.start, section.stop)]
    seen: set[tuple[str | None, str | None, str]] = set()
    fresh: list[Person] = []
    for person in _people(section, context):
        told = (person.name, person.post, person.role)
        if told in seen or (person.name, person.start) in known:
            continue
        if not any(a < person.stop and person.start < b for a, b in taken):
            seen.add(told)
            fresh.append(person)
    whole = people_full.completed(fresh, context.known(Person), context.reading)
    yield from sorted(whole, key=lambda p: p.start)


def _people(section: Section, context: Context) -> Iterator[Person]:
    """Yield those with a name, then the posts that act without one."""
    read = list(_worth_reading(context.reading, section))
    firms = names(context.reading) if read else ()
    starts = [f.start for f in firms]
    by_post: dict[str, Person] = {}
    for paragraph in read:
        low, high = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.stop)
        for person in joint_posts(_named_in(paragraph, context, list(firms[low:high])), context):
            if person.name and person.post:
                by_post.setdefault(person.post.casefold(), person)
            yield person
    for paragraph in read:
        yield from _posts_alone(paragraph, context, by_post)


def _worth_reading(reading: str, section: Section) -> Iterator[Span]:
    """Yield the paragraphs with a cue, found by a walk from cue to cue."""
    lines = lines_with(reading, _SMALL_CUES, section.start, section.stop)
    for pattern in (_CUE, *_LONGER_CUES):
        at = section.start
        while cue := pattern.search(reading, at, section.stop):
            start, at = line_at(reading, cue.start(), section.start, section.stop)
            lines[start] = at
    for start, stop in sorted(lines.items()):
        line = reading[start:stop]
        first = start + len(line) - len(line.lstrip())
        paragraph = Span(first, first + len(line.strip()))
        if not _NOT_A_PART.match(reading, paragraph.start, paragraph.stop):
            yield paragraph


def _named_in(paragraph: Span, context: Context, firms: list[Name]) -> Iterator[Person]:
    last: Person | None = None
    for given in shapes.names(context.reading, paragraph, firms):
        if last and given.start < last.stop:
            continue
        person = _named(given, paragraph, context, firms, last.stop if last else 0)
        if person:
            last = like_last(person, last, context.reading)
            yield last


# -- with a name ----------------------------------------------------------------------------------


def _named(given: Given, paragraph: Span, context: Context, firms: list[Name],
           beyond: int) -> Person | None:  # fmt: skip
    """Return the person if name and post, or name and part, stand together."""
    reading = context.reading
    left = reading[max(paragraph.start, given.start_with_title - 200) : given.start_with_title]
    if not given.titled and _IN_A_FIELD.search(left) and not _is_called(given):
        return None
    after = None
    if not _ANSWERED.search(left):
        after = posts.post_after(reading, given.stop, paragraph.stop)
    post = after or posts.post_before(reading, given, paragraph.start, beyond)
    stop = max(given.stop, post.stop if post else 0)
    if reading[stop : stop + 1] == ")" and "(" in reading[post.stop if post else stop : stop]:
        stop += 1
    organisation, beyond = _organisation(reading, stop, firms)
    right = reading[beyond : min(paragraph.stop, beyond + 160)]
    role = _role(given, post, left[: _cut(left, post, given)], right)
    if role is None or (post is None and not _may_lack_post(given, role)):
        return None
    start = min(given.start, post.start if post else given.start)
    return context.make(
        Person, start, beyond if organisation else stop, f"people.{role}",
        name=given.name, post=post.words if post else None, organisation=organisation, role=role,
    )  # fmt: skip


# "In answer to Councillor Lowe, the Head of Parks said": the post is another's.
_ANSWERED = re.compile(
    r"\b(?:[Ii]n (?:answer|reply|response)|[Aa]nswering|[Rr]eplying|[Rr]esponding)(?: to)?"
    r"(?: (?:an?|the|further) (?:\w+ ){0,2}?(?:by|from|of))? \Z"
)


def _cut(left: str, post: Post | None, given: Given) -> int:
    """Return how much of the left side stands before a post that precedes the name."""
    if post and post.start < given.start_with_title:
        return max(0, len(left) - (given.start_with_title - post.start))
    return len(left)


def _may_lack_post(given: Given, role: str) -> bool:
    return role in ("presenter", "report_author", "lead_officer") and (
        len(given.name.split()) > 1 or given.titled
    )


def _role(given: Given, post: Post | None, left: str, right: str) -> str | None:
    """Return the part somebody has, None where it is no part at all."""
    sentence = left[max(left.rfind(". "), left.rfind("; "), 0) :]
    if _ATTENDS.search(sentence) or _BOTH_DECLARE.match(right):
        return None
    if _MOVES.match(right):
        leads = post and (post.is_councillors or given.councillor)
        return "councillor" if leads and _PUTS.match(right) else None
    if post is None and not given.titled and _OF_SOMEBODY.search(left):
        return None
    label = _LABEL.fullmatch(sentence.strip(" |\t·•"))
    if label:
        return _role_of_label(label["label"])
    if _PRESENTED_BY.search(left):
        return "presenter"
    authored = _AUTHORED.search(left)
    if authored:
        return "report_author"
    if _PRESENTS.match(right) or _TO_PRESENT.match(right) or _shared_verb(right):
        return "presenter"
    if _HEARD.search(left):
        return "other" if post else None
    if post is None:
        return None
    return "councillor" if given.councillor or post.is_councillors else "other"


def _is_called(given: Given) -> bool:
    return given.name.split(" ")[0].casefold() in forenames()


def _role_of_label(label: str) -> str:
    folded = label.casefold()
    if folded.startswith("lead"):
        return "lead_officer"
    return "report_author" if folded.startswith("report") else "presenter"


# "A, Head of X and B, Head of Y, presented": the verb stands behind the second person.
_SHARED = re.compile(
    rf",? and [A-Z][^.;\n]{{4,130}}?[ ,)]{{1,2}}(?:(?:both|jointly|then) )?{_SAID}\b"
)


def _shared_verb(right: str) -> bool:
    return bool(_SHARED.match(right))


_ORG_GAP = re.compile(r"(?:,| from| of| at| -| –)[ ](?:the[ ])?")


def _organisation(reading: str, stop: int, firms: list[Name]) -> tuple[str | None, int]:
    """Return the organisation named right after a post, and where it ends."""
    gap = _ORG_GAP.match(reading, stop)
    if gap:
        for firm in firms:
            if firm.start == gap.end():
                return reading[firm.start : firm.stop], firm.stop
    return None, stop


# -- posts without a name ---------------------------------------------------------------------


def _posts_alone(paragraph: Span, context: Context, by_post: dict[str, Person]) -> Iterator[Person]:
    """Yield posts that present or wrote a report: "The Head of Parks presented the report"."""
    reading = context.reading
    said = reading[paragraph.start : paragraph.stop]
    verbs = []
    if any(verb in said for verb in _VERBS):
        verbs = [m.start() for m in _VERB.finditer(reading, paragraph.start, paragraph.stop)]
    elif not any(words in said for words in _BEFORE_POST):
        return
    for start, at in posts.openings(reading, paragraph.start, paragraph.stop):
        left = reading[max(paragraph.start, start - 160) : at]
        if not left.endswith(_BEFORE_POST) and not _is_near(verbs, at):
            continue
        if shapes.name_follows(reading, at):
            continue  # "Mrs Lowe, Policy Manager" opens with a name, and is no post alone
        post = posts.post_at(reading, at, paragraph.stop)
        if not post or shapes.name_follows(reading, post.stop):
            continue
        right = reading[post.stop : min(paragraph.stop, post.stop + 120)]
        role = _role_of_post(left, right)
        if role:
            yield _by_post(post, role, context, by_post)


def _is_near(verbs: list[int], at: int) -> bool:
    """Tell whether one of the sorted offsets lies within a post's reach behind an offset."""
    i = bisect_right(verbs, at)
    return i < len(verbs) and verbs[i] < at + 260


_REPORTS = re.compile(
    r"""(?:[,)\s]{0,3}(?:then[ ]|also[ ]|briefly[ ]|formally[ ])?
      (?:presented|introduced|outlined|summarised)
    |[ ](?:gave|delivered|provided)[ ](?:an?[ ])?(?:\w+[ ]){0,2}
      (?:presentation|update|overview|summary)
    |[ ](?:submitted|circulated|tabled)[ ](?:an?|the)[ ](?:\w+[ ]){0,2}?(?:report|paper)
    |,?[ ]and[ ]the[ ][A-Z][^.;,\n]{4,70}?[ ](?:jointly[ ])?(?:presented|introduced))\b""",
    re.VERBOSE,
)
# What `_role_of_post` needs: a verb after the post, or one of these words right before it.
_VERBS = (
    "presented", "introduced", "outlined", "summarised", "gave", "delivered", "provided",
    "submitted", "circulated", "tabled",
)  # fmt: skip
_VERB = re.compile("|".join(_VERBS))
_BEFORE_POST = tuple(
    f"{word} {the}" for word in ("by", "of", "from", "and") for the in ("", "the ", "The ")
)
_PAIRED = re.compile(r"\b[Rr]eports? (?:by|of|from) the [A-Z][^.;,\n]{4,70} and the \Z")


def _role_of_post(left: str, right: str) -> str | None:
    if _AUTHORED.search(left) or _PAIRED.search(left):
        return "report_author"
    if _PRESENTED_BY.search(left) or _REPORTS.match(right):
        return "presenter"
    return None


def _by_post(post: Post, role: str, context: Context, by_post: dict[str, Person]) -> Person:
    """Return the post's row, with the name where the page has given it, proved there."""
    known = by_post.get(post.words.casefold())
    proofs: tuple[Proof, ...] = ()
    if known:
        proofs = (Proof("name", known.start, known.stop, known.rule),)
    return context.make(
        Person, post.start, post.stop, "people.post",
        name=known.name if known else None, post=post.words, role=role, proofs=proofs,
    )  # fmt: skip
