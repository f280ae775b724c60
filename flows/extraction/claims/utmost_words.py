"""What says that something has the most or the least of all: "was the biggest buyer", "had the fewest"."""

from typing import Final

# Superlatives of a measure; whether the one that has it has most.
_MEASURES: Final = {
    **dict.fromkeys(
        """highest longest tallest deepest hottest warmest wettest heaviest oldest dearest costliest fastest
        largest biggest busiest widest richest brightest steepest loudest best most""".split(),
        True,
    ),
    **dict.fromkeys(
        """lowest smallest fewest cheapest shortest coldest driest lightest youngest slowest poorest least
        narrowest quietest""".split(),
        False,
    ),
}
# Words of size that say of what only with a noun of doing: "the biggest bank" may have few branches.
_SIZES: Final = frozenset("largest biggest smallest".split())
_DOING: Final = frozenset(
    """buyer buyers customer market supplier producer exporter importer export import donor consumer source
    seller destination contributor spender shipper grower investor recipient crop item purchaser polluter
    emitter user creditor lender""".split()
)
_TOPS: Final = frozenset("top leading main".split())
_HEADING: Final = frozenset("topped tops heads headed leads led".split())
_TABLES: Final = frozenset(
    "table list ranking rankings standings poll polls league field way chart charts medals".split()
)
_COPULAS: Final = frozenset(
    """is was are were remained remains stayed stays became becomes had has have came recorded saw got
    proved proves again brought posted registered reported took drew made achieved scored earned showed
    paid pays produced attracted sold raised received gets offers offered charged charges""".split()
)
_NOT: Final = frozenset(
    """second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd among one next at not once two three
    previous former old""".split()
)
# "The highest since 2008", "the biggest ever": of other times, not of others.
_OF_TIMES: Final = frozenset(
    """since ever record years months weeks history decade decades yet season year so time memory
    recorded""".split()
)
_AFTER: Final = 5  # tokens behind the word that may say so
_BEFORE: Final = 5  # tokens before it with the verb
SUPERLATIVES: Final = frozenset(_MEASURES)
ANYBODY: Final = frozenset("any anybody anyone anything anywhere".split())
# Of what lasts these tell how long it did.
LENGTHS: Final = frozenset(("longest", "shortest"))
_LONGER: Final = frozenset(("longer", "shorter"))
WORDS: Final = frozenset((*_MEASURES, *_TOPS, *_HEADING, *ANYBODY, "no"))
_NO_REACH: Final = 10  # tokens from "no" to "than"
_THE: Final = frozenset("the 's ’s its their".split())
# What they are said of is a price.
OF_MONEY: Final = frozenset("cheapest dearest costliest".split())


def is_most(lower: list[str], index: int, first: int, last: int) -> bool | None:
    """Return whether the word at `index` says that something has the most of all; None: no, nor the least."""
    word = lower[index]
    behind = lower[index + 1 : min(last, index + 1 + _AFTER)]
    before = lower[max(first, index - _BEFORE) : index]
    if word in ANYBODY:
        # "More power came from wind than from any other source"
        is_told = (behind[:1] == ["other"] or word != "any") and "than" in before
        return _of_any(lower[first:index]) if is_told else None
    if word in _HEADING:
        return True if is_heading(word, behind) else None
    if not _NOT.isdisjoint(before[-2:]):
        return None
    if word != "best" and behind[:1] == ["-"] and _DOING.isdisjoint(behind[1:4]):
        return None
    if word == "best" and behind[:1] != ["-"]:
        return None
    if word == "no":
        # "No state has more lakes than Norland, with 14,200"
        ahead = lower[index : min(last, index + _NO_REACH)]
        return _of_any(ahead[: ahead.index("than")]) if index == first and "than" in ahead else None
    is_of_size = word in _TOPS or (word in _SIZES and before[-1:] == ["the"])
    if is_of_size and _DOING.isdisjoint(behind[:3]):
        return None
    if word in ("most", "least") and (_THE.isdisjoint(before[-1:]) or behind[:1] == ["of"]):
        return None
    if not _OF_TIMES.isdisjoint(behind):
        return None
    # "14.20 crowns a metre, the highest of all towns"
    is_apposed = before[-2:] == [",", "the"] and behind[:2] in (["of", "all"], ["of", "any"], ["in", "the"])
    is_predicate = is_apposed or not _COPULAS.isdisjoint(before)
    is_subject = index - first <= 1 and not _COPULAS.isdisjoint(behind)
    if not (is_predicate or is_subject):
        return None
    return _MEASURES.get(word, True)


def is_heading(word: str, behind: list[str]) -> bool:
    """Whether a word with those behind it puts one on top: "topped the poll", "top of the league"."""
    return (word in _HEADING or (word == "top" and behind[:1] == ["of"])) and not _TABLES.isdisjoint(behind)


def is_of_length(lower: list[str], index: int, first: int) -> bool:
    """Whether a word says what lasts longest: "the longest strike", "out longer than anybody"."""
    return lower[index] in LENGTHS or (
        lower[index] in ANYBODY and not _LONGER.isdisjoint(lower[max(first, index - _BEFORE) : index])
    )


def _of_any(before: list[str]) -> bool | None:
    words = set(before)
    if not words.isdisjoint(("more", "higher", "larger", "longer")):
        return True
    return False if not words.isdisjoint(("fewer", "less", "lower", "shorter")) else None
