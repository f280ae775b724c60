# ruff: noqa: E501
"""Growth with the former level that stands elsewhere in its sentence or in the next; one phrase a row.

The numbers disagree in every row, so that the words alone tie them.
"""

import pytest
from relating_quotes import relations_of


@pytest.mark.parametrize(
    ("text", "growth", "new", "old"),
    [
        ("Passenger numbers at Marl slipped 9.2 per cent to 45,315 in July. In the same month of last year 48,310 people had flown.", "9.2 per cent", "45,315", "48,310"),
        ("Passenger numbers at Marl slipped by 9.2 per cent: 45,315 people flew in July, as against 48,310 twelve months ago.", "9.2 per cent", "45,315", "48,310"),
        ("At 45,315, the number of flights was 9.2 per cent down on the 48,310 of last year.", "9.2 per cent", "45,315", "48,310"),
        ("Marl airport handled 45,315 flights in July. That was 9.2 per cent fewer than the 48,310 it handled a year earlier.", "9.2 per cent", "45,315", "48,310"),
        ("Marl airport handled 48,310 flights in July 2017 and 45,315 this July, a decrease of 9.2 per cent.", "9.2 per cent", "45,315", "48,310"),
        ("Membership climbed 11 percent in 2019 and reached 3.92 million at the end of the year. At the end of 2018 the union had 3.23 million members.", "11 percent", "3.92 million", "3.23 million"),
        ("Membership now stands at 3.92 million, 11 percent above the 3.23 million of a year ago.", "11 percent", "3.92 million", "3.23 million"),
        ("The union said membership grew by 11 percent, from 3.23 million at the end of 2018 to 3.92 million at the end of 2019.", "11 percent", "3.92 million", "3.23 million"),
        ("The mine's output, 7,140 tonnes in 2014, had more than doubled to 11,720 tonnes by 2015.", "doubled", "11,720 tonnes", "7,140 tonnes"),
        ("In 2018, 1,200 couples married in Hest, 25 percent fewer than in 2017. In 2017 there had been 1,400 weddings.", "25 percent", "1,200", "1,400"),
        ("The number of foxes in Hest has risen by half since 2010. Counters found 3,100 this spring; in 2010 it was 2,600.", "half", "3,100", "2,600"),
        ("Arrests went up by 40 percent last year, to 1,210. The year before, police had made 1,010.", "40 percent", "1,210", "1,010"),
        ("Net debt shrank by a fifth to 212 million euros; at the end of 2017 it was 240 million.", "a fifth", "212 million euros", "240 million"),
        ("The parish registered 88 births, down 12 percent. The figure for 2017 was 110.", "12 percent", "88", "110"),
        ("Bankruptcies doubled: there were 1,240 of them, after 910 in 2017.", "doubled", "1,240", "910"),
        ("Wages rose 4.5 percent to an average 2,310 euros a month (2018: 2,100 euros).", "4.5 percent", "2,310 euros", "2,100 euros"),
        ("Exports were worth 5.1 billion euros, 6 per cent more than the year before (4.2 billion).", "6 per cent", "5.1 billion euros", "4.2 billion"),
        ("Spending per pupil has gone up 22 percent since 2010, from 6,100 euros to 6,900 euros.", "22 percent", "6,900 euros", "6,100 euros"),
        ("Unemployment benefit went to 61,000 people in May, 9 percent fewer than in May 2018 (75,000).", "9 percent", "61,000", "75,000"),
        ("In 2001 there were 48,310 people in Hest. Ten years on there are 45,315 people, which is 9.2 per cent fewer.", "9.2 per cent", "45,315", "48,310"),
        ("Passenger traffic increased by 11 percent in 2018. All told, 3.92 million people came in 2018 compared with 3.23 million the year before.", "11 percent", "3.92 million", "3.23 million"),
        ("Claims more than doubled over the winter, the state of Hestia reported: 11,720 people filed in December, compared to 7,140 a year earlier.", "doubled", "11,720", "7,140"),
        ("The price of milk goes down by 8 percent, from 34.5 cents a litre to 29.2 cents.", "8 percent", "29.2 cents", "34.5 cents"),
        ("The index fell 4.2 percent in May to 81.3 from an upwardly revised reading of 88.6 in April.", "4.2 percent", "81.3", "88.6"),
        ("Assets of the fund shrank by 14 percent to 231 million at the end of May from 292 million at the end of April.", "14 percent", "231 million", "292 million"),
        ("Harl Foods had 10,240 employees at the end of 2016, down 29 percent from the 15,270 it had a year earlier.", "29 percent", "10,240", "15,270"),
        ("Harl Foods said profit rose 15 percent to 39 million euros, in its second quarter, from 31 million euros.", "15 percent", "39 million euros", "31 million euros"),
        ("The bank's losses came to 22.8 billion yen, 25 percent more than the 19.8 billion yen of last year.", "25 percent", "22.8 billion yen", "19.8 billion yen"),
        ("Profit rose 15 percent at Harl Foods, the second-largest dairy, to 39 million euros, from 31 million euros.", "15 percent", "39 million euros", "31 million euros"),
        ("Harl Foods reported net income of 39 million euros, or 31 cents per share, for the quarter, ended in July, up 15 percent from 31 million euros a year earlier.", "15 percent", "39 million euros", "31 million euros"),
        ("The fund lost 14 percent in May, falling to 231 million from 292 million at the end of April.", "14 percent", "231 million", "292 million"),
        ("Harl Foods' output fell 14 percent to 231 million litres through May 30, compared with 292 million litres as of May 15.", "14 percent", "231 million litres", "292 million litres"),
        ("The deficit will widen by 15 percent to a record 39 million euros from 31 million euros in the current year.", "15 percent", "39 million euros", "31 million euros"),
        ("Turnover soared to a record 31 million euros in May, a 9 percent increase on the previous month's 27 million euros.", "9 percent", "31 million euros", "27 million euros"),
        ("The median price of a flat dropped 8 percent to 850,000 euros, but rose 4.1 percent from 835,700 euros in the second quarter.", "4.1 percent", "850,000 euros", "835,700 euros"),
        ("Beer output was 8.1 million hectolitres, below the 8.2 million of May and 14 percent lower than the 8.7 million hectolitres of last year.", "14 percent", "8.1 million hectolitres", "8.7 million hectolitres"),
        ("The cabinet approved spending of 480 million euros. It represents an increase in spending of 19 percent over the 432 million euros of this year.", "19 percent", "480 million euros", "432 million euros"),
        ("Harl Foods posted an operating profit of 1.13 billion euros. That was up 42 percent from an 856 million euro profit a year earlier.", "42 percent", "1.13 billion euros", "856 million euro"),
        ("Harl Foods put its sales at 3,500 million euros in 2019, up 9.8 percent. Sales fell 1.9 percent to 3,308 million euros in 2018.", "9.8 percent", "3,500 million euros", "3,308 million euros"),
        ("Beer output dropped 14 percent to 8.1 million hectolitres. A year earlier brewers had produced 8.7 million hectolitres.", "14 percent", "8.1 million hectolitres", "8.7 million hectolitres"),
    ],
)  # fmt: skip
def test_growth_with_its_former_level(text, growth, new, old):
    found = relations_of(text, "growth")
    assert {"growth": [growth], "new": [new], "old": [old]} in found


@pytest.mark.parametrize(
    "text",
    [
        "Harl Foods said revenue rose 15 percent to $2.1 billion in May. Analysts had expected revenue of $2.0 billion.",
        "Revenue of Harl Foods rose 20 percent to $26.6 billion, versus the average $24.9 billion estimate.",
        "Exports grew 2.7 percent to a record $167 billion. The previous record of $165 billion was set in 2008.",
        "Crude oil fell 0.4 percent to $86.40 a barrel, after touching $87.63.",
        "Net profit of Harl Foods rose 9 percent to $45 million. Last year it had revenue of $48 million.",
        "Visitors to Hest rose 9 percent to 4,500. A year ago the town of Arno had 4,800 visitors.",
        "Sales of Harl Foods rose 9 percent to $45 million. Without Pyne, adjusted sales a year earlier were $44 million.",
        "Harl Foods shares fell to $126 after initially rising 9 percent from $127.",
        "Harl Foods put its revenue at $26.6 billion in 2019, up 20 percent. It spent $2.9 billion in 2018.",
        "Exports outpaced 15 percent growth in imports, so that net exports grew to 1.86 million tons from 1.56 million tons.",
    ],
)  # fmt: skip
def test_what_was_no_former_level(text):
    assert not any("old" in roles for roles in relations_of(text, "growth"))


QUARTER = (
    "Harl Foods Inc reported a {} in quarterly profit on Monday, as milk grew dearer.\n\nIts shares fell. "
)


@pytest.mark.parametrize(
    ("lead", "levels"),
    [
        ("34 percent drop", "Net income was $277 million, or 58 cents per share, in the second quarter, down from $363 million, or 73 cents per share, a year earlier."),
        ("34 percent drop", "Net profit fell to $277 million, or 58 cents per share, in its second quarter, from $363 million, or 73 cents, a year ago."),
        ("34 percent drop", "Harl Foods posted a profit of $277 million. That compares with a profit of $363 million a year ago."),
        ("34 percent drop", "Net income for the Omaha, Nebraska-based dairy fell to $277 million from $363 million."),
        ("forecast-beating 34 percent drop", "Net income fell to $277 million from $363 million."),
        ("34 percent drop", "Net income fell to $277 million, or 2 cents a share, from $363 million, or 3 cents a share."),
        ("34 percent drop", "Harl Foods posted a profit of $277 million, compared with $363 million in the same quarter a year ago."),
        ("34 percent drop", "Revenue slipped to $2.1 billion from $2.2 billion. Its shops did worse. Net profit fell to $277 million from $363 million."),
    ],
)  # fmt: skip
def test_a_growth_that_an_article_opens_with_has_the_levels_told_behind(lead, levels):
    found = relations_of(QUARTER.format(lead) + levels, "growth")
    assert {"growth": ["34 percent"], "new": ["$277 million"], "old": ["$363 million"]} in found


@pytest.mark.parametrize(
    ("lead", "levels"),
    [
        ("34 percent drop", "Without one-time items, adjusted profit fell to $277 million from $363 million."),
        ("34 percent drop", "Net profit was $277 million, compared with the $363 million that analysts had expected."),
        ("34 percent drop", "It cut its profit forecast for the year to $277 million from $363 million."),
        ("34 percent drop", "Profit per share fell to $2.77 per share from $3.63 per share."),
        ("34 percent drop", "Revenue slipped to $277 million from $363 million."),
        ("34 percent rise", "Net profit fell to $277 million from $363 million."),
        ("34 percent drop", "Net profit at Pyne Dairies fell to $277 million from $363 million."),
        ("34 percent drop in quarterly profit at its mills and a 12 percent drop", "Net profit fell to $277 million from $363 million."),
    ],
)  # fmt: skip
def test_levels_of_something_else_are_not_those_that_an_article_opens_with(lead, levels):
    found = relations_of(QUARTER.format(lead) + levels, "growth")
    assert not any("old" in roles for roles in found)


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Harl Foods rose 6.2 percent to $16.15 after the closing bell. In regular trading the stock of Harl Foods had closed at $15.65, down 1.5 percent.",
        "The stock of Harl Foods ended the session down 0.4 percent at $15.65. Shares of Harl Foods rose 6.2 percent in extended trade to $16.15.",
        "Shares of Harl Foods rose 6.2 percent to $16.15 after closing at $15.65 on Nasdaq.",
        "Shares of Harl Foods rose 6.2 percent to $16.15 on the news. Harl Foods ended the regular session down 0.9 percent at $15.65.",
        "Harl Foods shares rose 6.2 percent to $16.15 in late trade before the bell, from a $15.65 close on Monday.",
        "Shares of Harl Foods gained 6.2 percent to $16.15 in their debut on Nasdaq. They had been priced at $15.65 a share on Monday.",
        "Harl Foods shares rose 6.2 percent in premarket trading to $16.15, from their Monday close of $15.65.",
    ],
)  # fmt: skip
def test_trade_out_of_hours_starts_from_the_close(text):
    found = relations_of(text, "growth")
    assert {"growth": ["6.2 percent"], "new": ["$16.15"], "old": ["$15.65"]} in found


@pytest.mark.parametrize(
    "text",
    [
        "After their debut on Friday, shares of Harl Foods gained 6.2 percent to $16.15 by noon. They had been priced at $15.65 a share.",
        "Shares of Harl Foods closed up 6.2 percent at $16.15, and slipped to $15.65 in extended trade.",
        "Shares of Harl Foods rose 6.2 percent to $16.15 by noon. On Friday the stock of Harl Foods had closed at $15.65.",
        "Shares of Harl Foods rose 6.2 percent to $16.15 after the closing bell. Shares of Pyne Dairies closed at $15.65.",
        "Shares of Harl Foods rose 6.2 percent to $16.15 after the bell. Shares of Harl Foods closed at $15.65 on Monday, and shares of Harl Foods had closed at $14.10 on Friday.",
    ],
)  # fmt: skip
def test_what_is_no_close_before_trade_out_of_hours(text):
    assert not any("old" in roles for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    "text",
    [
        "The tender price of $16.15 per share represents a 6.2 percent premium to Harl Foods' latest close of $15.65.",
        "Pyne will pay $16.15 each in cash, or a 6.2 percent premium to Friday's close of $15.65.",
        "The conversion price of Harl Foods shares was set at $16.15, which is a premium of 6.2 percent over last night's $15.65 closing share price.",
        "The shares hit a high at $16.15 - up 6.2 percent from the IPO price of $15.65.",
    ],
)  # fmt: skip
def test_a_premium_is_paid_over_a_price(text):
    found = relations_of(text, "growth")
    assert {"growth": ["6.2 percent"], "new": ["$16.15"], "old": ["$15.65"]} in [
        {role: [quote.removesuffix(" per share") for quote in quotes] for role, quotes in one.items()}
        for one in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pyne will pay $16.15 each in cash, or a 6.2 percent discount to Friday's close of $15.65.",
        "The shares cost $16.15, and are still down about 80 percent from their price of $35.65.",
    ],
)
def test_a_discount_and_what_is_said_in_passing_are_no_growth_from_a_price(text):
    assert not any("old" in roles for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Harl Foods made 31 million euros of new investments, double the 12 million euros it spent in the previous year.", "31 million euros", "12 million euros"),
        ("Net profit was 4.9 million euros -- still more than double the previous year's 1.9 million euros.", "4.9 million euros", "1.9 million euros"),
        ("Harl Foods set aside 31 million euros, up from 2 million euros a year earlier and nearly double the 12 million euros of May.", "31 million euros", "12 million euros"),
    ],
)  # fmt: skip
def test_what_is_double_another(text, one, other):
    found = relations_of(text, "ratio")
    assert {"numerator": [one], "ratio": ["double"], "denominator": [other]} in found
