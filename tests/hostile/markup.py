"""HTML that hurts parsers and walkers: depth, breadth, what is never closed, wrong bytes."""

import random

from tests.hostile.seeds import Made, Maker, any_html, page


def deep(tag: str, *levels: int) -> Maker:
    def make(r: random.Random) -> Made:
        count = r.choice(levels)
        return Made(page(f"<{tag}>" * count + "RESOLVED: That £5 be spent" + f"</{tag}>" * count))

    return make


def attributes(r: random.Random) -> Made:
    count = r.choice((1_000, 30_000))
    many = " ".join(f"a{n}='{n}'" for n in range(count))
    return Made(page(f"<p {many}>RESOLVED: That £5 be spent</p>"))


def siblings(r: random.Random) -> Made:
    piece = r.choice(("<b></b>", "<p>a</p>", "<li>x", "<br>", "<a href=#>y</a>", "<span>z</span>"))
    return Made(page(piece * r.choice((2_000, 30_000))))


def unclosed(r: random.Random) -> Made:
    piece = r.choice(
        ("<!--", "<script>", "<style>", "<textarea>", "<title>", "<![CDATA[", "<p a='")
    )
    data = any_html(r)
    at = r.randrange(len(data))
    return Made(data[:at] + piece.encode() + data[at:])


def runs(piece: str) -> Maker:
    return lambda r: Made(page(piece * r.choice((1_000, 20_000, 100_000))))


def misnested(r: random.Random) -> Made:
    tags = ("b", "i", "p", "table", "a", "form", "select", "h2", "ul", "td", "font", "div")
    body = "".join(
        r.choice(("<{}>", "</{}>", "x")).format(r.choice(tags))
        for _ in range(r.choice((200, 5_000)))
    )
    return Made(page(body))


def tables(r: random.Random) -> Made:
    depth = r.choice((20, 300))
    body = "<table><tr><td>" * depth + "Decision: £5m agreed" + "</td></tr></table>" * depth
    return Made(page(body))


def spans(r: random.Random) -> Made:
    size = r.choice((1_000, 65_535, 10**9, -1))
    rows = f"<tr><td rowspan={size} colspan={size}>For</td><td>5</td></tr>" * r.choice((1, 40))
    return Made(page(f"<table>{rows}</table>"))


def select(r: random.Random) -> Made:
    return Made(page("<select>" + "<option>Cabinet" * r.choice((100, 20_000)) + "</select>"))


def frames(r: random.Random) -> Made:
    inner = r.choice(("<iframe src='javascript:1'>", "<svg><foreignObject>", "<math><mtext>",
                      "<template>", "<noscript>", "<plaintext>", "<xmp>"))  # fmt: skip
    return Made(page(inner * r.choice((1, 200)) + "RESOLVED: That £5 be spent"))


def references(r: random.Random) -> Made:
    odd = ("&#xD800;", "&#0;", "&#x110000;", "&#99999999999;", "&NotEqualTilde;", "&amp;amp;lt;",
           "&#x1F;", "&#128;", "&pound", "&poundage;")  # fmt: skip
    return Made(page("<p>RESOLVED: That " + "".join(r.choices(odd, k=500)) + "5 be spent</p>"))


_CODINGS = ("utf-8", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp037",
            "utf-7", "shift_jis", "iso2022_jp", "big5", "koi8-r")  # fmt: skip
_MARKS = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def charset(r: random.Random) -> Made:
    """A page in one encoding that declares another and begins with the mark of a third."""
    declared, real = r.choice((*_CODINGS, "x-user-defined", "nonsense", "")), r.choice(_CODINGS)
    body = f'<meta charset="{declared}"><p>RESOLVED: That £1,234 – “so” – be spent on café</p>'
    return Made(r.choice(_MARKS) + body.encode(real, "replace"), r.choice((".html", ".txt")))


def charset_mixed(r: random.Random) -> Made:
    said = "RESOLVED: That £1,234 be spent – agreed. "
    parts = [said.encode(r.choice(_CODINGS[:6]), "replace") for _ in range(r.choice((2, 40)))]
    return Made(b"".join(parts), r.choice((".html", ".txt")))


def charset_broken(r: random.Random) -> Made:
    """Overlong, cut and forbidden sequences."""
    odd = (b"\xc0\xaf", b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc2", b"\xff",
           b"\xe2\x82", b"\x81", b"\x8d\x9d", b"\x1b$B", b"+ADw-script+AD4-")  # fmt: skip
    words = (b"RESOLVED: That ", b"\xc2\xa31,234", b" be spent ", b"\xa3500")
    return Made(b"".join(r.choice((*odd, *words)) for _ in range(r.choice((10, 2_000)))), ".txt")


KINDS: dict[str, Maker] = {
    "deep_div": deep("div", 200, 255, 256, 300, 3_000),
    "deep_font": deep("font", 300, 3_000),
    "deep_list": deep("ul><li", 100, 2_000),
    "deep_quote": deep("blockquote", 255, 2_000),
    "deep_far": deep("div", 30_000, 100_000),
    "attributes": attributes,
    "siblings": siblings,
    "unclosed": unclosed,
    "run_angle": runs("<"),
    "run_comment": runs("<!--"),
    "run_entity": runs("&amp;"),
    "run_open": runs("<a "),
    "run_close": runs("</p>"),
    "run_doctype": runs("<!DOCTYPE html>"),
    "misnested": misnested,
    "tables_in_tables": tables,
    "table_spans": spans,
    "select": select,
    "frames": frames,
    "references": references,
    "charset_declared": charset,
    "charset_mixed": charset_mixed,
    "charset_broken": charset_broken,
}
