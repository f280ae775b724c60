"""Subjects of what somebody tells or expects, and of what a thing moves."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker, referent_of
from flows.extraction.subjects.listed_subjects import lower_at, name_at
from flows.extraction.subjects.referents import resolve
from flows.extraction.text.clauses import Clause
from flows.extraction.text.code_words import OF_ECONOMY
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.subject_words import OF_ECONOMIES, ONLOOKERS
from flows.extraction.text.verb_words import AUXILIARIES, DETERMINERS, PREPOSITIONS

# Links of a figure to what is moved by or to it, and what may stand between.
MOVED_LINKS: Final = frozenset("by to from at up down toward towards above below past".split())
HEDGING: Final = frozenset(
    "about around some nearly almost only just more less than as much at least".split()
)
JOINING: Final = frozenset("which who that or but while than because when if".split())
# What somebody does to what a figure is of.
_MOVE: Final = """cut raise lift boost increase reduce lower trim slash push bring send drive pull drag hike
    knock widen narrow keep hold put limit cap curb""".split()
MOVING: Final = frozenset(
    [*_MOVE, *"cutting putting trimmed trimming brought sent drove driven kept held".split()]
    + [verb + "s" for verb in _MOVE]
    + [verb.removesuffix("e") + "ed" for verb in _MOVE]
    + [verb.removesuffix("e") + "ing" for verb in _MOVE]
)
MAX_OBJECT: Final = 12
NO_VERB_BEHIND: Final = (
    DETERMINERS | AUXILIARIES - {"will", "would", "could", "may", "might"} | {"-", "'s", "’s"}
)
# What is his who moves it.
OWN: Final = frozenset("its their his her our".split())
HELD: Final = frozenset(
    "stake stakes holding holdings bid bids offer offers estimate estimates forecast".split()
)


PHRASE_BEGINS: Final = DETERMINERS | PREPOSITIONS | frozenset("and that".split())
EXPECTING: Final = frozenset(
    """expect expects expected expecting predict predicts predicted forecast forecasts projected projects
    sees see seen estimates estimated wants want anticipated anticipates allow allows allowed helped
    caused forced""".split()
)


# Whatever they do in a sentence with a figure, they tell it.
TELLERS_ONLY: Final = frozenset(
    """analyst analysts economist economists expert experts forecasters pollsters poll polls survey surveys
    data media report reports observers strategists newspapers statistics forecast forecasts""".split()
)


ANALYSTS: Final = frozenset("analyst economist strategist pollster forecaster".split())
TELLING: Final = frozenset(
    """
    raised cut lowered revised upgraded downgraded put puts reported said says added forecast forecasts
    predicted predicts expects expected projected projects sees saw estimated estimates showed shows
    calculated found trimmed worsened improved
    """.split()
)


def only_tells(discourse: Discourse, found: Referent, clause: Clause) -> bool:
    """Whether a subject says or foresees what the figure is about, and is not what it is about."""
    lower = discourse.reading.document.lower
    if found.type == "person" and found.first and lower[found.first - 1] in ANALYSTS:
        # "Acme analyst Jane Roe raised her estimate": whatever he does, he tells it.
        return True
    if is_onlooker(found):
        return clause.kind == "said" or found.words.lower().split(" ")[-1] in TELLERS_ONLY
    telling = clause.verb is not None and (lower[clause.verb] in TELLING or clause.kind == "said")
    if found.type == "phrase":
        return telling and found.words.lower().split(" ", 1)[0] == "government"
    return telling and (found.type == "institution" or found.code in discourse.reporters())


def told_of(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return what a forecast is for: "For poor countries, the fund predicts 3%", "growth of 3% in Chad"."""
    document = discourse.reading.document
    lower = document.lower
    first, last = document.sentences[draft.sentence]
    if lower[first] in ("for", "in") and "," in lower[first : first + 8]:
        comma = lower.index(",", first)
        found = resolve(discourse, first + 1, comma)
        if (
            comma < draft.first
            and found is not None
            and not found.is_bare
            and not lower[first + 1][:1].isdigit()
        ):
            return found
    for index in range(draft.last, min(last - 1, draft.last + 6)):
        if is_mark(document, index) or lower[index][:1].isdigit():
            break
        if lower[index] in ("in", "for"):
            name = name_at(discourse, index + 1)
            if name is not None and name.type == "place":
                return referent_of(name)
    if (statistic := _statistic_told(discourse, draft, clause)) is not None:
        return statistic
    names = discourse.names_in(clause.first, draft.first)
    if names and names[-1].type == "place" and lower_at(discourse, names[-1].last) in ("'s", "’s"):
        return referent_of(names[-1])
    return None


def _statistic_told(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return the statistic that is told: "the government cut second-quarter gross domestic product to 2%"."""
    lower = discourse.reading.document.lower
    if clause.verb is None:
        return None
    for end in range(draft.first, clause.verb + 1, -1):
        if lower[end - 1] in OF_ECONOMIES or lower[end - 1] in OF_ECONOMY or lower[end - 1] == "product":
            first = end - 1
            while first > clause.verb + 1 and (
                lower[first - 1] == "-"
                or (lower[first - 1][0].isalpha() and lower[first - 1] not in PHRASE_BEGINS)
            ):
                first -= 1
            return resolve(discourse, first, end)
    return None


def tells_expectation(discourse: Discourse, draft: Draft, clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a clause tells what was expected of its figure: "the 5% gain analysts had forecast"."""
    lower = discourse.reading.document.lower
    return (
        span[0] <= draft.first < span[1]
        and lower[span[1] - 1] in ONLOOKERS
        and span[1] - draft.last >= 2
        and clause.verb is not None
        and lower[clause.verb] in EXPECTING
    )


def moved_object(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return what somebody moves by or to a figure: "The slump cut Acme's profit by 3 million"."""
    document = discourse.reading.document
    lower = document.lower
    begin = document.sentences[draft.sentence][0]
    last = draft.first - 1
    while last > begin and lower[last] in HEDGING:
        last -= 1
    if lower[last - 1 : last + 1] == ["up", "to"] and lower[last - 2] in MOVED_LINKS | {"of"}:
        # "by up to 3 million"
        last -= 2
    if lower[last] not in MOVED_LINKS or lower[last - 1] in HELD:
        return None
    for verb in range(last - 2, max(begin, last - MAX_OBJECT), -1):
        if is_mark(document, verb) or lower[verb][:1].isdigit() or lower[verb] in JOINING:
            return None
        if (
            lower[verb] in MOVING
            and lower[verb - 1] not in NO_VERB_BEHIND
            and lower[verb + 1] not in PREPOSITIONS
        ):
            if lower[verb + 1] in OWN:
                return None
            found = resolve(discourse, verb + 1, last)
            return found if found is not None and not found.is_bare and not is_onlooker(found) else None
    return None


def subject_of_infinitive(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return whose doing is expected: "X expects the market to grow 5 percent"."""
    lower = discourse.reading.document.lower
    verb = clause.verb
    if verb is None or verb >= draft.first or lower[verb] not in EXPECTING:
        return None
    to = next((i for i in range(verb + 1, min(draft.first, verb + 14)) if lower[i] == "to"), None)
    if (
        to is None
        or to <= verb + 1
        or not lower[to + 1].isalpha()
        or any(w[:1].isdigit() for w in lower[verb:to])
    ):
        return None
    found = resolve(discourse, verb + 1, to)
    return found if found is not None and not found.is_weak and not is_onlooker(found) else None


def only_reduces(discourse: Discourse, clause: Clause) -> bool:
    """Whether a clause only narrows the noun before it: "cars sold in May"."""
    verb = clause.verb
    return (
        clause.kind == "participle"
        and verb is not None
        and not discourse.reading.document.lower[verb].endswith("ing")
    )
