"""Sentences that only say what is asked for, or set a figure against it: whose figure it is.

"The target is 90%." is read with the result that follows it, else with the one before it; "This
was below the target of 98%." goes with the figure of the sentence before.
"""

import re

from extractors.kpi import asked as kpi_asked
from extractors.kpi import codes as kpi_codes
from extractors.kpi import figures as kpi_figures
from extractors.kpi import gaps as kpi_gaps
from extractors.kpi import lone as kpi_lone
from extractors.kpi import norms as kpi_norms
from extractors.kpi import parts as kpi_parts
from extractors.kpi import pledged as kpi_pledged
from extractors.kpi import subjects as kpi_subjects
from extractors.kpi import values as kpi_values
from extractors.kpi import weighed as kpi_weighed
from extractors.kpi import words as kpi_words
from schemas.document import Span

# A sentence that gives a target and no more.
_TARGET_ALONE = re.compile(
    r"(?:The|Its|Our|This|Their)[ ](?:[A-Za-z0-9/'’-]{1,15}[ ]){0,3}"
    r"(?:target(?:[ ]service[ ]level)?|TSL|limit|standard|aim|goal|ambition"
    r"|bar|ceiling)[ ](?:for[ ](?:this|20[0-9]{2}(?:[/-][0-9]{2,4})?|the[ ](?:whole[ ]|full[ ])?"
    r"(?:year|quarter|month))[ ])?"
    r"(?:is|was|had[ ]been|remained|stood"
    r"|being|remains|stands)[ ](?:set[ ])?(?:at[ ]|for[ ])?(?:(?:no|not|at|less|more|fewer|under"
    r"|over|least|than|within|an?|maximum|minimum|of|to|reach)[ ]){0,4}"
    r"(?P<n>(?:£?[0-9][0-9.,]{0,9}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|thirty)(?=[ ]))(?:[ ]?%|[ ][a-z]{1,8}){0,2})"
    r"(?:[ ]or[ ](?:less|more|better|fewer|over|under|above|below|lower|higher))?"
    r"(?:,?[ ]by[ ](?:the[ ]end[ ]of[ ])?(?:[A-Z][a-z]{2,8}[ ])?20[0-9]{2}(?:[/-][0-9]{2,4})?)?"
    r"(?:,?[ ](?:and|so|but)[ ](?:it|this|that)[ ](?:was|had"
    r"|has)[ ][^.%;\n]{3,50}(?:;[^\n]{1,120})?)?"
    r"(?:,[ ]and[ ][^.%;\n]{2,80})?"
    r"(?:,?[ ]and[ ]the[ ][^.%;\n]{2,80}(?:[0-9.]{1,5}[ ]?%)?)?\.?$"
)
# "Anything under 3% is a pass."
_PASS_ALONE = re.compile(
    r"Anything[ ](?:under|below|over|above"
    r"|up[ ]to)[ ](?P<n>[0-9][0-9.,]{0,9}(?:[ ]?%|[ ][a-z]{1,8})?)"
    r"[ ](?:is|was|counts[ ]as|counted[ ]as)[ ]a[ ]pass\.?$"
)
# "Target: 80%." behind the result.
_BARE_ALONE = re.compile(
    r"(?:Target|Aim)(?:[ ](?:was|is))?:?[ ]"
    r"(?P<n>[0-9][0-9.,]{0,9}(?:[ ]?%|[ ][a-z]{1,8}){0,2})\.?$"
)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.stop


# "This was below the target of 98%.": of the figure that the sentence before gives.
_SET_AGAINST = re.compile(
    r"(?:(?:Unfortunately|However|Sadly|Disappointingly|Pleasingly|But|Even[ ]so|Nevertheless"
    r"|Nonetheless|Still|Yet|Despite[ ]this|That[ ]said|Regrettably|Happily|Encouragingly),?[ ])?"
    r"(?:this|it|that|these|which|performance|the[ ](?:figure|result|outturn|rate))[ ]"
    r"(?:(?:was|is|were|are|had|has|have|been|fell|falls|compares?|compared|remains?|remained|just"
    r"|slightly|well|significantly|still|also|marginally|some|only|therefore|comfortably|narrowly"
    r"|not|considerably|nevertheless|nonetheless|even[ ]so|however|a[ ]little|far|way)[ ]){1,4}"
    rf"(?:(?:{kpi_gaps.GAP}|[0-9][0-9.,]{{0,8}})[ ])?"
    r"(?:adrift[ ]of|shy[ ]of|clear[ ]of|inside|up[ ]to|on[ ]the[ ](?:wrong|right)[ ]side[ ]of"
    r"|below|under|above|over|short[ ]of|ahead[ ]of|against|within"
    r"|(?:better|worse|slower|quicker|faster|longer|shorter|higher|lower|more|fewer|less)[ ]than"
    r"|exceed\w*|met|missed|meeting|in[ ]line[ ]with|on|off|outside|behind|set[ ]against|to|with)"
    r"[ ]"
    r"[^.;\n]{0,50}?\btargets?\b"
    r"|(?:The|Its|Our|Their)[ ](?:[\w-]{1,15}[ ]){0,2}target(?:[ ]of[ ][^.;\n]{1,20}?)?[ ](?:was|is"
    r"|had|has)[ ](?:(?:been|therefore|thus|also|again|not|narrowly|just|comfortably|so|only|easily"
    r"|being)[ ]){0,4}(?:met|missed|exceeded|achieved|beaten|reached|hit|surpassed)\b",
    re.IGNORECASE,
)


# "This is a fall of two points and the measure is rated green, moving below the target of 5%".
_JUDGES = re.compile(
    r"(?:This|It|That|(?:The|This|That)[ ](?:measure|indicator|KPI|PI|result|figure|rate|proportion"
    r"|percentage|outturn|score|level|trend))[ ][^.;\n]{0,180}?\b"
    r"(?:below|under|above|over|short[ ]of|ahead[ ]of|better[ ]than|worse[ ]than|exceed(?:s|ed|ing)"
    r"|met|meets|meeting|missed|missing|outside|inside|within|behind)[ ](?:[a-z]{1,6}[ ]){0,2}"
    r"(?:[0-9.]{1,5}[ ]?%?[ ])?(?:[a-z]{4,10}[ ])?target\b",
)


def _is_judged(reading: str, before: Span, sentence: Span) -> bool:
    """Tell whether a sentence sets the one figure of the sentence before it against a target."""
    if not (
        _SET_AGAINST.match(reading, *_ends(sentence))
        or kpi_weighed.sets(reading, *_ends(sentence))
        or (_JUDGES.match(reading, *_ends(sentence)) and _is_bare(reading, sentence))
    ):
        return False
    if sentence.start - before.stop > 3 or "target" in reading[before.start : before.stop].lower():
        return False
    told = kpi_figures.find(reading, *_ends(before), ())
    parts = kpi_parts.roles(reading, *_ends(before), told)
    asked = _asked(reading, sentence)
    if "£" in asked or len(asked) > 1 or (not asked and "£" in {f.unit for f in told}):
        return False
    told = [f for f, part in zip(told, parts, strict=True) if part is None]
    free = (
        [f for f in told if f.unit in asked] if asked else [f for f in told if f.unit != "number"]
    )
    return len(free) == 1


def _is_bare(reading: str, sentence: Span) -> bool:
    """Tell whether a sentence has no result of its own beside what is asked for."""
    figures = kpi_figures.find(reading, *_ends(sentence), ())
    parts = kpi_parts.roles(reading, *_ends(sentence), figures)
    return None not in parts and "target" in parts


def _is_untargeted(reading: str, before: Span, sentence: Span) -> bool:
    """Tell whether a sentence says that the indicator told right before has no target."""
    if "target" in reading[before.start : before.stop] or sentence.start - before.stop > _GAP:
        return False
    if not kpi_lone.follows(reading, *_ends(sentence)):
        return False
    called = kpi_values.is_called(reading[sentence.start : sentence.stop].lower())
    return called or kpi_lone.tells(reading, *_ends(before))


_THE_AIM = re.compile(
    r"(?:The|Its|That)[ ](?:[a-z]{4,10}[ ])?target[ ](?:was|is|had|has|remain|stay)"
)


def _is_of_unmeasured(reading: str, before: Span, sentence: Span) -> bool:
    """Tell whether a sentence gives the aim of the one coded indicator that was not measured."""
    if not _THE_AIM.match(reading, *_ends(sentence)) or sentence.start - before.stop > _GAP:
        return False
    if "target" in reading[before.start : before.stop]:
        return False
    unmeasured = kpi_lone.is_unmeasured(reading, *_ends(before))
    return unmeasured and len(kpi_codes.find(reading, *_ends(before))) == 1


# "91% of lamps were lit. This indicator (KPI 6) has a target of 95%."
_OWN_AIM = re.compile(
    r"(?:This|That|The)(?:[ ]is)?[ ](?:performance[ ])?(?:measure|indicator|KPI|PI)"
    r"(?:,[ ][^,.;\n]{2,40},|[ ]\([^()\n]{2,40}\)|[ ][A-Z][\w/ ]{1,12})?[ ]"
    r"(?:had|has|carries|carried|was[ ]given|is[ ]given|comes[ ]with)[ ](?:an?|its)[ ]"
    r"(?:[a-z]{4,12}[ ])?target[ ](?:of|at)[ ][0-9]"
)
# "It had been 84% in the quarter before and the target was 80%."
_BACK_AND_AIM = re.compile(
    r"(?:It|This|That|The[ ](?:figure|rate|result))[ ](?:was|had|has|is|compares)\b"
)


def _has_own_aim(reading: str, before: Span, sentence: Span) -> bool:
    """Tell whether a sentence gives the aim of the one result told before, and no new result."""
    if sentence.start - before.stop > _GAP or "target" in reading[before.start : before.stop]:
        return False
    own = _OWN_AIM.match(reading, *_ends(sentence))
    if not (own or _BACK_AND_AIM.match(reading, *_ends(sentence))):
        return False
    taken = [(c.start, c.stop) for c in kpi_codes.find(reading, *_ends(sentence))]
    figures = kpi_figures.find(reading, *_ends(sentence), taken)
    parts = kpi_parts.roles(reading, *_ends(sentence), figures)
    aims = [f.unit for f, part in zip(figures, parts, strict=True) if part == "target"]
    if len(aims) != 1 or set(parts) - {"target", "previous"}:
        return False
    if not own and "previous" not in parts:
        return False
    told = kpi_figures.find(reading, *_ends(before), ())
    roles = kpi_parts.roles(reading, *_ends(before), told)
    return [f.unit for f, part in zip(told, roles, strict=True) if part is None].count(aims[0]) == 1


_GAP = 3  # signs between two sentences of one paragraph
_BACK = re.compile(r"(?:This|It|That|These)[ ]|The[ ](?:measure|indicator|KPI|result|figure)[ ]")


def _bridged(reading: str, joined: list[Span], sentence: Span) -> Span | None:
    """Return the result that a sentence judges over one without figures: "This is unchanged.".

    So does one behind what only looks back: "It had been 84% a year earlier.".
    """
    if len(joined) < 2:
        return None
    whole = Span(joined[-2].start, joined[-1].stop)
    if kpi_weighed.looks_back(reading, *_ends(joined[-1])):
        return whole if _is_judged(reading, whole, sentence) else None
    if not _BACK.match(reading, *_ends(joined[-1])):
        return None
    if kpi_figures.find(reading, *_ends(joined[-1]), ()) or not _JUDGES.match(
        reading, *_ends(sentence)
    ):
        return None
    return whole if _is_judged(reading, whole, sentence) else None


def _asked(reading: str, sentence: Span) -> set[str]:
    """Return the units of what a sentence asks for; of all its figures where none is a target."""
    figures = kpi_figures.find(reading, *_ends(sentence), ())
    parts = kpi_parts.roles(reading, *_ends(sentence), figures)
    aims = {f.unit for f, part in zip(figures, parts, strict=True) if part == "target"}
    return aims or {"%" if _POINTS.match(reading, f.stop) else f.unit for f in figures}


_POINTS = re.compile(r"[ ](?:percentage[ ])?points?\b")


def with_targets(reading: str, sentences: list[Span]) -> list[Span]:
    """Return a paragraph's sentences, those that only set a target joined to their result."""
    joined: list[Span] = []
    pending: int | None = None
    for i, sentence in enumerate(sentences):
        if pending is not None:
            joined.append(Span(pending, sentence.stop))
            pending = None
        elif _is_asked(reading, sentences[i : i + 2]):
            pending = sentence.start
        elif joined and (
            _is_of_unmeasured(reading, joined[-1], sentence)
            or _has_own_aim(reading, joined[-1], sentence)
        ):
            joined[-1] = Span(joined[-1].start, sentence.stop)
        elif whole := _bridged(reading, joined, sentence):
            joined[-2:] = [Span(whole.start, sentence.stop)]
        elif alone := _alone(reading, sentence, len(sentences) > 1):
            following = sentences[i + 1] if i + 1 < len(sentences) else None
            if following and kpi_subjects.IDLE_BACK.match(reading, *_ends(following)):
                pending = sentence.start
            elif joined and _is_of_another(reading, joined[-1], sentence):
                continue
            elif joined and _measures(reading, joined[-1], alone):
                joined[-1] = Span(joined[-1].start, sentence.stop)
            elif _plain(reading, sentence) is None:
                joined.append(sentence)
        elif joined and (
            _is_untargeted(reading, joined[-1], sentence)
            or _is_judged(reading, joined[-1], sentence)
        ):
            joined[-1] = Span(joined[-1].start, sentence.stop)
        else:
            joined.append(sentence)
    return joined


def _is_asked(reading: str, two: list[Span]) -> bool:
    """Tell whether a sentence names an indicator and its aim, and the next gives the result."""
    if len(two) < 2:
        return False
    own = kpi_asked.names_its_own(reading, *_ends(two[0]))
    if not (own or kpi_pledged.begins(reading, *_ends(two[0]))):
        return False
    return kpi_asked.answers(reading, *_ends(two[1]), reading[two[0].start : two[0].stop])


def _plain(reading: str, sentence: Span) -> re.Match[str] | None:
    found = (p.match(reading, *_ends(sentence)) for p in (_TARGET_ALONE, _PASS_ALONE, _BARE_ALONE))
    return next((f for f in found if f), None)


def _alone(reading: str, sentence: Span, is_one_of_several: bool) -> str | None:
    """Return the figure of a sentence that says what is asked for and no more."""
    if found := _plain(reading, sentence):
        return found["n"]
    if not is_one_of_several or not kpi_words.has_cue(reading, *_ends(sentence)):
        return None
    if sentence.stop - sentence.start > _SHORT or _ENDED.search(reading, *_ends(sentence)):
        return None
    figures = kpi_figures.find(reading, *_ends(sentence), ())
    asked = [
        f for f in figures
        if f.unit != "£" and kpi_norms.is_norm(reading, *_ends(sentence), f.start, f.stop)
    ]  # fmt: skip
    rest = [f.unit for f in figures if f not in asked]
    if len(asked) != 1 or (rest and (asked[0].unit != "%" or set(rest) & {"%", "number", "£"})):
        return None
    return reading[asked[0].start : asked[0].stop]


_SHORT = 140  # signs of a sentence that says what is asked for and no more
_ENDED = re.compile(
    r"\b(?:although|but|however|while|though|confident|next|will|from 20|by 20|new"
    r"|propos\w+|recommend\w+|agreed that)\b",
    re.IGNORECASE,
)


_BY = re.compile(r"\bby[ ](?:the[ ]end[ ]of[ ])?(?:[A-Z][a-z]{2,8}[ ])?\Z")
_YEAR = re.compile(r"20[0-9]{2}(?:[/-][0-9]{2,4})?")


def _is_of_another(reading: str, before: Span, sentence: Span) -> bool:
    """Tell whether a target is of a year, the result before it of a quarter or another year."""
    year = _YEAR.search(reading, *_ends(sentence))
    if year and _BY.search(reading, sentence.start, year.start()):
        return False  # what is aimed at by then, whatever year the result is of
    told = reading[before.start : before.stop]
    return bool(year and year.group() not in told and (_YEAR.search(told) or _QUARTER.search(told)))


_QUARTER = re.compile(r"\b(?:Q[1-4]|[Qq]uarter)\b")


def _measures(reading: str, sentence: Span, target: str) -> bool:
    """Tell whether a sentence has one figure of a target's unit and no target of its own."""
    if "target" in reading[sentence.start : sentence.stop].lower():
        return False
    unit = kpi_figures.find(target, 0, len(target), ())
    figures = kpi_figures.find(reading, sentence.start, sentence.stop, ())
    units = [f.unit for f in figures]
    alike = units.count(unit[0].unit) if unit else 0
    return alike in (1, 2) or (bool(unit) and units == [_SMALLER.get(unit[0].unit)])


_SMALLER = {"minutes": "seconds", "hours": "minutes"}  # "3 minutes 10 seconds" for 2 minutes
