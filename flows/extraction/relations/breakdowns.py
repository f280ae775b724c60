"""Totals with their parts: "of which", "including", "made up of", lists after a colon, what adds up."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.hundreds import find_hundred
from flows.extraction.claims.made_of import size_of
from flows.extraction.claims.segments import find_called_totals, find_segments
from flows.extraction.figure import Draft, Relation, end_with_noun
from flows.extraction.reading import Reading
from flows.extraction.relations.adding_up import find_adding_up
from flows.extraction.relations.answers import find_answers, find_votes
from flows.extraction.relations.bare_lists import find_bare_lists
from flows.extraction.relations.likeness import listable, may_be_part, same_measure
from flows.extraction.relations.lists import closes_with_and, list_after
from flows.extraction.relations.misprints import swapped
from flows.extraction.relations.opposites import find_opposites
from flows.extraction.relations.partitions import side_of
from flows.extraction.relations.relating import BEFORE, FILLER, Changes, is_level, opens_with, relate
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible, open_by, spread
from flows.extraction.text.noun_words import CLOSED
from flows.extraction.text.verb_words import FINITE_AUXILIARIES, PAST

_IN_WHICH: Final = re.compile("iW")
# "5.5 million, ahead of general cargo including containers": what is said to include them comes behind.
_OUTDOING: Final = frozenset("ahead behind than versus unlike against".split())
_SOME_OF: Final = frozenset("each most all many some none few several both".split())
_OF_WHICH: Final = re.compile("oW")
_OF_WHICH_AFTER: Final = re.compile(r"(?P<p>L)w{0,2}o[We]")
_OUT_OF: Final = re.compile(rf"(?P<p>L){FILLER}{{0,4}}(?P<w>w)o[qe]{{0,2}}(?P<t>L)")
_OF_THE: Final = re.compile(r"(?P<p>L)w{0,3}o(?:e{1,2}|e?[wN]{1,2}s)q?(?P<t>L)")
_AGES: Final = frozenset("under over aged older younger above below".split())
_AGE_REACH: Final = 4  # tokens from "29" to "under 25"
_OF_THE_FIRST: Final = re.compile(
    r"[,q&]?w?oq{0,2}(?:e?[wN]{0,3}s?)q?(?P<t>L)[^LPRTH;x]{0,16},[^LPRTH;x]{0,6}(?P<p>L)"
)
_OF_THESE: Final = re.compile(r"^[,q&]?o(?:W|eB?|ewB?|ew?)(?=[^LP]{0,30}[LP])")
_TOTALLING: Final = re.compile(
    rf"[,-]?(?:w?ieB|iewB|w?eB|B)o?{BEFORE}(?P<t>L)|[,-](?:Ww)?q?(?P<in_all>L)(?:,?B|i[wB])"
)
_IN_ALL: Final = frozenset("altogether total all combined overall".split())
_OPENS: Final = re.compile(
    r"(?P<t>L)(?:[wNDesiqoahbtUV]{0,16}(?:iq?[LT][wNDesiqoah]{0,4})?(?P<m>[:(\[])|[wNesiqoa]{0,6}(?P<d>-)(?=.{0,2}L))"
)
_OPENING: Final = frozenset(":([-")
_COMPOSED: Final = re.compile(rf"(?P<t>L){FILLER}{{0,8}},?(?:w{{0,2}}C|W?w{{1,2}}[uw]o)[iob]?:?")
# "0.6 million more than a year earlier"
_DIFFERENCE: Final = re.compile("w{0,2}[mlud]c")
_REMAINING: Final = re.compile(r"yq?L")
# Behind "of that", "of these" where nothing is named again: "contributed 2 billion of that, A 1 billion".
_BEHIND_PRONOUN: Final = frozenset(", and . ; while in to from at with for by".split())
_JOINING: Final = frozenset((",", "and"))
# Before these a word behind a number is a verb: "61,150 sat the paper".
_OBJECTS: Final = frozenset("the a an his her its their".split())
_KINDS_LEAST, _KINDS_MOST = Decimal("0.6"), Decimal("1.6")
_EXTREMES: Final = frozenset("most least best worst".split())
_BEFORE_THAT: Final = frozenset(("having", "after", "previously"))
_THESE: Final = frozenset("these those them this that total whom which".split())
_INCLUDED: Final = 4  # words between "including" and its first figure
_SLIP: Final = 12  # times a part may be more than its whole by a slip of magnitude
_MANY: Final = 100  # of what is told before, whose digits may be swapped
_FAR: Final = 1000  # times a part may be its whole by a misprint of magnitude
_SIGNED: Final = frozenset(
    "loss losses charge charges gain gains cost costs expense expenses writedown provision downs down"
    " benefit benefits credit refund".split()
)


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
        else:
            found += _of_them(reading, shapes, number, changes)
        found += find_opposites(reading, shapes, number, changes)
        if shape.classes.count("P") > 1:
            found += find_hundred(reading, shape, changes)
            found += find_answers(reading, shape, changes)
        if shape.classes.count("L") > 2:
            found += find_votes(reading, shapes, number, changes)
    found += find_bare_lists(reading, shapes, changes)
    found += find_segments(reading, shapes, changes)
    found += find_called_totals(reading, shapes, changes)
    found += find_adding_up(shapes, changes, repeated, found)
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
        is_complete = is_complete or _leaves_nothing(reading, shape, parts, shape.draft(total))
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
        which = classes.find("oW", position)
        if which > 0:
            # "nine ships, including three new ones, of which seven are in service": seven of the nine
            parts = [part for part in parts if part < which]
        if parts and _has_verb(reading.document.lower[shape.tokens[position + 1] : shape.tokens[parts[0]]]):
            parts = []
        parts = [part for part in parts if not _of_other_sign(reading, shape, part)]
        is_of_another = total is not None and not _OUTDOING.isdisjoint(
            reading.document.lower[shape.draft(total).last : shape.tokens[position]]
        )
        if (
            parts
            and total is not None
            and not is_of_another
            and not {";", "x"} & set(classes[total:position])
        ):
            add("including", total, parts, False)
        position = classes.find("I", position + 1)
    for match in _IN_WHICH.finditer(classes) if "W" in classes else ():
        parts = list_after(shape, match.end() - 1, changes, said=True)
        total = _total_before(shape, match.start(), parts, changes, said=True) if parts else None
        if total is not None and reading.document.lower[shape.tokens[match.start()]] == "among":
            add("among_them", total, parts, False)
    for match in _OF_WHICH.finditer(classes) if "W" in classes else ():
        if reading.document.lower[shape.tokens[match.start()] - 1] in _SOME_OF:
            continue  # "23,000 watched each of them", "34 patients, most of them over 80"
        if _names_one(reading.document.lower, shape.tokens[match.start()]):
            continue  # "the most optimistic of them forecast 30,000"
        if reading.document.lower[shape.tokens[match.end() - 1] :][1:2] == ["there"]:
            continue  # "day trippers, of whom there are 60 million": all of them
        parts = list_after(shape, match.end() - 1, changes, said=True)
        if parts and "h" in classes[match.end() : parts[0]]:
            parts = []  # "all but one of them with fewer than 20": what each has
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
            goes = classes.startswith("t", match.end())  # "30 of them to Spain and 20 to Peru"
            parts = list_after(shape, match.end() - 1, changes, first=before.start("p"), said=goes)
            total = _total_before(shape, before.start("p"), parts, changes)
            if total is not None and (shape.draft(total).value or 0) < (shape.draft(parts[0]).value or 0):
                total = None  # "three of the 611 callers wrote 1,930 of them": of something else
        elif parts and match.start() > 0:
            total = _total_before(shape, match.start(), parts, changes)
        else:
            total = None
        if total is not None:
            parts = _of_its_sort(shape, total, parts)
            for alone in _told_apart(reading, shape, parts):
                add("of_which", total, alone, False)
    for rule, pattern in (("out_of", _OUT_OF), ("of_the", _OF_THE)) if "o" in classes else ():
        for match in pattern.finditer(classes):
            part, whole = match.start("p"), match.start("t")
            if rule == "out_of" and reading.document.lower[shape.tokens[match.start("w")]] != "out":
                continue
            if (
                is_level(shape, whole, changes)
                and is_level(shape, part, changes)
                and may_be_part(shape.draft(part), shape.draft(whole), said=rule == "out_of")
                and not _is_price(shape.draft(part), shape.draft(whole))
            ):
                add(rule, whole, [part], False)
    first = opens_with(_OF_THE_FIRST, shape, reading.document.lower)
    out = first is None or reading.document.lower[shape.tokens[first.start()]] in (
        "of",
        "out",
        ",",
        "and",
        "but",
    )
    is_part = first is not None and _is_part_itself(reading.document.lower, shape.draft(first.start("t")))
    if first and out and not is_part and _may_total(shape, first.start("t"), [first.start("p")], changes):
        parts = list_after(shape, first.start("p"), changes, first=first.start("p"), said=True)
        if set("UVud") & set(classes[parts[0] : parts[-1]]):
            parts = parts[:1]  # "rose in 65 and fell in 72"
        for alone in _told_apart(reading, shape, parts):
            add("of_the_first", first.start("t"), alone, False)
    composed = _COMPOSED.search(classes) if "C" in classes or "o" in classes else None
    if composed and (
        "C" in composed.group()
        or "made" in reading.document.lower[shape.tokens[composed.start()] : shape.tokens[composed.end()]]
    ):
        parts = list_after(shape, composed.end() - 1, changes, said=True)
        if len(parts) > 1 and _may_total(shape, composed.start("t"), parts, changes, said=True):
            add("made_up_of", composed.start("t"), parts, True)
    for match in _OPENS.finditer(classes) if not _OPENING.isdisjoint(classes) else ():
        total, mark = match.start("t"), match.end() - 1
        parts = list_after(shape, mark, changes)
        if len(parts) < 2 and classes[mark] == ":":
            parts = _kinds_of(shape, total, list_after(shape, mark, changes, said=True))
        if classes[mark] in "([":
            close = _closing(classes, mark)
            parts = [part for part in parts if part < close]
        if len(parts) < 2 or not closes_with_and(shape, parts) or ":" in classes[parts[0] : parts[-1]]:
            continue
        if _may_total(shape, total, parts, changes, said=True) and _fits(shape, total, parts):
            add("listed", total, parts, True)
    for match in _TOTALLING.finditer(classes) if "B" in classes or "i" in classes else ():
        in_all = match.group("in_all") is not None
        total = match.start("in_all" if in_all else "t")
        words = reading.document.lower[shape.tokens[total] : shape.tokens[match.end()]]
        parts = (
            [] if in_all and _IN_ALL.isdisjoint(words) else _list_before(shape, match.start(), total, changes)
        )
        if (
            len(parts) > 1
            and _may_total(shape, total, parts, changes, said=True)
            and _fits(shape, total, parts)
        ):
            add("totalling", total, parts, not _is_out_of(reading.document.lower, shape, match))
    return found


def _names_one(lower: list[str], of: int) -> bool:
    """Whether a superlative before "of them" picks one out: "the best", "the most hopeful"."""
    before = lower[max(0, of - 3) : of]
    if before[-2:-1] == ["the"]:
        return before[-1].endswith("est") or before[-1] in _EXTREMES
    return before[:1] == ["the"] and before[1] in _EXTREMES


def _until_told_more(reading: Reading, shape: Shape, parts: list[int]) -> list[int]:
    """Return the parts up to where the subject goes on: "five, three of them gold, and is now on nine"."""
    lower = reading.document.lower
    for number, (one, other) in enumerate(pairwise(parts), start=1):
        behind = shape.classes[other + 1 : other + 3]
        if behind[:1] == "o" and _THESE & set(lower[shape.tokens[other + 2] : shape.tokens[other + 2] + 1]):
            return parts[:number]  # "5,300 of them with a roof and 2,200 of those with a door"
        between = shape.classes[one + 1 : other]
        if "c" in between or ",W" in between:
            return parts[:number]  # "10,000 of them at Arl, which employs 211,000"
        joined = range(shape.tokens[one + 1], shape.tokens[other])
        if any(lower[at] in _JOINING and lower[at + 1] in FINITE_AUXILIARIES for at in joined):
            return parts[:number]
        if any(lower[at] == "where" for at in joined):
            return parts[:number]  # "11,500 from an auction, where a shirt went for 900"
    return parts


def _told_apart(reading: Reading, shape: Shape, parts: list[int]) -> list[list[int]]:
    """Return the parts together, or each alone where they may overlap: told by several verbs, or as both.

    "Of the 900 who entered, 700 started and 600 arrived": those who arrived are among those who started; "71
    were men, and 29 were under 25": and the young among the men.
    """
    lower = reading.document.lower
    parts = _until_told_more(reading, shape, parts)
    begin, end = reading.document.sentences[shape.sentence]
    verbs = set()
    for part in parts:
        draft = shape.draft(part)
        after = draft.noun_last or draft.last
        verb, following = (*lower[after : min(end, after + 2)], "", "")[:2]
        if verb.endswith("ed") or verb in PAST or (following in _OBJECTS and verb not in CLOSED):
            verbs.add(verb)
    aged = sum(not _AGES.isdisjoint(lower[d.last : d.last + _AGE_REACH]) for d in map(shape.draft, parts))
    overlap = len(verbs) > 1 or "both" in lower[begin:end] or 0 < aged < len(parts)
    return [[part] for part in parts] if overlap else [parts]


def _of_its_sort(shape: Shape, total: int, parts: list[int]) -> list[int]:
    """Return the parts up to one of another noun: "19 staff, of whom twelve are women, and 35 volunteers"."""
    whole = shape.draft(total)
    for number, part in enumerate(parts):
        draft = shape.draft(part)
        is_more = None not in (draft.value, whole.value) and (draft.value or 0) > (whole.value or 0)
        if number and is_more and draft.unit is not None and draft.unit != whole.unit:
            return parts[:number]
    return parts


def _is_out_of(lower: list[str], shape: Shape, match: re.Match[str]) -> bool:
    """Whether "a total of" is what parts are taken from: "4 and 5 out of a total of 30"."""
    mark = shape.tokens[match.start() + max(match.group().find("e"), 0)]
    return lower[mark - 1] in ("of", "from") or lower[mark] in ("of", "from")


def _kinds_of(shape: Shape, total: int, parts: list[int]) -> list[int]:
    """Return the parts after a colon if they can be kinds of what is counted ("34 crimes: 18 thefts, ...").

    Only the size tells kinds from things of the same place ("12 rooms: 3,000 books and ..."), roughly.
    """
    whole = shape.draft(total).value
    values = [shape.draft(part).value for part in parts]
    if whole is None or len(parts) < 3 or shape.draft(total).kind != "count":
        return []
    if any(value is None or value >= whole for value in values):
        return []
    amount = sum((value for value in values if value is not None), Decimal(0))
    return parts if whole * _KINDS_LEAST <= amount <= whole * _KINDS_MOST else []


def _leaves_nothing(reading: Reading, shape: Shape, parts: list[int], total: Draft) -> bool:
    """Whether a list says "the remaining 8", names two opposites, or leaves nothing out by its sum."""
    if len(parts) < 2:
        return False
    if len(parts) == 2:
        sides = [side_of(reading.document, shape, part) for part in parts]
        if sides[0] and sides[1] and sides[0][0] == sides[1][0] and sides[0][1] != sides[1][1]:
            return True
    if _REMAINING.search(shape.classes, parts[0], parts[-1] + 1):
        return True
    drafts = [shape.draft(part) for part in parts]
    amount = sum((part.value or Decimal(0) for part in drafts), Decimal(0))
    # Small counts are exact: "nine, five of them in the north and three in the south" leaves one out.
    return total.value is not None and abs(amount - total.value) <= open_by([*drafts, total])


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


def _is_part_itself(lower: list[str], draft: Draft) -> bool:
    """Whether a number stands behind the noun that it is one part of: "Of the members 800 draw a pension"."""
    before = lower[draft.first - 1]
    is_bare = draft.kind == "count" and end_with_noun(draft) == draft.last
    return is_bare and before.endswith("s") and before not in CLOSED and before != "'s"


def _may_total(shape: Shape, total: int, parts: list[int], changes: Changes, *, said: bool = False) -> bool:
    whole = shape.draft(total)
    # "In one district by fire engine; they locked two of them in": one thing has no parts.
    most = max((shape.draft(part).value or Decimal(0) for part in parts), default=Decimal(0))
    return (
        (whole.kind != "count" or whole.value != 1)
        # A part may be wrong by a factor of ten: "of the nine districts, Arl is the fullest with 1,612".
        and most <= (whole.value or most) * _SLIP
        and is_level(shape, total, changes)
        and all(may_be_part(shape.draft(part), whole, said=said) for part in parts)
    )


def _total_before(
    shape: Shape, position: int, parts: list[int], changes: Changes, *, said: bool = False
) -> int | None:
    """Return the nearest level before `position` that the parts can be counted in, itself no part of one.

    One that is large enough wins: "186 players from 27 countries, among them 41 women".
    """
    totals = [
        candidate
        for candidate in reversed(shape.figures)
        if candidate < position
        and "I" not in shape.classes[max(0, candidate - _INCLUDED) : candidate]
        and _may_total(shape, candidate, parts, changes, said=said)
    ]
    most = max((shape.draft(part).value or Decimal(0) for part in parts), default=Decimal(0))
    large = (total for total in totals if (shape.draft(total).value or Decimal(0)) >= most)
    return next(large, totals[0] if totals else None)


def _list_before(shape: Shape, end: int, total: int, changes: Changes) -> list[int]:
    """Return the coordinated levels that end right before `end`, of the measure of `total`."""
    found: list[int] = []
    for position in reversed(shape.figures):
        if position >= end:
            continue
        between = shape.classes[position + 1 : found[0] if found else end]
        if len(between) > 10 or ";" in between or (found and not {",", "&"} & set(between)):
            break
        draft, whole = shape.draft(position), shape.draft(total)
        counted = draft.kind == whole.kind == "count"
        if not is_level(shape, position, changes) or not (counted or listable(draft, whole)):
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
    parts = [position for position in shape.figures if is_level(shape, position, changes)]
    parts = [p for p in parts if same_measure(shape.draft(parts[0]), shape.draft(p))]
    # "Of this, 76 billion was spent, including 5 billion for suppliers": that is in the 76.
    included = shape.classes.find("I", parts[0]) if parts else -1
    parts = [p for p in parts if included < 0 or p < included]
    parts = _until_told_more(reading, shape, parts) if parts else parts
    if not parts or shape.classes[parts[0]] != "L":
        return []
    return _of_one_before(reading, "of_these", shape, parts, shapes[number - 1], changes)


def _of_one_before(
    reading: Reading, rule: str, shape: Shape, parts: list[int], before: Shape, changes: Changes
) -> list[Relation]:
    """Return parts with the nearest level of the sentence before that they can be parts of."""
    drafts = [shape.draft(part) for part in parts]
    for candidate in reversed(before.figures):
        whole, most = before.draft(candidate), max(map(size_of, drafts))
        if _DIFFERENCE.match(before.classes, candidate + 1):
            continue
        if not is_level(before, candidate, changes) or not is_plausible(whole, drafts, said=True):
            continue
        if rule == "of_them" and most > max(
            [size_of(whole), *(swapped(whole) if whole.unit and size_of(whole) >= _MANY else ())]
        ):
            continue  # of something else: "one of 345 councils ... yellow tags on 2,900 of them"
        if all(may_be_part(draft, whole) for draft in drafts):
            told = _told_apart(reading, shape, parts)
            leave = [_leaves_nothing(reading, shape, alone, whole) for alone in told]
            each = [[shape.draft(p) for p in alone] for alone in told]
            return [spread(rule, whole, *pair) for pair in zip(each, leave, strict=True)]
    return []


def _of_them(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the parts in "Cards make 4.4 million of them and contracts 8 million", with the total before."""
    shape = shapes[number]
    match = _OF_WHICH_AFTER.search(shape.classes)
    if match is None or number == 0 or shapes[number - 1].sentence < shape.sentence - 1:
        return []
    first = match.start("p")
    said = reading.document.lower[shape.tokens[match.end() - 1] :][1:2]
    if shape.classes[match.end() - 1] != "W" and not _BEHIND_PRONOUN.issuperset(said):
        return []  # "one trillion offset much of these gains"
    if any(shape.classes[place] in "LP" for place in shape.figures if place < first) or not _THESE & set(
        reading.document.lower[shape.tokens[match.end() - 1] : shape.tokens[match.end()]]
    ):
        return []
    parts = list_after(shape, first, changes, first=first, said=True)
    parts = [part for part in parts if part >= first and is_level(shape, part, changes)]
    if not parts:
        return []
    # "Took 13 of them, having defended nine"
    lower = reading.document.lower
    earlier = (
        number
        for number, (one, other) in enumerate(pairwise(parts), 1)
        if not _BEFORE_THAT.isdisjoint(lower[shape.draft(one).last : shape.draft(other).first])
    )
    parts = parts[: next(earlier, None)]
    rest = _REMAINING.search(shape.classes, parts[-1] + 1)
    if rest and is_level(shape, rest.end() - 1, changes):
        parts.append(rest.end() - 1)
    return _of_one_before(reading, "of_them", shape, parts, shapes[number - 1], changes)


def _is_price(part: Draft, whole: Draft) -> bool:
    """Whether money is no whole but what each costs: "1.91 million of its 25 cent shares"."""
    return whole.kind == "money" and (part.value or 0) > (whole.value or 0) * _FAR


def _fits(shape: Shape, total: int, parts: list[int]) -> bool:
    return is_plausible(shape.draft(total), [shape.draft(part) for part in parts], said=True)
