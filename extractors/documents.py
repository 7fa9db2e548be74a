"""The documents a page lists: titles without icon, size and item reference, with their links.

>>> clean("Harbour plan , item 24. pdf icon PDF 73 KB")
'Harbour plan'
>>> clean("Phase 1B Funding")
'Phase 1B Funding'
>>> clean("- Annex to the survey PDF 1 MB")
'Annex to the survey'
>>> clean("· Pier survey PDF 1 MB"), size("Pier survey PDF 1 MB")
('Pier survey', 1048576)
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from schemas.document import Document, Link
from schemas.facts import Attachment

# "pdf icon PDF 365 KB", "PDF 94 KB", "(140Kb)", "DOC 1 MB", "pdf eicon PDF 65 KB".
_SIZE = re.compile(
    r"""(?<![\s,]) [\s,]*+
    (?: \b(?:pdf|docx?|xlsx?|pptx?|word|excel|file)\s(?:e?icon|file)\b )? \s*+
    (?: \b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|CSV|ZIP|TXT|HTML?)\b )? \s*+
    \(? \b ([0-9]{1,6}(?:\.[0-9]{1,3})?) \s?
    (KB|MB|GB|bytes|(?<=[0-9][0-9][ ])B(?=\)|$))\b \)?""",
    re.VERBOSE | re.IGNORECASE,
)
_ICON = re.compile(
    r"(?<!\s)\s*+\b(?:pdf|docx?|xlsx?|word|excel)\s(?:e?icon)\b.{0,30}$", re.IGNORECASE
)
# What every size and every icon holds: a cheap look, since most lines have neither.
_SIGN = re.compile(r"[0-9]\s?(?:[KMG]?B|bytes)\b|icon\b", re.IGNORECASE)
_ITEM = re.compile(
    r"(?<![\s,])\s*+,[\s,]*+(?:item|eitem)\s[0-9]{1,4}[a-z]?[.)]?(?=\s|$)", re.IGNORECASE
)
_REASONS = re.compile(
    r"(?<!\s)\s*+View(?: the)? reasons?(?: why)?(?: document is)? restricted.*$", re.IGNORECASE
)
_EDGES = " \t\u00a0·•▪●○◦‣*\uf0b7|"
_UNITS = {"b": 1, "bytes": 1, "kb": 1024, "mb": 1024**2, "gb": 1024**3}
# Links of a documents list that lead to something else.
_OTHER = re.compile(
    r"mgLocationDetails|mgIssueHistory|ieListDocuments|mgAi\.aspx|mgCommitteeDetails|mailto:"
    r"|mgRecordOf|ieDecisionDetails|javascript:|mgMeetingAttendance|mgMemberIndex|mgUserInfo"
    r"|mgExplainCallIn|mgWhyRestricted",
    re.IGNORECASE,
)


def clean(words: str) -> str:
    """Return a document's title without bullet, icon, size, item reference and restriction link."""
    plain = _REASONS.sub("", " ".join(words.split()))
    plain = _ITEM.sub("", _SIZE.sub(" ", plain))
    bare = " ".join(_ICON.sub("", plain).split()).strip(_EDGES).rstrip(" ,")
    return bare.removeprefix("- ")


def size(words: str) -> int | None:
    """Return the size in bytes printed beside a document, None where none is."""
    every = list(_SIZE.finditer(words))
    return int(float(every[-1][1]) * _UNITS[every[-1][2].casefold()]) if every else None


def has_size(words: str) -> bool:
    """Tell whether a line carries a document's icon or size."""
    return bool(_SIGN.search(words) and (_SIZE.search(words) or _ICON.search(words)))


def size_ends(words: str) -> int:
    """Return where the first document's size in a text ends, 0 where none is printed."""
    found = _SIZE.search(words)
    return found.end() if found else 0


def links_in(document: Document, start: int, stop: int) -> list[Link]:
    """Return the links with words inside a span; a document's links are in reading order."""
    at = bisect_left(document.links, start, key=lambda link: link.start)
    found = []
    while at < len(document.links) and document.links[at].start < stop:
        link = document.links[at]
        if link.start < link.stop <= stop:
            found.append(link)
        at += 1
    return found


def find(
    document: Document, spans: Iterable[tuple[int, int]], decision: int | None
) -> Iterator[Attachment]:
    """Yield the documents listed in lines, one for each link; without links, one for each line.

    A line without a link counts where it has an icon or size or is a list point: pasted pages
    keep little else, and what follows the list is often the site's own footer.
    """
    for start, stop in spans:
        links = [k for k in links_in(document, start, stop) if not _OTHER.search(k.href)]
        if links:
            for link in links:
                yield from _made(document, link.start, link.stop, link, decision)
        elif _is_listed(document.reading[start:stop]):
            yield from _made(document, start, stop, None, decision)


def _is_listed(words: str) -> bool:
    return len(words) < 400 and (words[:1] in "·•▪●○◦‣*\uf0b7" or has_size(words))


def _made(
    document: Document, start: int, stop: int, link: Link | None, decision: int | None
) -> Iterator[Attachment]:
    title = clean(document.text[start:stop])
    if len(title) < 2:
        return
    printed = size(document.reading[start:stop])
    yield Attachment(
        start=start,
        stop=stop,
        quote=document.text[start:stop],
        rule="documents.link" if link else "documents.line",
        decision_id=decision,
        title=title,
        url=link.href if link else None,
        bytes=link.bytes if link and link.bytes is not None else printed,
    )
