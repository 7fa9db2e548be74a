"""What goes along with every export: codebook, provenance, a note on licence and persons."""

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from pipeline.export.folder import PROVENANCE, measured
from pipeline.export.sheets import Col, Sheet, f1
from pipeline.reading import SCHEMA_VERSION

LICENCE = (
    "The words quoted are those of the councils that published them; many councils offer theirs "
    "under the Open Government Licence v3.0, and each council's own site says whether it does. "
    "Minutebook claims no right in its rows. Pages can hold texts of others, which no licence of a "
    "council covers."
)
PERSONS = (
    "Officers and members stand here in their public posts; other people may be named in the "
    "councils' words. Whoever passes this on is answerable for it under data protection law."
)
_TYPES = {int: "integer", float: "number", str: "text"}
_NOTES = f"""# What councils decided: an export of Minutebook

{{book}}- `{PROVENANCE}` says which version made this from which run, with rows, bytes and SHA-256
  of each file.
- Every row with a `quote` has the very words it was read from; `start` and `stop` count code points
  in the document's `text`. Files are joined by `id` and `…_id`; `key` stays the same in every
  export and every run.
- Nothing is a zero by default: an empty value means that the text does not say.
- Sums are whole pence. Dates are ISO 8601.

{{contacts}}

## Licence

{LICENCE}

## Persons

{PERSONS}
"""
_BOOK = "- `codebook.csv` says for every column of every file what it means.\n"
_COVERED = (
    "E-mail addresses and telephone numbers were left out: their columns are not there, and in "
    "texts and quotes they are covered by █, figure for figure (`--with-contacts` keeps them)."
)
_OPEN = "E-mail addresses and telephone numbers are included, as was asked for."


def codebook(sheets: Iterable[Sheet]) -> Iterator[tuple[str, ...]]:
    """Yield the codebook's rows, its head first."""
    yield ("table", "column", "type", "can_be_empty", "unit", "values", "refers_to", "meaning",
           "f1_held_out")  # fmt: skip
    for sheet in sheets:
        for column in sheet.columns:
            yield _entry(sheet.name, column)


def _entry(table: str, column: Col) -> tuple[str, ...]:
    said = column.meaning
    return (
        table,
        column.name,
        _TYPES[column.kind],
        "yes" if column.is_optional else "no",
        said.unit or "",
        " | ".join(said.allowed),
        f"{said.references}.id" if said.references else "",
        said.description,
        f1(table, column.name),
    )


def write_notes(folder: Path, sheets: Iterable[Sheet], contacts: bool) -> None:
    """Write the codebook and the note to read first; a shape of others has no codebook of ours."""
    own = list(sheets)
    if own:
        _write_codebook(folder, own)
    said = {"contacts": _OPEN if contacts else _COVERED, "book": _BOOK if own else ""}
    notes = _NOTES.format(**said)
    (folder / "README.md").write_text(notes, encoding="utf-8", newline="\n")


def _write_codebook(folder: Path, sheets: Iterable[Sheet]) -> None:
    with (folder / "codebook.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(codebook(sheets))


def write_provenance(
    folder: Path, db: sqlite3.Connection, asked: dict[str, object], rows: dict[str, int]
) -> None:
    """Write where an export comes from. Nothing in it depends on when or where it was made."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    names = [p.relative_to(folder).as_posix() for p in files]
    said = {
        "made_by": f"Minutebook {version('minutebook')}",
        "schema": SCHEMA_VERSION,
        "export": asked,
        "last_run": _last_run(db),
        "licence": LICENCE,
        "persons": PERSONS,
        "files": [
            {"path": name, **_rows(name, rows), **measured(file)}
            for name, file in zip(names, files, strict=True)
        ],
    }
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    (folder / PROVENANCE).write_text(text, encoding="utf-8", newline="\n")


def _rows(name: str, rows: dict[str, int]) -> dict[str, object]:
    """Return the rows of a file; of one with several parts, those of each."""
    if name in rows:
        return {"rows": rows[name]}
    parts = {n.partition("#")[2]: count for n, count in rows.items() if n.startswith(f"{name}#")}
    return {"rows": parts} if parts else {}


def _last_run(db: sqlite3.Connection) -> dict[str, object] | None:
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    row = cursor.execute("select * from runs order by id desc limit 1").fetchone()
    return dict(row) if row else None
