"""Tables set by blanks whose columns drifted apart, as text in letters of differing widths does."""

from extractors import layouts
from extractors.context import Context
from extractors.organisations import organisations
from pipeline.readers import read as read_bytes

TOP = "To:      Cabinet\nFrom:    Clerk\nDay:     Friday\nItem:    Nine\nOn:      Quay\n\n"
DRIFTED = (
    "Ref    Value        Work                              Successful tenderer          Bids\n"
    "24/1   £74,100      Lamps                        Croft Electrical Ltd               3\n"
    "24/2   £1,060,000   Bread, milk and other provisions       Prest Catering Limited      2\n"
    "24/3   –           Swings                     Not awarded            1\n"
)


def document(text: str):
    return read_bytes(text.encode(), "page.txt")


def test_cells_go_by_their_order_where_each_line_has_one_for_every_head() -> None:
    [table] = document(TOP + DRIFTED + "\n4  POLICY\n\n4.1  None.\n").tables
    text = document(TOP + DRIFTED).text
    cells = {(c.row, c.column): text[c.start : c.stop] for c in table.cells}
    assert cells[0, 3] == "Successful tenderer"
    assert cells[2, 2] == "Bread, milk and other provisions"
    assert [cells[row, 4] for row in (1, 2, 3)] == ["3", "2", "1"]


def test_a_line_more_or_less_makes_it_no_table() -> None:
    assert document(TOP + DRIFTED + "24/4   £5   and so on   to the end\n").tables == ()


def test_the_head_of_such_a_column_tells_who_won() -> None:
    page = document(TOP + DRIFTED)
    context = Context(page, layouts.cut(page))
    found = {m.name: m.role for s in context.cut.sections for m in organisations.find(s, context)}
    assert found["Croft Electrical Ltd"] == found["Prest Catering Limited"] == "supplier"
