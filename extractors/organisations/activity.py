"""What a firm does for the council, told after its name: "X has run the depots since 2019".

Patterns start at the name's end. A verb of work makes a supplier where the clause says since when,
for the council, or under what contract; the plain verb with a service for its object is a weaker
tie, which the caller checks against the paragraph.
"""

import re

from extractors.organisations.ties import SUPPLIER, Beside, Tie
from extractors.organisations.words import GRANTS, HARD, LEASES, has, word_set

# Helping words between the name and its verb.
_HELP = (
    r"(?:(?:has|have|had|is|was|be|been|being|will|would|should|could|to|currently|"
    r"presently|already|"
    r"also|now|then|since|still|itself|successfully|previously|formerly|long|had[ ]been|"
    r"began|begun|"
    r"begin|begins|started|continue|continues|continued|"
    r"go|on|carr(?:y|ies|ied)[ ]on[ ]with|went[ ]on[ ]with|kept[ ]on)[ ]){0,5}+"
)
_VERB = (
    r"(?:provid(?:e[sd]?|ing)|deliver(?:s|ed|ing)?|operat(?:e[sd]?|ing)|runs?|ran|running|"
    r"manag(?:e[sd]?|ing)|maintain(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|install(?:s|ed|ing)?|"
    r"collect(?:s|ed|ing)?|carr(?:y|ies|ied|ying)|undert(?:akes?|ook|aken|aking)|"
    r"buil(?:ds?|t|ding)|"
    r"clean(?:s|ed|ing)?|empt(?:y|ies|ied|ying)|sweeps?|swept|sweeping|cuts?|cutting|"
    r"mow(?:s|ed|ing)?|"
    r"servic(?:e[sd]?|ing)|repair(?:s|ed|ing)?|host(?:s|ed|ing)?|staff(?:s|ed|ing)?|"
    r"print(?:s|ed|ing)?|lights?|lit|lighting|resurfac(?:e[sd]?|ing)|dress(?:e[sd]|ing)?|"
    r"lays?|laid|"
    r"fit(?:s|ted|ting)?|grit(?:s|ted|ting)?|treat(?:s|ed|ing)?|cater(?:s|ed|ing)?|"
    r"look(?:s|ed|ing)?|"
    r"car(?:es|ed|ing)|design(?:s|ed|ing)?|inspect(?:s|ed|ing)?|test(?:s|ed|ing)?|"
    r"handl(?:e[sd]?|ing)|"
    r"process(?:e[sd]|ing)?|answer(?:s|ed|ing)?|does|did|do|done|doing|holds?|held|"
    r"holding|giv(?:e|es|ing)|"
    r"given|gave|transport(?:s|ed|ing)?|mov(?:e[sd]?|ing)|recycl(?:e[sd]?|ing)|"
    r"dispos(?:e[sd]?|ing)|"
    r"replac(?:e[sd]?|ing)|perform(?:s|ed|ing)?|complet(?:e[sd]?|ing)|plant(?:s|ed|ing)?|"
    r"patrol(?:s|led|ling)?|enforc(?:e[sd]?|ing)|advis(?:e[sd]?|ing)|audit(?:s|ed|ing)?|"
    r"wash(?:e[sd]|ing)?|paint(?:s|ed|ing)?|cook(?:s|ed|ing)?|guard(?:s|ed|ing)?|dredg(?:e[sd]?"
    r"|ing)|"
    r"remov(?:e[sd]?|ing)|clear(?:s|ed|ing)?|erect(?:s|ed|ing)?|demolish(?:e[sd]|ing)?|"
    r"tow(?:s|ed|ing)?|keeps?|kept|stor(?:e[sd]?|ing)|finish(?:e[sd]|ing)?|fill(?:s|ed|ing)?|"
    r"take[sn]?[ ]down|took[ ]down|serv(?:e[sd]?|ing)|sort(?:s|ed|ing)?|visit(?:s|ed|ing)?|"
    r"driv(?:es?|en|ing)|drove)"
)
_ACT = re.compile(
    rf"""(?:[ ]?\([^()\n]{{1,60}}\))?(?P<which>,?[ ](?:which|who|that)|[ ]\((?:which|that))?,?[ ]
    {_HELP}(?:(?P<work>{_VERB}|(?<=with[ ])the)|(?<=been[ ])\w{{3,14}}ing
      |(?<=h(?:as|ad)[ ])\w{{3,14}}ed|(?<=have[ ])\w{{3,14}}ed)\b
    (?P<rest>(?:[^.;\n]|\.(?=[0-9])){{0,140}}+)""",
    re.VERBOSE,
)
_SINCE = re.compile(
    r"\bsince (?:\w+ ){0,3}?(?:(?:19|20)[0-9]{2}|last|then|it began|the start)\b"
    r"|\bfor (?:(?:the|some|over|more than|nearly|almost) ){0,3}?(?:(?:last|past) )?"
    r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|many|several) "
    r"(?:years|seasons|winters|summers)\b"
    r"|\b(?:began|started) (?:\w+ ){0,8}?in (?:\w+ )?(?:19|20)[0-9]{2}\b|\blast (?:year|"
    r"season|winter)\b"
)
_FOR_COUNCIL = re.compile(
    r"""\b(?:for|on[ ]behalf[ ]of)[ ](?:the[ ])?(?:[A-Z]?[\w-]+[ ]){0,2}?
      (?:[Cc]ouncil|[Aa]uthority|(?:London|Royal)[ ]Borough)\b
    |\bfor[ ]the[ ](?:Borough|County|District)\b(?!')
    |\b(?:on[ ](?:the[ ]Council's|our|its|their)[ ]behalf|for[ ]us\b
      |under[ ](?:the|its|a|an|this|that|their)[ ](?:[\w'-]+[ ]){0,5}?
       (?:contract|agreement|framework|concession|arrangement|Contract|Agreement|PFI
         |Private[ ]Finance[ ]Initiative)\b
      |under[ ]contract\b|under[ ]a[ ]Private[ ]Finance)""",
    re.VERBOSE,
)
# The council's own thing is what the firm works on: "cleans the Council's offices".
_COUNCILS = re.compile(
    r"\A (?:it|them)\b|\A (?:all |both |each |most |some |out )?(?:of )?(?:the |its )?(?:\w+ )?"
    r"(?:[Cc]ouncil|[Aa]uthority|[Bb]orough|[Cc]ounty|[Cc]ity|[Dd]istrict|[Tt]own)'s\b"
    r"|\A (?:school )?(?:pupils|children|passengers|residents|commuters) (?:to|between|from)\b"
)
_OF_COUNCIL = re.compile(
    r" (?:all |both |each |most |some |out )?(?:of )?(?:the |its )?(?:\w+ )?"
    r"(?:[Cc]ouncil|[Aa]uthority|[Bb]orough|[Cc]ounty|[Dd]istrict)'s (?!own\b)"
    r"| (?:all |most |some )?(?:of )?our (?!own\b|\w+'s\b)(?:\w+ )?"
    r"(?:bins?|cans|glass|waste|recycling|roads|streets|parks|schools|offices|libraries|vehicles"
    r"|pupils|homes|lights|calls|meals|trees|grass|sites|depots?)\b"
    r"| (?:school )?(?:pupils|children) (?:to|between|from|with)\b"
)
_SERVICE = re.compile(
    r"""\A[ ](?:out[ ]|after[ ]|for[ ]|up[ ]|to[ ])?(?:the|this|that|these|all|both|our|its|each
      |one|most|two|three|four|five|six|seven|several|some|many|[0-9][0-9,]{0,6})[ ]
      (?:[\w'/-]+[ ]){0,5}?
    (?:services?|contracts?|works?|collections?|centres?|routes?|cleaning|catering|maintenance
      |repairs?|system|scheme|desk|helpline|meals|gullies|waste|refuse|recycling|streets?|roads?
      |parks?|depots?|library|libraries|pools?|lifts?|vehicles?|transport|buses|schools?|homes?
      |lighting|lights|meters|machines|cameras|software|platform|website|training|surveys?|audits?
      |payroll|telephones?|network|equipment|gritting|grass|playgrounds?|toilets|offices|kitchens?
      |terms?|seasons?|inspections?|programme|facility|facilities|plants?|sites?|tips?|patrols?|metres|gritters)\b""",
    re.VERBOSE,
)
# So many of them: "had fitted 212 boilers", "did 91 per cent of repairs".
_MANY = re.compile(
    r"\A (?:out )?(?:(?:only|just|over|about|around|nearly|almost|some|all|most) ){0,2}"
    r"(?:of (?:the )?)?(?:[0-9][0-9,]{0,7}(?:\.[0-9]+)?(?:%| per cent)?|[a-z]{3,6}teen"
    r"|[a-z]{3,5}ty(?:-[a-z]{3,5})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?!years?\b|days?\b|hours?\b|weeks?\b|months?\b|people\b|votes?\b"
    r"|members?\b|staff\b|per\b|(?:new |affordable |more )?(?:homes|houses|flats|dwellings|jobs"
    r"|pupils|places|units|shares|plots|apartments|residents|volunteers|beds?)\b)(?:of )?[a-z]"
)
_BEST = r"(?:highest|top|best|first|most[ ]economically[ ]advantageous)"
_BID = r"(?:tender|bid|submission|offer|quotation|quote|proposal|price|score)"
# The name won: by its score, its bid, or outright.
_WON = re.compile(
    rf"""(?:[ ]?\([^()\n]{{1,60}}\))?(?:
      [ ,]{{1,2}}(?:which[ ]|who[ ]|that[ ])?(?:(?:had|has|have)[ ])?
        (?:won|secured|regained|retained|gained|clinched)[ ]
        (?:the|this|that|a|an|both|all|Lots?|lots?)\b
        [^.;\n]{{0,60}}?\b(?:contracts?|tenders?|works?|[Ll]ots?|commission|job
          |framework|bid|routes?|service)\b
      |[ ](?:had[ ]|has[ ]|have[ ])?(?:(?:scored|ranked|came|finished)
          |(?:was|were|been|being|is)[ ](?:ranked|placed|scored))
        [ ](?:the[ ])?(?:overall[ ])?(?:highest|first|top|best)\b
      |[ ](?:had[ ]|has[ ])?(?:obtained|achieved|received|gained|attained)[ ]the[ ]
        (?:highest|best|top)[ ](?:\w+[ ]){{0,3}}?(?:score|mark|ranking)s?\b
      |[ ](?:had[ ]|has[ ])?(?:offered|offers|represented|represents|gave)[ ](?:the[ ])?
        (?:best[ ](?:overall[ ])?value
          |(?:strongest|best|most[ ]\w+)[ ](?:\w+[ ]){{0,2}}?(?:proposal|bid|tender|price|offer
            |solution|package|submission|quotation|method))\b
      |[ ](?:had[ ]|has[ ]|have[ ])?(?:submitted|put[ ]in|made|offered|returned)[ ]the[ ]
        (?:highest|best|top|winning|successful|most[ ]economically[ ]advantageous)
      |(?:'s|,[ ]whose)[ ](?:\w+[ ]){{0,2}}?{_BID}[ ](?:of[ ]£[0-9.,]{{1,14}}[mk]?[ ])?
        (?:(?:had|has)[ ]been|was|is|were|scored|achieved|came|ranked|be)[ ]
        (?:(?:judged|found|evaluated|considered|deemed|thought|assessed|ranked)[ ]
          (?:to[ ]be[ ]|as[ ])?)?
        (?:the[ ])?(?:overall[ ])?(?:{_BEST}|successful|winning|preferred|accepted|selected
          |recommended)\b
      |[ ](?:was|were|be|is|are|been)[ ](?:the[ ])?(?:winners?|highest[ -]scor\w+|top[ -]scor\w+
          |first[ -]ranked)\b
    )""",
    re.VERBOSE,
)
_TOLD = re.compile(
    r"""(?:[ ]?\([^()\n]{1,60}\))?(?:
      # has had the work since 2016
      ,?[ ](?:has|have|had)[ ](?:long[ ])?(?:had|held)[ ](?:the|this)[ ]
        (?:\w+[ ])?(?:work|contract|job|round|service|business|commission|order)\b
      # be awarded the supply of ovens, Lot 2, a four-year contract
      |,?[ ](?:(?:has|have|had|should|will|would)[ ])?(?:was|were|is|are|be|been|being)[ ]
        awarded[ ](?:the|a|an|this|that|both|all)?[ ]?[^.;\n]{0,50}?
        \b(?:supply|provision|delivery|order|[Ll]ots?[ ][0-9A-Z]|services?|agreement|concession
          |framework|job|appointment|routes?|contracts?|works?|tender|collection|cleaning
          |maintenance|running|management|operation|printing|repair|lease[ ]of)\b
      # continue to run the pools, staying on for the season, remain in place
      |,?[ ](?:which[ ])?(?:(?:to|will|would|should|shall|could|may|be|is|was|that)[ ]){0,2}
        (?:staying[ ]on|stays?[ ]on
        |kept[ ]on(?![ ](?:th(?:is|ese|at|ose)|all|how|what|every|top|track)\b)
        |retained|remains?[ ]in[ ]place|remain[ ]as
          |(?:re-?)?engaged[ ](?:to|for|as)|used[ ](?:to|for|until|by[ ]the[ ]Council)
          |re-?appointed|hired)\b
      # was instructed to carry out the repairs
      |,?[ ](?:(?:has|have|had|will|would|should)[ ])?(?:be|is|was|were|been)[ ](?:re-?)?
        (?:instructed|commissioned|contracted|hired|engaged|employed|retained|paid|brought[ ]in
          |called[ ]in|lined[ ]up|taken[ ]on)[ ](?:by[ ]the[ ]Council[ ])?to[ ]
        (?!the\b|be\b|speak|sit|represent|attend|chair|join|serve|judge|perform|open|play)[a-z]{3,12}\b
      # , which gave notice on the contract; handed the contract back
      |,?[ ](?:which[ ])?(?:(?:had|has|have)[ ])?
        (?:gave|given|served|handed|terminated|ended|exited)\b[^.;\n]{0,40}?\bcontract\b
      |,?[ ]whose[ ](?:invoices?|accounts?|bills?|fees?|charges?)[ ](?:\w+[ £0-9.,]{1,14}){0,4}?
        (?:met|paid|settled|came|were|was|had)\b
      # , which we used until 2019; whom the Council employed last year
      |,?[ ](?:which|whom|that)[ ](?:we|the[ ](?:\w+[ ])?[Cc]ouncil)[ ](?:(?:had|has|have)[ ])?
        (?:also[ ]|already[ ]|last[ ]|previously[ ])?(?:used|uses?|hired?|hires|employ(?:s|ed)?
          |engage[sd]?|appointed|commissioned|contracted)\b
      # , whose four years ended in March
      |,?[ ]whose[ ](?:\w+[ ]){0,2}?(?:years?|terms?|appointment)[ ](?:\w+[ ]){0,2}?
        (?:end|expire|r[au]n|lapse|finish|came)\w*
      |,?[ ]whose[ ](?:staff|employees|workforce|crews)[ ](?:\w+[ ]){0,3}?(?:transfer|TUPE)
    )""",
    re.VERBOSE,
)
_PAID = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?,? (?:which )?(?:(?:had|has|have|will|would) )?(?:was|is|"
    r"were|be|been) "
    r"paid (?:a (?:fixed )?fee|an? (?:annual|yearly|monthly) \w+|the sum|(?:\w+ ){0,2}£)"
)
_NOT_PAID = word_set("grant grants compensation donation rent relief subsidy refund damages debt")


# The lowest price wins where the sentence goes on to the order.
_LOWEST = re.compile(
    rf"(?:'s|, whose) (?:\w+ ){{0,2}}?{_BID}(?: of £[0-9.,]{{1,14}}[mk]?)? (?:was|being|were) the "
    r"(?:lower|lowest|cheaper|cheapest)\b[^.;\n]{0,80}?"
    r"\b(?:order|accept|award|appoint|recommend|engage|instruct|chosen|selected)"
)


def won(beside: Beside) -> Tie | None:
    """Return supplier where the words after the name say that it won or was engaged."""
    if "lowe" in beside.right and _LOWEST.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.won")
    if _WON.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.won")
    return Tie(SUPPLIER, True, "organisations.engaged") if _TOLD.match(beside.right) else None


def active(beside: Beside, words: list[str]) -> Tie | None:
    """Return the tie of a firm that does work: strong for the council, weak for a service."""
    if _PAID.match(beside.right) and not has(words, _NOT_PAID):
        return Tie(SUPPLIER, True, "organisations.paid")
    act = _ACT.match(beside.right)
    if "contract" in beside.right and _OWN_CONTRACT.match(beside.right):
        return Tie(SUPPLIER, True, "organisations.active")
    bound = "contract" in beside.right and _UNDER.match(beside.right)
    if bound and not has(words[-12:], LEASES):
        return Tie(SUPPLIER, True, "organisations.active")
    if not act or (act["which"] or "").endswith("who"):
        return None
    rest = act["rest"]
    if rest.startswith(" by ") and _PASSIVE.match(beside.right):
        return None  # "CareTrack, is supplied by Esk Digital": what is supplied
    if has(words[-10:], LEASES) or _OWN.search(rest) or _GIVES.match(rest):
        return None
    many = _MANY.match(rest) and not (has(words, GRANTS) or _FUNDED.search(rest))
    served = _SERVICE.match(rest) or _COUNCILS.match(rest) or many
    under = has(words[-4:], HARD) or ("under" in words[-8:] and has(words[-8:], HARD))
    told = (
        _FOR_FEE.search(rest)
        or _OF_COUNCIL.match(rest)
        or _FOR_COUNCIL.search(rest)
        or under
        or has(words[-2:], _WHICH)
    )
    if not told and (act["work"] or "").startswith("buil") and _HOMES.match(rest):
        return None  # a developer's own
    since = _SINCE.search(rest) or (_BEGAN.search(act.group()) and _YEAR.search(rest))
    worked = act["work"] and beside.kind in ("trade", "firm")
    priced = _PRICE.search(rest) and (served or worked)
    if told or (served and since) or (priced and not _PAID_BY_USERS.search(rest)):
        return Tie(SUPPLIER, True, "organisations.active")
    if since and beside.kind in ("trade", "firm", "supplier") and _NAMED_HOUSES.match(rest):
        return Tie(SUPPLIER, True, "organisations.serves")
    if not served or not act["work"]:
        return None
    if beside.kind in ("trade", "firm") and _ENDED.search(act.group()):
        return Tie(SUPPLIER, True, "organisations.does")
    return Tie(SUPPLIER, True, "organisations.does" if act["which"] else "organisations.serves")


# Its own contract: "X would hand the baths back when its contract ended", "X's contract".
_OWN_CONTRACT = re.compile(
    r"'s (?:\w+ ){0,2}?contract\b|,? (?![^.;\n]{0,100}?\b(?:employ|lease|tenan))[^.;\n]{2,110}?"
    r"(?:\bits (?:\w+ ){0,2}?contracts?\b(?! with)"
    r"|\b(?:administration|liquidation|receivership|ceased trading|insolven\w+)\b[^.;\n]{0,60}?"
    r"\bcontracts?\b)"
)
# What it has run by name: "has run Woodside and Central since 2008".
_NAMED_HOUSES = re.compile(r" [A-Z][\w'-]+(?:,? (?:and )?[A-Z][\w'-]+){0,5} (?:since|for)\b")
_PASSIVE = re.compile(
    r"[^.;\n]{0,80}?\b(?:is|are|was|were|be|been|being) (?:\w+ )?\w+(?:ed|n|t) by "
)
_WHICH = word_set("which whom whereby")
_BEGAN = re.compile(r"\b(?:began|begun|started)\b")
_YEAR = re.compile(r"\b(?:in|from|on) (?:[0-9]{1,2} )?(?:\w+ )?(?:19|20)[0-9]{2}\b")
_PRICE = re.compile(
    r"\b(?:at|for) (?:an? (?:\w+ )?(?:cost|price|rate|fee|charge|sum) of )?"
    r"(?:up to |about |around |some )?(?:£|[0-9]{1,3}(?:\.[0-9])?p\b)"
)
# What the council pays it for all it does: "manages the stock for a fee of £13.9m".
_FOR_FEE = re.compile(r" (?:for|at) an? (?:\w+ ){0,2}(?:fee|charge) of £[0-9]")
_ENDED = re.compile(r"\b(?:finish|complet)\w{2,3} (?:the|all|both|its) ")
_PAID_BY_USERS = re.compile(
    r"\b(?:tickets?|entry|admission|a head|per (?:person|head|child|swim)|a (?:swim|seat|pint|cup|"
    r"lesson|game|class|session)|members?|customers?|visitors?)\b"
)
# What it ran, or suffered, under the council's contract.
_UNDER = re.compile(
    r"[ ,][^.;\n]{2,100}?(?:\bunder (?:the|its|their|this|a|that) (?:[\w'-]+ ){0,5}?contracts?\b"
    r"|\bwhich (?:it|they) (?:operates?|runs?|provides?|delivers?|"
    r"manages?)\b[^.;\n]{0,30}?\bcontract)"
)
_HOMES = re.compile(
    r" (?:(?:its|the|all|first|about|some) ){0,2}(?:[0-9][0-9,]{0,6} )?(?:new |affordable ){0,2}"
    r"(?:homes|houses|flats|dwellings|apartments)\b"
)
_FUNDED = re.compile(r"\b(?:grants?|funding|funded|donat\w+|volunteers?)\b")
# What a funder gives: "for which X has offered a grant".
_GIVES = re.compile(
    r" (?:up to |about |a |an |the |its |further |\w+ ){0,3}(?:£[0-9.,]{1,12}[mk]? )?(?:of )?"
    r"(?:grants?|funding|donations?|contributions?|sponsorship|bursar(?:y|ies))\b"
)
# Its own house, its own people: no service to the council.
_OWN = re.compile(
    r"\A (?:\w+ ){0,2}?(?:its|their|his|her) own\b|\b(?:planning permission|lease)\b"
    r"|\bfor (?:its|their|the) (?:landlord|owner|developer|applicant)s?\b"
)
