"""Makers of PDFs set like council papers. Every name, firm and figure is invented."""

from collections.abc import Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

rl_config.useA85 = 0  # no council's PDF is wrapped in letters any more

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold")
CENTRE = ParagraphStyle("centre", parent=HEAD, alignment=1)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=28, bulletIndent=0)
POINT = ParagraphStyle("point", parent=BODY, leftIndent=56, bulletIndent=28)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=11, spaceAfter=0)

MINUTES = (
    ("31.", "Apologies", "(Item 1)", ("Apologies were received from Mr Oakshott.", ())),
    (
        "32.",
        "Highways Maintenance Term Contract",
        "(Item 2)",
        (
            "The Director of Highways introduced the report and explained that the present "
            "arrangements with Brackenfold Civil Engineering Ltd would come to an end in March "
            "2026. Three tenders had been received, and the evaluation had given seventy per cent "
            "of the marks to price. In answer to questions the Director said that £450,000 a year "
            "would be saved, and that the follow-up review would report to the long-term "
            "investment panel in the autumn.",
            (
                "award the highways maintenance term contract to Tollgate Roads plc for seven "
                "years from 1 April 2026 at an estimated value of £61.3m;",
                "delegate authority to the Director of Highways, in consultation with the Cabinet "
                "Member, to settle the final terms; and",
                "note the savings set out in the report.",
            ),
        ),
    ),
    (
        "33.",
        "Capital Programme",
        "(Item 3)",
        (
            "Members considered the position at the end of the second quarter. It was moved by "
            "Mrs Penhallow and seconded by Mr Farrar that the programme be re-phased. The motion "
            "was carried by 7 votes to 3 with 1 abstention.",
            ("approve the re-phasing of £2.75m into 2026/27.",),
        ),
    ),
)
PRESENT = (
    "Mr A Brindle (Chairman)", "Mrs J Penhallow", "Miss R Okafor",
    "Mr D Farrar", "Ms S Whitlock", "Mr T Quennell", "Mr B Ashdown", "Mrs L Tregear",
)  # fmt: skip


def make_minutes_pdf(
    council: str = "Westmarch County Council",
    body: str = "Cabinet",
    date: str = "Thursday, 9 October 2025",
    items: Sequence[tuple[str, str, str, tuple[str, Sequence[str]]]] = MINUTES,
    present: Sequence[str] = PRESENT,
    venue: str = "the Council Chamber, Shire Hall",
    **options: object,
) -> bytes:
    """Printed minutes: letterhead, PRESENT in two columns, items, page numbers alone on a line."""
    story: list[Flowable] = [
        Paragraph(council.upper(), CENTRE),
        Paragraph(body.upper(), CENTRE),
        Paragraph(
            f"MINUTES of a meeting of the {body} held in {venue} on {date}.",
            BODY,
        ),
        Paragraph("PRESENT:", HEAD),
        _names(present),
        Spacer(1, 10),
        Paragraph("UNRESTRICTED ITEMS", CENTRE),
    ]
    for number, title, item, (prose, limbs) in items:
        story.append(Paragraph(f"<b>{title}</b>", ITEM, bulletText=number))
        story.append(Paragraph(f"<i>{item}</i>", BODY))
        story.append(Paragraph(prose, BODY))
        if limbs:
            story.append(Paragraph(f"<b>RESOLVED</b> that the {body}:", BODY))
        for n, limb in enumerate(limbs, 1):
            story.append(Paragraph(limb, POINT, bulletText=f"({n})"))
    return _built(story, foot="{page}", head="", **options)


def _names(names: Sequence[str]) -> Table:
    half = (len(names) + 1) // 2
    right = [*names[half:], *[""] * (2 * half - len(names))]
    return Table(
        [list(pair) for pair in zip(names[:half], right, strict=True)], colWidths=[220, 220]
    )


def make_report_pdf(
    title: str = "Household Waste Collection: Award of Contract",
    paragraphs: int = 12,
    **options: object,
) -> bytes:
    """An officer's report: From/To lines in two columns, numbered paragraphs, running header."""
    head = Table(
        [
            ["From:", "Helena Marchbank, Corporate Director of Place"],
            ["To:", "Cabinet - 4 March 2025"],
            ["Subject:", title],
            ["Classification:", "Unrestricted"],
        ],
        colWidths=[100, 360],
    )
    story: list[Flowable] = [
        head,
        Spacer(1, 12),
        Paragraph("Summary:", HEAD),
        Paragraph(
            "This report asks Cabinet to award the contract for household waste collection, which "
            "is expected to save £1.2 million a year from 2026/27 onwards.",
            BODY,
        ),
        Paragraph("Recommendation(s):", HEAD),
        Paragraph("Cabinet is asked to agree to:", BODY),
        Paragraph("award the contract to Larkmead Environmental Ltd; and", ITEM, bulletText="(1)"),
        Paragraph("note that two further bids were received.", ITEM, bulletText="(2)"),
        Paragraph("1. Background", HEAD),
    ]
    for n in range(1, paragraphs + 1):
        turned = _PROSE[n % len(_PROSE) :] + _PROSE[: n % len(_PROSE)]
        story.append(Paragraph(" ".join(turned), ITEM, bulletText=f"1.{n}"))
    return _built(story, head="Cabinet report: waste collection", foot="Page {page}", **options)


_PROSE = (
    "The present contract was let in 2017 and has been extended once.",
    "Collection rounds have grown by 8% since then, while the number of missed bins has fallen "
    "from 41 to 33 for each hundred thousand collections.",
    "The budget for 2024/25 is £9,480,000 and an overspend of £210,000 is forecast.",
    "Officers have taken soft-market advice and do not propose an in-house service.",
    "A second depot at Carr Lane would cost £1.1m to fit out, and is not recommended.",
)

KPIS = (
    ("CS01", "Calls answered within 20 seconds", "80%", "84.2%", "GREEN", "AMBER"),
    ("CS02", "Complaints answered within 15 working days", "90%", "81%", "RED", "RED"),
    ("WM03", "Household waste recycled or composted", "48%", "47.1%", "AMBER", "GREEN"),
    ("PL04", "Major applications decided in time", "70%", "88%", "GREEN", "GREEN"),
    ("HR05", "Working days lost to sickness per employee", "8.0", "9.4", "RED", "AMBER"),
)


def make_kpi_pdf(
    rows: Sequence[tuple[str, ...]] = KPIS, copies: int = 12, ruled: bool = True, **options: object
) -> bytes:
    """A performance table over two pages, with merged heads and RAG ratings in words."""
    head = [
        ["Ref", "Indicator", "Target", "Actual", "RAG rating", ""],
        ["", "", "", "", "Latest", "Previous"],
    ]
    body = [
        [code, Paragraph(name, CELL), *rest] for _ in range(copies) for code, name, *rest in rows
    ]
    style = [
        ("FONTSIZE", (0, 0), (-1, -1), 9),
        ("FONTNAME", (0, 0), (-1, 1), "Helvetica-Bold"),
        ("SPAN", (4, 0), (5, 0)),
        *(("SPAN", (c, 0), (c, 1)) for c in range(4)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    table = Table(head + body, colWidths=[45, 170, 55, 55, 65, 65], style=TableStyle(style))
    story: list[Flowable] = [
        Paragraph("Quarterly Performance Report: Quarter 2, 2025/26", HEAD),
        Paragraph("The indicators below are those for which the Cabinet is answerable.", BODY),
        table,
        Paragraph("Indicators rated red are explained in the appendix.", BODY),
    ]
    return _built(story, head="", foot="Page {page} of 9", **options)


def make_record_pdf(ruled: bool = True, **options: object) -> bytes:
    """A record of decision: two columns of labels over values, then headed boxes."""
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    head = Table(
        [
            ["DECISION TO BE TAKEN BY:", "DECISION NO:"],
            [Paragraph("Rosalind Thackray, Cabinet Member for Environment", BODY), "25/00417"],
        ],
        colWidths=[300, 150],
        style=TableStyle(style),
    )
    pairs = Table(
        [["For publication:", "Yes"], ["Key decision:", "YES"], ["Divisions affected:", "All"]],
        colWidths=[150, 300],
        style=TableStyle(style),
    )
    story: list[Flowable] = [
        Paragraph("WESTMARCH COUNTY COUNCIL - RECORD OF DECISION", CENTRE),
        head,
        Spacer(1, 8),
        pairs,
        Spacer(1, 8),
        Paragraph("Subject Matter / Title of Decision", HEAD),
        Paragraph("Extension of the Coastal Path Maintenance Contract", BODY),
        Paragraph("Decision:", HEAD),
        Paragraph(
            "As Cabinet Member for Environment, I agree to extend the contract with Saltmarsh "
            "Trails CIC for two years to 31 March 2028 at a cost of no more than £384,500.",
            BODY,
        ),
        Paragraph("Reason(s) for decision:", HEAD),
        Paragraph("The provider has met all its targets and the price is unchanged.", BODY),
    ]
    return _built(story, head="", foot="{page}", **options)


def make_mixed_pdf(**options: object) -> bytes:
    """Raised ordinals in justified text, underlined headings, a table without rules."""
    justified = ParagraphStyle("justified", parent=BODY, alignment=4)
    prose = (
        "The Committee met on the 18<super>th</super> November 2025 and heard that the work had "
        "been put off by a further week. "
    )
    label = Paragraph("Letters answered within the ten days that the standard allows", CELL)
    table = Table(
        [[label, "90%", "84%", "Red"], ["Turnover", "10%", "12%", "Amber"],
         ["Vacancies", "5%", "4%", "Green"]],
        colWidths=[150, 80, 80, 80], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
    )  # fmt: skip
    story: list[Flowable] = [
        Paragraph(prose * 4, justified),
        Paragraph("<u>7. Performance</u>", HEAD),
        table,
        Paragraph("Mail: clerk@westmarch.gov.uk", BODY),
    ]
    return _built(story, head="", foot="", **options)


def make_lines_pdf(
    lines: Sequence[tuple[float, float, str]], size: float = 11, pages: int = 1
) -> bytes:
    """Words at places, (x, y down from the top, words), the same on every page."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.setFont("Helvetica", size)
        for x, y, words in lines:
            canvas.drawString(x, A4[1] - y, words)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def make_blank_pdf(pages: int = 1, picture: bool = False) -> bytes:
    """Pages without text; with a drawn box on them where `picture` is set."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1)
    for _ in range(pages):
        if picture:
            canvas.rect(80, 80, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def make_encrypted_pdf(user: str = "secret") -> bytes:
    """Minutes under a user password, or (with an empty one) under an owner's only."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    return make_minutes_pdf(encrypt=StandardEncryption(user, ownerPassword="owner"))


def _built(story: list[Flowable], head: str, foot: str, **options: object) -> bytes:
    held = BytesIO()

    def furnish(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        if head:
            canvas.drawString(72, A4[1] - 40, head)
        words = foot.format(page=document.page)
        canvas.drawCentredString(A4[0] / 2, 36, words)

    document = SimpleDocTemplate(held, pagesize=A4, invariant=1, title="", **options)
    document.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return held.getvalue()


def page_break() -> PageBreak:
    """Return a flowable that starts a new page."""
    return PageBreak()


def make_form(
    name: str, title: str, pairs: Sequence[tuple[str, str]], below: Sequence[str], ruled: bool
) -> bytes:
    """Return a form: its name and title, labels beside their values, then lines of text."""
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    lines = [*grid, ("VALIGN", (0, 0), (-1, -1), "TOP")]
    cells = [[Paragraph(label, CELL), Paragraph(value, CELL)] for label, value in pairs]
    table = Table(cells, colWidths=[170, 280], style=TableStyle(lines))
    shown = [Paragraph(name, CENTRE), Spacer(1, 14), Paragraph(title, HEAD), table]
    made = BytesIO()
    SimpleDocTemplate(made, pagesize=A4).build([*shown, *(Paragraph(x, BODY) for x in below)])
    return made.getvalue()
