"""Subjects of what somebody tells, expects or judges of another."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker, referent_of, tells_whatever
from flows.extraction.subjects.listed_subjects import lower_at, name_at
from flows.extraction.subjects.referents import clause_subject, resolve, sentence_subject
from flows.extraction.text.clauses import Clause
from flows.extraction.text.code_words import OF_ECONOMY
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.subject_words import MEASURES, MODIFIERS, OF_ECONOMIES, ONLOOKERS, WORLDWIDE
from flows.extraction.text.verb_words import DETERMINERS, PREPOSITIONS

# What says nothing of whose it is: "June-August net profit".
UNTELLING: Final = MEASURES | MODIFIERS | CALENDAR | {"-"}
ESTIMATES: Final = frozenset("estimate estimates forecast forecasts projection projections target".split())
MAX_OBJECT: Final = 12
# What those have who watch a firm from outside.
JUDGEMENTS: Final = frozenset("estimate estimates rating expectations recommendation target".split())
CAUSES: Final = frozenset(
    """news move rumors rumours worries fears hopes concerns optimism speculation announcement report data
    results""".split()
)
SENDING: Final = frozenset(
    """sent send sends pushed push drove drive drives lifted lift boosted boost helped hurt dragged knocked
    pulled sending pushing driving""".split()
)
BEING: Final = frozenset("is are was were be been being".split())
PHRASE_BEGINS: Final = DETERMINERS | PREPOSITIONS | frozenset("and that".split())
EXPECTING: Final = frozenset(
    """expect expects expected expecting predict predicts predicted forecast forecasts projected projects
    sees see seen estimates estimated wants want anticipated anticipates allow allows allowed helped
    caused forced predicting projecting forecasting expecting anticipating seeing""".split()
)
# "sees the market [shrinking] 3 percent"
BECOMING: Final = frozenset(
    """growing shrinking rising falling declining expanding contracting climbing dropping increasing
    decreasing reaching totalling totaling averaging coming hitting""".split()
)
ANALYSTS: Final = frozenset("analyst economist strategist pollster forecaster".split())
TELLING: Final = frozenset(
    """
    raised cut lowered revised upgraded downgraded put puts reported said says added forecast forecasts
    predicted predicts expects expected projected projects sees saw estimated estimates showed shows
    calculated found trimmed worsened improved revise kept left maintained
    """.split()
)


def only_tells(discourse: Discourse, found: Referent, clause: Clause) -> bool:
    """Whether a subject says or foresees what the figure is about, and is not what it is about."""
    lower = discourse.reading.document.lower
    if found.type == "person" and found.first and lower[found.first - 1] in ANALYSTS:
        # "Acme analyst Jane Roe raised her estimate": whatever he does, he tells it.
        return True
    if _judges(discourse, found, clause):
        return True
    if _sends(found, lower, clause):
        return True
    if is_onlooker(found):
        return clause.kind == "said" or tells_whatever(found)
    telling = clause.verb is not None and (lower[clause.verb] in TELLING or clause.kind == "said")
    if telling and clause.auxiliary is not None and lower[clause.auxiliary] in BEING:
        # "The bank is expected to lend": told by others.
        return False
    if found.type == "phrase":
        return telling and found.words.lower().split(" ", 1)[0] == "government"
    return telling and (found.type == "institution" or found.code in discourse.reporters())


def _sends(found: Referent, lower: list[str], clause: Clause) -> bool:
    """Whether a subject only moves something: "the news sent the shares up 4 percent"."""
    return (
        found.type == "phrase"
        and clause.verb is not None
        and lower[clause.verb] in SENDING
        and found.words.lower().rpartition(" ")[2] in CAUSES
    )


def _judges(discourse: Discourse, found: Referent, clause: Clause) -> bool:
    """Whether somebody changes what he expects of another: "Jane Roe cut her price target to 3 dollars"."""
    lower = discourse.reading.document.lower
    verb = clause.verb
    if verb is None or lower[verb] not in TELLING or found.type not in ("person", "company"):
        return False
    said = lower[verb + 1 : min(clause.last, verb + MAX_OBJECT)]
    if found.type == "person":
        return not JUDGEMENTS.isdisjoint(said)
    topic = discourse.topic()
    rates = "rating" in said or "recommendation" in said or ("price" in said and "target" in said)
    return rates and topic is not None and topic.type == "company" and topic.code != found.code


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
    if (estimated := _estimated(discourse, draft, clause)) is not None:
        return estimated
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


def _estimated(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return what an estimate is of: "cut its sugar output estimate to 2 million tonnes"."""
    lower = discourse.reading.document.lower
    if clause.verb is None:
        return None
    end = next((i for i in range(draft.first - 1, clause.verb, -1) if lower[i] in ESTIMATES), None)
    if end is None:
        return None
    first = end
    while first > clause.verb + 1 and (
        lower[first - 1] == "-" or (lower[first - 1][0].isalpha() and lower[first - 1] not in PHRASE_BEGINS)
    ):
        first -= 1
    while first < end and (lower[first] in CALENDAR or lower[first] == "-"):
        first += 1
    found = resolve(discourse, first, end) if first < end else None
    return found if found is not None and not found.is_bare else None


def tells_expectation(discourse: Discourse, draft: Draft, clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a clause tells what was expected of its figure: "the 5% gain analysts had forecast"."""
    lower = discourse.reading.document.lower
    return (
        span[0] <= draft.first < span[1]
        and lower[span[1] - 1] in ONLOOKERS
        # "12 analysts had expected": how many expect.
        and span[1] - draft.last >= (2 if draft.kind == "count" else 1)
        and clause.verb is not None
        and lower[clause.verb] in EXPECTING
    )


def subject_of_infinitive(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return whose doing is expected: "X expects the market to grow 5 percent", "sees it growing"."""
    lower = discourse.reading.document.lower
    verb = clause.verb
    if verb is None or verb >= draft.first or lower[verb] not in EXPECTING:
        return None
    to = next(
        (i for i in range(verb + 1, min(draft.first, verb + 14)) if lower[i] == "to" or lower[i] in BECOMING),
        None,
    )
    if to is None or to <= verb + 1 or (lower[to] == "to" and not lower[to + 1].isalpha()):
        return None
    if lower[to] != "to" and ("with" in lower[verb:to] or "for" in lower[verb:to]):
        # "predicts a strong season with sales climbing 3 percent"
        return None
    found = resolve(discourse, verb + 1, to)
    if lower[to - 1] in MEASURES - OF_ECONOMIES and all(w in UNTELLING for w in lower[verb + 1 : to]):
        return _whom_others_judge(discourse, clause)
    if found is None or found.is_bare or is_onlooker(found):
        return None
    everybodys = not WORLDWIDE.isdisjoint(found.words.lower().split(" "))
    return found if not found.is_weak or everybodys else None


def _whom_others_judge(discourse: Discourse, clause: Clause) -> Referent | None:
    """Return of whom results are that another firm foresees: "Hart Bank expects net profit to rise"."""
    who = clause_subject(discourse, clause.subject) if clause.subject is not None else None
    if who is None or who.type != "company":
        return None
    mentions = discourse.mentions()
    sentence = discourse.reading.document.sentence_at(clause.first)
    for judged in (sentence_subject(discourse, sentence - 1) if sentence else None, discourse.topic()):
        if (
            judged is not None
            and judged.type in ("company", "brand", None)
            and mentions.get(judged.code, 0) > 2 * mentions.get(who.code, 0)
        ):
            return judged
    return None


def only_reduces(discourse: Discourse, clause: Clause) -> bool:
    """Whether a clause only narrows the noun before it: "cars sold in May"."""
    verb = clause.verb
    return (
        clause.kind == "participle"
        and verb is not None
        and not discourse.reading.document.lower[verb].endswith("ing")
    )
