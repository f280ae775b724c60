"""Which place has what is told of a whole market, of a rank and of a public body, by whole readings."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def places(text: str, title: str | None = None) -> dict[str, str | None]:
    """Return the place of each figure by its words."""
    reading = read_article(text, title, "2015-05-06", REFERENCE)
    return {text[draft.start : draft.end]: draft.place_code for draft in reading.drafts}


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Advancing stocks outnumbered decliners by 1,500 to 900 on the NYSE.", "900", "US"),
        ("About 5 billion shares changed hands on the New York Stock Exchange.", "5 billion", "US"),
        ("Some 2 billion shares traded on Nasdaq, below the daily average of 3 billion.", "3 billion", "US"),
        # One company's.
        (
            "Acme Inc rose as 4 million shares traded on the Nasdaq, above its average of 2 million.",
            "2 million",
            None,
        ),
        ("Shares of Acme Inc rose 3 percent in trading on the NYSE.", "3 percent", None),
        # Indexes that no table lists.
        ("The Gull Stoxx European boat index fell 3 percent.", "3 percent", "150"),
        ("The Stoxx Europe 600 Index fell 3 percent.", "3 percent", "150"),
        ("The MSCI Emerging Markets Index fell 3 percent.", "3 percent", None),
        ("For the week, the Dow was down 3 percent and the S&P was down 4 percent.", "4 percent", "US"),
        ("Gull Inc rose 7 percent and was among the Nasdaq's top gainers.", "7 percent", None),
        ("Norway's debt grew, it said. Its Treasury bills yield 3 percent.", "3 percent", "NO"),
        ("The Dow agreed to buy Gull Inc for $9 million.", "$9 million", None),
        ("The S&P boat index was up 4 percent.", "4 percent", "US"),
        # What a government owes.
        ("The yield on 10-year Treasuries rose to 2.1 percent.", "2.1 percent", "US"),
        ("The yield on the Bund rose to 2.1 percent.", "2.1 percent", "DE"),
    ],
)
def test_what_a_whole_market_did_is_of_its_country(text: str, figure: str, expected: str | None) -> None:
    assert places(text)[figure] == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Gull Inc, the No. 2 U.S. boat maker, lost $9 million.", "No. 2", "US"),
        ("Gull Inc, the world's No. 3 boat maker, lost $9 million.", "No. 3", "001"),
        ("Gull Inc is the No. 4 maker of boats in Norway.", "No. 4", "NO"),
        ("Gull Inc, the No. 2 boat maker, sold a yard to Norway.", "No. 2", None),
        ("Gull Inc, the No. 2 boat maker behind Norway's Velta, lost $9 million.", "No. 2", None),
    ],
)
def test_rank_is_of_the_place_in_its_own_phrase(text: str, figure: str, expected: str | None) -> None:
    assert places(text)[figure] == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("The Treasury Department lent Acme Inc $9 million.", "$9 million", "US"),
        ("Acme Inc owes the Bank of Japan 9 million yen.", "9 million yen", "JP"),
        ("Acme Inc owes its lenders $9 million.", "$9 million", None),
    ],
)
def test_what_a_public_body_does_is_of_its_country(text: str, figure: str, expected: str | None) -> None:
    assert places(text)[figure] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway's third-biggest lender earned $9 million.",
        "Velta, Norway's sixth-largest boat maker, cut costs by $9 million.",
        "It bought shares in Norway's Velta for $9 million.",
    ],
)
def test_country_of_a_company_by_its_rank_or_name_is_no_place(text: str) -> None:
    assert places(text)["$9 million"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toyota has cash of 30 million euros.", None),
        ("Toyota's revenue was 30 million euros.", None),
        ("The ferry will cost 30 million euros.", "NO"),
    ],
)
def test_money_of_a_listed_firm_takes_no_place_from_the_article(text: str, expected: str | None) -> None:
    opening = "Norway's voters want a ferry, a poll showed. Norway's ministers agree. "
    assert places(opening + text, "Norway wants a ferry")["30 million euros"] == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("The ferry budget rose 30 percent, Toyota said after its profit rose.", "30 percent", "NO"),
        ("Some 40 percent of boats are old, said Toyota, whose shares fell.", "40 percent", "NO"),
        # Toyota's own, and what somebody holds in it.
        ("Toyota's stake in it is 30 percent after its profit rose.", "30 percent", None),
        ("The fund holds 40 shares of Toyota.", "40", None),
    ],
)
def test_what_is_of_no_firm_has_the_article_s_place_beside_a_firm(
    text: str, figure: str, expected: str | None
) -> None:
    opening = "Norway's voters want a ferry, a poll showed. Norway's ministers agree. "
    assert places(opening + text, "Norway wants a ferry")[figure] == expected


NORWAY = "Norway's economy grew in May. Norwegian exports rose, and Norway sold more lamps. "


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # What a firm has or raises, it has wherever it is; what is made in a country is made there.
        ("Volkswagen has assets of 3 million dollars.", "3 million dollars", None),
        ("Sales of lamps rose to 300 units.", "300", "NO"),
        # What many countries do together is of none of them, and money may go to one.
        ("OPEC's output was 3 million barrels.", "3 million barrels", None),
        ("The IMF lent 3 million dollars.", "3 million dollars", "NO"),
        # As old as a person is, wherever that is.
        ("The minister, Jane Roe, 41, resigned.", "41", None),
    ],
)
def test_what_a_firm_has_and_a_union_does_is_of_no_country(
    text: str, figure: str, expected: str | None
) -> None:
    assert places(NORWAY + text)[figure] == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # What a firm does all over the world is not what it earns or is worth.
        ("Shares in Volkswagen have sunk by more than 16% after weak global sales.", "16%", None),
        ("Volkswagen grew. Net profit of the group rose 3% on global sales.", "3%", None),
        ("Global sales of Volkswagen rose 16% in May.", "16%", "001"),
    ],
)
def test_a_firm_s_result_is_not_of_the_world(text: str, figure: str, expected: str | None) -> None:
    assert places(text)[figure] == expected
