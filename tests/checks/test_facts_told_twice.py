# ruff: noqa: E501
"""One fact told twice over sentences: silent as it is, found with one number or word of it changed."""

import pytest
from reading_in import failing

DAY = "2024-08-01"  # a Thursday


def findings(warehouse, *articles):
    """Return the checks that fail for each article, given as text or as headline and text."""
    told = [(one, None) if isinstance(one, str) else (one[1], one[0]) for one in articles]
    return failing(warehouse, [(text, title, DAY) for text, title in told])


AGES = [
    ("The poet Ines Calder died on Tuesday at her home in Orn, aged 82, her son said.\n\nShe was born in Holm on 12 March 1942.", "aged 82", "aged 84"),
    ("Ole Brandt, who drew the first map of the caves, has died. He was 75.\n\nBorn in May 1949 in Lund, he learned to climb from a baker.", "was 75", "was 65"),
    ("The painter Tove Lind has died at the age of 91. She died on 29 July.\n\nLind was born on 3 February 1933 to a family of millers.", "of 91", "of 89"),
    ("Ida Kern, 61, has been chosen to lead the choir of Orn.\n\nKern was born in 1963 and sang in it as a girl.", "Kern, 61,", "Kern, 71,"),
    ("The goalkeeper Bo Friis died last night, aged 58.\n\nFriis was born on 9 June 1966 in Varde and played 40 times for Norland.", "aged 58", "aged 68"),
]  # fmt: skip

LENGTHS = [
    ("The swing bridge at Varde reopened on Monday after a closure of 17 months.\n\nIt was shut on 28 February 2023, when a barge struck it.", "17 months", "27 months"),
    ("Ferry crews at Holm have called off a strike that had lasted 19 days.\n\nThe stoppage began on July 12 and ended on Wednesday, July 31.", "19 days", "29 days"),
    ("The tanker, seized off Orn on June 4, was let go on July 16 after 42 days in captivity.", "42 days", "52 days"),
    ("Kai Moe, who became head of the archive in 2006, will leave after 18 years in the post.", "18 years", "28 years"),
    ("After 72 years, the tannery in Lund closed its gates on Wednesday.\n\nThe works was founded in 1952 by two brothers.", "72 years", "62 years"),
    ("The Norlander was freed on Tuesday after 14 months in jail. She had been arrested in May 2023 at the airport.", "14 months", "24 months"),
    ("The reading room opened again on Tuesday, ending a two-year closure. It had been shut in July 2022 after a fire.", "two-year", "five-year"),
]  # fmt: skip

AGAIN = [
    ("A bus left the road near Orn on Monday, killing 18 people, police said.\n\nAll 18 bodies had been recovered by noon.", "All 18 bodies", "All 19 bodies"),
    ("At least 34 people were killed when a ferry sank off Holm.\n\nThe 34 dead included the captain, police said.", "The 34 dead", "The 24 dead"),
    ("Work stopped on Tuesday when all 3,400 employees on the night shift walked out.\n\nThe union said the 3,400 who struck would be paid.", "3,400 who", "3,900 who"),
    ("A widow who swam the lake of Lund has raised £38,200 for the lifeboat.\n\nThe crew said the £38,200 would go towards a new engine.", "the £38,200 would", "the £32,800 would"),
    ("The castle drew 316,000 people in 2023, more than ever.\n\nIts attendance of 316,000 last year was helped by a mild spring.", "of 316,000", "of 361,000"),
    ("Delco has won an order to supply 46 railcars to Norland's railways.\n\nIt will build the 46 railcars in Varde.", "the 46 railcars", "the 48 railcars"),
]  # fmt: skip

MARKS = [
    ("Dust at the gate averaged 61 micrograms per cubic metre on Monday, the institute said.\n\nThe daily limit is 45 micrograms, and Monday's average was above it.", "above it", "below it"),
    ("The agency finished 8,640 flats in the year to June, missing its goal for the period.\n\nIt had set out to build 9,000 flats.", "missing its", "surpassing its"),
    ("The appeal fell short of its target. It had raised £41,000 when it closed on Friday; the target was £55,000.", "fell short of", "exceeded"),
    ("It was the warmest night on record in Orn, where it did not get colder than 27.1 degrees Celsius.\n\nThat beats the previous record for the highest minimum, 26.8 degrees.", "27.1", "24.1"),
    ("The academy took on 62 teachers this summer. That exceeded its goal. It had hoped to hire 50 teachers.", "exceeded its", "fell short of its"),
    ("The driver had 96 milligrams of alcohol in his blood, which exceeded the limit. The legal limit is 80 milligrams.", "exceeded", "did not exceed"),
    ("Noise at the fence reached 58 decibels on Sunday. The ceiling for the night is 65 decibels and was not exceeded, the port said.", "was not exceeded", "was exceeded"),
    ("Holm Foods beat Wall Street's profit forecasts for its third quarter, helped by soup.\n\nIt earned $117 million, or 48 cents per share. Analysts had been looking for 45 cents.", "beat", "missed"),
]  # fmt: skip

COUNTS = [
    ("Four men were held in raids near Orn, police said. They are aged 21, 26, 33 and 47.", "Four men", "Six men"),
    ("Three women, aged 22, 27 and 46, were held in raids, police said.", "Three women", "Four women"),
    ("Measles has broken out in four hill provinces in the north of Norland.\n\nBy Thursday 76 cases had been confirmed: 31 in Upper Orn, 22 in Lower Orn, 14 in Varde and nine in Lund.", "four hill provinces", "five hill provinces"),
    ("The baker is to open shops in five towns this spring.\n\nThe first will be in Alden, on March 18, followed by Breck, Corby, Dunmere and Esk.", "five towns", "six towns"),
]  # fmt: skip

HEADLINES = [
    (("Landslides kill 23 in Norland", "At least 23 people died when two hillsides gave way near Orn, police said."), "kill 23", "kill 26"),
    (("Storm leaves 85,000 homes dark", "Some 85,000 households in Lund had no electricity on Thursday morning, the operator said."), "85,000 homes", "58,000 homes"),
    (("1,930 little terns counted", "It takes a steady hand to count terns. " * 8 + "\n\nThe volunteers found 1,930 birds."), "1,930 little", "1,390 little"),
]  # fmt: skip


def changed(article, old, new):
    if isinstance(article, str):
        assert article.count(old) == 1, old
        return article.replace(old, new)
    return article[0].replace(old, new), article[1]


def check(warehouse, rows, name):
    articles = [text for text, _, _ in rows]
    assert findings(warehouse, *articles) == [[]] * len(rows)
    warehouse.clear()
    found = findings(warehouse, *(changed(*row) for row in rows))
    assert [row[2] for row, one in zip(rows, found, strict=True) if name not in one] == []


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (AGES, "duration_contradicts_dates"),
        (LENGTHS, "duration_contradicts_dates"),
        (AGAIN, "conversion_contradicts"),
        (MARKS, "ordering_contradicted"),
        (COUNTS, "count_contradicts_list"),
        (HEADLINES, "title_contradicts_body"),
    ],
    ids=["ages", "lengths", "again", "marks", "counts", "headlines"],
)
def test_a_fact_that_is_told_twice(warehouse, rows, name):
    check(warehouse, rows, name)


def test_what_is_another_fact_is_left_alone(warehouse):
    texts = [
        # another person's age, a birth of two, the birth of somebody else
        "Ida Kern, 61, has been chosen to lead the choir. Her pupil Bo Friis was born in 1990 and her son was born in 1985.",
        "The poet Ines Calder died on Tuesday, aged 82. Her brother Karl, born in 1950, was born in Holm as she was.",
        "Ida Kern, 61, has been chosen to lead the choir. Her daughter was born in 1990 in Lund.",
        "Ida Kern, 61, has been chosen to lead the choir. The festival was born in 1990 in Lund.",
        "Ida Kern, 61, has been chosen to lead the choir. Bo Friis, who leaves, was born in 1950 in Lund.",
        # a length that begins, is planned, or is another's
        "The bridge was shut on 1 July 2024 for a closure of 18 months.",
        "The strike lasted 21 days. A new one began on July 30.",
        "He was arrested in May 2023. The trial ended after 14 days.",
        "Kai Moe will leave after eight years in the post. He joined the archive in 1992.",
        "After 72 years, the tannery in Lund closed its gates. A shop had opened beside it in 1990.",
        # others than those told before
        "A bus left the road, killing 18 people. The 12 injured were taken to Holm.",
        "He has raised £38,200. The £12,500 would have paid for a sail.",
        "The castle drew 316,000 people in 2023. Its previous attendance of 361,000 was in 2019.",
        "The castle drew 316,000 people in 2023. The attendance of 361,000 in 2019 was its best.",
        "Drivers made up 601 of the dead and passengers 214. May saw 118 deaths, six below the average for the month of 124.",
        "The ferry carried 118 people. All 108 passengers and the ten crew were saved.",
        "The fire destroyed 42 homes. The 24 homes that were saved stand on a hill.",
        # a mark that may be passed, that of which less is better, and another's
        "The appeal hopes to exceed its target. It has raised £41,000; the target is £55,000.",
        "The port cut emissions to 41,000 tonnes and beat its target. The target was 55,000 tonnes.",
        "Dust averaged 41 micrograms per cubic metre on Monday. The daily limit is 45 micrograms, and Monday's average was below it.",
        "It exceeded its goal. It sold 41,000 boats in January, its best month. The goal for the year was 400,000 boats.",
        "With 12,000 euros from a raffle and 22,000 euros from a ball it exceeded its goal. It had hoped to raise 30,000 euros.",
        "The limit is 50 micrograms. It was exceeded on 12 days, with a peak of 86 micrograms; the average was 41 micrograms.",
        "Spending was 41 million euros, within the limit. The limit of 45 million euros was exceeded last year.",
        # names that are not those counted
        "Three clubs went down. Alden, Breck, Corby and Esk also lost on Saturday.",
        "Four men were held near Orn. Two of them are aged 21 and 26.",
        "He had been to two towns. By Thursday 76 cases had been confirmed: 31 in Orn, 22 in Varde and 23 in Lund.",
        "Cases were found in five provinces. There were 76 cases in the two largest: 45 in Orn and 31 in Holm.",
    ]  # fmt: skip
    found = findings(warehouse, *texts)
    assert [text for text, one in zip(texts, found, strict=True) if one] == []
