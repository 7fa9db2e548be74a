"""Files that are as they were, files that gave no document, files that are gone."""

from pipeline import discover
from pipeline.book import Book
from pipeline.discover import Loaded, Place, Refusal, Root
from pipeline.paths import shown
from pipeline.store import ensure_council


def is_known(book: Book, path: str, sha256: str, inputs: str) -> bool:
    """Tell whether these bytes were read before at this path, with the same rules and inputs."""
    return any(
        address["sha256"] == sha256 and address["inputs"] == inputs
        for address in book.rows("document_addresses", path=path)
    )


def held(book: Book, path: str, sha256: str, rules: str) -> str | None:
    """Return why these bytes are in quarantine under the same rules, None where they are not."""
    found = book.ask(
        "SELECT q.reason FROM quarantine q JOIN runs r ON r.id = q.run_id "
        "WHERE q.path = :path AND q.sha256 = :sha256 AND r.rules = :rules",
        path=path,
        sha256=sha256,
        rules=rules,
    )
    return found[0].reason if found else None


def met_again(book: Book, place: Place) -> None:
    """Note that a known file is there; nothing is written where this was known."""
    for address in book.rows("document_addresses", path=place.path, root=place.root.name):
        if address["missing_since"] is not None:
            book.change("document_addresses", address["id"], missing_since=None)
    if book.row("quarantine", path=place.path):
        book.drop("quarantine", path=place.path)


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


def note_missing(book: Book, roots: list[Root], run: int) -> None:
    """Mark the addresses below the given folders whose file is gone; their documents stay."""
    for root in roots:
        below = "/".join(shown(part) for part in root.below)
        for address in book.rows("document_addresses", root=root.name, missing_since=None):
            path = address["path"]
            inside = not below or path == below or path.startswith(f"{below}/")
            if inside and not discover.exists(root.name, path):
                book.change("document_addresses", address["id"], missing_since=run)
