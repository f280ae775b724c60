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
        "Exports outpaced 15 percent growth in imports, so that net exports grew to 1.86 million tons from 1.56 million tons.",
    ],
)  # fmt: skip
def test_what_was_no_former_level(text):
    assert not any("old" in roles for roles in relations_of(text, "growth"))
