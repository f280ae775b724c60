# ruff: noqa: E501
"""Orders that words state of two figures of a sentence; one phrase a row.

The numbers disagree with the words in every row, so that the words alone order them.
"""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference


def orders(text):
    return [(one["greater"][0], one["lesser"][0]) for one in relations_of(text, "order")]


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("Corn exports reached 3.06 million tonnes last month, beating September's 3.14 million.", "3.06 million tonnes", "3.14 million"),
        ("Revenue of $679 million beat the $691 million that analysts had expected.", "$679 million", "$691 million"),
        ("Revenue was $7.8 billion, missing the analysts' estimate of $7.63 billion.", "$7.63 billion", "$7.8 billion"),
        ("The bid of 27 euros a share tops a rival offer of 31 euros a share.", "27 euros", "31 euros"),
        ("Hest took in 610,000 guests, outstripping Marl, which had 640,000 guests.", "610,000", "640,000"),
        ("Profit rose to $18.2 million from $21.4 million.", "$18.2 million", "$21.4 million"),
        ("The number of foxes fell to 3,100 from 2,600 a year earlier.", "2,600", "3,100"),
        ("The death toll climbed from 187 on Monday to 150.", "150", "187"),
        ("Sales came in at 0.58 million, down a shade from 0.55 million in January.", "0.55 million", "0.58 million"),
        ("It sold 1,201 homes, up sharply from 2,072 homes a year earlier.", "1,201", "2,072"),
        ("A kilo costs 3.20 euros, more than in May (3.90 euros).", "3.20 euros", "3.90 euros"),
        ("Fewer people voted in 2019 (61 percent) than in 2014 (58 percent).", "58 percent", "61 percent"),
        ("Orn (410,000 people) is the largest city, ahead of Holm (480,000 people).", "410,000", "480,000"),
        ("Hest drew more guests than Marl last year: 410,000 against 480,000.", "410,000", "480,000"),
        ("Hest beat Marl by 410,000 votes to 480,000.", "410,000", "480,000"),
        ("Growing parishes outnumbered shrinking ones in the north by a ratio of about 5 to 9.", "5", "9"),
        # a range runs up
        ("The miller raised its forecast to a range of $3.42 to $1.47 a share.", "$1.47", "$3.42"),
        ("Rents would rise to between 40.4 percent and 32.7 percent of income.", "32.7 percent", "40.4 percent"),
        ("Forests cover at least 50 to 40 percent of the island.", "40 percent", "50"),
        # a former level stands between a level and what was expected
        ("Turnover rose to $52 million from $48 million, but was below analysts' average estimate of $51 million.", "$51 million", "$52 million"),
        ("Turnover was $52 million, up from $48 million a year earlier, and above the $55 million forecast on average.", "$52 million", "$55 million"),
        # a mark passed, with what was reached; a record beaten
        ("Visitors topped 2 million for the first time, reaching 1.8 million.", "1.8 million", "2 million"),
        ("The index closed below 7,000 for the first time since May, at 7,014.", "7,000", "7,014"),
        ("Thefts dropped below 500 a week for the first time since May, to 587.", "500", "587"),
        ("She landed at 8.12 metres in the final, better than the club record of 8.15.", "8.12 metres", "8.15"),
        ("She threw 68.20 metres to break the club record of 69.85.", "68.20 metres", "69.85"),
        # a verb with its object before the levels; a particle; a noun that words make a verb
        ("The ministry cut its estimate of the harvest to 412,000 tonnes from 387,000 tonnes.", "387,000 tonnes", "412,000 tonnes"),
        ("The waiting list was cut from 310 names to 344 names.", "310", "344"),
        ("The bill would raise the levy on plastic to 12 percent from 18 percent.", "12 percent", "18 percent"),
        ("Members edged up to 5,120 from 5,300 a year earlier.", "5,120", "5,300"),
        # a noun with what it is in or of
        ("The dairy reported a fall in net profit to 88 million crowns from 64 million crowns.", "64 million crowns", "88 million crowns"),
        # the level in other terms, a time and a place between
        ("Net profit fell to $94 million, or 18 cents a share, in the third quarter from $67 million a year earlier.", "$67 million", "$94 million"),
        ("The vacancy rate was 6.1 percent in Lund, well below the 5.2 percent seen in Malmo.", "5.2 percent", "6.1 percent"),
        ("Sales rose 1.2 percent in May, above forecasts for a gain of 1.9 percent.", "1.2 percent", "1.9 percent"),
        ("Sales rose 1.2 percent in May, less than a rise of 0.7 percent in April.", "0.7 percent", "1.2 percent"),
        # of what is expected, whatever it is called, and of an average told per day
        ("The dairy earned 81 cents a share from its cheeses, above brokers' expectations of 94 cents.", "81 cents", "94 cents"),
        ("The mill earned 31 million euros, more than the 44 million estimated in March.", "31 million euros", "44 million"),
        ("Net sales came to 5.1 million euros, but were a touch below a target of 4.9 million euros.", "4.9 million euros", "5.1 million euros"),
        ("The line sold 210,000 tickets in May, up 9 percent from April and above expectations of 260,000 tickets.", "210,000", "260,000"),
        ("The harbour moved 910,000 crates on Monday, below last year's daily average of 870,000 crates.", "870,000", "910,000"),
        # the change leads straight to its level; a date behind "from"; growth that slowed
        ("The tax rate rises to 11 percent from 14 percent now.", "11 percent", "14 percent"),
        ("The bakery saw its profit jump to 16 million crowns from 22 million crowns a year earlier.", "16 million crowns", "22 million crowns"),
        ("The quits rate rose to 1.3 percent, up further from the April low of 1.9 percent.", "1.3 percent", "1.9 percent"),
        ("Its share of the market was up to 14.6 percent from 16.4 percent.", "14.6 percent", "16.4 percent"),
        ("The grid grew by 5.3 percent in May, down from April's 4.1 percent.", "4.1 percent", "5.3 percent"),
        ("Loans rose only 0.6 percent from a year earlier, well below forecasts of 0.3 percent.", "0.3 percent", "0.6 percent"),
        ("Profits after taxes rose 2.9 percent, much lower than the 1.9 percent estimated in May.", "1.9 percent", "2.9 percent"),
        ("It profited from a lower tax rate of 30 percent, down from 22 percent.", "22 percent", "30 percent"),
        # over another figure, a clause of time, a list of names; two former levels, each dated
        ("It trimmed its target for the mill to 61 euros from 55 euros.", "55 euros", "61 euros"),
        ("Lending rose at a 1.9 percent annual rate to 2.14 trillion crowns from a revised 2.31 trillion.", "2.14 trillion crowns", "2.31 trillion"),
        ("Its debt rose to 61 million crowns as of March 2019 from 75 million crowns five years ago.", "61 million crowns", "75 million crowns"),
        ("Some 3.1 million crates passed Hest, North Marl and the Old Dock, below last year's daily average of 2.4 million.", "2.4 million", "3.1 million"),
        ("Unemployment rose to 5.1 percent from 6.2 percent in May 2018 and 7.4 percent in June 2017.", "5.1 percent", "7.4 percent"),
        ("Rents increased 4.8 percent, slowing sharply from a 3.2 percent rise in May.", "3.2 percent", "4.8 percent"),
        ("The dairy expects to sell 61 million eggs this year, up from its earlier forecast of 75 million eggs.", "61 million", "75 million"),
        ("The jobless rate in the euro zone rose to 9.1 percent from 9.7 percent.", "9.1 percent", "9.7 percent"),
        ("Its operating margin improved to 11.2 percent from 14.8 percent a year earlier.", "11.2 percent", "14.8 percent"),
        ("On the new line about 2.15 million tickets were sold, ahead of last year's daily average of 3.02 million.", "2.15 million", "3.02 million"),
        # losses that were reported, by how wide they are
        ("The mill's loss of 6 million crowns was narrower than a loss of 4 million a year earlier.", "4 million", "6 million crowns"),
        # what levels come to a share
        ("Profit fell to $90 million, or 60 cents a share, from $125 million, or 49 cents a share.", "49 cents", "60 cents"),
        ("It earned $90 million, or 60 cents a share, compared with $125 million, or 49 cents a share, a year ago.", "49 cents", "60 cents"),
        # what a sentence says of the one before
        ("Sales came to 51 million crowns in May. That was below the 47 million crowns of April.", "47 million crowns", "51 million crowns"),
        ("Rents rose 4.1 percent in May. This was more than a rise of 5.2 percent in April.", "4.1 percent", "5.2 percent"),
    ],
)  # fmt: skip
def test_words_order_figures_whatever_they_are(text, greater, lesser):
    assert (greater, lesser) in orders(text)


@pytest.mark.parametrize(
    "text",
    [
        # how far it came itself, and what it did not hit
        "The number of members passed 10,000 in 1998; in 2012 it exceeded 50,000 members.",
        "Saltham made 141 tackles and missed 23 tackles.",
        # before a time; of another noun; said of something else
        "Sales came to 61 million euros, just ahead of August's 72 million euros tax rise.",
        "13.5 percent reported figures missing estimates and 7.9 percent matched them.",
        "She came in third in 8.06 seconds, behind a new record holder (7.96).",
        "The pickup of orders followed a revised gain of 2.4 percent in February, and surpassed expectations for a 2.5 percent gain.",
        # another move lies between; denied
        "The index rose above 7,000 before turning back, to 6,950.",
        "Visitors did not exceed 2 million, at 2.1 million.",
        # of two comparands; of a whole; of another clause; seconds
        "The fund was up 6 percent in March, outdoing a 10 percent gain of the index last year and 5.8 percent in May.",
        "The party took 71 of the 150 seats, five short of the 76 needed.",
        "The state will sell 5 trillion yen of bonds, which would push its debts above the 44 trillion yen cap.",
        "Rents have risen by 2.1 percent, from 8.23.",
        "Imports peaked at 47 percent in 1977, were short of 36 percent last year and are rising.",
        # a change, a vote, prices over a year
        "Shares of the mill fell $3.20 to $1.47.",
        "They have traded in a 52-week range of $65.50 to $40.36.",
        # a bound; what was told before; a rate that falls as its money rises
        "Yields closed at 6.5 percent in Rome after a day that sent others spiralling above 8 percent.",
        "The firm has 41 shops at home and 16 abroad. That is above last year's 53 shops.",
        "The lira rose to an exchange rate of 158 lira from 207 lira.",
    ],
)  # fmt: skip
def test_words_that_compare_nothing_order_nothing(text):
    assert orders(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # a loss that gets better; another one's profit beside; more shares than before
        "The loss was $97 million, an improvement from a loss of $142 million.",
        "Orn earned $90 million, or 60 cents a share, while Holm had a profit of $125 million, or 49 cents a share.",
        "Net came to $90 million, or 60 cents a share, against $125 million, or 49 cents a share, on fewer shares outstanding.",
        # a rate that may be better when it is less
        "The jobless rate improved to 8.1 percent from 8.8 percent.",
        # which of two is meant is open; a yield goes against its price
        "Sales came to 51 million crowns in May and 62 million crowns in June. That was below the 47 million crowns of April.",
        "The bond rose 29/32 in price to yield 2.25 percent, from 2.29 percent.",
    ],
)  # fmt: skip
def test_words_that_leave_it_to_the_numbers_state_no_order(text):
    links = extract(text, load_reference(), title=None, published="2024-03-15")["links"]
    assert [
        link["rule"] for link in links if link["kind"] == "order" and "implied_" not in link["rule"]
    ] == []


OPENINGS = """
Orn Mills reported a better-than-expected quarterly profit on Monday.
Orn Mills said on Monday its earnings beat Wall Street expectations by far.
Orn Mills on Monday posted results that topped analysts' estimates.
"""
DOWN = "Orn Mills said its profit missed analysts' estimates."
BODY = "Net income was $41 million, or 52 cents a share. Analysts, on average, had expected 57 cents a share."


@pytest.mark.parametrize("opening", OPENINGS.strip().splitlines())
def test_an_article_opens_with_what_beat_the_outlook(opening):
    assert ("52 cents", "57 cents") in orders(f"{opening} {BODY}")


def test_an_article_opens_with_what_missed_the_outlook():
    assert ("57 cents", "62 cents") in orders(f"{DOWN} {BODY.replace('52', '62')}")


def test_of_two_results_the_one_that_holds_is_set_against_the_outlook():
    body = BODY.replace(". Analysts", ". Excluding items, it earned 61 cents a share. Analysts")
    assert ("61 cents", "57 cents") in orders(f"{OPENINGS.strip().splitlines()[0]} {body}")


@pytest.mark.parametrize(
    "text",
    [
        # of the time to come; of a loss; on both sides; of revenue; expected still
        f"Orn Mills forecast a better-than-expected profit for the year. {BODY}",
        f"Orn Mills reported a smaller-than-expected loss. {BODY}",
        f"Orn Mills reported a better-than-expected profit. {DOWN} {BODY}",
        f"Orn Mills said its revenue beat analysts' estimates. {BODY}",
        f"Orn Mills said its profit beat analysts' estimates. {BODY.replace('had expected', 'expect')}",
    ],
)
def test_an_opening_of_something_else_leaves_result_and_outlook_to_the_numbers(text):
    links = extract(text, load_reference(), title=None, published="2024-03-15")["links"]
    assert [
        link["rule"] for link in links if link["kind"] == "order" and "implied_" not in link["rule"]
    ] == []


def test_the_sales_of_a_product_are_not_the_revenue_that_an_article_opens_with():
    """Its outlook was missed though that of all sales was beaten."""
    opening = "Orn Pharma said revenue beat analysts' estimates. Orn Pharma had revenue of $3.2 billion."
    told = "Sales of its heart drug Velmax fell 5 percent to $602 million. Analysts had expected sales of $613 million."
    assert ("$602 million", "$613 million") not in orders(f"{opening} {told}")
    whole = "Orn Pharma had sales of $602 million. Analysts had expected sales of $590 million."
    assert ("$602 million", "$590 million") in orders(
        f"Orn Pharma said revenue beat analysts' estimates. {whole}"
    )


def test_a_noun_of_change_may_be_of_something_else():
    text = "The bank trimmed the number of rate increases it foresees to two from three."
    links = extract(text, load_reference(), title=None, published="2024-03-15")["links"]
    assert [link["rule"] for link in links] == ["to_from"]


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("After the sale of its stake for $7.3 billion, the bank is now more than half-way to filling a gap of $33.9 billion.", "$7.3 billion", "$33.9 billion"),
        ("Sales rose 0.44 percent in May from April, compared with an expected 0.45 percent.", "0.44 percent", "0.45 percent"),
    ],
)  # fmt: skip
def test_words_of_another_clause_order_nothing(text, greater, lesser):
    assert (greater, lesser) not in orders(text)


def test_a_revision_of_a_rise_is_no_move_of_its_level():
    text = "The ministry spoke of a revision in May's rise to 236,000 from 337,000."
    assert [link["rule"] for link in extract(text, load_reference())["links"]] == ["to_from"]
