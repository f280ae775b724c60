"""What a text speaks of selling: so that "5,200 deliveries" counts cars where only cars are delivered."""

from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import EVENTS, singular
from flows.extraction.text.nouns import Counted

_THINGS: Final = frozenset(
    """car vehicle truck van bus motorcycle bike tractor plane jet aircraft home house phone handset
    smartphone
    pc computer laptop tablet console game album single ticket book bottle barrel ship boat engine unit
    headset television tv camera watch battery scooter suv pickup machine""".split()
)


def name_what_is_sold(document: Document, numerals: list[Numeral]) -> None:
    """Let "5,200 deliveries" count the one thing that the text speaks of delivering."""
    events = [
        n
        for n in numerals
        if n.noun is not None and not n.borrowed and document.lower[n.noun.last - 1] in EVENTS
    ]
    if not events:
        return
    thing = what_is_sold(document)
    for numeral in events:
        noun = numeral.noun
        if noun is not None and thing is not None and noun.noun == singular(document.words[noun.last - 1]):
            numeral.noun = Counted(thing, noun.first, noun.last, noun.modifiers)


def what_is_sold(document: Document) -> str | None:
    """Return the one thing that a text speaks of selling or delivering; None where there are several.

    "car sales", "sales of phones", "vehicle registrations" name it; without that a sale stays a sale.
    """
    present = document.vocabulary()
    if EVENTS.isdisjoint(present) or _THINGS.isdisjoint(present):
        return None
    lower = document.lower
    found: set[str] = set()
    for at, word in enumerate(lower):
        if word in EVENTS and at:
            if lower[at - 1] in _THINGS:
                found.add(lower[at - 1])
            elif lower[at - 1] == "unit":
                continue
    return found.pop() if len(found) == 1 else None


def is_thing(word: str) -> bool:
    """Whether `word` names a thing that is sold by the piece."""
    return word.lower() in _THINGS
