"""Votes for and against, and those who took part, who may be told in the next sentence only."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference

VOTES = "There were 91 votes for the pier, 47 against and 12 abstentions."


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (f"{VOTES} All 150 councillors took part.", ["votes"]),
        (f"{VOTES} The hall held 900 seats. All 150 councillors took part.", ["ballots"]),
    ],
)
def test_all_who_voted_stand_beside_their_answers(text: str, sums: list[str]) -> None:
    breakdowns = extract(text, load_reference())["breakdowns"]
    assert [breakdown["rule"] for breakdown in breakdowns] == sums


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The bill was carried by 52 votes to 16. Five deputies abstained, and the remaining three of the"
            " chamber's 93 members were absent.",
            ["52", "16", "Five", "three"],
        ),
        (
            "The council has 93 members. It approved the plan by 52 votes to 16. Five abstained and three"
            " were absent.",
            ["52", "16", "Five", "three"],
        ),
    ],
)
def test_all_members_are_told_where_the_last_of_them_are(text: str, parts: list[str]) -> None:
    read = extract(text, load_reference())
    quotes = {figure["figure_id"]: figure["quote"] for figure in read["figures"]}
    [ballots] = [breakdown for breakdown in read["breakdowns"] if breakdown["rule"] == "ballots"]
    assert ballots["is_complete"]
    assert [quotes[part["figure_id"]] for part in ballots["parts"]] == parts


@pytest.mark.parametrize(
    "text",
    [
        "The council of 93 members approved it by 52 votes to 16. Five abstained.",
        "The council of 93 members approved it by 52 votes to 16. Five members of her own party abstained"
        " and three were absent.",
    ],
)
def test_others_may_have_cast_no_vote(text: str) -> None:
    breakdowns = extract(text, load_reference())["breakdowns"]
    assert not any(breakdown["is_complete"] for breakdown in breakdowns)


PLACES = "{} percent of guests came from the coast, 36 percent from inland and 17 percent from abroad."


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (PLACES.format(61), ["exclusive"]),
        (PLACES.format(61).replace("came from", "were fond of food from"), []),
        (PLACES.format(61).replace("from inland", "visited inland"), []),
        ("61 percent were in favour of a tram, 36 percent in favour of a bus and 17 percent in favour of a"
         " ferry.", []),
    ],
)  # fmt: skip
def test_nobody_is_of_two_places(text: str, rules: list[str]) -> None:
    assert [breakdown["rule"] for breakdown in extract(text, load_reference())["breakdowns"]] == rules
