"""What one of something costs: an indicator in pounds, where a sum of money is none.

>>> is_of_one("cost £2.85 per head as against a target of £3"), is_of_one("£2m against £3m saved")
(True, False)
"""

import re

_ONE = (
    r"(?:head|household|dwelling|home|property|tonne|unit|visit|visitor|resident|user|call|claim"
    r"|transaction|bin|collection|person|pupil|mile|km|kilometre|passenger|journey|meal|invoice"
    r"|case|application|repair|tenancy|day|night|hour|week)"
)
_COST = re.compile(
    rf"£[0-9][0-9.,]{{0,8}}[ ](?:per|a|an|for[ ](?:each|every))[ ](?:[a-z]{{3,12}}[ ])?{_ONE}\b"
    rf"|\b(?:cost|price|spend|charge)s?[ ][^.;:\n]{{0,50}}?\b(?:per|for[ ](?:each|every))[ ]"
    rf"(?:[a-z]{{3,12}}[ ])?{_ONE}\b"
    rf"|\b(?:each|every)[ ](?:[a-z]{{3,12}}[ ])?{_ONE}[ ](?:now[ ])?costs?\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:savings?|income|budget\w*|fees?|grants?|rents?|charg(?:es|ing))\b", re.IGNORECASE
)


def is_of_one(said: str) -> bool:
    """Tell whether words speak of the cost of one of something, and of no sum of money."""
    return "£" in said and _MONEY.search(said) is None and _COST.search(said) is not None
