"""What introduces a resolution: RESOLVED, AGREED, DECISION, it was resolved, PENDERFYNWYD, …

`find` yields the lead-ins of a span with the offset where the resolved words begin. A keyword in
the middle of a sentence counts only after "it was", a body ("the Committee resolved to") or a
motion's mover; one inside quotation marks or a report of an earlier meeting does not.
Source: FIELD_GUIDE section 5.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.lowered import Needles
from extractors.resolutions.introduced import is_introduced
from extractors.resolutions.list_words import shall_be

# The keywords, misspellings as met and letter-spaced ones. One literal alternative each.
_KEY = re.compile(
    r"""(?<![^\W_]) (?:
      (?P<resolved> R[ ]E[ ]S[ ]O[ ]L[ ]V[ ]E[ ]D
        | R(?:ES|es)(?=:\s{1,3}[^\W\d]|\.\s{1,2}T(?:hat|o)\b)
        | [Rr](?:ES(?:OLVED|OVELD|LOVED|OVLED|OLEVD|OLVD|OLVE)|es(?:olved|oveld|loved|ovled|olevd)))
    | (?P<agreed> AGREED | [Aa]greed | AGEED | [Aa]geed )
    | (?P<recommended> RECOMMEND(?:ED|S) | [Rr]ecommended )
    | (?P<decided> DECIDED | [Dd]ecided | [Dd]etermined(?=\sthat\b) )
    | (?P<approved> APPROVED | approved(?=\sthat\b) )
    | (?P<carried> (?:CARRIED|[Cc]arried)
        (?=[^.;:\n"“]{0,40}(?:\sthat\b|:[ \-–]{0,4}["“]?That\b)) )
    | (?P<decision> DECISIONS? | Decisions? | CONCLUDED | Concluded | RESOLUTIONS? | Resolutions?
        | PENDERFYNIAD(?:AU)? | Penderfyniad(?:au)? )
    | (?P<welsh> PENDERFYNWYD | Penderfynwyd | penderfynwyd | CYTUNWYD | Cytunwyd )
    ) (?![^\W_])""",
    re.VERBOSE,
)
# Beginnings of the keywords.
_NEEDLES = Needles(
    "resol", "resov", "reslo", "resle", "r e s o l v e d", "agreed", "ageed", "recommend",
    "decided", "determined that", "decision", "conclud", "penderfyn", "cytunwyd", "approved",
    "res:", "res.", "carried",
)  # fmt: skip

# What may follow the keyword before the resolved words begin.
_WORD_NUMBER = (
    r"(?:[0-9]{1,3}|nil|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|[a-z]{3,5}teen|(?:twenty|thirty|forty|fifty)(?:-[a-z]{3,5})?)"
)
_AFTER = re.compile(
    rf"""
    (?: [ ]{{0,2}} [/|] [ ]{{0,2}} (?: unanimously\s | yn\sunfrydol\s )?
        (?: resolved | agreed | decided | penderfynwyd | cytunwyd ) \b )?
    (?: [,\ ]{{0,4}} (?: unanimously | nem\.?\s?con\.? | by\s(?:affirmation|consensus|assent)
        | yn\sunfrydol | on\s(?:the\s)?(?:casting\svote|a\sshow\sof\shands)[^:;,.\n]{{0,40}}
        | by\s(?:acclamation|general\sconsent|(?:a\s)?show\sof\shands)
        | by\sall(?:\s(?:present|members|councillors)){{0,2}}
        | with\s[^,.;:\n]{{3,60}}\s(?:abstaining|dissenting|(?:voting\s)?against)(?=,)
        | by\s(?:a\s)?(?:unanimous\s|majority\s|simple\s)?(?:vote|majority)
          (?:\sof(?:\s{_WORD_NUMBER}(?:\s(?:to|votes\sto)\s{_WORD_NUMBER})?)?)?
        | (?:by\s)?{_WORD_NUMBER}\s(?:votes?\s)?(?:in\sfavour\s)?(?:for\s)?(?:to|and|against)\s
          {_WORD_NUMBER}(?:\svotes?)?(?:\sagainst)?
          (?:,?\s(?:with|and)\s{_WORD_NUMBER}\sabstentions?)?
      ) \b )?
    (?: [ ]{{0,2}} [/|] [ ]{{0,2}} (?: unanimously\s )? (?: resolved | agreed | decided ) \b )?
    (?: [ ]{{0,4}} \( (?! (?: [0-9]{{1,3}} | [ivx]{{1,5}} | [a-z] ) \) )
        [^()\n]{{0,160}} \) ){{0,3}}
    (?: [ ]{{0,2}} ,? [ ]? (?:up)?on\s(?:the\s|a\s)?(?:motion|proposition|proposal)
        \s(?:of|by|from)\s [^\n:;]{{3,70}}? \bseconded\sby\s [^\n:;,]{{3,50}}?
        (?= ,?\s(?:that|to)\b | \s{{0,4}}(?:\n|:) ) )?
    (?: [ ]{{0,4}} ,? [ ]? (?: unanimously | as\sfollows | further ) \b ){{0,2}}
    (?P<sign> [ \t:;.,*/\-–—]{{0,16}} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "DECISION", "Decision made (unanimously):", "THE DECISION", alone on its line or with a sign.
_DECISION_AFTER = re.compile(
    r"(?:\s{1,3}(?:made|taken|Made|Taken|MADE|TAKEN))?(?:\s{0,3}\([^()\n]{0,120}\))?[ \t*]{0,4}"
    r"(?P<sign>[:\-–—]{1,3}[ \t:*\-–—]{0,6}|(?=\n)|$)"
)
# "Resolution 2021/89: that …", "Decision No. 14 - To …".
_NUMBERED = re.compile(
    r"\s{1,2}(?:No\.?\s{0,2})?(?:[A-Z]{1,4}[ ./-]?)?[0-9]{1,4}(?:[./-][0-9]{1,4}){0,2}\s{0,2}"
    r"(?:\([^()\n]{3,60}\)\s{0,2})?(?P<sign>[:.\-–—]{1,2}\s{1,3})"
)
_THAT_TO = re.compile(
    r"(?:(?:under|pursuant|in\s(?:accordance|terms|principle)|subject\sto|having|following|for\sthe)\b"
    r"[^.;:\n]{0,160}?\s)?(?:that|to)\s",
    re.IGNORECASE,
)
# "Decision of the Executive Councillor for Housing", alone on its line, heads what was decided.
_DECISION_OF = re.compile(
    r"\s{1,3}of\s{1,3}(?:the\s)?(?:(?:executive|cabinet|lead|deputy|city|elected)\s){0,2}"
    r"(?:councillor|member|portfolio\sholder|leader|mayor|cabinet|committee|executive)\b"
    r"[^\n.:;]{0,90}[ \t]{0,4}(?P<sign>:?)[ \t]{0,4}(?=\n|$)",
    re.IGNORECASE,
)
# Words before a keyword that make it somebody's finding or an earlier decision.
_NEVER = frozenset(
    "be been being is are had has have not previously earlier as which the when before until "
    "already recently can could cannot were fully where once if to its any all of".split()
)
# "It was agreed:" and "had agreed:" are weighed elsewhere, or tell of an earlier day.
_NOT_BEFORE_LIST = _NEVER - {"have", "has"} | {"was", "had", "members", "they", "parties"}
_TELLING = re.compile(
    r"\b(?:that|which|who|options?|consultees?|residents?|contractors?|parties|tenants?)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset(("he", "she", "they"))  # a member or officer who decides alone
_ADVERBS = frozenset(
    "also then further therefore accordingly duly subsequently unanimously and thereupon again "
    "hereby formally collectively".split()
)
_EARLIER = re.compile(
    r"\b(?:had|previously|earlier|minute\s{1,3}[0-9]|min\.?\s{1,3}[0-9]"
    r"|(?:at|(?<!finding )of)\s{1,3}(?:its|the|their|a|that)"
    r"\s{1,3}(?:\w{1,20}\s{1,3}){0,3}meeting|on\s{1,3}[0-9]{1,2}(?:st|nd|rd|th)?\s)",
    re.IGNORECASE,
)
# "if the Committee agreed to refuse it": supposed, not done; a comma ends what is supposed.
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|should)\s[^.,;:\n]{0,60}$", re.IGNORECASE)
_CLAUSE = re.compile(r",|\sand\s")
_LABEL = re.compile(
    r"[(\[]?(?:(?:[0-9]{1,4}(?:[./][0-9]{1,4}){0,3}|[a-zA-Z]{1,4}[0-9]{0,4})[.)\]:]{1,3}"
    r"|[0-9]{1,4}(?:[./][0-9]{1,4}){1,3})\s{0,9}$"
)
_IMPERSONAL = re.compile(r"\A\s{0,9}it\s{1,4}was\s{1,4}(?:\w{1,14}\s{1,4}){0,2}", re.IGNORECASE)
# "It was resolved" over "that …".
_THAT_BELOW = re.compile(r"[ \t]{0,9}\n\s{0,9}(?:that|to)\s")
_BY_THAT = re.compile(r"by\s[^.;\n]{2,160}?\s(?:that|to)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<=[a-z)\]0-9][.?!])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bSt\.)"
    r"\s{1,9}(?=[A-Z])"
)
_CLOSED = re.compile(r"[a-z)\]0-9]{2}[.?!]\s{1,9}$")
# "The Director of Highways agreed:-", "The Cabinet Lead decided to:", over the points of a list.
_DECIDER = re.compile(
    r"(?:having\s[^,.;:\n]{3,120},\s)?(?:the\s|i\s(?:have\s)?|as\s)[^.;:\n]{0,120}$", re.IGNORECASE
)
_OVER_LIST = re.compile(
    r"(?:\s(?:that|to|as\sfollows|the\sfollowing))?\s{0,3}[:\-–—]{1,3}[ \t]{0,3}\n\s{0,9}"
    r"(?:\([a-z0-9]{1,3}\)|[a-z0-9]{1,3}[.)]|[·•–-])[ \t]",
    re.IGNORECASE,
)
# "The Panel recommended to Cabinet that:", "… and recommended approval by the Executive of:-".
_RECOMMENDER = re.compile(
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}[.)]?\s{1,9})?(?:it\swas\s?$"
    r"|(?:(?:the|this)\s)?(?:[^\W_][^\s.;:,]{0,30}\s){0,6}(?:committee|sub-committee|panel|board|cabinet"
    r"|council|executive|forum|commission|members)(?:\s[^.;:\n]{2,120}\sand)?"
    r"(?:\s(?:unanimously|therefore|also|then))?$)",
    re.IGNORECASE,
)
_OVER_POINTS = re.compile(
    r"[^\n.;:]{0,90}[:\-–—]{1,3}[ \t]{0,3}\n\s{0,9}"
    r"(?:\([a-z0-9]{1,3}\)|[a-z0-9]{1,3}[.)]|[·•–-])[ \t]",
    re.IGNORECASE,
)
_ACTIONS = {"agreed": "agree", "recommended": "recommend", "approved": "approve"}
_LAST = re.compile(r"([^\W_]+(?:-[^\W_]+)?)\W{0,6}$")


@dataclass(frozen=True, slots=True)
class Marker:
    """A lead-in: where its line and keyword start, where the resolved words begin.

    `kind` is resolved | agreed | approved | recommended | decided | decision | welsh. `strength`
    is 2 for one that no narrative uses, 1 for "it was agreed that". `action` governs limbs without
    a verb of their own ("AGREED:"), or all of them (RECOMMENDED).
    """

    line: int
    start: int
    stop: int
    strength: int
    kind: str
    action: str | None = None
    is_impersonal: bool = False  # "It was agreed" opens the line
    is_lead: bool = False  # its whole line leads the list below: "The Head of Parks agreed:-"


def find(reading: str, start: int, stop: int) -> Iterator[Marker]:
    """Yield the lead-ins of a span of the reading, in order."""
    behind = start
    for at in _candidates(reading, start, stop):
        found = _KEY.match(reading, at, stop) if at >= behind else None
        if not found:
            continue
        marker = _marker(reading, start, stop, found)
        if marker:
            behind = marker.stop
            yield marker


def _candidates(reading: str, start: int, stop: int) -> list[int]:
    """Return where a keyword may begin."""
    return _NEEDLES.among(reading, start, stop)


def _marker(reading: str, start: int, stop: int, found: re.Match[str]) -> Marker | None:
    line = max(reading.rfind("\n", start, found.start()) + 1, start)
    before = reading[max(line, found.start() - 400) : found.start()]
    kind = found.lastgroup or ""
    if before.count('"') % 2:
        return None
    if kind == "decision":
        return _decision(reading, line, stop, found, before)
    after = _AFTER.match(reading, found.end(), stop)
    if after is None:
        return None
    strength = _strength(kind, found.group(), before, after, reading, stop)
    if not strength:
        return None
    action = _ACTIONS.get(kind)
    if found.group().casefold() == "cytunwyd":
        action = "agree"
    impersonal = bool(_IMPERSONAL.fullmatch(before))
    lead = strength == 2 and _leads(kind, before.strip(), reading, after)
    return Marker(line, found.start(), after.end(), strength, kind, action, impersonal, lead)


def _decision(
    reading: str, line: int, stop: int, found: re.Match[str], before: str
) -> Marker | None:
    opener = _LABEL.sub("", before).strip().casefold()
    if opener not in ("", "the"):
        return None
    of = None if opener else _DECISION_OF.match(reading, found.end(), stop)
    if of:
        return Marker(line, found.start(), of.end(), 2, "decider")
    numbered = _NUMBERED.match(reading, found.end(), stop)
    if numbered and _is_clause(reading, numbered.end()):
        return Marker(line, found.start(), numbered.end(), 2, "resolved")
    after = _DECISION_AFTER.match(reading, found.end(), stop)
    return Marker(line, found.start(), after.end(), 2, "decision") if after else None


def _is_clause(reading: str, at: int) -> bool:
    """Tell whether words are what is to be done: "that …", "to …", "the fees be raised"."""
    if _THAT_TO.match(reading, at):
        return True
    said = reading[at : at + 400].partition("\n")[0]
    return shall_be(said[:1].upper() + said[1:])


def _strength(
    kind: str, keyword: str, before: str, after: re.Match[str], reading: str, stop: int
) -> int:
    """Weigh a keyword by what stands before and after it; 0 for one that introduces nothing."""
    said = _LABEL.sub("", before.strip() + " ") if len(before.strip()) < 12 else before
    said = _last_sentence(said).strip(" \t*•·●▪>")
    joined = _joined(after, reading, stop)
    loud = keyword.isupper() or kind == "welsh"
    if (
        said
        and (kind == "resolved" or loud)
        and all(w in _ADVERBS for w in said.casefold().split())
    ):
        said = before = ""  # "UNANIMOUSLY RESOLVED" opens its line as RESOLVED does
    if not said:
        return _opening(kind, keyword, before, after, reading, joined)
    word = _word_before(said)
    if _is_lead(kind, said, reading, after):
        return 2
    if kind == "recommended" and not keyword.isupper():
        return 2 if _recommends(said, reading, after) else 0
    told = loud and kind == "resolved" and joined in ("that", "to")
    if word in _NEVER or _SUPPOSED.search(said[-120:]):
        return 0
    if _EARLIER.search(_CLAUSE.split(said.rstrip(" ,"))[-1] if told else said):
        return 0
    introduced = is_introduced(said, word) or (word in _PERSONS and kind in ("decided", "resolved"))
    if loud and joined == "" and kind in ("agreed", "decided", "recommended", "approved"):
        return 0  # "Members AGREED the report": the sentence itself says it
    if loud:
        return 2 if introduced or told or (kind == "resolved" and _sets_off(said, word)) else 0
    if kind == "resolved" and joined == "sign" and _behind_dash(said, keyword, after, reading):
        return 2
    if kind == "resolved" and introduced and _THAT_BELOW.match(reading, after.end()):
        return 2
    if not introduced or joined not in ("that", "to", "sign", "by"):
        return 0
    if kind == "carried" and "mendment" in said:
        return 0
    if joined == "by" and not _BY_THAT.match(reading, after.end()):
        return 0  # "agreed by everybody."
    return 2 if kind == "resolved" else 1


def _is_set_off(before: str, after: re.Match[str], reading: str) -> bool:
    """Tell whether a comma sets resolved words off: "24/0042: resolved, no comment"."""
    if after["sign"].strip() != ",":
        return False
    return any(c.isdigit() for c in before) or _is_clause(reading, after.end())


def _opening(
    kind: str, keyword: str, before: str, after: re.Match[str], reading: str, joined: str
) -> int:
    """Weigh a keyword that opens its line or sentence."""
    loud = keyword.isupper() or kind == "welsh"
    if before.strip() and not loud and kind != "resolved" and not _set_off(after, reading):
        # A point of a list that opens with a past verb is none; a sentence that does, weakly.
        said_so = kind == "agreed" and joined in ("that", "to") and _CLOSED.search(before)
        if _opens_again(kind, keyword, before, after):
            return 2
        return 1 if said_so and keyword[0].isupper() else 0
    if kind == "resolved" and joined in ("", "to", "that") and _is_set_off(before, after, reading):
        return 2
    plain = loud or keyword[0].isupper() or (kind == "resolved" and joined == "sign")
    return 2 if plain and _opens(kind, loud, joined) else 0


def _opens_again(kind: str, keyword: str, before: str, after: re.Match[str]) -> bool:
    """Tell whether a second "Agreed: …" opens a sentence of a line."""
    again = kind == "agreed" and keyword[0].isupper() and ":" in after["sign"]
    return again and len(before.strip()) > 12 and bool(_CLOSED.search(before[-12:]))


def _behind_dash(said: str, keyword: str, after: re.Match[str], reading: str) -> bool:
    """Tell whether a sign sets a keyword off: "Dormer, 3 High Street - Resolved: no objection"."""
    return keyword[0].isupper() and said[-1] in "-–—|" and reading[after.end()].isalpha()


def _set_off(after: re.Match[str], reading: str) -> bool:
    """Tell whether a sign and "to" or "that" follow: "11.1 Agreed – to take no action"."""
    sign = after["sign"].strip() in ("-", "–", "—", ":")
    return sign and reading.startswith(("to ", "that "), after.end())


def _leads(kind: str, said: str, reading: str, after: re.Match[str]) -> bool:
    if kind == "recommended" and reading[after.start() - 1].islower():
        return _recommends(said, reading, after)
    return _is_lead(kind, said, reading, after)


def _is_lead(kind: str, said: str, reading: str, after: re.Match[str]) -> bool:
    """Tell whether somebody who decides is said to, right over the points of a list."""
    word = _word_before(said)
    if (
        kind not in ("agreed", "decided")
        or is_introduced(said, word)
        or word in _NOT_BEFORE_LIST
        or _EARLIER.search(said)
        or _SUPPOSED.search(said[-120:])
    ):
        return False
    over = _OVER_LIST.match(reading, after.start())
    return bool(over and _DECIDER.match(said) and not _TELLING.search(said))


def _recommends(said: str, reading: str, after: re.Match[str]) -> bool:
    """Tell whether a body is said to recommend, right over the points of a list."""
    if _EARLIER.search(said) or _SUPPOSED.search(said[-120:]) or _TELLING.search(said):
        return False
    return bool(_RECOMMENDER.match(said) and _OVER_POINTS.match(reading, after.start()))


def _last_sentence(said: str) -> str:
    """Return the words of the sentence that a keyword stands in; none where it opens one."""
    if _CLOSED.search(said[-12:]):
        return ""
    return _SENTENCE.split(said)[-1]


def _word_before(said: str) -> str:
    rest = re.sub(r"\([^()]{0,160}\)\s{0,4}$", "", said)
    for _ in range(4):
        found = _LAST.search(rest[-60:])
        if not found:
            return ""
        if found[1].casefold() not in _ADVERBS:
            return found[1].casefold()
        rest = rest[-60:][: found.start()]
    return ""


def _sets_off(said: str, word: str) -> bool:
    """Tell whether a capital RESOLVED is set off by a sign: "Upon the vote, RESOLVED"."""
    return said[-1] in ",:;-–—)." and len(said.split()) > 1


def _joined(after: re.Match[str], reading: str, stop: int) -> str:
    """Say what joins the keyword to what follows: a sign, "that", "to", "by", "end" or ""."""
    rest = reading[after.end() : min(stop, after.end() + 12)]
    if any(sign in after["sign"] for sign in ":-–—;"):
        return "sign"
    if not rest.strip() or rest[0] == "\n":
        return "end"
    word = rest.split(maxsplit=1)[0].casefold().strip(":;,-–")
    if word == "not" and rest.startswith("not to "):
        return "to"
    return word if word in ("that", "to", "by", "t") else ("call" if rest[0] in "(1[" else "")


def _opens(kind: str, loud: bool, joined: str) -> bool:
    """Tell whether a keyword that opens its line introduces a resolution."""
    if kind in ("resolved", "welsh"):
        return loud or joined != ""
    if kind == "recommended" and not loud:
        return joined in ("sign", "that", "to", "end")
    return joined != ""
