"""The lowest of a paragraph's prices, where the text accepts it without its firm's name.

"Two quotations: Esk Fencing, £6,415; Lune Panels, £7,900. The lower quotation was accepted."
"""

import re
from collections.abc import Iterator

from extractors.organisations.known import Name
from extractors.organisations.ties import BIDDER, NONE, SUPPLIER, Tie

_ACCEPTED = re.compile(
    r"\b(?:lowest|lower|cheapest|cheaper)(?: of (?:the|these|those) \w+)?"
    r"(?: (?:quotation|quote|tender|price|bid|estimate|one|of (?:the )?(?:two|three|four)))?"
    r",?(?: (?:was|is|be|being|to be|should be|has been|had been))? (?:duly |therefore |then )?"
    r"(?:accepted|approved|agreed|chosen|taken)\b"
    r"|\b(?:accept(?:ed|ing)?|chose|take|took|go (?:for|with)|went (?:for|with)) the "
    r"(?:lowest|lower|cheapest|cheaper)(?: (?:quotation|quote|tender|price|bid|estimate|one))?"
    r"(?! (?:of|from|by|quot\w+|tender|price|bid|estimate|one)\b)"
)
_PRICE = re.compile(
    r"(?: \([^()\n]{1,40}\))?,?(?: (?:at|–|-|for|had quoted|quoted|offered|tendered|asked|wanted|of"
    r"|had asked))? ?\(?£(?P<sum>[0-9][0-9,]{0,10}(?:\.[0-9]{2})?)(?![0-9mk])"
)


def cheapest(reading: str, found: list[Name], ties: list[Tie]) -> Iterator[tuple[int, Tie]]:
    """Yield which names of a paragraph have the price that it accepts, and which were dearer."""
    for said in _ACCEPTED.finditer(reading):
        start = reading.rfind("\n", 0, said.start()) + 1
        stop = reading.find("\n", said.end())
        stop = len(reading) if stop < 0 else stop
        priced = [
            (_pence(price["sum"]), i)
            for i, name in enumerate(found)
            if start <= name.start < stop and (price := _PRICE.match(reading, name.stop))
        ]
        if len(priced) < 2 or any(ties[i].role not in _UNTOLD for _, i in priced):
            continue
        (least, first), *rest = sorted(priced)
        if rest[0][0] > least:
            yield first, Tie(SUPPLIER, True, "organisations.accepted")
            yield from ((i, Tie(BIDDER, True, "organisations.tender_of")) for _, i in rest)


_UNTOLD = (NONE.role, BIDDER)


def _pence(words: str) -> int:
    """Return a printed sum in pence.

    >>> _pence("6,415"), _pence("79.50")
    (641500, 7950)
    """
    pounds, _, pence = words.replace(",", "").partition(".")
    return 100 * int(pounds) + int(pence or 0)
