"""Growth and the two levels that it is of, told in other sentences than it.

"A year earlier it took in 450 million. The increase of 8% came from prices": words point back to the levels.
"Visits rose by 30%. There were 260,000, against 200,000 in 2021": growth and levels are of one metric.
"""

from collections.abc import Iterator
from typing import Final

from flows.extraction.claims.standing import (
    WHOLES,
    Candidate,
    Standing,
    choose,
    growth_miss,
    is_alike_in_status,
    words_before,
)
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, related
from flows.extraction.implied.series import PRICES, grown_metric, kindred, may_be_one, same_end, same_place
from flows.extraction.numbers.named_changes import APPOSED
from flows.extraction.relations.likeness import same_level

_CHANGES: Final = frozenset(
    "increase rise growth gain jump decrease fall decline drop reduction cut loss".split()
)
_DEFINITE: Final = frozenset("the this that".split())
_MEANS: Final = frozenset("means is was represents marks meant equals".split())
_THUS: Final = frozenset("thus hence so therefore".split())
_MORE: Final = frozenset("larger more higher greater less fewer smaller lower".split())
_BEFORE: Final = 6  # tokens from the noun to the figure
_TAIL: Final = 6  # tokens behind a growth in which "than normal" stands
_NEAREST: Final = 3  # tokens behind "than" that say than what
_UNTOLD: Final = frozenset("normal usual average expected planned forecast feared hoped inflation".split())
_NEAR: Final = 2  # sentences from the growth to the former level, and to both where only the metric ties them
_FAR: Final = 6  # sentences from a growth that points back to the new level
_OFF: Final = 0.75  # by how much levels may miss their growth and still be meant
# What tells that a sentence speaks of an earlier time, and what sets a former level behind a new one.
_FORMERLY: Final = frozenset("earlier previous previously before ago".split())
_PRONOUNS: Final = frozenset("it they that this there he she we now".split())
_TOTALS: Final = frozenset(("number", "figure", "total"))
_NOW: Final = frozenset("now today currently present".split())
_PAIR: Final = 2  # the new level and the former one
_COLONS: Final = frozenset((":", ";", "–", "—", "--"))
_FAR_COLON: Final = 20  # tokens between a growth and the colon behind which it is explained
_SPANS: Final = frozenset("year season month quarter week summer winter spring autumn".split())
_OPENER: Final = 7  # tokens in which a sentence tells of what time it speaks
_AGAINST: Final = frozenset("against after compared from versus instead".split())
_STOPS: Final = frozenset('.!?"”')  # "A rise of 10% is more than was promised"
_APART: Final = frozenset((",", "-", "–", "—"))
# What is told once with and once without: both numbers may be right.
ADJUSTED: Final = frozenset(
    """comparable organic organically underlying adjusted excluding except constant core adjusting currency
    continuing currencies seasonally""".split()
)
_BEHIND: Final = 4  # tokens from such a word to the former level


def find_standing_growth(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return growths that have no levels yet, with new and former level.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the growths among them.
        found: the relations so far; growths that are tied are left alone.
    """
    growths = [draft for draft in drafts if draft.kind == "growth" and is_relative(draft) and draft.value]
    if not growths or not standing.told:
        return []
    ties = [
        (m.role, id(m.draft)) for relation in found if relation.kind == "growth" for m in relation.members
    ]
    tied = {draft for role, draft in ties if role in ("growth", "change")}
    grown = {draft for role, draft in ties if role in ("new", "old")}
    metrics = {level.metric_code for level in standing.told}
    told: list[Relation] = []
    sentences = [growth.sentence for growth in growths]
    for growth in growths:
        if id(growth) in tied or _is_of_the_untold(standing, growth):
            continue
        if points_back(standing, growth):
            levels = choose(_before(standing, growth), within=_OFF)
        elif sentences.count(growth.sentence) > 1:
            continue
        elif growth.unit in WHOLES and any(kindred(grown_metric(growth), metric) for metric in metrics):
            levels = choose(_of_its_metric(standing, growth, grown), within=_OFF)
        else:
            levels = choose(_explained(standing, growth, grown), within=_OFF)
        if levels is not None and _is_told_of_another(standing, growth, drafts, levels[0]):
            continue
        if levels is not None:
            members = (Member("new", levels[0]), Member("old", levels[1]), Member("growth", growth))
            told.append(related("growth", "standing", *members))
    return told


def _is_told_of_another(standing: Standing, growth: Draft, drafts: list[Draft], new: Draft) -> bool:
    """Whether a growth stands right behind another figure: "took in 3,218 more, a rise of 9%"."""
    lower, place = standing.lower, growth.first - 1
    if lower[place] != "of" or lower[place - 1] not in _CHANGES or lower[place - 2] not in ("a", "an"):
        return False
    return lower[place - 3] == "," and any(
        one is not new and one.sentence == growth.sentence and 0 <= place - 3 - end_with_noun(one) <= 1
        for one in drafts
    )


def _is_of_the_untold(standing: Standing, growth: Draft) -> bool:
    """Whether what a growth starts from is told by nobody, or as something else: "10% more than normal"."""
    behind = standing.lower[growth.last : growth.last + _TAIL]
    if standing.lower[growth.first - 2 : growth.first] in (["following", "a"], ["after", "a"]):
        return True  # "recovered, following a 10 percent drop during the crisis": an earlier change
    if "than" in behind and not _UNTOLD.isdisjoint(behind[behind.index("than") + 1 :][:_NEAREST]):
        return True
    if behind[:3] in (["on", "the", "day"], ["in", "a", "day"]):
        return True  # "The shares fell to 31p, a loss of 18% on the day": since the close
    # "trailing the 22% gain of an index"
    return behind[1:2] == ["of"] and behind[0] in _CHANGES and standing.lower[growth.first - 1] in _DEFINITE


def points_back(standing: Standing, growth: Draft) -> bool:
    """Whether "the increase of", "the rise, 8%,", "this means a fall of", "thus ... larger" stands there."""
    lower = standing.lower
    if "kind" in growth.why and growth.why["kind"].rule == APPOSED:
        return True
    if not _THUS.isdisjoint(lower[max(0, growth.first - 2) : growth.first]) and not _MORE.isdisjoint(
        lower[growth.last : growth.last + 1]
    ):
        return True
    if lower[growth.first - 1] in _DEFINITE and not _CHANGES.isdisjoint(lower[growth.last : growth.last + 1]):
        # "Customers have noticed the 10 per cent increase", not "the 22% gain of an index".
        return lower[growth.last + 1 : growth.last + 2] not in (["of"], ["in"])
    *before, article = words_before(lower, growth, _CHANGES, _BEFORE) or [""]
    # "That is a cut of 10%", "costs 36 euros instead of 30, a rise of a fifth"
    if article in ("a", "an"):
        return not (_MEANS | _APART | _STOPS).isdisjoint(before[-1:]) or not before
    return article in _DEFINITE


def _before(standing: Standing, growth: Draft) -> Iterator[Candidate]:
    """Yield new and former levels told before a growth that points back."""
    levels = standing.told_about(growth, back=_FAR, ahead=0)
    for old in levels:
        if growth.sentence - old.sentence <= _NEAR:
            for new in reversed(levels):
                yield from _judged(standing, growth, new, old)


def _of_its_metric(standing: Standing, growth: Draft, grown: set[int]) -> list[Candidate]:
    """Return the levels around a growth that are of its metric.

    Those that do not make it must be alone, have no other growth, and hang together with it by a pronoun.
    """
    levels = [
        level
        for level in standing.told_about(growth, back=_NEAR, ahead=_NEAR)
        if kindred(grown_metric(growth), level.metric_code)
        and same_place(growth, level)
        and may_be_one(growth.entity_code, level.entity_code)
    ]
    pairs = [
        candidate for old in levels for new in levels for candidate in _judged(standing, growth, new, old)
    ]
    return [
        pair
        for pair in pairs
        if not pair.miss
        or (
            growth.status == "reported"
            and pair.drafts[0].metric_code not in PRICES
            and grown.isdisjoint(map(id, levels))
            and (
                (len(levels) == len(pair.drafts) and _goes_on(standing, growth, pair.drafts))
                or _is_next_step(standing, growth, pair.drafts)
            )
        )
    ] or _explained(standing, growth, grown)


def _explained(standing: Standing, growth: Draft, grown: set[int]) -> list[Candidate]:
    """Return the two levels that explain a growth, whatever they are called.

    They stand behind a colon of its sentence ("fell by 9%: 450 came, after 480"), or are the people of two
    times whom the next sentence tells ("Traffic rose 9% in 2016. People ...").
    """
    if growth.status != "reported":
        return []
    near = standing.told_about(growth, back=0, ahead=1)
    here = [level for level in near if level.sentence == growth.sentence and level.first > growth.first]
    people = [level for level in near if level.sentence == growth.sentence + 1 and level.unit == "person"]
    for levels, is_meant in ((here, _is_behind_a_colon), (people, _are_its_people)):
        if len(levels) == _PAIR and id(levels[0]) not in grown and is_meant(standing, growth, *levels):
            found = [*_judged(standing, growth, *levels)]
            if found:
                return found
    return []


def _is_behind_a_colon(standing: Standing, growth: Draft, new: Draft, old: Draft) -> bool:  # noqa: ARG001
    behind = standing.lower[growth.last : new.first]
    return not _COLONS.isdisjoint(behind[:_BEFORE]) or ":" in behind[:_FAR_COLON]


def _are_its_people(standing: Standing, growth: Draft, new: Draft, old: Draft) -> bool:
    return _is_of_one_time(growth, new, old) and _is_alone(standing, growth.sentence, new.sentence, new)


def _goes_on(standing: Standing, growth: Draft, levels: tuple[Draft, ...]) -> bool:
    """Whether each later sentence of growth and levels begins with what was told in the earlier one."""
    sentences = sorted({growth.sentence, *(level.sentence for level in levels)})
    if any(level.sentence == growth.sentence for level in levels) or sentences[-1] - sentences[0] >= len(
        sentences
    ):
        return False
    openings = [standing.document.sentences[number][0] for number in sentences[1:]]
    timed = {standing.document.sentences[o.sentence][0] for o in levels if _opens_with_a_time(standing, o)}
    return all(
        first in timed
        or standing.lower[first] in _PRONOUNS
        or (standing.lower[first] == "the" and not _TOTALS.isdisjoint(standing.lower[first + 1 : first + 2]))
        for first in openings
    )


def goes_on_from(standing: Standing, draft: Draft) -> bool:
    """Whether the sentence of a figure begins with what was told before it: "It", "The number"."""
    first = standing.document.sentences[draft.sentence][0]
    word, *behind = standing.lower[first : first + 2]
    return word in _PRONOUNS or (word == "the" and not _TOTALS.isdisjoint(behind))


def _opens_with_a_time(standing: Standing, level: Draft) -> bool:
    """Whether the sentence of a level begins at another time: "A year ago it was", "In May of last year"."""
    first = standing.document.sentences[level.sentence][0]
    opener = standing.lower[first : min(first + _OPENER, level.first)]
    return not _FORMERLY.isdisjoint(opener[:4]) or ("last" in opener and not _SPANS.isdisjoint(opener))


def _is_next_step(standing: Standing, growth: Draft, levels: tuple[Draft, ...]) -> bool:
    """Whether right behind a growth the text goes from one level to another, and has no more of their unit.

    "Imports fell by 23%. Some 1.3 million came in, down from 1.4 million": it tells twice how they went,
    unless one of the two leaves something out. What grows behind its levels is a part of them as often.
    """
    new, old = levels
    sentences = sorted({growth.sentence, new.sentence, old.sentence})
    first, last = sentences[0], sentences[-1]
    if growth.sentence != first or first in (new.sentence, old.sentence):
        return False
    if last - first > _NEAR or len(sentences) != last - first + 1:
        return False
    if not growth.entity_code == new.entity_code == old.entity_code:
        return False
    # "Net profit rose. The profit was": the shorter name comes second; a fuller one may be another profit.
    said, again = grown_metric(growth), new.metric_code or ""
    if said != again and (growth.entity_code is None or not said.endswith(f"_{again}")):
        return False
    return same_end(growth, new) and _is_alone(standing, first, last, new)


def _is_of_one_time(growth: Draft, new: Draft, old: Draft) -> bool:
    """Whether a growth and the people that it may be of are dated alike."""
    return (
        new.unit == old.unit == "person"
        and new.sentence == old.sentence
        and growth.period_end is not None
        and (growth.period_start, growth.period_end) == (new.period_start, new.period_end)
        and old.period_end is not None
        and may_be_one(growth.entity_code, new.entity_code)
    )


def _is_alone(standing: Standing, first: int, last: int, new: Draft) -> bool:
    """Whether two levels are the only ones of their unit in sentences in which nothing is left out."""
    document = standing.document
    words = standing.lower[document.sentences[first][0] : document.sentences[last][1]]
    if not ADJUSTED.isdisjoint(words):
        return False
    return sum(level.unit in (new.unit, None) for level in standing.told_in(first, last)) == _PAIR


def _judged(standing: Standing, growth: Draft, new: Draft, old: Draft) -> Iterator[Candidate]:
    is_bare = old.kind == "count" and old.unit is None
    if new is old or not (is_bare or (new.kind == old.kind and same_level(new, old))):
        return
    if not is_alike_in_status((new, old)) or not came_before(standing, old, new):
        return
    off = growth_miss(growth, new, old)
    if off is not None:
        yield Candidate((new, old), off)


def is_relative(growth: Draft) -> bool:
    """Whether a change is told as a share of what changed, or as a multiple of it."""
    return growth.unit in WHOLES or growth.unit == "times"


def came_before(standing: Standing, old: Draft, new: Draft) -> bool:
    """Whether words or periods put the one level before the other."""
    if old.sentence > new.sentence and _opens_with_a_time(standing, old):
        return _FORMERLY.isdisjoint(standing.words(new)) or not _opens_with_a_time(standing, new)
    if new.status in ("forecast", "target") and old.status == "reported":
        return old.sentence == new.sentence or not _NOW.isdisjoint(standing.words(old))
    if new.period_end is None and old.period_end is not None and old.period_end < standing.this_year:
        return True
    if old.period_end is not None and new.period_end is not None and old.period_end != new.period_end:
        return old.period_end < new.period_end
    if old.sentence == new.sentence:
        behind = standing.lower[max(new.last, old.first - _BEHIND) : old.first]
        return new.first < old.first and not _AGAINST.isdisjoint(behind)
    earlier, later = standing.words(old), standing.words(new)
    if old.period_end is not None and "had" in earlier and "had" not in later:
        return True  # "It counted 1,320 thefts. In 2022 there had been 1,500."
    is_told = not _FORMERLY.isdisjoint(earlier) or not _NOW.isdisjoint(later)
    return is_told and _FORMERLY.isdisjoint(later) and _NOW.isdisjoint(earlier)
