"""Archives, tables, crawls and feeds: what is whole is read, bombs and damage are refused."""

import gzip
import hashlib
import io
import json
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from flows import sources
from flows.configuration import ConfigurationError, load_configuration
from flows.ordering import order_of
from flows.sources import Article, Options, Refused

TEXT = "The quarry sold 7,150 tonnes of slate in autumn."
PAGE = f"<html><head><title>Slate</title></head><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
LINE = json.dumps({"id": "s1", "text": TEXT, "published": "2020-11"}) + "\n"


def read(path: Path, content: bytes | str, **options: object) -> list[sources.Item]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(sources.read(str(path), Options(**options)))  # type: ignore[arg-type]


def outcomes(items: list[sources.Item]) -> list[str]:
    return [item.reason if isinstance(item, Refused) else item.text for item in items]


def test_what_is_gzipped_is_read_as_what_it_is(tmp_path: Path) -> None:
    (text,) = read(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode(), mtime=0))
    assert isinstance(text, Article)
    assert (text.text, text.source_id, text.location) == (TEXT, "a.txt.gz", str(tmp_path / "a.txt.gz"))
    (line,) = read(tmp_path / "b.jsonl.gz", gzip.compress(LINE.encode(), mtime=0))
    assert isinstance(line, Article)
    assert (line.source_id, line.published) == ("s1", "2020-11")
    assert line.location.endswith("b.jsonl.gz, line 1")


def test_a_cut_archive_gives_what_is_whole_and_says_that_it_is_cut(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": n, "text": f"{n} {TEXT}"}) + "\n" for n in range(50))
    got = outcomes(read(tmp_path / "a.jsonl.gz", gzip.compress(lines.encode())[:-12]))
    assert got[0] == f"0 {TEXT}"
    assert got[-1] == "damaged"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        # Made where it is asked for, and not by each process that only looks which tests there are.
        ("a.jsonl.gz", lambda: gzip.compress(b"0" * 200_000_000, mtime=0), "bomb"),
        ("a.txt.gz", lambda: gzip.compress(b"a" * 3_000_000, mtime=0), "too_large"),
        ("a.txt.gz", b"no gzip", "damaged"),
        ("a.zip.gz", gzip.compress(b"x", mtime=0), "nested"),
        ("a.exe.gz", gzip.compress(b"x", mtime=0), "unknown_kind"),
        ("a.zip", b"PK no zip", "damaged"),
    ],
)
def test_bombs_and_damage_are_refused(
    tmp_path: Path, name: str, content: bytes | Callable[[], bytes], reason: str
) -> None:
    content = content() if callable(content) else content
    start = time.monotonic()
    assert outcomes(read(tmp_path / name, content))[-1] == reason
    assert time.monotonic() - start < 10


def test_members_of_a_zip_are_read_and_none_leads_out_of_it(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("../b.txt", TEXT)
        archive.writestr("A.TXT", TEXT)
        archive.writestr("c.zip", b"")
        link = zipfile.ZipInfo("d.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "elsewhere")
        archive.writestr("e/f.jsonl", LINE)
        archive.writestr("Q.txt", TEXT)
    # A name ends at a NUL: this member has none.
    items = read(tmp_path / "a.zip", packed.getvalue().replace(b"Q.txt", b"\0.txt"))
    assert outcomes(items) == [TEXT, "bad_name", "duplicate_id", "nested", "not_a_file", TEXT, "bad_name"]
    assert items[0].source_id == "a.zip/a.txt"


def test_the_list_in_an_archive_describes_its_members(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("a.txt", "b.txt", ".DS_Store", "__MACOSX/._a.txt", "bad/c.txt"):
            archive.writestr(name, TEXT)
        archive.writestr(
            "articles.csv", "file,published_on,title\na.txt,2020-11-03,Slate\nb.txt,2020-11-33,Slate\n"
        )
        archive.writestr("bad/articles.csv", "nothing,else\n")
    items = read(tmp_path / "a.zip", packed.getvalue())
    assert outcomes(items) == [TEXT, "bad_date", "bad_listing"]
    assert isinstance(items[0], Article) and (items[0].published, items[0].title) == ("2020-11-03", "Slate")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", b"0" * 30_000_000)
    assert outcomes(read(tmp_path / "a.zip", packed.getvalue())) == ["bomb"]


def test_columns_of_a_table_can_be_mapped(tmp_path: Path) -> None:
    content = f'Kennung;Text;Datum\nq7;"{TEXT}";2020-11-03\nq8;kurz\n'
    columns = {"id": "Kennung", "text": "Text", "published": "Datum"}
    first, second = read(tmp_path / "a.csv", content, columns=columns)
    assert isinstance(first, Article)
    assert (first.source_id, first.text, first.published) == ("q7", TEXT, "2020-11-03")
    assert isinstance(second, Refused)
    assert (second.reason, second.location[-6:]) == ("bad_row", "line 3")


def test_a_mapping_counts_where_its_column_of_text_is(tmp_path: Path) -> None:
    columns = {"text": "body", "id": "ref"}
    row = {"id": "k1", "text": TEXT}
    parquet.write_table(pyarrow.Table.from_pylist([row]), tmp_path / "a.parquet")
    (tmp_path / "a.csv").write_text(f'id,text\nk1,"{TEXT}"\n')
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n" + json.dumps({"ref": "k2", "body": TEXT}))
    for kind, ids in (("parquet", ["k1"]), ("csv", ["k1"]), ("jsonl", ["k1", "k2"])):
        got = list(sources.read(str(tmp_path / f"a.{kind}"), Options(columns=columns)))
        assert [one.source_id for one in got] == ids
        assert outcomes(got) == [TEXT] * len(ids)


@pytest.mark.parametrize(
    ("content", "got"),
    [
        ("id,title\na,b\n", ["bad_columns"]),
        ("id,te\rxt\na,b\n", ["bad_columns"]),
        ("text,text\na,b\n", ["bad_columns"]),
        (f'text\n"{TEXT}\nand more\n', [f"{TEXT}\nand more\n"]),
        (f'text\n\n"{TEXT}"\n', [TEXT]),
        ("text\nfive cents off caf\u00e9s\n".encode("cp1252"), ["five cents off caf\u00e9s"]),
        (b"\xff\xfet\x00", ["bad_columns"]),
        (f'text\n"{TEXT}"\n'.encode("utf-16"), [TEXT]),
        (f'text\n"{TEXT}"\ncut'.encode("utf-16")[:-1], [TEXT, "not_text"]),
        (f'id,text\r1,"{TEXT}"\r2,"{TEXT} So."\r', [TEXT, f"{TEXT} So."]),
        (f"sep=;\nid;text\na;{TEXT}\n", [TEXT]),
        (f"id^text\na^{TEXT}\n", [TEXT]),
    ],
)
def test_a_table_is_read_row_by_row(tmp_path: Path, content: bytes | str, got: list[str]) -> None:
    assert outcomes(read(tmp_path / "a.csv", content)) == got


@pytest.mark.parametrize(
    ("name", "content", "got"),
    [
        ("a.tsv", f"id\ttext\na\t{TEXT}\n", [TEXT]),
        ("a.ndjson", LINE, [TEXT]),
        ("a.jsonl", LINE.encode("utf-16"), [TEXT]),
        ("a.json", LINE, [TEXT]),
        ("a.json", f"[{LINE}, 4, {LINE.replace('s1', 's2')}]", [TEXT, "bad_json", TEXT]),
        ("a.json", f'{{"count": 1, "articles": [{LINE}]}}', [TEXT]),
        ("a.json", "[x", ["bad_json"]),
        ("a.json", "[" * 100_000 + "x", ["bad_json"]),
        ("a.json", "[]", ["empty"]),
        ("a.json", '{"id": "s1"}', ["no_text"]),
        ("a.jsonl", json.dumps({"text": f"<p>{TEXT}</p>"}), [TEXT]),
    ],
)
def test_records_are_read_however_they_are_kept(
    tmp_path: Path, name: str, content: bytes | str, got: list[str]
) -> None:
    assert outcomes(read(tmp_path / name, content)) == got


def test_a_field_may_stand_within_a_record(tmp_path: Path) -> None:
    columns = {"text": "article.body", "title": "article.head"}
    rows = [{"article": {"body": TEXT, "head": "Slate"}}, {"article": 5}, {"article": {"head": "Slate"}}]
    got = read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)), columns=columns)
    assert isinstance(got[0], Article) and (got[0].text, got[0].title) == (TEXT, "Slate")
    assert outcomes(got) == [TEXT, "no_text", "no_text"]
    parquet.write_table(pyarrow.table({"article": [rows[0]["article"]]}), tmp_path / "a.parquet")
    assert outcomes(list(sources.read(str(tmp_path / "a.parquet"), Options(columns=columns)))) == [TEXT]


def test_a_quote_that_is_never_closed_costs_no_memory(tmp_path: Path) -> None:
    got = outcomes(read(tmp_path / "a.csv", 'text\n"open\n' + "a line of words\n" * 400_000))
    assert got == ["bad_row"]


def test_rows_of_parquet_are_records(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"id": [4, 5], "body": [TEXT, None], "other": [1, 2]}), path)
    first, second = sources.read(str(path), Options(columns={"text": "body"}))
    assert isinstance(first, Article) and (first.source_id, first.text) == ("4", TEXT)
    assert isinstance(second, Refused) and second.reason == "no_text"
    assert outcomes(list(sources.read(str(path), Options()))) == ["bad_columns"]
    assert outcomes(read(path, path.read_bytes()[:-20])) == ["damaged"]


def test_tags_in_the_rows_of_parquet_are_read(tmp_path: Path) -> None:
    rows = [f"<p>{number} \x01 {TEXT}</p>" for number in range(200)]
    parquet.write_table(pyarrow.table({"text": rows}), tmp_path / "a.parquet")
    got = outcomes(list(sources.read(str(tmp_path / "a.parquet"), Options())))
    assert got == [f"{number} {TEXT}" for number in range(200)]


def test_a_dictionary_that_unpacks_to_gigabytes_is_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    words = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0] * 20_000, pyarrow.int32()), ["word " * 2_000]
    )
    parquet.write_table(pyarrow.table({"text": words}), path)
    assert outcomes(list(sources.read(str(path), Options())))[-1] == "bomb"


def record(
    body: bytes = PAGE.encode(),
    kind: str = "response",
    uri: str = "https://www.quarry.example/1",
    http: bytes = b"",
    **more: str,
) -> bytes:
    block = (http or b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n") + body
    headers = {"WARC-Type": kind, "WARC-Target-URI": uri, "WARC-Date": "2021-01-02T00:00:00Z"}
    headers |= {"Content-Length": str(len(block))} | {
        name.replace("_", "-"): value for name, value in more.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def test_pages_of_a_crawl_are_known_by_host_and_address(tmp_path: Path) -> None:
    content = gzip.compress(record(kind="request")) + gzip.compress(
        record(uri="https://www.quarry.example/1?utm_source=x")
    )
    (article,) = read(tmp_path / "a.warc.gz", content)
    assert isinstance(article, Article)
    assert (article.source, article.source_id) == ("quarry.example", "https://www.quarry.example/1")
    assert TEXT in article.text


GONE = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"
PICTURE = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
PACKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
DIGEST = "sha1:" + hashlib.sha1(PAGE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("content", "got"),
    [
        (record(), ["ok"]),
        (record(WARC_Payload_Digest=DIGEST), ["ok"]),
        (record(PAGE.encode() + b" ", WARC_Payload_Digest=DIGEST), ["damaged"]),
        (record(http=GONE), ["http_status"]),
        (record(b"x", http=PICTURE), ["empty"]),
        (record(gzip.compress(PAGE.encode(), mtime=0), http=PACKED), ["ok"]),
        (record(zlib.compress(PAGE.encode()), http=PACKED.replace(b"gzip", b"deflate")), ["ok"]),
        (record(gzip.compress(b"0" * 9_000_000, mtime=0), http=PACKED), ["too_large"]),
        (record(gzip.compress(PAGE.encode(), mtime=0)[:-9], http=PACKED), ["damaged"]),
        (record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE.encode()), http=CHUNKED), ["ok"]),
        (record()[:-80], ["damaged"]),
        (record(Content_Length="99"), ["damaged"]),
        (record(Content_Length="-1"), ["damaged"]),
        (b"no crawl", ["damaged"]),
        (record(uri="file:///etc/hosts"), ["bad_field"]),
    ],
)
def test_a_record_is_read_if_it_is_whole(tmp_path: Path, content: bytes, got: list[str]) -> None:
    items = read(tmp_path / "a.warc", content)
    assert [item.reason if isinstance(item, Refused) else "ok" for item in items] == got


def feed(entries: str, before: str = "") -> str:
    channel = f"<channel><title>Quarry news</title>{entries}</channel>"
    return f'<?xml version="1.0"?>{before}<rss version="2.0">{channel}</rss>'


ENTRY = (
    "<item><title>Slate &amp;amp; sale</title><link>https://quarry.example/2?utm_source=rss</link>"
    "<pubDate>Tue, 03 Nov 2020 10:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p hidden&gt;999&lt;/p&gt;"
    "&lt;p&gt;It took 10&lt;sup&gt;3&lt;/sup&gt; carts.&lt;/p&gt;"
    "</description></item>"
)


def test_an_entry_of_a_feed_is_an_article(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.xml", feed(ENTRY))
    assert isinstance(article, Article)
    assert article.text == f"{TEXT}\n\nIt took 10^3 carts."
    assert (article.title, article.publisher) == ("Slate & sale", "Quarry news")
    assert (article.source_id, article.url) == ("https://quarry.example/2", "https://quarry.example/2")
    assert (article.published, article.date_source) == ("2020-11-03", "feed")


def test_atom_is_read_alike(tmp_path: Path) -> None:
    content = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quarry</title><entry><id>7</id><title>Slate</title>'
        '<updated>2020-11-03T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"<script>alert(1)</script><p>{TEXT}</p></div></content></entry></feed>"
    )
    (article,) = read(tmp_path / "a.atom", content)
    assert isinstance(article, Article)
    assert (article.text, article.source_id, article.published) == (TEXT, "7", "2020-11-03")


@pytest.mark.parametrize(
    ("content", "got"),
    [
        (feed("<item><description>&x;</description></item>", '<!DOCTYPE r [<!ENTITY x "y">]>'), ["entities"]),
        (feed("", '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]>'), ["entities"]),
        (PAGE, ["not_a_feed"]),
        ("{}", ["not_a_feed"]),
        ("<?xml version='1.0'?>", ["not_a_feed"]),
        (feed(ENTRY.replace("<title>", "<title>&#xD83D;&#99999999;")), ["ok"]),
        ("", ["empty"]),
        (feed(ENTRY).replace("03 Nov", "32 Nov"), ["bad_date"]),
        (
            feed(ENTRY).replace("<rss ", "<rss " + " ".join(f"a{n}=''" for n in range(60_000))),
            ["too_complex"],
        ),
        (feed(ENTRY)[:-20], ["ok"]),
        (feed(ENTRY, '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'), ["ok"]),
    ],
)
def test_a_feed_is_borne_or_refused(tmp_path: Path, content: str, got: list[str]) -> None:
    items = read(tmp_path / "a.xml", content)
    assert [item.reason if isinstance(item, Refused) else "ok" for item in items] == got


def test_a_configuration_maps_columns(tmp_path: Path) -> None:
    file = tmp_path / "crossfoot.toml"
    file.write_text('[columns]\ntext = "body"\n', encoding="utf-8")
    options = order_of(load_configuration(file), ["a.csv"]).options
    assert options.columns == {"text": "body"}
    file.write_text('[columns]\nbody = "text"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="unknown field 'body'; known are id"):
        load_configuration(file)
