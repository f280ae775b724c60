"""Proper names: where they begin and end, what they stand for."""

import pytest

from flows.extraction.figure import Name
from flows.extraction.names.entities import entity_table, slug
from flows.extraction.names.names import find_names
from flows.extraction.rows import extract
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def names(text: str) -> list[Name]:
    return find_names(tokenise(text), None, REFERENCE)


def pairs(text: str) -> dict[str, str | None]:
    """Return the words of each name as they stand, with its code (places: the place's)."""
    document = tokenise(text)
    return {
        document.quote(name.first, name.last): name.entity_code or name.place_code
        for name in find_names(document, None, REFERENCE)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Vestra Foods bought a mill.", "Vestra Foods"),
        ("A study by the University of Lund was read.", "University of Lund"),
        ("They met at Hart & Lowe for talks.", "Hart & Lowe"),
        ("It was told to the Food and Farming Administration first.", "Food and Farming Administration"),
        ("He flew in a Boeing 737 to work.", "Boeing 737"),
        # A common word opens the name of a firm; a trade does not, nor a heading in capitals.
        ("Office Harbour Inc sold 300 lamps.", "Office Harbour Inc"),
        ("News Corporation sold 300 lamps.", "News Corporation"),
        ("Homebuilder Vestra Corp sold 300 homes.", "Vestra Corp"),
        ("Publisher Vestra sold 300 books.", "Vestra"),
        ("The firm fell. DEBT PAYDOWN The Vestra Foods company said so.", "Vestra Foods"),
        ("Buyers like the Model 3 most.", "Model 3"),
        ("It delivered the e-NV200 to bakers.", "e-NV200"),
        ("The S&P 500 closed higher.", "S&P 500"),
        ("We asked Anna van der Berg about it.", "Anna van der Berg"),
        ("The play is by J. B. Norwood, they say.", "J. B. Norwood"),
        ("Shares in Coca-Cola rose.", "Coca-Cola"),
        # Digits begin a name where something behind them shows it.
        ("Analysts follow 3M Co closely.", "3M Co"),
        ("They asked 5R (FRRR.N) about it. Then 5R shares fell.", "5R"),
        ("The club of 24 Hour Fitness closed.", "24 Hour Fitness"),
        ("Shipping and Trading Bank of Harl Ltd said so.", "Shipping and Trading Bank of Harl Ltd"),
    ],
)
def test_name_covers_all_its_words_and_digits(text: str, expected: str) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold 3M masks.", ["3M"]),
        ("Shares of 3M Co fell. It sold 3 mills.", ["3"]),
        ("3M shares fell. Sales at 3M Co rose.", []),
        ("Velta Inc paid $5M. Its rival 5M Inc paid nothing.", ["$5M"]),
        ("It is open 24 hours, says 24 Hour Fitness.", ["24 hours"]),
    ],
)
def test_digits_are_a_name_only_where_the_text_shows_it(text: str, expected: list[str]) -> None:
    assert [figure["quote"] for figure in extract(text, load_reference())["figures"]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose. Profits fell.",
        "However, prices were flat.",
        "In March and on Tuesday nothing happened.",
        "The CEO said the GDP was down.",
        "Meanwhile, exports grew.",
        # Measures, codes of currencies and of what is traded.
        "The EBITA rose and so did the ROE.",
        "It paid NT$3 for some (CL=F).",
    ],
)
def test_sentence_openers_dates_and_common_abbreviations_are_no_names(text: str) -> None:
    assert names(text) == []


def test_opener_that_is_capitalised_elsewhere_is_a_name() -> None:
    assert "Brimley" in pairs("Brimley rose. The shares of Brimley are new.")


def test_possessive_and_legal_form_do_not_change_the_name() -> None:
    found = names("Halden Motors Ltd grew. It is said that Halden Motors's plant closed.")
    assert {name.entity_code for name in found} == {"halden_motors"}
    assert {name.name for name in found} == {"Halden Motors"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lamp maker Coach Inc ( VLT.N ) sold 300 lamps.", "Coach"),
        ("Yesterday John Hart ( HRT.L ) sold 300 lamps.", "John Hart"),
        ("Yesterday Hart Office ( HRO.N ) sold 300 lamps.", "Hart Office"),
    ],
)
def test_stock_code_shows_a_firm(text: str, name: str) -> None:
    assert [(found.name, found.type) for found in names(text)][-1] == (name, "company")


def test_what_begins_like_an_institution_is_one_only_with_what_it_is_of() -> None:
    assert [name.type for name in names("The Union of Hart met Union Lamps in May.")] == ["institution", None]


def test_stock_code_is_no_part_of_a_name() -> None:
    assert pairs("Shares of Toyota Motor Corp ( 7203.T ) rose.") == {"Toyota Motor Corp": "toyota"}


def test_abbreviation_in_brackets_stands_for_the_long_form() -> None:
    found = names("The Northern Harbour Association (NHA) met. Later the NHA voted.")
    assert [name.name for name in found] == ["Northern Harbour Association"] * 3
    assert len({name.entity_code for name in found}) == 1


def test_short_forms_stand_for_the_fullest_form() -> None:
    found = names("Maria Olsen runs Vestra Foods Inc. Ms Olsen said that Vestra grew.")
    assert [name.name for name in found] == ["Maria Olsen", "Vestra Foods", "Maria Olsen", "Vestra Foods"]


def test_initials_stand_for_a_name_without_its_legal_form() -> None:
    found = names("Shares of Vestra Trade Inc fell. Later VT said so.")
    assert [name.name for name in found] == ["Vestra Trade", "Vestra Trade"]


def test_titles_are_no_part_of_a_person() -> None:
    found = names("It was opened by Finance Minister Pedro Alvarez and President Jane Roe.")
    assert [(name.name, name.type) for name in found] == [("Pedro Alvarez", "person"), ("Jane Roe", "person")]


def test_company_and_its_officer_are_two_names() -> None:
    assert [name.name for name in names("It was said by Ericsson Chief Executive Lars Holm.")] == [
        "Ericsson",
        "Lars Holm",
    ]


@pytest.mark.parametrize("line", ["Vestra Plans Many New Shops", "VESTRA PLANS MANY SHOPS"])
def test_headline_capitals_name_nothing_by_themselves(line: str) -> None:
    assert names(line) == []


def test_headline_keeps_listed_names() -> None:
    assert "Renault" in pairs("Renault Plans Many New Electric Cars")


@pytest.mark.parametrize(
    ("words", "code"),
    [("GM", "general_motors"), ("General Motors", "general_motors"), ("the Fed", "federal_reserve")],
)
def test_aliases_have_one_code(words: str, code: str) -> None:
    assert code in pairs(f"We asked {words} about it.").values()


def test_brand_and_model_are_one_name() -> None:
    assert pairs("He drove a Renault Zoe home.") == {"Renault Zoe": "renault_zoe"}


def test_unlisted_child_of_a_listed_company_is_its_own_thing() -> None:
    assert pairs("It is sold by Toyota Canada Inc today.") == {"Toyota Canada Inc": "toyota_canada"}


def test_names_are_in_order_and_do_not_overlap() -> None:
    found = names("Ford and Fiat met Opel (GM) in Turin; Ford Motor Co. of Canada and Jane Roe left.")
    ends = 0
    for name in found:
        assert ends <= name.first < name.last
        ends = name.last


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Vögel & Söhne AG", "vogel_and_sohne"),
        ("The Body Shop", "body_shop"),
        ("Kohl's", "kohls"),
        ("Газпром", "газпром"),
    ],
)
def test_slug_drops_accents_legal_forms_and_marks(name: str, code: str) -> None:
    assert slug(name) == code


def test_every_part_and_whole_is_a_listed_entity() -> None:
    table = entity_table(REFERENCE)
    for row in REFERENCE.rows("entity_parts"):
        assert row["whole_code"] in table.by_code
        assert row["part_code"] in table.by_code


def test_no_alias_stands_for_two_entities() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for aliases in entity_table(REFERENCE).by_first.values():
        for alias, code in aliases:
            assert seen.setdefault(alias, code) == code


def test_long_runs_of_capitals_take_linear_time() -> None:
    assert len(names("Aa " * 20_000)) < 20_000


def test_the_code_of_a_firm_has_no_end_of_its_legal_form() -> None:
    assert slug("Vestra & Co") == slug("Vestra") == "vestra"


@pytest.mark.parametrize(
    "text",
    [
        "Last week Cos fell.",
        "Here Hart Lamps Fall As Jane Roe Sells All Of Them it fell.",
    ],
)
def test_a_legal_form_and_a_headline_name_nobody(text: str) -> None:
    assert not pairs(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # A post beside a name shows a person, wherever it stands.
        ("They asked bank governor Sanil Orvo. Sanil Orvo said no.", "Sanil Orvo", "person"),
        ("It was told by Sanil Orvo, chief executive of Velta.", "Sanil Orvo", "person"),
        ("They asked chairman Orvo about it.", "Orvo", "person"),
        ("They asked Charles Orvo Corp about it.", "Charles Orvo", "company"),
    ],
)
def test_who_is_a_person(text: str, name: str, kind: str | None) -> None:
    assert {found.type for found in names(text) if found.name == name} == {kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A later name, or a product's, is not what a text calls a firm by that speaks of it otherwise.
        (
            "Matsushita Electric Industrial sells Panasonic sets. Matsushita grew.",
            "Matsushita Electric Industrial",
        ),
        ("Panasonic, once Matsushita Electric Industrial, sells sets. Panasonic grew.", "Panasonic"),
        ("International Business Machines sells computers. Of IBM we know.", "IBM"),
    ],
)
def test_a_listed_thing_has_the_name_that_the_text_calls_it_by(text: str, expected: str) -> None:
    assert {name.own for name in names(text)} == {expected}


def test_an_italian_name_has_its_particle() -> None:
    assert [name.name for name in names("We met Banca Popolare e Nazionale in May.")] == [
        "Banca Popolare e Nazionale"
    ]
