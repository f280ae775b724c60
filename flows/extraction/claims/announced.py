"""Growth that is announced before its levels: "It sold 38 percent more. Sales rose to 23,667 from 17,168"."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, by_role, in_text_order
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import Changes

_AHEAD: Final = 2  # sentences between a growth and its levels


def tie_announced(reading: Reading, changes: Changes) -> None:
    """Give a growth that is stated alone the levels that the next sentences give for the same thing.

    "It sold 38 percent more cars in the half. Sales rose to 23,667 from 17,168": subject, metric and period
    must be known and equal, and only one growth may claim the levels.
    """
    loose = [
        draft
        for draft in reading.drafts
        if draft.kind == "growth"
        and draft.unit == "percent"
        and id(draft) not in changes.changes
        and draft.status == "reported"
        and draft.metric_code is not None
        and draft.period_end is not None
    ]
    if not loose:
        return
    by_sentence: dict[int, list[Draft]] = {}
    for draft in loose:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for number, relation in enumerate(changes.relations):
        if relation.kind != "order":
            continue
        roles = by_role(relation)
        new, old = roles["greater"], roles["lesser"]
        if new is not None and id(new) in changes.former:
            new, old = old, new
        if new is None or old is None or new.unit == "percent":
            continue
        claims = [
            draft
            for sentence in range(new.sentence - _AHEAD, new.sentence)
            for draft in by_sentence.get(sentence, ())
            if _same_thing(draft, new)
        ]
        # Growth and levels of several sentences may still be of two comparisons: tied is what agrees, or what
        # can be of no other.
        if len(claims) != 1:
            continue
        agrees = _agrees(claims[0].value, new.value, old.value)
        alone = len(by_sentence[claims[0].sentence]) == 1
        if agrees or (alone and _must_be(claims[0], new, old)):
            changes.changes.add(id(claims[0]))
            members = (Member("growth", claims[0]), Member("new", new), Member("old", old))
            changes.relations[number] = Relation(
                "growth",
                in_text_order(members),
                False,
                relation.start,
                relation.end,
                "announced" if agrees else "heralded",
            )


def _must_be(growth: Draft, new: Draft, old: Draft) -> bool:
    """Whether a growth can be of no other levels: next sentence, one subject, one direction, a year apart."""
    if growth.sentence + 1 != new.sentence or growth.entity_code is None:
        return False
    if (
        growth.entity_code != new.entity_code
        or growth.value is None
        or new.value is None
        or old.value is None
    ):
        return False
    if (growth.value < 0) != (new.value < old.value) or not old.value:
        return False
    dates = (new.period_start, new.period_end, old.period_start, old.period_end)
    return None not in dates and _a_year_apart(new.period_end or "", old.period_end or "")


def _a_year_apart(later: str, earlier: str) -> bool:
    return int(later[:4]) - int(earlier[:4]) == 1 and later[4:7] == earlier[4:7]


def _agrees(growth: Decimal | None, new: Decimal | None, old: Decimal | None) -> bool:
    if growth is None or new is None or not old:
        return False
    return abs((new / old - 1) * 100 - growth) <= max(Decimal(1), abs(growth) / 20)


def _same_thing(growth: Draft, level: Draft) -> bool:
    return (
        growth.metric_code == f"growth_of_{level.metric_code}"
        and (growth.subject == level.subject or (growth.entity_code or "?") == level.entity_code)
        and growth.period_end == level.period_end
        and growth.period_start == level.period_start
        and (growth.place_code == level.place_code or None in (growth.place_code, level.place_code))
        and growth.scope == level.scope
    )
