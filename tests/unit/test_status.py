"""Claimants and status: who says so, and whether it has happened."""

import pytest

from flows.extraction.figure import Draft
from flows.extraction.names.names import find_names
from flows.extraction.reading import Reading
from flows.extraction.status.status import assign_status
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def drafts(text: str, *numbers: str) -> list[Draft]:
    document = tokenise(text)
    reading = Reading(document, None, None, REFERENCE)
    reading.names = find_names(document, None, REFERENCE)
    for number in numbers:
        start = text.index(number)
        first = next(i for i, end in enumerate(document.ends) if end > start)
        last = next(i for i, end in enumerate(document.ends) if end >= start + len(number)) + 1
        end = start + len(number)
        reading.drafts.append(Draft(first, last, start, end, document.sentence_at(first), None))
    assign_status(reading)
    return reading.drafts


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Halden expects to sell 40 vans, after selling 31 in May.", {"40": "forecast", "31": "reported"}),
        ("Halden will build 300 homes, up from 120 today.", {"300": "forecast", "120": "reported"}),
        ("Sales are expected to reach 900 next year.", {"900": "forecast"}),
        ("The region aims to cut waste by 30 tonnes.", {"30": "target"}),
        ("Halden plans to hire 200 people.", {"200": "target"}),
        ("Halden, which plans to hire 200 people, employed 3,400.", {"200": "target", "3,400": "reported"}),
        ("The town missed its target of 50 wells and dug 31.", {"50": "target", "31": "reported"}),
        ("Orders fell to 38, less than the 45 forecast by economists.", {"38": "reported", "45": "forecast"}),
        ("Output could shrink by as much as 6 tonnes.", {"6": "forecast"}),
        (
            "The ministry forecast growth of 25 points after a fall of 11.",
            {"25": "forecast", "11": "reported"},
        ),
        ("It posted a better-than-expected rise of 24 points.", {"24": "reported"}),
        ("The school has 620 pupils.", {"620": "reported"}),
    ],
)
def test_status_is_that_of_the_figures_own_clause(text: str, statuses: dict[str, str]) -> None:
    found = drafts(text, *statuses)
    assert {number: draft.status for number, draft in zip(statuses, found, strict=True)} == statuses


@pytest.mark.parametrize(
    ("text", "number", "claimant"),
    [
        ("According to the Harbour Board, 42 ships came.", "42", "Harbour Board"),
        ("The alliance Vestra claims to have sold 42 mills.", "42", "Vestra"),
        ('"We sold 42 boats," said Mary Olsen, who runs the yard.', "42", "Mary Olsen"),
        ("Some 42 ships came, Maria Olsen said on Monday.", "42", "Maria Olsen"),
        ("Analysts said the market took 42 tonnes.", "42", "Analysts"),
        ("Vestra Foods said it sold 42 mills.", "42", "Vestra Foods"),
        ("A deal cancels about 42 audits, said Mary Olsen, head of the yard.", "42", "Mary Olsen"),
        ("The region has two mills and 42 yards that build, said the report.", "42", "report"),
        ("Sales rose, Vestra Foods said, adding that it sold 42 mills.", "42", "Vestra Foods"),
    ],
)
def test_claimant_is_who_says_so(text: str, number: str, claimant: str) -> None:
    assert drafts(text, number)[0].attributed_to == claimant


@pytest.mark.parametrize(
    "text",
    [
        "Vestra Foods sold 42 mills.",
        "Sales are expected to reach 42.",
        "The index added 42 points.",
        "Spain showed the smallest rise of 42.",
        "OSLO (Reuters) - A mill burnt. The firm said it had 42 mills.",
    ],
)
def test_article_itself_claims_the_rest(text: str) -> None:
    assert drafts(text, "42")[0].attributed_to is None


def test_claimant_of_one_sentence_does_not_reach_the_next() -> None:
    found = drafts("Analysts said sales were 42. Exports were 17.", "42", "17")
    assert [draft.attributed_to for draft in found] == ["Analysts", None]


def test_status_and_claimant_show_their_words() -> None:
    text = "Vestra Foods said it plans to open 42 shops."
    draft = drafts(text, "42")[0]
    assert text[draft.why["status"].start : draft.why["status"].end] == "plans"
    assert text[draft.why["attributed_to"].start :].startswith("Vestra Foods")
