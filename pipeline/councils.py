"""Whose page is it? What was said beside the bytes goes before what the page itself says."""

from dataclasses import dataclass

from extractors import council as councils
from pipeline.book import Values
from pipeline.exits import USAGE
from pipeline.paths import shown
from pipeline.stop import Stop
from schemas import records as record
from schemas.shapes import names_of

Council = dict[str, str | None]
COLUMNS = tuple(name for name in names_of("councils") if name != "id")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A page's council, None where it is not known or two say different things, with why."""

    council: Council | None
    issue: Values | None = None


def is_slug(folder: str) -> bool:
    """Tell whether a folder is named by a council's slug."""
    return councils.by_slug(folder) is not None


def chosen(said: str | None) -> Council | None:
    """Return the council that --council names; one without a code for a name not listed."""
    if said is None:
        return None
    if not said.strip() or not said.isprintable():
        raise Stop(f"--council {shown(said)}: not a name", USAGE)
    return _plain(councils.by_name(said))


def folder_of(parts: tuple[str, ...]) -> str | None:
    """Return the slug of the nearest folder above a file that is named by one."""
    found = (councils.by_slug(part) for part in reversed(parts[:-1]))
    return next((council.slug for council in found if council), None)


def decide(
    option: Council | None,
    told: tuple[tuple[str, str], ...],
    folder: str | None,
    page: Council | None,
) -> Verdict:
    """Return the council: by option, sidecar, folder, page; the first that says anything."""
    if option is not None:
        return Verdict(option)
    sidecar = dict(told)
    named = _plain(councils.by_name(sidecar["council"])) if "council" in sidecar else None
    address = councils.candidates(saved_from=sidecar.get("url"))
    hosted = _plain(address.council)
    if named and hosted and named["slug"] != hosted["slug"]:
        return Verdict(None, _tie(f"the sidecar names {named['name']}, its url {hosted['name']}"))
    by_folder = _plain(councils.by_slug(folder)) if folder else None
    found = named or hosted or by_folder or page
    tied = address.notice if found is None else None
    return Verdict(found, _tie(tied.message) if tied else None)


def _tie(message: str) -> Values:
    return {"rule": "council.tie", "message": message, "start": None, "stop": None}


def _plain(found: record.Council | None) -> Council | None:
    """Return a council as its row's columns."""
    return {name: getattr(found, name) for name in COLUMNS} if found is not None else None
