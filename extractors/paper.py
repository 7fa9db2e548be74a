"""How printed council papers are set: furniture lines, list labels, table words.

Used by the PDF reader (and by any reader of printed text): the patterns are English, so they live
here and not in `pipeline/`.
"""

import re

# A line that holds a page number only: "12", "Page 12", "Page 3 of 18", "- 4 -", "1.12", "A4".
PAGE_NUMBER = re.compile(
    r"(?:page\s{1,3})?[-–—]?\s{0,3}(?:[A-Z]{0,2}[0-9]{1,4}|[ivxlc]{1,6}|[0-9]{1,3}\.[0-9]{1,3})"
    r"\s{0,3}[-–—]?(?:\s{1,3}(?:of|/)\s{1,3}[0-9]{1,4})?",
    re.IGNORECASE,
)
# Modern.Gov's marks for its own software: <AI1>, </AI12>, <TRAILER_SECTION>.
MARK = re.compile(r"</?[A-Z]{2,20}(?:_[A-Z]{1,20}){0,4}[0-9]{0,6}>")

# What opens a list point or a numbered paragraph: "(1)", "a)", "iv.", "3.2", "•". Upper-case
# letters need a bracket or stop and a blank, so that initials of names stay out ("J. Smith" is
# let through by the blank rule and has to be told apart by its place on the line).
LABEL = re.compile(
    r"(?:"
    r"\((?:[0-9]{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVX]{1,5})\)"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\.?(?=\s)"
    r"|[0-9]{1,4}[.)](?=\s)"
    r"|[a-z][.)](?=\s)|[A-H][.)](?=\s)|[ivxl]{1,6}[.)](?=\s)"
    r"|[•·▪●○◦‣\uf0b7\uf0a7](?=\s|\S)"
    r"|[-–o](?=\s{1,9}\S)"
    r")"
)
# A "label" that is the wrapped rest of a sentence: "section⏎(2) of the Act", "March⏎2026. Two".
WRAPPED = re.compile(
    r"(?:\(?[0-9a-z.]{1,8}\)?\s{1,3}(?:of|to|and|or|in|above|below|was|is|were|per)\b"
    r"|[0-9]{4}[.)]\s)"
)
# A clause that is not over at the end of its line.
OPEN_END = re.compile(
    r"\b(?:the|a|an|of|to|in|and|or|for|by|with|that|at|on|from|as|is|be|was|were|its|their|this)$",
    re.IGNORECASE,
)
# A line that ends a statement, after which a new line may be a new paragraph.
CLOSED_END = re.compile(r"[.;:?!][\"'”’)]{0,2}$")
# "C apital": the first letter of a bold heading, parted from its word.
PARTED = re.compile(r"(?<![A-Za-z'’])[A-Z] (?=[a-z]{2})")

# Names of bold faces.
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
# Words that stand in the heads of performance and money tables.
_TABLE_WORDS = re.compile(
    r"\b(?:target|actual|rag|status|outturn|performance|indicator|measure|kpi|q[1-4]|quarter|budget"
    r"|variance|forecast|baseline|result|trend|dot|direction|total|amount|cost|saving|savings"
    r"|£000s?|£k|£m|year|previous|latest|current)\b|£'?000s?",
    re.IGNORECASE,
)
# A figure as tables print it: "92%", "£1,200", "(12.4)", "n/a", "3:1".
FIGURE = re.compile(
    r"[(<>~+±–-]{0,2}\s?[£€$]?\s?[0-9][0-9,.]{0,15}\s?(?:%|[kmbn]{1,2}|days?|hours?|mins?)?\)?"
    r"|n/?a|tbc|-|–",
    re.IGNORECASE,
)


def table_words(line: str) -> int:
    """Count the words of a line that head tables.

    >>> table_words("Indicator Target Actual RAG")
    4
    >>> table_words("The committee met on Tuesday")
    0
    """
    return len(_TABLE_WORDS.findall(line[:300]))


def is_page_number(line: str) -> bool:
    """Tell whether a line is a page number and nothing else.

    >>> [is_page_number(x) for x in ("Page 3 of 18", "- 4 -", "31. Apologies", "Present")]
    [True, True, False, False]
    """
    return len(line) < 24 and PAGE_NUMBER.fullmatch(line.strip()) is not None


def is_bold(font: str) -> bool:
    """Tell from a font's name whether it is bold.

    >>> is_bold("ABCDEF+Arial-BoldMT"), is_bold("Arial")
    (True, False)
    """
    return _BOLD.search(font) is not None


def is_label(word: str) -> bool:
    """Tell whether a word is a list label and nothing else.

    >>> [is_label(x) for x in ("31.", "(a)", "•", "Apologies", "2026")]
    [True, True, True, False, False]
    """
    found = LABEL.match(word + " x")
    return found is not None and found.end() == len(word)
