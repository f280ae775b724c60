"""Which words say that a figure is the last part of a whole: "the other 380", "all remaining losses were 9".

A claim like these leaves nothing out. Which whole is meant they do not say (`rests.py`).
"""

from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, end_with_noun

_OTHER: Final = frozenset("other remaining missing".split())
_RESTS: Final = frozenset("rest remainder balance others".split())
_LAST: Final = frozenset(("last", "final"))
_OTHERS: Final = frozenset(("others",))
_TIPPING: Final = frozenset(
    """changed changes change shifted shifts shift tipped tips tip upset upsets altered alters redressed
    redresses restored restores struck strike strikes improved improves""".split()
)
_BALANCE: Final = frozenset(("balance", "remainder"))
_LEFT: Final = frozenset("left remains remained over".split())
_LEAVING: Final = frozenset("leaving leaves leave left".split())
_UNUSED: Final = frozenset(
    "open vacant unsold empty undecided unaccounted unfilled unspent unpaid free idle for to over".split()
)
# "All other entries", "the only other crop", "everything else", before the figure of its clause.
_ALL: Final = frozenset(("all", "only"))
_EVERY: Final = frozenset("everything everyone everybody nothing nobody".split())
_NOBODY: Final = frozenset("nobody nothing none neither".split())
# "More than all other regions": not what the figure is of.
# "0.8 million to everything else", "a third for the rest".
_GOING: Final = frozenset("to for on from by with in at".split())
_COMPARING: Final = frozenset("than unlike above below like over against with to as in".split())
# "The 58 that are left", "the six still missing", "43 kilometres to go", "files that fit neither category"
_RELATIVE: Final = frozenset(("that", "which", "who"))
_UNDONE: Final = frozenset(
    "left remaining missing outstanding unsold unspent undecided unaccounted unallocated".split()
)
_REMAIN: Final = frozenset("remain remains remained".split())
_YET: Final = frozenset(("still", "yet", "now", "then"))
_TO_COME: Final = frozenset(("go",))
_GOVERNED: Final = frozenset(
    "the a an his her its their for after early on behind at in to school office until before".split()
)
_OPEN: Final = frozenset("outstanding residual leftover".split())
_OF_THE: Final = frozenset((("of", "the"), ("of", "its"), ("of", "their"), ("of", "them")))
_SPAN_OF: Final = 5  # tokens of "the remainder of the programme, 340 megawatts"
# "Three of them drove, the others walked": said of a rest without its number.
CLOSING: Final = (
    _OTHER
    | _RESTS
    | _LAST
    | _LEFT
    | _LEAVING
    | _EVERY
    | frozenset("others else elsewhere closing finally lastly rounding rounds rounded completing".split())
    | frozenset("complete completes completed".split())
)
# What may be left of something that is told elsewhere.
LEFT: Final = CLOSING | _UNDONE | _REMAIN | _OPEN | frozenset(("neither", "go"))
# "In the last 10 games" is a span; "independents the last 13" closes a list.
_SPANNING: Final = frozenset(
    "in of for over during than to since within from among by at on after counting including".split()
)
_JOINED: Final = frozenset("; , and but while all".split())
_SUBORDINATE: Final = frozenset("when if after before while because as to until since".split())
_OF_ANOTHER: Final = frozenset("of on sheet between in for at".split())  # "the balance on services"
_HEDGES: Final = frozenset(
    "about around roughly nearly almost some just only a mere paltry modest meagre tiny exactly".split()
)
_BREAKS: Final = frozenset(", ( - – — :".split())
_AT: Final = frozenset("at with of being is was were are".split()) | _BREAKS
_MAKING: Final = frozenset(
    "up were was are is form formed provided supplied completed filled took take".split()
)
_SUMMING: Final = frozenset(("that",))
_FINALLY: Final = frozenset(("finally", "lastly"))
_CLOSING: Final = frozenset("closing final last".split())
_STRETCHES: Final = frozenset(
    "quarter month months stage leg week weeks day days phase lap section stretch half third".split()
)
_WHERE: Final = frozenset("in on at from for".split())
_BESIDE: Final = 2  # tokens from a colon to a figure that it leads to
_INSIDE: Final = 12  # tokens from a rest inside a sentence to its figure
_IS: Final = frozenset("is are was were be been".split())
_PRONOUNS: Final = frozenset("it them him her us me you".split())
_POINTING: Final = frozenset(("which", "it", "that"))
_REACH: Final = 24  # tokens between a figure and words of its clause that close a list
_OPENING: Final = 8  # tokens of the next sentence in which "no other" stands
_RANKING: Final = frozenset("top podium ranking rankings list table chart charts".split())
_ROUND: Final = frozenset("round rounds rounded".split())
_COMPLETE: Final = frozenset("complete completes completed".split())
_ORDINALS: Final = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def closes(standing: Standing, draft: Draft) -> bool:
    """Whether words call a figure the last part of a whole, so that nothing is left out."""
    if _is_of_the_rest(standing.lower, draft):
        return False
    return (
        _is_rest(standing, draft)
        or _is_of_all_others(standing, draft)
        or _made_the_rest(standing, draft)
        or _is_called_last(standing, draft)
        or _goes_to_the_rest(standing, draft)
        or _comes_last(standing, draft)
        or _ends_the_list(standing, draft)
        or _rounds_off(standing, draft)
        or _is_of_so_many_others(standing, draft)
    )


def _is_of_the_rest(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is a share of what it stands behind: "the rest, a third of which is kept"."""
    behind = lower[draft.last : draft.last + 2]
    return behind[:1] == ["of"] and behind[1:] != [] and behind[1] in _POINTING


def _is_rest(standing: Standing, draft: Draft) -> bool:
    """Whether words right before a figure call it the rest: "the other", "remaining", "the rest, "."""
    lower, before = standing.lower, draft.first - 1
    while before > 0 and lower[before] in _HEDGES:
        before -= 1
    if before < 1:
        return False
    behind = lower[draft.last : draft.last + 1]
    if lower[before] == "missing" and lower[before - 1] in _IS:
        return False  # "the lake is missing 4.5 metres"
    if lower[before] in _OTHER or (
        lower[before] == "the" and not (_OTHER | _LAST | _BALANCE | _OTHERS).isdisjoint(behind)
    ):
        return True  # "the other 79", "the four remaining seats", "the 1.5 million balance"
    if lower[before] in _LAST:
        is_bare = draft.noun_last is None or draft.noun_last <= draft.last
        is_telling = is_bare or draft.kind != "count"
        # "In the last 10 games"; but "For the last six, time is short"
        is_span = lower[before - 2] in _SPANNING and (lower[before - 2] != "for" or behind != [","])
        return is_telling and lower[before - 1] == "the" and not is_span
    if lower[before] == "of":
        return lower[before - 1] in ("remainder", "balance") and lower[before - 2] in ("the", "a")
    if lower[before] in _LEAVING:
        # "Leaving 65 posts open"; not "leaving 65 dead", who are no rest.
        after = end_with_noun(draft)
        return lower[after : after + 1] != [] and lower[after] in _UNUSED
    if lower[before] in _BREAKS and _is_what_is_left(standing, draft, before):
        return True
    if lower[before - 1] == "balance" and lower[before - 3] in _TIPPING:
        return False  # "changed the balance: 84 percent"
    # "The rest, 12 million, ..." and "The other runners, some 1,500, ..." and "What is left, 12 million, ..."
    return lower[before] in _BREAKS and (
        (
            lower[before - 1] in _RESTS
            and (lower[before - 1] != "others" or lower[before - 2] in ("the", "only"))
        )
        or (lower[before - 2] in _OTHER and lower[before - 3] == "the")
    )


def _is_what_is_left(standing: Standing, draft: Draft, comma: int) -> bool:
    """Whether a figure stands behind "what is left, a mere" or "the remainder of the programme,"."""
    lower, opens = standing.lower, standing.document.sentences[draft.sentence][0]
    before = lower[max(opens, comma - _OPENING) : comma]
    if "what" in before:
        behind = before[before.index("what") + 1 :]
        is_there = behind[:1] != [] and (behind[0] in _IS or behind[0] in _REMAIN)
        return is_there and (behind[0] in _REMAIN or not _UNDONE.isdisjoint(behind[1:3]))
    for place in range(max(opens + 1, comma - _SPAN_OF), comma - 1):
        if (
            lower[place] in _RESTS
            and lower[place - 1] == "the"
            and (lower[place + 1], lower[place + 2]) in _OF_THE
        ):
            return "," not in lower[place:comma]
    return False


def is_left(standing: Standing, draft: Draft) -> bool:
    """Whether words say that a figure is left of what is not always told: "that are left", "to go"."""
    before = standing.lower[max(0, draft.first - 2) : draft.first]
    if before == ["left", "with"] or not _OPEN.isdisjoint(before[-1:]):
        return True  # "will be left with 27", "the outstanding 32 million"
    words = _after(standing, draft)[:_OPENING]
    is_told = words[:1] != [] and words[0] in _RELATIVE
    if is_told:
        words = words[1 + (words[1:2] != [] and words[1] in _YET) :]
        if words[:1] != [] and words[0] in _REMAIN:
            return True
        if words[:1] != [] and words[0] in _IS:
            words = words[1:]
        if words[1:2] == ["neither"] or words[2:3] == ["neither"] or words[:1] == ["neither"]:
            return True  # "the 671 that fit neither category", "that belong to neither"
    elif words[1:2] == ["neither"] and words[0] in _SPANNING:
        return True
    if words[:1] != [] and words[0] in _YET:
        words = words[1:]
    if words[:1] == ["to"] and words[1:2] != []:
        return words[1] in _TO_COME and words[2:3] != ["to"]
    return words[:1] != [] and words[0] in _UNDONE and _GOVERNED.isdisjoint(words[1:2])


def is_told_of_rest(standing: Standing, draft: Draft) -> bool:
    """Whether a figure stands in a sentence about the rest: "The rest are in the Ness, with 19, and ..."."""
    lower, opens = standing.lower, standing.document.sentences[draft.sentence][0]
    if _is_of_the_rest(lower, draft):
        return False
    for place in range(draft.first - 2, opens, -1):
        # "The rest will be used up when bonds of 14 million are issued": those are no rest.
        if lower[place] == ";" or lower[place] in _SUBORDINATE:
            return False
        if lower[place] in _RESTS and lower[place - 1] == "the" and lower[place + 1] not in _OF_ANOTHER:
            # "58 percent owned by Tolva and the rest by Quenda, and competes with Harl, which has half"
            leads = place - 1 - (lower[place - 2] == "all" and place - 1 > opens)
            # "And the rest finance the deficit, put at 2.6 percent": told of the deficit.
            is_near = draft.first - place <= _INSIDE and "," not in lower[place : draft.first]
            return leads == opens or (lower[leads - 1] in _JOINED and is_near)
    return False


def _is_of_all_others(standing: Standing, draft: Draft) -> bool:
    """Whether the clause of a figure is about all others: "All other entries, one a map, came to 9"."""
    before = _before(standing, draft)
    for place in range(len(before) - 1):
        pair = before[place : place + 2]
        told = (pair[0] in _ALL and pair[1] in _OTHER) or (pair[0] in _EVERY and pair[1] == "else")
        if told and (place == 0 or before[place - 1] not in _COMPARING):
            return True
    return _opens_with_the_others(standing, draft)


def _opens_with_the_others(standing: Standing, draft: Draft) -> bool:
    """Whether a sentence begins "On the remaining cliffs ..." and has this figure alone."""
    first, last = standing.document.sentences[draft.sentence]
    opening = standing.lower[first : min(last, first + 4)]
    if opening[:1] and opening[0] in _WHERE:
        opening = opening[1:]
    if opening[:1] != ["the"] or _OTHER.isdisjoint(opening[1:2]):
        return False
    noun = opening[2:3]
    return noun != [] and noun[0].endswith("s") and standing.levels_in(draft.sentence) == [draft]


def _made_the_rest(standing: Standing, draft: Draft) -> bool:
    """Whether "gifts made up the rest at" stands before a figure, or "made up the rest" behind it."""
    before, after = _before(standing, draft), _after(standing, draft)
    if before[-2:] == [",", "with"]:
        before = [*before[:-2], "with"]  # "The islands made up the rest, with 490"
    is_before = before[-3:-2] == ["the"] and before[-2] in _RESTS and before[-1] in _AT - _BREAKS
    if "," in after:
        after = after[: after.index(",")]  # "68,350 in gifts, and a raffle made up the rest"
    return is_before or any(
        verb in _MAKING and one == "the" and rest in _RESTS
        for verb, one, rest in zip(after, after[1:], after[2:], strict=False)
    )


def _is_called_last(standing: Standing, draft: Draft) -> bool:
    """Whether what a figure is of is "the fourth and last of them", or the words behind deny any other."""
    after = _after(standing, draft)
    for one, joint, last in zip(after, after[1:], after[2:], strict=False):
        if one in _ORDINALS and joint == "and" and last in _LAST:
            return True
    return _denies_more(after)


def _goes_to_the_rest(standing: Standing, draft: Draft) -> bool:
    """Whether words behind a figure say so: "3 million to everything else", "the last part of the order"."""
    after = _after(standing, draft)
    behind = after[1:5]
    if after[:1] and after[0] in _GOING:
        is_all = behind[:2] == ["everything", "else"] or behind[:2] == ["all", "others"]
        # "5 million to the rest of Europe" is of another whole.
        is_rest = behind[:1] == ["the"] and not _RESTS.isdisjoint(behind[1:2]) and behind[2:3] != ["of"]
        return is_all or is_rest
    return any(
        one == "," and the == "the" and last in _LAST and of == "of"
        for one, the, last, _, of in zip(after, after[1:], after[2:], after[3:], after[4:], strict=False)
    )


def _comes_last(standing: Standing, draft: Draft) -> bool:
    """Whether "finally" or "that left" opens a figure's clause, or it is of "the closing three months"."""
    before = _before(standing, draft)
    if before[:1] and before[0] in _FINALLY:
        return True
    for place, (one, other) in enumerate(pairwise(before[:_OPENING])):
        # "That left 12"; not "a storm that left 12", nor "that leaves it 97 percent funded".
        opens = place == 0 or before[place - 1] in _JOINED
        if (
            one in _SUMMING
            and other in _LEAVING
            and opens
            and _PRONOUNS.isdisjoint(before[place + 2 : place + 3])
        ):
            return True
        spans = place > 0 and before[place - 1] in _SPANNING
        if one == "the" and other in _CLOSING and not spans:
            return not _STRETCHES.isdisjoint(before[place + 2 : place + 4])
    return False


def _ends_the_list(standing: Standing, draft: Draft) -> bool:
    """Whether the sentence behind the last figure of another says that there is no more: "No other came"."""
    document = standing.document
    if draft.sentence + 1 >= len(document.sentences) or _is_followed(standing, draft):
        return False
    first, last = document.sentences[draft.sentence + 1]
    opening = standing.lower[first : min(last, first + _OPENING)]
    return opening[:1] != [] and (_denies_more(opening) or ("elsewhere" in opening and "no" in opening))


def _is_of_so_many_others(standing: Standing, draft: Draft) -> bool:
    """Whether so many others have a figure: "the other 11 centres handled 19,600"."""
    before = _before(standing, draft)[:_OPENING]
    number = draft.first - len(_before(standing, draft)) - 1
    lower = standing.lower
    return (
        0 < len(before) < _OPENING
        and number in standing.lasts
        and lower[number - 1] in _OTHER
        and lower[number - 2] == "the"
        and before[0].endswith("s")
        and _JOINED.isdisjoint(before)
    )


def _rounds_off(standing: Standing, draft: Draft) -> bool:
    """Whether a figure completes what is told: "Rounding off the show are 20", "12 complete the set"."""
    before, after = _before(standing, draft), _after(standing, draft)[:3]
    if not _RANKING.isdisjoint(before):
        return False  # "Rounding out the top five were"
    if before[:1] == ["completing"] or before[:2] in (["rounding", "off"], ["rounding", "out"]):
        return True
    if before[-2:] in (["completed", "by"], ["off", "by"]):
        return before[-2] == "completed" or before[-3:-2] == ["rounded"]
    if after[1:2] in (["off"], ["out"]):
        return after[0] in _ROUND and after[2:] == ["the"]
    return after[1:2] == ["the"] and after[0] in _COMPLETE


def _denies_more(words: list[str]) -> bool:
    """Whether words say that there is no other: "no others", "nobody else", "no other country has"."""
    return any(
        (one == "no" and other in ("other", "others"))
        or (one in _NOBODY and other == "else")
        or (one == "no" and other == "one" and third == "else")
        for one, other, third in zip(words, words[1:], [*words[2:], "."], strict=False)
    )


def _is_followed(standing: Standing, draft: Draft) -> bool:
    ends = standing.document.starts[standing.document.sentences[draft.sentence][1] - 1]
    beside = standing.shares_between if draft.kind in ("share", "percent") else standing.levels_between
    return bool(beside(draft.end, ends))


def _before(standing: Standing, draft: Draft) -> list[str]:
    """Return the words of a figure's clause before it, from the figure or the semicolon before."""
    lower, first = standing.lower, draft.first
    opens = max(standing.document.sentences[draft.sentence][0], first - _REACH)
    while first > opens and lower[first - 1] != ";" and first - 1 not in standing.lasts:
        if lower[first - 1] == ":" and draft.first - first > _BESIDE:
            break  # "They lack everything else: in 2019 almost one hearing in three was called off"
        first -= 1
    return lower[first : draft.first]


def _after(standing: Standing, draft: Draft) -> list[str]:
    """Return the words of a figure's clause behind it, up to the next figure or a semicolon."""
    lower, first = standing.lower, end_with_noun(draft)
    ends = min(standing.document.sentences[draft.sentence][1], first + _REACH)
    last = first
    while last < ends and lower[last] != ";" and last not in standing.firsts:
        last += 1
    return lower[first:last]
