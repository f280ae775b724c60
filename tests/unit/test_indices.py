"""Indices that are statistics are no stock market's: what they measure, and of when they are."""

import pytest

from flows.extraction.extract import read_article
from flows.extraction.text.document import tokenise
from flows.extraction.text.indices import index_words, statistical_indices
from schemas.reference import load_reference

REFERENCE = load_reference()


def figures(text: str) -> list[tuple[str | None, str | None]]:
    drafts = read_article(text, None, "2016-09-15", REFERENCE).drafts
    return [(draft.metric_code, draft.period_start) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The lamp makers' purchasing managers index rose.", ["purchasing managers index"]),
        ("Hart said its index of consumer sentiment fell.", ["index of consumer sentiment"]),
        ("Stocks fell as the factory activity index did.", ["factory activity index"]),
        ("The Hart/Gull home price index rose.", ["gull home price index"]),
        # An index without a name is the one named last.
        ("The seasonally adjusted rents index fell. The overall index is monthly.", ["rents index"] * 2),
        ("The rents index fell, the Nasdaq rose. The index is volatile.", ["rents index"]),
        # Where a name says nothing, the text does.
        ("The lamp index rose.", ["lamp index"]),
        ("Shares rose. The lamp index did, too.", []),
        # Parts of a stock market, whatever is in their names.
        ("The KBW mortgage index, the oil services index and the S&P 500 index rose with shares.", []),
        ("The stock price index of Harl rose.", []),
        ("The Straits Times Index rose.", []),
    ],
)
def test_an_index_is_told_by_its_name(text: str, names: list[str]) -> None:
    document = tokenise(text)
    found = [" ".join(index_words(document, name)) for name in statistical_indices(document).values()]
    assert [name[-len(wanted) :] for name, wanted in zip(found, names, strict=True)] == names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "The rents index rose 3 percent to 120.5 in August.",
            ["growth_of_rents_index", "rents_index"],
        ),
        # What has a metric of its own is that in its index, too.
        (
            "The seasonally adjusted Consumer Price Index rose 3 percent to 120.5 in August.",
            ["growth_of_consumer_prices", "consumer_prices"],
        ),
        ("Stocks fell. The KBW bank index lost 3 percent.", ["growth_of_stock_index"]),
    ],
)
def test_an_index_is_a_metric_by_what_it_is_of(text: str, codes: list[str]) -> None:
    assert [code for code, _ in figures(text)] == codes


def test_a_statistic_is_of_the_period_that_the_text_goes_on_about() -> None:
    text = "Lamp orders fell in August. The index of builder sentiment dropped to 55 from 58 in July."
    assert [period for _, period in figures(text)] == ["2016-08-01", "2016-07-01"]


def test_a_quote_of_a_currency_is_of_the_day_of_the_quotes_before_it() -> None:
    text = "Stocks fell on Wednesday. The Dow lost 3 percent. The euro bought $1.12."
    assert [period for _, period in figures(text)] == ["2016-09-14", "2016-09-14"]


def test_a_change_of_a_quote_without_a_date_is_of_the_day_of_the_text() -> None:
    text = "Shares in mills are watched. Hart Mills fell 3 percent, while Gull slid 4 percent."
    drafts = read_article(text, None, "2016-09-15", REFERENCE).drafts
    assert [draft.period_end for draft in drafts] == ["2016-09-15"] * 2
    # Markets are closed at the weekend, and none moves so much in a day.
    drafts = read_article(text, None, "2016-09-17", REFERENCE).drafts
    assert [draft.period_end for draft in drafts] == [None] * 2
    text = "Gull opened a mill. The MSCI World Index gained 13 percent."
    assert read_article(text, None, "2016-09-15", REFERENCE).drafts[0].period_end is None
