"""Shares with their parts and their base: "4,983 (29%)", "two in five of the 635,173", "90% of X sales"."""

import re
from bisect import bisect_left
from decimal import Decimal
from typing import Final

from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    by_role,
    end_with_noun,
    figures_of,
    is_whole_share,
)
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part
from flows.extraction.relations.relating import FILLER, Changes, is_current, opens_with, relate
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.share_bases import (
    NEAR,
    accounted_for,
    find_agreeing,
    named_before,
    of_the_market,
)

_OF_BASE: Final = re.compile(r"(?P<s>P)oq{0,2}(?:[qe]{0,3}|e?[wN]{1,2}s|e?[wNsB]{1,5}oq{0,2})(?P<b>L)")
_OR_PART: Final = re.compile(rf"(?:{FILLER}|[ah]){{0,6}},?[|]q?(?P<p>L)(?!w?P)")
# "L, or 29% of the L": the part stands before its share.
_PART_BEFORE: Final = re.compile(rf"(?P<p>L){FILLER}{{0,6}}[,(-]{{1,2}}(?:[|qO]|[|]q|wq?)?$")
_OF_PART: Final = re.compile(
    r"(?P<p>L)[wNs]{0,3}[wi]?oq?(?:[eq]{0,2}|e?[wN]{1,2}s)(?P<b>L)[wNDsief]{0,8}(?:[,-]{1,2}(?:\||(?=q{0,2}P,))|[(\[])q{0,3}(?P<s>P)"
)
# "18 women among the 45 members, or 40 percent", "made 18 for 45 from the field, or 40 percent"
_AMONG: Final = re.compile(
    r"(?P<p>L)(?P<among>i)[eq]{0,2}(?P<b>L)[wfe]{0,4}(?:[,-]{1,2}(?:\||(?=q{0,2}P[,.-]))|[(\[])q{0,2}(?P<s>P)"
)
# "62 percent, said the office: 3.1 million of the 5.8 million", "62 percent in 2014, when 310 of 500 passed"
_AS_SPELLED_OUT: Final = re.compile(
    r"(?P<s>P)(?:[^LPTRH;:]{0,14}[:-]{1,2}|[iD]{1,3},?(?P<when>x))q{0,2}(?P<p>L)w?oq?[eq]{0,2}(?P<b>L)"
)
_OF_THEM: Final = re.compile(
    r"(?P<p>L)[wNs]{0,2}o(?P<them>[Wew])[wNie]{0,6}(?:[,-]{1,2}(?:\||(?=q{0,2}P,))|[(\[])q{0,3}(?P<s>P)"
)
_OF_WHOLE: Final = re.compile(r"(?P<p>L)w?o[qe]{0,2}(?P<b>L)")
_THEM: Final = frozenset("them these those whom which".split())
_THAT: Final = frozenset("it that this".split())  # of what is not counted: money, tonnes
_BASE_AFTER: Final = re.compile(r"[)\],]{0,2}w{0,2}o[qe]{0,3}(?P<b>L)")
_ACCOUNTS: Final = re.compile(rf"(?P<p>L){FILLER}{{0,8}}[,-]?W?Oiq{{0,2}}$")
_IN_BRACKETS: Final = re.compile(r"(?P<p>L)w{0,3}[(\[]q{0,2}(?P<s>P)(?:[)\]]|o[^LPTRH;)]{1,12}\))")
_OR_SHARE: Final = re.compile(rf"(?P<p>L){FILLER}{{0,6}}[,-]{{1,2}}\|q{{0,2}}(?P<s>P)(?!w?[mludUV]|,?t)")
# "1,200 jobs, about 9 percent of its work force"; not "9 percent of which".
_BESIDE_SHARE: Final = re.compile(
    rf"(?P<p>L){FILLER}{{0,6}}[,-]{{1,2}}q{{0,2}}(?P<s>P)o(?!W|q{{0,2}}e?q?[LPT])"
)
# "415 were in favour, a majority of 83%"; not of "by 415 to 85", whose sum nobody tells.
_NAMED_SHARE: Final = re.compile(rf"(?<!t)(?P<p>L){FILLER}{{0,8}},e(?P<noun>w)oq{{0,2}}(?P<s>P)(?!o)")
_OR_SHARE_OF: Final = re.compile(rf"(?P<p>L){FILLER}{{0,4}}\|q{{0,2}}(?P<s>P)(?=o|[.;])")
_EQUIVALENT: Final = re.compile(rf"(?P<s>P){FILLER}{{0,6}}[,(-]{{1,2}}(?:[|kq]|kto?|\|[qe]?)q{{0,2}}(?P<p>L)")
_OF_THE: Final = re.compile(r"[,q]?oq{0,2}e?q?(?P<b>L)")
_HALF_THE: Final = re.compile(r"(?P<s>P)o?e(?P<words>w{1,3}),q{0,2}(?P<p>L)[,.]")
_ACCOUNTED: Final = re.compile(r"Oiq{0,3}(?P<s>P)o")

_SHARES: Final = frozenset("majority share proportion percentage turnout".split())
_IT: Final = frozenset(("it", "them", "a"))
_OTHERS: Final = frozenset("another further other others remaining rest".split())
_EACH: Final = frozenset(("each", "apiece"))
_CLOSE: Final = Decimal("0.01")
_FEW: Final = 100  # below which what accounts for a share may be a count of actors
_CROWD: Final = 60  # figures near a share beyond which one that agrees says nothing


def find_shares(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return share links: share and base, share and part, or all three."""
    found: list[Relation] = []
    for number, shape in enumerate(shapes):
        if "P" in shape.classes and len(shape.figures) > 1:
            of_them = _shares_of_them(reading, shapes, number, changes)
            found += of_them
            told = figures_of(of_them)
            found += [
                relation
                for relation in _shares_of(reading, shape, changes)
                if not any(m.role == "share" and id(m.draft) in told for m in relation.members)
            ]
    found = _with_base_of_others(reading, found)
    complete = figures_of(filter(is_whole_share, found))
    drafts = reading.drafts
    sentences = [draft.sentence for draft in drafts]
    for draft in drafts:
        if draft.kind == "share" and id(draft) not in complete:
            first = bisect_left(sentences, draft.sentence - NEAR)
            last = bisect_left(sentences, draft.sentence + NEAR + 1)
            if last - first > _CROWD:
                continue
            relation = find_agreeing(drafts[first:last], draft, changes)
            if relation is not None:
                found.append(relation)
    return found


def _with_base_of_others(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the shares, those of others of the same whole with the base that was said of the first.

    "300 of the 500 voters, or 60%, agreed. Another 125 (25%) did not and 75 (15%) did not vote".
    """
    whole: list[Relation] = []
    base: Draft | None = None
    last = -2
    for relation in sorted(found, key=lambda one: one.start):
        roles = by_role(relation)
        part, share = roles.get("part"), roles.get("share")
        if part is None or share is None:
            whole.append(relation)
            continue
        if (own := roles.get("base")) is not None:
            base, last = own, share.sentence
        elif (
            base is not None and share.sentence - last <= 1 and relation.rule in ("in_brackets", "or_percent")
        ):
            is_more = not _OTHERS.isdisjoint(reading.document.lower[max(0, part.first - 2) : part.first])
            if (is_more or share.sentence == last) and may_be_part(part, base):
                members = (*relation.members, Member("base", base))
                relation = Relation("share", members, False, relation.start, relation.end, relation.rule)
                last = share.sentence
        whole.append(relation)
    return whole


def _shares_of_them(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the shares of "300 of them, or 75 percent": "them" are the things counted last before."""
    shape = shapes[number]
    found: list[Relation] = []
    for match in _OF_THEM.finditer(shape.classes):
        share, part = shape.draft(match.start("s")), shape.draft(match.start("p"))
        words = reading.document.lower[shape.tokens[match.start("them")] : shape.tokens[match.end("them")]]
        is_named = words == ["the"] and part.unit is not None  # "1,382 of the patients, or 43 percent"
        is_amount = part.kind in ("money", "measure") and words[0] in _THAT
        if _THEM.isdisjoint(words) and not is_named and not is_amount:
            continue
        if not is_share(share, changes) or not is_current(part, changes):
            continue
        before = [shape.draft(p) for p in reversed(shape.figures) if p < match.start("p")]
        if number and shapes[number - 1].sentence == shape.sentence - 1:
            before += [shapes[number - 1].draft(p) for p in reversed(shapes[number - 1].figures)]
        bases = [
            draft
            for draft in before
            if draft.kind == part.kind
            and (draft.unit == part.unit if is_amount else draft.kind == "count" and draft.unit is not None)
            and is_current(draft, changes)
            and may_be_part(part, draft)
            and _EACH.isdisjoint(reading.document.lower[draft.last : end_with_noun(draft) + 1])
        ]
        # "Three of the 611 callers wrote 1,930 of them, or 40 percent": of what is more than they.
        bases = [one for one in bases if (one.value or 0) >= (part.value or 0)]
        base = next((one for one in bases if _is_share_of(share, part, one)), bases[0] if bases else None)
        if is_amount:
            # "1.5 million tonnes after 1.2 million. Millers took 0.6 million of that": of which is open.
            nearest = [one for one in bases if one.sentence == bases[0].sentence]
            is_named = not (base is not None and _is_share_of(share, part, base)) and len(nearest) > 1
        if base is not None and (not is_named or len(bases) == 1):
            members = (Member("base", base), Member("part", part), Member("share", share))
            found.append(Relation("share", members, False, part.start, share.end, "of_them"))
    return found


def _is_share_of(share: Draft, part: Draft, base: Draft) -> bool:
    """Whether a part is the told share of a base: of several things counted before, that one is meant."""
    if share.value is None or not base.value:
        return False
    told = share.value / 100 if share.unit == "percent" else share.value
    return abs((part.value or 0) / base.value - told) <= _CLOSE


def _shares_of(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    classes = shape.classes
    found: list[Relation] = []
    lower = reading.document.lower
    used: set[int] = set()

    def add(rule: str, share: int, parts: list[int], base: int | None) -> None:
        used.add(share)
        members = [(share, "share"), *((part, "part") for part in parts)]
        if base is not None:
            members.append((base, "base"))
        found.append(relate(shape, "share", rule, members))

    for match in (*_OF_PART.finditer(classes), *_AS_SPELLED_OUT.finditer(classes), *_AMONG.finditer(classes)):
        share, part, stated = match.start("s"), match.start("p"), match.start("b")
        among = lower[shape.tokens[match.start("among")]] if match.re is _AMONG else "among"
        if among != "among":
            # "18 for 45": shots have no noun.
            is_bare = shape.draft(part).unit is None and shape.draft(stated).unit is None
            if among != "for" or not is_bare or match.end("among") != stated:
                continue
        # What was so "in 2014, when" is a former level of what is so now.
        is_then = match.re is _AS_SPELLED_OUT and match.group("when") is not None
        if is_then and lower[shape.tokens[match.start("when")]] != "when":
            continue
        if is_share(shape.draft(share), changes, is_spelled_out=is_then) and may_be_part(
            shape.draft(part), shape.draft(stated), said=True
        ):
            add("part_of_base", share, [part], stated)
    for share in shape.figures:
        if classes[share] == "P" and _is_of_several(lower, shape.draft(share)):
            # "310 of 400 girls passed and 186 of 240 boys, 77.5 percent in either case"
            for match in _OF_WHOLE.finditer(classes, 0, share):
                add("part_of_base", share, [match.start("p")], match.start("b"))
    for match in _OF_BASE.finditer(classes):
        share, stated = match.start("s"), match.start("b")
        if share in used or not is_share(shape.draft(share), changes):
            continue
        before = _PART_BEFORE.search(classes, max(0, share - 12), share)
        before = before or _ACCOUNTS.search(classes, max(0, share - 14), share)
        parts: list[int] = []
        if before and may_be_part(shape.draft(before.start("p")), shape.draft(stated)):
            parts = [before.start("p")]
        after = _OR_PART.match(classes, stated + 1)
        if not parts and after and may_be_part(shape.draft(after.start("p")), shape.draft(stated)):
            parts = [after.start("p")]
        add("percent_of", share, parts, stated)
    if "O" in classes:
        for match in _ACCOUNTED.finditer(classes):
            share = match.start("s")
            if share in used or not is_share(shape.draft(share), changes):
                continue
            relation = accounted_for(reading, shape, share, match.end(), changes)
            teller = _ACCOUNTS.search(classes, max(0, share - 14), share)
            if relation is None and teller and _measured(shape.draft(teller.start("p")), changes):
                add("accounting_for", share, [teller.start("p")], None)
            elif relation:
                used.add(share)
                found.append(relation)
    for share in shape.figures:
        if classes[share : share + 2] == "Po" and share not in used and is_share(shape.draft(share), changes):
            relation = of_the_market(reading, shape, share, changes)
            if relation:
                used.add(share)
                found.append(relation)
    start = opens_with(_OF_THE, shape, lower)
    whole = start.start("b") if start else None
    for rule, pattern in (
        ("in_brackets", _IN_BRACKETS),
        ("or_percent", _OR_SHARE),
        ("or_percent", _OR_SHARE_OF),
        ("or_percent", _NAMED_SHARE),
        ("beside_percent", _BESIDE_SHARE),
        ("equivalent_to", _EQUIVALENT),
    ):
        for match in pattern.finditer(classes):
            share, part = match.start("s"), match.start("p")
            if share in used or not is_share(shape.draft(share), changes):
                continue
            if pattern is _NAMED_SHARE and lower[shape.tokens[match.start("noun")]] not in _SHARES:
                continue
            if pattern is _BESIDE_SHARE and (
                shape.draft(share).kind != "share"
                or not _IT.isdisjoint(lower[shape.tokens[match.end()] : shape.tokens[match.end()] + 1])
                # "Hold 84 seats in the 311-seat chamber, 27 percent of the total"
                or lower[shape.draft(part).last] == "-"
            ):
                continue
            # "rose 112 points, or 1.2 percent": a change, told twice.
            of_whole = classes[share + 1 : share + 2] == "o"
            if not of_whole and set(classes[max(0, part - 4) : part]) & set("UVud"):
                continue
            if not is_current(shape.draft(part), changes) or shape.draft(part).kind in ("rate", "measure"):
                continue
            if shape.draft(part).unit in ("point", "basis point") or classes[share + 1 : share + 3] == ",a":
                continue
            after = _BASE_AFTER.match(classes, max(share, part) + 1)
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
                if set(classes[whole:position]) & {";", "x", "T"} or not is_share(
                    shape.draft(position), changes
                ):
                    break
                add("of_the", position, [], whole)
    for match in _HALF_THE.finditer(classes):
        share, part = match.start("s"), match.start("p")
        if share in used or not is_share(shape.draft(share), changes):
            continue
        base = named_before(reading, shape, match.end("words"), share, part)
        if base is not None:
            add("of_what_was_named", share, [part], base)
    return found


def _is_of_several(lower: list[str], share: Draft) -> bool:
    """Whether a share is told of several things at once: "25 percent in both cases"."""
    behind = lower[share.last : share.last + 3]
    return behind[:1] == ["in"] and behind[1:2] in (["either"], ["both"], ["each"]) and behind[2:] != []


def _measured(draft: Draft, changes: Changes) -> bool:
    """Whether a level can be a part itself: "the five banks accounting for 97% of loans" are no loans."""
    few = draft.kind not in ("money", "measure") and (draft.value is None or draft.value < _FEW)
    return is_current(draft, changes) and not few


def is_share(draft: Draft, changes: Changes, *, is_spelled_out: bool = False) -> bool:
    """Whether a percentage can be a share: no growth; a rate or former level if it is spelled out."""
    return (
        id(draft) not in changes.changes
        and (is_spelled_out or (id(draft) not in changes.former and draft.kind != "rate"))
        and draft.kind != "growth"
        and draft.unit in ("percent", "fraction")
    )
