"""How a vote ended, from words only: "the motion was declared CARRIED", "lost", "withdrawn".

>>> outcome_of("On being put to the vote the amendment was lost.", False)[0]
'lost'
>>> outcome_of("Councillor Ash asked whether the motion was carried.", False) is None
True
>>> outcome_of("The recommendations were approved.", False) is None
True
"""

import re

from extractors.votes.counts import NUMBER

# The result of what was put: its subject, then what became of it.
_OUTCOME = re.compile(
    r"""\b(?P<what>motion|amendments?|proposal|proposition|resolution|recommendations?|vote)\b
        (?P<between>[^.;\n]{0,140}?)
        \b(?P<lost>lost|defeated|negatived|not\s(?:carried|agreed|approved|supported|passed)|fell|rejected|failed(?!\sto\b)|fails(?=\s?(?:[.;,)]|$)))\b
      | \b(?P<what2>motion|amendments?|proposal|proposition|resolution|recommendations?|vote)\b
        (?P<between2>[^.;\n]{0,140}?)
        \b(?P<carried>carried(?!\s(?:in)?(?:to|out|forward|over|on)\b)|agreed(?!\sto\s(?!by\b|with\b|on\b)[a-z])|approved|passed|passes(?=\s?(?:[.;,)]|$))|accepted)\b
      | \b(?P<what4>motion|amendment)\b[^.;\n]{0,40}?
        \b(?P<became>became\sthe\s(?:finding|decision|resolution|substantive))\b
      | \b(?P<what3>motion|amendments?|proposal|proposition)\b[^.;\n]{0,80}?
        \b(?P<gone>withdrawn|lapsed)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:[Oo]n|[Ii]n)\s[^,.;\n]{0,24}\b(?:19|20)[0-9]{2}\b")
# "that the recommendations be approved", "be not approved": what is asked for, not what became.
_WISHED = re.compile(
    r"(?<!\bdeclared\sto\s)\bbe\s(?:[a-z]{2,14}ly\s|not\s|now\s|thereby\s)?$", re.IGNORECASE
)
_VOTE_ON = re.compile(
    r"^\s?(?:was\s|being\s|then\s|duly\s){0,3}(?:taken\s|held\s)?on\s(?:the|this|that|his|her)\s"
    r"(?:\w{1,14}\s){0,2}?(?P<what>motion|amendment|proposal|recommendations?)\b",
    re.IGNORECASE,
)
# "the MOTION received 22 votes …, and the AMENDMENT was CARRIED": the nearer is what it is told of.
_NEARER = re.compile(
    r"\b(?:and|whereupon|thereupon|accordingly|so|therefore),?\sthe\s(?:\w{1,14}\s){0,2}?(?P<what>motion|amendment)\s(?:was|is|therefore|accordingly|thus|duly|be)\b"
    r"|\bthe\s(?P<what2>motion|amendment),?\s(?:which|and\s(?:it|that|the\slatter))\b",
    re.IGNORECASE,
)
_WHATS = ("what", "what2", "what3", "what4")
_BARE_OUTCOME = re.compile(
    r"^\(?(?:(?:declared|was|the\svote\swas)\s)?(?P<word>carried|lost|defeated|negatived|rejected)\b[^.\n]{0,60}[.)]{0,2}$"
    r"|\b(?:declared|was|were|and)\s(?P<word2>CARRIED|LOST|DEFEATED)\b",
    re.IGNORECASE,
)
_GET = r"(?:find|receive|attract|get|gain|secure|obtain|have)"
WANT = re.compile(
    rf"\b(?:want|lack|absence)\sof\s(?:an?\s|any\s)?second|\b(?:no|without\sa|fail(?:ed|ing)\sto\s{_GET}\sa"
    rf"|not\s{_GET}\sa(?:ny)?)\sseconder\b|\bnot\s(?:been\s)?seconded\b|\bnobody\sseconded\b"
    r"|\bfail(?:ed|ing)\sto\sbe\sseconded\b",
    re.IGNORECASE,
)
# "so it was lost", "and it fell": what was put stands before in the sentence.
# "There being no seconder it fell": what was put stands in the sentence before.
_IT_FELL = re.compile(
    r"\b(?:it|this)\s(?:therefore\s|accordingly\s)?(?:fell|lapsed|failed)\b", re.IGNORECASE
)
# "a chafodd ei gario", "pasiwyd y gwelliant", "collwyd y cynnig".
_WELSH = re.compile(
    r"\b(?:a\schafodd|cafodd|fe'i|ei)\s(?:ei\s)?(?P<yes>gario|cario|cariwyd|basio|dderbyn)\b"
    r"|\b(?P<yes2>cariwyd|pasiwyd)\sy\s(?:cynnig|gwelliant)\b"
    r"|\b(?:a\schafodd|cafodd)\sei\s(?P<no>golli|gollwyd|wrthod|drechu)\b"
    r"|\b(?P<no2>collwyd|gwrthodwyd|methodd)\sy\s(?:cynnig|gwelliant)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:and|so|which|thus|therefore|accordingly)\s(?:it\s)?(?:(?:was|were)\s)?"
    r"(?:therefore\s|accordingly\s|thus\s|declared\s|duly\s){0,2}"
    r"(?P<word>carried|lost|defeated|fell|rejected)\b|\b[Ii]t\swas\s(?P<word2>carried|lost|defeated)\b",
)
# "the Mayor declared it not carried", "declared to be lost".
_DECLARED = re.compile(
    r"\bdeclared\s(?:it|this|that|them|to\sbe|the\s(?:motion|amendment|proposal|vote))\s"
    r"(?:to\sbe\s|duly\s|as\s)?(?P<not>not\s)?(?P<word>carried|lost|defeated|passed)\b",
    re.IGNORECASE,
)
_WITHDREW = re.compile(
    r"\bwithdrew\s(?:his|her|their|the|that|its)\s(?:\w{1,14}\s){0,2}?(?P<what>motion|amendment|proposal)\b"
    r"|\b(?P<what2>motion|amendment|proposal)\b[^.;\n]{0,60}\bnot\s(?:put|seconded|considered|debated|proceeded\swith|taken\s(?:further|forward))\b",
    re.IGNORECASE,
)
# "The Council resolved:- to adopt the procedural motion", as Scottish minutes close a division.
_ADOPTED = re.compile(
    r"^\W{0,3}(?:(?:that\s)?the\s\w[^.;:\n]{2,60}?\s)?(?:therefore\s|accordingly\s)?"
    r"(?:(?:resolved|agreed|decided)\W{1,6})?(?:\([0-9a-z]{1,3}\)\s{1,9})?"
    r"to\s(?P<verb>adopt|approve|accept|reject|refuse)\sthe\s(?:\w{1,14}\s){0,2}?"
    r"(?P<what>motion|amendment)\b(?!\sto\b)",
    re.IGNORECASE,
)
# "This was agreed", "The change was not agreed", "… was agreed after a vote".
_THIS = re.compile(
    r"^(?:this|it|the\s(?:change|proposal|suggestion|request|variation|motion|alteration|recommendations?))\b[^.;:\n]{0,60}?"
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
    r"\b(?:casting|deciding|second)\svote\b[^.;\n]{0,24}?\b(?:(?P<no>against)|(?P<yes>in\sfavour|for|in\ssupport))"
    r"(?:\s(?:the|of|it|this|refusal\b)|,\sso\b|\W{0,2}$)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?:\sthe)?\s(?P<what>motion|amendment)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|would|should|whether|could|previously|had|unless|were\sto)\b", re.IGNORECASE
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|nem\.?\s?con\.?|yn\sunfrydol"
    r"|all\s(?:members|councillors|those)\s(?:present\s)?(?:voting|voted)\s(?:in\sfavour|for)"
    r"|all\sin\sfavour|pawb\so\sblaid|(?:agreed|approved|supported|carried)\sby\s(?:all(?!\s(?:part|the\s|of\sthe|three|six|our|rel))|everyone))\b",
    re.IGNORECASE,
)
_DECIDING = re.compile(
    r"\b(?:resolved|agreed|carried|vot(?:e|ed|ing)|approved|elected|appointed|recommended|passed|"
    r"declared|made|penderfynwyd|cytunwyd|decided|refused|granted|accepted|adopted|endorsed)\b",
    re.IGNORECASE,
)
_NOT_UNANIMOUS = re.compile(r"\b(?:not|nor|non)[\s-](?:\w{1,12}\s)?unanimous", re.IGNORECASE)
_PUT_BY = ("motion", "amendment", "proposal", "proposition")
# What makes "agreed" and "approved" a result of a vote.
_PUT = re.compile(
    r"\bwithout\s(?:a\s)?(?:division|vote)\b|\bput\b|\bin\sfavour\b|\bvot(?:es?|ed|ing)\b|\bdeclared\b|\bseconded\b",
    re.IGNORECASE,
)


# What a motion says is no result of it: "that this Council has lost patience".
_QUOTED = re.compile(r"[\"“](?P<words>[^\"“”\n]{1,1500})[\"”]")
_ACTIVE = re.compile(
    r"\b(?:has|have|had|having)\s(?:\w{2,12}ly\s)?(?:lost|rejected|accepted|passed)\s(?!by\b|on\b|and\b|with\b|[0-9])[a-z]"
)


def _unquoted(said: str) -> str:
    """Return a sentence with blanks for what it quotes, and for what its words say was lost."""
    if '"' in said or "“" in said:
        said = _QUOTED.sub(lambda m: " " * len(m[0]), said)
    return _ACTIVE.sub(lambda m: " " * len(m[0]), said) if "ha" in said else said


def outcome_of(said: str, is_vote: bool) -> tuple[str, int, int, str] | None:
    """Return (outcome, start, end, subject) of a sentence, from words only."""
    said = _unquoted(said)
    if said.lstrip(" \t\"'“‘").startswith("That "):
        return None  # the words of a motion
    for found in _OUTCOME.finditer(said):
        what = next(found[w] for w in _WHATS if found[w]).casefold()
        word = found["lost"] or found["carried"] or found["became"] or found["gone"]
        between = found["between"] or found["between2"] or ""
        before = "" if found["gone"] else said[: found.start()][-80:]
        if _SUPPOSED.search(before + " " + between) or _WISHED.search(between):
            continue
        if said[: found.start()].lower().endswith((" no ", " no further ", " without ")):
            continue  # "There being no amendment, this was agreed"
        if what == "vote" and (taken := _VOTE_ON.search(between)):
            what = taken["what"].casefold()
        if nearer := _NEARER.search(between):
            what = (nearer["what"] or nearer["what2"]).casefold()
        if found["gone"] and what.startswith("propos") and not is_vote:
            continue
        plain = word.casefold() in ("agreed", "approved", "passed", "accepted", "rejected", "fell")
        if plain and _DATED.search(said[: found.start()]):
            continue  # "On 18 July 2019 an amended motion was passed" tells of another meeting
        if (
            plain
            and not WANT.search(said)
            and not (_PUT.search(said) or (is_vote and what in _PUT_BY))
        ):
            continue
        if what.startswith("recommendation") and plain and not _PUT.search(said):
            continue
        outcome = "lost" if found["lost"] else word.casefold() if found["gone"] else "carried"
        if WANT.search(said):
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
        return ("lapsed", *gone.span(), what) if WANT.search(said) else None
    if is_vote and (declared := _DECLARED.search(said)):
        lost = declared["not"] or declared["word"].casefold() in ("lost", "defeated")
        return ("lost" if lost else "carried"), *declared.span(), ""
    if is_vote and (fell := _IT_FELL.search(said)) and WANT.search(said):
        return "lapsed", *fell.span(), ""
    if is_vote and (welsh := _WELSH.search(said)):
        lost = welsh["no"] or welsh["no2"]
        what = "amendment" if "gwelliant" in welsh.group() else ""
        return ("lost" if lost else "carried"), *welsh.span(), what
    if is_vote and (adopted := _ADOPTED.search(said)):
        lost = adopted["verb"].casefold() in ("reject", "refuse")
        return ("lost" if lost else "carried"), *adopted.span(), adopted["what"].casefold()
    if is_vote and (this := _THIS.search(said.lstrip()) or _AFTER_VOTE.search(said)):
        lost = this["not"] or this["word"].casefold() in ("rejected", "lost")
        at = said.find(this[0])
        return ("lost" if lost else "carried"), at, at + len(this[0]), ""
    if is_vote and (cast := _CAST.search(said)) and "may" not in said[: cast.start()][-20:]:
        side = _SIDE.match(said, cast.end())
        what = side["what"].casefold() if side else ""
        return ("lost" if cast["no"] else "carried"), *cast.span(), what
    if is_vote and (it := _IT.search(said)) and not _SUPPOSED.search(said[: it.start()][-80:]):
        word = it["word"] or it["word2"]
        if WANT.search(said):
            return "lapsed", *it.span(), ""
        return ("carried" if word == "carried" else "lost"), *it.span(), ""
    return None


def unanimous(said: str) -> re.Match[str] | None:
    """Return the words that say that all agreed to what a sentence decides, None where none do."""
    found = _UNANIMOUS.search(said)
    if not found or _NOT_UNANIMOUS.search(said):
        return None
    near = said[max(0, found.start() - 120) : found.end() + 60]
    return found if _DECIDING.search(near) or len(said) < 26 else None


_ALL = re.compile(
    r"^\W{0,3}(?:all\s(?:(?:members|councillors|those|were)\s){0,2}(?:present\s)?(?:were\s|voted\s)?"
    r"(?:agreed|in\sfavour|in\sagreement)|all\saye|pawb\so\sblaid)(?=\W{0,3}$|\W{1,3}(?:all|carried|so|resolved|[0-9]))",
    re.IGNORECASE,
)
_NOW = rf"(?:{NUMBER}|none|nil|no|nobody|all|unanim|nem)"
# "Members agreed.", "Show of hands - carried.", "Agreed, with Councillor A voting against".
_SHORT = re.compile(
    r"^\W{0,3}(?:(?:up)?(?:on\s)?(?:an?\s|the\s|being\s)?(?:show\sof\shands|vote|put\sto\sthe\svote)"
    r"\W{1,4}(?:was\s)?)?(?:(?:members|(?:the|this|that|it)(?:\s(?:council|committee|board|meeting|panel"
    r"|motion|proposal|recommendations?))?|motion|proposal|all|duly|unanimously|was|were|then"
    r"|therefore|accordingly|thus)\s){0,5}?(?P<not>not\s)?"
    r"(?P<word>agreed|approved|carried|accepted|passed|lost|defeated|failed|rejected)"
    rf"(?=\W{{0,3}}$|\s?[,;:(–-]{{1,2}}\s?\(?(?:(?:with|by|on)\b|{_NOW})|\s(?:by|with|on)\s(?:an?\s(?:show|vote|majority|unanim)|{_NOW})|\s(?:nem|unanim|without\s(?:a\s)?(?:vote|dissent|divis)))",
    re.IGNORECASE,
)
# "… seconded by Councillor A & approved, none against", "…; carried, 5 for and 1 against".
_INLINE = re.compile(
    r"(?:[,;&–-]|\band|\bwas|\bwere)\s{1,2}(?:(?:was|were|it\swas|this\swas|duly|then|declared)\s){0,2}(?P<not>not\s)?"
    r"(?P<word>agreed|approved|carried|accepted|lost|defeated|failed|rejected)(?:\sto)?"
    rf"(?=\W{{0,3}}$|[,;:]?\s(?:on\s(?:an?\s(?:show|vote)|the\s(?:propos|motion\sof))|by\s(?:all|an?\s(?:show|vote|majority)|{NUMBER}\b)|nem|unanim"
    rf"|without\s(?:a\s|any\s)?(?:vote|dissent|divis)|with\s{_NOW}\b|{_NOW}\s[a-z])|,?\s\(?[0-9])",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:reported|noted|said|advised|explained|asked|confirmed|told|heard|informed|stated)\b"
)
_LOST = ("lost", "defeated", "failed", "rejected")


def all_agreed(said: str) -> re.Match[str] | None:
    """Return the words of a sentence that says no more than that all agreed."""
    return _ALL.search(said)


def short(said: str, is_vote: bool = False) -> tuple[str, int, int, str] | None:
    """Return the outcome of a sentence that says little else, right behind what was put.

    `is_vote` says that the sentence itself names a mover or counts.

    >>> short("Members agreed.")[0], short("Not agreed: nine for, ten against.")[0]
    ('carried', 'lost')
    >>> short("Members agreed that the tide had turned.") is None
    True
    """
    said = _unquoted(said).rstrip()
    found = _ALL.search(said)
    if found:
        return "carried", *found.span(), ""
    found = _SHORT.search(said) or _INLINE.search(said)
    if found and not is_vote and _REPORTED.search(said, 0, found.start()):
        return None  # "the Clerk reported that the lease was agreed"
    if found is None or _SUPPOSED.search(said[: found.start()][-40:]):
        return None
    lost = (found["word"].casefold() in _LOST) != bool(found["not"])
    return ("lost" if lost else "carried"), found.start("word"), found.end(), ""
