"""A public pack as PDF, set like those of Modern.Gov. Names, firms and figures are invented."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.pdfs import BODY, CENTRE, HEAD, ITEM, POINT


@dataclass(frozen=True)
class Stamp:
    """What stands at the top right of a page: the agenda item whose papers begin there."""

    page: int
    item: str


class _Opens(Flowable):
    """Marks the page on which a paper begins, for the stamp at its top."""

    def __init__(self, item: str, seen: list[Stamp]) -> None:
        super().__init__()
        self.item, self.seen = item, seen

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.setFont("Helvetica-Bold", 12)
        x, y = self.canv.absolutePosition(0, 0)
        self.canv.drawRightString(A4[0] - 60 - x, A4[1] - 45 - y, f"Agenda Item {self.item}")


FRONT = (
    ("1.", "Apologies for absence", None),
    ("2.", "Declarations of interest", None),
    ("3.", "Minutes of the meeting held on 11 September 2025", "(Pages 3 - 6)"),
    ("4.", "Ferry Landing Refurbishment: Award of Contract", "(Pages 7 - 10)"),
    ("5.", "Library Opening Hours", "(Pages 11 - 14)"),
    ("6.", "Quarterly Performance Report", "(Pages 15 - 16)"),
    ("7.", "Exclusion of the press and public", None),
    ("8.", "Sale of Land at Osier Lane", "(Pages 17 - 18)"),
)
_PROSE = (
    "The landing was built in 1961 and its timbers have been replaced twice. The survey of 2023 "
    "found that eleven of the piles had lost more than a third of their section, and that the "
    "gangway could be kept in use for no more than two further winters."
)


def _p(words: str, style: object = BODY) -> Paragraph:
    return Paragraph(words, style)


def _points(points: tuple[str, ...]) -> list[Flowable]:
    return [Paragraph(x, POINT, bulletText=f"({n})") for n, x in enumerate(points, 1)]


def _front() -> list[Flowable]:
    story: list[Flowable] = [
        _p("AGENDA", CENTRE), _p("CABINET", CENTRE),
        _p("Thursday, 16th October, 2025, at 10.30 am"),
        _p("Council Chamber, Staithe House, Millbank"),
        _p("Ask for: Rowena Castell"), _p("Telephone: 01632 960114"),
        Spacer(1, 10), _p("UNRESTRICTED ITEMS", CENTRE),
    ]  # fmt: skip
    for number, title, pages in FRONT:
        story.append(Paragraph(f"<b>{title}</b> {pages or ''}", ITEM, bulletText=number))
    story += [
        _p("That under Section 100A of the Local Government Act 1972 the press and public be "
           "excluded from the meeting for the following business."),
        _p("Benjamin Aske, Head of Democratic Services"), _p("Wednesday, 8 October 2025"),
    ]  # fmt: skip
    return story


def _minutes() -> list[Flowable]:
    names = ["Mrs K Ravensdale (Chairman)", "Mr O Thwaite", "Ms P Iqbal", "Mr J Lowther"]
    return [
        _p("CALDERMERE COUNTY COUNCIL", CENTRE), _p("CABINET", CENTRE),
        _p("MINUTES of a meeting of the Cabinet held in the Council Chamber, Staithe House on "
           "Thursday, 11 September 2025."),
        _p("PRESENT:", HEAD), Table([names[:2], names[2:]], colWidths=[220, 220]),
        _p("UNRESTRICTED ITEMS", CENTRE),
        Paragraph("<b>Apologies</b>", ITEM, bulletText="41."), _p("<i>(Item 1)</i>"),
        _p("Apologies were received from Mr H Garth."),
        Paragraph("<b>Winter Gritting Routes</b>", ITEM, bulletText="42."), _p("<i>(Item 4)</i>"),
        _p("(1) The Director of Highways introduced the report, which set out the routes for the "
           "winter of 2025/26 and the cost of salting 318 miles of road."),
        _p("<b>RESOLVED</b> that Cabinet:"),
        *_points((
            "approve the gritting routes at a cost of £612,000; and",
            "delegate to the Director of Highways authority to add routes in an emergency.",
        )),
        PageBreak(),
        Paragraph("<b>Harbour Dues</b>", ITEM, bulletText="43."), _p("<i>(Item 5)</i>"),
        _p("(1) Mr Thwaite proposed and Ms Iqbal seconded that the dues be frozen for a year. The "
           "motion was put to the vote and lost by 2 votes to 4."),
        _p("<b>RESOLVED</b> that the harbour dues be raised by 2.5% from 1 April 2026."),
    ]  # fmt: skip


def _report_from() -> list[Flowable]:
    head = Table(
        [
            ["From:", "Idris Holloway, Corporate Director of Place"],
            ["To:", "Cabinet - 16 October 2025"],
            ["Subject:", "Ferry Landing Refurbishment: Award of Contract"],
            ["Key decision:", "Yes"],
            ["Classification:", "Unrestricted"],
        ],
        colWidths=[100, 360],
    )
    return [
        head, Spacer(1, 12),
        _p("Summary:", HEAD),
        _p("Three tenders were received for the refurbishment of the landing at Skellow Reach."),
        _p("Recommendation(s):", HEAD), _p("Cabinet is asked to agree to:"),
        *_points((
            "award the contract for the landing to Skerry Marine Works Ltd at £1,284,500;",
            "set aside £90,000 for unforeseen works; and",
            "note that a further report will be brought in March 2026.",
        )),
        _p("1. Background", HEAD), *[_p(f"1.{n} {_PROSE}") for n in range(1, 13)],
        _p("2. Financial implications", HEAD),
        _p("2.1 The cost will be met from the coastal reserve, which holds £2.1m."),
        PageBreak(), _p("Appendix 1: Tender evaluation", HEAD),
        _p("Recommendation", HEAD),
        _p("The panel recommended that tender B be preferred by 84% to 79%."),
    ]  # fmt: skip


def _report_of() -> list[Flowable]:
    return [
        _p("Report of the Head of Libraries and Culture", HEAD),
        _p("LIBRARY OPENING HOURS", CENTRE),
        _p("1. Purpose of report", HEAD),
        _p("1.1 To propose hours for the nine branch libraries from January 2026."),
        _p("2. Recommendations", HEAD), _p("2.1 Members are asked to RESOLVE that:"),
        *_points((
            "the opening hours in the table be adopted from 5 January 2026; and",
            "they be reviewed by the Head of Libraries and Culture after a year.",
        )),
        _p("3. Background", HEAD), *[_p(f"3.{n} {_PROSE}") for n in range(1, 13)],
        _p("4. Financial matters", HEAD),
        _p("4.1 The new hours would save £74,300 a year."),
        _p("Contact officer: Imogen Sallow, Library Manager, isallow@caldermere.gov.uk"),
    ]  # fmt: skip


def _performance() -> list[Flowable]:
    rows = [
        ["Ref", "Indicator", "Target", "Actual", "RAG"],
        ["HW02", "Potholes made safe within 5 days", "92%", "95%", "GREEN"],
        ["LB04", "Visits to libraries for each 1,000 people", "310", "287", "RED"],
        ["SC11", "Reviews of care plans held in time", "90%", "88%", "AMBER"],
    ]
    return [
        _p("Report of the Director of Strategy", HEAD),
        _p("QUARTERLY PERFORMANCE REPORT", CENTRE),
        _p("Recommendation", HEAD),
        _p("That Cabinet notes the performance in Quarter 2 of 2025/26."),
        Table(rows, colWidths=[50, 230, 60, 60, 60], style=[("GRID", (0, 0), (-1, -1), 0.5, 0)]),
    ]


def _restricted() -> list[Flowable]:
    return [
        _p("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act "
           "1972."),
        _p("Document is Restricted"),
    ]  # fmt: skip


def make_pack_pdf(stamped: bool = True) -> bytes:
    """Return a pack of at least twelve pages; without stamps where the council adds none."""
    story: list[Flowable] = [*_front()]
    seen: list[Stamp] = []
    blank = [PageBreak(), _p("This page is intentionally left blank", CENTRE)]
    papers = (
        ("3", _minutes), ("4", _report_from), ("5", _report_of), ("6", _performance),
        ("8", _restricted),
    )  # fmt: skip
    for item, made in papers:
        story += [*blank, PageBreak()]
        story += [_Opens(item, seen)] if stamped else []
        story += made()
    held = BytesIO()

    def furnish(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(A4[0] / 2, 36, f"Page {document.page}")

    document = SimpleDocTemplate(held, pagesize=A4, invariant=1, title="")
    document.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return held.getvalue()
