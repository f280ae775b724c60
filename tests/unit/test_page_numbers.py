"""No number of an article is lost or altered on the way out of a page, and none comes in from beside it."""

import re

import pytest
from news_pages import news_page

from flows.sources.child import child

PAGES = 100


def text_of(markup: str) -> str:
    (found,) = child().ask("page", {}, markup.encode())
    return str(found["text"])


def stands_in(number: str, text: str) -> bool:
    """Whether a number stands in a text as a whole, and as no part of another."""
    written = re.escape(number)
    return re.search(rf"(?<![\d.,^_]){written}(?![\d^_]|[.,]\d)", text) is not None


def test_every_number_of_made_pages_comes_out_whole() -> None:
    count = 0
    for seed in range(PAGES):
        page = news_page(seed)
        text = text_of(page.markup)
        count += len(page.seen)
        assert [number for number in page.seen if not stands_in(number, text)] == [], f"page {seed}"
        assert [number for number in page.unseen if number in text] == [], f"page {seed}"
    assert count > 3_000


SENTENCE = (
    "The mill at Selby ground more flour in the year than in any other since the flood, its owner said."
)
LEAD = f"<p>{SENTENCE} {SENTENCE} {SENTENCE}</p>"


def page(body: str) -> str:
    return f"<html><head><title>Mill</title></head><body><h1>Mill</h1>{body}</body></html>"


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        # Beside paragraphs, in elements that are none.
        ("<div>It sold 4,125 sacks to the bakers of the next town.</div>", "4,125"),
        ("It sold 4,125 sacks to the bakers of the next town.", "4,125"),
        # Under a picture, and in a figure's table.
        ("<figure><figcaption>The wheel turns after 4,125 days of rest.</figcaption></figure>", "4,125"),
        ("<figure><table><tr><th>Year<th>Sacks<tr><td>2019<td>4,125</table></figure>", "2019: Sacks: 4,125."),
        ("<p>It sold 4,125 <span class='x sr-only'>or 999</span>sacks.</p>", "sold 4,125 sacks"),
        # A short sentence with a link is no menu.
        ("<p>It sold <a href=/x>4,125 sacks of flour</a> to bakers.</p>", "4,125"),
        ("<p>He said <q>it was 4,125</q> and left.</p>", "\u201cit was 4,125\u201d"),
    ],
)  # fmt: skip
def test_text_is_kept_wherever_it_stands(markup: str, kept: str) -> None:
    assert kept in text_of(page(f"<article>{LEAD}{markup}{LEAD}</article>"))


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>It sold 4&nbsp;125 sacks in&nbsp;May.</p>", "4\u00a0125 sacks in May"),
        ("<p>It sold <b>4</b>&thinsp;<b>125</b> sacks.</p>", "4\u00a0125 sacks"),
        ("<table><tr><th>Year<th>Sacks (million)<tr><td>2019<td>4&#8239;125</table>", "4\u00a0125 million"),
        ("<p>It sold 4&nbsp;1250 sacks.</p>", "4 1250 sacks"),
    ],
)
def test_thousands_are_held_together(markup: str, kept: str) -> None:
    assert kept in text_of(page(f"<article>{LEAD}{markup}{LEAD}</article>"))


@pytest.mark.parametrize(
    "holder",
    ["<div class=x><div class=y>{}</div></div>", "<table><tr><td>Menu<td>{}</table>", "<center>{}</center>"],
)
def test_lists_and_headings_are_kept_where_a_page_does_not_name_its_article(holder: str) -> None:
    body = f"{LEAD}<h3>Why 4,125 matters</h3><ul><li>Sacks: 7,250</li></ul>{LEAD}"
    text = text_of(page(holder.format(body)))
    assert "Why 4,125 matters" in text.split("\n")
    assert "Sacks: 7,250" in text


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a.jpg><figcaption>Photo: 4,125 Pictures</figcaption></figure>",
        "<div>Read 4,125</div>",
        "<div><a href=/a>Also read how the town of Selby lost 4,125 lambs.</a></div>",
    ],
)
def test_credits_labels_and_teasers_are_no_text(markup: str) -> None:
    assert "4,125" not in text_of(page(f"<article>{LEAD}{markup}{LEAD}</article>"))
