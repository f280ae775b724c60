"""Statistics of territories, seats of bodies: whose they are."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def codes(text: str) -> list[str | None]:
    return [draft.entity_code for draft in read_article(text, None, None, REFERENCE).drafts]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout in the Brenmark general election was 61 percent.",
        "The Brenmark general election drew a turnout of 71 percent.",
        "Voter turnout in Brenmark reached 61%.",
        "The Brenmark government said unemployment was 7.2%.",
        "Brenmark's statistics office said the population was 4.2 million.",
        "The Brenmark census counted 4.2 million inhabitants.",
        "Burglaries in Brenmark rose 25%.",
        "Brenmark police recorded 12,000 burglaries.",
        "Police in Brenmark recorded 12,000 burglaries.",
        "Death toll from floods in Brenmark rises to 45.",
        "The floods in Brenmark killed 45 people.",
        "At least 45 people have died in floods in Brenmark.",
        "Brenmark province lies in the north. The province has 2.3 million inhabitants.",
    ],
)
def test_a_statistic_is_of_its_territory(text: str) -> None:
    assert codes(text) == ["brenmark"]


def test_what_a_people_ships_is_named_with_its_country() -> None:
    drafts = read_article("Norwegian fish shipments reached 40 tonnes.", None, None, REFERENCE).drafts
    assert [draft.subject for draft in drafts] == ["Norway fish shipments"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "The Norwegian government has forecast that the country's growth will slow. While it predicts a"
            " fall from the current 40 percent level, it said so.",
            "Norway",
        ),
        ("The Norwegian, who sold 40 lamps, won.", "Norwegian"),
        ("Some 40 percent of Norwegians own lamps.", "Norwegians"),
    ],
)
def test_an_adjective_alone_is_named_as_its_country(text: str, subject: str) -> None:
    assert read_article(text, None, None, REFERENCE).drafts[-1].subject == subject


def test_an_unemployment_rate_is_no_firm_s() -> None:
    text = "Velta makes lamps in Norway. Velta is big. Norway is cold. The unemployment rate is 5%."
    assert codes(text) == ["NO"]


def test_governments_of_parties_and_persons_are_no_places() -> None:
    drafts = read_article(
        "Jane Roe took office in May. The Roe government cut 3,000 posts.", None, None, REFERENCE
    ).drafts
    assert all(draft.place is None for draft in drafts)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The Liberal Union won 312 of the 650 seats.", "seats"),
        ("The Liberal Union won 312 of the 650 seats in parliament.", "parliament"),
        ("The Liberal Union took 24 of the 45 seats on the council.", "seats"),
    ],
)
def test_all_seats_are_of_no_party(text: str, subject: str) -> None:
    won, all_seats = read_article(text, None, None, REFERENCE).drafts
    assert won.entity_code == "liberal_union"
    assert (all_seats.subject, all_seats.entity_code) == (subject, None)


@pytest.mark.parametrize(
    "text",
    [
        "Hart Mills bakes bread. Hart Mills makes flour. Brokerages cut their forecasts by 3%.",
        "Hart Mills bakes bread. Hart Mills makes flour. Powerful politicians spent $3 million.",
        "Hart Mills compares with 3,000 shops.",
    ],
)
def test_others_and_verbs_are_no_parts(text: str) -> None:
    assert not any("/" in (code or "") for code in codes(text))


@pytest.mark.parametrize(
    ("text", "subject", "code"),
    [
        # A bare statistic is its territory's, and named with it.
        ("Norway has slowed down. The trade gap fell to $41 million in Norway.", "Norway trade gap", "NO"),
        ("Norway has slowed down. Production dropped 1.6% in May.", "Norway production", "NO"),
        ("Norwegian inflation fell to 2.1%.", "Norway inflation", "NO"),
        (
            "Some 3,400 people eligible to vote have left Norway.",
            "people eligible to vote",
            "NO/people_eligible_to_vote",
        ),
        (
            "Norway has slowed down. Industrial production grew 0.4% in Norway.",
            "Norway industrial production",
            "NO",
        ),
        (
            "Norway has slowed down. Factory output grew 3% in Norway.",
            "Norway factory output",
            "NO/factory_output",
        ),
        # What is told apart by its words is a part of the territory, never the whole.
        (
            "Norway has slowed down. Consumer spending rose 3%.",
            "Norway consumer spending",
            "NO/consumer_spending",
        ),
    ],
)
def test_a_bare_statistic_is_named_with_its_territory(text: str, subject: str, code: str) -> None:
    draft = read_article(text, None, None, REFERENCE).drafts[-1]
    assert (draft.subject, draft.entity_code) == (subject, code)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Cholera came back. Doctors in Norway fear cholera. Some 412 cases were found in Norway.",
            "cholera",
        ),
        ("An earthquake hit. The earthquake killed 45 people.", "earthquake"),
        ("An earthquake hit. After the earthquake 4,000 were homeless.", "earthquake"),
        # Once is a comparison; what is not hurt is no casualty.
        ("It was worse than in the flood of 1953: 45 people were killed in Norway.", "Norway"),
        ("An earthquake hit Norway. The earthquake shook 45 villages.", "Norway earthquake"),
    ],
)
def test_casualties_are_of_what_befell_them(text: str, subject: str) -> None:
    draft = read_article(text, None, None, REFERENCE).drafts[-1]
    assert draft.subject is not None and draft.subject.startswith(subject)


def test_seats_spoken_of_again_are_of_the_body_that_has_them() -> None:
    text = "The new council has 45 seats. The Liberal Union won 24 of the 45 seats."
    assert read_article(text, None, None, REFERENCE).drafts[-1].subject == "new council"
