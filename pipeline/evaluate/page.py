"""docs/accuracy.md, made from the released figures."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.evaluate import tables

_NAMES = {"held_out": "held out", "development": "development"}


def page(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of docs/accuracy.md."""
    sets = {_NAMES[name]: figures["sets"][name] for name in _NAMES if name in figures["sets"]}
    yield "# Accuracy: figures on pages that we wrote"
    yield ""
    yield from _head(figures["version"], sets)
    yield ""
    yield "## By field"
    yield ""
    yield from tables.by_field(sets, {}, markdown=True)
    yield from _changes(figures, sets)
    yield from _reliability(figures)
    yield ""
    yield "## By rule"
    yield ""
    yield (
        "Of what each rule gave, how much was right (the `rule` column of the rows; of a column's "
        "value, that of its `evidence`); `–` where no rule is on record. Then, of what is there, "
        "how much no rule gave: rows that are not there or not right, values left empty. Pages on "
        "which only recall is scored are left out."
    )
    yield ""
    yield from tables.by_rule(sets, markdown=True)


def _head(version: str, sets: tables.Sets) -> Iterator[str]:
    counts = ", ".join(
        f"{name}: {found['documents']} documents of {found['councils']} councils' styles"
        for name, found in sets.items()
    )
    yield (
        f"Made by `make evaluate` with Minutebook {version}; do not edit by hand. The pages are "
        "ours, in the styles of real councils, with invented people, firms and figures "
        f"([gold.md](gold.md)). {counts}. *Development* pages are in sight while rules are made, "
        "so their figures flatter; trained models ([models.md](models.md)), which learned from "
        "them, are silent there. *Held-out* pages are of other councils' styles and are not "
        "looked at: a page that nobody has seen should be expected to score like them, and none "
        "of this measures a real council's pages ([labelling.md](labelling.md) tells how to "
        "measure your own)."
    )
    yield ""
    yield (
        "*cases*: values to be found. *precision*: how much of what was found is right. *recall*: "
        "how much of what is there was found. *F1*: their harmonic mean. " + tables.INTERVALS
    )


def _changes(figures: Mapping[str, Any], sets: tables.Sets) -> Iterator[str]:
    before = figures.get("before")
    if not before:
        return
    yield ""
    yield f"## Gains and losses since {before['version']}"
    yield ""
    old = {_NAMES[name]: found for name, found in before["sets"].items() if name in _NAMES}
    rows = [["field"]]
    for name in (n for n in sets if n in old):
        rows[0] += [f"{name} F1", f"{before['version']}", "change"]
    for field in dict.fromkeys(f for found in sets.values() for f in found["fields"]):
        row = [field]
        for name in (n for n in sets if n in old):
            now, was = sets[name]["fields"].get(field), old[name]["fields"].get(field)
            both = now is not None and was is not None
            row += [
                f"{now['f1']:.3f}" if now else "–",
                f"{was['f1']:.3f}" if was else "–",
                f"{now['f1'] - was['f1']:+.3f}" if both else "–",
            ]
        rows.append(row)
    yield from tables.laid(rows, markdown=True)


def _reliability(figures: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield "## Confidence, and whether it holds"
    yield ""
    yield (
        "Every fact names its `rule`; the table `rules` tells how that rule comes to its values "
        "(`basis`: observed, a template label says it; extracted, a rule reads it in its quote; "
        "derived, it is reckoned from other values) and its `confidence`, the part of them that "
        "is right. The views `amounts_rated`, `savings_rated`, `percentages_rated`, `kpis_rated`, "
        "`resolutions_rated`, `recommendations_rated`, `votes_rated`, `mentions_rated` and "
        "`people_rated` have both beside every row, and a confidence of their own for `kind`, "
        "`status`, `role` and `action`; `minutebook search --min-confidence` asks for it."
    )
    yield ""
    yield (
        "Confidence is the rule's precision on the development pages, smoothed: with *n* cases, "
        "*r* of them right, and a precision *p* of all rules of the column together, "
        "(*r* + 4*p*) / (*n* + 4), the mean of a Beta distribution that begins as four cases of "
        "the column. A rule that those pages never met has the column's *p*; what they never "
        "test (dates, attendance, attachments …) has none. A trained model is silent on pages that "
        "it learned from: its confidence comes in the same way from the held-out ones. As the "
        "rules were made with the development pages in sight, theirs promises too much of others. "
        "This table tells how much: of all values that rules found on the held-out pages, grouped "
        "by their confidence, what it promised and what was right."
    )
    yield ""
    yield from tables.reliability(figures["reliability"], markdown=True)
