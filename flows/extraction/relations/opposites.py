"""Parts that a pair of opposites names, with the total before them: "5,607 cars and 16,422 trucks"."""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import is_alike_in_status
from flows.extraction.figure import Draft, Relation, end_with_noun
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import PEOPLE, listable, may_be_part
from flows.extraction.relations.misprints import is_digit_slip
from flows.extraction.relations.partitions import names_side, side_of
from flows.extraction.relations.relating import Changes, is_current, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible, makes, spread

_PAIR: Final = 2
_BACK: Final = 2  # sentences in which a total is sought
_ONE_MORE: Final = frozenset(("a", "an", "one", "his", "her", "their"))
_LEAVING: Final = frozenset("leaving leaves leave rest remaining".split())
_HARM: Final = frozenset(
    """killed killing died dead deaths toll victims injured injuring hurt wounded missing treated hospital
    hospitals arrested infected drowned perished fatalities lives""".split()
)
_DEPARTING: Final = frozenset("after before on since".split())  # "40 minutes after leaving port"
_NET: Final = frozenset("net balance surplus deficit".split())
_ADDED: Final = frozenset("additional extra more another further".split())
_JOINED: Final = ([","], ["and"], [",", "and"])
_SET_AGAINST: Final = frozenset("compared against".split())


_LEFT_OVER: Final = 0.5  # how sure a share is whose kind nothing says


def find_opposites(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the parts that a pair of opposites names ("cars" and "trucks") with the total before them."""
    shape = shapes[number]
    if not shape.figures or not names_side(reading.document.lower[shape.tokens[0] : shape.tokens[-1]]):
        return []
    if shape.classes.count("L") == 1:
        found = _over_sentences(reading, shapes, number, changes)
        if found:
            return found
    for kind in "LP":
        positions = [
            p
            for p in shape.figures
            if shape.classes[p] == kind
            and (is_current(shape.draft(p), changes) or _is_of_the_others(reading.document.lower, shape, p))
        ]
        for one, other in pairwise(positions):
            if not listable(shape.draft(one), shape.draft(other)) or ";" in shape.classes[one:other]:
                continue
            if "every" in reading.document.lower[shape.draft(one).last : shape.draft(other).first]:
                continue  # "$1.01 for every $1 earned by men"
            behind = reading.document.lower[end_with_noun(shape.draft(other)) : shape.tokens[-1]]
            if kind == "L" and not _NET.isdisjoint(behind):
                continue  # "9,600 moved away and 4,300 came, a net loss of 5,300"
            # "Five women, three men and a girl" are at least eight.
            is_open = kind == "L" and behind[:1] == ["and"] and behind[1:2] != [] and behind[1] in _ONE_MORE
            if any(
                word in _LEAVING and before not in _DEPARTING
                for before, word in zip(["", *behind], behind, strict=False)
            ):
                continue  # "75 at home and 40 abroad, which leaves 65"
            left, right = side_of(reading.document, shape, one), side_of(reading.document, shape, other)
            if _ADDED & set(
                reading.document.lower[max(0, shape.draft(one).first - 3) : shape.draft(one).first]
            ):
                continue
            if left is None or right is None or left[0] != right[0] or left[1] == right[1]:
                continue
            parts = [shape.draft(one), shape.draft(other), *_and_others(reading, shape, other)]
            if kind == "P":
                # "16% of women, compared with 30% of men" are rates of two wholes.
                within = [shape.classes[place + 1 : place + 2] == "o" for place in (one, other)]
                amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
                if parts[0].unit == "percent" and not 60 < amount < 150:
                    continue
                named = all(names_side([reading.document.lower[part.last]]) for part in parts)
                if not named and any(part.confidence.get("kind", 1) <= _LEFT_OVER for part in parts):
                    continue  # "rise since 2003: petrol 45 percent, diesel 60": no shares
                lower, last = reading.document.lower, parts[0].last
                if lower[last] == "of" and names_side(lower[last + 1 : last + 3]):
                    continue  # "49 percent of primary teachers and 41 percent in secondary schools"
                if not all(within) and (named or all(part.kind == "share" for part in parts)):
                    return [spread("opposites", None, parts, True)]
                continue
            total = _whole_of(reading, shapes, number, one, parts, changes)
            if total is not None and _meet_other_fates(reading, total, parts):
                continue
            if total is not None and is_plausible(total, parts, said=True):
                is_longer = len(parts) > _PAIR
                rule = "all_sorts" if is_longer else "opposites"
                return [spread(rule, total, parts, is_longer or not is_open)]
    return []


def _over_sentences(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return two sides that a sentence each tells: "counted 11,700 men. Among women the figure was 8,650".

    Only where they make a level before them, or would but for a slip of a digit.
    """
    if not number or shapes[number - 1].sentence != shapes[number].sentence - 1:
        return []
    pair = []
    for shape in (shapes[number - 1], shapes[number]):
        here = [
            p
            for p in shape.figures
            if is_level(shape, p, changes)
            and shape.draft(p).kind == "count"
            and reading.document.lower[shape.draft(p).first - 2] not in _SET_AGAINST
        ]
        side = side_of(reading.document, shape, here[0]) if len(here) == 1 else None
        if side is None:
            return []
        pair.append((shape.draft(here[0]), side))
    (one, left), (other, right) = pair
    if left[0] != right[0] or left[1] == right[1] or not listable(one, other):
        return []
    parts = [one, other]
    made = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    wholes = []
    for shape in reversed(shapes[max(0, number - 1 - _BACK) : number - 1]):
        if shape.sentence < one.sentence - _BACK:
            break
        for position in reversed(shape.figures):
            whole = shape.draft(position)
            if not is_level(shape, position, changes) or not _may_hold(whole, parts):
                continue
            if whole.value == made:
                return [spread("opposites", whole, parts, True)]
            if whole.value and not _meet_other_fates(reading, whole, parts):
                told = [(part.value or made, whole.value - made + (part.value or made)) for part in parts]
                if any(is_digit_slip(str(a), str(b)) for a, b in [*told, (whole.value, made)]):
                    wholes.append(whole)
    if len(wholes) != 1:
        return []
    total = wholes[0]
    return [spread("opposites", total, parts, True)]


def _meet_other_fates(reading: Reading, whole: Draft, parts: list[Draft]) -> bool:
    """Whether parts came to harm and their whole did not: "60 were aboard. 40 passengers and 3 crew died"."""
    if whole.sentence == parts[0].sentence:
        return False
    here, there = (reading.document.vocabulary_of(one.sentence) for one in (parts[0], whole))
    return not _HARM.isdisjoint(here) and _HARM.isdisjoint(there)


def _and_others(reading: Reading, shape: Shape, last: int) -> list[Draft]:
    """Return those who are told right behind two opposites: "nine men, four women and three children"."""
    found: list[Draft] = []
    before = shape.draft(last)
    for position in shape.figures:
        draft = shape.draft(position)
        if position <= last or before.unit not in PEOPLE or draft.unit not in PEOPLE or draft.kind != "count":
            continue
        between = reading.document.lower[end_with_noun(before) : draft.first]
        if between not in _JOINED:
            break
        found.append(draft)
        before = draft
    return found


def _is_of_the_others(lower: list[str], shape: Shape, position: int) -> bool:
    """Whether a level that others are set against is of the other side: "compared with 3,100 men"."""
    draft = shape.draft(position)
    return (
        shape.classes[position] == "L"
        and draft.kind == "count"
        and lower[draft.first - 2] in _SET_AGAINST
        and names_side(lower[draft.last : draft.last + 1])
    )


def _whole_of(
    reading: Reading, shapes: list[Shape], number: int, position: int, parts: list[Draft], changes: Changes
) -> Draft | None:
    """Return the level before that the parts make, else the nearest that they can be parts of."""
    nearest = None
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        shape = shapes[back]
        if shape.sentence < shapes[number].sentence - _BACK:
            break
        for candidate in reversed(shape.figures):
            if back == number and candidate >= position:
                continue
            whole = shape.draft(candidate)
            if not is_level(shape, candidate, changes) or not _may_hold(whole, parts):
                continue
            has_side = side_of(reading.document, shape, candidate) is not None
            if not has_side and makes(parts, whole):
                return whole
            if nearest is None:
                nearest = (whole, has_side)
    return nearest[0] if nearest is not None and not nearest[1] else None


def _may_hold(whole: Draft, parts: list[Draft]) -> bool:
    """Whether parts can be counted in a whole; amounts of other sentences are mostly of something else."""
    if not is_alike_in_status((whole, *parts)):
        return False
    is_alike = whole.kind != "money" or all(
        part.sentence == whole.sentence
        or (part.metric_code == whole.metric_code and (part.value or 0) < (whole.value or 0))
        for part in parts
    )
    return is_alike and all(may_be_part(part, whole) for part in parts)
