"""Units: measures, money, counted nouns, what a rate is per, units said once."""

from decimal import Decimal

import pytest

from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.text.document import tokenise
from flows.extraction.text.noun_words import is_plural, singular
from schemas.reference import load_reference

REFERENCE = load_reference()


def units(text):
    drafts, _ = read_numbers(tokenise(text), [], [], REFERENCE)
    return [draft.unit for draft in drafts]


MEASURES = [
    ("a 90-mile road", "mile", "[mi_i]", "measure"),
    ("12 kg of rice", "kilogram", "kg", "measure"),
    ("4 per cent of it", "percent", "%", "percent"),
    ("25 basis points", "basis point", "[bp]", "percent"),
    ("a 3-year lease", "year", "a", "duration"),
    ("winds of 80 km/h", "kilometre per hour", "km/h", "rate"),
    ("650,000 barrels a day", "barrel per day", "[bbl_us]/d", "rate"),
    ("a 40 MW turbine", "megawatt", "MW", "measure"),
    ("21 °C at noon", "degree Celsius", "Cel", "measure"),
    ("a plot of 700 sq m", "square metre", "m2", "measure"),
    ("a 50-basis-point cut", "basis point", "[bp]", "percent"),
    ("a 900-square-foot flat", "square foot", "[sft_i]", "measure"),
    ("0.3 of a percentage point", "percentage point", "[pp]", "percent"),
    ("a 6.3 magnitude quake", "magnitude", None, "measure"),
    ("a film of 60 fps", "frame per second", "{frame}/s", "rate"),
    ("flying at an altitude of 300'", "foot", "[ft_i]", "measure"),
    ("It lasts three or more years.", "year", "a", "duration"),
    ("a file of 12 GB", "gigabyte", "GBy", "measure"),
    ("pulses at 40 s-1.", "inverse second", "/s", "measure"),
    ("packs of 5 kg-1lb", "kilogram", "kg", "measure"),
    ("a dose of 20 J/m^2 per year", "joule per square metre per year", None, "rate"),
    ("it froze at 32° on the Fahrenheit scale", "degree Fahrenheit", "[degF]", "measure"),
    ("it froze at 32° on the northern slopes", "degree", "deg", "measure"),
]


@pytest.mark.parametrize(("text", "unit", "code", "kind"), MEASURES)
def test_measure(text, unit, code, kind):
    draft, *_ = read_numbers(tokenise(text), [], [], REFERENCE)[0]
    assert (draft.unit, draft.unit_code, draft.kind) == (unit, code, kind)


MONEY = [
    ("$40", "USD", "40"),
    ("US$ 40", "USD", "40"),
    ("A$40", "AUD", "40"),
    ("C$ 40", "CAD", "40"),
    ("40 Australian dollars", "AUD", "40"),
    ("USD 40", "USD", "40"),
    ("EUR40m", "EUR", "40000000"),
    ("40 mln dlrs", "USD", "40000000"),
    ("Rs 40 crore", "INR", "400000000"),
    ("RM4.5mil", "MYR", "4500000"),
    ("40 euros", "EUR", "40"),
    ("40 €", "EUR", "40"),
    ("£40m", "GBP", "40000000"),
    ("40 pence", "GBP", "0.40"),
    ("40 cents", "USD", "0.40"),
    ("7 dollars 40 cents", "USD", "7.40"),
    ("40 billion yen", "JPY", "40000000000"),
    ("40 MEUR", "EUR", "40000000"),
    ("Zurich paid 40 million francs", "CHF", "40000000"),
    ("Oslo paid 40 million crowns", "NOK", "40000000"),
]


@pytest.mark.parametrize(("text", "code", "value"), MONEY)
def test_money(text, code, value):
    (draft,), _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert (draft.kind, draft.unit, draft.unit_code, draft.value) == ("money", code, code, Decimal(value))


def test_a_word_that_currencies_share_stays_without_a_code_when_nothing_speaks_for_one():
    (draft,), _ = read_numbers(tokenise("They paid 40 million francs."), [], [], REFERENCE)
    assert (draft.unit, draft.unit_code) == ("franc", None)


NOUNS = [
    ("4,200 electric tractors", "tractor"),
    ("730 U.S. deliveries", "delivery"),
    ("7,000 cargo-bike sales", "bike"),
    ("an 8,000-seat hall", "seat"),
    ("a 12-nation bloc", "nation"),
    ("the 20,000 TV mark", "tv"),
    ("1,500 job cuts", "cut"),
    ("300 people", "person"),
    ("12 sales representatives", "representative"),
    ("the 40 most costly paintings", "painting"),
    ("six million 330 ml cans", "can"),
    ("two of Ms Orr's deputies", "deputy"),
    ("four of the twelve nurses", "nurse"),
    ("20 Alfa and Beta lorries", "lorry"),
    ("300 weekly flights", "flight"),
    ("40 overseas offices", "office"),
    ("60,000 Israelis", "person"),
    ("40 adult Danes", "person"),
    ("one woman", "person"),
    ("40 librarians", "librarian"),
    ("five of the town's largest mills", "mill"),
    ("five of the three-ton lorries", "lorry"),
    ("the four-storey house", "storey"),
    ("4,000-odd vans", "van"),
    ("40 or more vans", "van"),
    ("4,000 false or late claims", "claim"),
    ("15 pay-TV channels", "channel"),
    ("1,000 Hale's shops", "shop"),
    ("It grew for six quarters.", "quarter"),
    ("The number of Danes rose to 4,100.", "person"),
    ("two Q-16 jets", "jet"),
    ("30 Aero 737 Max jets", "jet"),
    ("72 new Alder Woods shares", "share"),
    ("0.2 of a point", "point"),
    ("a nine point lead", "point"),
    ("short of the 51,000 economists had foreseen", None),
    ("Employees - 1,600 Selling Points - 40", "employee"),
    ("three million unemployed", "person"),
    ("sold 350 last week", None),
    ("It fell to 350.", None),
]


@pytest.mark.parametrize(("text", "noun"), NOUNS)
def test_counted_noun(text, noun):
    assert units(text)[0] == noun


RATES = [
    ("$3 a barrel on Monday", "USD per barrel"),
    ("$60 per square foot", "USD per square foot"),
    ("£24 a-year", "GBP per year"),
    ("9 tonnes a year", "tonne per year"),
    ("20,000 vans per year", "van per year"),
    ("$90 a week earlier", "USD"),
    ("38 cents per diluted share", "USD per share"),
    ("38 cents a common share", "USD per share"),
    ("nine per 100,000 births", "per 100,000"),
    ("a flow of 30,000 a day", "per day"),
    ("1.1 billion litres of milk a year", "litre per year"),
    ("Power cost 48 euros per megawatt hour.", "EUR per megawatt hour"),
    ("Earnings per share were 34 cents.", "USD per share"),
    ("The yen was little changed at 108.90 per dollar.", "JPY per USD"),
    ("It was little changed at 108.90 per dollar.", "per dollar"),
    ("The average price per barrel was 71 dollars.", "USD per barrel"),
]


@pytest.mark.parametrize(("text", "unit"), RATES)
def test_what_a_rate_is_per(text, unit):
    assert units(text) == [unit]


SHARED = [
    ("5.2 million kettles, up from 4.7 million", ["kettle", "kettle"]),
    ("4,100 kettles in Peru (2,300) and Chile (1,800)", ["kettle", "kettle", "kettle"]),
    ("rose to 9.4 million from 8.9 million kettles", ["kettle", "kettle"]),
    ("a profit of 7.2 billion yen from 6.8 billion", ["JPY", "JPY"]),
    ("a crate of 2,140 x 960 x 715 mm", ["millimetre"] * 3),
    ("Van sales rose to 8,140.", ["van"]),
    ("The number of nurses fell to 8,140.", ["nurse"]),
    ("The number of nurses rose 3,200 in May to 8,140, the number of beds by 60.", ["nurse", "nurse", "bed"]),
    ("Membership fell by 3,200.", ["member"]),
    ("The jobs watchdog sees idleness rise by 3,200.", [None]),
    ("The 30-nation gauge rose to 109.6 in May from 108.2.", ["nation", None, None]),
    ("It made 4 million euros ($5 million), short of a forecast of 6 million.", ["EUR", "USD", "EUR"]),
    ("160 million of the 2.5 billion pesos of Mexico", ["MXN", "MXN"]),
    ("40 houses by auction and 18 by tender", ["house", "house"]),
    ("$1 = 87.40 yen", ["JPY per USD"]),
    ("The town paid 30 million euros after a loss of 12 million.", ["EUR", "EUR"]),
    ("fell from 7,600 to 6,600, or 13 percent", [None, None, "percent"]),
]


SHARED += [
    ("It cost $9,120 per tonne, up from $8,870.", ["USD per tonne", "USD per tonne"]),
    ("It paid $12 per share, and a fee of $15.", ["USD per share", "USD"]),
    ("Earnings per share were 34 cents, beating the 31 cents forecast.", ["USD per share"] * 2),
    ("It gave 31,400 doses of vaccine in March, about 1,250 a day.", ["dose", "dose per day"]),
    ("The 2,000 workers build vans, about 300 a day.", ["worker", "per day"]),
    ("It fell to 12 per 1,000 births from 15.", ["per 1,000", "per 1,000"]),
    ("Of the 530 cases, 310 were in Marl, 140 in Orrey and 80 in Tull.", ["case"] * 4),
    ("The population fell to 2,310,000 from 2,402,500.", ["person", "person"]),
    ("The wolf population fell to 320.", [None]),
    ("Flu cases in Orrey climb to 318\n\nDoctors in the city hope.", ["case"]),
    ("Turnout rose to 48\n\nOfficials were glad.", [None]),
    ("Prices of homes rose to 412.", [None]),
    ("Four have died and 11 are in hospital.", ["person", "person"]),
    ("It lost 60 cows, and 12 were killed.", ["cow", "cow"]),
    ("It printed tickets, and 2,500 have been sold.", ["ticket"]),
    ("It employs 4,100 people, 1,200 of them in Orrey.", ["person", "person"]),
    ("its 40,000th Zoe", ["vehicle"]),
    ("4,210 Leafs and 150 Teslas", ["vehicle", "vehicle"]),
    ("300 Leaf owners", ["owner"]),
    ("60 sports cars", ["car"]),
    ("the new 718 sports car", []),
    ("the 300 car fleet", ["car"]),
    ("The index rose 12.5 points, or 0.3 percent, to 3,412.60.", ["point", "percent", "point"]),
    ("The index fell 7 percent to 16.11.", ["percent", None]),
    ("The index closed 15 points higher, or 0.3 percent, at 4,751.", ["point", "percent", "point"]),
    ("The crown fell 0.3 percent to 23.4 per dollar.", ["percent", "per dollar"]),
    ("The wait rose to 81 days from 53.", ["day", "day"]),
    (
        "It earned 95 cents a share, 8 percent less than the $1.03 of May.",
        ["USD per share", "percent", "USD per share"],
    ),
    ("It had a 2-cent rise in earnings per share to 37 cents.", ["USD per share"] * 2),
    ("It costs $40 (£21) per day.", ["USD per day", "GBP per day"]),
    ("It lost 210 (147) tonnes.", ["tonne", "tonne"]),
    ("In May 400 tonnes was kept and 250 sold.", ["tonne", "tonne"]),
    ("It is one of the four mills.", ["mill"]),
    ("The other two mills shut, and the two firms agreed.", ["mill"]),
    ("It earned 15 cents a share, beating the average estimate of 9 cents.", ["USD per share"] * 2),
    # Earnings in millions are told again by the share, and expected by it, though the text does not say so.
    (
        "Profit was $9 million, or 18 cents, against a loss of $3 million, or about 6 cents.",
        ["USD", "USD per share", "USD", "USD per share"],
    ),
    ("It earned 15 cents a share. Analysts had expected a profit of 9 cents.", ["USD per share"] * 2),
    (
        "It earned 15 cents a share. Analysts expected a profit of 9 cents and a price of $4.",
        ["USD per share", "USD", "USD"],
    ),
    ("It earned 15 cents a share. It sold boats at a profit of $90.", ["USD per share", "USD"]),
    ("It earned $15 million. Analysts had expected a profit of 9 cents.", ["USD", "USD"]),
    ("It sold a boat for $9 million, or $4 for each oar.", ["USD", "USD"]),
    ("Eight of the region's ten farms shut.", ["farm", "farm"]),
    ("They sold 63 Model 3s.", ["vehicle"]),
    ("The boy, 7, won.", ["year"]),
    ("The star, 42, was voted off.", ["year"]),
    ("I'm 74 and well.", ["year"]),
    ("It is warm, said Ida Lund, 42.", ["year"]),
    ("It fell 9 points to 3,247.83\n\nRates fell too.", ["point", "point"]),
    ("Oil was $44 a barrel. Brent crude fell 46 cents to $51.", ["USD per barrel"] * 3),
    ("Oil was $44 a barrel. The firm's shares fell 46 cents as crude fell.", ["USD per barrel", "USD"]),
    ("It bought 48 mln tonnes in May and 51 mln a year earlier.", ["tonne", "tonne"]),
    ("Owners of $1 million totalled 7.8 million, up from 6.7 million.", ["USD", None, None]),
    ("The gap was 700 mln dlrs, against a shortfall of 900 mln.", ["USD", "USD"]),
    ("The deficit fell to $4 billion; the surplus on oil rose last year by 2.1 billion.", ["USD", "USD"]),
    ("Its profit was $4 million on sales to pupils of 3 million.", ["USD", "USD"]),
    ("Lending fell to 4 billion crowns from 5 billion. Deposits were 9 billion in May.", ["crown"] * 3),
    (
        "It owes 4 billion euros. Its ships carried 9 million tonnes, its trucks 3 million.",
        ["EUR", "tonne", None],
    ),
    (
        "It sold 4 million phones for $9 billion. Its rival made $7 billion and 2 billion abroad.",
        ["phone"] + ["USD"] * 3,
    ),
    ("It earned $4 million. Membership rose to 3 million.", ["USD", "member"]),
    ("It earned $4 million. Its app reached users by the score, 3 million.", ["USD", None]),
    ("The loss was 4 million euros ($5 million), after 6 million in May.", ["EUR", "USD", "EUR"]),
    ("Revs 4,120,000 vs 3,770,000\n\nShr 12 cts vs nine cts", ["USD"] * 4),
    ("Net 4.1 mln dlrs vs 835,000\n\nAvg shrs 2.1 mln vs 2.0 mln", ["USD", "USD", "share", "share"]),
    ("Some 4 million shares were traded, below last year's average of 6 million.", ["share", "share"]),
    (
        "It sold 4 million pumps and cut its forecast to 6 million from a 9 million target.",
        ["pump", "pump", "pump"],
    ),
    ("The Oslo firm had a 4 billion crown loss and a 3 billion crown gain.", ["NOK", "NOK"]),
    ("The market passed the 4 million mark.", [None]),
    ("It made 40 million marks.", ["DEM"]),
    (
        "Its net earnings came to 6,210,000, or 73 cts per share, compared to 2,940,000.",
        ["USD", "USD per share", "USD"],
    ),
    ("It had profits of $4 million and a choir of 6,210,000.", ["USD", None]),
    (
        "It made 4 million euros. Lamps gave 2 million of that, shades 1 million and wire 1 million.",
        ["EUR"] * 4,
    ),
    ("It has 4 million members. Men are 2 million of them.", ["member", "member"]),
    ("The loss was 4 million euros or $5 million, a swing of 2 million.", ["EUR", "USD", None]),
    ("It is one of the four mills, the three mills of Orrey.", ["mill", "mill"]),
    ("2,000 acres (8.09 square km)", ["acre", "square kilometre"]),
    ('A 34" screen and "we have 34" were sold.', ["inch", None]),
    ("He died at 70.", ["year"]),
    ("Nine of them were older than 70.", [None, "year"]),
    ("It opened just over a year after work began.", ["year"]),
    ("It opened just over a year ago, a year after that.", []),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_a_unit_said_once(text, expected):
    assert units(text) == expected


def test_borrowed_units_say_so():
    drafts, _ = read_numbers(tokenise("5.2 million kettles, up from 4.7 million"), [], [], REFERENCE)
    assert "unit" not in drafts[0].confidence
    assert drafts[1].confidence["unit"] < 1
    assert drafts[1].why["unit"].rule == "unit from ellipsis"


def test_ages_are_years():
    assert units("Ms Orr, 58, spoke.") == ["year"]
    assert units("at the age of 12") == ["year"]
    assert units("Life expectancy in Orrey fell to 73 for men.") == ["year"]
    assert units("Life expectancy in Orrey is around 73 raising hopes.") == ["year"]
    assert units("The median age of voters was 41, and the average age of 12 ships rose.") == ["year", "ship"]


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("boxes", "box"),
        ("cities", "city"),
        ("TVs", "tv"),
        ("women", "woman"),
        ("buses", "bus"),
        ("glass", "glass"),
    ],
)
def test_singular(word, one):
    assert singular(word) == one


def test_plural_shape():
    assert [word for word in "cars glass bus people status series".split() if is_plural(word)] == [
        "cars",
        "people",
        "series",
    ]


def test_the_level_of_an_index_is_a_score() -> None:
    drafts, _ = read_numbers(tokenise("The trust index eased to 99 from 104."), [], [], REFERENCE)
    assert [(draft.kind, draft.unit) for draft in drafts] == [("score", None)] * 2


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # cents are those of the text's only currency that has some
        ("A call costs 28 cents. The bill comes to 980 euros.", ["EUR", "EUR"]),
        ("A call costs 28 cents. The bill comes to 980 dollars.", ["USD", "USD"]),
        ("A call costs 28 cents, said the euro zone's envoy. He has $40.", ["USD", "USD"]),
        # where there are millions of pounds or crowns, a number of them is money as well
        ("The firm is worth 3 million pounds. It owes 600,000 pounds.", ["GBP", "GBP"]),
        ("He lifted 40,000 pounds.", ["pound"]),
        ("The share closed at 18.50 crowns.", ["crown"]),
        ("They wear five crowns.", ["crown"]),
        # what something came to by a percentage, what was spent and what something was sold for
        (
            "Sales were 3.1 billion zlotys. Operating profit fell 4 percent to 520 million.",
            ["PLN", "percent", "PLN"],
        ),
        ("It owns ships worth 3.1 billion dollars. It spent 520 million on repairs.", ["USD", "USD"]),
        (
            "It owns ships worth 31 million dollars. One was bought from a rival for 5.2 million in May.",
            ["USD", "USD"],
        ),
        ("It owns ships worth 31 million dollars. The flood cost 5.2 million their homes.", ["USD", None]),
        # so many days are nobody's
        ("It sold 412,000 day passes.", ["pass"]),
        ("They took 12 day trips.", ["day"]),
    ],
)
def test_what_a_text_tells_of_its_money(text, read):
    assert units(text) == read


def test_crowns_are_money_where_they_are_no_whole_number():
    drafts, _ = read_numbers(tokenise("The share closed at 18.50 crowns."), [], [], REFERENCE)
    assert [draft.kind for draft in drafts] == ["money"]
