"""Readers give articles, or the reason why there is none; they never raise for what a file holds."""

import json
import os
import stat
from pathlib import Path

import pytest

from flows import sources
from flows.sources import Article, Options, Refused
from flows.sources.text import headline_of

TEXT = "The harbour handled 4,200 containers in March."


def read(path: Path, **options: object) -> list[sources.Item]:
    return list(sources.read(str(path), Options(**options)))  # type: ignore[arg-type]


def reasons(items: list[sources.Item]) -> list[str]:
    return [item.reason if isinstance(item, Refused) else "ok" for item in items]


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_is_one_article_known_by_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "harbour.txt", TEXT)
    assert read(path, published="2024-03") == [
        Article(tmp_path.name, "harbour.txt", TEXT, published="2024-03", location=str(path))
    ]


def test_a_file_and_its_folder_know_an_article_alike(tmp_path: Path) -> None:
    write(tmp_path / "harbour.txt", TEXT)
    write(tmp_path / "articles.csv", "file,publisher\nharbour.txt,Quay Post\n")
    assert read(tmp_path) == read(tmp_path / "harbour.txt")


def test_the_list_of_a_folder_describes_its_files(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(
        tmp_path / "articles.csv",
        'file,publisher,published_on,title,url\na.txt,Quay Post,2024-04,"Busy, again",https://quay.example/1\n',
    )
    (article,) = read(tmp_path)
    assert isinstance(article, Article)
    assert (article.publisher, article.published, article.title, article.url) == (
        "Quay Post",
        "2024-04",
        "Busy, again",
        "https://quay.example/1",
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"3", "empty"),
        (b"4,200 boxes\x00", "nul_bytes"),
        (b"%PDF-1.7 4,200 boxes", "not_text"),
        (b"\x1f\x8b\x08boxes", "not_text"),
        (b"caf\xc3\xa9 and caf\xe9", "not_text"),
        (b"\x90\x91 boxes " * 3, "not_text"),
        (b"\xf0\xd2\xc9\xd7\xc5\xd4 boxes", "not_text"),
        (b"\xff\xfea\x00b", "not_text"),
        (b"<!DOCTYPE html><p>4,200 boxes</p>", "markup"),
        (b"\x01\x02\x03\x04 boxes", "not_text"),
        (b"boxes " * 50, "too_large"),
        (b"<del>4 boxes</del>", "empty"),
        ("4 boxes".encode("utf-16-le") + b"\x00\x00", "nul_bytes"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reasons(read(write(tmp_path / "a.txt", content), max_article_bytes=200)) == [reason]


@pytest.mark.parametrize(
    ("content", "text", "decoding"),
    [
        ("£4 a box".encode(), "£4 a box", "utf-8"),
        ("\ufeff£4 a box".encode(), "£4 a box", "utf-8-sig"),
        ("£4 a box".encode("utf-16"), "£4 a box", "utf-16"),
        ("£4 a box".encode("utf-32"), "£4 a box", "utf-32"),
        ("£4 a box".encode("cp1252"), "£4 a box", "cp1252"),
        ("£4 a box, isn’t it".encode().decode("cp1252").encode(), "£4 a box, isn’t it", "utf-8 twice"),
        ("Â£ and € as they stand ☃".encode(), "Â£ and € as they stand ☃", "utf-8"),
        (b"one\r\ntwo\rthree", "one\r\ntwo\rthree", "utf-8"),
        # What shows nothing would part a number, and what was left of markup would be read as one.
        (b"\x1b[1m41,300\x1b[0m boxes\x08", "41,300 boxes", "utf-8, invisible marks"),
        ("4\u00ad1,300 box\u00ades\u200b, 7\u2060%".encode(), "41,300 boxes, 7%", "utf-8, invisible marks"),
        (
            b"&pound;3.4&nbsp;million, 7&#37;, R&D; A&B",
            "\u00a33.4\u00a0million, 7%, R&D; A&B",
            "utf-8, entities",
        ),
        (b"up in 2016&#11;350 boats", "up in 2016 350 boats", "utf-8, entities"),
        (b"4<sup>2</sup> boxes\n<i>or</i> 9 <del>8</del>", "4^2 boxes\n\nor 9", "utf-8, markup"),
        (b"<p>4 boxes,\n7%</p><p>&euro;2</p>", "4 boxes, 7%\n\n\u20ac2", "utf-8, markup"),
        ("\u00a34 a box".encode("utf-16-le"), "\u00a34 a box", "utf-16-le"),
        ("\u00a34 a box".encode("utf-16-be"), "\u00a34 a box", "utf-16-be"),
        (b"\xa34 a box\n\xc2\xa35 a box", "\u00a34 a box\n\u00a35 a box", "utf-8 and cp1252"),
        (b"4 < 5 and 7 > 6", "4 < 5 and 7 > 6", "utf-8"),
    ],
)
def test_bytes_become_text_by_a_recorded_decoding(
    tmp_path: Path, content: bytes, text: str, decoding: str
) -> None:
    (article,) = read(write(tmp_path / "a.txt", content))
    assert isinstance(article, Article)
    assert (article.text, article.decoding) == (text, decoding)


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.txt", b"\x00")
    write(tmp_path / "c.pdf", b"%PDF")
    write(tmp_path / "d.md", "# Boxes\n\n" + TEXT)
    (tmp_path / "below").mkdir()
    write(tmp_path / "below" / "e.txt", TEXT)
    write(tmp_path / ".hidden.txt", TEXT)
    write(tmp_path / "crossfoot.duckdb", TEXT)
    write(tmp_path / "crossfoot.duckdb.lock", TEXT)
    items = read(tmp_path)
    assert [item.source_id for item in items] == ["a.txt", "b.txt", "below/e.txt", "c.pdf", "d.md"]
    assert reasons(items) == ["ok", "nul_bytes", "ok", "unknown_kind", "ok"]


def test_links_fifos_and_folders_named_like_texts_are_not_opened(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt", TEXT)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    (folder / "sub.txt").mkdir()
    write(folder / "sub.txt" / "real.txt", TEXT)
    items = read(folder)
    assert [(item.source_id, reason) for item, reason in zip(items, reasons(items), strict=True)] == [
        ("link.txt", "not_a_file"),
        ("linked", "unknown_kind"),
        ("pipe.txt", "not_a_file"),
        ("sub.txt/real.txt", "ok"),
    ]


def test_a_named_link_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "real"
    folder.mkdir()
    write(folder / "a.txt", TEXT)
    (tmp_path / "link").symlink_to(folder)
    assert read(tmp_path / "link") == read(folder)


@pytest.mark.parametrize("name", ["missing", "missing.txt", "missing/a.jsonl", "a\x00b.txt"])
def test_a_missing_file_is_refused_as_missing(tmp_path: Path, name: str) -> None:
    assert reasons(read(tmp_path / name)) == ["missing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert reasons(read(path)) == ["unreadable"]
    path.chmod(stat.S_IRUSR)


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(TEXT)
    (article,) = read(tmp_path)
    assert article.source_id == "caf\\udce9.txt"
    article.location.encode()


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        ("file,published_on\na.txt,2024-13-01\n", {"a.txt": "bad_date"}),
        ("file,published_on\na.txt,03/04/2024\n", {"a.txt": "bad_date"}),
        ("file,published_on\na.txt\n", {"a.txt": "bad_listing"}),
        ("file,published_on\na.txt,2024\na.txt,2025\n", {"a.txt": "bad_listing"}),
        ("file,published_on\nb.txt,2024\n", {"a.txt": "ok", "b.txt": "missing"}),
        ("name,date\na.txt,2024\n", {"articles.csv": "bad_listing"}),
        ("", {"articles.csv": "empty"}),
        ("file\n\n a.txt \n", {"a.txt": "ok"}),
    ],
)
def test_a_fault_in_the_list_is_refused_where_it_stands(
    tmp_path: Path, listing: str, expected: dict[str, str]
) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "articles.csv", listing)
    items = read(tmp_path)
    assert {item.source_id: reason for item, reason in zip(items, reasons(items), strict=True)} == expected
    assert len(items) == len(expected)


def lines(path: Path, *records: object) -> Path:
    return write(path, b"\n".join(r if isinstance(r, bytes) else json.dumps(r).encode() for r in records))


def test_a_record_says_what_its_article_is(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "source": "wire",
        "publisher": "Quay Post",
        "title": "Boxes",
        "published": "2024-03-05T10:00:00Z",
        "url": "https://quay.example/7",
        "text": TEXT,
        "words": 7,
    }
    (article,) = read(lines(tmp_path / "wire.jsonl", record))
    assert article == Article(
        "wire", "7", TEXT, "Quay Post", "Boxes", "2024-03-05", "https://quay.example/7",
        location=f"{tmp_path / 'wire.jsonl'}, line 1",
    )  # fmt: skip


def test_a_record_without_id_is_known_by_its_text(tmp_path: Path) -> None:
    (first,) = read(lines(tmp_path / "a.jsonl", {"text": TEXT}))
    second = read(lines(tmp_path / "a.jsonl", {"text": "Other boxes."}, {"id": None, "text": TEXT}))[1]
    assert first.source_id == second.source_id
    assert first.source == tmp_path.name


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "bad_json"),
        (b"[1]", "bad_json"),
        (b"null", "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "bad_json"),
        (b'{"text": "a"} {"text": "b"}', "bad_json"),
        (b"\xff\xfe{}", "not_text"),
        (b"{}", "no_text"),
        (b'{"text": 12}', "no_text"),
        (b'{"text": NaN}', "no_text"),
        (b'{"text": " "}', "empty"),
        (b'{"text": "boxes\\u0000"}', "nul_bytes"),
        (b'{"text": "boxes\\ud800"}', "not_text"),
        (b'{"text": "boxes", "title": "\\ud800"}', "not_text"),
        (b'{"text": "boxes", "title": 3}', "bad_field"),
        (b'{"text": "boxes", "id": [1]}', "bad_id"),
        (b'{"text": "boxes", "id": true}', "bad_id"),
        (b'{"text": "boxes", "published": "yesterday"}', "bad_date"),
        (b'{"text": "boxes", "published": 20240301}', "bad_date"),
        (b'{"text": "' + b"boxes " * 4_000 + b'"}', "too_large"),
        (b'{"text": "' + b"boxes " * 40_000 + b'"}', "too_large"),
    ],
)
def test_a_bad_line_costs_only_itself_and_is_named(tmp_path: Path, line: bytes, reason: str) -> None:
    good = {"id": "good", "text": TEXT}
    path = lines(tmp_path / "a.jsonl", good, b"", line, good | {"id": "last"})
    items = read(path, max_article_bytes=20_000)
    assert reasons(items) == ["ok", reason, "ok"]
    assert items[1].location == f"{path}, line 3"


def test_a_mark_at_the_beginning_and_no_line_end_do_not_matter(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + json.dumps({"id": "1", "text": TEXT}).encode())
    assert reasons(read(path)) == ["ok"]


def test_line_ends_within_a_text_do_not_cut_a_record(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "1", "text": "one\u2028two\x85three"}\n')
    (article,) = read(path)
    assert isinstance(article, Article) and article.text == "one\u2028two\x85three"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Rivers rise to 4.2 metres\n\nThe rivers rose on Monday.", "Rivers rise to 4.2 metres"),
        ("Rivers rise\r\n\r\nThe rivers rose on Monday.", "Rivers rise"),
        ("The rivers rose on Monday.\n\nThey fell on Tuesday.", None),
        ("Rivers rise\nThe rivers rose on Monday.", None),
        ("# Rivers rise\n\nThe rivers rose.", None),
        ("Rivers rise", None),
        ("", None),
    ],
)
def test_a_short_first_line_with_a_blank_line_after_it_is_the_headline(text, headline):
    assert headline_of(text) == headline


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.text"])
def test_plain_texts_have_several_endings_and_only_markdown_strikes_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("The quay holds ~~41~~ 43 boats.")
    (item,) = read(tmp_path / name)
    assert isinstance(item, Article)
    assert ("41" in item.text) == (name == "a.text")
