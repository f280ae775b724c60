"""Parts of a firm, and sorts of sellers, whose measure is said: "revenue at its lamp unit rose"."""

from typing import Final

from flows.extraction.names.entities import slug
from flows.extraction.subjects.discourse import Discourse, Referent
from flows.extraction.subjects.noun_referents import POSSESSIVES, named_part
from flows.extraction.text.subject_words import MODIFIERS

# Between a measure and who has it: "profit [in] the lamp unit".
UNIT_LINKS: Final = frozenset("at in from".split())
_UNITS: Final = frozenset(
    "unit units division divisions segment segments arm business businesses subsidiary chain".split()
)
_SELLERS: Final = frozenset("retailers stores restaurants hotels dealerships supermarkets shops".split())
_OWNING: Final = frozenset("its their the".split())
# What is left of a firm, or all of it, is no part of its own.
_UNTELLING: Final = MODIFIERS | frozenset(
    "continuing discontinued existing remaining established main key biggest largest new old".split()
)
# Between a part and its verb: "earnings at the lamp unit more than doubled".
_BEHIND: Final = frozenset("more overall also alone nearly".split())
_MAX_WORDS: Final = 6


def unit_of(discourse: Discourse, first: int, last: int) -> Referent | None:
    """Return the part or the sellers that ``[first, last)`` names whole, None where it names none.

    A part needs a word that tells it apart; "the unit" is what was spoken of.
    """
    lower = discourse.reading.document.lower
    while last > first and lower[last - 1] in _BEHIND:
        last -= 1
    if last - first > _MAX_WORDS or last <= first:
        return None
    head = lower[last - 1]
    if head not in _UNITS and head not in _SELLERS:
        return None
    owned = lower[first] in _OWNING
    first += owned
    names = [name for name in discourse.names_in(first, last) if name.place_code is None]
    if names:
        name = names[0]
        owning = name.first == first and name.last < last and lower[name.last] in POSSESSIVES
        if not (owning or (owned and name.first > first)) or not _tells(lower, name.last + owning, last - 1):
            return None
        return named_part(discourse, first, last)
    if not _tells(lower, first, last - 1) and head != "retailers":
        return None
    if head in _SELLERS and not owned:
        words = " ".join(discourse.reading.document.quote(first, last).split())
        return Referent(words, slug(words), "phrase", first, last)
    return named_part(discourse, first, last) if owned else None


def _tells(lower: list[str], first: int, last: int) -> bool:
    """Whether a word of ``[first, last)`` tells apart what it stands before, and all of them are words."""
    words = [word for word in lower[first:last] if word not in ("-", "and", "&", ",")]
    return all(word.isalpha() for word in words) and any(word not in _UNTELLING for word in words)
