"""Codes of performance indicators, as printed: CSC_KPI_04, KPI 1.10.1.2, PI03, [NI191], LPI Depot.

The forms are those of FIELD_GUIDE section 9. CPI and RPI are price indices, never codes; a bare
letter-and-number ("EH1") is one only in brackets or beside the word indicator, measure or PI.

>>> [c.code for c in find("CSC_KPI_04, KPI 14 and PI03 (fire fatalities)", 0, 45)]
['CSC_KPI_04', 'KPI 14', 'PI03']
>>> [c.code for c in find("KPI 1.10.1.2. Indicator 2.15 [NI191] CPI 3", 0, 42)]
['KPI 1.10.1.2', '2.15', 'NI191']
>>> find("a KPI of 90%, KPI 95%, KPI 2019, the A38 (M6)", 0, 45)
[]
"""

import re
from dataclasses import dataclass
from itertools import islice

from extractors.lowered import Needles
from schemas.document import Span

MOST = 60  # codes looked at in one stretch

_CODE = re.compile(
    r"""(?<![\w./-])(?:
      (?P<long>[A-Z]{2,5}[_ -]?KPI[_ -]?[0-9]{1,3}[a-z]?)              # CSC_KPI_04, CSC KPI04
     |(?P<kpi>KPI[_ -]?(?:[Nn]o\.?[ ])?[A-Z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[a-z]?)  # KPI 14
     |(?P<pi>(?:L?PI|SPI|BVPI|BV|NI|LI|SO|CPLI|ASCOF|PAM)[ _/]?[0-9]{1,3}(?:\.[0-9]{1,2})?[a-zA-Z]?)
     |(?P<lpi>LPI[ ][A-Z][a-z]{2,20})                                 # LPI Depot
     |(?:[Ii]ndicator|[Mm]easure|KPI|PI)s?[ ](?:[Nn]o\.?[ ]|[Nn]umber[ ]|[Rr]ef\.?[ ])?
        (?P<beside>[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}|[A-Z]{1,4}[ _-]?[0-9]{1,3}[a-z]?)
     |[\[(](?P<inside>(?:KPI|L?PI|NI|BV|EH|HS|CS|ES|PL|LS|FS|ICT|HR|AC|CH|EN|HO|WM|CT
         |RB)[ _-]?[0-9]{1,3}[a-z]?|[A-Z]{3,5}[ ]0[0-9]{1,2})
        (?=[\])])
    )(?![0-9%/]|[.,][0-9]|[ ]?%|\w)""",
    re.VERBOSE,
)
# "Indicators EH1, EH2 and EH4"
_MORE = re.compile(
    r"(?:,[ ]and|,|[ ]and|[ ]&)[ ](?P<code>[A-Z]{1,4}[ _-]?[0-9]{1,3}[a-z]?)(?![\w%/]|[.,][0-9])"
)


def _more(reading: str, at: int, stop: int) -> list["Code"]:
    codes: list[Code] = []
    while len(codes) < 20 and (found := _MORE.match(reading, at, stop)) is not None:
        codes.append(Code(found.start("code"), found.end("code"), found["code"]))
        at = found.end()
    return codes


_ANY = re.compile(r"KPI|PI|NI|BV|[Ii]ndicator|[Mm]easure|LI|SO|ASCOF|PAM|[\[(][A-Z]")
_INDEX = re.compile(r"^[CR]PI")


@dataclass(frozen=True, slots=True)
class Code:
    """A code and where it stands."""

    start: int
    stop: int
    code: str


# "(H2)", ", F4,", "P3 (" where a sentence sets a result against what was asked for.
_LOOSE = re.compile(
    r"\((?P<bracket>[C-LN-Z][A-Z]{0,3}[ _-]?[0-9]{1,3}[a-z]?|[AB][A-Z]{1,3}[ _-]?[0-9]{1,3})\)"
    r"|,[ ](?P<comma>[C-LN-Z][A-Z]{0,3}[0-9]{1,3}[a-z]?),"
    r"(?=[ ](?:was|were|is|are|came|stood|stands|had|has|ran|run|rose|fell|reached|hit|which"
    r"|provided|delivered|managed|operated|reported|measured|dropped|improved|averaged)\b)"
)


# "P3 (others", "the exception was D6, reviews": a code before the name it stands for.
_LED = re.compile(
    r"(?:[^\n]{0,60}?(?:\b(?:was|were|is|are|and)|:)[ ])?"
    r"(?P<led>(?:[C-LN-Z][A-Z]{0,3}|[A-Z]{2,4})[ _-]?[0-9]{1,3}[a-z]?)"
    r"(?:,[ ]|[ ]\()(?=[a-z])|(?P<long>[A-Z]{1,6}(?:-[A-Za-z]{2,8})?[ _/-]?"
    r"[0-9]{1,4}[a-z]?)(?:(?:[ ]?:|[ ][–-])[ ](?=[0-9A-Za-z%])|[ ]\((?=[a-z]))"
)


# A paragraph that opens with a code: "ED3 Take-up of grants: 23", "(ii)\tLS 10 (boats let)".
_OPENS = re.compile(
    r"(?:[·•●▪*–-][ \t]{0,9}|\(?[0-9a-z]{1,4}[.)][ \t]{1,9})?(?P<code>(?:[A-Z]{2,6}|[C-LN-PR-Z])"
    r"(?:-[A-Za-z]{2,8})?[ _/-]?[0-9]{1,4}[a-z]?)"
    r"(?:[ ]?:[ ]|[ ][–-][ ]|[ ]\(?(?=[A-Za-z][^:\n]{2,90}:[ ]))"
)
_NO_CODES = re.compile(
    r"(?:COVID|CO2|S[ ]?106|PM|FY|QTR|RPI|CPI|PDF|ISO|BS|HB|HC|CAB)", re.IGNORECASE
)


def opening(reading: str, unit: Span) -> Code | None:
    """Return the code that opens a paragraph which reports an indicator.

    >>> opening("LS 10 (boats let in time): 98.1%", Span(0, 32)).code
    'LS 10'
    >>> opening("Q3 lettings: 98%", Span(0, 16)) is None
    True
    """
    found = _OPENS.match(reading, unit.start, unit.stop)
    if found is None or _NO_CODES.match(found["code"]):
        return None
    return Code(found.start("code"), found.end("code"), found["code"])


_ALONE = re.compile(
    r"[A-Za-z]{1,6}(?:-[A-Za-z]{2,8})?[ _/.-]?[0-9]{1,4}(?:[._-]?[0-9a-z]{1,3}){0,3}"
)


def is_alone(reading: str, start: int, stop: int) -> bool:
    """Tell whether words are a code and no more: it leads a line, but names no service.

    >>> is_alone("CBY 35", 0, 6), is_alone("Ports 2 and 3", 0, 13)
    (True, False)
    """
    return _ALONE.fullmatch(reading, start, stop) is not None


def loose(reading: str, sentence: Span, unit: Span | None = None) -> Code | None:
    """Return the one bare code of a sentence, else of its paragraph, that reports an indicator.

    Roads ("A38", "B1", "M6") are none, and a year's quarter ("Q3") is none.

    >>> said = "It took 31 days to relet a home (H2), outside the target of 25."
    >>> loose(said, Span(0, 62)).code, loose("Repairs of the verge (A38) and (Q3)", Span(0, 35))
    ('H2', None)
    """
    led = _LED.match(reading, sentence.start, sentence.stop)
    group = (led.lastgroup or "") if led else ""
    if led and not led[group].startswith("Q"):
        return Code(led.start(group), led.end(group), led[group])
    found = list(islice(_LOOSE.finditer(reading, sentence.start, sentence.stop), 3))
    group = (found[0].lastgroup or "") if len(found) == 1 else ""
    if not group or found[0][group].startswith("Q"):
        return opening(reading, unit) if unit and not found else None
    return Code(found[0].start(group), found[0].end(group), found[0][group])


# Where a result stands beside its target, what has a code's shape and a code's place is one.
_SHAPE = r"[A-Z]{1,6}(?:[ _/.-]?[A-Z]{1,4})?[ _/.-]?[0-9]{1,4}(?:[._/-][0-9]{1,3}){0,2}[a-z]?"
_POINT = (
    r"[·•●▪*–-] {0,9}|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]? {1,9}|\(?(?:[a-z]|[ivx]{1,4})[.)] {1,9}"
)
_PLACED = re.compile(
    rf"[\[(](?P<bracket>{_SHAPE})[\])]"
    rf"|(?:^(?:{_POINT})?|[;:.] )"
    rf"(?P<led>{_SHAPE})(?=[ ]?[:,|–-]| {{1,3}}[A-Za-z(%])"
    rf"|(?P<set>(?<![\w£%./-]){_SHAPE})(?=:|,[ ][a-z]|[ ][–-][ ])"
)
_ROAD = re.compile(r"[ABM][0-9]{1,4}|Q[1-4]|[A-Z]{1,2}[0-9]{1,2}[A-Z]?[ ][0-9][A-Z]{2}")


def placed(reading: str, start: int, stop: int) -> Code | None:
    """Return the one code of words that set a result beside its target; roads are none.

    >>> said = "E-7a: bins missed 31 (target 25). The A38 was shut."
    >>> placed(said, 0, 33).code, placed(said, 34, len(said))
    ('E-7a', None)
    """
    said = reading[start:stop]
    found = {
        m[m.lastgroup or 0]: start + m.start(m.lastgroup or 0)
        for m in islice(_PLACED.finditer(said), MOST)
        if not (_ROAD.fullmatch(m[m.lastgroup or 0]) or _NO_CODES.match(m[m.lastgroup or 0]))
    }
    if len(found) != 1:
        return None
    ((code, at),) = found.items()
    return Code(at, at + len(code), code)


# What stands behind a code up to its verb: "Indicator RG4, loans of charts, has no target".
_GLOSSED = re.compile(
    r",[ ](?P<name>[a-z%][^,;:()\n]{3,110}?),[ ](?:was|were|is|are|has|had|have|stood|stands|came"
    r"|fell|rose|reached|remain(?:s|ed)?|did|missed|met|exceeded)\b"
)


def glossed(reading: str, code: Code, stop: int) -> str | None:
    """Return the name that stands between a code and its verb."""
    found = _GLOSSED.match(reading, code.stop, stop)
    return " ".join(found["name"].split()) if found else None


_GLOSS = re.compile(r"(?:,[ ]|[ ]\()(?P<name>[a-z][^,;:()\n]{3,110}?)(?:,[ ]|\))")


def gloss(reading: str, code: Code) -> str | None:
    """Return the name that stands behind a bare code: "H7, boats mended in a day, was …".

    >>> gloss("H7, boats mended in a day, was 9%", Code(0, 2, "H7"))
    'boats mended in a day'
    """
    found = _GLOSS.match(reading, code.stop)
    return " ".join(found["name"].split()) if found else None


def _is_order(reading: str, start: int, stop: int, code: str) -> bool:
    """Tell whether SO is short for a standing order."""
    return code.startswith("SO") and reading.find("tanding Order", start, stop) >= 0


# "(CSCL 3.2)", "CSRO 1.4, homes delivered": a council's own series, where an aim is spoken of.
_OWN = re.compile(
    r"[\[(](?P<inside>[A-Z]{2,5}[ _/-]?[0-9]{1,3}(?:\.[0-9]{1,2})?[a-z]?)[\])]"
    r"|(?<![\w./(-])(?P<dotted>[A-Z]{2,5}[ ][0-9]{1,2}\.[0-9]{1,2}[a-z]?)(?=[ ]?[,:(–]|[ ]-)"
    r"(?![.,][0-9])"
)
_SPEAKS = Needles("target", "indicator", "kpi", "benchmark")
_NOT_OWN = re.compile(r"\b(?:[Pp]olic(?:y|ies)|[Pp]aragraph|[Ss]ection|[Mm]inute|[Rr]eport)[ ]\(?$")


def _own(reading: str, start: int, stop: int) -> list[Code]:
    """Return the codes of a council's own series; roads, laws and forms have none."""
    if not _SPEAKS.stand_in(reading, start, stop):
        return []
    found = islice(_OWN.finditer(reading, start, stop), MOST)
    spots = ((m.start(m.lastgroup or 0), m[m.lastgroup or 0]) for m in found)
    return [
        Code(at, at + len(code), code)
        for at, code in spots
        if not (_ROAD.fullmatch(code) or _NO_CODES.match(code) or _INDEX.match(code))
        and not _NOT_OWN.search(reading[max(start, at - 14) : at])
    ]


def find(reading: str, start: int, stop: int) -> list[Code]:
    """Return the indicator codes between two offsets, in reading order.

    >>> said = "Waste (CSCL 3.2) met its target; CSRO 1.4, homes, did not."
    >>> [c.code for c in find(said, 0, len(said))]
    ['CSCL 3.2', 'CSRO 1.4']
    """
    if not _DIGIT.search(reading, start, stop):
        return []
    found = {c.start: c for c in _own(reading, start, stop)}
    found |= {c.start: c for c in _printed(reading, start, stop)}
    return [found[at] for at in sorted(found)]


_DIGIT = re.compile("[0-9]")


def _printed(reading: str, start: int, stop: int) -> list[Code]:
    """Return the codes that show by their own letters or words what they are."""
    if not _ANY.search(reading, start, stop):
        return []
    codes: list[Code] = []
    for found in islice(_CODE.finditer(reading, start, stop), MOST):
        group = found.lastgroup or ""
        if not (_INDEX.match(found[group]) or _is_order(reading, start, stop, found[group])):
            codes.append(Code(found.start(group), found.end(group), found[group]))
            if group == "beside":
                codes += _more(reading, found.end(), stop)
    return codes


_APART = re.compile(r"[,;][ ](?:and[ ]|while[ ]|but[ ])?\Z|[ ](?:and|while|whilst|but)[ ]\Z")
_AIMED = re.compile(r"[0-9][^;\n]{0,40}[ ](?:against|target|compared)\b|\(target\b")


def parted(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of a stretch that give each its own code, result and aim.

    >>> said = "KPI 3 (bins) was 62 against 45, KPI 5 (boxes) 97% against 95%."
    >>> [said[a:b] for a, b in parted(said, 0, len(said))]
    ['KPI 3 (bins) was 62 against 45', 'KPI 5 (boxes) 97% against 95%.']
    """
    codes = find(reading, start, stop) if reading.find("against", start, stop) >= 0 else []
    cuts = [
        (gap.start(), code.start) for code in codes[1:]
        if (gap := _APART.search(reading, max(start, code.start - 7), code.start))
    ]  # fmt: skip
    firsts, lasts = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), stop]
    parts = list(zip(firsts, lasts, strict=True))
    told = sum(_AIMED.search(reading, a, b) is not None for a, b in parts)
    return parts if told > 1 else [(start, stop)]


_QUOTED = re.compile(
    r"[ ]?[,:–-]?[ ]?(?:\"(?P<a>[^\"\n]{3,150})\"|'(?P<b>[^'\n]{3,150})'(?!\w)|\("
    r"(?P<c>[^()\n]{3,120})\))"
)
# "(fuel used per site, target 19 litres)": a name and its aim.
_AIM_BEHIND = re.compile(r"[,;][ ](?:the[ ]|with[ ]an?[ ])?(?:target|aim|goal|limit)\b.{0,60}$")
_DASHED = re.compile(
    r"[ ]?[–:-][ ](?P<a>[A-Za-z%][^,;:\n]{2,110}?)(?=[ ]?[,;:–(]|[ ]-[ ]|[ ](?:was|were|is|had|has"
    r"|failed|missed|met|achieved|exceeded|remained|stood)\b|$)"
)


def name_behind(reading: str, code: Code, stop: int) -> str | None:
    """Return the name printed behind a code, in quotes, brackets or behind a dash."""
    at = code.stop + (reading[code.stop : code.stop + 1] in ("]", ")"))
    if found := _QUOTED.match(reading, at, stop):
        name = _AIM_BEHIND.sub("", found["a"] or found["b"] or found["c"])
        return (
            None
            if re.match(
                r"(?:Q[1-4]|[A-Z][a-z]+[ ])?[ ]?20[0-9]{2}|green|amber|red|[0-9£]", name, re.I
            )
            else " ".join(name.split()).rstrip(".")
        )
    found = _DASHED.match(reading, at, stop)
    return " ".join(found["a"].split()).rstrip(".") if found else None


def without(name: str | None, code: str | None) -> str | None:
    """Return a name without the code that leads it.

    >>> without("CS1 Calls answered", "CS1"), without("CS1", "CS1")
    ('Calls answered', None)
    """
    if name is None or code is None or not name.startswith(code):
        return name
    return name[len(code) :].lstrip(" :,–-()[]") or None
