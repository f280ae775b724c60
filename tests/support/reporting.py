"""A small warehouse for tests of the report: sources that disagree, and a stranger's article that attacks."""

import json
from pathlib import Path

from loading import Record, Refused, load_records, rows

from warehouse.publish import open_run

ATTACK = "<script>document.title='owned'</script><img src=x onerror=alert(1)>\"'&{{ 7*7 }}"
REORDERED = "\u202e"
RECORDS = (
    Record(
        "harbour.txt",
        "Harbour traffic grows\n\nThe harbour had 8 boats in 2030. Of them, 5 were red.",
        publisher="Quay Post",
        url="https://quay.example/1",
        published="2030-03-01",
    ),
    Record(
        "ledger.txt",
        "Boats counted again: the harbour had 6 boats.",
        publisher="Ledger",
        title="Harbour had 6",
        published="2030-03-02",
    ),
    Record(
        "attack.txt",
        f"Before {ATTACK} 4 boats {REORDERED}123 after </script> the end.",
        publisher=ATTACK,
        title=f"{ATTACK} 9 {REORDERED}",
        url="javascript:alert(1)",
        published="2030-03-03",
    ),
    Record("quiet.txt", "Nothing is counted here.", publisher="Quay Post", published="2030-03-04"),
)
FINDINGS = """
insert into findings (
    finding_id, check_name, severity, certainty, message, status, opened_run_id, last_seen_run_id, formula,
    computed_low, computed_high, expected_low, expected_high, gap, independent_count, repairs
) values
    ('f000000000000001', 'same_figure_differs', 'error', 'contradiction', 'the same figure is 8 and 6',
     'open', 'run', 'run', '"8" <> "6"', 8, 8, 6, 6, 2, 2, $repairs),
    ('f000000000000002', 'spurious_precision', 'note', 'note', $message, 'open',
     'run', 'run', null, null, null, null, null, null, 1, null),
    ('f000000000000003', 'part_exceeds_whole', 'error', 'tension', 'a part is above its whole',
     'accepted', 'run', 'run', null, 8, null, null, 5, 3, 1, null)
"""
RUN = """
insert into runs by name
select
    '20300301T000000Z' as run_id, timestamp '2030-03-01 10:00:00' as started_at,
    timestamp '2030-03-01 10:00:09' as finished_at, 'failed' as status, '0' as crossfoot_version,
    'v1' as extractor_version, 4 as articles_read, 4 as articles_new, 0 as articles_unchanged,
    0 as articles_changed, 1 as articles_rejected, 9 as figures_loaded, 9 as figures_total,
    1 as rejects_loaded,
    2 as findings_new, 2 as findings_open, 0 as findings_closed,
    1.0 as read_seconds, 2.0 as extract_seconds, 3.0 as load_seconds, 2.0 as check_seconds,
    0.5 as publish_seconds, 5.3 as articles_per_second
"""
SOURCES = """
insert into run_sources values
    ('20300301T000000Z', $attack, 4, 9, '9 figures in 4 articles; in each of its last 5 runs at least 200'),
    ('20300301T000000Z', 'quay', 4, 9, null)
"""


def publish_warehouse(path: Path) -> Path:
    """Publish the warehouse at `path`: a contradiction, a note, an accepted finding and a time line."""
    with open_run(path) as connection:
        load_records(connection, *RECORDS, refusals=[Refused("empty.txt", detail=ATTACK)])
        for day, quote in ((1, "8"), (2, "6")):
            connection.execute(
                "update figures set entity_code = 'harbour', subject = 'The harbour', metric = 'boats', "
                "metric_code = 'boats', period_start = '2030-01-01', period_end = make_date(2030, $day, 28), "
                "sentence = case when $quote = '8' then 'The harbour had 8 boats in 2030.' "
                "else 'Boats counted again: the harbour had 6 boats.' end "
                "where field = 'text' and quote = $quote",
                {"day": day, "quote": quote},
            )
        connection.execute(
            "update figures set subject = $attack, attributed_to = $attack, sentence = $attack "
            "where article_id = (select article_id from articles where source_id = 'attack.txt')",
            {"attack": ATTACK},
        )
        ids = dict(rows(connection, "select quote, figure_id from figures where field = 'text'"))
        repairs = [{"figure_id": ids["6"], "role": "lower", "quote": "6", "must_be_low": 8, "must_be_high": 8,
                    "unit": "boat"}]  # fmt: skip
        connection.execute(FINDINGS, {"repairs": json.dumps(repairs), "message": f"strange: {ATTACK}"})
        members = [
            ("f000000000000001", ids["8"], "higher"),
            ("f000000000000001", ids["6"], "lower"),
            ("f000000000000002", ids["4"], "value"),
            ("f000000000000003", ids["5"], "part"),
        ]
        connection.executemany("insert into finding_figures values (?, ?, ?)", members)
        connection.execute(
            "insert into accepted_findings values "
            "('f000000000000003', $reason, 'jane', timestamp '2030-03-05 00:00:00', null)",
            {"reason": f"known {ATTACK}"},
        )
        connection.execute(RUN)
        connection.execute(SOURCES, {"attack": ATTACK})
        connection.execute("insert into run_rejects values ('20300301T000000Z', 'date', 7)")
    return path
