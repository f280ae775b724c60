# ruff: noqa: E501
"""Wholes of small counts that words close: tied whatever their parts make, as long as a slip explains it."""

import pytest
from relating_quotes import relations_of


def _sums(text):
    return [(found["total"], found["part"]) for found in relations_of(text, "sum") if found["complete"]]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("Of the 52 people treated, 21 live in Arl, nineteen in Ferrol and eight in Mirn.", "52", ["21", "nineteen", "eight"]),
        ("Out of 212 bridges inspected, 110 were sound, 81 need repairs and 12 must come down.", "212", ["110", "81", "12"]),
        ("Fourteen of the 40 shares gained, 23 fell and four were unchanged.", "40", ["Fourteen", "23", "four"]),
        ("Nineteen of the 30 shares in the index rose, eight fell and one, the brewer Olm, was flat.", "30", ["Nineteen", "eight", "one"]),
        ("Seven of ten analysts had predicted a cut; four expected no change and one a rise.", "ten", ["Seven", "four", "one"]),
        ("Ten of the 16 clubs won at home, seven lost and one drew.", "16", ["Ten", "seven", "one"]),
        ("The charity counted 640 rough sleepers. In Arl there were 212, in Ferrol 130, in Mirn 96 and 220 elsewhere.", "640", ["212", "130", "96", "220"]),
        ("The school has seven pupils. Ms Olm teaches two in the first year, one in the second, five in the third and one in the fourth.", "seven", ["two", "one", "five", "one"]),
        ("The station dealt with 109 calls. Forty were about cats, 62 about dogs, and 43 were about something else.", "109", ["Forty", "62", "43"]),
    ],
)  # fmt: skip
def test_a_sentence_parts_a_whole(text, total, parts):
    assert _sums(text) == [(total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "Of 30 members, 12 are women, eight live abroad and 16 are under 30.",
        "Of the 900 who entered, 700 started, 650 got half-way and 610 finished.",
        "Nine of the 14 candidates are women, six are under 40 and two come from abroad.",
        "Six of the 12 analysts expect a cut in May, five expect another in June and three a third in July.",
        "Of the 120 flats, 60 have balconies, 40 have two rooms and 19 have a view.",
        "Of 48 orders, including 20 from Peru, 12 are late and three lost.",
        "Of 480 homes, 31 are let, 18 are for sale and nine are empty.",
        "The party won 12 of the 30 seats, the Greens took nine and the Liberals eight.",
        "Of the guests 149,000 came from Arl, 20,000 from Ferrol and 17,000 from Mirn.",
    ],
)
def test_what_may_overlap_or_go_on_is_not_parted(text):
    assert not _sums(text)


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("The crash killed 14 people. The dead were six men, four women and a boy of six.", "14", ["six", "four", "a"]),
        ("The fire killed 61 people. The dead were 39 men, 14 women and three children.", "61", ["39", "14", "three"]),
        ("All 214 people on board were brought ashore. The ferry had 118 passengers and 26 crew.", "214", ["118", "26"]),
        ("This autumn 7,240 people began a course. Women are in the majority: 4,127 of them, compared with 3,311 men.", "7,240", ["4,127", "3,311"]),
    ],
)  # fmt: skip
def test_people_of_all_sorts(text, total, parts):
    assert _sums(text) == [(total, parts)]


def test_one_in_a_list_is_a_number():
    assert _sums("Eight of the 12 firms grew, two shrank and one was flat.") == [
        ("12", ["Eight", "two", "one"])
    ]
    assert not relations_of("Two bidders came and one of them was turned away.", "sum")


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Harland won nothing. Olm had 15, of which five were gold, six silver and three bronze.", "15"),
        ("Harland took six golds, three silvers and four bronzes, 16 in all.", "16"),
    ],
)
def test_medals_of_three_metals_are_all(text, total):
    assert {found[0] for found in _sums(text)} == {total}


def test_who_took_part_voted_or_abstained():
    text = "The bill was carried by 71 votes to 64, with five abstaining and 150 deputies taking part."
    assert _sums(text) == [("150", ["71", "64", "five"])]
    text = "The bill passed by 71 votes to 64. Five abstained. There were 140 deputies who took part."
    assert not _sums(text)


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("The office has 20,350 people on its books, 1,250 more than in March. It counted 11,700 men, compared with 9,800 last year. Among women the figure was 6,850.", "20,350", ["11,700", "6,850"]),
        ("The museum shows 152 works. On the walls hang 58 paintings. Upstairs are 47 drawings. Rounding off the show are 20 sculptures.", "152", ["58", "47", "20"]),
    ],
)  # fmt: skip
def test_a_whole_over_sentences(text, total, parts):
    assert _sums(text) == [(total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "The film took 21 million at home and 14 million abroad. Rounding out the top five were a comedy with 8 million and a thriller with 6 million.",
        "The plane had 60 people on board. Forty passengers and three crew were injured.",
        "The index lost 25 points. Twelve shares rose, eight fell and four were flat.",
    ],
)
def test_no_whole_over_sentences(text):
    assert not _sums(text)


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("First come the 84,000 residents and the 16,000 who nurse them. Some 48,000 doctors are next. Those three groups add up to 193,000.", "193,000", ["84,000", "16,000", "48,000"]),
        ("Harl has 412 shops, Dole 310 and Quim 204. Together the three chains have 962 shops.", "962", ["412", "310", "204"]),
        ("The chain sold 640 bicycles last year. Arl sold 210, Ferrol 140 and the other three shops sold 330.", "640", ["210", "140", "330"]),
    ],
)  # fmt: skip
def test_words_that_sum_up_or_leave_the_others(text, total, parts):
    assert _sums(text) == [(total, parts)]
