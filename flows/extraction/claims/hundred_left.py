"""The shares of a whole that the rest closes: "40 per cent drive, 30 cycle and the other 30 walk"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.earlier_levels import is_set_against
from flows.extraction.claims.standing import Candidate, Standing, miss
from flows.extraction.figure import Draft, start_of

_BACK: Final = 8  # sentences from the rest to the first share of its whole
_STAKES: Final = frozenset("stake stakes interest interests holding shares shareholding".split())
_LEADING: Final = frozenset("on with at to by got has have , and".split())
_ENDING: Final = frozenset(", ; . and but ahead".split())
_FEW: Final = 2  # bare numbers from which on they are a list of their own
_LONGEST: Final = 7  # shares told before their rest
_LEAST: Final = Decimal(80)  # per cent, below which some part is told elsewhere
_HUNDRED: Final = Decimal(100)
# Who is of none of the sorts told before: "and 6 percent have no religion", "9 percent would not say".
NONE: Final = frozenset(
    "no none minds mind undecided unsure neither know say answer abstained unknown unclear".split()
)
_LIST: Final = 3  # shares of a sentence that are a list
_REACH: Final = 8  # tokens around a share in which these stand
PER_WHOLE: Final = {"percent": Decimal(1), "fraction": Decimal(100), None: Decimal(1)}  # "half", "20 percent"


def parts_of_hundred(standing: Standing, rest: Draft) -> Iterator[Candidate]:
    """Yield the shares before a rest that make 100 with it: bare numbers among them may be shares as well.

    "Forty per cent drive, 30 cycle; the other 8": what holds with or without the bare ones is meant. Where
    nothing holds all of them are members, or the set would be called complete with a member left out.
    """
    shares = _members_of_hundred(standing, rest)
    for place, one in enumerate(shares):
        # "The state owns 55%. It sells 33% and 10% and keeps the other 12%."
        if one.sentence == rest.sentence:
            continue  # "55 percent in shares, 30 in bonds and 10 in property, the remaining 15 in cash"
        if _is_whole(one, [*shares[place + 1 :], rest]) or _is_whole(
            one, [*shares[:place], *shares[place + 1 :], rest]
        ):
            return
    here = [one for one in standing.shares_in(rest.sentence, rest.sentence) if one.start < rest.start]
    for length in range(1, min(_LONGEST, len(shares)) + 1):
        told = shares[-length:]
        if told[0].unit is None:
            continue
        if is_of_none(standing, rest) and any(all(one is not part for part in told) for one in here):
            continue
        # Stakes in several firms stand side by side.
        of_several = not _STAKES.isdisjoint(standing.lower[rest.last : rest.last + 1])
        for parts in _with_and_without(standing, told, rest):
            off = _hundred_miss([*parts, rest])
            # Parts of a whole that are left out are commoner than parts too many.
            is_near = len(parts) == length and not of_several and _amount([*parts, rest]) > _LEAST
            if not off or is_near:
                yield Candidate(tuple(parts), off)


def is_of_none(standing: Standing, share: Draft) -> bool:
    """Whether the last share of a list is of those who are of none of its sorts: then nothing is left out."""
    here = standing.shares_in(share.sentence, share.sentence)
    if len(here) < _LIST or here[-1] is not share:
        return False
    opens = max(here[-2].last, share.first - _REACH)
    ends = min(standing.document.sentences[share.sentence][1], share.last + _REACH)
    return not NONE.isdisjoint(standing.lower[opens:ends])


def _members_of_hundred(standing: Standing, rest: Draft) -> list[Draft]:
    """Return the shares before a rest, and the bare numbers among them that may be shares."""
    shares = [
        share
        for share in standing.shares_before(rest, _BACK)
        if share.unit in PER_WHOLE
        and share.kind != "rate"
        and (share.status != "target" or rest.status == "target")
    ]
    if not shares:
        return []
    between = standing.levels_between(shares[0].end, rest.start)
    if rest.unit is None and not all(is_bare(level) for level in between if level.start > shares[-1].start):
        # "30% are young. Full-time posts number 212; part-timers fill the other 88."
        return []
    if rest.unit is None and rest.sentence != shares[-1].sentence and not any(map(is_bare, between)):
        return []  # "Riyad covered 12.8 percent. The year does not coincide with the other nine."
    return sorted([*shares, *filter(is_bare, between)], key=start_of)


def is_bare(level: Draft) -> bool:
    """Whether a number says nothing of what it counts, and may be a percentage."""
    return level.kind == "count" and level.unit is None and (level.value or _HUNDRED) < _HUNDRED


def _with_and_without(standing: Standing, told: list[Draft], rest: Draft) -> Iterator[list[Draft]]:
    """Yield all that was told, what is left without the bare numbers, and without one of these.

    Bare numbers that stand as shares do, in the list of shares, are none that may be left out.
    """
    yield told
    bare = [part for part in told if part.unit is None and not _is_listed(standing, told, part, rest)]
    if bare:
        yield [part for part in told if part not in bare]
    # "76 percent, as against 82 percent before, and 19": a former share stands among those of now.
    doubtful = bare if len(bare) > 1 else []
    doubtful = [*doubtful, *(part for part in told if is_set_against(standing, part))]
    yield from ([part for part in told if part is not one] for one in doubtful if len(told) > 1)


def _is_listed(standing: Standing, told: list[Draft], part: Draft, rest: Draft) -> bool:
    """Whether a bare number is in a list of shares: "the Left on 4, and others 5 percent"."""
    before, behind = standing.lower[part.first - 1], standing.lower[part.last : part.last + 1]
    if before not in _LEADING or not behind or behind[0] not in _ENDING:
        return False
    alike = [one for one in told if one.unit is None and standing.lower[one.first - 1] in _LEADING]
    around = [one.sentence for one in (*told, rest) if one.unit is not None]
    return around.count(part.sentence) > 1 or len(alike) > _FEW


def _amount(parts: list[Draft]) -> Decimal:
    return sum((PER_WHOLE[part.unit] * (part.value or 0) for part in parts), Decimal(0))


def _is_whole(whole: Draft, parts: list[Draft]) -> bool:
    """Whether shares make another one, all of them; one percent apart are any two."""
    off = abs(_amount([whole]) - _amount(parts))
    return len(parts) > 1 and off < 1 and off <= sum(part.granule for part in parts) / 2


def _hundred_miss(parts: list[Draft]) -> float:
    total = _amount(parts)
    slack = sum((PER_WHOLE[part.unit] * part.granule / 2 for part in parts), Decimal(0))
    return miss(_HUNDRED, total, slack)
