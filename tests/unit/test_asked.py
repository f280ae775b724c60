"""Whom a share of people is of, whoever the sentence is about, and what holds for them."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference


def figures(text):
    return {figure["quote"]: figure for figure in extract(text, load_reference())["figures"]}


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        # The answer before says who was asked; the agency that asked them is nobody's subject.
        (
            "Bellcast asked about tolls. Some 63% of drivers polled pay. Only 29% complained.",
            "29%",
            "drivers",
        ),
        ("The Harl Gazette wrote that 62% of tenants wait, with 41% saying they gave up.", "41%", "tenants"),
        ("Almost a fifth (19%) of those polled for the Gazette said he should go.", "19%", "those polled"),
        ("A majority of voters (68%) believe the mayor lied.", "68%", "voters"),
        ("A Bellcast poll came out in May. Forty percent disagreed.", "Forty percent", "respondents"),
        ("Of the 2,000 people surveyed, 70% own a phone.", "70%", "people surveyed"),
        ("Women drive more: among women 40% own a car, and among men 60% do.", "60%", "men"),
        # What somebody makes or supplies a share of is an object.
        ("Bellcast makes a third of its sales online. Bellcast said so.", "a third", "Bellcast"),
    ],
)
def test_a_share_of_people_is_of_those_who_were_asked(text, quote, subject):
    assert figures(text)[quote]["subject"].startswith(subject)


def test_an_answer_denied_is_no_answer_given():
    found = figures("Of the 2,000 people surveyed, 70% own a phone and 20% do not.")
    assert found["70%"]["metric_code"] == "share_of_people_surveyed_own_phone"
    assert found["20%"]["metric_code"] == "share_of_people_surveyed_not_own_phone"


def test_a_share_compared_holds_the_same():
    found = figures("Some 31% of cyclists own a helmet. This compares to 14% of walkers.")
    assert found["14%"]["metric"] == "share of walkers that own a helmet"
    assert found["14%"]["subject"] == "walkers"


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        # How many were asked is the survey's, with whose it is and whom it asked.
        ("Bellcast polled 1,200 farmers. Most want rain.", "1,200", "Bellcast poll of farmers"),
        ("Rates held, a poll of 14 economists by Bellcast showed.", "14", "Bellcast poll of economists"),
        (
            "Bellcast polled farmers. The poll has a margin of error of 3 percent.",
            "3 percent",
            "Bellcast poll",
        ),
        ("Some 900 shoppers were interviewed for the Bellcast study.", "900", "Bellcast study of shoppers"),
        # An answer says of whom it is: what the article calls them, and who they are.
        ("Bellcast polled 1,200 farmers. Half of those polled sold.", "Half", "those polled (farmers)"),
        (
            "A survey of dairy farmers came out. Some 70% of respondents sold.",
            "70%",
            "respondents (dairy farmers)",
        ),
        ("Bellcast surveyed 90 mills. Of these, 20% said they closed.", "20%", "mills"),
        ("Bellcast polled 1,200 people. Half of those polled sold.", "Half", "those polled"),
        # No survey: who is questioned by the police is none of one.
        ("Police questioned 40 sailors. They came from Harl.", "40", "police"),
    ],
)
def test_a_survey_has_its_sample_and_its_respondents(text, quote, subject):
    assert figures(text)[quote]["subject"] == subject
