"""A Datasette over one Minutebook database, with our pages in front."""

from pathlib import Path

from datasette.plugins import pm

from pipeline.web import hooks, metadata
from pipeline.web.database import NAME, SECONDS, Book

HERE = Path(__file__).parent
_LARGE = 1 << 28  # bytes of a database: some 100,000 resolutions


def make(file: str, *, contacts: bool = False, immutable: bool = False) -> Book:
    """Return a Datasette over one Minutebook database, opened for reading only.

    With `contacts`, e-mail addresses and telephone numbers are shown. `immutable` is for a
    published copy that nobody writes to.
    """
    if not pm.has_plugin(NAME):
        pm.register(hooks, name=NAME)
    return Book(
        file,
        immutable=immutable,
        metadata=metadata.metadata(contacts=contacts),
        template_dir=str(HERE / "templates"),
        static_mounts=[("-/minutebook", str(HERE / "static"))],
        settings={
            "sql_time_limit_ms": int(SECONDS * 1000),
            "max_returned_rows": 1000,
            "default_page_size": 50,
            "max_csv_mb": 20,
            "allow_download": False,
            "facet_time_limit_ms": 200,
            # For each column, and a table has up to thirty; of many rows none is done in time.
            "facet_suggest_time_limit_ms": 3,
            "suggest_facets": Path(file).stat().st_size < _LARGE,
            "truncate_cells_html": 400,
        },
    )
