"""Damage of every kind to small files of every kind, the same by the same seed."""
# ruff: noqa: E501 (files as they are)

import gzip
import io
import random
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq

NEWS = (
    "The ferry company carried 41,300 passengers in May 2019, up 12% from 36,900 a year before.\n\n"
    "Of them 23,100 went north and 18,200 south, it said on June 3. A crossing costs \u20ac14.50, or $16; in 2015 "
    "it cost between 9 and 11 euros. \u201cAlmost two in three paid less than half,\u201d said Ida Holm, 52.\n\n"
    "Profit tripled to 1.2 billion kroner (\u00a3140 million) from 400 million kroner, 2.4 per cent of sales.\n"
)
RECORD = (
    '{"id": "a1", "source": "quay", "publisher": "Quay Post", "title": "Ferry carries 41,300", '
    '"published": "2019-06-03", "url": "https://quay.example/1", "text": "It carried 41,300 people, 12% more."}\n'
    '{"id": "a2", "text": "Prices rose by 3 to 4 euros in 2018.", "published": "Mon, 03 Jun 2019 10:00:00 GMT"}\n'
)
ROWS = (
    'id,title,published,text\na1,"Ferry, again",2019-06-03,"It carried 41,300 people\n\nin May, 12% more."\n'
    "a2,Prices,2018,Prices rose by 3 to 4 euros.\n"
)
PAGE = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry</title><meta property='og:type' content="
    "'article'><meta property='article:published_time' content='2019-06-03T10:00:00Z'></head><body><nav><a href=/>"
    "Home</a></nav><article><h1>Ferry</h1><p>The company carried <b>41</b>,300 people in <time>2019</time>, 2<sup>7"
    "</sup> of them <del>free</del><ins>paid</ins>.</p><table><tr><th>Year<th>North<tr><td>2019<td>23,100</table>"
    "<figure><figcaption>The ship that has carried 41,300 people since May.</figcaption></figure><p>Its four ships "
    "sailed on every day but one, and the crossing took fifty minutes.</p></article></body></html>"
)
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Quay</title><item><title>Ferry</title>'
    "<link>https://quay.example/1</link><guid>1</guid><pubDate>Mon, 03 Jun 2019 10:00:00 GMT</pubDate><description>"
    "&lt;p&gt;It carried 41,300 people, 12% more.&lt;/p&gt;</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>1</id><entry><id>1</id><title type="html">'
    "Ferry</title><updated>2019-06-03T10:00:00Z</updated><link href='https://quay.example/1'/><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>It carried 41,300 people.</p></div></content></entry></feed>"
)
ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE
CRAWL = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/1\r\nWARC-Date: 2019-06-03T10:00:00Z\r\n"
    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(ANSWER)}\r\n\r\n{ANSWER}\r\n\r\n"
)
# Cheap kinds more often: what is parsed in a child costs ten times as much.
KINDS = (
    ("txt", NEWS, 34),
    ("md", "# Ferry\n\n" + NEWS, 8),
    ("jsonl", RECORD, 22),
    ("csv", ROWS, 14),
    ("xml", FEED, 3),
    ("atom", ATOM, 2),
    ("html", PAGE, 5),
    ("warc", CRAWL, 3),
    ("jsonl.gz", RECORD, 4),
    ("zip", NEWS, 3),
    ("parquet", NEWS, 2),
    ("json", "[" + ",".join(RECORD.splitlines()) + "]", 3),
    ("tsv", ROWS.replace(",", "\t"), 2),
)
PIECES = (
    "\x00", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "\ufeff", "\u202e", "\u0301" * 5, "\u2028",
    "\u0663\u0664", "\uff11\uff12", "\u00bd", "\u221e", "\u00a0", "\u2009", "\t", "\r", "\r\n", "  ", "-", "\u2013", "\u2212",
    "1e999", "0", "00", "1,2,3,", "1.2.3", ".5", "5.", "9" * 40, "-0", "1/0", "1/3", "(1)", "$", "\u20ac", "US$ ", "%", "% to ",
    " per cent", " million", " trillion billion", " dozen", "twenty-", " hundred and ", " half ", " of ", " from ", " to ",
    " between ", " and ", "about ", "more than ", "no ", "0000-00-00", "2019-02-30", "Feb 31", "13th", "the 1990s",
    "Q5 2019", "year 0", "in 32 AD", "last year", "<", ">", "</p>", "<p>", "<br>", "<sup>2</sup>", "<sup>", "<sub>9</sub>", "<table><tr><td>1",
    "<td colspan=99999>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#xD800;", "&amp;amp;", "&pound;", "&#37;", "\u00ad", "~~5~~", "<script>", "<q>", "<figure>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", '"', "'", "\u201c", "\u201d", "{", "}", "[", "]", ",", ";", ":", "|", "\\u0000", "\\ud800",
    "null", "true", "NaN", "=1+1", "../", "%00", "\x1b[31m", "Content-Length: 99999999999999999999\r\n", "chunked",
)  # fmt: skip


def mutant(seed: int) -> tuple[str, bytes]:
    """Return the ending and the content of a damaged file."""
    chance = random.Random(seed)
    ((ending, whole, _),) = chance.choices(KINDS, [weight for _, _, weight in KINDS])
    # A few as spreadsheets save them.
    encoding = "utf-16" if ending in ("txt", "csv", "tsv", "jsonl") and chance.random() < 0.05 else "utf-8"
    content = _damaged(whole.encode(encoding), chance)
    if ending == "jsonl.gz":
        content = gzip.compress(content, 1, mtime=0)
    elif ending == "zip":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", content)
            archive.writestr(chance.choice(("b.jsonl", "../c.txt", "d/e.html", "f")), RECORD)
        content = packed.getvalue()
    elif ending == "parquet":
        kept = io.BytesIO()
        pq.write_table(pa.table({"id": ["a"], "text": [content.decode("utf-8", "replace")]}), kept)
        content = kept.getvalue()
    is_packed = ending in ("jsonl.gz", "zip", "parquet")
    # Half of what is packed is damaged outside as well.
    return ending, _damaged(content, chance) if is_packed and chance.random() < 0.5 else content


def _damaged(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
        place = chance.randrange(len(content) + 1)
        end = min(len(content), place + chance.choice((1, 1, 2, 4, 10, 40, 200)))
        kind = chance.randrange(8)
        piece = chance.choice(PIECES).encode("utf-8", "surrogatepass")
        if kind == 0:
            content = content[:place] + piece + content[place:]
        elif kind == 1:
            content = content[:place] + piece + content[end:]
        elif kind == 2:
            content = content[:place] + content[end:]
        elif kind == 3:
            content = content[:place] + content[place:end] * chance.choice((2, 3, 30)) + content[end:]
        elif kind == 4:
            flipped = bytes(byte ^ (1 << chance.randrange(8)) for byte in content[place : place + 1])
            content = content[:place] + flipped + content[place + 1 :]
        elif kind == 5:
            other = chance.choice(KINDS)[1].encode()
            cut = chance.randrange(len(other))
            content = content[:place] + other[cut : cut + 60] + content[place:]
        elif kind == 6:
            digits = str(chance.randrange(10 ** chance.randrange(1, 12))).encode()
            content = content[:place] + digits + content[end:]
        elif chance.random() < 0.2:
            content = content[:place]
    return content
