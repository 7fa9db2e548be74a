"""Which names are one organisation's: evidence, people's rulings, company numbers."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extractors.organisations import legal
from pipeline.ask import answer
from pipeline.ask_queries import QUESTIONS
from pipeline.cli import main
from pipeline.derive import name_rulings
from pipeline.derive.same_names import Link, Use, defined, slips, spelled_alike
from pipeline.ingest import ingest
from pipeline.reading import connect
from pipeline.stop import Stop


class Town:
    """Pages of one council with names of suppliers, ingested when asked."""

    def __init__(self, folder: Path) -> None:
        self.pages, self.db = folder / "in" / "leeds", folder / "data" / "a.db"
        self.rulings = folder / "data" / "organisations.csv"
        self.pages.mkdir(parents=True)
        self.db.parent.mkdir()

    def write(self, *suppliers: str) -> None:
        for n, name in enumerate(suppliers):
            (self.pages / f"p{n}.txt").write_text(f"Page {n}\nSUPPLIER: {name}; £{n + 5}")

    def rule(self, *lines: str) -> None:
        self.rulings.write_text("\n".join(["action,name,other,reason", *lines, ""]))

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        ingest([str(self.pages)], self.db, workers=1, target="tests.fakes:work")
        connection = sqlite3.connect(self.db)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def names(self) -> list[str]:
        return [name for (name,) in self.ask("SELECT name FROM organisations ORDER BY name")]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def use(key: str, document: int, quote: str = "", council: int | None = 1) -> Use:
    return Use(key, quote or key, document, council, False)


def test_a_slip_beside_a_name_printed_often() -> None:
    uses = [use("mottram paving", 1), use("mottram paving", 2), use("motram paving", 3)]
    link = Link("mottram paving", "fuzzy", 96.3, "one letter, same council")
    assert list(slips(uses)) == [("motram paving", link)]


@pytest.mark.parametrize(
    "slip", ["motram", "mottrram", "mottrm", "mottarm", "mottran", "mattram", "mottramx"]
)
def test_every_slip_of_one_letter(slip: str) -> None:
    uses = [use("mottram paving", 1), use("mottram paving", 2), use(f"{slip} paving", 3)]
    assert [(rare, link.to) for rare, link in slips(uses)] == [(f"{slip} paving", "mottram paving")]


def test_a_series_of_names_is_no_slip_and_costs_no_more_than_its_length() -> None:
    letters = [chr(n) for n in range(0x4E00, 0x4E00 + 60)]  # letters all, and none of them a slip
    uses = [use(f"mo{x}tram paving", n) for n, x in enumerate(letters)]
    assert list(slips([*uses, use(f"mo{letters[0]}tram paving", 99)])) == []


@pytest.mark.parametrize(
    "uses",
    [
        [use("esk home care", 1), use("esk homes care", 2), use("esk homes care", 3)],  # a plural
        [use("martin brown", 1), use("martin brown", 1), use("martyn brown", 2)],  # once each
        [use("hart paving", 1), use("hart paving", 2), use("cart paving", 3)],  # another initial
        [use("mottram paving", 1), use("mottram paving", 2), use("motram paving", 2)],  # one page
        [use("mottram paving", 1), use("mottram paving", 2), use("motram paving", 3, council=2)],
        [use("route 14 coaches", 1), use("route 14 coaches", 2), use("route 15 coaches", 3)],
        [use("mottram", 1), use("mottram", 2), use("motram", 3)],  # one word: a name of its own
        [use("ashton fell", 1), use("ashton fell", 2), use("ashdon fell", 3), use("ashdon fell", 4),
         use("ashjon fell", 5)],  # close to two
    ],
)  # fmt: skip
def test_names_that_stay_apart(uses: list[Use]) -> None:
    assert list(slips(uses)) == []


def test_an_abbreviation_has_the_one_meaning_that_its_council_gives_it() -> None:
    uses = [use("tamar road works", 1, "TRW"), use("trw", 2, "TRW"), use("trw", 3, "TRW", 2)]
    assert defined(uses) == {(1, "trw"): "tamar road works"}
    assert defined([*uses, use("tees river watch", 4, "TRW")]) == {}


def test_a_known_name_without_its_blanks() -> None:
    found = dict(spelled_alike([legal.key("Gatenby Sanderson"), legal.key("Gaten Sanderson")]))
    assert list(found) == ["gatenby sanderson"]
    assert found["gatenby sanderson"].to == "gatenbysanderson"


def test_companies_of_two_legal_forms_are_two(town: Town) -> None:
    town.write("Esk Sand Ltd", "Esk Sand Limited", "Esk Sand plc", "Esk Sand")
    assert len(town.names()) == 3  # the bare name may be either


def test_the_evidence_of_a_fuzzy_match_is_kept(town: Town) -> None:
    town.write("Mottram Paving Ltd", "Mottram Paving Ltd", "Motram Paving Ltd")
    assert town.names() == ["Mottram Paving Ltd"]
    assert town.ask("SELECT name, match, score, reason FROM organisation_names ORDER BY name") == [
        ("Motram Paving Ltd", "fuzzy", 96.3, "one letter, same council"),
        ("Mottram Paving Ltd", "exact", None, None),
    ]


def test_people_merge_split_rename_and_rule_out(town: Town) -> None:
    town.write("Tamar Works Ltd", "Tamar Roads", "Esk Sand Ltd", "ESK SAND LTD", "Marl Friends")
    assert town.names() == ["Esk Sand Ltd", "Marl Friends", "Tamar Roads", "Tamar Works Ltd"]
    town.rule(
        "merge,Tamar Works Ltd,Tamar Roads,seen on an invoice",
        "split,Esk Sand Ltd,ESK SAND LTD,two firms",
        "rename,Tamar Works,Tamar Group plc,renamed",
        "not_supplier,Marl Friends,,a club",
    )
    assert town.names() == ["ESK SAND LTD", "Esk Sand Ltd", "Marl Friends", "Tamar Group plc"]
    kinds = dict(town.ask("SELECT name, kind FROM organisations"))
    assert (kinds["Marl Friends"], kinds["Tamar Group plc"]) == ("other", "supplier")
    spelled = (
        "SELECT name, match, reason FROM organisation_names WHERE name LIKE 'Tamar%' ORDER BY 1"
    )
    assert town.ask(spelled) == [
        ("Tamar Roads", "alias", "organisations.csv"), ("Tamar Works Ltd", "suffix", None),
    ]  # fmt: skip
    (town.pages / "p9.txt").write_text("Page 9\nSUPPLIER: Tamar Roads; £7")
    assert "Tamar Roads" not in town.names()  # the rulings outlive a re-ingest
    town.rulings.unlink()
    assert town.names() == ["Esk Sand Ltd", "Marl Friends", "Tamar Roads", "Tamar Works Ltd"]


def test_what_is_ruled_out_is_named_as_a_supplier_nowhere(tmp_path: Path) -> None:
    raw, file = Path(__file__).resolve().parents[1] / "data" / "raw", tmp_path / "a.db"

    def named() -> dict[str, set[str]]:
        """Return the suppliers that each view and question names."""
        ingest([str(raw)], file)
        with closing(connect(file)) as db:
            found = {
                view: {row[0] for row in db.execute(f"SELECT supplier FROM {view}") if row[0]}
                for view in ("savings_ledger", "supplier_resolutions", "kpi_results")
            }
            for question in QUESTIONS:
                told = answer(db, question, {})
                if "supplier" in told.columns:
                    at = told.columns.index("supplier")
                    found[question.name] = {row[at] for row in told.rows if row[at]}
        return found

    before = named()
    out = sorted(set.union(*before.values()))
    assert all(before[v] for v in ("supplier_resolutions", "kpi_results", "largest-awards"))
    lines = [f'not_supplier,"{name}",,a test' for name in out[1:]]
    (tmp_path / "organisations.csv").write_text("\n".join(["action,name,other,reason", *lines, ""]))
    after = named()
    assert set.union(*after.values()) <= {out[0]}


def test_a_file_that_did_not_change_changes_nothing(town: Town) -> None:
    town.write("Tamar Works Ltd", "Tamar Roads")
    town.rule("merge,Tamar Works Ltd,Tamar Roads,one firm")
    before = town.ask("SELECT * FROM organisations"), town.ask("SELECT * FROM organisation_names")
    assert (
        town.ask("SELECT * FROM organisations"),
        town.ask("SELECT * FROM organisation_names"),
    ) == before


@pytest.mark.parametrize(
    "lines, says",
    [
        (["merge,Esk,,x"], "line 2: merge needs two names"),
        (["join,Esk,Tamar,x"], "line 2: join is none of"),
        (["merge,Esk,Tamar,"], "line 2: a reason is missing"),
        (["not_supplier,Esk,Tamar,x"], "line 2: not_supplier needs one name"),
        (["merge,Esk,Tamar,x", "merge,Tamar,Esk,x"], "line 3: an earlier line merges"),
        (["merge,Esk,Tamar,x", "merge,Ash,Tamar,x"], "line 3: the second name is merged"),
        (["merge,Esk,Tamar,x", "split,Esk,Tamar,x"], "line 3: an earlier line merges these two"),
        (["split,Esk,Tamar,x", "merge,Esk,Tamar,x"], "line 3: an earlier line splits these two"),
        (["split,Esk,Tees,x", "merge,Esk,Tamar,x", "merge,Tamar,Tees,x"],
         "line 4: with earlier lines this joins two"),
        (["merge,Esk Ltd,Esk plc,x"], "line 2: these are one name already"),
        (["merge,Esk"], "line 2: 2 fields in place of"),
        (['merge,"Esk,Tamar,x'], "line 2: unexpected end of data"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line(town: Town, lines: list[str], says: str) -> None:
    town.rule(*lines)
    with pytest.raises(Stop, match=r"organisations\.csv, ") as stop:
        name_rulings.beside(town.db)
    assert says in str(stop.value)


def test_a_file_with_another_head_or_encoding(town: Town) -> None:
    town.rulings.write_text("name,other\n")
    with pytest.raises(Stop, match="line 1: the first line must be action,name,other,reason"):
        name_rulings.beside(town.db)
    town.rulings.write_bytes(b"\xff\xfe")
    with pytest.raises(Stop, match="not UTF-8"):
        name_rulings.beside(town.db)


# -- company numbers ------------------------------------------------------------------------------

HEAD = '"CompanyName"," CompanyNumber","CompanyStatus"\n'


def number(town: Town, *lines: str) -> tuple[int, str]:
    file = town.db.parent / "companies.csv"
    file.write_text(HEAD + "".join(f"{line}\n" for line in lines))
    done = CliRunner().invoke(main, ["companies", str(file), "--db", str(town.db)])
    return done.exit_code, done.stderr


def test_numbers_for_names_that_mean_one_company_alone(town: Town) -> None:
    town.write("Stone & Sons Ltd", "Twin Bridge Ltd", "Brightpath", "Ash Care plc")
    assert town.names()
    code, said = number(
        town,
        '"STONE AND SONS LIMITED","01234567","Active"',
        '"TWIN BRIDGE LIMITED","00000001","Active"',
        '"TWIN BRIDGE LTD","00000002","Dissolved"',
        '"BRIGHTPATH LIMITED","SC123456","Active"',
        '"ASH CARE LIMITED","00000003","Active"',
    )
    assert (code, said.startswith("1 of 4 organisations have a company number")) == (0, True)
    query = "SELECT name, company_number FROM organisations WHERE company_number IS NOT NULL"
    assert town.ask(query) == [("Stone & Sons Ltd", "01234567")]
    (town.pages / "p8.txt").write_text("Page 8\nSUPPLIER: Stone & Sons Ltd; £9")
    assert town.ask(query) == [("Stone & Sons Ltd", "01234567")]
    number(town, '"STONE AND SONS PLC","01234568","Active"')
    assert town.ask(query) == []


@pytest.mark.parametrize(
    "text, says",
    [
        ("Name,Number\n", "line 1: the first line has no CompanyName and CompanyNumber"),
        (HEAD + '"ASH CARE PLC"\n', "line 2: 1 fields in place of 3"),
        (HEAD + '"ASH CARE PLC","12 34","Active"\n', "line 2: 12 34 is no company number"),
    ],
)
def test_a_register_that_is_none(town: Town, text: str, says: str) -> None:
    town.write("Ash Care plc")
    assert town.names()
    file = town.db.parent / "companies.csv"
    file.write_text(text)
    done = CliRunner().invoke(main, ["companies", str(file), "--db", str(town.db)])
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_register_or_database_that_is_not_there(town: Town) -> None:
    done = CliRunner().invoke(main, ["companies", "nowhere.csv", "--db", str(town.db)])
    assert done.exit_code == 74
    assert "no such database" in done.stderr
    assert not town.db.exists()
