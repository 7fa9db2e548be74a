"""The items of minutes whose numbers are lost, or stand in the text below the titles.

Scottish minutes set a title in capitals over paragraphs that are numbered ("2.  The Committee had
before it …"). Copies of pages may lose the numbers altogether: then a short line over text is a
title, from the first one on that any agenda has (apologies, interests, minutes).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors import documents, procedural
from extractors.layouts.head_lines import MINUTES, UNNAMED, WORD, heading_of, is_date, names_body
from extractors.layouts.item_titles import reads_as_title
from extractors.layouts.items import Item
from extractors.layouts.page import Line, bare

_ARTICLE = re.compile(r"(?P<number>[0-9]{1,3})[.)]?(?:\t| {1,20})(?=[A-Z\"'])")
# "HB14/23": a minute's code alone on its line.
_CODE = re.compile(r"[A-Z]{1,6} ?[0-9]{1,4}/[0-9]{2,4}")
_LETTER = re.compile(r"(?P<number>\((?P<letter>[a-z])\))[ \t]{3,40}(?=\S)")
_POINT = re.compile(r"\([a-z]\)\s{1,9}To\b")  # "(b) To note the minutes of …"
_FURTHEST = 6  # how far the numbers of neighbouring articles may lie apart
_LONGEST = 130
_OF_HEAD = ("present", "apologies", "in_attendance", "venue")  # labels below the word Minutes
# A heading over the names of the head, as another such heading stands above it.
_ABSENT = re.compile(r"(?:apologies(?: for absence)?|absent|in attendance)\s?:?", re.IGNORECASE)
_PRESENT = re.compile(r"(?:members |also )?present\s?:?", re.IGNORECASE)
_HEAD = 12  # lines among which the head of minutes stands
_HEADLINE = re.compile(r"(?:draft )?minutes? of (?:the|an?) ", re.IGNORECASE)
# Short lines that head a part of an item, or are no title at all.
_PARTS = re.compile(
    r"""(?: background | matters\sarising(?=\s?:) | responsibility\s?:.{0,120} | voting\srecord
      | introduction | debate | discussion | questions? | answers? | resolved
      | resolution | decisions? | minutes | vot(?:e|ing) | reasons? | notes? | recommend\w{0,10}
      | conclusions? | summary | key\s(?:points|issues) | actions?
      | part\s(?:[ivab12]{1,3})\b.{0,80}
      | amendments?(?:\s[0-9a-z])? | motions?(?:\s[0-9a-z])?
      | councillors?\b.{0,120} | cllrs?\b.{0,120}
      | m(?:r|rs|s|iss)\b.{0,120} | chair(?:man|person)?\b.{0,60} | (?:un)?restricted\sitems?
      | (?:public|private|exempt|confidential)\s(?:items?|session|business)
      | for | against | abstain(?:ed|ing)? | signed\b.{0,80} | \(? (?:agenda\s)? item\b.{0,12}
      | items?\sfor\s(?:decision|information|discussion) )\s?[:–-]?""",
    re.VERBOSE | re.IGNORECASE,
)
# What an item is for, in a page's words: "To receive, for information, the minutes of …".
_TASK = re.compile(
    r"To (?:confirm|receive|approve|agree|sign)\b[^.;:\n]{0,60}\bminutes of (?:the )?"
    r"[^;:\n]{8,160}\.?"
)
_SENTENCE = re.compile(r"[.:;?!][\"')\]]{0,2}$")
_PURPOSE = "["  # opens what an item is for: "[To receive a presentation on the Fund.]"


def split(lines: Sequence[Line]) -> tuple[list[Line], list[Item]]:
    """Return the lines above the first item, and the items; none where they cannot be told."""
    found = _articles(lines) or _coded(lines) or _lettered(lines) or _titles(lines)
    if not found:
        return list(lines), []
    kept = []
    for n, (at, item) in enumerate(found):
        end = found[n + 1][0] if n + 1 < len(found) else len(lines)
        item.lines += lines[at + 1 + len(item.lines) : end]
        kept.append(item)
    return list(lines[: found[0][0]]), kept


def _articles(lines: Sequence[Line]) -> list[tuple[int, Item]]:
    """Return the titles in capitals that stand over a numbered paragraph, numbers rising."""
    found: list[tuple[int, Item]] = []
    last = 0
    for at in range(len(lines) - 1):
        title, below = lines[at], lines[at + 1]
        if not title.words.isupper() or not reads_as_title(title.words) or title.opening:
            continue
        number = _ARTICLE.match(below.words)
        value = int(number["number"]) if number else 0
        if number and last < value and (not last or value <= last + _FURTHEST):
            last = value
            span = below.start, below.start + number.end("number")
            text = replace(
                below, start=below.start + number.end(), words=below.words[number.end() :]
            )
            item = Item(number["number"] + ".", span, (title.start, title.stop))
            item.lines = [text]
            found.append((at, item))
    return found if len(found) > 1 else []


def _coded(lines: Sequence[Line]) -> list[tuple[int, Item]]:
    """Return the titles in capitals with a minute's code alone on the line below: "HB14/23"."""
    found = []
    for at in range(len(lines) - 1):
        title, below = lines[at], lines[at + 1]
        if _CODE.fullmatch(below.words) and title.words.isupper() and reads_as_title(title.words):
            span = below.start, below.stop
            item = Item(below.words, span, (lines[_first(lines, at)].start, title.stop))
            item.lines = [below]
            found.append((at, item))
    if len(found) < 2:
        return []
    for _, item in found:
        item.lines = [replace(item.lines[0], start=item.lines[0].stop, words="")]
    return found


def _first(lines: Sequence[Line], at: int) -> int:
    """Return the index of the first line of a title that runs over several lines in capitals."""
    while lines[at].words.count(")") > lines[at].words.count("(") and at:
        above = next((i for i in range(at - 1, max(-1, at - 4), -1) if "(" in lines[i].words), None)
        if above is None or not all(x.words.isupper() for x in lines[above:at]):
            return at
        return above
    return at


def _lettered(lines: Sequence[Line]) -> list[tuple[int, Item]]:
    """Return the titles behind a letter in brackets and wide blanks, from (a) on, in order."""
    found: list[tuple[int, Item]] = []
    for at, line in enumerate(lines):
        letter = _LETTER.match(line.words)
        title = line.words[letter.end() :] if letter else ""
        wanted = chr(ord("a") + len(found))
        if letter and letter["letter"] == wanted and reads_as_title(title):
            number = line.start, line.start + letter.end("number")
            item = Item(letter["number"], number, (line.start + letter.end(), line.stop))
            found.append((at, item))
    return found if len(found) > 1 else []


def _titles(lines: Sequence[Line]) -> list[tuple[int, Item]]:
    """Return the titles that stand alone over text, from the first of any agenda on."""
    known = [at for at in range(len(lines)) if _is_known(lines, at)]
    if not known:
        known = [at for at in range(len(lines)) if _has_paper(lines, at)]
        known = known if len(known) > 1 else []
    if not known:
        return []
    capitals = all(lines[at].words.isupper() for at in known)
    colons = all(lines[at].words.endswith(":") for at in known)
    titles = [
        at
        for at in range(known[0], len(lines))
        if _is_title(lines, at)
        and (lines[at].words.isupper() or not capitals)
        and (colons or not lines[at].words.endswith(":"))
    ]
    tasks = [] if capitals else _tasks(lines, titles)
    found = [
        (at, Item(title=(lines[at].start, lines[at].stop))) for at in sorted({*titles, *tasks})
    ]
    return found if len(found) > 1 else []


def _tasks(lines: Sequence[Line], titles: Sequence[int]) -> list[int]:
    """Return what items are for whose titles are lost: "To confirm the minutes of the meeting …".

    Each stands behind the text of the item before it; below a title it says what that is for.
    """
    known = set(titles)
    return [
        at
        for at in range(titles[0] + 2 if titles else 0, len(lines))
        if at - 1 not in known and at not in known and _TASK.fullmatch(lines[at].words)
    ]


def _is_known(lines: Sequence[Line], at: int) -> bool:
    words = documents.clean(lines[at].words)
    if at < _HEAD and _is_of_head(lines, at):
        return False
    headed = any(heading_of(x) for x in lines[:at]) if at < _HEAD else True
    if not headed and (UNNAMED.match(words) or MINUTES.match(words) or _is_headline(lines, at)):
        return False  # the head of printed minutes
    return _is_title(lines, at) and procedural.is_procedural(words) == 1


def _has_paper(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a title carries its report's size, "Salt stores pdf icon PDF 52 KB"."""
    words = lines[at].words
    if not documents.has_size(words) or lines[at].kind == "list_item" or not _is_title(lines, at):
        return False
    return words != documents.clean(words) and bare(words) == words


def _is_of_head(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the word "Minutes" over the head, or "Apologies" over its names."""
    words = lines[at].words
    if WORD.fullmatch(words):
        below = lines[at + 1 : at + 5]
        return any(x.name in _OF_HEAD or names_body(x) or is_date(x) for x in below)
    above = lines[max(0, at - 4) : at]
    return bool(_ABSENT.fullmatch(words)) and any(_PRESENT.fullmatch(x.words) for x in above)


def _is_headline(lines: Sequence[Line], at: int) -> bool:
    """Tell whether "MINUTES OF THE BOARD MEETING" stands over where it was held."""
    below = lines[at + 1].words if at + 1 < len(lines) else ""
    return bool(_HEADLINE.match(lines[at].words)) and below.casefold().startswith("held ")


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Tell whether "Minutes" is an item's title: as the label of items' minutes it comes again."""
    words = lines[at].words.casefold()
    return words == "minutes" and sum(x.words.casefold() == words for x in lines) == 1


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is short, reads like a title and stands over a sentence or a label."""
    line = lines[at]
    if line.opening is not None or line.kind == "row" or len(line.words) > _LONGEST:
        return False
    if _CODE.fullmatch(line.words) or _POINT.match(line.words) or line.words[:1] == _PURPOSE:
        return False
    if bare(line.words) != line.words:
        return False
    if documents.has_size(line.words) and documents.clean(line.words)[:1].isupper():
        return True
    if not reads_as_title(line.words) or (_PARTS.fullmatch(line.words) and not _alone(lines, at)):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None:
        return False
    is_said = bool(_SENTENCE.search(below.words)) and len(below.words.split()) > 3
    return is_said or below.opening is not None or procedural.is_procedural(line.words) == 1
