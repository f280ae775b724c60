"""Date expressions: what is one, what is none, and which days it means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extraction.dates.dates import find_dates
from flows.extraction.text.document import tokenise

DAY = "2016-09-15"  # a Thursday


def read(text: str, published: str | None = DAY) -> list[tuple[str, str | None, str | None]]:
    document = tokenise(text)
    return [
        (document.quote(date.first, date.last), date.start_on, date.end_on)
        for date in find_dates(document, published)
    ]


def days(text: str, published: str | None = DAY) -> list[str]:
    return [f"{start or '..'}/{end or '..'}" for _, start, end in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output doubled in 2014.", "2014-01-01/2014-12-31"),
        ("the plant opened on 10 March 1987", "1987-03-10/1987-03-10"),
        ("on March 10, 1987, it opened", "1987-03-10/1987-03-10"),
        ("by the 5th of June 2015", "2015-06-05/2015-06-05"),
        ("dated 2015-06-05", "2015-06-05/2015-06-05"),
        ("dated 25/12/2015", "2015-12-25/2015-12-25"),
        ("dated 12/25/15", "2015-12-25/2015-12-25"),
        ("dated 25.12.2015", "2015-12-25/2015-12-25"),
        ("(Jun 2015)", "2015-06-01/2015-06-30"),
        ("in Sept. 2014", "2014-09-01/2014-09-30"),
        ("in February of 2012", "2012-02-01/2012-02-29"),
        ("in December '86", "1986-12-01/1986-12-31"),
        ("12-15 May 2013", "2013-05-12/2013-05-15"),
        ("May 12 to 15, 2013", "2013-05-12/2013-05-15"),
        ("between 2010 and 2015", "2010-01-01/2015-12-31"),
        ("from 2010 to 2015", "2010-01-01/2015-12-31"),
        ("in 2010-2015", "2010-01-01/2015-12-31"),
        ("from January to May 2016", "2016-01-01/2016-05-31"),
        ("January-March 2016", "2016-01-01/2016-03-31"),
        ("from November to February 2016", "2015-11-01/2016-02-29"),
        ("Q3 2016", "2016-07-01/2016-09-30"),
        ("3Q16", "2016-07-01/2016-09-30"),
        ("H1 2014", "2014-01-01/2014-06-30"),
        ("the third quarter of 2014", "2014-07-01/2014-09-30"),
        ("the 2014 third quarter", "2014-07-01/2014-09-30"),
        ("second-half 2014", "2014-07-01/2014-12-31"),
        ("the first six months of 2014", "2014-01-01/2014-06-30"),
        ("the first two months of 2014", "2014-01-01/2014-02-28"),
        ("the last three months of 2014", "2014-10-01/2014-12-31"),
        ("the six months ended April 30, 1987", "1986-11-01/1987-04-30"),
        ("the year ending October 31, 1987", "1986-11-01/1987-10-31"),
        ("the year to March 2016", "2015-04-01/2016-03-31"),
        ("the three months to 31 December 2014", "2014-10-01/2014-12-31"),
        ("the December quarter of 2014", "2014-10-01/2014-12-31"),
        ("26 weeks to 31 July 2016", "2016-02-01/2016-07-31"),
        ("late 2015", "2015-10-01/2015-12-31"),
        ("in early 2015", "2015-01-01/2015-03-31"),
        ("at the end of 1986", "1986-12-31/1986-12-31"),
        ("since December 2010", "2010-12-01/2010-12-31"),
        ("by 2020", "2020-01-01/2020-12-31"),
        ("at 1986 year-end", "1986-12-31/1986-12-31"),
        ("in the 14th century", "1301-01-01/1400-12-31"),
        ("the year to the end of March 2015", "2014-04-01/2015-03-31"),
        ("the financial year through March 2015", "2014-04-01/2015-03-31"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("the mid-1980s", "1983-01-01/1986-12-31"),
        ("the '70s", "1970-01-01/1979-12-31"),
        ("full-year 2007", "2007-01-01/2007-12-31"),
        ("summer 2015", "2015-06-01/2015-08-31"),
        ("on Christmas Day 2014", "2014-12-25/2014-12-25"),
    ],
)
def test_explicit_dates_need_no_publication_date(text: str, expected: str) -> None:
    assert days(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("in August", DAY, "2016-08-01/2016-08-31"),
        ("in December", DAY, "2015-12-01/2015-12-31"),
        ("it will open in December", DAY, "2016-12-01/2016-12-31"),
        ("as it forecast in December", DAY, "2015-12-01/2015-12-31"),
        ("on June 5", DAY, "2016-06-05/2016-06-05"),
        ("last year", DAY, "2015-01-01/2015-12-31"),
        ("this year", DAY, "2016-01-01/2016-12-31"),
        ("last month", "2016-01-10", "2015-12-01/2015-12-31"),
        ("last week", DAY, "2016-09-05/2016-09-11"),
        ("the week of January 8", "2016-02-01", "2016-01-08/2016-01-14"),
        ("on Tuesday", DAY, "2016-09-13/2016-09-13"),
        ("last Friday", DAY, "2016-09-09/2016-09-09"),
        ("yesterday", DAY, "2016-09-14/2016-09-14"),
        ("so far this year", DAY, "2016-01-01/2016-09-15"),
        ("on New Year's Eve", DAY, "2015-12-31/2015-12-31"),
        ("on New Year's Day", DAY, "2016-01-01/2016-01-01"),
        ("in the year to date", DAY, "2016-01-01/2016-09-15"),
        ("sold to date", DAY, "../2016-09-15"),
        ("in the fourth quarter", "2016-02-01", "2015-10-01/2015-12-31"),
        ("in the first half", DAY, "2016-01-01/2016-06-30"),
        ("the first half of last year", DAY, "2015-01-01/2015-06-30"),
        ("nine-month profit", "2016-11-01", "2016-01-01/2016-09-30"),
        ("nine-month profit", "2016-02-01", "2015-01-01/2015-09-30"),
        ("from January to May of this year", DAY, "2016-01-01/2016-05-31"),
        ("three months to June", DAY, "2016-04-01/2016-06-30"),
        ("over the past five years", DAY, "2011-09-15/2016-09-15"),
        ("in the last year", DAY, "2015-09-15/2016-09-15"),
        ("in the last year of its term", DAY, "2015-01-01/2015-12-31"),
        ("sales over last year", DAY, "2015-01-01/2015-12-31"),
        ("in the three months ended May", DAY, "2016-03-01/2016-05-31"),
        ("in the year ended last month", DAY, "2015-09-01/2016-08-31"),
        ("in the fiscal year ending next June", DAY, "2016-07-01/2017-06-30"),
        ("in the year ending next September", DAY, "2016-10-01/2017-09-30"),
        ("in the five years to 2010", DAY, "2006-01-01/2010-12-31"),
        ("in the decade to 2010", DAY, "2001-01-01/2010-12-31"),
        ("in the week to Sunday", DAY, "2016-09-05/2016-09-11"),
        ("in the week to August 20", DAY, "2016-08-14/2016-08-20"),
        ("in the first six weeks of the year", DAY, "2016-01-01/2016-02-11"),
        ("in the first 10 days of August", DAY, "2016-08-01/2016-08-10"),
        ("through the first six months of the year", DAY, "2016-01-01/2016-06-30"),
        ("in the month of August", DAY, "2016-08-01/2016-08-31"),
        ("in the period from January through August", DAY, "2016-01-01/2016-08-31"),
        ("August 28-September 2", DAY, "2016-08-28/2016-09-02"),
        ("at the weekend", DAY, "2016-09-10/2016-09-11"),
        ("over the weekend", "2016-09-11", "2016-09-10/2016-09-11"),
        ("last weekend", "2016-09-11", "2016-09-03/2016-09-04"),
        ("it will open this weekend", DAY, "2016-09-17/2016-09-18"),
        ("by year's end", DAY, "2016-12-31/2016-12-31"),
        ("in the last months of 2015", DAY, "2015-10-01/2015-12-31"),
        ("nine month net", "2016-11-01", "2016-01-01/2016-09-30"),
        ("this year to last Tuesday", DAY, "2016-01-01/2016-09-13"),
        ("as of February end", DAY, "2016-02-29/2016-02-29"),
        ("it closed at the end of the quarter", "2016-07-15", "2016-06-30/2016-06-30"),
        ("it will close at the end of the quarter", "2016-07-15", "2016-09-30/2016-09-30"),
        ("its value at year-end was 9", "2016-02-15", "2015-12-31/2015-12-31"),
        ("looming at year-end", "2016-11-15", "2016-12-31/2016-12-31"),
        ("it will open by the end of the year", "2016-02-15", "2016-12-31/2016-12-31"),
        ("it came to 9 through the end of July", DAY, "2016-07-31/2016-07-31"),
        ("last year", "2016", "2015-01-01/2015-12-31"),
        ("last month", "2016", "../.."),
        ("last month", "2016-03", "2016-02-01/2016-02-29"),
        ("on Tuesday", "2016-03", "../.."),
        ("last year", None, "../.."),
        ("in August", None, "../.."),
        ("last year", "not a date", "../.."),
    ],
)
def test_relative_dates_are_placed_by_the_publication(
    text: str, published: str | None, expected: str
) -> None:
    assert days(text, published) == [expected]


def test_fiscal_year_of_the_article_places_its_halves_and_years() -> None:
    text = (
        "In the year ended March 31, 2013 sales rose. The first half was weak. Fiscal 2012 not; 2012/13 was."
    )
    assert days(text, "2013-05-20") == [
        "2012-04-01/2013-03-31",
        "2012-04-01/2012-09-30",
        "2011-04-01/2012-03-31",
        "2012-04-01/2013-03-31",
    ]


def test_numbered_quarter_tells_the_fiscal_year() -> None:
    text = "In its third quarter ended December 31 sales rose. The fourth quarter will be better."
    assert days(text, "2014-02-10")[1] == "2014-01-01/2014-03-31"


def test_fiscal_year_of_a_budget_is_the_government_s() -> None:
    year = "2015-10-01/2016-09-30"
    assert days("The Pentagon asked for more in fiscal 2016.") == [year]
    assert days("The U.S. Senate agreed on this fiscal year.") == [year]
    # Calendar quarters stay what they are, and a company has a year of its own.
    assert days("The Pentagon asked for more in fiscal 2016, in the first quarter.")[1][:4] == "2016"
    assert days("Profit rose, said Acme, which builds for the Pentagon, in fiscal 2016.") == ["../.."]
    assert days("The Senate of Ruritania agreed on fiscal 2016.") == ["../.."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in June a year ago", "2015-06-01/2015-06-30"),
        ("June year-ago sales", "2015-06-01/2015-06-30"),
        ("for the rest of the year", "2016-09-15/2016-12-31"),
        ("over the balance of 2016", "2016-09-15/2016-12-31"),
        ("in the remainder of 2014", "2014-01-01/2014-12-31"),
        ("its full-year sales forecast", "2016-01-01/2016-12-31"),
        ("It expects to report August sales on Friday", "2016-08-01/2016-08-31"),
        ("It will open before 2018", "2017-12-31/2017-12-31"),
    ],
)
def test_dates_beside_others(text: str, expected: str) -> None:
    assert days(text)[0] == expected


def test_outlook_for_the_full_year_is_of_the_one_ahead() -> None:
    assert days("It cut its full-year profit outlook.", "2016-04-20") == ["2016-01-01/2016-12-31"]
    assert days("Full-year profit beat the forecast.", "2016-04-20") == ["2015-01-01/2015-12-31"]


def test_rest_of_what_is_no_time() -> None:
    assert days("the rest of the world") == []


def test_hours_of_a_day_are_no_years() -> None:
    assert days("between 1900 and 2000 GMT") == ["../.."]


def test_unknown_fiscal_year_stays_open() -> None:
    assert days("in fiscal 2012") == ["../.."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew 90 tonnes in 2013/14.", "2013-01-01/2014-12-31"),
        ("It grew 90 tonnes in the 2013-14 season.", "2013-01-01/2014-12-31"),
        ("It grew 90 tonnes in 2013/14 ending June 30.", "2013-07-01/2014-06-30"),
        ("It grew 90 tonnes in 2013/14, which ended on September 30.", "2013-10-01/2014-09-30"),
        ("It grew 90 tonnes in 2013/14 (April-March).", "2013-04-01/2014-03-31"),
        # Of both calendar years nobody knows where the season begins.
        ("It will open at the start of the 2013/14 season.", "../.."),
    ],
)
def test_year_over_two_years_is_both_unless_its_end_is_told(text: str, expected: str) -> None:
    assert days(text) == [expected]


def test_end_of_one_business_year_places_the_others() -> None:
    text = "It fell in 2014/15 ending March, after a rise in 2013/14, and will rise by the end of 2016/17."
    assert days(text) == [
        "2014-04-01/2015-03-31",
        "2013-04-01/2014-03-31",
        "2017-03-31/2017-03-31",
    ]


def test_quarter_of_another_year_tells_no_fiscal_year() -> None:
    text = "Growth was 2% in the quarter ending September 30, after 6% in the first quarter of 2004."
    found = find_dates(tokenise(text), "2004-11-20")
    assert found[-1].start_on == "2004-01-01"


def test_relative_fiscal_year_of_an_undated_article_stays_open() -> None:
    text = "The year ended March 31, 2015. It sees a profit in its current financial year."
    found = find_dates(tokenise(text), None)
    assert (found[-1].start_on, found[-1].basis) == (None, "unanchored")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sales fell in the third quarter of 2004. They rose in October.", "2004"),
        ("Sales fell in January. In January 2004 and in 2004 they rose, in January 2005 too.", "2005"),
        # A whole year named once may be the last one, or any.
        ("Sales fell in 2004. They rose in January.", None),
        # What it compares with is the year before.
        ("Sales rose in May. They were 5% up on 2003's.", "2004"),
        (
            "Sales rose in May to a total far above that of 2000. That is 5% up from their 2003 level. For "
            "2005, it is projecting more.",
            "2004",
        ),
        # It is later than what it is the most since.
        ("Sales rose in May. They are the most since 2001. In 2001 they sank.", None),
    ],
)
def test_year_of_an_undated_article(text: str, year: str | None) -> None:
    month = next(
        date for date in find_dates(tokenise(text), None) if date.basis in ("anchored", "unanchored")
    )
    assert (month.start_on or "")[:4] == (year or "")


def test_undated_article_is_anchored_in_the_year_it_names_most() -> None:
    text = "Sales rose in 2004. In December they fell. For 2004 as a whole it was a record, after 2003."
    assert days(text, None)[1] == "2004-12-01/2004-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "It sold 2,016 cars.",
        "2010 people came.",
        "It employs 2000 workers.",
        "It cost $2010.",
        "It may rise and march on.",
        "He ran 1500 metres.",
        "five of six",
        "She is in her 30s.",
        "a second car, the third man",
        "2:03.45",
    ],
)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("at 10:45 it closed", "10:45"),
        ("at 3 pm sharp", "3 pm"),
        ("by 1430 GMT", "1430 GMT"),
        ("at 10.30am", "10.30am"),
        ("the 2013 Ardent Zest is out", "2013"),
        ("most of its 2007 models", "2007"),
        ("a 19th century boat", "19th century"),
    ],
)
def test_times_of_day_and_years_in_names_are_masked_without_a_period(text: str, quote: str) -> None:
    assert (quote, None, None) in read(text)


@pytest.mark.parametrize(
    ("text", "basis", "shift"),
    [
        ("a year earlier", "comparison", 12),
        ("a year ago", "comparison", 12),
        ("two years earlier", "comparison", 24),
        ("three months earlier", "comparison", 3),
        ("the previous quarter", "comparison", 3),
        ("the previous year", "comparison", 12),
        ("the same period last year", "same", 12),
        ("the same month a year earlier", "same", 12),
        ("the corresponding period", "same", 12),
        ("in the period", "back", 0),
        ("in a single year", "span", 0),
        ("its first year", "span", 0),
    ],
)
def test_expressions_that_lean_on_another_period(text: str, basis: str, shift: int) -> None:
    (date,) = find_dates(tokenise(text), DAY)
    assert (date.basis, date.shift, date.start_on) == (basis, shift, None)


WORDS = st.sampled_from(
    """in the of to from since by until last this next first second quarter half year years months month week
    January May March Dec . , ( ) - – / ' 's 5 12 31 45 99 1987 2016 2,016 1990 s th Q3 FY12 fiscal ended
    ending ago earlier same period a two nine between and 10:45 pm early mid late end Tuesday today so far
    date 3Q16 2013 14 :""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from([None, "2016", "2016-02-29"]))
def test_dates_are_in_order_and_their_ends_too(text: str, published: str | None) -> None:
    document = tokenise(text)
    position = 0
    for date in find_dates(document, published):
        assert position <= date.first < date.last <= len(document.words)
        position = date.last
        if date.start_on is not None and date.end_on is not None:
            assert date.start_on <= date.end_on


def test_what_was_foretold_of_a_month_that_is_over_is_of_that_month() -> None:
    text = "Sales fell in May. Analysts had expected sales to rise in May."
    found = find_dates(tokenise(text), "2016-06-10")
    assert [date.start_on for date in found] == ["2016-05-01", "2016-05-01"]


def test_effective_days_are_ahead() -> None:
    (found,) = find_dates(tokenise("The rate falls, effective August 19."), "2016-07-20")
    assert found.start_on == "2016-08-19"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2015’s final quarter", ["2015-10-01/2015-12-31"]),
        ("in the 1986 1st qtr", ["1986-01-01/1986-03-31"]),
        ("the 4th qtr of 1986", ["1986-10-01/1986-12-31"]),
        ("its fiscal 2nd quarter", ["../.."]),
        # A quarter given with its last day is that wherever it is named.
        (
            "Second quarter ended December 27, 2015. Second-quarter sales fell.",
            ["2015-09-28/2015-12-27", "2015-09-28/2015-12-27"],
        ),
        # What has ended is over, though it is still expected; its other names mean its own days.
        (
            "It raised its outlook for the fiscal first quarter. It expects to earn 9 in the quarter ended "
            "December 26.",
            ["2015-09-27/2015-12-26", "2015-09-27/2015-12-26"],
        ),
        ("It expects to earn 9 in the year ended November 30.", ["2014-12-01/2015-11-30"]),
        ("It expects to earn 9 in the year ended July 31.", ["2015-08-01/2016-07-31"]),
        # The two names of a quarter tell the fiscal year, whatever other quarters there are.
        (
            "Its fiscal second quarter, the December quarter, was good. The first quarter was not.",
            ["2015-10-01/2015-12-31", "2015-10-01/2015-12-31", "2015-07-01/2015-09-30"],
        ),
    ],
)
def test_quarters_of_business_years(text: str, expected: list[str]) -> None:
    assert days(text, "2016-01-20") == expected


def test_last_year_of_an_undated_text_is_the_one_that_it_tells_as_over() -> None:
    assert (
        days("Last year it sank. In 2004 it rained, and 2004 was cold.", None)[0] == "2004-01-01/2004-12-31"
    )
    # "The year" that it looks ahead to is not over; one named once may be any.
    assert days("Last year it sank. In 2005 it will rain, and 2005 will be cold.", None)[0] == "../.."
    assert days("Last year it sank. In 2004 it rained.", None)[0] == "../.."


def test_undated_text_is_of_the_year_after_the_one_it_compares_with_and_before_the_one_it_enters() -> None:
    assert days("Loans fell in January, against the same month of 2004.", None)[0] == "2005-01-01/2005-01-31"
    assert (
        days("Loans fell in November. Firms are set to enter 2005 poor.", None)[0] == "2004-11-01/2004-11-30"
    )


def test_january_beside_the_last_quarter_of_an_undated_text_is_of_the_next_year() -> None:
    text = "Sales rose in January after a fall in December. They grew in the last quarter of 2004."
    assert days(text, None)[:2] == ["2005-01-01/2005-01-31", "2004-12-01/2004-12-31"]


def test_half_that_is_named_first_is_the_one_that_ended() -> None:
    text = "First-half profit rose, the second half looks good. It earned 9 in the six months to September."
    assert days(text, "2016-11-20")[0] == "2016-04-01/2016-09-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Agencies date by one clock what they write elsewhere.
        ("The mill opened on Friday, it said. It had closed yesterday.", ["2016-09-16", "2016-09-15"]),
        ("The mill will open on Friday. It closed yesterday.", ["2016-09-16", "2016-09-14"]),
        ("The mill may close after Friday, it said on Thursday.", ["2016-09-16", "2016-09-15"]),
        ("The mill opened last Friday, it said. It closed yesterday.", ["2016-09-09", "2016-09-14"]),
        # Only the opening tells the day of the text.
        ("The mill had closed yesterday. It opened on Friday, it said.", ["2016-09-14", "2016-09-09"]),
    ],
)
def test_text_is_of_the_day_on_which_its_opening_tells_what_happened(text: str, expected: list[str]) -> None:
    assert days(text) == [f"{day}/{day}" for day in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The week that a text gives with its last day is what it calls the last one.
        ("Stocks fell last week. They were 9 in the week ended September 9.", "2016-09-03/2016-09-09"),
        # Not where that is over for long, or has only just ended.
        ("Stocks fell last week. They were 9 in the week ended August 26.", "2016-09-05/2016-09-11"),
        ("Stocks fell last week. They were 9 in the week ended September 14.", "2016-09-05/2016-09-11"),
    ],
)
def test_last_week_is_the_one_that_is_told_with_its_end(text: str, expected: str) -> None:
    assert days(text)[0] == expected
