# ruff: noqa: E501
"""Breakdowns and links, on sentences whose figures are marked: ``[5.4 million|vehicle]``, ``[12%|percent|growth]``."""

import re
from decimal import Decimal

import pytest

from flows.extraction.figure import Dated, Draft, Member, Name, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.relations import _once, find_relations
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()
MARKED = re.compile(r"\[([^\]|]+)\|([^\]|]*)(?:\|([a-z_]+))?\]")
DATES = re.compile(
    r"\b(?:a year (?:earlier|ago|before)|(?:last|this|the previous|the same) (?:year|month|quarter|week)|"
    r"(?:in )?(?:19|20)\d\d)\b"
)
NAMES = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "half": "0.5", "twice": 2, "double": 2, "halved": "-0.5"}
SCALES = {"million": 6, "billion": 9, "thousand": 3}
MONEY = {"USD", "EUR", "GBP", "JPY"}


def reading_of(marked: str) -> Reading:
    """Read a text whose figures carry their unit, and their kind where it is not plain from the unit."""
    spans, plain, place = [], [], 0
    length = 0
    for match in MARKED.finditer(marked):
        before = marked[place : match.start()]
        length += len(before)
        spans.append((length, length + len(match[1]), match[1], match[2] or None, match[3]))
        plain += [before, match[1]]
        length += len(match[1])
        place = match.end()
    text = "".join(plain) + marked[place:]
    document = tokenise(text)
    reading = Reading(document, None, "2020-06-15", REFERENCE)
    reading.dates = [
        Dated(*tokens(document, *match.span()), None, None, "explicit") for match in DATES.finditer(text)
    ]
    reading.names = [
        Name(*tokens(document, *match.span()), match[0], None, None, None) for match in NAMES.finditer(text)
    ]
    for start, end, words, unit, kind in spans:
        first, last = tokens(document, start, end)
        value = value_of(words)
        if kind is None:
            kind = "money" if unit in MONEY else "share" if unit in ("percent", "fraction") else "count"
        form = "multiple" if unit == "times" else "digits"
        if words[0].isalpha() and form == "digits":
            form = "words"
        step = Decimal(1).scaleb(value.normalize().as_tuple().exponent)
        draft = Draft(
            first, last, start, end, document.sentence_at(first), value, kind=kind, unit=unit, form=form
        )
        draft.granule = step if step > 1 or value != int(value) else Decimal(0)
        reading.drafts.append(draft)
    return reading


def tokens(document, start, end):
    inside = [i for i, s in enumerate(document.starts) if start <= s < end]
    return inside[0], inside[-1] + 1


def value_of(words: str) -> Decimal:
    first, *rest = words.lower().strip("$£€%").replace(",", "").replace("%", "").split()
    number = Decimal(WORDS.get(first, first))
    return number.scaleb(sum(SCALES.get(word, 0) for word in rest))


def said(marked: str, *kinds: str) -> list[tuple[str, dict[str, list[str]]]]:
    """Return kind and the words of the figures by role, of each relation found."""
    reading = reading_of(marked)
    return [
        (relation.kind, by_role(reading, relation))
        for relation in find_relations(reading)
        if not kinds or relation.kind in kinds
    ]


def by_role(reading: Reading, relation: Relation) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for member in relation.members:
        words = (
            member.item
            if member.draft is None
            else reading.document.text[member.draft.start : member.draft.end]
        )
        roles.setdefault(member.role, []).append(words or "")
    return roles


GROWTH = [
    (
        "Coffee exports rose [12%|percent] last year to [5.4 million|bag] bags from [4.8 million|bag].",
        {"growth": ["12%"], "new": ["5.4 million"], "old": ["4.8 million"]},
    ),
    (
        "Enrolment stood at [305,418|student] students, up [15%|percent] from the previous year.",
        {"growth": ["15%"], "new": ["305,418"]},
    ),
    (
        "The fleet shrank from [820|vessel] boats to [680|vessel], a fall of [17%|percent].",
        {"old": ["820"], "new": ["680"], "growth": ["17%"]},
    ),
    (
        "Fines more than [halved|fraction|growth] to [$144.2 million|USD] from [$300 million|USD].",
        {"growth": ["halved"], "new": ["$144.2 million"], "old": ["$300 million"]},
    ),
    (
        "Ticket sales were up [16%|percent] at [16,907|ticket].",
        {"growth": ["16%"], "new": ["16,907"]},
    ),
    (
        "The museum reported a [20%|percent] rise in visits to [3.4 million|visit].",
        {"growth": ["20%"], "new": ["3.4 million"]},
    ),
    (
        "Net profit was [$66 million|USD], or [65|USD|rate] cents a share, up [8%|percent|growth] from [$61 million|USD].",
        {"new": ["$66 million"], "growth": ["8%"], "old": ["$61 million"]},
    ),
    (
        "The payroll grew by [3,400|person] to [39,800|person] people from [36,400|person].",
        {"change": ["3,400"], "new": ["39,800"], "old": ["36,400"]},
    ),
    (
        "Wheat stocks dropped [5%|percent|growth] to [900|tonne] tonnes, compared with [950|tonne] a year earlier.",
        {"growth": ["5%"], "new": ["900"], "old": ["950"]},
    ),
]


@pytest.mark.parametrize(("text", "roles"), GROWTH)
def test_growth_goes_with_its_new_and_old_level(text, roles):
    found = said(text, "growth")
    assert found == [("growth", roles)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose [12%|percent], and the firm plans to build [40|plant] plants.",
        "Inflation rose [0.3%|percent] to [5.4%|percent|rate].",
        "Rents went up [4%|percent] while wages grew to [$2,000|USD].",
        "The rate fell to [4%|percent|rate] in a town of [9,000|person].",
    ],
)
def test_growth_is_not_tied_to_a_stranger(text):
    assert said(text, "growth") == []


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("Turnout rose to [61%|percent] from [57%|percent].", "61%", "57%"),
        ("Herring catches fell to [310|tonne] tonnes in 2019 from [420|tonne] in 2018.", "420", "310"),
        ("The choir has [80|person] members, up from [65|person] last year.", "80", "65"),
        ("The margin was [45%|percent], less than the [47%|percent] forecast.", "47%", "45%"),
        (
            "The ferry carried [5,973|person] people, compared to [9,808|person] for the Tramway, which now leads.",
            "9,808",
            "5,973",
        ),
        (
            "Some [22%|percent] of those asked cycle to work on most days, up from [15%|percent].",
            "22%",
            "15%",
        ),
    ],
)
def test_order_of_two_levels(text, greater, lesser):
    found = said(text, "order")
    assert [(roles["greater"], roles["lesser"]) for _, roles in found] == [([greater], [lesser])]


def test_followed_by_orders_a_list():
    text = "Norway won the most medals with [39|medal], followed by Germany ([31|medal]) and Canada ([29|medal])."
    found = said(text, "order")
    assert [(roles["greater"], roles["lesser"]) for _, roles in found] == [(["39"], ["31"]), (["31"], ["29"])]


def test_events_that_follow_one_another_are_not_ordered():
    text = "A first round of [30|job] job cuts was followed by [50|job] more in the spring."
    assert said(text, "order") == []


def test_ranks_order_levels_of_several_sentences():
    text = (
        "Porto was second, with [412,000|passenger] passengers. Genoa was third, with [377,000|passenger]. "
        "In fifth place was Bilbao with [120,000|passenger]."
    )
    found = said(text, "order")
    assert [(roles["greater"], roles["lesser"]) for _, roles in found] == [
        (["412,000"], ["377,000"]),
        (["377,000"], ["120,000"]),
    ]


def test_a_yen_that_rises_to_fewer_yen_is_ordered_by_its_values():
    found = said("The yen rose to [158|JPY] to the dollar from [207|JPY].", "order")
    assert found == [("order", {"greater": ["207"], "lesser": ["158"]})]


CONVERSIONS = [
    ("The bridge cost [£2.9 billion|GBP] ([$5.5 billion|USD]).", ["£2.9 billion"], ["$5.5 billion"]),
    ("The trail is [250 km|kilometre|measure] ([155 miles|mile|measure]) long.", ["250 km"], ["155 miles"]),
    ("It paid [€40 million|EUR], or [$44 million|USD].", ["€40 million"], ["$44 million"]),
    (
        "The trail is [250 km|kilometre|measure], just over [155 miles|mile|measure].",
        ["250 km"],
        ["155 miles"],
    ),
    (
        "The bay is [250 km|kilometre|measure], that is [155 miles|mile|measure], long.",
        ["250 km"],
        ["155 miles"],
    ),
]


@pytest.mark.parametrize(("text", "origin", "other"), CONVERSIONS)
def test_one_quantity_in_two_units(text, origin, other):
    assert said(text, "conversion") == [("conversion", {"from": origin, "to": other})]


def test_two_prices_are_no_conversion():
    assert said("Tickets cost [$20|USD] ([$12|USD] for pupils).", "conversion") == []


def test_ratio_to_a_stated_level():
    found = said("The new hall seats [12,000|seat], [twice|times] the [6,000|seat] of the old one.", "ratio")
    assert found == [("ratio", {"numerator": ["12,000"], "ratio": ["twice"], "denominator": ["6,000"]})]


def test_every_relation_has_its_own_evidence():
    reading = reading_of("Visits rose [9%|percent] to [218,000|visit] from [200,000|visit] in 2018.")
    (relation,) = find_relations(reading)
    assert reading.document.text[
        relation.start : relation.end
    ] == "9% to 218,000 visits from 200,000".replace(" visits", "")
    assert relation.rule


def test_no_figures_no_relations():
    assert find_relations(reading_of("Nothing was counted.")) == []


def test_old_level_after_compared_with():
    text = (
        "It lends [2 million|book] books, compared with [1.5 million|book] in 2010, a rise of [33%|percent]."
    )
    assert said(text, "growth") == [
        ("growth", {"new": ["2 million"], "old": ["1.5 million"], "growth": ["33%"]})
    ]


def test_growth_over_another_level_does_not_take_the_forecast():
    text = "Income will reach [$110 billion|USD], up [7%|percent] on 2012 but down from the [$118 billion|USD] forecast."
    assert ("growth", {"new": ["$110 billion"], "growth": ["7%"]}) in said(text, "growth")


@pytest.mark.parametrize(
    "text",
    [
        # A loss after a profit is not less of the same.
        "It made a [444 million|USD|money] loss, down from a [62 million|USD|money] profit a year earlier.",
        "Costs ranged from [$1 million|USD] to over [$12 million|USD] off the coast.",
        "Exports rose up to [10 million|tonne] tonnes against [12 million|tonne] in 2018.",
        "They want [$3 billion|USD] more than the [$22 billion|USD] they have.",
        "The car racked up [5,973|sale], from January to [9,808|sale].",
    ],
)
def test_no_order_where_words_state_none(text):
    relations = find_relations(reading_of(text))
    assert not any(r.kind == "order" and not r.rule.startswith("implied_") for r in relations)


def test_lowest_first_turns_the_order():
    text = "Ghana has the lowest rate at [3%|percent], followed by Benin with [4%|percent]."
    found = said(text, "order")
    assert [(roles["greater"], roles["lesser"]) for _, roles in found] == [(["4%"], ["3%"])]


def test_rate_quantity_and_amount():
    text = "It costs [$300|USD per pupil|money] a head for [2,000|pupil] pupils, or [$600,000|USD] in all."
    assert said(text, "rate") == [("rate", {"rate": ["$300"], "quantity": ["2,000"], "amount": ["$600,000"]})]


@pytest.mark.parametrize("words", ["of which ", "rose 5% to 6, up from ", "(", "including 1, ", "a, and "])
def test_reading_stays_linear(words):
    reading = reading_of("[5|job] " + words * 2000)
    assert isinstance(find_relations(reading), list)


def test_two_rules_that_disagree_on_who_leads_read_one_link():
    one, other = reading_of("Harrow built [1,520|van], Selby [1,790|van].").drafts
    roles = (("greater", "lesser"), ("lesser", "greater"))
    read = [
        Relation("order", (Member(first, one), Member(second, other)), False, 0, 1, f"rule {number}")
        for number, (first, second) in enumerate(roles)
    ]
    assert [relation.rule for relation in _once(read)] == ["rule 0"]


def test_who_is_overtaken_by_another_does_not_lead():
    text = (
        "Harrow risks being overtaken by Selby as a builder of vans. "
        "Its output fell to [1.52 million|van], and Selby built [1.79 million|van]."
    )
    orders = [one for one in find_relations(reading_of(text)) if one.kind == "order"]
    assert [one for one in orders if one.rule == "outdoing"] == []
