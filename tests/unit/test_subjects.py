"""Subjects: who or what a figure is about, in many fields."""

import pytest

from flows.extraction.extract import read_article
from flows.extraction.figure import Draft
from flows.extraction.names.names import find_names
from flows.extraction.reading import Reading
from flows.extraction.subjects.subjects import assign_subjects
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def subjects(text: str, *numbers: str, kind: str = "count", title: str | None = None) -> list[Draft]:
    """Return a draft for each of `numbers`, found in `text` in order, with its subject."""
    document = tokenise(text)
    reading = Reading(document, title, None, REFERENCE)
    reading.names = find_names(document, title, REFERENCE)
    position = 0
    for number in numbers:
        start = text.index(number, position)
        position = start + len(number)
        first = next(i for i, end in enumerate(document.ends) if end > start)
        last = next(i for i, end in enumerate(document.ends) if end >= position) + 1
        share = "percent" if "%" in number and kind == "count" else kind
        reading.drafts.append(
            Draft(first, last, start, position, document.sentence_at(first), None, kind=share)
        )
    assign_subjects(reading)
    return reading.drafts


def subject(text: str, number: str, kind: str = "count") -> str | None:
    return subjects(text, number, kind=kind)[0].subject


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Vestra Foods sold 3,400 mills in May.", "3,400", "Vestra Foods"),
        ("Vestra Foods's exports to Asia were 3,400 tonnes.", "3,400", "Vestra Foods"),
        ("Sales of Vestra Foods rose to 3,400 tonnes.", "3,400", "Vestra Foods"),
        ("Analysts said Vestra Foods sold 3,400 mills.", "3,400", "Vestra Foods"),
        ("Vestra Foods, which owns Hart Mills, employs 3,400 people.", "3,400", "Vestra Foods"),
        ("Hart Mills, also hit by the storm, shipped 98,461 sacks.", "98,461", "Hart Mills"),
        ("In second place was Hart Mills with sales of 117,561.", "117,561", "Hart Mills"),
        ("Including bread, Hart Mills sold 305,418 loaves.", "305,418", "Hart Mills"),
        ("At 180,000 loaves sold in May, Hart Mills leads.", "180,000", "Hart Mills"),
        ("The so-called Hart Mills sold 3,400 loaves.", "3,400", "Hart Mills"),
        ("Its smaller brand, Crisply, sold 3,400 bars.", "3,400", "Crisply"),
        ("Hart Mills's wind farms sold 3,400 megawatt hours.", "3,400", "Hart Mills's wind farms"),
        ("Hart Mills's losses rose to 3,400 crowns.", "3,400", "Hart Mills"),
        ("When Hart Mills shipped 3,400 sacks, it rained.", "3,400", "Hart Mills"),
    ],
)
def test_subject_of_the_clause(text: str, number: str, expected: str) -> None:
    assert subject(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("About 27% of adults now own a boat.", "27%", "adults"),
        ("Some 8,800 nurses had received letters.", "8,800", "nurses"),
        ("The unemployment rate rose to 7.4% in June.", "7.4%", "unemployment rate"),
        ("House prices were 11% higher.", "11%", "house prices"),
        ("Inflation fell to 2.1% in May.", "2.1%", "inflation"),
        ("Vestra said global coal consumption fell 3%.", "3%", "global coal consumption"),
    ],
)
def test_common_nouns_can_be_the_subject(text: str, number: str, expected: str) -> None:
    assert subject(text, number) == expected


def test_list_gives_each_figure_its_name() -> None:
    text = "Vestra sold 40 mills, followed by Hartlow with 30, Brimley with 20 and Crisply at 10."
    found = subjects(text, "40", "30", "20", "10")
    assert [draft.subject for draft in found] == ["Vestra", "Hartlow", "Brimley", "Crisply"]


def test_places_of_a_list_share_its_subject() -> None:
    text = "Asia and Europe took 90% of Leaf sales, with Asia at 97,000, followed by Europe (61,000)."
    found = subjects(text, "90%", "97,000", "61,000")
    assert {draft.entity_code for draft in found} == {"nissan_leaf"}


def test_comparison_names_its_subject_after_the_figure() -> None:
    text = "The Leaf had 5,100 buyers, compared to 9,300 for the Chevrolet Volt."
    assert [d.entity_code for d in subjects(text, "5,100", "9,300")] == ["nissan_leaf", "chevrolet_volt"]


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("Renault met Toyota. The French carmaker sold 500 vans.", "500", "renault"),
        ("Vestra Foods Ltd met the press. The company sold 500 mills.", "500", "vestra_foods"),
        ("Vestra Foods was founded here. It sold 500 mills.", "500", "vestra_foods"),
        ("Nissan and Renault met. The two firms sold 500 vans.", "500", "renault_nissan_alliance"),
        ("Nissan and Renault together sold 500 vans.", "500", "renault_nissan_alliance"),
        ("Vestra Foods was founded here. Profit fell to 500 francs.", "500", "vestra_foods"),
    ],
)
def test_references_stand_for_what_was_named(text: str, number: str, code: str) -> None:
    assert subjects(text, number)[0].entity_code == code


def test_reporter_is_not_the_subject_of_what_it_reports() -> None:
    text = "The Harbour Safety Agency published a report. Retail sales rose 3.1% in May, the agency said."
    assert subjects(text, "3.1%")[0].subject == "retail sales"


def test_answers_of_a_survey_share_those_asked() -> None:
    text = "Some 44% of parents said yes. Another matter: 36% said no."
    assert [draft.subject for draft in subjects(text, "44%", "36%")] == ["parents", "parents"]


def test_age_is_of_the_person_before_it() -> None:
    text = "Jane Roe, 31, and Tom Hill, 41, were elected."
    assert [draft.subject for draft in subjects(text, "31", "41")] == ["Jane Roe", "Tom Hill"]


def test_same_thing_has_the_same_code_in_two_articles() -> None:
    one = subjects("General Motors sold 500 vans.", "500")[0]
    other = subjects("The vans of GM are old. GM sold 700 vans.", "700")[0]
    assert one.entity_code == other.entity_code == "general_motors"


def test_every_subject_has_its_reason_in_the_text() -> None:
    text = "Vestra Foods sold 40 mills. Profit rose to 3 million."
    for draft in subjects(text, "40", "3 million"):
        why = draft.why["subject"]
        assert text[why.start : why.end].startswith("Vestra Foods")
        assert why.rule
    assert subjects(text, "40", "3 million")[1].confidence["subject"] < 1


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("Vestra Foods said its mobile unit sold 3,400 phones.", "3,400", "vestra_foods/mobile_unit"),
        ("Vestra Foods' profit fell. Its wind farms made 3,400 crowns.", "3,400", "vestra_foods/wind_farms"),
        # A part has the measures of its own sentence; the next ones are the whole's again.
        ("Vestra Foods is ill. Its lamp unit did well. Revenue rose to 3,400.", "3,400", "vestra_foods"),
        ("Net income attributable to Vestra Foods was 3,400.", "3,400", "vestra_foods"),
    ],
)
def test_a_part_is_its_own_and_never_its_whole(text: str, number: str, code: str) -> None:
    assert subjects(text, number, kind="money")[0].entity_code == code


@pytest.mark.parametrize(
    "text",
    ["It is cheaper at 3,400.", "It was so hard that 3,400 left.", "Unlikely as it was, 3,400 came."],
)
def test_what_is_no_noun_is_no_subject(text: str) -> None:
    assert subject(text, "3,400") in (None, "")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # In brackets, or from and to: two sides of one thing.
        ("Vestra Foods moved. The firm's earnings slid to 34.", "34", "Vestra Foods"),
        ("Harl County shrank, said the state of Brenmark. The county lost 34 jobs.", "34", "Harl County"),
        ("Hart Mills earned 12m. That compares with 34m a year before.", "34m", "Hart Mills"),
        ("A rally helped Hart Mills's assets reach 34m.", "34m", "Hart Mills"),
        ("Profit fell 5% at Vestra Foods and 34% at Hart Mills.", "34%", "Hart Mills"),
        ("Hart Mills grew. The Dunmore City-based company sold 34 sacks.", "34", "Hart Mills"),
        ("In the 1985/86 season, Vestra Foods shipped 34 tonnes.", "34", "Vestra Foods"),
        ("Some 34% of over-55s said they vote.", "34%", "over-55s"),
        ("Some 34% of adults aged 18 or over said they vote.", "34%", "adults aged 18 or over"),
    ],
)
def test_stand_ins_and_other_sides(text: str, number: str, expected: str) -> None:
    assert subject(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # Lists of facts under a name; a label is what is measured.
        (
            "Key facts. Hart Mills Inc (HRT.N) * Based in a small town * Employees: about 3,400",
            "3,400",
            "Hart Mills",
        ),
        ("Hart Mills Inc sells bread. Employees: 3,400.", "3,400", "Hart Mills"),
        ("Vestra Foods up 34 percent.", "34", "Vestra Foods"),
        # One that only publishes owns none of what it counts.
        ("Sales of lamps rose to 3,400, Countex data show. Countex data is weekly.", "3,400", "lamps"),
        (
            "Output rose, Vestra Foods said in its annual review. World tin output was 3,400.",
            "3,400",
            "world tin output",
        ),
        (
            "The agency reported tin stockpiles at the key hub of Harlow, Brenmark, fell by 3,400.",
            "3,400",
            "tin stockpiles",
        ),
        ("Average earnings rose 8%. The underlying rise was 34%.", "34%", "average earnings"),
        ("The Fund forecasts Norway will grow 34% a year.", "34%", "Norway"),
    ],
)
def test_lists_reporters_and_pointers(text: str, number: str, expected: str) -> None:
    assert subject(text, number) == expected


def test_who_is_given_a_share_has_it() -> None:
    text = "A poll gave the Harl Party 36%, the Brim Union 21% and the Green List 37% of the vote."
    found = subjects(text, "36%", "21%", "37%")
    assert [draft.subject for draft in found] == ["Harl Party", "Brim Union", "Green List"]


@pytest.mark.parametrize(
    "text", ["Revenue fell 34 percent to 3, compared", "They sold 34 of oil", "Three firms:"]
)
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    read_article(text, None, None, REFERENCE)


def test_both_sides_of_one_thing_are_of_the_same() -> None:
    text = "Vestra Foods cut Hart Mills's profit to 31m (29m), or 3%, from 34m."
    found = subjects(text, "31m", "29m", "3%", "34m", kind="money")
    assert [draft.subject for draft in found] == ["Hart Mills"] * 4


def test_text_without_any_noun_does_not_fail() -> None:
    assert subject("42", "42") is None
