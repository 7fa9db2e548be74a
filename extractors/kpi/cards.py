"""Names of indicators that a PDF breaks over lines, with the colour that stood at their edge.

"Share of locks opened on AMBER / the day they were asked for" over "Latest: 71% Target: 80%": the
colour is the status, the rest the name. A colour may stand on a line of its own beside the name.

>>> without_colours("Share of locks opened on AMBER\\nthe day they were asked for")
'Share of locks opened on the day they were asked for'
"""

import re
from collections.abc import Sequence

from extractors.context import Context
from schemas.document import Span

COLOURS = r"(?:RED|AMBER|GREEN)"
_AT_EDGE = re.compile(rf"(?:^|[ \t\n])(?P<rag>{COLOURS}(?:[ \t]{COLOURS}){{0,2}})[ \t]*(?=\n|$)")
# The values of the indicator above: no part of a name.
_LABELLED = re.compile(r"\b(?:target|latest|actual|outturn|result)[ ]?:", re.IGNORECASE)
_ALONE = re.compile(rf"{COLOURS}(?:[ \t]{COLOURS}){{0,2}}")
_MOST = 5  # lines that one name is broken over
# What says something of an indicator, not its name alone.
_SENTENCE = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:was|were|is|are|has|had|will|would|stood|came|rose"
    r"|fell)\b|[0-9]%$"
)
_SHARE = re.compile(
    r"(?:Percentage|Proportion|Share|Number|Rate|Average|Per[ ]?cent|%|No\.?)[ ]", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:who|which|that|where|whose|when)\b")
_BRACKETS = re.compile(r"\([^()\n]{0,80}\)")

# The end of a line that a name goes on behind: a colour at its edge, or a word that joins.
_HANGING = re.compile(
    rf"[a-z)–-][ ]{COLOURS}$|[ ](?:of|the|in|to|and|or|by|for|with|an?|from|at|on|as|who|which|that"
    r"|[–-])$"
)


def is_sentence(words: str) -> bool:
    """Tell whether words say something of an indicator, and do not only name it.

    >>> is_sentence("Locks were open"), is_sentence("Share of locks where the gate is shut")
    (True, False)
    """
    bare = _BRACKETS.sub(" ", words)
    verb = _SENTENCE.search(bare)
    if verb is None:
        return False
    return not (_SHARE.match(bare) and _RELATIVE.search(bare, 0, verb.start()))


def is_share(words: str) -> bool:
    """Tell whether words open as the name of a measure does: "Number of locks", "% of fees"."""
    return _SHARE.match(words) is not None


def is_hanging(words: str) -> bool:
    """Tell whether words want a line to follow: "Share of locks opened by the"."""
    return _HANGING.search(words) is not None


def without_colours(words: str) -> str:
    """Return the words of a name, blanks folded, without the colours that end its lines."""
    bare = " ".join(_AT_EDGE.sub(" ", words).split())
    return bare if len(bare) > 3 else " ".join(words.split())


def is_alone(words: str) -> bool:
    """Tell whether a line holds colours in capitals and no more."""
    return _ALONE.fullmatch(words) is not None


def title(context: Context, lines: Sequence[Span], at: int) -> tuple[Span, Span | None]:
    """Return what names the indicator above a line of labels, and the colour that stands by it."""
    last = first = at - 1
    shown: Span | None = None
    if first and is_alone(_said(context, lines[first])):
        shown, last, first = lines[first], last - 1, first - 1
    while (
        first
        and last - first < _MOST
        and not _LABELLED.search(context.reading, lines[first - 1].start, lines[first - 1].stop)
        and _goes_on(context, lines[first - 1], lines[first])
    ):
        first -= 1
    name = Span(lines[first].start, lines[last].stop)
    if shown is None and first and is_alone(_said(context, lines[first - 1])):
        shown = lines[first - 1]
    if is_alone(_said(context, lines[first])) and first < last:
        shown, name = lines[first], Span(lines[first + 1].start, name.stop)
    if edge := _AT_EDGE.search(context.text, name.start, name.stop):
        shown = Span(*edge.span("rag"))
        if edge.end() == name.stop:  # at the very end it is no part of the name
            name = Span(name.start, name.start + len(context.text[name.start : edge.start()]))
    return name, shown


def _said(context: Context, line: Span) -> str:
    return context.reading[line.start : line.stop]


def _goes_on(context: Context, above: Span, line: Span) -> bool:
    """Tell whether a line goes on with the one above: one paragraph, or what stands in brackets."""
    if "\n" not in context.reading[above.stop : line.start]:
        return True
    if _HANGING.search(context.reading, above.start, above.stop):
        return True
    words = _said(context, line)
    return (
        words[0] == "(" and words[-1] == ")" and "\n\n" not in context.text[above.stop : line.start]
    )
