"""The generated documents are what the code would write today; the README's words are true."""

from pathlib import Path

from pipeline import dictionary, reference
from pipeline.export import codebook

ROOT = Path(__file__).resolve().parents[1]


def test_data_dictionary_is_fresh() -> None:
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written.rstrip("\n") == "\n".join(dictionary.markdown()), "run `make docs`"


def test_codebook_is_fresh() -> None:
    written = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert written.rstrip("\n") == "\n".join(codebook.markdown()), "run `make docs`"


def test_cli_reference_is_fresh() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written.rstrip("\n") == reference.markdown(), "run `make docs`"


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in ("ingest", "test", "lint", "types", "bench", "evaluate"):
        assert f"make {target}" in readme
        assert f"\n{target}:" in makefile
