"""The pages of the report, without a browser: what they say, what they escape, where they link."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from reporting import ATTACK, publish_warehouse

from flows import cli
from warehouse.publish import open_reader
from warehouse.report import NotAReport, build

FIRST_PAGE_BYTES = 300_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    warehouse = publish_warehouse(folder / "w.duckdb")
    with open_reader(warehouse) as connection:
        build(connection, folder / "site")
    return folder / "site"


class Page(HTMLParser):
    """What a browser would make of a page: elements with their attributes, text outside scripts."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._hidden = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))
        self._hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def pages(built: Path) -> list[Path]:
    return sorted(built.rglob("*.html"))


def article(built: Path, words: str) -> Page:
    found = [
        path for path in pages(built / "articles") if words in Page(path).text and "page" not in path.stem
    ]
    return Page(next(path for path in found if path.stem != "index"))


def test_every_link_leads_to_a_page_and_a_place_in_it(built: Path) -> None:
    anchors = {path: {one["id"] for _, one in Page(path).elements if "id" in one} for path in pages(built)}
    assert len(anchors) > 10
    for path in pages(built):
        page = Page(path)
        for link in page.all("a"):
            address, _, place = link["href"].partition("#")
            if address.startswith("https://"):
                continue
            target = (path.parent / address).resolve() if address else path
            assert target in anchors, f"{path}: {link['href']}"
            assert not place or place in anchors[target], f"{path}: {link['href']}"
        for tag, name in (("script", "src"), ("link", "href")):
            for one in page.all(tag):
                if one.get(name) and one[name] != "data:,":
                    assert (path.parent / one[name]).is_file(), f"{path}: {one[name]}"


def test_nothing_is_loaded_from_a_network(built: Path) -> None:
    for path in pages(built):
        page = Page(path)
        policy = next(one for one in page.all("meta") if one.get("http-equiv"))["content"]
        assert policy.startswith("default-src 'none'")
        for tag, attributes in page.elements:
            for name in ("src", "srcset", "action", "data"):
                assert "//" not in attributes.get(name, ""), f"{path}: {tag}"


def test_no_word_of_an_article_becomes_markup(built: Path) -> None:
    seen = 0
    for path in pages(built):
        page = Page(path)
        assert not page.all("img"), path
        assert all(not name.startswith("on") for _, one in page.elements for name in one), path
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/json", path
        assert all(not link["href"].lower().startswith("javascript") for link in page.all("a")), path
        seen += ATTACK in page.text
    assert seen >= 6, "the attacking words are shown as words"
    assert "49" not in article(built, "Before").text, "a template in an article is text"


def test_data_in_scripts_cannot_end_the_script(built: Path) -> None:
    for path in pages(built):
        for data in re.findall(
            r'<script type="application/json"[^>]*>(.*?)</script>', path.read_text("utf-8"), re.S
        ):
            assert "<" not in data
    for path in (built / "search").iterdir():
        content = path.read_text("ascii")
        assert content.startswith("crossfootSearch.add([")
        assert "\u2028" not in content


def test_characters_that_reorder_text_are_shown(built: Path) -> None:
    for path in [*pages(built), *(built / "search").iterdir()]:
        assert "\u202e" not in path.read_text("utf-8")
        assert "\\u202e" not in path.read_text("utf-8")
    assert "boats ⟨U+202E⟩1" in article(built, "Before").text


def test_an_article_marks_each_figure_and_leads_to_its_row_and_back(built: Path) -> None:
    page = article(built, "were red")
    marks = [one for one in page.all("a") if "figure" in one.get("class", "")]
    rows = {one["id"] for one in page.all("tr") if "id" in one}
    assert len(marks) == len(rows) == 6  # 8, the four digits of 2030, 5
    assert [one["href"].removeprefix("#") for one in marks] == sorted(rows)
    back = [one["href"] for one in page.all("a") if one["href"].startswith("#f")]
    assert back == [f"#{one['id']}" for one in marks]
    assert sum("disputed" in one["class"] for one in marks) == 1


def test_an_untitled_article_is_headed_by_its_first_line_once(built: Path) -> None:
    page = article(built, "were red")
    assert page.words.count("Harbour traffic grows") == 2  # the page's title and its heading
    assert [one for one in page.all("a") if one["href"] == "https://quay.example/1"]


def test_a_finding_shows_sentences_intervals_arithmetic_and_repairs(built: Path) -> None:
    path = built / "findings" / "f000000000000001.html"
    page = Page(path)
    assert re.search(r"The harbour had\s*<mark>8</mark>\s*boats in 2030", path.read_text("utf-8"))
    assert re.search(r"the harbour had\s*<mark>6</mark>\s*boats", path.read_text("utf-8"))
    for words in (
        '"8" <> "6"',
        "The figures give 8 boats",
        "To agree it has to be 6 boats",
        "Apart by 2 boats",
        "would have to be 8 boats",
    ):
        assert words in page.words
    assert "The words of these figures exclude each other." in page.words
    (picture,) = [one for one in page.all("div") if one.get("role") == "img"]
    assert "which do not meet" in picture["aria-label"]
    assert page.words.count("gap 2") == 2, "drawn for wide and for small screens"
    assert "crossfoot accept f000000000000001" in page.words
    assert "no value in common" in page.words, "the check says what it is"


def test_an_accepted_finding_says_who_and_why(built: Path) -> None:
    words = Page(built / "findings" / "f000000000000003.html").words
    assert "Accepted by jane: known" in words
    assert "crossfoot accept" not in words


def test_the_first_page_has_the_counts_and_the_worst_first(built: Path) -> None:
    page = Page(built / "index.html")
    assert "“8”, “6” in " in page.words, "a list of findings says which figures"
    assert "1 open finding where figures contradict each other" in page.words
    assert page.words.index("The same figure is 8 and 6") < page.words.index("Strange: ")
    assert "a part is above" not in page.words.lower(), "accepted ones are not open"
    loaded = [built / one["href"] for one in page.all("link") if one["href"] != "data:,"]
    loaded += [built / one["src"] for one in page.all("script") if "src" in one]
    assert sum(path.stat().st_size for path in [built / "index.html", *loaded]) < FIRST_PAGE_BYTES


def test_a_time_line_lists_its_figures_with_sources(built: Path) -> None:
    (path,) = [one for one in pages(built / "lines") if one.stem != "index"]
    words = Page(path).words
    assert "boats, The harbour" in words
    assert "Quay Post" in words
    assert "Ledger" in words
    assert "2 disputed" in words


def test_rejects_and_runs_are_told(built: Path) -> None:
    assert (
        "empty.txt" in Page(built / "rejects.html").words
        or "harbour/x.txt" in Page(built / "rejects.html").words
    )
    words = Page(built / "runs.html").words
    assert "1 Mar 2030, 10:00" in words and "7 date" in words
    assert "Publish s" in words and "3.0 2.0 0.5 5" in words, "seconds a step, then articles a second"
    for page in ("runs.html", "index.html"):
        words = Page(built / page).words
        assert f"{ATTACK}: 9 figures in 4 articles" in words, "a source that gave far less than before"
        assert "quay:" not in words


def test_an_article_without_figures_has_a_page(built: Path) -> None:
    assert "No figure in this text" in article(built, "Nothing is counted").words


def test_the_same_warehouse_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    with open_reader(built.parent / "w.duckdb") as connection:
        build(connection, tmp_path / "again")
        build(connection, tmp_path / "again")
    first = {path.relative_to(built): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    again = tmp_path / "again"
    assert first == {
        path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()
    }
    assert [path.name for path in tmp_path.iterdir()] == ["again"]


def test_a_folder_with_something_else_in_it_is_left_alone(built: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with (
        open_reader(built.parent / "w.duckdb") as connection,
        pytest.raises(NotAReport, match="something else"),
    ):
        build(connection, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_build_that_breaks_leaves_the_older_report(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    with open_reader(built.parent / "w.duckdb") as connection:
        build(connection, target)
        monkeypatch.setattr("warehouse.report.site_build._Site.search", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build(connection, target)
    assert (target / "index.html").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_warehouse_has_a_report(tmp_path: Path) -> None:
    from warehouse.publish import open_run

    with open_run(tmp_path / "w.duckdb"):
        pass
    with open_reader(tmp_path / "w.duckdb") as connection:
        assert build(connection, tmp_path / "site").articles == 0
    assert "No open finding" in Page(tmp_path / "site" / "index.html").words


def test_long_lists_are_in_pages(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.report.site_build.PAGE_LENGTH", 1)
    monkeypatch.setattr("warehouse.report.site_build.SHARD", 2)
    with open_reader(built.parent / "w.duckdb") as connection:
        build(connection, tmp_path / "site")
    assert [path.name for path in pages(tmp_path / "site" / "articles") if "page" in path.name] == [
        "page-2.html",
        "page-3.html",
        "page-4.html",
    ]
    assert "Nothing" not in Page(tmp_path / "site" / "articles" / "page-2.html").text
    shards = len(list((tmp_path / "site" / "search").iterdir()))
    (form,) = [
        one for one in Page(tmp_path / "site" / "search.html").all("form") if one.get("id") == "search"
    ]
    assert int(form["data-shards"]) == shards > 1


def test_the_command_says_where_the_report_begins(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse = str(built.parent / "w.duckdb")
    assert cli.main(["report", "--warehouse", warehouse, "--out", str(tmp_path / "r")]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == str(tmp_path / "r" / "index.html")
    assert "4 articles, 3 findings, 1 time line\n" in told.err
    (tmp_path / "file").write_text("mine")
    assert cli.main(["report", "--warehouse", warehouse, "--out", str(tmp_path / "file")]) == 2
