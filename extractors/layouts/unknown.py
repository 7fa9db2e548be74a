"""What no other layout knows: kept whole as body text, or told to be no council page at all."""

import re

from extractors.cut import Cut
from extractors.layouts.page import Page
from schemas.document import Document, Notice, Section

NAME = "unknown"
_SHORT = 3_000  # a login, error or cookie page says little
# Titles and first words of pages that stand in for the one that was asked for.
_FOREIGN = re.compile(
    r"""(?: \b(?:log|sign)[\s-]?in\b .{0,80} \b(?:password|account|username|continue)\b
      | \b(?:username|email\saddress|user\sname) .{0,60} \bpassword\b
      | \b(?:error|http|status)\s{0,2}:?\s?[45][0-9]{2}\b | \b[45][0-9]{2}\s{0,2}[-–:]?\s?
          (?:error|not\sfound|forbidden|unauthorized|bad\s(?:gateway|request)|service\sunavailable)
      | \bpage\s(?:cannot|can't|could\snot|was\snot|not)\s(?:be\s)?found
      | \b(?:access|permission)\s(?:is\s)?denied | \bforbidden\b .{0,40}\bpermission
      | \b(?:server\serror\sin|runtime\serror|internal\sserver\serror|service\sunavailable)\b
      | \bthe\sresource\scannot\sbe\sfound | \bobject\smoved\b | \bgateway\stime-?out
      | \bchecking\s(?:your|if\sthe\ssite) | \bverify(?:ing)?\s(?:that\s)?you\sare\s(?:a\s)?human
      | \benable\s(?:javascript|cookies)\b .{0,60}\b(?:continue|browser|proceed)
      | \bjust\sa\smoment\b | \battention\srequired\b | \bsomething\swent\swrong\b
      | \bsession\shas\s(?:expired|timed\sout) | \bunder\smaintenance\b
      | \ban\s(?:unexpected\s)?error\s(?:has\s)?occurred
      | \bsorry,\s.{0,40}\b(?:error|page|request)\b )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:accept|reject|allow|manage|essential|necessary|analytics|preferences)\b.{0,60}\bcookies?\b",
    re.IGNORECASE,
)
# Words that a council's own business is written in.
_BUSINESS = re.compile(
    r"\b(?:resolved|agenda|minutes of|decision maker|committee|cabinet|councillors?|report of)\b",
    re.IGNORECASE,
)


def claims(page: Page, _least: float = 0.0) -> float:
    """Return the weakest claim there is: every page is at least this."""
    return 0.1


def cut(page: Page) -> Cut:
    """Keep the page as one body section; a login, error or cookie page gets a refusing notice."""
    document = page.document
    words = document.reading.strip()
    notices: tuple[Notice, ...] = ()
    if reason := foreign(document):
        notices = (Notice("not_a_council_page", reason),)
    sections = (Section("body", 0, len(document.text)),) if words and not notices else ()
    return Cut(kind=NAME, layout=NAME, sections=sections, notices=notices)


def foreign(document: Document) -> str | None:
    """Return why a page is a login, error or cookie page, None where it is not."""
    words = " ".join(document.reading[: _SHORT * 2].split())
    if len(words) > _SHORT or len(_BUSINESS.findall(words)) > 2:
        return None
    for said in (document.title or "", words[:800]):
        if found := _FOREIGN.search(said):
            return f"reads as a login or error page: {' '.join(found[0].split())[:80]}"
    if len(_COOKIES.findall(words)) >= 3 and _CONSENT.search(words) and not _BUSINESS.search(words):
        return "reads as a cookie notice"
    return None
