"""Objects in stores, by way of a server of S3 on the loopback address, and of a store in memory."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows import cli
from flows.sources import Article, Options, Refused, read_source
from flows.sources.memory import Answered, Fetched
from flows.sources.source import Source

QUAY = "The quay handled 4,200 containers in March."


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server of S3."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket "quarry", and settings by which it is found."""
    import boto3

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    made = boto3.resource("s3", endpoint_url=endpoint).create_bucket(Bucket="quarry")
    yield made
    made.objects.all().delete()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, endpoint: str) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crossfoot.toml").write_text(
        'workers = 1\n[[sources]]\nname = "quarry"\nfrom = "s3://quarry/news"\n'
        f'storage = {{ endpoint_url = "{endpoint}", use_listings_cache = false }}\nlicence = "ours"\n'
    )
    return tmp_path


def parquet(rows: list[dict[str, str]]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), stream)
    return stream.getvalue()


def sql(capsys: pytest.CaptureFixture[str], query: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert cli.main(["sql", "--format", "json", query]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_bucket_is_read_as_a_folder_is_and_each_object_once(
    bucket: Any, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    objects = {
        "news/a.txt": QUAY.encode(),
        "news/articles.csv": b"file,publisher,published_on\na.txt,Quay Post,2024-04\n",
        "news/2024/b.jsonl.gz": gzip.compress(json.dumps({"id": "b", "text": "Two cranes stood."}).encode()),
        "news/2024/c.parquet": parquet([{"id": "c", "text": "Three carts came."}]),
        "news/d.pdf": b"%PDF-1.7",
        "news/.hidden.txt": b"Nine boats.",
        "other/e.txt": b"Nobody asked for 7 boats.",
    }
    for key, content in objects.items():
        bucket.put_object(Key=key, Body=content)
    assert cli.main(["run", "--direct"]) == 0
    rows = sql(capsys, "select * from articles order by source_id")
    assert [[row[name] for name in ("source_id", "publisher", "published")] for row in rows] == [
        ["a.txt", "Quay Post", "2024-04"],
        ["b", None, None],
        ["c", None, None],
    ]
    assert {(row["source"], row["licence"]) for row in rows} == {("quarry", "ours")}
    assert sql(capsys, "select source_id, reason from rejects") == [
        {"source_id": "d.pdf", "reason": "unknown_kind"}
    ]
    assert cli.main(["run", "--direct"]) == 0
    told = capsys.readouterr().out
    assert "3 read: 0 new, 0 changed, 3 unchanged" in told and "nothing changed" in told
    bucket.put_object(Key="news/a.txt", Body=QUAY.replace("4,200", "2,400").encode())
    assert cli.main(["run", "--direct"]) == 0
    assert "3 read: 0 new, 1 changed, 2 unchanged" in capsys.readouterr().out
    assert sql(capsys, "select old_value, value from corrections") == [{"old_value": 4200.0, "value": 2400.0}]


def test_a_bucket_that_is_not_there_is_told(
    bucket: Any, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["run", "--direct"]) == 2
    assert "nothing is there; check bucket and prefix" in capsys.readouterr().err
    settings = project / "crossfoot.toml"
    settings.write_text(settings.read_text().replace("s3://quarry/news", "s3://no-such-bucket/x"))
    assert cli.main(["run", "--direct"]) == 2
    told = capsys.readouterr().err
    assert "nothing is there" in told and "Traceback" not in told


class Remembering:
    """A memory that knows what an earlier reading fetched, and nothing else."""

    def __init__(self, learned: list[Any]):
        self.known = {one.url: one for one in learned if isinstance(one, Fetched)}

    def fetched(self, urls: list[str]) -> dict[str, Fetched]:
        return {url: self.known[url] for url in urls if url in self.known}

    def articles(self, source: str, content_hashes: list[str]) -> dict[str, Article]:
        return {}


def read(given: str, memory: Any = None) -> list[Any]:
    return list(
        read_source(Source(given), Options(memory=memory), lambda: pytest.fail("the web is not asked"))
    )


def test_what_is_listed_as_it_was_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    store = fsspec.filesystem("memory")
    store.pipe("/shed/a.txt", QUAY.encode())
    store.pipe("/shed/b.txt", b"Two cranes stood.")
    first = read("memory://shed")
    assert [one.source_id for one in first if isinstance(one, Article)] == ["a.txt", "b.txt"]
    opened: list[str] = []
    real = type(store).open
    monkeypatch.setattr(
        type(store), "open", lambda *given, **more: (opened.append(given[1]), real(*given, **more))[1]
    )
    again = read("memory://shed", Remembering(first))
    assert again == [Answered("shed", "a.txt", 1), Answered("shed", "b.txt", 1)]
    assert opened == []
    store.pipe("/shed/b.txt", b"Three cranes stood.")
    opened.clear()
    changed = read("memory://shed", Remembering(first))
    assert [one.text for one in changed if isinstance(one, Article)] == ["Three cranes stood."]
    assert opened == ["/shed/b.txt"]
    assert [one.text for one in read("memory://shed/a.txt") if isinstance(one, Article)] == [QUAY]


@pytest.mark.parametrize(
    "given", ["ftp://quarry.example/a", "file:///etc", "github://a:b@/", "memory://nowhere"]
)
def test_other_systems_and_empty_places_are_refused(given: str) -> None:
    (refused,) = read(given)
    assert isinstance(refused, Refused) and refused.reason in ("bad_url", "missing")
    assert "a:b@" not in refused.source
