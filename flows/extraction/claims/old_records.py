"""Records and the ones before them: "the old mark had stood for three years: in 2010 it was 19 million".

One sentence tells of the old record, by its name ("the previous low", "the former number one") or by what
became of it ("used to hold that honour"), with its figure; the new one is the level of its measure nearest to
it, in the sentences before or in the one behind. What kind of record it is says which of the two is more.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.relations.likeness import are_kindred, dimensions, factors, same_measure
from flows.extraction.relations.relating import is_current
from flows.extraction.text.level_words import QUOTES

_RULE: Final = "old_record"
_OLD: Final = frozenset("old previous former earlier prior".split())
# "The old record", not "after an earlier high", "which earlier dropped as low as".
_NAMING: Final = frozenset("the its their his her our my 's ’s".split())
_HIGHS: Final = frozenset(
    """highest high peak maximum largest biggest most hottest warmest wettest longest tallest busiest deepest
    heaviest strongest dearest costliest greatest oldest farthest furthest fastest-growing steepest widest
    expensive""".split()
)
_LOWS: Final = frozenset(
    """lowest low minimum smallest fewest least coldest driest shortest cheapest weakest slowest quickest
    fastest youngest lightest narrowest""".split()
)
_NAMES: Final = frozenset("record best mark benchmark milestone bests records".split())
_RECORDS: Final = _HIGHS | _LOWS | _NAMES
# "Used to hold that honour", "had held the record until now", "which the record had been".
_HONOURS: Final = frozenset(
    """record honour honor distinction title crown mark place position accolade benchmark spot""".split()
)
_HOLDING: Final = frozenset("hold held holder holding holds stood belonged dated set".split())
_BREAKING: Final = frozenset(
    """breaking broke broken break beat beating beats bettering bettered surpassing surpassed eclipsing
    eclipsed smashing smashed topping topped""".split()
)
_HOPING: Final = frozenset(
    "hope hopes hoping hoped try tries trying tried attempt bid aims could might".split()
)
_UNTIL: Final = frozenset("until till before".split())
_EVER: Final = frozenset(("ever", "previously"))
_THEN: Final = frozenset("then now that this it last yesterday today him her them".split())
_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_STOOD: Final = frozenset(
    "been stood lasted belonged taken come gone fetched reached held dated measured".split()
)
_LEAST: Final = frozenset(
    """lowest smallest fewest least coldest shortest cheapest fastest quickest lower colder fewer less faster
    quicker weakest driest low""".split()
)
_MOST: Final = _HIGHS | frozenset("more higher larger longer hotter warmer greater bigger much many".split())
# What was expected is no new record; a record that stands was not beaten.
_NOT_NEW: Final = frozenset(
    """estimate estimates estimated expected guide guideline missed missing misses short shy failed fails
    average forecast equalled equals matched matches nearly almost still stands remains close n't""".split()
)
# "The highest since the previous record of 20", "down from the old record": that one stands.
_STANDS: Final = frozenset("since down below short under off from than".split())
_EVER_RULE: Final = "than_ever"
_EVER_BEFORE: Final = frozenset("ever any before".split())
_MORE_THAN: Final = frozenset(
    "more higher larger greater bigger warmer hotter wetter dearer stronger".split()
)
_LESS_THAN: Final = frozenset("less fewer lower smaller colder cooler drier cheaper weaker".split())
_SMALL: Final = 20  # a smaller number may count anything
_SET_AGAINST: Final = frozenset("than from against".split())
_KINDS: Final = frozenset("count money measure share percent rate duration".split())
_NEAR: Final = 3  # words from "old" to the record that it is
_BEFORE: Final = 8  # words before a record, and behind it, that say what became of it
_BEHIND: Final = 9
_YEAR: Final = 4  # characters of the year in an ISO date
# What is so long, not what stood so long.
_LENGTHS: Final = frozenset("longest shortest fastest quickest slowest".split())
_BACK: Final = 3  # sentences between the two
_ONE: Final = Decimal(1)
_FAR: Final = 3  # times that one may be the other
_LEAST_BARE: Final = 100  # a smaller number without a noun is no money


def find_old_records(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return new records with the old ones.

    Args:
        standing: the figures of the article.
        drafts: all of them.
        found: the relations so far; two figures that are related are left alone.
    """
    sentences = standing.sentences_with(_OLD | _UNTIL | _BREAKING | {"used", "had"})
    if not sentences:
        return []
    told = _than_ever(standing, drafts, found)
    for number in sorted(sentences):
        first, last = standing.document.sentences[number]
        cue = _cue(standing.lower, first, last)
        if cue is None:
            continue
        place, word = cue
        old, rivals = _told_around(standing, drafts, number, place, is_length=word in _LENGTHS)
        new = None if old is None else _meant(standing, word, rivals, old)
        if old is None or new is None:
            continue
        if any({id(new), id(old)} <= figures_of([one]) for one in (*found, *told)):
            continue
        greater, lesser = (old, new) if _is_low(standing, word, new, old) else (new, old)
        told.append(related("order", _RULE, Member("greater", greater), Member("lesser", lesser)))
    return told


def _meant(standing: Standing, word: str, rivals: list[Draft], old: Draft) -> Draft | None:
    """Return the nearest level that broke a record by its number, else the only one that may be meant."""
    for new in rivals:
        is_low = _is_low(standing, word, new, old)
        times = _times(standing, new, old)
        if is_low is not None and (times <= 1 if is_low else times >= 1):
            return new
    rivals = [one for one in rivals if old.sentence - one.sentence <= _BACK]
    is_one = len({one.value for one in rivals}) == 1
    return rivals[0] if is_one and _is_low(standing, word, rivals[0], old) is not None else None


def _than_ever(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return what is more than ever with what the sentences behind say that it had been before."""
    told: list[Relation] = []
    lower = standing.lower
    for number in sorted(standing.sentences_with(_EVER_BEFORE)):
        first, last = standing.document.sentences[number]
        place = next((at for at in range(first, last) if _is_unmatched(lower, at, last)), None)
        if place is None:
            continue
        own = [one for one in drafts if one.sentence == number and _may_be(standing, one, is_length=False)]
        own = [one for one in own if one.kind != "count" or (one.value or 0) >= _SMALL]
        new = next((one for one in reversed(own) if one.first < place), own[0] if own else None)
        if new is None:
            continue
        since = next((lower[at] for at in range(place, last) if _is_year(lower[at])), "")
        for old in drafts:
            if (
                not 0 < old.sentence - number < _BACK
                or not _may_be(standing, old, is_length=False)
                or "had" not in lower[max(0, old.first - _NEAR) : old.first]
                or (old.period_end or since)[:_YEAR] < since
                or not _are_comparable(standing, new, old)
                or any({id(new), id(old)} <= figures_of([one]) for one in found)
            ):
                continue
            greater, lesser = (new, old) if lower[place] in _MORE_THAN else (old, new)
            told.append(related("order", _EVER_RULE, Member("greater", greater), Member("lesser", lesser)))
    return told


def _is_unmatched(lower: list[str], at: int, last: int) -> bool:
    """Whether "higher than ever", "lower than at any time" stands at a token."""
    if lower[at] not in _MORE_THAN and lower[at] not in _LESS_THAN:
        return False
    behind = lower[at + 1 : min(last, at + 2 + _NEAR)]
    return "than" in behind and not _EVER_BEFORE.isdisjoint(behind)


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdecimal()


def _cue(lower: list[str], first: int, last: int) -> tuple[int, str] | None:
    """Return where a sentence speaks of an old record, and the word for it."""
    for place in range(first, last):
        word = lower[place]
        if word not in _RECORDS and word not in _HONOURS:
            continue
        before = lower[max(first, place - _BEFORE) : place]
        behind = lower[place + 1 : min(last, place + 1 + _BEHIND)]
        at = place
        if word in _RECORDS and not _OLD.isdisjoint(before[-_NEAR:]):
            at = place - next(back for back in range(1, _NEAR + 1) if lower[place - back] in _OLD)
            if at > first and lower[at - 1] not in _NAMING:
                continue
        elif not (
            (word in _HONOURS and "used" in before and not _HOLDING.isdisjoint(before))
            or (word in _RECORDS and _is_over(before, behind, word))
            or (
                word in _RECORDS
                and before[-_NEAR:-1] in (["had", "been"], ["been", "the"])
                and "had" in before
            )
            or (word in _NAMES and not _BREAKING.isdisjoint(before[-_NEAR:]) and _HOPING.isdisjoint(before))
        ):
            continue
        if not _STANDS.isdisjoint(lower[max(first, at - _NEAR) : at]):
            return None
        named = next((one for one in lower[place : place + 4] if one in _HIGHS or one in _LOWS), word)
        return at, named
    return None


def _is_over(before: list[str], behind: list[str], word: str) -> bool:
    """Whether "until then", "before that" or "the record had stood at" says that it is one no longer."""
    for words in (before, behind):
        for one, after in pairwise([*words, ""]):
            if one in _UNTIL and (after in _THEN or after in _DAYS):
                return True
    is_named = word in _NAMES or behind[:2] == ["on", "record"] or not _EVER.isdisjoint(behind[:2])
    return is_named and any(one == "had" and after in _STOOD for one, after in pairwise(behind))


def _told_around(
    standing: Standing, drafts: list[Draft], number: int, place: int, *, is_length: bool
) -> tuple[Draft | None, list[Draft]]:
    """Return the old record around a word for it, and what may be the new one, the nearest first."""
    drafts = [one for one in drafts if _may_be(standing, one, is_length=is_length)]
    own = [one for one in drafts if one.sentence == number]
    for old in [one for one in own if one.first > place] or own[-1:]:
        ahead = [one for one in own if one.first < min(place, old.first)]
        # "14% more than the 60,000 of 2024, and beat the best of 66,100": what did is told before.
        ahead = [
            one for one in ahead if _SET_AGAINST.isdisjoint(standing.lower[max(0, one.first - 2) : one.first])
        ]
        if not any(one.kind != "count" or (one.value or 0) >= _LEAST_BARE for one in ahead):
            ahead = [one for one in drafts if one.sentence < number]
        rivals = [one for one in reversed(ahead) if _are_comparable(standing, one, old)]
        if rivals:
            return old, rivals
    return None, []


def _may_be(standing: Standing, draft: Draft, *, is_length: bool) -> bool:
    return (
        draft.kind in _KINDS
        and (draft.kind == "measure" or (draft.kind == "duration") is is_length)
        and (draft.value or 0) > 0
        and draft.metric_code != "age"
        and draft.metric_code not in QUOTES
        and is_current(draft, standing.changes)
    )


def _times(standing: Standing, new: Draft, old: Draft) -> Decimal:
    """Return how many times an old record a new one is, in one unit; degrees are degrees, whose they are."""
    times = (new.value or _ONE) / (old.value or _ONE)
    if same_measure(new, old):
        return times
    known = factors(standing.reference)
    return times * known.get(new.unit or "", _ONE) / known.get(old.unit or "", _ONE)


def _are_comparable(standing: Standing, new: Draft, old: Draft) -> bool:
    if not new.value or not old.value:
        return False
    times = _times(standing, new, old)
    if not _ONE / _FAR < times < _FAR or not is_alike_in_status((new, old)):
        return False
    if (new.period_end or "9")[:_YEAR] < (old.period_end or "")[:_YEAR]:
        return False
    if new.unit == old.unit == "percent":
        return True  # a share, a rate or neither, as the words around it go
    if new.kind == old.kind:
        if new.kind in ("duration", "measure") and not same_measure(new, old):
            known_as = dimensions(standing.reference)
            return known_as.get(new.unit or "") == known_as.get(old.unit or "x") is not None
        return same_measure(new, old) or are_kindred(new.unit, old.unit)
    bare, other = (old, new) if old.unit is None else (new, old)
    return (
        bare.unit is None
        and bare.kind == "count"
        and (bare.value or 0) >= _LEAST_BARE
        and other.kind in ("money", "measure", "rate")
    )


def _is_low(standing: Standing, word: str, new: Draft, old: Draft) -> bool | None:
    """Whether a record is a low, None where its words say both or what was not broken."""
    words = {*standing.words(new), *standing.words(old)}
    if not _NOT_NEW.isdisjoint({*_beside(standing, new), *standing.words(old)}):
        return None
    if word in _LOWS or word in _HIGHS:
        return word in _LOWS
    is_low = not words.isdisjoint(_LEAST)
    if is_low and not words.isdisjoint(_MOST):
        return None
    if new.kind == "duration" and not is_low and words.isdisjoint(_MOST):
        return None
    return is_low


def _beside(standing: Standing, draft: Draft) -> list[str]:
    first = standing.document.sentences[draft.sentence][0]
    return standing.lower[max(first, draft.first - 8) : draft.first]
