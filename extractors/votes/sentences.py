"""The sentences that votes are read from: by results, behind quotations, over lines that hang.

>>> said = 'A put "Let it be so." The vote was lost.'
>>> [said[a:b] for a, b in sentences(said, 0, len(said))]
['A put "Let it be so."', 'The vote was lost.']
"""

import re
from collections.abc import Iterable, Iterator

from extractors.people.members import TITLES
from extractors.resolutions import prose
from extractors.votes.counts import NUMBER, POSITION

# What was put and its result, and where a sentence goes on to the next question.
_RESULTS = re.compile(
    r"\b(?:motion|amendment|recommendations?|proposal)\b[^.;\n]{0,80}?\b(?:carried|lost|defeated)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r";\s{1,3}(?:and\s)?|,?\s(?:and|but|while|whilst)\s(?=the\s(?:\w{1,14}\s){0,2}"
    r"(?:motion|amendment|recommendation|proposal))",
    re.IGNORECASE,
)
# The end of a quotation of a whole sentence, where the page's own words go on.
_QUOTED = re.compile(r"(?<=[.?!][\"”’])\s{1,3}(?=[A-Z])")
# The end of a sentence that closes with its result in capitals: "… - LOST. The proposal was put".
_CLOSED = re.compile(
    r"(?:(?<=CARRIED\.)|(?<=LOST\.)|(?<=AGREED\.)|(?<=DEFEATED\.)|(?<=APPROVED\.)"
    r"|(?<=REJECTED\.)|(?<=WITHDRAWN\.))\s{1,3}(?=[A-Z])"
)
# "Prop. Cllr Tern, sec. Cllr Gull": its stops end no sentence.
_SHORTENED = re.compile(r"\b(?:[Pp]rop|[Ss]ec|Cyng)\.$")
_SECONDER = re.compile(r"[Ss]ec(?:onde(?:d|r))?\s?[.:]")
# "Cllr Tern proposed cutting the hedge." and "This was seconded by Cllr Gull, who said …".
_PROPOSES = re.compile(
    rf"\b{TITLES}\s[^,;:.\n]{{2,60}}\s(?:proposed|moved)\s(?!by\b)[^.\n]{{3,400}}\.?$"
)
_SECONDED_NEXT = re.compile(
    rf"(?:(?:This|It)\swas\s(?:duly\s|then\s)?)?[Ss]econded\sby\s{TITLES}\s"
    rf"|{TITLES}\s[A-Z][\w'’ .-]{{1,40}}?\s(?:duly\s)?seconded\W{{0,2}}$"
)
# "Against: 0.", "2 no.": a count and nothing else goes with the count before it.
_COUNT = re.compile(
    rf"(?:{POSITION}\W{{1,4}}{NUMBER}|{NUMBER}\s(?:votes?\s)?(?:{POSITION}|yes|no))\W{{0,3}}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?:^|[.;:,]\s)(?:{POSITION}\W{{1,4}}{NUMBER}|{NUMBER}\s(?:votes?\s)?(?:{POSITION}|yes|no))\W{{0,3}}$",
    re.IGNORECASE,
)
# A line that ends before what was resolved: "… seconded by Councillor Gull and".
_HANGS = re.compile(r"(?:\band|\bit\swas|,|\bwas|\bunanimously)\s{0,3}$")
# "Proposed by Councillor Tern," over "Seconded by Councillor Gull;".
_PROPOSED = re.compile(r"^\W{0,3}(?:(?:it\swas|was)\s)?(?:proposed|moved)\s(?:by\s)?[^.;:]{3,80}$")
_SECONDED = re.compile(r"\s{1,60}(?:and\s)?(?:seconded|SECONDED|Seconded)\b")
_RESOLVES = re.compile(r"\s{1,60}(?:RESOLVED|Resolved|AGREED|Agreed|PENDERFYNWYD|DECIDED)\b")


def sentences(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the sentences of a line, cut where a second question's result begins."""
    return [
        clause
        for sentence in _joined(reading, prose.sentences(reading, start, stop))
        for piece in _cut(reading, *sentence)
        for clause in _clauses(reading, *piece)
    ]


def _joined(reading: str, cut: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put pieces together that were cut at a shortened word, or hold a count and nothing else."""
    begin, end = -1, -1
    for start, stop in cut:
        if begin >= 0 and _goes_on(reading[begin:end].rstrip(), reading[start:stop].strip()):
            end = stop
            continue
        if begin >= 0:
            yield begin, end
        begin, end = start, stop
    if begin >= 0:
        yield begin, end


def _goes_on(before: str, said: str) -> bool:
    if _SHORTENED.search(before, max(0, len(before) - 8)):
        return True
    if _SECONDER.match(said) and len(before) < 80:
        return before[:4].casefold() in ("prop", "move")
    if (
        _SECONDED_NEXT.match(said)
        and (" proposed " in before or " moved " in before)
        and "econd" not in before
    ):
        return _PROPOSES.search(before) is not None
    return len(said) < 40 and bool(_COUNT.fullmatch(said) and _COUNTED.search(before[-40:]))


def _cut(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    cuts = [m.span() for m in _QUOTED.finditer(reading, start, stop)]
    if ". " in reading[start:stop]:
        cuts = sorted({*cuts, *(m.span() for m in _CLOSED.finditer(reading, start, stop))})
    return list(zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), stop], strict=True))


def _clauses(reading: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Cut a sentence that gives the results of two questions: "…, and the motion was carried"."""
    if len(list(_RESULTS.finditer(reading, start, stop))) < 2:
        return [(start, stop)]
    cuts = [start]
    for joint in _JOINTS.finditer(reading, start, stop):
        both = _RESULTS.search(reading, cuts[-1], joint.start())
        if both and _RESULTS.search(reading, joint.end(), stop):
            cuts.append(joint.end())
    return list(zip(cuts, [*cuts[1:], stop], strict=True))


def end_of_line(reading: str, start: int, end: int, stop: int) -> int:
    """Return where a line ends, with the line below it where "… and" hangs over RESOLVED."""
    said = reading[start:end].lower().strip()
    if _PROPOSED.match(said) and (seconds := _SECONDED.match(reading, end, stop)):
        end = reading.find("\n", seconds.end(), stop)
        end = stop if end < 0 else end
        said = reading[seconds.start() : end].lower()
    hangs = _HANGS.search(said, max(0, len(said) - 16))
    if not hangs or not ("second" in said or "unanimous" in said):
        return end
    if not _RESOLVES.match(reading, end, stop):
        return end
    first = end + len(reading[end:stop]) - len(reading[end:stop].lstrip())
    below = reading.find("\n", first, stop)
    return stop if below < 0 else below
