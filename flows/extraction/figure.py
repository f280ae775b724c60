"""What the rules fill in while a figure is read: one draft a number, with the reason of every field."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class Because(NamedTuple):
    """Why a field has its value: the rule's name and the words that it rests on (character offsets)."""

    rule: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Draft:
    """A number found in a text, on its way to being a figure.

    Token ranges are half-open and index the `Document`. `first`/`last` cover the number with its
    currency mark, magnitude, percent sign and unit abbreviation; `noun_first`/`noun_last` the counted
    noun phrase, where there is one ("97,000 [electric-car sales]").

    Attributes:
        value: the printed number in full, None for a range.
        low, high: both ends of a range ("between"), else None.
        granule: place of the last non-zero printed digit, in units of the value; 0 where exact.
        form: how it is written: digits, words, fraction, ordinal, multiple, range.
        qualifier, hedge: as in the figures table; the hedge's own words.
        modifiers: lower-case words that narrow the counted noun ("electric", "new"), in text order.
        confidence: per field, 0 to 1, where a rule knows that it guesses; missing is 1.
        why: per field, the rule and the words that gave it.
    """

    first: int
    last: int
    start: int
    end: int
    sentence: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    granule: Decimal = Decimal(0)
    form: str = "digits"
    kind: str = "count"
    unit: str | None = None
    unit_code: str | None = None
    qualifier: str = "exact"
    hedge: str | None = None
    stated_low: Decimal | None = None
    stated_high: Decimal | None = None
    read_low: Decimal | None = None
    read_high: Decimal | None = None
    noun_first: int | None = None
    noun_last: int | None = None
    modifiers: tuple[str, ...] = ()
    subject: str | None = None
    entity_code: str | None = None
    metric: str | None = None
    metric_code: str | None = None
    base: str | None = None
    scope: str | None = None
    place: str | None = None
    place_code: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    period_basis: str | None = None
    is_cumulative: bool = False
    attributed_to: str | None = None
    status: str = "reported"
    confidence: dict[str, float] = field(default_factory=dict)
    why: dict[str, Because] = field(default_factory=dict)


class Reject(NamedTuple):
    """A number that is no figure, or one that could not be read: its place, its class and a reason."""

    start: int
    end: int
    reason: str
    detail: str


class Member(NamedTuple):
    """A figure's part in a breakdown or link: its role, and the draft or, for a named item, its words."""

    role: str
    draft: Draft | None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How figures of one article hang together, as its words say.

    Attributes:
        kind: sum (a total with its parts), enumeration (a count with its named items), share (share,
            part, base), growth (growth, new, old; or change, new, old), ratio (ratio, numerator,
            denominator), conversion (from, to), order (greater, lesser), rate (rate, quantity, amount).
        members: figures in text order, each with its role.
        is_complete: for sum and enumeration: whether the text says that nothing is left out.
        start, end: the words that say so.
        rule: the rule that found it.
    """

    kind: str
    members: tuple[Member, ...]
    is_complete: bool
    start: int
    end: int
    rule: str


# Not frozen: a frozen dataclass takes three times as long to make. Nothing changes one all the same.
@dataclass(slots=True, unsafe_hash=True)
class Dated:
    """A date expression: token range, ISO ends (both included, as printed precision allows), how it was read.

    Attributes:
        first, last: tokens, half-open.
        start_on, end_on: ISO dates "YYYY-MM-DD"; None is open or unknown (an anchor that the article
            does not give).
        basis: explicit, published (placed by the publication date), fiscal, anchored (by the article's own
            years), since, by, to_date, comparison ("a year earlier"), same ("the same period of 2006"),
            back ("the period"), span (a length without a place), clock, name, unanchored.
        shift: for comparison and same: how many months back from the period it is compared with.
    """

    first: int
    last: int
    start_on: str | None
    end_on: str | None
    basis: str
    shift: int = 0


@dataclass(slots=True, unsafe_hash=True)
class Name:
    """A proper name in the text: token range, its words, the canonical code where it is known.

    Attributes:
        first, last: tokens, half-open.
        name: the fullest form of the name that the document has ("Renault" for a later "Renault's").
        entity_code: code from the reference data, or None; an unlisted name's code is its slug.
        place_code: code where the name is a place (a country, region, demonym), else None.
        type: company, organisation, person, product, place, group, ... or None where unknown.
        own: the fullest form that the document itself has, where `name` is the canonical one.
    """

    first: int
    last: int
    name: str
    entity_code: str | None
    place_code: str | None
    type: str | None
    own: str = ""
