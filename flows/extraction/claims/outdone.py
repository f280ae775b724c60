"""Who outdid whom, told apart from the figures: "A edged out B", with the sales of both elsewhere."""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Dated, Draft, Member, Name, Relation, in_text_order, sentence_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.relating import Changes, is_current

# The verb, and the particle without which it says something else.
_VERBS: Final = {
    **dict.fromkeys(("edged", "edging", "edges", "edge"), "out past"),
    **dict.fromkeys(("outsold", "outsells", "overtook", "overtakes", "overtaken"), ""),
    **dict.fromkeys(("overtaking", "outselling", "surpassed", "surpasses", "surpassing"), ""),
    "ahead": "of",
    "behind": "",
    "short": "of",
}
_BEHIND: Final = frozenset(("behind", "short"))
_WORDS: Final = frozenset(_VERBS)
_UNTOLD: Final = frozenset(
    "not n't may might could would will expects expected expect aims plans if whether to".split()
)
_GAP: Final = 4  # words between the verb and the one outdone
_OWNER: Final = 9  # words from an owner to what is its own ("Daimler AG's ( DAI.N ) Smart")
_LEAD: Final = 24  # words between the one who leads and the verb
_TOGETHER: Final = 30  # words between two figures that are set side by side
_AROUND: Final = 8  # sentences, names and figures that are tried around the words


def find_outdone(reading: Reading, changes: Changes) -> list[Relation]:
    """Return orders between the figures of two names of which one is said to have outdone the other.

    The figures must be of one metric, unit, place and period, and stand together: with several of one name,
    those that stand nearest to one another.
    """
    document = reading.document
    lower = document.lower
    if _WORDS.isdisjoint(document.vocabulary()):
        return []
    firsts = [name.first for name in reading.names]
    by_entity: dict[str, list[Draft]] = {}
    for draft in reading.drafts:
        if (
            draft.entity_code is not None
            and draft.kind in ("count", "money", "measure", "share")
            and draft.metric_code is not None
            and draft.status == "reported"
            and is_current(draft, changes)
        ):
            by_entity.setdefault(draft.entity_code, []).append(draft)
    if len(by_entity) < 2:
        return []
    known = set(by_entity)
    found: list[Relation] = []
    for number, (begin, end) in enumerate(document.sentences):
        for index in range(begin, end):
            if lower[index] not in _WORDS:
                continue
            names = _who(reading, known, firsts, begin, index, end)
            if names is None:
                continue
            one, other = names if lower[index] not in _BEHIND else (names[1], names[0])
            pair = _pair(by_entity[one], by_entity[other], number, _ends(reading, begin, end))
            if pair is not None:
                members = in_text_order((Member("greater", pair[0]), Member("lesser", pair[1])))
                start, stop = document.starts[index], document.ends[index]
                found.append(Relation("order", members, False, start, stop, "outdone"))
    return found


def _who(
    reading: Reading, known: set[str], firsts: list[int], begin: int, index: int, end: int
) -> tuple[str, str] | None:
    """Return the codes before and after the word at `index`, when it says that the one outdid the other.

    Only names with figures count: "A grabbed the top of the D market, edging out B's C" is of A and C.
    """
    lower = reading.document.lower
    particles = _VERBS[lower[index]].split()
    after = index + 1
    if particles:
        if after >= end or lower[after] not in particles:
            return None
        after += 1
    at = bisect_left(firsts, after)
    if at >= len(firsts) or firsts[at] >= min(end, after + _GAP):
        return None
    if "," in lower[after : firsts[at]]:
        return None
    if at + 1 < len(firsts) and "'s" in lower[reading.names[at].last : firsts[at + 1]][:_OWNER]:
        owned = reading.names[at + 1]
        if owned.first < min(end, reading.names[at].last + _OWNER) and _code(owned) in known:
            at += 1
    other = _code(reading.names[at])
    upto = bisect_left(firsts, index)
    for name in reversed(reading.names[max(bisect_left(firsts, begin), upto - _AROUND) : upto]):
        one = _code(name)
        if one not in known or one == other or name.last > index:
            continue
        between = lower[name.last : index]
        if len(between) > _LEAD or not _UNTOLD.isdisjoint(between) or "by" in between:
            return None
        return (one, other) if other in known else None
    return None


def _code(name: Name) -> str:
    return name.entity_code or name.place_code or ""


def _ends(reading: Reading, begin: int, end: int) -> set[str | None]:
    """Return the ends of the periods that a sentence names."""
    dates = reading.dates
    first = bisect_left(dates, begin, key=_first)
    return {dated.end_on for dated in dates[first : bisect_left(dates, end, key=_first)] if dated.end_on}


def _first(dated: Dated) -> int:
    return dated.first


def _pair(
    ones: list[Draft], others: list[Draft], number: int, ends: set[str | None]
) -> tuple[Draft, Draft] | None:
    """Return the figures of two names, of the period that the words name, that can be compared in one way."""
    left, right = (
        drafts[at : at + _AROUND]
        for drafts in (ones, others)
        for at in (bisect_left(drafts, number - _AROUND, key=sentence_of),)
    )
    pairs = [
        (a, b)
        for a in left
        for b in right
        if a.metric_code == b.metric_code
        and max(a.sentence, b.sentence) <= number + _AROUND
        and a.scope == b.scope
        and (a.period_start, a.period_end) == (b.period_start, b.period_end)
        and a.place_code == b.place_code
        and (not ends or a.period_end is None or a.period_end in ends)
        and same_measure(a, b)
    ]
    if not pairs:
        return None
    nearest = min(pairs, key=_apart)
    alone = all((a.value, b.value) == (nearest[0].value, nearest[1].value) for a, b in pairs)
    return nearest if alone or _apart(nearest) <= _TOGETHER else None


def _apart(pair: tuple[Draft, Draft]) -> int:
    return abs(pair[0].first - pair[1].first)
