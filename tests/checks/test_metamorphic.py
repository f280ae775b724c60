# ruff: noqa: E501
"""What must not change what is found: the scale, the names, the order, the runs, and copies."""

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest
from stating import figure, items, parts, role, some_parts, total

SCALED = ("value", "stated_low", "stated_high", "read_low", "read_high", "granule")


def sold(words, entity="acme", **when):
    return figure(f"{words} vehicle", entity_code=entity, metric_code="vehicles_sold", **when)


def articles():
    """Articles in which every kind of check has something to say: groups, or figures alone."""
    return [
        ("sum", (total("exactly 120,000"), parts("exactly 70,000", "exactly 60,000"))),
        ("sum at most", (total("about 90,000"), some_parts("71,000", "62,000"))),
        ("share", (role("share", "50%", kind="share"), role("part", "61,000"), role("base", "99,000"))),
        ("growth", (role("growth", "50%", kind="growth"), role("new", "1,200 tonne"), role("old", "exactly 1,000 tonne"))),
        ("order", (role("greater", "5,100 vehicle"), role("lesser", "exactly 6,200 vehicle"))),
        ("list", (role("count", "exactly 2"), items("north", "south", "east"))),
        ("consistent", (total("1.2 million"), parts("700,000", "460,000"))),
        ("one", [sold("exactly 501,000", during="2015"), sold("exactly 910,000", until="2015-06")]),
        ("two", [sold("exactly 510,000", during="2015"), sold("exactly 610,000", until="2016-06")]),
        ("part", [sold("exactly 620,000", "acme_cars", during="2015")]),
    ]  # fmt: skip


@contextmanager
def of_one_family(warehouse):
    warehouse.refer("entity_parts", whole_code="acme", part_code="acme_cars", is_complete="false")
    yield warehouse
    warehouse.connection.execute(
        "delete from entity_parts where part_code like '%acme%' or part_code like '%zeta%'"
    )


@pytest.fixture
def family(warehouse):
    with of_one_family(warehouse):
        yield warehouse


def tell(warehouse, named, change=lambda said: said, **article):
    for name, content in named:
        if isinstance(content, list):
            warehouse.state(*(change(one) for one in content), article=name, **article)
        else:
            groups = [
                replace(group, members=tuple(one and change(one) for one in group.members))
                if hasattr(group, "members") else group
                for group in content
            ]  # fmt: skip
            warehouse.add(*groups, article=name, **article)


def found(warehouse):
    """Return what stands, without ids and numbers: check, certainty, roles of figures, roles of repairs in order."""
    rows = [one for one in warehouse.all_findings() if one.status == "open"]
    return sorted(
        (one.check, one.certainty, sorted((role, len(quotes)) for role, quotes in one.quotes.items()))
        for one in rows
    )


@pytest.fixture(scope="module")
def expected(shared_warehouse):
    shared_warehouse.clear()
    with of_one_family(shared_warehouse) as family:
        tell(family, articles())
        family.check()
        result = found(family)
    assert len({check for check, *_ in result}) >= 8
    return result


@pytest.mark.parametrize("factor", [10.0, 1000.0, 1e6])
def test_scaling_all_figures(family, expected, factor):
    def scaled(said):
        if said.columns["unit"] in ("percent", "fraction") or said.role == "count":
            return said
        columns = {
            name: value * factor if name in SCALED and value is not None else value
            for name, value in said.columns.items()
        }
        return replace(said, columns=columns)

    tell(family, articles(), scaled)
    family.check()
    assert found(family) == expected


def test_renaming_entities(family, expected):
    family.refer("entity_parts", whole_code="zeta", part_code="zeta_cars", is_complete="false")

    def renamed(said):
        code = said.columns.get("entity_code")
        return replace(said, columns={**said.columns, "entity_code": code and code.replace("acme", "zeta")})

    tell(family, articles(), renamed)
    family.check()
    assert found(family) == expected


def test_reordering_articles(family, expected):
    tell(family, articles()[::-1])
    family.check()
    assert found(family) == expected


@pytest.mark.parametrize("step", [1, 3])
def test_loading_in_one_run_or_in_many(family, expected, step):
    named = articles()
    for start in range(0, len(named), step):
        before = {row[0] for row in family.connection.execute("select article_id from articles").fetchall()}
        tell(family, named[start : start + step])
        now = {row[0] for row in family.connection.execute("select article_id from articles").fetchall()}
        family.check(articles=sorted(now - before))
    assert found(family) == expected


def test_a_copy_is_no_second_witness(family, expected):
    tell(family, [("two", dict(articles())["two"])], story="s")
    tell(family, [("copy of two", dict(articles())["two"])], story="s")
    tell(family, [one for one in articles() if one[0] != "two"])
    family.check()
    once = [
        (check, certainty, [role for role, _ in roles if not role.startswith("also")])
        for check, certainty, roles in found(family)
    ]
    assert once == [(check, certainty, [role for role, _ in roles]) for check, certainty, roles in expected]
    rows = family.connection.execute(
        "select independent_count, repairs from findings where check_name = 'same_figure_differs'"
    ).fetchall()
    ((count, repairs),) = rows
    assert count == 2
    assert len(json.loads(repairs)) == 2
