"""Files that are as they were, files that gave no document, files that are gone."""

from pipeline import discover
from pipeline.book import Book, Values
from pipeline.discover import Loaded, Place, Refusal, Root
from pipeline.identity import is_path_key
from pipeline.paths import shown
from pipeline.store import ensure_council, remove


def is_known(book: Book, path: str, sha256: str, inputs: str) -> bool:
    """Tell whether these bytes were read before at this path, with the same rules and inputs."""
    return any(
        address["sha256"] == sha256 and address["inputs"] == inputs
        for address in book.look_up("document_addresses", path=path)
    )


def held(book: Book, path: str, sha256: str, rules: str) -> str | None:
    """Return why these bytes are in quarantine under the same rules, None where they are not."""
    for row in book.look_up("quarantine", path=path, sha256=sha256):
        if book.look_up("runs", id=row["run_id"], rules=rules):
            return str(row["reason"])
    return None


def met_again(book: Book, place: Place) -> None:
    """Note that a known file is there; nothing is written where this was known."""
    back = [
        address["id"]
        for address in book.look_up("document_addresses", path=place.path, root=place.root.name)
        if address["missing_since"] is not None
    ]
    if back or book.look_up("quarantine", path=place.path):
        with book.transaction():
            book.drop("quarantine", path=place.path)
            for address_id in back:
                book.change("document_addresses", address_id, missing_since=None)


def quarantine(
    book: Book,
    loaded: Loaded,
    refusal: Refusal,
    council: dict[str, str | None] | None,
    run: int,
) -> None:
    """Keep a file's refusal; nothing is written where the same one stands already."""
    path = loaded.place.path
    row = {
        "council_id": ensure_council(book, council),
        "path": path,
        "sha256": loaded.sha256,
        "stage": refusal.stage,
        "reason": refusal.reason,
        "detail": refusal.detail,
    }
    old = book.row("quarantine", path=path)
    same = old is not None and all(old[name] == value for name, value in row.items())
    if same and old is not None and loaded.sha256 is None:
        return
    book.drop("quarantine", path=path)
    book.add("quarantine", [row | {"run_id": run}])


def note_missing(book: Book, roots: list[Root], run: int) -> bool:
    """Mark the addresses below the given folders whose file is gone; their documents stay.

    A document known by its path alone that stands at another path too has moved there. Returns
    whether there was one.
    """
    moved = False
    for root in roots:
        below = "/".join(shown(part) for part in root.below)
        for address in book.rows("document_addresses", root=root.name, missing_since=None):
            path = address["path"]
            inside = not below or path == below or path.startswith(f"{below}/")
            if inside and not discover.exists(root.name, path):
                book.change("document_addresses", address["id"], missing_since=run)
                moved = _move(book, address["document_id"]) or moved
    return moved


def _move(book: Book, document_id: int) -> bool:
    """Give a vanished document's history to its twin, if it has one, and delete it."""
    if any(a["missing_since"] is None for a in _addresses(book, document_id)):
        return False
    old = book.rows("documents", id=document_id)[0]
    for twin in book.rows("documents", sha256=old["sha256"]):
        known = twin["id"] != document_id and twin["council_id"] == old["council_id"]
        by_path = is_path_key(twin["key"]) and is_path_key(old["key"])
        if known and by_path and any(
            a["missing_since"] is None for a in _addresses(book, twin["id"])
        ):  # fmt: skip
            _hand_over(book, old, twin)
            return True
    return False


def _addresses(book: Book, document_id: int) -> list[Values]:
    return book.rows("document_addresses", document_id=document_id)


def _hand_over(book: Book, old: Values, twin: Values) -> None:
    kept = {v["sha256"] for v in book.rows("versions", document_id=twin["id"])}
    for version in book.rows("versions", document_id=old["id"]):
        if version["sha256"] not in kept:
            book.change("versions", version["id"], document_id=twin["id"])
    for change in book.rows("changes", document_id=old["id"]):
        book.change("changes", change["id"], document_id=twin["id"])
    paths = {a["path"] for a in _addresses(book, twin["id"])}
    for address in _addresses(book, old["id"]):
        if address["path"] not in paths:
            book.change("document_addresses", address["id"], document_id=twin["id"])
    first = min(old["first_run_id"], twin["first_run_id"])
    book.change("documents", twin["id"], first_run_id=first)
    remove(book, old["id"])
