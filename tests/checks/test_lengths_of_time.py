# ruff: noqa: E501
"""Lengths of time, told apart from the dates that they lie between: found where they are wrong, else silent."""

import pytest
from reading_in import failing

DAY = "2024-08-01"  # a Thursday
DATES = "duration_contradicts_dates"


def findings(warehouse, *texts):
    return failing(warehouse, [(text, None, DAY) for text in texts])


FOUNDED = [
    ("The ferry company Holm Lines marks its 75th anniversary next month. It was founded in 1949 by two brothers.", "75th", "85th"),
    ("Varde's brewery celebrated its 150th birthday on Sunday. Set up in 1874 by a baker, it employs 40 people.", "150th", "160th"),
    ("The 62-year-old bridge will be closed to lorries. Built in 1962, it carries 9,000 cars a day.", "62-year", "72-year"),
    ("The library, which is 48 years old, needs a new roof. It opened in 1976.", "48 years", "58 years"),
    ("Orn's last cinema is to close after 51 years. It opened its doors in 1973 with a western.", "51 years", "61 years"),
    ("The choir marks 90 years of song this week. It was in 1934 that a miner gathered 31 men in a chapel.", "1934", "1943"),
    ("The 104-year-old mill has been sold. It was opened in 1920 by a duke.", "1920", "1902"),
]  # fmt: skip

COURSES = [
    ("Ida Kern, who joined the bank in 1988, leaves after 36 years in the post.", "36 years", "26 years"),
    ("The journalist spent 212 days in prison. Arrested on 1 January, he was let go on Wednesday.", "212 days", "122 days"),
    ("The pass reopened on Wednesday after 46 days. It had been shut since June 15 by a landslide.", "46 days", "64 days"),
    ("Bins are being emptied again after a three-week strike that was called off on Wednesday. Crews had downed tools on July 10.", "three-week", "five-week"),
    ("The strike at the port, now in its 19th day, has cost 4 million. It began on July 14.", "19th day", "29th day"),
    ("The bridge, which took five years to build, was begun in 1931 and opened in 1936.", "five years", "nine years"),
    ("He had been held for 75 days. The sailor was seized on May 17 and is free since Wednesday.", "75 days", "57 days"),
    ("It was the first eruption in 31 years. The volcano last erupted in 1993.", "31 years", "21 years"),
]  # fmt: skip

NAMED = [
    ("The tram line will be out of service for 11 weeks, from 3 June until 19 August.", "11 weeks", "14 weeks"),
    ("The orchestra was led by Bo Friis from 1996 to 2019, a span of 23 years.", "23 years", "33 years"),
    ("The show of her letters opened on Monday 29 July and runs for six weeks, until 9 September.", "9 September", "19 August"),
    ("The winger signed a four-year contract on Monday that keeps him at Orn until June 2028.", "June 2028", "June 2026"),
    ("In the 16 years since the crash of 2008 rents have doubled.", "16 years", "26 years"),
    ("The two climbers were found on Tuesday, nine days after they vanished on July 21.", "nine days", "six days"),
    ("He retired in 2001, 12 years before his death in 2013.", "12 years", "22 years"),
    ("The trams, due in 2021, are now expected in 2026, a delay of five years.", "in 2026", "in 2023"),
    ("Nobody may fish in the bay until at least 22 August, three weeks from today.", "22 August", "12 August"),
    ("The trial ended on Wednesday after 15 weeks. It had begun on 17 April.", "15 weeks", "51 weeks"),
]  # fmt: skip

SWAPPED = [
    ("For 26 years she had been in charge of the choir. Its hall is new. Kern took over as its head in 1998.", "26 years", "62 years"),
    ("For 45 years she had been in charge of the choir. Its hall is new. Kern took over as its head in 1979.", "1979", "1997"),
    ("For 231 years nobody knew where the ship lay. It sank in a gale on 9 March 1793.", "231 years", "251 years"),
]  # fmt: skip

AGES = [
    ("Police named the driver as Ole Brandt, 47.\n\nThe 47-year-old had been on the way home.", "The 47-year", "The 74-year"),
    ("The walker survived 12 days in the hills.\n\n\"I ate nothing in those 12 days,\" he said.", "those 12", "those 21"),
]  # fmt: skip

RACES = [
    ("Ida Holm won in 2:21:14. Bo Kern came second in 2:21:52, 38 seconds behind.", "38 seconds", "48 seconds"),
    ("Ida Holm won in two hours, 21 minutes and 14 seconds, 38 seconds ahead of Bo Kern, who ran 2:21:52.", "38 seconds", "58 seconds"),
    ("He was jailed for seven years on Tuesday. The judge imposed five years for robbery and two years for assault, to be served one after the other.", "seven years", "eight years"),
    ("The clerk was sent to prison for five and a half years. She got four years for the thefts and 18 months for the false accounts, to run consecutively.", "18 months", "one year"),
    ("A clerk was sent to prison for 12 and a half years. For the thefts she was sentenced to seven years. The judge imposed four years for arson, then added 18 months for lying. The three terms are to be served one after the other.", "12 and a half years", "10 and a half years"),
]  # fmt: skip

OTHERWISE = [
    # of something else than what began
    "The club, founded in 1949, has played at the stadium for 35 years.",
    "Kai Moe, who joined the bank in 1988, was its head for 26 years.",
    "Orn's town band marks its 75th anniversary this year. The hall in which it plays was opened in 1964.",
    "The 25th anniversary of the accord falls on Sunday. The fund that it set up was created in 1989.",
    "The company was founded in 1949. It will mark the 10th anniversary of its flotation next week.",
    "The 62-year-old engineer, who built the bridge in 1972, said it was sound.",
    "The strike, which began on July 14, came after 12 days of talks.",
    "After a five-day strike in May the union walked out again on July 14.",
    "Norland's president took office in 2010. His predecessor had ruled for 24 years.",
    "The club won the cup for the first time in 18 years. It last won the league in 1996.",
    "For 45 years she had been in charge of the choir. Its hall was built in 1997 and repaired in 1979.",
    "For 31 years nobody knew where the boat lay. The museum has a map of 2008.",
    "The trams, due in 2021, are now expected in 2026. A delay of two years at the works was the cause.",
    # of days of work
    "Teachers in Orn return on Friday as their strike ends after 14 days. They had walked out on July 15.",
    # planned, on average, or with an end of its own
    "The tunnel, begun in 2016, was due to open after five years of work. It opened in March 2024.",
    "The ferry, which is 26 years old on average with its sisters, was built in 1987.",
    "The defender, whose five-year contract runs until June 2026, wants to leave.",
    "The man was jailed for 14 years in 2004 and released on Wednesday after 20 years.",
    "Inflation should reach the target in the spring of 2026, half a year later than thought in August 2023.",
    # another's age, or other days
    "Police named the driver as Ole Brandt, 47. The passenger was his sister. The 41-year-old is in hospital.",
    "Bo Kern, 34, beat Max Holm in the final. The 31-year-old had won their last match.",
    "Ines Calder, 82, lives in Orn. Friends of the 28-year-old cook who found her were shocked.",
    "The tour lasted 14 days. The singer rested for 41 days. \"Those 14 days cost me my voice,\" she said.",
    # the gap to another time, and terms of two people
    "Ida Holm won in 2:21:14, 48 seconds outside the record. Bo Kern came second in 2:21:52.",
    "Ida Holm won in 2:21:14, 38 seconds ahead of Bo Kern. Third-placed Eva Lund ran 2:23:01. Max Orn won the men's title in 2:28:40.",
    "He got five years for fraud and two for theft, to be served concurrently, or five years in prison in all.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (FOUNDED, DATES),
        (COURSES, DATES),
        (NAMED, DATES),
        (SWAPPED, DATES),
        (AGES, "conversion_contradicts"),
        (RACES, "parts_contradict_total"),
    ],
    ids=["founded", "courses", "named", "swapped", "ages", "races"],
)
def test_a_length_that_its_dates_exclude(warehouse, rows, name):
    texts = [text for text, _, _ in rows]
    assert findings(warehouse, *texts) == [[]] * len(rows)
    warehouse.clear()
    found = findings(warehouse, *(text.replace(right, wrong) for text, right, wrong in rows))
    assert [row[1] for row, one in zip(rows, found, strict=True) if name not in one] == []


def test_a_length_of_something_else(warehouse):
    found = findings(warehouse, *OTHERWISE)
    assert [text for text, one in zip(OTHERWISE, found, strict=True) if one] == []


def test_a_headline_tells_how_long_it_lasted(warehouse):
    text = "The sailor came home on Wednesday. He had been taken from his boat on 6 March 2023."
    assert failing(warehouse, [(text, "Sailor freed after 17 months", DAY)]) == [[]]
    warehouse.clear()
    assert failing(warehouse, [(text, "Sailor freed after seven months", DAY)]) == [[DATES]]
