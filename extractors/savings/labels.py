"""How far a saving has come, where a list or a label says it and no sentence does.

"Savings approved by Council on 2 May: mowing £4; one reception £6" -> agreed, agreed
"Target £9k | Delivered £5k | Slipped to 2026/27 £4k" -> target, achieved, not_achieved
"Close the annexe (£4), agreed; end the hire (£2), referred back" -> agreed, proposed
"""

import re

_TIMES = r"(?: (?:to date|so far|in (?:the )?year|20[0-9]{2}(?:[/-][0-9]{2,4})?|[A-Z][a-z]{2,8}))"
# What stands alone right before a sum: "Target £9k", "Slipped to 2026/27: £4k".
_LABELS = (
    ("not_achieved", re.compile(
        r"(?:part )?(?:not |un)(?:achieved|delivered|realised|secured|made|pursued|deliverable"
        r"|achievable|met)|(?:still |yet )to be (?:found|identified|made|delivered)|missed|lost"
        r"|(?:slipped|moved|deferred|carried over|put back)(?: (?:in)?to (?:20)?[0-9]{2}"
        r"(?:[/-][0-9]{2,4})?| to next year)?", re.I)),
    ("target", re.compile(
        r"(?:(?:original|revised|savings?|annual|efficiency|overall|total) ){0,2}"
        r"(?:target|requirement|ask)|savings? (?:sought|required)", re.I)),
    ("achieved", re.compile(
        r"actual(?: savings?)?|outturn|(?:savings? )?(?:already )?(?:achieved|delivered|realised"
        rf"|secured|banked){_TIMES}?", re.I)),
    ("forecast", re.compile(
        r"(?:now |latest |savings? |still )?(?:projected|forecast|expected|anticipated)"
        rf"(?: savings?)?{_TIMES}?", re.I)),
    ("agreed", re.compile(rf"(?:previously )?(?:approved|agreed)(?: savings?)?{_TIMES}{{0,2}}",
                          re.I)),
    ("proposed", re.compile(r"(?:new )?(?:savings? )?proposed(?: savings?)?", re.I)),
)  # fmt: skip
_LABEL = re.compile(r"(?:^|[|;:,.(–—\n-]) ?(?P<said>[A-Za-z][A-Za-z0-9/ -]{2,34}?):? ?(?:of )?$")
# What stands alone right behind one: "£4k, amber;", "£4k (complete)", "£4k in hand."
_TAG = re.compile(
    r"(?: (?:a year|per annum|p\.a\.))?(?P<by>\)?,? [(–—-]?|\)?,? \| ?|\)|,)"
    r" ?(?P<said>[A-Za-z][A-Za-z ]{2,40}?)\)?(?=[;.|)\n]|,| –|$)"
)
# What closes the line of a list: "£4k close the annexe (delivered)", "£6k one van fewer – red".
_CLOSES = re.compile(
    r"(?: [^\n;:£.]{3,70}?)(?: \(| – | - )(?P<said>[A-Za-z][A-Za-z ]{2,40}?)\)?[.;]?(?=\n|$)"
)
_TAGS = (
    ("achieved", re.compile(r"(?:fully )?(?:completed?|delivered|achieved|banked)|in hand|in the"
                            r" bag|done|closed(?: on tracker)?", re.I)),
    ("forecast", re.compile(r"(?:rated )?(?:amber|green)|on (?:track|course|schedule)", re.I)),
    ("not_achieved", re.compile(
        r"(?:rated |reported )?red|not (?:yet )?(?:achieved|achievable|delivered|deliverable)"
        r"|slipped"
        r"|(?:unlikely|no longer likely) to be (?:met|achieved|delivered|made)|withdrawn|dropped"
        r"|abandoned|written off|undeliverable"
        r"|(?:cannot|(?:will|would|could|can) (?:not|no longer)) be (?:met|achieved|delivered|made)"
        r"|(?:at )?nil delivery|moved to next year", re.I)),
    ("agreed", re.compile(r"(?:agreed|approved|accepted)(?: as (?:set out|proposed))?", re.I)),
    ("proposed", re.compile(
        r"(?:referred|sent|remitted) back(?: [a-z ]{2,24})?|deferred to (?:the )?next meeting"
        r"|(?:out )?(?:for|to|under) (?:public )?consultation|not (?:agreed|approved|accepted)",
        re.I)),
)  # fmt: skip
# What heads a list of savings; the first that fits.
_HEADS = (
    ("not_achieved", re.compile(
        r"\b(?:un(?:achiev|deliver|realis)(?:ed|able)|not (?:been )?(?:made|achieved|delivered"
        r"|realised|pursued)|slipped|at risk|lost|abandoned)\b", re.I)),
    ("proposed", re.compile(
        r"\b(?:not (?:accepted|approved|agreed)|refer(?:red)? back|held over|remitted|sent back"
        r"|subject to|propos(?:ed|als?)|(?:for|under|out to|on) (?:consideration|consultation"
        r"|scrutiny|discussion|decision)|put forward|options?|alternative|amendment|ideas?"
        r"|suggest(?:ed|ions?)|packages)\b", re.I)),
    ("target", re.compile(
        r"\b(?:targets?|requirements?|savings ask|required|to be found)\b", re.I)),
    ("achieved", re.compile(
        r"\b(?:achieved|delivered|realised|secured|banked|made|completed?|since)\b", re.I)),
    ("forecast", re.compile(
        r"\b(?:forecast|expected|on (?:track|course)|projected|anticipated)\b", re.I)),
    ("agreed", re.compile(
        r"\b(?:agreed|approved|accepted|adopted|endorsed|voted through"
        r"|(?:[Bb]udget|[Dd]elegated) decisions?|decisions taken)\b", re.I)),
)  # fmt: skip
_OF_SAVINGS = re.compile(
    r"\b(?:savings?|reductions?|efficienc(?:y|ies)|cuts|(?:budget|delegated) decisions?"
    r"|alternative(?: budget)?|actions|packages|economies"
    r"|(?:directorate|department|service)s?'?s? shares)\b|^\W{0,3}(?:not |un)?(?:adopted|agreed"
    r"|approved|accepted|pursued|referred back|held over|new, subject to|achieved|delivered)\b",
    re.IGNORECASE,
)
# The parts of a line that may head a list: each up to its colon or its dash.
_ENDS = re.compile(r": | [–—] |:\n")
_PARTS = re.compile(r"(?<=[.;]) |\n")
# A verb: what stands between head and sum is a sentence of its own.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|might|may|should|must|can|be|been|being"
    r"|said|asked|did|does|do)\b"
)
_HEAD, _AHEAD, _MOST = 400, 70, 4


def find(reading: str, floor: int, start: int, stop: int) -> str | None:
    """Return the status that a list or a label gives a sum; None where none stands there.

    `floor` is where the section begins.

    >>> said = "Target £9k | Delivered £5k | Slipped to 2026/27 £4k"
    >>> [find(said, 0, at, at + 3) for at in (7, 23, 48)]
    ['target', 'achieved', 'not_achieved']
    >>> find("Savings agreed: mowing £4; vans £6", 0, 31, 33)
    'agreed'
    """
    left = max(floor, start - _HEAD)
    before = reading[left:start]
    line = before[before.rfind("\n\n") + 1 :]
    return _tagged(reading, stop) or _labelled(line) or _headed(line)


def _tagged(reading: str, stop: int) -> str | None:
    end = min(len(reading), stop + _AHEAD)
    tag = _TAG.match(reading, stop, end) or _CLOSES.match(reading, stop, end)
    return _first(_TAGS, tag["said"]) if tag else None


def _labelled(line: str) -> str | None:
    label = _LABEL.search(line[-40:] if len(line) > 40 else f"\n{line}")
    return _first(_LABELS, label["said"]) if label else None


def _headed(line: str) -> str | None:
    """Return what the nearest head before a sum says that tells a status."""
    ends = [*_ENDS.finditer(line)][-_MOST:]
    for end in reversed(ends):
        if _VERB.search(line, end.end()) or re.search(r"[.!?] [A-Z]", line[end.end() :]):
            return None
        head = _PARTS.split(line[: end.start()])[-1]
        if _OF_SAVINGS.search(head) and not _VERB.search(head):
            status = next((name for name, told in _HEADS if told.search(head)), None)
            if status:
                return status
    return None


def _first(table: tuple[tuple[str, re.Pattern[str]], ...], said: str) -> str | None:
    return next((name for name, told in table if told.fullmatch(said.strip())), None)
