"""A growth that an article opens with, and the levels that it tells behind: "Profit rose 24 percent".

"Acme reported a 24 percent drop in quarterly profit. ... Net income was 277 million, down from 363 million a
year earlier": the first two levels of its metric that words set against one another are those of the growth,
whatever the numbers say.
"""

import re
from typing import Final

from flows.extraction.claims.standing import growth_miss, makes_growth
from flows.extraction.claims.standing_growth import ADJUSTED
from flows.extraction.figure import Draft, Member, Relation, by_role, related, start_of
from flows.extraction.implied.series import PRICES, PROFITS, grown_metric, kindred, may_be_one, same_place
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import opposed, same_level
from flows.extraction.relations.relating import BEFORE, Changes
from flows.extraction.relations.shapes import Shape
from flows.extraction.text.change_words import CHANGE_NOUNS

_PAIR: Final = 2  # the new level and the former one
_LEAD: Final = 1  # the last sentence of those that an article begins with
_BESIDE: Final = 10  # tokens around a growth that tell on what basis it is
_SOON: Final = 10  # sentences from the beginning in which it is told who the article is about
_BASED: Final = 6  # tokens in which "Omaha, Nebraska-based" tells a place
_NEXT: Final = 3  # tokens behind a growth in which "higher than" stands
_OFF: Final = 0.8  # by how much levels may miss a growth and still be meant
# "sold 154,877 vehicles in November, compared with 263,654 a year earlier"
_COMPARED: Final = re.compile(
    rf"(?P<n>L)[wNDesiqoa,]{{0,14}}[(-]?(?:c[ht]?|f){BEFORE}(?:e?[wD]{{1,3}}[os])?q?(?P<o>L)"
)
# "That compares with a 307 billion profit a year ago": the level of the sentence before
_THAT_COMPARES: Final = re.compile(rf"^ec[ht]?(?:{BEFORE}|e[wqD]{{1,3}}o)(?P<o>L)")
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
    lower = reading.document.lower
    loose = [
        draft
        for draft in reading.drafts
        if draft.sentence <= _LEAD
        and draft.kind == "growth"
        and draft.metric_code is not None
        and draft.unit in ("percent", "times")
        and draft.value
        and id(draft) not in changes.changes
        and grown_metric(draft) not in PRICES
        and not _is_over_a_level(lower[draft.last : draft.last + _NEXT])
    ]
    pairs = _pairs(lower, shapes, changes) if loose else []
    if not pairs:
        return
    taken: set[int] = set()
    for growth in loose:
        metric = grown_metric(growth)
        if any(grown_metric(other) == metric for other in loose if other is not growth):
            continue  # "Profit rose 5 percent at the bank, and 8 percent at its rival"
        pair = _first_of(growth, metric, pairs) or (
            None if growth.sentence else _first_of(growth, metric, pairs, reading)
        )
        if pair is None or id(pair[0]) in taken or not _is_meant(reading, growth, pair):
            continue
        rivals = [one for one in pairs if kindred(metric, one[0].metric_code) or _start(one) < _start(pair)]
        if growth_miss(growth, *pair) and any(makes_growth(growth, *rival) for rival in rivals):
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
    for number, shape in enumerate(shapes):
        against = _THAT_COMPARES.match(shape.classes)
        if against and number and shapes[number - 1].sentence == shape.sentence - 1:
            old = shape.draft(against.start("o"))
            levels = [shapes[number - 1].draft(place) for place in shapes[number - 1].figures]
            levels = [one for one in levels if one.status == "reported" and same_level(one, old)]
            if len(levels) == 1 and _came_before(lower, old, levels[0]):
                found.append((levels[0], old))
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


def _first_of(growth: Draft, metric: str, pairs: list[Pair], reading: Reading | None = None) -> Pair | None:
    """Return the first levels behind a growth that are of its metric; those per share tell it again.

    The first sentence may name who it is of in another way, so that it is known as somebody else. With
    `reading`, the first levels are meant where they stand near and are of nobody who is told apart.
    """
    for new, old in pairs:
        if reading is not None and (new.sentence > _SOON or _is_of_another(reading, growth, new)):
            return None
        if (
            growth.sentence < min(new.sentence, old.sentence)
            and kindred(metric, new.metric_code)
            and " per " not in (new.unit or "")
            and (reading is not None or may_be_one(growth.entity_code, new.entity_code))
            and same_place(growth, new)
            and growth.scope == new.scope
        ):
            return new, old
    return None


def _is_of_another(reading: Reading, growth: Draft, new: Draft) -> bool:
    """Whether a level is of a part of what grew, or of somebody whom only its own sentence names.

    "Profit of its entertainment unit", "the bank's rival Acme earned"; not "for the Omaha-based insurer".
    """
    document = reading.document
    whole, code = (growth.entity_code or "").partition("/")[0], new.entity_code or ""
    if whole and code.startswith(f"{whole}/"):
        return True
    if not code.islower():
        return False  # a country
    named = set(code.replace("/", "_").split("_"))
    opening = document.lower[: document.sentences[0][1]]
    if not named.isdisjoint(opening):
        return False
    first, last = document.sentences[new.sentence]
    words = document.lower[first:last]
    return any(
        word in named and "based" not in words[place : place + _BASED] for place, word in enumerate(words)
    )


def _is_planned_alike(reading: Reading, growth: Draft, new: Draft) -> bool:
    """Whether a plan is of what grows: profits of any name, no vehicles for vehicles sold."""
    codes = {grown_metric(growth), new.metric_code}
    is_one_metric = len(codes) == 1 or codes <= PROFITS
    return is_one_metric and not any(
        draft.kind == "growth" and draft.sentence == new.sentence for draft in reading.drafts
    )


def _is_over_a_level(behind: list[str]) -> bool:
    """Whether a growth is told over another level: "96 pct higher than", not "45 percent, better than"."""
    if behind[:1] in (["above"], ["below"]):
        return True
    return "than" in behind and "," not in behind[: behind.index("than")]


def _is_meant(reading: Reading, growth: Draft, pair: Pair) -> bool:
    new, old = pair
    lower, (first, _) = reading.document.lower, reading.document.sentences[new.sentence]
    is_planned = growth.status == new.status != "reported"
    if not (new.status == old.status == growth.status == "reported") and not (
        is_planned and old.status == "reported" and _is_planned_alike(reading, growth, new)
    ):
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
    if _is_expected(told) and not is_planned:
        return False
    off = growth_miss(growth, new, old)
    return off is not None and off <= _OFF


def _is_expected(words: list[str]) -> bool:
    """Whether words tell of what was expected; "rose more than expected" tells of what came."""
    return any(
        word in _EXPECTED and words[max(0, place - 1) : place] != ["than"] for place, word in enumerate(words)
    )
