"""Shares that exclude one another: who votes for one votes for no other, so that they are 100% at most.

So are answers of which each could choose one: "Everybody could tick one box".
"""

from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Relation, drafts_of, figures_of, start_of
from flows.extraction.relations.sums import spread

# Of these each member belongs to one; of answers several may be given.
_EXCLUSIVE: Final = frozenset(("share_of_votes", "share_of_vote", "share_of_seats"))
_ACCOUNTS: Final = frozenset("accounts account accounted accounting".split())
_BACK: Final = 1  # sentences from one share to the next
_MOST: Final = 150  # per cent, above which they are of two wholes
# "71 percent of its revenue compared to 43 percent of its rival's" are of two wholes.
_CONTRASTS: Final = frozenset("compared against versus than".split())
_CHOOSING: Final = frozenset("choose chose tick ticked pick picked name select mark give given".split())
_ANSWERS: Final = frozenset("box answer answers option options choice choices favourite favorite".split())
_CHOICE: Final = 7  # tokens from the verb to the answer
_ANSWER: Final = 4  # tokens from "one" to the answer
_NEAR: Final = 12  # sentences around it in which answers are told
_FEW: Final = 2  # shares that are no set of answers
_TAKING: Final = frozenset("took takes take bought got received".split())
_LIST: Final = 4  # shares of a sentence that are a list of all there are
_LED: Final = frozenset("from by in on".split())
# Who is of one place, or goes one way, is of no other.
_PLACING: Final = frozenset("were are was is came come arrived arrive travelled travel".split())
_STATES: Final = frozenset("favour favor need debt work use".split())  # of which one may be in several
_JOINED: Final = frozenset((",", ";", "and"))
# What sets shares against one another, or lets somebody have two of them.
_NO_LIST: Final = frozenset(
    """compared against versus than from to ahead followed respectively both also several multiple more less
    margin up down earlier previous ago rose fell have has had own owns owned use uses used speak speaks know
    cited mentioned complained suffer suffered like liked admitted reported""".split()
)
_BEYOND: Final = frozenset("more exceed exceeds exceeding over above beyond".split())
_NEEDED: Final = frozenset("required needed necessary threshold minimum hurdle".split())
_NEED: Final = 4  # tokens before a share that is one to be reached
_WHOLE: Final = 100
_MOST_LISTED: Final = 140  # per cent, above which they are of several wholes
_SCALES: Final = {"percent": 1, "fraction": 100}
_MOST_CHOSEN: Final = 200  # per cent, above which other shares are told, too
# Who is of neither of two camps, beside the share of those: "some 13 percent had not made up their minds".
_NEITHER: Final = frozenset("undecided unsure undeclared minds mind decided opinion know".split())
_NO: Final = frozenset("not no nor n't yet neither".split())
_SURE: Final = frozenset("undecided unsure undeclared".split())
_OF_CAMP: Final = frozenset("who that for against opposed opposing backing saying in".split())
_BESIDE: Final = 8  # tokens about a share
_CAMPS: Final = 2
_RANGING: Final = frozenset(("from", "to", "between"))
_POLLS: Final = frozenset(
    "poll polls survey surveys surveyed pollster pollsters earlier previous ago".split()
)


def find_exclusive_shares(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares of one whole that different members have, told one after the other, as parts of a sum.

    Args:
        standing: the figures of the article.
        found: the relations so far; shares that make up a whole already are left alone.
    """
    summed = figures_of(one for one in found if one.kind == "sum")
    groups: list[list[Draft]] = []
    for share in standing.shares:
        if share.unit != "percent" or share.subject is None or id(share) in summed:
            continue
        if not _POLLS.isdisjoint(standing.words(share)):
            continue
        last = groups[-1] if groups else []
        if not _NEEDED.isdisjoint(standing.lower[share.first - _NEED : share.first]):
            continue  # "passed with 56 percent, clearing the required 55 percent"
        if last and _is_of_one_whole(last, share):
            last.append(share)
        elif _is_exclusive(standing, share) and _CONTRASTS.isdisjoint(standing.words(share)):
            groups.append([share])
    found_sets = [
        spread("exclusive", None, group, False)
        for group in groups
        if len(group) > 1 and sum(share.value or 0 for share in group) <= _MOST
    ]
    found_sets += _with_undecided(standing, found, summed)
    found_sets += _lists(standing, summed | figures_of(found_sets))
    found_sets = found_sets or _choices(standing, summed)
    return [one for one in found_sets if not _are_said_to_be_more(standing, drafts_of(one)[-1])]


def _are_said_to_be_more(standing: Standing, last: Draft) -> bool:
    """Whether the text says that shares come to more: "They make more than 100, as many ticked two"."""
    for first, end in standing.document.sentences[last.sentence : last.sentence + 2]:
        words = standing.lower[first:end]
        if "100" in words and not _BEYOND.isdisjoint(words):
            return True
    return False


def _with_undecided(standing: Standing, found: list[Relation], summed: set[int]) -> list[Relation]:
    """Return the shares of two camps, told last, with that of those who are of neither."""
    claims = [
        share
        for share in standing.shares
        if share.unit == "percent" and id(share) not in summed and _is_undecided(standing, share)
    ]
    if not claims:
        return []
    # "46 percent, five points more than the 41 percent who said no": told as a change, and a camp.
    camps = [
        member.draft
        for relation in found
        if relation.kind == "growth"
        for member in relation.members
        if member.role == "old" and member.draft is not None and member.draft.unit == "percent"
    ]
    camps = [camp for camp in camps if not _OF_CAMP.isdisjoint(standing.lower[camp.last : camp.last + 1])]
    told = []
    for share in claims:
        before = [
            one
            for one in (*standing.shares_before(share, _BACK), *camps)
            if 0 <= share.sentence - one.sentence <= _BACK
            and one.start < share.start
            and standing.lower[one.first - 1] not in _RANGING  # "the pension age from 65 to 67"
        ]
        before = sorted({id(one): one for one in before}.values(), key=start_of)[-_CAMPS:]
        if len(before) == _CAMPS and all(one.unit == "percent" and one.kind != "growth" for one in before):
            told.append(spread("exclusive", None, [*before, share], False))
    return told


def _is_undecided(standing: Standing, share: Draft) -> bool:
    first, last = standing.document.sentences[share.sentence]
    words = standing.lower[max(first, share.first - _BESIDE) : min(last, share.last + _BESIDE)]
    return not _SURE.isdisjoint(words) or not (_NEITHER.isdisjoint(words) or _NO.isdisjoint(words))


def _lists(standing: Standing, summed: set[int]) -> list[Relation]:
    """Return the shares of a sentence that are one list of four or more: its base is told once, or never.

    "A quarter walk, 54 per cent take the bus, 22 are driven and eight cycle": each does one of these.
    """
    found = []
    for sentence in sorted({share.sentence for share in standing.shares}):
        shares = standing.shares_in(sentence, sentence)
        is_parallel = len(shares) > _FEW and _are_parallel(standing.lower, shares)
        is_taken = len(shares) == _FEW + 1 and not _TAKING.isdisjoint(standing.words(shares[0]))
        if not (is_taken or is_parallel or len(shares) >= _LIST) or any(
            one.unit not in _SCALES or one.kind == "growth" for one in shares
        ):
            continue
        words = standing.words(shares[0])
        between = [standing.lower[one.last : other.first] for one, other in pairwise(shares)]
        if (
            "and" not in between[-1]
            or not (is_parallel or _NO_LIST.isdisjoint(words))
            or not summed.isdisjoint(map(id, shares))
        ):
            continue
        bases = sum(standing.lower[share.last : share.last + 1] == ["of"] for share in shares)
        amount = sum(_SCALES[share.unit or ""] * (share.value or 0) for share in shares)
        is_list = all(_JOINED.intersection(words) for words in between)
        if is_list and bases <= 1 and _WHOLE < amount <= _MOST_LISTED:
            found.append(spread("exclusive", None, shares, False))
    return found


def _are_parallel(lower: list[str], shares: list[Draft]) -> bool:
    """Whether shares are told alike: "62 percent of visitors came from here, 37 from there and 11 from afar".

    The first has the verb and the whole; behind each other one stands the word that tells them apart.
    """
    words = {lower[share.last] for share in shares[1:] if share.last < len(lower)}
    if len(words) != 1 or _LED.isdisjoint(words):
        return False
    if any(lower[share.last + 1] in _STATES for share in shares[1:] if share.last + 1 < len(lower)):
        return False
    first, second = shares[0], shares[1]
    between = lower[first.last : second.first]
    place = between.index(lower[second.last]) if lower[second.last] in between else 0
    return place > 0 and between[place - 1] in _PLACING and "," not in between[:place]


def _choices(standing: Standing, summed: set[int]) -> list[Relation]:
    """Return all shares of an article that says that each of those asked could choose one answer."""
    lower = standing.lower
    said = [
        sentence
        for sentence in standing.sentences_with(_CHOOSING)
        for first, last in (standing.document.sentences[sentence],)
        for place in range(first, last - 1)
        if lower[place] in _CHOOSING and _is_one_answer(lower[place + 1 : min(last, place + _CHOICE)])
    ]
    if not said:
        return []
    shares = [
        share
        for share in standing.shares
        if share.unit in _SCALES and abs(share.sentence - said[0]) <= _NEAR and share.kind != "growth"
    ]
    amount = sum(_SCALES[share.unit or ""] * (share.value or 0) for share in shares)
    if len(shares) <= _FEW or not summed.isdisjoint(map(id, shares)) or amount > _MOST_CHOSEN:
        return []
    return [spread("exclusive", None, shares, False)]


def _is_one_answer(words: list[str]) -> bool:
    """Whether "one box" or "only one of four answers" stands among the words behind a verb of choosing."""
    return "than" not in words and any(
        word == "one" and not _ANSWERS.isdisjoint(words[place + 1 : place + _ANSWER])
        for place, word in enumerate(words)
    )


def _is_exclusive(standing: Standing, share: Draft) -> bool:
    code = share.metric_code or ""
    return code in _EXCLUSIVE or (
        code.startswith("share_of_") and not _ACCOUNTS.isdisjoint(standing.words(share))
    )


def _is_of_one_whole(group: list[Draft], share: Draft) -> bool:
    first, last = group[0], group[-1]
    return (
        share.metric_code == first.metric_code
        and (share.base == first.base or None in (share.base, first.base))
        and share.sentence - last.sentence <= _BACK
        and share.status == first.status
        and share.period_end == first.period_end
        and (share.place_code == first.place_code or None in (share.place_code, first.place_code))
        and all(share.value != one.value or share.subject != one.subject for one in group)
        and len({one.subject for one in (*group, share)}) > len(group) - 1
    )
