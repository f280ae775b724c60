"""One quantity in two forms, with a slip between them: "1.2 metres fell ... 210 centimetres of new snow".

A report tells its figures in digits, and who is quoted says them again in words or in another unit. Two
figures of one dimension in different forms whose digits differ by their order, or by a zero, are one
quantity, whatever they are called: of some 4,000 such pairs in 5,960 gathered articles 210 are equal, and
none differs so. A figure of a headline that the text bears out nowhere is one that it tells, but for such a
slip.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import PEOPLE, are_kindred, dimensions, factors
from flows.extraction.relations.misprints import reordered, with_a_wrong_digit
from flows.extraction.text.document import Document

_RULE: Final = "told_again"
_KINDS: Final = frozenset("count money measure duration share percent rate".split())
# What anybody may have several of: told in one form, or of two things, two of them are two.
_IN_UNITS: Final = frozenset(("measure", "duration", "rate"))
_HEADLINE_KINDS: Final = frozenset("count money measure duration growth".split())
_AMOUNTS: Final = frozenset(("money", "measure"))
_PRECISE: Final = frozenset(("exact", "approximately"))
_MOST: Final = 20  # numbers of one dimension, or of the same digits, that one article tells
_ROUNDED: Final = frozenset("nearly approximately less_than at_most".split())
_OFF_FROM: Final = frozenset(
    "above below higher lower more less taller longer shorter deeper over under".split()
)
_NARROW: Final = Decimal("1.4")  # times that what words leave open may reach
_LEAST_DIGITS: Final = 2
_SHORT: Final = 3  # digits of which any order is a slip; of more only neighbours are swapped
_TEN: Final = Decimal(10)
_TENFOLD: Final = frozenset((Decimal(10), Decimal("0.1")))
_ROOM: Final = Decimal("0.005")  # by how much a unit that is no power of ten of another may be rounded
_AT: Final = 2  # words before a number, or behind it, that say of what it is
_DEFINITE: Final = frozenset("the all full these those our their its my both whole".split())
_US: Final = frozenset("us them you these those ours".split())
_YEAR: Final = 4  # characters of the year in an ISO date
_PERSON: Final = "person"
_FRACTION: Final = "fraction"
_SHARES: Final = frozenset((_FRACTION, "percent"))
# What they count is said by a noun, or is a share of it.
_NOUNS: Final = frozenset("count share percent".split())
_FIGURES: Final = "0123456789"
_OPENING: Final = "“"
_CLOSING: Final = "”"
_STRAIGHT: Final = '"'
_ONE: Final = Decimal(1)


def find_retold(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return figures in two forms that a slip keeps apart, each pair once.

    Args:
        reading: the article.
        found: the relations so far; two figures that are related are left alone.
    """
    # By their digits but for zeros.
    by_digits: dict[tuple[int, ...], list[Draft]] = {}
    in_units: dict[str, list[Draft]] = {}
    known = dimensions(reading.reference)
    # One in four and 52 percent are one share only where somebody says so.
    text = reading.document.text
    is_said = _STRAIGHT in text or _OPENING in text
    for draft in reading.drafts:
        value = draft.value
        if value is None or value <= 0 or draft.kind not in _KINDS or draft.qualifier not in _PRECISE:
            continue
        if not _OFF_FROM.isdisjoint(reading.document.lower[draft.last : draft.last + 1]):
            continue  # "11.3 feet above that"
        unit = draft.unit or ""
        if unit in _SHARES and is_said:
            in_units.setdefault(_FRACTION, []).append(draft)
        elif draft.kind in _IN_UNITS and unit in known:
            in_units.setdefault(known[unit], []).append(draft)
        if unit != _FRACTION:
            digits = sorted(value.as_tuple().digits)
            if digits[-_LEAST_DIGITS:][0]:
                by_digits.setdefault(tuple(digits[digits.count(0) :]), []).append(draft)
    # An article with more of them is a table, in which some are so by chance.
    pairs = [
        pair for alike in by_digits.values() if 1 < len(alike) <= _MOST for pair in _slipped(reading, alike)
    ]
    pairs += [
        pair for alike in in_units.values() if len(alike) <= _MOST for pair in _in_other_units(reading, alike)
    ]
    told: list[Relation] = []
    alike = _by_size(reading) if pairs else {}
    for one, other in pairs:
        if _is_of_another_time(reading, one, other) or not _are_in_two_forms(reading.document, one, other):
            continue
        if not _is_alone(reading, alike, one, other):
            continue
        pair = {id(one), id(other)}
        if not any(pair <= figures_of([relation]) for relation in (*found, *told)):
            _say_what(one, other)
            alike = _by_size(reading)  # of what one of them is may be known now
            told.append(related("conversion", _RULE, Member("from", one), Member("to", other)))
    return told + _rounded(reading)


def _say_what(one: Draft, other: Draft) -> None:
    """Give a number that somebody says bare the unit of the figure that it tells again."""
    bare, full = (one, other) if one.unit is None else (other, one)
    if bare.unit is None and full.kind != bare.kind:
        bare.kind, bare.unit, bare.unit_code = full.kind, full.unit, full.unit_code


def _rounded(reading: Reading) -> list[Relation]:
    """Return what somebody says in round words, "nearly two million", with what it rounds but for a slip."""
    told = []
    for one in reading.drafts:
        low, high = one.read_low, one.read_high
        if one.qualifier not in _ROUNDED or (one.value or 0) < _TEN or not low or not high:
            continue
        if not low < high <= low * _NARROW or not _is_quoted(reading.document, one):
            continue
        if not _is_in_words(reading.document, one):
            continue
        alike = [
            draft
            for draft in reading.drafts
            if draft is not one
            and draft.value
            and (draft.unit == one.unit or (one.unit is None and draft.kind in _HEADLINE_KINDS))
        ]
        if any(low <= (draft.value or _ONE) <= high for draft in alike):
            continue
        meant = [
            draft
            for draft in alike
            if draft.qualifier == "exact"
            and not _is_quoted(reading.document, draft)
            and (draft.value or _ONE).adjusted() == (one.value or _ONE).adjusted()
            and any(low <= size <= high for size in _with_swapped_digits(draft))
        ]
        if len({draft.value for draft in meant}) == 1:
            _say_what(meant[0], one)
            told.append(related("conversion", _RULE, Member("from", meant[0]), Member("to", one)))
    return told


def find_headline_retold(heading: Reading, body: Reading) -> list[Relation]:
    """Return figures of a headline that the text bears out nowhere, with the one that does but for a slip.

    A headline rounds ("nearly ten centimetres"): what the figure of the text would be after the slip is
    within what its words leave open.
    """
    told: list[Relation] = []
    for one in heading.drafts:
        low, high = one.read_low, one.read_high
        is_fraction = one.unit == _FRACTION and one.kind == "share"
        if not one.value or low is None or (one.kind not in _HEADLINE_KINDS and not is_fraction):
            continue
        is_short = len(_digits(one.value)) < _LEAST_DIGITS and one.qualifier == "exact"
        if (is_short or abs(one.value) < _TEN) and not is_fraction:
            continue
        high = abs(one.value) * _TEN if high is None else high
        least, most = sorted((abs(low), abs(high)))
        alike = [
            (draft, _in_unit_of(body, draft, one))
            for draft in body.drafts
            if draft.value and _is_one_dimension(body, draft, one)
        ]
        if any(least <= size <= most for _, size in alike) or _is_borne_out(body, one, least, most):
            continue
        if is_fraction:
            least, most = one.value * (_ONE - _ROOM), one.value * (_ONE + _ROOM)
        meant = [
            draft
            for draft, size in alike
            if draft.qualifier == "exact"
            and any(least <= size * times <= most for times in _by_slips(draft))
            and not _is_of_another_time(body, draft, one)
        ]
        if len({draft.value for draft in meant}) != 1:
            continue
        other = meant[0]
        members = (Member("from", other), Member("to", one))
        told.append(Relation("conversion", members, False, other.start, other.end, _RULE))
    return told


def _is_borne_out(body: Reading, one: Draft, least: Decimal, most: Decimal) -> bool:
    """Whether any figure of a text agrees with one of its headline, whatever it is of."""
    unit = (one.unit or "").partition(" per ")[0]
    return any(
        draft.value and least <= abs(draft.value) <= most
        for draft in body.drafts
        if draft.unit is None or draft.unit.partition(" per ")[0] == unit or draft.kind in ("growth", "count")
    )


def _in_unit_of(reading: Reading, draft: Draft, other: Draft) -> Decimal:
    """Return the size of a figure in the unit of another of its dimension."""
    known = factors(reading.reference)
    size = abs(draft.value or _ONE)
    if draft.unit == other.unit or draft.kind in ("count", "money"):
        return size
    return size * known.get(draft.unit or "", _ONE) / known.get(other.unit or "", _ONE)


def _by_slips(draft: Draft) -> Iterator[Decimal]:
    """Yield how many times a figure would be itself after a slip: two digits swapped, or a zero."""
    value = abs(draft.value or _ONE)
    if len(_digits(value)) < _LEAST_DIGITS:
        return
    for told in _with_swapped_digits(draft):
        yield abs(told) / value
    if draft.kind != "growth":
        yield _TEN
        yield _ONE / _TEN


def _slipped(reading: Reading, alike: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield figures of one dimension with the same digits, in another order or of another magnitude."""
    for place, one in enumerate(alike):
        for other in alike[place + 1 :]:
            # Most numbers with the same digits are the same number.
            if one.value == other.value and one.unit == other.unit:
                continue
            if other.sentence == one.sentence or not _is_one_dimension(reading, one, other):
                continue
            if not _are_decimal_units(reading, one, other):
                continue
            if "target" in (one.status, other.status) and one.status != other.status:
                continue  # "47,000 passengers. Next target, 74,000"
            ratio = _size(reading, one) / _size(reading, other)
            if ratio == 1 or (one.kind != other.kind and one.value == other.value):
                continue
            is_shifted = ratio in _TENFOLD and one.unit != other.unit and one.kind in _IN_UNITS
            if is_shifted and one.kind == "duration":
                continue  # "the lowest in three decades", and "three-year returns"
            if is_shifted or (_are_as_long(reading, one, other) and _are_swapped(one, other)):
                yield one, other


def _are_decimal_units(reading: Reading, one: Draft, other: Draft) -> bool:
    """Whether digits of two units may be the same: metres and centimetres, not miles and kilometres."""
    if one.unit == other.unit or "count" in (one.kind, other.kind):
        return True
    known = factors(reading.reference)
    ratio = known.get(one.unit or "", _ONE) / known.get(other.unit or "", _ONE)
    return _digits(ratio.normalize()) == "1"


def _are_as_long(reading: Reading, one: Draft, other: Draft) -> bool:
    """Whether two numbers have as many digits before the point, in one unit."""
    if one.kind != other.kind:
        return (one.value or _ONE).adjusted() == (other.value or _ONE).adjusted()
    return _size(reading, one).adjusted() == _size(reading, other).adjusted()


def _in_other_units(reading: Reading, drafts: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield figures of two units of one dimension, no power of ten apart, that swapped digits make equal."""
    units = {draft.unit for draft in drafts}
    if len(units) < 2:
        return
    if _FRACTION in units and not any(_is_quoted(reading.document, draft) for draft in drafts):
        return
    known = factors(reading.reference)
    for place, one in enumerate(drafts):
        for other in drafts[place + 1 :]:
            if one.unit == other.unit or one.sentence == other.sentence:
                continue
            if not _is_one_dimension(reading, one, other):
                continue
            here, there = known.get(one.unit or "", _ONE), known.get(other.unit or "", _ONE)
            is_said = _is_quoted(reading.document, one) != _is_quoted(reading.document, other)
            longer = one if here > there else other
            if one.kind == "duration" and not is_said and _is_whole(longer):
                continue  # "sentenced to 63 months, and three years of supervision"
            is_any = is_said and (one.kind == "measure" or (one.kind == "duration" and not _is_whole(longer)))
            if _meets(one, here, other, there, is_any=is_any) or _meets(
                other, there, one, here, is_any=is_any
            ):
                yield one, other


def _is_whole(draft: Draft) -> bool:
    value = draft.value or _ONE
    return value == value.to_integral_value()


def _meets(one: Draft, factor: Decimal, other: Draft, other_factor: Decimal, *, is_any: bool) -> bool:
    """Whether a figure would be the other one in its own unit, but for two digits swapped or one wrong."""
    made = (other.value or _ONE) * other_factor / factor
    room = max(made * _ROOM, one.granule / 2)
    if abs((one.value or _ONE) - made) <= room:
        return False
    if any(abs(told - made) <= room for told in _with_swapped_digits(one)):
        return True
    return is_any and any(
        abs(told - made) <= room
        for told in with_a_wrong_digit(one, _LEAST_DIGITS)
        if told.adjusted() == (one.value or _ONE).adjusted()
    )


def _with_swapped_digits(draft: Draft) -> Iterator[Decimal]:
    digits = _digits(draft.value or _ONE)
    step = (draft.value or _ONE) / Decimal(digits)
    for other in reordered(digits, farthest=1):
        yield Decimal(other) * step


def _digits(value: Decimal) -> str:
    """Return the digits of a number from its first one to its last, without the zeros around them."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def _are_swapped(one: Draft, other: Draft) -> bool:
    """Whether two numbers with the same digits have them in another order."""
    a, b = _digits(one.value or _ONE), _digits(other.value or _ONE)
    if a == b or sorted(a) != sorted(b):
        return False
    return len(a) <= _SHORT or any(told == b for told in reordered(a, farthest=1))


def _is_one_dimension(reading: Reading, one: Draft, other: Draft) -> bool:
    if {one.unit, other.unit} == _SHARES:
        return one.kind != "growth" and other.kind != "growth"
    if one.kind != other.kind:
        bare, full = (one, other) if one.unit is None else (other, one)
        is_bare = bare.kind == "count" and bare.unit is None and full.kind in _AMOUNTS
        return is_bare and _is_said(reading.document, bare)
    if one.kind == "count":
        if one.unit is None or other.unit is None:
            bare = one if one.unit is None else other
            return _is_definite(reading.document, bare) or _is_said(reading.document, bare)
        is_of_people = one.unit in PEOPLE and other.unit in PEOPLE and _PERSON in (one.unit, other.unit)
        return one.unit == other.unit or is_of_people or are_kindred(one.unit, other.unit)
    if one.unit == other.unit:
        return True
    known = dimensions(reading.reference)
    return one.kind != "money" and known.get(one.unit or "") == known.get(other.unit or "x") is not None


def _is_said(document: Document, draft: Draft) -> bool:
    """Whether somebody is quoted with a number in words: of what, the report has said."""
    return _is_quoted(document, draft) and _is_in_words(document, draft, anywhere=True)


def _is_definite(document: Document, draft: Draft) -> bool:
    """Whether a number without a noun is of what was told: "the full fourteen", "all 340", "340 of us"."""
    lower = document.lower
    before = lower[max(0, draft.first - _AT) : draft.first]
    behind = lower[draft.last : draft.last + _AT]
    return not _DEFINITE.isdisjoint(before) or (behind[:1] == ["of"] and not _US.isdisjoint(behind[1:]))


def _is_of_another_time(reading: Reading, one: Draft, other: Draft) -> bool:
    """Whether one of two figures is told of years ago, for comparison."""
    ends = [draft.period_end[:_YEAR] if draft.period_end else "" for draft in (one, other)]
    year = reading.published[:_YEAR] if reading.published else ""
    known = [end or year for end in ends]
    return all(known) and abs(int(known[0]) - int(known[1])) > 1


def _size(reading: Reading, draft: Draft) -> Decimal:
    value = draft.value or _ONE
    return (
        value
        if draft.kind in ("count", "money")
        else value * factors(reading.reference).get(draft.unit or "", _ONE)
    )


def _by_size(reading: Reading) -> dict[tuple[str, Decimal], list[Draft]]:
    """Return the figures of an article by kind and size: those that tell the same number."""
    alike: dict[tuple[str, Decimal], list[Draft]] = {}
    for draft in reading.drafts:
        if draft.value:
            alike.setdefault((draft.kind, _size(reading, draft)), []).append(draft)
    return alike


def _is_alone(
    reading: Reading, alike: dict[tuple[str, Decimal], list[Draft]], one: Draft, other: Draft
) -> bool:
    """Whether one of two figures at least is told nowhere else, and what somebody says is not borne out."""
    if all(len(alike[draft.kind, _size(reading, draft)]) > 1 for draft in (one, other)):
        return False
    document = reading.document
    quoted = [draft for draft in (one, other) if _is_quoted(document, draft)]
    return len(quoted) != 1 or all(
        _is_quoted(document, draft) for draft in alike[quoted[0].kind, _size(reading, quoted[0])]
    )


def _are_in_two_forms(document: Document, one: Draft, other: Draft) -> bool:
    """Whether two figures are in different units, or one of them is in words or quoted, and the other not."""
    if one.unit != other.unit and one.kind not in _NOUNS and _is_decimal(one, other):
        return True
    if one.unit == other.unit and _is_in_words(document, one) != _is_in_words(document, other):
        return True
    if one.kind == "rate" and one.metric_code != other.metric_code:
        return False
    return _is_quoted(document, one) != _is_quoted(document, other)


def _is_decimal(one: Draft, other: Draft) -> bool:
    """Whether two units are apart by a power of ten, or both are of time: metres and centimetres."""
    digits = sorted(_digits(one.value or _ONE))
    return one.kind == "duration" or digits == sorted(_digits(other.value or _ONE))


def _is_in_words(document: Document, draft: Draft, *, anywhere: bool = False) -> bool:
    """Whether a figure is in words, and not only since it opens a sentence."""
    if not set(_FIGURES).isdisjoint(document.text[draft.start : draft.end]):
        return False
    return anywhere or document.sentences[draft.sentence][0] != draft.first


def _is_quoted(document: Document, draft: Draft) -> bool:
    """Whether a figure stands between quotation marks, as its line has them."""
    before = document.text[document.text.rfind("\n", 0, draft.start) + 1 : draft.start]
    if _OPENING in before:
        return before.rfind(_OPENING) > before.rfind(_CLOSING)
    return before.count(_STRAIGHT) % 2 == 1
