"""Who was at a meeting as sentences tell it: apologies, substitutes, others in attendance.

"Apologies for absence were received from Councillors Ash and Mrs B Elm." -> two apologies
"Councillor Oak substituted for Councillor Ash." -> a substitute
"Councillors Ash and Elm were also in attendance." -> two in attendance
"Cafwyd ymddiheuriadau gan y Cynghorwyr A. Onn a B. Derw." -> two apologies
Who is known from the list at the head of the page is not told again.
"""

import re
from collections.abc import Iterator

from extractors.context import Context
from extractors.lowered import Needles
from extractors.people import attendance
from extractors.people.members import PERSON, TITLES, is_titled, untitled
from extractors.resolutions import prose
from schemas.document import Section
from schemas.facts import Attendance

_SWAPS = 20  # lines of substitutes
KINDS = ("minutes", "body", "attendance", "decision", "interests")
_CUES = Needles(
    "apolog", "ymddiheur", "substitut", "in attendance", "also present", "were present",
    "in place of", "deputis",
)  # fmt: skip
_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b(?![^.\n]{0,40}\blate)[^.\n]{0,70}?\b"
    r"(?:from|(?<=apologies\s)of|(?<=absence\s)of|on\sbehalf\sof|for\sabsence\sfor|(?:received|submitted|intimated|recorded|noted|given)\sby)"
    r"\s?:?\s{1,3}(?:the\s)?(?:following(?:\smembers)?\s?:\s{1,3})?(?=\S)"
    r"|^\s{0,3}apologies(?:\sfor\sabsence)?\s?[:–-]\s{1,3}(?=\S)",
    re.IGNORECASE,
)
_WELSH = re.compile(
    r"\b[Yy]mddiheuriad(?:au)?\b[^.\n]{0,60}?\b(?:gan|oddi\swrth|ar\sran)\s(?:y\s|yr\s)?"
    r"(?=Cyngh?|[A-ZÀ-Þ]\.|Mr|Mrs|Ms)"
)
# "Councillor Ash had given his apologies".
_GAVE = re.compile(
    rf"(?P<who>{PERSON})\s(?:had\s|has\s)?(?:sent|gave|given|submitted|tendered|offered|conveyed)\s"
    r"(?:his|her|their|an?)\sapolog(?:y|ies)\b(?!\sfor\s(?:late|having|the|not\b))"
)
# "Councillor Oak (was) substituting for Councillor Ash", "attended as substitute for".
_SUBSTITUTE = re.compile(
    rf"(?P<who>{PERSON})(?:\s\([^()\n]{{0,40}}\))?,?\s(?P<role>(?:(?:was|were|is|had|attended|present|in\sattendance|acted"
    r"|attending|acting|here|duly|also)\s){0,3}(?:(?:as\s)?(?:an?\s|the\s|his\s|her\s|their\s)?(?:named\s)?"
    r"substitut(?:ed?|ing|es)|deputis(?:ed|ing)|in\s(?:the\s)?place)\s(?:for|of)\s"
    rf"(?P<other>{PERSON}))"
)
# "Councillor Oak for Councillor Ash", a line of its own under what speaks of substitutes.
_FOR = re.compile(
    rf"\W{{0,4}}(?:(?:[0-9]{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s{{1,16}})?(?P<who>{PERSON})"
    rf"(?:\s\([^()\n]{{0,40}}\))?\s(?P<role>for\s(?P<other>{PERSON}))(?:\W{{1,3}}and)?\W{{0,3}}$",
    re.MULTILINE,
)
# "Councillor Ash, for whom Councillor Oak was substitute".
_WHOM = re.compile(
    rf"\bfor\swhom\s(?P<who>{PERSON})\s(?P<role>(?:was|is|attended|acted)\s"
    r"(?:(?:as|an?|the)\s){0,2}substitut(?:ed?|ing|es?))\b"
)
# "Apologies for absence were received from:", over a list.
_FROM = re.compile(
    r"\b(?:from|of|by|for|following|gan)\s?(?:members?|councillors?)?\s?[:–-]{1,2}\s*\Z"
)
_THERE = re.compile(
    r"\s(?:was|were)\s(?:(?P<also>also|both)\s){0,2}(?:(?P<in>in\sattendance)|(?P<present>present))\b"
    r"(?!\s(?:for|during|when|throughout|until|from|as|to)\b)"
)
_HEADED = re.compile(r"\W{0,3}(?:[0-9]{1,3}\W{1,3})?(?:apolog|ymddiheur)", re.IGNORECASE)
_VERBS = re.compile(r"\b(?:was|were|had|has|have|is|are|that|would|declared|noted|attended|due)\b")
_SAYS = re.compile(r"\b(?:that|said|asked)\b")
_LIST = re.compile(rf"(?=(?:[Tt]he\s)?{TITLES}\s)")
# Where a list of names ends before its sentence does.
_ENDS = re.compile(
    r";|\s[–-]\s|,?\s(?:who|with|and\s(?:it\swas|for|there|apologies)|for\s(?:late|whom)|as\s(?:he|she|they)"
    r"|due\sto|because|was\s|were\s|had\s|substitut\w{1,6}|in\splace\sof|attended|no\s)\b"
)


def find(section: Section, context: Context) -> Iterator[Attendance]:
    """Yield those whom a section's sentences put at the meeting, or keep from it."""
    reading = context.reading
    if section.kind not in KINDS:
        return
    told = list(_all(section, context, reading))
    if not told:
        return
    known = {(row.name.casefold(), row.status) for row in context.known(Attendance)}
    for row in told:
        if (row.name.casefold(), row.status) not in known:
            known.add((row.name.casefold(), row.status))
            yield row


def _all(section: Section, context: Context, reading: str) -> Iterator[Attendance]:
    if _is_of_apologies(section, context):
        end = reading.find("\n", section.start, section.stop)
        end = section.stop if end < 0 else end
        if not _VERBS.search(reading, section.start, end):
            yield from _listed(section.start, end, "apologies", context)
    for cue in _CUES.among(reading, section.start, section.stop):
        if reading.startswith(("substitut", "Substitut"), cue):
            yield from _swaps(reading.find("\n", cue, section.stop), section.stop, context)
        begin, end = _sentence(section, context, cue)
        yield from _told(begin, end, context)
        if reading.startswith(("polog", "mddiheur"), cue + 1):
            yield from _below(begin, end, section.stop, context)


def _below(begin: int, end: int, stop: int, context: Context) -> Iterator[Attendance]:
    """Yield those whom the lines below a colon name: "Apologies were received from:"."""
    reading = context.reading
    if not _FROM.search(reading, begin, end):
        return
    at = end
    for _ in range(_SWAPS):
        while at < stop and reading[at] in "\n \u00a0·•-":
            at += 1
        line = reading.find("\n", at, stop)
        line = stop if line < 0 else line
        if at >= stop or not _LIST.match(reading, at, line):
            return
        yield from _listed(at, line, "apologies", context)
        for found in _WHOM.finditer(reading, at, line):
            yield from _one(found, " ".join(found["role"].split()), "substitute", context)
        at = line


def _is_of_apologies(section: Section, context: Context) -> bool:
    """Tell whether an item is headed Apologies: a bare list below it is of who sent theirs."""
    at = section.decision
    if at is None or not 0 < at <= len(context.cut.decisions):
        return False
    return _HEADED.match(context.cut.decisions[at - 1].title or "") is not None


def _swaps(at: int, stop: int, context: Context) -> Iterator[Attendance]:
    """Yield the substitutes that lines below name: "Councillor Oak for Councillor Ash"."""
    reading = context.reading
    for _ in range(_SWAPS):
        if at < 0:
            return
        while at < stop and reading[at] in "\n \u00a0":
            at += 1
        end = reading.find("\n", at, stop)
        found = _FOR.match(reading, at, stop if end < 0 else end)
        if not found or not is_titled(found["other"]):
            return
        role = " ".join(found["role"].split()).rstrip(".")
        yield from _one(found, role, "substitute", context)
        at = end


def _sentence(section: Section, context: Context, at: int) -> tuple[int, int]:
    """Return the sentence around an offset, with the line below a colon that closes it."""
    reading = context.reading
    start = max(section.start, reading.rfind("\n", section.start, at) + 1)
    end = reading.find("\n", at, section.stop)
    end = section.stop if end < 0 else end
    for begin, stop in prose.sentences(reading, start, min(end, start + 4_000)):
        if begin <= at < stop:
            return begin, stop
    return start, end


def _told(start: int, stop: int, context: Context) -> Iterator[Attendance]:
    reading = context.reading
    for pattern in (_APOLOGIES, _WELSH):
        if found := pattern.search(reading, start, stop):
            yield from _listed(found.end(), stop, "apologies", context)
    if gave := _GAVE.search(reading, start, stop):
        yield from _one(gave, None, "apologies", context)
    for found in _SUBSTITUTE.finditer(reading, start, stop):
        role = " ".join(found["role"].split()).rstrip(".")
        yield from _one(found, role, "substitute", context)
    for found in _WHOM.finditer(reading, start, stop):
        yield from _one(found, " ".join(found["role"].split()), "substitute", context)
    there = _THERE.search(reading, start, stop)
    opens = _LIST.match(reading, start, stop) if there else None
    if there and opens and not _SAYS.search(reading, start, there.start()):
        is_member = there["present"] and not there["also"]
        status = "present" if is_member else "in_attendance"
        yield from _listed(start, there.start(), status, context)


def _one(
    found: re.Match[str], role: str | None, status: str, context: Context
) -> Iterator[Attendance]:
    """Yield the titled person of a match."""
    name = untitled(found["who"])
    if name and is_titled(found["who"]) and name in found["who"]:
        at = found.start("who") + found["who"].rfind(name)
        yield context.make(
            Attendance, at, at + len(name), "attendance.told", name=name, role=role, status=status
        )


def _listed(start: int, stop: int, status: str, context: Context) -> Iterator[Attendance]:
    """Yield the names of a list that opens with a title; another list is left alone."""
    reading = context.reading
    if not _LIST.match(reading, start, stop):
        return
    for ends in _ENDS.finditer(reading, start, stop):
        at = ends.start()  # not "(Ms Ash attended as substitute)", inside a list
        if reading.count("(", start, at) <= reading.count(")", start, at):
            stop = at
            break
    for row in attendance.find(context.document, start, stop, status):
        swapped = row.status != status  # "(substitute Councillor Oak)" tells of another
        yield context.make(
            Attendance, row.start, row.stop, "attendance.told", name=row.name,
            role=None if swapped else row.role, status=status,
        )  # fmt: skip
