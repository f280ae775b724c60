"""Short articles of many fields, from text alone: silent as they are, found out with one number changed.

Each file of `tests/contradictions` is an article whose figures agree, with the changes that make them
contradict one another: what becomes of which words, the checks of which one must find it, and figures
that the finding must show. `held_out` marks the articles that no rule was written for. What is not found
yet says why in `missed`, and fails here as soon as it is found.
"""

import tomllib
from pathlib import Path

import pytest
from reading_in import read_articles

FOLDER = Path(__file__).resolve().parents[1] / "contradictions"
ARTICLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
CHANGES = [
    (name, number) for name, article in ARTICLES.items() for number in range(len(article["contradiction"]))
]


def told(article, change=None):
    """Return text, title and day of an article, after a change of its words."""
    title, text = article["title"], article["text"]
    if change is not None:
        old, new = change
        assert (title + text).count(old) == 1, old
        title, text = title.replace(old, new), text.replace(old, new)
    return text, title, article["date"].isoformat()


def errors(warehouse, articles):
    """Return the findings that fail a run, one list an article: checks with their quotes."""
    ids = read_articles(warehouse, articles)
    warehouse.check()
    found = {article_id: {} for article_id in ids}
    for article_id, finding_id, check, quote in warehouse.connection.execute(
        "select article_id, finding_id, check_name, quote from findings "
        "inner join finding_figures using (finding_id) inner join figures using (figure_id) "
        "where severity = 'error' and certainty <> 'note' and role not like 'also %'"
    ).fetchall():
        found[article_id].setdefault((finding_id, check), set()).add(quote)
    return [[(check, quotes) for (_, check), quotes in found[one].items()] for one in ids]


@pytest.fixture(scope="module")
def unchanged(shared_warehouse):
    """The findings of each article as it is, all read at once."""
    shared_warehouse.clear()
    return dict(zip(ARTICLES, errors(shared_warehouse, map(told, ARTICLES.values())), strict=True))


@pytest.fixture(scope="module")
def changed(shared_warehouse):
    """The findings of each article with each of its changes; no two of one article are read together."""
    found = {}
    for number in range(max(number for _, number in CHANGES) + 1):
        names = [name for name, other in CHANGES if other == number]
        shared_warehouse.clear()
        articles = [told(ARTICLES[name], ARTICLES[name]["contradiction"][number]["change"]) for name in names]
        for name, findings in zip(names, errors(shared_warehouse, articles), strict=True):
            found[name, number] = findings
    return found


def case(name, number):
    """Return a change as a test case; what is missed so far is a strict expected failure."""
    reason = ARTICLES[name]["contradiction"][number].get("missed")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(name, number, marks=marks, id=f"{name}-{number}")


@pytest.mark.parametrize("name", ARTICLES)
def test_what_agrees_is_not_reported(unchanged, name):
    assert unchanged[name] == []


@pytest.mark.parametrize(("name", "number"), [case(*change) for change in CHANGES])
def test_one_wrong_number_is_found(changed, name, number):
    wanted = ARTICLES[name]["contradiction"][number]
    assert any(
        check in wanted["check"]
        and all(any(figure in quote or quote in figure for quote in quotes) for figure in wanted["figures"])
        for check, quotes in changed[name, number]
    ), changed[name, number]
