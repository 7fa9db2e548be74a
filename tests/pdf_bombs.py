"""Small PDFs that hurt a reader without limits, built by hand, byte by byte."""

import zlib


def bare_pdf(objects: dict[int, bytes], root: int = 1) -> bytes:
    """Return a PDF of numbered objects with a true cross-reference table."""
    made, places = b"%PDF-1.5\n", {}
    for number, body in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at, size = len(made), max(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        made += (
            b"%010d 00000 n \n" % places[number] if number in places else (b"0000000000 65535 f \n")
        )
    return made + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, at)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object's body."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def flate(data: bytes, extra: bytes = b"") -> bytes:
    """Return a deflated stream object's body."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + extra)


def _page(content: bytes, resources: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return bare_pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>" + resources + b">>>>",
            4: content,
            5: font,
            **(more or {}),
        }
    )


def xref_size() -> bytes:
    """A cross-reference stream that declares two thousand million entries."""
    body = stream(b"", b"/Type/XRef/Size 2000000000/W[1 1 1]/Root 2 0 R")
    return b"%PDF-1.5\n1 0 obj\n" + body + b"\nendobj\nstartxref\n9\n%%EOF"


def predictor() -> bytes:
    """A content stream whose predictor declares two thousand million columns."""
    return _page(flate(b"0 g", b"/DecodeParms<</Predictor 12/Columns 2000000000>>"))


def to_unicode() -> bytes:
    """A character map with a range over four thousand million codes."""
    cmap = b"1 beginbfrange\n<00000000> <FFFFFFFF> <0041>\nendbfrange"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    return _page(
        stream(b"BT /F1 12 Tf 72 700 Td (Resolved) Tj ET"), b"", {5: font, 6: stream(cmap)}
    )


def form_calls_itself() -> bytes:
    """A form that paints itself; PDFium aborts the process on it."""
    form = stream(
        b"/Fm Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 6 0 R>>>>"
    )
    return _page(stream(b"/Fm Do"), b"/XObject<</Fm 6 0 R>>", {6: form})


def forms_doubling(levels: int = 30) -> bytes:
    """Forms that each paint the next one twice: a thousand million in all."""
    more = {
        6 + n: stream(
            b"/Fm Do /Fm Do",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm %d 0 R>>>>"
            % (7 + n),
        )
        for n in range(levels)
    }
    more[6 + levels] = stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return _page(stream(b"/Fm Do"), b"/XObject<</Fm 6 0 R>>", more)


def flate_bomb(size: int = 200_000_000) -> bytes:
    """A content stream of blanks."""
    return _page(flate(b" " * size))


def double_flate(size: int = 200_000_000) -> bytes:
    """The same, deflated twice."""
    twice = zlib.compress(zlib.compress(b" " * size, 9), 9)
    return _page(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def many_glyphs(count: int = 200_000) -> bytes:
    """A page of very many letters."""
    return _page(flate(b"BT /F1 1 Tf 1 700 Td " + b"(AAAAAAAAAA) Tj " * (count // 10) + b"ET"))


def aliased_pages(count: int = 10**6) -> bytes:
    """One page that a tree of repeated references makes into a million."""
    kids = {
        10 + n: b"<</Type/Pages/Parent 2 0 R/Count %d/Kids[%s]>>"
        % (10 ** (6 - n), (b"%d 0 R " % (11 + n)) * 10)
        for n in range(6)
    }
    return bare_pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[10 0 R]/Count 1>>",
            **kids,
            16: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        }
    )


BOMBS = {
    "xref_size": (xref_size, {"damaged", "decompression_limit"}),
    "predictor": (predictor, {"decompression_limit"}),
    "form_calls_itself": (form_calls_itself, {"depth_limit"}),
    "forms_doubling": (forms_doubling, {"decompression_limit", "depth_limit"}),
    "flate_bomb": (flate_bomb, {"decompression_limit"}),
    "double_flate": (double_flate, {"decompression_limit"}),
    "aliased_pages": (aliased_pages, {"page_limit"}),
}
