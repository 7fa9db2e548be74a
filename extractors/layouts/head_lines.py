"""The lines that head a meeting's page or minutes: a body with its date, a form, a sentence.

"Harbour Board - Thursday 4 June 2020 7.30 pm", "MINUTES of a meeting of the Harbour Board held …",
"At a meeting of the Harbour Board held in …", the body over its date (MARKUP 3 and 7).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors import headers, makers
from extractors.layouts.page import Line
from extractors.layouts.places import is_place

_LONGEST_BODY = 140
_WEEKDAY = re.compile(
    r"(?<![\s,:|–-])[\s,:|–-]*+(?:\b(?:held )?on\b)?[\s,]*+"
    r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\bDydd \w{3,9}\b)?[\s,–-]*$",
    re.IGNORECASE,
)
# What sort of meeting it was.
_KINDS = (
    "extraordinary|special|annual|ordinary|virtual|remote|hybrid|joint|statutory|additional|adjourned"
    r"|reconvened|urgent|emergency|inaugural|monthly|quarterly|informal|annual\sgeneral"
    r"|site\s(?:inspection|visit)"
)
# "Audit, Standards and Governance held at": a comma inside the body's name.
_LISTED = (
    r"\s(?!held|on\s|at\s|in\s|\w{3,9}day)[a-z'&-]{2,20}(?:,?\s[a-z'&-]{2,20}){0,5},?\s(?:and|&)\s"
    r"[a-z' &-]{2,50}?(?:\sheld\b|\smeeting\b|$)"
)
# "MINUTES of a meeting of the Harbour Board held in …", "Minutes of Harbour Board"; in Scotland
# "PORTLEVEN, 3 June 2024. Minute of Meeting of the HARBOUR BOARD. Present:- …".
MINUTES = re.compile(
    rf"""(?:[A-Z][A-Za-z ]{{2,40}},\s[0-9]{{1,2}}\s[A-Za-z]{{3,9}}\s[0-9]{{4}}\.\s)?
    (?:[A-Z]{{2,6}}[(/.-]?[0-9][A-Z0-9()/.-]{{1,14}}\s)?
    (?:draft\s|public\s|open\s|unconfirmed\s)? (?:minutes?|notes|record)\s
    (?:and\sdecisions\s)? of\s (?:(?:the\s)?decisions\sof\s)?
    (?:an?\s|the\s)?
    (?: (?:proceedings\sof\s(?:an?\s|the\s)?)? (?:(?:{_KINDS})\s){{0,2}}
        (?:meeting|proceedings) \s (?:of\s)? (?:the\s)? )?
    (?P<body>(?!last|previous|preceding|the\s|held\b|on\b|at\b|in\b|an?\s|of\s
        |(?:(?:{_KINDS})\s){{0,2}} (?:meeting|proceedings)\b)[A-Z][^\n]{{2,120}}?)
    (?= \s (?:held|meeting|on\s|at\s|in\s|[0-9]{{1,2}}(?:st|nd|rd|th)?\s[a-z]{{3,9}}\s[0-9]{{4}})
      | ,(?!{_LISTED}) | :(?!\s[a-z][^\n:.]{{2,60}}?\sheld\b) | \. | $ )""",
    re.VERBOSE | re.IGNORECASE,
)
# "Minutes of the meeting held on 4 May": the body stands above.
UNNAMED = re.compile(
    r"(?:(?:draft\s|public\s|open\s|unconfirmed\s)?minutes\sof\s(?:an?\s|the\s)?"
    rf"(?:(?:{_KINDS})\s){{0,2}}|of\s(?:the|an?)\s(?=meeting\sheld\son\s[^\n]{{6,60}}[0-9]$))"
    r"(?:meeting|proceedings)\s(?:held\s)?(?:on|at|in)\s"
    r"|cofnodion\s(?:y\s|o'r\s)?cyfarfod\sa\sgynhaliwyd\s(?:ar|yn|ddydd)\s",
    re.IGNORECASE,
)
# "At a meeting of the Harbour Board held in the Customs House on Monday 4 May 2015 at 2.00 pm".
# "The Harbour Board met at the Customs House on 4 May 2015".
_AT_MEETING = re.compile(
    r"(?:at )?(?:an? |the )?"
    rf"(?:(?:{_KINDS}) )?"
    r"(?:meeting of (?:the )?(?=[^\n]{2,140} held )|(?=[^\n]{2,90} met ))"
    r"(?P<body>[A-Z][^\n.:;0-9]{2,120}?) (?:(?:was )?held|met) (?:in|at|on|via|by|remotely) "
    r"(?!.*\b(?:resolved|agreed|decided|considered|approved|noted|discussed|recommended)\b).{6,200}$",
    re.IGNORECASE,
)
# "MINUTES" alone over "MEETING OF THE COUNCIL".
WORD = re.compile(
    r"(?:draft |public |unconfirmed )?minutes?(?: and decisions)?"
    r"(?: of (?:an? |the )?meeting(?: of)?)?",
    re.IGNORECASE,
)
OF_MEETING = re.compile(
    rf"(?:(?:an?|the) )?(?:(?:{_KINDS}) )?"
    r"(?:meeting|proceedings) of (?:the )?(?P<body>[A-Z][^\n.:;0-9]{2,120}?)"
    r"(?= (?:held|on|at|in) |,|$)",
    re.IGNORECASE,
)
# "Meeting held: 12th March 2013", "Date of meeting: …" below the body's name.
_HELD = re.compile(
    r"(?:(?:draft |public )?(?:minutes?|notes?)(?::| -| –| of)? )?"
    r"(?:(?:note|record|summary) of )?(?:the )?(?:decisions (?:taken |made )?(?:at |of )?)?"
    r"(?:the |a |its )?(?:(?:date of )?meeting(?: held)?|held)(?: on| of)?\s?:?\s",
    re.IGNORECASE,
)
# "4.00pm 1 July 2021", "10.00 am, Tuesday 5 March 2019": the time stands before the date.
_TIMED = re.compile(
    r"[0-9]{1,2}(?:(?:[.:][0-9]{2})?\s?[ap]\.?m(?![a-z])\.?|[.:][0-9]{2}(?:\s?(?:hours|hrs|h)\b)?)"
    r"[,|]?(?:\son\b)?\s?",
    re.IGNORECASE,
)
# Behind "Meeting: Monday, 14 October 2024": " at 1.30 p.m. in the Octagon, Buxton".
_PLACED = re.compile(
    r",?(?: at| from)? [0-9]{1,2}(?:[.:][0-9]{2})? ?(?:[ap]\.?m\.?|noon|hours|hrs),?"
    r"(?: in| at)(?: the)? [A-Z][^\n;:]{2,120}$"
)
LETTER_OPENS = re.compile(r"Dear\b")  # a letter sent with the minutes
# "Moved from 9 May 2018, Harbour Board - Monday, 7 May 2018": another date stands before the body;
# "Budget Meeting, Council - Tuesday …": what sort of meeting it was.
_MOVED = re.compile(
    r"(?:moved|rescheduled|postponed|adjourned|reconvened|brought forward|re-?arranged|changed)"
    r"\s(?:from|to)\s[^\n,]{4,40}(?:,\s?[0-9]{4})?,\s"
    r"|(?:(?:special|extraordinary|annual|budget|additional|urgent|adjourned|reconvened|emergency"
    r"|informal|virtual|remote|private|joint)\s){0,2}(?:meeting|session),\s(?=[A-Z])",
    re.IGNORECASE,
)
# "Agenda for Harbour Board on Monday, …", "Draft minutes - Harbour Board - …": the paper first.
_PAPER_FIRST = re.compile(
    r"(?:draft |public |unconfirmed )?(?:minutes|agenda|notes"
    r"|decisions?(?: (?:notice|sheet|list|record|summary)s?)?"
    r"|(?:notice|record|list)s? of decisions?)"
    r"(?: and (?:draft )?minutes)?(?: ?[-–:] | (?:for|of) )(?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
# "COUNCIL MEETING held at the Guildhall": where it met stands behind the body.
_HELD_AT = re.compile(r",? (?:meeting,? )?(?:which was |was )?held\b", re.IGNORECASE)
# "Cabinet - for meetings after 9 May 2011, please see …": a hint behind the body.
_HINT = re.compile(
    r" [-–] (?:for meetings?|please (?:see|note)|see (?:also )?|now (?:called|known)"
    r"|meetings? (?:from|after|before|until|up to)) ?",
    re.IGNORECASE,
)
_ON_DAY = re.compile(r" [-–] (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_ONLY_MEETING = re.compile(r"(?:the |a )?(?:\w{1,20} )?meeting[\s,:]*", re.IGNORECASE)
# Words that no body's name has: a sentence of minutes that ends in a date reads like a heading.
_NO_BODY = re.compile(
    r"\b(?:minutes|RESOLVED|resolved|agreed|AGREED|was|were|is|are|be|been|has|had|that|which|this"
    r"|these|held|report(?:s|ed)?|published|received|considered|noted|approved|submitted|dated|letter"
    r"|met|deadline|issued|uploaded|downloaded|updated|apologies|date|dates|reference|attached|application|appeal|petition)\b"
    r"|^(?:To|On|At|From|Since|Until|Following|Further|Subject|There|It|As|If|When|Dear|Before|After"
    r"|Between|By|Councillors?|Cllrs?|Next|Last|Previous|Minutes?|Signed|Held|Matters|Issue)\b"
)


# "MINUTES – ORDINARY MEETING, Tuesday, …": what sort of meeting it was, and not whose.
ONLY_SORT = re.compile(
    r"(?:minutes?(?:\sof)?\s?[-–:]?\s)?(?:(?:the|an?|draft|public|open)\s)?"
    rf"(?:(?:{_KINDS}|general|regular|budget|private|public|open|full)\s){{1,3}}"
    r"(?:meeting|session)s?"
    r"(?=\s?(?:[,:–-]|\Z|\s(?:held|on|at)\b))",
    re.IGNORECASE,
)


def printed_head(lines: Sequence[Line]) -> re.Match[str] | None:
    """Return the words that head printed minutes, among the first lines."""
    for line in lines[:15]:
        found = MINUTES.match(line.words) or UNNAMED.match(line.words) or opens_minutes(line)
        if found and line.kind not in ("item_title", "label"):
            return found
    return _below_word(lines[:15])


def is_worded(lines: Sequence[Line]) -> bool:
    """Tell whether the word "Minutes" opens the page, over a body's name and its date."""
    top = lines[:15]
    if any(WORD.fullmatch(x.words) for x in top[:3]) and dated_below(top):
        return True
    if any(names_body(a) and is_dated_minutes(b) for a, b in pairwise(top[:6])):
        return True
    between = zip(top, top[1:], top[2:], strict=False)  # body, "Minute of Meeting of", day
    return any(names_body(a) and WORD.fullmatch(b.words) and is_date(c) for a, b, c in between)


def is_dated_minutes(line: Line) -> bool:
    """Tell whether a line says that minutes are of a day: "Minutes: decisions taken at the …"."""
    if not line.words[:8].casefold().startswith(("minutes:", "minutes ")):
        return False
    return _HELD.match(line.words) is not None and is_date(replace(line, opening=None))


def opens_minutes(line: Line) -> re.Match[str] | None:
    """Return the words "At a meeting of the … held in … on 4 May 2015", None without a day."""
    found = _AT_MEETING.match(line.words) if len(line.words) < 330 else None
    if found is None or not headers.find_date(line.words):
        return None
    met = line.words.startswith(" met ", found.end("body"))  # what meets is a body or no head
    return None if met and not makers.kind_of(found["body"]) else found


def _below_word(lines: Sequence[Line]) -> re.Match[str] | None:
    """Return the line "Meeting of the …" that stands below the word "Minutes"."""
    words = (at for at, x in enumerate(lines) if WORD.fullmatch(x.words) and x.opening is None)
    for at in words:
        for line in lines[at + 1 : at + 4]:
            if found := OF_MEETING.match(line.words):
                return found
    return None


# "Committee:   Harbour Board        Date:   4 June 2024": a head set in two columns.
COLUMNS = re.compile(
    r"(?:Committee|COMMITTEE|Meeting|MEETING|Body)\s?:[ \t]{1,20}"
    r"(?P<body>[A-Z][^:\n]{2,90}?)[ \t]{1,60}"
    r"(?:Date|DATE)\s?:[ \t]{1,20}(?P<date>[^:\n]{6,40})"
)
# "POLICY COMMITTEE MINUTES - 20 JANUARY 2022": the paper, behind the body's name.
_PAPER = re.compile(
    r"(?<=\w{3}) (?:[-–:] )?(?:draft |public |unconfirmed )?"
    r"(?:minutes|agenda(?: and minutes)?|decisions?|decision (?:sheet|notice|record)s?"
    r"|documents|dogfennau)$",
    re.IGNORECASE,
)


def heading_of(line: Line) -> tuple[int, int] | None:
    """Return the offsets of body end and date start in "Body - Thursday 4 June 2020 7.30 pm"."""
    if len(line.words) > 300 or line.opening is not None:
        return None
    moved = moved_from(line)
    dated = held_on(line.words, moved)
    if not dated or dated[1] < moved + 6:
        return None
    left = max(0, dated[1] - 40)
    day = _WEEKDAY.search(line.words[left : dated[1]])
    end = left + day.start() if day else dated[1]
    joint = line.words[end : dated[1]]
    is_joined = re.match(r"\s*[-–,|]|\s+on\b", joint) or (
        day and day[0].strip() and makers.kind_of(line.words[moved:end])
    )
    if LETTER_OPENS.match(line.words):
        return None
    is_heading = is_joined and line.words[moved : moved + 1].isupper() and end > moved + 2
    rest = line.words[dated[2] :]
    if rest.lstrip().startswith("|"):  # "Harbour Board | 4 June 2020 | 7 pm | Customs House"
        rest = ""
    tail = len(rest) < 60 and not re.search(r"[a-z]{3} [a-z]{3,} [a-z]", rest.replace("at ", ""))
    for behind in (_HINT, _HELD_AT, _PAPER):
        if found := behind.search(line.words[moved:end].rstrip()):
            end = moved + found.start()
    is_named = end > moved + 2 and not _NO_BODY.search(line.words, moved, end)
    is_named = is_named and not _ONLY_MEETING.fullmatch(line.words, moved, end)
    is_named = is_named and not ONLY_SORT.fullmatch(line.words, moved, end)
    is_named = is_named and not is_place(line.words[moved:end])
    return (end, dated[1]) if is_heading and tail and is_named else None


def held_on(words: str, start: int) -> tuple[str | None, int, int] | None:
    """Return the date of a heading: the first, but for one in a hint before the meeting's day."""
    day = _ON_DAY.search(words, start) if _HINT.search(words, start) else None
    return headers.find_date(words, day.start() if day else start)


def moved_from(line: Line) -> int:
    """Return where the body's name starts behind "Moved from 9 May 2018, ", 0 without that."""
    moved = _MOVED.match(line.words) or _PAPER_FIRST.match(line.words)
    return moved.end() if moved else 0


# What no body is called: "Virtual Harbour Board", "Extraordinary Council"; before a council or a
# cabinet also what a committee may be called ("Special Projects Board").
_SORT = (
    r"(?:(?:extra-?ordinary|ordinary|virtual|remote|hybrid|adjourned|reconvened|statutory|draft"
    r"|unconfirmed|unsigned) |(?:special|annual|budget|informal) "
    r"(?=(?:(?:full|town|parish|city|borough|county|district|community) )?(?:council|cabinet"
    r"|executive)\b)){0,2}"
)
# "Harbour Board Minutes", "Minutes of the Harbour Board": the paper around the body's name.
_AROUND = re.compile(
    r"(?:(?:draft |public |open |unconfirmed |approved |confirmed |signed )?"
    r"(?:minutes?(?: of)?|(?:notes|record) of)"
    r"(?: (?:an? |the )?(?:meeting|proceedings)(?: of)?)?(?: the)? ?[-–:]? )?"
    rf"(?:(?:(?:an?|the) )?(?:(?:{_KINDS}) ){{0,2}}(?:meeting|proceedings) of (?:the )?)?"
    rf"{_SORT}(?P<body>\S.*?)"
    r"(?:(?<=council|cabinet) meeting| \((?:special|extraordinary|virtual)\))?"
    r"(?: ?[-–:]? ?(?:draft |public |unconfirmed )?minutes?(?: of (?:the )?meeting)?)?",
    re.IGNORECASE,
)
# Bodies that makers does not know for committees, cabinets or councils.
_ASSEMBLIES = re.compile(
    r"\w{3} (?:authority|assembly|convention|trustees|governors|conference|consortium)$",
    re.IGNORECASE,
)
# One word that names no body by itself: the label of a form.
_ONLY_NOUN = re.compile(
    r"(?:the )?(?:sub-?)?(?:committee|board|panel|commission|forum|group|partnership|tribunal)s?",
    re.IGNORECASE,
)


def body_of(line: Line) -> Line | None:
    """Return the name of the body that is all a line says, without "Minutes" around it."""
    if line.opening is not None or len(line.words) > _LONGEST_BODY:
        return None
    found = _AROUND.fullmatch(line.words)
    words = found["body"] if found else line.words
    if re.search(r"[.;:0-9|]", words) or _ONLY_NOUN.fullmatch(words):
        return None
    if not makers.kind_of(words) and not _ASSEMBLIES.search(words):
        return None
    start = line.start + (found.start("body") if found else 0)
    return replace(line, start=start, stop=start + len(words), words=words)


def names_body(line: Line) -> bool:
    """Tell whether a line is the name of a body and nothing else."""
    return body_of(line) is not None


# "Minutes of the meeting held at the Customs House": what leads to the place.
_LEADS = re.compile(
    r"(?:minutes? of )?(?:(?:an? |the )?(?:meeting|proceedings) )?(?:was )?held (?:in|at) (?:the )?"
    r"|(?:in|at) (?:the )?",
    re.IGNORECASE,
)


def place_before(line: Line) -> tuple[int, int] | None:
    """Return where a place stands that comes before the day: "GUILDHALL, PORTLEVEN, 4 JUNE 2020".

    Offsets in the line.
    """
    dated = headers.find_date(line.words) if len(line.words) < 200 else None
    if not dated or re.search(r"[a-z]{5}", line.words[dated[2] :]):
        return None
    day = _WEEKDAY.search(line.words, max(0, dated[1] - 40), dated[1])
    end = day.start() if day else dated[1]
    leads = _LEADS.match(line.words)
    start = leads.end() if leads else 0
    place = line.words[start:end]
    return (
        (start, end) if end > start + 3 and is_place(place) and not _NO_BODY.search(place) else None
    )


def is_date(line: Line) -> bool:
    """Tell whether a line is a meeting's date, with its weekday, time and place at most."""
    if line.opening is not None or len(line.words) >= 180:
        return False
    dated = headers.find_date(line.words)
    if not dated:
        return False
    start = _HELD.match(line.words) or _TIMED.match(line.words)
    before = _WEEKDAY.sub("", line.words[start.end() if start else 0 : dated[1]])
    if before.strip():
        return False
    behind = line.words[dated[2] :]
    if _PLACED.match(behind) or is_place(behind.strip(" ,")):
        return True
    length = len(line.words) - (start.end() if start else 0)
    return length < 80 and not re.search(r"[a-z]{5}", behind)


def dated_below(lines: Sequence[Line]) -> bool:
    """Tell whether a body's name stands over a date: the head of minutes without the word."""
    if any(names_body(a) and (is_date(b) or place_before(b)) for a, b in pairwise(lines)):
        return True
    between = zip(lines, lines[1:], lines[2:], strict=False)
    return any(is_place(b.words) and names_body(a) and is_date(c) for a, b, c in between)
