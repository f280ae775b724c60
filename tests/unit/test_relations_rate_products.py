# ruff: noqa: E501
"""What each comes to, how many there are and what all come to, in whatever order: each row is wrong by a number."""

import pytest
from relating_quotes import relations_of


@pytest.mark.parametrize(
    ("text", "rate", "quantity", "amount"),
    [
        # the amount first, the count in the sentence of the rate or behind it
        ("Ostra Rail has placed an order worth 660 million euros for eight ferries. The vessels, which cost 92.5 million euros each, can carry 790 cars.", "92.5 million", "eight", "660 million"),
        ("The airline has signed for 24 jets in a deal worth 192 million dollars. Each of the 110-seat aircraft has a list price of 80 million dollars.", "80 million", "24", "192 million"),
        ("When all forms had been counted the walkers had raised 54,000 euros, an average of 180 euros each for the 360 who took part.", "180 euros", "360", "54,000"),
        ("The wardens and cooks will split a jackpot of £3.6m between the 24 of them, which works out at £15,000 apiece.", "£15,000", "24", "£3.6m"),
        ("The telethon brought in $3,186,400, beating last year's $2,874,000. The money came from 14,200 people, who gave an average of $77 apiece.", "$77", "14,200", "$3,186,400"),
        # what it is one of has another name, or stands behind "the average"
        ("The insurer has paid out 2.19 billion dollars on 86,000 claims. The average settlement is 15,000 dollars.", "15,000", "86,000", "2.19 billion"),
        ("It expects to pay out £55.8bn after the flood. About 18,000 customers have come forward, and the average claim is for £3,100.", "£3,100", "18,000", "£55.8bn"),
        ("Crews have culled 138,000 pigs. Twelve farms were hit. They kept 1,150 animals each.", "1,150", "Twelve", "138,000"),
        ("Members of the dairy are to receive an average of €4,500 each. The board agreed to distribute a bonus of €5.4 million among its 2,100 suppliers.", "€4,500", "2,100", "€5.4 million"),
        ("The pantries handed out groceries for 6.3 million meals, or 20 for every one of the 180,000 visits.", "20", "180,000", "6.3 million"),
        # units are an equation
        ("Skiers left 1.05 billion francs in the canton. Hotels counted 9 million visitor days. A guest spent 150 francs a day on average.", "150 francs", "9 million", "1.05 billion"),
        ("Farmers have brought in 6.4 million tonnes of wheat. It grew on 2.4 million hectares, with an average yield of 3.5 tonnes per hectare.", "3.5 tonnes", "2.4 million", "6.4 million"),
        ("The rider finished after 3 hours, 58 minutes and 42 seconds. Over the 164 kilometres that made an average speed of 44.2 km an hour.", "44.2 km", "3 hours, 58 minutes and 42 seconds", "164 kilometres"),
        ("In all, 460,600 people came for the 19 home games, or an average of 21,400 per match.", "21,400", "19", "460,600"),
        # a sentence that holds on to a price; a span of months
        ("Diesel averaged 1.35 euros a litre on Friday. At that price, a 50-litre tank costs 76.50 euros.", "1.35 euros", "50-litre", "76.50"),
        ("Over a period of 72 months she moved £486,000 into her own account. That was an average of £9,750 a month.", "£9,750", "72 months", "£486,000"),
    ],
)  # fmt: skip
def test_a_rate_that_is_wrong_is_of_the_nearest_quantity_and_amount(text, rate, quantity, amount):
    [found] = relations_of(text, "rate")
    assert rate in found["rate"][0]
    assert quantity in found["quantity"][0]
    assert amount in found["amount"][0]


@pytest.mark.parametrize(
    "text",
    [
        # a mean that was expected, a mean that is beaten, a former mean
        "Profit came in at 38 million euros, above the 35 million euros expected on average by analysts. It has 11 mills.",
        "It plans two towers. Turnover reached 9.8 billion pesos, well above the daily average of 6.1 billion pesos.",
        # somebody else's amount and count
        "One firm gave 10 million dollars to a fund for its drivers. Two others, Orla and Varo, gave 1 million dollars each.",
        "The syndicate puts in £2 a head every week, and its best win so far was £172. None of them is leaving Marl's, a firm with 58 staff.",
        # two of each and one more; a share of the price
        "The bank sells bonds worth 3.1 billion dollars. It offers two series of 1.25 billion each and one of 600 million.",
        "The state pays 80 percent of the extra price. On the 55 buses with their additional 280,000 euros apiece, this came to 12.3 million euros.",
        # a pace with a time of another sentence, and a rate told again in another unit
        "The probe is 133 million miles away. A signal takes 12 minutes. It moves at 24.6 kilometres a second, or 55,000 miles an hour.",
        # another price, a saving; shares, but not all of them
        "Questions from 11 exams were for sale. The price was 500 euros per exam or 4,000 euros for the lot.",
        "It posted net earnings of 12.5 million dollars, or 1.53 dollars per share. It will have 15 million shares of another class.",
        # marks out of ten, a year ago
        "In all 31 candidates passed with honours. The average was 6.1 out of ten. Five failed.",
        "A year ago deliveries had reached 704,000 tonnes. The board pays 915 crowns a kilogram. So far it has spent 559 billion crowns.",
    ],
)
def test_what_only_stands_near_a_rate_is_none_of_its_figures(text):
    assert not [
        found for found in relations_of(text, "rate") if {"rate", "quantity", "amount"} <= found.keys()
    ]


@pytest.mark.parametrize(
    ("text", "rate", "amount"),
    [
        ("Traffic accidents claimed 1,460 lives in 2013, an average of three a day.", "three", "1,460"),
        ("Emigrants sent $4.32 billion home in 2017. The transfers averaged $630 million a month.", "$630 million", "$4.32 billion"),
    ],
)  # fmt: skip
def test_a_mean_of_days_or_months_is_held_against_its_year(text, rate, amount):
    [found] = relations_of(text, "conversion")
    assert rate in found["from"][0]
    assert amount in found["to"][0]
