"""What the rules fill in while a figure is read: one draft a number, with the reason of every field."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

_ZERO: Final = Decimal(0)


class Because:
    """Why a field has its value: the rule's name and the words that it rests on (character offsets)."""

    def __init__(self, rule: str, start: int, end: int) -> None:
        self.rule = rule
        self.start = start
        self.end = end


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

    def __init__(
        self,
        first: int,
        last: int,
        start: int,
        end: int,
        sentence: int,
        value: Decimal | None,
        *,
        form: str = "digits",
        kind: str = "count",
        unit: str | None = None,
    ) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.sentence = sentence
        self.value = value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.granule = _ZERO
        self.form = form
        self.kind = kind
        self.unit = unit
        self.unit_code: str | None = None
        self.qualifier = "exact"
        self.hedge: str | None = None
        self.stated_low: Decimal | None = None
        self.stated_high: Decimal | None = None
        self.read_low: Decimal | None = None
        self.read_high: Decimal | None = None
        self.noun_first: int | None = None
        self.noun_last: int | None = None
        self.modifiers: tuple[str, ...] = ()
        self.subject: str | None = None
        self.entity_code: str | None = None
        self.metric: str | None = None
        self.metric_code: str | None = None
        self.base: str | None = None
        self.scope: str | None = None
        self.place: str | None = None
        self.place_code: str | None = None
        self.period_start: str | None = None
        self.period_end: str | None = None
        self.period_basis: str | None = None
        self.is_cumulative = False
        self.attributed_to: str | None = None
        self.status = "reported"
        self.confidence: dict[str, float] = {}
        self.why: dict[str, Because] = {}


class Reject:
    """A number that is no figure, or one that could not be read: its place, its class and a reason."""

    def __init__(self, start: int, end: int, reason: str, detail: str) -> None:
        self.start = start
        self.end = end
        self.reason = reason
        self.detail = detail


Bounds = tuple[float, float, float, float]


class Member(NamedTuple):
    """A figure's part in a breakdown or link: its role, and the draft or, for a named item, its words."""

    role: str
    draft: Draft | None
    item: str | None = None


# Not frozen: a frozen dataclass takes three times as long to make. Nothing changes one all the same. Written
# out: compiled, a constructor of its own takes a sixth of the time of one that `dataclass` makes.
@dataclass(slots=True, unsafe_hash=True, init=False)
class Relation:
    """How figures of one article hang together, as its words say.

    Attributes:
        kind: sum (a total with its parts), enumeration (a count with its named items), clock (a
            length of time with two times of day), share (share, part, base), growth (growth, new, old; or
            change, new, old), ratio (ratio, numerator, denominator), conversion (from, to), order (greater,
            lesser), duration (duration), rate (rate, quantity, amount).
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

    def __init__(
        self, kind: str, members: tuple[Member, ...], is_complete: bool, start: int, end: int, rule: str
    ) -> None:
        self.kind = kind
        self.members = members
        self.is_complete = is_complete
        self.start = start
        self.end = end
        self.rule = rule


@dataclass(frozen=True, slots=True)
class WordedShare:
    """A share that is told in words alone, of a whole that the text counts.

    Attributes:
        start, end: characters of the words.
        bounds: what the words commit to, least and most, and what a reader takes.
        base: the figure of the whole.
        part: the figure of the part, or None where `entity_code` says whose it is.
        rule: the rule that found it.
    """

    start: int
    end: int
    bounds: Bounds
    base: Draft
    part: Draft | None
    entity_code: str | None
    rule: str


def in_text_order(members: Iterable[Member]) -> tuple[Member, ...]:
    """Return members as a relation has them; items that are no figures come first."""
    return tuple(sorted(members, key=_start))


def related(
    kind: str, rule: str, *members: Member, told_by: Draft | None = None, is_complete: bool = False
) -> Relation:
    """Return the relation of figures; what says so is one of them, or all from the first to the last."""
    drafts = [told_by] if told_by is not None else [m.draft for m in members if m.draft is not None]
    start, end = min(draft.start for draft in drafts), max(draft.end for draft in drafts)
    return Relation(kind, in_text_order(members), is_complete, start, end, rule)


def _start(member: Member) -> int:
    return member.draft.start if member.draft else 0


def is_whole_share(relation: Relation) -> bool:
    """Whether a relation is a share that has both its part and its base."""
    return relation.kind == "share" and {"part", "base"} <= {member.role for member in relation.members}


def figures_of(relations: Iterable[Relation], *roles: str) -> set[int]:
    """Return the figures (by identity) of relations: in the roles given, or in any."""
    return {
        id(member.draft)
        for relation in relations
        for member in relation.members
        if not roles or member.role in roles
    }


def drafts_of(relation: Relation) -> list[Draft]:
    """Return the figures of a relation, in text order."""
    return [member.draft for member in relation.members if member.draft is not None]


def by_role(relation: Relation) -> dict[str, Draft | None]:
    """Return the figure of each role of a relation; of several in one role, the last."""
    return {member.role: member.draft for member in relation.members}


def lacks_former(relation: Relation) -> bool:
    """Whether a relation gives a growth its new level alone."""
    return relation.kind == "growth" and {member.role for member in relation.members} == {"growth", "new"}


def start_of(draft: Draft) -> int:
    """Return the character at which a figure begins, as a key for sorting."""
    return draft.start


def first_of(draft: Draft) -> int:
    """Return the first token of a figure, as a key for sorting."""
    return draft.first


def sentence_of(draft: Draft) -> int:
    """Return the sentence of a figure, as a key for grouping."""
    return draft.sentence


def end_with_noun(draft: Draft) -> int:
    """Return the token behind a figure and the noun that it counts, where that follows it."""
    return draft.last if draft.noun_last is None else max(draft.last, draft.noun_last)


# How a date is read whose place in the calendar the words or the article's own dates give.
PLACED: Final = frozenset(("explicit", "published", "anchored"))
_YEAR: Final = 4  # characters of the year in an ISO date


@dataclass(slots=True, unsafe_hash=True, init=False)
class Dated:
    """A date expression: token range, ISO ends (both included, as printed precision allows), how it was read.

    Attributes:
        first, last: tokens, half-open.
        start_on, end_on: ISO dates "YYYY-MM-DD"; None is open or unknown (an anchor that the article
            does not give).
        basis: explicit, published (placed by the publication date), fiscal, supposed (of a fiscal year that
            only the day of its results suggests), anchored (by the article's own
            years), since, by, to_date, comparison ("a year earlier"), same ("the same period of 2006"),
            back ("the period"), span (a length without a place), clock, name, unanchored.
        shift: for comparison and same: how many months back from the period it is compared with.
    """

    first: int
    last: int
    start_on: str | None
    end_on: str | None
    basis: str
    shift: int

    def __init__(
        self, first: int, last: int, start_on: str | None, end_on: str | None, basis: str, shift: int = 0
    ) -> None:
        self.first = first
        self.last = last
        self.start_on = start_on
        self.end_on = end_on
        self.basis = basis
        self.shift = shift


def is_precise(date: Dated) -> bool:
    """Whether a date is a day, a month or a year in the calendar."""
    if date.basis not in PLACED or date.start_on is None or date.end_on is None:
        return False
    return date.start_on[:_YEAR] == date.end_on[:_YEAR]


@dataclass(slots=True, unsafe_hash=True, init=False)
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
    own: str

    def __init__(
        self,
        first: int,
        last: int,
        name: str,
        entity_code: str | None,
        place_code: str | None,
        type: str | None,
        own: str = "",
    ) -> None:
        self.first = first
        self.last = last
        self.name = name
        self.entity_code = entity_code
        self.place_code = place_code
        self.type = type
        self.own = own
