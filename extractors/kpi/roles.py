"""What the columns of a table hold, by their heads and then by what stands under them.

A head alone may mean two things: "Achieved" is a figure or a yes, "PI" a name or a code, "Better"
a direction or the way that is good. What the cells hold settles it.

>>> heads = {0: "PI", 1: "Title", 2: "Target", 3: "Achieved"}
>>> cells = {0: ["LB 4"], 1: ["Loans of maps in a month"], 2: ["90"], 3: ["Yes"]}
>>> list(settled({c: kpi_heads.role(h) for c, h in heads.items()}, heads, cells).values())
['code', 'name', 'target', 'rag']
"""

import re
from collections.abc import Callable, Mapping, Sequence

from extractors.kpi import heads as kpi_heads
from extractors.kpi import signs as kpi_signs

Roles = dict[int, str | None]
Cells = Mapping[int, Sequence[str]]

# What can be a code: "LB 4", "1.10", "NI191a", "CP-03", "12".
_CODE = re.compile(r"(?=[^0-9]{0,10}[0-9])(?:[A-Za-z&]{1,8}[ ._/-]?){0,3}[0-9][\w./-]{0,8}")
_FIGURE = re.compile(
    r"(?:[<>≤≥=+~-]{1,2}[ ]?)?£?[0-9][0-9,.]{0,12}[ ]?(?:%|k|m|bn|[A-Za-z]{1,8})?"
    r"(?:[ ][A-Za-z]{2,9})?(?:[ ]?[([].{0,40})?"
)
_EMPTY = re.compile(
    r"[–—-]{0,3}|n/?[ak]|tbc|tbd|none|no data|not (?:applicable|available|set)", re.I
)
_FIGURED = ("target", "actual", "period", "previous", "floor")
_LETTERS = re.compile(r"[A-Za-z]{3}")


def settled(roles: Roles, heads: Mapping[int, str], cells: Cells) -> Roles:
    """Return the roles of a table's columns by their heads, put right by their cells."""
    told = {c: [w for w in cells.get(c, ()) if not _EMPTY.fullmatch(w)] for c in roles}
    found = {c: _of_cells(role, told[c]) for c, role in roles.items()}
    found = _with_plan(_with_standards(found, told), heads)
    if "rag" not in found.values():
        found = _with_verdicts(found, told)
    found = _with_first_codes(_with_codes(found, told), told)
    return kpi_heads.with_names(_with_name(found, told), dict(heads))


def _share(words: Sequence[str], fits: Callable[[str], object]) -> bool:
    """Tell whether nearly all words of a column are of a kind."""
    return bool(words) and sum(bool(fits(w)) for w in words) * 5 >= len(words) * 4


def _is_figure(words: str) -> bool:
    return _FIGURE.fullmatch(words) is not None


def _of_cells(role: str | None, words: Sequence[str]) -> str | None:
    """Return the role of a column whose head may mean several things."""
    if role == "better":
        moved = any(kpi_signs.direction(w) for w in words)
        return "direction" if moved else "polarity"
    if role in ("target", "actual", "period", "due") and _share(words, kpi_signs.is_shown):
        return "rag"
    if role in ("actual", "target") and _share(words, kpi_signs.is_moved):
        return "direction"
    return role


def _with_standards(roles: Roles, told: Cells) -> Roles:
    """Return roles in which "Service standard" is the name, where another column is the target."""
    aimed = [c for c, r in roles.items() if r == "target"]
    wordy = [c for c in aimed if _share(told[c], _LETTERS.search)
             and not any(_is_figure(w) for w in told[c])]  # fmt: skip
    named = len(aimed) == 2 and len(wordy) == 1 and "name" not in roles.values()
    return {**roles, wordy[0]: "name"} if named else roles


_PLAN = re.compile(r"(?:\bQ[1-4] |annual |year )?(?:plan|profile)(?:ned|d)?", re.IGNORECASE)


def _with_plan(roles: Roles, heads: Mapping[int, str]) -> Roles:
    """Return roles in which "Plan" is the target, beside results of what is called an indicator."""
    if "target" in roles.values() or not {"actual", "period"} & set(roles.values()):
        return roles
    planned = [c for c, r in roles.items() if r is None and _PLAN.fullmatch(heads.get(c, ""))]
    named = kpi_heads.names_indicators(roles, heads)
    return {**roles, planned[0]: "target"} if named and len(planned) == 1 else roles


def _with_verdicts(roles: Roles, told: Cells) -> Roles:
    """Return roles in which a column without a known head that shows verdicts is their column."""
    shown = [c for c, r in roles.items() if r is None and _share(told[c], kpi_signs.is_shown)]
    coloured = [c for c in shown if any(kpi_signs.colour(w) or kpi_signs.verdict(w)
                                        for w in told[c])]  # fmt: skip
    return {**roles, coloured[0]: "rag"} if len(coloured) == 1 else roles


def _with_codes(roles: Roles, told: Cells) -> Roles:
    """Return roles in which of several columns of names those of codes are the code."""
    named = [c for c, r in roles.items() if r == "name"]
    coded = [c for c in named if _share(told[c], _CODE.fullmatch)]
    if "code" in roles.values() or len(coded) != 1:
        return roles
    wordy = [c for c, r in roles.items() if c > coded[0] and r in (None, "name")
             and _share(told[c], _LETTERS.search) and not _share(told[c], _is_figure)]  # fmt: skip
    return {**roles, coded[0]: "code", wordy[0]: "name"} if wordy else roles


# What is a code whatever stands over it: "TP01", "CH02 (1)".
_SURE_CODE = re.compile(
    r"[A-Z]{1,6}[ ._/-]?[0-9]{1,4}(?:[./-][0-9]{1,3})?[a-z]?(?:[ ]?\([0-9a-z]\))?"
)


def _with_first_codes(roles: Roles, told: Cells) -> Roles:
    """Return roles in which a first column of codes is that, whatever its head: "TSM", "Ours"."""
    first = told.get(0, ())
    if "code" in roles.values() or roles.get(0) is not None or roles.get(1) != "name":
        return roles
    coded = len(set(first)) == len(first) and all(_SURE_CODE.fullmatch(w) for w in first)
    return {**roles, 0: "code"} if coded and first else roles


def _with_name(roles: Roles, told: Cells) -> Roles:
    """Return roles in which words behind a column of codes, before any figure, are the names."""
    held = set(roles.values())
    if "name" in held or not {"code", "target", "actual"} <= held:
        return roles
    code = next(c for c, r in roles.items() if r == "code")
    first = min((c for c, r in roles.items() if r in _FIGURED), default=code)
    wordy = [c for c, r in roles.items() if code < c < first and r is None
             and _share(told[c], _LETTERS.search)]  # fmt: skip
    return {**roles, wordy[0]: "name"} if len(wordy) == 1 else roles
