"""Rates that a noun defines, with what was counted and all that might have been: load factors, pass rates.

"The load factor rose to 79%", "sold 92 percent of its seats": demand or tickets sold are the part, capacity
or what was on offer the base, in clauses near it, whatever else these tell. More may come than there is room
for.
"""

from typing import Final, NamedTuple

from flows.extraction.claims.standing import (
    WHOLES,
    Standing,
    is_alike_in_status,
    is_share_of,
    share_miss,
)
from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    end_with_noun,
    figures_of,
    is_whole_share,
    related,
)


class _Rate(NamedTuple):
    """How a rate is called, and what the clauses say that tell its base and its part.

    Attributes:
        names: words for it that need no "rate" behind them.
        rates: words for it that do.
        wholes: words of all that might have been.
        parts: words of what was.
    """

    names: frozenset[str]
    rates: frozenset[str]
    wholes: frozenset[str]
    parts: frozenset[str]


_FILLED: Final = _Rate(
    frozenset("occupancy full occupied utilisation utilization filled".split()),
    frozenset("load occupation capacity seat".split()),
    frozenset(
        "capacity available offer room places berths built designed intended meant hold spaces".split()
    ),
    frozenset(
        """sold bought occupied filled taken booked traffic demand carried attended attendance held housed
        contained contains stored inmates prisoners detainees guests came""".split()
    ),
)
_RATES: Final = (
    _FILLED,
    _Rate(
        frozenset(),
        frozenset("pass success passing".split()),
        frozenset("sat took entered candidates examined tested registered".split()),
        frozenset("passed successful succeeded".split()),
    ),
    _Rate(
        frozenset(),
        frozenset("up clearance detection solution".split()),
        frozenset("registered recorded reported logged committed offered catalogued".split()),
        frozenset("solved cleared detected sold".split()),
    ),
    _Rate(
        frozenset(),
        frozenset("admission acceptance admissions".split()),
        frozenset("applied applicants applications sought".split()),
        frozenset("admitted accepted offered".split()),
    ),
    _Rate(
        frozenset(),
        frozenset("response return".split()),
        frozenset("sent mailed invited approached asked contacted questionnaires".split()),
        frozenset("returned replied answered responded".split()),
    ),
    _Rate(
        frozenset(),
        frozenset("unemployment jobless".split()),
        frozenset("force workforce".split()),
        frozenset("unemployed jobless looking seeking".split()),
    ),
)
_NAMES: Final = frozenset().union(*(rate.names | rate.rates for rate in _RATES)) | frozenset(
    "seats tickets rooms beds places berths".split()
)
_CALLED: Final = frozenset("rate factor quota ratio".split())
_SEATS: Final = frozenset("seats tickets rooms beds places berths capacity".split())
_SELLING: Final = frozenset("sold sell filled fill occupied booked let".split())
_OWN: Final = frozenset("of the its their all available".split())
_BEFORE: Final = 24  # tokens before a share in which its name stands
_BEHIND: Final = 3  # the same behind it
_OF: Final = 4  # tokens from a share to "seats"
_REACH: Final = 3  # sentences between a share and what it is of
_BREAKS: Final = frozenset(". ; : ( ) – — and while but whereas though although against when where".split())
_MORE: Final = frozenset("more fewer less".split())
# Of another time or of others: no rate of what is counted beside it.
_APART: Final = frozenset(
    """ago previously earlier formerly expected forecast target targets usually normally typically average
    same national nationally nationwide elsewhere compared than until record next planned""".split()
)
_OTHER: Final = frozenset("second another other former old new planned extra further additional".split())
_LEAST, _MOST = 0.02, 1.8  # how much of its base a part may be


def find_named_rates(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return rates with the only part and base near them that the words of their clauses tell.

    Args:
        standing: the figures of the article.
        found: the relations so far; a share that has part and base is left alone.
    """
    sentences = standing.sentences_with(_NAMES) if standing.shares and len(standing.levels) > 1 else set()
    if not sentences:
        return []
    claims = [share for share in standing.shares if share.sentence in sentences and share.unit in WHOLES]
    if not claims:
        return []
    settled = figures_of(filter(is_whole_share, found), "share")
    # What has a share of its own is another part.
    parted = figures_of((one for one in found if one.kind == "share"), "part")
    told: list[Relation] = []
    for rate in _RATES:
        called = [share for share in claims if _is_called(standing, share, rate)]
        for share in called[:1]:
            pair = None if id(share) in settled else _pair(standing, share, rate, parted)
            # One of several rates that makes what is told is the one that is meant.
            if pair is not None and not any(is_share_of(other, *pair) for other in called[1:]):
                members = (Member("part", pair[0]), Member("base", pair[1]), Member("share", share))
                told.append(related("share", "named_rate", *members, told_by=share))
    return told


def _is_called(standing: Standing, share: Draft, rate: _Rate) -> bool:
    """Whether a share has the name of a rate beside it, of now and of all."""
    lower, (opens, ends) = standing.lower, standing.document.sentences[share.sentence]
    if share.kind == "growth" or not share.value:
        return False
    first = max(opens, share.first - _BEFORE)
    for other in standing.shares_in(share.sentence, share.sentence):
        first = max(first, other.last) if other.start < share.start else first
    lead, behind = lower[first : share.first], lower[share.last : min(ends, share.last + _BEHIND)]
    if not _APART.isdisjoint(lead) or not _APART.isdisjoint(behind) or behind[:1] == ["as"]:
        return False  # "half as full again"
    beside = lead + behind
    if not rate.names.isdisjoint(beside):
        return True
    if any(word in rate.rates and beside[at + 1] in _CALLED for at, word in enumerate(beside[:-1])):
        return True
    if rate is not _FILLED or behind[:1] != ["of"] or _SELLING.isdisjoint(lead):
        return False
    of = [word for word in lower[share.last : min(ends, share.last + _OF)] if word not in _OWN]
    return of[:1] != [] and of[0] in _SEATS


def _pair(standing: Standing, share: Draft, rate: _Rate, parted: set[int]) -> tuple[Draft, Draft] | None:
    """Return the part and the base that words tell near a share, where they tell one of each."""
    parts: list[Draft] = []
    wholes: list[Draft] = []
    apart = standing.changes.former | parted
    for level in standing.told_in(share.sentence - _REACH, share.sentence + _REACH):
        if not level.value or level.kind == "money" or id(level) in apart:
            continue
        if not _MORE.isdisjoint(standing.lower[level.last : level.last + 1]):
            continue  # "52,000 were sold, four thousand more than in 2010"
        words = _clause(standing, level)
        if not _OTHER.isdisjoint(words):
            continue
        if not rate.parts.isdisjoint(words):
            parts.append(level)
        elif not rate.wholes.isdisjoint(words):
            wholes.append(level)
    pairs = [
        (part, whole)
        for part in parts
        for whole in wholes
        if _LEAST <= float((part.value or 0) / (whole.value or 1)) <= _MOST
        and is_alike_in_status((part, whole, share))
        and not _are_apart(part, whole)
        and not any(_are_apart(level, share, is_of_rate=True) for level in (part, whole))
    ]
    held = next((pair for pair in pairs if not share_miss(share, *pair)), None)
    if held is not None:
        return held
    return pairs[0] if len({(part.value, whole.value) for part, whole in pairs}) == 1 else None


def _are_apart(one: Draft, other: Draft, *, is_of_rate: bool = False) -> bool:
    """Whether two figures are told of times that have no day in common.

    A rate of last year is not of what is counted on the day of the news.
    """
    days = (one.period_start, one.period_end, other.period_start, other.period_end)
    if None in days or ("published" in (one.period_basis, other.period_basis) and not is_of_rate):
        return False
    return (one.period_end or "") < (other.period_start or "") or (other.period_end or "") < (
        one.period_start or ""
    )


def _clause(standing: Standing, level: Draft) -> list[str]:
    """Return the words of the clause of a level, with no other level or share between."""
    lower = standing.lower
    opens, ends = standing.document.sentences[level.sentence]
    for other in standing.levels_in(level.sentence) + standing.shares_in(level.sentence, level.sentence):
        if other is level:
            continue
        # What stands between two figures of one clause is told of the nearer one.
        is_before = other.start < level.start
        between = slice(other.last, level.first) if is_before else slice(level.last, other.first)
        is_parted = any(map(_is_break, lower[between]))
        if is_before:
            opens = max(opens, other.last if is_parted else (other.last + level.first) // 2)
        else:
            ends = min(ends, other.first if is_parted else (level.last + other.first + 1) // 2)
    first, last = level.first, level.last
    while first > opens and lower[first - 1] not in _BREAKS:
        first -= 1
    while last < ends and (last < end_with_noun(level) or not _is_break(lower[last])):
        last += 1
    return lower[first : level.first] + lower[level.last : last]


def _is_break(word: str) -> bool:
    return word == "," or word in _BREAKS
