"""Whose dollars: the article's own evidence decides, else those of the United States."""

import pytest

from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def units(text: str) -> list[str | None]:
    return [draft.unit for draft in read_numbers(tokenise(text), [], [], REFERENCE)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund paid A$40 million. Its costs were $2 million.", ["AUD", "AUD"]),
        ("Profit was 3 mln H.K. dlrs. Sales were 9 mln dlrs.", ["HKD", "HKD"]),
        ("Profit was $3 million. All amounts are in Canadian dollars.", ["CAD"]),
        ("The fund paid C$40 million ($29 million). Costs were $3 million.", ["CAD", "USD", "USD"]),
        ("The fund paid C$40 million. It sold US$3 million of bonds for $4 million.", ["CAD", "USD", "USD"]),
        ("Costs were $3 million. A rival paid A$9 million.", ["USD", "AUD"]),
        ("Its Toronto shares fell C$2.10. On the Nasdaq they fell $1.60.", ["CAD", "USD"]),
        ("A $5 million loan was repaid.", ["USD"]),
        # The company that a text opens with is listed in Sydney; "$" of such a company says nothing.
        ("Gull Ltd <GULL.S> earned 9 mln dlrs. It sold boats for 2 mln U.S. dlrs.", ["AUD", "USD"]),
        ("Gull Ltd <GULL.N> earned 9 mln dlrs.", ["USD"]),
        ("Rain fell. Gull Ltd <GULL.S> earned 9 mln dlrs.", ["USD"]),
        ("Gull Ltd (GULL.S) earned $9 million.", ["USD"]),
        ("It was a PS40m payment.", ["GBP"]),
    ],
)
def test_bare_dollars_are_those_of_the_article(text: str, expected: list[str]) -> None:
    assert units(text) == expected
