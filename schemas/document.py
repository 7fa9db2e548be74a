"""One page as its reader leaves it: an immutable text with its blocks, links, tables and pages.

All offsets are code points into `Document.text`. `Document.reading` has the same length and is
what patterns run on: page furniture is blanked, a line-end hyphen's pieces stand together, a line
break inside a paragraph is a blank, and exotic blanks and curly quotes are plain ones. In
`reading` a newline therefore always ends a paragraph, a list point or a table row.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"bad span {self.start}..{self.stop}")

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.stop <= self.stop


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of the page, in reading order, never overlapping another block.

    kind: heading | label | field | paragraph | list_item | row | title | item_number | item_title
    - `title`: Modern.Gov's page kind (mgMainTitleTxt); `heading`: any other heading, with `level`.
    - `label`: a template heading that opens a section ("Decision:", "Minutes:").
    - `field`: a one-line template field ("Is Key decision?: No"), whole line, label included.
    - `row`: one row of a data table; its cells are in `Document.tables`.
    Readers of plain text and PDF only say heading (where the type is set so), paragraph,
    list_item or row; telling labels there is the layouts' work.
    """

    start: int
    stop: int
    kind: str = "paragraph"
    level: int = 0
    classes: tuple[str, ...] = ()
    anchor: str | None = None  # name of the anchor inside, such as AI40001


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink and the text it stands on (start == stop for one without text)."""

    start: int
    stop: int
    href: str
    title: str | None = None
    bytes: int | None = None  # size printed beside a document link


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a data table; `head` where it is marked or set as a column's or row's head."""

    start: int
    stop: int
    row: int
    column: int
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A data table (never a layout table): its span, caption span and cells in reading order."""

    start: int
    stop: int
    cells: tuple[Cell, ...]
    caption: Span | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader or rule did not understand; becomes a row of `issues`."""

    rule: str
    message: str
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What every reader returns. `meta` keeps DC.* and saved-from pairs as found, in order."""

    text: str
    reading: str
    media_type: str
    encoding: str | None = None
    encoding_declared: str | None = None
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Span, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    hosts: tuple[str, ...] = ()  # of absolute links and mail addresses, lower case, in order
    footer: str | None = None  # chrome text that may name the council; not part of `text`
    status: str = "whole"  # whole | partial
    status_reason: str | None = None
    is_complete: int | None = None  # 0: the page says that it was cut, or we saw that it is
    notices: tuple[Notice, ...] = ()
    structure: object | None = field(default=None, compare=False)  # parsed XML or JSON records

    def __post_init__(self) -> None:
        if len(self.text) != len(self.reading):
            raise ValueError("reading and text differ in length")


@dataclass(frozen=True, slots=True)
class Section:
    """A span of the document and what it is for.

    kind: header | purpose | decision | minutes | reasons | alternatives | interests | votes |
    recommendation | agenda_text | summary | background | implications | contact | documents |
    attendance | body
    - `decision`: text that says what was decided (shape A heading, or cut out of shape B).
    - `minutes`: narrative with resolutions in it. `agenda_text`: what the item is about.
    - `recommendation`: what a report asks for. `body`: could not be told apart.
    `decision` is the 1-based number of the decision in the document that the section belongs to.
    `label` is the printed heading, None where there is none.
    """

    kind: str
    start: int
    stop: int
    decision: int | None = None
    label: str | None = None
