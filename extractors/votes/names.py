"""Who voted how: named blocks such as "For: Councillors A, B", "… and C voted AGAINST (2)".

`blocks` yields (position, members, printed total) in reading order. A line "FOR: Saltmarsh Homes"
is no vote: names need a title, or company and a word of voting near by. Source: FIELD_GUIDE 6.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.lowered import lowered
from extractors.people.members import Member, is_titled, names
from extractors.votes.counts import position_of

# A line that opens a block: "For (17)", "Against: Councillors A", "Voting for 24 :", "ForA, B7".
_HEAD = re.compile(
    r"(?:(?:those|there|members|councillors|cllrs)\s(?:who\s)?)?(?:voting\s|voted\s|votes?\s)?"
    r"(?P<position>for|in\sfavour|against|abst(?:ain(?:ed|ing|s)?|entions?)?|not\svoting"
    r"|did\snot\svote|declined\sto\svote|no\svote|ayes|noes)(?-i:(?![a-z]))(?:\sfrom\svoting)?"
    r"(?:\s(?:of\s)?the\s(?P<what>motion|amendment|recommendations?|proposal"
    r"|(?:substantive|procedural)\smotion)(?:\sto\sthe\s(?:motion|recommendations?|proposal))?)?"
    r"(?:\sthe\s[^\n:;.]{3,60}(?=:\s{0,3}$))?(?:\s(?:were|was|being)\b)?"
    r"\s{0,3}[(\[|:\-–]{0,3}\s{0,3}(?:\()?(?:votes\s)?(?P<total>[0-9]{1,3}(?![0-9]))?(?:\svotes?)?[)\]]?\s{0,3}[:|\-–]{0,3}",
    re.IGNORECASE,
)
# "Councillors A, B and C voted FOR the motion (17);"
_ACTIVE = re.compile(
    r"\b(?:voted|voting|abstained|abstaining)\b(?:\s(?P<position>for|in\sfavour|against))?"
    r"(?:\s(?:of\s)?the\s(?:motion|amendment|recommendations?|proposal|substantive\smotion))?"
    r"(?:\s{0,3}\((?P<total>[0-9]{1,3})\))?",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:\btotal\b\s{0,3}:?\s{0,3})?\(?(?P<total>[0-9]{1,3})\)?[\s.;]{0,3}$", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[a-z])[0-9]{1,3}$")
_ONE = re.compile(r"[|(]\s{0,3}1\s{0,3}\)?\s{0,3}$")  # "| B Marsh | 1", "B Marsh (1)"
_NEAR = 40  # signs between two heads of one record
# One name, and a one behind it.
_ALONE = re.compile(
    r"[\s|:–-]{0,9}(?P<name>[A-Z][\w.'’-]{0,24}(?:[ ][A-Z][\w.'’-]{0,24}){0,3})"
    r"(?P<one>[\s|(]{1,9}1\)?)?[\s.;]{0,4}"
)
_TOTAL_LINE = re.compile(
    r"total\s{0,3}[:\-–|]?\s{0,3}(?P<total>[0-9]{1,3})"
    r"|\(?(?P<bare>[0-9]{1,3})(?:\svotes?|\smembers?)?[).]{0,2}$",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b|\brecorded\b|\bmotion\b|\bamendment\b", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Cyng)\b")
# Where a list of titled names may begin inside a line.
_OPENS = re.compile(
    r"(?:^|(?<=[.;:(,\n])\s{0,3}|\b(?:and|with|while|whilst)\s)"
    r"(?=(?:the\s)?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\b)"
)
_TELLS = re.compile(
    r"\b(?:moved|seconded|proposed|asked|that|said|was|were|voted|seconder|carried|CARRIED|[Mm]embers)\b"
)
_SAYS = re.compile(r"\b(?:was|were|fell|that|this|is|be|motion|amendment|vote)\b")
# "The Chair declared the amendment lost": a title that opens a sentence, no list of names.
_DECLARES = re.compile(
    r"\b(?:declared|announced|confirmed|ruled|lost|carried|(?-i:fell)|motion|amendments?|vote|used|cast)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(r"\b(?:moved|asked|that|said|was|were|the)\b")
_POSTS = re.compile(
    r"\bthe\s(?:(?:Vice|Depute|Deputy|Lord)[\s-])?(?:Convener|Provost|Chair\w{0,6}|Mayor)\b"
)
# Rows of a record of votes that are no position.
_NO_POSITION = re.compile(
    r"\|?\s?(?:conflicts?\sof\sinterest|casting\svote|absent\b)", re.IGNORECASE
)
# A head inside a line, in capitals or behind a stop, with its colon.
_INSIDE = re.compile(
    r"(?:\A|(?<=voted\s)|(?<=[;.:]\s)|(?<=,\s)|(?<=and\s)|(?<=\n))"
    r"(?:FOR|AGAINST|ABSTAIN(?:ED|ING)?|ABSTENTIONS?|NOT\sVOTING|IN\sFAVOUR"
    r"|For|Against|Abstain(?:ed|ing)?|Abstentions?|Not\svoting|In\sfavour)\s{0,2}(?:\([0-9]{1,3}\)\s?)?[:–]"
    r"|(?<=\.\s)(?:Against|Abstain(?:ed|ing)?|Abstentions?|Not\svoting)\s\([0-9]{1,3}\)(?=\W{0,2}$|\.\s)"
)
_CLOSES = re.compile(r"(?<=[a-z)])\s{0,2}\([0-9]{1,3}\)")
# "Against: Councillors C and D. LOST.": what stands behind the last list.
_RESULT = re.compile(
    r"\.\s(?=(?:(?:The\s)?(?:[Mm]otion|[Aa]mendment|MOTION|AMENDMENT)\b|CARRIED|Carried|LOST|Lost"
    r"|RESOLVED|AGREED|The\s)\b)"
)
_LINE = re.compile(r"[^\n]+")
# What every block holds, in lower case; plain substrings, as they are sought in every section.
_CUES = ("voted", "voting", "abstain", "against: ", "against –", "against (")
_LINE_CUE = (
    r"(?:\|?[ ])?(?:for|against|abst|in favour|not vot|vote|those|there\sv|ayes|no vote|declined"
    r"|members\s(?:who\s)?(?:vot|for|in\s|against|abst|not\s|did\s|ayes|noes))"
)
_FIRST_CUE, _LINE_CUES = re.compile(_LINE_CUE), re.compile(rf"\n{_LINE_CUE}")
_NOBODY = re.compile(r"\s{0,3}(?:(?:none|nil|nobody)(?![a-z])|0\b)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Members of one position and the total printed with them."""

    position: str
    members: tuple[Member, ...]
    total: int | None
    start: int
    stop: int
    what: str = ""  # "motion", "amendment": what its head says was voted for


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    stop: int


def blocks(reading: str, start: int, stop: int, is_vote: bool = False) -> list[Block]:
    """Return the named blocks of a span; none where nothing says that a vote was taken.

    `is_vote` says that the page is a record of a vote.
    """
    if not _may_vote(lowered(reading), start, stop):
        return []
    lines = [
        _Line(*_stripped(reading, m.start(), m.end())) for m in _LINE.finditer(reading, start, stop)
    ]
    lines = [piece for line in lines for piece in _pieces(reading, line)]
    lines = [line for line in lines if reading[line.start : line.stop].strip("-–—")]
    found = [*_headed(reading, lines), *_active(reading, lines)]
    if not any(block.members for block in found):
        return []
    is_vote = is_vote or bool(_VOTE.search(reading, start, stop))
    sure = [b for b in found if b.members and (is_vote or _titled(reading, b))]
    if not sure:
        return []
    kept = sorted((b for b in found if b.members or b.total is not None), key=lambda b: b.start)
    return [_unmixed(b, kept[i - 1] if i else None) for i, b in enumerate(kept)]


def _unmixed(block: Block, before: Block | None) -> Block:
    """Take the names off a block that holds two columns' names: "For 2 | Against 5" over both."""
    if before is None or before.members or not before.total or block.total is None:
        return block
    beside = block.start - before.stop < 20 and len(block.members) != block.total
    return replace(block, members=()) if beside else block


def _pieces(reading: str, line: _Line) -> list[_Line]:
    """Cut a line that holds several heads: "there voted FOR: Cllrs A, B (2); AGAINST: 0; …"."""
    heads = [m.start() for m in _INSIDE.finditer(reading, line.start, line.stop)]
    if len(heads) < 2:
        return [line]
    cut = [line.start, *(h for h in heads if h > line.start)]
    pieces = []
    for start, stop in zip(cut, [*cut[1:], line.stop], strict=True):
        head = _INSIDE.match(reading, start, stop) if start in heads else None
        total = _CLOSES.search(reading, head.end(), stop) if head else None
        stop = total.end() if total else stop
        result = _RESULT.search(reading, start, stop) if start in heads and not total else None
        stop = result.start() if result else stop
        pieces.append(_Line(start, start + len(reading[start:stop].rstrip(" ;,."))))
    return pieces


def _may_vote(low: str, start: int, stop: int) -> bool:
    """Tell whether a span of the lowered reading holds a word of voting, or a line opens with one.

    >>> _may_vote("those who went\\nby sea", 0, 21), _may_vote("a tide of those", 0, 15)
    (True, False)
    """
    if any(low.find(cue, start, stop) >= 0 for cue in _CUES):
        return True
    return bool(_FIRST_CUE.match(low, start, stop) or _LINE_CUES.search(low, start, stop))


def _stripped(reading: str, start: int, stop: int) -> tuple[int, int]:
    line = reading[start:stop]
    left = len(line) - len(line.lstrip(" \t|"))
    return start + left, max(start + left, start + len(line.rstrip(" \t|")))


def _titled(reading: str, block: Block) -> bool:
    return bool(_TITLE.search(reading[block.start : min(block.stop, block.start + 160)]))


def _headed(reading: str, lines: list[_Line]) -> Iterator[Block]:
    """Read blocks that open with their position, on one line or over several."""
    at, listed = 0, None
    while at < len(lines):
        head = _HEAD.match(reading, lines[at].start, lines[at].stop)
        if not head:
            at += 1
            continue
        if (columns := _columns(reading, lines, at)) > 1:
            at += columns
            continue
        block, after = _block(reading, lines, at, head)
        if block is None and listed and lines[at].start - listed.stop < _NEAR:
            beside = len(listed.members) > 1 and "\n" not in reading[listed.stop : lines[at].start]
            block, after = _one(reading, lines[at], head, beside), at + 1
        at = after
        if block:
            listed = block if block.members or block.total is not None else listed
            yield block


def _one(reading: str, line: _Line, head: re.Match[str], beside: bool) -> Block | None:
    """Return the block of one name without a title, who is named further up: "Against: Ann Lowe".

    It stands right below such a list of names, or `beside` one on its line. A number of one may
    stand behind it.
    """
    found = _ALONE.fullmatch(reading, head.end(), line.stop)
    people = list(names(reading, *found.span("name"))) if found else []
    known = bool(people) and (beside or reading.find(people[0].name, 0, line.start) >= 0)
    if found is None or len(people) != 1 or not known:
        return None
    total = int(head["total"]) if head["total"] else 1 if found["one"] else None
    what = (head["what"] or "").casefold()
    return Block(position_of(head["position"]), (people[0],), total, line.start, line.stop, what)


def _columns(reading: str, lines: list[_Line], at: int) -> int:
    """Return how many heads stand bare one below another: a table's, whose marks are lost.

    "For", "Against", "Abstain", each on its line, and the names below them: who voted how is gone.
    """
    many = 0
    while at + many < len(lines):
        line = lines[at + many]
        head = _HEAD.match(reading, line.start, line.stop)
        if not head or head["total"] or reading[head.end() : line.stop].strip(" |:-–\t"):
            break
        many += 1
    return many if many > 2 else 0


def _block(
    reading: str, lines: list[_Line], at: int, head: re.Match[str]
) -> tuple[Block | None, int]:
    line = lines[at]
    total = int(head["total"]) if head["total"] else None
    position, what = position_of(head["position"]), (head["what"] or "").casefold()
    people: list[Member] = []
    stop = head.end()
    if _NOBODY.match(reading, head.end(), line.stop):
        total = 0 if total is None else total
        return Block(position, (), total, line.start, line.stop, what), at + 1
    if head.end() < line.stop:
        if not _reads_as_names(reading, head.end(), line.stop):
            return None, at + 1
        people, stop, ended = _people(reading, head.end(), line.stop)
        total = ended if total is None else total
    at += 1
    while at < len(lines) and at - len(lines) < 400:
        nxt = lines[at]
        if _HEAD.match(reading, nxt.start, nxt.stop):
            break
        said = _TOTAL_LINE.match(reading, nxt.start, nxt.stop)
        if said and (said["total"] or people):
            total = int(said["total"] or said["bare"]) if total is None else total
            return Block(position, tuple(people), total, line.start, nxt.stop, what), at + 1
        if not people and _NOBODY.fullmatch(reading, nxt.start, nxt.stop):
            total = 0 if total is None else total
            return Block(position, (), total, line.start, nxt.stop, what), at + 1
        if not _reads_as_names(reading, nxt.start, nxt.stop) and (
            people or not _is_one_counted(reading, lines, at)
        ):
            break
        more, stop, ended = _people(reading, nxt.start, nxt.stop)
        people += more
        total = ended if total is None else total
        at += 1
    return Block(position, tuple(people), total, line.start, stop, what), at


def _is_one_counted(reading: str, lines: list[_Line], at: int) -> bool:
    """Tell whether a line holds one name, and the next the count of it: "B Marsh" over "1"."""
    if (
        at + 1 >= len(lines)
        or reading[lines[at + 1].start : lines[at + 1].stop].strip("() ") != "1"
    ):
        return False
    line = lines[at]
    return line.stop - line.start < 60 and len(list(names(reading, line.start, line.stop))) == 1


def _people(reading: str, start: int, stop: int) -> tuple[list[Member], int, int | None]:
    """Return the members of a line, where they end, and a total behind them."""
    end = reading.find(".", start, stop)
    while 0 <= end < stop - 1 and not re.match(
        r"\.\s+(?:The|It|On|In|A)\b", reading[end : end + 8]
    ):
        end = reading.find(".", end + 1, stop)
    end = stop if end < 0 else end
    total = _TOTAL.search(reading[max(start, end - 14) : end])
    if total:
        value = int(total["total"])
        people = list(names(reading, start, max(start, end - 14) + total.start()))
        return people, stop, value
    return list(names(reading, start, end)), stop, None


def _reads_as_names(reading: str, start: int, stop: int) -> bool:
    """Tell whether a line is a list of people: a title, or nearly all of its pieces are names."""
    said = reading[start : min(stop, start + 3000)]
    if _NO_POSITION.match(said):
        return False
    if is_titled(said.lstrip(" :-–")):
        plain = _POSTS.sub("", said)
        return not _DECLARES.search(said) and len(_PROSE.findall(plain)) <= 1
    if _SAYS.search(said):
        return False
    pieces = [p for p in re.split(r",|;|\band\b|&", said) if p.strip()]
    people = list(names(reading, start, start + len(said)))
    if len(pieces) == 1:
        return len(people) == 1 and bool(_GLUED.search(said) or _ONE.search(said))
    return len(people) >= 1 and len(people) >= len(pieces) - 1


def _active(reading: str, lines: list[_Line]) -> Iterator[Block]:
    """Read "Councillors A and B voted for the motion (2)" and "Councillor C abstained"."""
    for line in lines:
        said_here = reading[line.start : line.stop].lower()
        if "vot" not in said_here and "abst" not in said_here:
            continue
        behind = line.start
        for said in _ACTIVE.finditer(reading, line.start, line.stop):
            word = said.group().casefold()
            position = "abstain" if word.startswith("abst") else said["position"]
            if not position:
                continue
            if reading[behind : said.start()].rstrip().endswith((".", ";", ":")):
                behind = said.end()
                continue  # "Councillor Ash. Abstained (0)": a head, and nobody's verb
            opener = _opener(reading, behind, said.start())
            if opener is not None:
                people = tuple(names(reading, opener, said.start()))
                total = int(said["total"]) if said["total"] else None
                place = "abstain" if position == "abstain" else position_of(position)
                if people:
                    yield Block(place, people, total, opener, said.end())
            behind = said.end()


def _opener(reading: str, start: int, stop: int) -> int | None:
    """Return where the list of titled names before a verb begins."""
    near = max(start, stop - 2500)
    opens = _TITLE.match(reading, start, stop)
    if near == start and opens and not _TELLS.search(reading, start, stop):
        return start
    for found in _OPENS.finditer(reading, near, stop):
        if not _TELLS.search(reading, found.end(), stop):
            return found.end()
    return None
