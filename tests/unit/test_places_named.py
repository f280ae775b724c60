"""Which names of places are where a figure is, by whole readings: parties, units, currencies, headings."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def place(text: str, figure: str, title: str | None = None) -> str | None:
    """Return the code of the place of the first figure with these words."""
    reading = read_article(text, title, "2015-05-06", REFERENCE)
    return next(
        draft.place_code for draft in reading.drafts if text[draft.start : draft.end].strip() == figure
    )


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # Other parties, their articles and lists of them.
        ("Gull Inc's trade with the Soviet Union fell by 9 percent.", "9 percent", None),
        ("After talks with Norway and Denmark it cut 900 posts.", "900", None),
        ("After talks with Peru, the U.S. and Chile it cut 900 posts.", "900", None),
        ("Sales doubled, with Chile selling 900 boats.", "900", "CL"),
        # What an aside names that a comma has closed.
        ("The costs of Gull Inc, including those in Norway, rose to $9 million.", "$9 million", None),
        # What comes from a place, and what is lent there.
        ("Gull Inc said revenue from the Netherlands fell 9 percent.", "9 percent", "NL"),
        ("Gull Inc gets a third of its sales from Norway.", "a third", "NO"),
        ("Gull Inc has an exposure of $9 million to Norway.", "$9 million", "NO"),
        (
            "Gull Inc has most of its yards in the United States, where costs rose 9 percent.",
            "9 percent",
            "US",
        ),
        ("Gull Inc moved boats from Norway, where costs rose 9 percent.", "9 percent", "NO"),
    ],
)
def test_other_parties_are_no_places(text: str, figure: str, expected: str | None) -> None:
    assert place(text, figure) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Gull Inc said it was closing 900 jobs at its Danish boat business.", "900", "DK"),
        ("Gull Inc's Danish unit sold 900 boats.", "900", "DK"),
        ("Gull Inc will buy a 9 percent stake in the Danish yard.", "9 percent", "DK"),
        ("Gull Inc reported a 9 percent decline in December U.S. sales.", "9 percent", "US"),
        ("Gull Inc will spend $9 million on a yard in the northern state of Alaska.", "$9 million", "US-AK"),
        ("Gull Inc will spend $9 million on a yard in the U.S. state of Alaska.", "$9 million", "US-AK"),
        ("Gull Inc owns yards in nine Canadian provinces and in Puerto Rico.", "nine", "CA"),
        ("Gull Inc has about 40 percent of the world seed market.", "40 percent", "001"),
        # Ranked in it, not it; a name; and when, not where, something was traded.
        ("Africa's most-visited country lost 9 percent of its guests.", "9 percent", None),
        ("Gull Inc raised its stake in Swedish Match to 9 percent.", "9 percent", None),
        (
            "Shares of Gull Inc fell Monday morning in New York, adding to a 9 percent drop.",
            "9 percent",
            None,
        ),
        ("U.S.-traded shares of Gull Inc rose 9 percent.", "9 percent", None),
    ],
)
def test_parts_of_firms_and_goods_are_where_their_adjective_says(
    text: str, figure: str, expected: str | None
) -> None:
    assert place(text, figure) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Shares of Gull Inc fell 57 Canadian cents on Monday.", "57 Canadian cents", None),
        ("Gull Inc spent 9 million euros (US$10 million).", "US$10 million", None),
        ("China lent Norway $6 million.", "$6 million", "NO"),
        ("UK-led Gull Inc spent $9 million.", "$9 million", None),
        ("S.Korea sold 900 boats.", "900", "KR"),
        ("N.Z. sold 900 boats.", "900", "NZ"),
    ],
)
def test_currencies_and_short_names(text: str, figure: str, expected: str | None) -> None:
    assert place(text, figure) == expected


def test_a_share_is_of_no_currency() -> None:
    text = "China will build on. Yards costing 9 million yuan will absorb 60 percent of the funds."
    assert place(text, "60 percent", "China to build") == "CN"


def test_the_subject_of_a_sentence_has_what_it_is_about() -> None:
    text = "Gull Inc fell. Iraq is seeking bids for three wells, valued at $500 million."
    assert place(text, "$500 million") == "IQ"


FACTBOX = (
    "Here is who helps. * NORWAY -- Unveiled loans of $3 million for two yards. The package has a term of "
    "five years. * DENMARK: May 3 -- Will lend Gull Inc $4 million. * Others give $5 million."
)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [("$3 million", "NO"), ("five years", "NO"), ("$4 million", "DK"), ("$5 million", None)],
)
def test_a_place_heads_its_item_of_a_list(figure: str, expected: str | None) -> None:
    assert place(FACTBOX, figure) == expected


def test_a_heading_ends_with_its_paragraph() -> None:
    text = f"{FACTBOX}\n* NORWAY - Cut its rate. The loan is of $6 million.\n\nThe fund still has $7 million."
    assert place(text, "$6 million") == "NO"
    assert place(text, "$7 million") is None


def test_a_part_named_as_the_reason_is_not_what_a_text_is_about() -> None:
    text = (
        "WASHINGTON (Reuters) - Output fell in August as a storm shut wells in the Gulf of Mexico. "
        "Production fell 9 percent, the Federal Reserve said."
    )
    assert place(text, "9 percent") == "US"


def test_a_body_of_another_country_acts_in_its_own() -> None:
    text = "European growth slowed on Monday. The Bank of England will lend banks 40 billion pounds."
    assert place(text, "40 billion pounds", "European growth slows") == "GB"


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Banks fell in Europe, pulling the S&P 500 down 3 percent.", "3 percent", "US"),
        ("Stocks rose in Mumbai and the Nikkei gained 4 percent.", "4 percent", "JP"),
    ],
)
def test_an_index_is_of_its_country_wherever_its_sentence_is(text: str, figure: str, expected: str) -> None:
    assert place(text, figure) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Norway's budget grew. Norway spent more. Spot gold fell to $1,300 an ounce.", "$1,300", None),
        ("Norway's budget grew. Norway spent more. Brent crude rose 3 percent.", "3 percent", None),
        # In its own money, and of what a country buys.
        ("Norway's budget grew. Norway spent more. Gold rose to 900 euros an ounce.", "900 euros", "NO"),
        ("Norway's budget grew. Norway spent more. Fish prices rose 3 percent.", "3 percent", "NO"),
    ],
)
def test_what_costs_the_same_everywhere_has_no_place_of_the_article(
    text: str, figure: str, expected: str | None
) -> None:
    assert place(text, figure, "Norway spends more") == expected
