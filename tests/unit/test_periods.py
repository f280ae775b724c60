"""Which date governs which figure. Figures are marked in the text: [digits|kind]."""

import pytest
from marked_periods import periods, read

Y2015, Y2014, Y2013 = "2015-01-01/2015-12-31", "2014-01-01/2014-12-31", "2013-01-01/2013-12-31"
H1 = "2016-01-01/2016-06-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill shipped [5,000|count] tonnes in 2015.", [Y2015]),
        ("In 2015 the mill shipped [5,000|count] tonnes.", [Y2015]),
        ("It shipped [5,000|count] tonnes in 2014 and [6,000|count] in 2015.", [Y2014, Y2015]),
        ("In 2014 it shipped [5,000|count] tonnes, in 2015 [6,000|count].", [Y2014, Y2015]),
        ("Output rose [5 percent|growth] to [60,000|count] tonnes in 2015.", [Y2015, Y2015]),
        ("Output was [60,000|count] tonnes in 2015, up [5 percent|growth] from 2014.", [Y2015, Y2015]),
        ("Output was [60,000|count] in 2015, up [5 percent|growth] on the previous year.", [Y2015, Y2015]),
        ("In 2015 output rose to [60,000|count] from [57,000|count].", [Y2015, Y2014]),
        ("In 2015 output rose to [60,000|count] from [50,000|count] in 2013.", [Y2015, Y2013]),
        ("In the first half of 2016 it made [8|money] against [7|money] a year earlier.",
         [H1, "2015-01-01/2015-06-30"]),
        ("In the first half of 2016 it made [8|money], compared with [7|money] in the same period of 2014.",
         [H1, "2014-01-01/2014-06-30"]),
        ("Sales in the second quarter of 2016 were [8|money] versus [7|money] in the previous quarter.",
         ["2016-04-01/2016-06-30", "2016-01-01/2016-03-31"]),
        ("Output was [9|count] in 2015, compared with [7|count] for its rival.", [Y2015, Y2015]),
        ("It beat 2014's [640|count] with [690|count] in 2015.", [Y2014, Y2015]),
        ("Orders rose [5 percent|growth] in June and in July [7 percent|growth].",
         ["2016-06-01/2016-06-30", "2016-07-01/2016-07-31"]),
        ("It sold [900|money] ([700|money]; [500|money]) of goods in 2015.", [Y2015, Y2015, Y2015]),
        ("At the end of 2015 staff stood at [900|count], up [30|growth] over 2014.",
         ["2015-12-31/2015-12-31", Y2015]),
        ("Sales were [100|count] in a single year.", ["-"]),
        ("It noted that in August it sold [9|count] and moored [4|count].", ["2016-08-01/2016-08-31"] * 2),
        ("The yard, which in 2015 sold [900|count] boats, is old.", [Y2015]),
        ("The yard that opened in 2015 has [90|count] berths.", ["-"]),
        ("The firm owns a [25 percent|share] stake in the yard.", ["-"]),
    ],
)  # fmt: skip
def test_date_of_the_clause_governs(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has sold [90,000|count] boats since May 2010.", ["../2016-09-15"]),
        ("To date, the yard has built [90,000|count] boats.", ["../2016-09-15"]),
        ("The yard has built [90,000|count] boats.", ["../2016-09-15"]),
        ("The yard delivered its [700th|ordinal_milestone] boat in April.", ["../2016-04-30"]),
        ("By 2020, it will have sold [90,000|count] boats.", ["../2020-12-31"]),
        ("By June, it had sold [90,000|count] boats.", ["../2016-06-30"]),
        ("It was the [9th|ordinal_milestone] straight rise in June.", ["2016-06-01/2016-06-30"]),
        ("Sales are the highest since 2009, at [90,000|count] in 2015.", [Y2015]),
        ("In January it said it plans to launch [10|count] boats by 2020.", ["2016-01-01/2020-12-31"]),
        ("It has raised a [20|money] round.", ["-"]),
        ("The yard has raised more than [20|money].", ["../2016-09-15"]),
        (
            "The owners have set aside [20|money] and paid almost [9|money].",
            ["../2016-09-15", "../2016-09-15"],
        ),
        ("The lenders have already given [20|money] ([22|money]).", ["../2016-09-15", "../2016-09-15"]),
        ("The yard has raised [20|money] in new financing.", ["-"]),
        ("The yard has agreed to lend [20|money].", ["-"]),
        ("The fund, which has [30|money] in all, raised [20|money].", ["-", "-"]),
        (
            "It plans to build [10|count] boats by 2018 and [20|count] by 2020.",
            ["../2018-12-31", "../2020-12-31"],
        ),
        (
            "The yard has built [90,000|count] boats. A year ago it passed [60,000|count] boats.",
            ["../2016-09-15", "-"],
        ),
        ("The gap shrank to [9|money], the smallest since May.", ["-"]),
        (
            "In May the gap was [9|money], the least since March, it said on Friday.",
            ["2016-05-01/2016-05-31"],
        ),
    ],
)
def test_running_totals_end_on_a_day(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The yard now employs [900|count] people.", ["2016-09-15/2016-09-15"]),
        ("Some [900|count] currently lie idle.", ["2016-09-15/2016-09-15"]),
        ("The harbour may raise the toll from its current [4.5 percent|percent].", ["2016-09-15/2016-09-15"]),
        ("The yard employs [900|count] people.", ["-"]),
        ("The yard has now built [900|count] boats.", ["../2016-09-15"]),
        ("The yard will employ [900|count] people by now.", ["-"]),
        ("The Today newspaper gave them [900|count] readers.", ["-"]),
        ("The yard will now employ [900|count] people.", ["-"]),
        ("The current account showed a gap of [900|money].", ["-"]),
        ("The yard now expects to hire [900|count] people.", ["-"]),
        ("Between now and spring it wants [900|count] people.", ["-"]),
        ("The yard now has [two|count] docks.", ["-"]),
    ],
)
def test_what_holds_now_is_of_the_publication(text: str, expected: list[str]) -> None:
    assert periods(text) == expected
    assert periods(text, None) == ["-" for _ in expected]


Q2 = "2016-04-01/2016-06-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Second-quarter costs were [9|money], up from [8|money] in the previous three-month period.",
            [Q2, "2016-01-01/2016-03-31"],
        ),
        (
            "Second-quarter sales fell to [9|money] from [8|money] in the first quarter and "
            "[10|money] in the period a year earlier.",
            [Q2, "2016-01-01/2016-03-31", "2015-04-01/2015-06-30"],
        ),
        (
            "Prices rose [9 percent|percent] in June against an expected [8 percent|percent] and "
            "a [7 percent|percent] rise in May.",
            ["2016-06-01/2016-06-30", "2016-06-01/2016-06-30", "2016-05-01/2016-05-31"],
        ),
        (
            "The Senate raised the programme for 2015 to [9|money] from [8|money].",
            ["2015-01-01/2015-12-31", "2015-01-01/2015-12-31"],
        ),
        ("Rents are down more than [9 percent|percent] from their peak in 2014.", ["2014-01-01/2016-09-15"]),
        ("Rents have fallen since 2014, when they rose [9 percent|percent].", [Y2014]),
        (
            "In 2015 it made [9|money], compared with [8|money] in 2014, which included a gain of [2|money].",
            [Y2015, Y2014, Y2014],
        ),
        (
            "In June it sold [9|count] tonnes to beat April sales of [8|count] tonnes.",
            ["2016-06-01/2016-06-30", "2016-04-01/2016-04-30"],
        ),
        (
            "It lost [9|money] in 2015, against a [2|money] profit a year earlier, on sales of [90|money], "
            "down [5 percent|percent].",
            [Y2015, Y2014, Y2015, Y2015],
        ),
        (
            "Sales in the first quarter were [9|money], compared to [8|money] the prior first quarter.",
            ["2016-01-01/2016-03-31", "2015-01-01/2015-03-31"],
        ),
        (
            "Sales are expected to reach [9|money] in 2017. Analysts had expected [10|money] of sales.",
            ["2017-01-01/2017-12-31", "2017-01-01/2017-12-31"],
        ),
        (
            "Rents should rise [9 percent|percent] in 2017 after a [2 percent|growth] fall in 2015.",
            ["2017-01-01/2017-12-31", Y2015],
        ),
        ("Crude prices fell [9 percent|percent] to [50|money] in 2015.", [Y2015, "2015-12-31/2015-12-31"]),
        ("Its ore reserves rose to [50,000|measure] tonnes in 2015.", ["2015-12-31/2015-12-31"]),
        ("Average house prices rose to [50|money] in 2015.", [Y2015]),
        ("Gull said it held [900|count] boats at the end of June.", ["2016-06-30/2016-06-30"]),
        ("Sales rose [9 percent|percent], but the yard left its 2016 outlook unchanged.", ["-"]),
        ("On June 3 it repeated its forecast of [9|money].", ["-"]),
        ("First-half sales rose to [9|money]. That beat the [8|money] in a poll of nine analysts.", [H1, H1]),
        (
            "First-half sales rose to [9|money]. It kept its outlook at [10|money].",
            [H1, "-"],
        ),
        ("Sales fell [9 percent|percent] year-over-year in the second quarter.", [Q2]),
        (
            "Its ratio rose to [9|rate] in the second quarter from [7|rate] at year-end.",
            [Q2, "2015-12-31/2015-12-31"],
        ),
        ("It received [9|money] in all. The fund has received [8|money].", ["-", "../2016-09-15"]),
        ("It cut its forecast for the year to next March to [9|money].", ["2016-04-01/2017-03-31"]),
        ("Output fell in June for the first time in [seven months|duration].", ["2016-06-01/2016-06-30"]),
        (
            "The week fell to [34.8 hours|duration] in June from [35 hours|duration] in May.",
            ["2016-06-01/2016-06-30", "2016-05-01/2016-05-31"],
        ),
        ("Gull shares slumped [45 percent|percent] from a peak in May.", ["2016-05-01/2016-09-15"]),
        ("Sales beat the range of the prior four quarters of [9|money].", ["-"]),
        ("June 3 - The bank buys [9|money] of bonds.", ["2016-06-03/2016-06-03"]),
        ("It wants half of sales by 2020 from [41 percent|percent] last year.", [Y2015]),
        (
            "A plan which brought [9|money] between January and July ends.",
            ["2016-01-01/2016-07-31"],
        ),
        ("Some [90|money] will be spent on roads by 2020.", ["../2020-12-31"]),
        ("Rents were down [9 percent|percent] in 2015 from their peak in 2014.", [Y2015]),
        (
            "In the first half of 2016 profit was [9|money] against [8|money] at this time last year.",
            [H1, "2015-01-01/2015-06-30"],
        ),
    ],
)
def test_what_a_value_is_compared_with(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


TODAY = "2016-09-15/2016-09-15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dow was up [90|growth] points, or [0.4 percent|percent], at [9,000|count].", [TODAY] * 3),
        ("The Nasdaq index rose [0.4 percent|percent].", [TODAY]),
        ("The Nasdaq index rose [4 percent|percent] in 2015.", [Y2015]),
        ("The Nasdaq may rise [4 percent|percent].", ["-"]),
        ("Gull agreed to pay Dow [9|money].", ["-"]),
        ("Revenue of the owner of the Dow index grew [4 percent|percent].", ["-"]),
        ("Shares of yards sold off. Gull was down [4 percent|percent] and Tern off [2 percent|percent].",
         [TODAY, TODAY]),
        ("Gull shares rose [4 percent|percent]. Tern fell [2 percent|percent] to [$40|money].", [TODAY] * 3),
        ("Gull shares rose [4 percent|percent]. Tern fell [2 percent|percent].", [TODAY] * 2),
        ("Snow fell. Gull shares rose [4 percent|percent]. Ice rose [2 percent|percent] to [900,000|money].",
         [TODAY, "-", "-"]),
        ("Gull shares rose [4 percent|percent] after it cut its 2015 outlook.", [TODAY]),
        ("Volume was below last year's daily average of [9,000|count] shares.", [Y2015]),
        ("Snow fell. Gull fell [4 percent|percent] in morning trade.", [TODAY]),
        (
            "Stocks fell. Gull lost [4 percent|percent], or [67|money], to [21|money] on the Nasdaq.",
            [TODAY] * 3,
        ),
        (
            "Shares fell. About [900 million|count] shares traded, short of last year's average of "
            "[950 million|count].",
            [TODAY, Y2015],
        ),
        ("They closed at [$40|money] on the Gull Stock Exchange.", [TODAY]),
        ("Yards closed. Gull was down [4 percent|percent].", ["-"]),
        ("Nasdaq shares rose [4 percent|percent]. Sales of Gull were up [4 percent|percent].", [TODAY, "-"]),
    ],
)  # fmt: skip
def test_what_moves_every_day_is_of_the_publication(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_what_stands_today_without_a_day_is_as_of_the_running_totals() -> None:
    text = "It has sold [90,000|count] boats. It reached the mark in August. Today it has [half|share]."
    assert periods(text, "2016-09") == ["../2016-08-31", "../2016-08-31"]


def test_milestone_month_is_the_as_of_of_the_article() -> None:
    text = (
        "The yard has sold [90,000|count] boats since 2010. It reached the mark in August. "
        "To date it has sold [40,000|count] of them at home."
    )
    assert periods(text) == ["../2016-08-31", "../2016-08-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Profit fell [5 percent|growth] in the second quarter. Revenue rose [2 percent|growth].",
            ["2016-04-01/2016-06-30"] * 2,
        ),
        (
            "The yard posted a drop in second-quarter sales. Revenue rose [2 percent|growth] to [9|money].",
            ["2016-04-01/2016-06-30"] * 2,
        ),
        (
            "Sales fell [5 percent|growth] in 2015. It expects [9|money] in 2017. Exports fell [3%|growth].",
            [Y2015, "2017-01-01/2017-12-31", Y2015],
        ),
        (
            "Sales fell [5 percent|growth] in 2015. It was founded with [3|count] men in 1901. "
            "Exports fell [3 percent|growth].",
            [Y2015, "1901-01-01/1901-12-31", Y2015],
        ),
        (
            "Sales rose a better-than-expected [5 percent|percent] in May. Exports rose [3 percent|percent].",
            ["2016-05-01/2016-05-31"] * 2,
        ),
        (
            "Income, which excludes a unit spun off last year, rose to [9|money] in May.",
            ["2016-05-01/2016-05-31"],
        ),
        (
            "In May beer volume rose [5 percent|percent] to [12|measure].",
            ["2016-05-01/2016-05-31"] * 2,
        ),
        ("Sales fell [5 percent|growth] in 2015. The yard employs [300|count] people.", [Y2015, "-"]),
        # Shares move on the day of the news.
        (
            "Sales fell [5 percent|growth] in 2015. Its shares dropped to [9|money].",
            [Y2015, "2016-09-15/2016-09-15"],
        ),
        # A change that names the period again keeps the text on it, whatever has changed.
        (
            "Sales rose [3 percent|growth] in August. Rain fell. It rained. Ice was up [9 percent|growth] in "
            "August. Snow fell [2 percent|growth].",
            ["2016-08-01/2016-08-31"] * 3,
        ),
        # The day on which another one told its results is not theirs, whatever stands in brackets between.
        (
            "It earned [$9|money] in the second quarter. On Tuesday rival Tern ( TERN.L ) ( TERN.O ) said "
            "profit rose [3 percent|growth].",
            ["2016-04-01/2016-06-30"] * 2,
        ),
        # Statistics of a month tell what has changed in the year up to it.
        (
            "Consumer prices rose [3 percent|growth] in August. They rose [9 percent|growth] over the past "
            "12 months.",
            ["2016-08-01/2016-08-31"] * 2,
        ),
        ("Shares rose [9 percent|growth] over the past 12 months.", ["2015-09-15/2016-09-15"]),
    ],
)  # fmt: skip
def test_text_goes_on_about_its_period(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_title_gives_the_period_where_the_text_has_none() -> None:
    assert periods("Sales rose [5 percent|growth].", title="Boat sales rise in June") == [
        "2016-06-01/2016-06-30"
    ]


def test_unknown_anchor_stays_unknown() -> None:
    text = (
        "Sales rose [5 percent|growth] in February. Exports fell [2 percent|growth]. It was set up in 2003."
    )
    assert periods(text, published=None) == ["-", "-"]


def test_carried_period_is_less_sure_and_names_its_date() -> None:
    first, second = read("Profit fell [5 percent|growth] in 2015. Revenue rose [2 percent|growth].")
    assert "period" not in first.confidence
    assert second.confidence["period"] < 1
    assert second.why["period"].rule == "goes_on"
    assert second.why["period"].start == first.why["period"].start


Q2, MAY = "2016-04-01/2016-06-30", "2016-05-01/2016-05-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A month of an event is no period of what is told after it.
        ("The ferry sank in May. Some [300|count] people were on board.", ["-"]),
        ("It agreed the deal in May. The bid is worth [9|money].", ["-"]),
        ("Sales rose [5 percent|growth] in May. It paid [9|money] for the yard.", [MAY, "-"]),
        ("Sales rose [5 percent|growth] in May. The poll asked [900|count] sailors.", [MAY, "-"]),
        # A clause that a comma has closed keeps its date.
        ("The yard, which was founded in 1923, employs [300|count] people.", ["-"]),
        ("After it bought a rival in 2010, the yard cut [300|count] jobs.", ["-"]),
        # No date flows back from a later sentence to what is no quarterly result.
        ("Of the boats, [60|count] leaked. Last year it built [90|count].", ["-", Y2015]),
        # When something was said is not when it holds.
        ("It announced last month that it planned to buy [90|count] boats.", ["-"]),
        ("The yard said in May that it needs [90|count] men.", ["-"]),
    ],
)  # fmt: skip
def test_dates_of_events_stay_where_they_stand(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the second quarter it took orders worth [9|money] from about [30|count] clients.", [Q2, Q2]),
        ("In 2015 profit rose to [9|money] from [8|money].", [Y2015, Y2014]),
        ("In 2015 sales were [9|money], compared with [8|money] for its rival.", [Y2015, Y2015]),
        ("In the second quarter sales were [9|money], against forecasts of [8|money].", [Q2, Q2]),
        ("Sales grew [3%|growth] in May, revised up from the [2%|growth] it reported last month.",
         [MAY, MAY]),
        ("Sales rose to [9|money] in May from [8|money] in April. Exports rose to [7|money] from [6|money].",
         [MAY, "2016-04-01/2016-04-30", MAY, "2016-04-01/2016-04-30"]),
        ("In the second quarter it lost [9|money], compared with a year-earlier loss of [8|money].",
         [Q2, "2015-04-01/2015-06-30"]),
        ("In the second quarter it made [9|money], compared with [8|money] in the year-ago quarter, "
         "on sales of [90|money].", [Q2, "2015-04-01/2015-06-30", "2015-04-01/2015-06-30"]),
        ("In the second quarter it made [9|money]. The year-ago profit was [8|money].",
         [Q2, "2015-04-01/2015-06-30"]),
        ("A loss of [9|money] in the second quarter compares with the previous quarter's [8|money].",
         [Q2, "2016-01-01/2016-03-31"]),
    ],
)  # fmt: skip
def test_only_comparisons_shift_the_period(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme reported a quarterly profit of [9|money], against [8|money] a year earlier.",
         [Q2, "2015-04-01/2015-06-30"]),
        ("Acme reported a quarterly profit. Sales fell [5 percent|growth] from the fourth quarter of 2015. "
         "It made [9|money].", [Q2, Q2]),
        ("Annual revenue was up [9 percent|growth].", [Y2015]),
        ("Revenue was [9|money] in the first half. It expects revenue of [20|money] for the whole year.",
         [H1, "2016-01-01/2016-12-31"]),
        ("It plans to cut [200|count] jobs by 2018 and expects sales of [20|money] for the whole year.",
         ["../2018-12-31", "2016-01-01/2016-12-31"]),
    ],
)  # fmt: skip
def test_results_without_a_named_quarter_are_of_the_last_one(text: str, expected: list[str]) -> None:
    # Quarters are reported within two months; later they are no calendar's.
    assert periods(text, "2016-08-15") == expected
    assert (
        read(text, "2016-08-15")[0].confidence.get("period", 1) < 1 or "first half" in text or "2018" in text
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its reserves stood at [9|money] at the end of last year.", ["2015-12-31/2015-12-31"]),
        ("The fund ended June with [9|money] of assets.", ["2016-06-30/2016-06-30"]),
        ("Reserves topped [9|money] in late 2015.", ["2015-10-01/2015-12-31"]),
        ("Reserves rose by [9|money] in May.", [MAY]),
        ("Loans outstanding rose [9|money] in May.", [MAY]),
    ],
)
def test_levels_stand_at_the_end_of_their_date(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme shares fell [5 percent|growth] to [9|money] on Tuesday.", ["2016-09-13/2016-09-13"] * 2),
        ("Acme shares fell [5 percent|growth] in morning trading.", ["2016-09-15/2016-09-15"]),
        ("Acme shares have risen [5 percent|growth] since May.", ["2016-05-01/2016-09-15"]),
        ("Acme shares fell [5 percent|growth] in the second quarter.", [Q2]),
        ("Acme shares are up [5 percent|growth] this year.", ["2016-01-01/2016-09-15"]),
        ("Oil for October traded at [9|money] at 1:30 p.m. in London.", ["2016-09-15/2016-09-15"]),
        ("Acme was valued at [9|money] as of 3 p.m.", ["2016-09-15/2016-09-15"]),
        ("The index has gained [5 percent|percent] this year.", ["2016-01-01/2016-09-15"]),
        ("Oil for October delivery lost [29|money] as of 7 a.m. in London.", ["2016-09-15/2016-09-15"]),
        (
            "Oil fell [1|money] in trading on Tuesday. At 7 a.m. shares rose [2 percent|growth].",
            ["2016-09-13/2016-09-13", "2016-09-15/2016-09-15"],
        ),
        ("The yard gained [4 percent|percent] Tuesday after it disclosed a plan.", ["2016-09-13/2016-09-13"]),
        ("Over the past year Acme shares rose [5 percent|growth].", ["2015-09-15/2016-09-15"]),
    ],
)
def test_quotes_are_of_a_day(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


Y2020 = "2020-01-01/2020-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boat sales will reach [9|money] by 2020.", [Y2020]),
        ("It hopes that [85 percent|percent] will sail by 2018 and [90 percent|percent] by 2020.",
         ["2018-01-01/2018-12-31", Y2020]),
        ("It sees revenue of [9|money] by the end of 2020.", [Y2020]),
        ("It will move by 2020 and there are plans to sell [30|count] boats.", ["-"]),
        ("It will sell boats for [9|money] by 2020.", ["../2020-12-31"]),
        ("Output is forecast to rise by [5 percent|growth] in 2017, compared with an earlier forecast of "
         "[4 percent|growth].", ["2017-01-01/2017-12-31"] * 2),
        # The years of a plan have no days; a year, or months, of an outlook are its own.
        ("It will spend [9 million|money] over the next five years.", ["-"]),
        ("It will spend [9 million|money] next year.", ["2017-01-01/2017-12-31"]),
        # What is told by the year is of the year by which it is reached; what is joined on has its own.
        ("It will save [9 million|money] annually by 2030.", ["2030-01-01/2030-12-31"]),
        (
            "It will nearly [double|growth] in 2017 and rise to [9 million|money] annually by 2030.",
            ["2017-01-01/2017-12-31", "2030-01-01/2030-12-31"],
        ),
        (
            "It will grow to [9 tons|measure] annually by 2030, from current output of [4 tons|measure].",
            ["2030-01-01/2030-12-31", "-"],
        ),
    ],
)  # fmt: skip
def test_forecasts_are_of_what_they_name(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold [100|money] of bonds due 2027.", ["-"]),
        ("Oil for January delivery was [9|money].", ["-"]),
        ("The index, base 2010, was [120|count].", ["-"]),
        ("The [90 percent|percent] owned yard made a profit in 2015.", ["-"]),
        ("Its February bulletin puts the crop at [9|measure].", ["-"]),
        ("Farmers kept [9|measure] under a system introduced in 2014.", ["-"]),
        ("Trials may start this month and involve [300|count] people.", ["-"]),
        ("In the 2014 election [30 percent|percent] voted.", [Y2014]),
        ("He said the 2014 crop is in with [9|measure].", [Y2014]),
        ("In 2014 the crop ended after a long summer with [9|measure].", [Y2014]),
        ("It beat the record [900|count] leaks reported in 2014.", [Y2014]),
        ("Unemployment was [9 percent|percent] in 2014, though boats make up [5 percent|percent] of it.",
         [Y2014, "-"]),
    ],
)  # fmt: skip
def test_date_that_only_tells_which_thing_it_is(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_change_of_a_level_is_of_the_period() -> None:
    text = (
        "Output fell [5 percent|growth] in May. Inventories rose [2 percent|percent]. They were [90|measure]."
    )
    assert periods(text) == [MAY, MAY, "-"]


def test_day_that_cannot_be_placed_leaves_the_date_before() -> None:
    text = "In July 2014 it asked [900|count] sailors for the Gull on Sunday."
    assert periods(text, None) == ["2014-07-01/2014-07-31"]


def test_quote_of_today_needs_no_past_tense() -> None:
    assert periods("Acme shares have fallen [5 percent|percent] today.") == ["2016-09-15/2016-09-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drop between 2014 and 2015 was [900|count] boats.", [Y2015]),
        ("Between 2014 and 2015 it sold [900|count] boats.", ["2014-01-01/2015-12-31"]),
        ("The port had a drop of [900|count] boats from 2014.", [Y2015]),
        ("The port has [900|count] boats from 2014.", ["-"]),
        ("In 2014 [30 percent|percent] of men, and [20 percent|percent] of women, sailed.", [Y2014, Y2014]),
        ("In 2014 [30 percent|percent] sailed, and it expects that [20 percent|percent] do.", [Y2014, "-"]),
        ("Oil for January delivery fell to [9|money] in New York as of 7:34 a.m. in London.",
         ["2016-09-15/2016-09-15"]),
    ],
)  # fmt: skip
def test_changes_between_years_and_figures_side_by_side(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


POLL = "2016-08-29/2016-09-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The yard's shares fell [5 percent|growth].", ["2016-09-15/2016-09-15"]),
        ("The yard's shares were down at [9|money] after the bell.", ["2016-09-15/2016-09-15"]),
        ("Shares of Gull rose [5 percent|growth] in 2015, those of Tern [3 percent|growth].", [Y2015, Y2015]),
        ("Since then the yard's shares have lost [5 percent|growth].", ["-"]),
        ("It bought [9|money] of its stock.", ["-"]),
    ],
)
def test_shares_that_moved_moved_on_the_day_of_the_text(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_other_day_of_one_quote_is_not_that_of_the_next_where_quotes_have_a_time() -> None:
    text = (
        "Tin for May delivery fell [9|money] as of 10 a.m. in Oslo. Then it rose [5|growth] on Wednesday."
        " Zinc for May settlement fell [3|growth] a tonne."
    )
    assert periods(text) == ["2016-09-15/2016-09-15", "2016-09-14/2016-09-14", "2016-09-15/2016-09-15"]


Q1, LAST_Q1, Q4 = "2016-01-01/2016-03-31", "2015-01-01/2015-03-31", "2015-10-01/2015-12-31"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("It earned [9|money] in the year-earlier period.", [LAST_Q1]),
        ("It earned [9|money] in the prior-year quarter.", [LAST_Q1]),
        ("It earned [9|money] in the previous quarter.", [Q4]),
        ("A year earlier it earned [9|money] and made a margin of [5 percent|percent].", [LAST_Q1, LAST_Q1]),
        ("Five days earlier it agreed to pay [9|money].", ["-"]),
    ],
)
def test_sentence_of_its_own_about_an_earlier_period(second: str, expected: list[str]) -> None:
    text = f"Profit fell to [5|money] in the first quarter of 2016. {second}"
    assert periods(text) == [Q1, *expected]


def test_amount_in_another_currency_is_of_the_same_time() -> None:
    text = "It forecast an annual loss of [22 yen|money] ([34|money]), after a profit in the year to March."
    first, second = periods(text)
    assert first == second != "-"


def test_part_of_a_change_is_of_the_time_of_its_amount() -> None:
    text = "Stocks rose. Gull gained [$2|growth], or [3 percent|percent], to [$9|money] on the NYSE."
    assert periods(text) == ["2016-09-15/2016-09-15"] * 3
    assert periods("It will cut [900|count] jobs by 2030, or [3 percent|share] of them.")[1:] == ["-"]


def test_opening_clause_with_when_tells_when_the_figures_were() -> None:
    assert periods("When Gull won the race in 2015, [9,000|count] people saw it.") == [Y2015]
    assert periods("The yard, which was opened in 2015, has [9,000|count] boats.") == ["-"]


def test_shares_of_a_text_without_a_day_have_none() -> None:
    assert periods("The yard's shares fell [5 percent|growth].", "2016-09") == ["-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most sailors like rain, a survey showed on Monday. Some [60 percent|share] of them sing, against "
         "[40 percent|share] who do not. The poll of [900|count] people was conducted from August 29 to "
         "September 3.", [POLL] * 3),
        ("Most sailors like rain, a study found. It analysed [90|count] logs written between 2001 and 2009. "
         "Fog was blamed in [5 percent|share].", ["2001-01-01/2009-12-31"] * 2),
        ("More yards lay idle in August, a survey showed. About [30 percent|percent] of respondents "
         "would. Steel makes up [9 percent|percent] of profit.", ["2016-08-01/2016-08-31", "-"]),
        ("Most sailors like rain, a survey showed. Some [60 percent|share] sing.", ["-"]),
        # The exact days come later; what those asked expect of other times is of these days too.
        ("Most sailors like rain, says a poll conducted last week. It polled sailors on September 7-8. Some "
         "[60 percent|share] expect to sing next year.", ["2016-09-07/2016-09-08"]),
        ("Most sailors like rain, a survey showed. Some [60 percent|share] expect to sing in 2017.", ["-"]),
        ("Yards were idle in August. Experts polled in June saw [60 percent|share] of them closed.",
         ["2016-06-01/2016-06-30"]),
        ("Yards were idle in August, a survey by the yards showed. Shares of the largest fell "
         "[6 percent|percent].", ["2016-09-15/2016-09-15"]),
    ],
)  # fmt: skip
def test_results_of_a_study_hold_when_it_was_made(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares of shipyards fell on Wednesday. Gull, which builds boats, was down [3 percent|percent]. "
         "Its profit rose [9 percent|percent].", ["2016-09-14/2016-09-14", "-"]),
        ("Bonds rose as storms eased. The krone slid [2 percent|percent].", ["2016-09-15/2016-09-15"]),
        ("The yards of Gull and Tern said on Monday that their shares fell. "
         "The krone slid [2 percent|percent].", ["-"]),
    ],
)  # fmt: skip
def test_text_about_trading_is_of_its_day(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of boats is expected to double by 2020 to [900|count].", [Y2020]),
        ("It plans to build [900|count] boats by 2020.", ["../2020-12-31"]),
        ("It built [900|count] boats before 2010.", ["-"]),
        ("It will build [900|count] boats before 2020.", ["../2019-12-31"]),
        ("It had [48|count] boats in May, compared with [40|count] in April and [30|count] a year earlier.",
         [MAY, "2016-04-01/2016-04-30", "2015-05-01/2015-05-31"]),
        ("Sales will fall to [8|count] in 2018 from [9|count] expected in 2017.",
         ["2018-01-01/2018-12-31", "2017-01-01/2017-12-31"]),
        ("By 2020 there will be [9|count] boats, compared with [5|count] now.", [Y2020, "-"]),
        ("He said stocks of timber on August 8 were [5|measure].", ["2016-08-08/2016-08-08"]),
        ("At yearend 2015 it held [5|measure] of timber.", ["2015-12-31/2015-12-31"]),
        ("In the quarter ended June 30 debt was [5|money].", ["2016-06-30/2016-06-30"]),
        ("The index is down [5 percent|growth] since the end of the first quarter.",
         ["2016-04-01/2016-09-15"]),
        ("In the quarter ended June 26 profit was [5|money].", ["2016-03-28/2016-06-26"]),
        ("First-half results. Revenue: [5|money] versus [4|money] expected.", [H1, H1]),
        # What is told of a thing in passing is not of the date behind.
        (
            "Ice, which makes up [70 percent|share] of it, rose [3 percent|growth] in 2015.",
            ["-", "2015-01-01/2015-12-31"],
        ),
    ],
)  # fmt: skip
def test_what_a_date_is_for(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gull's [5|count] yards sold [900|count] boats in May.", ["-", MAY]),
        ("In May it formed a venture with Acme owning [60 percent|percent].", ["-"]),
        ("Debt rose [2 percent|percent] in the second quarter. Loans fell [4 percent|percent], the most in "
         "records going back to 1952.", [Q2, Q2]),
        ("Gull has agreed to buy boats for [9|money] in cash.", ["-"]),
        ("Gull has built [9,000|count] boats.", ["../2016-09-15"]),
        ("Income above the [9|money] threshold would be taxed.", ["-"]),
    ],
)  # fmt: skip
def test_what_only_describes_a_thing_has_no_period(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_quarter_that_is_told_with_its_year_is_of_the_calendar() -> None:
    text = (
        "Acme said profit fell in the fourth quarter of 2015. Sales rose [5%|growth] in the fourth quarter."
    )
    assert periods(text, "2016-03-27") == ["2015-10-01/2015-12-31"]


def test_month_that_is_just_over_is_foretold_in_its_year() -> None:
    text = "It expected boat sales to grow [5%|growth] in August."
    assert periods(text, "2016-09-03") == ["2016-08-01/2016-08-31"]
    assert periods(text, "2016-09-23") == ["2017-08-01/2017-08-31"]


JULY, AUGUST = "2016-07-01/2016-07-31", "2016-08-01/2016-08-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port took [900|count] boats in July and August.", ["2016-07-01/2016-08-31"]),
        ("In June, July and August the port took [900|count] boats.", ["2016-06-01/2016-08-31"]),
        ("For both June and July jobs rose by [900|growth].", ["2016-06-01/2016-07-31"]),
        ("It took [900|count] boats in 2014 and 2015.", ["2014-01-01/2015-12-31"]),
        ("It took [900|count] boats in the first and second quarters.", [H1]),
        ("It took [900|count] boats on Monday and Tuesday.", ["2016-09-12/2016-09-13"]),
        ("Orders rose [4 percent|growth] in July and [3 percent|growth] in August.", [JULY, AUGUST]),
        ("Orders rose [4 percent|growth] and [3 percent|growth] in July and August.", [JULY, AUGUST]),
        # Dates that do not follow on each other are no stretch.
        ("It took [900|count] boats in 2012 and 2015.", ["2012-01-01/2012-12-31"]),
        # A comma alone joins nothing.
        ("In July, August orders of [900|count] boats were open.", [AUGUST]),
    ],
)
def test_dates_that_are_joined_are_one_unless_each_has_its_figure(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over the 12 months through June the mill made [900|count] tonnes.", ["2015-07-01/2016-06-30"]),
        ("It took [900|count] boats over the weekend.", ["2016-09-10/2016-09-11"]),
        ("Output was [900|count] tonnes, up [2 percent|growth] over 2015.", ["-", "-"]),
    ],
)
def test_over_a_stretch_is_no_comparison(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Debt stood at [$9 million|money] by the end of 2015.", ["2015-12-31/2015-12-31"]),
        ("It wants [10 percent|share] of the market by the end of 2017.", ["2017-12-31/2017-12-31"]),
        ("It had built [9,000|count] cars by the end of 2015.", ["../2015-12-31"]),
        ("It plans to repay loans of [$9 million|money] by the end of 2017.", ["../2017-12-31"]),
    ],
)
def test_by_the_end_is_a_day_for_what_stands_then(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold [90|count] boats in August. In the previous month it sold [80|count].", [AUGUST, JULY]),
        (
            "Net profit was [$9 million|money] in August. For the comparable year-earlier period "
            "net profit was [$8 million|money].",
            [AUGUST, "2015-08-01/2015-08-31"],
        ),
    ],
)
def test_earlier_period_is_earlier_than_that_of_the_sentence_before(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A survey's own month stands beside it, the newest is meant; a poll without one is of this month.
        (
            "Most yards see calm seas, a survey shows. The monthly survey for August says that "
            "[40 percent|share] hire. In its July survey [30 percent|share] did. Only [9 percent|share] "
            "expect storms.",
            [AUGUST, JULY, AUGUST],
        ),
        (
            "Gull leads by a length, a poll said. The poll gave Gull [42 percent|share]. It gave Tern "
            "[35 percent|share].",
            ["2016-09-01/2016-09-30"] * 2,
        ),
        ("Most yards see calm seas, a survey said. Some [40 percent|share] hire.", ["-"]),
        # What those asked plan or report is of the poll too, whatever time it is about.
        (
            "Most sailors like rain, says a poll conducted on September 7. Some [60 percent|share] reported "
            "that they sang over the past year.",
            ["2016-09-07/2016-09-07"],
        ),
        # Who was asked foretells nothing, nor do other dates of the sentence say when they were.
        (
            "Most sailors like rain, a poll showed. The poll of [900|count] likely sailors was taken "
            "September 7-8, after it had rained since August. [60 percent|share] of those asked hope to sail "
            "next year, up from [50 percent|share] a month earlier.",
            ["2016-09-07/2016-09-08", "2016-09-07/2016-09-08", AUGUST],
        ),
        (
            "Most sailors like rain, a poll showed. The poll was taken Friday through Saturday. Some "
            "[60 percent|share] of those polled sing.",
            ["2016-09-09/2016-09-10"],
        ),
        # What an article mentions of a survey is of its time, and nothing else.
        (
            "Rain fell. A poll of sailors was taken September 7-8. Of those asked [60 percent|share] sing. "
            "[9 percent|share] said they row. The rate is [5 percent|share]. Wet are [4 percent|share].",
            ["2016-09-07/2016-09-08", "2016-09-07/2016-09-08", "-", "-"],
        ),
        (
            "Most like rain, said a poll taken before the storm of September 7. Of those polled "
            "[9 percent|share] sing.",
            ["2016-09-01/2016-09-30"],
        ),
        (
            "Most sailors like rain, a poll to be taken in October will ask. Some [60 percent|share] sing.",
            ["-"],
        ),
    ],
)
def test_study_is_of_the_time_that_stands_with_it(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Copper rose on Wednesday. Tin was up [3 percent|percent].", ["2016-09-14/2016-09-14"]),
        ("Crude oil values rose. Gull crude is valued at [$9|money].", ["2016-09-15/2016-09-15"]),
        ("Shares rose. Gull was bought in a deal valued at [$9 million|money].", ["-"]),
        ("Oil exporters said output rose. Tin was up [3 percent|percent].", ["-"]),
        ("Stocks of wheat rose. Barley was up [3 percent|percent].", ["-"]),
        ("Shares rose. Gull rose to [$9|money], up from [$8|money].", ["2016-09-15/2016-09-15", "-"]),
    ],
)
def test_text_about_prices_is_of_their_day(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell more than expected in August. They dropped [4 percent|growth].", [AUGUST]),
        ("Sales fell further than in July. They dropped [4 percent|growth].", ["-"]),
        (
            "Sales were [$9 million|money] in the second quarter. Staff left in July. In the year-earlier "
            "quarter it had sales of [$8 million|money].",
            ["2016-04-01/2016-06-30", "2015-04-01/2015-06-30"],
        ),
        # A heading is no sentence of the way from a period to what it is carried to.
        (
            "Ice sales fell in the second quarter. Staff wept.\nFindings\nBars sank [2 percent|growth].",
            ["2016-04-01/2016-06-30"],
        ),
        # A poll on data that are still to come out is on the month that is over.
        (
            "Ice sales probably fell in August, a poll said. Sales are expected to fall [2 percent|growth].",
            ["2016-08-01/2016-08-31"],
        ),
        ("Ice sales fell in August, it said. Sales are expected to fall [2 percent|growth].", ["-"]),
    ],
)
def test_what_is_measured_against_expectations_is_of_its_month(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


Q2, Q1 = "2016-04-01/2016-06-30", "2016-01-01/2016-03-31"
APRIL, Q4 = "2016-04-01/2016-04-30", "2016-10-01/2016-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was revised, and what it was first told to be, are of one period.
        ("The April deficit was revised down to [$9 million|money] from [$8 million|money].", [APRIL, APRIL]),
        (
            "In May output rose [3 percent|growth]. It revised the April figure to a gain of "
            "[2 percent|growth] from [1 percent|growth] originally reported.",
            [MAY, APRIL, APRIL],
        ),
        ("Sales fell to a revised [$9|money] in May from [$8|money] in April.", [MAY, APRIL]),
        ("In May orders fell [9 percent|growth] after a [8 percent|growth] drop in April, initially "
         "reported as a [7 percent|growth] drop.", [MAY, APRIL, APRIL]),
        # What is current is of the day, whatever it is to become.
        ("The rate will rise to [6 percent|rate] in 2017 from the current [5 percent|rate].",
         ["2017-01-01/2017-12-31", "2016-09-15/2016-09-15"]),
        ("It has a current [5 percent|rate] in May.", [MAY]),
        # Behind an outlook "the quarter" that analysts expect something of is the one ahead.
        ("Sales rose to [$9|money] in the second quarter. It forecast sales of [$8|money] for the fourth "
         "quarter. Analysts expect sales of [$7|money] in the quarter.", [Q2, Q4, Q4]),
        # "Over last year" compares, "over the last year" is how long it took.
        ("In May sales had a [9 percent|growth] jump over last year's levels.", [MAY]),
        # "The two months" are those up to the month spoken of, or as many as were named.
        ("Exports rose to [$9|money] in February. They were [$8|money] in February 2015. The deficit for "
         "the two months widened to [$7|money] from [$6|money] a year ago.",
         ["2016-02-01/2016-02-29", "2015-02-01/2015-02-28",
          "2016-01-01/2016-02-29", "2015-01-01/2015-02-28"]),
        ("Sales in the five months to March were [$9|money]. Profit in the five-month period was [$8|money].",
         ["2015-11-01/2016-03-31"] * 2),
        # They are compared with no months that they overlap, though single ones are with the one before.
        ("Sales rose to [$9|money] in February from [$8|money] in January. In the first two months of 2016 "
         "rents rose to [$7|money] from [$6|money].",
         ["2016-02-01/2016-02-29", "2016-01-01/2016-01-31",
          "2016-01-01/2016-02-29", "2015-01-01/2015-02-28"]),
        # By the share it is of the time of the amount.
        ("Its 2015 income rose to [$9 million|money] or [$3|money] per share compared with 2014's profit of "
         "[$8 million|money] or [$2|money] per share.", [Y2015, Y2015, Y2014, Y2014]),
        ("In the second quarter it lost [$9 million|money], against 2015 second quarter results of "
         "[$8 million|money] or [$2|money] per share.",
         [Q2, "2015-04-01/2015-06-30", "2015-04-01/2015-06-30"]),
        # The level that something is to come to by the end of a year is of that day.
        ("It expects the rate to fall to [9 percent|rate] by the end of 2017.", ["2017-12-31/2017-12-31"]),
        # What is the same as before is compared with it.
        ("Sales rose [3%|growth] in May. Rents rose [2%|growth], the same as in April.", [MAY, MAY]),
        ("Gold output will be the same as 2015 output of [900|measure] ounces.", [Y2015]),
        (
            "In May it spent [$9|money], more than the [$8|money] in May a year ago but less than the "
            "[$7|money] in April.",
            [MAY, "2015-05-01/2015-05-31", APRIL],
        ),
        ("Imports for the June 2015 quarter were [$9|money].", ["2015-04-01/2015-06-30"]),
        ("The 2015 June quarter showed a deficit of [$9|money].", ["2015-04-01/2015-06-30"]),
        # Named by its own date, an earlier value needs no place in the sentence.
        (
            "In the second quarter the deficit was [$9 million|money] against an upwardly revised "
            "first-quarter shortfall of [$8 million|money].",
            [Q2, Q1],
        ),
        ("Sales rose to [$9|money] in the second quarter from [$8|money] in the prior period.", [Q2, Q1]),
        ("Sales were [$9|money] in 2015 against [$8|money] in the prior period.", [Y2015, Y2014]),
        (
            "Sales grew [9 percent|growth] in the second quarter. Exports grew [5 percent|growth] in the "
            "same period.",
            [Q2, Q2],
        ),
        (
            "Profit was [$9 million|money], or [$2|money] a share, for the quarter ended in June, up from "
            "[$8 million|money].",
            [Q2, Q2, "2015-04-01/2015-06-30"],
        ),
        ("Sales in the second quarter were [$9|money]. In the 2015 quarter sales were [$8|money].",
         [Q2, "2015-04-01/2015-06-30"]),
    ],
)  # fmt: skip
def test_earlier_and_same_periods(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_outlook_for_the_year_is_not_what_results_are_of() -> None:
    text = "Acme cut its full-year sales outlook. Net profit was [$9|money]."
    assert periods(text) == ["-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Snow fell. The staff of yards rose by [900|growth] to [9,000|count].",
            ["2016-08-01/2016-08-31"] * 2,
        ),
        ("Snow fell. Hours fell to [40|rate] from [41|rate] in July.", [AUGUST, JULY]),
        # What does not move, is of now, few or a quote may stand at any time.
        ("Snow fell. A yard owned [40 percent|percent] of the ice.", ["-"]),
        ("Snow fell. The hours of yards rose to [40|rate] now.", ["2016-09-15/2016-09-15"]),
        ("Snow fell. The yards rose to [9|count].", ["-"]),
        ("Snow fell. Since 2010 the yards of Tern rose to [9,000|count].", ["../2016-09-15"]),
    ],
)
def test_title_dates_the_statistics_that_moved(text: str, expected: list[str]) -> None:
    assert periods(text, title="Ice yards up in August") == expected


SALE = "2016-09-15/2016-09-15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What an issue of securities pays is of its day; what falls due later says only what it is.
        ("Tern is selling notes. They pay [9 percent|percent] and are due in 2026.", [SALE]),
        ("Tern is selling boats. They pay [9 percent|percent].", ["-"]),
        ("Tern is selling notes. It cut the price to [$9|money] from [$8|money].", [SALE, "-"]),
        # Of two moves in one sentence the second has the day, or the sessions, that it names.
        (
            "Shares rose. Tern gained [3 percent|percent] after falling [2 percent|percent] on Tuesday.",
            [SALE, "2016-09-13/2016-09-13"],
        ),
        (
            "Shares rose. Tern gained [3 percent|percent] after falling [2 percent|percent] over the past "
            "three sessions.",
            [SALE, "2016-09-12/2016-09-14"],
        ),
        ("Shares rose. Tern is up [3 percent|percent] this week.", ["2016-09-12/2016-09-15"]),
        ("Shares rose. Oil traded at a [$3|money] premium to that of the same month.", [SALE]),
        ("Shares rose. Tern lost [42 percent|percent] in the year to Tuesday.", ["2015-09-14/2016-09-13"]),
        # What is up from a low that a day saw has been so since that day.
        (
            "Shares of Gull are up [9 percent|growth] from the closing low set on May 9.",
            ["2016-05-09/2016-09-15"],
        ),
        ("Gull has rallied [9 percent|growth] off a January low.", ["2016-01-01/2016-09-15"]),
        ("Gull rallied [9 percent|growth] in January.", ["2016-01-01/2016-01-31"]),
    ],
)
def test_days_of_markets(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It set aside [$9|money] for expected costs in the second quarter.", [Q2]),
        ("Costs were [$9|money] in the second quarter, the first rise since a slump in 2009.", [Q2]),
        ("Since coming last year, it has shut the yard that lost [$9|money] in 2014.", [Y2014]),
        ("Loans rose to [9|rate] in January from [8|rate] in December.",
         ["2016-01-01/2016-01-31", "2015-12-01/2015-12-31"]),
        ("Loans averaged [$9|money] in the week to August 20, down from [$8|money] the previous week.",
         ["2016-08-14/2016-08-20", "2016-08-07/2016-08-13"]),
        ("Sales rose [9 percent|growth] in the year to May from April's [8 percent|growth].",
         ["2015-06-01/2016-05-31", "2015-05-01/2016-04-30"]),
    ],
)  # fmt: skip
def test_dates_of_plans_records_and_the_time_before(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a text says of the year so far is beside what it is about.
        (
            "Sales rose [9 percent|growth] in August. So far this year they are up [8 percent|growth]. Sales "
            "rose [7 percent|growth].",
            [AUGUST, "2016-01-01/2016-08-31", AUGUST],
        ),
        # Two figures share out two years, whichever is named first.
        ("In 2015 and 2014 output rose [3 percent|growth] and [4 percent|growth].", [Y2015, Y2014]),
        # The yardstick is of the time of what it measures.
        (
            "Sales fell [9 percent|growth] in the second quarter of this year, compared with a drop of "
            "[5 percent|growth] for the index.",
            [Q2, Q2],
        ),
        ("Sales rose in August to the most in three years. Profit was [$9 million|money].", [AUGUST]),
        ("Acme on Wednesday forecast [4 percent|growth] growth.", ["-"]),
        ("Shares rose. Acme announced a [$9 billion|money] stock repurchase.", ["-"]),
    ],
)
def test_what_a_text_is_about_and_what_stands_beside_it(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme saw less profit for the current quarter, sending its shares down [9 percent|percent].",
            ["2016-09-15/2016-09-15"],
        ),
        ("Stocks fell. The Dow industrial average was down [90|growth].", ["2016-09-15/2016-09-15"]),
        # The day of an earlier value is not that of what comes after it.
        (
            "Gull's yield was [4|percent], down from [5|percent] on September 1. Tern's yield fell to "
            "[3|percent] in trading.",
            ["-", "2016-09-01/2016-09-01", "2016-09-15/2016-09-15"],
        ),
        ("It leased [900|count] acres while the second lease in 2015 brought more.", ["-"]),
    ],
)
def test_moves_of_shares_beside_other_dates(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Eight months up to the month that a text is about do not take its place.
        (
            "Sales fell [5 percent|growth] in August, taking the drop from January to August to "
            "[4 percent|growth]. Profit fell [9 percent|growth].",
            [AUGUST, "2016-01-01/2016-08-31", AUGUST],
        ),
        ("Sales rose [8 percent|growth] in August and [5 percent|growth] for the year so far.",
         [AUGUST, "2016-01-01/2016-08-31"]),
        ("Stocks were mixed. The yen was at [90|rate]. The euro bought [$1.1|money].",
         ["-", "2016-09-15/2016-09-15"]),
        # The day of one quote is not that of the rest, where a text is of its own day.
        ("Stocks were mixed. The gauge added [2 percent|percent] on Tuesday. Tern rose [3 percent|percent].",
         ["2016-09-13/2016-09-13", "2016-09-15/2016-09-15"]),
    ],
)  # fmt: skip
def test_texts_about_a_month_and_about_a_day_stay_with_it(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose [9 percent|growth] and it raised its outlook for 2017.", ["-"]),
        ("Acme forecast a loss ranging from [$2|money] in 2016.", ["2016-01-01/2016-12-31"]),
        (
            "Acme earned a profit of [$9 million|money] in the year ended June 30. It expects a profit of "
            "[$8 million|money] this year.",
            ["2015-07-01/2016-06-30", "2016-07-01/2017-06-30"],
        ),
    ],
)
def test_what_a_company_expects(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Right behind a level, "a year ago" says when it stood so.
        (
            "In the second quarter firms held [$9 billion|money]. They held [$8 billion|money], a year ago.",
            [Q2, "2015-04-01/2015-06-30"],
        ),
        ("In the second quarter firms held [$9 billion|money]. That is [9|percent] higher than a year ago.",
         [Q2, Q2]),
        ("Second-quarter net sales were [$9|money], or [$2|money], compared with year-earlier net sales of "
         "[$8|money].", [Q2, Q2, "2015-04-01/2015-06-30"]),
        ("It owed more than [$9|money] for the years from 2000.", ["-"]),
        # A month that names an event or a year that names a bond dates nothing else.
        ("Margins fell [3 percent|growth] on the March recall.", ["-"]),
        ("It yields [3|percent] over the Treasury bonds of 2014.", ["-"]),
    ],
)  # fmt: skip
def test_dates_that_say_when_it_stood_or_which_one_it_is(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_what_a_year_ended_with_stood_on_its_last_day() -> None:
    text = (
        "Sales rose [9 percent|growth] in the fourth quarter. It ended the quarter with cash of [$8|money]. "
        "It ended the year with [$9|money] of cash."
    )
    assert periods(text, "2016-02-15")[1:] == ["2015-12-31/2015-12-31"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A date in the clause of a record is that of the record.
        ("Permits fell [7 percent|percent] to the slowest pace since a [9|rate] rate set in May 2014.",
         ["-", "2014-05-01/2014-05-31"]),
        ("Acme forecast less, sending shares down [4 percent|percent].", ["2016-09-15/2016-09-15"]),
        # A forecast goes on about what the opening looks ahead to.
        ("Rain will spoil the harvest in the year ending next March. Profit will drop [9 percent|growth].",
         ["2016-04-01/2017-03-31"]),
        ("Profit was [$9|money] in the first quarter. For the year-ago first quarter profit was [$8|money].",
         [Q1, "2015-01-01/2015-03-31"]),
    ],
)  # fmt: skip
def test_records_news_and_outlooks(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # When it was planned or foretold is not when it is.
        ("Output will be [9|measure] in 2016, down [4 percent|growth] from its plan made in April.",
         ["2016-01-01/2016-12-31"] * 2),
        ("Growth will be [3 percent|growth] in 2016, [1 percent|percent] less than its last forecast in May.",
         ["2016-01-01/2016-12-31"] * 2),
    ],
)  # fmt: skip
def test_month_of_a_plan_is_not_the_plan_s_own(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_what_held_steady_is_of_the_title_too() -> None:
    text = "Snow fell. The rate of hires remained at [3 percent|rate]."
    assert periods(text, title="Hires little changed in August") == [AUGUST]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It earned [$9|money] in the January-to-March period.", [Q1]),
        ("It took [9,000|count] tons in May 2014, more than in any month so far.", ["2014-05-01/2014-05-31"]),
        (
            "Analysts had expected a [5 percent|percent] rise in August from a previously reported "
            "[4 percent|percent] rise in July.",
            [AUGUST, JULY],
        ),
        (
            "Acme raised its full-year outlook and shares gained [2 percent|percent].",
            ["2016-09-15/2016-09-15"],
        ),
        ("Debt hit [90|rate] percent in 2014 and will hit [99|rate] percent by 2020.", [Y2014, Y2020]),
        ("Its share of the market was [68 percent|share] by December 2015.", ["2015-12-01/2015-12-31"]),
    ],
)
def test_two_dates_of_one_sentence(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_an_old_quarter_or_one_ahead_is_not_what_quarterly_results_are_of() -> None:
    text = "Acme said quarterly profit fell [9 percent|growth]. It bought Gull in the fourth quarter of 2015."
    assert periods(text, "2016-07-20") == ["2016-04-01/2016-06-30"]
    text = "Acme expects sales of [9|money] in the third quarter. Profit was [8|money]."
    assert periods(text, "2016-07-20") == ["2016-07-01/2016-09-30", "-"]


def test_quarterly_results_are_of_the_quarter_that_is_just_over() -> None:
    text = "The yard spoke. Ice fell. Snow fell. Rain fell. Quarterly sales fell to [9|money]."
    assert periods(text, "2016-07-20") == ["2016-04-01/2016-06-30"]
    assert periods(text, "2016-09-15") == ["-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the figure before is told to be, or was expected to be, is of its time.
        ("Yards moored [900|count] boats in August. That was [9 percent|share] of all.", [AUGUST, AUGUST]),
        ("Yards moored [900|count] boats in August. The total represents [9 percent|share].", [AUGUST] * 2),
        (
            "Boats grew by [3 percent|growth] in August. Analysts had expected [2 percent|growth].",
            [AUGUST] * 2,
        ),
        # Of several the one of its sort.
        (
            "Boats grew by [3 percent|growth] to [900|count] in 2015. Forecasts ranged from "
            "[2 percent|growth].",
            [Y2015, Y2015, Y2015],
        ),
        # What follows on an outlook is of it, whatever the text goes on about.
        (
            "It earned [$8|money] in the second quarter. It expects profit of [$9|money] for 2016. "
            "Analysts forecast profit of [$7|money].",
            ["2016-04-01/2016-06-30", "2016-01-01/2016-12-31", "2016-01-01/2016-12-31"],
        ),
        # Another clause, another thing, a day, or a sentence between.
        ("Yards moored [900|count] boats in August. That was when [9 percent|share] sank.", [AUGUST, "-"]),
        ("Yards moored [900|count] boats in August. That yard has [90|count].", [AUGUST, "-"]),
        (
            "Yards moored [900|count] boats on May 5, 2016. That was [9 percent|share].",
            ["2016-05-05/2016-05-05", "-"],
        ),
        (
            "Yards moored [900|count] boats in August. One has [9|count]. That is [9 percent|share].",
            [AUGUST, "-", "-"],
        ),
        ("Yards moored [900|count] boats in August. Analysts said [9 percent|share] sank.", [AUGUST, "-"]),
    ],
)
def test_what_points_back_is_of_the_time_of_the_figure_before(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What results are told before or after opens no clause, and does not make them a levy.
        ("Second-quarter surplus before tax rose [9 percent|growth] to [8|money].", [Q2, Q2]),
        ("It grew in the second quarter. Earnings before interest and tax were [8|money].", [Q2]),
        # When something was first told is not when it was.
        (
            "Output rose [2 percent|growth] in 2015, not the [3 percent|growth] it estimated in May.",
            [Y2015, Y2015],
        ),
        # A multiple is a change, not the value that it is compared with.
        (
            "In the second quarter sales rose more than [threefold|growth] from a year ago to [8|money].",
            [Q2, Q2],
        ),
        # A disaster's day dates nothing; a deadline is one.
        ("The aid for towns hit by the March 11 quake is [9 million|money].", ["-"]),
        ("It expects output to fall to [9 percent|rate] by the end of 2030.", ["2030-12-31/2030-12-31"]),
        # How large a thing of a plan is is not of the time that the plan is about.
        (
            "It expects profit of [9|money] in 2017. It will buy a park of [200|measure] hectares.",
            ["2017-01-01/2017-12-31", "-"],
        ),
    ],
)
def test_words_that_look_like_dates_and_comparisons(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Weeks are compared with the week before, and stocks stand at their end.
        (
            "In the week ended September 9 rates rose to [5 percent|rate] from [4 percent|rate].",
            ["2016-09-03/2016-09-09", "2016-08-27/2016-09-02"],
        ),
        (
            "Output was [9|count] in the week ended September 9. Inventories were [90|count] last week.",
            ["2016-09-03/2016-09-09", "2016-09-09/2016-09-09"],
        ),
        ("It grew in the second quarter. It took a non-cash charge of [8|money].", [Q2]),
        ("The dollar market grew in August. Deposits rose to [9|money].", ["-"]),
    ],
)
def test_weeks_charges_and_markets(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


Q4 = "2015-10-01/2015-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A year told beside the quarter that ends it is told for its sentence, or one more that it opens.
        (
            "Fourth-quarter profit rose to [9|money]. It sold [90|count] boats in 2015. Rain fell. Revenue "
            "rose [3 percent|growth].",
            [Q4, Y2015, Q4],
        ),
        (
            "Fourth-quarter profit rose to [9|money]. For all of 2015, profit was [40|money]. Revenue rose "
            "[3 percent|growth]. Costs rose [2 percent|growth].",
            [Q4, Y2015, Y2015, Q4],
        ),
        # What a year before is compared with is of a year.
        (
            "Fourth-quarter profit rose to [9|money]. Sales climbed to [90|money] from [80|money] in 2014.",
            [Q4, Y2015, Y2014],
        ),
        (
            "Fourth-quarter profit rose to [9|money]. Sales climbed to [90|money] from [80|money] in 2012.",
            [Q4, Q4, "2012-01-01/2012-12-31"],
        ),
    ],
)
def test_year_beside_its_last_quarter(text: str, expected: list[str]) -> None:
    assert periods(text, "2016-02-01") == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # Built like the one before, a sentence tells values of its times.
        ("Deposits rose to [6|money] from [5|money] and [4|money].", [AUGUST, JULY, "2015-08-01/2015-08-31"]),
        # Not with another number of values, of another sort, or of what is to come.
        ("Deposits rose to [6|money].", ["-"]),
        ("Deposits will rise to [6|money] from [5|money] and [4|money].", ["-", "-", "-"]),
    ],
)
def test_sentence_built_like_the_one_before_is_of_its_times(second: str, expected: list[str]) -> None:
    first = "Loans rose to [9|money] in August from [8|money] in July and [7|money] in August 2015. "
    assert periods(first + second)[3:] == expected
