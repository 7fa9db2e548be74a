"""Who was at a meeting: lists under Present, Apologies, In attendance.

Names come one to a line or several by commas, with titles, ranks and parts in brackets:
"Councillors A Smith (Chair), B. Jones MBE and Mrs C Brown".
"""

import re
from collections.abc import Iterator, Sequence

from extractors.organisations.shapes import forenames, not_names
from extractors.people.posts import has_post_word
from schemas.document import Document
from schemas.facts import Attendance, Person

_TITLE = re.compile(
    r"""(?: (?:the\s)?(?:right\s)? (?:worshipful|hon(?:ourable)?\.?|rev(?:erend|d|'d)?\.?)\s
      | (?:the\s)? (?:(?:deputy\s)?(?:lord\s)?mayor|(?:lord\s)?provost),?\s
        (?=councillors?\b|cllrs?\b|alderm[ae]n\b)
      | (?:the\s)? (?:county|borough|town|city|parish|ward|district|independent|lead|co-opted)\s
        (?=councillors?\b|cllrs?\b|alderm[ae]n\b|mr|ms|dr)
      | (?:councillors?|cllrs?|alderman|aldermen|baroness|lord|lady|sir|dame|mrs?|ms|miss|mx|dr
        |prof(?:essor)?|(?:y\s)?cynghorwyr|(?:y\s)?cynghorydd
        |(?:sgt|insp(?:ector)?|supt|superintendent|capt(?:ain)?|cdr|col(?:onel)?|baill?ie|provost)
         (?=\s[A-Z]))\b\.?:?\s* ){1,5} (?:[–-]\s?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_MEMBERS = re.compile(r"(?:councillors|cllrs|cynghorwyr)\b", re.IGNORECASE)
_HONOUR = re.compile(
    r"(?:,?\s(?:OBE|MBE|CBE|KBE|DBE|JP|BEM|QPM|QFSM|QC|KC|TD|DL|MP|MSP|CC|PhD|BA|BSc|MSc))+\b"
)
# A name: initials or given names, then a surname of one or two parts.
_NAME = re.compile(
    r"""(?: [A-ZÀ-Þ] (?: [\w'’-]{0,24} ) \.? [ ]? ){1,4}
        (?: (?:de|van|von|der|la|le|ap|ab|du)[ ] ){0,2} [A-ZÀ-Þ][\w'’-]{1,30}""",
    re.VERBOSE,
)
_SURNAME = re.compile(r"(?:(?:de|van|von|Mc|Mac|O')\s?)?[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?")
_PART = re.compile(r"\(([^()]{2,80})\)")
_PIECE = re.compile(r"[^,;\n(]*(?:\([^()\n]{0,120}\)[^,;\n(]*)*")
_NOT_NAMES = re.compile(
    r"\b(?:none|nil|members?|officers?|public|press|present|absence|received|apologies"
    r"|councillors|committee|council|also|other|substitut\w{0,12}|meeting|items?|minutes?|agenda"
    r"|there|were|was|from|for|and|the)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s(?:and|&|a'r|ac|a(?=\s[A-ZÀ-Þ]))\s")
# "Councillor T Ash Councillor R Elm": two columns that a copy ran together.
_BESIDE = re.compile(
    r"(?P<word>[A-ZÀ-Þ][\w'’-]{1,30})(?P<gap>\s)(?=(?:Councillor|Cllr|Alderman|Mr|Mrs|Ms|Miss|Dr)\b\.?\s[A-Z])"
)
_ROLES = re.compile(
    r"chair|\bvice|mayor|leader|substitut|officer|director|member|co-?opt|virtual", re.IGNORECASE
)
_FOR_ITEM = re.compile(
    r"\s\((?:for\s)?(?:items?|minutes?|agenda|until|from|part)\b[^()]*\)", re.IGNORECASE
)
_CHAIR = re.compile(r"(?:vice|deputy|co)?[- ]?chair\w{0,6}", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"substitut|\bfor (?:councillor|cllr)|in place of", re.IGNORECASE)


# Columns: a tab, a pipe or a run of blanks between the cells of a line.
# "Chair Cllr P Lowe": a part before a titled name.
_CHAIRED = re.compile(
    r"(?P<chair>(?:(?:Vice|Deputy)[ -])?(?:Chair(?:man|woman|person)?|Mayor|Leader)):?[ ]"
    r"(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)"
)
# "The Mayor (Councillor A Tern)", "Harbour Master: Ann Lee": the post before the name.
_TURNED = re.compile(
    r"[ \t·•*]{0,6}+(?:the\s)?(?P<post>[A-Z][^()\n:]{2,70}?)"
    r"(?:\s?\((?P<within>[^()]{4,60})\)|(?:\s[-–—]\s|:\s{1,3})(?P<behind>[^()]{4,60}))[ .]*",
    re.IGNORECASE,
)
# "Councillor A Tern in the Chair", "Councillor A Tern *": what stands behind a name.
_BEHIND = re.compile(r",?\s(?:was\s)?(?P<chair>in\sthe\schair)$|\s?[*#†‡+]{1,3}$", re.IGNORECASE)
# "Cyfarwyddwr Corfforaethol", "Swyddog Cyfathrebu": posts in Welsh.
_WELSH_POST = re.compile(
    r"(?:is-)?(?:g?yfarwyddwr(?:aig)?|cyfarwyddwr(?:aig)?|b?pennaeth|swyddogion|swyddog|rheolwr(?:aig)?"
    r"|cyfreithiwr|cyfreithwraig|prif|trysorydd|clerc|ysgrifennydd|arweinydd|aelod|cydlynydd"
    r"|uwch|gwasanaethau?|t[iî]m|peiriannydd|archwilydd|cynorthwy-?ydd)\b",
    re.IGNORECASE,
)
# The end of a post behind "and": "Director of Enterprise and Tourism".
_GOES_ON = re.compile(r"\s{0,3}[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20}){0,3}[\s.]{0,3}")
# Last words of places, firms, bodies and headings, which few surnames are.
_PLACES = frozenset(
    "suite chamber chambers house room rooms centre center building buildings office offices street"
    " road lane square session forum ref teams zoom hall theatre court park grove way"
    " harbour valley club trust ltd limited llp plc union unions branch association society charity"
    " foundation federation network alliance consortium advice uk link seat side party democrats"
    " voting group".split()
)
_COLUMN = re.compile(r"[\t|]|(?<=\S)[ ]{3,40}(?=\S)")
_CELL = re.compile(r"[ ]?[^,;]*")  # up to the next comma or column
_WRAPS = 4  # lines that a bracket may run over


def find(document: Document, start: int, stop: int, status: str) -> Iterator[Attendance]:
    """Yield the people a list names.

    Takes the document, the offsets of the list and the status its heading gives ("present",
    "apologies", "absent", "substitute", "in_attendance").
    """
    reading = document.reading
    at = start
    while at < stop:
        end = at - 1
        for _ in range(_WRAPS):
            end = reading.find("\n", end + 1, stop)
            end = stop if end < 0 else end
            if end == stop or reading.count("(", at, end) <= reading.count(")", at, end):
                break
        yield from _line(document, at, end, status)
        at = end + 1


def _line(document: Document, start: int, stop: int, status: str) -> Iterator[Attendance]:
    words = document.reading[start:stop].replace("\n", " ")
    if len(words) > 4_000 or not words.strip():
        return
    columns = [m.start() for m in _COLUMN.finditer(document.text, start, stop)]
    for at in columns:  # the reading has blanks for tabs
        words = f"{words[: at - start]},{words[at - start + 1 :]}"
    plural = bool(_MEMBERS.match(words.lstrip(" ,")))
    last: tuple[str, int, int, str | None] | None = None  # name, its span, role
    post = 0  # where the post behind the last name begins
    if "," not in words and ";" not in words and (turned := _turned(words)):
        yield _row(document, start, turned, status)  # "Head of Quays and Tolls – Ann Lee"
        return
    for a, b in _pieces(words):
        piece = words[a:b]
        plural = plural or bool(_MEMBERS.match(piece.lstrip(" \t;").removeprefix("and ")))
        if not plural and _is_post(piece):
            if turned := _turned(piece):
                if last:
                    yield _row(document, start, last, status)
                name, x, y, role = turned
                last, post = (name, a + x, a + y, role), 0
                continue
            cell = _CELL.match(words, a)
            if last and (post or has_post_word(cell[0] if cell else piece)):
                post = post or a + len(piece) - len(piece.lstrip(" ,"))
                last = (*last[:3], " ".join(words[post:b].split()).strip(" .:;"))
            continue
        found = _person(piece, plural)
        if not found and last and post and _GOES_ON.fullmatch(piece):
            last = (*last[:3], " ".join(words[post:b].split()).strip(" .:;"))
        if found and (not last or plural or start + a - 1 not in columns or _is_called(piece)):
            if last:
                yield _row(document, start, last, status)
            name, x, y, role = found
            last, post = (name, a + x, a + y, role), 0
    if last:
        yield _row(document, start, last, status)


def _row(
    document: Document, start: int, said: tuple[str, int, int, str | None], status: str
) -> Attendance:
    name, x, y, role = said
    if role == "in the Chair" and status == "in_attendance":
        status = "present"  # who chairs is no visitor
    return Attendance(
        start=start + x,
        stop=start + y,
        quote=document.text[start + x : start + y],
        rule=f"attendance.{status}",
        name=name,
        role=role,
        status="substitute" if role and _SUBSTITUTE.search(role) else status,
    )


def _is_post(piece: str) -> bool:
    """Tell whether a piece behind a name is a post or part of one: "Chief Executive"."""
    said = _PART.sub("", piece).strip(" .:-–\t·•*")
    name, dash, behind = said.partition(" – ") if " – " in said else said.partition(" - ")
    if dash and _NAME.fullmatch(name) and _is_post(behind) and not _is_post(name):
        return False  # "Ann Lee - Harbour Master"
    if (
        not said
        or _TITLE.match(said)
        or _CHAIRED.match(said)
        or said.split(" ")[0].casefold() in forenames()
    ):
        return False
    if _WELSH_POST.match(said):
        return True
    return has_post_word(said) or any(
        len(w) > 1 and w.casefold() in not_names() for w in said.split()
    )  # "A G Elm" opens with no article


def _turned(piece: str) -> tuple[str, int, int, str | None] | None:
    """Return (name, start, stop, post) where the post stands before the name."""
    found = _TURNED.fullmatch(piece)
    group = "within" if found and found["within"] else "behind"
    if found is None or not _is_role(found["post"]):
        return None
    titled = _TITLE.match(found[group])
    person = _person(found[group], False) if titled or not _is_post(found[group]) else None
    if person is None or (group == "within" and not titled):
        return None
    name, x, y, _ = person
    at = found.start(group)
    return name, at + x, at + y, " ".join(found["post"].split())


def _is_role(said: str) -> bool:
    return bool(_ROLES.search(said)) or has_post_word(said)


def _is_place(name: str) -> bool:
    """Tell whether words are a room or a heading and no name: "Civic Suite", not "Ann Street"."""
    first, _, last = name.rpartition(" ")
    first = first.split(" ")[0].strip(".").casefold()
    return last.casefold() in _PLACES and len(first) > 1 and first not in forenames()


def _is_called(piece: str) -> bool:
    """Tell whether a cell beside a name is a name too, and no ward or post."""
    said = piece.lstrip(" \t·•-–:*")
    return bool(_TITLE.match(said)) or said.split(" ")[0].casefold() in forenames()


def posted(document: Document, present: Sequence[Attendance]) -> Iterator[Person]:
    """Yield those in attendance whose post is printed with their names: officers, portfolio
    holders. Members of the body itself are in `attendance` alone.
    """
    for row in present:
        if row.status != "in_attendance" or not row.role or not has_post_word(row.role):
            continue
        post = _FOR_ITEM.sub("", row.role)
        span = None if _CHAIR.fullmatch(post) else _with_post(document.reading, row, post)
        if span is None:
            continue
        start, stop = span
        proof = document.text[start:stop]
        yield Person(
            start=start, stop=stop, quote=proof, rule="people.attending", name=row.name,
            post=post, role="other",
        )  # fmt: skip


def _with_post(reading: str, row: Attendance, post: str) -> tuple[int, int] | None:
    """Return the span of a name with the post behind or before it, None where it is not found."""
    first, last = post.split()[0], post.split()[-1]
    end = reading.find(last, row.stop, row.stop + 2 * len(post) + 40)
    if end >= 0:
        return row.start, end + len(last)
    begin = reading.rfind(first, max(0, row.start - 2 * len(post) - 10), row.start)
    return (begin, row.stop) if begin >= 0 else None


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the pieces between commas and "and", brackets kept whole."""
    for found in _PIECE.finditer(words):
        at = found.start()
        for start, stop in _joints(found[0]):
            before = found[0][:start]
            if before.count("(") > before.count(")"):
                continue  # "(Lune West and Wyre)"
            yield at, found.start() + start
            at = found.start() + stop
        if at < found.end():
            yield at, found.end()


def _joints(piece: str) -> list[tuple[int, int]]:
    """Return where a piece between commas is cut further: at "and", before another's title."""
    cuts = [m.span() for m in _JOINT.finditer(piece)]
    for found in _BESIDE.finditer(piece):
        word = found["word"]
        if not (_TITLE.match(f"{word} A") or _ROLES.search(word) or has_post_word(word)):
            cuts.append(found.span("gap"))
    return sorted(cuts)


def _person(piece: str, plural: bool) -> tuple[str, int, int, str | None] | None:
    """Return (name, start, stop, role) of a piece, None where it is no name."""
    left = len(piece) - len(piece.lstrip(" \t·•-–:*"))
    chair = _CHAIRED.match(piece, left)
    left = chair.end() if chair else left
    titled = _TITLE.match(piece, left)
    start = titled.end() if titled else left
    part = _PART.search(piece, start)
    dash = re.search(r"\s[-–]\s", piece[start:])
    stop = part.start() if part else (start + dash.start() if dash else len(piece))
    said = piece[start:stop].rstrip(" .:\t")
    behind = _BEHIND.search(said)
    if behind:
        said = said[: behind.start()]
        stop = start + behind.start()
    name = _HONOUR.sub("", said).strip(" .:\t")
    own_title = bool(titled)
    whole = own_title or plural or " " in name or "." in name  # "PAR" alone is nobody
    pattern_ok = (whole and _NAME.fullmatch(name)) or (
        (own_title or plural) and _SURNAME.fullmatch(name)
    )
    if not pattern_ok or _NOT_NAMES.search(name) or len(name) > 60:
        return None
    if not (own_title or plural) and _is_place(name):
        return None
    role = part[1] if part else (piece[start + dash.end() :].strip() if dash else None)
    role = " ".join(role.split()) if role and _is_role(role) else None
    if role and _TITLE.match(role) and " attended " in role:
        role = None  # another stood in: "(Mr B Elm, Director attended in his absence)"
    role = role or (chair["chair"] if chair else None)
    role = role or ("in the Chair" if behind and behind["chair"] else None)
    at = piece.index(name.split()[0], start)
    return " ".join(name.split()), at, at + len(piece[at:stop].rstrip(" .:\t")), role
