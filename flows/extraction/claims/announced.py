"""A growth that an article opens with, and the levels that it tells behind: "Profit rose 24 percent".

"Acme reported a 24 percent drop in quarterly profit. ... Net income was 277 million, down from 363 million a
year earlier": the first two levels of its metric that words set against one another are those of the growth,
whatever the numbers say.
"""

import re
from typing import Final

from flows.extraction.claims.standing import growth_miss
from flows.extraction.claims.standing_growth import ADJUSTED
from flows.extraction.figure import Draft, Member, Relation, by_role, related, start_of
from flows.extraction.implied.series import PRICES, grown_metric, kindred, may_be_one, same_place
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import opposed, same_level
from flows.extraction.relations.relating import BEFORE, Changes
from flows.extraction.relations.shapes import Shape
from flows.extraction.text.change_words import CHANGE_NOUNS

_PAIR: Final = 2  # the new level and the former one
_LEAD: Final = 1  # the last sentence of those that an article begins with
_BESIDE: Final = 10  # tokens around a growth that tell on what basis it is
_OFF: Final = 0.8  # by how much levels may miss a growth and still be meant
# "sold 154,877 vehicles in November, compared with 263,654 a year earlier"
_COMPARED: Final = re.compile(
    rf"(?P<n>L)[wNDesiqoa,]{{0,14}}[(-]?(?:c[ht]?|f){BEFORE}(?:e?[wD]{{1,3}}[os])?q?(?P<o>L)"
)
# What was expected is no former level, and a change of it none of what is.
_EXPECTED: Final = frozenset(
    """expected expecting expectations forecast forecasts outlook estimate estimates estimated analysts
    economists consensus projected predicted target targets guidance goal would could should may might
    will""".split()
)
_OWNERS: Final = frozenset("its their his her our".split())
_EARLIER: Final = frozenset("ago earlier before previous previously prior last".split())
Pair = tuple[Draft, Draft]


def tie_announced(reading: Reading, shapes: list[Shape], changes: Changes) -> None:
    """Give each growth that the first sentences tell alone the first two levels of its metric behind it.

    Words have to set the two against one another, and to date one of them before the other; nothing may tell
    growth and levels apart by name, place, time or basis.
    """
    loose = [
        draft
        for draft in reading.drafts
        if draft.sentence <= _LEAD
        and draft.kind == "growth"
        and draft.metric_code is not None
        and draft.unit in ("percent", "times")
        and draft.value
        and draft.status == "reported"
        and id(draft) not in changes.changes
        and grown_metric(draft) not in PRICES
    ]
    lower = reading.document.lower
    pairs = _pairs(lower, shapes, changes) if loose else []
    if not pairs:
        return
    taken: set[int] = set()
    for growth in loose:
        metric = grown_metric(growth)
        if any(grown_metric(other) == metric for other in loose if other is not growth):
            continue  # "Profit rose 5 percent at the bank, and 8 percent at its rival"
        pair = _first_of(growth, metric, pairs)
        if pair is None or id(pair[0]) in taken or not _is_meant(reading, growth, pair):
            continue
        rivals = [one for one in pairs if kindred(metric, one[0].metric_code) or _start(one) < _start(pair)]
        if growth_miss(growth, *pair) and any(growth_miss(growth, *rival) == 0 for rival in rivals):
            continue  # what others make is told of those
        new, old = pair
        taken.add(id(new))
        changes.changes.add(id(growth))
        changes.former.add(id(old))
        members = Member("growth", growth), Member("new", new), Member("old", old)
        changes.relations.append(related("growth", "announced", *members, told_by=growth))


def _pairs(lower: list[str], shapes: list[Shape], changes: Changes) -> list[Pair]:
    """Return the levels that words set against one another as the new one and the former, in text order."""
    found = [pair for relation in changes.relations if (pair := _moved(relation, changes)) is not None]
    known = {id(level) for pair in found for level in pair}
    for shape in shapes:
        if len(shape.figures) < _PAIR or not ("c" in shape.classes or "f" in shape.classes):
            continue
        for match in _COMPARED.finditer(shape.classes):
            new, old = shape.draft(match.start("n")), shape.draft(match.start("o"))
            if (
                known.isdisjoint((id(new), id(old)))
                and same_level(new, old)
                and _came_before(lower, old, new)
            ):
                found.append((new, old))
    return sorted(found, key=_start)


def _moved(relation: Relation, changes: Changes) -> Pair | None:
    roles = by_role(relation)
    new, old = roles.get("new", roles.get("greater")), roles.get("old", roles.get("lesser"))
    if relation.kind == "order" and new is not None and id(new) in changes.former:
        new, old = old, new
    if new is None or old is None or id(old) not in changes.former or new.unit == "percent":
        return None
    return new, old


def _start(pair: Pair) -> int:
    return min(map(start_of, pair))


def _came_before(lower: list[str], old: Draft, new: Draft) -> bool:
    """Whether a level that another is compared with is of an earlier time, not what was expected."""
    if old.period_end is not None and new.period_end is not None:
        return old.period_end < new.period_end
    return not _EARLIER.isdisjoint(lower[max(0, old.first - _BESIDE) : old.last + _BESIDE])


def _first_of(growth: Draft, metric: str, pairs: list[Pair]) -> Pair | None:
    """Return the first levels behind a growth that are of its metric; those per share tell it again."""
    for new, old in pairs:
        if (
            growth.sentence < min(new.sentence, old.sentence)
            and kindred(metric, new.metric_code)
            and " per " not in (new.unit or "")
            and may_be_one(growth.entity_code, new.entity_code)
            and same_place(growth, new)
            and growth.scope == new.scope
        ):
            return new, old
    return None


def _is_meant(reading: Reading, growth: Draft, pair: Pair) -> bool:
    new, old = pair
    lower, (first, _) = reading.document.lower, reading.document.sentences[new.sentence]
    if not new.status == old.status == growth.status:
        return False
    if growth.sentence and growth.entity_code is None:
        return False  # "after a 10 percent drop during the crisis"
    is_owned = not _OWNERS.isdisjoint(lower[max(0, growth.first - 1) : growth.first])
    if is_owned and not any(word in CHANGE_NOUNS for word in lower[growth.last : growth.last + 1]):
        return False  # "to increase its 31 percent stake"
    if opposed(lower, new, old):
        return False
    beside = lower[max(0, growth.first - _BESIDE) : growth.last + _BESIDE]
    told = lower[first : max(new.last, old.last)]
    if not (ADJUSTED.isdisjoint(beside) and ADJUSTED.isdisjoint(told)):
        return False
    if _is_expected(told):
        return False
    off = growth_miss(growth, new, old)
    return off is not None and off <= _OFF


def _is_expected(words: list[str]) -> bool:
    """Whether words tell of what was expected; "rose more than expected" tells of what came."""
    return any(
        word in _EXPECTED and words[max(0, place - 1) : place] != ["than"] for place, word in enumerate(words)
    )
