"""Who moved where the sentence itself names nobody: a pronoun, a notice given above.

"Councillor Tern presented the report. She proposed the recommendation." -> Tern
"Cllr Gull had given notice of the following motion … The motion was seconded by Cllr Knot." -> Gull
Each looks back only where a sentence asks for it, and gives nobody where two people might be meant.
"""

import re

from extractors.people.members import PERSON, TITLES, Member, is_titled, untitled
from extractors.resolutions import prose

_FAR = 1_500  # characters that a pronoun may stand behind its name
_NOTICE = 9_000  # and a seconder behind a notice
_SENTENCES = 4
# "She then moved", "He thereafter proposed, seconded by Councillor Gull, that".
_PRONOUN = re.compile(
    r"(?:He|She|They)\s(?:(?:then|thereafter|therefore|also|duly|formally|accordingly|subsequently)"
    r"\s){0,2}(?:moved|proposed)\b(?P<what>[^.;\n]{0,80})"
)
# "Councillor Tern presented the report and moved the recommendations".
_AND_MOVED = re.compile(
    r"\band\s(?:(?:then|duly|formally|so|he|she|they)\s){0,2}(?:moved|proposed)\b(?P<what>[^.;\n]{0,80})"
)
_WITHDREW = re.compile(
    rf"(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s(?:then\s|therefore\s)?withdrew\s"
)
_OBJECT = re.compile(
    r"^(?:,?\sseconded\sby|,?\sthat\b|\s(?:the|an?|its|his|her|their|this|approval|acceptance)\s"
    r"(?:\w{1,16}\s){0,2}?(?:motion|amendment|recommendations?|proposals?|report|resolution|adoption)\b"
    r"|\s(?:approval|acceptance|adoption)\sof\b)"
)
_TITLED = re.compile(rf"(?<![\w.'’-])(?:{TITLES}[,:]?\s{{1,40}}+){{1,3}}+(?=[A-Z])")
_PERSON = re.compile(PERSON)
# "Councillor Gull had given notice of", "a motion submitted by Councillor Gull".
_GAVE = re.compile(
    rf"(?P<who>{PERSON})(?:\s\([^()\n]{{0,60}}\))?,?\s{{1,3}}(?:had\s|has\s)?"
    r"(?:given|gave|submitted|tabled)\s(?:due\s|proper\s|formal\s)?notice\sof\b"
    r"|\b(?:[Mm]otion|MOTION)\s(?:\w{1,14}\s){0,3}?(?:submitted|tabled|given|put\sforward|received)\s"
    rf"(?:by|from|in\sthe\sname\sof)\s(?P<who2>{PERSON})"
)


def mover(reading: str, floor: int, start: int, said: str) -> Member | None:
    """Return whom "she moved", or "and moved" behind a subject, means; None where it is unsure.

    Takes the reading, where the section begins, and the sentence with its start.
    """
    if "moved" not in said and "proposed" not in said:
        return None
    pronoun = _PRONOUN.match(said)
    if pronoun and _OBJECT.match(pronoun["what"]):
        return _last_subject(reading, max(floor, start - _FAR), start)
    joined = _AND_MOVED.search(said)
    if joined and _OBJECT.match(joined["what"]):
        return _subject(reading, start, start + joined.start())
    return None


def notice_giver(reading: str, floor: int, start: int) -> Member | None:
    """Return who had given notice of the motion that is seconded at an offset."""
    floor = max(floor, start - _NOTICE)
    if reading.find("otion", floor, start) < 0:
        return None
    given = list(_GAVE.finditer(reading, floor, start))
    if not given:
        return None
    found = given[-1]
    group = "who" if found["who"] else "who2"
    return _named(found[group], found.start(group))


def withdrawer(reading: str, start: int, stop: int) -> Member | None:
    """Return the titled member who withdrew what a sentence says was withdrawn."""
    found = _WITHDREW.search(reading, start, stop) if "withdrew" in reading[start:stop] else None
    if found is None or not is_titled(found["who"]):
        return None
    return _named(found["who"], found.start("who"))


def _last_subject(reading: str, floor: int, start: int) -> Member | None:
    """Return the subject of the sentences before an offset, where they speak of one person."""
    for begin, stop in reversed(prose.sentences(reading, floor, start)[-_SENTENCES:]):
        begin += len(reading[begin:stop]) - len(reading[begin:stop].lstrip())
        if _TITLED.search(reading, begin, stop):
            return _subject(reading, begin, stop)
    return None


def _subject(reading: str, start: int, stop: int) -> Member | None:
    """Return the only titled person of a sentence, who has to open it or nearly so."""
    people = list(_TITLED.finditer(reading, start, stop))
    if not people or people[0].start() - start > 60:
        return None
    found = [_PERSON.match(reading, p.start(), stop) for p in people]
    members = [_named(f.group(), f.start()) for f in found if f]
    known = {m.name.split()[-1] for m in members if m}
    return members[0] if len(known) == 1 and len(members) == len(people) else None


def _named(said: str, at: int) -> Member | None:
    name = untitled(said)
    if name is None or name not in said:
        return None
    at += said.rfind(name)
    return Member(name, at, at + len(name))
