"""Lengths of time that say how extreme something was, and quotes that only their metric tells."""

import pytest

from flows.extraction.extract import read_article
from flows.extraction.figure import Draft
from schemas.reference import load_reference

REFERENCE = load_reference()
AUGUST, DAY = "2016-08-01/2016-08-31", "2016-09-15/2016-09-15"


def periods(text: str, title: str | None = None) -> dict[str, str]:
    drafts = read_article(text, title, "2016-09-15", REFERENCE).drafts
    return {text[draft.start : draft.end]: _period(draft) for draft in drafts}


def _period(draft: Draft) -> str:
    return f"{draft.period_start}/{draft.period_end}" if draft.period_start else "-"


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Cement output fell 4 percent in August, the most in over two years.", "two years", AUGUST),
        ("Cement output fell in August to its lowest level in six years.", "six years", AUGUST),
        ("Rents rose to a six-year high of $900 in August.", "six-year", AUGUST),
        # The value that is the extreme has its time, the other date none of it.
        ("The ferry's fares are up this year and touched a two-year high of 9 dollars in August.",
         "two-year", AUGUST),
        ("Barges were idle for the first time in ten years in August.", "ten years", AUGUST),
        # What the mark is, or what led to it, tells when it was reached.
        ("Rents were $900 in August, a six-year high, said the guild.", "six-year", AUGUST),
        ("Rents rose 4 percent in August to a near six-year high.", "six-year", AUGUST),
        ("Rents were $900 in August, which undid a six-year low.", "six-year", "-"),
        # What is traded reaches it on the day of the quotes, else of the text.
        ("The Nikkei rose on Wednesday. Sterling slid to a six-year low.", "six-year",
         "2016-09-14/2016-09-14"),
        ("Gull cut its outlook. Its shares fell the most in six years.", "six years", DAY),
        ("Gull cut its outlook. Its shares had rebounded from a six-year low.", "six-year", "-"),
        ("Gull cut its outlook. The ferries fell to a six-year low.", "six-year", "-"),
        # Nothing says when.
        ("It is the deepest lake in ten years of soundings.", "ten years", "-"),
        # What lasted so long, and what is so old, is no extreme.
        ("Barges were idle for six weeks in August.", "six weeks", "-"),
    ],
)  # fmt: skip
def test_extreme_is_of_the_time_when_it_was_reached(text: str, length: str, expected: str) -> None:
    assert periods(text)[length] == expected


def test_time_of_an_extreme_is_not_sure() -> None:
    drafts = read_article("Rents rose the most in six years in August.", None, "2016-09-15", REFERENCE).drafts
    assert drafts[-1].confidence["period"] < 0.6


@pytest.mark.parametrize(
    ("text", "title", "quote", "expected"),
    [
        ("The Nikkei rose on Wednesday. Gull slid 2.4 percent to 9,990 yen.", None, "2.4 percent",
         "2016-09-14/2016-09-14"),
        ("The S&P 500 slipped on Wednesday. Gull slid 2.4 percent to $9.", None, "2.4 percent",
         "2016-09-14/2016-09-14"),
        ("Investors kept calm on Wednesday, leaving stocks flat. Gull slid 2.4 percent to $9.",
         "Wall St flat before vote", "2.4 percent", "2016-09-14/2016-09-14"),
        # Titles that measure something against the street are no reports of trading.
        ("Gull posted lower revenue on Wednesday, which pushed stocks down. Demand fell 2.4 percent in Peru.",
         "Gull misses Wall Street estimates", "2.4 percent", "-"),
        ("Stocks of cement fell on Wednesday. The Kiln Owners' levy slid 2.4 percent.", None, "2.4 percent",
         "-"),
    ],
)  # fmt: skip
def test_text_about_a_stock_market_is_of_its_day(
    text: str, title: str | None, quote: str, expected: str
) -> None:
    assert periods(text, title)[quote] == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Shares of Gull were up 15 cents at $34 on Wednesday, while shares of Tern rose 7 cents to $6.",
         "7 cents", "2016-09-14/2016-09-14"),
        ("Gull shares closed at $12 on Wednesday. Its fleet fell by 48 barges.", "48", "-"),
    ],
)  # fmt: skip
def test_what_turns_out_to_be_a_quote_is_of_the_day_of_the_quotes_before(
    text: str, quote: str, expected: str
) -> None:
    assert periods(text)[quote] == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Stocks rose on Wednesday. For the week, the Dow fell 5 percent.", "5 percent",
         "2016-09-12/2016-09-14"),
        ("Stocks rose on Wednesday. The Dow gained 5 percent for the year.", "5 percent",
         "2016-01-01/2016-09-14"),
        ("Stocks rose on Wednesday. The Dow gained 5 percent for the month of June.", "5 percent",
         "2016-06-01/2016-06-30"),
    ],
)  # fmt: skip
def test_change_of_a_market_for_the_week_is_of_the_week(text: str, quote: str, expected: str) -> None:
    assert periods(text)[quote] == expected


def test_change_for_the_month_after_its_last_day_of_trading_is_of_the_whole() -> None:
    text = "Stocks rose on Friday. The Dow gained 5 percent for the quarter."
    draft = read_article(text, None, "2011-09-30", REFERENCE).drafts[0]
    assert _period(draft) == "2011-07-01/2011-09-30"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        # What is traded has moved up to the last day of its quotes.
        ("Gull shares are down 9 percent in 2016.", "9 percent", "2016-01-01/2016-09-15"),
        ("Through Tuesday, Gull shares were up 9 percent this year.", "9 percent", "2016-01-01/2016-09-13"),
        ("At Tuesday's close, Gull shares had gained 9 percent so far this year.", "9 percent",
         "2016-01-01/2016-09-13"),
        ("Gull shares are up 9 percent this quarter.", "9 percent", "2016-07-01/2016-09-30"),
        ("Gull sales are seen rising 9 percent in 2016.", "9 percent", "2016-01-01/2016-12-31"),
        # Moves that are set against each other are of one time.
        ("Gull shares are up 9 percent this year, while Tern shares are up 4 percent.", "4 percent",
         "2016-01-01/2016-09-15"),
        ("Gull shares rose 9 percent in August, outpacing the Nikkei, which was up more than 4 percent.",
         "4 percent", AUGUST),
        ("In August the Nikkei rose 9 percent; shares of Tern fell 7 percent and shares of Gull 4 percent.",
         "7 percent", AUGUST),
        # Not what has a day or a price.
        ("Gull shares, which have lost 9 percent this year, were up 4 percent.", "4 percent", "-"),
        ("Gull shares rose 9 percent in August, while Tern closed 4 percent higher.", "4 percent", DAY),
        ("Gull shares rose 9 percent in August, while Tern shares fell 4 percent to $9.", "4 percent", DAY),
    ],
)  # fmt: skip
def test_how_long_a_move_took(text: str, quote: str, expected: str) -> None:
    assert periods(text)[quote] == expected
