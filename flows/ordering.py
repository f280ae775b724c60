"""What a run is to read and how, from what a person gave and what the settings say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flows.configuration import Configuration, ConfigurationError
from flows.polling import Polls
from flows.source_settings import NamedSource
from flows.sources.article import Options, SourceError
from flows.sources.dating import Window, parse_published, utc_now
from flows.sources.politeness import Politeness
from flows.sources.source import WEB, Source, shown_given


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be read.

    Attributes:
        sources: in this order.
        options: how all of them are read.
        politeness: how the web is asked.
        named: sources of the settings among them, whose time of reading is kept.
    """

    sources: tuple[Source, ...]
    options: Options
    politeness: Politeness
    named: tuple[str, ...] = ()

    @property
    def asks_web(self) -> bool:
        """Whether a source is an address of the web."""
        return any(source.scheme in WEB for source in self.sources)

    def read_named(self, barren: Collection[str]) -> list[str]:
        """Return the named sources that were read; one that gave nothing stays due."""
        failed = {source.name for source in self.sources if shown_given(source.given) in barren}
        return [name for name in self.named if name not in failed]


def order_of(
    configuration: Configuration,
    given: Sequence[str],
    *,
    published: str | None = None,
    since: str | None = None,
    until: str | None = None,
    follow: bool = False,
) -> Order:
    """Return what a person wants to be read.

    Args:
        configuration: the settings.
        given: files, folders, addresses and names of sources of the settings; none: all sources of the
            settings that are due.
        published: publication date of a single file.
        since: first publication date that is wanted.
        until: last one.
        follow: feeds stand for the pages that they lead to.

    Raises:
        ConfigurationError: nothing is to be read, a date is none, or the web cannot be asked politely.
    """
    by_name = {one.name: one for one in configuration.sources}
    if given:
        chosen = [by_name.get(one, one) for one in dict.fromkeys(given)]
    elif configuration.sources:
        chosen = list(Polls(configuration.warehouse).due(configuration.sources, utc_now()))
    else:
        raise ConfigurationError("no SOURCE is given, and crossfoot.toml has no [[sources]]")
    sources: list[Source] = []
    for one in chosen:
        sources += one.sources if isinstance(one, NamedSource) else [Source(one)]
    if follow:
        sources = [replace(source, follow=True) for source in sources]
    options = Options(
        configuration.max_article_bytes,
        _published(sources, published),
        configuration.columns,
        window=_window(since, until),
    )
    named = tuple(one.name for one in chosen if isinstance(one, NamedSource))
    distinct = tuple(one for number, one in enumerate(sources) if one not in sources[:number])
    order = Order(distinct, options, configuration.http, named)
    if order.asks_web and configuration.http.contact is None:
        address = next(shown_given(source.given) for source in sources if source.scheme in WEB)
        raise ConfigurationError(
            f"{address} is only asked with a contact that its server can see: add [http] with "
            'contact = "mailto:you@example.org" (or your page) to crossfoot.toml'
        )
    return order


def _published(sources: Sequence[Source], published: str | None) -> str | None:
    if published is None:
        return None
    if len(sources) != 1 or Path(sources[0].given).is_dir() or sources[0].scheme is not None:
        raise ConfigurationError("--published is for a single file; a folder's dates stand in articles.csv")
    return _date("--published", published)


def _window(since: str | None, until: str | None) -> Window | None:
    if since is None and until is None:
        return None
    window = Window(_date("--since", since), _date("--until", until))
    if window.since and window.until and not Window(window.since).takes(window.until):
        raise ConfigurationError(f"--since {since} is after --until {until}")
    return window


def _date(option: str, written: str | None) -> str | None:
    try:
        return parse_published(written)
    except SourceError as fault:
        raise ConfigurationError(f"{option}: {fault.detail}") from fault
