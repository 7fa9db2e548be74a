"""Results set as forms: a table of positions and figures, the status above a list of names.

>>> said = "For\\n5\\nAgainst\\n7\\n"
>>> table(said, 0, len(said)).figures
{'for': 5, 'against': 7}
>>> status("Motion status:\\nCarried", 0, 23)[0]
'carried'
"""

import re

from extractors.votes import counts as vote_counts

# "Motion status: Carried" on the page of a recorded vote, above the names.
_STATUS = re.compile(
    r"\s{0,9}(?:motion|amendment|vote)\sstatus\s?:?\s{0,9}(?P<not>not\s)?"
    r"(?P<word>carried|lost|rejected|defeated|withdrawn)\b",
    re.IGNORECASE,
)
# "For ⏎ 5 ⏎ Against ⏎ 7 ⏎ Abstain ⏎ 0", one word or number a line or cell.
_TABLE = re.compile(
    r"(?P<rows>(?:(?:for|in\sfavour|ayes|against|noes|abst(?:ain(?:ed)?|entions?)|not\svoting|did\snot\svote)"
    r"(?:\s(?:of\s)?the\s(?:motion|amendment|recommendations?|proposal))?"
    r"[ \t|:]{0,9}\n?[ \t|\n]{0,9}[0-9]{1,3}[ \t|]{0,9}(?:\n[ \t\n|]{0,9}|$)){2,5})",
    re.IGNORECASE,
)


def table(reading: str, start: int, stop: int) -> vote_counts.Counts | None:
    """Return the counts of a table of positions that begins at an offset."""
    found = _TABLE.match(reading, start, stop)
    return vote_counts.counts(reading, start, found.end()) if found else None


def status(reading: str, start: int, stop: int) -> tuple[str, int, int] | None:
    """Return the outcome that a printed status gives, with its span; None where none begins."""
    found = _STATUS.match(reading, start, stop)
    if not found:
        return None
    word = found["word"].casefold()
    if word != "withdrawn":
        word = "carried" if word == "carried" and not found["not"] else "lost"
    return word, *found.span("word")
