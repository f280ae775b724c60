# ruff: noqa: E501
"""Shares by anaphora and apposition, told over two sentences or beside their part: wrong by a number."""

import pytest
from relating_quotes import relations_of


@pytest.mark.parametrize(
    ("text", "part", "base", "share"),
    [
        ("The wells of Aranda pumped 2.1 million barrels in May. That is nearly a third of the country's output, which the ministry puts at 9.6 million barrels.", "2.1 million", "9.6 million", "a third"),
        ("The co-operative bottled 640,000 litres. This represents 35 percent of all wine made in the valley, 2.4 million litres.", "640,000", "2.4 million", "35 percent"),
        ("The co-operative bottled 640,000 litres. It represents about 35 percent of the total of 2.4 million litres.", "640,000", "2.4 million", "35 percent"),
        ("Trains carried 12.6 million tonnes last year. That amounts to 38 per cent of all freight, estimated at 45 million tonnes.", "12.6 million", "45 million", "38 per cent"),
        ("Its orchards yielded 3,600 tonnes of pears. That was almost half of the national crop: 5,200 tonnes, according to the growers.", "3,600", "5,200", "half"),
        ("It built 8,100 flats. It has let 2,200 of them. That is just over half.", "2,200", "8,100", "half"),
        ("In all 5,300 pupils sat the exam and 3,110 passed, a success rate of 70 percent.", "3,110", "5,300", "70 percent"),
        ("The borough has 6,400 registered voters. Only 2,968 went to the polls - a turnout of 62 percent.", "2,968", "6,400", "62 percent"),
        ("Some 5,120 people applied and 2,638 got an answer: a rate of 32 per cent.", "2,638", "5,120", "32 per cent"),
        ("The clinic made 412 calls and got through to 212 patients - a proportion of two thirds.", "212", "412", "two thirds"),
        ("The works employed 1,240 people. A quarter of them, 510 people, have left since.", "510", "1,240", "A quarter"),
        ("Inspectors visited 620 families. Three in ten of those - 286 families - had no bath.", "286", "620", "Three in ten"),
        ("The team tested 2,340 pupils. Fully 668 of them, one in five, needed glasses.", "668", "2,340", "one in five"),
        ("The team tested 2,340 pupils. One in five (668) needed glasses.", "668", "2,340", "One in five"),
        ("The estate has 480 hectares, only a fifth of which, 146 hectares, is irrigated.", "146", "480", "a fifth"),
        ("The estate has 480 hectares. Only a fifth of these, or 146 hectares, are irrigated.", "146", "480", "a fifth"),
        ("It sold 96,000 phones in a market of 640,000, which is 25 per cent.", "96,000", "640,000", "25 per cent"),
        ("It sold 96,000 phones in a market of 640,000, a market share of 25 per cent.", "96,000", "640,000", "25 per cent"),
        ("Forty percent, or 82 of the 130 bridges, are unsafe.", "82", "130", "Forty percent"),
        ("Of the 130 bridges, 40 percent (82) are unsafe.", "82", "130", "40 percent"),
        ("Of the 130 bridges in the county, 82, or 40 percent, are unsafe.", "82", "130", "40 percent"),
        ("Of the 130 bridges in the county 82 are unsafe, which is 40 percent.", "82", "130", "40 percent"),
        ("The ward has 480 beds. On Sunday 308 of them were taken, an occupancy rate of 85 per cent.", "308", "480", "85 per cent"),
        ("The hall seats 2,400. On Friday 1,200 came. That is an occupancy of 75 percent.", "1,200", "2,400", "75 percent"),
        ("The fair drew 3,400 visitors on Monday. Half of them, 2,700, came by train.", "2,700", "3,400", "Half"),
        ("The fund lent 48 million euros in all. Farmers got 18 million euros, a share of 47.5 percent.", "18 million", "48 million", "47.5 percent"),
        ("Of the 48 million euros in the fund, farmers got 18 million, or 47.5 percent.", "18 million", "48 million", "47.5 percent"),
        ("Farmers lodged 3,900 claims and were paid on 1,170 of them. A success rate of 50 percent is nothing to be proud of, the minister said.", "1,170", "3,900", "50 percent"),
        ("Only 2,968 of the 6,400 registered voters cast a ballot. At 62 percent, turnout was the lowest ever.", "2,968", "6,400", "62 percent"),
        ("Turnout was 62 percent: of 6,400 registered voters, 2,968 went to the polls.", "2,968", "6,400", "62 percent"),
        ("Turnout reached 62 percent, or 2,968 out of 6,400 registered voters.", "2,968", "6,400", "62 percent"),
        ("The airport handled 4.2 million passengers, of whom 1.9 million - a third - changed planes.", "1.9 million", "4.2 million", "a third"),
        ("With 2,200 of 8,100 flats let, the occupancy stands at 47 percent.", "2,200", "8,100", "47 percent"),
        ("The stadium holds 24,000 people. Some 12,400 came on Sunday, filling 80 per cent of the seats.", "12,400", "24,000", "80 per cent"),
        ("Some 5,300 pupils sat the exam. Of these, 3,110 passed, giving a pass rate of 70 percent.", "3,110", "5,300", "70 percent"),
        ("Women hold 84 of the 311 seats, or 41 percent.", "84", "311", "41 percent"),
        ("Women hold 84 seats in the 311-seat chamber, 41 percent of the total.", "84", "311", "41 percent"),
        ("Women hold 41 percent of the seats: 84 of 311.", "84", "311", "41 percent"),
        ("The tunnel will cost 3.4 billion euros, two thirds of which (2.1 billion) will come from the state.", "2.1 billion", "3.4 billion", "two thirds"),
        ("A fifth of the 3,400 tickets - 980 - went to schools.", "980", "3,400", "A fifth"),
        ("A fifth of the 3,400 tickets, that is 980, went to schools.", "980", "3,400", "A fifth"),
        ("The union has 41,000 members, of whom 23 percent, or 15,400, are retired.", "15,400", "41,000", "23 percent"),
        ("Nearly 15,400 of the union's 41,000 members are retired; that makes 23 percent.", "15,400", "41,000", "23 percent"),
        ("They polled 1,240 people. Of those, 810 (45 per cent) wanted the bridge.", "810", "1,240", "45 per cent"),
        ("Two out of three of its 930 pupils, 410 in all, come by bus.", "410", "930", "Two out of three"),
        ("The museum owns 12,600 paintings. It shows 1,890 of them, barely one in ten.", "1,890", "12,600", "one in ten"),
        ("The forest covers 930 hectares. Beetles have killed 310 hectares, which corresponds to about half of it.", "310", "930", "half"),
        ("Of 1,208 burglaries, 606 - three quarters of them - involved a shed.", "606", "1,208", "three quarters"),
        ("The firm will plant 640 trees. Of the species, 35 per cent of these must be native: that makes 174 trees, most of them limes.", "174", "640", "35 per cent"),
        ("The mayor drew 900 votes in 2019. Half of them, by his own count, were cast late, which means 300 ballots.", "300", "900", "Half"),
        ("Beetles live in 930 barns, which is 45 percent of the 3,100 in the county.", "930", "3,100", "45 percent"),
        ("There are 930 wooden barns among the 3,100 barns, or 45 percent.", "930", "3,100", "45 percent"),
        ("The 930 barns with beetles make up 45 percent of the 3,100 in the county.", "930", "3,100", "45 percent"),
        ("Geothermal wells met 30 percent of the island's needs, yielding 210 of the 840 gigawatt-hours used.", "210", "840", "30 percent"),
        ("The trust will keep a 35 percent stake in Hart. It then owns 18 million of its 45 million shares.", "18 million", "45 million", "35 percent"),
    ],
)  # fmt: skip
def test_part_and_base_of_a_share(text, part, base, share):
    assert [
        found
        for found in relations_of(text, "share")
        if part in found.get("part", [""])[0]
        and base in found.get("base", [""])[0]
        and share.lower() in found["share"][0].lower()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The firm lent 5 million euros in May. It lent 7 million euros in June, at a rate of 3 percent.",
        "Bakers sold 9 million loaves. A fifth, or 2 million euros, more was spent on flour.",
        "The town has 6,400 voters. It is 40 percent owned by its harbour, which moved 46 million tonnes.",
        "The shop sold 900 bicycles and 300 sledges. Forty percent (82) of the boats are unsafe.",
    ],
)
def test_no_part_and_base(text):
    assert [found for found in relations_of(text, "share") if {"part", "base"} <= found.keys()] == []
