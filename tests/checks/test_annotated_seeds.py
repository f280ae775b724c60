"""Given the figures that a perfect reader would take from the development articles: exactly what is wrong."""

import pytest
from annotated import SHARED, load, read_lines, relate

GOLD = SHARED / "gold" / "seeds"
PUBLISHED = {"000": "2016-09-01", "001": "2016-09-01", "002": "2015-06-01", "003": "2016-07-01"}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="development data is absent")


@pytest.fixture
def seeds(warehouse):
    """The warehouse with the annotated figures, and the relations that the texts declare."""
    rows = read_lines(GOLD / "figures.jsonl")
    ids = load(warehouse, [row for row in rows if row["extract"]], PUBLISHED)
    relate(
        warehouse, "share", "001",
        [
            ("share", ids["001-15"]),
            *(("part", ids[f"001-{n}"]) for n in (16, 17, 18)),
            ("base", ids["001-07"]),
        ],
    )  # fmt: skip
    for article, greater, lesser in (("001", 16, 17), ("001", 17, 18), ("003", 13, 12)):
        relate(
            warehouse, "order", article,
            [("greater", ids[f"{article}-{greater}"]), ("lesser", ids[f"{article}-{lesser}"])],
        )  # fmt: skip
    for count, article in (("002-17", "002"), ("003-21", "003")):
        relate(warehouse, "enumeration", article, [("count", ids[count]), *[("item", None)] * 4])
    relate(warehouse, "duration", "002", [("duration", ids["002-01"]), ("to", ids["002-05"])])
    warehouse.ids = ids
    return warehouse


def named(warehouse, check):
    """Return the annotation ids of each finding of `check`, witnesses left out."""
    names = {figure_id: name for name, figure_id in warehouse.ids.items()}
    rows = warehouse.connection.execute(
        """
        select list(figure_id order by figure_id) from finding_figures
        inner join findings using (finding_id)
        where check_name = ? and role not like 'also %' and status = 'open' group by finding_id
        """,
        [check],
    ).fetchall()
    return sorted(sorted(names[figure_id] for figure_id in ids) for (ids,) in rows)


def test_the_errors_are_those_that_the_annotation_lists(seeds):
    errors = seeds.findings(notes=False)
    assert sorted((found.check, found.certainty) for found in errors) == [
        ("cumulative_total_falls", "contradiction"),
        ("implied_rate_implausible", "contradiction"),
        ("implied_rate_implausible", "contradiction"),
        ("share_contradicts_levels", "tension"),
    ]
    assert named(seeds, "implied_rate_implausible") == [["000-10", "000-21"], ["000-20", "000-21"]]
    assert named(seeds, "cumulative_total_falls") == [["002-17", "003-21"]]
    assert named(seeds, "share_contradicts_levels") == [["001-07", "001-15", "001-16", "001-17", "001-18"]]


def test_the_repairs_name_the_slip_and_the_figure_that_would_fit(seeds):
    by_check = {}
    for found in seeds.findings(notes=False):
        by_check.setdefault(found.check, []).append(found)
    for found in by_check["implied_rate_implausible"]:
        assert found.repairs[0]["slip"] == "kilograms for tonnes"
    (share,) = by_check["share_contradicts_levels"]
    first = share.repairs[0]
    assert (first["role"], first["equals"][0]["figure_id"]) == ("base", seeds.ids["001-13"])
    assert {repair["role"] for repair in share.repairs} == {"share", "part", "base"}


def test_the_notes_are_those_that_the_annotation_lists(seeds):
    notes = [found for found in seeds.findings() if found.severity == "note"]
    assert named(seeds, "subject_drifts") == [["000-28", "001-22"]]
    assert named(seeds, "count_contradicts_list") == [["002-17"]]
    assert named(seeds, "spurious_precision") == [["000-21"]]
    # Each is brought up to date by the next running total of its series, never by another's.
    later = {("000-18", "001-13")}
    assert not later & {tuple(pair) for pair in named(seeds, "figure_superseded")}
    assert {found.check for found in notes} <= {
        "subject_drifts", "count_contradicts_list", "spurious_precision", "figure_superseded",
    }  # fmt: skip
