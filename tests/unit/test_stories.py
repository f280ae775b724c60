"""Copies of articles: found, related, named alike whatever the order, and never a second witness."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import Record, load_records, rows

from schemas.identity import article_id_of
from warehouse import copies
from warehouse import stories as linking
from warehouse.candidates import Signed, candidates
from warehouse.copies import MOST_COPIES
from warehouse.shingles import SIGNATURE_LENGTH
from warehouse.stories import link_stories

RELEASE = (
    "The port of Sarn handled 4 ships and 7 barges in June, its harbour master said on Monday. "
    "Fees rose by 3 crowns for every tonne of grain that left the northern quay.\n\n"
    "A new crane, ordered from a yard in Velm, will lift 9 boxes at once when it arrives in autumn. "
    "The old one goes to a museum across the bay, where children may climb it.\n\n"
    "Fishermen asked for 2 more berths near the ice house, which the council will discuss next week. "
    "Nobody on the council has spoken against them so far, and the money has been set aside."
)
TOLD_ANEW = (
    "Sarn's harbour handled 4 ships and 7 barges in June, according to its harbour master.\n\n"
    "Fishermen asked for 2 more berths near the ice house, and the council will discuss that next week. "
    "Nobody on the council has objected, and the money has been set aside.\n\n"
    "A new crane, ordered from a yard in Velm, will lift 9 boxes at once. The old one goes to a museum. "
    "Fees rose by 3 crowns for every tonne of grain, a burden for exporters of the valley."
)
OTHER = (
    "Voters in Velm chose a mayor on Sunday after 8 weeks of quarrel about the ring road and its cost. "
    "Her rival conceded at midnight with 6 of the districts counted, and wished her a steady hand.\n\n"
    "She will take office in 5 days, before the budget of 1 billion crowns goes to the second reading."
)


def linked(connection: duckdb.DuckDBPyConnection, *records: Record) -> list[tuple[str, str, str]]:
    load_records(connection, *records)
    link_stories(connection)
    return rows(
        connection,
        "select later.source_id, earlier.source_id, relation from copies "
        "join articles as later on copies.article_id = later.article_id "
        "join articles as earlier on copies.copy_of_id = earlier.article_id order by all",
    )


def stories(connection: duckdb.DuckDBPyConnection) -> dict[str, str | None]:
    return dict(rows(connection, "select source_id, story_id from articles"))


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("exact", RELEASE.replace("\n\n", "\n").replace("Monday.", "MONDAY .")),
        ("near", RELEASE.replace(" across the bay, where children may climb it", "")),
        ("rewrite", TOLD_ANEW),
    ],
)
def test_a_copy_is_linked_to_the_earlier_article(
    connection: duckdb.DuckDBPyConnection, relation: str, text: str
) -> None:
    first = Record("first", RELEASE, publisher="Herald", published="2024-07-01")
    copy = Record("copy", text, publisher="Courier", published="2024-07-02")
    assert linked(connection, copy, first) == [("copy", "first", relation)]
    named = stories(connection)
    assert named["first"] == named["copy"] == min(map(article_id_of, (RELEASE, text)))


def test_a_later_text_of_one_outlet_is_an_update(connection: duckdb.DuckDBPyConnection) -> None:
    first = Record("first", RELEASE, publisher="Herald", published="2024-07-01")
    later = Record("later", RELEASE + " A vote is due at noon.", publisher="Herald", published="2024-07-02")
    assert linked(connection, first, later) == [("later", "first", "update")]


def test_other_articles_have_no_story(connection: duckdb.DuckDBPyConnection) -> None:
    assert linked(connection, Record("one", RELEASE), Record("two", OTHER)) == []
    assert set(stories(connection).values()) == {None}


def test_the_same_words_weeks_later_are_another_event(connection: duckdb.DuckDBPyConnection) -> None:
    days = ("2024-07-01", "2024-07-08", "2024-08-20")
    records = [
        Record(day, RELEASE + f" This is edition {name}.", published=day)
        for day, name in zip(days, ("alpha", "beta", "gamma"), strict=True)
    ]
    assert [pair[:2] for pair in linked(connection, *records)] == [("2024-07-08", "2024-07-01")]


def test_a_month_as_date_reaches_all_its_days(connection: duckdb.DuckDBPyConnection) -> None:
    whole = Record("month", TOLD_ANEW, published="2024-07")
    assert len(linked(connection, Record("day", RELEASE, published="2024-07-28"), whole)) == 1


def test_an_article_without_date_is_compared_with_all(connection: duckdb.DuckDBPyConnection) -> None:
    assert (
        len(linked(connection, Record("day", RELEASE, published="2024-07-28"), Record("copy", TOLD_ANEW)))
        == 1
    )


def test_a_copy_that_comes_later_joins_two_stories(connection: duckdb.DuckDBPyConnection) -> None:
    linked(connection, Record("one", RELEASE), Record("two", OTHER))
    linked(connection, Record("both", RELEASE + "\n\n" + OTHER))
    assert set(stories(connection).values()) == {
        min(map(article_id_of, (RELEASE, OTHER, RELEASE + "\n\n" + OTHER)))
    }


def test_a_story_falls_apart_when_what_joined_it_is_replaced(connection: duckdb.DuckDBPyConnection) -> None:
    both = RELEASE + "\n\n" + OTHER
    linked(connection, Record("one", RELEASE), Record("two", OTHER), Record("both", both))
    new = "Nothing is known of it any more, says the editor."
    pairs = linked(connection, Record("both", new))
    named = dict(rows(connection, "select article_id, story_id from articles"))
    assert pairs == [("both", "both", "update")]
    assert named[article_id_of(RELEASE)] is named[article_id_of(OTHER)] is None
    assert named[article_id_of(both)] == named[article_id_of(new)] == article_id_of(new)


def test_what_is_compared_is_not_compared_again(connection: duckdb.DuckDBPyConnection) -> None:
    linked(connection, Record("first", RELEASE), Record("copy", TOLD_ANEW))
    assert link_stories(connection).compared == 0


Linked = tuple[dict[str, str | None], list[Any]]


def linked_in_batches(open_empty: Any, batches: Sequence[Sequence[int]]) -> Linked:
    """Return stories and copies of five articles that are loaded and linked batch by batch."""
    texts = (RELEASE, TOLD_ANEW, OTHER, OTHER + " The count goes on.", RELEASE + "\n\n" + OTHER)
    records = [
        Record(str(n), text, publisher=f"Outlet {n % 2}", published=f"2024-07-0{n + 1}")
        for n, text in enumerate(texts)
    ]
    with open_empty() as connection:
        for batch in batches:
            linked(connection, *(records[place] for place in batch))
        copies_found = rows(connection, "select * from copies order by article_id, copy_of_id")
        return stories(connection), copies_found


@pytest.fixture(scope="module")
def linked_at_once(open_empty: Any) -> Linked:
    return linked_in_batches(open_empty, [range(5)])


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(range(5)), cuts=st.sets(st.integers(1, 4)))
def test_stories_are_the_same_whatever_the_order_and_the_batches(
    open_empty: Any, linked_at_once: Linked, order: list[int], cuts: set[int]
) -> None:
    edges = [0, *sorted(cuts), 5]
    batches = [order[start:end] for start, end in pairwise(edges)]
    assert linked_in_batches(open_empty, batches) == linked_at_once


def test_linking_gives_back_the_memory_that_it_spared(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set memory_limit = '321MiB'")
    assert linked(connection, Record("first", RELEASE), Record("copy", TOLD_ANEW))
    assert rows(connection, "select current_setting('memory_limit')") == [("321.0 MiB",)]


def test_copies_are_the_same_however_few_texts_are_held(
    connection: duckdb.DuckDBPyConnection, open_empty: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [Record(str(number), report(number)) for number in range(8)]
    monkeypatch.setattr(copies, "HELD", 1)
    monkeypatch.setattr(copies, "SIGNED", 2)
    linked(connection, *records[:5])
    few = linked(connection, *records[5:])
    with open_empty() as other:
        assert few == linked(other, *records) != []


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.exists(), reason="development data is absent")
def test_two_tellings_of_one_release_are_linked_and_a_series_of_one_outlet_is_not(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    from flows.extraction.rows import extract
    from schemas.reference import load_reference

    reference = load_reference()
    dates = {"000": "2016-09", "001": "2016-09", "002": "2015-06", "003": "2016-07"}
    records = [
        Record(path.name[:3], path.read_text(encoding="utf-8"), published=dates[path.name[:3]])
        for path in sorted(SEEDS.glob("*.txt"))
    ]
    readings = {
        article_id_of(one.text): extract(one.text, reference, published=one.published) for one in records
    }
    load_records(connection, *records, readings=readings)
    link_stories(connection)
    named = stories(connection)
    assert named["000"] == named["001"] is not None
    assert named["002"] is named["003"] is None


def report(number: int) -> str:
    """Return the monthly report of a station: one template, other numbers."""
    return (
        f"The station of Place{number} measured {number % 97 + 3} millimetres of rain in May, the weather "
        f"office said on Friday. The wind blew at {number % 31 + 9} kilometres an hour on average. The "
        "office expects the coming month to be about as warm as the last, with showers late."
    )


def test_texts_of_one_template_are_one_story_at_the_cost_of_a_chain(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    count = 150
    pairs = linked(connection, *(Record(str(number), report(number)) for number in range(count)))
    assert len(set(stories(connection).values())) == 1 and None not in stories(connection).values()
    assert len(pairs) <= MOST_COPIES * count


def test_a_story_of_many_copies_hangs_together_without_any_one_of_them(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    linked(connection, *(Record(str(number), report(number)) for number in range(80)))
    for number in range(0, 80, 20):
        linked(connection, Record(str(number), f"Nothing of note happened in Velm on day {number}."))
    left = {name: story for name, story in stories(connection).items() if int(name) % 20}
    assert len(set(left.values())) == 1 and None not in left.values()


def test_what_does_not_fit_in_little_memory_is_linked_with_more(connection, monkeypatch):
    find = linking.find_copies

    def find_in_much(connection: duckdb.DuckDBPyConnection, pending: list[str]):
        (limit,) = connection.execute("select current_setting('memory_limit')").fetchone()
        if "95.3" in limit:
            raise duckdb.OutOfMemoryException("could not allocate block")
        return find(connection, pending)

    monkeypatch.setattr(linking, "FEW", -1)
    monkeypatch.setattr(linking, "find_copies", find_in_much)
    connection.execute("set memory_limit = '200MiB'")
    assert len(linked(connection, Record("a", RELEASE), Record("b", TOLD_ANEW))) == 1
    assert connection.execute("select current_setting('memory_limit')").fetchone() == ("200.0 MiB",)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 12), st.integers(0, 2**32 - 1))
def test_few_articles_are_paired_as_many_are(count: int, seed: int) -> None:
    made = np.random.default_rng(seed)
    # Few different numbers, so that every band agrees now and then.
    words, figures = (made.integers(0, 30, (count, SIGNATURE_LENGTH)).astype(np.uint32) for _ in range(2))
    has_words, has_figures, is_new = (made.random(count) < 0.8 for _ in range(3))
    first = made.integers(0, 20, count)
    signed = Signed(words, figures, has_words, has_figures, first, first + made.integers(0, 5, count))
    few = candidates(signed, is_new)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warehouse.candidates.FEW", -1)
        assert few.tolist() == candidates(signed, is_new).tolist()
