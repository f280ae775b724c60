"""Ages with the dates that they lie between: "died on Wednesday, aged 82 ... She was born on 12 March 1931".

An article that tells one birth is about one person, whose age it gives where it opens, at death or today, and
as "the 82-year-old" anywhere. The age's own period becomes that from the birth to then. Where none tells a
birth, an age that is dated tells its year: "joined in 1986, a 24-year-old ... leaves in 2016 aged 54".
"""

from datetime import date as calendar_date
from typing import Final

from flows.extraction.claims.time_line import Point, TimeLine, elapsed, has_slipped, spanned
from flows.extraction.figure import Draft, Relation, is_precise
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import is_digit_slip
from flows.extraction.text.noun_words import CLOSED, VERBS

_RULE: Final = "age_since"
_LEAD: Final = 4  # sentences in which the age and the death stand
_BIRTH: Final = 9  # tokens from "born" to its date
_LEAST: Final = 12  # years; what is younger is told in months or of somebody's childhood
_OFF: Final = 30  # years; who is further off is somebody else
_PER_YEAR: Final = {"year": 1, "month": 12}
_TWO: Final = 2
_OF_A_YEAR: Final = 365  # days
_BIRTHS: Final = frozenset(("born", "world"))
_COMES: Final = frozenset("came entered saw".split())
_INTO_THE_WORLD: Final = (
    ["into", "the", "world"], ["into", "this", "world"], ["the", "world"], ["the", "light", "of", "day"],
    ["the", "light", "of", "the", "world"], ["to", "the", "world"],
)  # fmt: skip
_DYING: Final = frozenset("died dies die dead death killed deceased".split())
_KIN: Final = frozenset(
    """daughter daughters son sons child children baby twins brother sister wife husband father mother parents
    grandson granddaughter grandfather grandmother predecessor successor""".split()
)
_PRONOUNS: Final = frozenset(("he", "she", "who"))
_BEFORE_BORN: Final = frozenset(("was", "is", "(", ","))
_WAS: Final = frozenset(("was", "is", "turned", "turns"))
_STOPS: Final = frozenset((".", ",", ";", "and", "when", ")", "-", "--", "\u2013", "\u2014"))
_BREAKS: Final = frozenset((";", ".", "and", "but", "who", "whose", "died", "moved", "married"))
_NAME: Final = 4  # tokens in which a name begins, with the comma behind it


def find_ages(reading: Reading) -> list[Relation]:
    """Return the ages of whom an article tells the birth, with the time from then to death or today."""
    if _BIRTHS.isdisjoint(reading.document.vocabulary()):
        return _dated_ages(reading)
    lower = reading.document.lower
    births = _births(lower)
    if len(births) != 1 or not _is_of_whom_it_opens_with(reading, births[0][0]):
        return [] if births else _dated_ages(reading)
    line = TimeLine(reading)
    if line.news is None:
        return []
    born = _birth(reading, line, births[0][1])
    if born is None:
        return []
    is_death = not _DYING.isdisjoint(_opening(reading))
    ends = [line.news, *line.between(0, len(_opening(reading)))] if is_death else [line.news]
    ends = [end for end in ends if end.start > born.end]
    ages = [draft for draft in reading.drafts if _is_age(reading, draft, is_death=is_death)]
    # Of several ages in the lead the one that holds is meant; else the first, which opens the article.
    age = next((one for one in ages if _end_of(one, born, ends)), ages[0] if ages else None)
    again = [
        draft
        for draft in reading.drafts
        if draft is not age
        and is_age_again(lower, draft)
        and (_end_of(draft, born, ends) or has_slipped(draft, born, line.news, is_age=True))
    ]
    return [
        spanned(reading, one, born, _end_of(one, born, ends) or line.news, _RULE)
        for one in ([] if age is None else [age]) + again
        if abs(float(one.value or 0) - elapsed(one, born, line.news)[1]) <= _OFF * _PER_YEAR[one.unit or ""]
    ]


def _births(lower: list[str]) -> list[tuple[int, int]]:
    """Return where births are told: the first and the last word of "born", "came into the world"."""
    births = []
    for index, word in enumerate(lower):
        if word == "born" and lower[index - 1] != "-":
            births.append((index, index))
        elif word in _COMES:
            for phrase in _INTO_THE_WORLD:
                if lower[index + 1 : index + 1 + len(phrase)] == phrase:
                    births.append((index, index + len(phrase)))
    return births


def _dated_ages(reading: Reading) -> list[Relation]:
    """Return an age with the birth that follows from another one, where an article dates two."""
    lower, line = reading.document.lower, None
    ages: list[tuple[Draft, Point]] = []
    aged = [draft for draft in reading.drafts if _is_of_a_grown(draft) and _is_worded(lower, draft)]
    if len(aged) != _TWO:
        return []
    line = TimeLine(reading)
    for draft in aged:
        first, last = reading.document.sentences[draft.sentence]
        dates = [point for point in line.between(first, last) if point.has_year]
        if len(dates) == 1:
            ages.append((draft, dates[0]))
        elif not dates and line.news is not None and draft.sentence < _LEAD:
            ages.append((draft, line.news))
    if len(ages) != _TWO:
        return []
    (young, then), (old, now) = sorted(ages, key=_when)
    if now.start - then.end < _OF_A_YEAR or _are_two(reading, young, old):
        return []
    year = calendar_date.fromordinal(then.end).year - int(young.value or 0)
    begun = calendar_date(year, 1, 1).toordinal()
    born = Point(then.first, then.last, begun, begun + _OF_A_YEAR - 1, has_year=True)
    low, high = elapsed(old, born, now)
    if not low - _TWO <= float(old.value or 0) <= high + 1:
        made, told = str(round((low + high) / 2)), str(int(old.value or 0))
        grown = str(round((low + high) / 2) - int(young.value or 0))
        before = str(int(old.value or 0) - int(grown))
        if not (is_digit_slip(told, made) or is_digit_slip(str(int(young.value or 0)), before)):
            return []
    return [spanned(reading, old, born, now, _RULE)]


def _when(age: tuple[Draft, Point]) -> int:
    return age[1].start


def _is_of_a_grown(draft: Draft) -> bool:
    is_exact = draft.kind == "duration" and draft.unit == "year" and draft.qualifier == "exact"
    return is_exact and (draft.value or 0) >= _LEAST


def _is_worded(lower: list[str], draft: Draft) -> bool:
    """Whether words call a length somebody's age: "a 24-year-old", "aged 54", "at the age of 54"."""
    before = lower[max(0, draft.first - 2) : draft.first]
    is_old = lower[draft.last : draft.last + 2] == ["-", "old"]
    return before[-1:] == ["aged"] or before == ["age", "of"] or is_old


def _are_two(reading: Reading, one: Draft, other: Draft) -> bool:
    """Whether two ages may be of two people: another one is named with the second, or a noun follows."""
    lower = reading.document.lower
    first, last = sorted((one.first, other.first))
    opens = next(begin for begin, end in reading.document.sentences if begin <= last < end)
    known = set(lower[:first])
    names = reading.names_between(opens, last)
    if any(
        name.place_code is None and name.type in (None, "person") and lower[name.last - 1] not in known
        for name in names
    ):
        return True
    return not _KIN.isdisjoint(lower[opens:last])


def _end_of(age: Draft, born: Point, ends: list[Point]) -> Point | None:
    """Return when somebody who was born then is of that age, as far as the dates are told to the day."""
    for end in ends:
        low, high = elapsed(age, born, end)
        if low - 1 <= float(age.value or 0) <= high:
            return end
    return None


def is_age_again(lower: list[str], draft: Draft) -> bool:
    """Whether an age stands for a person who was told of before: "Friends of the 34-year-old said"."""
    is_year = draft.kind == "duration" and draft.unit == "year" and (draft.value or 0) >= _LEAST
    behind = lower[draft.last + 2] if draft.last + 2 < len(lower) else ""
    return (
        is_year
        and lower[draft.last : draft.last + 2] == ["-", "old"]
        and lower[draft.first - 1] == "the"
        and draft.first > 0
        and (
            behind == "" or not behind.isalpha() or behind in CLOSED or behind in VERBS or behind[-2:] == "ed"
        )
    )


def _is_of_whom_it_opens_with(reading: Reading, birth: int) -> bool:
    """Whether "Born in", "she was born" or "Kern was born" is told of somebody whom the opening names."""
    lower = reading.document.lower
    first = next((begin for begin, end in reading.document.sentences if begin <= birth < end), birth)
    before = lower[first:birth]
    if not before:
        return True
    if before[-1] in _PRONOUNS and lower[birth] in _COMES:
        before = [*before, "was"]
    if len(before) > 1 and before[-2] in ("he", "she") and "," in before:
        # "The daughter of a guard, she was born"
        before = before[len(before) - 1 - before[::-1].index(",") :]
    if not _KIN.isdisjoint(before) or before[-1] not in _BEFORE_BORN:
        return False
    if len(before) > 1 and (before[-2] in _PRONOUNS or before[-2] == "old" or before[-2].isdigit()):
        return True  # "Kern, 44, born in"
    named = reading.names_between(max(first, birth - _NAME), birth)
    return any(
        name.place_code is None and lower[name.last - 1] in _opening(reading) and name.last >= birth - 1
        for name in named
    )


def _opening(reading: Reading) -> list[str]:
    last = reading.document.sentences[:_LEAD][-1][1]
    return reading.document.lower[:last]


def _birth(reading: Reading, line: TimeLine, index: int) -> Point | None:
    """Return the date of a birth: the first within reach behind the word, in its clause."""
    date = next((date for date in reading.dates if date.first > index), None)
    if date is None or date.first - index > _BIRTH or not is_precise(date):
        return None
    if not _BREAKS.isdisjoint(reading.document.lower[index + 1 : date.first]):
        return None
    return line.between(date.first, date.last)[0]


def _is_age(reading: Reading, draft: Draft, *, is_death: bool) -> bool:
    """Whether a figure is the age of whom the article opens with: "aged 82", "She was 79.", "Lenz, 63,"."""
    lower = reading.document.lower
    is_exact = draft.kind == "duration" and draft.unit in _PER_YEAR and draft.qualifier == "exact"
    if not is_exact or draft.sentence >= _LEAD or (draft.value or 0) < _LEAST * _PER_YEAR[draft.unit or ""]:
        return False
    before, behind = lower[max(0, draft.first - 3) : draft.first], lower[draft.last : draft.last + 1]
    if not before:
        return False
    is_said = before[-1] == "aged" or before[-2:] == ["age", "of"]
    is_said = is_said or (before[-1] in _WAS and bool(behind) and behind[0] in _STOPS)
    first, last = reading.document.sentences[draft.sentence]
    if is_death:
        if draft.sentence:
            first = reading.document.sentences[draft.sentence - 1][0]
        is_of_death = not _DYING.isdisjoint(lower[first:last])
        return is_of_death and (is_said or (before[-1] == "at" and bool(behind) and behind[0] in _STOPS))
    is_beside_name = before[-1] == "," and bool(behind) and behind[0] == ","
    return is_said or (is_beside_name and bool(reading.names_between(draft.first - _NAME, draft.first)))
