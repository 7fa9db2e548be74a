"""Decisions as records (JSON), in the form of Democracy Club's LGSF: laid out as a decision page.

One object, a list of them, or one on each line. Keys: raw_identifier, raw_title, raw_date,
raw_decision_maker, status, is_key_decision, is_subject_to_call_in, publication_date, purpose,
text, documents [{title, url}], source {url}. Any other JSON is refused.
"""

import json
import re
from itertools import islice

from pipeline.readers.decode import decode
from pipeline.readers.errors import Refused
from pipeline.readers.hosts import hosts_in
from pipeline.readers.laid import Sheet
from schemas.document import Document

Record = dict[str, object]

_MUST = "raw_title"
_ONE_OF = frozenset(("raw_identifier", "raw_date", "raw_decision_maker"))
_HEAD = ("raw_decision_maker", "status", "is_key_decision", "is_subject_to_call_in")
_FOOT = ("raw_identifier", "publication_date", "raw_date")
_TEXTS = ("purpose", "text")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_PAPERS = 2_000


def read_json(data: bytes) -> Document:
    """Return the document of decision records.

    Raises Refused: damaged for what is no JSON, depth_limit, unknown_type for other JSON.
    """
    decoded = decode(data)
    records = _records(decoded.text)
    sheet = Sheet()
    for record in records:
        _lay_out(sheet, record)
    addresses = [a for record in records for a in _addresses(record)]
    meta = [("service", "decisions")]
    if len(records) == 1:
        meta += [("identifier", _text(records[0], "raw_identifier"))]
        meta += [("saved-from", address) for address in islice(_sources(records[0]), 1)]
    hosts = hosts_in(" ".join(addresses))
    kept = tuple((name, value) for name, value in meta if value)
    return sheet.document("application/json", decoded, kept, hosts)


def _records(source: str) -> list[Record]:
    said = _loaded(source)
    records = said if isinstance(said, list) else [said]
    kept = [r for r in records if isinstance(r, dict) and _is_decision(r)]
    if not kept or len(kept) < len(records):
        raise Refused("parse", "unknown_type", "JSON, but not decision records")
    return kept


def _is_decision(record: Record) -> bool:
    return isinstance(record.get(_MUST), str) and not _ONE_OF.isdisjoint(record)


def _loaded(source: str) -> object:
    try:
        return _parsed(source)
    except json.JSONDecodeError as error:
        try:
            return [_parsed(line) for line in source.splitlines() if line.strip()]
        except json.JSONDecodeError:
            raise Refused("parse", "damaged", f"no JSON from line {error.lineno} on") from error
    except RecursionError as error:
        raise Refused("parse", "depth_limit", "JSON nested too deep") from error


def _parsed(source: str) -> object:
    """Parse JSON with its numbers as they are printed."""
    return json.loads(source, parse_int=str, parse_float=str, parse_constant=str)


def _text(record: Record, key: str) -> str:
    """Return a value as the pages print it: Yes and No for true and false, "" for none."""
    value = record.get(key)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else ""


def _line(record: Record, key: str) -> str:
    return " ".join(_text(record, key).split())


def _lay_out(sheet: Sheet, record: Record) -> None:
    sheet.heading(_MUST, _line(record, _MUST))
    for key in _HEAD:
        sheet.field(key, _line(record, key))
    for key in _TEXTS:
        if words := _text(record, key).strip():
            sheet.label(key)
            sheet.paragraphs(words)
    for key in _FOOT:
        sheet.field(key, _line(record, key))
    papers = _papers(record)
    if papers:
        sheet.label("documents")
    for title, address in papers:
        sheet.linked("paper", title, address)


def _papers(record: Record) -> list[tuple[str, str]]:
    listed = record.get("documents")
    found = []
    for paper in listed[:_MOST_PAPERS] if isinstance(listed, list) else []:
        if isinstance(paper, dict):
            address = _line(paper, "url")
            found.append((_line(paper, "title") or address, address))
        elif isinstance(paper, str):
            found.append((paper, paper if "//" in paper else ""))
    return [(title, address) for title, address in found if title.strip()]


def _sources(record: Record) -> list[str]:
    """Return the addresses that the record gives as its own."""
    source = record.get("source")
    said = [_line(source, "url")] if isinstance(source, dict) else [_line(record, "source")]
    return [a for a in (*said, _line(record, "url")) if "//" in a]


def _addresses(record: Record) -> list[str]:
    return [*_sources(record), *(address for _, address in _papers(record))]
