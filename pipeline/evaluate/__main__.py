"""`make evaluate`: measure both sets, print the tables, write the released figures.

Writes pipeline/data/accuracy.json and docs/accuracy.md. Nothing in them depends on the clock, the
machine or the number of workers. Until the version changes, the figures of the version before are
kept beside the new ones.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import released, trained
from pipeline.evaluate import tables
from pipeline.evaluate.command import timed
from pipeline.evaluate.confidence import confidences, is_learned, reliability
from pipeline.evaluate.page import page
from pipeline.evaluate.run import evaluate

ROOT = Path(__file__).resolve().parents[2]
GOLD = {released.DEVELOPMENT: "tests/gold", released.HELD_OUT: "tests/gold-heldout"}
_LISTS = ("rules", "confidence", "reliability")


def figures(sets: Mapping[str, Any], old: Mapping[str, Any], now: str) -> dict[str, Any]:
    """Return what is released: both sets, confidence, its reliability, the version before."""
    unseen = sets.get(released.HELD_OUT, {"rules": []})["rules"]
    learned = [claim for claim in unseen if is_learned(claim["rule"])]
    trusted = confidences(sets[released.DEVELOPMENT]["rules"], learned)
    before = old.get("before")
    if old.get("version") not in (None, now):
        fields = {
            name: {key: found[key] for key in ("documents", "councils", "fields")}
            for name, found in old["sets"].items()
        }
        before = {"version": old["version"], "sets": fields}
    return {
        "version": now,
        "sets": dict(sets),
        "confidence": trusted,
        "reliability": reliability(trusted, [claim for claim in unseen if claim not in learned]),
        "before": before,
    }


def written(value: Any, name: str = "", indent: str = "") -> Iterator[str]:
    """Yield the pieces of JSON, one field or rule a line, so that a change is seen as one."""
    inner = indent + " "
    if isinstance(value, dict) and (name in ("", "sets", "fields", "before") or "fields" in value):
        items = [
            f"{inner}{json.dumps(key)}: {''.join(written(item, key or '-', inner))}"
            for key, item in value.items()
        ]
        yield "{\n" + ",\n".join(items) + f"\n{indent}}}"
    elif isinstance(value, list) and name in _LISTS:
        items = [inner + json.dumps(item, ensure_ascii=False) for item in value]
        yield "[\n" + ",\n".join(items) + f"\n{indent}]"
    else:
        yield json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Measure, print and write. Returns 1 where a document is missing."""
    old = released.figures()
    sets: dict[str, Any] = {}
    faults: list[str] = []
    times: list[str] = []
    for name, folder in GOLD.items():
        if (ROOT / folder).is_dir():
            # Trained models have learned the development pages: their word there proves nothing.
            with trained.silenced() if name == released.DEVELOPMENT else nullcontext():
                found = evaluate(ROOT / folder)
            sets[name] = found.figures
            faults += found.faults
            times.append(timed(found))
    print("\n".join(tables.by_field(sets, old["sets"], markdown=False)))
    print("\n".join(["", *tables.by_rule(sets, markdown=False)]))
    new = figures(sets, old, version("minutebook"))
    print("\n".join(["", *tables.reliability(new["reliability"], markdown=False), "", *times]))
    for fault in faults:
        print(f"FAULT {fault}", file=sys.stderr)
    if faults:
        return 1
    file = ROOT / "pipeline" / "data" / released.FILE
    file.write_text("".join(written(new)) + "\n", encoding="utf-8")
    (ROOT / "docs" / "accuracy.md").write_text("\n".join(page(new)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
