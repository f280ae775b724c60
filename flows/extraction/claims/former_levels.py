"""The former level of a growth whose new level is told with it, in the same sentence or the ones beside it.

"Visits slipped 9% to 45,315. In the same month of last year there had been 48,310": words or periods put the
one level before the other, and nothing else of its measure stands there. The growth has to go the way that
the levels went, and may miss them by less than it says: what is further off is told of something else.
"""

from typing import Final

from flows.extraction.claims.closing_prices import closing_price
from flows.extraction.claims.earlier_levels import is_at_its_distance
from flows.extraction.claims.standing import Standing, growth_miss
from flows.extraction.claims.standing_growth import ADJUSTED, came_before, is_relative
from flows.extraction.figure import Draft, Member, Relation, by_role, in_text_order, lacks_former
from flows.extraction.implied.series import PRICES, grown_metric, kindred, same_place
from flows.extraction.relations.likeness import same_level

_OFF: Final = 0.75  # by how much levels may miss their growth and still be meant
# What a level may be set against that was no level of an earlier time: what was expected, an extreme.
_NO_FORMER: Final = frozenset(
    """expected expecting expectations forecast forecasts estimate estimates estimated analysts economists
    consensus projected predicted looking looked polled target targets guidance goal record high low peak
    highest lowest best worst touching hit hitting if would could should capacity room up""".split()
)
_YEAR_REACH: Final = 3  # sentences from a level to what it was the year before
_BEHIND: Final = 4  # tokens behind a level that tell what it is
_CHANCE: Final = 3  # times a level that its former level may be


def with_former_levels(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return `found` with the former level in each growth that has its new level alone."""
    wanting = [number for number, relation in enumerate(found) if lacks_former(relation)]
    if not wanting or not standing.told:
        return found
    taken = {id(m.draft) for relation in found if relation.kind == "growth" for m in relation.members}
    whole = list(found)
    for number in wanting:
        relation = found[number]
        roles = by_role(relation)
        growth, new = roles["growth"], roles["new"]
        if growth is None or new is None:
            continue
        old, rule = _former(standing, growth, new, taken), "former_level"
        if old is None:
            old, rule = closing_price(standing, growth, new), "from_the_close"
        if old is None:
            old, rule = _year_before(standing, growth, new), "year_before"
        if old is not None:
            taken.add(id(old))
            members = (Member("growth", growth), Member("new", new), Member("old", old))
            start, end = min(relation.start, old.start), max(relation.end, old.end)
            whole[number] = Relation("growth", in_text_order(members), False, start, end, rule)
    return whole


def _year_before(standing: Standing, growth: Draft, new: Draft) -> Draft | None:
    """Return the level of the same thing that is dated just a year before the new one, near it.

    "Sales are put at 3,500 in 2018, up 5.8 percent. ... Sales fell to 3,308 in 2017."
    """
    if new.period_start is None or new.period_end is None or new.metric_code is None:
        return None
    if new.metric_code in PRICES or not (is_relative(growth) and growth.value and _is_of(growth, new)):
        return None
    near = [
        level
        for level in standing.told_about(new, back=_YEAR_REACH, ahead=_YEAR_REACH)
        if _is_one_thing(new, level) and same_level(new, level)
    ]
    now = {level.value for level in near if _span(level) == _span(new)}
    then = _year_back(new.period_start), _year_back(new.period_end)
    alike = [level for level in near if _span(level) == then and level.status in ("reported", new.status)]
    if len(now) != 1 or len({level.value for level in alike}) != 1:
        return None
    old = alike[0]
    return old if is_at_its_distance(standing, growth, new, old) and _is_near(growth, new, old) else None


def _is_one_thing(one: Draft, other: Draft) -> bool:
    return (one.metric_code, one.entity_code, one.scope, one.place_code) == (
        other.metric_code,
        other.entity_code,
        other.scope,
        other.place_code,
    )


def _span(level: Draft) -> tuple[str | None, str | None]:
    return level.period_start, level.period_end


def _year_back(day: str) -> str:
    return f"{int(day[:4]) - 1}{day[4:]}"


def _former(standing: Standing, growth: Draft, new: Draft, taken: set[int]) -> Draft | None:
    """Return the one level of the new level's sentence, or else of the next or the last, that came before."""
    if new.metric_code in PRICES or not _is_of(growth, new):
        return None
    if not is_relative(growth) or not growth.value or new.value is None or new.value <= 0:
        return None
    for sentence in (new.sentence, new.sentence + 1, new.sentence - 1):
        alike = [
            level
            for level in standing.told_about(new, back=1, ahead=1)
            if level.sentence == sentence and level is not new and _is_comparable(new, level)
        ]
        if not alike:
            continue
        if len(alike) > 1 or id(alike[0]) in taken:
            return None
        old = alike[0]
        is_meant = (
            came_before(standing, old, new)
            and is_at_its_distance(standing, growth, new, old)
            and old.status == "reported"
            and not _of_something_else(standing, new, old)
            and (sentence >= new.sentence or old.metric_code == new.metric_code is not None)
            and _is_near(growth, new, old)
        )
        return old if is_meant else None
    return None


def _is_comparable(new: Draft, level: Draft) -> bool:
    """Whether a level can be the former one as far as units tell: "1,200 couples", "1,400 weddings"."""
    if same_level(new, level):
        return True
    if not level.kind == new.kind == "count":
        return False
    return level.unit is None or (level.metric_code is not None and level.metric_code == new.metric_code)


def _of_something_else(standing: Standing, new: Draft, old: Draft) -> bool:
    """Whether names, places or metrics tell two levels apart, or only one of them leaves things out."""
    if None not in (new.entity_code, old.entity_code) and not _is_of_one_whole(new, old):
        return True
    if not same_place(new, old):
        return True
    if new.sentence != old.sentence:
        apart = [not ADJUSTED.isdisjoint(standing.words(level)) for level in (new, old)]
        if any(apart):
            return True
    first, last = standing.document.sentences[old.sentence]
    start = new.last if new.sentence == old.sentence and new.first < old.first else first
    if not _NO_FORMER.isdisjoint(standing.lower[start : min(old.last + _BEHIND, last)]):
        return True
    codes = new.metric_code, old.metric_code
    if None in codes or kindred(*codes):
        return False
    return new.kind == "money" or all(code in standing.listed_metrics for code in codes)


def _is_of_one_whole(new: Draft, old: Draft) -> bool:
    """Whether two levels are of one thing, or of it and what is called a part of it but has its metric."""
    codes = new.entity_code or "", old.entity_code or ""
    wholes = [code.partition("/")[0] for code in codes]
    return codes[0] == codes[1] or (wholes[0] == wholes[1] and new.metric_code == old.metric_code is not None)


def _is_of(growth: Draft, new: Draft) -> bool:
    """Whether a growth can be of a level, as far as their metrics tell."""
    if growth.metric_code is None or new.metric_code is None:
        return True
    return kindred(grown_metric(growth), new.metric_code)


def _is_near(growth: Draft, new: Draft, old: Draft) -> bool:
    if new.value is None or old.value is None:
        return False
    if not new.value / _CHANCE <= old.value <= new.value * _CHANCE:
        return False
    off = growth_miss(growth, new, old)
    return off is not None and off <= _OFF
