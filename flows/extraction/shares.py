"""Shares with their parts and their base: "4,983 (29%)", "two in five of the 635,173", "90% of X sales"."""

import re
from decimal import Decimal

from flows.extraction.figure import Draft, Member, Relation
from flows.extraction.growth import FILLER, Changes, is_current, relate
from flows.extraction.likeness import may_be_part, same_measure
from flows.extraction.lists import list_after
from flows.extraction.reading import Reading
from flows.extraction.shapes import Shape

_OF_BASE = re.compile(r"(?P<s>P)oq{0,2}(?:[qe]{0,3}|e?[wN]{1,2}s)(?P<b>L)")
_OR_PART = re.compile(rf"{FILLER}{{0,5}},?[|]q?(?P<p>L)(?!w?P)")
# "L, or 29% of the L": the part stands before its share.
_PART_BEFORE = re.compile(rf"(?P<p>L){FILLER}{{0,6}}[,(-]{{1,2}}(?:[|qO]|[|]q|wq?)?$")
_OF_PART = re.compile(
    r"(?P<p>L)[wNs]{0,3}[wi]?oq?[eq]{0,2}(?P<b>L)[wNDs]{0,6}(?:[,-]{1,2}\||[(\[])q{0,2}(?P<s>P)"
)
_BASE_AFTER = re.compile(r"[)\],]{0,2}w{0,2}o[qe]{1,3}(?P<b>L)")
_ACCOUNTS = re.compile(rf"(?P<p>L){FILLER}{{0,8}},?W?Oiq{{0,2}}$")
_IN_BRACKETS = re.compile(r"(?P<p>L)w{0,3}[(\[]q{0,2}(?P<s>P)(?:[)\]]|o[^LPTRH;)]{1,12}\))")
_OR_SHARE = re.compile(rf"(?P<p>L){FILLER}{{0,6}}[,-]{{1,2}}\|q{{0,2}}(?P<s>P)(?!w?[mludUV]|,?t)")
_OR_SHARE_OF = re.compile(rf"(?P<p>L){FILLER}{{0,4}}\|q{{0,2}}(?P<s>P)o")
_EQUIVALENT = re.compile(rf"(?P<s>P){FILLER}{{0,6}}[,(-]{{1,2}}(?:[|kq]|kto?|\|[qe]?)q{{0,2}}(?P<p>L)")
_OF_THE = re.compile(r"^[,q]?oq{0,2}e?q?(?P<b>L)")
_HALF_THE = re.compile(r"(?P<s>P)o?e(?P<words>w{1,3}),q{0,2}(?P<p>L)[,.]")
_ACCOUNTED = re.compile(r"Oiq{0,3}(?P<s>P)o")
_MADE_OF = frozenset("accounted represented accounts represents accounting representing".split())
# A noun of what was done stands for the deed's metric: sales are what was sold.
_DEEDS = {
    "sales": "sold",
    "deliveries": "delivered",
    "registrations": "registered",
    "output": "built",
    "production": "built",
    "exports": "exported",
    "imports": "imported",
    "shipments": "shipped",
    "revenues": "revenue",
}


# Nouns that name a whole by themselves.
_WHOLES = frozenset("market industry total sector segment field".split())


_NEAR = 2  # sentences between a share and what it is a share of
_MOST = 12  # levels near a share that are tried


def find_shares(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return share links: share and base, share and part, or all three."""
    found: list[Relation] = []
    for shape in shapes:
        if "P" in shape.classes and len(shape.figures) > 1:
            found += _shares_of(reading, shape, changes)
    complete = {
        id(member.draft)
        for relation in found
        if {"part", "base"} <= {member.role for member in relation.members}
        for member in relation.members
    }
    return found + [
        relation
        for draft in reading.drafts
        if draft.kind == "share"
        and id(draft) not in complete
        and (relation := _agreeing(reading, draft, changes))
    ]


def _agreeing(reading: Reading, share: Draft, changes: Changes) -> Relation | None:
    """Return a share with the two levels near it whose ratio it is, if there is one such pair.

    Only what agrees is taken, and only levels of one metric, measure and period: that they agree to the digit
    is the evidence.
    """
    if (
        share.value is None
        or share.unit != "percent"
        or not 0 < share.value < 100
        or share.status != "reported"
    ):
        return None
    step = share.granule if share.granule else Decimal(1)
    if share.value < 10 * step:
        return None  # one digit: too many pairs would do
    levels = [
        draft
        for draft in reading.drafts
        if abs(draft.sentence - share.sentence) <= _NEAR
        and draft.kind in ("count", "money", "measure")
        and draft.metric_code is not None
        and draft.value is not None
        and draft.value > 0
        and is_current(draft, changes)
    ]
    fitting: list[tuple[Draft, Draft]] = []
    for part in levels[:_MOST]:
        for base in levels[:_MOST]:
            if part is base or part.metric_code != base.metric_code or part.period_end != base.period_end:
                continue
            if part.value is None or base.value is None or not may_be_part(part, base):
                continue
            if abs(part.value * 100 / base.value - share.value) <= step / 2:
                fitting.append((part, base))
    if not fitting or any(
        pair[0].value != fitting[0][0].value or pair[1].value != fitting[0][1].value for pair in fitting
    ):
        return None
    part, base = fitting[0]
    members = sorted(
        (Member("share", share), Member("part", part), Member("base", base)),
        key=lambda member: member.draft.start if member.draft else 0,
    )
    return Relation("share", tuple(members), False, share.start, share.end, "agrees")


def _shares_of(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    classes = shape.classes
    found: list[Relation] = []
    used: set[int] = set()

    def add(rule: str, share: int, parts: list[int], base: int | None) -> None:
        used.add(share)
        members = [(share, "share"), *((part, "part") for part in parts)]
        if base is not None:
            members.append((base, "base"))
        found.append(relate(shape, "share", rule, members))

    for match in _OF_PART.finditer(classes):
        share, part, stated = match.start("s"), match.start("p"), match.start("b")
        if _is_share(shape.draft(share), changes) and may_be_part(
            shape.draft(part), shape.draft(stated), said=True
        ):
            add("part_of_base", share, [part], stated)
    for match in _OF_BASE.finditer(classes):
        share, stated = match.start("s"), match.start("b")
        if share in used or not _is_share(shape.draft(share), changes):
            continue
        before = _PART_BEFORE.search(classes, max(0, share - 12), share)
        before = before or _ACCOUNTS.search(classes, max(0, share - 14), share)
        parts: list[int] = []
        if before and may_be_part(shape.draft(before.start("p")), shape.draft(stated)):
            parts = [before.start("p")]
        after = _OR_PART.match(classes, stated + 1)
        if not parts and after and shape.draft(after.start("p")).unit == shape.draft(stated).unit:
            parts = [after.start("p")]
        add("percent_of", share, parts, stated)
    if "O" in classes:
        for match in _ACCOUNTED.finditer(classes):
            share = match.start("s")
            if share in used or not _is_share(shape.draft(share), changes):
                continue
            relation = _accounted(reading, shape, share, match.end(), changes)
            if relation:
                used.add(share)
                found.append(relation)
    for share in shape.figures:
        if (
            classes[share : share + 2] == "Po"
            and share not in used
            and _is_share(shape.draft(share), changes)
        ):
            relation = _of_the_market(reading, shape, share, changes)
            if relation:
                used.add(share)
                found.append(relation)
    start = _OF_THE.match(classes)
    whole = start.start("b") if start else None
    for rule, pattern in (
        ("in_brackets", _IN_BRACKETS),
        ("or_percent", _OR_SHARE),
        ("or_percent", _OR_SHARE_OF),
        ("equivalent_to", _EQUIVALENT),
    ):
        for match in pattern.finditer(classes):
            share, part = match.start("s"), match.start("p")
            if share in used or not _is_share(shape.draft(share), changes):
                continue
            # "rose 112 points, or 1.2 percent": a change, told twice.
            of_whole = classes[share + 1 : share + 2] == "o"
            if not of_whole and set(classes[max(0, part - 4) : part]) & set("UVud"):
                continue
            if not is_current(shape.draft(part), changes) or shape.draft(part).kind in ("rate", "measure"):
                continue
            if shape.draft(part).unit in ("point", "basis point") or classes[share + 1 : share + 3] == ",a":
                continue
            after = _BASE_AFTER.match(classes, share + 1)
            base = after.start("b") if after else whole if whole != part else None
            if base is not None and not may_be_part(shape.draft(part), shape.draft(base)):
                base = None
            add(rule, share, [part], base)
    if whole is not None:
        for position in shape.figures:
            if position <= whole or position in used:
                continue
            if classes[position] == "L":
                break
            if classes[position] == "P":
                if set(classes[whole:position]) & {";", "x", "T"} or not _is_share(
                    shape.draft(position), changes
                ):
                    break
                add("of_the", position, [], whole)
    for match in _HALF_THE.finditer(classes):
        share, part = match.start("s"), match.start("p")
        if share in used or not _is_share(shape.draft(share), changes):
            continue
        base = _named_before(reading, shape, match.end("words"), share, part)
        if base is not None:
            add("of_what_was_named", share, [part], base)
    return found


def _is_share(draft: Draft, changes: Changes) -> bool:
    return (
        id(draft) not in changes.changes
        and id(draft) not in changes.former
        and draft.kind not in ("growth", "rate")
        and draft.unit in ("percent", "fraction")
    )


def _named_before(reading: Reading, shape: Shape, last: int, share: int, part: int) -> int | None:
    """Return the level before whose figure the base is named ("the surplus grew 18% to 12 trillion")."""
    lower = reading.document.lower
    noun = lower[shape.tokens[last] - 1]
    for position in reversed(shape.figures):
        if (
            position < share
            and shape.classes[position] == "L"
            and same_measure(shape.draft(position), shape.draft(part))
            and noun in lower[max(shape.tokens[0], shape.tokens[position] - 8) : shape.tokens[position]]
        ):
            return position
    return None


def _accounted(reading: Reading, shape: Shape, share: int, after: int, changes: Changes) -> Relation | None:
    """Return the share of "accounted for 90% of X sales, with A leading with 9, followed by B (8)"."""
    classes = shape.classes
    end = after
    while end < len(classes) and classes[end] in "wNesqi&":
        end += 1
    if end >= len(classes) or classes[end] not in ",(-:":
        return None
    parts = list_after(shape, end, changes)
    if len(parts) < 2:
        return None
    words = reading.document.words[shape.tokens[after] : shape.tokens[end]]
    base = _base_by_words(reading, shape, words, [shape.draft(part) for part in parts])
    members = [(share, "share"), *((part, "part") for part in parts)]
    relation = relate(shape, "share", "accounted_for", members)
    if base is None:
        return relation
    return with_member(relation, "base", base)


def with_member(relation: Relation, role: str, draft: Draft) -> Relation:
    """Return `relation` with a figure of another sentence added; the evidence stays where it was."""
    members = sorted((*relation.members, Member(role, draft)), key=lambda m: m.draft.start if m.draft else 0)
    return Relation(
        relation.kind, tuple(members), relation.is_complete, relation.start, relation.end, relation.rule
    )


def _base_by_words(reading: Reading, shape: Shape, words: list[str], parts: list[Draft]) -> Draft | None:
    """Return the figure whose subject and metric are those that the words of the base name, if it is one.

    "Leaf sales" names a subject and a metric; "the market" a subject: the metric is then that of the part.
    """
    names = {word.lower() for word in words if word[:1].isupper()} - {"The"}
    nouns = [word.lower() for word in words if word[:1].islower() and len(word) > 3]
    deeds = [_DEEDS.get(noun, noun) for noun in nouns]
    places = {part.place for part in parts} - {None}
    candidates = []
    for draft in reading.drafts:
        if draft.sentence == shape.sentence or draft.status != "reported" or draft.kind == "growth":
            continue
        if not may_be_part(parts[0], draft):
            continue
        subject = set((draft.subject or "").lower().replace("-", " ").split())
        metric = (draft.metric or "").lower().split()
        if names:
            named = names <= subject and any(deed in metric for deed in deeds) and draft.place not in places
        else:
            alike = draft.metric_code is not None and draft.metric_code == parts[0].metric_code
            named = alike and bool(nouns) and nouns[-1] in _WHOLES and nouns[-1] in subject
            named = named and draft.period_end == parts[0].period_end
        if named:
            candidates.append(draft)
    if candidates and all(draft.value == candidates[0].value for draft in candidates):
        return candidates[0]
    return None


def _of_the_market(reading: Reading, shape: Shape, share: int, changes: Changes) -> Relation | None:
    """Return the share of "17% of the market, as shipments fell to 5 million", whose figure is elsewhere."""
    classes = shape.classes
    after = share + 2
    end = after
    while end < len(classes) and classes[end] in "wNes" and end - after < 5:
        end += 1
    words = reading.document.words[shape.tokens[after] : shape.tokens[end]]
    levels = [p for p in shape.figures if classes[p] == "L" and is_current(shape.draft(p), changes)]
    if len(levels) != 1 or shape.draft(levels[0]).subject != shape.draft(share).subject:
        return None
    if any(word[:1].isupper() for word in words):
        return None
    base = _base_by_words(reading, shape, words, [shape.draft(levels[0])])
    if base is None:
        return None
    return with_member(
        relate(shape, "share", "of_the_market", [(share, "share"), (levels[0], "part")]), "base", base
    )
