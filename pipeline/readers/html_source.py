"""What is read off an HTML page's source before it is parsed: the part that matters, and its frame.

Parsing the whole page costs four times what parsing `#modgov` does, and a council's own wrapper
holds nothing but menus. So the part is cut out of the string, and title, metadata, hosts and
footer are found by bounded patterns.
"""

import re
from dataclasses import dataclass
from html import unescape

_HEAD = 200_000  # characters in which metadata are looked for
_FOOT = 6_000  # characters of a footer
_MOST_META = 60
_MOST_HOSTS = 300

_SAVED = re.compile(r"<!--\s{0,8}saved from url=(?:\([0-9]{1,6}\))?\s{0,8}([^\s>]{1,2000})")
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_META = re.compile(r"<meta\b[^<>]{0,4000}>", re.IGNORECASE)
_NAME = re.compile(r"\bname\s{0,8}=\s{0,8}[\"'](DC\.[\w.]{1,60})[\"']", re.IGNORECASE)
_CONTENT = re.compile(r"\bcontent\s{0,8}=\s{0,8}(?:\"([^\"]{0,3000})\"|'([^']{0,3000})')", re.I)
_CANONICAL = re.compile(r"<(?:link\b[^<>]{0,300}\bcanonical\b|base\b)[^<>]{0,600}>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s{0,8}=\s{0,8}[\"']([^\"'\s]{1,2000})")
_LINK_HOST = re.compile(
    r"""href\s{0,8}=\s{0,8}["']?\s{0,8}
        (?:(?:https?:)?//(?:www\.)?([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})
        |mailto:[^"'<>@\s]{1,100}@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}))""",
    re.VERBOSE,
)
_TAG = re.compile(r"<[^<>]{0,3000}>")
_SCRIPT = re.compile(r"<(/?)(?:script|style)\b[^<>]{0,2000}>?", re.IGNORECASE)
_FOOTER = re.compile(
    r"<footer\b|<div\b[^<>]{0,200}?\b(?:id|class)\s{0,8}=\s{0,8}[\"'][^\"'<>]{0,60}footer", re.I
)
_CUT_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,4000}\Z|<\Z")
_MARKED = re.compile(r"<[a-z0-9]{1,10}\b[^<>]{0,300}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """The markup to parse; `first_only`: its first element holds all, what follows is wrapper."""

    markup: str
    first_only: bool = False
    is_page: bool = False  # the whole page: headers and footers are still in it


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the content: for telling the council and the page."""

    title: str | None
    meta: tuple[tuple[str, str], ...]
    hosts: tuple[str, ...]
    footer: str | None


def part(source: str) -> Part:
    """Return the part of the page that the council's record stands in."""
    start = _tag_with(source, "modgov", 'id="modgov"')
    if start >= 0:
        stop = _tag_with(source, "mgFooter", "mgFooter", start)
        return Part(source[start : stop if stop >= 0 else None], first_only=stop < 0)
    starts = [
        _tag_with(source, word, word) for word in ("mgMainTitleTxt", "mgSubTitle", "mgContent")
    ]
    starts = [at for at in starts if at >= 0]
    if starts:
        stop = _tag_with(source, "mgFooter", "mgFooter", min(starts))
        return Part(source[min(starts) : stop if stop >= 0 else None], is_page=stop < 0)
    start = _tag_with(source, "dnn_ContentPane", 'id="dnn_ContentPane"')
    if start >= 0:
        return Part(source[start:], first_only=True)
    return _main(source) or whole(source)


def whole(source: str) -> Part:
    """Return all of a page."""
    return Part(source, is_page=True)


def _main(source: str) -> Part | None:
    start = source.find("<main")
    if start < 0 or source.find("<main", start + 5) >= 0:
        return None
    stop = source.find("</main", start)
    return Part(source[start : stop if stop >= 0 else None], first_only=stop < 0)


def _tag_with(source: str, word: str, attribute: str, at: int = 0) -> int:
    """Return where the first tag stands that has the attribute, -1 for none.

    `word` is what is searched for; `attribute` is word, or name="word" with any quotes.
    """
    name = attribute.partition("=")[0] if "=" in attribute else ""
    for _ in range(200):
        at = source.find(word, at)
        if at < 0:
            return -1
        tag = source.rfind("<", max(0, at - 300), at)
        inside = source[tag:at] if tag >= 0 else ""
        if _MARKED.match(inside) and ">" not in inside:
            left, right = inside.rstrip("\"' "), source[at + len(word) : at + len(word) + 1]
            if not name or (re.search(rf"\b{name}\s*=$", left) and right in "\"' >"):
                return tag
        at += len(word)
    return -1


def frame(source: str) -> Frame:
    """Return title, metadata, hosts and footer text of a page."""
    head = source[:_HEAD]
    title = _TITLE.search(head)
    return Frame(
        title=(" ".join(unescape(title.group(1)).split()) or None) if title else None,
        meta=_meta(head),
        hosts=_hosts(source),
        footer=_footer(source),
    )


def _meta(head: str) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    saved = _SAVED.search(head) if "saved from" in head else None
    if saved:
        pairs.append(("saved-from", unescape(saved.group(1))))
    own = _CANONICAL.search(head) if "canonical" in head or "<base" in head else None
    href = _HREF.search(own.group()) if own else None
    if href and "//" in href.group(1):
        pairs.append(("canonical", unescape(href.group(1))))
    last = head.rfind("DC.")
    if last >= 0:
        stop = head.find(">", last) + 1
        for tag in _META.finditer(head, 0, stop or len(head)):
            name, content = _NAME.search(tag.group()), _CONTENT.search(tag.group())
            if name and content and len(pairs) < _MOST_META:
                words = content.group(1) if content.group(1) is not None else content.group(2)
                pairs.append((name.group(1), unescape(words)))
    return tuple(pairs)


def _hosts(source: str) -> tuple[str, ...]:
    found = []
    for link in _LINK_HOST.finditer(source):
        found.append((link.group(1) or link.group(2)).lower())
        if len(found) == _MOST_HOSTS:
            break
    return tuple(found)


def _footer(source: str) -> str | None:
    """Return the words of the page's footer, or those around its last copyright sign."""
    tail = source[-60_000:]
    starts = [
        m.start() for m in _FOOTER.finditer(tail) if "mgFooter" not in tail[m.start() : m.end() + 1]
    ]
    for start in starts:
        stop = tail.find("</footer", start, start + _FOOT)
        words = bare(tail[start : stop if stop >= 0 else start + _FOOT])
        if words:
            return words[:1_000]
    sign = max(tail.rfind(mark) for mark in ("&copy;", "©", "&#169;"))
    return bare(tail[sign : sign + 400]) if sign >= 0 else None


def bare(markup: str) -> str:
    """Return the words of a short piece of markup, tags and blanks folded."""
    pieces, last = [], 0
    for mark in _SCRIPT.finditer(markup):
        if not mark.group(1):
            pieces.append(markup[last : mark.start()])
        last = mark.end()
    pieces.append(markup[last:])
    return " ".join(unescape(_TAG.sub(" ", " ".join(pieces))).replace("<", " ").split())


def damage(source: str) -> str | None:
    """Tell how a page was cut, None where nothing says that it was."""
    if _CUT_TAG.search(source, max(0, len(source) - 4_000)):
        return "the page ends inside a tag"
    if source.rfind("<!--") > source.rfind("-->"):
        return "the page ends inside a comment"
    tail = source.rfind("<script"), source.rfind("<SCRIPT"), source.rfind("<style")
    if max(tail) >= 0 and not _closes(source, max(tail)):
        return "the page ends inside a script"
    lower = source[:5_000].lower()
    if "<html" in lower:
        ends = source.rfind("</html") >= 0 or source.rfind("</HTML") >= 0
        return None if ends else "the page ends before its end mark"
    return _unbalanced(source)


def _closes(source: str, at: int) -> bool:
    return any(source.find(end, at) >= 0 for end in ("</script", "</SCRIPT", "</style"))


def _unbalanced(source: str) -> str | None:
    for tag in ("div", "table"):
        if source.count(f"<{tag}") > source.count(f"</{tag}"):
            return f"a piece of a page in which a {tag} is never closed"
    return None
