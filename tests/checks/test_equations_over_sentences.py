# ruff: noqa: E501
"""Dates, ages, speeds, units and votes that make one another over sentences: silent as they are, found when one is wrong."""

import pytest
from reading_in import failing

DAY = "2024-08-01"  # a Thursday


def findings(warehouse, *texts):
    return failing(warehouse, [(text, None, DAY) for text in texts])


DATED = [
    ("The crew came down on Tuesday, 30 July. They had left on 12 February, and 169 days of waiting were over.", "169 days", "196 days"),
    ("The talks are to begin in three weeks, on 22 August, the ministry said.", "three weeks", "six weeks"),
    ("The theatre opened on Wednesday, four years later than planned. It had been scheduled for 2020.", "four years", "seven years"),
    ("Orn Water sold its first ten-year bond on Monday.\n\nThe paper, issued on 29 July 2024, matures on 29 July 2034.", "July 2034", "July 2039"),
    ("The comet comes by every 62 years. It was last seen in 1962, in 2024 few will miss it, and it will return in 2086.", "2086", "2068"),
    ("The mill opened in 1985 and closed three years later, in 1988.", "three years", "six years"),
    ("The school opened in 1958. Five years later, in 1963, it had 210 pupils.", "Five years", "Nine years"),
    ("The talks are to begin in exactly 12 days' time, on 13 August.", "12 days", "21 days"),
    ("A truce began at noon on Monday. It is valid for 96 hours. The guns may speak again on Friday at noon.", "96 hours", "72 hours"),
    ("The hostages were let go on Saturday, 20 July, after 16 weeks. They had been seized on 30 March.", "16 weeks", "26 weeks"),
    ("The brewery celebrates its 150th birthday on Sunday. Its first barrel was filled by a widow in 1874, and a fire in 1931 spared the cellar.", "1874", "1847"),
]  # fmt: skip

AGED = [
    ("The poet Ines Calder died on Tuesday. She was 82.\n\nThe daughter of a miller, she came into the world on 12 March 1942.", "1942", "1924"),
    ("Ole Brandt became a grandmaster on Monday, at the age of 13 years and two months.\n\nThe boy, who was born in May 2011, lives in Orn.", "May 2011", "May 2013"),
    ("Max Holm joined the yard in 1986, a 24-year-old with no trade. He leaves in 2024, aged 62.", "aged 62", "aged 26"),
]  # fmt: skip

PACES = [
    ("Eva Lund flew 1,280 kilometres in a glider. She was in the air for 16 hours. Her average speed was 80 kilometres an hour.", "16 hours", "61 hours"),
    ("The stage was 168 kilometres long. The winner needed 4 hours 12 minutes, an average of 40 kilometres per hour.", "4 hours 12", "5 hours 12"),
    ("She set out on 1 July with a tent. On 20 July she had 640 kilometres behind her. That amounts to 32 kilometres a day.", "32 kilometres", "23 kilometres"),
]  # fmt: skip

GAPS = [
    ("Ida Holm swam 3:41.86. The best time so far was 3:43.10, set in May. An improvement of 1.24 seconds is a leap.", "1.24 seconds", "2.14 seconds"),
]  # fmt: skip

UNITS = [
    ("The 310-mile line will be laid next year. Its pipes are stored in Orn. At 499 kilometres it would be the longest of its kind.", "310-mile", "130-mile"),
    ("Gusts of 98 mph were measured. The gauge, which counts in metric, had never shown 158 kph before.", "158 kph", "185 kph"),
    ("By noon 23 inches of snow had come down. A student put a ruler in the drift and read 58 centimetres.", "58 centimetres", "85 centimetres"),
    ("It was 46.5 Celsius at noon. Old people did the sum: 115.7 degrees Fahrenheit.", "115.7", "117.5"),
    ("The leak let out 84,000 gallons of oil. The owner speaks of 2,000 barrels.", "2,000 barrels", "20,000 barrels"),
]  # fmt: skip

EXCHANGED = [
    ("Delco will pay 84 million zlotys for the mill. The sum, equal to $26.25 million, is due in May. ($1 = 3.2 Polish zlotys)", "26.25", "62.25"),
]  # fmt: skip

VOTES = [
    ("The council approved the ring road. There were 38 votes in favour and 26 against. Seven councillors abstained. All 71 members took part.", "38 votes", "83 votes"),
    ("All 120 members of the house were in their places. Nobody abstained. The clerk read out the result of the vote: 57 in favour, 63 against.", "63 against", "73 against"),
    ("Holm won the election with 6,412 votes. Lund got 5,230 votes and Kern 1,107 votes. Friis took 351 votes. In all 13,100 valid votes were cast.", "6,412", "4,612"),
]  # fmt: skip

SEATS = [
    ("The farmers' party won 34 of the 81 seats in Sunday's vote, the Greens 19, the Liberals 17 and others 11.", "34", "43"),
    ("Parliament rejected the treaty. Of the 150 deputies 61 said yes, 78 said no and 11 stayed away.", "78", "87"),
    ("Norland's sailors came home with four gold, three silver and two bronze medals. The nine medals are a record.", "nine", "eight"),
]  # fmt: skip

FURTHER = [
    ("Her total was 387. The jury put her first with 214 points, ahead of Gotland with 201. The viewers gave her another 173 points.", "173", "137"),
]  # fmt: skip

TURNOUTS = [
    ("Ballot papers were posted to 8,400 drivers. By Monday 5,880 envelopes had come back. The turnout of 70 percent was high.", "5,880", "8,580"),
]  # fmt: skip

OTHERWISE = [
    # lengths of something else, and dates that nothing joins
    "In July, another month of 31 days, use was low. The plant had stopped on 22 June and started again on 3 July.",
    "The bank was taken over on 8 July after depositors withdrew a fifth of its funds in ten days.",
    "The rota had been negotiated for 14 months. The next round of talks is on 2 September.",
    "Pricing talks on the five-year bond went on. An older loan, raised in 2019, matures in 2027.",
    "The yield on ten-year bonds hit a high on Monday. The notes of the town, issued in 2010, expired in 2022.",
    "The 19-year-old company is losing sales. It bought a rival in 2003.",
    "He hopes to be back in three weeks, and on 2 October his book comes out.",
    "The fair takes place every 12 years. The hall, last used in 2005, will be shut again until 2031.",
    "The truce is valid for 48 hours. It began at noon on Monday, and shops open at midnight on Friday.",
    # two people
    "Max Holm joined the yard in 1986, a 24-year-old. Eva Lund, his daughter, leaves in 2024 aged 35.",
    "Ines Calder died on Tuesday. She was 82.\n\nHer daughter came into the world in 1970.",
    # another speed, another way
    "The stage was 168 kilometres long and took 4 hours 12 minutes. Its fastest rider reached a top speed of 84 kilometres per hour.",
    "The train averages 120 kilometres an hour. The line is 900 kilometres long, and the bus from Orn takes 14 hours.",
    # other lengths and temperatures
    "The path is 12 miles long. The lake is 31 kilometres away, and the pass 1,850 metres high.",
    "It was 31 degrees Celsius in Orn. In Lund 78 degrees Fahrenheit were measured.",
    "The farmers' party won 34 of the 81 seats in Sunday's vote, the Greens 19 and the Liberals 17. Four were still open.",
    "Norland's sailors won four gold, three silver and two bronze medals. Ida Holm, who is 19, has 3 medals of her own, and 12 medals were won four years ago.",
    # what is added to something else
    "The total was 612. The jury gave her 214 points. The bar sold another 173 drinks, and 98 people went home.",
    # votes of which some are not told
    "The council approved the road by 38 to 26. It has 71 members.",
    "Holm won the election with 6,412 votes, Lund got 5,230 votes and Kern 1,107 votes. The other candidates shared the rest of the 13,900 valid votes.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (DATED, "duration_contradicts_dates"),
        (AGED, "duration_contradicts_dates"),
        (PACES, None),
        (GAPS, "parts_contradict_total"),
        (UNITS, "conversion_contradicts"),
        (EXCHANGED, "rate_contradicts_amount"),
        (VOTES, "parts_contradict_total"),
        (SEATS, "parts_contradict_total"),
        (FURTHER, "parts_contradict_total"),
        (TURNOUTS, "share_contradicts_levels"),
    ],
    ids=["dated", "aged", "paces", "gaps", "units", "exchanged", "votes", "seats", "further", "turnouts"],
)
def test_what_the_other_figures_exclude(warehouse, rows, name):
    assert findings(warehouse, *(text for text, _, _ in rows)) == [[]] * len(rows)
    warehouse.clear()
    found = findings(warehouse, *(text.replace(right, wrong) for text, right, wrong in rows))
    missed = [row[1] for row, one in zip(rows, found, strict=True) if not one or (name and name not in one)]
    assert missed == []


def test_figures_that_nothing_joins(warehouse):
    found = findings(warehouse, *OTHERWISE)
    assert [text for text, one in zip(OTHERWISE, found, strict=True) if one] == []
