"""The questions that are asked most, as SQL: for `minutebook ask`, the web page and Datasette.

Every parameter may be left empty; it then asks for everything. A decision told on several pages is
counted once: the others have `same_as`. What one of them alone tells (the minutes' vote) is told.
Sums are in pounds.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a reader may fill in: its name in the SQL, and what it means."""

    name: str
    description: str
    default: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its SQL; `name` is part of addresses and stays."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str


def once(table: str, having: str = "1") -> str:
    """Return the condition that a decision `d` is the first of its forms with such rows.

    A decision's own page comes first, but a vote or a sum often stands in the minutes alone.
    """
    return (
        f"(d.same_as is null or d.id = (select e.id from decisions e "
        f"where (e.id = d.same_as or e.same_as = d.same_as) and exists "
        f"(select 1 from {table} y where y.decision_id = e.id and {having}) "
        f"order by e.same_as is not null, e.key limit 1))"
    )


_COUNCIL = Parameter("council", "part of the council's name")
_SUPPLIER = Parameter("supplier", "part of the supplier's name")
_FROM = Parameter("from", "first day, such as 2024-04-01")
_TO = Parameter("to", "last day, such as 2025-03-31")
_YEAR = Parameter("year", "financial year, such as 2024/25")
_DATED = "(:from = '' or {0} >= :from) and (:to = '' or {0} <= :to)"
_OF_COUNCIL = "(:council = '' or council like '%' || :council || '%')"
_NAMED = "exists (select 1 from vote_positions z where z.vote_id = y.id)"
_OVER = "y.kind in ('overspend', 'shortfall')"
_DATE = "coalesce(d.decision_date, d.meeting_date, d.publication_date)"
# A saving told on several pages of one decision counts once; each mention elsewhere is a row.
_SAVINGS = f"""
    select distinct c.name as council, s.financial_year, s.status, s.pence, s.recurrence,
        coalesce(d.key, o.key) as said_in
    from savings s join documents o on o.id = s.document_id
    left join decisions d on d.id = s.decision_id
    left join councils c on c.id = o.council_id
    where (d.id is null or {once("savings", "y.pence is not null")}) and s.pence is not null
      and {_OF_COUNCIL.replace("council like", "c.name like")}
      and (:year = '' or s.financial_year = :year)
"""
QUESTIONS = (
    Question(
        "supplier-resolutions",
        "What was resolved about a supplier?",
        "Every resolution of a decision that names the supplier; in_resolution is 1 where the "
        "resolution itself does.",
        (_SUPPLIER, _COUNCIL, _FROM, _TO),
        # In order of date by the index; `+`, or it is looked up by supplier and sorted whole.
        """
select s.date, c.name as council, g.name as supplier, d.title as decision, r.label,
    r.text as resolution, r.action, s.in_resolution, d.key as decision_key
from search_suppliers s cross join organisations g on g.id = s.organisation_id
left join councils c on c.id = s.council_id
cross join resolutions r on r.id = s.resolution_id
left join decisions d on d.id = r.decision_id
where (:supplier = '' or +s.organisation_id in (
        select id from organisations where name like '%' || :supplier || '%'))
  and (:council = '' or s.council_id in (
        select id from councils where name like '%' || :council || '%'))
  and (:from = '' or s.date >= :from) and (:to = '' or s.date <= :to)
order by s.date desc, d.key, r.id""",
    ),
    Question(
        "savings-promised-and-achieved",
        "Savings promised, and savings achieved",
        "Pounds by council and financial year. Totals and their parts are both counted where the "
        "pages print both: read the ledger before adding up.",
        (_COUNCIL, _YEAR),
        f"""
select council, coalesce(financial_year, 'not stated') as financial_year,
    sum(case when status in ('target', 'proposed', 'agreed', 'forecast') then pence else 0 end)
        / 100.0 as promised,
    sum(case when status = 'achieved' then pence else 0 end) / 100.0 as achieved,
    sum(case when status = 'not_achieved' then pence else 0 end) / 100.0 as not_achieved,
    count(*) as mentions
from ({_SAVINGS}) group by council, financial_year
order by council, financial_year desc""",
    ),
    Question(
        "savings-ledger",
        "Every saving, with its words",
        "One row for each saving named; status says how far it has come.",
        (_COUNCIL, _YEAR, Parameter("status", "target, proposed, agreed, forecast, achieved …")),
        f"""
select decision_date, council, financial_year, pence / 100.0 as pounds, status, recurrence,
    supplier, decision, quote, decision_key
from savings_ledger
where {_OF_COUNCIL} and (:year = '' or financial_year = :year)
  and (:status = '' or status = :status)
order by pence desc, saving_id""",
    ),
    Question(
        "indicators-missed",
        "Indicators missed, by contract and service",
        "Results short of their target, with the sentence that says so.",
        (_COUNCIL, _SUPPLIER),
        f"""
select council, supplier, service, code, indicator, period, target, actual, unit, is_mitigated,
    sentence, decision_key
from kpi_results
where outcome in ('missed', 'mitigated', 'off_track') and {_OF_COUNCIL}
  and (:supplier = '' or supplier like '%' || :supplier || '%')
order by council, supplier, period_end desc, indicator""",
    ),
    Question(
        "indicators-by-quarter",
        "Indicators met and missed, by quarter",
        "Counts by the calendar quarter in which the period ended.",
        (_COUNCIL, _SUPPLIER),
        f"""
select council,
    substr(period_end, 1, 4) || ' Q' || ((cast(substr(period_end, 6, 2) as integer) + 2) / 3)
        as quarter,
    sum(outcome in ('met', 'exceeded', 'on_track')) as met,
    sum(outcome in ('missed', 'mitigated', 'off_track')) as missed,
    sum(outcome = 'unknown') as not_stated
from kpi_results
where period_end is not null and {_OF_COUNCIL}
  and (:supplier = '' or supplier like '%' || :supplier || '%')
group by council, quarter order by council, quarter""",
    ),
    Question(
        "key-decisions-without-call-in",
        "Key decisions that could not be called in",
        "Key decisions whose page says that they are not subject to call-in, or does not say.",
        (_COUNCIL, _FROM, _TO),
        f"""
select decision_date, council, decision_maker, title,
    case when is_subject_to_call_in = 0 then 'no' else 'not stated' end as subject_to_call_in,
    key as decision_key
from decision_list
where is_key_decision = 1 and coalesce(is_subject_to_call_in, 0) = 0 and {_OF_COUNCIL}
  and {_DATED.format("decision_date")}
order by decision_date desc, key""",
    ),
    Question(
        "largest-awards",
        "The largest contract sums",
        "Sums of kind contract in decisions, largest first; per says when a sum is a rate.",
        (_COUNCIL, _SUPPLIER, _FROM, _TO),
        f"""
select {_DATE} as date, c.name as council, g.name as supplier, a.pence / 100.0 as pounds,
    a.pence_max / 100.0 as up_to_pounds, a.qualifier, a.per, d.title as decision, a.quote,
    d.key as decision_key
from amounts a join decisions d on d.id = a.decision_id
    and {once("amounts", "y.kind = 'contract' and y.pence is not null")}
left join organisations g on g.id = a.organisation_id and g.kind = 'supplier'
left join councils c on c.id = d.council_id
where a.kind = 'contract' and a.currency = 'GBP' and a.pence is not null
  and {_OF_COUNCIL.replace("council like", "c.name like")}
  and (:supplier = '' or g.name like '%' || :supplier || '%') and {_DATED.format(_DATE)}
order by a.pence desc, a.id""",
    ),
    Question(
        "published-late",
        "Decisions published late",
        "Decisions published more than so many days after they were taken.",
        (Parameter("days", "more than so many days", "2"), _COUNCIL, _FROM, _TO),
        f"""
select decision_date, publication_date,
    cast(julianday(publication_date) - julianday(decision_date) as integer) as days_later,
    council, decision_maker, title, effective_date, key as decision_key
from decision_list
where julianday(publication_date) - julianday(decision_date)
    > cast(case when :days = '' then '2' else :days end as real)
  and {_OF_COUNCIL} and {_DATED.format("decision_date")}
order by days_later desc, decision_date desc""",
    ),
    Question(
        "recommendations-changed",
        "Recommendations that were not simply accepted",
        "What a report asked for, and the resolution that amended, rejected or deferred it.",
        (_COUNCIL,),
        f"""
select c.name as council, o.outcome, r.text as recommended, s.text as resolved,
    x.key as report_key, d.key as decision_key
from recommendation_outcomes o join recommendations r on r.id = o.recommendation_id
join documents x on x.id = r.document_id
left join resolutions s on s.id = o.resolution_id
left join decisions d on d.id = s.decision_id
left join councils c on c.id = x.council_id
where o.outcome in ('amended', 'rejected', 'deferred')
  and {_OF_COUNCIL.replace("council like", "c.name like")}
order by council, o.outcome, o.id""",
    ),
    Question(
        "votes-that-split",
        "Votes that split",
        "Questions put on which members voted both ways; recorded says whether names are given.",
        (_COUNCIL, _FROM, _TO),
        f"""
select {_DATE} as date, c.name as council, d.decision_maker, d.title as decision, v.subject,
    v.text, v.votes_for, v.votes_against, v.abstentions, v.outcome, v.proposer, v.seconder,
    exists (select 1 from vote_positions p where p.vote_id = v.id) as recorded,
    d.key as decision_key
from votes v join decisions d on d.id = v.decision_id
    and {once("votes", "y.votes_for > 0 and y.votes_against > 0")}
left join councils c on c.id = d.council_id
where v.votes_for > 0 and v.votes_against > 0
  and {_OF_COUNCIL.replace("council like", "c.name like")} and {_DATED.format(_DATE)}
order by date desc, v.id""",
    ),
    Question(
        "how-members-voted",
        "How a member voted",
        "Named positions in recorded votes.",
        (Parameter("member", "part of the member's name"), _COUNCIL),
        f"""
select {_DATE} as date, c.name as council, p.name as member, p.position, v.subject, v.text,
    v.outcome, d.title as decision, d.key as decision_key
from vote_positions p join votes v on v.id = p.vote_id
left join decisions d on d.id = v.decision_id
join documents o on o.id = v.document_id left join councils c on c.id = o.council_id
where (d.id is null or {once("votes", _NAMED)})
  and (:member = '' or p.name like '%' || :member || '%')
  and {_OF_COUNCIL.replace("council like", "c.name like")}
order by date desc, v.id, p.name""",
    ),
    Question(
        "follow-ups-due",
        "Reports and deadlines to come back to",
        "Dates by which something is to be done or reported, soonest last.",
        (_COUNCIL, _FROM, _TO),
        f"""
select t.date as due, c.name as council, t.role, t.quote, d.title as decision,
    {_DATE} as decided, d.key as decision_key
from dates t join decisions d on d.id = t.decision_id
    and {once("dates", "y.role in ('follow_up', 'deadline') and y.date is not null")}
left join councils c on c.id = d.council_id
where t.role in ('follow_up', 'deadline') and t.date is not null
  and {_OF_COUNCIL.replace("council like", "c.name like")} and {_DATED.format("t.date")}
order by due desc, t.id""",
    ),
    Question(
        "overspends",
        "Overspends and shortfalls",
        "Every sum that the text calls an overspend or a shortfall.",
        (_COUNCIL, _YEAR),
        f"""
select {_DATE} as date, c.name as council, a.kind, a.pence / 100.0 as pounds, a.qualifier,
    a.financial_year, d.title as decision, a.quote, coalesce(d.key, o.key) as decision_key
from amounts a join documents o on o.id = a.document_id
left join decisions d on d.id = a.decision_id left join councils c on c.id = o.council_id
where a.kind in ('overspend', 'shortfall') and a.pence is not null
  and (d.id is null or {once("amounts", f"{_OVER} and y.pence is not null")})
  and {_OF_COUNCIL.replace("council like", "c.name like")}
  and (:year = '' or a.financial_year = :year)
order by a.pence desc, a.id""",
    ),
    Question(
        "taken-in-private",
        "Decisions taken in private",
        "Decisions whose page says that the public was excluded, with the paragraph given.",
        (_COUNCIL, _FROM, _TO),
        f"""
select coalesce(decision_date, meeting_date) as date, council, decision_maker, title,
    exempt_paragraph, key as decision_key
from decision_list
where is_exempt = 1 and {_OF_COUNCIL} and {_DATED.format("coalesce(decision_date, meeting_date)")}
order by date desc, key""",
    ),
    Question(
        "suppliers-most-named",
        "The suppliers most often decided about",
        "Suppliers by the number of decisions that name them.",
        (_COUNCIL,),
        """
select g.name as supplier, count(distinct nullif(s.decision_id, 0)) as decisions,
    count(distinct s.council_id) as councils, sum(s.is_award) as awards, min(s.date) as first,
    max(s.date) as last
from search_suppliers s join organisations g on g.id = s.organisation_id
where :council = '' or s.council_id in (
    select id from councils where name like '%' || :council || '%')
group by s.organisation_id order by decisions desc, supplier""",
    ),
    Question(
        "interests-declared",
        "Interests declared",
        "Who declared an interest, in what, and whether they left the room.",
        (Parameter("member", "part of the member's name"), _COUNCIL),
        f"""
select {_DATE} as date, c.name as council, i.name as member, i.interest,
    case i.left_room when 1 then 'left' when 0 then 'stayed' else 'not stated' end as left_room,
    d.title as decision, coalesce(d.key, o.key) as decision_key
from declarations i join documents o on o.id = i.document_id
left join decisions d on d.id = i.decision_id left join councils c on c.id = o.council_id
where (:member = '' or i.name like '%' || :member || '%')
  and (d.id is null or {once("declarations")})
  and {_OF_COUNCIL.replace("council like", "c.name like")}
order by date desc, i.id""",
    ),
    Question(
        "coverage-by-month",
        "What has been read, by month",
        "Documents and decisions by council, month and kind of page; partial: read in part.",
        (_COUNCIL,),
        f"""
select council, month, kind, documents, decisions, partial, quarantined
from coverage where {_OF_COUNCIL}
order by council, month desc, kind""",
    ),
)
BY_NAME = {question.name: question for question in QUESTIONS}
