"""Which date governs which figure. Figures are marked in the text: [digits|kind]."""

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal

import pytest

from flows.extraction.dates import find_dates
from flows.extraction.document import tokenise
from flows.extraction.figure import Draft
from flows.extraction.periods import assign_periods
from flows.extraction.reading import Reading
from schemas.reference import load_reference

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
DAY = "2016-09-15"


def read(marked: str, published: str | None = DAY, title: str | None = None) -> list[Draft]:
    spans, text, position = [], "", 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[1], match[2]))
        text += match[1]
        position = match.end()
    text += marked[position:]
    document = tokenise(text)
    drafts = []
    for start, end, quote, kind in spans:
        first = bisect_right(document.starts, start) - 1
        digits = re.sub(r"[^\d.]", "", quote).strip(".") or "0"
        drafts.append(
            Draft(
                first,
                bisect_left(document.starts, end),
                start,
                end,
                document.sentence_at(first),
                Decimal(digits),
                kind=kind,
            )
        )
    reading = Reading(document, title, published, load_reference(), drafts=drafts)
    reading.dates = find_dates(document, published)
    assign_periods(reading)
    return reading.drafts


def periods(marked: str, published: str | None = DAY, title: str | None = None) -> list[str]:
    found = []
    for draft in read(marked, published, title):
        if draft.period_start is None and draft.period_end is None:
            found.append("-")
        elif draft.is_cumulative:
            found.append(f"../{draft.period_end}")
        else:
            found.append(f"{draft.period_start}/{draft.period_end}")
    return found


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
    ],
)
def test_running_totals_end_on_a_day(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


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
            "Acme posted a drop in second-quarter profit. Revenue rose [2 percent|growth] to [9|money].",
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
        ("Sales fell [5 percent|growth] in 2015. The yard employs [300|count] people.", [Y2015, "-"]),
        ("Sales fell [5 percent|growth] in 2015. Its shares dropped to [9|money].", [Y2015, "-"]),
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
