"""The whole of a rest, where words tie it whatever the numbers say.

"They pay 54 million, including 18 million of their own. The remaining 36 million ...": the whole has
just been told with a part.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft

_SOON: Final = 2  # sentences from a whole that is told with a part to the rest
_BACK: Final = 8  # sentences in which it is looked for
_NEAR: Final = Decimal("0.6")  # of which of a total and its parts the other may be
_ROUND: Final = 1000  # from which on a bare number is an amount: "36 million"
_IT: Final = frozenset("the that this it".split())
_OPENING: Final = 6  # tokens of "Of the money raised, about" before a part
_EVERY: Final = frozenset(("everything", "everyone", "everybody"))
_KINDS: Final = frozenset(("money", "measure"))


def tied_whole(
    standing: Standing, rest: list[Draft], held: dict[int, list[Draft]]
) -> tuple[Draft, list[Draft]] | None:
    """Return the whole that words tie to a rest, with its other parts.

    Args:
        standing: the figures of the article.
        rest: what words call the rest.
        held: the parts that words join with each level (by identity) so far.
    """
    if len(rest) != 1:
        return None
    before = [one for one in standing.levels_before(rest[0], _BACK) if _is_of_its_measure(one, rest[0])]
    return (
        _told_with_part(before, rest[0], held)
        or _told_of_it(standing, before, rest[0])
        or _told_first(standing, rest[0])
    )


def _is_of_its_measure(one: Draft, rest: Draft) -> bool:
    """Whether two levels are amounts of one unit, which may be said with one of them."""
    if not _is_amount(one) or not _is_amount(rest):
        return False
    return one.unit == rest.unit or None in (one.unit, rest.unit)


def _is_amount(level: Draft) -> bool:
    return level.kind in _KINDS or (level.unit is None and level.granule >= _ROUND)


def _told_with_part(
    before: list[Draft], rest: Draft, held: dict[int, list[Draft]]
) -> tuple[Draft, list[Draft]] | None:
    """Return the last whole that is told with parts, where nothing else of its measure is told since."""
    for number in range(len(before) - 1, -1, -1):
        whole = before[number]
        parts = held.get(id(whole))
        if parts is None:
            continue
        between = before[number + 1 :]
        is_near = rest.sentence - whole.sentence <= _SOON and len(between) == len(parts)
        is_alike = all(any(one is part for part in parts) for one in between)
        return (whole, between) if is_near and is_alike else None
    return None


def _told_of_it(standing: Standing, before: list[Draft], rest: Draft) -> tuple[Draft, list[Draft]] | None:
    """Return the only whole before "Of the money, 180 million goes to trams. The rest, 270 million, ..."."""
    wholes = before[:-1]
    if not wholes or rest.sentence - before[-1].sentence > 1 or len({one.value for one in wholes}) > 1:
        return None
    part = before[-1]
    opens = standing.document.sentences[part.sentence][0]
    lead, behind = standing.lower[opens : part.first], standing.lower[part.last : part.last + 2]
    is_opened = lead[:1] == ["of"] and 1 < len(lead) <= _OPENING
    is_part = is_opened or (behind[:1] == ["of"] and not _IT.isdisjoint(behind[1:]))
    if not is_part or wholes[0].sentence == part.sentence:
        return None
    is_more = max(part.value or 0, rest.value or 0) < (wholes[0].value or 0)
    amount = (part.value or Decimal(0)) + (rest.value or Decimal(0))
    is_near = _NEAR * (wholes[0].value or 0) <= amount and _NEAR * amount <= (wholes[0].value or 0)
    return (wholes[0], [part]) if is_more and is_near else None


def _told_first(standing: Standing, rest: Draft) -> tuple[Draft, list[Draft]] | None:
    """Return the first level of a measure with all parts told since: "Everything else came to 9"."""
    if not _is_of_everything(standing, rest):
        return None
    before = [one for one in standing.levels if one.unit == rest.unit and one.start < rest.start]
    whole, parts = (before[0], before[1:]) if before else (rest, [])
    amount = sum((part.value or 0 for part in (*parts, rest)), Decimal(0))
    is_whole = all((part.value or 0) < (whole.value or 0) for part in (*parts, rest))
    is_near = _NEAR * (whole.value or 0) <= amount and _NEAR * amount <= (whole.value or 0)
    return (whole, parts) if len(parts) > 1 and is_whole and is_near and rest.kind in _KINDS else None


def _is_of_everything(standing: Standing, rest: Draft) -> bool:
    words = standing.words(rest)
    return any(
        (one in _EVERY and other == "else") or (one == "all" and other == "the" and last == "rest")
        for one, other, last in zip(words, words[1:], words[2:], strict=False)
    )
