# ruff: noqa: E501
"""Figures that words close into a whole, over several sentences and by several nouns: wrong by one slip."""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        # what is left, by another noun each
        ("Police in Orde logged 4,219 crimes last year. There were 2,740 thefts. Officers dealt with 993 assaults and robberies. The 558 files that fit neither category were mostly fraud.", "4,219", ["2,740", "993", "558"]),
        ("The rail firm has 263 branches. A rival takes over 121 shops. A bank will run 48. Nobody wants the 58 outlets that are left.", "263", ["121", "48", "58"]),
        ("Twelve of the 31 branches are kept. Nine go to trusts. The doors close at the eight that remain, a spokesman said.", "31", ["Twelve", "Nine", "eight"]),
        ("Pilot boats picked up 18 of the 34 people aboard. A trawler found seven more. The search for the six sailors still missing goes on.", "34", ["18", "seven", "six"]),
        ("They put the number of the antelopes at 196,200. In April last year there were 140,300. The largest herd has 83,600 head. In the middle of the country they counted 76,200. What is left, a mere 9,400 animals, roams the south.", "196,200", ["83,600", "76,200", "9,400"]),
        ("The bridge costs 54 million francs. The railways pay 27 million. The canton puts in 12.6 million and the villages 7.6 million between them. The hole of 3.2 million is to be filled with a grant.", "54 million", ["27 million", "12.6 million", "7.6 million", "3.2 million"]),
        # a running total, up and down
        ("When the year began the camp sheltered 27,000 people. In January 12,000 more came. Arrivals this month number 8,000 so far, bringing the population to 42,000.", "42,000", ["27,000", "12,000", "8,000"]),
        ("At the end of June the bank had $52.6 billion in its vaults. It parted with $1.3 billion in July and $2.1 billion in August, and then with another $2.8 billion. Now it has $64.4 billion left.", "$52.6 billion", ["$1.3 billion", "$2.1 billion", "$2.8 billion", "$64.4 billion"]),
        ("The shipper had borrowed 900 million dollars. It handed over 400 million in the autumn and a further 250 million on March 30. It still owes 350 million.", "900 million", ["400 million", "250 million", "350 million"]),
        # the quarters of a year; what became of all aboard; a list behind a colon
        ("The resort counted 683,000 guests last year. The first quarter brought 172,000. There were 149,000 in the spring and 151,000 in the summer. Between October and December 271,000 came.", "683,000", ["172,000", "149,000", "151,000", "271,000"]),
        ("The coach was carrying 48 people. Among them were 31 pupils and three of their teachers. Twenty-one escaped unhurt. Nineteen had bruises and cuts. Six were treated for serious injuries.", "48", ["Twenty-one", "Nineteen", "Six"]),
        ("The ferry had 57 people on board. Twenty-one died at the scene and four more on the way to hospital. Thirty-seven survived.", "57", ["Twenty-one", "four", "Thirty-seven"]),
        ("Some 420 jobs go: the depot is to lose 265 positions, while 145 people leave the head office.", "420", ["265", "145"]),
        ("The zoo has 93 penguins of three kinds: 46 Humboldts, 28 gentoos and nine kings.", "93", ["46", "28", "nine"]),
    ],
)  # fmt: skip
def test_what_words_close_is_held_against_the_equation(text, total, parts):
    sums = [one for one in relations_of(text, "sum") if one["complete"] and one["total"] is not None]
    [made] = [one["part"] for one in sums if one["total"].startswith(total)]
    assert [quote.split()[0] for quote in made] == [part.split()[0] for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        # the same, right
        "Police in Orde logged 4,291 crimes last year. There were 2,740 thefts. Officers dealt with 993 assaults and robberies. The 558 files that fit neither category were mostly fraud.",
        # who joined and who left make no whole; a limit; another time
        "The hospital employed 4,021 nurses in June, when there were 3,936 the year before. In twelve months 382 joined and 297 left.",
        "The firm has 41 shops. It opened nine this year and wants 14 more. It now employs 320 people.",
        "The stall holder sold 84 pies on Friday and 48 on Saturday. There are 63 days left to Christmas.",
        # hurt among those who survived
        "The ferry had 57 people on board. Twelve died. Some 24 were injured.",
        "The coach was carrying 48 people. Nine were injured, three of them seriously.",
        # two spans of the year are not all of it
        "The resort counted 683,000 guests last year. The first quarter brought 172,000. There were 149,000 in the spring.",
        # not nearly a whole
        "The town has 418 lamps. The other 97 villages have 212 and 186.",
    ],
)  # fmt: skip
def test_what_leaves_something_out_is_no_run(text):
    rows = extract(text, load_reference(), published="2014-05-06")
    assert "closed_run" not in [row["rule"] for row in rows["breakdowns"]]


def _headed(title, text):
    rows = extract(text, load_reference(), title=title, published="2014-05-06")
    quotes = {row["figure_id"]: row["quote"] for row in rows["figures"] + rows["title_figures"]}
    return [
        (quotes[row["total_figure_id"]], [quotes[part["figure_id"]] for part in row["parts"]])
        for row in rows["breakdowns"]
        if row["rule"] == "closed_run"
    ]


def test_a_total_may_stand_in_the_headline_alone():
    text = "Tellus wants to spend two billion dollars. A gas plant at Hamm is to have 410 megawatts. Two dams will contribute 270 megawatts. The remainder of the programme, {} megawatts, is wind power."
    parts = ["410 megawatts", "270 megawatts"]
    title = "Tellus to build 940 megawatts of plants"
    assert _headed(title, text.format(620)) == [("940 megawatts", [*parts, "620 megawatts"])]
    # Borne out by its parts, it is told so.
    assert _headed(title, text.format(260)) == [("940 megawatts", [*parts, "260 megawatts"])]
    assert _headed("Tellus to build power plants", text.format(620)) == []
