"""Votes that add up wherever an article tells them: for, against, abstaining and absent, candidates, turnout.

Whatever votes of one poll make the number of its members, of those who took part or of the papers counted are
meant. Where none do, the one sum or share is that a slip of a digit in one of its figures would make hold.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.ballots import votes_in
from flows.extraction.claims.standing import Standing, scale_of
from flows.extraction.figure import Draft, Member, Relation, figures_of, is_whole_share, related
from flows.extraction.relations.misprints import is_digit_slip, reordered
from flows.extraction.relations.sums import spread

_SUM: Final = "poll"
_SHARE: Final = "turnout"
_POLLS: Final = frozenset(
    """vote votes voted voting ballot ballots poll polls polling turnout election referendum resolution motion
    bill abstained runoff yes deputies senators lawmakers councillors seats""".split()
)
_FOR: Final = frozenset("favour favor for yes backed supported aye ayes approval".split())
_AGAINST: Final = frozenset("against opposed no nay nays noes opposing rejected".split())
_ABSTAINED: Final = frozenset("abstained abstentions abstention abstaining abstain blank".split())
_ABSENT: Final = frozenset("absent missing away absentees absence paired attend home".split())
_NOT_THERE: Final = frozenset(("in", "present", "there", "vote", "voting"))
_MEMBERS: Final = frozenset(
    """member seat deputy lawmaker senator councillor delegate mp legislator representative delegation
    shareholder parliamentarian""".split()
)
_ALL_OF_THEM: Final = frozenset(
    "present part attended attending cast counted valid voted turned papers".split()
)
_COUNTED: Final = frozenset("valid cast counted papers ballots total altogether returned polls".split())
# "Others 11", "the rest went to independents": no seat is left out.
_CLOSING: Final = frozenset("others other rest remaining independents independent remainder".split())
_LEADS: Final = frozenset("majority lead margin ahead behind more fewer by difference".split())
_VOTES: Final = "votes"
_SEATS: Final = frozenset((None, "seat"))
_BEHIND: Final = 4  # tokens behind a figure in which its vote stands
_BEFORE: Final = 2  # and before it
_ABOUT: Final = 7  # tokens about the number of all
_NEAR: Final = 6  # sentences from a vote to the number of all
_NEXT: Final = 2  # and to those who abstained
_LEAST_CANDIDATES: Final = 3
_HUNDRED: Final = 100
_TURNOUTS: Final = frozenset("turnout participation".split())
_REACH: Final = 5  # tokens from that word to its share
_FAR: Final = 4  # sentences from a turnout to its voters
_MOST: Final = 60  # counts of an article that is a table beyond them
_FINE: Final = Decimal("0.008")  # by which a turnout is rounded
_NONE: Final = frozenset("nobody no none without".split())
_ZERO: Final = Decimal(0)


def find_polls(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return all who could vote with their votes, all papers with those of candidates, and turnouts.

    Args:
        standing: the figures of the article.
        found: the relations so far.
    """
    if _POLLS.isdisjoint(standing.document.vocabulary()):
        return []
    counts = [
        level
        for level in standing.levels
        if level.kind == "count" and level.value is not None and level.value == int(level.value) > 0
    ]
    if len(counts) > _MOST:
        return []
    summed = figures_of(one for one in found if one.kind == "sum")
    return (
        _outcomes(standing, counts, summed)
        + _candidates(standing, counts, summed)
        + _seats(standing, counts, summed)
        + _turnout(standing, counts, found)
    )


def _outcomes(standing: Standing, counts: list[Draft], summed: set[int]) -> list[Relation]:
    """Return votes for and against with those who cast none, and the number of all."""
    told: list[Relation] = []
    for one, other in _pairs(standing, counts):
        here = [
            level
            for level in counts
            if -1 <= level.sentence - one.sentence <= _NEXT and level not in (one, other)
        ]
        abstained = [level for level in here if _is_told(standing, level, _ABSTAINED)]
        absent = [level for level in here if _is_absent(standing, level)]
        if len({level.sentence for level in absent}) == 1:
            absent = absent[:1]  # "Sixteen of the 193 members were not in the hall"
        if len(abstained) > 1 or len(absent) > 1:
            continue
        parts = [one, other, *abstained]
        ways = [parts, [*parts, *absent]] if absent else [parts]
        known = [*parts, *absent]
        wholes = [
            level
            for level in counts
            if not any(level is one for one in known)
            and abs(level.sentence - one.sentence) <= _NEAR
            and _is_of_all(standing, level)
        ]
        pairs = [(way, whole) for way in ways for whole in wholes]
        is_sure = _abstained_none(standing, one.sentence) or bool(abstained)
        # Digits in another order are more telling than one that is wrong.
        relation = made_sum(_SUM, pairs, summed, is_sure=False)
        if relation is None and is_sure:
            if not _abstained_none(standing, one.sentence):
                # Who abstains is told; of all members some may have stayed away.
                pairs = [(way, whole) for way, whole in pairs if _must_be_all(way, whole)]
            relation = made_sum(_SUM, pairs, summed, is_sure=True)
        if relation is not None:
            told.append(relation)
    return told


def _must_be_all(parts: list[Draft], whole: Draft) -> bool:
    """Whether votes are all of a number: of those who took part, or of fewer members than voted."""
    return whole.unit not in _MEMBERS or sum([part.value or _ZERO for part in parts]) > (whole.value or _ZERO)


def _seats(standing: Standing, counts: list[Draft], summed: set[int]) -> list[Relation]:
    """Return all seats with those of each party: "34 of the 81 seats, the Greens 19 ... and others 28"."""
    pairs = []
    for whole in counts:
        if whole.unit != "seat" or not _is_whole_house(standing.lower, whole):
            continue
        for last in (whole.sentence, whole.sentence + 1):
            parts = [
                level
                for level in counts
                if level is not whole
                and whole.sentence <= level.sentence <= last
                and level.unit in _SEATS
                and not _is_led_by(standing, level, _LEADS)
            ]
            words = standing.document.vocabulary_of(parts[-1].sentence) if parts else frozenset()
            is_less = all((part.value or _ZERO) < (whole.value or _ZERO) for part in parts)
            if len(parts) >= _LEAST_CANDIDATES and is_less and not _CLOSING.isdisjoint(words):
                pairs.append((parts, whole))
    relation = made_sum(_SUM, pairs, summed, is_sure=False)
    return [relation] if relation is not None else []


def _is_whole_house(lower: list[str], whole: Draft) -> bool:
    """Whether seats are all of a house: "of the 81 seats", "the 81-seat council"."""
    before = lower[max(0, whole.first - 3) : whole.first]
    return (
        "of" in before or "-" in lower[whole.last : whole.last + 1] or "-" in lower[whole.first : whole.last]
    )


def _pairs(standing: Standing, counts: list[Draft]) -> list[tuple[Draft, Draft]]:
    """Return the votes for and against of sentences, in either order: "52 to 41", "57 for, 63 against"."""
    pairs = []
    for sentence in sorted({level.sentence for level in counts}):
        here = [level for level in counts if level.sentence == sentence]
        for one, other in pairwise(here):
            if (_is_told(standing, one, _FOR) and _is_told(standing, other, _AGAINST)) or (
                _is_told(standing, one, _AGAINST) and _is_told(standing, other, _FOR)
            ):
                pairs.append((one, other))
                break
        else:
            votes = votes_in(standing, sentence) if len(here) > 1 else []
            if votes:
                pairs.append((votes[0], votes[1]))
    return pairs


def _candidates(standing: Standing, counts: list[Draft], summed: set[int]) -> list[Relation]:
    """Return the votes of candidates with all papers that were valid."""
    votes = [
        level for level in counts if level.metric_code == _VOTES and not _is_led_by(standing, level, _LEADS)
    ]
    wholes = [
        level
        for level in counts
        if _is_about(standing, level, _COUNTED) and (level.value or _ZERO) >= _HUNDRED
    ]
    pairs = []
    for whole in wholes:
        parts = [
            vote
            for vote in votes
            if vote is not whole
            and abs(vote.sentence - whole.sentence) <= _NEAR
            and (vote.value or _ZERO) < (whole.value or _ZERO)
            and not any(vote is other for other in wholes)
        ]
        if len(parts) >= _LEAST_CANDIDATES and len({part.value for part in parts}) == len(parts):
            pairs.append((parts, whole))
    relation = made_sum(_SUM, pairs, summed, is_sure=True)
    return [relation] if relation is not None else []


def made_sum(
    rule: str, pairs: list[tuple[list[Draft], Draft]], summed: set[int], *, is_sure: bool
) -> Relation | None:
    """Return the sum that holds, or the only one that a slip of a digit would make hold.

    Args:
        rule: its name.
        pairs: the parts with the total that they may make.
        summed: the figures (by identity) that are in a sum already.
        is_sure: whether words leave no doubt, so that a wrong digit of two is believed.
    """
    slips: list[tuple[list[Draft], Draft]] = []
    meant: set[tuple[int, Decimal]] = set()
    for parts, whole in pairs:
        amount = sum((part.value or _ZERO for part in parts), _ZERO)
        if amount == whole.value:
            is_new = summed.isdisjoint(map(id, (whole, *parts)))
            return spread(rule, whole, parts, True) if is_new else None
        off = amount - (whole.value or _ZERO)
        changed = [(part, (part.value or _ZERO) - off) for part in parts]
        changed.append((whole, amount))
        told = [(id(one), to) for one, to in changed if _has_slipped(one.value or _ZERO, to, is_sure=is_sure)]
        if told:
            slips.append((parts, whole))
            meant.update(told)
    # Of several totals one slip may explain all: of those who took part, and of all members.
    if not slips or (len({id(whole) for _, whole in slips}) > 1 and len(meant) > 1):
        return None
    parts, whole = next((one for one in slips if one[1].status == "reported"), slips[0])
    return spread(rule, whole, parts, True)


def _has_slipped(printed: Decimal, meant: Decimal, *, is_sure: bool) -> bool:
    """Whether a number has another one's digits in another order, or a wrong one where words are sure."""
    if meant <= 0 or printed < 10:
        return False
    one, other = str(int(printed)), str(int(meant))
    return sorted(one) == sorted(other) or (is_sure and is_digit_slip(one, other))


def _turnout(standing: Standing, counts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return the only turnout with the two counts that a slip would make it."""
    settled = figures_of(filter(is_whole_share, found), "share")
    shares = [share for share in standing.shares if _is_turnout(standing, share)]
    if len(shares) != 1 or id(shares[0]) in settled:
        return []
    share, scale = shares[0], scale_of(shares[0])
    near = [
        one
        for one in counts
        if abs(one.sentence - share.sentence) <= _FAR and (one.value or _ZERO) >= _HUNDRED
    ]
    if scale is None or not share.value:
        return []
    room = share.granule / 2 / share.value if share.granule else Decimal("0.005")
    slips = []
    for part in near:
        for base in near:
            if part is base or not part.value or not base.value:
                continue
            meant = base.value * share.value / scale
            if abs(meant - part.value) <= meant * room:
                return []
            for printed, told in ((part.value, meant), (base.value, part.value * scale / share.value)):
                if _is_in_another_order(printed, told, told * min(room, _FINE)):
                    slips.append((part, base))
    if len({(id(part), id(base)) for part, base in slips}) != 1:
        return []
    part, base = slips[0]
    members = (Member("part", part), Member("base", base), Member("share", share))
    return [related("share", _SHARE, *members, told_by=share)]


def _is_in_another_order(printed: Decimal, meant: Decimal, room: Decimal) -> bool:
    return any(abs(Decimal(other) - meant) <= room for other in reordered(str(int(printed))))


def _is_turnout(standing: Standing, share: Draft) -> bool:
    lower = standing.lower
    around = (*lower[max(0, share.first - _REACH) : share.first], *lower[share.last : share.last + 2])
    return not _TURNOUTS.isdisjoint(around) and scale_of(share) is not None


def _is_told(standing: Standing, level: Draft, words: frozenset[str]) -> bool:
    """Whether one of some words stands right behind a figure, or before it, with no other figure between."""
    lower, (first, last) = standing.lower, standing.document.sentences[level.sentence]
    behind = level.last
    while behind < min(last, level.last + _BEHIND) and behind not in standing.firsts and lower[behind] != ",":
        if lower[behind] in words:
            return True
        behind += 1
    return not words.isdisjoint(lower[max(first, level.first - _BEFORE) : level.first])


def _is_absent(standing: Standing, level: Draft) -> bool:
    if _is_told(standing, level, _ABSENT):
        return True
    lower, last = standing.lower, standing.document.sentences[level.sentence][1]
    behind = lower[level.last : min(last, level.last + _ABOUT + 1)]
    return any(
        word == "not" and not _NOT_THERE.isdisjoint(behind[place + 1 : place + 2])
        for place, word in enumerate(behind)
    )


def _is_of_all(standing: Standing, level: Draft) -> bool:
    return level.unit in _MEMBERS or _is_about(standing, level, _ALL_OF_THEM)


def _is_about(standing: Standing, level: Draft, words: frozenset[str]) -> bool:
    lower, (first, last) = standing.lower, standing.document.sentences[level.sentence]
    behind = level.last
    while behind < min(last, level.last + _ABOUT) and behind not in standing.firsts and lower[behind] != ",":
        behind += 1
    before = max(first, level.first - _BEFORE - 1)
    return not words.isdisjoint((*lower[before : level.first], *lower[level.last : behind]))


def _is_led_by(standing: Standing, level: Draft, words: frozenset[str]) -> bool:
    first = standing.document.sentences[level.sentence][0]
    before = standing.lower[max(first, level.first - _BEFORE) : level.first]
    return not words.isdisjoint((*before, *standing.lower[level.last : level.last + 1]))


def _abstained_none(standing: Standing, sentence: int) -> bool:
    """Whether words say that everybody voted: "Nobody abstained", "there were no abstentions"."""
    for number in range(
        max(0, sentence - _NEXT), min(sentence + _NEXT, len(standing.document.sentences) - 1) + 1
    ):
        first, last = standing.document.sentences[number]
        words = standing.lower[first:last]
        if not _ABSTAINED.isdisjoint(words) and not _NONE.isdisjoint(words):
            return True
    return False
