"""Measure that the reading of numbers takes time in proportion to the text, on texts that are made to hurt.

    python tests/benchmarks/bench_linear.py

Each text is read at one length and at twice that length; CPU time, the best of three. A line of ten
megabytes without a full stop, and 100,000 digits in a row, are among them. The exit code is 1 where twice
the text takes more than three times as long.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from flows.extraction.document import tokenise  # noqa: E402
from flows.extraction.number_reader import read_numbers  # noqa: E402
from schemas.reference import load_reference  # noqa: E402

PIECES = {
    "digits in a row": "7",
    "groups by commas": "1,",
    "groups by spaces": "1 ",
    "decimals": "1.1",
    "brackets": "(",
    "quotation marks": '5" ',
    "spaces": " ",
    "names": "Aa ",
    "combining marks": "3\u0301",
    "number words": "one hundred and ",
    "tens": "twenty - ",
    "ranges": "from 5 to 6 million ",
    "hedges": "4,000 or more ",
    "conversions": "$4 (£5) per ",
    "sold things": "van sales rose to 5,000 and ",
}
SIZE = 100_000
LONG = "the mill sold 1,234 jars for $5.6 million and about a third of 40 lids "
# Below this the clock decides, not the text.
LEAST_SECONDS = 0.02
MOST_RATIO = 3.0


def seconds(text: str) -> float:
    """Return the CPU time of one reading, the best of three."""
    reference = load_reference()
    times = []
    for _ in range(3):
        begun = time.process_time()
        read_numbers(tokenise(text), [], [], reference)
        times.append(time.process_time() - begun)
    return min(times)


def main() -> int:
    """Print the table; return 1 where a text takes more than its share of time."""
    worst = 0.0
    cases = {name: (piece, SIZE) for name, piece in PIECES.items()} | {"one line": (LONG, 5_000_000)}
    for name, (piece, size) in cases.items():
        text = piece * (2 * size // len(piece))
        half, whole = seconds(text[: len(text) // 2]), seconds(text)
        ratio = whole / max(half, LEAST_SECONDS)
        worst = max(worst, ratio)
        print(f"{name:18s} {len(text) / 1e6:6.2f} MB {whole:8.3f} s   {ratio:5.2f} times the half of it")
    return int(worst > MOST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
