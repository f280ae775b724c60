"""Articles read as a run reads them, and added to a test's warehouse."""

import json
import re
from functools import cache

from flows.extraction.rows import extract
from schemas.reference import load_reference

TABLES = ("articles", "figures", "breakdowns", "breakdown_parts", "links", "link_figures", "worded_shares")
PUBLISHED = "2024-08-01"
# "[[right|wrong]]" in a text of which each stands in one case.
_MARKED = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
# Loaded once: what extraction compiles from it takes ten times as long as reading a short article.
REFERENCE = load_reference()


@cache
def _extracted(text, title, published):
    """Return what is read in an article, as JSON: most articles stand in several tests."""
    return json.dumps(extract(text, REFERENCE, title=title, published=published))


def read(warehouse, texts, title=None, published=PUBLISHED):
    """Add articles with what is read in them, as a run would; return their ids in order."""
    return read_articles(warehouse, [(text, title, published) for text in texts])


def read_articles(warehouse, articles):
    """Add articles, given as (text, title, day of publication); return their ids in order."""
    ids = []
    tables = {table: [] for table in TABLES}
    for text, title, published in articles:
        extraction = json.loads(_extracted(text, title, published))
        article_id = extraction["article_id"]
        ids.append(article_id)
        tables["articles"].append(
            {
                "article_id": article_id, "source_id": article_id, "source": "test", "title": title,
                "text": text, "first_run_id": "r", "last_run_id": "r", "published_on": published,
                "published_precision": "day",
            }
        )  # fmt: skip
        tables["figures"] += extraction["figures"] + extraction["title_figures"]
        tables["worded_shares"] += extraction["worded_shares"]
        for breakdown in extraction["breakdowns"]:
            key = {"breakdown_id": breakdown["breakdown_id"]}
            tables["breakdown_parts"] += [{**key, **part} for part in breakdown.pop("parts")]
            tables["breakdowns"].append(breakdown)
        for link in extraction["links"]:
            key = {"link_id": link["link_id"]}
            tables["link_figures"] += [{**key, **member} for member in link.pop("members")]
            tables["links"].append(link)
    for table, rows in tables.items():
        warehouse.insert_all(table, rows)
    return ids


def right(text):
    """Return a text with the right words of each "[[right|wrong]]"."""
    return _MARKED.sub(r"\1", text)


def wrong(text):
    """Return a text with the wrong words of each "[[right|wrong]]"."""
    return _MARKED.sub(r"\2", text)


def failing(warehouse, articles):
    """Add articles as `read_articles` does and check; return for each the checks that fail, sorted."""
    ids = read_articles(warehouse, articles)
    warehouse.check()
    checks = {article_id: [] for article_id in ids}
    for article_id, check in warehouse.connection.execute(
        "select distinct article_id, check_name from findings inner join finding_figures using (finding_id) "
        "inner join figures using (figure_id) where severity = 'error' and certainty <> 'note' order by all"
    ).fetchall():
        checks[article_id].append(check)
    return [checks[one] for one in ids]
