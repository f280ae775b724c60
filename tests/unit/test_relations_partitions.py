# ruff: noqa: E501
"""Partitions that the text closes, told over sentences or bullets: wrong by a number."""

import pytest
from relating_quotes import relations_of


def _agree(found, wanted):
    return len(found) == len(wanted) and all(part in quote for quote, part in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("The school has 480 pupils. Of them 210 come by bus. Another 190 walk. The rest, 120, are driven.", "480", ["210", "190", "120"]),
        ("Firemen rescued seventy-three people from the flood. Thirty-one were found in the mill. The rest were brought from the chapel, where nineteen people had sheltered, and from the inn, with thirteen.", "seventy-three", ["Thirty-one", "nineteen", "thirteen"]),
        ("The farm sold 2.4 tonnes of honey. Acacia gave 1.1 tonnes. Lime came to 570 kilograms. The remainder was heather: 430 kilograms, sold at the gate.", "2.4 tonnes", ["1.1 tonnes", "570 kilograms", "430 kilograms"]),
        ("The council has 52 seats. The Greens took 21, the Liberals 28 and independents the last 13.", "52", ["21", "28", "13"]),
        ("The fair sold 5,600 tickets. It sold 2,300 online, 1,900 by phone and the balance of 1,900 at the door.", "5,600", ["2,300", "1,900", "1,900"]),
        ("The estate was worth 9 million euros. The house accounted for 4.5 million euros and shares for 3.5 million euros. Paintings made up the remaining 2 million euros.", "9 million", ["4.5 million", "3.5 million", "2 million"]),
        ("The brigade pulled 84 people out. Fifty came down ladders. Others, twenty-one in all, jumped; the remaining twenty-three were carried.", "84", ["Fifty", "twenty-one", "twenty-three"]),
        ("A total of 318 homes were lost. Ferrol lost 164 homes, Alda 97 homes. The other 87 stood along the river.", "318", ["164", "97", "87"]),
        ("A total of 318 homes were lost. Ferrol lost 164 homes, Alda 97 homes. All the others stood along the river: 87 of them.", "318", ["164", "97", "87"]),
        ("The trust spent £3.2m last year. This is where it went:\n\n* Shelters in Leeds - £1.7m\n* The van and its team of six - £940,000\n* Training - £510,000\n* Rent and audit - £350,000", "£3.2m", ["£1.7m", "£940,000", "£510,000", "£350,000"]),
        ("In 2015 we planted 1,450 trees, as follows:\n- Oaks: 620\n- Limes: 480\n- Birches: 450\n", "1,450", ["620", "480", "450"]),
        ("The 1,450 trees are made up as follows.\n• 620 oaks\n• 480 limes\n• 450 birches\n", "1,450", ["620", "480", "450"]),
        ("Our income was €910,000. It breaks down like this:\n\n- Gifts (from 1,200 people): €430,000\n- Grants: €280,000\n- Shop: €300,000\n", "€910,000", ["€430,000", "€280,000", "€300,000"]),
        ("The town spends 48 million euros. Schools take 22 million euros, roads 11 million euros. What is left, 25 million euros, pays for staff.", "48 million", ["22 million", "11 million", "25 million"]),
        ("The depot has 930 buses. Diesel buses number 410, hybrids 280. The rest – 340 of them – run on batteries.", "930", ["410", "280", "340"]),
        ("The depot has 930 buses. Some 410 are in Alda, and 280 in Mirn. The others (340) are being repaired.", "930", ["410", "280", "340"]),
        ("The depot has 930 buses. Some 410 are in Alda, and 280 in Mirn. The remaining vehicles, 340 in number, are being repaired.", "930", ["410", "280", "340"]),
        ("The town needs 160 nurses. It has found 75 nurses at home and 40 nurses abroad, which leaves 65 posts open.", "160", ["75", "40", "65"]),
        ("Of the 640 jobs, 250 go to Alda and 190 to Ferrol; the remainder, 300, stay in Mirn.", "640", ["250", "190", "300"]),
        ("The lake lost 3.4 million cubic metres in July. Farmers took 1.9 million cubic metres, the sun 0.8 million cubic metres. The balance of 1.2 million cubic metres seeped away.", "3.4 million", ["1.9 million", "0.8 million", "1.2 million"]),
        ("The swimmer covered 42 kilometres in three days. She swam 17 kilometres on Monday, 14 kilometres on Tuesday and the last 13 kilometres on Wednesday.", "42", ["17", "14", "13"]),
        ("The ship carried 2,400 tonnes of freight. Grain accounted for 1,100 tonnes, timber for 900 tonnes and steel for the rest, 600 tonnes.", "2,400", ["1,100", "900", "600"]),
        ("Police seized 3.1 tonnes of tobacco. There were 1,900 kilograms in a lorry and 700 kilograms in a barn; the other 800 kilograms lay in a boat.", "3.1 tonnes", ["1,900 kilograms", "700 kilograms", "800 kilograms"]),
    ],
)  # fmt: skip
def test_a_whole_with_all_its_parts(text, total, parts):
    assert [
        found
        for found in relations_of(text, "sum")
        if found["complete"] and total in (found["total"] or "") and _agree(found["part"], parts)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Coal supplied 46 per cent of the power. Gas was good for 27 per cent. Wind reached 18 per cent. The balance, 19 per cent, came from dams.", ["46 per cent", "27 per cent", "18 per cent", "19 per cent"]),
        ("Rivers gave 46 per cent of the power. Gas gave 27 per cent, wind 18 per cent. The rest - 19 per cent - was bought.", ["46 per cent", "27 per cent", "18 per cent", "19 per cent"]),
        ("Of the inhabitants, those below the age of fifteen make up 37 percent, those from fifteen to sixty-four 58 percent and the elderly 15 percent.", ["37 percent", "58 percent", "15 percent"]),
        ("Children under 15 make up 37 percent of the population, people aged 15 to 64 account for 58 percent and the over-65s for 15 percent.", ["37 percent", "58 percent", "15 percent"]),
        ("Cars account for 54 percent of journeys, buses for 31 percent and bicycles for the remaining 25 percent.", ["54 percent", "31 percent", "25 percent"]),
        ("Half of the trees are oaks and 30 percent limes. The remaining 30 percent are birches.", ["Half", "30 percent", "30 percent"]),
        ("Two thirds of the money comes from the state. Towns give 20 percent. The rest, 23 percent, is raised by members.", ["Two thirds", "20 percent", "23 percent"]),
        ("Some 54 per cent said yes and 31 per cent no. The others, 25 per cent, had no opinion.", ["54 per cent", "31 per cent", "25 per cent"]),
        ("The flour is 60 percent rye. Wheat makes up 25 percent and oats the remaining 25 percent.", ["60 percent", "25 percent", "25 percent"]),
    ],
)  # fmt: skip
def test_shares_of_one_whole(text, parts):
    assert [
        found
        for found in relations_of(text, "sum")
        if found["total"] is None and _agree(found["part"], parts)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A blast hit the hall, where 63 people met. It hurt 40 people, leaving 15 people dead.",
        "The team has 63 players. It won 31 games of the season, and 19 in the last 20.",
        "The town needs 160 nurses. It has found 75 nurses at home and 40 nurses abroad, leaving nobody to train them.",
        "The club earned 9 million euros. Highlights include:\n- Tickets: 5 million euros\n- Shirts: 2 million euros\n",
        "The club has 900 members. Its board met on Monday.\n- Tickets rose to 12 euros\n- Shirts cost 40 euros\n",
        "Those under 30 make up 60 percent of the guests, those under 20 make up 35 percent and children under 10 another 15 percent.",
    ],
)
def test_no_whole(text):
    assert relations_of(text, "sum") == []
