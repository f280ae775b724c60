"""Whom a figure is of where others tell it, where words only point or describe, and what adjoins it."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def subjects(text: str) -> list[str | None]:
    return [draft.subject for draft in read_article(text, None, None, REFERENCE).drafts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velta's shares fell 3 percent, while those of rival Hart Mills rose 5 percent.", "Hart Mills"),
        # A rank or an age is of whom the whole stands for.
        ("Velta Corp sold lamps. The No. 2 lamp maker is busy.", "Velta"),
        ("Velta Corp sold lamps. The 40-year-old firm is busy.", "Velta"),
        # Shares add, as reporters do.
        ("Hart Mills fell 4 percent and Velta ( VLT.N ) added 3 percent.", "Velta"),
        # What moves a thing has not moved.
        ("Velta sold lamps. The news sent the shares up 4 percent.", "Velta"),
        # An industry has what is measured across it.
        (
            "Velta's sales fell. Sales across the lamp industry rose 5 percent.",
            "lamp industry",
        ),
        ("Velta makes lamps. Velta said the lamp industry's sales rose 5 percent.", "lamp industry"),
        # Who foresees something of another tells it.
        ("The agency expects the $40 billion lamp industry to earn 3 million dollars.", "lamp industry"),
        ("Velta expects global lamp sales to rise 5 percent.", "global lamp sales"),
        ("The government raised its sugar output estimate to 3 million tonnes.", "sugar output"),
        ("Most millers see the flour market between 3 and 5 percent smaller.", "most millers"),
        ("Hart Bank sees the flour market shrinking between 3 and 5 percent.", "flour market"),
        ("Hart Bank is predicting flour prices to rise to 3 dollars.", "flour prices"),
        ("A poll of traders showed Velta is expected to lend 3 million.", "Velta"),
        ("Velta's output fell 3 percent, less than the 4 percent analysts had forecast.", "Velta"),
        ("Velta's revenue was above the 3 million dollars analysts had forecast.", "Velta"),
        (
            "Velta makes lamps. Velta's shares rose. Velta sold mills. Velta is big. Velta earned 4 million."
            " Analyst Jane Roe cut her sales expectations to 3 million.",
            "Velta",
        ),
        (
            "Velta Corp said Velta grew. Velta is a mill. Velta sold lamps. Hart Bank Ltd expected net profit"
            " to rise 4 percent.",
            "Velta",
        ),
    ],
)
def test_who_foresees_is_not_whose_it_is(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The first words that say more of a thing stand for it later.
        ("A cholera outbreak began in May. The outbreak cost 3 million dollars.", "cholera outbreak"),
        ("Prices of housing fell. Housing output fell, and then output fell 4 percent.", "housing output"),
        # No more than others of its kind that are told apart.
        ("A rival format failed. The format has 40 users.", "format"),
    ],
)
def test_a_noun_that_points_stands_for_its_fullest_words(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hart Ltd cut 900 jobs while as many as 300 jobs will be lost at Velta Corp.", "Velta"),
        ("At Velta Corp, some 300 jobs are to go.", "Velta"),
        ("Hart Ltd earned 3 million dollars. At Velta Corp, sales rose 5 percent.", "Velta"),
        ("Hart Ltd sold well. Sales rose 28% at old lamp maker Velta Corp.", "Velta"),
    ],
)
def test_the_house_that_jobs_and_sales_are_at_has_them(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe won. The Olympic champion cleared 5 metres.", "Jane Roe"),
        ("Jane Roe won. The 28-year-old cleared 5 metres.", "Jane Roe"),
        ("Velta trades the krone. The currency rose 3 percent.", "krone"),
        # No bank but a central one is "the central bank".
        ("Hart Bank lends. The central bank sold bonds for 3 million dollars.", "central bank"),
        ("The Bank of Japan met. Hart Bank lends. The central bank sold 3 million dollars.", "Bank of Japan"),
        ("Former ambassador to Chad Jane Roe owns 3 million dollars.", "Jane Roe"),
        ("Norway is rich. Norway sells oil. The world's largest economy grew 4 percent.", "Norway"),
        ("Europe's largest economy Norway had a surplus of 3 million crowns.", "Norway"),
        ("Velta Bank fell 3 percent. The dollar index rose 4 percent.", "dollar index"),
        ("The Hart energy index rose 4 percent.", "Hart energy index"),
        ("Velta shares trade at 7 dollars.", "Velta"),
        ("Norway's biggest bank, Velta, holds 3 stakes.", "Velta"),
        # A seat names nobody.
        ("Velta Corp sold lamps. Net income at the Harl, Norway-based lamp firm fell 3 percent.", "Velta"),
        ("Velta Corp sold lamps. The Harl-based jeweller earned $3.", "Velta"),
        ("Velta Corp sold lamps. Harl, Norway-based Hart Mills earned $3.", "Hart Mills"),
        ("Makers sold lamps. Norway-based mills earned $3.", "mills"),
    ],
)
def test_a_description_stands_for_a_name(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a change behind its figure is of, unless somebody reports it as his own.
        ("Velta shares rose despite a 5 percent rise in the price of tin.", "tin"),
        ("Velta reported a 5 percent rise in online orders.", "Velta"),
        ("Velta fell 3 percent, compared with a 4 percent fall in the Hart Index.", "Hart Index"),
        ("Velta sold lamps despite a 4 percent rise in June.", "Velta"),
        # Who has a figure that stands right behind, and in which place a compared one is.
        ("Norway's 3 million tonne quota was cut.", "Norway"),
        ("Sweden has 7 mills, compared with 6 in Norway.", "Norway"),
        ("Sweden sold tin to more than 6 mills in Norway.", "Sweden"),
        ("The index rose, with Velta, at 114, ahead of Hart, at 95.", "Hart"),
        ("Velta stayed ahead of Hart, with 57 percent of votes.", "Velta"),
        ("Velta was down 4 percent and Hart off more than 6 percent.", "Hart"),
        ("Velta, a mill owned 30 percent by Hart Ltd, fell.", "Hart"),
        ("Jane Roe beat the record of 14 seconds set by Ola Marn.", "Ola Marn"),
    ],
)
def test_what_adjoins_a_figure_is_its_subject(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence about another only interrupts an article that is about one firm.
        (
            "Velta Corp sold lamps. Velta said Velta grew. Velta is big. Hart sued Velta."
            " Revenue rose 4 percent.",
            "Velta",
        ),
        # A measured thing of nobody named is not of whom the sentence before was about.
        ("Ola Marn said so. Mortgage lending rose 4 percent.", "mortgage lending"),
        # What only stands in an article and does nothing is not what it is about.
        (
            "Growers of wine fear the Far Coast. Wine of the Far Coast and of the Far Coast alone is cheap."
            " Production fell 4 percent.",
            "production",
        ),
        # By what something is lost is not whose the loss is.
        ("Velta said its losses from Storm Orva were 4 million dollars.", "Velta"),
    ],
)
def test_whose_a_bare_measure_is(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A firm that is only mentioned is not "the company", nor is a unit the whole of the text.
        (
            "Toyota Motor Corp sold lamps. Toyota grew. Toyota fell. Toyota sold. Hart Mills Corp rose."
            " The company earned 4 million dollars.",
            "Toyota",
        ),
        (
            "Hart Mills Corp sold lamps. Toyota grew. Toyota fell. Toyota rose. Hart Mills Corp sold."
            " The company earned 4 million dollars.",
            "Hart Mills",
        ),
    ],
)
def test_the_company_is_what_a_text_is_about(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a hyphen joins begins no clause, is no time, no adverb and no participle.
        ("In the south, existing-mill sales fell 4 percent.", "existing-mill sales"),
        ("On Wednesday first-aid sales rose 4 percent.", "first-aid sales"),
        ("So-called core prices rose 4 percent.", "core prices"),
        ("After-school lessons cost 4 million dollars.", "after-school lessons"),
        ("Hart Mills fell. Harling-Velta rose 4 percent.", "Harling-Velta"),
        ("Hart Mills Corp makes lamps. A heart-stopping 4 percent fall in sales hurt it.", "Hart Mills"),
    ],
)
def test_what_a_hyphen_joins_is_one_word(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


STATED = "Velta Corp posted results on Monday. Velta said it sold more. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A state's government is no firm of that state.
        (
            "Deutsche Bank sold lamps. Deutsche Bank is big. The German government paid 3 million euros.",
            "German government",
        ),
        # An index is no firm, nor who compiles it.
        (
            "Velta said its consumer sentiment index rose to 93 points.",
            "consumer sentiment index",
        ),
        # What a firm makes or does is not the firm.
        (f"{STATED}The cost-cutting program will save 3 million dollars.", "Velta cost-cutting program"),
        # An average one is none that was named.
        ("The Hart Fund fell. Traders said the average hedge fund lost 3 percent.", "average hedge fund"),
        # A part that is told apart is no stand-in for its whole, and "the unit" is the part spoken of.
        (f"{STATED}The lamp unit earned 3 million dollars.", "Velta lamp unit"),
        (f"{STATED}The lamp unit grew. The unit earned 3 million dollars.", "Velta lamp unit"),
        # Who speaks for a firm speaks of it; an analyst does not.
        (
            "Hart Mills sold lamps. Volkswagen Chairman Jane Roe said the company would spend 3 million.",
            "Volkswagen",
        ),
        (
            f"{STATED}Volkswagen analyst Jane Roe said the company would spend 3 million.",
            "Velta",
        ),
    ],
)
def test_a_stand_in_is_of_its_kind(text: str, expected: str) -> None:
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is left of the name is no thing that the firm has.
        ("Hart and Co sold 3 million lamps. Hart is a mill.", "Hart"),
        # The end of a sentence that the stop of a firm's name hides.
        ("They praised a unit of Honda Motor Co. Volkswagen sold 300 cars.", "Volkswagen"),
    ],
)
def test_a_legal_form_ends_a_name(text: str, expected: str) -> None:
    assert subjects(text)[0] == expected


def test_what_is_called_an_index_or_a_program_has_no_measures() -> None:
    text = (
        "The Hart Cost Index rose in May in Norway. The Hart Cost Index is watched. "
        "Energy costs fell 3 percent in Norway."
    )
    figure = read_article(text, "Hart Cost Index rises", "2016-09-01", REFERENCE).drafts[-1]
    assert figure.subject == "Norway energy costs"
