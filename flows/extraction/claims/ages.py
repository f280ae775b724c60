"""Ages with the dates that they lie between: "died on Wednesday, aged 82 ... She was born on 12 March 1931".

An article that tells one birth is about one person, whose age it gives where it opens: at death, or today.
The age's own period becomes that from the birth to then.
"""

from typing import Final

from flows.extraction.figure import PLACED, Because, Dated, Draft, Member, Relation, is_precise
from flows.extraction.reading import Reading

_RULE: Final = "age_since"
_LEAD: Final = 4  # sentences in which the age and the death stand
_BIRTH: Final = 9  # tokens from "born" to its date
_DEATH: Final = 12  # tokens from "died" to its date
_LEAST: Final = 12  # years; what is younger is told in months or of somebody's childhood
_DYING: Final = frozenset("died dies die dead death killed deceased".split())
_DATED_DYING: Final = frozenset(("died", "dies", "death", "killed"))
_KIN: Final = frozenset(
    """daughter daughters son sons child children baby twins brother sister wife husband father mother parents
    grandson granddaughter grandfather grandmother predecessor successor""".split()
)
_PRONOUNS: Final = frozenset(("he", "she", "who"))
_BEFORE_BORN: Final = frozenset(("was", "is", "(", ","))
_OFF: Final = 30  # years; who is further off is somebody else
_WAS: Final = frozenset(("was", "is", "turned", "turns"))
_STOPS: Final = frozenset((".", ",", ";", "and", "when", ")", "-", "--", "\u2013", "\u2014"))
_BREAKS: Final = frozenset((";", ".", "and", "but", "who", "whose", "died", "moved", "married"))
_NAME: Final = 4  # tokens in which a name begins, with the comma behind it
_DAY: Final = 10  # characters of an ISO date that is told to the day
_YEAR: Final = 4  # and of its year


def find_ages(reading: Reading) -> list[Relation]:
    """Return the age of whom an article tells the birth, with the time from then to the death or to today."""
    if "born" not in reading.document.vocabulary():
        return []
    lower = reading.document.lower
    births = [index for index, word in enumerate(lower) if word == "born" and lower[index - 1] != "-"]
    if len(births) != 1 or len(reading.published or "") != _DAY:
        return []
    born = _date_behind(reading, births[0], _BIRTH)
    if born is None or not is_precise(born) or not _is_of_whom_it_opens_with(reading, births[0]):
        return []
    is_death = not _DYING.isdisjoint(_opening(reading))
    ages = [draft for draft in reading.drafts if _is_age(reading, draft, is_death=is_death)]
    ended = _death(reading) if is_death else reading.published
    if not ages or not ended or (born.end_on or "") >= ended:
        return []
    if not _is_near(ages[0], born, ended):
        return []
    # Of several ages the one that holds is meant; else the first, which opens the article.
    age = next((one for one in ages if _holds(one, born, ended)), ages[0])
    age.period_start, age.period_end, age.period_basis = born.start_on, ended, "explicit"
    start, end = reading.document.span(min(births[0], age.first), max(born.last, age.last))
    age.why["period"] = Because("from birth to then", start, end)
    return [Relation("duration", (Member("duration", age),), False, start, end, _RULE)]


def _is_of_whom_it_opens_with(reading: Reading, birth: int) -> bool:
    """Whether "Born in", "she was born" or "Kern was born" is told of somebody whom the opening names."""
    lower = reading.document.lower
    first = next((begin for begin, end in reading.document.sentences if begin <= birth < end), birth)
    before = lower[first:birth]
    if not before:
        return True
    if not _KIN.isdisjoint(before) or before[-1] not in _BEFORE_BORN:
        return False
    if len(before) > 1 and before[-2] in _PRONOUNS:
        return True
    named = reading.names_between(max(first, birth - _NAME), birth)
    return any(
        name.place_code is None and lower[name.last - 1] in _opening(reading) and name.last >= birth - 1
        for name in named
    )


def _opening(reading: Reading) -> list[str]:
    last = reading.document.sentences[:_LEAD][-1][1]
    return reading.document.lower[:last]


def _date_behind(reading: Reading, index: int, reach: int) -> Dated | None:
    """Return the first date within reach behind a word, in its clause; None where another clause begins."""
    lower = reading.document.lower
    for date in reading.dates:
        if date.first > index:
            is_near = date.first - index <= reach and _BREAKS.isdisjoint(lower[index + 1 : date.first])
            return date if is_near and date.basis in PLACED else None
    return None


def _is_age(reading: Reading, draft: Draft, *, is_death: bool) -> bool:
    """Whether a figure is the age of whom the article opens with: "aged 82", "She was 79.", "Lenz, 63,"."""
    lower = reading.document.lower
    is_year = draft.kind == "duration" and draft.unit == "year" and draft.qualifier == "exact"
    if not is_year or draft.sentence >= _LEAD or (draft.value or 0) < _LEAST:
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


def _death(reading: Reading) -> str | None:
    """Return the day of the death that an article opens with: as it is dated, else when it was published."""
    died_on, is_vague = None, False
    for index, word in enumerate(_opening(reading)):
        if word in _DATED_DYING:
            date = _date_behind(reading, index, _DEATH)
            if date is not None and date.start_on == date.end_on:
                died_on = date.end_on
            elif date is not None:
                is_vague = True  # "died in March"
    return died_on or (None if is_vague else reading.published)


def _is_near(age: Draft, born: Dated, ended: str) -> bool:
    """Whether an age can be that of who was born then but for a digit."""
    years = int(ended[:_YEAR]) - int((born.start_on or ended)[:_YEAR])
    return abs(years - float(age.value or 0)) <= _OFF


def _holds(age: Draft, born: Dated, ended: str) -> bool:
    """Whether somebody who was born then is of that age, as far as the dates are told to the day."""
    years = (age.value or 0) + int(born.start_on[:_YEAR]) if born.start_on else 0
    return years in (int(ended[:_YEAR]), int(ended[:_YEAR]) - 1)
