"""Subjects that something moves by or to their figure: "The slump cut Acme's profit by 3 million"."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker
from flows.extraction.subjects.referents import resolve
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.verb_words import AUXILIARIES, DETERMINERS, PREPOSITIONS

# Links of a figure to what is moved by or to it, and what may stand between.
MOVED_LINKS: Final = frozenset("by to from at up down toward towards above below past".split())
HEDGING: Final = frozenset(
    "about around some nearly almost only just more less than as much at least".split()
)
JOINING: Final = frozenset("which who that or but while than because when if".split())
# What somebody does to what a figure is of.
_MOVE: Final = """cut raise lift boost increase reduce lower trim slash push bring send drive pull drag hike
    knock widen narrow keep hold put limit cap curb""".split()
MOVING: Final = frozenset(
    [*_MOVE, *"cutting putting trimmed trimming brought sent drove driven kept held".split()]
    + [verb + "s" for verb in _MOVE]
    + [verb.removesuffix("e") + "ed" for verb in _MOVE]
    + [verb.removesuffix("e") + "ing" for verb in _MOVE]
)
MAX_OBJECT: Final = 12
NO_VERB_BEHIND: Final = (
    DETERMINERS | AUXILIARIES - {"will", "would", "could", "may", "might"} | {"-", "'s", "’s"}
)
# What is his who moves it.
OWN: Final = frozenset("its their his her our".split())
HELD: Final = frozenset(
    "stake stakes holding holdings bid bids offer offers estimate estimates forecast".split()
)


def moved_object(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return what somebody moves by or to a figure: "The slump cut Acme's profit by 3 million"."""
    document = discourse.reading.document
    lower = document.lower
    begin = document.sentences[draft.sentence][0]
    last = draft.first - 1
    while last > begin and lower[last] in HEDGING:
        last -= 1
    if lower[last - 1 : last + 1] == ["up", "to"] and lower[last - 2] in MOVED_LINKS | {"of"}:
        # "by up to 3 million"
        last -= 2
    if lower[last] not in MOVED_LINKS or lower[last - 1] in HELD:
        return None
    for verb in range(last - 2, max(begin, last - MAX_OBJECT), -1):
        if is_mark(document, verb) or lower[verb][:1].isdigit() or lower[verb] in JOINING:
            return None
        if (
            lower[verb] in MOVING
            and lower[verb - 1] not in NO_VERB_BEHIND
            and lower[verb + 1] not in PREPOSITIONS
        ):
            if lower[verb + 1] in OWN:
                return None
            found = resolve(discourse, verb + 1, last)
            return found if found is not None and not found.is_bare and not is_onlooker(found) else None
    return None
