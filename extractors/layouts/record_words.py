"""What forms of decision call themselves and their boxes, in councils' many wordings."""

import re

_SORT = (
    r"(?:(?:executive|officers?'?|delegated|member|(?:non[ -])?key|cabinet(?: member)?|individual"
    r"|portfolio holder|operational|urgent|administrative|leader|mayoral|director|chief officer"
    r"|significant|single member|council) )"
)
# "RECORD OF DECISION", "Proposed Record of Decision", "Officer Decision Record", "Portfolio Holder
# Decision", "Statement of Executive Decision".
FORM = re.compile(
    r"(?P<council>[A-Z][\w &',.()-]{2,60}? ?[-–—:] ?)?(?:(?:the|draft|official|formal|written) )?"
    r"(?P<a>proposed )?(?:(?:record|notice|statement) of (?:(?:a|an|the) )?(?P<b>proposed )?"
    rf"{_SORT}{{0,4}}decisions?(?: (?:taken|made|by|of)\b.{{0,60}})?"
    rf"|{_SORT}{{0,4}}decision (?:record|notice|form|sheet|pro[ -]?forma|statement|template)"
    r"(?: (?:form|sheet|notice))?"
    rf"|(?:form|pro[ -]?forma|template) for (?:the )?record(?:ing)?(?: of)? (?:an? )?{_SORT}{{0,4}}"
    r"decisions?"
    r"|(?P<report>(?:(?:officer|delegated|key) ){1,3}decision report)"
    rf"|(?=[^\n]{{0,60}}(?:member|officer|holder|delegated|leader)){_SORT}{{1,4}}decision)",
    re.IGNORECASE,
)
FIELDS = (
    ("decision_maker", r"(?:decision )?(?:to be )?(?:taken|made) by|delegated officer"
     r"|decision[ -](?:maker|taker)s?"
     r"|name of decision[ -]maker|decision by"
     r"|(?:officer|member|councillor|person|post) (?:who )?(?:making|taking|made|took)"
     r" (?:the |this )?decision"),
    ("reference", r"decision (?:no|number|ref|reference)(?: ?no)?\.?|(?:record|ref|reference) "
     r"(?:no|number)\.?|ref(?:erence)?|unique ref(?:erence)?(?: no)?\.?"),
    ("title", r"subject(?: matter)?(?: ?/ ?title of (?:the )?decision)?"
     r"|(?:title|subject)(?: of (?:the )?(?:decision|report|item)(?: ?/ ?(?:report|item))?)?"
     r"|(?:decision|report)"
     r" (?:title|subject)"
     r"|matter for decision|subject ?/ ?title|title ?/ ?subject"),
    ("wards", r"(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: or divisions?)?(?: affected)?"),
    ("contact", r"contact(?: officer| details| for (?:enquiries|(?:further|more) information))?"
     r"|officer contact|lead officer contact|enquiries(?: to)?"),
    ("report_author", r"report (?:of|from|by|author)|author(?: of (?:the )?report)?"),
    ("effective_date", r"(?:decision )?(?:comes|to come|coming) into (?:effect|force)(?: on)?"
     r"|(?:decision )?takes effect(?: on)?"),
    ("lead_officer", r"lead (?:officer|director)"),
    ("other", r"for publication|classification|directorate|department|portfolio|exempt"
     r"|authority|delegated (?:authority|power)s?|(?:constitutional|legal) authority"
     r"|relevant (?:director|officer)|type of decision|decision type|cabinet member"),
)  # fmt: skip
# What was decided: "Summary of decision", "Details of the decision taken", "What was decided?".
_DECISION = (
    r"(?:the |this |proposed |formal |actual )?(?:(?:record|summary|details?|description|nature"
    r"|text|terms|full details|brief (?:summary|description)) of )?(?:the |this |proposed )?"
    r"decision(?:s|\(s\))?(?: (?:being |to be )?(?:taken|made|agreed|recorded|details?|summary))?"
    r"(?: (?:and|with) (?:the )?reasons?(?: for (?:it|the decision))?)?"
    r"|what (?:is|was|has been) (?:the )?(?:decision|decided)(?: (?:made|taken))?"
    r"|resolutions?|(?:details of )?(?:the )?actions? (?:taken|authorised|approved|agreed)"
    r"|decisions? of (?:the )?[a-z ,&'()-]{3,80}"
)
SECTIONS = (
    ("decision", _DECISION),
    ("recommendation", r"(?:(?:the )?(?:officers?|director|report author)(?:'s|s'|')? )?"
     r"recommendations?(?: (?:of|by|from|to) (?:the )?[a-z ,&'()-]{3,80})?"),
    ("reasons", r"(?:the )?(?:reasons?(?:\(s\))?|rationale|justification|grounds) "
     r"(?:for|behind|of) (?:the |this )?(?:proposed |making (?:the |this ))?"
     r"(?:decision(?:\(s\)|s)?|recommendations?)"
     r"|reasons?(?:\(s\))?|rationale|justification|why (?:was|is) (?:the |this )decision"
     r"(?: being)?(?: made| taken)?"),
    ("alternatives", r"(?:details of )?(?:any |the )?(?:alternatives?|other|alternative options?)"
     r"(?: options?)?(?: (?:considered|rejected|and|or)){1,3}"
     r"|options? (?:considered|looked at|discounted|rejected|examined|open|put forward|available)"
     r".{0,30}"),
    ("interests", r"(?:details of )?(?:any )?(?:conflicts? of )?interests?(?: \(if any\))? declared"
     r".{0,90}|declarations? of interest.{0,40}|conflicts? of interest.{0,40}"),
    ("purpose", r"purpose(?: of (?:the )?(?:report|decision))?|issues? for decision"),
    ("background", r"background(?: information)?|reason for (?:urgency|exemption)|summary"
     r"|executive summary|introduction|context"),
    ("implications", r"finances?|costs?(?: and savings)?|risks?|performance"
     r"|(?:financial|legal|equalit(?:y|ies)|risk|other|resource)(?: and [a-z]+)?"
     r" implications?(?: of (?:the )?decision)?"),
    ("body", r"(?:cabinet )?committee (?:recommendations?|comments)\b.{0,60}"
     r"|consultations?\b.{0,40}"
     r"|next steps|timetable|(?:member|other) consultation|any dispensations?.{0,60}|supporting"
     r" (?:documents|information)"
     r"|background (?:papers|documents)|documents considered"),
)  # fmt: skip
LABELS = tuple(
    (name, role, re.compile(words, re.IGNORECASE))
    for role, entries in (("field", FIELDS), ("section", SECTIONS))
    for name, words in entries
)
