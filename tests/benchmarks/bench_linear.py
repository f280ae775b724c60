"""Measure that reading takes time in proportion to the text, on texts that are made to hurt.

    python tests/benchmarks/bench_linear.py

Numbers are read alone, and texts full of one claim whole. Each text is read at one length and at twice that
length; CPU time, the best of three. A line of ten megabytes without a full stop, and 100,000 digits in a row,
are among them. The exit code is 1 where twice the text takes more than three times as long.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from flows.extraction.extract import read_article  # noqa: E402
from flows.extraction.numbers.number_reader import read_numbers  # noqa: E402
from flows.extraction.text.document import tokenise  # noqa: E402
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
# Read whole: each rule on claims looks around for the figures that it may be about.
WHOLE = {
    "a name of digits": "Then 3M said so. ",
    "one noun": "The yard sold 40 boats. ",
    "bullets": "The wood has 320 trees. Here is all of it:\n\n- 100 oaks\n- 220 elms\n\nThat was it.\n\n",
    "rests": "The other five of the 151 members were absent. ",
    "shares of that": "It made 50 tonnes. That is 40 percent of all, which the port puts at 90 tonnes. ",
    "rosters": "Three winners came. They are Bea Cole, Cyd Dorn and Eda Fahl. ",
    "who has most": "Velta was the biggest buyer with 310 tonnes. Austria took 240 tonnes. ",
    "growth explained": "Sales of Velta rose 9 percent. Sales were 96 million, against 71 million in 2011. ",
    "rates a head": "The town owed 5 million euros. Divided by the 9,000 people, that is 40 euros a head. ",
    "differences": "Velta won by 300 votes. Ann Bode had 900 votes, Cyd Dorn 700 votes. ",
}
WHOLE_SIZE = 50_000
SIZE = 100_000
LONG = "the mill sold 1,234 jars for $5.6 million and about a third of 40 lids "
# Below this the clock decides, not the text.
LEAST_SECONDS = 0.02
MOST_RATIO = 3.0


def numbers(text: str) -> None:
    """Read the numbers of a text."""
    read_numbers(tokenise(text), [], [], load_reference())


def everything(text: str) -> None:
    """Read all that is read of a text."""
    read_article(text, None, "2019-05-05", load_reference())


def seconds(read: Callable[[str], None], text: str) -> float:
    """Return the CPU time of one reading, the best of three."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        read(text)
        times.append(time.process_time() - begun)
    return min(times)


def main() -> int:
    """Print the table; return 1 where a text takes more than its share of time."""
    worst = 0.0
    cases = [(name, piece, SIZE, numbers) for name, piece in PIECES.items()]
    cases.append(("one line", LONG, 5_000_000, numbers))
    cases += [(name, piece, WHOLE_SIZE, everything) for name, piece in WHOLE.items()]
    for name, piece, size, read in cases:
        text = piece * (2 * size // len(piece))
        half, whole = seconds(read, text[: len(text) // 2]), seconds(read, text)
        ratio = whole / max(half, LEAST_SECONDS)
        worst = max(worst, ratio)
        print(f"{name:18s} {len(text) / 1e6:6.2f} MB {whole:8.3f} s   {ratio:5.2f} times the half of it")
    return int(worst > MOST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
