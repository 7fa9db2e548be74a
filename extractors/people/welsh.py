"""People of Welsh minutes: who presented a report, who wrote one, who holds a post.

"Cyflwynodd y Cynghorydd Ann Lowe, yr Aelod Cabinet dros Dai, yr adroddiad." -> presenter
"Cyflwynwyd yr adroddiad gan y Cynghorydd Ann Lowe." -> presenter
"Awdur: Joe Hart, Pennaeth Cyllid" -> report author
"""

import re
from collections.abc import Iterator

from extractors.lowered import lowered
from extractors.people.members import NAME
from schemas.document import Document
from schemas.facts import Person

_TITLE = (
    r"(?:(?:(?:[Yy]r?\s)?(?:Cynghorydd|Cyng\b\.?|Aelod\sCabinet|Arweinydd|Athro)|Mr|Mrs|Ms|Dr)\s)"
)
_POST = (
    r"(?:(?:Prif|Dirprwy|Uwch)\s){0,2}(?:Weithredwr|Weithredydd|Pennaeth|Bennaeth|Cyfarwyddwr"
    r"|Gyfarwyddwr|Rheolwr|Reolwr|Swyddog|Aelod\sCabinet|[AD]eilydd\sPortffolio|Arweinydd"
    r"|Cadeirydd|Cyfreithiwr|Trysorydd)\b"
)
# A post ends before "yr adroddiad", "y dangosyddion", "fod …", or with its phrase.
_BEHIND = (
    rf",\s(?:[Yy]r?\s)?(?P<post>{_POST}(?:[^.;:\n]{{0,120}}?(?=,?\s(?:yr?|fod|bod)\s[a-zâêîôûŵŷ])"
    r"|[^,.;:\n]{0,80}))"
)
_WHO = rf"(?P<title>{_TITLE})?(?P<who>{NAME})(?:{_BEHIND})?"
_VERB = r"(?!\w{2,14}(?:odd|wyd)\b)"  # "Atebodd Ann Lowe, Rheolwr Parciau": a verb comes first
_PATTERNS = (
    (re.compile(rf"\bCyflwynodd\s{_WHO}"), "presenter"),
    (re.compile(rf"\bCyflwynwyd\s(?:[^.:,\n]{{2,60}}?\s)?gan\s?:?\s{_WHO}"), "presenter"),
    (re.compile(rf"\bAwdur(?:on)?(?:\syr\s[Aa]droddiad)?\s?[:\t]\s{{0,3}}{_WHO}"), "report_author"),
    (re.compile(rf"\b[Aa]droddiad\s(?:[a-zâêîôûŵŷ]{{3,14}}\s){{0,2}}gan\s{_WHO}"), "report_author"),
)  # fmt: skip
_POSTED = re.compile(rf"(?P<title>{_TITLE})?(?<![\w-]){_VERB}(?P<who>{NAME}){_BEHIND}")
_HELD = re.compile(_BEHIND)
_BACK, _ON = 90, 40  # characters before a post for its name, and behind it for what ends it
_CUES = (
    "yflwyn", "awdur", "gan y cyng", "ennaeth", "yfarwyddwr", "eolwr", "ilydd portffolio",
    "aelod cabinet",
)  # fmt: skip
_NO_NAME = re.compile(
    r"\b(?:Gwasanaeth\w{0,4}|Cyngor|Cabinet|Pwyllgor|Adran|Prif|Pennaeth|Swyddog|Cyfarwyddwr|Rheolwr"
    r"|Aelod|Arweinydd|Cadeirydd|Deilydd|Adroddiad|Grŵp|Tîm)\b"
)
_MEMBERS = ("Aelod", "Deilydd", "Arweinydd")
_COUNCILLORS = re.compile(r"(?:[Yy]r?\s)?(?:Cynghorydd|Cyng|Aelod|Arweinydd)")


def find(document: Document) -> Iterator[Person]:
    """Yield the people that Welsh sentences name with a post or a part; each name once."""
    reading = document.reading
    low = lowered(reading)
    if not any(cue in low for cue in _CUES):
        return
    said: set[str] = set()
    for found, role in _matches(reading):
        who = " ".join(found["who"].split()).rstrip(".")
        alone = " " not in who and not found["title"]
        if not alone and who.casefold() not in said and not _NO_NAME.search(who):
            said.add(who.casefold())
            yield _person(document, found, who, role)


def _matches(reading: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield who has a part by the words before, then who has a post behind the name."""
    for pattern, role in _PATTERNS:
        for found in pattern.finditer(reading):
            yield found, role
    for post in _HELD.finditer(reading):
        for held in _POSTED.finditer(reading, max(0, post.start() - _BACK), post.end() + _ON):
            if held.start("post") == post.start("post"):
                yield held, "other"


def _person(document: Document, found: re.Match[str], who: str, role: str) -> Person:
    post = found["post"]
    start = found.start("who")
    stop = found.end("post") if post else start + len(found["who"].rstrip("."))
    titled = found["title"] and _COUNCILLORS.match(found["title"])
    if role == "other" and (titled or (post and post.startswith(_MEMBERS))):
        role = "councillor"
    return Person(
        start=start, stop=stop, quote=document.text[start:stop], rule=f"people.welsh.{role}",
        name=who, post=" ".join(post.split()) if post else None, role=role,
    )  # fmt: skip
