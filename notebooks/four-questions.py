# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Four questions to what councils decided
#
# The database is that of `make ingest`: invented pages in the form of real ones. Put your own pages
# into `data/raw` and run it again. Open this file in Jupyter with jupytext, or run it as a script:
#
#     python notebooks/four-questions.py [DATABASE [FOLDER]]
#
# Pictures go into FOLDER (`notebooks/out`), and every number is printed with the words behind it.

# %%
import sqlite3
import sys
from pathlib import Path

import matplotlib

matplotlib.use("agg")  # no window: the pictures are files
import matplotlib.pyplot as plt
import pandas as pd

HERE = Path(__file__).resolve().parent if "__file__" in globals() else Path.cwd()
given = sys.argv[1:] if "__file__" in globals() else []
DB = Path(given[0]) if given else HERE.parent / "data" / "processed" / "decisions.db"
OUT = Path(given[1]) if len(given) > 1 else HERE / "out"
OUT.mkdir(parents=True, exist_ok=True)
db = sqlite3.connect(f"{DB.resolve().as_uri()}?mode=ro", uri=True)


def ask(sql):
    """Return the answer to a query as a table."""
    return pd.read_sql_query(sql, db)


def keep(axes, name):
    """Save a picture; the same data give the same file."""
    axes.figure.tight_layout()
    axes.figure.savefig(OUT / f"{name}.svg", metadata={"Date": None})
    plt.close(axes.figure)
    print(f"[{name}.svg]")


plt.rcParams["svg.hashsalt"] = "minutebook"

# %% [markdown]
# ## 1. How much was to be saved, and how much of it was?
#
# Each row of `savings_ledger` is one mention. Totals and their parts both stand there where a page
# prints both, so the bars say what was *said*; read the quotes before adding anything up. A
# decision told on several pages is counted once (`same_as is null`).

# %%
savings = ask("""
    select l.council, coalesce(l.financial_year, 'year not stated') as year, l.status,
        l.pence / 100 as pounds, l.quote, l.decision_key
    from savings_ledger l left join decisions d on d.key = l.decision_key
    where d.same_as is null and l.pence is not null
    order by l.saving_id""")
by_year = savings.pivot_table(
    index="year", columns="status", values="pounds", aggfunc="sum", fill_value=0
)
print(by_year.to_string())
print(savings[["council", "status", "pounds", "quote"]].head(8).to_string(index=False))
axes = (by_year / 1000).plot.bar(stacked=True, rot=20, title="Savings named, by year and status")
axes.set_ylabel("£ thousand")
axes.set_xlabel("")
keep(axes, "savings")

# %% [markdown]
# ## 2. Which indicators missed their target, and by how much?
#
# Only results that give both figures can be drawn; what the text calls missed without a figure is
# in the table all the same.

# %%
missed = ask("""
    select distinct council, supplier, coalesce(code, indicator) as indicator, period, target,
        actual, unit, sentence
    from kpi_results where outcome in ('missed', 'mitigated', 'off_track')
    order by council, indicator, period_end""")
print(missed[["council", "indicator", "period", "target", "actual", "unit"]].to_string(index=False))
drawn = missed.dropna(subset=["target", "actual"])
drawn = drawn[drawn["unit"] == "%"]
named = drawn["indicator"].str.slice(0, 32) + " · " + drawn["period"].fillna("")
axes = drawn.set_index(named)[["target", "actual"]].plot.barh(title="Missed, in per cent")
axes.set_ylabel("")
keep(axes, "missed")

# %% [markdown]
# ## 3. Who won contracts, and for how much?
#
# Sums of kind `contract` that the text ties to a supplier. `per` and `qualifier` limit what a sum
# means: "£3.46 million a year" is not a total, so sums by year are drawn apart from the others.

# %%
awards = ask("""
    select g.name as supplier, c.name as council, a.pence / 100 as pounds,
        coalesce(a.per, 'in all') as per, a.qualifier, a.quote, d.key as decision_key
    from amounts a join organisations g on g.id = a.organisation_id and g.kind = 'supplier'
    join decisions d on d.id = a.decision_id and d.same_as is null
    left join councils c on c.id = d.council_id
    where a.kind = 'contract' and a.currency = 'GBP' and a.pence is not null
    order by a.pence desc, a.id""")
print(awards.drop(columns="decision_key").to_string(index=False))
by_supplier = awards.pivot_table(index="supplier", columns="per", values="pounds", aggfunc="max")
axes = (by_supplier / 1e6).plot.barh(title="Largest sum named for a supplier")
axes.set_xlabel("£ million")
axes.set_ylabel("")
keep(axes, "awards")

# %% [markdown]
# ## 4. Where did members disagree?
#
# Questions put on which some voted for and some against, with how near they were: 0 is a tie.

# %%
votes = ask("""
    select coalesce(d.decision_date, d.meeting_date, '') as date, c.name as council, d.title,
        v.subject, v.votes_for, v.votes_against, v.abstentions, v.outcome, v.quote
    from votes v join decisions d on d.id = v.decision_id and d.same_as is null
    left join councils c on c.id = d.council_id
    where v.votes_for > 0 and v.votes_against > 0 order by d.key, v.start""")
cast = votes["votes_for"] + votes["votes_against"]
votes["margin"] = (votes["votes_for"] - votes["votes_against"]).abs() / cast
print(votes.drop(columns="quote").to_string(index=False))
shown = votes.set_index(votes["title"].str.slice(0, 40) + " · " + votes["subject"])
axes = shown[["votes_for", "votes_against"]].plot.barh(title="Votes that split")
axes.set_ylabel("")
keep(axes, "votes")

# %%
db.close()
print(f"{len(savings)} savings, {len(missed)} missed, {len(awards)} awards, {len(votes)} votes")
