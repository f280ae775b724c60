"""Pages become articles whose numbers are those that a reader of the page sees."""

import json
import time
from pathlib import Path

import pytest

from flows import sources
from flows.sources import Article, Options, Refused, child
from flows.sources.urls import clean_url

LEAD = "The ferry company carried 41,300 passengers in May, it said in its report for the month on Friday."
MORE = "<p>Its four ships sailed on every day but one, and the crossing took fifty minutes on average.</p>"


def page(body: str, head: str = "", title: str = "Ferry carries more") -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1><p>{LEAD}</p>{body}{MORE}</article>"
        "<footer>All rights reserved 1999</footer></body></html>"
    )


def read(folder: Path, content: str | bytes, **options: object) -> sources.Item:
    file = folder / "page.html"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (item,) = sources.read(str(file), Options(**options))  # type: ignore[arg-type]
    return item


def text_of(folder: Path, body: str) -> str:
    item = read(folder, page(body))
    assert isinstance(item, Article), item
    return item.text


def reason_of(folder: Path, content: str | bytes) -> str:
    item = read(folder, content)
    assert isinstance(item, Refused), item
    return item.reason


def test_a_page_is_an_article_with_what_it_says_of_itself(tmp_path: Path) -> None:
    head = (
        "<meta property='og:site_name' content='Sound Gazette'>"
        "<meta property='article:published_time' content='2021-06-04T08:00:00Z'>"
        "<link rel=canonical href='https://gazette.example/ferry?utm_source=mail'>"
    )
    item = read(tmp_path, page("", head))
    assert isinstance(item, Article)
    assert item.text.startswith(LEAD)
    assert (item.source, item.source_id) == (tmp_path.name, "page.html")
    assert (item.title, item.publisher) == ("Ferry carries more", "Sound Gazette")
    assert (item.published, item.date_source) == ("2021-06-04", "meta")
    assert item.date_confidence is not None and item.date_confidence > 0.9
    assert item.url == "https://gazette.example/ferry"
    assert "Home" not in item.text and "1999" not in item.text


@pytest.mark.parametrize(
    "data", ["", "[", "[]", "3", "null", '{"@graph": 7}', '{"@type": ["NewsArticle", {}]}']
)
def test_data_of_any_shape_beside_a_page_does_no_harm(tmp_path: Path, data: str) -> None:
    item = read(tmp_path, page("", f"<script type='application/ld+json'>{data}</script>"))
    assert isinstance(item, Article) and item.title == "Ferry carries more"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("It can take 2<sup>7</sup> pallets.", "take 2^7 pallets"),
        ("The deck has 900 m<sup>2</sup> of room.", "900 m^2 of room"),
        ("It was the 21<sup>st</sup> trip.", "the 21st trip"),
        ("It sold&#31; 7<sup>&#1;2</sup> in 2016&#11;350 people came.", "7^2 in 2016 350 people came"),
        ("It holds &#x1f;1,2&#x0003;50 tons and&#65535; 3 cars.", "holds 1,250 tons and 3 cars"),
        ("It emits CO<sub>2</sub> by night.", "CO_2 by night"),
        ("It needs 2<sup>1</sup>/<sub>2</sub> hours.", "needs 2 1/2 hours"),
        ("It sold 780<sup><a href='#note3'>3</a></sup> tickets.", "sold 780 tickets"),
        ("It sold 780<sup>*</sup> tickets.", "sold 780 tickets"),
        ("It has <del>500</del><ins>600</ins> seats.", "has 600 seats"),
        ("It has <s>70</s> <strike>71</strike> 72 cabins.", "has 72 cabins"),
        ("It began in <time>2016</time> and ran.", "began in 2016 and ran"),
        ("It has <span>35</span><b>,000</b> members.", "has 35,000 members"),
        ("It has 1&nbsp;200 bunks.", "1 200 bunks"),
        ("It has &#51;&#53;0 crew.", "has 350 crew"),
        ("It has 12<wbr>,500 bolts.", "has 12,500 bolts"),
    ],
)
def test_numbers_come_out_as_a_reader_sees_them(tmp_path: Path, markup: str, seen: str) -> None:
    assert seen in " ".join(text_of(tmp_path, f"<p>{markup} {LEAD}</p>").split())


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='display: none'>It carried 999,999 people.</p>",
        "<p style='color:red;VISIBILITY:hidden'>It carried 999,999 people.</p>",
        "<p style='font-size:0'>It carried 999,999 people.</p>",
        "<p hidden>It carried 999,999 people.</p>",
        "<noscript><p>It carried 999,999 people.</p></noscript>",
        "<template><p>It carried 999,999 people.</p></template>",
        "<!-- It carried 999,999 people. -->",
        "<svg><text>It carried 999,999 people.</text></svg>",
        "<iframe srcdoc='<p>It carried 999,999 people.</p>'></iframe>",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(tmp_path: Path, markup: str) -> None:
    assert "999" not in text_of(tmp_path, markup)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "<caption>Passengers (thousands)</caption><tr><th>Year<th>North<th>South"
            "<tr><td>2015<td>43.9<td>18.5<tr><td>2016<td>51.9<td>21.7",
            ["Passengers, 2015: North: 43.9 thousand; South: 18.5 thousand.",
             "Passengers, 2016: North: 51.9 thousand; South: 21.7 thousand."],
        ),
        # Headers over several columns, names beside several rows, a figure for two columns.
        (
            "<tr><th rowspan=2>Quay<th colspan=2>Boats<tr><th>2018<th>2019<tr><td rowspan=2>West<td>41<td>43"
            "<tr><td>18<td>19<tr><td>Both<td colspan=2>121",
            ["West: Boats: 41 in 2018; Boats: 43 in 2019.", "West: Boats: 18 in 2018; Boats: 19 in 2019.",
             "Both: Boats: 121 in 2018 and 2019."],
        ),
        # A figure beside two rows is told once.
        ("<tr><th>Pier<th>Depth (m)<th>Crew<tr><td>A<td>9<td rowspan=2>12<tr><td>B<td>7",
         ["A: Depth (m): 9; Crew: 12.", "B: Depth (m): 7."]),
        # Units go to the numbers that they belong to.
        ("<tr><th>Line<th>Sales ($bn)<th>Growth (%)<th>Staff<tr><td>Red<td>4.1<td>-3<td>940",
         ["Red: Sales: $4.1 billion; Growth: -3%; Staff: 940."]),
        ("<caption>Fares in euros</caption><tr><th>Route<th>Adult<tr><td>North<td>14.50<tr><td>South<td>9",
         ["Fares, North: Adult: 14.50 euros.", "Fares, South: Adult: 9 euros."]),
    ],
)  # fmt: skip
def test_a_cell_is_told_with_its_headers(tmp_path: Path, table: str, told: list[str]) -> None:
    text = text_of(tmp_path, f"<table>{table}</table>")
    assert [line for line in text.split("\n\n") if line in told] == told


STATED = json.dumps(
    {"@graph": [{"@type": "NewsArticle", "articleBody": f"{LEAD}\n\nIt sold 4,125 sacks. {LEAD}"}]}
)


@pytest.mark.parametrize("shown", ["<div id=app></div>", "<p>Please enable JavaScript to see this page.</p>"])
def test_an_article_that_a_script_shows_is_read_where_its_page_states_it(tmp_path: Path, shown: str) -> None:
    script = f"<script type='application/ld+json'>{STATED}</script>"
    item = read(tmp_path, f"<html><head>{script}</head><body>{shown}</body></html>")
    assert isinstance(item, Article) and "\n\nIt sold 4,125 sacks." in item.text


def test_an_article_for_readers_without_scripts_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    told = f"<article><p>{LEAD}</p><p>It sold 4,125 sacks. {LEAD}</p></article>"
    item = read(tmp_path, f"<html><body><div></div><noscript>{told}</noscript></body></html>")
    assert isinstance(item, Article) and "It sold 4,125 sacks." in item.text


def test_menus_go_and_an_article_in_one_stays(tmp_path: Path) -> None:
    article = f"<article><p>{LEAD}</p>{MORE}</article>"
    for markup in (
        f"<nav><p>It sold 999,999 sacks of flour to the town.</p></nav>{article}",
        f"<nav>{article}</nav>",
    ):
        item = read(tmp_path, f"<html><body>{markup}</body></html>")
        assert isinstance(item, Article) and LEAD in item.text and "999" not in item.text


def test_a_table_that_lays_out_a_page_stays_text(tmp_path: Path) -> None:
    text = text_of(
        tmp_path, f"<table><tr><td><p>{LEAD} {LEAD}</p></td><td><p>Left side</p></td></tr></table>"
    )
    assert f"{LEAD} {LEAD}" in text


def test_a_span_beyond_reason_costs_nothing(tmp_path: Path) -> None:
    start = time.monotonic()
    table = "<table><tr><td colspan=9007199254740991>350<td>32%</tr><tr><td>1<td>2</tr></table>"
    assert LEAD in text_of(tmp_path, table)
    assert time.monotonic() - start < 10


def test_a_future_or_one_of_many_dates_is_none(tmp_path: Path) -> None:
    future = read(tmp_path, page("", "<meta name=date content='3026-09-01'>"))
    many = read(tmp_path, page("".join(f"<p><time>{day}/5/2003</time> {LEAD}</p>" for day in range(1, 12))))
    assert isinstance(future, Article) and isinstance(many, Article)
    assert (future.published, future.date_source) == (None, None)
    assert (many.published, many.date_source, many.date_confidence) == (None, None, None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<div id=box>We and our 842 partners store cookies for 13 months.</div>", "consent_wall"),
        ("<p>Subscribe now for $1 a week. You have 4 articles left this month.</p>", "paywall"),
        ("<p>Error 404. The page could not be found.</p>", "missing_page"),
        ("<p>To read on, please register. It takes 20 seconds.</p>", "paywall"),
        ("<p>The rest is available to members. Create your free account in 1 minute.</p>", "paywall"),
        ("<p>The story you asked for has been removed after 60 days.</p>", "missing_page"),
        ("<p>This site is not available in your country (error 451).</p>", "missing_page"),
        ("<p>You have been blocked. Ray ID: 81f4.</p>", "missing_page"),
        ("<p>We saw unusual traffic of 40 requests and think that you were a robot.</p>", "missing_page"),
        ("<p>Sorry, the page you asked for does no longer exist.</p>", "missing_page"),
    ],
)
def test_what_stands_in_place_of_an_article_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    whole = f"<html><head><title>Gazette</title></head><body><main>{content}</main></body></html>"
    assert reason_of(tmp_path, whole) == reason


def test_a_list_of_articles_is_refused(tmp_path: Path) -> None:
    teasers = "".join(
        f"<div><h3><a href=/{n}>Ferry {n} sails again</a></h3><p>Ship {n} left.</p></div>" for n in range(60)
    )
    whole = f"<html><head><title>Gazette</title></head><body><main>{teasers}</main></body></html>"
    assert reason_of(tmp_path, whole) in ("listing", "no_article")


def test_an_article_about_subscriptions_is_one(tmp_path: Path) -> None:
    text = "The paper sold its 9,000 subscribers a ticket for $5 a month. " + LEAD
    assert "$5 a month" in text_of(tmp_path, f"<p>{text}</p>" * 2)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"<", "empty"),
        (b"<!-- no element, no text -->", "empty"),
        (b"\x7fELF" + b"\0" * 50, "not_text"),
        (b"<frameset><frame src=a></frameset>", "no_article"),
        (b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">4 ships", "too_complex"),
        (b"<b>" * 400_000 + b"4 ships", "too_complex"),
        (b"<p>" + b"x" * 9_000_000, "too_large"),
    ],
)
def test_what_no_parser_can_bear_is_refused_at_once(tmp_path: Path, content: bytes, reason: str) -> None:
    start = time.monotonic()
    assert reason_of(tmp_path, content) == reason
    assert time.monotonic() - start < 15


def test_what_is_declared_utf8_and_is_not_is_read_as_what_it_is(tmp_path: Path) -> None:
    item = read(tmp_path, page("<p>Fares rose to £2.70 – a record.</p>").encode("cp1252"))
    assert isinstance(item, Article)
    assert "£2.70 – a record" in item.text
    assert item.decoding == "cp1252"


def test_a_child_that_hangs_or_dies_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "START_SECONDS", 0.0)
    impatient = child.Child(seconds=0.01)
    with pytest.raises(sources.SourceError, match="not parsed within"):
        list(impatient.ask("page", {}, page("").encode()))
    impatient.seconds = 30.0
    assert [answer["title"] for answer in impatient.ask("page", {}, page("").encode())] == [
        "Ferry carries more"
    ]
    process = impatient._process
    assert process is not None
    process.kill()
    process.wait()
    assert [answer["title"] for answer in impatient.ask("page", {}, page("").encode())] == [
        "Ferry carries more"
    ]
    impatient.close()
    assert impatient._process is None


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://user:pw@News.example:443/a#top", "https://news.example/a"),
        ("http://news.example", "http://news.example/"),
        ("https://news.example/a?id=7&utm_medium=x", "https://news.example/a?id=7"),
        ("https://news.example:8443/a?b", "https://news.example:8443/a?b"),
        ("javascript:alert(1)", None),
        ("file:///etc/hosts", None),
        ("//news.example/a", None),
        ("https://news.example:99999/", None),
        ("https://news.example/" + "a" * 70_000, None),
        (None, None),
    ],
)
def test_an_address_is_kept_without_what_is_secret(url: str | None, clean: str | None) -> None:
    assert clean_url(url) == clean
