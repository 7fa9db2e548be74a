"""Who was at a meeting: lists under Present, Apologies, In attendance.

Names come one to a line or several by commas, with titles, ranks and parts in brackets:
"Councillors A Smith (Chair), B. Jones MBE and Mrs C Brown".
"""

import re
from collections.abc import Iterator

from schemas.document import Document
from schemas.facts import Attendance

_TITLE = re.compile(
    r"""(?: (?:the\s)?(?:right\s)?
        (?:worshipful|hon(?:ourable)?\.?|rev(?:erend)?\.?|county|borough|town|city|parish)\s
      | (?:councillors?|cllrs?|alderman|aldermen|baroness|lord|lady|sir|dame|mrs?|ms|miss|mx|dr
        |prof(?:essor)?|cynghorwyr|cynghorydd|y\scynghorydd)\b\.?:?\s* ){1,5}""",
    re.VERBOSE | re.IGNORECASE,
)
_MEMBERS = re.compile(r"(?:councillors|cllrs|cynghorwyr)\b", re.IGNORECASE)
_HONOUR = re.compile(r"(?:,?\s(?:OBE|MBE|CBE|JP|BEM|QC|KC|TD|DL|MP|PhD|BA|MSc))+\b")
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
_ROLES = re.compile(
    r"chair|\bvice|mayor|leader|substitut|officer|director|member|co-?opt|virtual", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"substitut|\bfor (?:councillor|cllr)|in place of", re.IGNORECASE)


def find(document: Document, start: int, stop: int, status: str) -> Iterator[Attendance]:
    """Yield the people a list names.

    Takes the document, the offsets of the list and the status its heading gives ("present",
    "apologies", "absent", "substitute", "in_attendance").
    """
    reading = document.reading
    at = start
    while at < stop:
        end = reading.find("\n", at, stop)
        end = stop if end < 0 else end
        yield from _line(document, at, end, status)
        at = end + 1


def _line(document: Document, start: int, stop: int, status: str) -> Iterator[Attendance]:
    words = document.reading[start:stop]
    if len(words) > 4_000 or not words.strip():
        return
    plural = bool(_MEMBERS.match(words.lstrip()))
    for a, b in _pieces(words):
        plural = plural or bool(_MEMBERS.match(words[a:b].lstrip(" \t;").removeprefix("and ")))
        found = _person(words[a:b], plural)
        if found:
            name, x, y, role = found
            yield Attendance(
                start=start + a + x,
                stop=start + a + y,
                quote=document.text[start + a + x : start + a + y],
                rule=f"attendance.{status}",
                name=name,
                role=role,
                status="substitute" if role and _SUBSTITUTE.search(role) else status,
            )


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the pieces between commas and "and", brackets kept whole."""
    for found in _PIECE.finditer(words):
        at = found.start()
        for joint in re.finditer(r"\s(?:and|&|a'r|ac)\s", found[0]):
            yield at, found.start() + joint.start()
            at = found.start() + joint.end()
        if at < found.end():
            yield at, found.end()


def _person(piece: str, plural: bool) -> tuple[str, int, int, str | None] | None:
    """Return (name, start, stop, role) of a piece, None where it is no name."""
    left = len(piece) - len(piece.lstrip(" \t·•-–:*"))
    titled = _TITLE.match(piece, left)
    start = titled.end() if titled else left
    part = _PART.search(piece, start)
    dash = re.search(r"\s[-–]\s", piece[start:])
    stop = part.start() if part else (start + dash.start() if dash else len(piece))
    name = _HONOUR.sub("", piece[start:stop]).strip(" .:\t")
    own_title = bool(titled)
    whole = own_title or plural or " " in name or "." in name  # "PAR" alone is nobody
    pattern_ok = (whole and _NAME.fullmatch(name)) or (
        (own_title or plural) and _SURNAME.fullmatch(name)
    )
    if not pattern_ok or _NOT_NAMES.search(name) or len(name) > 60:
        return None
    role = part[1] if part else (piece[start + dash.end() :].strip() if dash else None)
    role = " ".join(role.split()) if role and _ROLES.search(role) else None
    at = piece.index(name.split()[0], start)
    return " ".join(name.split()), at, at + len(piece[at:stop].rstrip()), role
