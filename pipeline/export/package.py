"""The description of a Frictionless Data Package (https://specs.frictionlessdata.io, version 1)."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.export.about import LICENCE
from pipeline.export.folder import measured
from pipeline.export.sheets import Col, Sheet

_TYPES = {int: "integer", float: "number", str: "string"}
_OGL = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0, where the council offers it",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


def write_description(folder: Path, sheets: list[Sheet], rows: dict[str, int], whole: bool) -> None:
    """Write datapackage.json for the CSV files under data/.

    Foreign keys are declared where the export is `whole`: rows chosen by a filter may point to
    rows that were not chosen.
    """
    there = {sheet.name for sheet in sheets}
    said = {
        "profile": "tabular-data-package",
        "name": "minutebook",
        "title": "What councils decided",
        "description": f"Every row stands beside the words it was read from. {LICENCE}",
        "version": version("minutebook"),
        "licenses": [_OGL],
        "resources": [
            _resource(folder, sheet, rows, there if whole else set()) for sheet in sheets
        ],
    }
    text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def _resource(folder: Path, sheet: Sheet, rows: dict[str, int], there: set[str]) -> dict[str, Any]:
    path = f"data/{sheet.name}.csv"
    size = measured(folder / path)
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name.replace("_", "-"),
        "title": sheet.about,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size["bytes"],
        "hash": f"sha256:{size['sha256']}",
        "rows": rows[path],
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(sheet, there),
    }


def _schema(sheet: Sheet, there: set[str]) -> dict[str, Any]:
    said: dict[str, Any] = {"fields": [_field(column) for column in sheet.columns]}
    said["missingValues"] = [""]
    if any(column.name == "id" for column in sheet.columns):
        said["primaryKey"] = "id"
    keys = [_key(sheet, c) for c in sheet.columns if c.meaning.references in there]
    return said | ({"foreignKeys": keys} if keys else {})


def _key(sheet: Sheet, column: Col) -> dict[str, Any]:
    target = str(column.meaning.references)
    own = "" if target == sheet.name else target.replace("_", "-")
    return {"fields": column.name, "reference": {"resource": own, "fields": "id"}}


def _field(column: Col) -> dict[str, Any]:
    said = column.meaning
    is_date = said.unit == "ISO date"
    found: dict[str, Any] = {
        "name": column.name,
        "type": "date" if is_date else _TYPES[column.kind],
        "description": said.description + (f" ({said.unit})" if said.unit else ""),
    }
    limits: dict[str, Any] = {}
    if not column.is_optional and column.kind is not str:  # an empty text is one too
        limits["required"] = True
    if said.allowed:
        limits["enum"] = list(said.allowed)
    return found | ({"constraints": limits} if limits else {})
