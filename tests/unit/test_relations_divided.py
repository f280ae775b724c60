# ruff: noqa: E501
"""What an amount comes to for each of so many, told over two sentences: one phrase a row, wrong by a number."""

import pytest
from relating_quotes import relations_of


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
    ],
)
def test_nothing_divided(text):
    assert relations_of(text, "rate") == []
