"""docs/models.md: what was compared, with what, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.evaluate.tables import laid
from pipeline.train import compare
from pipeline.train.compare import Outcome

_WAYS = (
    ("rules", "rules alone"),
    ("model", "model alone"),
    ("open", "model where rules leave it open"),
    ("over", "model over rules where sure"),
)
_KEPT = (
    "A model beats them where both together have a higher F1 than the rules at no lower precision, "
    f"and chance would seldom bring as many gains against losses (sign test, p < {compare.LEVEL}). "
    "One that overrules the rules to their gain is shipped (`extractors/data/*.model`): its values "
    "name a rule such as `percent.role.model-1`, and `MINUTEBOOK_MODELS=off` silences all of them, "
    "which is a rule set of its own. Models that turned right values of real pages wrong are not "
    f"shipped, whatever the measure says: {', '.join(sorted(compare.SPOILED))}."
)
_CHANGES = ("changed", "gained", "lost", "gained_aside", "lost_aside")
Figures = Mapping[str, Any]


def page(outcomes: Sequence[Outcome], others: Figures, counts: Figures) -> Iterator[str]:
    """Yield the lines of docs/models.md. `counts`: documents of both sets, the seed."""
    yield "# Trained models, measured against the rules"
    yield ""
    yield from _head(outcomes, counts)
    yield ""
    yield "## On the held-out pages"
    yield ""
    yield from laid(list(_rows(outcomes)), markdown=True, words=2)
    yield ""
    yield from _notes()
    yield ""
    yield "## The models"
    yield ""
    yield from laid(list(_models(outcomes)), markdown=True)
    yield ""
    yield "## Where both agree (held out)"
    yield ""
    yield from laid(list(_agreement(outcomes)), markdown=True)
    yield ""
    yield (
        "Of the values that the rules name, those that the model would name alike and those that "
        "it would not: how far its voice tells a sure value from a doubtful one."
    )
    yield ""
    yield from _others(others)


def _head(outcomes: Sequence[Outcome], counts: Figures) -> Iterator[str]:
    kept = [f"{one.name} ({one.kept})" for one in outcomes if one.kept]
    yield (
        f"Made by `make train`; do not edit by hand. {counts['development']} development documents "
        f"(`tests/gold`), {counts['held_out']} held-out ones (`tests/gold-heldout`, totals "
        f"only), seed {counts['seed']}. What a rule reads alone stands in "
        "[accuracy.md](accuracy.md)."
    )
    yield ""
    if kept:
        yield f"**By the measure below a model beats the rules: {', '.join(kept)}.** {_KEPT}"
    else:
        yield f"**No model beats the rules.** {_KEPT}"


def _rows(outcomes: Sequence[Outcome]) -> Iterator[list[str]]:
    yield [
        "field", "asked", "cases", "named", "prec.", "recall", "F1", "all right", "from",
        "changed", "gained", "lost", "snippets gained", "lost", "p",
    ]  # fmt: skip
    for one in outcomes:
        for way, told in _WAYS:
            said = one.figures[way]
            yield [
                one.name, told, f"{said['of']:,}", f"{said['named']:,}",
                *(f"{said[name]:.3f}" for name in ("precision", "recall", "f1")),
                f"{said['same'] / said['of']:.3f}" if said["of"] else "–",
                *_changed(said),
            ]  # fmt: skip


def _changed(said: Figures) -> Iterator[str]:
    if "threshold" not in said:
        yield from ("–",) * 7
    elif said["threshold"] is None:
        yield from ("never", "0", "0", "0", "0", "0", "–")
    else:
        yield f"{said['threshold']:.2f}"
        yield from (str(said[name]) for name in _CHANGES)
        yield f"{said['p']:.3f}"


def _notes() -> Iterator[str]:
    yield (
        "All four are asked about the same figures, those that the rules found and that have an "
        "answer. *named*: values given that name something; `other`, `unknown` and none leave it "
        "open. *precision*: right ones of these. *recall*: right ones of all values that have a "
        "name. *all right*: equal to the answer, open ones too, which is what `make evaluate` "
        "counts. *from*: the probability from which the model speaks. *changed*, *gained*, *lost*: "
        "values that differ from the rules', those that became right, those that became wrong; "
        "*snippets gained*, *lost*: the same on snippets of our own (`pipeline/train/data`), each "
        "asked of a model that has not learned it; *p*: how often chance alone would bring as many "
        "gains on both together (sign test). Suppliers are counted "
        "as names of a page; *over* also strikes out suppliers of the rules that the page names "
        "once and the model holds all but impossible. Indicators are counted as whole rows, right "
        "where name or code, period, target, result and outcome are; their model alone is asked "
        "only which figures are a result and its target; *over* it also goes over rows of "
        "sentences in which the rules part the figures otherwise."
    )
    yield ""
    yield (
        "The rules were made with the development pages in sight, so what they say there is right "
        "more often than elsewhere. A model alone has not heard them. One that stands beside them "
        f"has: it learned from {compare.COPIES} copies of each development case, with the rules' "
        f"word withheld in {compare.WITHHELD:.0%} and falsified in {compare.FALSIFIED:.0%}, and "
        "speaks from the probability *from*. For suppliers and indicators the "
        "probability is chosen on the development pages, each answered by a model that has not "
        f"seen its council ({compare.FOLDS} folds)."
    )
    yield ""
    yield (
        "To be read with care: what a model sees, the shares above and the limits for suppliers "
        "were tried in several ways against the totals of these held-out pages before one was "
        "taken, so the figures flatter a little. Pages of councils added later will tell."
    )


def _agreement(outcomes: Sequence[Outcome]) -> Iterator[list[str]]:
    yield ["field", "both alike", "rules right", "share", "they differ", "rules right", "share"]
    for one in outcomes:
        said = one.figures.get("agreed")
        if said:
            yield [one.name, *_right(said, "alike"), *_right(said, "apart")]


def _right(said: Figures, name: str) -> Iterator[str]:
    many, right = said[name], said[f"{name}_right"]
    yield from (str(many), str(right), f"{right / many:.3f}" if many else "–")


def _models(outcomes: Sequence[Outcome]) -> Iterator[list[str]]:
    yield [
        "field", "gold cases", "our sentences and snippets", "KB", "ms a page",
        "rules F1 on development", "model F1 on development, councils unseen",
        "left open by rules, development", "left open by rules, held out", "kept",
    ]  # fmt: skip
    for one in outcomes:
        said, own = one.figures, one.figures["development"]
        yield [
            one.name, f"{said['cases']:,}", f"{said['sentences']:,}",
            f"{said['bytes'] / 1024:,.0f}", f"{said['ms']:.1f}",
            f"{own['rules']['f1']:.3f}", f"{own['model']['f1']:.3f}",
            str(own["unsaid"]), str(said["unsaid"]), one.kept or "no",
        ]  # fmt: skip


def _others(others: Figures) -> Iterator[str]:
    yield from _cost(others["cost"])
    yield ""
    dates = others["dates"]
    yield "## Other libraries on the held-out pages"
    yield ""
    if money := others.get("money"):
        yield from _money(money)
        yield ""
    rows = [["dates of the header", "found", "ms a page"]]
    for told, who in (("Minutebook, whole page", "our"), ("dateparser `search_dates`", "their")):
        hit = dates["ours" if who == "our" else "theirs"]
        rows.append([told, f"{hit:,} of {dates['wanted']:,}", f"{dates[f'{who}_ms']:.1f}"])
    yield from laid(rows, markdown=True)
    yield ""
    yield (
        f"`search_dates` found {dates['their_found']:,} dates in all, {dates['their_bare']:,} of "
        'them in words without any figure ("now", "second"), and does not tell which date is '
        "which; the gold pages have answers for the header's dates only. Minutebook's "
        "milliseconds are for everything that it reads on a page."
    )


def _cost(cost: Figures) -> Iterator[str]:
    yield "## What it costs"
    yield ""
    yield (
        f"All rules on a held-out page, its bytes read: {cost['off']:.1f} ms with models silent, "
        f"{cost['on']:.1f} ms with what is shipped ({cost['bytes'] / 1024:,.0f} KB), loaded in "
        f"{cost['load']:.0f} ms once in each worker when first needed."
    )


def _money(money: Figures) -> Iterator[str]:
    head = ["sums of money", "found", "prec.", "recall", "F1", "the bare quote's value"]
    rows = [[*head, "ms a page"]]
    for told, name, who in (
        ("Minutebook, whole page", "ours", "our"),
        ("price-parser, told where sums begin", "theirs", "their"),
    ):
        said = money[name]
        shares = (f"{said[share]:.3f}" for share in ("precision", "recall", "f1"))
        quotes = f"{money[f'{who}_quotes']:,} of {money['quotes']:,}"
        rows.append([told, f"{said['named']:,}", *shares, quotes, f"{money[f'{who}_ms']:.1f}"])
    yield from laid(rows, markdown=True)
    yield ""
    yield (
        "Sums are matched by their pence. price-parser reads one price out of a text that holds "
        "one: sentences are cut before each currency sign for it. It does not multiply by "
        "thousand, million or billion, and knows neither ranges nor sums in words. *the bare "
        "quote's value*: both read the gold's quote alone."
    )
