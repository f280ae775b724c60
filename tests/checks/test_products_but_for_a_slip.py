# ruff: noqa: E501
"""Rates, products and ratios told all over an article: silent where they hold, found where one digit slipped.

Each article stands here with the right and the wrong number, `[[right|wrong]]`, and the check that finds the wrong one.
"""

import pytest
from reading_in import failing, read_articles, right, wrong

RATE = "rate_contradicts_amount"
SHARE = "share_contradicts_levels"
EXCESS = "parts_exceed_total"
ARTICLES = [
    (RATE, "The brewery sold [[3.2|2.3]] million bottles of its winter ale. The brewer had feared that the price, €2.40, would scare off drinkers.\n\nIt did not. Sales of the ale alone reached €7.68 million."),
    (RATE, "The council will buy 34 electric buses. Nothing has been signed yet.\n\nDeputy mayor Per Holm said one bus cost 4.5 million crowns, twice as much as a diesel one.\n\nThe order is to be financed by a loan of [[153|135]] million crowns."),
    (RATE, "The lottery's jackpot of [[9.6|6.9]] million pounds went to 16 colleagues from a bakery in Hull. They had bought the ticket together.\n\nThe winners take home 600,000 pounds apiece."),
    (RATE, "Rail passengers made [[8.4|4.8]] million trips on the line, operator Norrail said. Fares were frozen in May.\n\nTakings came to 54.6 million euros. The mean fare was 6.50 euros."),
    (RATE, "The club has [[12,600|16,200]] season ticket holders. They pay £480 on average.\n\nThat alone put £6.05 million in the bank before a ball had been kicked."),
    (RATE, "A hotel room in the old town cost 184 euros a night in August. The Regent, which has 95 rooms, said it was full on 27 nights.\n\nIt took in [[471,960|417,960]] euros for beds alone in those nights."),
    (RATE, "Crews pumped 24,000 barrels of oil per day in the 90 days to March. The field is nearly empty.\n\nThe firm got $55 for each barrel. That left it with revenue of $[[118.8|181.8]] million for the quarter."),
    (RATE, "A crew of 18 clears the pass. Each of them shovels 650 metres of footpath before breakfast.\n\nIt is cold work. Together that makes [[11,700|17,100]] metres, the road office says."),
    (RATE, "Now 48,600 villagers share [[27|37]] dental practitioners. Four are past sixty.\n\nThat leaves 1,800 people for each practice."),
    (SHARE, "There were [[57|75]] measles infections in the district between January and May. The district has 380,000 inhabitants.\n\nDoctors blame low take-up of the jab.\n\nThe incidence of 15 per 100,000 people is the highest in the country."),
    (SHARE, "Fires killed [[216|261]] people last year, the brigade said.\n\nDetectors are cheap now. For a population of 4.8 million that makes 4.5 deaths per 100,000 inhabitants, down from 5.3."),
    (SHARE, "The foundry said its operating profit was $[[18.72|17.82]] million in the quarter. Revenue rose to $142.7 million, helped by orders from wind farm builders.\n\nThe operating margin stood at 13.1 percent."),
    (SHARE, "At the end of the month [[64,800|68,400]] people were without work in the province, the agency said. Half of them were men.\n\nThe labour force numbers 720,000. The agency put the jobless rate at 9.0 percent."),
    (EXCESS, "The hall has [[6,400|4,600]] seats. The promoter sold 5,900 of them."),
]  # fmt: skip
SILENT = [
    "The ferry carried 48,600 passengers in July. A crossing costs €7.50 for adults and €3 for children.\n\nTickets brought in €287,000 over the month.",
    "The council bought 34 buses last year at 2.1 million crowns each. This year it plans to spend 153 million crowns on trams, which cost 9 million apiece.",
    "The camp houses 7,200 people. Each family gets 15 kilos of rice a week. The depot holds 54 tonnes.",
    "Sellen had 64,800 people out of work in May. The national jobless rate was 7.3 percent. The province's workforce is put at 720,000.",
    "Operating profit at the foundry was $18.2 million in the quarter. For the year sales were $510 million and the operating margin 11 percent.",
    "The brewery sold 3.2 million bottles, against 2.9 million a year ago. A bottle costs €2.40 in shops. The brewery's turnover was €5.1 million.",
    "The state had 57 measles cases among 380,000 children. Across the country there were 21 cases per 100,000 people.",
    "The shares closed at 18.50 crowns. The company sold 42 million shares at 16 crowns in March, raising 672 million crowns.",
    "Quarterly profit was $24 million, or 41 cents per share. A fund said it held 85 million shares worth $2.4 billion.",
    "One of 345 councils replied. It had put yellow tags on 2,900 of them.",
    "On an average day 300 books are lent. The library has 96,000 of them and was open on 302 days.",
    "The standard plan costs $12.99. The better one, at $15.99, runs on four screens.",
    "A first-time buyer paid £221,000 on average. Sales slipped to 1,095 from 1,180 in a year. A detached house fetched £412,000.",
]  # fmt: skip


@pytest.fixture(scope="module")
def found(shared_warehouse):
    """The checks that fail of each article, first as it holds, then with the wrong number."""
    shared_warehouse.clear()
    texts = [told(text) for told in (right, wrong) for _, text in ARTICLES]
    checks = failing(shared_warehouse, [(text, None, "2012-06-20") for text in texts])
    return list(zip(checks[: len(ARTICLES)], checks[len(ARTICLES) :], strict=True))


@pytest.mark.parametrize("number", range(len(ARTICLES)), ids=[text[:40] for _, text in ARTICLES])
def test_a_slip_is_found_by_what_the_other_figures_make(found, number):
    assert found[number] == ([], [ARTICLES[number][0]])


def test_figures_that_are_of_something_else_are_left_alone(warehouse):
    read_articles(warehouse, [(text, None, "2012-06-20") for text in SILENT])
    warehouse.check()
    assert warehouse.findings() == []
