"""The sample articles, figure by figure: what a careful reader takes from each.

`figures.csv` holds the reader's view; "|" stands between readings that are both right. Its column `faults`
names the fields that are known to be read otherwise: strict expected failures, so that mending one without
taking its name out fails too.
"""

import calendar
import csv
import re
from functools import lru_cache
from pathlib import Path

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference

HERE = Path(__file__).parent
SAMPLES = Path(__file__).parents[2] / "flows" / "samples" / "articles"
ROWS = list(csv.DictReader((HERE / "figures.csv").read_text(encoding="utf-8").splitlines()))
FIELDS = ("value", "unit", "kind", "qualifier", "subject", "metric", "place", "period")


@lru_cache
def figures_of(file):
    published = {
        row["file"]: row["published_on"]
        for row in csv.DictReader((SAMPLES / "articles.csv").read_text(encoding="utf-8").splitlines())
    }
    text = (SAMPLES / file).read_text(encoding="utf-8")
    return extract(text, reference(), published=published[file])["figures"]


@lru_cache
def reference():
    return load_reference()


def position(number):
    """Which of the figures with its quote a row of the table is: they stand in text order."""
    row = ROWS[number]
    return sum((r["file"], r["quote"].strip()) == (row["file"], row["quote"].strip()) for r in ROWS[:number])


def figure_for(number):
    row = ROWS[number]
    found = [f for f in figures_of(row["file"]) if row["quote"].strip().lower() == f["quote"].strip().lower()]
    assert len(found) > position(number), (
        f"no figure {row['quote']!r}: {[f['quote'] for f in figures_of(row['file'])]}"
    )
    return found[position(number)]


def words(text):
    return set(re.findall(r"[a-z0-9]+", (text or "").lower()))


def last_day(date):
    year, month = int(date[:4]), int(date[5:7])
    return f"{date[:7]}-{calendar.monthrange(year, month)[1]:02d}"


def read_field(figure, field):
    if field == "metric":
        return (figure["metric_code"] or "").replace("_", " ")
    if field == "period":
        if figure["is_cumulative"]:
            return f"../{figure['period_end'][:7]}" if figure["period_end"] else ""
        start, end = figure["period_start"], figure["period_end"]
        return f"{start[:7]}/{end[:7]}" if start and end else ""
    return figure[field]


def cases() -> list:
    found = []
    for number, row in enumerate(ROWS):
        faults = row["faults"].split()
        for field in FIELDS:
            if row[field] == "" and field in ("subject", "metric", "kind"):
                continue
            marks = [pytest.mark.xfail(strict=True, reason="known fault")] if field in faults else []
            found.append(pytest.param(number, field, id=f"{row['file'][:-4]}-{number}-{field}", marks=marks))
    return found


@pytest.mark.parametrize(("number", "field"), cases())
def test_figure_is_read_as_a_reader_would(number, field):
    wanted = ROWS[number][field].split("|")
    got = read_field(figure_for(number), field)
    if field == "value":
        assert got == pytest.approx(float(wanted[0]))
    elif field == "subject":
        assert any(words(each) <= words(got) for each in wanted)
    else:
        assert (got or "") in wanted


@pytest.mark.parametrize("file", sorted({row["file"] for row in ROWS}))
def test_nothing_else_is_taken_for_a_figure(file):
    wanted = sorted(row["quote"].strip().lower() for row in ROWS if row["file"] == file)
    extra = [f["quote"] for f in figures_of(file) if f["quote"].strip().lower() not in wanted]
    assert extra == []
