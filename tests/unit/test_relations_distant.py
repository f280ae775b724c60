"""Changes whose levels stand in other sentences, in whatever order and by whatever nouns."""

import pytest
from relating_quotes import REFERENCE, relations_of

from flows.extraction.extract import read_article

BANDS = (
    "At the start of term {new} pupils were taking lessons on a wind instrument, the association of bands in "
    "Hest reported. Its chairman has been to the primary schools. A third of the beginners are girls. Hiring "
    "an instrument costs 12 euros a month. Two years ago there had been only {old}. {change} has surprised "
    "even the association."
)


@pytest.mark.parametrize("old", ["5,200", "5,900"])
def test_increase_is_of_the_level_of_now_and_the_one_of_then_whatever_they_are(old: str) -> None:
    text = BANDS.format(new="6,240", old=old, change="The increase of 20 percent")
    assert {"new": ["6,240"], "old": [old], "growth": ["20 percent"]} in relations_of(text, "growth")


@pytest.mark.parametrize("share", ["32 percent", "23 percent"])
def test_growth_that_opens_an_article_is_of_the_levels_far_behind_it(share: str) -> None:
    text = (
        f"Break-ins into houses in Hest went down by {share} in 2016, the police said. Thieves of "
        "bicycles were as busy as ever. Altogether 1,360 burglaries were reported. Cameras have watched the "
        "exits since the spring. For the year 2015 the books had shown 2,000 such offences."
    )
    assert {"growth": [share], "new": ["1,360"], "old": ["2,000"]} in relations_of(text, "growth")


@pytest.mark.parametrize("lost", ["42,800", "48,200"])
def test_loss_is_of_what_there_is_and_what_there_was(lost: str) -> None:
    text = (
        "The Hest Courier gives up its edition of Monday. An average of 171,200 copies is sold at present. "
        "Five years ago the office had counted 214,000 of them. The printing plant looks for customers. "
        f'"We have lost {lost} copies", the publisher wrote.'
    )
    assert {"part": ["171,200", lost], "total": "214,000", "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize("level", ["8.1 percent", "9.1 percent"])
def test_points_are_of_two_percentages_that_time_sets_apart(level: str) -> None:
    text = (
        "The operating margin of Ondero slid by 2.4 percentage points. Orders for rugs held up. At the end "
        f"of 2008 the margin stood at {level}. In the preceding year the firm had achieved 10.5 percent."
    )
    assert {"change": ["2.4 percentage points"], "new": [level], "old": ["10.5 percent"]} in relations_of(
        text, "growth"
    )


@pytest.mark.parametrize(
    "text",
    [
        # Two levels of another thing, which only stand apart in time.
        "The price of sugar drops by a third in Hest. Some 6,100 farmers have contracts. Ten years ago there "
        "had been 9,800.",
        # What was expected, and what came.
        "Sales of Acme rose 12 percent. It took in 412 million euros. Analysts had expected 386 million.",
        # The former level has its own new one.
        "Sales of tools in Hest rose 28 percent. Toys brought in 148 million euros. Books had brought in "
        "110 million euros a year ago, down from 120 million.",
        # One of several changes.
        "Prixo opened 140 shops and closed 60. It has 2,240 shops. A year ago it had had 2,320.",
        # What was told before is meant, not what comes.
        "The rise of 8.2 percent is above the mean of the county. There are now 17,400 pensioners. Ten "
        "years earlier there had been 14,500.",
    ],
)
def test_levels_of_something_else_are_not_tied(text: str) -> None:
    tied = [*relations_of(text, "growth"), *relations_of(text, "sum")]
    assert [one for one in tied if {"new", "old"} <= one.keys() or "total" in one] == []


def test_what_other_levels_make_is_meant() -> None:
    text = (
        "Revenue of Acme in Hest grew by 10 percent. The shops sold goods for 330 million euros, the mill "
        "for 55 million euros. A year ago the shops had sold goods for 300 million euros."
    )
    assert all("55 million euros" not in one.get("new", []) for one in relations_of(text, "growth"))


def test_that_year_is_the_one_named_last() -> None:
    text = (
        "The vineyards have grown by 80 percent since 2014. In that year 1,150 hectares were so. Today "
        "it is 2,070 hectares."
    )
    assert {"growth": ["80 percent"], "new": ["2,070 hectares"], "old": ["1,150 hectares"]} in relations_of(
        text, "growth"
    )


@pytest.mark.parametrize(
    "text", ["Output of ore rose by a quarter in May.", "That is an increase of a quarter."]
)
def test_a_quarter_by_which_something_rose_is_no_span_of_time(text: str) -> None:
    assert [(one.kind, str(one.value)) for one in read_article(text, None, None, REFERENCE).drafts] == [
        ("growth", "0.25")
    ]
