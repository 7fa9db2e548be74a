"""The tables of scores: sets of pages side by side, for a terminal or as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.evaluate.measured import cases, mean

Sets = Mapping[str, Mapping[str, Any]]
_NUMBERS = ("cases", "prec.", "recall", "F1", "95 % of F1")
INTERVALS = (
    "Intervals are Wilson's, 95 %; values on one page are right or wrong together, so the number "
    "of cases is divided by Rao and Scott's design effect between pages."
)


def laid(rows: Sequence[Sequence[str]], markdown: bool, words: int = 1) -> Iterator[str]:
    """Yield rows under their head row, the first so many columns as words, the rest as numbers."""
    if markdown:
        for at, row in enumerate(rows):
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
            if not at:
                marks = ("---" if i < words else "---:" for i in range(len(row)))
                yield "| " + " | ".join(marks) + " |"
        return
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = (c.ljust(w) if i < words else c.rjust(w)
                 for i, (c, w) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
        yield "  ".join(cells).rstrip()


def by_field(sets: Sets, before: Sets, markdown: bool) -> Iterator[str]:
    """Yield the scores of each field in every set; with their change where there is a before."""
    head = ["field"]
    for name, found in sets.items():
        told = "" if len(sets) == 1 else f"{name} "
        head += [told + word for word in _NUMBERS]
        head += [told + "change"] if _of(before, name) else []
        del found
    fields = list(dict.fromkeys(f for found in sets.values() for f in found["fields"]))
    rows = [head]
    for field in fields:
        row = [field]
        for name, found in sets.items():
            row += _scores(found["fields"].get(field))
            if old := _of(before, name):
                row.append(_change(found["fields"].get(field), old["fields"].get(field)))
        rows.append(row)
    yield from laid(rows, markdown)
    yield ""
    for name, found in sets.items():
        yield _mean(name, found, _of(before, name)) + ("  " if markdown else "")


def _of(before: Sets, name: str) -> Mapping[str, Any] | None:
    return before.get(name)


def _scores(field: Mapping[str, Any] | None) -> list[str]:
    if field is None:
        return ["–"] * len(_NUMBERS)
    low, high = field["f1_range"]
    shares = (f"{field[name]:.3f}" for name in ("precision", "recall", "f1"))
    return [f"{cases(field):,}", *shares, f"{low:.2f}–{high:.2f}"]


def _change(now: Mapping[str, Any] | None, old: Mapping[str, Any] | None) -> str:
    if now is None or old is None:
        return "gone" if old else "new" if now else "–"
    change = now["f1"] - old["f1"]
    return f"{change:+.3f}" if abs(change) >= 0.0005 else "="


def _mean(name: str, found: Mapping[str, Any], old: Mapping[str, Any] | None) -> str:
    said = (
        f"{name}: mean F1 {mean(found):.4f} over {len(found['fields'])} fields, "
        f"{found['documents']} documents, {found['councils']} councils"
    )
    if old:
        said += f" (before: {mean(old):.4f}, {old['documents']} documents)"
    return said


def by_rule(sets: Sets, markdown: bool) -> Iterator[str]:
    """Yield what each rule gave and how much was right, then what no rule gave."""
    spoken: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for name, found in sets.items():
        for rule in found["rules"]:
            spoken.setdefault((rule["field"], rule["rule"] or "–"), {})[name] = rule
    head = ["field", "rule"]
    for name in sets:
        told = "" if len(sets) == 1 else f"{name} "
        head += [told + "right", told + "prec.", told + "95 %"]
    rows = [head]
    order = list(dict.fromkeys(f for found in sets.values() for f in found["fields"]))
    for field, rule in sorted(spoken, key=lambda key: (order.index(key[0]), key[1])):
        row = [field, rule]
        for name in sets:
            row += _precision(spoken[field, rule].get(name))
        rows.append(row)
        if (field, rule) == _last(spoken, field):
            rows.append([field, "missed: no rule spoke", *_silent(sets, field)])
    yield from laid(rows, markdown, words=2)


def _last(spoken: Mapping[tuple[str, str], Any], field: str) -> tuple[str, str]:
    return max(key for key in spoken if key[0] == field)


def _precision(rule: Mapping[str, Any] | None) -> list[str]:
    if rule is None:
        return ["–", "–", "–"]
    low, high = rule["range"]
    share = rule["right"] / rule["of"]
    return [f"{rule['right']} of {rule['of']}", f"{share:.3f}", f"{low:.2f}–{high:.2f}"]


def _silent(sets: Sets, field: str) -> Iterator[str]:
    for found in sets.values():
        own = found["fields"].get(field)
        yield from (f"{own['silent']} of {cases(own)}" if own else "–", "", "")


def reliability(bins: Sequence[Mapping[str, Any]], markdown: bool) -> Iterator[str]:
    """Yield what confidence promised beside what was right."""
    rows = [["confidence", "values", "promised", "right"]]
    for b in bins:
        rows.append(
            [f"{b['from']:.2f}–{b['to']:.2f}", f"{b['values']:,}", f"{b['promised']:.3f}",
             f"{b['right']:.3f}"]
        )  # fmt: skip
    yield from laid(rows, markdown)
