"""Made-up pages of realistic size and density to measure on; the same for the same seed."""

import random
from io import BytesIO

_SERVICES = (
    "Highways",
    "Adult Social Care",
    "Libraries",
    "Waste Collection",
    "Housing Repairs",
    "Leisure Centres",
    "Customer Contact",
    "School Catering",
    "Fleet",
    "Parks",
)
_FIRMS = ("Harlow & Peake Ltd", "Northmoor Services plc", "Tarn Valley Care Limited",
          "Brightwell (Facilities) Ltd", "Ostler Roads LLP", "Serco", "Veolia")  # fmt: skip
_NAMES = ("Asha Verma", "Tom Rudd", "Eleri Pugh", "Marcus Bell", "Joan O'Dell", "Ian Fairley")
_POSTS = ("Director of Resources", "Head of Procurement", "Assistant Director - Place")


# About half of what officers write holds no figure at all.
_PLAIN = (
    "Officers advised that the arrangements would be kept under review and that the views of ward "
    "members would be sought before any change was brought forward.",
    "The risks set out in the report were noted and the mitigation was considered to be "
    "proportionate by those present.",
    "Members welcomed the progress that had been made and thanked the staff for their work during "
    "what had been a difficult period for residents and for the service alike.",
    "In response to a question, it was explained that the consultation had been open to everybody "
    "and that the responses would be published with the next report.",
    "The equality implications had been considered and no group was found to be affected more than "
    "another by the proposals before the meeting.",
)


# Of the sentences of five real pages, about one in four has a figure that a rule reads: 35 rows
# (evidence included) in 4.4 KB. These pages are made half as dense again.
_FIGURES = 0.24


def _sentence(r: random.Random) -> str:
    if r.random() > _FIGURES:
        return r.choice(_PLAIN)
    service, firm = r.choice(_SERVICES), r.choice(_FIRMS)
    year = f"20{r.randint(15, 25)}/{r.randint(16, 26)}"
    return r.choice(
        (
            f"The {service} service had delivered a saving of £{r.randint(20, 990)}k in {year}, "
            f"against a target of £{r.randint(1, 3)}.{r.randint(10, 99)}m.",
            f"The contract with {firm} was valued at £{r.randint(1, 40)}.{r.randint(1, 9)} million "
            f"over {r.randint(2, 7)} years, at an annual cost of £{r.randint(100, 999)},000.",
            f"{service} answered {r.randint(60, 99)}.{r.randint(0, 9)}% of calls within "
            f"{r.randint(20, 60)} seconds in Quarter {r.randint(1, 4)} against a target of "
            f"{r.randint(70, 98)}%.",
            f"Satisfaction rose from {r.randint(40, 60)}% to {r.randint(61, 90)}% between April "
            f"20{r.randint(15, 20)} and March 20{r.randint(21, 25)}.",
            f"{r.choice(_NAMES)}, {r.choice(_POSTS)}, presented the report and explained that "
            f"members of the public had been consulted through a series of local events.",
            f"KPI {r.randint(1, 40)} was missed in August 20{r.randint(18, 25)} because of staff "
            f"absence, and {firm} had agreed a recovery plan.",
        )
    )


def _body(r: random.Random) -> tuple[list[str], list[str]]:
    paragraphs = [" ".join(_sentence(r) for _ in range(r.randint(2, 4))) for _ in range(12)]
    firm = r.choice(_FIRMS)
    limbs = [
        f"That the award of the contract for {r.choice(_SERVICES)} to {firm} at a value of "
        f"£{r.randint(100, 900)},{r.randint(100, 999)} be approved.",
        f"That a budget of £{r.randint(1, 9)}.{r.randint(1, 9)}m be allocated from reserves.",
        "That authority be delegated to the Director to settle the final terms.",
        "That the report be noted.",
    ]
    return paragraphs, limbs


def _word(words: str) -> str:
    return (
        f'<p class="MsoNormal"><span style="font-family:Arial" lang="EN-GB">{words}</span></p>\n'
        '<p class="MsoNormal"><span style="">&nbsp;</span></p>\n'
    )


def decision_html(seed: int) -> str:
    """Return one decision page of 25–60 KB, most of it the council's own chrome."""
    r = random.Random(seed)  # noqa: S311 - not for secrets
    paragraphs, limbs = _body(r)
    menu = "".join(
        f'<li class="menu-item level-{i % 3}"><a href="/services/page-{i}.aspx" title="Go to '
        f'page {i}">Council service number {i} and its pages</a></li>\n'
        for i in range(r.randint(130, 360))
    )
    word = "".join(map(_word, paragraphs)) + _word("<b>RESOLVED:</b>")
    word += "".join(_word(f"{i}.&nbsp;&nbsp;&nbsp;{w}") for i, w in enumerate(limbs, 1))
    word = word.replace("£", "&pound;")
    day = f"{r.randint(1, 28):02d}&#47;{r.randint(1, 12):02d}&#47;20{r.randint(15, 25)}"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Decision - Review {seed}</title>
<meta name="DC.title" content="Decision details"/></head><body>
<nav><ul>{menu}</ul></nav>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Decision details</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt">Review of {r.choice(_SERVICES)} {seed}</h2></div>
<div class="mgContent">
<p><span class="mgLabel">Decision Maker: </span>Cabinet</p>
<p><span class="mgLabel">Decision status: </span><span class="mgPlanItemInForce">Recommendations
Approved</span></p>
<p><span class="mgLabel">Is Key decision?: </span>Yes</p>
<p><span class="mgLabel">Is subject to call in?: </span>Yes</p>
<h3 class="mgSubSubTitleTxt">Decisions:</h3>
<div class="mgWordPara"><div class="WordSection1">{word}</div></div>
<p><span class="mgLabel">Publication date: </span>{day}</p>
<p><span class="mgLabel">Date of decision: </span>{day}</p>
<p><span class="mgLabel">Decided at meeting: </span><a
href="ieListDocuments.aspx?CId=1&amp;MID={seed}">{day} - Cabinet</a></p>
<p class="mgLabel">Accompanying Documents:</p>
<ul class="mgBulletList"><li><a href="documents/s{seed}/Report.pdf">Report
<span class="mgFileSize"> PDF 119 KB</span></a></li></ul></div>
<div class="mgFooter"><p>&nbsp;</p></div></div>
<footer><ul>{menu[: len(menu) // 3]}</ul><small>&copy; 2026 Exampleshire Council</small></footer>
</body></html>"""


def decision_text(seed: int) -> str:
    """Return the pasted copy of such a page."""
    r = random.Random(seed)  # noqa: S311 - not for secrets
    paragraphs, limbs = _body(r)
    body = "\n\n\u00a0\n\n".join(paragraphs)
    numbered = "\n\n".join(f"{i}. {w}" for i, w in enumerate(limbs, 1))
    day = f"{r.randint(1, 28):02d}/{r.randint(1, 12):02d}/20{r.randint(15, 25)}"
    return (
        f"Decision details\n\nReview of {r.choice(_SERVICES)} {seed}\n\nDecision Maker: Cabinet\n\n"
        "Decision status: Recommendations Approved\n\nIs Key decision?: Yes\n\n"
        f"Is subject to call in?: Yes\n\nDecisions:\n\n{body}\n\nRESOLVED:\n\n{numbered}\n\n"
        f"Publication date: {day}\n\nDate of decision: {day}\n\n"
        f"Decided at meeting: {day} - Cabinet\n\nAccompanying Documents:\n"
    )


def paper_pdf(seed: int, pages: int) -> bytes:
    """Return a PDF of prose pages without tables, about 3.3 KB of text each."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    r = random.Random(seed)  # noqa: S311 - not for secrets
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for number in range(1, pages + 1):
        words = " ".join(_sentence(r) for _ in range(20)).split()
        write = canvas.beginText(60, 780)
        write.setFont("Helvetica", 10)
        line = ""
        for word in words:
            if len(line) + len(word) > 90:
                write.textLine(line)
                line = ""
            line = f"{line} {word}".strip()
        write.textLine(line)
        write.textLine(str(number))
        canvas.drawText(write)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
