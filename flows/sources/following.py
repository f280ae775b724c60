"""The pages that a feed's entries lead to: each is fetched once for what its entry says."""

from collections.abc import Generator
from dataclasses import replace
from io import BytesIO
from typing import Any

from flows.sources.article import Article, Options, Refused, SourceError
from flows.sources.dating import parse_published, utc_now
from flows.sources.feed import CONFIDENCE, article_of_entry, entries_of, entry_hashes
from flows.sources.fetcher import TEMPORARY, Fetcher, Validators, validators_of
from flows.sources.given import Given
from flows.sources.journal import Answer
from flows.sources.media import PAGE, kind_of
from flows.sources.memory import Answered, Fetched, Learned, Memory, Pause
from flows.sources.page import article_of
from flows.sources.source import Source
from flows.sources.urls import clean_url

Pages = Generator[Article | Refused | Learned | Pause, None, bool]


def pages_of(
    feed: Given, content: bytes, source: Source, options: Options, fetcher: Fetcher, memory: Memory
) -> Pages:
    """Give the articles of the pages that new and changed entries lead to; return whether that were all.

    Raises:
        SourceError: it is no feed.
    """
    hashes = entry_hashes(feed, content)
    known = memory.entries(feed.source, hashes)
    if known:
        yield Answered(feed.source, feed.source_id, len(known))
    wanted = [number for number, one in enumerate(hashes) if one not in known]
    is_whole = True
    seen: set[str] = set()
    # All at once: the child that parses them is needed for the pages in between.
    for entry in list(entries_of(feed, content, wanted)):
        entry_hash = hashes[entry["number"]]
        url = clean_url(entry["link"])
        if url is None:
            where = f"{feed.name}, entry {entry['number'] + 1}"
            yield article_of_entry(entry, entry_hash, feed, where, options)
            continue
        published = _published(entry)
        if options.window and published and not options.window.takes(published):
            is_whole = False
        elif url not in seen:
            seen.add(url)
            if (left := fetcher.pause_left(entry["link"], source.pause)) > 0:
                yield Pause(left)
            page = _Page(url, entry, entry_hash, feed.source, published)
            is_whole &= yield from page.read(source, options, fetcher, memory)
        yield from fetcher.changed_hosts()
    return is_whole


class _Page:
    """The page of one entry."""

    def __init__(self, url: str, entry: dict[str, Any], entry_hash: str, source: str, published: str | None):
        self.url = url
        self.entry = entry
        self.entry_hash = entry_hash
        self.source = source
        self.published = published

    def read(self, source: Source, options: Options, fetcher: Fetcher, memory: Memory) -> Pages:
        """Give its article, or why there is none; return whether it need not be asked for again."""
        known = memory.fetched([self.url]).get(self.url)
        try:
            answer = fetcher.get(self.entry["link"], validators_of_known(known), source.pause)
            if answer.response.status == 304 and known is not None:
                yield Answered(self.source, self.url, known.articles)
                yield replace(known, entry_hash=self.entry_hash)
                return True
            article = page_of(answer, self.source, options, memory)
        except SourceError as fault:
            yield Refused(self.source, self.url, fault.reason, fault.detail, self.url)
            if fault.reason in TEMPORARY:
                return False
            yield Fetched(
                self.url, self.source, self.url, utc_now(), entry_hash=self.entry_hash, refused=fault.reason
            )
            return True
        article = self._described(article)
        yield article
        if options.window and not options.window.takes(article.published):
            return False
        yield fetched_of(self.url, self.source, answer, 1, entry_hash=self.entry_hash)
        return True

    def _described(self, article: Article) -> Article:
        """What the page says comes first; but of two dates, the one that is right more often."""
        said = CONFIDENCE[self.entry["date_source"]] if self.published else 0.0
        if self.published and said > (article.date_confidence or 0.0):
            article = replace(
                article,
                published=self.published,
                date_source=self.entry["date_source"],
                date_confidence=said,
            )
        return replace(
            article,
            title=article.title or self.entry["title"],
            publisher=article.publisher or self.entry["publisher"],
        )


def page_of(answer: Answer, source: str, options: Options, memory: Memory) -> Article:
    """Return the article of a page that was fetched.

    Raises:
        SourceError: it is no page of an article, or one of an article that is known by its own address.
    """
    url = clean_url(answer.final_url) or answer.final_url
    if kind_of(url, answer.response) != PAGE:
        raise SourceError("unknown_kind", "no page of HTML")
    given = given_of(answer, source, url)
    article = replace(article_of(given, answer.response.body, options), retrieved_at=answer.fetched_at)
    if article.source_id != url and not memory.shows(source, article.source_id, article.text):
        raise SourceError(
            "other_address", f"its own address is {article.source_id}, which was read with another text"
        )
    return article


def given_of(answer: Answer, source: str, url: str, kind: str = "") -> Given:
    """Return an answer as readers are given it."""
    name = url if url.lower().endswith(kind) else url.partition("?")[0]
    body = answer.response.body
    return Given(
        BytesIO(body),
        source,
        url,
        name if name.lower().endswith(kind) else name + kind,
        len(body),
        url=url,
        charset=answer.response.charset,
        retrieved_on=answer.fetched_at.date().isoformat(),
    )


def validators_of_known(known: Fetched | None) -> Validators | None:
    """Return what makes a request for a known address conditional."""
    return Validators(known.final_url, known.etag, known.last_modified) if known else None


def fetched_of(url: str, source: str, answer: Answer, articles: int, **more: str | None) -> Fetched:
    """Return what is known of an address after its answer was taken in whole."""
    said = validators_of(answer)
    return Fetched(
        url,
        source,
        said.final_url,
        answer.fetched_at,
        said.etag,
        said.last_modified,
        articles=articles,
        **more,
    )


def _published(entry: dict[str, Any]) -> str | None:
    try:
        return parse_published(entry["published"])
    except SourceError:
        # A date that is none says nothing; the page may have one.
        return None
