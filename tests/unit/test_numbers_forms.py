"""Number forms: what stands in the text, and the value in full."""

from decimal import Decimal

import pytest

from flows.extraction.dates.dates import read_dates
from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.text.document import MOST_TOKENS, tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def read(text):
    drafts, _ = read_numbers(tokenise(text), [], [], REFERENCE)
    return [
        (text[draft.start : draft.end], draft.value if draft.value is not None else (draft.low, draft.high))
        for draft in drafts
    ]


def number(value):
    return tuple(map(Decimal, value)) if isinstance(value, tuple) else Decimal(value)


DIGITS = [
    ("The hall seats 4,512 guests.", "4,512", "4512"),
    ("The lake holds 7.25 million litres.", "7.25 million litres", "7250000"),
    ("Sales of 1.4bn crates were seen.", "1.4bn", "1400000000"),
    ("a debt of £22 billions", "£22 billions", "22000000000"),
    ("Her time was 3:49.78.", "3:49.78", "229.78"),
    ("It took three minutes 49.8 seconds.", "three minutes 49.8 seconds", "229.8"),
    ("He is 6 feet 2 inches tall.", "6 feet 2 inches", "74"),
    ("They shipped 640k tins.", "640k", "640000"),
    ("It cost 12 lakh crore rupees.", "12 lakh crore rupees", "12000000000000"),
    ("The census counted 3,45,67,890 villagers.", "3,45,67,890", "34567890"),
    ("The town has 1 234 567 trees.", "1 234 567", "1234567"),
    ("The rope is 2 1/2 metres long.", "2 1/2 metres", "2.5"),
    ("She got 14 and a half years.", "14 and a half years", "14.5"),
    ("It paid 3 and a half percent.", "3 and a half percent", "3.5"),
    ("The stock closed at 41-3/8 dollars.", "41-3/8 dollars", "41.375"),
    ("A cup holds 2½ litres.", "2½ litres", "2.5"),
    ("A cell weighs 3.2 x 10^-4 grams.", "3.2 x 10^-4 grams", "0.00032"),
    ("The lake loses 6 × 105 kg a year.", "6 × 105 kg", "600000"),
    ("The field measured 4e6 tesla units.", "4e6", "4000000"),
    ("It fell to −18 degrees Celsius.", "−18 degrees Celsius", "-18"),
    ("A yield of -0.4% was paid.", "-0.4%", "-0.4"),
    ("Prices fell by minus 3 percent.", "minus 3 percent", "-3"),
    ("6 thousand 2 hundred and 14 stamps", "6 thousand 2 hundred and 14", "6214"),
    ("It cost CHF 1’234’567.", "CHF 1’234’567", "1234567"),
    ("٣٥٠٬٠٠٠", "٣٥٠٬٠٠٠", "350000"),
    ("about 10³ vans", "10³", "1000"),
    ("three twenty-firsts of it", "three twenty-firsts", "0.142857142857"),
    ("one hundred thirty fifths", "one hundred thirty fifths", "2.857142857143"),
    ("one hundred and thirty fifths", "one hundred and thirty fifths", "26"),
    ("three hundred and two dozen plums", "three hundred and two dozen", "324"),
    ("the 1.2^3 rule", "1.2^3", "1.728"),
]


@pytest.mark.parametrize(("text", "quote", "value"), DIGITS)
def test_number_in_digits(text, quote, value):
    assert read(text) == [(quote, number(value))]


WORDS = [
    ("Twenty-eight thousand six hundred geese came.", "Twenty-eight thousand six hundred", "28600"),
    ("The club owns half a million stamps.", "half a million", "500000"),
    ("They planted three quarters of a million trees.", "three quarters of a million", "750000"),
    ("She baked a dozen loaves.", "a dozen", "12"),
    ("He ate half a dozen plums.", "half a dozen", "6"),
    ("It took four and a half hours.", "four and a half hours", "4.5"),
    ("It took an age, or two and a half hours.", "two and a half hours", "2.5"),
    ("Some two and a half million came.", "two and a half million", "2500000"),
    ("It weighs five point two tonnes.", "five point two tonnes", "5.2"),
    ("It rained ninety-nine days.", "ninety-nine days", "99"),
    ("They live half a mile apart.", "half a mile", "0.5"),
    ("twenty-seven sixths of it", "twenty-seven sixths", "4.5"),
    ("a million dollar bridge", "a million dollar", "1000000"),
    ("It lasted two thousand and six seconds.", "two thousand and six seconds", "2006"),
    ("She crossed the line in 2:09:14.", "2:09:14", "7754"),
    ("She ran two hours, nine minutes and 14 seconds.", "two hours, nine minutes and 14 seconds", "7754"),
    ("The mill celebrated its 115th anniversary.", "115th", "115"),
    ("The choir celebrated its thirty-fifth birthday.", "thirty-fifth", "35"),
    ("The strike entered its 21st day.", "21st", "21"),
]


@pytest.mark.parametrize(("text", "quote", "value"), WORDS)
def test_number_in_words(text, quote, value):
    assert read(text) == [(quote, number(value))]


SHARES = [
    ("One in four bakers rises early.", "One in four", "0.25"),
    ("Nine out of 10 bakers agreed.", "Nine out of 10", "0.9"),
    ("Nine loaves out of ten are eaten.", "Nine loaves out of ten", "0.9"),
    ("Six small mills in every ten closed.", "Six small mills in every ten", "0.6"),
    ("One oven in three is gas.", "One oven in three", "0.333333333333"),
    ("Two in five of them left.", "Two in five", "0.4"),
    ("Nearly two-thirds of the crop froze.", "two-thirds", "0.666666666667"),
    ("Almost a quarter of them stayed.", "a quarter", "0.25"),
    ("They own half of the island.", "half", "0.5"),
    ("One of eight swans in the park is black.", "One of eight", "0.125"),
]


@pytest.mark.parametrize(("text", "quote", "value"), SHARES)
def test_share_in_words(text, quote, value):
    drafts, _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert [(text[d.start : d.end], d.value) for d in drafts] == [(quote, Decimal(value))]
    assert (drafts[0].kind, drafts[0].unit, drafts[0].unit_code) == ("share", "fraction", "1")


@pytest.mark.parametrize(
    "text", ["He won 12 sets out of 20.", "Five bakers in six towns struck.", "Two died in ten days."]
)
def test_a_noun_between_two_counts_makes_no_share(text):
    assert len(read(text)) == 2


RANGES = [
    ("between 15 and 20 boats", "15 and 20", ("15", "20")),
    ("a crop of 3.1 to 3.4 million tonnes", "3.1 to 3.4 million tonnes", ("3100000", "3400000")),
    ("a debt of $800-900m", "$800-900m", ("800000000", "900000000")),
    ("up one to two percentage points", "one to two percentage points", ("1", "2")),
    ("a fee of $40-60", "$40-60", ("40", "60")),
    ("a fee of between $40-90,000", "$40-90,000", ("40000", "90000")),
    ("fines of £2.1bn-£2.6bn", "£2.1bn-£2.6bn", ("2100000000", "2600000000")),
    ("a fee of $10 to $15 billion", "$10 to $15 billion", ("10000000000", "15000000000")),
    ("growth from 12 to 15 percent is forecast", "12 to 15 percent", ("12", "15")),
    ("in 5-7 days", "5-7 days", ("5", "7")),
    ("two or three boats", "two or three", ("2", "3")),
    ("sales of down 2 percent to up 1 percent", "2 percent to up 1 percent", ("-2", "1")),
]


@pytest.mark.parametrize(("text", "quote", "ends"), RANGES)
def test_range(text, quote, ends):
    assert read(text) == [(quote, number(ends))]


def test_a_change_from_one_value_to_another_is_no_range():
    assert read("Fares rose from 12 to 15 percent of income.") == [
        ("12", Decimal(12)),
        ("15 percent", Decimal(15)),
    ]
    assert read("Output rose $3 to $40.") == [("$3", Decimal(3)), ("$40", Decimal(40))]


def test_a_former_amount_may_leave_the_magnitude_out():
    assert read("It raised the price to $650 million from $600 after a bid.") == [
        ("$650 million", Decimal(650_000_000)),
        ("$600", Decimal(600_000_000)),
    ]
    assert read("It cut the fee to $5 million from $9 a share.")[1][1] == Decimal(9)


def test_a_change_leaves_the_magnitude_of_its_first_number_out():
    assert read("It fell from 162 to 157 million pots.") == [
        ("162", Decimal(162_000_000)),
        ("157 million", Decimal(157_000_000)),
    ]


def test_what_is_to_last_has_a_length():
    text = "The trial is to last five months."
    dates, _ = read_dates(tokenise(text), None)
    drafts, _ = read_numbers(tokenise(text), dates, [], REFERENCE)
    assert [(draft.value, draft.unit) for draft in drafts] == [(5, "month")]


def test_tolerance_gives_the_interval():
    drafts, _ = read_numbers(tokenise("a mass of 20 ± 2 kg"), [], [], REFERENCE)
    assert [(d.value, d.unit, d.stated_low, d.stated_high) for d in drafts] == [(20, "kilogram", 18, 22)]


MULTIPLES = [
    ("Exports doubled.", "doubled", 2),
    ("a threefold rise", "threefold", 3),
    ("2.5 times the norm", "2.5 times", "2.5"),
]


@pytest.mark.parametrize(("text", "quote", "value"), MULTIPLES)
def test_multiple(text, quote, value):
    drafts, _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert [(text[d.start : d.end], d.value, d.unit) for d in drafts] == [(quote, Decimal(value), "times")]


def test_ordinal_of_thousands_is_a_milestone():
    drafts, _ = read_numbers(tokenise("It built its 40,000th tractor in May."), [], [], REFERENCE)
    assert [(d.value, d.kind, d.unit) for d in drafts] == [(40000, "ordinal_milestone", "tractor")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It built its one millionth tractor.", 10**6),
        ("It built its millionth tractor.", 10**6),
        ("the firm's 10-millionth tractor", 10**7),
        ("its hundred thousandth tractor", 10**5),
    ],
)
def test_ordinal_in_words_is_a_milestone(text, value):
    (draft,) = read_numbers(tokenise(text), [], [], REFERENCE)[0]
    assert (draft.value, draft.kind, draft.unit) == (value, "ordinal_milestone", "tractor")


def test_separators_are_decided_by_the_article():
    text = "The mill cut 1.234.567 planks and paid 12,5 francs. It sold 48.310 planks."
    assert [value for _, value in read(text)] == [Decimal(1234567), Decimal("12.5"), Decimal(48310)]
    assert [value for _, value in read("It cost 0.75 francs and weighs 48.310 kg.")] == [
        Decimal("0.75"),
        Decimal("48.310"),
    ]


def test_brackets_are_negative_only_where_a_value_is_expected():
    assert read("The result was ($40.50).") == [("$40.50", Decimal("-40.50"))]
    assert read("a fee of 30 euros ($33)") == [("30 euros", Decimal(30)), ("$33", Decimal(33))]


REJECTED = [
    ("The match ended 3-1.", "score"),
    ("It opened in 1987.", "date"),
    ("It opens on 4 March.", "date"),
    ("The train leaves at 10.45pm.", "time"),
    ("The bus leaves at 7:20.", "time"),
    ("He drives a Volta 80.", "name"),
    ("The Q-400 landed.", "name"),
    ("2\u2060.7 tonnes", "unreadable"),
    ("See chapter 7.", "label"),
    ("She lives at 14 Elm Street.", "address"),
    ("Call 555-010-4477.", "phone"),
    ("dozens of boats", "vague"),
    ("several hundred boats", "vague"),
    ("One of the boats sank.", "pronoun"),
    ("The two boats sank.", "reference"),
    ("Orion ( 4417.T ) rose.", "code"),
    ("over the past five years", "period"),
    ("children under 14", "age group"),
    ("see http://example.org/2016/99 today", "code"),
    ("Call 020 7946 0018 now.", "phone"),
    ("Call +44 20 7946 0018 now.", "phone"),
    ("It is her twenty-fifth win.", "ordinal"),
    ("the two hundredth tractor", "ordinal"),
    ("the 10-K filing", "name"),
    ("District Court, No. 17-cv-04866", "code"),
    ("Zweig's Symphony No. 5", "label"),
    ("Orrey Oyj ( EUR1V.XX ) rose.", "code"),
    ("shown in 4K on a wall", "name"),
    ("shown in 1080p on a wall", "name"),
    ("The 486 is a chip.", "name"),
    ("It sank at one point.", "pronoun"),
    ("One day the mill will reopen.", "pronoun"),
    ("The holders were paid on April three.", "date"),
    ("talks of the Group of Seven ended", "name"),
    ("It was all for naught.", "zero"),
    ("They zero in on the leak.", "zero"),
    ("a two-way road", "name"),
    ("the women's 60m champion", "name"),
    ("He lives at 3170 W. County Road.", "address"),
    ("The causes are: 1) fewer exports, 2) less rain.", "numbering"),
    ("a GTX 1050 graphics chip", "name"),
    ("a three-for-one split", "name"),
    ("There is zero shame in it.", "zero"),
]


@pytest.mark.parametrize(("text", "reason"), REJECTED)
def test_what_is_no_figure_is_rejected_with_its_class(text, reason):
    drafts, rejects = read_numbers(tokenise(text), [], [], REFERENCE)
    assert drafts == []
    assert {reject.reason for reject in rejects} == {reason}


def test_a_list_without_full_stops_is_cut_into_sentences_of_bounded_length():
    document = tokenise("Goods in stock: " + "red tile 14, " * 500)
    assert max(last - first for first, last in document.sentences) <= MOST_TOKENS
    assert [first for first, _ in document.sentences[1:]] == [last for _, last in document.sentences[:-1]]
    assert document.words[document.sentences[0][1] - 1] == ","


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the Standard & Poor's 500 Index rose", "name"),
        ("its 640 Skylark needs a new tyre", "name"),
        ("liked by 18 to 30 year olds", "age group"),
        ("adults aged 21 or over may enter", "age group"),
        ("voters below the age of thirty stayed away", "age group"),
        ("those from fifteen to sixty-four went", "age group"),
        ("people between 30 and 45 stayed", "age group"),
        ("an office at 14 Rue Verte", "address"),
        ("about 1e400 grains", "unreadable"),
    ],
)
def test_names_and_groups_are_rejected_with_their_class(text, reason):
    drafts, rejects = read_numbers(tokenise(text), [], [], REFERENCE)
    assert (drafts, [reject.reason for reject in rejects]) == ([], [reason])


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("One of them was an adult of 44, it said.", ["year"]),
        ("A young woman of 60 and a boy of twelve ran.", ["year", "year"]),
        ("Wilk, who at 84 is the oldest, won.", ["year"]),
        ("A girl aged nine died.", ["year"]),
        ("A father of three died.", ["person"]),
        ("The Greens took 21 seats, the Liberals 28 and others 13.", ["seat", None, None]),
        ("Forty percent (82) were late.", ["percent", None]),
    ],
)
def test_ages_and_bare_counts(text, units):
    assert [draft.unit for draft in read_numbers(tokenise(text), [], [], REFERENCE)[0]] == units


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It was - 20 degrees Celsius outside.", -20, "degree Celsius"),
        ("They paid twenty MUSD.", 20_000_000, "USD"),
        ("It sold 1.2b in all.", 1_200_000_000, None),
        ("three hundred & forty goats", 340, "goat"),
        ("1.3m combined cup and cone sales", 1_300_000, "cone"),
    ],
)
def test_more_forms_of_numbers(text, value, unit):
    (draft,) = read_numbers(tokenise(text), [], [], REFERENCE)[0]
    assert (draft.value, draft.unit) == (value, unit)


def test_a_dash_before_the_second_number_alone_joins_a_range_of_one_unit():
    (draft,) = read_numbers(tokenise("a 75 -300mm lens"), [], [], REFERENCE)[0]
    assert (draft.low, draft.high, draft.unit) == (75, 300, "millimetre")


def test_a_part_of_an_amount_has_its_currency():
    drafts, _ = read_numbers(
        tokenise("It owes 9 billion roubles, of which 4 billion is new."), [], [], REFERENCE
    )
    assert [draft.unit for draft in drafts] == ["RUB", "RUB"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Net fell to nine mln dlrs. Sales rose three pct.", 2),
        ("It lost two mln dlrs. 1986 brought a profit.", 2),
        ("Gull bought Tern Corp. The price was $9m.", 2),
        ("Gull Inc. Chairman Adam Tern left.", 1),
        ("Sales fell, said Gull Estimates G/E. Net rose.", 2),
        ("Gull and Tern Co. in the north are rich.", 1),
    ],
)
def test_full_stop_behind_a_unit_or_before_an_opener_ends_the_sentence(text: str, count: int):
    assert len(tokenise(text).sentences) == count


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Chile won 12, Ghana 9 and Nepal 4.", ["12", "9", "4"]),
        ("In Chile there are 520 of them, in Ghana 390 and in Nepal 480.", ["520", "390", "480"]),
        ("The city gallery gets 84 of them, the museum in Arno 61.", ["84", "61"]),
        ("They drove the Volga 21, the Volga 24 and the Moskva 408.", []),
    ],
)
def test_a_number_behind_a_name_whose_verb_is_left_out(text, numbers):
    assert [quote for quote, _ in read(text)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Doors close at the six that remain.", [6]),
        ("It gave up on the four which were left.", [4]),
        ("They spoke to the three still in town.", []),
        ("It closed the five that had lost money.", []),
        ("In Upper Sava 214 died, and near Lower Sava 118 were hurt.", [214, 118]),
        ("It showed the Sava 214 and the Orde 118 at the fair.", []),
    ],
)
def test_numbers_told_for_the_first_time(text, numbers):
    drafts, _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert [draft.value for draft in drafts] == numbers
