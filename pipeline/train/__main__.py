"""`make train`: train, compare with the rules on held-out pages, write docs/models.md.

The same inputs and seed give the same models and figures, but for the milliseconds. Prints the
SHA-256 of each model, so that two runs can be compared. A model that overrules the rules to their
gain is written where `extractors` look for it, if something there speaks for its field.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from extractors import nlp
from pipeline.train import compare, kpis, model, suppliers, taught, templates
from pipeline.train.compare import Outcome
from pipeline.train.gather import FIELDS, SHIPPED, Gathered, gather
from pipeline.train.others import others
from pipeline.train.page import page

ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT, HELD_OUT = ROOT / "tests" / "gold", ROOT / "tests" / "gold-heldout"
DATA = ROOT / "extractors" / "data"


def _outcomes(
    development: Gathered,
    held_out: Gathered,
    sentences: Mapping[str, Sequence[model.Pair]],
    seed: int,
) -> Iterator[Outcome]:
    marked = taught.taught()
    for name in FIELDS:
        own = marked.get(name, taught.Taught())
        yield compare.compare(name, development, held_out, sentences, own, seed)
    yield suppliers.compare(development, held_out, seed)
    yield kpis.compare(DEVELOPMENT, HELD_OUT, seed)


def _told(one: Outcome) -> str:
    shares = ", ".join(f"{w} {one.figures[w]['f1']:.3f}" for w in ("rules", "model", *compare.WAYS))
    sha = hashlib.sha256(one.made.to_bytes(exclude=list(nlp.UNLEARNED))).hexdigest()
    seconds = one.figures["train_seconds"]
    return f"{one.name}: F1 {shares}; kept: {one.kept or 'no'}; {seconds:.0f} s; {sha[:16]}"


def _ship(one: Outcome) -> None:
    """Write a kept model where it is looked for; take away one that is kept no longer."""
    if one.name not in SHIPPED:
        return
    file = DATA / SHIPPED[one.name]
    if one.kept == "over":
        file.write_bytes(model.packed(one.made, one.figures["over"]["threshold"], one.shape))
    else:
        file.unlink(missing_ok=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and compare. Returns 1 where a set of pages is missing."""
    parser = argparse.ArgumentParser(prog="make train", description=__doc__)
    parser.add_argument("--seed", type=int, default=model.SEED)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "models.md")
    said = parser.parse_args(arguments)
    for folder in (DEVELOPMENT, HELD_OUT):
        if not folder.is_dir():
            print(f"{folder.relative_to(ROOT)} is missing: nothing to learn from", file=sys.stderr)
            return 1
    development, held_out = gather(DEVELOPMENT), gather(HELD_OUT)
    outcomes = []
    for one in _outcomes(development, held_out, templates.made(said.seed), said.seed):
        outcomes.append(one)
        print(_told(one), flush=True)
        _ship(one)
    counts = {
        "development": development.documents,
        "held_out": held_out.documents,
        "seed": said.seed,
    }
    lines = page(outcomes, others(HELD_OUT), counts)
    said.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
