"""How a vote ended, from words only: "the motion was declared CARRIED", "lost", "withdrawn".

>>> outcome_of("On being put to the vote the amendment was lost.", False)[0]
'lost'
>>> outcome_of("Councillor Ash asked whether the motion was carried.", False) is None
True
>>> outcome_of("The recommendations were approved.", False) is None
True
"""

import re

# The result of what was put: its subject, then what became of it.
_OUTCOME = re.compile(
    r"""\b(?P<what>motion|amendments?|proposal|proposition|resolution|recommendations?|vote)\b
        (?P<between>[^.;\n]{0,140}?)
        \b(?P<lost>lost|defeated|not\s(?:carried|agreed|approved|supported|passed)|fell|rejected)\b
      | \b(?P<what2>motion|amendments?|proposal|proposition|resolution|recommendations?|vote)\b
        (?P<between2>[^.;\n]{0,140}?)
        \b(?P<carried>carried|agreed|approved|passed|accepted)\b
      | \b(?P<what3>motion|amendments?|proposal|proposition)\b[^.;\n]{0,80}?
        \b(?P<gone>withdrawn|lapsed)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE_OUTCOME = re.compile(
    r"^\(?(?:(?:declared|was|the\svote\swas)\s)?(?P<word>carried|lost|defeated|rejected)\b[^.\n]{0,60}[.)]{0,2}$"
    r"|\b(?:declared|was|were|and)\s(?P<word2>CARRIED|LOST|DEFEATED)\b",
    re.IGNORECASE,
)
_WANT = re.compile(r"\b(?:want|lack)\sof\sa\ssecond", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|would|should|whether|could|previously|had|unless|were\sto)\b", re.IGNORECASE
)
# What makes "agreed" and "approved" a result of a vote.
_PUT = re.compile(r"\bput\b|\bvot(?:e|ed|ing)\b|\bdeclared\b|\bseconded\b", re.IGNORECASE)


def outcome_of(said: str, is_vote: bool) -> tuple[str, int, int, str] | None:
    """Return (outcome, start, end, subject) of a sentence, from words only."""
    for found in _OUTCOME.finditer(said):
        what = (found["what"] or found["what2"] or found["what3"]).casefold()
        word = found["lost"] or found["carried"] or found["gone"]
        between = found["between"] or found["between2"] or ""
        if _SUPPOSED.search(said[: found.start()][-80:] + " " + between):
            continue
        plain = word.casefold() in ("agreed", "approved", "passed", "accepted", "rejected", "fell")
        if (
            plain
            and not _WANT.search(said)
            and not (_PUT.search(said) or (is_vote and what in ("motion", "amendment")))
        ):
            continue
        if what.startswith("recommendation") and plain and not _PUT.search(said):
            continue
        outcome = "lost" if found["lost"] else ("carried" if found["carried"] else word.casefold())
        if _WANT.search(said):
            outcome = "lapsed"
        return outcome, found.start(), found.end(), what
    bare = _BARE_OUTCOME.search(said.strip())
    if bare and is_vote:
        word = (bare["word"] or bare["word2"]).casefold()
        at = said.find(bare.group())
        return ("carried" if word == "carried" else "lost"), at, at + len(bare.group()), ""
    return None
