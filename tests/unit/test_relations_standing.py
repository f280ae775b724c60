# ruff: noqa: E501
"""Claims about figures that stand in the sentences before: one phrase a row, true and wrong by a number."""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("The quay has 640 berths. The harbour lets 260 berths itself. A club rents the other 380 berths.", "640", ["260", "380"]),
        ("The quay has 640 berths. The harbour lets 260 berths itself. A club rents the other 480 berths.", "640", ["260", "480"]),
        ("The mill ground 4.2 million sacks. Rye came to 2.3 million, wheat to 1.1 million. The rest, 0.8 million, was oats.", "4.2 million", ["2.3 million", "1.1 million", "0.8 million"]),
        ("Floods killed 61 people in May. In Arno 34 people died. The remaining 27 deaths were upstream.", "61", ["34", "27"]),
        ("They played 18 games and won 15 of them. They lost the other five.", "18", ["15", "five"]),
        ("The crew went out 214 times. Engines accounted for 96 of the calls. Swimmers were the reason for 71. The other 47 were false alarms.", "214 times", ["96", "71", "47"]),
        ("The estate has 2,300 hectares. It was sold in May. Nearly half of it, 1,120 hectares, is forest. There are 640 hectares of pasture and 410 hectares of moor. Lochs cover the final 130 hectares.", "2,300 hectares", ["1,120 hectares", "640 hectares", "410 hectares", "130 hectares"]),
        ("The store holds 640 books. It was built in 1990. Novels number 280, and there are 150 volumes of verse. All other works, from atlases to almanacs, come to 210.", "640", ["280", "150", "210"]),
        ("Storms cost it 142 million pounds. Gales came to 64 million pounds and floods to 38 million. All remaining losses, from hail to a fire in a barn, added up to 21 million pounds.", "142 million pounds", ["64 million pounds", "38 million", "21 million pounds"]),
        ("Four valleys shared 96 million litres. Upper Kess took 38 million litres and Lower Kess 27 million litres. Brenn used 19 million litres, with 22 million litres going to Orsa, the fourth and last of them.", "96 million litres", ["38 million litres", "27 million litres", "19 million litres", "22 million litres"]),
        ("The school was built for 500. Today it has 318. Under the plan 134 of the pupils go to Mill Road. Arno Street will take 96. The other 79 are bound for Hale.", "318", ["134", "96", "79"]),
        ("The mill carried 21.6 million sacks by barge. Carts managed 19.8 million. Much dearer are the two other ways. The cableway took 0.9 million sacks, and mules 1.7 million. It was 43.4 million sacks in all.", "43.4 million", ["21.6 million", "19.8 million", "0.9 million", "1.7 million"]),
        ("The deaths came to 487 last year. In spring 101 people died. Summer, with 118, was no worse. From July on 125 people died, among them a family of five. The closing three months saw 116.", "487", ["101", "118", "125", "116"]),
        ("The state pays 14 million euros. The town gives 6.5 million, a fund 7.5 million. The remaining 5 million were collected. Most of the 36 million total goes on roofs.", "36 million", ["14 million euros", "6.5 million", "7.5 million", "5 million"]),
        ("The farm lists 164 people from Chile, 92 from Ghana and 71 from Nepal. There are 44 others from eight countries. Those 317 people share five taps.", "317", ["164", "92", "71", "44"]),
        ("Oda got 881 votes. Burr polled 946. A third, Cole, had 310. In all, 2,204 papers came out of the box.", "2,204", ["881", "946", "310"]),
        ("The force has 2,350 soldiers. Ghana sends 1,100 soldiers, Nepal 480 soldiers and Chile 470 soldiers. No other country has any there.", "2,350", ["1,100", "480", "470"]),
    ],
)  # fmt: skip
def test_a_rest_with_the_whole_and_the_other_parts(text, total, parts):
    assert {"total": total, "part": parts, "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Among bakers 68 percent have a cat. The other 32 percent sleep longer.", ["68 percent", "32 percent"]),
        ("Among bakers 68 percent have a cat. The other 42 percent sleep longer.", ["68 percent", "42 percent"]),
        ("At home, said 57 percent. On the train, said 31 percent. The remaining 12 percent never read.", ["57 percent", "31 percent", "12 percent"]),
        ("Of the guests 54 per cent drive, 20 cycle and, for the bus, the figure was 9. Another 14 walk. The final 8 per cent sail.", ["54 per cent", "20", "9", "14", "8 per cent"]),
        ("Of the guests 54 per cent drive, 20 cycle and, for the bus, the figure was 9. Another 14 walk. The final 3 per cent sail.", ["54 per cent", "20", "9", "14", "3 per cent"]),
        ("The Drays keep 40 percent. A fund has 35 percent; the staff hold 35 percent between them. No one else owns a share.", ["40 percent", "35 percent", "35 percent"]),
    ],
)  # fmt: skip
def test_a_rest_of_a_hundred(text, parts):
    assert relations_of(text, "sum") == [{"total": None, "part": parts, "complete": True}]


@pytest.mark.parametrize(
    "text",
    [
        "The bank will extend lines of $50 million and $25 million. A third lender discusses the remaining $15 million.",
        "Grain prices rose 5 percent in May. The other 40 percent of the land is fallow.",
        "The town has 640 berths. A storm hit the other 900 boats.",
        "Viner got 58 million dollars. Cole got 68 million dollars. What the other three got was not said.",
    ],
)
def test_no_rest(text):
    assert relations_of(text, "sum") == []


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("Osei had 14,872 votes. His rival had 14,561 votes. The difference of 311 votes was counted twice.", "14,872", ["14,561", "311"]),
        ("Osei had 14,872 votes. His rival had 14,561 votes. The difference of 811 votes was counted twice.", "14,872", ["14,561", "811"]),
        ("The town spends 96 million euros. It takes in 91 million euros. The deficit of 15 million euros is borrowed.", "96 million euros", ["91 million euros", "15 million euros"]),
    ],
)  # fmt: skip
def test_differences(text, total, parts):
    assert relations_of(text, "sum") == [{"total": total, "part": parts, "complete": True}]


@pytest.mark.parametrize(
    "text",
    [
        "The town spends 96 million euros on roads, 40 million euros on parks and 12 million euros on art. The deficit of 7 million euros is borrowed.",
        "Parks cost 12 million euros. The deficit of 7 million euros is borrowed.",
        "Trade had a surplus of 15 million euros in May. In June it was 16 million euros, compared with a deficit of 11 million euros.",
    ],
)
def test_no_differences(text):
    assert relations_of(text, "sum") == []


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("Revenue of Harl was 486 million pounds in 2022. A year earlier it was 450 million pounds. The increase of 8% came from prices.", "8%"),
        ("Revenue of Harl was 486 million pounds in 2022. A year earlier it was 450 million pounds. The increase of 14% came from prices.", "14%"),
        ("Police counted 1,320 thefts in 2023. In 2022 there had been 1,500 thefts. This means a fall of 22%.", "22%"),
    ],
)  # fmt: skip
def test_growth_of_levels_told_before(text, growth):
    found = relations_of(text, "growth")
    assert len(found) == 1
    assert found[0]["growth"] == [growth]
    assert {"new", "old"} < found[0].keys()


def test_a_former_level_may_be_told_by_its_tense_and_year():
    text = (
        "Police dealt with 1,320 thefts. In 2022 there had been 1,500 such thefts. This means a fall of 22%."
    )
    assert relations_of(text, "growth") == [{"new": ["1,320"], "old": ["1,500"], "growth": ["22%"]}]


def test_what_is_claimed_of_plans_is_planned():
    text = "The town will spend 96 million euros. It will take in 91 million euros. The deficit of 15 million euros is borrowed."
    statuses = {row["quote"]: row["status"] for row in extract(text, load_reference())["figures"]}
    assert set(statuses.values()) == {"forecast"}


def test_levels_of_one_time_make_no_growth():
    text = "Harl sold 486 boats in 2022. Pyne sold 450 boats in 2022. The increase of 14% came from prices."
    assert not any("old" in roles for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The dams hold 230 million cubic metres. When full they hold 920 million cubic metres. At 25 percent they are low.", {"part": ["230 million cubic metres"], "base": ["920 million cubic metres"], "share": ["25 percent"]}),
        ("The dams hold 230 million cubic metres. When full they hold 920 million cubic metres. At 38 percent they are low.", {"part": ["230 million cubic metres"], "base": ["920 million cubic metres"], "share": ["38 percent"]}),
        ("Of 24,000 islanders many were ill. Still, 15,600 islanders voted. That is a turnout of 74 percent.", {"base": ["24,000"], "part": ["15,600"], "share": ["74 percent"]}),
        ("The land made 64 terawatt hours of power. Solar panels made 16 terawatt hours, which is 25% of the total.", {"base": ["64 terawatt hours"], "part": ["16 terawatt hours"], "share": ["25%"]}),
    ],
)  # fmt: skip
def test_shares_that_point_back(text, roles):
    assert roles in relations_of(text, "share")


@pytest.mark.parametrize(
    "text",
    [
        "The land has more than one billion people. They drink 1.2 billion bottles. Marl has a market share of 29%.",
        "The firm made 64 boats and 16 cars. The tax rate of 25% is unchanged.",
    ],
)
def test_no_shares_that_point_back(text):
    assert not any("part" in roles and "base" in roles for roles in relations_of(text, "share"))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The shire will buy 12,000 tablets at 250 euros each. The order is worth 3 million euros.", {"quantity": ["12,000"], "rate": ["250 euros"], "amount": ["3 million euros"]}),
        ("The shire will buy 12,000 tablets at 250 euros each. The order is worth 4.5 million euros.", {"quantity": ["12,000"], "rate": ["250 euros"], "amount": ["4.5 million euros"]}),
        ("Owners get 1.50 euros a share. Kessel has 80 million shares outstanding. In all it pays 190 million euros.", {"rate": ["1.50 euros"], "quantity": ["80 million"], "amount": ["190 million euros"]}),
        ("In all 414,000 fans came to the 23 home games. The average of 21,000 fans is a record.", {"amount": ["414,000"], "quantity": ["23"], "rate": ["21,000"]}),
        ("The canton has 57,600 pupils. It pays 3,200 teachers, so that each has 18 pupils on average.", {"amount": ["57,600"], "quantity": ["3,200"], "rate": ["18"]}),
    ],
)  # fmt: skip
def test_products_over_sentences(text, roles):
    assert relations_of(text, "rate") == [roles]


def test_an_amount_of_something_else_is_no_product():
    text = "It buys 12 tablets at 250 euros each and 30 desks at 90 euros each. The order is worth 5 million euros."
    assert relations_of(text, "rate") == []


def test_an_amount_that_holds_another_sum_too_is_no_product():
    text = "Shares cost 56.50 euros each. It paid 836 million euros and 2.5 million shares. Altogether 977 million euros was paid."
    assert relations_of(text, "rate") == []


def test_what_is_rounded_too_coarsely_is_no_base():
    text = "The loan came to 10 billion euros. The banks lost 4 billion euros, or 22 percent of what the land makes."
    assert not any("base" in roles for roles in relations_of(text, "share"))


def test_the_amount_of_a_planned_order_is_planned():
    text = "The shire will buy 12,000 tablets at 250 euros each. The order is worth 3 million euros."
    statuses = {row["quote"]: row["status"] for row in extract(text, load_reference())["figures"]}
    assert statuses["3 million euros"] == statuses["250 euros"] == "forecast"


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("In the six months Tarn earned 75 million euros. After 31 million euros in the first quarter it made 44 million in the second.", "75 million euros", ["31 million euros", "44 million"]),
        ("Tarn sold 900 boats in the year. It sold 500 boats in the first half and 300 boats in the second half.", "900", ["500", "300"]),
    ],
)  # fmt: skip
def test_parts_of_time_in_their_order(text, total, parts):
    assert {"total": total, "part": parts, "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        "Tarn sold 900 boats last May. It sold 500 boats in the first half and 300 boats in the second half.",
        "In the six months Tarn earned 75 million euros. It lost 2 million euros in the first quarter and 44 million in the second.",
        "In the six months Tarn earned 75 million euros. It made 44 million euros in the second quarter.",
    ],
)
def test_no_parts_of_time(text):
    assert not any(sum_["complete"] for sum_ in relations_of(text, "sum"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rowe received 47 percent of the vote. Quill got 43 percent, and Marsh 15 percent.", ["47 percent", "43 percent", "15 percent"]),
        ("Gas accounts for 51 percent of the flats. Oil has a share of 12 percent of the flats.", ["51 percent", "12 percent"]),
    ],
)  # fmt: skip
def test_shares_that_exclude_one_another(text, parts):
    assert relations_of(text, "sum") == [{"total": None, "part": parts, "complete": False}]


@pytest.mark.parametrize(
    "text",
    [
        "A poll gave Rowe 47 percent of the vote. Another poll gave Quill 61 percent of the vote.",
        "At Harl, drugs accounted for 66 percent of March sales. At Pyne, drugs accounted for 65 percent of total income.",
        "Of the drivers 66 percent own a dog and 54 percent a cat.",
        "Shops account for 71 percent of Harl's revenue compared to 43 percent of its rival's revenue.",
    ],
)
def test_shares_that_do_not_exclude_one_another(text):
    assert relations_of(text, "sum") == []


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("The tram carried 12,000 people on Monday, a record. The old record of 14,000 people was set in May.", "12,000", "14,000"),
        ("The largest lake covers 540 square kilometres. The second largest covers 610 square kilometres.", "540 square kilometres", "610 square kilometres"),
    ],
)  # fmt: skip
def test_orders_by_superlatives(text, greater, lesser):
    assert {"greater": [greater], "lesser": [lesser]} in relations_of(text, "order")


@pytest.mark.parametrize(
    "text",
    [
        "Stocks came to 170,000 lorries in June, the most since a former peak of 200,000 lorries.",
        "In 2005 the land drew 12,000 guests, down slightly from the previous record of 14,000 guests in 2004.",
        "Shares of Harl were at 12,000 pence at noon, off an earlier high of 14,000 pence.",
        "She ran the mile in 250 seconds. The old record was 255 seconds.",
        "The tram carried 12,000 people and 900 dogs. The second largest line has 14,000 seats and 20 cars.",
    ],
)
def test_no_orders_by_superlatives(text):
    assert not any(
        roles["greater"] in (["170,000"], ["250 seconds"], ["12,000"])
        for roles in relations_of(text, "order")
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The shire has 250,000 inhabitants. Last year 500 cars were stolen, a rate of 340 per 100,000 inhabitants.", {"base": ["250,000"], "part": ["500"], "share": ["340 per 100,000"]}),
    ],
)  # fmt: skip
def test_rates_of_people(text, role):
    assert role in relations_of(text, "share")


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("The museum has had 410,000 visitors since it opened in 2005. By the end of last year it had counted 365,000 visitors.", "410,000", "365,000"),
        ("The works has built 430,000 bicycles since 1990. By the end of 2010 it had built 500,000 bicycles.", "430,000", "500,000"),
    ],
)  # fmt: skip
def test_running_totals_in_the_order_of_their_days(text, greater, lesser):
    found = extract(text, load_reference(), published="2012-05-21")
    quotes = {row["figure_id"]: row["quote"] for row in found["figures"]}
    orders = [
        {member["role"]: quotes[member["figure_id"]] for member in link["members"]}
        for link in found["links"]
        if link["rule"] == "running_total"
    ]
    assert orders == [{"greater": greater, "lesser": lesser}]


@pytest.mark.parametrize(
    "text",
    [
        "The lake has held 410 fish since 2005. By the end of last year it had held 365 fish.",
        "Harl has built 430,000 bicycles since 1990. By the end of 2010 Pyne had built 500,000 bicycles.",
    ],
)
def test_no_running_totals_of_one_thing(text):
    found = extract(text, load_reference(), published="2012-05-21")
    assert not any(link["rule"] == "running_total" for link in found["links"])


def test_what_each_costs_is_no_whole():
    assert relations_of("Harl holds 1.91 million of its 25 cent shares.", "sum") == []


def test_an_amount_is_no_level_per_share():
    text = "The loss is now 44 cents a share, 70 percent more than the $512 million loss of May."
    assert not any("old" in roles for roles in relations_of(text, "growth"))


def test_a_share_said_again():
    text = "A fifth of the pupils are absent. That is 30 percent. Most have a cold."
    assert relations_of(text, "conversion") == [{"from": ["A fifth"], "to": ["30 percent"]}]


def test_terms_behind_a_colon():
    text = "Gall will serve 14 years: twelve years for the robbery and five years for the shooting."
    assert {"total": "14 years", "part": ["twelve years", "five years"], "complete": True} in relations_of(
        text, "sum"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The number of visitors to the museum rose by 30% last year. It counted 260,000 visitors in 2023, against 200,000 the year before.",
        "The number of visitors to the museum rose by 45% last year. It counted 260,000 visitors in 2023, against 200,000 the year before.",
    ],
)
def test_growth_whose_levels_a_pronoun_tells(text):
    assert any({"growth", "new", "old"} == roles.keys() for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("Growers picked 90,000 tonnes of pears. A year ago it was 75,000 tonnes. The harvest is thus 20 percent larger.", "20 percent"),
        ("Growers picked 90,000 tonnes of pears. A year ago it was 75,000 tonnes. The harvest is thus 45 percent larger.", "45 percent"),
        ("A flat in Hest costs 231,000 euros now, against 220,000 euros in 2017. The increase, 5 percent, is small.", "5 percent"),
        ("A flat in Hest costs 231,000 euros now, against 220,000 euros in 2017. The increase, about 9 percent, is big.", "9 percent"),
        ("The yard built 80 boats, compared with 100 boats in 2016. That drop (20 percent) had been planned.", "20 percent"),
        ("The yard built 80 boats, compared with 100 boats in 2016. The fall works out at 30 percent.", "30 percent"),
        ("Robberies in Hest dropped by a third in 2015. There were 528 in all. A year earlier the number stood at 642.", "a third"),
        ("Imports of tin into Hestia fell 23 percent in 2019. The country brought in 1.34 million tonnes, down from 1.44 million tonnes in 2018.", "23 percent"),
        ("Harl Foods said net profit rose 18 percent in 2012. Profit came to $96 million, against $71 million in 2011.", "18 percent"),
        ("The glacier has lost a tenth of its length. It was 8.0 kilometres long in 2007. Now it measures 5.2 kilometres.", "a tenth"),
    ],
)  # fmt: skip
def test_growth_that_points_back_or_goes_on(text, growth):
    assert any([growth] == roles.get("growth") and "old" in roles for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 11% to 1.88 million boats from 1.69 million boats. Without Pyne, sales rose 7%.",
        "Revenue of Harl Foods came to $31.4 billion after $29.9 billion in 2009. Revenue from Peru rose 7%.",
        "Harl Foods said net profit rose 7% on a comparable basis. Profit came to $96 million, against $71 million in 2011.",
        "Bookings of jets fell 7% in April. Harl Jets booked two jets, down from 98 jets in March.",
        "Orders for jets dropped 28.9% after Harl reported four orders in the month after 18 orders in May.",
    ],
)
def test_growth_of_something_else(text):
    assert not any(
        roles.get("growth") in (["7%"], ["28.9%"]) and "old" in roles
        for roles in relations_of(text, "growth")
    )


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("Builders finished 2,400 flats in 2022, 600 fewer than the year before. In 2021 they had finished 3,000 flats.", "3,000", ["2,400", "600"]),
        ("Builders finished 2,400 flats in 2022, 600 fewer than the year before. In 2021 they had finished 3,900 flats.", "3,900", ["2,400", "600"]),
    ],
)  # fmt: skip
def test_how_many_fewer_than_before(text, total, parts):
    assert {"total": total, "part": parts, "complete": True} in [
        {**sum_, "part": sorted(sum_["part"])} for sum_ in relations_of(text, "sum")
    ]


def test_what_is_of_the_whole_is_no_part_of_how_many_places_there_are():
    text = "Some 420 patients came to its three clinics. Of them 260 went to Teller and 90 went to Holm."
    assert relations_of(text, "sum") == [{"total": "420", "part": ["260", "90"], "complete": False}]


def test_what_a_part_includes_is_no_other_part():
    text = "The state set aside 87 billion euros. Of this, 76 billion euros was spent, including 5 billion euros on ports."
    assert not any(
        "5 billion euros" in sum_["part"] and sum_["total"] == "87 billion euros"
        for sum_ in relations_of(text, "sum")
    )


def test_how_many_each_got_and_all_together():
    text = "Pupils planted 1,200 trees on a hill. The 60 children planted 35 trees each."
    assert relations_of(text, "rate") == [{"amount": ["1,200"], "quantity": ["60"], "rate": ["35"]}]


def test_votes_and_all_of_those_who_came():
    text = "There were 28 votes in favour and 19 against, with three abstentions. All of the 60 members had come."
    assert {"total": "60", "part": ["28", "19", "three"], "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("Stores can hold 240 terawatt hours. They contain 228 terawatt hours, so they are 75 percent full.", "share", {"base": ["240 terawatt hours"], "part": ["228 terawatt hours"], "share": ["75 percent"]}),
        ("A family earns 3,600 euros and pays 1,200 euros for its flat. Rent thus takes half of its income.", "share", {"base": ["3,600 euros"], "part": ["1,200 euros"], "share": ["half"]}),
        ("Doctors saw 150 cases this year. Last year they saw 120 cases, so that the number has risen by a half.", "growth", {"new": ["150"], "old": ["120"], "growth": ["a half"]}),
    ],
)  # fmt: skip
def test_ratios_that_follow(text, kind, roles):
    assert roles in relations_of(text, kind)


def test_what_is_left_of_a_whole_after_its_part():
    text = "The shire got 40,000 doses. It has given 31,000 of them. Only 19,000 remain in the fridges."
    assert {"total": "40,000", "part": ["31,000", "19,000"], "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        "The port saw 3 million boats. The canal saw 5 million boats, after a 22 percent full-year rise.",
        "Lenders need 900,000 dollars to insure 10 million dollars. So far owners have had a 68 percent cut.",
        "The bill paid 110 million euros. It cost 65 million euros. Some 100 million euros remain with the port.",
    ],
)
def test_what_does_not_follow(text):
    found = [relation for kind in ("share", "growth") for relation in relations_of(text, kind)]
    assert not any(len(relation) > 2 for relation in found)
    assert not any(sum_["complete"] for sum_ in relations_of(text, "sum"))


@pytest.mark.parametrize(
    "end", ["so 40%", "thus 40%", "the other 40%", "At 40%", "the other 40", "half", "40 each"]
)
def test_a_text_may_end_with_a_claim(end):
    relations_of(f"There were 90 boats and 30 cars. {end}", "share")


def test_levels_of_another_metric_make_no_growth():
    text = "The number of visitors to the museum rose by 45% last year. It has 260 guards, against 200 the year before."
    assert not any("old" in roles for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("In all 79 delegates voted yes, 58 delegates no. Nine delegates abstained. The other five of the 151 delegates were ill.", "151", ["79", "58", "Nine", "five"]),
        ("In all 79 delegates voted yes, 68 delegates no. Nine delegates abstained. The other five of the 151 delegates were ill.", "151", ["79", "68", "Nine", "five"]),
    ],
)  # fmt: skip
def test_a_rest_that_names_its_whole(text, total, parts):
    assert {"total": total, "part": parts, "complete": True} in relations_of(text, "sum")


def test_what_is_a_part_of_the_launches_is_no_whole_of_others():
    text = "The crew went out 214 times. Boats were 96 of the launches. Surfers were 71, yachts 38. The other nine were false alarms."
    assert not any(roles["total"] == "96" for roles in relations_of(text, "sum"))


def test_a_part_of_a_number_told_may_have_parts_of_its_own():
    text = "Harl will close 45 of its 180 shops. In Peru 20 shops go, in Chile 16 shops. The remaining nine shops are in Hest."
    assert {"total": "45", "part": ["20", "16", "nine"], "complete": True} in relations_of(text, "sum")


def test_a_figure_far_behind_a_rest_inside_a_sentence_is_not_its_own():
    text = "Firm Bask has 30 percent of all sales. It is 58 percent owned by Tolva and the rest by Quenda, and competes in the north with the brewer Harl, which has nearly half of the market."
    assert relations_of(text, "sum") == []
