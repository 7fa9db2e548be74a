"""Made-up pages of realistic size and density to measure on; the same for the same seed."""

import random

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


# Shares of sentences with a figure, and with a firm's name alone. Counted over the five seeds
# (rows of all tables, evidence included, by 4,400 characters of text): 35 rows, of them 15 of
# evidence, 8 mentions of firms and bodies, 2 to 3 each of dates, percentages, indicators and
# people. With these shares a made-up page has 36 to 39 (the fields of a decision page bring 15 of
# evidence whatever it says, so that its body has less), one of a paper 37.
BODY = (0.08, 0.09)
PROSE = (0.20, 0.23)


def sentence(r: random.Random, shares: tuple[float, float] = BODY) -> str:
    """Return a sentence of minutes; the shares say how often a rule reads something in it."""
    chance = r.random()
    if chance < shares[0]:
        return r.choice(_figures(r))
    return r.choice(_mentions(r) if chance < sum(shares) else _PLAIN)


def _mentions(r: random.Random) -> tuple[str, ...]:
    service, firm = r.choice(_SERVICES), r.choice(_FIRMS)
    return (
        f"{firm} had explained how the new rotas for {service} would be brought in and what staff "
        "had been told.",
        f"It was confirmed that {firm} attended the monthly board and answered the questions put "
        "there by officers.",
        f"Members asked how {firm} dealt with complaints about {service}, and were content with "
        "the answer given.",
    )


def _figures(r: random.Random) -> tuple[str, ...]:
    service, firm = r.choice(_SERVICES), r.choice(_FIRMS)
    year = f"20{r.randint(15, 25)}/{r.randint(16, 26)}"
    return (
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


def _body(r: random.Random) -> tuple[list[str], list[str]]:
    paragraphs = [
        " ".join(sentence(r) for _ in range(r.randint(2, 4))) for _ in range(r.randint(8, 11))
    ]
    firm = r.choice(_FIRMS)
    limbs = [
        f"That the award of the contract for {r.choice(_SERVICES)} to {firm} at a value of "
        f"£{r.randint(100, 900)},{r.randint(100, 999)} be approved.",
        f"That a budget of £{r.randint(1, 9)}.{r.randint(1, 9)}m be allocated from reserves.",
        "That authority be delegated to the Director to settle the final terms.",
        "That the report be noted.",
    ]
    return paragraphs, r.sample(limbs, r.randint(1, 3))


# What Word leaves around every paragraph.
_SPAN = '<span style=\'font-size:12.0pt;font-family:"Arial",sans-serif\' lang="EN-GB">'


def _word(words: str) -> str:
    return (
        f'<p class="MsoNormal" style="text-align:justify">{_SPAN}{words}</span></p>\n'
        f'<p class="MsoNormal" style="text-align:justify">{_SPAN}&nbsp;</span></p>\n'
    )


def _menu(entries: int) -> str:
    return "".join(
        f'<li class="menu-item level-{i % 3}"><a href="/services/page-{i}.aspx" title="Go to '
        f'page {i}">Council service number {i} and its pages</a></li>\n'
        for i in range(entries)
    )


def decision_html(seed: int) -> str:
    """Return one decision page of 25–60 KB, most of it the council's own chrome."""
    r = random.Random(seed)  # noqa: S311 - not for secrets
    paragraphs, limbs = _body(r)
    menu = _menu(r.randint(120, 285))
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


def meeting_html(seed: int) -> str:
    """Return the page of a meeting of 20 items, 160–215 KB, nearly all of it the record."""
    r = random.Random(seed)  # noqa: S311 - not for secrets
    menu = _menu(60)
    items = "".join(_item(r, seed * 100 + number, number) for number in range(1, 21))
    day = f"{r.randint(1, 28)} March 20{r.randint(15, 25)}"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Agenda for Cabinet on {day}</title>
</head><body><nav><ul>{menu}</ul></nav>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda and minutes</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=7">Cabinet -
Thursday&#44; {day} 10.00 am</a></h2></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>Town Hall</p>
<table class="mgItemTable" id="mgItemTable" summary="Table of agenda items">
<caption class="mgHide">Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
{items}</table></div><div class="mgFooter"><p>&nbsp;</p></div></div>
<footer><small>&copy; 2026 Exampleshire Council</small></footer></body></html>"""


def _item(r: random.Random, anchor: int, number: int) -> str:
    paragraphs, limbs = _body(r)
    word = "".join(map(_word, paragraphs))
    agreed = _word("<b>RESOLVED:</b>")
    agreed += "".join(_word(f"{i}.&nbsp;&nbsp;&nbsp;{w}") for i, w in enumerate(limbs, 1))
    return f"""<tr class="mgTableRow"><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a
name="AI{anchor}"></a>{number}.</p></td><td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk"
href="documents/s{anchor}/Report.pdf">Review of {r.choice(_SERVICES)}
<span class="mgFileSize">PDF 119 KB</span></a></p>
<div class="mgWordPara"><div class="WordSection1">{_word("To consider the report.")}</div></div>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><div class="WordSection1">{word}{agreed}</div></div></td></tr>
""".replace("£", "&pound;")
