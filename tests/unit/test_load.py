"""What a load writes, and what it leaves alone."""

from typing import Any

import duckdb
import pytest
from loading import AT, Record, Refused, load_records, read, rows

from schemas.identity import article_id_of
from schemas.reference import Reference, ReferenceError, load_reference
from schemas.runs import Runs
from warehouse import arrow, load, reference_tables
from warehouse.errors import LoadFailed, StaleBatch
from warehouse.ledger import write_run
from warehouse.planning import make_plan, published_day

DETAILS = ("figures", "breakdowns", "breakdown_parts", "links", "link_figures", "worded_shares")


def counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    tables = ("articles", "sightings", *DETAILS, "rejects")
    return {table: rows(connection, f"select count(*) from {table}")[0][0] for table in tables}


def everything(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows but for the runs that wrote them."""
    other = "exclude (first_run_id, last_run_id)"
    queries = {table: f"select * from {table} order by all" for table in DETAILS}
    queries |= {table: f"select * {other} from {table} order by all" for table in ("articles", "sightings")}
    queries["rejects"] = "select * exclude (run_id) from rejects order by all"
    return {name: rows(connection, query) for name, query in queries.items()}


def test_an_article_is_loaded_with_all_its_rows(connection: duckdb.DuckDBPyConnection) -> None:
    done = load_records(connection, Record("a", "# 3 + 4 = 7", title="7 boats", published="2030-02"))
    assert (done.articles_new, done.figures, done.rejects, done.wrote) == (1, 4, 1, True)
    assert done.touched == (article_id_of("# 3 + 4 = 7"),)
    assert counts(connection) == {
        "articles": 1, "sightings": 1, "figures": 4, "breakdowns": 1, "breakdown_parts": 2, "links": 1,
        "link_figures": 2, "worded_shares": 1, "rejects": 1,
    }  # fmt: skip
    query = "select published_on::varchar, published_precision, published, retrieved_at from articles"
    assert rows(connection, query) == [("2030-02-01", "month", "2030-02", AT)]


def test_the_same_batch_again_writes_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    batch = [Record("a", "1 boat"), Record("b", "2 boats, #3", published="soon")]
    load_records(connection, *batch, refusals=[Refused("c")])
    before = everything(connection), rows(connection, "select * from meta order by name")
    connection.execute("begin read only")
    done = load_records(connection, *batch, run_id="next", refusals=[Refused("c")])
    connection.execute("commit")
    assert (done.articles_unchanged, done.articles_new, done.wrote, done.touched) == (2, 0, False, ())
    assert (everything(connection), rows(connection, "select * from meta order by name")) == before


def test_a_changed_text_replaces_the_figures_and_keeps_the_old_row(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_records(connection, Record("a", "1 boat"), run_id="first")
    done = load_records(connection, Record("a", "2 boats"), run_id="second")
    old, new = article_id_of("1 boat"), article_id_of("2 boats")
    assert (done.articles_new, done.articles_changed, set(done.touched)) == (0, 1, {old, new})
    found = "select article_id, text, superseded_by, first_run_id, last_run_id from articles order by text"
    assert rows(connection, found) == [
        (old, "1 boat", new, "first", "second"),
        (new, "2 boats", None, "second", "second"),
    ]
    assert rows(connection, "select article_id, quote from figures") == [(new, "2")]


def test_a_text_that_comes_back_is_current_again(connection: duckdb.DuckDBPyConnection) -> None:
    for text in ("1 boat", "2 boats", "1 boat"):
        load_records(connection, Record("a", text))
    assert rows(connection, "select quote from figures") == [("1",)]
    superseded = "select text, superseded_by is not null from articles order by text"
    assert rows(connection, superseded) == [("1 boat", False), ("2 boats", True)]


def test_articles_no_longer_in_the_source_stay(connection: duckdb.DuckDBPyConnection) -> None:
    load_records(connection, Record("a", "1 boat"), Record("b", "2 boats"))
    load_records(connection, Record("b", "2 boats"))
    assert counts(connection)["figures"] == 2


def test_the_same_id_in_another_source_is_another_sighting(connection: duckdb.DuckDBPyConnection) -> None:
    load_records(connection, Record("a", "1 boat", source="x"), Record("a", "2 boats", source="y"))
    done = load_records(connection, Record("a", "1 boat", source="x"), Record("a", "2 boats", source="y"))
    assert done.articles_unchanged == 2 and not done.wrote
    assert counts(connection)["articles"] == 2


def test_one_text_under_two_ids_is_one_article(connection: duckdb.DuckDBPyConnection) -> None:
    load_records(connection, Record("a", published="2030-02-02"), Record("b", published="2030-01"))
    load_records(connection, Record("c", published="2030-01-01", publisher="Late Post"))
    assert counts(connection) | {"figures": 1} == counts(connection)
    assert rows(connection, "select source_id, published_on::varchar from articles") == [("c", "2030-01-01")]


def test_the_earlier_date_counts_more_than_the_more_precise_one(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_records(connection, Record("a", published="2031-05-05"), Record("b", published="2030"))
    assert rows(connection, "select source_id from articles") == [("b",)]


def test_an_article_stays_while_one_source_shows_it(connection: duckdb.DuckDBPyConnection) -> None:
    load_records(connection, Record("a", "1 boat"), Record("b", "1 boat"))
    load_records(connection, Record("a", "2 boats"))
    assert rows(connection, "select superseded_by from articles where text = '1 boat'") == [(None,)]
    assert rows(connection, "select source_id from articles where text = '1 boat'") == [("b",)]
    load_records(connection, Record("b", "3 boats"))
    gone = rows(connection, "select superseded_by from articles where text = '1 boat'")
    assert gone == [(article_id_of("3 boats"),)]


ORDERS = [
    [("a", "2031", None), ("b", "2030-05", "Title of 5"), ("c", None, "6")],
    [("c", None, "6"), ("a", "2031", None), ("b", "2030-05", "Title of 5")],
    [("b", "2030-05", "Title of 5"), ("c", None, "6"), ("a", "2031", None)],
]


@pytest.mark.parametrize("together", [True, False])
def test_the_order_of_loading_changes_nothing(open_empty: Any, together: bool) -> None:
    found = []
    for order in ORDERS:
        with open_empty() as connection:
            batch = [Record(name, published=published, title=title) for name, published, title in order]
            for records in [batch] if together else [[record] for record in batch]:
                load_records(connection, *records)
            found.append(everything(connection))
    assert found[0] == found[1] == found[2]
    assert found[0]["articles"][0][1] == "b"


def test_when_the_first_published_goes_the_stored_text_is_read_again(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    load_records(
        connection, Record("a", published="2030", title="6"), Record("b", published="2031", title="7")
    )
    assert rows(connection, "select quote from figures where field = 'title'") == [("6",)]
    moved = Record("a", "other")
    (other, again) = sorted(load.plan(connection, [moved], "v1"), key=lambda one: one.text, reverse=True)
    assert (again.text, again.title, again.published) == ("5 boats.", "7", "2031")
    assert other.text == "other"
    load_records(connection, moved)
    assert rows(connection, "select quote from figures where field = 'title'") == [("7",)]


def test_another_extractor_reads_known_articles_again(connection: duckdb.DuckDBPyConnection) -> None:
    load_records(connection, Record("a", "1 boat"))
    done = load_records(connection, Record("a", "1 boat"), version="v2", run_id="second")
    assert (done.articles_changed, done.figures) == (1, 1)
    assert rows(connection, "select first_run_id, last_run_id from articles") == [("run", "second")]
    assert counts(connection)["figures"] == 1


@pytest.mark.parametrize(
    ("published", "day", "precision", "plain"),
    [
        ("2030", "2030-01-01", "year", "2030"),
        ("2030-02", "2030-02-01", "month", "2030-02"),
        ("2032-02-29", "2032-02-29", "day", "2032-02-29"),
        (" 2030-02-03T10:00:00Z", "2030-02-03", "day", "2030-02-03"),
    ],
)
def test_publication_dates_keep_their_precision(published: str, day: str, precision: str, plain: str) -> None:
    found = published_day(published)
    assert found is not None
    assert (found[0].isoformat(), *found[1:]) == (day, precision, plain)


@pytest.mark.parametrize(
    "published", [None, "", "2030-13", "2030-02-30", "0000", "May 2030", "20300203", "2030-2-3"]
)
def test_what_is_no_date_is_none(published: str | None) -> None:
    assert published_day(published) is None


def test_a_wrong_date_is_rejected_and_the_article_loaded(connection: duckdb.DuckDBPyConnection) -> None:
    done = load_records(connection, Record("a", published="2030-13"))
    assert (done.articles_new, done.articles_rejected) == (1, 0)
    assert rows(connection, "select published, published_on from articles") == [("2030-13", None)]
    assert rows(connection, "select reason, source_id from rejects") == [("bad_date", "a")]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (Record("a", " \n"), "empty"),
        (Record("", "1 boat"), "empty"),
        (Record("a", "1 \ud800 boat"), "not_text"),
        (Record("a", "1 boat", title="\udfff"), "not_text"),
    ],
)
def test_a_record_that_cannot_be_stored_is_rejected_and_the_others_loaded(
    connection: duckdb.DuckDBPyConnection, record: Record, reason: str
) -> None:
    done = load_records(connection, record, Record("b", "2 boats"))
    assert (done.articles_new, done.articles_rejected) == (1, 1)
    assert rows(connection, "select reason from rejects") == [(reason,)]


def test_nul_and_other_marks_are_kept(connection: duckdb.DuckDBPyConnection) -> None:
    text = "a\x00b \u200f5 \U0001f6a4 e\u0301"
    load_records(connection, Record("a", text))
    assert rows(connection, "select text, quote from articles inner join figures using (article_id)") == [
        (text, "5")
    ]


def test_an_id_with_two_texts_in_a_batch_is_a_fault(connection: duckdb.DuckDBPyConnection) -> None:
    batch = [Record("a", "1 boat"), Record("a", "2 boats"), Record("a", "1 boat")]
    for _ in range(2):
        load_records(connection, *batch)
    assert rows(connection, "select text from articles") == [("1 boat",)]
    assert rows(connection, "select reason from rejects") == [("duplicate_id",)]


def test_a_bad_file_is_rejected_once_until_it_is_read(connection: duckdb.DuckDBPyConnection) -> None:
    first = load_records(connection, refusals=[Refused("a"), Refused("a"), Refused("b", location="b.txt:3")])
    again = load_records(connection, run_id="second", refusals=[Refused("a")])
    assert (first.rejects, first.articles_rejected, again.rejects, again.wrote) == (2, 3, 0, False)
    assert rows(connection, "select distinct run_id from rejects") == [("run",)]
    load_records(connection, Record("a", "1 boat"))
    assert rows(connection, "select source_id, location, article_id from rejects") == [("b", "b.txt:3", None)]


def test_long_and_odd_words_of_a_reject_are_cut_and_kept(connection: duckdb.DuckDBPyConnection) -> None:
    load_records(connection, refusals=[Refused("a", detail="x" * 10_000), Refused("b", detail="\ud800")])
    assert rows(connection, "select length(detail) from rejects order by source_id") == [(500,), (6,)]


def broken(connection: duckdb.DuckDBPyConnection, text: str, **changes: object) -> list[tuple[str, str]]:
    """Load an article whose first figure's row is changed; return the rejects."""
    (one,) = load.plan(connection, [Record("a", text)], "v1")
    reading = read(one)
    reading["figures"][0] |= changes
    load_records(connection, Record("a", text), readings={one.article_id: reading})
    return rows(connection, "select reason, detail from rejects order by reason")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": "guess"}, "kind: isin"),
        ({"stated_low": 9}, "stated_interval_in_order"),
        ({"value": "many"}, "value: "),
        ({"char_start": 2, "char_end": 3}, "quote_stands_in_text"),
        ({"char_start": -1, "char_end": 0}, "quote_stands_in_text"),
        ({"quote": "\ud800"}, "quote: "),
    ],
)
def test_a_figure_that_does_not_fit_is_rejected_and_the_others_loaded(
    connection: duckdb.DuckDBPyConnection, changes: dict[str, object], fault: str
) -> None:
    ((reason, detail),) = broken(connection, "1 and 2", **changes)
    assert reason == "invalid_figure" and fault in detail
    assert rows(connection, "select quote from figures") == [("2",)]


def test_with_a_figure_go_the_relations_that_need_it(connection: duckdb.DuckDBPyConnection) -> None:
    found = broken(connection, "1 + 2 = 3", kind="guess")
    assert [reason for reason, _ in found] == ["invalid_breakdown", "invalid_figure", "invalid_link"]
    expected = {"figures": 2, **dict.fromkeys(DETAILS[1:], 0)}
    assert counts(connection) | expected == counts(connection)


def test_a_relation_at_fault_goes_with_its_members_and_the_others_stay(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    text = "1 + 2 = 3"
    (one,) = load.plan(connection, [Record("a", text)], "v1")
    reading = read(one)
    (breakdown,) = reading["breakdowns"]
    reading["breakdowns"] = [
        breakdown,
        breakdown,
        breakdown | {"breakdown_id": "b" * 16, "kind": "guess"},
        breakdown
        | {"breakdown_id": "c" * 16, "parts": [{"position": 0, "figure_id": None, "item": None}] * 2},
    ]
    load_records(connection, Record("a", text), readings={one.article_id: reading})
    assert counts(connection)["breakdowns"] == 1 and counts(connection)["breakdown_parts"] == 2
    details = [detail for (detail,) in rows(connection, "select detail from rejects order by detail")]
    assert [detail.split(":")[0] for detail in details] == ["another one has its id", "kind", "member"]


def test_a_result_that_a_caller_did_not_read_to_its_end_is_no_obstacle(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    unread = dict.fromkeys(Runs.to_schema().columns, 0)
    run = unread | {"run_id": "r1", "started_at": AT, "finished_at": None, "status": "passed"}
    run |= {"crossfoot_version": "1", "extractor_version": "1"}
    for row in (run, run | {"run_id": "r2", "status": "failed"}):
        connection.execute("select range from range(5000)").fetchone()
        write_run(connection, row, {}, {})
    assert rows(connection, "select run_id, status from runs order by all") == [
        ("r1", "passed"),
        ("r2", "failed"),
    ]


def test_missing_readings_are_asked_for_and_nothing_is_written(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(StaleBatch, match=r"1 articles were not read .*plan the batch again"):
        load_records(connection, Record("a"), readings={})
    assert counts(connection)["articles"] == 0


@pytest.mark.parametrize("table", ["articles", "figures", "rejects", "link_figures"])
def test_a_failed_load_leaves_everything_as_it_was(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    load_records(connection, Record("a", "#1 + 2 = 3"))
    before = everything(connection)
    insert = arrow.insert

    def failing(connection: duckdb.DuckDBPyConnection, name: str, *rest: object, **options: bool) -> None:
        if name == table:
            connection.execute("select error('no more')")
        insert(connection, name, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(arrow, "insert", failing)
    with pytest.raises(LoadFailed, match=r"rolled back.*no more"):
        load_records(connection, Record("a", "#4 + 5 = 9"))
    monkeypatch.undo()
    assert everything(connection) == before
    assert load_records(connection, Record("a", "#4 + 5 = 9")).articles_changed == 1


def test_a_plan_that_takes_a_known_article_for_new_doubles_nothing(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """Keys of figures have no index, so this would not be found later."""
    record = Record("a", "#1 + 2 = 3")
    made = make_plan(connection, [record], "v1", "run", AT)
    readings = {article_id: read(one) for article_id, one in made.to_read.items()}
    batch = load.LoadBatch("run", AT, "v1", [record], readings, plan=made)
    load.load(connection, batch)
    before = everything(connection)
    with pytest.raises(LoadFailed, match=r"rolled back: .*[Dd]uplicate key"):
        load.load(connection, batch)
    assert everything(connection) == before


def test_a_commit_that_dropped_everything_is_noticed(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "_write", lambda *ignored: None)
    with pytest.raises(LoadFailed, match="rows are not there"):
        load_records(connection, Record("a"))


def test_a_run_s_row_must_fit(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(LoadFailed, match=r"runs: row r1: .*started_at"):
        write_run(connection, {"run_id": "r1"} | dict.fromkeys(["started_at"], "yesterday"), {}, {})


def shipped() -> Reference:
    return load_reference()


def test_reference_tables_are_written_when_they_are_others(connection: duckdb.DuckDBPyConnection) -> None:
    reference = shipped()
    assert reference_tables.load_reference(connection, reference)
    # The same cells, read again.
    assert not reference_tables.load_reference(connection, Reference(dict(reference.tables)))
    number = len(reference.rows("units"))
    assert rows(connection, "select count(*), typeof(any_value(factor)) from units") == [(number, "DOUBLE")]
    changed = Reference(reference.tables | {"units": ({"unit": "barrel", "content": ""},)})
    assert reference_tables.load_reference(connection, changed)
    assert rows(connection, "select * from units") == [("barrel", None)]
    comment = "select comment from duckdb_tables() where table_name = 'units'"
    assert rows(connection, comment)[0][0].startswith("Units")


def test_a_number_that_is_none_is_named_and_nothing_written(connection: duckdb.DuckDBPyConnection) -> None:
    reference = shipped()
    assert reference_tables.load_reference(connection, reference)
    wrong = Reference(reference.tables | {"units": ({"unit": "barrel", "factor": "big"},)})
    with pytest.raises(ReferenceError, match=r"units.csv, column factor: 'big' is no number"):
        reference_tables.load_reference(connection, wrong)
    assert rows(connection, "select count(*) from units") == [(len(reference.rows("units")),)]
