"""Which columns of a table of indicators belong together: one group for each reporting period."""

import re
from collections.abc import Callable, Mapping

from extractors.dates.period_parts import Period

_INDEX_COLUMNS = ("target", "actual", "previous", "floor", "rag", "direction", "period")
# Where whole years stand side by side, one status column belongs to the latest of them.
_YEAR = re.compile(r"20[0-9]{2}(?:/[0-9]{2})?")

Columns = dict[str, int]
Spells = dict[str, tuple[Period, Columns]]
PeriodOf = Callable[[int], Period | None]


def groups(roles: Mapping[int, str | None], period_of: PeriodOf,
           is_measured: Callable[[int], bool]) -> list[tuple[Period | None, Columns]]:  # fmt: skip
    """Return the reporting periods of a table with the column of each value.

    Columns headed by a period hold its result, or its target, colour … where the head says so.
    Columns without period belong to every period. One year's result beside a result without year
    (`is_measured` tells whether a column holds figures) is what went before.
    """
    common: Columns = {}
    spells: Spells = {}
    unsure: list[int] = []
    for column, role in roles.items():
        if role not in _INDEX_COLUMNS:
            continue
        key, period = "actual" if role == "period" else role, period_of(column)
        if role in ("previous", "direction"):  # "last quarter" is when, not of what
            period = None
        if role == "target" and period and not _has_other(roles, period_of, period.label):
            period = None
        if role == "period" and (period is None or period.label is None):
            unsure.append(column)  # a month of an unknown year: one may be the result, not several
        elif period is None or period.label is None:
            common.setdefault(key, column)
        else:
            spells.setdefault(period.label, (period, {}))[1].setdefault(key, column)
    if len(unsure) == 1 and not spells:
        common.setdefault("actual", unsure[0])
    spells, common = _with_year_before(*_with_results(spells, common))
    if earlier := _earlier(spells, common, is_measured):
        return [(None, {**common, "previous": common.get("previous", earlier)})]
    found = [(p, {**common, **held}) for p, held in spells.values()]
    to_date = _to_date(spells, common)
    if not to_date and _is_of_latest([p for p, _ in found], common):
        found = [max(found, key=_latest)]
    if len(found) > 1 or to_date:
        found = [(p, _own(g, spells[p.label or ""][1])) for p, g in found]
    return [*found, *to_date] or [(None, common)]


def _to_date(spells: Spells, common: Columns) -> list[tuple[Period | None, Columns]]:
    """Return the group of a result without period beside results of periods: "Actual to date"."""
    beside = bool(spells) and all("actual" in held for _, held in spells.values())
    return [(None, common)] if beside and "actual" in common else []


def _with_results(spells: Spells, common: Columns) -> tuple[Spells, Columns]:
    """Return periods that head a result; a colour's alone is of the result without period.

    Beside "Q1 actual", "Actual to date" the colour of "RAG Q2" belongs to what is to date.
    """
    bare = [label for label, (_, held) in spells.items() if set(held) == {"rag"}]
    if "actual" not in common or len(bare) != 1 or len(spells) == 1 or "rag" in common:
        return spells, common
    kept = {label: spell for label, spell in spells.items() if label != bare[0]}
    return kept, {**common, "rag": spells[bare[0]][1]["rag"]}


def _with_year_before(spells: Spells, common: Columns) -> tuple[Spells, Columns]:
    """Return the later of two same quarters, the earlier one as what went before.

    "Q2 2025/26" beside "Q2 2024/25" is one period and the one it is compared with, whether or not
    a target stands with the later; of two whole years only such a target tells it.
    """
    both = sorted((p.first, label) for label, (p, held) in spells.items()
                  if p.first and "actual" in held)  # fmt: skip
    if len(both) == len(spells) > 2 and _is_last_aimed(
        spells, common, [label for _, label in both]
    ):
        (_, old), (_, new) = both[-2:]
        return {new: spells[new]}, {**common, "previous": spells[old][1]["actual"]}
    if len(spells) != 2 or len(both) != 2 or "previous" in common:
        return spells, common
    (early, old), (late, new) = both
    if _is_before(spells, common, early, old, new):
        return {new: spells[new]}, {**common, "previous": spells[old][1]["actual"]}
    if set(spells[old][1]) != {"actual"} or not _is_year_on(early, late):
        return spells, common
    if _YEAR.fullmatch(old) and not _is_beside_target(spells, common, old, new):
        return spells, common
    return {new: spells[new]}, {**common, "previous": spells[old][1]["actual"]}


def _is_last_aimed(spells: Spells, common: Columns, labels: list[str]) -> bool:
    """Tell whether of several times the last alone has a target: the others went before."""
    earlier = [set(spells[label][1]) for label in labels[:-1]]
    aimed = "target" in spells[labels[-1]][1] and "target" not in common
    return aimed and "previous" not in common and all(held == {"actual"} for held in earlier)


def _is_before(spells: Spells, common: Columns, early: str, old: str, new: str) -> bool:
    """Tell whether the first of two quarters is what colour and arrow compare the other with.

    "Q2, Q3, target, RAG, direction of travel": colour and arrow are of Q3. So is "Q3 target".
    """
    held = spells[new][1]
    shown = {"rag", "direction", "target"} <= {*common, *held}
    own = "target" in held and "target" not in common
    whole = _YEAR.fullmatch(old) or _YEAR.fullmatch(new)
    last = spells[old][0].last or ""
    if set(spells[old][1]) != {"actual"} or whole or last >= (spells[new][0].first or ""):
        return False
    return shown or own


def _is_beside_target(spells: Spells, common: Columns, old: str, new: str) -> bool:
    """Tell whether a target is of the later of two years: by its head, or as "Target, 2, 1"."""
    if "target" in spells[new][1] or "target" not in common:
        return "target" in spells[new][1]
    late, early = (spells[year][1]["actual"] for year in (new, old))
    return common["target"] + 1 == late < early


def _is_year_on(early: str, late: str) -> bool:
    """Tell whether a period begins a year to the day after another."""
    return int(late[:4]) == int(early[:4]) + 1 and late[4:] == early[4:]


def _own(group: Columns, held: Columns) -> Columns:
    return {k: v for k, v in group.items() if k in ("target", "floor") or k in held}


def _is_of_latest(spells: list[Period], common: Columns) -> bool:
    quarters = sum(not _YEAR.fullmatch(p.label or "") for p in spells)
    return len(spells) > 1 and "rag" in common and quarters < 2


def _earlier(spells: Mapping[str, tuple[Period, Columns]], common: Columns,
             is_measured: Callable[[int], bool]) -> int | None:  # fmt: skip
    """Return the column of a past year's result: "2021/22 actual" beside "Half-year actual"."""
    if len(spells) != 1 or not {"actual", "target"} <= set(common):
        return None
    label, (_, held) = next(iter(spells.items()))
    if set(held) != {"actual"} or not _YEAR.fullmatch(label):
        return None
    return held["actual"] if is_measured(common["actual"]) else None


def _latest(group: tuple[Period, Columns]) -> tuple[str, str]:
    """Return a key that sorts periods by their end, and of those that end together by length."""
    return group[0].last or "", group[0].first or ""


def _has_other(roles: Mapping[int, str | None], period_of: PeriodOf, label: str | None) -> bool:
    """Tell whether a period heads a column besides its target's."""
    return any(
        r in ("actual", "period", "rag") and (p := period_of(c)) is not None and p.label == label
        for c, r in roles.items()
    )


def is_later(target: Period | None, period: Period | None) -> bool:
    """Tell whether a target is one of a time that begins behind the reported period."""
    return bool(target and period and target.first and period.last and target.first > period.last)
