"""The words that may begin a number, and the word lists that several of its readers share."""

from typing import Final

from flows.extraction.text.number_words import SMALL, VULGAR

DOUBLINGS: Final = {
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "trebled": 3,
    "trebles": 3,
    "trebling": 3,
    "quadrupled": 4,
    "quadruples": 4,
    "quadrupling": 4,
    "quintupled": 5,
}
MAY_DOUBLE: Final = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "thrice": 3, "quadruple": 4}
FOLDS: Final = {
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
HALVINGS: Final = frozenset("halved halves halving halve".split())
VAGUE: Final = frozenset(
    "hundreds thousands millions billions trillions dozens tens scores zillions lakhs crores".split()
)
CALENDAR: Final = frozenset("second minute hour day week fortnight month year decade century".split())
STARTS: Final = frozenset(
    set(SMALL)
    | set(VULGAR)
    | set(DOUBLINGS)
    | set(MAY_DOUBLE)
    | set(FOLDS)
    | set(HALVINGS)
    | VAGUE
    | {
        "every",
        "half",
        "quarter",
        "hundred",
        "dozen",
        "a",
        "an",
        "million",
        "billion",
        "thousand",
        "trillion",
        "third",
        "fifth",
        "halves",
        "eighth",
        "tenth",
        "thousandth",
        "millionth",
        "billionth",
    }
)
