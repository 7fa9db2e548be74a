"""docs/codebook.md: what `codebook.csv` of an export says, to read. Made by `make docs`."""

from collections.abc import Iterator

from pipeline.dictionary import shapes
from pipeline.export.about import codebook
from pipeline.export.sheets import CONTACTS, HISTORY, sheets
from schemas.views import VIEWS

_HEAD = """# Codebook of exports

Made by `make docs` from the record classes and views; do not edit by hand. Every export has the
same as `codebook.csv`, for the columns that it holds. How files are made and joined:
[exports.md](exports.md); the database itself: [data-dictionary.md](data-dictionary.md).

- An empty field (NULL) means that the text does not say; in `is_…` columns `1` is yes and `0` no.
- Sums are whole pence (hundredths of the currency). Dates are ISO 8601, times local. Offsets count
  code points.
- F1: how often it is right on pages that nobody looked at while rules were made, and of how many
  values ([accuracy.md](accuracy.md)); empty where not measured.
- The views `…_rated` have the columns of their table with `basis` and `confidence` of the rule."""
_ASKED = " Only with `--table`."
_CONTACT = "only with `--with-contacts`"


def markdown() -> Iterator[str]:
    """Yield the lines of the codebook, views first: they are what most people want."""
    yield _HEAD
    plain = [name for name in VIEWS if not name.endswith("_rated")]
    names = (*plain, *(kind.TABLE for kind in shapes()))
    for sheet in sheets(names, contacts=True):
        yield ""
        yield f"## {sheet.name}"
        yield ""
        yield sheet.about + (_ASKED if sheet.name in HISTORY else "")
        yield ""
        yield "| column | type | meaning | values | F1 |"
        yield "| --- | --- | --- | --- | --- |"
        rows = codebook([sheet])
        next(rows)
        yield from (_row(*row) for row in rows)


def _row(table: str, name: str, kind: str, empty: str, *said: str) -> str:
    """Return a line of the table from a row of the codebook."""
    unit, values, refers, meaning, measured = said
    notes = (
        unit,
        f"→ `{refers}`" if refers else "",
        _CONTACT if name in CONTACTS.get(table, ()) else "",
    )
    about = meaning + "".join(f"; {note}" for note in notes if note)
    kinds = kind + (", can be empty" if empty == "yes" else "")
    allowed = values.replace(" | ", ", ")
    return f"| `{name}` | {kinds} | {about} | {allowed} | {measured} |"


if __name__ == "__main__":
    print("\n".join(markdown()))
