"""The quarters and halves that results are of, and periods that a value or a verb beside them tells."""

import pytest
from marked_periods import periods, read

Q3_2015, Y2015, Y2014 = (
    "2015-07-01/2015-09-30",
    "2015-01-01/2015-12-31",
    "2014-01-01/2014-12-31",
)
H1, Q2, Q3 = "2016-01-01/2016-06-30", "2016-04-01/2016-06-30", "2016-07-01/2016-09-30"
APRIL, NEXT_APRIL = "2016-04-01/2016-04-30", "2017-04-01/2017-04-30"
MAY = "2016-05-01/2016-05-31"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # Results come out ten to forty days after a quarter: the calendar's may be none.
        ("Acme said third-quarter profit was [9|money].", "2016-10-20", Q3),
        ("Acme said first-quarter profit was [9|money].", "2016-10-20", Q3),
        ("Acme said second-quarter profit was [9|money].", "2016-02-20", "2015-11-01/2016-01-31"),
        ("Acme warned of a loss of [9|money] in its second quarter.", "2016-06-27", Q2),
        ("Acme reported a second-quarter loss of [9|money].", "2016-06-27", "2016-03-01/2016-05-31"),
        # A year's last quarter takes a month longer.
        ("Acme said fourth-quarter profit was [9|money].", "2016-03-27", "2015-10-01/2015-12-31"),
        ("Acme said fourth-quarter profit was [9|money].", "2016-05-20", "2016-02-01/2016-04-30"),
        # What is called fiscal is a company's own, wherever it stands, and so is all the rest.
        ("Profit in its fiscal third quarter was [9|money].", "2016-08-16", "2016-05-01/2016-07-31"),
        ("Acme earned [9|money] in the fiscal first quarter. Its revenue in fiscal 2017 will be [8|money].",
         "2016-10-20", Q3),
        ("Acme told higher earnings. It expects [9|money] for its second fiscal quarter.", "2016-09-16",
         "2016-09-01/2016-11-30"),
        # Two quarters may have closed; or it says when.
        ("Profit in its fiscal third quarter was [9|money].", "2016-08-12", "-"),
        ("Acme said fiscal third-quarter profit for the six weeks ended June 4 was [9|money].", "2016-08-16",
         "2016-04-24/2016-06-04"),
        # Of half a year the calendar's quarter ends are meant.
        ("Acme said first-half profit was [9|money].", "2016-11-08", "2016-04-01/2016-09-30"),
        ("Acme said first-half profit was [9|money].", "2016-08-08", H1),
        # What is only foretold is no result.
        ("Acme cut its third-quarter profit forecast to [9|money].", "2016-08-20", Q3),
    ],
)  # fmt: skip
def test_results_are_of_the_quarter_that_was_just_over(text: str, published: str, expected: str) -> None:
    assert periods(text, published)[0] == expected


def test_supposed_quarter_is_not_sure() -> None:
    supposed = read("Acme said first-quarter profit was [9|money].", "2016-10-20")[0]
    text = "Acme said first-quarter profit was [9|money], up from [8|money] a year earlier."
    assert read(text, "2016-10-20")[1].confidence["period"] == 0.5
    known = read("Acme said third-quarter profit was [9|money].", "2016-10-20")[0]
    assert supposed.period_basis == "supposed" and supposed.confidence["period"] == 0.5
    assert known.period_basis == "published" and known.confidence["period"] > 0.9


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # A report that names its quarter late, or never, but sets its results against a year before.
        ("Acme reported lower earnings on Tuesday. Profit was [9|money]. Its first-quarter sales slid.",
         "2016-04-21", ["2016-01-01/2016-03-31"]),
        ("Acme reported lower profit on Tuesday. Net income was [9|money], from [8|money] a year earlier.",
         "2016-04-21", ["2016-01-01/2016-03-31", "2015-01-01/2015-03-31"]),
        ("Acme posted a [9|money] quarterly loss. It expects more in the second half of this year.",
         "2016-08-01", ["2016-04-01/2016-06-30"]),
        # None where it is of a year, tells no results or sets nothing against a year before.
        ("Acme reported lower profit for 2015. Net income was [9|money], from [8|money] a year earlier.",
         "2016-02-18", [Y2015, Y2014]),
        ("Acme reported lower profit on Tuesday. Net income was [9|money].", "2016-04-21", ["-"]),
        ("Acme bought a yard on Tuesday. Profit was [9|money], from [8|money] a year earlier.",
         "2016-04-21", ["-", "-"]),
        # What is better than expected compares with no quarter.
        ("Acme reported better-than-expected third-quarter profit. Net income was [9|money].",
         "2016-10-20", [Q3]),
        ("Acme saw a forecast-beating [9 percent|growth] rise in third-quarter profit. Sales were [8|money].",
         "2016-10-20", [Q3, Q3]),
    ],
)  # fmt: skip
def test_report_without_its_quarter(text: str, published: str, expected: list[str]) -> None:
    assert periods(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Orders rose [9 percent|growth] after falling [3 percent|growth] in April.",
            "2016-06-24",
            [MAY, APRIL],
        ),
        ("Output rose to [9|money] from [8|money] in April.", "2016-06-24", [MAY, APRIL]),
        ("Output rose to [9|money] from [8|money] in April.", "2016-09-24", ["-", APRIL]),
        ("Output will rise to [9|money] from [8|money] in April.", "2016-06-24", ["-", NEXT_APRIL]),
        ("Output rose to [9|money] from [8|money] forecast in April.", "2016-06-24", ["-", APRIL]),
    ],
)
def test_value_after_an_earlier_month_is_of_the_next(text: str, published: str, expected: list[str]) -> None:
    assert periods(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # Of what is "ending", the one that runs, unless one has just ended.
        ("It lost [9|money] in the current year ending on June 30.", "2016-05-20", "2015-07-01/2016-06-30"),
        ("It lost [9|money] in the six months ending June.", "2016-08-04", H1),
        ("Taxes will fall [9%|growth] in the year ending March 31.", "2016-02-20", "2015-04-01/2016-03-31"),
        # What was expected before "said" is not what it said.
        ("The mill, which lowered its forecast, said fourth-quarter sales were [9|money].", "2016-03-10",
         "2015-10-01/2015-12-31"),
        ("It forecast third-quarter sales of [9|money].", "2016-06-16", Q3),
        ("It forecast fourth-quarter sales of [9|money].", "2016-01-20", "2015-10-01/2015-12-31"),
        ("Ten-month deliveries were [9|count] cars.", "2016-11-20", "2016-01-01/2016-10-31"),
        ("It sees [9|money] in the year to March, more than it forecast in December.", "2016-02-10",
         "2015-04-01/2016-03-31"),
    ],
)  # fmt: skip
def test_periods_that_run_or_are_foretold(text: str, published: str, expected: str) -> None:
    assert periods(text, published)[0] == expected


def test_half_yearly_results_are_of_the_last_half() -> None:
    text = "Acme gave half-year results. Profit fell [5 percent|growth]."
    assert periods(text, "2016-08-20") == [H1]
    assert periods(text, "2016-12-20") == ["2016-04-01/2016-09-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A quarter that closes on a Friday, Saturday or Sunday is one of thirteen weeks, also a year before.
        ("Profit in the quarter ended April 29 was [9|money], up from [8|money] a year earlier.",
         ["2016-01-30/2016-04-29", "2015-01-31/2015-05-01"]),
        # Not one that closes with its month, on another day, or is half a year.
        ("Profit in the quarter ended April 30 was [9|money], up from [8|money] a year earlier.",
         ["2016-02-01/2016-04-30", "2015-02-01/2015-04-30"]),
        ("Profit in the quarter ended April 27 was [9|money].", ["2016-01-28/2016-04-27"]),
        ("Profit in the six months ended April 29 was [9|money].", ["2015-10-30/2016-04-29"]),
    ],
)  # fmt: skip
def test_quarter_of_thirteen_weeks(text: str, expected: list[str]) -> None:
    assert periods(text, "2016-05-20") == expected


@pytest.mark.parametrize(
    ("heading", "nine_months"),
    [
        ("Nine mths", "2016-01-01/2016-09-30"),
        ("9 months", "2016-01-01/2016-09-30"),
        ("Year", "2015-10-01/2016-09-30"),
        # None that results add up over.
        ("Four mths", Q3),
    ],
)
def test_lines_below_a_heading_add_up_its_months(heading: str, nine_months: str) -> None:
    text = (
        "Acme 3rd qtr net [5|money] vs [4|money]\n\nAvg shrs [7 million|count]\n\n"
        f"{heading}\n\nNet [9|money] vs [8|money]\n\nNOTE: Net includes a gain of [2|money]"
    )
    told = periods(text, "2016-10-20")
    year_before = "/".join(f"{int(day[:4]) - 1}{day[4:]}" for day in nine_months.split("/"))
    assert told == [Q3, Q3_2015, Q3, nine_months, year_before, Q3]


Y2016, Q1 = "2016-01-01/2016-12-31", "2016-01-01/2016-03-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a forecast is for is ahead, though "for the year" stands right behind the word.
        ("Acme raised its profit forecast for the full year to [9|money].", [Y2016]),
        ("Acme raised its profit forecast for the year to March to [9|money].", ["2016-04-01/2017-03-31"]),
        # Both values of an outlook are of its time.
        ("First-quarter profit was [7|money]. Acme forecast 2016 profit of [9|money]. It also forecast a "
         "rise of [4 percent|growth] in sales, up from its previous forecast of [3 percent|growth].",
         [Q1, Y2016, Y2016, Y2016]),
        ("Acme forecast a 2016 profit of [9|money], down from [8|money] earlier.", [Y2016, Y2016]),
        # What analysts expect behind it answers it.
        ("First-quarter profit was [7|money]. Acme forecast 2016 profit of [9|money]. Analysts were "
         "expecting a profit of [8|money].", [Q1, Y2016, Y2016]),
        # What had been forecast has come out.
        ("First-quarter profit was [7|money], ahead of Wall Street's forecast of [6|money].", [Q1, Q1]),
        ("First-quarter profit was [7|money]. Acme had forecast a profit of [6|money].", [Q1, Q1]),
    ],
)  # fmt: skip
def test_what_is_forecast_is_of_the_time_ahead(text: str, expected: list[str]) -> None:
    assert periods(text, "2016-04-21") == expected


def test_outlook_is_of_the_year_of_the_title() -> None:
    text = "Acme forecast a profit of [9|money]."
    assert periods(text, "2016-04-21", "Acme cuts 2016 outlook on lower sales") == [Y2016]
