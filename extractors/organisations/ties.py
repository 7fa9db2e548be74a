"""A role and what ties a name to it; the words a rule may read."""

import re
from dataclasses import dataclass

SUPPLIER, BIDDER, PARTNER, TENANT, GRANTEE, APPLICANT, OTHER = (
    "supplier bidder partner tenant grantee applicant other".split()
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The words of the sentence on both sides of a name; kind is the name's own."""

    left: str
    right: str
    kind: str = "firm"
    hired: bool = False  # the paragraph says that the council buys the service


@dataclass(frozen=True, slots=True)
class Tie:
    """A role, whether a contract word says it, and the rule that spoke."""

    role: str
    strong: bool
    rule: str


NONE = Tie(OTHER, False, "organisations.named")

_WORD_OR_SIGN = re.compile(r"[a-z][\w'-]*|£[0-9]|[:;()–-]")


def words_beside(text: str) -> list[str]:
    """Return the words of one side in small letters, with the signs that may touch a name."""
    return _WORD_OR_SIGN.findall(text.casefold())
