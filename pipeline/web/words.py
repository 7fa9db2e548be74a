"""How stored values become words on a page: nothing hidden, nothing that acts, figures readable."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import Markup, escape

from pipeline.terminal import CLOSE, OPEN, pounds

# Control, bidi, format and private characters, and line ends that only some programs see; not
# tab, line feed and the joiners of scripts that need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_SILENT = frozenset("\r\u00ad\ufeff")  # left out: they say nothing
_SCHEMES = ("http", "https")
# Characters that may stand in a path as they are; ':' and '=' make keys readable.
_PLAIN = "/:=@,;~!()"


def visible(words: str) -> str:
    """Return words with the code of each unseen character: same order on every screen.

    >>> visible("a\\u202eb\\x00c"), visible("tŷ £5\\n")
    ('a⟨202e⟩b⟨0⟩c', 'tŷ £5\\n')
    """
    return _UNSEEN.sub(_seen, words)


def _seen(found: "re.Match[str]") -> str:
    return "" if found[0] in _SILENT else f"⟨{ord(found[0]):x}⟩"


def finalize(value: Any) -> Any:
    """Make every word that a template prints visible, in markup too: no tag is made of codes."""
    if not isinstance(value, str) or not _UNSEEN.search(value):
        return value
    return Markup(visible(value)) if isinstance(value, Markup) else visible(value)  # noqa: S704


def link(address: str | None, base: str | None = None) -> str | None:
    """Return an address that a reader may follow: http or https, else None.

    >>> link("javascript:alert(1)"), link("docs/a b.pdf", "https://council.example/x/page.aspx")
    (None, 'https://council.example/x/docs/a%20b.pdf')
    """
    if not address:
        return None
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
        known = parts.scheme in _SCHEMES and bool(parts.hostname)
    except ValueError:
        return None
    return quote(whole, safe="/:?#[]@!$&'()*+,;=%~") if known else None


def path(kind: str, key: object) -> str:
    """Return the address of a page by its key; it stays the same in every database.

    >>> path("decision", "dorset/x:ID=3#at1"), path("document", "-/file/../a.txt")
    ('/decision/dorset/x:ID=3%23at1', '/document/-%2Ffile%2F..%2Fa.txt')
    """
    said = str(key)
    pieces = said.split("/")
    folds = any(p in ("", ".", "..") for p in pieces)  # a browser would fold such a path
    return f"/{kind}/" + quote(said, safe="" if folds else _PLAIN)


def day(iso: str | None) -> str:
    """Return an ISO date for reading.

    >>> day("2024-06-01"), day("2024-06"), day(None)
    ('1 June 2024', '2024-06', '')
    """
    try:
        found = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{found.day} {found:%B %Y}"


def label(name: str | None) -> str:
    """Return a value of a closed list for reading.

    >>> label("approved_subject_to_call_in"), label("one_off")
    ('approved subject to call in', 'one off')
    """
    return (name or "").replace("_", " ")


def number(value: float | None) -> str:
    """Return a figure for reading.

    >>> number(84.0), number(1204600.0), number(1.25), number(None)
    ('84', '1,204,600', '1.25', '')
    """
    return "" if value is None else f"{value:,.10g}"


def unit(name: str | None) -> str:
    """Return a unit to stand behind a figure.

    >>> unit("%"), unit("days"), unit("number"), unit(None)
    ('%', ' days', '', '')
    """
    return name if name == "%" else "" if name in (None, "number") else f" {name}"


def sum_of(pence: int | None, top: int | None = None, currency: str | None = "GBP") -> str:
    """Return a sum or a range for reading.

    >>> sum_of(346000000), sum_of(100, 250), sum_of(500, currency="EUR")
    ('£3,460,000', '£1 to £2.50', 'EUR 5')
    """
    said = pounds(pence) + (f" to {pounds(top)}" if top is not None else "")
    return said if currency in (None, "GBP") else said.replace("£", f"{currency} ")


def short(words: str | None, most: int = 240) -> str:
    """Return the first words, on one line."""
    said = " ".join((words or "").split())
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"


def snippet(words: str | None, most: int = 600) -> Markup:
    """Return a search snippet: OPEN…CLOSE become <mark>, everything else is escaped."""
    pieces = (words or "").replace(CLOSE, OPEN).split(OPEN)
    out = Markup("")
    left = most
    for i, piece in enumerate(pieces):
        said = visible(" ".join(piece.split()) if i % 2 else _folded(piece))[:left]
        left -= len(said)
        out += (
            Markup("<mark>{}</mark>").format(said) if i % 2 and said else Markup("{}").format(said)
        )
    return out


def _folded(piece: str) -> str:
    lead = " " if piece[:1].isspace() else ""
    trail = " " if piece[-1:].isspace() else ""
    middle = " ".join(piece.split())
    return f"{lead}{middle}{trail}" if middle else lead


def options(values: Sequence[str], chosen: str | None = None) -> Markup:
    """Return the options of a choice in one piece: a template gives hundreds a piece at a time.

    >>> print(options(["award", "<b>"], "award"))
    <option value="award" selected>award</option><option value="&lt;b&gt;">&lt;b&gt;</option>
    """
    said = (f'value="{escape(v)}"{" selected" if v == chosen else ""}>{escape(v)}' for v in values)
    return Markup("".join(f"<option {one}</option>" for one in said))  # noqa: S704 - all escaped


FILTERS = {
    "visible": visible, "weblink": link, "day": day, "label": label, "number": number,
    "money": sum_of, "unit": unit, "short": short, "snippet": snippet,
    "options": options,
}  # fmt: skip
