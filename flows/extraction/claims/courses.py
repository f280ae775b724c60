"""What a length of time is of, and by which words such a thing begins and ends.

"After 53 days in captivity", "ended a 21-day strike" and "the 84-year-old bridge" name it; "after 118 years"
alone is of what was founded, and any other long span of what the sentences beside it say.
"""

from typing import Final, NamedTuple

from flows.extraction.figure import Draft

_BEFORE: Final = 5  # tokens before a length in which "after a" stands, or "a closure that had lasted"
_BEHIND: Final = 5  # tokens behind it in which the noun stands
_DIGITS: Final = 10  # from which a length has two
_NOTHING: Final = frozenset(
    "a an the its their his her more than nearly almost about some over around just".split()
)
_LASTED: Final = frozenset("lasted lasting lasts spent took takes".split())
_AFTER: Final = frozenset("after ended ending ends end following broke breaking".split())
_SPENT: Final = frozenset("spent lasted lasting those these".split())
# "Held for 75 days", "had stood for 29 years"
_STATES: Final = frozenset("held closed shut missing stood together married idle out".split())
_PLANNED: Final = frozenset("due planned expected scheduled supposed average averaging".split())
_BEGINNING: Final = frozenset("its founding foundation opening birth launch".split())
_DONE: Final = frozenset("after his her its their the".split())
_DOING: Final = frozenset("as at in of with on behind under".split())
_SHORT: Final = frozenset(("day", "week", "month"))
_STOPS: Final = frozenset((",", ".", "–", "—"))
_WEAK: Final = frozenset("over off go left returned handed".split())  # what much else does
_AGES: Final = frozenset("old anniversary birthday".split())
_MARKING: Final = frozenset("marks mark marked marking celebrates celebrate celebrated celebrating".split())
# "For the first time in 12 years", "the lowest for 12 years"
_EXTREME: Final = frozenset(
    """first lowest highest biggest largest worst best smallest warmest coldest hottest wettest driest fewest
    strongest weakest longest shortest""".split()
)
# What is so many years old and nobody.
_THINGS: Final = frozenset(
    """structure building bridge tunnel tower dam pier lido pool stadium ground arena hall theatre cinema
    hotel hospital school college university library museum church chapel cathedral mosque house castle
    station airport harbour port railway line canal ship ferry boat vessel plant factory works mill mine
    brewery distillery bakery shipyard yard shop store pub restaurant market club orchestra choir band
    festival society association institution charity company firm business group chain maker carmaker
    manufacturer bank insurer airline newspaper magazine publisher party union league""".split()
)


class Course(NamedTuple):
    """How something begins and ends: the nouns that it is called, and the verbs of its two ends.

    Where its noun or its end is the news, its beginning is told of it alone.
    """

    nouns: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    is_of_news: bool


def _course(nouns: str, begins: str, ends: str, *, is_of_news: bool = True) -> Course:
    return Course(frozenset(nouns.split()), frozenset(begins.split()), frozenset(ends.split()), is_of_news)


_COURSES: Final = (
    _course(
        "closure shutdown suspension outage ban interruption",
        "shut closed suspended halted stopped banned",
        "reopened reopens reopen resumed lifted restored",
    ),
    _course(
        "strike stoppage walkout dispute lockout siege war trial occupation blockade standoff boycott",
        "began begun started walked broke opened downed",
        "ended finished over off concluded returned",
    ),
    _course(
        "captivity captors hostage detention custody jail prison hands",
        """seized kidnapped captured hijacked abducted arrested detained jailed imprisoned taken snatched
        stopped""",
        "released freed rescued escaped go handed",
    ),
    _course(
        "orbit space sea voyage expedition",
        "departed left sailed launched",
        "landed arrived docked",
    ),
    _course("work construction build", "began begun started", "completed finished opened inaugurated"),
    _course(
        "post job charge office helm role reign power top spent",
        "became appointed elected took succeeded joined came since",
        "leaves leave leaving resigned resigns retired retires retire steps step stepping quits ousted",
    ),
)
# What ended without a noun for it was founded.
FOUNDED: Final = _course(
    "business existence trading production operation history",
    """founded established opened built formed created set launched inaugurated erected constructed completed
    started began begun dates first""",
    "closed shut ceased folded",
    is_of_news=False,
)
OLD: Final = FOUNDED._replace(nouns=frozenset())  # and is so old today
LAST: Final = _course("", "last previously", "", is_of_news=False)
ANY: Final = Course(
    frozenset(),
    frozenset.union(*(course.begins for course in _COURSES)) | {"married", "vanished", "moved", "set"},
    frozenset.union(*(course.ends for course in _COURSES)),
    is_of_news=False,
)
# "The kidnappers let them go on Saturday, after 18 weeks": what ended is told in other sentences.
AFTER: Final = ANY._replace(is_of_news=True)


def course_of(lower: list[str], draft: Draft, sentence: list[str]) -> Course | None:
    """Return what lasted so long, None where the words do not say that anything did."""
    before = lower[max(0, draft.first - _BEFORE) : draft.first]
    behind = lower[draft.last : draft.last + _BEHIND]
    if not _PLANNED.isdisjoint(sentence):
        return None
    if not _AGES.isdisjoint(behind[:2]):
        return OLD if _is_age_of_a_thing(before, behind) else None
    if draft.unit == "year" and not _MARKING.isdisjoint(before[-1:]):
        return OLD  # "marks 75 years of music"
    if draft.form == "ordinal":
        # "The strike, which began on 1 May, had entered its 18th day"
        return next((course for course in _COURSES if not course.nouns.isdisjoint(sentence)), None)
    has_lasted = not _LASTED.isdisjoint(before[-2:])
    near = _without_articles(before)
    if len(near) > 1 and near[-1] == "of" and any(near[-2] in course.nouns for course in _COURSES):
        near = _without_articles(near[:-2])  # "after a closure of 18 months"
    has_ended = has_lasted or not _AFTER.isdisjoint(near[-1:])
    named = _named(frozenset((*before, *behind)), behind, sentence, has_ended=has_ended)
    if named is not None:
        return named
    if not near:
        return None
    if near[-1] == "after":
        ended = [course for course in _COURSES if not course.ends.isdisjoint(sentence)]
        if len(ended) == 1 and _WEAK.isdisjoint(sentence):
            return ended[0]
        if draft.unit in _SHORT and behind[:1] and behind[0] in _STOPS:
            return AFTER
    if not behind:
        return None
    if before[-1] in ("in", "for") and not _EXTREME.isdisjoint(sentence):
        return LAST
    # "After 72 years, the tannery closed", "It closed after 72 years."
    if (near[-1] == "after" and behind[0] in _STOPS) or not FOUNDED.nouns.isdisjoint(behind):
        return FOUNDED
    is_told = before[-1] in _SPENT or (before[-1] in _DONE and behind[0] in _DOING)
    is_told = (is_told and behind[0] != "of") or (before[-1] == "for" and not _STATES.isdisjoint(before[-2:]))
    is_long = (draft.value or 0) >= _DIGITS and "-" not in lower[draft.first : draft.last]
    return ANY if is_told and is_long else None


def _named(
    around: frozenset[str], behind: list[str], sentence: list[str], *, has_ended: bool
) -> Course | None:
    """Return what ended so long after it began, by its noun."""
    for course in _COURSES:
        # "A five-week strike that was called off"
        is_over = not course.nouns.isdisjoint(behind[:1]) and not course.ends.isdisjoint(sentence)
        if is_over or (has_ended and not course.nouns.isdisjoint(around)):
            return course
    return None


def _is_age_of_a_thing(before: list[str], behind: list[str]) -> bool:
    """Whether an age is of what was founded: "the 84-year-old bridge", "the club is 50 years old"."""
    if behind[0] == "old":
        return before[-1:] in (["is"], ["was"], ["now"])
    if behind[1:2] != ["old"]:
        # "The 25th anniversary of the accord" is not that of what tells it.
        return behind[1:2] != ["of"] or not _BEGINNING.isdisjoint(behind)
    return not _THINGS.isdisjoint(behind[2:4]) or "which" in behind


def _without_articles(words: list[str]) -> list[str]:
    """Return words without the articles and hedges that end them."""
    end = len(words)
    while end and words[end - 1] in _NOTHING:
        end -= 1
    return words[:end]
