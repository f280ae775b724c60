"""The words that set one figure against another, and what else they may mean."""

from bisect import bisect_left
from typing import Final

from flows.extraction.relations.shapes import Shape

COMPARED, CLAUSE, ABOVE, BELOW, FROM, RANK, TARGET, AT, SINCE = (
    "compared clause above below from rank target at since".split()
)
_WORDS: Final = {
    COMPARED: """compared comparison compares against versus vs than instead opposed
        previously initially originally previous prior earlier not followed contrast""",
    CLAUSE: "while whereas whilst after following top now",
    ABOVE: """above exceeded exceeding exceeds beat beats beating topped topping tops surpassed surpassing
        surpasses ahead outpaced outpacing outstripped outstripping outperformed outperforming eclipsed
        eclipsing outnumbered outnumber outweighed outweighing dwarfed dwarfing dwarfs outstrips outpaces
        outperforms eclipses outweighs outnumbers outshone outshining outdid outdoing overtook overtaking
        past""",
    BELOW: """below shy missed missing misses short behind trailing trailed trails lagging lagged lags
        undershot undershooting""",
    FROM: "from",
    RANK: "second third fourth fifth sixth seventh eighth ninth tenth",
    TARGET: "target goal toward towards",
    AT: "lower higher smaller larger",
    SINCE: "since",
}
CUES: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_MORE: Final = frozenset("more higher larger bigger greater up wider stronger faster longer older".split())
LESS: Final = frozenset("less fewer lower smaller narrower down weaker slower shorter younger".split())
# Besides the rises and falls that a shape knows.
RISES: Final = frozenset("strengthened accelerating rising pickup rebound jump acceleration".split())
FALLS: Final = frozenset("slowing weakened weakening narrowing easing trimmed downgraded slowdown".split())
REACHES: Final = frozenset("reach reached reaching reaches".split())
# Of these the values decide: a rate that improves may rise or fall.
_CHANGES: Final = frozenset(
    """revised restated reduced changed moved went range ranged ranging ranges improved improving worsened
    reach reached reaching reaches yen dollar pound euro""".split()
)
_HIGHEST: Final = frozenset(
    "highest largest biggest strongest most longest fastest sharpest steepest widest heaviest".split()
)
_LOWEST: Final = frozenset("lowest smallest weakest fewest least shortest slowest narrowest mildest".split())
UTMOST: Final = frozenset("best worst".split())  # the highest or the lowest: the values tell
_AVERAGE: Final = 8  # words from "ahead" to "average": "ahead of last year's daily average of 1.8 billion"
IMPROVES: Final = frozenset("improved improving".split())
# What is more where it is better.
GROWN_WHEN_BETTER: Final = frozenset("margin return".split())
SUPERLATIVE: Final = 7  # words from "lowest" to "since"
VERB: Final = 20  # elements from the verb of a change to "from"
# What stands right before these says how far apart the two are: "five cents below the forecast".
BY_HOW_MUCH: Final = frozenset("above below ahead short shy behind".split())
# What these set against something may be told in a clause of its own: "outpacing the index, which rose 0.7%".
LEVELLED: Final = frozenset((ABOVE, BELOW, COMPARED))
THEN: Final = frozenset(("after", "following", "top"))
_FORMER: Final = frozenset("previous prior earlier".split())
OUTLOOKS: Final = frozenset(
    "forecast forecasts estimate estimates outlook guidance target range projection projections view".split()
)
FIRST_SAID: Final = frozenset("previously initially originally".split())
_SAID: Final = frozenset(
    "reported estimated thought forecast expected stated planned projected published".split()
)
# "After closing at 5", "after buying it for 3": an earlier price of the same thing.
CLOSED: Final = frozenset(
    """closing ending finishing settling opening closed touching hitting reaching buying paying
    previously""".split()
)
_PASSING: Final = frozenset("soared surged sailed shot moved raced swept climbed rose jumped went".split())
# These compare only with what their sentence has said before.
NEEDING: Final = FIRST_SAID | _FORMER | {"not"}


def is_relative(lower: list[str], tokens: list[int], first: int, between: str) -> bool:
    """Whether the comma of a stretch opens a clause on what is named before it: ", whose shares rose 6%"."""
    comma = tokens[first + 1 + between.index(",")]
    return lower[comma + 1] in ("which", "whose", "who", "that")


def is_other_use(lower: list[str], shape: Shape, cue: int, kind: str) -> bool:
    """Whether a word compares nothing: "better-than-expected", "looking ahead", "a higher price"."""
    word, after = lower[cue], lower[cue + 1] if cue + 1 < len(lower) else ""
    if (
        word == "ahead"
        and "average" not in lower[cue : cue + _AVERAGE]
        and shape.classes[bisect_left(shape.tokens, cue) + 2 : bisect_left(shape.tokens, cue) + 3] == "D"
    ):
        return True  # "ahead of August's elections"
    if word in ("ahead", "short", "shy", "instead"):
        return after != "of"
    if word == "trailing":
        return after[:1].isdigit()  # "a trailing 12-month basis"
    if word in ("above", "below") and shape.classes[bisect_left(shape.tokens, cue) - 1] in "UV":
        return True  # "has fallen below 1.6%"
    if word == "past":
        return lower[cue - 1] not in _PASSING  # "in the past year"
    if word == "after" and after in ("tax", "taxes"):
        return True
    if word == "top":
        return lower[cue - 1] != "on" or after != "of"
    if word == "followed":
        return lower[cue - 1] not in ("that", "this", "it", "which")
    if word == "contrast":
        return after not in ("to", "with")
    if word == "not":
        return lower[cue - 1] != ","  # "13.6%, not 12.7% as reported earlier"
    if word == "now":
        return "but" not in lower[cue - 3 : cue]
    if word in _FORMER:
        return after not in OUTLOOKS
    if word in FIRST_SAID:
        return after not in _SAID
    if kind == AT:
        return after not in ("at", ",", "-", "with")
    if kind == RANK:
        # "China came second with 19%", "third place at 5"
        return after not in ("with", "at", ",", "on", "place", "spot")
    return word == "than" and after in ("-", "expected", "usual", "before")


def is_hedge(lower: list[str], shape: Shape, cue: int, position: int) -> bool:
    """Whether "than" belongs to the figure: "more than $1 billion"; not "rose 1%, less than a 3% rise"."""
    return (
        lower[cue] == "than"
        and shape.draft(position).hedge is not None
        and cue + 2 >= shape.tokens[position]
        and lower[cue - 2 : cue - 1] != [","]
    )


def superlative(lower: list[str], shape: Shape, cue: int) -> bool | None:
    """Return whether what is said before "since" is the most of its kind (True), the least, or neither."""
    words = lower[max(shape.tokens[0], cue - SUPERLATIVE) : cue]
    most, least = not _HIGHEST.isdisjoint(words), not _LOWEST.isdisjoint(words)
    return None if most == least else most


def than(lower: list[str], shape: Shape, place: int) -> bool | None:
    """Return what the comparative before "than" says: "higher in May than", "fewer than"."""
    if lower[shape.tokens[place]] != "than":
        return None
    for back in range(place - 1, max(-1, place - 5), -1):
        token = lower[shape.tokens[back]]
        if token in _MORE:
            return True
        if token in LESS:
            return False
        if shape.classes[back] in "LPTRH;,":
            break
    return None


def changed(lower: list[str], shape: Shape, place: int) -> str | None:
    """Return whether the change before "from" goes "up" or "down"; "" does not say, None: there is none."""
    for back in range(place - 1, max(-1, place - VERB), -1):
        element, token = shape.classes[back], lower[shape.tokens[back]]
        if element == ";":
            return None
        near = "" if place - back > 3 and element not in "UV" else "near"
        if element in "UV" and "P" in shape.classes[max(0, back - 6) : back]:
            continue  # "slowed to a 2.1% gain from 2.3%": the gain is the figure's own
        if (element in "uU" and near) or token in RISES:
            return "up"
        if (element in "dV" and near) or token in FALLS:
            return "down"
        if token in _CHANGES:
            return ""
    return None
