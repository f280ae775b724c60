"""Articles that are dense with figures and agree in all of them: none may be reported.

They were written by people who knew no rule; `tests/benchmarks/planted.py` counts on them, too.
"""

import json
from pathlib import Path

from reading_in import read_articles

ARTICLES = Path(__file__).resolve().parents[1] / "benchmarks" / "agreeing_articles.jsonl"


def test_nothing_is_reported_of_articles_that_agree(warehouse):
    articles = [json.loads(line) for line in ARTICLES.read_text("utf-8").splitlines()]
    assert len(articles) == 571
    ids = read_articles(warehouse, [(one["text"], one["title"], one["date"]) for one in articles])
    warehouse.check()
    alarms = warehouse.connection.execute(
        "select distinct article_id, check_name, message "
        "from findings inner join finding_figures using (finding_id) inner join figures using (figure_id) "
        "where severity = 'error' and certainty <> 'note'"
    ).fetchall()
    names = dict(zip(ids, (one["id"] for one in articles), strict=True))
    assert [(names[article_id], check, message) for article_id, check, message in alarms] == []
