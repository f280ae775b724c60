"""Which figures measure the same kind of thing, as far as their units say."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from flows.extraction.figure import Draft
from schemas.reference import Reference

_STEM: Final = 4  # letters of a noun that a longer one may end with
_FAR: Final = 1000  # times a level per something may be another
# Words that count anything: no reason against comparing with a named unit.
_GENERIC: Final = frozenset((None, "", "unit", "item", "one", "number", "piece", "total", "times"))
PEOPLE: Final = frozenset(
    """person people man woman child boy girl adult baby infant teenager student pupil teacher worker
    employee staff job post death fatality victim case patient injury soldier officer civilian policeman
    resident voter passenger migrant refugee immigrant member customer user player guest visitor tourist
    doctor nurse engineer prisoner inmate protester survivor casualty life foreigner american briton
    national citizen household candidate councillor lawmaker delegate deputy volunteer owner driver
    pensioner youth graduate seeker inhabitant tenant runner applicant entrant athlete spectator
    commuter singer farmer miner parent mother father apprentice trainee recruit suspect defendant
    detainee hostage witness traveller pilgrim cyclist motorist pedestrian musician scientist researcher
    carer midwife firefighter sailor respondent participant subscriber donor climber hiker fisherman
    clerk conductor newcomer""".split()
)
# Troy and avoirdupois, American and imperial: who writes them does not say which.
SEVERAL_SIZES: Final = frozenset("ounce gallon pint barrel ton bushel".split())
# Profit is per share of all; those that a text tells of are sold or bought.
SECURITIES: Final = frozenset(("share", "unit", "stock"))
# Whose degrees they are is said once.
_DEGREES: Final = ({"degree", "degree Celsius"}, {"degree", "degree Fahrenheit"})
_BAD: Final = frozenset("loss losses deficit deficits shortfall".split())
_GOOD: Final = frozenset("profit profits earnings income surplus surpluses gain".split())
BALLOTS: Final = frozenset("vote ballot paper".split())
_VEHICLES: Final = frozenset(
    "vehicle car truck van bus lorry unit sale suv delivery registration automobile motorcycle model".split()
)
# Nouns of which one counts some of what another counts, or the same by another name: a line each.
_KINDRED: Final = tuple(
    frozenset(line.split())
    for line in """
    game match fixture
    vehicle tram coach
    aircraft plane jet airliner turboprop helicopter widebody airbus boeing airbuse body
    flight departure train service sailing trip journey bus run ride rotation connection crossing
    animal cattle cow sheep lamb goat pig bird horse
    home house household flat dwelling property apartment villa bungalow
    company firm business employer shop store
    shop store branch outlet
    ship vessel boat ferry tanker freighter yacht newbuilding
    letter parcel item packet
    tree sapling seedling pine oak birch spruce beech maple
    launch call callout
    complaint grievance
    case infection
    person resident inhabitant adult citizen villager islander
    worker employee workforce staff
    parent mother father
    prisoner inmate detainee convict
    pupil student child schoolchild
    voter elector
    patient case
    visitor guest tourist
    member participant
    member seat lawmaker deputy councillor
    delivery parcel
    vote ballot
    book title volume
    street road
    stay night
    school academy
    ticket seat
    meal lunch
    bed place
    person workforce
    job position post role employee worker
    """.strip().splitlines()
)


def same_measure(one: Draft, other: Draft) -> bool:
    """Whether the units of two figures allow them to be set against one another.

    An unknown unit allows it: the words that join the two figures have to decide then.
    """
    if one.unit == other.unit:
        return (one.kind == "rate") == (other.kind == "rate") or one.unit not in ("percent", None)
    if {one.unit, other.unit} in _DEGREES:
        return True
    kinds = (one.kind, other.kind)
    if "rank" in kinds or "score" in kinds or "money" in kinds or "measure" in kinds:
        return one.unit is None or other.unit is None
    if one.unit in _GENERIC or other.unit in _GENERIC:
        return True
    return one.unit in _VEHICLES and other.unit in _VEHICLES


def is_per_once(one: Draft, other: Draft) -> bool:
    """Whether what two figures are per is said with one of them only: "$1.02 a share", "against 81 cents"."""
    shorter, longer = sorted((one.unit or "", other.unit or ""), key=len)
    return bool(shorter) and longer.startswith(f"{shorter} per ")


def listable(one: Draft, other: Draft) -> bool:
    """Whether two figures can be members of one list: the same measure, or people of two sorts."""
    if same_measure(one, other):
        return True
    if one.kind != "count" or other.kind != "count":
        return False
    people_or_votes = any(one.unit in kindred and other.unit in kindred for kindred in (PEOPLE, BALLOTS))
    return people_or_votes or are_kindred(one.unit, other.unit)


def are_kindred(one: str | None, other: str | None) -> bool:
    """Whether one noun may count some of what another counts: jets and aircraft, letters and parcels."""
    if one and other and min(len(one), len(other)) >= _STEM and (one.endswith(other) or other.endswith(one)):
        return True  # "potsherds" are sherds
    return any(one in kindred and other in kindred for kindred in _KINDRED)


def same_level(new: Draft, old: Draft) -> bool:
    """Whether a level can have come from another: the same measure, "per barrel" said once."""
    if new.unit is None and old.kind in ("money", "measure"):
        return False  # "22 jets, up from $1.7 billion"
    above, per, _ = (new.unit or "").partition(" per ")
    # "Cut its rate to 4 percent from 5": what the first is called the second is, too.
    is_alike = same_measure(new, old) or (new.unit == old.unit == "percent" and old.kind == "percent")
    return not far_apart(new, old) and (is_alike or (bool(per) and above == old.unit))


def far_apart(new: Draft, old: Draft) -> bool:
    """Whether one of two levels per something cannot be: "36 cents per share, more than the 393 million"."""
    if " per " not in (new.unit or "") or not new.value or not old.value:
        return False
    return not abs(new.value) / _FAR <= abs(old.value) <= abs(new.value) * _FAR


def may_be_part(part: Draft, whole: Draft, *, said: bool = False) -> bool:
    """Whether `part` may be counted in `whole`: the same measure, or people in a narrower word.

    Args:
        part: the figure that may be counted in the other.
        whole: the figure that may hold it.
        said: whether the words leave no doubt ("12 burglaries out of 40 crimes"): then any count will do.
    """
    value = part.value
    # Not "% 1", which Decimal refuses for numbers of more than 28 digits.
    if (
        part.unit is None
        and whole.kind == "count"
        and value is not None
        and value != value.to_integral_value()
    ):
        return False  # "7.3 of another group": a percentage whose sign was said before
    if part.unit == whole.unit or part.unit is None:
        return True
    if part.kind != whole.kind or part.kind not in ("count", "ordinal_milestone"):
        return False
    if said:
        return True
    for kindred in (PEOPLE, _VEHICLES):
        if part.unit in kindred and whole.unit in kindred:
            return True
    return part.unit in _GENERIC or whole.unit in _GENERIC


def is_narrower(total: Draft, part: Draft) -> bool:
    """Whether a figure is of something narrower than another, or of another part of one company.

    Of a country everything is a part.
    """
    if total.scope is None and "/" not in (total.entity_code or ""):
        return False
    a, b = (part.entity_code or "").partition("/"), (total.entity_code or "").partition("/")
    if a != b and b[2] and a[0] == b[0] and a[0].islower():
        return True
    narrowed = set((total.scope or "").split("+")) - {""}
    return (
        total.kind == "money"
        and part.metric_code == total.metric_code
        and not narrowed <= set((part.scope or "").split("+"))
    )


@lru_cache(maxsize=8)
def dimensions(reference: Reference) -> dict[str, str]:
    """Return the dimension of each unit by its English name."""
    return {row["unit"]: row["dimension"] for row in reference.rows("units") if row["dimension"]}


@lru_cache(maxsize=8)
def factors(reference: Reference) -> dict[str, Decimal]:
    """Return how many base units of its dimension each unit has, by its English name."""
    return {row["unit"]: Decimal(row["factor"]) for row in reference.rows("units") if row["dimension"]}


def is_conversion(one: Draft, other: Draft, reference: Reference) -> bool:
    """Whether two figures can be one quantity in two units: two currencies, or two units of a dimension."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    if one.kind == "money" and other.kind == "money":
        # "$555 million, or 77 cents a share" are two figures, not one in two currencies.
        return (" per " in one.unit) == (" per " in other.unit)
    known = dimensions(reference)
    here = known.get(one.unit)
    return here is not None and here == known.get(other.unit) and "money" not in (one.kind, other.kind)


def opposed(lower: list[str], new: Draft, old: Draft) -> bool:
    """Whether one is a loss and the other a profit: the greater number is then not more."""
    sign = _sign(lower, new)
    return sign != 0 and _sign(lower, old) == -sign


def is_bad(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is a loss or a deficit, by the word after it or its metric."""
    return _sign(lower, draft) < 0


def _sign(lower: list[str], draft: Draft) -> int:
    if draft.kind != "money":
        return 0
    # The word after a figure is its own; the metric may have been carried over.
    # "A loss of 6 cents a share", of whatever metric.
    before = lower[draft.first - 2 : draft.first] if lower[draft.first - 1 : draft.first] == ["of"] else []
    for words in (before, lower[draft.last : draft.last + 2], (draft.metric or "").lower().split()):
        # "A net income loss" is a loss.
        if not _BAD.isdisjoint(words):
            return -1
        if not _GOOD.isdisjoint(words):
            return 1
    return 0
