"""Findings are opened, stay, are accepted, close and open again; acceptances end and grow stale."""

from datetime import date, datetime

import pytest
from stating import figure, parts, total

from warehouse import sandbox
from warehouse.acceptances import (
    Acceptance,
    AcceptanceError,
    accept,
    add_to_acceptance_file,
    follow_acceptance_file,
    read_acceptance_file,
    write_acceptances,
)
from warehouse.check_files import CheckError
from warehouse.checks import Settings

AT = datetime(2030, 1, 1)
ONE, OTHER, GONE = ("a" * 16, "b" * 16, "c" * 16)


def wrong(warehouse, **article):
    return warehouse.add(total("exactly 120"), parts("exactly 70", "exactly 60"), **article)


def restate(warehouse, figure_id, count):
    columns = ("value", "stated_low", "stated_high", "read_low", "read_high")
    values = ", ".join(f"{column} = {count}" for column in columns)
    warehouse.connection.execute(f"update figures set {values} where figure_id = ?", [figure_id])


def states(warehouse):
    return [(found.check, found.status) for found in warehouse.all_findings()]


def test_a_finding_is_opened_once_and_stays(warehouse):
    wrong(warehouse)
    first, second = warehouse.check(), warehouse.check()
    assert (first.new, first.open, second.new, second.open) == (1, 1, 0, 1)
    assert first.failing == second.failing != []
    assert first.failed


def test_what_is_mended_closes_and_what_comes_back_is_opened_again(warehouse):
    ids = wrong(warehouse)
    warehouse.check()
    restate(warehouse, ids[-1], 50)
    report = warehouse.check()
    assert (report.closed, report.open, report.failing) == (1, 0, [])
    restate(warehouse, ids[-1], 60)
    report = warehouse.check()
    assert (report.new, report.reopened, report.open) == (0, 1, 1)


def test_an_accepted_finding_stays_visible_and_fails_nothing(warehouse):
    wrong(warehouse)
    (finding_id,) = warehouse.check().failing
    accept(warehouse.connection, finding_id, "the agency counts twice", AT)
    report = warehouse.check()
    assert (report.open, report.accepted, report.failing, report.stale) == (0, 1, [], [])
    assert states(warehouse) == [("parts_contradict_total", "accepted")]


def test_an_acceptance_ends_with_its_last_day(warehouse):
    wrong(warehouse)
    (finding_id,) = warehouse.check().failing
    accept(warehouse.connection, finding_id, "until they answer", AT, until=date(2030, 1, 1))
    assert warehouse.check().failing == []
    write_acceptances(warehouse.connection, [Acceptance(finding_id, "asked", date(2029, 12, 31))], AT)
    report = warehouse.check()
    assert (report.failing, report.expired) == ([finding_id], [finding_id])


def test_an_acceptance_of_what_is_gone_is_stale(warehouse):
    wrong(warehouse)
    (finding_id,) = warehouse.check().failing
    accept(warehouse.connection, finding_id, "known", AT)
    warehouse.connection.execute("delete from breakdowns")
    assert warehouse.check().stale == [finding_id]


def test_accepting_needs_a_finding_and_a_reason(warehouse):
    with pytest.raises(AcceptanceError, match="not in the warehouse"):
        accept(warehouse.connection, "0" * 16, "why not", AT)
    with pytest.raises(AcceptanceError, match="needs a reason"):
        accept(warehouse.connection, "0" * 16, " ", AT)
    wrong(warehouse)
    (finding_id,) = warehouse.check().failing
    with pytest.raises(AcceptanceError, match="2029-12-31 is past"):
        accept(warehouse.connection, finding_id, "asked", AT, until=date(2029, 12, 31))


def test_a_file_of_acceptances_decides(warehouse, tmp_path):
    wrong(warehouse)
    (finding_id,) = warehouse.check().failing
    path = tmp_path / "accepted.csv"
    path.write_text(f"finding_id,reason,ticket\n{finding_id},known,7\n{GONE},gone,8\n", encoding="utf-8")
    assert follow_acceptance_file(warehouse.connection, path, AT)
    assert not follow_acceptance_file(warehouse.connection, path, AT)
    report = warehouse.check()
    assert (report.failing, report.stale) == ([], [GONE])
    path.write_text("finding_id,reason\n", encoding="utf-8")
    assert follow_acceptance_file(warehouse.connection, path, AT)
    assert warehouse.check().failing == [finding_id]


def test_what_is_accepted_is_written_into_the_file(tmp_path):
    path = tmp_path / "accepted.csv"
    path.write_text(f"ticket,finding_id,reason\n7,{ONE},known\n8,{OTHER},asked\n", encoding="utf-8")
    add_to_acceptance_file(path, Acceptance(OTHER, 'they say "no"', date(2031, 1, 1), "jane"))
    add_to_acceptance_file(path, Acceptance(GONE, "late"))
    assert path.read_text(encoding="utf-8").splitlines() == [
        "ticket,finding_id,reason,until,accepted_by",
        f"7,{ONE},known,,",
        f'8,{OTHER},"they say ""no""",2031-01-01,jane',
        f",{GONE},late,,",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("finding_id\nx\n", "no column reason"),
        ("finding_id,reason\nx,\n", "line 2: finding_id and reason"),
        ("finding_id,reason\nx,y\n", "line 2: finding_id 'x'; expected all 16 digits"),
        (f"finding_id,reason,until\n{'f' * 16},y,soon\n", "line 2: until 'soon'"),
    ],
)
def test_a_broken_file_of_acceptances_is_told(tmp_path, text, message):
    path = tmp_path / "accepted.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AcceptanceError, match=message):
        read_acceptance_file(path)


def test_tensions_can_be_let_pass(warehouse):
    warehouse.add(total("more than 600,000"), parts("410,000", "330,000"))
    assert warehouse.check(Settings(fail_on="contradiction")).failing == []
    assert len(warehouse.check(Settings(fail_on="tension")).failing) == 1
    with pytest.raises(CheckError, match="fail_on"):
        Settings(fail_on="anything")


def test_only_what_an_article_touches_is_checked_and_the_findings_are_the_same(warehouse):
    def sold(count, until):
        return figure(f"exactly {count}", entity_code="acme", metric_code="vehicles_sold", until=until)

    wrong(warehouse, article="one")
    warehouse.state(sold(500, "2015-01"), article="two")
    warehouse.check()
    warehouse.state(sold(400, "2016-01"), article="three")
    (article_id,) = warehouse.connection.execute(
        "select article_id from figures where quote = 'exactly 400'"
    ).fetchone()
    report = warehouse.check(articles=[article_id])
    assert (report.new, report.closed) == (1, 0)
    partial = warehouse.all_findings()
    report = warehouse.check()
    assert (report.new, report.closed) == (0, 0)
    assert partial == warehouse.all_findings()
    # The article is replaced: its figures are gone, and what they contradicted no longer does.
    warehouse.connection.execute("delete from figures where article_id = ?", [article_id])
    assert warehouse.check(articles=[article_id]).closed == 1
    assert states(warehouse).count(("parts_contradict_total", "open")) == 1


def test_copies_of_one_story_are_one_source(warehouse):
    def sold(count):
        return figure(f"exactly {count}", entity_code="acme", metric_code="vehicles_sold", during="2015")

    warehouse.state(sold(500), story="s")
    warehouse.state(sold(500), story="s")
    warehouse.state(sold(400))
    warehouse.check()
    (count,) = warehouse.connection.execute("select independent_count from findings").fetchone()
    assert count == 2


OWN = """-- severity: error
-- Fails when there is a figure of forty-two.
select
    'contradiction' as certainty, 'it is ' || quote as message, null as formula,
    value as computed_low, value as computed_high, null as expected_low, null as expected_high, null as gap,
    [struct_pack(figure_id := figure_id, role := 'answer')] as figures
from checkable_figures
where value = 42
"""


# What a check must return.
ROW = """
select 'note' as certainty, 'm' as message, null as formula, {low} as computed_low, 1 as computed_high,
    1 as expected_low, 1 as expected_high, {gap} as gap,
    [struct_pack(figure_id := 'a', role := 'b')] as figures
"""


def test_a_users_own_check_runs_like_any_other(warehouse, tmp_path):
    (tmp_path / "no_forty_two.sql").write_text(OWN, encoding="utf-8")
    warehouse.state(figure("exactly 42"))
    assert len(warehouse.check(Settings(folder=tmp_path)).failing) == 1
    assert states(warehouse) == [("no_forty_two", "open")]


@pytest.mark.parametrize(
    ("source", "copies"),
    [
        ("checkable_figures", [{"checkable_figures", "figures"}]),
        # Nobody can see that this is a name; then everything is there.
        (
            "query_table('checkable_' || 'fig' || 'ures')",
            [{"figures"}, {"checkable_figures", "articles", "units"}],
        ),
    ],
)
def test_a_users_check_has_copies_of_what_it_names(warehouse, tmp_path, monkeypatch, source, copies):
    copied, copy = [], sandbox._copy_tables
    monkeypatch.setattr(sandbox, "_copy_tables", lambda *given: copied.append(set(given[2])) or copy(*given))
    (tmp_path / "mine.sql").write_text(
        OWN.replace("from checkable_figures", f"from {source}").replace("= 42", "= 42 and exceeds(value, 41)")
    )
    warehouse.state(figure("exactly 42"))
    for _ in range(2):
        assert len(warehouse.check(Settings(folder=tmp_path)).failing) == 1
        assert (copied[0], len(copied)) == (copies[0], len(copies))
        assert copied[-1] >= copies[-1]
        copied.clear()


def test_a_users_check_that_names_no_table_is_told_the_nearest(warehouse, tmp_path):
    (tmp_path / "mine.sql").write_text(OWN.replace("from checkable_figures", "from checkable_figure"))
    with pytest.raises(CheckError, match='Did you mean "checkable_figures"'):
        warehouse.check(Settings(folder=tmp_path))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("select 1", "no column certainty"),
        ("delete from figures", "must be one SELECT"),
        ("select 1; select 2", "must be one SELECT"),
        ("select * from read_text('/etc/hostname')", "cannot run"),
        ("select * from nowhere", "cannot run"),
        ("this is no sql", "cannot run"),
        (ROW.format(low=1, gap=-2), "gap is -2"),
        (ROW.format(low="'one'", gap=1), "computed_low is 'one'; expected a number"),
    ],
)
def test_a_users_check_can_only_read_and_fails_loudly(warehouse, tmp_path, query, message):
    (tmp_path / "mine.sql").write_text(f"-- severity: error\n-- Mine.\n{query}", encoding="utf-8")
    warehouse.state(figure("exactly 42"))
    with pytest.raises(CheckError, match=f"check mine.*{message}"):
        warehouse.check(Settings(folder=tmp_path))
    assert warehouse.connection.execute("select count(*) from figures").fetchone() == (1,)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("mine", "select 1", "first line must be"),
        ("mine", "-- severity: grave\nselect 1", "first line must be"),
        ("mine", "-- severity: note\n-- reach: far\nselect 1", "reach 'far'"),
        ("parts_contradict_total", OWN, "name of a shipped check"),
    ],
)
def test_a_broken_header_is_told(warehouse, tmp_path, name, text, message):
    (tmp_path / f"{name}.sql").write_text(text, encoding="utf-8")
    with pytest.raises(CheckError, match=message):
        warehouse.check(Settings(folder=tmp_path))
    with pytest.raises(CheckError, match="no such folder"):
        warehouse.check(Settings(folder=tmp_path / "absent"))
