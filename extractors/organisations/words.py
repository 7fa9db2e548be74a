"""Words beside an organisation's name, in classes: what awards, what leases, what grants."""

from functools import cache


@cache
def word_set(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


def has(words: list[str], *classes: frozenset[str]) -> bool:
    """Tell whether any word is in any of the classes."""
    return not all(c.isdisjoint(words) for c in classes)


# Words that may stand between the touching word and the name.
DETERMINERS = word_set(
    "the a an both either our its their company firm companies firms following named existing "
    "presennol cyfredol current incumbent new preferred successful recommended local - – "
    "( : namely messrs m/s purchaser successor"
)
# Who does work for the council, and who does not.
PARTIES = word_set(
    "contractor contractors supplier suppliers provider providers operator consultant consultants "
    "subcontractor subcontractors architects adviser advisers advisor advisors incumbent agency "
    "caterer caterers installer installers surveyor surveyors haulier hauliers manufacturer "
    "manufacturers contractwr cyflenwr darparwr gweithredwr cleaners sub-contractor "
    "sub-contractors operators publisher integrator stand-in insurer insurers valuer valuers "
    "bailiffs broker brokers bankers haulier ecologists lawyers actuary actuaries loss-adjusters "
    "engineers custodian custodians"
)
# A firm or company that the words before it mark as the council's own choice.
FIRMS = word_set("firm firms company companies agency organisation business")
CHOSEN = word_set(
    "outgoing present current incumbent existing former previous predecessor winning successful "
    "appointed chosen selected preferred contracted recommended highest-scoring top-scoring "
    "managing"
)
WINNERS = word_set("winner winners awardee awardees")
PAY = word_set(
    "pay pays paid paying payment payments payable reimburse reimbursed reimbursing "
    "invoice invoices"
)
WORK = word_set(
    "contract contracts contractual works work services service invoice invoices account variation "
    "fee fees claim supplied retainer task order repairs maintenance operator contractor supplier "
    "provider settlement premium premiums"
)
# Words after which "to" gives nothing: "advice in relation to X", "subject to X".
NO_GIFT = word_set(
    "relation regard regards respect reference addition prior subject due according relating "
    "related access adjacent next close opposite similar response relevant attributable thanks "
    "compared equivalent owing pursuant"
)
GIVEN = word_set(
    "go goes went given give giving entrusted handed offered allocated assigned passed going gone"
)
JOBS = word_set("work works job jobs order orders lot lots commission route routes tender business")
WELSH_AWARD = word_set(
    "dyfarnu dyfarnu'r ddyfarnu ddyfarnu'r rhoi roi'r rhoi'r dyfarnwyd ddyfarnwyd rhoddwyd"
)
WELSH_CONTRACT = word_set("contract contractau gontract chontract cytundeb gytundeb")
PARTY_LEADS = word_set(
    "council's authority's current existing outgoing main principal appointed waste leisure "
    "highways highway maintenance service delivery framework preferred successful our its new "
    "the their strategic cleaning catering repairs parking grounds care external ict it"
)
BIDDERS = word_set("bidder bidders tenderer tenderers")
WINNING = word_set(
    "best winner preferred successful winning recommended selected highest top "
    "first-ranked awarded chosen "
    "scoring ranking ranked advantageous highest-scoring top-scoring highest-ranked top-ranked "
    "first-placed"
)
LOSING = word_set("unsuccessful losing second third reserve unsuccessfully")

AWARD = word_set(
    "award awarded awarding awards let letting novate novated novating novation assign assigned "
    "place placed placing issue issued extend extended extending extension vary varied variation "
    "renew renewed renewal modification modify contracted outsource outsourced outsourcing"
)
CONTRACTS = word_set(
    "contract contracts sub-contract subcontract call-off call-offs calloff tender tenders "
    "procurement lot lots framework commission order orders pcsa jct works services supply service "
    "package packages contract's concession rounds routes"
)
HARD = word_set(
    "contract contracts call-off call-offs sub-contract subcontract pcsa jct concession"
)
AGREEMENT_OF = word_set(
    "agency service services framework management partnership maintenance provision works delivery "
    "operating concession supply leisure call-off contract consultancy hosting support licence "
    "trial software construction pre-construction highways waste outsourcing strategic "
    "project cleansing "
    "advice advisory cleaning catering collection recycling care transport parking "
    "grounds repairs licensing audit"
)
LEASES = word_set(
    "lease leases leased leasing sublease underlease tenancy tenancies rent rental rented tenants "
    "tenant lessee sub-lease occupied occupy letting"
)
GRANTS = word_set(
    "grant grants granted funding donation donations subsidy bursary contribution sponsorship "
    "relief grant-aid funded fund"
)
SALES = word_set(
    "sale sell sold selling dispose disposal disposed transfer transferred transferring land "
    "freehold property site loan loans lend lent debt debts owed shares shareholding guarantee "
    "easement wayleave option nomination judgment prosecution prosecute acquisition acquire "
    "acquired dividend equity invest investment merger merge refund compensation premises "
    "mortgage creditor liquidation claim settlement"
)
NOT_CONTRACT = word_set(
    "partnership partnerships working work worked liaise liaising liaison discussion discussions "
    "meeting meetings met meet negotiation negotiations consultation consult consulted dialogue "
    "collaboration collaborate relationship relationships correspondence engagement engage engaged "
    "conversation conversations accordance compliance together jointly comparison connection "
    "consultations talks spoken dealt share shared sharing merger memorandum nomination "
    "employment loan 106 75 278 section s106 dispute interest interests fine agreed along comply "
    "comparison joint venture issues problem problems deal dealing concerns line parallel tandem"
)
TENDERS = word_set(
    "tender tenders bid bids quotation quotations quote quotes submission submissions "
    "expression expressions offers offer proposals proposal responses prices"
)
ACCEPT = word_set("accept accepted accepting acceptance accepts")
APPLY = word_set("application applications applied apply applicant applicants applies planning")
ORDERS = word_set("commission order orders placed placement placements")
MENDED = word_set(
    "refitted rebuilt repainted converted restored upgraded refurbished renewed rewired reroofed "
    "decorated demolished cleared dredged painted mended printed guarded patrolled towed "
    "stored sent fitted mown swept cut cooked resurfaced relaid replaced removed dug tested "
    "inspected surveyed translated relined repointed rewound resealed gritted weeded planted "
    "re-laid laid staged fenced wired plastered"
)
PAPERS = word_set("course training design survey report study review audit assessment valuation")
DEALS = word_set("a new year-long one-year two-year three-year four-year five-year year annual")
UPKEEP = word_set("serviced maintained supplied installed cleaned emptied")
BUY = word_set(
    "licensed leased rented purchase purchased purchasing procure procured procuring "
    "procurement buy buying bought hire "
    "hired hiring source sourced sourcing commission commissioned commissioning obtain obtained "
    "purchases procures buys hires commissions sources obtains "
    "supplied supply supplies services outsourced outsource bought-in"
)
DONE = word_set(
    "provided delivered operated run managed supplied undertaken maintained serviced installed "
    "installed done finished constructed built conducted hosted performed carried collected "
    "facilitated provision "
    "delivery operation management implemented laid fitted staffed emptied cleaned swept repaired "
    "resurfaced printed surveyed handled processed looked catered written tested inspected treated "
    "erected replaced cut mown lit sent refitted rebuilt refurbished answered recovered"
)
MADE = word_set("prepared produced designed completed led drafted written compiled drawn")
SERVICES = word_set(
    "service services works work contract contracts centre centres facility facilities scheme "
    "programme system systems software support maintenance repairs collection collections cleaning "
    "catering survey surveys assessment assessments review study training transport care helpline "
    "equipment project function functions consultation research feasibility installation "
    "construction recycling parks refurbishment demolition leisure library libraries hub portal "
    "network provision homes audit payroll routes route bus buses waste meals advocacy cleansing "
    "servicing sweeping gritting mowing printing mailing visiting counselling mentoring tutoring "
    "testing resurfacing weeding spraying clearance removal control upkeep enforcement inspections "
    "breaks repair baths pools cleanup depots rounds wing platform website kiosk "
    "extension hub bund "
    "lift lifts machine machines panels cameras meters doors lights columns signs alarms "
    "security boats grass verges hedges trees streets toilets meals "
    "market bins containers vans "
    "gritters wall roof boiler boilers kitchens windows pitch "
    "playground fencing drainage telephony telephones phones helpdesk post print mail voids "
    "archive archives laundry linen banking insurance interpreting translation webcasting kennels "
    "gullies pests tips paths playgrounds toilets wagon wagons vehicle vehicles lorry lorries"
)
APPOINT = word_set(
    "appoint appointed appointing appointment appoints reappoint reappointment re-appoint "
    "commission commissioned commissioning engage engaged engaging instruct instructed instructing "
    "select selected selecting selection procure contracted retain retained engagement "
    "re-appointment"
)
OFFICES = word_set(
    "director directors member members trustee trustees shareholder employee governor chairman "
    "chair patron customer employed works volunteer shares representative representatives"
)
PEOPLE_POSTS = word_set(
    "director directors representative representatives trustee trustees governor "
    "governors board observer members councillor councillors"
)
COPULAS = word_set("is was be being are as were been becomes named")
GOODS = word_set(
    "vehicles vehicle equipment licence licences license licenses software service services system "
    "systems goods materials works supplies support fleet units maintenance staff placements beds "
    "provision consultancy advice work energy gas electricity fuel salt food furniture insurance "
    "training laptops computers devices bins containers plant machinery uniforms"
)
PARTNERING = word_set(
    "partnership partner partners collaboration jointly together alongside working work"
)
PERMITS = word_set("permission consent licence planning application certificate")
INVITE = word_set("invite invited inviting invitation invitations")
APPOINT_OUT = word_set("councillor councillors representative representatives")
KPI = word_set("kpi kpis indicators contractual")
PARTNER_OF = word_set("framework delivery strategic outsourcing")
BUILT = word_set("works construction refurbishment installation demolition improvements building")
# What a council buys or sells that is no goods, works or services.
LAND = word_set(
    "land property properties flat flats house houses dwelling dwellings building buildings shares "
    "site sites freehold premises homes acres street road avenue farm hotel court hall leasehold "
    "apartments bungalows bungalow garages garage plot plots unit shop shops field fields "
    "pub church school acre hectares office offices warehouse yard"
)
# An arrangement that once was or now is: "the current arrangement with X ends in May".
FORMER_OR_NOW = word_set(
    "current present existing old former previous outgoing interim expiring hourly daily weekly "
    "monthly yearly annual seasonal ad-hoc hoc rolling spot informal temporary short-term verbal "
    "emergency call-off call-out callout standing stopgap stop-gap standby retainer"
)
# What such an arrangement is about when nothing is bought.
NOT_BOUGHT = LAND | word_set(
    "lease leases tenancy licence planning obligation section 106 s106 covenant sponsorship "
    "nomination sale parking access funding grant sharing loan occupy occupation tenants use"
)
# Firms named beside the one that was chosen.
OTHERS = word_set("other further alternative potential interested additional prospective")
# What is done to a place: "the contract for construction works to the Lido".
DONE_TO = word_set(
    "works repairs improvements alterations refurbishment extension access damage changes upgrades"
)
LOST = word_set("lost losing")
# What an award is for, before "to" names whom it serves.
SUPPLIES = word_set(
    "provision supply supplies services service support delivery advice training care equipment"
)
