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
        \b(?P<lost>lost|defeated|negatived|not\s(?:carried|agreed|approved|supported|passed)|fell|rejected)\b
      | \b(?P<what2>motion|amendments?|proposal|proposition|resolution|recommendations?|vote)\b
        (?P<between2>[^.;\n]{0,140}?)
        \b(?P<carried>carried(?!\s(?:in)?(?:to|out|forward|over|on)\b)|agreed(?!\sto\s(?!by\b|with\b|on\b)[a-z])|approved|passed|accepted)\b
      | \b(?P<what4>motion|amendment)\b[^.;\n]{0,40}?
        \b(?P<became>became\sthe\s(?:finding|decision|resolution|substantive))\b
      | \b(?P<what3>motion|amendments?|proposal|proposition)\b[^.;\n]{0,80}?
        \b(?P<gone>withdrawn|lapsed)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WHATS = ("what", "what2", "what3", "what4")
_BARE_OUTCOME = re.compile(
    r"^\(?(?:(?:declared|was|the\svote\swas)\s)?(?P<word>carried|lost|defeated|negatived|rejected)\b[^.\n]{0,60}[.)]{0,2}$"
    r"|\b(?:declared|was|were|and)\s(?P<word2>CARRIED|LOST|DEFEATED)\b",
    re.IGNORECASE,
)
_WANT = re.compile(
    r"\b(?:want|lack)\sof\sa\ssecond|\b(?:no|without\sa|fail(?:ed|ing)\sto\s(?:find|receive|attract|get)\sa"
    r"|not\s(?:find|receive|attract|get)\sa|finding\sno|found\sno)\sseconder\b|\bnot\s(?:been\s)?seconded\b",
    re.IGNORECASE,
)
# "so it was lost", "and it fell": what was put stands before in the sentence.
_IT = re.compile(
    r"\b(?:and|so|which|thus|therefore|accordingly)\s(?:it\s)?(?:(?:was|were)\s)?"
    r"(?:therefore\s|accordingly\s|thus\s|declared\s|duly\s){0,2}"
    r"(?P<word>carried|lost|defeated|fell|rejected)\b|\b[Ii]t\swas\s(?P<word2>carried|lost|defeated)\b",
)
_WITHDREW = re.compile(
    r"\bwithdrew\s(?:his|her|their|the|that|its)\s(?:\w{1,14}\s){0,2}?(?P<what>motion|amendment|proposal)\b"
    r"|\b(?P<what2>motion|amendment|proposal)\b[^.;\n]{0,60}\bnot\s(?:put|seconded)\b",
    re.IGNORECASE,
)
# "This was agreed", "The change was not agreed", "… was agreed after a vote".
_THIS = re.compile(
    r"^(?:this|it|the\s(?:change|proposal|suggestion|request|variation|motion|alteration))\b[^.;:\n]{0,60}?"
    r"\s(?:was|were)\s(?:(?P<not>not)\s|then\s|duly\s|unanimously\s|also\s){0,2}"
    r"(?P<word>agreed|approved|carried|supported|accepted|rejected|lost)\b"
    r"(?!\s(?:that|to)\b(?!\sby\b))",
    re.IGNORECASE,
)
_AFTER_VOTE = re.compile(
    r"\b(?:was|were)\s(?P<not>not\s)?(?P<word>agreed|approved|accepted)\s(?:after|on|following|upon|by)"
    r"\s(?:a|the)\svote\b",
    re.IGNORECASE,
)
# The chair's second vote decides: "used his casting vote to vote against".
_CAST = re.compile(
    r"\bcasting\svote\b[^.;\n]{0,24}?\b(?:(?P<no>against)|(?P<yes>in\sfavour|for|in\ssupport))"
    r"\s(?:the|of|it|this|refusal\b)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|would|should|whether|could|previously|had|unless|were\sto)\b", re.IGNORECASE
)
# What makes "agreed" and "approved" a result of a vote.
_PUT = re.compile(r"\bput\b|\bvot(?:es?|ed|ing)\b|\bdeclared\b|\bseconded\b", re.IGNORECASE)


def outcome_of(said: str, is_vote: bool) -> tuple[str, int, int, str] | None:
    """Return (outcome, start, end, subject) of a sentence, from words only."""
    if said.startswith("That "):
        return None  # the words of a motion
    for found in _OUTCOME.finditer(said):
        what = next(found[w] for w in _WHATS if found[w]).casefold()
        word = found["lost"] or found["carried"] or found["became"] or found["gone"]
        between = found["between"] or found["between2"] or ""
        before = "" if found["gone"] else said[: found.start()][-80:]
        if _SUPPOSED.search(before + " " + between):
            continue
        if found["gone"] and what.startswith("propos") and not is_vote:
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
        outcome = "lost" if found["lost"] else word.casefold() if found["gone"] else "carried"
        if _WANT.search(said):
            outcome = "lapsed"
        return outcome, found.start(), found.end(), what
    if gone := _rarer(said, is_vote):
        return gone
    bare = _BARE_OUTCOME.search(said.strip())
    if bare and is_vote:
        word = (bare["word"] or bare["word2"]).casefold()
        at = said.find(bare.group())
        return ("carried" if word == "carried" else "lost"), at, at + len(bare.group()), ""
    return None


def _rarer(said: str, is_vote: bool) -> tuple[str, int, int, str] | None:
    """Return what a mover withdrew, what nobody seconded, or what became of "it"."""
    if gone := _WITHDREW.search(said):
        what = (gone["what"] or gone["what2"]).casefold()
        if gone["what"]:
            return "withdrawn", *gone.span(), what
        return ("lapsed", *gone.span(), what) if _WANT.search(said) else None
    if is_vote and (this := _THIS.search(said.lstrip()) or _AFTER_VOTE.search(said)):
        lost = this["not"] or this["word"].casefold() in ("rejected", "lost")
        at = said.find(this[0])
        return ("lost" if lost else "carried"), at, at + len(this[0]), ""
    if is_vote and (cast := _CAST.search(said)) and "may" not in said[: cast.start()][-20:]:
        return ("lost" if cast["no"] else "carried"), *cast.span(), ""
    if is_vote and (it := _IT.search(said)) and not _SUPPOSED.search(said[: it.start()][-80:]):
        word = it["word"] or it["word2"]
        return ("carried" if word == "carried" else "lost"), *it.span(), ""
    return None
