"""Units that one number says for its neighbours: "6 and 13 kg", "7 dollars 20 cents", "$1 = 87 yen"."""

from typing import Final

from flows.extraction.numbers.number_forms import shifted
from flows.extraction.numbers.numeral import Numeral
from flows.extraction.text.document import Document

_JOINERS: Final = frozenset(
    (",", "and", "or", "&", "x", "×", "by", "to", "-", "–", "/", "and/or", "nor", "then", "*")
)


def exchange_rates(document: Document, numerals: list[Numeral]) -> list[Numeral]:
    """Read "$1 = 87.40 yen" as one rate; return the ones that are only its base."""
    bases = []
    for position, base in enumerate(numerals[:-1]):
        rate = numerals[position + 1]
        if (
            base.value == 1
            and base.unit is not None
            and base.unit.kind == "money"
            and rate.unit is not None
            and rate.unit.kind == "money"
            and document.words[base.last : rate.first] in (["="], ["equals"])
        ):
            rate.rate, rate.kind = base.unit.unit, "rate"
            bases.append(base)
    return bases


def join_cents(document: Document, numerals: list[Numeral]) -> list[Numeral]:
    """Read "7 dollars 20 cents", "twelve dollars and five cents" as one amount; return what was taken in."""
    taken: list[Numeral] = []
    for position in range(len(numerals) - 2, -1, -1):
        whole, part = numerals[position], numerals[position + 1]
        if whole.unit is None or whole.unit.kind != "money" or whole.power or whole.high is not None:
            continue
        if whole.unit.factor != 1 or part.high is not None or (taken and part is taken[-1]):
            continue
        gap = document.lower[whole.last : part.first]
        bare = part.unit is None and not gap and not whole.money_before and _ends_clause(document, part.last)
        minor = part.unit is not None and part.unit.code == whole.unit.code and part.unit.factor != 1
        if gap not in ([], ["and"]) or not (bare or minor) or part.rate is not None:
            continue
        cents = part.value / 100 if bare else part.value
        if not 0 < cents < 1 or (part.value != int(part.value) and bare):
            continue
        whole.value += cents
        whole.place = whole.bare_place = -2
        whole.last = whole.digits_last = part.last
        taken.append(part)
    return taken


# What the larger unit is of the smaller one that follows it.
_PARTS: Final = {
    ("minute", "second"): 60,
    ("hour", "minute"): 60,
    ("hour", "second"): 3600,
    ("day", "hour"): 24,
    ("year", "month"): 12,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
}


# What is as large as this is no percentage.
_COUNTED: Final = 1000


_BETWEEN_SIZES: Final[tuple[list[str], ...]] = ([], ["and"], [","], [",", "and"])


def join_measures(document: Document, numerals: list[Numeral]) -> list[Numeral]:
    """Read "three minutes 49.9 seconds", "6 feet 2 inches", "4 hours, 52 minutes and 10 seconds" as one each.

    Returns what was taken in.
    """
    taken: list[Numeral] = []
    for position in range(len(numerals) - 2, -1, -1):
        whole, part = numerals[position], numerals[position + 1]
        if whole.unit is None or part.unit is None or whole.high is not None or part.high is not None:
            continue
        times = _PARTS.get((whole.unit.unit, part.unit.unit))
        gap = document.lower[whole.last : part.first]
        if times is None or gap not in _BETWEEN_SIZES or not 0 < part.value < times:
            continue
        if whole.value != int(whole.value) or whole.rate is not None:
            continue
        whole.value = whole.value * times + part.value
        whole.unit, whole.rate = part.unit, part.rate
        whole.place, whole.bare_place, whole.last_digit = part.place, part.bare_place, part.last_digit
        whole.last = whole.digits_last = part.last
        taken.append(part)
    return taken


def _ends_clause(document: Document, last: int) -> bool:
    return last >= len(document.words) or document.words[last] in ".,;:!?)"


def share_units(document: Document, numerals: list[Numeral]) -> None:
    """Give the unit of a later number to those before it that only commas and conjunctions part from it."""
    lower = document.lower
    for position in range(len(numerals) - 1, 0, -1):
        giver, taker = numerals[position], numerals[position - 1]
        if giver.power >= 6 and not taker.power and _is_short_change(lower, taker, giver):
            _magnify(taker, giver.power)
        elif taker.power >= 6 and not giver.power and _is_short_former(lower, taker, giver):
            _magnify(giver, taker.power)
        if not taker.lacks_unit or taker.form not in ("digits", "words", "range"):
            continue
        if giver.lacks_unit or giver.form in ("multiple", "fraction", "ordinal"):
            continue
        if (
            giver.kind == "rank"
            or giver.money_before
            or (
                giver.unit is not None
                and giver.unit.kind == "money"
                and not giver.power
                and giver.first - taker.last != 1
            )
        ):
            continue
        gap = range(taker.last, giver.first)
        if [lower[at] for at in gap] == [",", "or"]:
            # "fell to 340, or 12 percent": the same said twice.
            continue
        if (
            len(gap) == 0
            or len(gap) > 3
            or not (all(lower[at] in _JOINERS for at in gap) or [lower[at] for at in gap] == ["from"])
        ):
            continue
        if "to" in (lower[at] for at in gap) and taker.value > giver.value * 20:
            continue
        if (taker.power or taker.value >= _COUNTED) and giver.unit is not None and giver.unit.code == "%":
            # "stands at 3.9 million, 11 percent above", "(28,080, six percent)": these are no percentages.
            continue
        if lower[giver.first - 1] == "from" and taker.power and giver.unit and giver.unit.kind == "duration":
            continue  # "a plus of 2.8 billion from one year to the next"
        if giver.noun is not None and not _plausible_pair(taker, giver, [lower[at] for at in gap]):
            continue
        # "reserves of 40 million, 6,600 euros a head": the millions are euros, not per head.
        rate = None if taker.power and not giver.power else giver.rate
        taker.unit, taker.rate, taker.noun = giver.unit, rate, giver.noun
        if giver.unit is not None and giver.unit.factor != 1:
            taker.value *= giver.unit.factor
        taker.borrowed = "coordination"
        if giver.power and not taker.power and giver.unit is not None and "or" in (lower[at] for at in gap):
            taker.value = shifted(taker.value, giver.power)


def _magnify(numeral: Numeral, power: int) -> None:
    numeral.value = shifted(numeral.value, power)
    numeral.place += power
    numeral.bare_place += power
    numeral.power = power


def _is_short_former(lower: list[str], new: Numeral, old: Numeral) -> bool:
    """Whether "to $650 million from $600" leaves the magnitude of its second amount out."""
    if old.unit is None or new.unit is None or old.unit.unit != new.unit.unit or old.unit.kind != "money":
        return False
    if old.rate is not None or old.first - new.last != 1 or lower[new.last] != "from":
        return False
    size = abs(new.high or new.value).scaleb(-new.power)
    is_alike = size / 2 <= abs(old.value) <= 2 * size
    return is_alike and old.form == "digits" and lower[new.first - 1] == "to"


def _is_short_change(lower: list[str], taker: Numeral, giver: Numeral) -> bool:
    """Whether "from 162 to 157 million" leaves the magnitude of its first number out."""
    size = abs(giver.high or giver.value).scaleb(-giver.power)
    return (
        taker.form == "digits"
        and giver.first - taker.last == 1
        and lower[taker.last] == "to"
        and lower[taker.first - 1] == "from"
        and size / 10 <= abs(taker.value) <= 10 * size
        and (taker.unit is None or taker.unit.kind == "money")
        and (giver.unit is None or taker.unit is None or giver.unit.unit == taker.unit.unit)
    )


def _plausible_pair(taker: Numeral, giver: Numeral, joiners: list[str]) -> bool:
    if joiners == [","] and not (taker.value < 1000 and giver.value < 1000):
        return False
    return taker.spelled == giver.spelled
