# ruff: noqa: E501
"""One quantity in two forms: words and digits, quotation and report, another unit, headline and text."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference


def retold(text, title=None):
    """Return what is told again in other words, as pairs of quotes."""
    rows = extract(text, load_reference(), title=title, published="2014-05-06")
    figures = {figure["figure_id"]: figure["quote"] for figure in rows["figures"] + rows["title_figures"]}
    return [
        {figures[member["figure_id"]] for member in link["members"]}
        for link in rows["links"]
        if link["rule"] == "told_again"
    ]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # words in a quotation
        ('Brask Mills will close with the loss of 460 jobs. "Six hundred and forty of us, and no notice," said a weaver.', {"460", "Six hundred and forty"}),
        ('The yard will scrap all of its 31 trawlers. "By June the whole thirteen will be gone," said the harbour master.', {"31", "thirteen"}),
        # another unit
        ('In Harl 1.7 metres of snow fell by Monday. "I have measured 710 centimetres at my own door," a farmer said.', {"1.7 metres", "710 centimetres"}),
        ("The eel weighed 3,400 grams. Who caught it had to carry 4.3 kilos home on a bicycle.", {"3,400 grams", "4.3 kilos"}),
        ('The haul came to 2.6 tonnes. "We needed a night to weigh twenty-six thousand kilos," the inspector said.', {"2.6 tonnes", "twenty-six thousand kilos"}),
        ('The lease runs for 24 months. "Three and a half years are a long time," the tenant said.', {"24 months", "Three and a half years"}),
        # a quotation in the same unit
        ('The council will pay 3.8 million crowns for the pool. "For 8.3 million crowns we could have had a lake," the mayor said.', {"3.8 million crowns", "8.3 million crowns"}),
    ],
)  # fmt: skip
def test_a_quantity_in_two_forms_but_for_a_slip(text, pair):
    assert pair in retold(text)


@pytest.mark.parametrize(
    "text",
    [
        # they agree
        'Brask Mills will close with the loss of 640 jobs. "Six hundred and forty of us, and no notice," said a weaver.',
        "The eel weighed 4,300 grams. Who caught it had to carry 4.3 kilos home on a bicycle.",
        # other digits: something else
        'In Harl 1.7 metres of snow fell by Monday. "I have measured 45 centimetres at my own door," a farmer said.',
        # one form only
        "The shop in Harl sold 460 lamps. The one in Brask sold 640 lamps.",
        # people of other sorts
        'The school has 25 pupils per class. "We had to find 52 teachers," the head said.',
        # of another magnitude
        'The mill makes 420,000 tonnes a year. "Demand has come down to 2.4 million," the owner said.',
        # a number without a noun that points nowhere
        'The graduate school grew to 6,130. "It means finding 3,160 people," the dean said.',
        # a price of another year
        'When the survey began in 1993 a cake was £2.30. "They cost £3.20 now," the baker said.',
        # what comes next
        'The line carried 47,000 passengers. "Next target, 74,000," the mayor said.',
        # both told twice
        'They shot 21 deer. There were 12 deer left. "We counted 12 deer," the warden said. "And 21 deer were sold."',
    ],
)  # fmt: skip
def test_other_quantities_are_not_retold(text):
    assert retold(text) == []


def test_a_headline_that_the_text_bears_out_nowhere():
    text = "The Harl index ended 137.4 points down at 4,818.6 on Tuesday, its worst close of the year."
    assert retold(text, "Harl stocks lose over 300 points") == [{"137.4", "300"}]
    assert retold(text.replace("137.4", "317.4"), "Harl stocks lose over 300 points") == []
    text = 'The regulator fined Brask Gas on Friday. "It will pay sixty-two million crowns," a clerk said.'
    assert {"6.2 million crowns", "sixty-two million crowns"} in retold(
        text, "Brask Gas to pay 6.2 million crowns"
    )
    # growth, and what is told per day, bear a headline out as well
    text = "The town grew by 21,000 people. There were 12,300 more births than deaths."
    assert retold(text, "Town has 21,000 more people") == []


def test_round_words_of_who_is_quoted():
    text = 'A court has fined the dairy Harl £9.1 million. "Nearly two million pounds for a tub of butter," its lawyer said.'
    assert retold(text) == [{"£9.1 million", "two million pounds"}]
    assert retold(text.replace("9.1", "1.9")) == []
    # two may be meant
    assert retold(text.replace("Harl", "Harl, which earned £8.1 million,")) == []


def test_every_eighth_is_a_share():
    rows = extract("Every eighth villager is out of work. Every second day it rains.", load_reference())
    assert [(figure["quote"], figure["value"]) for figure in rows["figures"]] == [("Every eighth", 0.125)]
    text = "The rate stood at 52 percent in May, the office said."
    assert retold(text, "Every fourth villager out of work") == [{"Every fourth", "52 percent"}]
    assert retold(text.replace("52", "25"), "Every fourth villager out of work") == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The nine lakes are 83 percent full. Sixty-two percent of what they can store is air, the minister said.", {"83 percent", "Sixty-two percent"}),
        ("Of the graduates 67 percent were women. The college said that men were only 24 percent of the year.", {"67 percent", "24 percent"}),
    ],
)  # fmt: skip
def test_a_share_and_its_complement(text, parts):
    rows = extract(text, load_reference())
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    found = [b for b in rows["breakdowns"] if b["rule"] == "complement"]
    assert [{quotes[part["figure_id"]] for part in one["parts"]} for one in found] == [parts]
    assert found[0]["is_complete"]


@pytest.mark.parametrize(
    "text",
    [
        "The nine lakes are 38 percent full. Sixty-two percent of what they can store is air.",
        "The hall was 71 percent full. In the gallery 45 percent of the seats stayed empty.",
        "Sales rose 83 percent in Harl. The shop in Brask is 62 percent full.",
    ],
)
def test_shares_that_are_no_complements(text):
    assert [b for b in extract(text, load_reference())["breakdowns"] if b["rule"] == "complement"] == []


def test_miles_and_kilometres_have_digits_of_their_own():
    text = "A gust of 131 mph was recorded at the light. By Thursday the wind was down to 70 mph (113 kph)."
    assert {"131 mph", "113 kph"} not in retold(text)


def test_another_share_in_a_quotation():
    text = (
        'Private buyers had 48 percent of the market. "Four in every ten come back to us," the dealer said.'
    )
    assert retold(text) == []
