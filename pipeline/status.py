"""What a database holds: coverage by council and kind, issues and quarantine."""

import sqlite3
from collections.abc import Iterator

from pipeline.terminal import dim, safe

MOST = 20  # rows shown of a list


def status(db: sqlite3.Connection) -> list[str]:
    """Return the lines of the overview."""
    return [*_runs(db), *_coverage(db), *_issues(db), *_quarantine(db)]


def _runs(db: sqlite3.Connection) -> Iterator[str]:
    last = db.execute("select * from runs order by id desc limit 1").fetchone()
    if last is None:
        yield "No run yet."
        return
    yield safe(
        f"Last run {last['started_at']} by minutebook {last['version']}: {last['seen']} seen, "
        f"{last['inserted']} new, {last['updated']} updated, {last['unchanged']} unchanged, "
        f"{last['quarantined']} quarantined"
    )


def _coverage(db: sqlite3.Connection) -> Iterator[str]:
    rows = db.execute(
        "select coalesce(c.name, '(council not known)') as council, d.kind, count(*) as documents, "
        "sum(d.status = 'partial') as partial, "
        "sum((select count(*) from decisions x where x.document_id = d.id)) as decisions "
        "from documents d left join councils c on c.id = d.council_id "
        "group by d.council_id, d.kind order by council, d.kind"
    ).fetchall()
    yield ""
    yield f"{'Council':<40}{'Kind':<20}{'Documents':>10}{'Partial':>9}{'Decisions':>11}"
    for row in rows:
        yield safe(
            f"{row['council'][:38]:<40}{row['kind']:<20}{row['documents']:>10}"
            f"{row['partial']:>9}{row['decisions']:>11}"
        )


def _issues(db: sqlite3.Connection) -> Iterator[str]:
    rows = db.execute(
        "select rule, count(*) as n, min(message) as message from issues "
        "group by rule order by n desc, rule limit ?",
        (MOST,),
    ).fetchall()
    if rows:
        yield ""
        yield "Issues (what was not understood), by rule"
        for row in rows:
            yield safe(f"{row['n']:>7}  {row['rule']:<32}") + dim(
                safe(f"e.g. {row['message'][:90]}")
            )


def _quarantine(db: sqlite3.Connection) -> Iterator[str]:
    total = db.execute("select count(*) from quarantine").fetchone()[0]
    if not total:
        return
    yield ""
    yield f"Quarantine: {total} files gave no document"
    for row in db.execute("select * from quarantine order by path limit ?", (MOST,)):
        yield safe(f"  {row['reason']:<20}{row['path']}  {row['detail'] or ''}")
    if total > MOST:
        yield dim(f"  … and {total - MOST} more, in the table quarantine")
