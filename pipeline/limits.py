"""How much one file may ask for: bytes, seconds, memory. Every limit can be set from outside."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

MEGABYTE = 1 << 20
_PDF_HEAD = 1024  # readers accept a PDF whose header stands within this many bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one file. `MINUTEBOOK_TEXT_SECONDS=5` in the environment sets text_seconds."""

    text_bytes: int = 10 * MEGABYTE
    pdf_bytes: int = 100 * MEGABYTE
    text_seconds: float = 20.0
    pdf_seconds: float = 60.0
    pdf_seconds_per_page: float = 0.15
    pdf_seconds_cap: float = 300.0
    memory_bytes: int = 1024 * MEGABYTE  # beyond what a warm worker has before its first file
    result_bytes: int = 64 * MEGABYTE
    files_per_worker: int = 2000

    def bytes_for(self, name: str, head: bytes) -> int:
        """Return how large the file may be, by its name and first bytes."""
        return self.pdf_bytes if is_pdf(name, head) else self.text_bytes

    def seconds_for(self, name: str, head: bytes, pages: int = 0) -> float:
        """Return how long the file may take; `pages` as far as its reader has told."""
        if not is_pdf(name, head):
            return self.text_seconds
        return min(self.pdf_seconds + self.pdf_seconds_per_page * pages, self.pdf_seconds_cap)


def is_pdf(name: str, head: bytes) -> bool:
    """Tell whether a file is or calls itself a PDF."""
    return b"%PDF-" in head[:_PDF_HEAD] or name.lower().endswith(".pdf")


def from_environment(environment: Mapping[str, str] | None = None) -> Limits:
    """Return the limits with what MINUTEBOOK_* variables say. Raises ValueError for a bad one."""
    given = os.environ if environment is None else environment
    changed: dict[str, float | int] = {}
    for spec in fields(Limits):
        name = f"MINUTEBOOK_{spec.name.upper()}"
        said = given.get(name)
        if said is not None:
            changed[spec.name] = _value(name, said, spec.type is float)
    return Limits(**changed)  # type: ignore[arg-type]


def _value(name: str, said: str, fraction: bool) -> float | int:
    try:
        value = float(said) if fraction else int(said)
    except ValueError:
        value = 0
    if not 0 < value < 1 << 53:
        raise ValueError(f"{name}: {said!r} is not a limit")
    return value
