"""The body that a text says resolved, by the full name the page gives it.

Minutes say "the Board" or "the Committee"; the description or the first sentence names it in full.
Other bodies of the same sort are named too, so only the name that stands before the short form,
alone and not as a source of papers, counts.
"""

import re
from collections.abc import Iterator

from schemas.document import Document

_NOUN = (
    r"(?:Sub-?[Cc]ommittee|Committee|Board|Panel|Commission|Cabinet|Executive|Forum"
    r"|Working\sGroup|Task\sGroup)"
)
# "the Board noted", "That the Board", "Committee RESOLVED": the short form as the one that acts.
_ACTS = re.compile(
    rf"""\b(?:[Tt]he\s)? (?P<noun>{_NOUN}) (?: :(?=\s{{0,4}}(?:$|[(0-9\n])) | \s (?:
        (?:then\s|also\s|unanimously\s|therefore\s|duly\s)? (?:RESOLVED|[Rr]esolved|AGREED|agreed
        |approved?s?|noted?s?|considered|received|endorsed?s?|recommended?s?|recommends?|supported
        |records?|welcomed|adopts?|adopted|authorised?s?|be\s(?:reassured|assured|asked|requested)
        |accepted|accepts?|confirmed|determined|decided|is\srecommended|has\s(?:approved|agreed))))
      """,
    re.VERBOSE | re.MULTILINE,
)
# Bodies whose short name is the whole.
_WHOLE = (
    r"(?P<name>(?:Full[ ])?Cabinet|Executive(?:[ ](?:Board|Cabinet))?|Full[ ]Council"
    r"|Mayor[ ]and[ ]Cabinet)"
)
# "Cabinet agreed" at the start of a line, "That the Executive approve": a name that needs no more.
_ITSELF = re.compile(
    rf"""(?:^[ \t]{{0,4}}(?:[(]?[0-9a-z]{{1,3}}[).][ \t]{{1,4}})? | \b[Tt]hat[ ]
            | \bRESOLVED[ ]by[ ])
        (?:[Tt]he[ ])? {_WHOLE}
        (?: :(?=\s{{0,4}}(?:$|[(0-9\n]))
          | [ ](?:(?:then|also|unanimously|therefore|duly)[ ])?(?:RESOLVED|resolved|AGREED|agrees?d?
            |approved?s?|noted?s?|endorsed?s?|decided|authorised?s?|adopts?|accepts?|accepted
            |considered|received)\b )""",
    re.VERBOSE | re.MULTILINE,
)
# "Cabinet, having considered the report, RESOLVED": the same with what it did before.
_HAVING = re.compile(
    rf"""(?:^[ \t]{{0,4}}|,[ ]) (?:[Tt]he[ ])? {_WHOLE}
        (?:,[ ]|[ ]for[ ]the[ ]reasons[ ])[^.;]{{0,200}}? \bRESOLVED\b""",
    re.VERBOSE | re.MULTILINE,
)
# Two to nine capitalised words with small joints, ending in the noun.
_FULL = re.compile(
    rf"""(?<![\w-]) (?P<name> (?:[A-Z][\w'&-]{{1,30}},?\s)
        (?:(?:[A-Z&][\w'&-]{{0,30}},?|and|of|for|the|on|in)\s){{0,8}} (?P<noun>{_NOUN})
        (?:\s(?:on|for)\s(?:the\s)?[A-Z][\w-]{{2,30}}
            (?:\s(?:and\s)?[A-Z][\w-]{{2,30}}){{0,3}}
          |\s\((?![A-Z]{{2,8}}\))[A-Z][\w ,&'-]{{2,40}}\))? )
        (?!\s?['-]?(?!RESOLVED\b|AGREED\b|NOTED\b)[A-Z]\w)""",
    re.VERBOSE,
)
# What stands before the name of a body that only sent or wrote something.
_SOURCE = re.compile(
    r"""(?: \b(?:minutes|report|reports|recommendations?|referral|reference|reply|comments|views
        |meetings?|members?|chair(?:man|person)?|behalf|work|feedback)\s(?:of|from|by|to)
      | \b(?:from|established|new|recent|joint|referred\sto|reported\sto|and|with|into) )
      \s(?:the\s|an?\s|its\s)? (?:\w+\s)? $""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADING = re.compile(r"(?:[Tt]he|That|This|A|An|To|At|In|On|By|For|When|As|Members|Council)\s")


def named(document: Document, start: int, stop: int) -> tuple[int, int] | None:
    """Return the span of the full name of the body that resolved, None where it is not given."""
    reading = document.reading
    if span := _itself(reading, start, stop):
        return span
    acts = _ACTS.search(reading, start, stop)
    if not acts:
        return None
    noun = acts["noun"]
    before = _bare(reading, noun, start, stop)
    names = list(_names(reading, noun, start, before))
    spelled = {reading[a:b].casefold() for a, b in names}
    if len(spelled) == 1:
        return names[0]
    # "the Harbour Committee" is "the Esk and Lune Harbour Committee" with its place left out.
    whole = max(spelled, key=len, default="")
    if all(whole.endswith(f" {short}") for short in spelled - {whole}):
        return next(((a, b) for a, b in names if reading[a:b].casefold() == whole), None)
    return None


def _itself(reading: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the span of "Cabinet" where it resolved and nothing else did."""
    own = _ITSELF.search(reading, start, stop) or _HAVING.search(reading, start, stop)
    if own is None:
        return None
    nouns = {found["noun"] for found in _ACTS.finditer(reading, start, stop)}
    return own.span("name") if nouns <= set(own["name"].split()) else None


def _bare(reading: str, noun: str, start: int, stop: int) -> int:
    """Return the offset of the first short form: "the Board"."""
    found = re.compile(rf"\b[Tt]he\s{noun}\b(?!\son\s)").search(reading, start, stop)
    return found.start() if found else stop


def _names(reading: str, noun: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for found in _FULL.finditer(reading, start, stop):
        if found["noun"] != noun:
            continue
        a, b = found.span("name")
        while lead := _LEADING.match(reading, a, b):
            a = lead.end()
        if " " not in reading[a:b] or _SOURCE.search(reading[max(0, a - 60) : a]):
            continue
        yield a, b
