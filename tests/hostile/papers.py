"""PDFs that hurt a reader: bombs at several sizes, loops, locks, what holds no text."""

import random

from tests import pdf_bombs as bombs
from tests import pdfs
from tests.hostile.seeds import Made, Maker, any_pdf


def paper(make: object, *sizes: int) -> Maker:
    def made(r: random.Random) -> Made:
        return Made(make(r.choice(sizes)) if sizes else make(), ".pdf")  # type: ignore[operator]

    return made


def tree_loop(_: random.Random) -> Made:
    """Pages whose parent is their own child."""
    return Made(
        bombs.bare_pdf(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>",
                3: b"<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 1>>",
            }
        ),
        ".pdf",
    )


def previous_loop(r: random.Random) -> Made:
    """A cross-reference table that goes before itself."""
    data = any_pdf(r)
    at = data.rfind(b"startxref")
    place = data[at:].split()[1]
    return Made(data.replace(b"trailer\n<<", b"trailer\n<</Prev " + place + b" ", 1), ".pdf")


def box(r: random.Random) -> Made:
    """A page without size, or one of miles."""
    boxes = (b"[0 0 0 0]", b"[0 0 99999999 99999999]", b"[9 9 1 1]", b"[0 0 1e38 1]", b"[]")
    content = bombs.stream(b"BT /F1 12 Tf 72 700 Td (RESOLVED: That it be so) Tj ET")
    made = bombs._page(content).replace(b"[0 0 612 792]", r.choice(boxes))
    return Made(made, ".pdf")


def operators(r: random.Random) -> Made:
    """Content that is wrong, or that pushes and pops without end."""
    pieces = (b"q ", b"Q ", b"BT ", b"ET ", b"[(a)-9999999] TJ ", b"1 0 0 1 0 0 cm ", b"(", b"<<",
              b"/F1 1e9 Tf (big) Tj ", b"BI /W 99999 /H 99999 ID x EI ")  # fmt: skip
    piece = r.choice(pieces)
    return Made(bombs._page(bombs.stream(piece * r.choice((10, 5_000)))), ".pdf")


def junk_objects(r: random.Random) -> Made:
    data = any_pdf(r)
    count = r.choice((10, 3_000))
    extra = b"".join(
        b"%d 0 obj\n<</A %d 0 R>>\nendobj\n" % (900 + n, 900 + n) for n in range(count)
    )
    return Made(data[:9] + extra + data[9:], ".pdf")


def script(r: random.Random) -> Made:
    body = any_pdf(r)
    action = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</O<</S/Launch/F(calc)>>>>"
    return Made(body.replace(b"/Type /Catalog", action + b" /Type /Catalog", 1), ".pdf")


def locked(r: random.Random) -> Made:
    return Made(pdfs.make_encrypted_pdf(r.choice(("secret", ""))), ".pdf")


def blank(r: random.Random) -> Made:
    return Made(pdfs.make_blank_pdf(r.choice((1, 30)), picture=r.random() < 0.5), ".pdf")


def mixed(_: random.Random) -> Made:
    return Made(pdfs.make_mixed_pdf(), ".pdf")


def appended(r: random.Random) -> Made:
    """A paper in front of or behind something else."""
    junk = r.choice((b"\0" * 2_000, b"<html><body>", b"%PDF-1.7\n", r.randbytes(900)))
    return Made(r.choice((junk + any_pdf(r), any_pdf(r) + junk, any_pdf(r) * 2)), ".pdf")


KINDS: dict[str, Maker] = {
    "pdf_bomb_xref": paper(bombs.xref_size),
    "pdf_bomb_predictor": paper(bombs.predictor),
    "pdf_bomb_unicode": paper(bombs.to_unicode),
    "pdf_bomb_form_self": paper(bombs.form_calls_itself),
    "pdf_bomb_forms": paper(bombs.forms_doubling, 8, 20, 30),
    "pdf_bomb_flate": paper(bombs.flate_bomb, 1_000_000, 80_000_000, 200_000_000),
    "pdf_bomb_flate_twice": paper(bombs.double_flate, 1_000_000, 80_000_000),
    "pdf_bomb_glyphs": paper(bombs.many_glyphs, 2_000, 200_000),
    "pdf_pages_aliased": paper(bombs.aliased_pages, 100, 100_000),
    "pdf_tree_loop": tree_loop,
    "pdf_previous_loop": previous_loop,
    "pdf_box": box,
    "pdf_operators": operators,
    "pdf_junk": junk_objects,
    "pdf_script": script,
    "pdf_locked": locked,
    "pdf_blank": blank,
    "pdf_mixed": mixed,
    "pdf_appended": appended,
}
