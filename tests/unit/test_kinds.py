"""Levels, changes and parts of a whole, told apart by the words beside the number."""

from decimal import Decimal

import pytest

from flows.extraction.extract import read_article
from flows.extraction.figure import Draft
from flows.extraction.numbers.kinds import flip
from schemas.reference import load_reference

REFERENCE = load_reference()


def kinds(text: str) -> list[tuple[str, str]]:
    """Return (quote, signed kind) of the figures of `text`."""
    found = []
    for draft in read_article(text, None, None, REFERENCE).drafts:
        size = draft.value if draft.value is not None else draft.low
        sign = "-" if size is not None and size < 0 else ""
        found.append((text[draft.start : draft.end], sign + draft.kind))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a change of a level, and its direction
        ("Ferry traffic rose 4 percent.", ["growth"]),
        ("Burglaries fell by nearly 12% in the spring.", ["-growth"]),
        ("The harvest was down about 7 percent on the year before.", ["-growth"]),
        ("It was a drop of 9 percent.", ["-growth"]),
        ("The plan was drawn up by two committees.", ["count"]),
        ("Unemployment edged up 0.1% to 4.7%.", ["growth", "rate"]),
        ("Growth slowed from 3% to 2%.", ["growth", "growth"]),
        ("It cut its rate by 50 basis points from 4% to 3.5%.", ["-growth", "rate", "rate"]),
        ("It wants to cut its current 40% stake in a mill to 20%.", ["share", "share"]),
        ("They reported a 6% rise in museum visits.", ["growth"]),
        ("Rents were 3.5 percent higher than in May.", ["growth"]),
        ("The clinic saw 15% fewer patients.", ["-growth"]),
        ("The council cut spending on parks by a further 2 percent.", ["-growth"]),
        ("Exports grew at an annual rate of 5 percent.", ["growth"]),
        ("Growth slowed to 2.1 percent from 2.6 percent.", ["growth", "growth"]),
        ("Shares of the brewer rose as much as 18%.", ["growth"]),
        ("The sequel is 18%, or 800,000 copies, ahead.", ["growth", "growth"]),
        ("Output shrank between 3 and 5 percent.", ["-growth"]),
        ("The pass rate slipped 0.6 percentage points.", ["-growth"]),
        ("The index gained 41 points.", ["growth"]),
        ("The workforce stood at 4,100, up 250 on the year.", ["count", "growth"]),
        ("Wool rose 30 cents to $4.10 a pound.", ["growth", "money"]),
        ("Orders rose 8 percent in May and 3 percent in June.", ["growth", "growth"]),
        # whose verb is told once
        ("Ticket sales fell 3% to $41 million and hotel bills 4% to $12 million.", ["-growth", "money"] * 2),
        (
            "The mayor's pay rises by 8% to $121,000, that of the 11 councillors by 5% to $63,000.",
            ["growth", "money", "count", "growth", "money"],
        ),
        ("Ticket sales fell 3% to $41 million, of which 4% went to charity.", ["-growth", "money", "share"]),
        ("The fund gained 5.2 percent compared to 2.4 percent for its peers.", ["growth", "growth"]),
        ("Wheat lost 5 percent, or $11, by the close.", ["-growth", "-growth"]),
        ("Wheat lost $11, or 5 per cent, to close at $209.", ["-growth", "-growth", "money"]),
        ("The shop lost $11 million, or 5 percent of its sales.", ["money", "share"]),
        ("The index gave up 51 points to 1,640.", ["-growth", "count"]),
        ("The rebels gave up 12 hostages.", ["count"]),
        ("The mayor doubled the fee.", ["growth"]),
        ("The fee is twice the old one.", ["rate"]),
        ("The surplus was 4.0 billion euros lower than in 2015.", ["-growth"]),
        # a level that moved to its value
        ("The bond's yield fell five basis points to 6.52%.", ["-growth", "rate"]),
        ("The jobless rate is 4.7%, compared with 12.1% in Norway.", ["rate", "rate"]),
        ("Unemployment rose to 7.9 percent from 7.4 percent.", ["rate", "rate"]),
        ("Inflation was 3.2 percent.", ["rate"]),
        ("The airline's margin widened to 11 percent.", ["percent"]),
        ("Ticket sales fell to 31,000.", ["count"]),
        ("Copper fell as low as $3.05.", ["money"]),
        ("The jobless rate fell as low as 4.1%.", ["rate"]),
        ("The jobless rate has fallen below 4.1% from 5.2%.", ["rate", "rate"]),
        ("The yard reported a loss of $12 million.", ["money"]),
        ("The plan was made up of 40 grants.", ["count"]),
        ("The increase, 7 percent, is small.", ["growth"]),
        ("That drop (20 percent) was planned.", ["-growth"]),
        ("The rise works out at 12 percent.", ["growth"]),
        ("Of those who saw an increase, 7 percent left.", ["percent"]),
        # a part of a whole
        ("The farm sells about 60% of its output to Peru.", ["share"]),
        ("Debt was 60% of output.", ["percent"]),
        ("Women made up 45 percent of the intake.", ["share"]),
        ("About 60% of households own a bicycle.", ["share"]),
        ("The fund owns a 12 percent stake in the port.", ["share"]),
        ("The port is 12 percent owned by the fund.", ["share"]),
        ("In the poll, 52% said they would vote yes and 31% no.", ["share", "share"]),
        ("Its share of the market fell to 19 percent.", ["share"]),
        ("A survey of 900 pupils found that 340 (38%) walked to school.", ["count", "count", "share"]),
    ],
)
def test_kind_and_direction(text: str, expected: list[str]) -> None:
    assert [kind for _, kind in kinds(text)] == expected


def test_debt_as_a_percentage_of_output_is_no_part_of_it() -> None:
    assert kinds("Debt reached 112 percent of GDP.")[0][1] != "share"


def test_interest_rates_are_no_interest_in_a_company() -> None:
    assert kinds("Borrowers faced 15% interest rates.") == [("15%", "rate")]


def test_flip_swaps_and_negates_every_interval() -> None:
    draft = Draft(0, 1, 0, 2, 0, Decimal(15))
    draft.stated_low, draft.stated_high = Decimal("14.5"), Decimal(15)
    draft.read_low, draft.read_high = Decimal("14.8"), None
    flip(draft)
    assert draft.value == -15
    assert (draft.stated_low, draft.stated_high) == (Decimal(-15), Decimal("-14.5"))
    assert (draft.read_low, draft.read_high) == (None, Decimal("-14.8"))


def test_a_fall_keeps_its_interval_in_order() -> None:
    (draft,) = read_article("Exports fell by nearly 20 percent.", None, None, REFERENCE).drafts
    assert draft.qualifier == "nearly"
    assert draft.stated_low is not None and draft.stated_high is not None
    assert draft.stated_low <= draft.stated_high < 0


def test_a_fall_within_a_range_is_negative_and_in_order() -> None:
    (draft,) = read_article("Sales may fall 3 to 5 percent.", None, None, REFERENCE).drafts
    assert (draft.low, draft.high) == (-5, -3)


def test_the_reason_of_a_growth_is_its_change_word() -> None:
    text = "Ferry traffic rose about 4 percent."
    (draft,) = read_article(text, None, None, REFERENCE).drafts
    assert text[draft.why["kind"].start : draft.why["kind"].end] == "rose"
