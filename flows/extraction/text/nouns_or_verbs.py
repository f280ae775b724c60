"""Words that are a finite verb as often as a participle or a noun: what around them tells which."""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.verb_words import COMMAS, PREPOSITIONS, PRONOUNS, RELATIVES, SUBORDINATORS

# Participles of the same form as the past: "the low set in March".
SET: Final = frozenset("set hit put seen cut reached".split())
# Verbs with an object, which else are nouns: "short of Wall Street targets,".
TAKING_OBJECTS: Final = frozenset(
    """reports plans claims estimates accounts costs needs offers measures forecasts targets values houses
    features marks uses notes""".split()
)
CLAUSE_OPENERS: Final = SUBORDINATORS | COMMAS | RELATIVES


def is_after_comma(document: Document, last: int, first: int) -> bool:
    """Whether the run of capitals that ends with token `last` stands behind a comma: ", Hart [reports]."."""
    while last > first and document.words[last] != document.lower[last]:
        last -= 1
    return document.lower[last] in COMMAS or document.lower[last] in SUBORDINATORS


def only_narrows(document: Document, free: int, index: int) -> bool:
    """Whether the participle at `index` tells of the noun before it: "is up from the low [set] in March".

    Nothing between it and the verb before, which ends at `free`, begins a clause; the "and" of "a
    two-and-a-half-year low" does not.
    """
    lower = document.lower
    return (
        PREPOSITIONS.issuperset(lower[index + 1 : index + 2])
        and lower[index - 1] not in PRONOUNS
        and index - free > 2
        and not any(
            word in CLAUSE_OPENERS and lower[at + 1] != "-" for at, word in enumerate(lower[free:index], free)
        )
    )
