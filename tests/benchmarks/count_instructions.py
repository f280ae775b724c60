"""Count the instructions of an article, and in which functions they are: a busy machine does not change it.

    python tests/benchmarks/count_instructions.py [PYTHON] [--source ROOT] [--articles 40] [--most 40]

PYTHON is the interpreter of the environment that `make compiled` makes; ROOT is what it imports besides what
its environment holds. It needs valgrind, under which a process takes fifty times as long: the extraction runs
twice, with fewer and with more articles, and the difference is what the articles cost, without start and
tables. For a compiled function "own" is its own code with what it calls in Python's library; what that calls
back is counted twice. Many where none are expected are a garbage collection.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench_extract import FOREIGN, texts, write

_READ = f"""
import json, sys
from flows.extraction import rows
from schemas.reference import load_reference
reference = load_reference()
rows.extract({FOREIGN!r}, reference)
for line in open(sys.argv[1], encoding="utf-8"):
    rows.extract(json.loads(line), reference)
"""
_NAMED = re.compile(r"\((\d+)\)(?: (.*))?$")


def count(python: str, source: Path | None, articles: Path) -> tuple[Counter[str], Counter[str]]:
    """Return the instructions of each function itself, and of compiled ones with the library's below them."""
    profile = articles.with_suffix(".callgrind")
    environment = os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": str(source or "")}
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", python, "-c", _READ]
    subprocess.run(
        [*command, str(articles)], cwd=articles.parent, env=environment, check=True, capture_output=True
    )
    names: dict[str, str] = {}
    alone, own = Counter[str](), Counter[str]()
    function = called = ""
    is_call = False
    with profile.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            key, _, rest = line.rstrip().partition("=")
            if key in ("fn", "cfn") and (named := _NAMED.match(rest)):
                number, name = named.groups()
                if name:
                    # Callgrind numbers the levels of a recursion.
                    names[number] = name.partition("'")[0]
                if key == "fn":
                    function = names[number]
                else:
                    called = names[number]
            elif key == "calls":
                is_call = True
            elif line[:1].isdigit() or line[:1] in "+-*":
                cost = int(line.split()[1])
                if not is_call:
                    alone[function] += cost
                if _is_compiled(function) and not (is_call and _is_compiled(called)):
                    own[function] += cost
                is_call = False
    return alone, own


def _is_compiled(function: str) -> bool:
    return function.startswith(("CPyDef_", "CPyPy_"))


def main() -> int:
    """Print the counts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("python", nargs="?", default=sys.executable)
    options.add_argument("--source", type=Path)
    options.add_argument("--articles", type=int, default=40)
    options.add_argument("--most", type=int, default=40)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        read = texts(chosen.articles + 10)
        fewer = count(chosen.python, chosen.source, write(Path(folder), "fewer.jsonl", read[:10]))
        more = count(chosen.python, chosen.source, write(Path(folder), "more.jsonl", read))
    alone, own = (one - other for one, other in zip(more, fewer, strict=True))
    print(f"{alone.total() / chosen.articles / 1e6:.2f} million instructions an article")
    for title, counted in (("by themselves", alone), ("own", own)):
        print(f"\n{title}")
        for function, cost in counted.most_common(chosen.most):
            print(f"{cost / alone.total():7.2%} {function}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
