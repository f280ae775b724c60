"""Addresses of the web: a page, a feed with or without its pages, or a file of any kind that is read.

What an answer is known by (its validators, the hash of its bytes) is given after the articles that it gave,
so that both are committed together, and only where nothing of it was left out: else the next run would
take for known what it never saw.
"""

from collections.abc import Generator, Iterator
from dataclasses import replace

from flows.sources.article import Article, Options, Refused, SourceError
from flows.sources.contents import content_hash, settings_hash
from flows.sources.feed import LARGEST
from flows.sources.fetcher import Fetcher
from flows.sources.following import fetched_of, given_of, page_of, pages_of, validators_of_known
from flows.sources.journal import Answer
from flows.sources.kinds import READERS
from flows.sources.media import FEED, PAGE, kind_of
from flows.sources.memory import Answered, Learned, Memory, Pause
from flows.sources.source import Source, shown_given
from flows.sources.spooling import with_path
from flows.sources.urls import clean_url, host_of

News = Article | Refused | Learned | Pause


def read(source: Source, options: Options, fetcher: Fetcher, memory: Memory) -> Iterator[News]:
    """Give what an address has that is new, and what was learned by asking for it."""
    url = clean_url(source.given)
    where = shown_given(source.given)[:1_000]
    name = source.name or host_of(url) or where
    try:
        if url is None:
            raise SourceError("bad_url", f"{where!r} is no address of the web")
        yield from _read(source, name, url, options, fetcher, memory)
    except SourceError as fault:
        yield Refused(name, url or where, fault.reason, fault.detail, where)
    yield from fetcher.changed_hosts()


def _read(
    source: Source, name: str, url: str, options: Options, fetcher: Fetcher, memory: Memory
) -> Iterator[News]:
    settings = settings_hash(source)
    known = memory.fetched([url]).get(url)
    if known is not None and known.settings_hash != settings:
        known = None
    answer = fetcher.get(source.given, validators_of_known(known), source.pause)
    if known is not None and answer.response.status == 304:
        yield Answered(name, url, known.articles)
        return
    found = {"content_hash": content_hash(answer.response.body), "settings_hash": settings}
    if known is not None and known.content_hash == found["content_hash"]:
        # The same bytes, from a server that gives no validators, or new ones.
        yield Answered(name, url, known.articles)
        if (known.etag, known.last_modified) != _validators(answer):
            yield fetched_of(url, name, answer, known.articles, **found)
        return
    articles = 0
    is_whole = True
    items = _items(answer, name, source, options, fetcher, memory)
    while True:
        try:
            item = next(items)
        except StopIteration as end:
            is_whole = bool(end.value)
            break
        articles += item.unchanged if isinstance(item, Answered) else isinstance(item, Article)
        if isinstance(item, Article) and item.retrieved_at is None:
            item = replace(item, retrieved_at=answer.fetched_at)
        yield item
    if is_whole:
        yield fetched_of(url, name, answer, articles, **found)
    if not articles:
        yield Answered(name, url)


def _items(
    answer: Answer, name: str, source: Source, options: Options, fetcher: Fetcher, memory: Memory
) -> Generator[News, None, bool]:
    """Give what is in an answer; return whether all of it was given."""
    final_url = clean_url(answer.final_url) or answer.final_url
    kind = source.kind or kind_of(final_url, answer.response)
    if kind == PAGE:
        yield page_of(answer, name, options, memory)
    elif kind == FEED and source.follow:
        given = given_of(answer, name, final_url)
        return (yield from pages_of(given, given.read_all(LARGEST), source, options, fetcher, memory))
    else:
        with with_path(given_of(answer, name, final_url, kind), kind) as given:
            yield from READERS[kind](given, options)
    # What a window leaves out is read by a run without it.
    return options.window is None


def _validators(answer: Answer) -> tuple[str | None, str | None]:
    headers = answer.response.headers
    return headers.get("etag"), headers.get("last-modified")
