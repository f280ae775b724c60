"""A level, and what the text itself says that it was before: a step.

"Reserves were put at 41 billion. A month before, they had amounted to 43", "In 2006 there were 21 pairs. This
winter there are 63": the second sentence has no name for what it tells but "it", "the figure" or the
word of the first one. Or one sentence sets them against one another: "412 shops, against 457 in 2016".
Periods or words put the one level before the other. The numbers have no say.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from flows.extraction.claims.difference_words import EXTREMES, claim_of
from flows.extraction.claims.earlier_levels import SPANS_OF_TIME, are_as_long, is_told_earlier, words_of
from flows.extraction.claims.level_growth import FORECAST
from flows.extraction.claims.standing import WHOLES, Standing
from flows.extraction.figure import Draft, start_of
from flows.extraction.implied.series import same_place
from flows.extraction.relations.likeness import opposed, same_level
from flows.extraction.text.change_words import CHANGE_VERBS, singular
from flows.extraction.text.level_words import QUOTES

_OPENER: Final = 14  # tokens in which a sentence says when, before it says what
_VERB: Final = 8  # tokens from "it" to the level
_TAIL: Final = 9  # tokens behind a level that say when it was
_EARLIER: Final = 6  # tokens in which "Twelve months before," stands
_CLOSE: Final = 4  # tokens before a level in which "against" stands
_TIMES: Final = 20  # times a level that its former level may be
# What a sentence may begin with that says when.
_WHEN: Final = SPANS_OF_TIME | frozenset(
    """years seasons months quarters weeks decades days day half end start beginning turn stage point period
    date census count survey jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday
    thursday friday saturday sunday a an the one two three four five six seven eight nine ten eleven twelve
    twenty same previous last first second third fourth of in at by on during for back just only ago before
    earlier previously formerly then , that this and but corresponding comparable prior year-ago preceding
    past today now currently present until recently yesterday initially originally""".split()
)
_PRONOUNS: Final = frozenset("it they there that this these those".split())
_NOUNS: Final = frozenset("number figure total count rate level sum tally amount size result".split())
_ADJECTIVES: Final = frozenset("same comparable equivalent corresponding overall".split())
# What may stand between "it" and a level that says no more than that it was so much.
_BEING: Final = frozenset(
    """was were is are be been stood stands standing totalled totaled totals amounted amounts came comes
    numbered numbers reached reaches averaged averages had have has counted compares compared""".split()
)
_FILLING: Final = frozenset(
    """at to with just only some about around roughly nearly almost a an the still now not yet even up down
    from no more fewer less than already currently since again further by then
    worth valued""".split()
)
EARLY: Final = frozenset(
    """ago before earlier previous previously formerly last prior year-ago preceding initially
    originally""".split()
)
_AGAINST: Final = frozenset("against compared versus vs after".split())
_SETTING: Final = _AGAINST | {";"}
_PAIR: Final = 2
_HAD: Final = frozenset(("had", "'d"))
_NOW: Final = frozenset("now today currently present are is stands has have this latest".split())
_YEAR: Final = 4  # digits
_PUT: Final = 4  # tokens before a level in which "the total" stands
_THEM: Final = frozenset(("it", "them"))
_HAVING: Final = frozenset("has have had".split())
_BRINGS: Final = frozenset("brings brought takes took lifts lifted puts".split())
_WHERE: Final = frozenset(("at", "by"))
_SHORT: Final = 3  # letters of words that say little
_STEM: Final = 5  # letters by which words of one family are known
_VAGUE: Final = frozenset(
    "number total amount share percent rate figure people last year month from with".split()
)
_DEATHS: Final = dict.fromkeys("died dies dead killed dying fatalities toll".split(), "deaths")
_ENDS: Final = frozenset(". ; ! ? ( : —".split())
# What is told on another footing, or by nobody yet.
_OTHERWISE: Final = FORECAST | frozenset(
    "could should will capacity basis excluding adjusted underlying if planned".split()
)
_EXTREMES: Final = EXTREMES | {"average"}


class Step(NamedTuple):
    """Two levels of one thing: the new one, and what it is said to have been before.

    Attributes:
        new, old: the levels.
        is_loose: whether only the time says that they are of one thing: "A year before, tenants paid 600".
    """

    new: Draft
    old: Draft
    is_loose: bool = False


class Steps(NamedTuple):
    """The steps of an article.

    Attributes:
        across: those of which each level has a sentence of its own.
        within: those of one sentence.
    """

    across: list[Step]
    within: list[Step]


def find_steps(standing: Standing) -> Steps:
    """Return the levels that a text tells with what they were before, or with what they are by now."""
    told = _levels(standing)
    return Steps(_across(standing, told), _within(standing, told))


def _across(standing: Standing, told: dict[int, list[Draft]]) -> list[Step]:
    steps = []
    for sentence, levels in told.items():
        before = told.get(sentence - 1)
        if not before:
            continue
        first, _ = standing.document.sentences[sentence]
        for later in levels:
            step = _step(standing, before, later, first)
            if step is not None and not any(
                other is not later and may_be_of_one_thing(other, later) for other in levels
            ):
                steps.append(step)
                break
    return steps


def _within(standing: Standing, told: dict[int, list[Draft]]) -> list[Step]:
    """Return the levels that one sentence sets against an earlier one, and against no other."""
    steps = []
    lower = standing.lower
    for sentence in standing.sentences_with(_SETTING) & told.keys():
        levels = told[sentence]
        for place, (new, old) in enumerate(pairwise(levels)):
            if ";" in lower[new.last : old.first]:
                # "It was 11,420 last season; the year before it had been 10,980"
                step = (
                    _step(standing, [new], old, lower.index(";", new.last) + 1)
                    if len(levels) == _PAIR
                    else None
                )
                steps += [step] if step is not None else []
                continue
            between = lower[max(new.last, old.first - _CLOSE) : old.first]
            if _AGAINST.isdisjoint(between) or not may_be_of_one_thing(new, old):
                continue
            if is_percentage(new) and "by" in lower[max(0, new.first - _CLOSE) : new.first]:
                continue  # "rose by a smaller 0.2 percent after a 0.4 percent pickup"
            further = levels[place + 2 : place + 3]
            if further and further[0].first - old.last <= _TAIL and may_be_of_one_thing(further[0], old):
                continue  # "against 316 in May and 290 a year ago"
            _, last = standing.document.sentences[old.sentence]
            tail = _clause(lower, old.last, min(last, old.last + _TAIL))
            tail = tail[: tail.index(",")] if "," in tail else tail
            words = [*between, *tail]
            if not new.status == old.status == "reported" or _is_otherwise(standing, new, old, words):
                continue
            # Set against what is dated, what is not is of now.
            is_told = new.period_end is None and old.period_end is not None
            if not EARLY.isdisjoint(words) or _is_dated_before(old, new, is_told=is_told):
                steps.append(Step(new, old))
    return steps


def is_percentage(level: Draft) -> bool:
    """Whether a level is told as so many in a hundred, or a fraction."""
    return level.unit in WHOLES


def _levels(standing: Standing) -> dict[int, list[Draft]]:
    """Return the levels by sentence, percentages too."""
    told: dict[int, list[Draft]] = {}
    for level in standing.told:
        told.setdefault(level.sentence, []).append(level)
    for share in standing.told_shares:
        levels = told.setdefault(share.sentence, [])
        levels.append(share)
        levels.sort(key=start_of)
    return told


def _step(standing: Standing, before: list[Draft], later: Draft, first: int) -> Step | None:
    """Return the step that the words from `first` on make of a level and one of those before."""
    if later.first - first > _OPENER + _VERB:
        return None
    lower = standing.lower
    _, last = standing.document.sentences[later.sentence]
    is_named = is_loose = False
    place = _anaphor(lower, first, later.first)
    if place is None:
        # "Revenue was 752 million a year earlier"
        is_named = _ends_in_being(lower, first, later.first)
        is_loose = not is_named and _opens_early(lower, first, later.first)
        if not (is_named or is_loose):
            return None
        place = first + _EARLIER if is_loose else later.first
    is_said = is_named or is_loose or _says_only(_last_clause(lower[place + 1 : later.first]))
    if not is_said and later.first - place > _VERB:
        return None
    # "660 euros, which is 40 more than a year earlier"
    earlier = [
        level for level in before if may_be_of_one_thing(level, later) and not _is_difference(standing, level)
    ]
    if not is_said:
        said = lower[later.first - 1]
        again = [one for one in earlier if said in lower[max(0, one.first - _PUT) : one.first]]
        # "It sold 24,100. The year before it had sold 32,130"
        is_said, earlier = bool(again), again or earlier
    if len(earlier) > 1 or is_named or not is_said:
        # "It handled 3.4 million tonnes. In 2011 it had handled 3.1"
        earlier = [level for level in earlier if _is_one_thing(level, later)]
    if len(earlier) != 1:
        return None
    one = earlier[0]
    words = lower[first : min(last, later.last + _TAIL)]
    # "Twelve months before, the same buyer would have paid": that is how it was.
    is_so = one.status == "reported" and (later.status == "reported" or (is_loose and "would" in words))
    if not is_so or _is_otherwise(standing, one, later, words):
        return None
    tail = _clause(lower, later.last, min(last, later.last + _TAIL))
    opener, verb = lower[first:place], lower[place : later.first]
    if is_loose or _is_former(standing, later, one, [*opener, *tail], verb):
        return Step(one, later, is_loose)
    if not is_loose and _is_new(standing, later, one, [*opener, *verb, *tail]):
        return Step(later, one)
    return None


def _opens_early(lower: list[str], first: int, last: int) -> bool:
    """Whether a sentence opens with an earlier time: "Twelve months before, the same buyer paid"."""
    opener = lower[first : min(last, first + _EARLIER)]
    when = next((place for place, word in enumerate(opener) if word not in _WHEN), len(opener))
    return not EARLY.isdisjoint(opener[:when])


def _is_difference(standing: Standing, level: Draft) -> bool:
    return claim_of(standing.lower, level, standing.document.sentences[level.sentence]) is not None


def _is_otherwise(standing: Standing, one: Draft, other: Draft, words: list[str]) -> bool:
    """Whether one of two levels is told on another footing: expected, the most ever, without something."""
    return (
        one.metric_code in QUOTES
        or other.metric_code in QUOTES
        or not _OTHERWISE.isdisjoint(words)
        or not _EXTREMES.isdisjoint(words)
        or not _OTHERWISE.isdisjoint(words_of(standing, one))
        or opposed(standing.lower, one, other)
        or (one.kind == "money" and not are_as_long(one, other))
    )


def _is_dated_before(old: Draft, new: Draft, *, is_told: bool) -> bool:
    """Whether a level is of an earlier time by its period, or else by words."""
    if old.period_end is None or new.period_end is None or old.period_end == new.period_end:
        return is_told
    return old.period_end < new.period_end


def _anaphor(lower: list[str], first: int, last: int) -> int | None:
    """Return where a sentence says "it", "they", "the figure", with nothing before but when that was."""
    if lower[first] == "when":
        # "When it was counted in 1969 there were"
        return next(
            (
                place
                for place in range(first + 2, min(last, first + _OPENER))
                if lower[place] in _PRONOUNS and not _BEING.isdisjoint(lower[place + 1 : place + 2])
            ),
            None,
        )
    for place in range(first, min(last, first + _OPENER)):
        word = lower[place]
        behind = lower[place + 1 : place + 3]
        if word in _PRONOUNS and SPANS_OF_TIME.isdisjoint(behind[:1]):
            return place
        if word == "the" and not _NOUNS.isdisjoint(behind):
            noun = place + 1 if behind[0] in _NOUNS else place + 2
            if noun == place + 1 or behind[0] in _ADJECTIVES:
                return noun if noun < last else None
        if word not in _WHEN and not word[0].isdigit():
            return None
    return None


def _says_only(between: list[str]) -> bool:
    """Whether words say no more than that it was so much: "had amounted to", "was at"."""
    return (
        len(between) <= _VERB
        and any(word in _BEING or word in CHANGE_VERBS for word in between)
        and all(word in _BEING or word in _FILLING or word in CHANGE_VERBS for word in between)
    )


def _last_clause(words: list[str]) -> list[str]:
    """Return the words behind the last "and": "has risen by 1,240 and stands at"."""
    if "and" not in words:
        return words
    return words[len(words) - words[::-1].index("and") :]


def _ends_in_being(lower: list[str], first: int, last: int) -> bool:
    """Whether a verb that says no more than that it was so much leads to a level."""
    while last > first and lower[last - 1] in _FILLING:
        last -= 1
    return last > first and lower[last - 1] in _BEING


def _clause(lower: list[str], first: int, last: int) -> list[str]:
    return lower[first : next((place for place in range(first, last) if lower[place] in _ENDS), last)]


def _is_former(
    standing: Standing, later: Draft, one: Draft, when: Sequence[str], verb: Sequence[str]
) -> bool:
    """Whether the second sentence tells what was before: by its time, or as what "had been"."""
    year = next((word for word in when if len(word) == _YEAR and word.isdigit()), None)
    if later.period_end is None and year is not None and one.period_end is not None:
        return year < one.period_end[:_YEAR]
    has_been = not _HAD.isdisjoint(verb[1:2])
    if has_been and not EARLY.isdisjoint(when):
        return True  # "It was 11,420 last season; the year before it had been 10,980"
    if is_told_earlier(words_of(standing, one)) and (
        later.period_end is None or one.period_end is None or later.period_end >= one.period_end
    ):
        return False
    is_told = has_been or not EARLY.isdisjoint(when)
    is_past = (
        one.period_end is None and later.period_end is not None and later.period_end < standing.this_year
    )
    return _is_dated_before(later, one, is_told=is_told or is_past)


def _is_new(standing: Standing, later: Draft, one: Draft, words: Sequence[str]) -> bool:
    """Whether the second sentence tells what is by now, and the first one what was before."""
    if None not in (later.period_end, one.period_end) and later.period_end != one.period_end:
        return _is_dated_before(one, later, is_told=False)
    if not EARLY.isdisjoint(words) or _NOW.isdisjoint(words):
        return False
    is_told = one.period_end is not None and one.period_end < standing.this_year
    return is_told or is_told_earlier(words_of(standing, one))


def may_be_of_one_thing(one: Draft, other: Draft) -> bool:
    """Whether two levels may be of one thing at two times, as far as units and sizes say."""
    if is_percentage(one) or is_percentage(other):
        return one.unit == other.unit
    if not one.value or not other.value or not one.value / _TIMES <= other.value <= one.value * _TIMES:
        return False
    if same_level(one, other) or same_level(other, one):
        return True
    return one.kind == other.kind == "count" and None in (one.unit, other.unit)


def _is_one_thing(one: Draft, other: Draft) -> bool:
    """Whether two levels are of one metric, and nothing tells apart who or where."""
    return (
        one.metric_code == other.metric_code is not None
        and one.entity_code == other.entity_code
        and same_place(one, other)
        and one.scope == other.scope
    )


def words_about(standing: Standing, step: Step) -> set[str]:
    """Return the beginnings of the words that say what the levels of a step are of.

    Not those of a subject that stands in a sentence before: "It" may have more than one thing.
    """
    said: set[str] = set()
    for level in (step.new, step.old):
        for name in (level.metric, level.unit):
            said |= stems((name or "").lower().split())
        reason = level.why.get("subject")
        first, _ = standing.document.sentences[level.sentence]
        if (
            level.subject is not None
            and reason is not None
            and reason.start >= standing.document.starts[first]
        ):
            # Whose it is does not say what it is.
            owner = (level.entity_code or "").partition("/")[0].split("_")
            said |= stems(level.subject.lower().split()) - stems(owner)
    return said


def without_owners(words: list[str]) -> list[str]:
    """Return words but those for whose something is: "the bank's revenue", "profit at the bank"."""
    return [
        word
        for place, word in enumerate(words)
        if words[place + 1 : place + 2] not in (["'s"], ["’s"])
        and _WHERE.isdisjoint(words[max(0, place - 2) : place])
    ]


def stems(words: Sequence[str]) -> set[str]:
    """Return the beginnings of the words that say something."""
    return {stem(_DEATHS.get(word, word)) for word in words if len(word) > _SHORT and word not in _VAGUE}


def stem(word: str) -> str:
    """Return the beginning of a word, which it shares with others of its family: applying, applications."""
    return singular(word)[:_STEM].replace("y", "i")


def refers_back(standing: Standing, step: Step) -> bool:
    """Whether a step begins with what the sentence before tells: "It handled", "put it at"."""
    one = min(step.new, step.old, key=start_of)
    lower = standing.lower
    before = lower[max(0, one.first - _PUT) : one.first]
    if any(
        (word == "the" and behind in _NOUNS) or (word in _THEM and behind == "at")
        for word, behind in pairwise(before)
    ):
        return True
    first, _ = standing.document.sentences[one.sentence]
    place = _anaphor(lower, first, one.first)
    if place is None:
        return False
    said = [word for word in lower[place + 1 : one.first] if word not in _FILLING]
    verb, *further = said or [""]
    if verb in _HAVING and one.kind == "count" and one.noun_first is not None:
        return False  # "Its shares fell. It has 1,240 branches"
    return verb in _BRINGS or all(word in _BEING for word in further)
