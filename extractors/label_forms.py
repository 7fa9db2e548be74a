"""The labels of decision pages and forms, by their grammar: councils word them freely.

`data/labels.csv` holds what templates print. A form of a council's own asks the same in other
words: "Name and title of decision maker", "Is this decision eligible to be called in?", "Date
from which the decision can be implemented".

>>> meaning("name and title of decision maker"), meaning("is it eligible to be called in")
('decision_maker', 'is_subject_to_call_in')
>>> meaning("call in deadline"), meaning("the decision maker was told")
(None, None)
"""

import re

LONGEST = 75
# A word that stands in every such label.
_WORDS = frozenset(
    "decision decisions called call key date published publication effective effect force"
    " implemented implementation ref reference ward wards ward(s) wards/areas division divisions"
    " division(s) author authors author(s) title subject status taken made officer owner id"
    " number no by alw galw".split()
)
_RANK = "delegated|authorised|senior|responsible|chief|lead|executive|cabinet|council|individual"
_MAKER = rf"""
    (?: (?:name|title|post|role|position|job\ title|details)
        (?:(?:\ and\ |/|\ or\ |,\ |\ &\ )(?:job\ )?(?:name|title|post|role|position))?
        \ (?:of\ )?(?:the\ )? )?
    (?:(?:{_RANK}|officer|relevant|final)\ ){{0,2}}
    (?: decision\ (?:maker|taker|owner|making\ (?:body|officer|member|person|committee))
        (?:'s|s|\(s\))?
        (?:\ (?:name|title|post|role|details))?(?:\ and\ (?:job\ )?(?:title|post|role))?
      | (?:officer|member|councillor|director|body|person|holder)(?:s|\(s\))?
        \ (?:making|taking|who\ (?:made|took|is\ making|is\ taking)
          |responsible\ for\ (?:making|taking))
        \ (?:the\ |this\ )?decisions? )
  | decisions?\ (?:is\ |was\ |were\ |to\ be\ |has\ been\ )?(?:made|taken|approved|authorised)
    \ (?:under\ delegat(?:ed|ion)\ (?:powers?|authority)\ )?by
  | who\ (?:made|took|is\ making|is\ taking|will\ make)\ (?:the\ |this\ )?decision
  | delegated\ officer | (?:made|taken)\ by"""
_IT = r"(?:(?:it|this|the\ decision|this\ decision|the\ matter|this\ matter|decision)\ )"
_KEY = rf"""
    (?:(?:is|was|whether)\ {_IT}?(?:is\ )?)?(?:an?\ )?
    key\ (?:executive\ |cabinet\ |officer\ )?decision
    (?:\ or\ not|\ status|\ indicator|\ item)?
  | (?:is|was)\ {_IT}?(?:an?\ )?(?:executive\ )?key(?:\ or\ not)?
  | key(?:/|\ or\ |\ )non\ key(?:\ decision)?(?:\ status)?"""
_CALL = rf"""
    (?:(?:is|are|can|will|whether|does)\ )? {_IT}? (?:(?:is|be)\ )?
    (?:subject\ to|eligible\ (?:for|to\ be)|open\ (?:for|to)|available\ (?:for|to\ be)|liable\ to)
    (?:\ the)?(?:\ scrutiny)?\ call(?:ed)?\ in(?:\ (?:procedures?|process|period|by\ scrutiny))?
  | call\ in\ (?:applies|applicable|eligible|status)
  | (?:can|may)\ {_IT}?be\ called\ in | does\ (?:the\ )?call\ in\ (?:procedure\ )?apply
  | a\ yw'(?:n|r\ penderfyniad\ yn)\ (?:destun|amodol\ ar)\ (?:g?alw)\ i\ mewn"""
_SORT = r"(?:(?:officer|delegated|cabinet|executive|member|the|this|formal)\ )"
_DATE = rf"""
    (?:date\ (?:of\ )?{_SORT}{{0,2}}decisions?|{_SORT}{{0,2}}decision\ date)
    (?:\ (?:was\ |is\ )?(?:made|taken|agreed|approved))?
  | date\ (?:made|taken|decided|approved|of\ approval)
  | {_SORT}{{0,2}}decision\ (?:was\ )?(?:made|taken)\ (?:on|date)"""
_PUBLISHED = r"""
    (?:date\ )?(?:the\ |this\ )?(?:decision\ |notice\ |record\ )?(?:was\ |is\ )?published
    (?:\ on(?:\ (?:the\ )?website)?)?
  | (?:date\ of\ |decision\ |notice\ |record\ )?publication
    (?:\ of\ (?:the\ |this\ )?(?:decision|notice|record))?(?:\ date)?"""
_EFFECTIVE = r"""
    (?: (?:earliest\ )?date(?:\ (?:from|on|at)\ which)?(?:\ when)?\ (?:the\ |this\ )?(?:decision\ )?
        (?:is\ |becomes?\ |will\ be\ |will\ become\ |to\ be\ |can\ be\ |may\ be\ |will\ )?
        (?:effective|takes?\ effect|comes?\ into\ (?:force|effect|operation)|implemented)
      | (?:the\ |this\ )?(?:decision\ )?(?:is\ |becomes\ |will\ be\ |can\ be\ |may\ be\ )?
        (?:effective|takes?\ effect|comes?\ into\ (?:force|effect)|implemented)
        \ (?:from|on|after|date)
      | (?:earliest\ )?(?:date\ (?:for|of)\ (?:earliest\ )?implementation|implementation\ date)
        (?:\ of\ (?:the\ )?decision)?
    )
    (?:\ (?:from|on))?
    (?:\ \(?(?:(?:if|unless|subject\ to)\ )?(?:not\ )?call(?:ed)?\ in\)?|\ \(?not\ before\)?)?"""
_REFERENCE = r"""
    (?:(?:unique|decision|record|notice|our|officer|delegated|executive)\ ){0,3}
    (?:ref(?:erence)?\.?(?:\ (?:no|number|id|code)\.?)?|(?<=decision\ )(?:no|number|id)\.?
      |(?<=record\ )(?:no|number)\.?|(?<=notice\ )(?:no|number)\.?)"""
_WARDS = r"""
    (?:(?:electoral|council|which|affected)\ ){0,2}(?:wards?|divisions?|ward\(s\)|division\(s\))
    (?:(?:/|\ and\ |\ or\ )(?:wards?|divisions?|areas?|parishes|parish))?
    (?:\ (?:affected|involved))?"""
_AUTHOR = r"""
    (?:name\ of\ )?(?:the\ )?(?:report\ )?author(?:s|\(s\))?(?:\ of\ (?:the\ )?report)?
  | report\ (?:by|written\ by|prepared\ by|author\ and\ title)"""
_TITLE = r"""
    (?:title|subject)(?:\ (?:matter\ )?of\ (?:the\ |this\ )?(?:decision|report|matter))?
  | name\ of\ (?:the\ |this\ )?(?:decision|report|matter)
  | (?:decision|report)\ (?:title|subject|name) | subject\ matter(?:\ of\ (?:the\ )?decision)?
  | title(?:/|\ or\ |\ and\ )subject(?:\ matter)?(?:\ of\ (?:the\ )?decision)?"""
_STATUS = r"(?:current\ |decision\ )?status(?:\ of\ (?:the\ |this\ )?decision)?"
_FORMS = tuple(
    (name, re.compile(pattern, re.VERBOSE))
    for name, pattern in (
        ("decision_maker", _MAKER),
        ("is_key_decision", _KEY),
        ("is_subject_to_call_in", _CALL),
        ("decision_date", _DATE),
        ("publication_date", _PUBLISHED),
        ("effective_date", _EFFECTIVE),
        ("reference", _REFERENCE),
        ("wards", _WARDS),
        ("report_author", _AUTHOR),
        ("status_text", _STATUS),
        ("title", _TITLE),
        ("date", "date"),
    )
)


def meaning(folded: str) -> str | None:
    """Return what a label asks for, None for words that ask nothing of ours.

    Takes the words in small letters, without colon, question mark or hyphen (`labels.fold`).
    """
    if len(folded) > LONGEST or _WORDS.isdisjoint(folded.replace("/", " ").split()):
        return None
    return next((name for name, form in _FORMS if form.fullmatch(folded)), None)
