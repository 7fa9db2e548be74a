"""What a link leads to, by the ids in its address: one name for one thing, whatever the page.

Modern.Gov names an issue (IId), an agenda item (AIId), a decision (DId), a meeting (MId) and a
paper (s) in the addresses of its pages; several kinds of page name the same thing.
"""

import re
from collections import Counter
from collections.abc import Iterator

from schemas.document import Document, Link
from schemas.records import PageLink

# "…/ieDecisionDetails.aspx?ID=77", "mgAi.aspx?ID=12#AI12"; the query's length is bounded.
_PAGE = re.compile(r"(?:^|(?<=/))(\w{1,40})\.aspx\?([^\s#\"'<>]{1,500})", re.IGNORECASE)
_PAIR = re.compile(r"(?:^|[&;])(?:amp;)?(\w{1,12})=([0-9]{1,12})(?![0-9])")
_ANCHOR = re.compile(r"#AI([0-9]{1,12})$", re.IGNORECASE)
# "documents/s901/Ferry report.pdf" is a paper, "documents/g340/Printed minutes.pdf" a meeting's.
_PAPER = re.compile(r"(?:^|/)documents/([sg])([0-9]{1,12})(?=[/.?#]|$)", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:)?//([^/?#\s]{1,250})", re.IGNORECASE)
# Page, parameter, and the kind of thing that it names (all lower case).
_KINDS = {
    ("mgissuehistoryhome", "iid"): "IId",
    ("ieissuedetails", "iid"): "IId",
    ("mgdecisiondetails", "iid"): "IId",
    ("mgai", "id"): "AIId",
    ("mgai", "aiid"): "AIId",
    ("mglistrecordedvotesshort", "aiid"): "AIId",
    ("iedecisiondetails", "aiid"): "AIId",
    ("iedecisiondetails", "id"): "DId",
    ("ielistdocuments", "mid"): "MId",
    ("celistdocuments", "mid"): "MId",
    ("mgmeetingattendance", "id"): "MId",
    ("getmeeting", ""): "MId",
    ("mgconvert2pdf", "id"): "s",
}
MOST = 20_000  # links of one page that are kept


def targets(address: str) -> tuple[str, ...]:
    """Return the names of what an address leads to, none where it names nothing of ours.

    >>> targets("https://example.gov.uk/ieDecisionDetails.aspx?ID=77&LLL=0")
    ('DId=77',)
    >>> targets("ieListDocuments.aspx?CId=3&amp;MId=9#AI12"), targets("documents/s901/A b.pdf")
    (('MId=9', 'AIId=12'), ('s=901',))
    >>> targets("mgConvert2PDF.aspx?ID=9&T=10"), targets("mgUserInfo.aspx?UID=1")
    ((), ())
    """
    address = address[:2000]
    if paper := _PAPER.search(address):
        return (f"{'s' if paper[1].casefold() == 's' else 'MId'}={paper[2]}",)
    found = _PAGE.search(address)
    if not found:
        return ()
    page, pairs = found[1].casefold(), _PAIR.findall(found[2])
    values = {name.casefold(): value for name, value in pairs}
    if page == "mgconvert2pdf" and "t" in values:  # a whole agenda, numbered as its meeting
        return ()
    named = [f"{_KINDS[page, n]}={_number(v)}" for n, v in values.items() if (page, n) in _KINDS]
    if anchor := _ANCHOR.search(address):
        named += [f"AIId={_number(anchor[1])}"] if page.endswith("listdocuments") else []
    return tuple(dict.fromkeys(named))


def of_page(page_id: str) -> str | None:
    """Return the name of what a page id stands for, None where it is another system's.

    >>> of_page("ieDecisionDetails:ID=77"), of_page("GetMeeting:9"), of_page("file/a.txt")
    ('DId=77', 'MId=9', None)
    """
    page, _, said = page_id.partition(":")
    name, _, value = said.rpartition("=")
    kind = _KINDS.get((page.casefold(), name.casefold()))
    return f"{kind}={_number(value)}" if kind and value.isascii() and value.isdigit() else None


def _number(digits: str) -> str:
    return digits.lstrip("0") or "0"


def find(document: Document) -> Iterator[PageLink]:
    """Yield the page's links that lead to something with an id, each place and target once.

    Ids count from 1 on every site, so a link to another site than the one the page was saved from
    (where that is not known: than the one most of its links lead to) is left out.
    """
    named = [(link, targets(link.href)) for link in document.links]
    named = [(link, found) for link, found in named if found]
    saved = (_host(value) for name, value in document.meta if name in ("saved-from", "canonical"))
    own = next(filter(None, saved), None) or _commonest(link for link, _ in named)
    seen: set[tuple[int, str]] = set()
    for link, found in named:
        if _host(link.href) not in (None, own):
            continue
        for target in found:
            if (link.start, target) not in seen and len(seen) < MOST:
                seen.add((link.start, target))
                yield PageLink(
                    start=link.start, stop=link.stop, href=link.href[:2000], target=target
                )


def _host(address: str) -> str | None:
    found = _HOST.match(address.strip())
    return found[1].casefold().removeprefix("www.") if found else None


def _commonest(links: Iterator[Link]) -> str | None:
    counted = Counter(host for link in links if (host := _host(link.href)))
    return min(counted, key=lambda h: (-counted[h], h)) if counted else None
