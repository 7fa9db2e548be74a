"""Holds the arrows: schemas <- extractors <- pipeline, small files and functions, no cycles."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("schemas", "extractors", "pipeline")
MAY_IMPORT = {
    "schemas": {"schemas"},
    "extractors": {"extractors", "schemas"},
    "pipeline": {"pipeline", "extractors", "schemas"},
}
FILES = sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_follow_the_arrows(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    ours = {name.split(".")[0] for name in imported(TREES[path])} & set(PACKAGES)
    assert ours <= MAY_IMPORT[package]


def test_no_import_cycle() -> None:
    modules = {module_of(path): path for path in FILES}
    arrows = {
        name: {m for m in imported_at_top(TREES[path]) if m in modules and m != name}
        for name, path in modules.items()
    }
    done: set[str] = set()
    while len(done) < len(arrows):
        free = {n for n, to in arrows.items() if n not in done and to <= done | {package_of(n)}}
        assert free, f"cycle among {sorted(set(arrows) - done)}"
        done |= free


def package_of(name: str) -> str:
    return name.rpartition(".")[0]


def imported_at_top(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(node)


@pytest.mark.parametrize(
    "path", [p for p in FILES if "extractors" in p.parts], ids=lambda p: str(p.relative_to(ROOT))
)
def test_extractors_are_pure(path: Path) -> None:
    banned = {
        "sqlalchemy", "sqlite3", "click", "pathlib", "os", "socket", "urllib.request", "requests",
        "time", "subprocess", "multiprocessing", "threading",
    }  # fmt: skip
    assert not set(imported(TREES[path])) & banned
    calls = {
        node.func.id
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "eval", "exec", "print", "input"}
    clock = {
        node.attr
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow")
    }
    assert not clock


def test_only_nlp_loads_spacy() -> None:
    users = {
        module_of(p) for p in FILES if "spacy" in {m.split(".")[0] for m in imported(TREES[p])}
    }
    typed_only = {m for m in users if m != "extractors.nlp"}
    for name in typed_only:
        source = (ROOT / (name.replace(".", "/") + ".py")).read_text(encoding="utf-8")
        assert "spacy.load" not in source
        assert "spacy.blank" not in source


def test_tables_are_imported_only_by_the_store() -> None:
    users = {module_of(p) for p in FILES if "schemas.tables" in set(imported(TREES[p]))}
    assert all(name.startswith("pipeline.") for name in users)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


def functions() -> list[tuple[str, int]]:
    return [
        (f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_functions_are_short() -> None:
    lengths = functions()
    assert [name for name, n in lengths if n > 50] == []
    assert statistics.median(n for _, n in lengths) < 10


# Words that a pattern of the plumbing may hold: markup, file formats, SQL, our own marks.
PLUMBING = re.compile(
    r"modgov|mgFooter|mgContent|mgHeader|mgFileSize|html|body|head|meta|title|script|style|saved|"
    r"from|https?|mailto|charset|encoding|content|name|xml|class|footer|copyright|href|comment|"
    r"stream|endstream|endobj|obj|startxref|xref|trailer|Encrypt|Size|Type|Page|Pages|Count"
    r"|scheme|equiv|copy|amp|nbsp|doctype|rights|reserved|link|base|canonical"
)


@pytest.mark.parametrize(
    "path",
    # The bench makes English up to measure on; it reads none.
    [p for p in FILES if "pipeline" in p.parts and "bench" not in p.parts],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_no_english_pattern_in_the_plumbing(path: Path) -> None:
    for node in ast.walk(TREES[path]):
        if not (
            isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and node.args
        ):
            continue
        source = "".join(
            str(n.value) for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant)
        )
        source = re.sub(r"#[^\n]*|\(\?P?<\w+>|\(\?[a-z]+\)|\\[a-zA-Z]", " ", source)
        words = {w for w in re.findall(r"[A-Za-z]{4,}", source) if not PLUMBING.fullmatch(w)}
        assert not words, f"English in a pattern: {words}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_dangerous(path: Path) -> None:
    names = {ast.unparse(n.func) for n in ast.walk(TREES[path]) if isinstance(n, ast.Call)}
    assert not names & {"pickle.loads", "pickle.load", "eval", "exec", "yaml.load", "os.system"}
    assert not {n.split(".")[0] for n in imported(TREES[path])} & {"pickle", "marshal", "shelve"}
    bare = [
        n.lineno
        for n in ast.walk(TREES[path])
        if isinstance(n, ast.ExceptHandler)
        and (n.type is None or ast.unparse(n.type) in ("Exception", "BaseException"))
    ]
    # The one boundary where a file's failure becomes a quarantine row.
    assert not bare or path.name == "worker.py"
