# ruff: noqa: E501
"""Shares, sums, rests and products whose figures stand in several sentences: silent where they hold, else found.

Each article stands here with the right and the wrong number, `[[right|wrong]]`, and a check that finds the wrong one.
"""

import pytest
from reading_in import failing, right, wrong

RATE = "rate_contradicts_amount"
SUM = "parts_contradict_total"
EXCESS = "parts_exceed_total"
SHARE = "share_contradicts_levels"
SHARE_SET = "shares_do_not_sum"
CONVERSION = "conversion_contradicts"
ARTICLES = [
    # Shares of all that was told.
    (SHARE, "The choir sold 2,400 programmes over the weekend. Some 840 of them went on the first night, or [[35|45]] percent of the total. The hall was cold."),
    (SHARE, "Volunteers repaired 1,600 bicycles this spring. The yard on Quay Street is nearly full. The club's books show that 600 of the bicycles were for children, or [[37.5|27.5]] per cent of the total. Punctures came first."),
    (SHARE, "Lending rose to 5.2 billion dinars in the week. Loans to builders came to 1.56 billion dinars, which is to say [[30|36]] percent of all lending, the bank said."),
    (SHARE, "The ferry line took 9.6 million passengers last year. Of these, 2.4 million crossed in the summer quarter, in other words [[25|35]] percent of the total."),
    (SHARE, "The mill has 8,200 workers. It will cut 1,230 jobs, or [[15|25]] percent of its workforce."),
    # What follows from two levels, though a third stands beside them.
    (SHARE, "The geese culled at the two parks, a total of 1,800, will be burnt. Texel had 12,000 geese before the virus came, so the illness has cost it [[15|25]] percent of its flock."),
    # Of them, with other things counted before.
    (SHARE, "Students put questions to 1,200 pensioners in 18 villages. [[One in four|One in six]] of them, 301 in all, said they had never flown."),
    # The whole that two of a list make.
    (SHARE, "In Norby 43,200 votes were valid. Anna Berg took 18,604 votes, or [[43.1|34.1]] percent, ahead of the baker Tore Brand with 18,377 (42.5 percent). Ines Falk came third with 6,219, or 14.4 percent."),
    # Rests.
    (SUM, "Voters in the county have agreed to borrow 450 million crowns. Turnout was low. It rained all day, and two stations lost power. Of the money, 180 million crowns will go to the tram. The rest, [[270|290]] million crowns, is for roads."),
    (SUM, "The council has 3.2 million euros for culture. Museums will get 1.4 million euros of the money. The rest, [[1.8|2.6]] million euros, goes to theatres."),
    (SHARE_SET, "A poll put support for the tunnel at 46 percent, five points more than the 41 percent who said no. Some [[13|17]] percent had not made up their minds."),
    # Totals that grow.
    (SUM, "The comedy took $21.4 million from Friday to Sunday. It had earned $38.8 million by Thursday night, so its ten-day total stands at [[$60.2|$63.2]] million."),
    (SUM, "The appeal had collected 1.2 million euros by the end of May. It raised another 350,000 euros in June, taking its total to [[1.55|1.85]] million euros."),
    # Lists in the next sentence, or in lines.
    (SUM, "The festival shows 126 films. There are 47 features, 38 cartoons and [[41|14]] shorts, chosen from more than 2,300 entries."),
    (SUM, "The Greens lost the 56-seat council after 12 years. When the last ward had been counted, the new chamber was made up of 24 farmers, 19 Liberals, [[eight|11]] Greens and five independents."),
    (SUM, "The works turned out [[20,400|22,400]] engines at three plants. Leeds made 9,100, Derby 5,200 and Crewe 6,100. All are for ships."),
    (SUM, "Car dealer Halvor handed over [[21,785|22,785]] vehicles in the quarter, it said. Its shares fell. It sells in four countries, which took:\n\n- Norland: 8,412\n- Sudland: 6,930\n- Ostland: 4,175\n- Vestland: 2,268\n\nThe last are by boat."),
    (SUM, "Ray Moss has won the seat.\n\nThe full result:\n\nRay Moss (Liberal) 17,842\n\nPia Gask (Union) 16,526\n\nIsolde Fenn (Green) [[1,022|3,022]]\n\nIn all 35,390 votes were cast by an electorate of 72,000."),
    (SUM, "Ray Moss polled 17,842 votes, [[1,316|1,136]] ahead of Pia Gask for the Union, after a long night.\n\nPia Gask (Union) 16,526\n\nIsolde Fenn (Green) 1,022\n"),
    (EXCESS, "The 75-seat assembly sat until dawn. The plan was approved by [[38|48]] to 31, with six abstentions."),
    (SUM, "All 75 members were present when the vote was called. The plan was approved by [[38|36]] to 31, with six abstentions."),
    (EXCESS, "Parliament passed the budget with [[61|71]] votes in favour, 52 against and 4 abstentions. The chamber has 120 members."),
    # Products.
    (RATE, "The family has sold shares worth [[$230|$203]] million in the shipyard. A trust placed 12.5 million shares with funds overnight at $18.40 each."),
    (RATE, "The fund owns 12 million shares in the brewer. At Friday's close of $24.50 the stake is worth [[$294|$249]] million."),
    (SHARE, "The theatre has 1,200 seats. On Friday 900 people came, so it was [[75|85]] percent full."),
    (SHARE, "The haulier owns 640 lorries. A depot in Brem with 160 lorries accounts for [[25|35]] percent of that total."),
    (SHARE_SET, "The bond sold well. Insurers took 45 percent, banks 35 percent and funds [[20|30]] percent."),
    (SUM, "By Sunday 38,000 people had signed. Another 7,500 people did so on Monday, for a total of [[45,500|54,500]] people."),
    (RATE, "The city will buy 40 low-floor trams. The order is worth [[104|140]] million euros, with each tram costing 2.6 million euros."),
    (RATE, "The school has 504 pupils and 42 teachers. That makes [[12|21]] pupils to each teacher, a ratio that others envy."),
    (CONVERSION, "The Marlin field pumped an average of 38,000 barrels of oil a day in June. For the month as a whole the field yielded [[1.14|1.41]] million barrels of oil."),
    (CONVERSION, "The stadium is to cost 150 million euros ($168 million). Its owners have paid 60 million euros ([[$67.2|$76.2]] million) themselves."),
]  # fmt: skip
SILENT = [
    # Another holder's shares are no whole; nor is what was expected, or what has a share of its own.
    "The group holds 2.3 million Taff shares. The Bass brothers have bought more and now own 1.4 million of Taff, or 17 percent of the total.",
    "Sales of parts came in at 2.6 billion crowns. Analysts had expected 2.5 billion crowns. Sales to Forsk were 1.1 billion crowns, or 42 percent of the total.",
    "Taxes will bring 262 billion crowns, 55 percent of the total. Income from forests will be 99 billion crowns, accounting for 21 percent of the total.",
    # Lost are those that are gone, or those that are left: which, the words do not say.
    "Fire destroyed 1,860 hectares of vines in two valleys. The region has 6,200 hectares of vines, so it has lost 30 percent of its vines.",
    "They were down to 5,500 by 1989. They recovered to 16,000 in 2007, so the herd today is only a quarter of its peak.",
    # A week ago the stores were another share of other levels; who sails is no room for guests.
    "Stores held 71.4 terawatt hours on Monday, 74.8 percent of the 95.5 terawatt hours of capacity. Seven days earlier they were 72.9 percent full.",
    "Those on cruise ships, some 96,000, sleep on board and are left out, as are about 58,000 people on yachts. Hotels were 93 per cent full.",
    # Several answers may be given; the shares of two groups are of two wholes; an age is no camp.
    "Sport was the favourite, named by 58%, followed by music at 51% and work at 17%. Pupils could choose more than one answer.",
    "The ministry counted 49.8 percent of primary teachers on strike and 41.5 percent in secondary schools.",
    "Sixty-three percent reject raising the pension age from 65 to 67, 26% support it and 11% do not know.",
    # The members themselves are the first of a list.
    "Of the members 118,000 are building up a pension, 79,000 receive one and 113,000 have left the trade.",
    # Others than the cases; two kinds of a zoo's many; the largest of a list.
    "Fifty-one of the victims were shot. Police have made arrests in 37 of the cases, and 19 people have been sentenced.",
    "The zoo has 412 animals. There are 98 birds and 120 monkeys in the new houses.",
    "The port handled 41,300 boxes in May, it said. Its largest customers were:\n\n- Norland: 18,412\n- Sudland: 16,930\n- Ostland: 4,175\n\nOthers are small.",
    # Behind the station nobody is; votes of 90 plots are none.
    "There are 90 plots on three sites: 48 at Mill Lane, 27 at Cuckoo Field and 15 behind the station. The list has 240 names on it.",
    "The 120-seat parliament met on Monday. Deputies rejected the bill by 64 to 52, with two absent.",
    # Cheap shares of another sale; two rates a year apart; a day's rate beside a year's amount.
    "The bank sold its stake in Kern for $7.3 billion. It has issued 1.25 billion shares at an average price of $10.77 each since Friday.",
    "In May 2008 it paid 4.5 billion pounds ($8.9 billion) for the bank. In April 2009 it sold the funds for 3.0 billion pounds ($4.4 billion).",
    "Hertz said its offer, a 6 percent premium to Friday's close of $38.85, values the company at $1.17 billion. It has 28.6 million shares.",
    "Of the 30 stocks in the index, only two rose. Ostel gained 4.1 percent to close at $39.46 after it said it would buy back shares worth $16 billion.",
    "Asked why, 64 percent of those for it named power, 51 percent jobs and 22 percent rent.",
    "The mill sold 10,500 tonnes of flour a day in June. Last year it sold 3.1 million tonnes of flour.",
    # The rest pays for a deficit that is told as a share of something else.
    "Funds from abroad took 30 percent of the bond. Bills sold at 3.9 percent and notes at 63.5 percent of their price. The state will replace old debt and the remainder pay for the deficit, put at 2.6 percent of output.",
]  # fmt: skip


def told(warehouse, texts):
    """Return the checks that fail of each text."""
    return failing(warehouse, [(text, None, "2019-07-15") for text in texts])


@pytest.fixture(scope="module")
def found(shared_warehouse):
    """The checks that fail of each article, first as it holds, then with the wrong number."""
    checks = []
    for words in (right, wrong):
        shared_warehouse.clear()  # one tells what the other tells otherwise
        checks.append(told(shared_warehouse, [words(text) for _, text in ARTICLES]))
    return list(zip(*checks, strict=True))


@pytest.mark.parametrize("number", range(len(ARTICLES)), ids=[text[:40] for _, text in ARTICLES])
def test_a_claim_is_held_against_figures_of_other_sentences(found, number):
    as_it_is, changed = found[number]
    assert as_it_is == []
    assert ARTICLES[number][0] in changed


def test_figures_that_only_stand_near_a_claim_are_not_held_against_it(warehouse):
    checks = told(warehouse, SILENT)
    assert [pair for pair in zip(SILENT, checks, strict=True) if pair[1]] == []
