"""Builds the report: every page once, from queries that are each read once."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, PackageLoader, StrictUndefined

from warehouse.check_files import shipped_checks
from warehouse.report import pages, wording
from warehouse.report.charts import intervals_chart, line_chart
from warehouse.report.drawing import sign
from warehouse.report.output import Folder, replaced
from warehouse.report.pictures import intervals_picture, line_picture
from warehouse.report.queries import by_article, prepare, rows
from warehouse.spoken import CERTAINTIES, plural

ASSETS = ("style.css", "site.js", "search.js")
PAGE_LENGTH = 100
SHOWN_FIRST = 10
REFUSED_SHOWN = 500
# A shard is read in a blink; more figures than these make a browser slow.
SHARD = 5_000
SEARCHED = 200_000


@dataclass(frozen=True, slots=True)
class Built:
    """What a report holds."""

    index: Path
    articles: int
    findings: int
    lines: int
    files: int


def build(connection: duckdb.DuckDBPyConnection, target: Path) -> Built:
    """Write the report of a published warehouse into the folder `target`; an older report there is replaced.

    The same warehouse gives the same bytes.

    Args:
        connection: as `warehouse.publish.open_reader` gives it.
        target: a folder that is a report, is empty or does not exist.

    Raises:
        NotAReport: `target` holds something else.
    """
    prepare(connection)
    with replaced(target) as folder:
        site = _Site(connection, folder)
        findings = site.findings()
        lines = site.lines()
        articles = site.articles()
        site.article_list()
        site.search()
        site.overview(findings, lines)
        site.assets()
    return Built(target / "index.html", articles, len(findings), len(lines), folder.files)


def environment() -> Environment:
    """Return the templates: everything is escaped, and characters that reorder text are shown."""
    made = Environment(
        loader=PackageLoader("warehouse.report"),
        autoescape=True,
        finalize=wording.visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "number": wording.number,
        "plain": wording.plain,
        "repair": wording.repair,
        "day": wording.day,
        "plural": plural,
        "certainty": CERTAINTIES.__getitem__,
    }
    made.globals |= {"interval": wording.interval, "period": wording.period, "sign": sign}
    return made


class _Site:
    """The pages of one report, each written when its rows have been read."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Folder) -> None:
        self._rows = partial(rows, connection)
        self._connection = connection
        self._folder = folder
        self._templates = environment()
        self._totals = next(self._rows("totals"))

    def findings(self) -> list[dict[str, Any]]:
        """Write a page a finding and the list of them; return what lists say of each."""
        descriptions = {check.name: check.description for check in shipped_checks()}
        entries = []
        for finding_id, group in groupby(self._rows("findings"), key=lambda row: row["finding_id"]):
            page = pages.finding_page(list(group), descriptions)
            chart = intervals_chart(page["finding"], page["figures"])
            self._write(
                f"findings/{finding_id}.html",
                "finding.html",
                "findings",
                picture=intervals_picture(chart),
                is_apart=bool(chart and chart["gap"]),
                **page,
            )
            entries.append(pages.finding_entry(page))
        self._list("findings", "findings.html", entries)
        return entries

    def lines(self) -> list[dict[str, Any]]:
        """Write a page a time line and the list of them; return what lists say of each."""
        entries = []
        for name, group in groupby(self._rows("points"), key=pages.line_id):
            points = list(group)
            entry = pages.line_entry(points)
            chart = line_chart(points)
            self._write(
                f"lines/{name}.html",
                "line.html",
                "lines",
                line=entry,
                points=points,
                chart=chart,
                picture=line_picture(chart),
            )
            entries.append(entry)
        self._list("lines", "lines.html", entries)
        return entries

    def articles(self) -> int:
        """Write a page an article; return how many."""
        figures = by_article(self._connection, "figures")
        relations = by_article(self._connection, "relations")
        rejects = by_article(self._connection, "rejects")
        count = 0
        for article in self._rows("articles"):
            name = article["article_id"]
            page = pages.article_page(article, figures.take(name), relations.take(name), rejects.take(name))
            self._write(f"articles/{name}.html", "article.html", "articles", **page)
            count += 1
        return count

    def article_list(self) -> None:
        """Write the list of articles, the latest first."""
        entries = ({**row, "published": pages.published(row)} for row in self._rows("article_list"))
        self._list("articles", "articles.html", entries, total=self._totals["articles"])

    def search(self) -> None:
        """Write the page that searches, and the figures it searches in shards that are scripts.

        A page that is opened from a disk may load scripts, but not read other files.
        """
        shards = 0
        ordered = self._rows("search", {"limit": SEARCHED})
        for shards, shard in enumerate(_chunks(ordered, SHARD), start=1):
            content = json.dumps(_shard(shard), ensure_ascii=True, separators=(",", ":"))
            self._folder.write(f"search/{shards}.js", f"crossfootSearch.add({content});\n")
        searched = min(self._totals["figures"], SEARCHED)
        self._write("search.html", "search.html", "search", shards=shards, searched=searched)

    def overview(self, findings: Sequence[Mapping[str, Any]], lines: Sequence[Mapping[str, Any]]) -> None:
        """Write the first page, runs and rejects."""
        runs = [pages.run_row(run) for run in self._rows("runs")]
        reasons = list(self._rows("reasons"))
        refused = list(self._rows("refused"))
        self._write(
            "index.html",
            "index.html",
            "overview",
            findings=[one for one in findings if one["status"] == "open"][:SHOWN_FIRST],
            lines=lines[:SHOWN_FIRST],
            runs=runs[:SHOWN_FIRST],
            warned=[run for run in runs[:SHOWN_FIRST] if run["warnings"]],
            checks=list(self._rows("checks")),
            publishers=list(self._rows("publishers")),
            reasons=reasons[:SHOWN_FIRST],
        )
        self._write("runs.html", "runs.html", "runs", runs=runs)
        shown = refused[:REFUSED_SHOWN]
        self._write(
            "rejects.html",
            "rejects.html",
            "rejects",
            reasons=reasons,
            refused=shown,
            is_cut=len(refused) > len(shown),
        )

    def assets(self) -> None:
        """Copy styles and scripts."""
        files = resources.files("warehouse.report") / "assets"
        for name in ASSETS:
            self._folder.write(f"assets/{name}", (files / name).read_bytes())

    def _list(
        self, folder: str, template: str, entries: Iterable[Mapping[str, Any]], total: int | None = None
    ) -> None:
        """Write a list in pages: index.html, page-2.html, ..."""
        if total is None:
            entries = list(entries)
            total = len(entries)
        last = max(-(-total // PAGE_LENGTH), 1)
        chunks = _chunks(iter(entries), PAGE_LENGTH)
        for at in range(1, last + 1):
            self._write(
                f"{folder}/{_page_name(at)}",
                template,
                folder,
                entries=next(chunks, []),
                total=total,
                at=at,
                pages=[(one, _page_name(one)) for one in _neighbours(at, last)],
                last=last,
            )

    def _write(self, name: str, template: str, section: str, /, **shown: Any) -> None:
        root = "../" * name.count("/")
        html = self._templates.get_template(template).render(
            shown, root=root, section=section, totals=self._totals
        )
        self._folder.write(name, html)


def _page_name(at: int) -> str:
    return "index.html" if at == 1 else f"page-{at}.html"


def _neighbours(at: int, last: int) -> list[int]:
    """Return the pages that a page links to: the first, the last and those around it."""
    return sorted({1, last, *range(max(at - 2, 1), min(at + 2, last) + 1)})


def _chunks(items: Iterator[Any], size: int) -> Iterator[list[Any]]:
    chunk: list[Any] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _shard(found: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """Return figures by article, as search.js reads them.

    [article, title, publisher, day, [[number, quote, about, disputed], ...]]
    """
    shard = []
    for article_id, group in groupby(found, key=lambda row: row["article_id"]):
        figures = list(group)
        first = figures[0]
        when = first["published_on"].isoformat() if first["published_on"] else ""
        shard.append(
            [
                article_id,
                wording.visible(first["heading"]),
                wording.visible(first["publisher"] or ""),
                when,
                [
                    [one["number"], wording.visible(one["quote"]), _label(one), int(one["is_disputed"])]
                    for one in figures
                ],
            ]
        )
    return shard


def _label(row: Mapping[str, Any]) -> str:
    parts = pages.about({**row, "base": None})
    order = ("metric", "entity", "scope", "place", "period")
    label: str = wording.visible(" · ".join(parts[name] for name in order if parts[name]))
    return label
