"""Deficits and surpluses with what came in and what went out in the same time: "exports were 24, imports 31".

The three are tied by their nouns, unit and period, wherever they stand near one another. Of several of one
period those are meant that make one another; where none do, there must be one of each.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Final

from flows.extraction.claims.standing import Candidate, Standing, choose, is_alike_in_status, miss
from flows.extraction.figure import Draft, Relation, end_with_noun
from flows.extraction.relations.sums import rounding_of, spread

_BALANCES: Final = {"deficit": -1, "deficits": -1, "shortfall": -1, "surplus": 1, "surpluses": 1}
# What comes in and what goes out, by the noun: a number for each pair of them, with its sign.
_FLOWS: Final = {
    "exports": 1, "imports": -1,
    "revenue": 2, "revenues": 2, "receipts": 2, "income": 2,
    "expenditure": -2, "expenditures": -2, "spending": -2, "outlays": -2,
}  # fmt: skip
_FLOWING: Final = frozenset(_FLOWS)
_NOUNS: Final = frozenset((*_BALANCES, *_FLOWS))
# Before a flow they leave it whole; any other small word makes it a part ("oil imports").
_WHOLE: Final = frozenset(
    """. , ; : ( " the and while but with of as total overall merchandise its their 's s against on when where
    both budget government visible said that for - --""".split()
)
_OTHER: Final = frozenset(("account", "payments"))  # balances of more than trade
_PARTIAL: Final = frozenset("to from by of".split())
_ENDING: Final = _PARTIAL | frozenset(("and", "while", "but", "with", "in"))
_ABOUT: Final = frozenset(("in", "with", "on"))
_TIMES: Final = frozenset(
    """month months year quarter half first second third fourth week period January February March April May
    June July August September October November December""".split()
)
_TAIL: Final = 4  # tokens behind a balance that say what it is of
_FAR: Final = 3  # sentences from a balance to its flows
_BESIDE: Final = 3  # tokens from a figure to the noun behind it
_OFF: Final = 0.8
_Period = tuple[str | None, str | None, str | None]


def find_flow_balances(standing: Standing) -> list[Relation]:
    """Return what came in or went out with the other flow and the balance of both as its parts."""
    sentences = standing.sentences_with(_FLOWING)
    if not sentences or not standing.sentences_with(frozenset(_BALANCES)):
        return []
    told: dict[_Period, dict[int, list[Draft]]] = {}
    signs: dict[int, int] = {}
    heads: set[int] = set()  # the first levels behind their nouns
    named = (-1, "")
    for level in standing.told:
        noun = (
            _noun_of(standing, level) if level.kind == "money" and " per " not in (level.unit or "") else None
        )
        if noun is None:
            continue
        if named != (level.sentence, noun):
            heads.add(id(level))
        named = (level.sentence, noun)
        sign = _BALANCES.get(noun)
        if sign is not None:
            signs[id(level)] = sign
        period = (level.unit, level.period_start, level.period_end)
        told.setdefault(period, {}).setdefault(_FLOWS.get(noun, 0), []).append(level)
    found: list[Relation] = []
    for flows in told.values():
        for kind in (1, 2):
            if 0 in flows and kind in flows and -kind in flows:
                chosen = choose(_readings(flows[0], flows[kind], flows[-kind], signs, heads), within=_OFF)
                if chosen is not None:
                    total, *parts = chosen
                    found.append(spread("flow_balance", total, parts, True))
    return found


def _readings(
    balances: list[Draft],
    incoming: list[Draft],
    outgoing: list[Draft],
    signs: dict[int, int],
    heads: set[int],
) -> Iterator[Candidate]:
    """Yield the greater flow with the lesser and the balance: those that hold, or the only one."""
    readings = []
    for balance, came, went in product(balances, incoming, outgoing):
        places = {draft.place_code for draft in (balance, came, went)} - {None}
        if not is_alike_in_status((came, went)) or len(places) > 1:
            continue
        if (
            abs(came.sentence - went.sentence) > 1
            or min(abs(balance.sentence - came.sentence), abs(balance.sentence - went.sentence)) > _FAR
        ):
            continue
        greater, lesser = (came, went) if signs[id(balance)] > 0 else (went, came)
        made = (lesser.value or Decimal(0)) + (balance.value or Decimal(0))
        slack = sum(map(rounding_of, (lesser, balance)), rounding_of(greater))
        readings.append(Candidate((greater, lesser, balance), miss(greater.value or Decimal(0), made, slack)))
    leading = [one for one in readings if heads.issuperset(map(id, one.drafts))]
    for few in (readings, leading):
        if len(few) == 1:
            yield few[0]
            return
    yield from (reading for reading in readings if not reading.miss)


def _noun_of(standing: Standing, level: Draft) -> str | None:
    """Return the flow or balance that a level is told of: the noun behind it, else the last before it."""
    lower = standing.lower
    opens, ends = standing.document.sentences[level.sentence]
    last = end_with_noun(level)
    for place in range(level.last, min(ends, last + _BESIDE)):
        if not lower[place].isalpha() or lower[place] in _ENDING or place in standing.firsts:
            break
        if lower[place] in _BALANCES:
            is_whole = lower[place - 1] not in _OTHER and not _is_of_a_part(standing, place)
            return lower[place] if is_whole else None
    for place in range(level.first - 1, opens - 1, -1):
        word = lower[place]
        if word not in _NOUNS:
            continue
        before = standing.document.words[place - 1] if place > opens else "."
        if word in _BALANCES:
            is_part = _is_of_a_part(standing, place) or _is_of_a_part(standing, last - 1)
            return word if before not in _OTHER and not is_part else None
        behind = lower[place + 1]
        is_part = behind in _PARTIAL and place + 2 not in standing.firsts
        is_whole = before.lower() in _WHOLE or not before[:1].islower()
        return word if is_whole and not is_part and level.scope is None else None
    return None


def _is_of_a_part(standing: Standing, noun: int) -> bool:
    """Whether a balance is of some things or one partner: "a deficit in services", not "in the month"."""
    words = standing.document.words[noun + 1 : noun + _TAIL]
    if not words or words[0] not in _ABOUT:
        return False
    return words[0] != "in" or (words[-1].isalpha() and _TIMES.isdisjoint(words))
