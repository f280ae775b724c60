"""Which way a change goes by the words before a figure, and whether they can be of something else."""

import re
from typing import Final

from flows.extraction.relations.shapes import Shape
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS

_REACH: Final = 14  # elements from a change to the figure that it is told with
_DIRECTION: Final = re.compile(r"(?P<v>[UVud])[^,;:LPTRHxUVud]{0,12},?$")
# What makes a verb of a word that may be a noun: "to cut", "was cut".
_BEFORE_VERB: Final = frozenset(
    "to will would could may might should can must is are was were be been being".split()
)
# Rates at which a rise of the thing is a fall of the number, or the reverse.
_RATE: Final = 12  # elements before a figure in which a currency is named; an amount in it names none
_EXCHANGE_RATE: Final = ["exchange", "rate"]  # not "exchange-traded"
_INVERSE: Final = frozenset(
    "yen dollar euro pound sterling franc mark currency rupee peso yuan rouble ruble rand".split()
)


def direction_before(classes: str, position: int) -> str:
    """Return the class of the change that leads to `position`: U, u upwards, V, d downwards; "" for none."""
    match = _DIRECTION.search(classes, max(0, position - _REACH), position)
    return match.group("v") if match else ""


def is_of_the_level(lower: list[str], shape: Shape, position: int) -> bool:
    """Whether that change can be of nothing else: "cut its stake to 45 from 41", "a fall in profit to 45".

    A verb leads to the level over its object, a noun over what it is "in" or "of"; of other nouns it is open
    what they are of ("the rate increases they expect to two from three"). Any of them leads what stands right
    behind it ("up to 45 from 41", "a jump to 45").
    """
    classes = shape.classes
    match = _DIRECTION.search(classes, max(0, position - _REACH), position)
    if match is None:
        return False
    place = match.start("v")
    if not classes[place + 1 : position].strip("q"):
        # "The rate rises to 45", "a profit jump to 45"; not "a revision of May's gain to 45".
        return classes[place - 1 : place] != "s"
    if classes[place] in "ud":
        return False
    word, before = lower[shape.tokens[place]], lower[shape.tokens[place] - 1]
    if word not in CHANGE_NOUNS:
        return word in CHANGE_VERBS
    return before in _BEFORE_VERB or classes[place + 1] in "eio,"


def is_inverse(lower: list[str], shape: Shape, position: int) -> bool:
    """Whether a currency's rate is spoken of: a yen that rises buys more and is fewer yen to the dollar."""
    return any(
        shape.drafts[place] is None
        and (
            not _INVERSE.isdisjoint(lower[shape.tokens[place] : shape.tokens[place + 1]])
            or lower[shape.tokens[place] : shape.tokens[place] + 2] == _EXCHANGE_RATE
        )
        for place in range(max(0, position - _RATE), position)
    )
