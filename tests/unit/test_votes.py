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
