"""Numbers in words: "twenty-eight thousand six hundred", "four and a half", "two in five", "a dozen".

Everything reads forward from one token and looks at a bounded number of tokens, so that a text of number
words
costs linear time. Values are exact: integers, and `Decimal` for what has a fraction.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
} | {"nought": 0, "naught": 0}
TENS: Final = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
SMALL: Final = UNITS | TENS
# Powers of ten. Words that news agencies abbreviate stand beside the full ones.
SCALES: Final = {
    "thousand": 3,
    "lakh": 5,
    "lakhs": 5,
    "lac": 5,
    "million": 6,
    "mln": 6,
    "mn": 6,
    "crore": 7,
    "crores": 7,
    "billion": 9,
    "bln": 9,
    "bn": 9,
    "trillion": 12,
    "trln": 12,
    "tln": 12,
    "tn": 12,
    "quadrillion": 15,
}
_ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=3,
    )
} | {
    "half": 2,
    "quarter": 4,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
# "its ten millionth car": the power of ten that the ordinal of a round number has.
ROUND_ORDINALS: Final = {"hundredth": 2, "thousandth": 3, "millionth": 6, "billionth": 9}
_LAST_ORDINALS: Final = frozenset("first third fourth fifth sixth seventh eighth ninth".split())
DENOMINATORS: Final = _ORDINALS | {word + "s": value for word, value in _ORDINALS.items() if word != "half"}
DENOMINATORS["halves"] = 2
ONES: Final = frozenset(("a", "an", "one"))
DOZENS: Final = frozenset(("dozen", "dozens", "dozs", "dzs", "doz"))
VULGAR: Final = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅐": (1, 7),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅑": (1, 9),
    "⅒": (1, 10),
}

Value = int | Decimal


def ratio(numerator: Value, denominator: int) -> Decimal:
    """Return a fraction as a decimal of at most twelve places.

    >>> ratio(2, 3)
    Decimal('0.666666666667')
    """
    exact = Decimal(numerator) / denominator
    return exact if len(exact.as_tuple().digits) <= 12 else exact.quantize(Decimal("1e-12"))


def _below_hundred(lower: Sequence[str], index: int) -> tuple[int, int] | None:
    """Read "seven", "fourteen", "twenty", "twenty-one", "twenty one"."""
    word = lower[index]
    if (ten := TENS.get(word)) is None:
        unit = UNITS.get(word)
        return None if unit is None else (unit, index + 1)
    following = index + 2 if index + 2 < len(lower) and lower[index + 1] in "-‐‑–" else index + 1
    if following < len(lower) and 0 < (ones := UNITS.get(lower[following], 0)) < 10:
        return ten + ones, following + 1
    return ten, index + 1


def _group(lower: Sequence[str], index: int) -> tuple[int, int] | None:
    """Read what may stand before a scale word: "three hundred and thirty-one"."""
    count = len(lower)
    if lower[index] in ("a", "an") and index + 1 < count and lower[index + 1] == "hundred":
        value, index = 1, index + 1
    elif (below := _below_hundred(lower, index)) is not None:
        value, index = below
    else:
        return None
    if index < count and lower[index] == "hundred" and 0 < value < 100:
        value, index = value * 100, index + 1
        rest = index + 1 if index < count and lower[index] in ("and", "&") else index
        if rest < count and (below := _below_hundred(lower, rest)) is not None and below[0]:
            after = lower[below[1]] if below[1] < count else ""
            # "five hundred and four hundred", "two hundred and three quarters" are two numbers, or a
            # fraction;
            # "one hundred and forty sixths" is one number of fifths.
            part = rest > index and below[0] < DENOMINATORS.get(after, 0) and after not in ("quarter", "half")
            if after != "hundred" and not part:
                return value + below[0], below[1]
    return value, index


def read_scales(lower: Sequence[str], index: int) -> tuple[int, int]:
    """Read scale words: their power of ten in all, and the token after them ("lakh crore" is 12)."""
    power = 0
    while index < len(lower) and (step := SCALES.get(lower[index])) is not None and power + step < 40:
        power, index = power + step, index + 1
    return power, index


def read_cardinal(lower: Sequence[str], index: int) -> tuple[int, int, int] | None:
    """Read a whole number in words that begins at `index`.

    Returns:
        The value, the token after it, and the power of ten of its last scale word (0 without one); None where
        no number word stands.

    >>> read_cardinal("twenty - eight thousand six hundred".split(), 0)
    (28600, 6, 0)
    """
    total, limit, last_power, cursor = 0, 99, 0, index
    count = len(lower)
    begun = False
    while cursor < count:
        article = lower[cursor] in ("a", "an")
        if article and not begun and cursor + 1 < count and lower[cursor + 1] in SCALES:
            value, after = 1, cursor + 1
        elif article and begun:
            break
        elif (group := _group(lower, cursor)) is not None:
            value, after = group
        else:
            break
        power, end = read_scales(lower, after)
        if power >= limit:
            break
        total, cursor, begun, last_power = total + value * 10**power, end, True, power
        if not power:
            break
        limit = power
        follows = cursor
        if follows < count and lower[follows] == "and":
            follows += 1
            sub = _group(lower, follows) if follows < count else None
            if sub is None or (sub[1] < count and (lower[sub[1]] in SCALES or lower[sub[1]] in DENOMINATORS)):
                break
        elif follows + 1 < count and lower[follows] == ",":
            sub = _group(lower, follows + 1)
            if sub is None or (sub[0] < 100 and lower[min(sub[1], count - 1)] not in SCALES):
                break
            follows += 1
        cursor, resume = follows, cursor
        if cursor >= count or lower[cursor] not in SMALL:
            cursor = resume
            break
    return (total, cursor, last_power) if begun else None


def _compound_part(lower: Sequence[str], index: int, at: int) -> tuple[Decimal, int] | None:
    """Read "three twenty-firsts", "one hundred thirty fifths": a fraction whose denominator has two words.

    Without "and" before it the tens belong to the denominator; "one hundred and thirty fifths" has 130 parts.
    """
    word = lower[index]
    numerator = 1 if word in ONES else (_below_hundred(lower, index) or (0, 0))[0]
    if at < len(lower) and lower[at] == "hundred":
        numerator, at = numerator * 100, at + 1
    if at < len(lower) and lower[at] in "-‐‑–":
        at += 1
    ordinal = _compound_ordinal(lower, at)
    if ordinal is None or not numerator or (numerator > 1) != lower[ordinal[1] - 1].endswith("s"):
        return None
    return ratio(numerator, ordinal[0]), ordinal[1]


def _compound_ordinal(lower: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read "twenty-fifth", "thirty fifths", "one hundred and fifth" as a denominator of two words or more."""
    count, total = len(lower), 0
    if at + 1 < count and lower[at] in UNITS and lower[at + 1] in ("hundred", "thousand"):
        total = UNITS[lower[at]] * (100 if lower[at + 1] == "hundred" else 1000)
        at += 3 if at + 2 < count and lower[at + 2] == "and" else 2
    if at < count and lower[at] in TENS:
        total += TENS[lower[at]]
        at += 2 if at + 1 < count and lower[at + 1] in "-‐‑–" else 1
        least = 10
    else:
        least = 1000
    if at >= count or not total:
        return None
    last = lower[at].removesuffix("s")
    unit = {"first": 1, "second": 2}.get(last, _ORDINALS.get(last, 0))
    return (total + unit, at + 1) if 0 < unit < min(least, 20) and last != "half" else None


def read_ordinal_rest(lower: Sequence[str], last: int) -> int | None:
    """Return the token after the ordinal that tens before token `last` begin: "thirty-first"."""
    if last >= len(lower) or lower[last - 1] not in TENS:
        return None
    at = last + 1 if lower[last] in "-‐‑–" and last + 1 < len(lower) else last
    return at + 1 if lower[at] in _LAST_ORDINALS or (at > last and lower[at] == "second") else None


def read_fraction(lower: Sequence[str], index: int) -> tuple[Decimal, int] | None:
    """Read "half", "a third", "two-thirds", "three quarters", "five eighths" at `index`.

    Whether "a third" is a fraction or an ordinal is for the caller to judge.
    """
    count = len(lower)
    word = lower[index]
    if word in ("half", "halves"):
        return Decimal("0.5"), index + 1
    if word in VULGAR:
        return ratio(*VULGAR[word]), index + 1
    numerator, denominator_at = 1, index + 1
    if word not in ONES:
        below = _below_hundred(lower, index)
        if below is None or not below[0]:
            return None
        numerator, denominator_at = below
    if denominator_at >= count:
        return None
    if (compound := _compound_part(lower, index, denominator_at)) is not None:
        return compound
    hyphen = lower[denominator_at] in "-‐‑–" and denominator_at + 1 < count
    denominator_at += hyphen
    name = lower[denominator_at]
    denominator = DENOMINATORS.get(name)
    if denominator is None:
        return None
    plural = name.endswith("s")
    if name == "quarters" and numerator > 3:
        # "six quarters of growth" are lengths of time.
        return None
    if (numerator > 1) != plural and not (numerator > 1 and hyphen and word not in TENS):
        # "three-quarter" is a fraction, "twenty-fifth" a place in an order.
        return None
    return ratio(numerator, denominator), denominator_at + 1
