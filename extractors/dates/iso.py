"""Dates and times as councils print them, turned into ISO; None for what cannot exist.

Day before month always; two-digit years are this century's; no clock is asked. Welsh month
names and ordinals ("3ydd Hydref, 2022", "18FED GORFFENNAF 2022") are read too.
"""

import re
from calendar import monthrange
from datetime import date

_ENGLISH = (
    "january february march april may june july august september october november december"
).split()
_WELSH = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
_OTHER = {"sept": 9, "chwef": 2, "gorff": 7, "tach": 11, "rhag": 12, "febuary": 2}

MONTHS: dict[str, int] = {
    **{name: at for at, name in enumerate(_ENGLISH, 1)},
    **{name[:3]: at for at, name in enumerate(_ENGLISH, 1)},
    **{name: at for at, name in enumerate(_WELSH.split(), 1)},
    **_OTHER,
}
# Longest first, so that "sept" is not read as "sep" and a stray t.
MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
WEEKDAY = (
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    "|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)"
)
ORDINAL = "(?:st|nd|rd|th|af|il|ail|ydd|edd|fed|ed|eg|ain)"
# "31/03/2016", "18.05.2022", "24-01-2023", "7.11.23"; one kind of stroke throughout.
NUMERIC = r"[0-9]{1,2}(?P<stroke>[/.\-])[0-9]{1,2}(?P=stroke)(?:[12][0-9]{3}|[0-9]{2})"
# "31st March 2016", "17th March, 2011", "03-Dec-14", "1st day of April 2015", "18March 2019".
DAY_FIRST = (
    rf"[0-9]{{1,2}} ?{ORDINAL}?,?(?: day)?(?: of)?[ \-/]{{0,2}}(?:{MONTH})\.?,?[ \-/]{{0,2}}"
    r"(?:'?[0-9]{2}|[12][0-9]{3})"
)
# "March 31st 2019", "March 31, 2019".
MONTH_FIRST = rf"(?:{MONTH})\.? [0-9]{{1,2}} ?{ORDINAL}?,? (?:[12][0-9]{{3}})"
# "August '20", "Sept. 2014", "March, 2016".
MONTH_YEAR = rf"(?:{MONTH})\.?,? (?:'[0-9]{{2}}|[12][0-9]{{3}})"

_NUMERIC = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})")
_ISO = re.compile(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(
    rf"(?:(?:{WEEKDAY}),? )?([0-9]{{1,2}}) ?{ORDINAL}?,?(?: day)?(?: of)?[ \-/]*"
    rf"({MONTH})\.?,?[ \-/]*('?[0-9]{{2}}|[0-9]{{4}})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:(?:{WEEKDAY}),? )?({MONTH})\.? ([0-9]{{1,2}}) ?{ORDINAL}?,? ([0-9]{{4}})", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"({MONTH})\.?,? ('[0-9]{{2}}|[0-9]{{4}})", re.IGNORECASE)
# "7.30 pm", "10:00", "2pm", "10.00 a.m.", "1400 hrs", "10.00 yb" (morning), "2.00 yp", "6 yh".
_TIME = re.compile(
    r"([01]?[0-9]|2[0-4])(?:[.:]?([0-5][0-9]))?\s?"
    r"(a\.?m\.?|p\.?m\.?|noon|midnight|midday|hrs|hours|yb|yp|yh|y\.b\.|y\.p\.|y\.h\.)?",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\s+")


def _tidy(words: str) -> str:
    """Fold blanks of every sort; curly apostrophes become plain. Bounded: dates are short."""
    return _BLANKS.sub(" ", words[:60].replace("’", "'").replace("\u2011", "-")).strip(" ,.;")


def make(year: int, month: int, day: int) -> str | None:
    """Return the ISO date of its parts, None where there is no such day or the year is absurd.

    >>> make(2016, 3, 31), make(2024, 9, 31)
    ('2016-03-31', None)
    """
    if not 1800 <= year <= 2200:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year(words: str) -> int:
    digits = words.lstrip("'")
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def numeric_date(words: str) -> str | None:
    """Read a date in figures, day first; None where it is no date or cannot exist.

    >>> numeric_date("10/12/2015"), numeric_date("7.11.23"), numeric_date("2024-05-01")
    ('2015-12-10', '2023-11-07', '2024-05-01')
    >>> numeric_date("31/09/2024"), numeric_date("2015/16"), numeric_date("1.2/2019")
    (None, None, None)
    """
    said = _tidy(words)
    found = _NUMERIC.fullmatch(said)
    if found:
        return make(_year(found[4]), int(found[3]), int(found[1]))
    found = _ISO.fullmatch(said)
    return make(int(found[1]), int(found[2]), int(found[3])) if found else None


def written_date(words: str) -> str | None:
    """Read a full date with its month in letters; None where it is none or cannot exist.

    >>> written_date("Thursday, 17th March, 2011"), written_date("5 Apr 2022")
    ('2011-03-17', '2022-04-05')
    >>> written_date("March 31st 2019"), written_date("03-Dec-14")
    ('2019-03-31', '2014-12-03')
    >>> written_date("Dydd Llun, 3ydd Hydref, 2022"), written_date("18FED GORFFENNAF 2022")
    ('2022-10-03', '2022-07-18')
    >>> written_date("31st September 2024"), written_date("March 2019"), written_date("12")
    (None, None, None)
    """
    said = _tidy(words)
    found = _DAY_FIRST.fullmatch(said)
    if found:
        return make(_year(found[3]), MONTHS[found[2].lower()], int(found[1]))
    found = _MONTH_FIRST.fullmatch(said)
    return make(int(found[3]), MONTHS[found[1].lower()], int(found[2])) if found else None


def any_date(words: str) -> str | None:
    """Read a full date in figures or words; None where it is none or cannot exist.

    >>> any_date("18.05.2022"), any_date("1st April 2014"), any_date("soon")
    ('2022-05-18', '2014-04-01', None)
    """
    return numeric_date(words) or written_date(words)


def month(words: str) -> tuple[str, str] | None:
    """Return the first and last day of a month and year, None where it is none.

    >>> month("August '20"), month("February 2016"), month("5 May 2016")
    (('2020-08-01', '2020-08-31'), ('2016-02-01', '2016-02-29'), None)
    """
    found = _MONTH_YEAR.fullmatch(_tidy(words))
    if not found:
        return None
    year, at = _year(found[2]), MONTHS[found[1].lower()]
    first, last = make(year, at, 1), None
    if first:
        last = make(year, at, monthrange(year, at)[1])
    return (first, last) if first and last else None


def clock(words: str) -> str | None:
    """Read a time of day as HH:MM; None where it is none. Welsh yb, yp, yh are am, pm, evening.

    >>> clock("7.30 pm"), clock("10.00 yb"), clock("10:00 a.m."), clock("12 noon"), clock("2pm")
    ('19:30', '10:00', '10:00', '12:00', '14:00')
    >>> clock("12.15 am"), clock("14.30"), clock("1400 hrs"), clock("6.30yh"), clock("25.00")
    ('00:15', '14:30', '14:00', '18:30', None)
    >>> clock("7"), clock("2016"), clock("13.00 am"), clock("midday")
    (None, None, None, '12:00')
    """
    said = _tidy(words).lower()
    if said in ("noon", "midday", "midnight"):
        return "00:00" if said == "midnight" else "12:00"
    found = _TIME.fullmatch(said) or _TIME.fullmatch(said + ".")
    if not found or not (found[3] or (found[2] and not said.isdigit())):
        return None
    hour, half = int(found[1]), (found[3] or "").replace(".", "")
    hour = _hour(hour, half)
    return f"{hour:02d}:{found[2] or '00'}" if 0 <= hour < 24 else None


def _hour(hour: int, half: str) -> int:
    """Return the hour of 24 for an hour and its half of the day; 99 where they clash."""
    if half in ("am", "yb", "midnight"):
        return 99 if hour > 12 else hour % 12
    if half in ("pm", "yp", "yh"):
        return hour if hour > 12 else hour % 12 + 12
    return hour
