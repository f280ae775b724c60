"""Print one line that tells two builds of the extraction apart by what they read.

    python tests/benchmarks/fingerprint.py [ROOT]

The line has the build (pure or compiled), the number of articles and a hash of all their rows, with the
rule of each field. It reads the shipped samples, the articles of the benchmarks, which have relations of all
kinds, and, where ``../shared/corpus`` lies beside the repository, some of its articles. ROOT is the source
to read with; without it the installed package does.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = REPOSITORY.parent / "shared" / "corpus" / "articles.jsonl.gz"
# Every so-manieth article, so that all sources of the corpus have their share.
STEP = 10
MOST = 600

if len(sys.argv) > 1:
    sys.path.insert(0, sys.argv[1])

from flows.extraction import rows  # noqa: E402
from schemas.reference import load_reference  # noqa: E402


def articles() -> list[dict[str, Any]]:
    """Return the articles to read: text, and title and date where they are known."""
    folder = REPOSITORY / "flows" / "samples" / "articles"
    found: list[dict[str, Any]] = [
        {"text": path.read_text(encoding="utf-8")} for path in sorted(folder.glob("*.txt"))
    ]
    for name in ("agreeing_articles", "planted_contradictions"):
        lines = (Path(__file__).with_name(f"{name}.jsonl")).read_text("utf-8").splitlines()
        for case in map(json.loads, lines):
            told = {"title": case["title"], "published": case["date"]}
            found.append({**told, "text": case["text"]})
            if "wrong" in case:
                found.append({**told, "text": case["text"].replace(case["right"], case["wrong"])})
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            found += [json.loads(line) for number, line in enumerate(lines) if number % STEP == 0][:MOST]
    return found


def main() -> int:
    """Print the line."""
    reference = load_reference()
    digest = hashlib.sha256()
    read = articles()
    for article in read:
        found = rows.extract(
            article["text"],
            reference,
            title=article.get("title"),
            published=article.get("published"),
            explain=True,
        )
        digest.update(json.dumps(found, sort_keys=True).encode())
    build = "pure" if str(rows.__file__).endswith(".py") else "compiled"
    print(f"{build} {len(read)} articles, rows {digest.hexdigest()[:16]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
