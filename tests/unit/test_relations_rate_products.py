# ruff: noqa: E501
"""What an amount comes to for each of so many, in whatever order it is told: one phrase a row, wrong by a number."""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference


@pytest.mark.parametrize(
    ("text", "rate", "quantity", "amount"),
    [
        ("The town owed €86.4m in May. Divided among the 118,300 people who live there, that comes to about €1,130 each.", "€1,130", "118,300", "€86.4m"),
        ("The town owed €86.4m in May. Shared out among its 118,300 inhabitants that would be €1,130 per head.", "€1,130", "118,300", "€86.4m"),
        ("The town owed €86.4m in May. For each of its 118,300 inhabitants that makes €1,130.", "€1,130", "118,300", "€86.4m"),
        ("The town, which has 118,300 inhabitants, owed €86.4m in May. That is €1,130 a head.", "€1,130", "118,300", "€86.4m"),
        ("The town owed €86.4m in May. With 118,300 inhabitants, that works out at €1,130 per person.", "€1,130", "118,300", "€86.4m"),
        ("The farm harvested 9,600 tonnes of wheat from 1,200 hectares. That works out at 9.0 tonnes a hectare.", "9.0 tonnes", "1,200", "9,600"),
        ("Growers harvested 9,600 tonnes of wheat. From the 1,200 hectares sown, this gives a yield of 9.0 tonnes per hectare.", "9.0 tonnes", "1,200", "9,600"),
        ("The airline paid $1.26 billion for 30 planes, an average of $62 million a plane.", "$62 million", "30", "$1.26 billion"),
        ("The airline ordered 30 planes. The price comes to $1.26 billion, an average of $62 million a plane.", "$62 million", "30", "$1.26 billion"),
        ("The scheme cost 5.4 million euros and reached 1,800 families, which works out at 4,000 euros per family.", "4,000", "1,800", "5.4 million"),
        ("The state gave 2.7 million euros. Spread over 45 schools, that is 80,000 euros a school.", "80,000", "45", "2.7 million"),
        ("The race drew 1,860 runners. They raised £136,700 between them. That is £52 per runner.", "£52", "1,860", "£136,700"),
        ("The race drew 1,860 runners. They raised £136,700, or £52 apiece.", "£52", "1,860", "£136,700"),
        ("The bill of 4.8 million euros, shared by 3,200 households, amounts to 1,800 euros per household.", "1,800", "3,200", "4.8 million"),
        ("The town has 24 teachers and 600 pupils. That is 35 pupils per teacher.", "35", "24", "600"),
        ("The library lent 348,000 books to 14,500 readers last year. On average each reader took home 34 books.", "34", "14,500", "348,000"),
        ("Growers brought in 36,800 tonnes. The area sown was 4,600 hectares, so the yield works out at 6.1 tonnes to the hectare.", "6.1 tonnes", "4,600", "36,800"),
        ("The county has 260 doctors for 442,000 inhabitants. That is one doctor for every 2,700 people.", "2,700", "260", "442,000"),
        ("Over the year 391,000 people came. There were 17 games, so on average 33,000 watched each of them.", "33,000", "17", "391,000"),
        ("The mill ground 4,200 tonnes of flour in six days, a rate of 800 tonnes a day.", "800 tonnes", "six days", "4,200"),
        ("The mill turned out 4,200 sacks in six hours, or 800 an hour.", "800", "six hours", "4,200"),
        ("Some 260 doctors serve 442,000 people, one for every 2,700.", "2,700", "260", "442,000"),
        ("Profit was $66.5 million. With 35 million shares outstanding, that works out at earnings of $1.70 per share.", "$1.70", "35 million", "$66.5 million"),
        ("The striker has scored 18 goals in 12 games, or 1.8 a game.", "1.8", "12", "18"),
        ("The striker has scored 18 goals in 12 games, an average of 1.8 per game.", "1.8", "12", "18"),
        ("Each of the 1,500 farms will get 240 euros, a total of 300,000 euros.", "240", "1,500", "300,000"),
        ("The city bought 1,500 lamps at 240 euros each, spending 300,000 euros.", "240", "1,500", "300,000"),
        ("The 640 nurses will share a bonus of 320,000 euros, 600 euros each.", "600", "640", "320,000"),
        ("The fund bought 3 million shares at an average price of $21, for a total of $66 million.", "$21", "3 million", "$66 million"),
        ("The plumber charges 45 euros an hour and billed 32 hours, for a total of 1,740 euros.", "45", "32 hours", "1,740"),
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
        # words say what a price brought; former counts are none of it
        ("The pool sold 48,000 passes, up 20 percent on the 40,000 of last year. At an average price of 25 euros, that brought in 12 million euros.", "25 euros", "48,000", "12 million"),
        ("The rink sold 5,300 tickets and 700 flags. A ticket cost 8 euros, which brought in 62,400 euros.", "8 euros", "5,300", "62,400"),
        ("Seven bakers are to share a jackpot of €9.1m. They matched every number of the draw. Each member gets €1.7m.", "€1.7m", "Seven", "€9.1m"),
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
def test_what_an_amount_comes_to_for_each(text, rate, quantity, amount):
    [found] = relations_of(text, "rate")
    assert rate in found["rate"][0]
    assert quantity in found["quantity"][0]
    assert amount in found["amount"][0]


@pytest.mark.parametrize(
    ("text", "part", "base", "share"),
    [
        ("The province recorded 214 murders in 2017. In a population of 3.1 million the figure equates to 9.6 killings per 100,000 inhabitants.", "214", "3.1 million", "9.6"),
        ("The province recorded 214 murders in 2017. With 3.1 million people that translates into 9.6 per 100,000.", "214", "3.1 million", "9.6"),
        ("The province, home to 3.1 million people, recorded 214 murders in 2017. That is a rate of 9.6 per 100,000 residents.", "214", "3.1 million", "9.6"),
        ("The province recorded 214 murders among its 3.1 million people in 2017, or 9.6 for every 100,000 inhabitants.", "214", "3.1 million", "9.6"),
        ("With 214 cases among its 96,400 people, the town has an incidence of 250 per 100,000.", "214", "96,400", "250"),
        ("The clinic lost 42 of its patients. There were 63 deaths among 12,600 births, a rate of 6 per 1,000.", "63", "12,600", "6"),
    ],
)  # fmt: skip
def test_so_many_of_thousands(text, part, base, share):
    [found] = relations_of(text, "share")
    assert (found["part"], found["base"]) == ([part], [base])
    assert share in found["share"][0]


@pytest.mark.parametrize(
    "text",
    [
        # Two amounts, of which neither comes to that for each.
        "The club paid 12 million euros for land and 7 million euros for a stand. For its 4,000 members that is 900 euros each.",
        "The ship carried 2,100 passengers. Oil cost 80 dollars a barrel.",
        "The town has 9,000 inhabitants. A pass costs 40 euros a head, an increase of 3 euros.",
        "The firm buys back 250 million shares. Profit fell to 268 million dollars, or 13 cents per share.",
        "Buying back 120 million shares costs 4 billion dollars. It bought 74 million shares at an average of 24 dollars each.",
        "Police counted 63 cases. The rest are split between the Ness, with nineteen, and the Strand, with thirteen.",
        "They sold 30 vans for 900,000 euros in May. The firm works 12 hours a day.",
        "The fair had 3,150 visitors. Entry cost 8 euros, and it made a profit of 4,000 euros.",
    ],
)
def test_nothing_divided(text):
    assert relations_of(text, "rate") == []


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


def test_shares_that_are_given_for_a_firm_are_no_money():
    text = (
        "Varo will buy all 4.3 million shares of Orl for 10.75 million of its own shares. Based on its price of 34 dollars "
        "today, the deal is worth about 356.5 million dollars."
    )
    units = {one["quote"]: one["unit"] for one in extract(text, load_reference())["figures"]}
    assert units["10.75 million"] == "share"
