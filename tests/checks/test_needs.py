"""A check without the rows that it needs is not planned, and means the same as one that selects nothing."""

import random

import duckdb
import pytest
from stating import figure, parts, role, some_parts, total

from warehouse import check_scope, checks, connected
from warehouse.check_files import CheckError, parse_check, sql_text
from warehouse.check_scope import prepare, release, unneeded
from warehouse.checks import Settings, all_checks

CHECK = "growth_contradicts_levels"


def idle(warehouse):
    prepare(warehouse.connection, None)
    try:
        return unneeded(warehouse.connection, all_checks(Settings()), is_partial=False)
    finally:
        release(warehouse.connection)


def state_a_wrong_growth(warehouse):
    warehouse.add(
        role("growth", "50%", kind="growth"), role("new", "1,200 tonne"), role("old", "exactly 1,000 tonne")
    )


def test_nothing_is_asked_of_tables_without_rows(warehouse, monkeypatch):
    """Of no relations and of none that share figures nothing more is planned."""
    planned = []
    monkeypatch.setattr(connected, "sql_text", lambda *path: planned.append(path) or sql_text(*path))
    monkeypatch.setattr(check_scope, "sql_text", lambda *path: planned.append(path) or sql_text(*path))
    doubtful, shared = ("doubtful_roles.sql",), ("connected_relations.sql",)
    warehouse.state(figure("exactly 12 vehicle"))
    warehouse.check()
    assert doubtful not in planned and shared not in planned
    state_a_wrong_growth(warehouse)
    warehouse.check()
    assert doubtful in planned and shared not in planned
    # Of many relations some will, and to ask for that first would be to ask twice.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connected, "WORTH_PLANNING", 1)
        warehouse.check()
    assert shared in planned
    planned.clear()
    ids = warehouse.state(
        figure("exactly 500 tonne"), figure("exactly 900 tonne"), figure("exactly 700 tonne")
    )
    (article_id,) = warehouse.connection.execute(
        "select article_id from figures where figure_id = ?", [ids[0]]
    ).fetchone()
    warehouse.insert_relation(article_id, "order", [("greater", ids[0]), ("lesser", ids[1])])
    warehouse.insert_relation(article_id, "order", [("greater", ids[2]), ("lesser", ids[0])])
    warehouse.check()
    assert shared in planned


def test_only_checks_of_growth_look_at_a_growth(warehouse):
    assert CHECK in idle(warehouse)
    state_a_wrong_growth(warehouse)
    waiting = idle(warehouse)
    assert CHECK not in waiting
    assert {"share_contradicts_levels", "parts_contradict_total", "ordering_contradicted"} <= waiting


@pytest.mark.parametrize(
    "check", [one for one in all_checks(Settings()) if one.first], ids=lambda one: one.name
)
def test_what_is_left_of_a_query_reads_no_part_before_the_first(warehouse, check):
    prepare(warehouse.connection, None)
    try:
        first, rest = check.steps()
        warehouse.connection.execute(first)
        assert warehouse.connection.execute(rest).fetchall() == []
    finally:
        warehouse.connection.execute(f"drop table if exists temp.{check.first}")
        release(warehouse.connection)


def test_a_query_asked_in_steps_selects_the_same(warehouse, monkeypatch):
    """Of few figures the first part is asked alone, of many the query as a whole."""
    sold = {"metric_code": "vehicles_sold", "entity_code": "acme", "during": "2015"}
    warehouse.refer("entity_parts", whole_code="acme", part_code="acme_cars", is_complete="false")
    warehouse.state(figure("exactly 400 vehicle", **sold))
    warehouse.state(figure("exactly 410 vehicle", **sold), article="other")
    warehouse.state(figure("exactly 900 vehicle", **{**sold, "entity_code": "acme_cars"}), article="third")
    in_steps = {(one.finding_id, one.message) for one in warehouse.findings()}
    monkeypatch.setattr(check_scope, "FEW_FIGURES", -1)
    assert {(one.finding_id, one.message) for one in warehouse.findings()} == in_steps
    warehouse.connection.execute("delete from entity_parts where whole_code = 'acme'")
    assert len(in_steps) > 1


def test_a_part_that_is_not_there_cannot_be_asked_first():
    check = parse_check(
        "mine", "-- severity: error\n-- first: sides\n-- Fails.\nwith side as (\n    select 1\n)\n\nfrom side"
    )
    with pytest.raises(CheckError, match="no part sides"):
        check.steps()


def test_the_rest_of_a_check_is_planned_when_what_is_asked_first_has_rows(warehouse, monkeypatch):
    planned = []
    parse = checks.parsed
    monkeypatch.setattr(
        checks, "parsed", lambda connection, sql: planned.append(sql) or parse(connection, sql)
    )
    (check,) = [one for one in all_checks(Settings()) if one.name == "part_exceeds_whole"]
    _, rest = check.steps()
    warehouse.refer("entity_parts", whole_code="acme", part_code="acme_cars", is_complete="false")
    cars = {"metric_code": "vehicles_sold", "during": "2015"}
    warehouse.state(figure("exactly 400 vehicle", entity_code="acme", **cars), article="one")
    warehouse.state(figure("exactly 500 vehicle", entity_code="beta", **cars), article="two")
    warehouse.check()
    assert rest not in planned
    warehouse.state(figure("exactly 500 vehicle", entity_code="acme_cars", **cars), article="three")
    warehouse.check()
    warehouse.connection.execute("delete from entity_parts where whole_code = 'acme'")
    assert rest in planned


@pytest.mark.parametrize("seed", range(3))
def test_a_check_that_is_not_needed_would_select_nothing(warehouse, monkeypatch, seed):
    chance = random.Random(seed)

    def some(*words):
        return f"{chance.choice(('', 'about ', 'more than ', 'at most ', 'exactly '))}{chance.choice(words)}"

    with warehouse.together():
        for _ in range(12):
            one, other, whole = (some("500 tonne", "700 tonne", "1,200 tonne") for _ in range(3))
            share = some("40%", "60%", "140%")
            warehouse.add(role("growth", share, kind="growth"), role("new", one), role("old", other))
            warehouse.add(role("share", share, kind="share"), role("part", one), role("base", other))
            warehouse.add(role("greater", one), role("lesser", other))
            converted = some("62 mile", "70 mile", "100 mile")
            warehouse.add(role("from", some("100 kilometre")), role("to", converted))
            warehouse.add(total(whole), parts(one, other))
            warehouse.add(total(whole), some_parts(one, other))
    found = {one.finding_id for one in warehouse.findings()}
    monkeypatch.setattr(checks, "unneeded", lambda *_, **__: set())
    assert {one.finding_id for one in warehouse.findings()} == found
    assert len({one.check for one in warehouse.all_findings()}) >= 6


def test_a_finding_closes_when_what_its_check_needs_is_gone(warehouse):
    state_a_wrong_growth(warehouse)
    assert [found.check for found in warehouse.findings()] == [CHECK]
    for table in ("link_figures", "links"):
        warehouse.connection.execute(f"delete from {table}")
    assert warehouse.check().closed == 1
    assert [found.status for found in warehouse.all_findings()] == ["closed"]


@pytest.mark.parametrize(
    ("needs", "is_own"), [("relation_roles: true", True), ("figures: true", False), ("relation_roles", False)]
)
def test_needs_that_cannot_be_asked_for_are_refused(needs, is_own):
    with pytest.raises(CheckError, match="needs"):
        parse_check("mine", f"-- severity: error\n-- needs: {needs}\n-- Fails.\nselect 1", is_own=is_own)


def test_macros_are_made_once_a_connection_before_they_are_needed_where_there_is_time(monkeypatch):
    made, parse = [], check_scope.parsed
    monkeypatch.setattr(
        check_scope, "parsed", lambda connection, sql: made.append(sql) or parse(connection, sql)
    )
    macros = check_scope.sql_text("check_macros.sql")
    with duckdb.connect(":memory:") as connection:
        for _ in checks.get_ready(connection):
            assert connection.execute("select exceeds(2.0, 1.0)").fetchall() == [(True,)]
        assert macros in made
        made.clear()
        assert list(check_scope.make_macros(connection)) == []
        assert made == []
        # Others take their place.
        other = macros.replace("largest_flow() as 120", "largest_flow() as 4")
        monkeypatch.setattr(check_scope, "sql_text", lambda *path: other)
        for _ in check_scope.make_macros(connection):
            pass
        assert connection.execute("select largest_flow()").fetchall() == [(4,)]


def test_too_little_memory_for_several_threads_is_tried_with_one(warehouse, monkeypatch):
    from warehouse import check_scope

    calls = []

    def compute(connection, *, compute=check_scope._compute_roles, **named):
        calls.append(named)
        if len(calls) == 1:
            raise duckdb.OutOfMemoryException("Out of Memory Error: made")
        compute(connection, **named)

    monkeypatch.setattr(check_scope, "_compute_roles", compute)
    warehouse.add(total("exactly 120"), parts("exactly 70", "exactly 60"))
    assert len(warehouse.check().failing) == 1
    assert len(calls) == 2


def test_figures_that_are_prepared_are_those_of_their_view(warehouse):
    state_a_wrong_growth(warehouse)
    for words in ("exactly 300", "exactly 400"):
        one = figure(words, entity_code="acme", metric_code="vehicles_sold", during="2015")
        warehouse.state(one, figure(words, entity_code="acme", metric_code="revenue", during="2015"), one)
    warehouse.state(
        *(figure(words, entity_code="acme", metric_code="revenue", during="2016") for words in ("$3", "$4"))
    )

    def rows():
        return warehouse.connection.execute("from checkable_figures order by all").fetchall()

    of_view = rows()
    prepare(warehouse.connection, None)
    assert rows() == of_view
    release(warehouse.connection)
    assert len({row[-1] for row in of_view}) == 2


def test_a_check_that_takes_too_much_memory_is_asked_in_one_thread(warehouse, monkeypatch):
    threads = []

    def answered(connection, query, answered=checks._answered):
        (now,) = connection.execute("select current_setting('threads')").fetchone()
        threads.append(now)
        if len(threads) == 1:
            raise duckdb.OutOfMemoryException("Out of Memory Error: made")
        return answered(connection, query)

    monkeypatch.setattr(checks, "_answered", answered)
    warehouse.connection.execute("set threads = 2")
    warehouse.add(total("exactly 120"), parts("exactly 70", "exactly 60"))
    assert len(warehouse.check().failing) == 1
    assert threads[0] == 2 and set(threads[1:]) == {1}
