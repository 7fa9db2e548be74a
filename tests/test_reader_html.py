"""Saved pages: what the reader makes of Modern.Gov, CMIS, Word and broken markup."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import Refused, read
from schemas.document import Block, Document
from tests.support import SHARED, needs_shared

DECISION = """<!DOCTYPE html>
<!-- saved from url=(0051)https://democracy.example.gov.uk/ieDecisionDetails.aspx?ID=7 -->
<html lang="en"><head><meta charset="utf-8"><title>Decision - Ferry  repairs</title>
<meta name="DC.title"  content="Decision &#45; Ferry"/><meta content="2021-05-04" name="DC.date">
<script>var x = "<p>not text</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/menu">Councillors</a></li></ul></nav>
<div class="cookie-banner">We use cookies</div>
<ul id="mgBreadcrumb"><li>Home</li></ul>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >Decision details</h1></div>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt">Ferry repairs</h2></div>
<div class="mgLinks" ><ul  class="mgActionList" >
<li><a  href="mgIssueHistoryHome.aspx?IId=44&amp;Opt=0" title="Link&#32;to&#32;issue"></a></li>
</ul></div>
<p>Share this item</p>
<div class="mgContent" >
<p><span  class="mgLabel" >Decision Maker: </span>Director of Harbours &#38; Ferries</p>
<p><span class="mgLabel">Is Key decision?: </span>No</p>
<h3 class="mgSubSubTitleTxt">Decision:</h3>
<div class="mgWordPara"><div class="WordSection1">
<p class="MsoNormal"><b>RESOLVED</b> that the repairs to <span class=SpellE>Quay</span>side be
let for &pound;1,250 from the 18<sup>th</sup> May.</p>
<p class="MsoNormal"><span>&nbsp;</span></p>
<p class="MsoListParagraph">1.<span style="font:7.0pt">&nbsp;&nbsp; </span>That S100B(<span
class=GramE>4)</span> apply.</p>
</div></div>
<p><span class="mgLabel">Date of decision: </span>04&#47;05&#47;2021</p>
<p class="mgLabel" >Accompanying Documents:</p>
<ul class="mgBulletList" ><li><a href="documents/s12/Ferry report.pdf" title="Link">Ferry report
<span  class="mgFileSize" ><img alt="pdf icon" src="x.gif"/> PDF 119 KB</span> </a>
<span class="mgHide">, item 4.</span></li></ul>
</div><div class="mgFooter"><p>&nbsp;</p><script>var f;</script></div></div>
<a href="https://www.youtube.com/x">Films</a><a href="mailto:jo@example.gov.uk">Jo</a>
<footer><p>&copy; 2021 Example Borough Council</p></footer></body></html>"""

DECISION_LINES = """Decision details
Ferry repairs
Decision Maker: Director of Harbours & Ferries
Is Key decision?: No
Decision:
RESOLVED that the repairs to Quayside be let for £1,250 from the 18th May.
1.\u00a0\u00a0 That S100B(4) apply.
Date of decision: 04/05/2021
Accompanying Documents:
Ferry report""".split("\n")


def page(body: str, name: str = "page.html") -> Document:
    return read(body.encode(), name)


def lines(document: Document) -> list[str]:
    return [line.strip(" ") for line in document.text.split("\n") if line]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.stop]) for b in document.blocks]


def block(document: Document, kind: str) -> Block:
    return next(b for b in document.blocks if b.kind == kind)


def words(document: Document, thing: object) -> str:
    return document.text[thing.start : thing.stop]  # type: ignore[attr-defined]


class TestDecisionPage:
    document = page(DECISION)

    def test_text_is_that_of_a_copy(self) -> None:
        assert lines(self.document) == DECISION_LINES
        assert "\n\n".join(DECISION_LINES) == self.document.text

    def test_blocks(self) -> None:
        assert [b.kind for b in self.document.blocks] == (
            "title heading field field label paragraph paragraph field label list_item".split()
        )

    def test_links_keep_titles_and_sizes(self) -> None:
        issue, paper = self.document.links
        assert (issue.href, issue.start) == ("mgIssueHistoryHome.aspx?IId=44&Opt=0", issue.stop)
        assert issue.title == "Link to issue"
        assert words(self.document, paper) == "Ferry report"
        assert (paper.href, paper.bytes) == ("documents/s12/Ferry report.pdf", 119 * 1024)

    def test_frame(self) -> None:
        document = self.document
        assert document.title == "Decision - Ferry repairs"
        assert document.meta == (
            ("saved-from", "https://democracy.example.gov.uk/ieDecisionDetails.aspx?ID=7"),
            ("DC.title", "Decision - Ferry"),
            ("DC.date", "2021-05-04"),
        )
        assert document.hosts == ("youtube.com", "example.gov.uk")
        assert document.footer == "© 2021 Example Borough Council"
        assert (document.encoding, document.encoding_declared) == ("utf-8", "utf-8")
        assert (document.status, document.is_complete) == ("whole", None)

    def test_reading_is_as_long(self) -> None:
        assert len(self.document.reading) == len(self.document.text)
        assert "1.   That S100B(4)" in self.document.reading


MEETING = """<div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<table class="mgItemTable" id="mgItemTable"><caption>Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI501" ></a>12.</p></td>
<td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s9/x.pdf">Allotments
<span class="mgFileSize">PDF 1.5 MB</span></a></p>
<div class="mgWordPara"><p>To consider the rents.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>It was noted ... <a href="mgAi.aspx?ID=501">view the full minutes text
for item 12.</a></p></div>
<table class="mgTableNoBorderFullWidth"><caption>Recorded Vote</caption>
<tr><th>Title</th><th>Result</th></tr><tr><td>Motion</td><td><img alt="x"> Carried</td></tr></table>
</td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI502"></a>13.</p></td>
<td><p class="mgAiTitleTxt">Paddling pool</p></td></tr></table>
<div class="mgFooter"></div></div>"""


def test_meeting_items() -> None:
    document = page(MEETING)
    assert [k for k in kinds(document) if k[0].startswith("item")] == [
        ("item_number", "12."),
        ("item_title", "Allotments"),
        ("item_number", "13."),
        ("item_title", "Paddling pool"),
    ]
    numbers = [b for b in document.blocks if b.kind == "item_number"]
    assert [b.anchor for b in numbers] == ["AI501", "AI502"]
    assert ("label", "Minutes:") in kinds(document)
    assert ("row", "Motion | Carried") in kinds(document)
    assert document.links[0].bytes == round(1.5 * 1024**2)
    full = document.links[1]
    assert full.href == "mgAi.aspx?ID=501"
    assert words(document, full) == "view the full minutes text for item 12."
    table = document.tables[0]
    assert table.caption is not None
    assert words(document, table.caption) == "Recorded Vote"


def test_data_table_with_spans() -> None:
    document = page(
        """<table border="1"><caption>Bins</caption>
        <tr><th></th><th colspan=2>2020/21</th></tr>
        <tr><th>Round</th><th>Target</th><th>Actual</th></tr>
        <tr><td rowspan=2><p>North</p></td><td><p>95%</p></td><td>94%</td></tr>
        <tr><td>80<br>%</td><td></td></tr></table><p>After.</p>"""
    )
    assert lines(document) == [
        "Bins", "| 2020/21", "Round | Target | Actual", "North | 95% | 94%", "80 %", "After.",
    ]  # fmt: skip
    cells = [(words(document, c), c.row, c.column, c.head) for c in document.tables[0].cells]
    assert cells == [
        ("2020/21", 0, 1, True),
        ("Round", 1, 0, True),
        ("Target", 1, 1, True),
        ("Actual", 1, 2, True),
        ("North", 2, 0, False),
        ("95%", 2, 1, False),
        ("94%", 2, 2, False),
        ("80 %", 3, 1, False),
    ]


def test_table_head_set_in_bold() -> None:
    document = page(
        "<table class=MsoTableGrid border=1><tr><td><p><b>Area</b></p></td><td><p><b>£</b></p></td>"
        "</tr><tr><td><p>East</p></td><td><p>500</p></td></tr></table>"
    )
    assert [c.head for c in document.tables[0].cells] == [True, True, False, False]


@pytest.mark.parametrize(
    "markup",
    [
        '<table role="presentation"><tr><td>One</td><td>Two</td></tr></table>',
        "<table><tr><td><p>One</p></td><td><p>Two</p></td></tr></table>",
        "<table border=1><tr><td>One</td></tr><tr><td>Two</td></tr></table>",
        "<table border=1><tr><td>One</td><td><ul><li>Two</li></ul></td></tr></table>",
        "<table border=1><tr><td>One<td><table><tr><td>Two</td></tr></table></table>",
    ],
)
def test_layout_tables_are_walked(markup: str) -> None:
    document = page(markup)
    assert [line.removeprefix("· ") for line in lines(document)] == ["One", "Two"]
    assert not document.tables


@pytest.mark.parametrize(
    "markup, expected",
    [
        ("<ol><li>One<li>Two</ol>", ["1. One", "2. Two"]),
        ('<ol type="a" start="3"><li>One</li><li>Two</li></ol>', ["c) One", "d) Two"]),
        ('<ol type="i"><li>One</li><li value="4">Two</li></ol>', ["i) One", "iv) Two"]),
        ('<ol style="list-style-type:upper-alpha"><li>One</li></ol>', ["A) One"]),
        ("<ul><li>One</li></ul>", ["· One"]),
        ("<ol><li><p>One</p><p>More</p></li><li>Two</li></ol>", ["1. One", "More", "2. Two"]),
        (
            "<ol><li>One<ol type=a><li>In</li></ol></li><li>Two</li></ol>",
            ["1. One", "a) In", "2. Two"],
        ),
        ('<ul class="mgBulletList"><li>Paper</li></ul>', ["Paper"]),
        ('<ul style="list-style: none"><li>Bare</li></ul>', ["Bare"]),
        ("<ol><li><span>&nbsp;</span>One</li></ol>", ["1. \u00a0One"]),
    ],
)
def test_lists_print_their_labels(markup: str, expected: list[str]) -> None:
    assert [line.replace("\u00a01. ", "1. \u00a0") for line in lines(page(markup))] == expected


@pytest.mark.parametrize(
    "markup, expected",
    [
        ("<p>One<br>Two<br/> Three</p>", ["One", "Two", "Three"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<p>a\r\n  b\tc</p>", ["a b c"]),
        ("<p>re<b>sol</b>ved <i>that</i></p>", ["resolved that"]),
        ("<p>One </p><p> Two</p>", ["One", "Two"]),
        ("<pre>One\n  Two</pre>", ["One", "Two"]),
        ("<p>One<!-- two --><?x three ?> four</p>", ["One four"]),
        ("<p>One<o:p></o:p></p><![if x]><p>Two</p><![endif]>", ["One", "Two"]),
        ("<p hidden>One</p><p style='display: none'>x</p><p>Two<input value=x></p>", ["Two"]),
        ("<p>H<sub>2</sub>O on the 3<sup>rd</sup></p>", ["H2O on the 3rd"]),
        ("<p>&amp;lt; &#163;5 &#xA3;6 &pound;7</p>", ["&lt; £5 £6 £7"]),
        ("<dl><dt>Term:</dt><dd>Ten years</dd></dl>", ["Term:", "Ten years"]),
        ("<p>One<select><option>x</select><button>y</button></p>", ["One"]),
        ("<table><tr><td><li>Loose</td></tr></table>", ["Loose"]),
    ],
)
def test_words_and_breaks(markup: str, expected: list[str]) -> None:
    assert lines(page(markup)) == expected


@pytest.mark.parametrize(
    "markup, expected",
    [
        ('<p><span class="mgLabel">A: </span>b<br>c</p>', [("field", "A: b c")]),
        (
            '<p><span class="mgLabel">A: </span>b<br><span class="mgLabel">C: </span>d</p>',
            [("field", "A: b"), ("field", "C: d")],
        ),
        (
            '<p><span class="mgLabel">Purpose: </span></p><p>To x.</p>',
            [("label", "Purpose:"), ("paragraph", "To x.")],
        ),
        (
            '<p><span class="mgLabel">Purpose: </span><br>To x.<br>To y.</p>',
            [("label", "Purpose:"), ("paragraph", "To x.\nTo y.")],
        ),
        ('<p class="mgLabel">Ward: North</p>', [("field", "Ward: North")]),
        ('<li><span class="mgLabel">Key: </span>Yes</li>', [("field", "Key: Yes")]),
        (
            '<div class="DNNLabel"><label>Business Item</label></div>'
            '<div class="Value">Lighting</div>',
            [("field", "Business Item: Lighting")],
        ),
        (
            '<div class="DNNLabel">Decision:</div><div class="Value"><p>One.</p><p>Two.</p></div>',
            [("label", "Decision:"), ("paragraph", "One."), ("paragraph", "Two.")],
        ),
        (
            '<div class="DNNLabel">Date:</div> <div class="Value"></div>'
            '<div class="DNNLabel">Venue:</div><div class="Value Venue">Hall</div>',
            [("label", "Date:"), ("field", "Venue: Hall")],
        ),
    ],
)
def test_fields(markup: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(page(markup)) == expected


def test_dnn_chrome_stays_out() -> None:
    document = page(
        '<html><body><div id="dnn_HeaderPane"><a href="/">Home</a></div>'
        '<form><input type="hidden" name="__VIEWSTATE" value="zzz">'
        '<div id="dnn_ContentPane"><h1>Decision Details</h1><div class="RadTabStrip">Tabs</div>'
        '<div class="DNNLabel">Title:</div><div class="Value">Kerbs</div></div>'
        '<div id="dnn_RightPane">News</div></form></body></html>'
    )
    assert lines(document) == ["Decision Details", "Title: Kerbs"]


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="mgContent"><p>Kept</p></div><div class="mgFooter">Foot</div>',
        "<body><header>Site</header><main><p>Kept</p></main><aside>Side</aside></body>",
        "<body><nav>Menu</nav><p>Kept</p><footer>Foot</footer></body>",
        '<body><div role="navigation">Menu</div><p>Kept</p></body>',
        '<div id="modgov"><div class="mgFooter"></div></div><p>Kept</p>',
        "<table><tr><td><p>Kept</p></td></tr></table>",
    ],
)
def test_where_the_record_stands(markup: str) -> None:
    assert lines(page(markup)) == ["Kept"]


def test_sentence_in_two_paragraphs_is_one_line_of_the_reading() -> None:
    document = page(
        "<p>Members were told that nine out of ten of the applications made by post</p>"
        "<p>&nbsp;</p><p>had been answered in a week.</p><p>Next.</p>"
    )
    assert "post\n\nhad" in document.text
    assert "post  had been answered in a week.\n\nNext." in document.reading


@pytest.mark.parametrize("cut", range(1_100, len(DECISION) - 8, 97))
def test_a_page_that_was_cut_says_so(cut: int) -> None:
    document = page(DECISION[:cut])
    assert (document.status, document.is_complete) == ("partial", 0)
    assert document.status_reason
    assert any(n.rule == "page.cut" for n in document.notices)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Kept</p><!-- never closed <p>Lost</p>",
        "<p>Kept</p><script>var x = 1; <p>Lost</p>",
        "<html><body><p>Kept</p></body>",
        "<p>Kept</p><a href='x",
        '<div id="modgov"><div class="mgContent"><p>Kept</p>',
        "<table><tr><td>Kept</td><td>x",
    ],
)
def test_damage_is_noticed(markup: str) -> None:
    document = page(markup)
    assert document.text.startswith("Kept")
    assert document.is_complete == 0


@pytest.mark.parametrize(
    "markup",
    ["<p>Kept</p>", "<html><p>Kept</html>", "<div><p>Kept < 5 and > 3</p></div>", "<p>a<br>b"],
)
def test_wholes_are_whole(markup: str) -> None:
    assert page(markup).status == "whole"


@pytest.mark.parametrize("markup", ["<div></div>", "<html><script>x</script></html>"])
def test_a_page_without_words_is_refused(markup: str) -> None:
    with pytest.raises(Refused) as refused:
        page(markup)
    assert refused.value.reason == "empty"


def test_lost_pound_sign_is_noticed() -> None:
    document = page("<p>It cost \ufffd1,200 or &#xD800;5.</p>")
    assert [words(document, n) for n in document.notices] == ["\ufffd", "\ufffd"]


def test_windows_bytes_that_declare_utf_8() -> None:
    document = read(b'<meta charset="utf-8"><p>It cost \xa31,200 \x96 no more.</p>', "a.htm")
    assert document.text == "It cost £1,200 – no more."
    assert (document.encoding, document.encoding_declared) == ("windows-1252", "utf-8")


@pytest.mark.filterwarnings("error")
def test_xhtml_and_words_that_look_like_addresses_warn_nobody() -> None:
    xhtml = '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="x"><body><p>£5</p></body></html>'
    assert lines(page(xhtml)) == ["£5"]
    assert lines(page("<p>http://example.org/x</p>")) == ["http://example.org/x"]


def test_deep_pages_keep_their_text() -> None:
    deep = "<div>" * 30_000 + "Deep" + "</div>" * 30_000 + "<p>After</p>"
    assert lines(page(deep)) == ["Deep", "After"]


def test_a_giant_text_node_is_whole() -> None:
    document = page("<p>First " + "word " * 2_200_000 + "last.</p><p>After</p>")
    assert len(document.text) > 11_000_000
    assert document.text.endswith("last.\n\nAfter")


@pytest.mark.parametrize(
    "piece",
    [
        "<p>a", "<b>", "<td>", "<table><tr><td>", "<li>", "<a href=x>", "<!--", "<", "&nbsp;<p>",
        "modgov mgFooter ", '<div id="modgov', 'href="//a.', "<br>word", "<pre>", "<ul><li>",
        "<span class=mgLabel>A: ", "<div class=DNNLabel>A", "&copy;", "<footer>", "a@b.",
        '<table border=1><tr><td colspan=9999 rowspan=9999>x', "-\n", "saved from url=",
    ],
)  # fmt: skip
def test_time_grows_with_the_page(piece: str) -> None:
    repeats = 12_000 // len(piece)
    started = time.process_time()
    page("<p>Start " + piece * repeats)
    assert time.process_time() - started < 2.5


PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "<br>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<ol>",
         "<li>", "</ol>", "<a href='x'>", "</a>", "<span class=mgLabel>", "</span>", "word ", "£5",
         "\u00a0", "<div class=DNNLabel>", "<div class=Value>", "</div>", "’", "-\n", "\n", "<h3>",
         "</h3>", "<p class=mgAiTitleTxt>", "<caption>", "</caption>", "</td>", "</tr>",
         "<td colspan=2>",
         "<span class=mgFileSize>PDF 4 KB</span>", "note the report", "<a name=AI1></a>"]
    ),
    max_size=40,
)  # fmt: skip


@given(PIECES)
def test_any_markup_gives_true_offsets(pieces: list[str]) -> None:
    document = page("<p>x</p>" + "".join(pieces))
    text, size = document.text, len(document.text)
    assert len(document.reading) == size
    assert text == text.strip("\n ")
    stop = 0
    for b in document.blocks:
        assert stop <= b.start < b.stop <= size
        assert not text[b.start].isspace()
        assert not text[b.stop - 1].isspace()
        stop = b.stop
    for link in document.links:
        assert 0 <= link.start <= link.stop <= size
    for table in document.tables:
        assert all(table.start <= c.start < c.stop <= table.stop for c in table.cells)
        assert all("\n" not in text[c.start : c.stop] for c in table.cells)


@needs_shared
def test_real_pages() -> None:
    for path in sorted((SHARED / "real").rglob("*.html")):
        if path.name == "cmis_base.html":
            continue
        document = read(path.read_bytes(), path.name)
        assert document.status == "whole", path.name
        assert document.blocks, path.name


@needs_shared
def test_a_real_decision_page() -> None:
    path = SHARED / "real" / "kirklees" / "modgov_decision_detail.html"
    document = read(path.read_bytes(), path.name)
    assert ("field", "Decision status: Recommendations Approved") in kinds(document)
    assert document.links[-1].bytes == 119 * 1024
    assert block(document, "label").level == 3
