"""Compare the cost of a crawl's archive with that of its body text alone: CPU, same pages, one run.

    python tests/benchmarks/bench_warc.py [PAGES]

The pages are made (`news_pages.py`) and have menus and scripts of the size that real ones have.
"""

import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from news_pages import news_page  # noqa: E402
from trafilatura import bare_extraction  # noqa: E402

from flows import sources  # noqa: E402
from flows.sources import Article, Options  # noqa: E402
from flows.sources.child import child  # noqa: E402

PAGES = 1_000
# As the reader of pages asks for them.
DATES = {"extensive_search": False, "original_date": True, "max_date": "2030-01-01"}
# What real pages have around an article, in bytes.
SCRIPTS, MENUS = 40_000, 150


def dressed(markup: str) -> bytes:
    """Return a page with scripts, styles and menus around it."""
    script = "<script>var a=[" + "0.1234," * (SCRIPTS // 7) + "];</script>"
    menu = "".join(f"<li class='item'><a href='/place/{n}'>Place {n}</a></li>" for n in range(MENUS))
    return (
        markup.replace("</head>", f"{script}</head>")
        .replace("</body>", f"<nav><ul>{menu}</ul></nav></body>")
        .encode()
    )


def record(number: int, page: bytes) -> bytes:
    """Return a response record of a crawl."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def cpu(whose: int) -> float:
    """Return the seconds of CPU used so far."""
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def alone(pages: list[bytes], **options: Any) -> float:
    """Return the seconds of CPU that trafilatura takes by itself."""
    before = cpu(resource.RUSAGE_SELF)
    for page in pages:
        bare_extraction(page, favor_precision=True, include_comments=False, **options)
    return cpu(resource.RUSAGE_SELF) - before


def archived(pages: list[bytes]) -> tuple[float, int]:
    """Return the seconds of CPU of reading an archive, the child's start and all, and the articles in it."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "crawl.warc"
        archive.write_bytes(b"".join(record(number, page) for number, page in enumerate(pages)))
        before = cpu(resource.RUSAGE_SELF) + cpu(resource.RUSAGE_CHILDREN)
        found = sum(isinstance(item, Article) for item in sources.read(str(archive), Options()))
        child().close()
        return cpu(resource.RUSAGE_SELF) + cpu(resource.RUSAGE_CHILDREN) - before, found


def main(count: int) -> None:
    """Print seconds of CPU and their ratios."""
    pages = [dressed(news_page(seed).markup) for seed in range(count)]
    alone(pages[:5], with_metadata=True)  # What it compiles once.
    body, default = alone(pages), alone(pages, with_metadata=True)
    whole = alone(pages, with_metadata=True, date_extraction_params=DATES)
    read, found = archived(pages)
    print(f"{count} pages of {sum(map(len, pages)) // count:,} bytes, {found} of them read as articles")
    print(f"the archive {read:.2f} s: {read / whole:.2f} of trafilatura alone ({whole:.2f} s), same dates")
    print(f"{read / default:.2f} of it with dates as it finds them by default ({default:.2f} s)")
    print(f"{read / body:.2f} of it without title, date and publisher ({body:.2f} s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
