"""Figures that share a verb, rivals, comparisons, adverbials before the subject."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def subjects(text: str, title: str | None = None) -> list[str | None]:
    return [draft.subject for draft in read_article(text, title, None, REFERENCE).drafts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bread brought in 40 million euros, cakes 12 million euros and cheese pies 3 million euros.",
            ["bread", "cakes", "cheese pies"],
        ),
        ("Packaging earned 40 million euros and tissue 12 million euros.", ["packaging", "tissue"]),
        (
            "Farming fell 4.2 percent, transport rose 1.7 percent and mining 3 percent.",
            ["farming", "transport", "mining"],
        ),
        ("Women make up 51.2% of the members and men 48.8%.", ["women", "men"]),
        ("The ferries carried 9,100 cars and the trains 5,100.", ["ferries", "trains"]),
    ],
)
def test_a_verb_said_once_has_several_subjects(text: str, expected: list[str]) -> None:
    assert [(subject or "").lower() for subject in subjects(text)] == expected


def test_a_second_verb_or_a_time_is_no_subject() -> None:
    assert subjects("Vestra Foods hired 20 cooks and spent 30 million euros.") == ["Vestra Foods"] * 2
    assert subjects("Vestra Foods hired 20 cooks, last year 30 cooks.")[0] == "Vestra Foods"
    assert subjects("Vestra Foods hired 20 cooks, rather than 30 cooks.") == ["Vestra Foods"] * 2


def test_rivals_have_their_own_figures() -> None:
    text = "Ina Hart won 900 votes, ahead of Paul Stone with 700 votes and Rosa Kent with 80 votes."
    assert subjects(text) == ["Ina Hart", "Paul Stone", "Rosa Kent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vestra Foods shipped 50 ovens, compared with 90 deliveries of the Chevrolet Volt.",
            "Chevrolet Volt",
        ),
        ("Vestra Foods shipped 50 ovens, against 90 for Hart Mills.", "Hart Mills"),
        ("Vestra Foods shipped 50 ovens, compared with 90 a year earlier.", "Vestra Foods"),
    ],
)
def test_whose_a_compared_figure_is(text: str, expected: str) -> None:
    assert subjects(text)[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Between January and May the firm Hart Mills sold 340 ovens.",
        "In the first half of the year the Hart Mills group sold 340 ovens.",
        "Last week Hart Mills sold 340 ovens.",
        "Two years ago Hart Mills sold 340 ovens.",
    ],
)
def test_an_adverbial_without_a_comma_is_no_subject(text: str) -> None:
    assert subjects("Vestra Foods makes bread. " + text)[-1] == "Hart Mills"


def test_both_halves_of_what_is_said_have_its_subject() -> None:
    text = "Vestra Foods says that Hart Mills drivers have covered 30 km and saved 40 tonnes of fuel."
    assert subjects(text) == ["Hart Mills drivers"] * 2


def test_a_headline_in_the_present_has_a_subject() -> None:
    assert subjects("Bakers celebrate 350,000 loaves\n\nHart Mills sold 20 ovens.")[0] == "bakers"
    assert subjects("Ina Hart Wins 40 Medals\n\nIna Hart was born in Spain.")[0] == "Ina Hart"


def test_agencies_do_not_own_what_they_tell() -> None:
    text = "Hart Mills sells flour. Analysts had forecast revenue of 455 million euros."
    assert subjects(text)[-1] == "Hart Mills"
    text = "Revenue at Hart Mills came to 4 million euros. A Reuters poll had forecast 3 million euros."
    assert "Reuters" not in subjects(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vestra Foods and its rival Hart Mills (7203.T), whose sales grew 4.9 percent, met.", "Hart Mills"),
        ("Revenue from recorded music grew 13 percent.", "recorded music"),
        ("The hardest hit sector is construction, where employment dropped 19 percent.", "construction"),
        ("Bond spreads widen by 48 percent.", "bond spreads"),
    ],
)
def test_whose_measure_it_is(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_a_clause_that_names_nobody_goes_on_about_the_figure_before_it() -> None:
    text = "Hart Mills closed. One in ten farmers - equivalent to 22 million people - owns a radio."
    assert subjects(text) == ["farmers"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mills did well, with Vestra Foods selling 40 ovens.", "Vestra Foods"),
        ("Mills did badly, with lamp maker Hartlow up 3 percent.", "Hartlow"),
        ("The season was good, with only 3% of receivals being spoilt.", "receivals"),
        ("Mills did well, with Vestra, at 40, reporting the most.", "Vestra"),
        ("Leaf sales rose, with Norway at 40.", "Nissan Leaf"),
        # What "with" only joins to a verb brings nobody in.
        ("Vestra Foods merged with Hartlow in buying 40 ovens.", "Vestra Foods"),
    ],
)
def test_with_brings_a_subject_of_its_own(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


def test_a_level_at_which_a_rise_ends_is_of_the_same() -> None:
    assert subjects("Mills gained, with Minis up 8 percent at 776 units.") == ["Mini"] * 2


def test_a_share_held_by_somebody_is_his() -> None:
    assert subjects("Vestra Foods, which is 25% owned by Paul Stone, opened.") == ["Paul Stone"]
    assert subjects("Vestra Foods is 25 pct controlled by <Hart Mills>.") == ["Hart Mills"]
    # A text that breaks off.
    assert subjects("Vestra Foods is 25% owned by") == ["Vestra Foods"]


def test_a_hyphen_does_not_end_a_phrase() -> None:
    assert subjects("A pile of long-dated bonds is worth 40 million euros.") == ["pile of long-dated bonds"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands behind a head tells it apart; times, places and manners do not.
        ("The average price for smoked fish rose to 8 euros.", "average price for smoked fish"),
        ("Recruitment in the lamp industry fell 3 percent.", "recruitment in the lamp industry"),
        ("Recruitment in the harbour fell 3 percent.", "recruitment"),
        ("Confidence among bakers fell 3 percent.", "confidence among bakers"),
        ("Recruitment for the year fell 3 percent.", "recruitment"),
        # A change is of what changes, a share of whose it is.
        ("The rise in lamp prices was 3 percent.", "lamp prices"),
        ("Shares in Hart Mills fell 40 cents.", "Hart Mills"),
        # What was traded before stands in for itself, whatever kind of thing it is.
        ("Copper for June fell 3 percent. The contract rose 4 percent in May.", "copper"),
    ],
)
def test_what_a_phrase_is_of(text: str, expected: str) -> None:
    assert (subjects(text)[-1] or "").lower() == expected.lower()


def test_the_group_is_nobody_who_only_tells() -> None:
    text = "Vestra Foods opened a mill. Broker Hartlow Securities said the group's margin of 30 percent fell."
    assert subjects(text) == ["Vestra Foods"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The slowdown brought Vestra's profit down 3 percent.", "Vestra"),
        ("Buyers sent Hart Mills shares up 3 percent.", "Hart Mills"),
        ("The fee would raise the bakers' costs by about 3 million euros.", "bakers' costs"),
        # What is one's own, and what nobody moves, is the subject's.
        ("Hart Mills cut its stake in Vestra Foods to 3 percent.", "Hart Mills"),
        ("Hart Mills said lamp prices rose slightly to 3 euros.", "lamp prices"),
        ("Hart Mills unveiled a capital-boosting share issue of up to 3 million euros.", "Hart Mills"),
    ],
)
def test_what_is_moved_has_the_figure(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_its_goes_back_to_what_the_sentence_before_is_about() -> None:
    text = "Vestra Foods opened in May. Digital cable grows. Its share of viewers rose by 20%."
    assert "cable" in (subjects(text)[0] or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are three scripts still in the running.", "scripts"),
        ("Some 12% of voters disappeared from the roll.", "voters"),
        ("Of those polled, 12% agreed.", "those polled"),
    ],
)
def test_a_subject_ends_with_a_noun(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_by_whom_something_is_told_is_not_whose_it_is() -> None:
    text = "Vestra Foods earned 3 million euros, above the 2 million euros expected by Hart Mills."
    assert subjects(text) == ["Vestra Foods"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Renault sold 40 Zoes in Harl.", "Renault Zoe"),
        # What somebody has of another's is his who has it.
        ("Paul Stone owned 40 Vestra Foods shares.", "Paul Stone"),
        ("The film Harl Days won five Oscars in May.", "Harl Days"),
    ],
)
def test_only_products_are_counted_by_name(text: str, expected: str) -> None:
    assert subjects(text) == [expected]


def test_shares_that_change_hands_are_of_the_exchange() -> None:
    text = (
        "Velta fell 3 percent. Volume was light on the New York Stock Exchange, with 1.2 billion shares "
        "changing hands, below an average of 1.5 billion, while on the Nasdaq 2.1 billion shares traded."
    )
    exchanges = ["New York Stock Exchange", "New York Stock Exchange", "Nasdaq"]
    assert subjects(text) == ["Velta", *exchanges]
    text = "Velta fell 3%. About 6 billion shares changed hands on the New York Stock Exchange and Nasdaq."
    assert subjects(text)[1] == "New York Stock Exchange and Nasdaq"
    text = "Velta fell 3%. On the Nasdaq 2.1 billion shares traded, below a daily average of 2.4 billion."
    assert subjects(text) == ["Velta", "Nasdaq", "Nasdaq"]
    # What a firm buys on one is the firm's; so is the volume of its own shares.
    assert subjects("Velta bought 3 million shares traded on the Nasdaq.") == ["Velta"]
    text = "Velta rose to 40 dollars on volume of 61 million shares, making it the most traded on the Nasdaq."
    assert subjects(text) == ["Velta", "Velta"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rising stocks outnumbered falling ones on the NYSE by 5 to 2, while on the Nasdaq six stocks "
            "rose for every four that fell.",
            ["NYSE", "NYSE", "Nasdaq", "Nasdaq"],
        ),
        (
            "Decliners beat advancers by about 9 to 7 on the NYSE and by 8 to 3 on the Nasdaq.",
            ["NYSE", "NYSE", "Nasdaq", "Nasdaq"],
        ),
    ],
)
def test_stocks_that_rise_and_fall_are_of_the_exchange(text: str, expected: list[str]) -> None:
    found = read_article(f"Velta fell 3 percent. {text}", None, None, load_reference()).drafts[1:]
    assert [draft.subject for draft in found] == expected
    assert {(draft.metric or "").removeprefix("change in ") for draft in found} == {"stocks"}


def test_what_with_adds_is_of_what_its_clause_is_about() -> None:
    assert subjects("Velta is glad. The pink lamp market grew, with sales rising to 3 million crowns.") == [
        "pink lamp market"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who has more than a part is not compared with whose it is a part of.
        ("Hart Mining owns more than 30 percent of Velta Foods.", "Hart Mining"),
        ("Hart Mining fell, with output less than the 40 tonnes of Velta Foods.", "Velta Foods"),
        # An example is one of those that are meant.
        ("Volkswagen has nine brands including Audi.", "Volkswagen"),
        ("Mortgage operations including Hart Capital lost 3 million crowns.", "mortgage operations"),
        # What is the first of its kind in a place is not the place.
        ("Velta cut jobs. Norway's second-largest lender sold 3 million cards.", "Velta"),
        ("Velta cut jobs. Europe's biggest bank sold 3 million cards.", "Velta"),
        ("Velta cut jobs. Norway's largest city has 3 million lamps.", "Norway"),
    ],
)
def test_who_is_meant_beside_other_names(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


def test_a_note_under_a_table_has_none_of_its_figures() -> None:
    table = "Boats 197,444 229,400 -13.9% Rafts 64,940 84,292 -23.0% Ferries 132,504 145,108 -8.7%"
    found = subjects(f"Velta sold more boats. {table} ------ Percent changes are calculated on sunny days.")
    assert found[3:6] == ["Rafts", "Rafts", "Rafts"]
