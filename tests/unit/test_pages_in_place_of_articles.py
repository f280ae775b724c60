"""Walls and lists in place of an article are refused; articles that speak of such things are read."""

import tomllib
from pathlib import Path

import pytest
from listing_pages import listing_pages

from flows.sources.article import SourceError
from flows.sources.page_parser import parse

HERE = Path(__file__).parents[1] / "pages"
WALLS = tomllib.loads((HERE / "walls.toml").read_text(encoding="utf-8"))
ARTICLES = tomllib.loads((HERE / "articles.toml").read_text(encoding="utf-8"))["pages"]
LISTS = dict(listing_pages())


def became(markup: str) -> str:
    """Return "read", or the reason why a page is refused."""
    try:
        list(parse({}, markup.encode()))
    except SourceError as fault:
        return fault.reason
    return "read"


@pytest.mark.parametrize(
    ("reason", "markup"), [(reason, page) for reason, group in WALLS.items() for page in group["pages"]]
)
def test_a_wall_is_refused_as_what_it_is(reason: str, markup: str) -> None:
    assert became(markup) == reason


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_articles_is_refused(name: str) -> None:
    assert became(LISTS[name]) == "listing"


@pytest.mark.parametrize("markup", ARTICLES)
def test_an_article_about_such_things_or_beside_them_is_read(markup: str) -> None:
    assert became(markup) == "read"


def test_an_article_with_many_headlines_below_it_is_read() -> None:
    text = (
        "<p>The ferry carried 41,300 people in May, more than in any month since it was built in 1987.</p>"
        * 8
    )
    links = "".join(f"<li><a href='/{n}'>Another headline of the day {n}</a></li>" for n in range(40))
    assert became(f"<html><body><div>{text}<h3>More news</h3><ul>{links}</ul></div></body></html>") == "read"


def test_how_many_articles_are_left_is_no_part_of_one() -> None:
    meter = "<p>You have 2 free articles left this month.</p>"
    told = "<p>The ferry carried 41,300 people in May, its owner said.</p>"
    (found,) = parse({}, f"<html><body><main>{meter}{told}</main></body></html>".encode())
    assert "41,300" in found["text"]
    assert "2 free" not in found["text"]


def test_a_long_text_whose_headings_lead_to_themselves_is_no_list() -> None:
    parts = "".join(
        f"<h2 id='p{n}'><a href='#p{n}'>What the ferry carried in year {n}</a></h2>"
        f"<p>In its year {n} the ferry carried {41_000 + n} people, its owner said.</p>"
        for n in range(12)
    )
    contents = "".join(f"<li><a href='#p{n}'>What the ferry carried in year {n}</a></li>" for n in range(12))
    assert became(f"<html><body><main><ul>{contents}</ul>{parts}</main></body></html>") == "read"
