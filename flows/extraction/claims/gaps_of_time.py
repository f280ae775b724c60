"""How far apart two times are that were run: "second in 2:08:51, 37 seconds behind the winner".

Of all times of an article that may be run over one distance two that are so far apart are meant. Where none
are, the gap is wrong if it stands with two times alone, or with one behind the first, and slipped by a digit.
"""

from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.figure import Draft, Relation, first_of
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import is_digit_slip
from flows.extraction.relations.sums import rounding_of, spread

_RULE: Final = "gap_of_time"
_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600}
_GAPS: Final = frozenset(
    """ahead behind front clear adrift back later lost losing slower faster quicker off inside outside short
    lead advantage gap margin deficit shaved beat beating separated apart improvement improved improving
    improve sliced slashed lowered lowering trimmed clipped difference edged trailed trailing missed missing
    short within shy""".split()
)
_BEFORE: Final = 5  # tokens before a gap in which such a word stands
_BEHIND: Final = 3  # and behind it
_LEAST: Final = 20  # times the gap is a time that was run
_ALIKE: Final = 1.15  # times the faster one is a slower one of the same race
_DIGITS: Final = 10  # seconds from which a digit tells
_TWO: Final = 2
_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_HALVES: Final = frozenset(("half", "halfway", "split", "splits", "lap"))


def find_gaps_of_time(reading: Reading) -> list[Relation]:
    """Return the slower of two times with the faster one and the gap between them, as its parts."""
    lengths = [draft for draft in reading.drafts if draft.kind == "duration" and draft.unit in _SECONDS]
    times = [draft for draft in lengths if draft.unit == "second" and draft.qualifier == "exact"]
    if len(times) < 2 or len(lengths) < 3:
        return []
    told: list[Relation] = []
    for gap in lengths:
        size = _seconds(gap)
        run = [time for time in times if _seconds(time) >= _LEAST * size > 0]
        if len(run) < 2 or gap.qualifier != "exact" or not _is_gap(reading.document.lower, gap):
            continue
        pair = _meant(reading, gap, run, size)
        if pair is not None:
            told.append(spread(_RULE, pair[1], sorted((pair[0], gap), key=first_of), True))
    return told


def _is_gap(lower: list[str], gap: Draft) -> bool:
    around = [*lower[max(0, gap.first - _BEFORE) : gap.first], *lower[gap.last : gap.last + _BEHIND]]
    return not _GAPS.isdisjoint(around) and _HALVES.isdisjoint(around)


def _meant(reading: Reading, gap: Draft, run: list[Draft], size: float) -> tuple[Draft, Draft] | None:
    """Return the faster and the slower time that a gap lies between."""
    # Who is timed is timed to the second: the zero of 2:09:40 is a digit.
    finest = max(min(rounding_of(time), _HALF) for time in run)
    room = float(rounding_of(gap)) * _SECONDS[gap.unit or ""] + float(finest)
    pairs = [
        (one, other) if _seconds(one) < _seconds(other) else (other, one)
        for one, other in combinations(run, 2)
        if one.value != other.value
    ]
    for faster, slower in pairs:
        if abs(_seconds(slower) - _seconds(faster) - size) <= room:
            return faster, slower
    like = [(faster, slower) for faster, slower in pairs if _seconds(slower) <= _ALIKE * _seconds(faster)]
    # Hundredths in "28.73" that nothing calls seconds may be what is apart.
    if _is_explained(reading, gap):
        return None
    slips = [pair for pair in like if _is_slip(gap, _seconds(pair[1]) - _seconds(pair[0]))]
    if len(slips) == 1:
        return slips[0]
    beside = [time for time in run if time.sentence == gap.sentence]
    before = [time for time in run if time.sentence < gap.sentence] if len(beside) == 1 else []
    if before:
        beside.append(before[0] if before[0].sentence >= gap.sentence - 2 else before[-1])
    if len(beside) != 2 or size < _DIGITS or gap.unit != "second":
        return None
    faster, slower = sorted(beside, key=_seconds)
    apart = _seconds(slower) - _seconds(faster)
    printed, made = str(int(size)), str(int(apart))
    is_meant = not before or printed == made or is_digit_slip(printed, made)
    alike = _seconds(slower) <= _ALIKE * _seconds(faster)
    return (faster, slower) if alike and is_meant else None


def _is_explained(reading: Reading, gap: Draft) -> bool:
    """Whether two other numbers near a gap are as far apart."""
    near = {
        draft.value
        for draft in reading.drafts
        if draft is not gap and draft.value is not None and abs(draft.sentence - gap.sentence) <= 1
    }
    return any(abs(one - other) == gap.value for one, other in combinations(sorted(near), _TWO))


def _is_slip(gap: Draft, apart: float) -> bool:
    """Whether a slip makes a gap what two times are apart: of two digits, another order."""
    places = max(0, -(gap.granule or _ONE).normalize().adjusted())
    printed, made = f"{gap.value:.{places}f}", f"{apart:.{places}f}"
    digits = len(printed.replace(".", ""))
    if gap.unit != "second" or digits < _TWO:
        return False
    return is_digit_slip(printed, made) and (digits > _TWO or sorted(printed) == sorted(made))


def _seconds(draft: Draft) -> float:
    return float(draft.value or 0) * _SECONDS[draft.unit or ""]
