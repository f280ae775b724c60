"""Totals with their parts: "of which", "including", "made up of", lists after a colon, what adds up."""

import re
from decimal import Decimal
from itertools import pairwise

from flows.extraction.figure import Draft, Member, Relation
from flows.extraction.growth import BEFORE, FILLER, Changes, is_current, relate
from flows.extraction.likeness import listable, may_be_part, same_measure
from flows.extraction.lists import closes_with_and, list_after
from flows.extraction.partitions import side_of
from flows.extraction.reading import Reading
from flows.extraction.shapes import Shape

_OF_WHICH_AFTER = re.compile(r"(?P<p>L)w{0,2}o[We]")
_OUT_OF = re.compile(rf"(?P<p>L){FILLER}{{0,4}}(?P<w>w)o[qe]{{0,2}}(?P<t>L)")
_OF_THE = re.compile(r"(?P<p>L)w{0,3}oe{1,2}q?(?P<t>L)")
_OF_THE_FIRST = re.compile(
    r"[,q&]?w?oq{0,2}(?:e?[wN]{0,3}s?)q?(?P<t>L)[^LPRTH;x]{0,16},[^LPRTH;x]{0,6}(?P<p>L)"
)
_OF_THESE = re.compile(r"^[,q&]?o(?:W|eB?|ewB?|ew?)(?=[^LP]{0,30}[LP])")
_TOTALLING = re.compile(rf"[,-]?(?:w?ieB|iewB|w?eB|B)o?{BEFORE}(?P<t>L)")
_OPENS = re.compile(r"(?P<t>L)[wNesiqoa]{0,6}(?P<m>[:(\[]|-(?=.{0,2}L))")
_COMPOSED = re.compile(rf"(?P<t>L){FILLER}{{0,8}},?(?:w{{0,2}}C|wuo|wwuo)[iob]?")
_IS_COMPOSED = re.compile(r"(?:C|wuo|wwo|wwuo)[iob]?(?=q?P)")
_REMAINING = re.compile(r"yq?L")
_THESE = frozenset("these those them total whom which".split())
_BACK = 2  # sentences in which a total is sought
_LONGEST = 8  # parts of what adds up
_NEAR = 3  # sentences over which parts may be spread
_NEARLY = Decimal("0.8")
_LEAST, _MOST = Decimal("0.4"), Decimal(12)
_SIGNED = frozenset(
    "loss losses charge charges gain gains cost costs expense expenses writedown provision downs down".split()
)
_ADDED = frozenset("additional extra more another further".split())
# What rounding may leave open, as a share of the total, before a sum may well hold by chance: where the
# figures are known to measure the same thing, and where they are not.
_CHANCE_ALIKE, _CHANCE = Decimal("0.005"), Decimal("0.0005")


def find_breakdowns(
    reading: Reading, shapes: list[Shape], changes: Changes, repeated: set[int]
) -> list[Relation]:
    """Return totals with their parts.

    Args:
        reading: the article.
        shapes: its sentences.
        changes: former levels and growth, which are no parts.
        repeated: figures (by identity) that repeat another in a second unit.
    """
    found: list[Relation] = []
    for number, shape in enumerate(shapes):
        if len(shape.figures) > 1:
            found += _within(reading, shape, changes)
        if shape.classes[:1] in "o,q&":
            found += _of_these(reading, shapes, number, changes)
        found += _partitioned(reading, shapes, number, changes)
        if shape.classes.count("P") > 1:
            found += _hundred(reading, shape, changes)
    found += _adding_up(shapes, changes, repeated, found)
    return _unique(found)


def _unique(found: list[Relation]) -> list[Relation]:
    """Return each breakdown once: the one that the words call complete, where two rules found it."""
    kept: dict[tuple[tuple[str, int], ...], Relation] = {}
    for relation in found:
        key = tuple((member.role, id(member.draft)) for member in relation.members)
        if key not in kept or (relation.is_complete and not kept[key].is_complete):
            kept[key] = relation
    return list(kept.values())


def _within(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    classes = shape.classes
    found: list[Relation] = []

    def add(rule: str, total: int, parts: list[int], is_complete: bool) -> None:
        is_complete = is_complete or _leaves_nothing(shape, parts, shape.draft(total))
        members = [(total, "total"), *((part, "part") for part in parts)]
        found.append(relate(shape, "sum", rule, members, is_complete=is_complete))

    position = classes.find("I")
    while position >= 0:
        parts = list_after(shape, position, changes)
        total = _total_before(shape, position, parts, changes) if parts else None
        after = classes.find("I", position + 1)
        if after > 0 and any(part < after for part in parts):
            # "726 to Spain, including 109 of debt, and 912 to Italy, including 282 of debt"
            parts = [part for part in parts if part < after][:-1]
        if parts and _has_verb(reading.document.lower[shape.tokens[position + 1] : shape.tokens[parts[0]]]):
            parts = []
        parts = [part for part in parts if not _of_other_sign(reading, shape, part)]
        if parts and total is not None and not {";", "x"} & set(classes[total:position]):
            add("including", total, parts, False)
        position = classes.find("I", position + 1)
    for match in re.finditer("oW", classes):
        parts = list_after(shape, match.end() - 1, changes)
        before = _OF_WHICH_AFTER.search(classes, max(0, match.start() - 3), match.end())
        direct = parts and not set(classes[match.end() : parts[0]]) - set("qe")
        if (
            direct
            and before is not None
            and reading.document.lower[shape.tokens[match.start() + 1]] != "them"
        ):
            total = before.start("p")  # "300 million, of which 250 million"
            if not _may_total(shape, total, parts, changes):
                total = None
        elif before is not None:
            parts = list_after(shape, match.end() - 1, changes, first=before.start("p"))
            total = _total_before(shape, before.start("p"), parts, changes)
        elif parts and match.start() > 0:
            total = _total_before(shape, match.start(), parts, changes)
        else:
            total = None
        if total is not None:
            add("of_which", total, parts, False)
    for rule, pattern in (("out_of", _OUT_OF), ("of_the", _OF_THE)):
        for match in pattern.finditer(classes):
            part, whole = match.start("p"), match.start("t")
            if rule == "out_of" and reading.document.lower[shape.tokens[match.start("w")]] != "out":
                continue
            if (
                _current(shape, whole, changes)
                and _current(shape, part, changes)
                and may_be_part(shape.draft(part), shape.draft(whole), said=rule == "out_of")
            ):
                add(rule, whole, [part], False)
    first = _OF_THE_FIRST.match(classes)
    out = first is None or reading.document.lower[shape.tokens[0]] in ("of", "out", ",", "and", "but")
    if first and out and _may_total(shape, first.start("t"), [first.start("p")], changes):
        parts = list_after(shape, first.start("p"), changes, first=first.start("p"))
        if set("UVud") & set(classes[parts[0] : parts[-1]]):
            parts = parts[:1]  # "rose in 65 and fell in 72"
        add("of_the_first", first.start("t"), parts, False)
    composed = _COMPOSED.search(classes)
    if composed and (
        "C" in composed.group()
        or "made" in reading.document.lower[shape.tokens[composed.start()] : shape.tokens[composed.end()]]
    ):
        parts = list_after(shape, composed.end() - 1, changes)
        if len(parts) > 1 and _may_total(shape, composed.start("t"), parts, changes):
            add("made_up_of", composed.start("t"), parts, True)
    for match in _OPENS.finditer(classes):
        total, mark = match.start("t"), match.end("m") - 1
        parts = list_after(shape, mark, changes)
        if classes[mark] in "([":
            close = _closing(classes, mark)
            parts = [part for part in parts if part < close]
        if len(parts) < 2 or not closes_with_and(shape, parts) or ":" in classes[parts[0] : parts[-1]]:
            continue
        if _may_total(shape, total, parts, changes) and _fits(shape, total, parts):
            add("listed", total, parts, True)
    for match in _TOTALLING.finditer(classes):
        total = match.start("t")
        parts = _list_before(shape, match.start(), total, changes)
        if len(parts) > 1 and _may_total(shape, total, parts, changes) and _fits(shape, total, parts):
            add("totalling", total, parts, True)
    return found


def _leaves_nothing(shape: Shape, parts: list[int], total: Draft) -> bool:
    """Whether a list says "the remaining 8", or leaves nothing out by its sum."""
    if len(parts) < 2:
        return False
    return bool(_REMAINING.search(shape.classes, parts[0], parts[-1] + 1)) or _makes(
        [shape.draft(part) for part in parts], total
    )


def _makes(parts: list[Draft], total: Draft) -> bool:
    """Whether the parts add up to the total within the rounding of all."""
    values = [part.value for part in parts if part.value is not None]
    if total.value is None or len(values) < len(parts):
        return False
    slack = sum((_rounding(part) for part in parts), _rounding(total))
    return abs(sum(values, Decimal(0)) - total.value) <= slack


def _has_verb(words: list[str]) -> bool:
    """Whether a participle stands before a figure ("including coupons reaching 12 billion")."""
    return any(word.endswith("ing") and len(word) > 5 for word in words)


def _of_other_sign(reading: Reading, shape: Shape, part: int) -> bool:
    """Whether a part is a loss, charge or gain: what a profit or loss includes need not be below it."""
    draft = shape.draft(part)
    words = reading.document.lower[max(0, draft.first - 4) : draft.last + 4]
    return draft.kind == "money" and not _SIGNED.isdisjoint(words)


def _closing(classes: str, mark: int) -> int:
    ends = [end for end in (classes.find(")", mark), classes.find("]", mark)) if end > 0]
    return min(ends) if ends else len(classes)


def _current(shape: Shape, position: int, changes: Changes) -> bool:
    return shape.classes[position] == "L" and is_current(shape.draft(position), changes)


def _may_total(shape: Shape, total: int, parts: list[int], changes: Changes) -> bool:
    whole = shape.draft(total)
    return _current(shape, total, changes) and all(may_be_part(shape.draft(part), whole) for part in parts)


def _total_before(shape: Shape, position: int, parts: list[int], changes: Changes) -> int | None:
    """Return the nearest level before `position` that the parts can be counted in."""
    for candidate in reversed(shape.figures):
        if candidate < position and _may_total(shape, candidate, parts, changes):
            return candidate
    return None


def _list_before(shape: Shape, end: int, total: int, changes: Changes) -> list[int]:
    """Return the coordinated levels that end right before `end`, of the measure of `total`."""
    found: list[int] = []
    for position in reversed(shape.figures):
        if position >= end:
            continue
        between = shape.classes[position + 1 : found[0] if found else end]
        if len(between) > 10 or ";" in between or (found and not {",", "&"} & set(between)):
            break
        if not _current(shape, position, changes) or not listable(shape.draft(position), shape.draft(total)):
            break
        found.insert(0, position)
    return found


def _of_these(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the parts in "Of these, 12 were ... and 5 were ..." with the total of the sentence before."""
    shape = shapes[number]
    match = _OF_THESE.match(shape.classes)
    if match is None or number == 0 or shapes[number - 1].sentence < shape.sentence - 1:
        return []
    lead = reading.document.lower[shape.tokens[match.start()] : shape.tokens[match.end()]]
    if not _THESE & set(lead):
        return []
    parts = [position for position in shape.figures if _current(shape, position, changes)]
    parts = [p for p in parts if same_measure(shape.draft(parts[0]), shape.draft(p))]
    if not parts or shape.classes[parts[0]] != "L":
        return []
    before = shapes[number - 1]
    drafts = [shape.draft(part) for part in parts]
    for candidate in reversed(before.figures):
        whole = before.draft(candidate)
        if _current(before, candidate, changes) and all(may_be_part(draft, whole) for draft in drafts):
            return [_spread("of_these", whole, drafts, _leaves_nothing(shape, parts, whole))]
    return []


def _partitioned(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the parts that a pair of opposites names ("cars" and "trucks") with the total before them."""
    shape = shapes[number]
    for kind in "LP":
        positions = [
            p for p in shape.figures if shape.classes[p] == kind and is_current(shape.draft(p), changes)
        ]
        for one, other in pairwise(positions):
            if not listable(shape.draft(one), shape.draft(other)) or ";" in shape.classes[one:other]:
                continue
            if "every" in reading.document.lower[shape.draft(one).last : shape.draft(other).first]:
                continue  # "$1.01 for every $1 earned by men"
            left, right = side_of(reading.document, shape, one), side_of(reading.document, shape, other)
            if _ADDED & set(
                reading.document.lower[max(0, shape.draft(one).first - 3) : shape.draft(one).first]
            ):
                continue
            if left is None or right is None or left[0] != right[0] or left[1] == right[1]:
                continue
            parts = [shape.draft(one), shape.draft(other)]
            if kind == "P":
                # "16% of women, compared with 30% of men" are rates of two wholes.
                within = [shape.classes[place + 1 : place + 2] == "o" for place in (one, other)]
                amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
                if parts[0].unit == "percent" and not 60 < amount < 150:
                    continue
                if not all(within) and all(part.kind == "share" for part in parts):
                    return [_spread("opposites", None, parts, True)]
                continue
            total = _whole_of(reading, shapes, number, one, parts, changes)
            if total is not None and _plausible(total, parts):
                return [_spread("opposites", total, parts, True)]
    return []


def _hundred(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    """Return listed percentages that make up a whole: said to ("made up of"), or three that come to 100."""
    composed = _IS_COMPOSED.search(shape.classes)
    said = composed is not None and (
        "C" in composed.group()
        or "made" in reading.document.lower[shape.tokens[composed.start()] : shape.tokens[composed.end()]]
    )
    begin = composed.end() - 1 if composed is not None and said else -1
    parts = list_after(shape, begin, changes, kind="P") if said else _percentages(shape, changes)
    drafts = [shape.draft(part) for part in parts]
    if len(drafts) < 2 or any(draft.unit != "percent" or draft.value is None for draft in drafts):
        return []
    amount = sum((draft.value for draft in drafts if draft.value is not None), Decimal(0))
    slack = sum((max(draft.granule, Decimal("0.1")) for draft in drafts), Decimal(0)) / 2
    if said and closes_with_and(shape, parts) and abs(amount - 100) < 40:
        return [_spread("made_up_of", None, drafts, True)]
    if len(drafts) > 2 and abs(amount - 100) <= slack:
        return [_spread("adds_up", None, drafts, True)]
    return []


def _percentages(shape: Shape, changes: Changes) -> list[int]:
    """Return the coordinated percentages of a sentence that begin with its first one."""
    for position in shape.figures:
        if shape.classes[position] == "P" and is_current(shape.draft(position), changes):
            return list_after(shape, position, changes, kind="P", first=position)
    return []


def _plausible(total: Draft, parts: list[Draft]) -> bool:
    """Whether a total that only stands nearby can be meant: one part may be wrong by a factor of ten."""
    if total.value is None or any(part.value is None for part in parts):
        return False
    amount = sum((part.value for part in parts if part.value is not None), Decimal(0))
    if sum(part.value >= total.value * _NEARLY for part in parts if part.value is not None) > 1:
        return False  # "4.71 billion (4.90 billion and 3.83 billion)": the same at other times
    return total.value * _LEAST <= amount <= total.value * _MOST


def _fits(shape: Shape, total: int, parts: list[int]) -> bool:
    return _plausible(shape.draft(total), [shape.draft(part) for part in parts])


def _whole_of(
    reading: Reading, shapes: list[Shape], number: int, position: int, parts: list[Draft], changes: Changes
) -> Draft | None:
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        shape = shapes[back]
        if shape.sentence < shapes[number].sentence - _BACK:
            return None
        for candidate in reversed(shape.figures):
            if back == number and candidate >= position:
                continue
            whole = shape.draft(candidate)
            if _current(shape, candidate, changes) and all(may_be_part(part, whole) for part in parts):
                return whole if side_of(reading.document, shape, candidate) is None else None
    return None


def _spread(rule: str, total: Draft | None, parts: list[Draft], is_complete: bool) -> Relation:
    """Return a sum over several sentences; its evidence is the parts' words."""
    members = [Member("part", part) for part in parts]
    if total is not None:
        members.append(Member("total", total))
    members.sort(key=lambda member: member.draft.start if member.draft else 0)
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    return Relation("sum", tuple(members), is_complete, start, end, rule)


def _adding_up(
    shapes: list[Shape], changes: Changes, repeated: set[int], known: list[Relation]
) -> list[Relation]:
    """Return neighbouring levels that add up to another one too exactly for chance.

    Only a sum that holds is taken: that it holds is the evidence.
    """
    totals = {id(m.draft) for relation in known for m in relation.members if m.role == "total"}
    levels: list[Draft] = []
    announced: set[int] = set()  # totals that a word calls one
    for shape in shapes:
        current = [shape.draft(position) for position in shape.figures if _current(shape, position, changes)]
        levels += [draft for draft in current if id(draft) not in repeated]
        if "B" in shape.classes:
            announced.update(map(id, current))
    levels = [d for d in levels if d.value is not None and d.value > 0 and d.kind != "rate"]
    found: list[Relation] = []
    for index, total in enumerate(levels):
        if id(total) in totals:
            continue
        for step in (1, -1):
            parts = _window(levels, index, step, id(total) in announced)
            if parts:
                found.append(_spread("adds_up", total, sorted(parts, key=lambda d: d.start), True))
                break
    return found


def _window(levels: list[Draft], index: int, step: int, announced: bool) -> list[Draft]:
    total = levels[index]
    value = total.value
    if value is None:
        return []
    slack = _rounding(total)
    if slack > value * _CHANCE_ALIKE:
        return []
    parts: list[Draft] = []
    position = index + step
    amount = Decimal(0)
    while 0 <= position < len(levels) and len(parts) < _LONGEST:
        part = levels[position]
        if part.sentence == total.sentence and not parts and abs(part.first - total.last) < 4:
            return []  # members of one list, not a total and its part
        if abs(part.sentence - total.sentence) > _NEAR:
            break
        position += step
        if part.value is None or part.kind != total.kind or not same_measure(part, total):
            continue
        if part.value >= value:
            break
        parts.append(part)
        amount += part.value
        slack += _rounding(part)
        if len(parts) > 1 and abs(amount - value) <= slack:
            together = len(parts) > 2 and parts[0].sentence == parts[-1].sentence
            alike = announced or together or all(_alike(part, total) for part in parts)
            chance = _CHANCE_ALIKE if alike else _CHANCE
            return parts if slack <= value * chance else []
        if amount > value + slack:
            break
    return []


def _alike(part: Draft, total: Draft) -> bool:
    """Whether two levels are known to measure the same thing in the same period."""
    if part.metric_code is not None and total.metric_code is not None:
        same = part.metric_code == total.metric_code
    else:
        same = not set((part.metric or "").lower().split()).isdisjoint((total.metric or "").lower().split())
    return same and (
        part.period_end == total.period_end or part.period_end is None or total.period_end is None
    )


def _rounding(draft: Draft) -> Decimal:
    return max(draft.granule, Decimal(1) if draft.kind == "count" else Decimal(0)) / 2
