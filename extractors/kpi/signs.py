"""What the cells of a table of indicators show without figures: colours, verdicts, arrows, ways.

>>> colour("Slightly below target (Amber)"), colour("R"), colour("\U0001f7e2")
('amber', 'red', 'green')
>>> verdict("On or above target"), verdict("Target slightly missed"), verdict("\u2713")
('met', 'missed', 'met')
>>> lower_is_better("Smaller is better"), lower_is_better("H"), lower_is_better("see note")
(1, 0, None)
"""

import re

_COLOURS = re.compile(
    r"\b(?:(?P<g>green)|(?P<a>amber|orange|yellow)|(?P<r>red))\b|^[ ]*(?P<one>[GAR])[ ]*$"
    r"|(?P<sign>[\U0001f7e2\U0001f7e1\U0001f7e0\U0001f534])",
    re.IGNORECASE,
)
_SIGNS = {"\U0001f7e2": "g", "\U0001f7e1": "a", "\U0001f7e0": "a", "\U0001f534": "r"}
_NAMES = {"g": "green", "a": "amber", "r": "red"}
_VERDICTS = (
    ("off_track", re.compile(r"\b(?:off[ -](?:track|target)|not[ ]on[ ](?:track|target))\b", re.I)),
    ("missed", re.compile(
        r"\b(?:(?:not|un)[ -]?(?:yet[ ])?(?:met|achiev(?:ed|ing)|meeting|reached)|missed|failed"
        r"|failing|under-?(?:perform|achiev)\w+)\b|^(?:no|fail)$|^[✗✘×❌xX]$", re.I)),
    ("missed", re.compile(r"\b(?:below|worse[ ]than|short[ ]of|outside|behind)[ ](?:the[ ])?"
                          r"(?:target|tolerance)\b", re.I)),
    ("missed", re.compile(r"\bneeds[ ]improvement\b", re.I)),
    ("met", re.compile(r"\b(?:at|met|on|meets|achieved|within)(?:[ ]?/[ ]?|[ ](?:or|and)[ ])"
                       r"(?:above|exceed\w*|better|ahead|below|under)\b"
                       r"|\bmeeting[ ]or[ ]exceed\w+", re.I)),
    ("exceeded", re.compile(r"\b(?:exceed(?:ed|s|ing)|(?:above|better[ ]than|ahead[ ]of)[ ]"
                            r"(?:the[ ])?target)\b", re.I)),
    ("met", re.compile(r"\b(?:met|achieved|achieving|succeeding|passed)\b|^(?:yes|pass)$"
                       r"|^at target$|^[✓✔√✅]$", re.I)),
    ("on_track", re.compile(r"\bon[ -](?:track|target|course|schedule)\b", re.I)),
    ("mitigated", re.compile(r"\b(?:mitigat\w+|relief)\b", re.I)),
)  # fmt: skip
_UP = re.compile(r"[↑▲⇑⬆]|\b(?:improv\w+|better|up)\b", re.IGNORECASE)
_DOWN = re.compile(r"[↓▼⇓⬇]|\b(?:declin\w+|worse\w*|deteriorat\w+|down)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"[→↔◄►⇔➡]|\b(?:same|stable|static|no change|unchanged|maintained)\b", re.IGNORECASE
)
# An arrow alone shows where the figure went, not whether that is good.
_ARROW = re.compile(r"[↑▲⇑⬆↓▼⇓⬇]\ufe0f?|up|down", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:low|small|less|fewer|min(?:imi[sz]e|imum)?\b|decreas|down|reduc|short)"
    r"|^[LS\u2193▼⬇↘-]\ufe0f?$",
    re.I,
)
_MORE = re.compile(
    r"\b(?:high|big|larg|more|great|max(?:imi[sz]e|imum)?\b|increas|up\b|rais|long)"
    r"|^[HB+\u2191▲⬆↗]\ufe0f?$",
    re.I,
)
# A cell of nothing but a verdict, a colour or an arrow.
_SHOWN = re.compile(
    r"(?![0-9]{1,2}%$)(?:RAG[ ]?[:–-]?[ ])?"
    r"(?:(?:slightly|just|well|target|performance|is|has|been|was|not|on|off|at"
    r"|or|and|the|above|below|near(?:ly|ing)?|met|missed|achieved|partially|partly|exceeded|failed"
    r"|unmet|track|target|red|amber|green|blue|gr[ea]y|yellow|yes|no|better|worse|than|within"
    r"|tolerance|outside|complete[d]?|succeeding|failing|under-?performing|[0-9]{1,2}%|close|to"
    r"|needs|improvement|data|only|information|for|n/?a|behind|ahead|of|schedule|exceeding|meeting"
    r"|exceeds|meets|pass(?:ed)?|fail|no longer|monitoring|monitored|baseline|contextual|trend"
    r"|alert|ok|warning)"
    r"[ ()/,:.–-]{0,3}){1,9}|[GARB]|[✓✔√✅✗✘×❌\U0001f7e2\U0001f7e1\U0001f7e0\U0001f534]",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"[↑▲⇑⬆↓▼⇓⬇→↔◄►⇔➡↗↘]\ufe0f?|(?:up|down|same|stable|static|unchanged|no[ ]change|maintained"
    r"|sustained|better|worse|improv(?:ed|ing)|declin(?:ed|ing)|worsen(?:ed|ing)|steady"
    r"|deteriorat(?:ed|ing)|increas(?:ed|ing)|decreas(?:ed|ing)|level|getting[ ](?:better|worse))",
    re.IGNORECASE,
)


def colour(words: str) -> str | None:
    """Return the one colour that a status cell shows, None where it shows none or several."""
    found = {
        _SIGNS.get(m["sign"] or "") or next(g for g in m.groups() if g).lower()[0]
        for m in _COLOURS.finditer(words)
    }
    letters = {"a" if letter in "oy" else letter for letter in found}
    return _NAMES[letters.pop()] if len(letters) == 1 else None


def verdict(words: str) -> str | None:
    """Return the outcome that a status cell prints, None where it prints none."""
    return next((kind for kind, pattern in _VERDICTS if pattern.search(words)), None)


def direction(words: str) -> str | None:
    """Return improved, declined or same; an arrow up or down alone tells none of them.

    >>> direction("Improving"), direction("\u2193"), direction("no change")
    ('improved', None, 'same')
    """
    for pattern, kind in ((_LEVEL, "same"), (_UP, "improved"), (_DOWN, "declined")):
        if pattern.search(words) and not _ARROW.fullmatch(words):
            return kind
    return None


def lower_is_better(words: str) -> int | None:
    """Return 1 or 0 as a cell says that less or more is better, None where it says neither."""
    less, more = _LESS.search(words) is not None, _MORE.search(words) is not None
    return None if less == more else int(less)


def is_shown(words: str) -> bool:
    """Tell whether a cell holds a verdict or colour and no more.

    >>> is_shown("Target slightly missed (within 10%)"), is_shown("Snow in May"), is_shown("92%")
    (True, False, False)
    """
    return _SHOWN.fullmatch(words) is not None


def is_moved(words: str) -> bool:
    """Tell whether a cell holds a direction of travel and no more.

    >>> is_moved("Up"), is_moved("Up in May")
    (True, False)
    """
    return _MOVED.fullmatch(words) is not None
