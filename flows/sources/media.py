"""Of what kind an answer is: by what was set, what its server says, and how it begins."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from flows.sources.article import SourceError
from flows.sources.http_body import Response
from flows.sources.kinds import READERS

FEED, PAGE, TEXT = ".xml", ".html", ".txt"
MEDIA = {
    "application/rss+xml": FEED,
    "application/atom+xml": FEED,
    "application/rdf+xml": FEED,
    "application/xml": FEED,
    "text/xml": FEED,
    "text/html": PAGE,
    "application/xhtml+xml": PAGE,
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/vnd.apache.parquet": ".parquet",
    "application/warc": ".warc",
    "text/markdown": TEXT,
}
# Servers call feeds text/html and pages text/xml: where either is claimed, the root element decides.
ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<(?:\w+:)?(\w+)", re.DOTALL
)
ROOTS = {b"rss": FEED, b"feed": FEED, b"RDF": FEED, b"html": PAGE}
ROOT_WITHIN = 4096


def kind_of(url: str, response: Response) -> str:
    """Return the ending by which the reader of an answer is known.

    Raises:
        SourceError: none reads it.
    """
    media = response.headers.get("content-type", "").split(";")[0].strip().lower()
    ending = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    claimed = MEDIA.get(media)
    if claimed in (FEED, PAGE) or (claimed is None and ending in ("", FEED, PAGE)):
        match = ROOT.match(response.body[:ROOT_WITHIN])
        root = ROOTS.get(match[1]) if match else None
        if root or claimed:
            return root or str(claimed)
    if ending in READERS:
        return ending
    if claimed:
        return claimed
    if media == "text/plain":
        return TEXT
    raise SourceError(
        "unknown_kind", f"{media[:60] or 'an answer without Content-Type'} is not one of the kinds read"
    )
