"""Pieces of the patterns that tell how far a saving has come, for results.py and intents.py."""

import re

SAID = (
    r"(?:(?:about|around|some|over|up to|nearly|almost|just|only|a further|another|roughly) ){0,2}"
)
RATE = r"\)?(?: (?:a year|per annum|p\.a\.|each year|annually|a (?:month|quarter)))?"
# Words between a sum and its own verb: a noun phrase, and no verb.
NO_VERB = (
    r"(?:(?! (?:is|are|was|were|has|have|had|will|would|could|cannot|did|does|and|but|while|which"
    r"|that|although|be|been|came|went)\b)[^.;:£]){0,90}"
)
HAVE = r"(?:has|have|had)(?: (?:already|now|also|since|so far|thereby|simply|therefore|all)){0,2}"
BE = r"(?:is|are|was|were)(?: (?:already|now|also|therefore|accordingly|to be|all)){0,2}"
FINDING = r"(?:find|make|save|identify|deliver|achieve|secure|cut|come up with)"
MONEY = (
    r"(?:the |its |their |our |his )?(?:[a-z'&A-Z-]{2,16} ){0,5}"
    r"(?:budgets?|costs?|base|spend|spending|bills?|expenditure|payroll|fees|estimates|charges?"
    r"|overheads|subsidy|rents?|establishment|cost centres?|estimates)\b"
)
# "£5 less than we are paying" is to come, "£5 lower than in the year before" has come.
_LESS = (
    rf"{RATE}(?: (?:over the term|in all|overall))? (?:less|lower|below|beneath|under|down"
    rf"|cheaper)"
    rf"(?: [a-z]{{2,10}}){{0,4}}? (?:than|on|what|the|compared with) {NO_VERB}"
)
LESS_NOW = re.compile(
    rf"{_LESS} ?(?:(?:(?:is|are) (?:now |currently |at present )?)?(?:pay(?:ing|able)|paid|charged)"
    r"(?: (?:now|at present|today))?|(?:now|presently|currently) (?:paid|charged)|pay now"
    r"|(?:existing|current|present|expiring|expired|outgoing) [a-z]{3,12})\b"
)
LESS_THEN = re.compile(
    rf"{_LESS} ?(?:(?:was|were) (?:paying|paid|charged|spent)|we (?:were|had)|the (?:year|month)"
    rf" before"
    r"|last year|(?:the )?previous year|a year (?:ago|earlier)|before|in 20[0-9]{2}|under the"
    r" old)\b"
    rf"|{RATE} compared (?:with|to) (?:20[0-9]{{2}}|last year|the (?:old|previous|year before))"
)
IS_NOW = re.compile(
    rf"\b(?:is|are|was|were|has been|have been)(?: now| already| currently)? (?:(?:down|lower)(?:"
    rf" by)? )?{SAID}$"
    r"|\b(?:down|fell|fallen|dropped) by $"
)
OFF = re.compile(rf"{RATE} (?:off|out of) ")
