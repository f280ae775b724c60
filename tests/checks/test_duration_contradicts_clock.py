# ruff: noqa: E501
"""A length of time against two times of day."""

import pytest
from reading_in import failing
from stating import figure

CHECK = "duration_contradicts_clock"
DAY = "2024-08-01"


def spanned(warehouse, words, start, end, **columns):
    (length,) = warehouse.state(figure(words, kind="duration", unit=words.split()[-1], **columns))
    *_, article_id = warehouse.names
    relation_id = warehouse.insert_relation(article_id, "clock", [("total", length)])
    warehouse.insert_rows(
        "breakdown_parts",
        [
            {"breakdown_id": relation_id, "position": position, "figure_id": None, "item": item}
            for position, item in enumerate((start, end))
            if item is not None
        ],
    )


def test_a_length_that_the_clock_gives_passes(warehouse):
    spanned(warehouse, "exactly 135 minute", "21:40", "23:55")
    assert warehouse.findings() == []


def test_a_length_that_the_clock_excludes(warehouse):
    spanned(warehouse, "exactly 135 minute", "21:40", "22:55")
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")


def test_whole_hours_are_rounded_by_less_than_one(warehouse):
    spanned(warehouse, "exactly 540 minute", "21:25", "06:50")
    assert warehouse.findings() == []
    spanned(warehouse, "exactly 540 minute", "21:25", "08:10")
    assert [found.check for found in warehouse.findings()] == [CHECK]


def test_days_between_are_left_open(warehouse):
    spanned(warehouse, "exactly 1575 minute", "21:40", "23:55")
    spanned(warehouse, "exactly 855 minute", "09:40 am or pm", "11:55 am or pm")
    assert warehouse.findings() == []


def test_just_inside_and_just_outside(warehouse):
    spanned(warehouse, "exactly 41 minute", "09:14", "09:56")
    assert warehouse.findings() == []
    spanned(warehouse, "exactly 41 minute", "09:14", "09:57")
    assert len(warehouse.findings(CHECK)) == 1


def test_an_open_length_leaves_room(warehouse):
    spanned(warehouse, "more than 75 minute", "21:40", "23:55")
    assert warehouse.findings() == []


def test_with_one_time_nothing_follows(warehouse):
    spanned(warehouse, "exactly 135 minute", "21:40", None)
    assert warehouse.findings() == []


TOLD = [
    ("The ferry left Orn at 6:35 pm and docked in Varde at 8:20 the next morning, a crossing of 13 hours and 45 minutes.", "8:20", "9:20"),
    ("The lift stopped at 21:05. At 22:55, 110 minutes later, firemen opened its door.", "22:55", "23:55"),
    ("Due in Varde at 18.15, the express rolled in at 20.45. The delay of two and a half hours was blamed on a cow.", "two and a half", "four and a half"),
    ("The talks began at half past six in the evening. They broke up at 2:15 am after seven hours and 45 minutes, a record.", "2:15", "3:15"),
    ("The probe parted from its rocket at 10:12. Its signal was heard at 10:48, 36 minutes later.", "36 minutes", "63 minutes"),
    ("The lights went out at 9.52 on Tuesday evening. They were back at 3.22 in the morning, so the outage lasted five and a half hours.", "five and a half", "three and a half"),
    ("The vote, called at noon, was lost at 4:40 pm. The debate had lasted four hours and 40 minutes.", "noon", "1 pm"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD)
def test_a_wrong_time_of_day_or_length_is_found(warehouse, text, right, wrong):
    assert text.count(right) == 1
    found = failing(warehouse, [(text, None, DAY), (text.replace(right, wrong), None, DAY)])
    assert [CHECK in one for one in found] == [False, True]


SILENT = [
    "The flight leaves Orn at 9:05 and lands in Lisbon at 10:20 local time, two hours and 15 minutes later.",
    "The flight of two hours and 15 minutes leaves at 9:05 and lands at 10:20.",
    "Doors open at 18:30. The film starts at 20:00 and is two hours and 10 minutes long.",
    "The alarm was raised at 14:10. Police came at 14:35, ambulances at 14:50, more than 15 minutes later.",
    "She woke at 7:15 and left at 8:40. The bus took 35 minutes.",
    "The first race is at 13:30 and the last at 17:10. Later two and a half hours of music follow.",
    "The shares opened at 18.55 and closed at 20.25, two and a half hours after a delay of the market.",
    "It began at 9",
    "It lasted two hours from half past",
    "It lasted 35 minutes, from 9:05 to 9:40 and, later, from 9:",
]


@pytest.mark.parametrize("text", SILENT)
def test_other_times_say_nothing(warehouse, text):
    (found,) = failing(warehouse, [(text, None, DAY)])
    assert CHECK not in found
