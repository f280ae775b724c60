import csv

import pytest
from annotated import SHARED
from stating import figure, role

CHECK = "percent_impossible_for_count"
CASES = SHARED / "benchmarks" / "checks" / "grim_cases.csv"


def test_percentages_that_a_whole_number_gives_pass(warehouse):
    for percent, count in (("25%", 28), ("28.6%", 28), ("29%", 28), ("31%", 160), ("8%", 12)):
        warehouse.add(role("share", percent), role("base", f"exactly {count} person"))
    assert warehouse.findings() == []


def test_percentages_that_no_whole_number_gives(warehouse):
    cases = (("27%", 28), ("31%", 12), ("3%", 20), ("51.7%", 77))
    for percent, count in cases:
        article = f"{percent} of {count}"
        warehouse.add(role("share", percent), role("base", f"exactly {count} person"), article=article)
    found = warehouse.findings_by_article()
    assert {name: [one.check for one in each] for name, each in found.items()} == {
        f"{percent} of {count}": [CHECK] for percent, count in cases
    }


def test_just_inside_and_just_outside(warehouse):
    # 1 of 40 is 2.5%, which 3% may round; 1 of 41 is 2.44%, which only 2% does.
    warehouse.add(role("share", "3%"), role("base", "exactly 40 person"))
    assert warehouse.findings() == []
    warehouse.add(role("share", "3%"), role("base", "exactly 41 person"))
    assert len(warehouse.findings(CHECK)) == 1


def test_a_rounded_or_hedged_base_allows_all(warehouse):
    warehouse.add(role("share", "27%"), role("base", "about 28 person"))
    warehouse.add(role("share", "about 27%"), role("base", "exactly 28 person"))
    warehouse.add(role("share", "27%"), role("base", "$28"))
    assert warehouse.findings() == []


def test_without_a_base_nothing_follows(warehouse):
    warehouse.add(role("share", "27%"))
    assert warehouse.findings() == []


@pytest.mark.skipif(not CASES.is_file(), reason="development data is absent")
def test_published_cases(warehouse):
    """Means of n answers to several questions are percentages of n x questions, in other words."""
    wrong = []
    for case in csv.DictReader(CASES.open(encoding="utf-8")):
        n, questions, printed = int(case["n"]), int(case["items"]), case["x"]
        is_percent = case["percent"] == "1"
        # The published cases give some percentages without the sign's factor: "521" is 5.21 of 1.
        scale = 100 if is_percent else 1
        digits = len(printed.partition(".")[2])
        half = 10.0**-digits / 2 / scale
        value = float(printed) / scale
        (possible,) = warehouse.connection.execute(
            "select whole_number_between($low, $high)",
            {"low": (value - half) * n * questions, "high": (value + half) * n * questions},
        ).fetchone()
        if possible != (case["consistent"] == "True"):
            wrong.append(case)
    assert wrong == []


def test_the_message_says_what_would_be_possible(warehouse):
    warehouse.add(role("share", "27%"), role("base", figure("exactly 28 person")))
    (found,) = warehouse.findings()
    assert found.message == "27% of 28 is no whole number: 8 would be 28.57%"


def test_nothing_has_no_percentages(warehouse):
    warehouse.add(role("share", "27%"), role("base", "exactly 0 person"))
    assert warehouse.findings(CHECK) == []
