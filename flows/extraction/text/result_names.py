"""Results that are named by what is not yet taken off: "earnings before interest, taxes and depreciation".

Such a name is one phrase: its commas end no clause, its "before" opens none, and nothing is measured by the
words behind it.
"""

from typing import Final

_RESULTS: Final = frozenset("earnings profit profits income loss losses result results".split())
_ITEMS: Final = frozenset(
    """interest tax taxes taxation depreciation amortization amortisation exceptional exceptionals special
    items one-offs charges costs other certain restructuring minorities volatility non-recurring financial
    finance goodwill provisions rent net""".split()
)
# What only the longest of these names has.
AMORTISATION: Final = frozenset(("amortization", "amortisation"))
_JOINING: Final = frozenset((",", "and", "&"))


def result_end(lower: list[str], before: int) -> int:
    """Return where the name ends whose "before" stands at a token; that token where it is no such name.

    >>> result_end("earnings before interest , taxes and rent rose".split(), 1)
    7
    >>> result_end("earnings before the merger rose".split(), 1)
    1
    """
    if before == 0 or lower[before] != "before" or lower[before - 1] not in _RESULTS:
        return before
    end = before + 1
    while end < len(lower):
        item = end
        while item < len(lower) and lower[item] in _JOINING:
            item += 1
        if item == len(lower) or lower[item] not in _ITEMS or (item > end and end == before + 1):
            break
        end = item + 1
    return before if end == before + 1 else end


def result_names(lower: list[str], first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return where such names lie in tokens ``[first, last)``, each from its "before" on, in order."""
    if "before" not in lower[first:last]:
        return ()
    found = ((at, result_end(lower, at)) for at in range(first, last) if lower[at] == "before")
    return tuple((at, end) for at, end in found if end > at)
