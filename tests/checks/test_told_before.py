# ruff: noqa: E501
"""A rise or a fall and the two levels that it is of, told over sentences: one text a row.

Each text stands here with the right and the wrong words, `[[right|wrong]]`, and the check that finds the wrong
ones. The near misses say something that is no step of these levels, and stay silent.
"""

import pytest
from reading_in import failing, right, wrong

PUBLISHED = "2014-11-20"
ORDER = "ordering_contradicted"
MULTIPLE = "multiple_contradicts_levels"
GROWTH = "growth_contradicts_levels"
BALANCE = "balance_does_not_close"
SUM = "parts_contradict_total"
TOLD = [
    (ORDER, "The jobless rate [[edged down|edged up]] to 5.4 percent in June. It had been 5.9 percent in May."),
    (ORDER, "Dollar reserves [[shrank|grew]] in August, the bank said on Friday.\n\nIt put them at $41.2 billion at the end of the month. A month earlier, they had stood at $43.0 billion."),
    (ORDER, "Thefts of bicycles in Hest [[decreased|increased]] last year, police said, with 1,412 reported in 2013 against 1,688 in the year before."),
    (ORDER, "[[Fewer|More]] people died on the roads of Marl in 2013. There were 38 deaths, compared with 51 in 2012."),
    (ORDER, "Enrolment at the college [[is down|is up]] again this autumn.\n\nThere are 1,120 students. A year ago there were 1,305."),
    (ORDER, "Traffic through the port [[rose|fell]] in 2012. It handled 3.4 million tonnes. In 2011 it had handled 3.1 million tonnes."),
    (ORDER, "The company's debt has [[fallen|risen]] to 310 million euros. At the end of 2010 it stood at 365 million euros."),
    (ORDER, "Visitor numbers at the castle [[dropped|rose]] last season, its owner said. Some 81,000 visitors came. In 2010 there had been 92,000."),
    (ORDER, "The birth rate [[slipped|climbed]] again in 2013.\n\nThe statistics office put it at 1.41 children per woman. A year earlier it had been 1.46."),
    (ORDER, "The stock of unsold flats [[decreased|increased]] in the first quarter.\n\nAt the end of March it stood at 5,120. Three months earlier the number was 5,470."),
    (ORDER, "The deficit [[narrowed|widened]] in July. It was $3.1 billion, against $3.6 billion in June."),
    (ORDER, "Deaths from the disease have [[fallen|risen]] sharply. In 2001 there were 940. By last year the figure was 310."),
    (MULTIPLE, "The number of beggars on the island has [[doubled|trebled]] in a decade, the charity said. In 2004 it counted 110 of them. Today there are 220."),
    (MULTIPLE, "The number of wolves in the province has [[tripled|doubled]] since 2010, rangers said.\n\nIn 2010, 21 animals were counted. This winter there are 63."),
    (GROWTH, "Attendance at the fair fell [[by a quarter|by a half]], the organisers said.\n\nThey sold 24,100 tickets. The year before they had sold 32,130."),
    (GROWTH, "A decade ago the club had 210 members. It now has 350.\n\n\"We have grown by [[two thirds|one third]],\" the chairman said."),
    (GROWTH, "Harl Tools reported a [[25 percent|35 percent]] rise in annual profit on Tuesday.\n\nThe maker of saws will close its plant in Marl.\n\nProfit came to $50.1 million. It had been $40.1 million in 2011."),
    (GROWTH, "Sales of the paper fell [[8 per cent|18 per cent]] in the half year. It now sells 46,150 copies. A year earlier it sold 50,160."),
    (GROWTH, "The price of a season ticket has risen by [[9 per cent|19 per cent]].\n\nIt now costs £545. Last year it cost £500."),
    (BALANCE, "There were 3,110 farms in the valley in 1990. The number has since fallen by [[1,300|1,500]] and is now 1,810."),
    (SUM, "Health officers reported [[seven new|nine new]] cases of mumps on Monday.\n\nThe total since March is now 64. It was 57 a week ago."),
    (SUM, "[[A further 12|A further 21]] bodies were found on Sunday. That brings the death toll to 96. It had stood at 84 on Saturday night."),
    (SUM, "The average rent in the town is 642 euros, which is [[41 euros|61 euros]] more than a year earlier. Twelve months ago, tenants would have paid 601 euros."),
    (SUM, "The glacier is now 4.1 kilometres long. When it was measured in 1950 it was 5.3 kilometres. In other words, it has lost [[1.2|2.1]] kilometres."),
    (BALANCE, "The number of jobless in the region rose by [[2,410|4,210]] in March.\n\nThe labour office put the total at 88,310, compared with 85,900 at the end of February."),
    (BALANCE, "The lake's level has dropped by [[2.4|4.2]] metres in 20 years. It stands at 31.6 metres. In 1992 it was 34.0 metres."),
    (BALANCE, "The central bank of Norland raised its main rate by [[75|25]] basis points.\n\nIts five members voted to lift the rate to 5.25 percent from 4.50 percent. Rents are up."),
]  # fmt: skip
HEADLINES = [
    (MULTIPLE, "Harl Foods [[doubles|trebles]] its profit", "Harl Foods made a net profit of 62.4 million euros in the first half of 2014, compared with 31.1 million euros in the first half of 2013."),
    (GROWTH, "Net debt of Harl Foods falls by [[a fifth|a half]]", "Harl Foods had net debt of 248 million euros at the end of 2013, compared with 310 million euros at the end of 2012."),
    (ORDER, "Harl profit [[slips|climbs]] as milk grows dear", "Harl Foods made a profit of 31.1 million euros in the first half of 2014, compared with 36.4 million euros in the first half of 2013."),
    (ORDER, "Unemployment rate [[up|down]] in Norland", "The unemployment rate in Norland rose to 6.4 percent in June 2014 from 6.1 percent in May 2014, the office said."),
]  # fmt: skip
SILENT_HEADLINES = [
    # a plan, a price, another basis, what was expected
    ("Harl profit seen falling", "Harl Foods made a profit of 41.1 million euros in the first half of 2014, compared with 36.4 million euros in the first half of 2013."),
    ("Marl shares fall", "Marl Mills made a profit of 41.1 million euros in the first half of 2014, compared with 36.4 million euros in the first half of 2013."),
    ("Hest profit falls on write-down", "Excluding a write-down, Hest Foods made a profit of 41.1 million euros in the first half of 2014, compared with 36.4 million euros in the first half of 2013."),
    ("Holm raises provisions for slump", "Provisions of Holm Dairies were 41.1 million euros in the first half of 2014, compared with 36.4 million euros in the first half of 2013."),
]  # fmt: skip
SILENT = [
    "The jobless rate rose to 7.3 percent in May from 7.1 percent in April. A year earlier it had been 7.9 percent.",
    "Membership has not fallen, the club says. It has 1,240 members. A year ago there were 1,190.",
    "Membership is likely to fall, the club says. It has 1,240 members. A year ago there were 1,190.",
    "Membership had fallen for years, the club says. It has 1,240 members. A year ago there were 1,190.",
    "Unless membership falls, the club must move. It has 1,240 members. A year ago there were 1,190.",
    "The bank's revenue rose 9 percent. It has 1,240 branches. A year ago it had 1,190.",
    "Costs rose 9 percent in May. It made a profit of 410 million euros. A year earlier it made 390 million euros.",
    "The bank's costs rose 9 percent in May. Its revenue came to 412 million euros. It had been 397 million euros a year earlier.",
    "The bank's shares fell on Tuesday. It has 1,240 branches. A year ago there were 1,190.",
    "Costs fell, and the depot in Marl closed. Hest sold 4,100 lorries. A year ago it had sold 3,900.",
    "Rents fell by 9 percent in Hest. Marl has 1,240 flats to let. A year ago there were 1,190.",
    "Sales fell in May, Harl said. They came to 410 million euros, against the 390 million that analysts had expected.",
    "Output fell in May, Harl said. It was 4,100 tonnes. The record of last year was 3,900 tonnes.",
    "Earnings fell in the quarter. The loss was 52 million euros, against 31 million a year earlier.",
    "Thefts fell in 2013. Hest had 412 and Marl 388. A year earlier there were 395.",
    "The number of cafes has doubled. There are now 64. In 2004 there were 31.",
    "Trust fell to 35 percent from 52 percent in Hest and dropped nine points in Marl.",
    "The dairy loses market share to rivals jumping into its towns, with its market share in Hest standing at 12.5 percent compared with 25 percent a year earlier.",
    "They declined to comment. The bank has 1,240 branches. A year ago it had 1,190.",
]  # fmt: skip


@pytest.fixture(scope="module")
def found(shared_warehouse):
    """The checks that fail of each text: as it is, then with the wrong words; and of the near misses."""
    rows = [(None, text) for _, text in TOLD] + [row[1:] for row in HEADLINES]
    near = [(None, text) for text in SILENT] + SILENT_HEADLINES
    told = []
    # Apart: one text stands with the right headline and with the wrong one.
    for words, cases in ((right, rows), (wrong, rows), (right, near)):
        shared_warehouse.clear()
        articles = [(words(text), title and words(title), PUBLISHED) for title, text in cases]
        told.append(failing(shared_warehouse, articles))
    return told


ROWS = [*TOLD, *((check, title) for check, title, _ in HEADLINES)]


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[text[:40] for _, text in ROWS])
def test_a_change_is_held_against_the_levels_of_its_step(found, number):
    as_it_is, changed, _ = found
    assert (as_it_is[number], changed[number]) == ([], [ROWS[number][0]])


def test_what_is_no_step_of_these_levels_is_silent(found):
    told = SILENT + [title for title, _ in SILENT_HEADLINES]
    assert [text for text, checks in zip(told, found[2], strict=True) if checks] == []
