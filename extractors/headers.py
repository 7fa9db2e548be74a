"""Values of template fields: statuses, flags, dates, meetings.

Dates are `dd/mm/yyyy` in every template field (FIELD_GUIDE 4); headings print them in words.
"""

import re

from extractors.data import table
from extractors.dates import iso

_BLANKS = re.compile(r"\s+")
# 05/03/2021, 5.3.21, 2021-03-05 / 17th March, 2011, 03-Dec-14 / March 31st 2019
_DATE = re.compile(
    rf"(?<![0-9/.-])(?:[0-9]{{1,2}}([/.-])[0-9]{{1,2}}\1(?:[12][0-9]{{3}}|[0-9]{{2}})"
    rf"|[12][0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}}(?!-)|{iso.DAY_FIRST})(?![0-9/]|[:.][0-9]{{2}}\b)|\b(?:{iso.MONTH_FIRST})(?![0-9])",
    re.IGNORECASE,
)
# 10.00 a.m., 7:30 pm, 10.00 yb, 14:00, 7pm
_TIME = re.compile(
    r"""(?<![0-9.:/]) [0-9]{1,2} (?: [.:][0-9]{2} )?
    (?: (?<=[0-9]:[0-9][0-9]) (?![0-9:.] | \s?[ap]\.?m | \s?y[bp])
      | \s? (?: a\.?m\b\.? | p\.?m\b\.? | yb\b | yp\b | y\.b\. | y\.p\. | noon\b ) )""",
    re.VERBOSE | re.IGNORECASE,
)
# "7.00 - " before "8.15 pm".
_BEGUN = re.compile(r"(?<![0-9.:/])([0-9]{1,2}(?:[.:][0-9]{2})?)\s?(?:-|–|to)\s?\Z")
_PAREN = re.compile(r"[()\[\].,;:]+")
_YES = re.compile(r"(?:yes|ydw|ydy|ydi|yw|oes|ie|true|y)\b", re.IGNORECASE)
_NO = re.compile(
    r"(?:no|nac ydy|nac ydw|nac ydi|nac oes|nage|na|false|n)\b(?!\s*[/.]?\s*a\b)", re.I
)
_MEETING = re.compile(r"(?<!\s)(?:\s*+[-–—]\s++|\s++[-–—]\s*+)")


def fold(words: str) -> str:
    """Return words with every run of blanks as one space."""
    return _BLANKS.sub(" ", words).strip()


def flag(words: str) -> int | None:
    """Return 1 or 0 for Yes or No in English or Welsh, None for anything else.

    >>> flag("Yes"), flag("Nac ydy"), flag("No - urgent"), flag("N/A"), flag("Not stated")
    (1, 0, 0, None, None)
    """
    plain = fold(words)
    if _YES.match(plain):
        return 1
    return 0 if _NO.match(plain) else None


def key_type(words: str) -> int | None:
    """Return 1 or 0 for the decision type of an issue page.

    >>> key_type("Key"), key_type("Non-key - Low"), key_type("Budget framework")
    (1, 0, None)
    """
    plain = fold(words).casefold()
    if re.match(r"(?:non|not)\b[\s-]*(?:a )?key|nid yw'n allweddol|di-allweddol", plain):
        return 0
    return 1 if re.match(r"(?:key|allweddol)\b", plain) else None


def status(words: str) -> str:
    """Return the normalised status; "other" for one our list lacks.

    >>> status("Recommendations Approved (subject to call-in)"), status("Under Way")
    ('approved_subject_to_call_in', 'other')
    """
    plain = fold(_PAREN.sub(" ", words)).casefold().replace("’", "'")
    return next((row["status"] for row in table("statuses.csv") if row["text"] == plain), "other")


def is_known_status(words: str) -> bool:
    """Tell whether a status is in our list."""
    plain = fold(_PAREN.sub(" ", words)).casefold().replace("’", "'")
    return any(row["text"] == plain for row in table("statuses.csv"))


def find_date(words: str, start: int = 0) -> tuple[str | None, int, int] | None:
    """Return (ISO date or None for an impossible one, start, stop) of the first date in words.

    >>> find_date("decided 31/09/2024")
    (None, 8, 18)
    >>> find_date("Thursday, 17th March, 2011 7.00 pm")[0], find_date("March 31st 2019")[0]
    ('2011-03-17', '2019-03-31')
    >>> find_date("item 12/3") is None
    True
    """
    found = _DATE.search(words, start)
    return (iso.any_date(found[0]), found.start(), found.end()) if found else None


def find_time(words: str, start: int = 0) -> tuple[str, int, int] | None:
    """Return (HH:MM, start, stop) of the first time of day in words.

    >>> find_time("at 10.00 a.m.")[0], find_time("7:30 pm")[0], find_time("2.30 yp")[0]
    ('10:00', '19:30', '14:30')
    >>> find_time("item 7") is None
    True
    >>> find_time("7.00 - 8.15 pm")[0], find_time("11.30 to 1.15 pm")[0]
    ('19:00', '11:30')
    """
    for found in _TIME.finditer(words, start):
        said = iso.clock(found[0])
        if said:
            begun = _BEGUN.search(words, max(start, found.start() - 14), found.start())
            if begun:
                return _earlier(begun[1], found[0], said), begun.start(1), begun.end(1)
            return said, found.start(), found.start() + len(found[0].rstrip())
    return None


def _earlier(begun: str, ended: str, said: str) -> str:
    """Return when something began that has its half of the day from its end: "7.00 - 8.15 pm"."""
    half = "pm" if "p" in ended.casefold() else "am"
    first = iso.clock(f"{begun} {half}") or said
    return first if first <= said else iso.clock(f"{begun} am") or said


def split_meeting(words: str) -> tuple[int, int, int] | None:
    """Return the stop of the date and the span of the body in "dd/mm/yyyy - Body", else None.

    The first dash splits: bodies hold dashes themselves.

    >>> words = "05/02/2019 - Audit - Shared Services Committee"
    >>> at, start, stop = split_meeting(words)
    >>> words[:at], words[start:stop]
    ('05/02/2019', 'Audit - Shared Services Committee')
    """
    dated = find_date(words)
    if not dated or words[: dated[1]].strip():
        return None
    dash = _MEETING.match(words, dated[2])
    if not dash:
        return None
    stop = len(words.rstrip())
    return (dated[2], dash.end(), stop) if stop > dash.end() else None


# "5 Apr 2022 by Chief Executive", "Not before 29th Sep 2014 by Cabinet", "March 2015 by Leader".
_BY = re.compile(r"(?<!\s)\s++(?:by|gan)\s++(?=\S)", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"(?:not before|from|after|no earlier than|dim cyn)\b", re.IGNORECASE)
_MONTH = re.compile(iso.MONTH_YEAR, re.IGNORECASE)


def due(words: str) -> tuple[str | None, str | None, int, int | None]:
    """Return (first day, last day, end of the date, start of the maker) of a "Decision due" value.

    >>> due("Between 1 Aug 2024 and 31 Aug 2024 by Leader")[:2]
    ('2024-08-01', '2024-08-31')
    >>> due("Not before 29th Sep 2014 by Cabinet")
    ('2014-09-29', None, 24, 28)
    >>> due("March 2015 by Leader")[:2], due("to be confirmed")[:2]
    (('2015-03-01', '2015-03-31'), (None, None))
    """
    first = find_date(words)
    if first is None:
        found = _MONTH.search(words)
        month = iso.month(found[0]) if found else None
        end = found.end() if found and month else 0
        return (*(month or (None, None)), end, _maker(words, end))
    second = find_date(words, first[2])
    end = second[2] if second else first[2]
    last = second[0] if second else None if _NOT_BEFORE.match(words.lstrip()) else first[0]
    return first[0], last, end, _maker(words, end)


def _maker(words: str, at: int) -> int | None:
    found = _BY.match(words, at)
    return found.end() if found else None
