"""Subjects from further away: the sentence, the one before, the topic of the article."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker, referent_of, tells_whatever
from flows.extraction.subjects.fuller_phrases import fuller_phrase
from flows.extraction.subjects.listed_subjects import fronted_house
from flows.extraction.subjects.referents import before, clause_subject, resolve, sentence_subject
from flows.extraction.text.clauses import Clause
from flows.extraction.text.code_words import OF_ECONOMY
from flows.extraction.text.subject_words import CHANGES, MEASURES, TRADED, WORLDWIDE
from flows.extraction.text.verb_words import PREPOSITIONS

# Measures of what was spoken of before.
POINTING: Final = CHANGES | frozenset("index figure total number level rate pace".split())
# What is called so measures, is a plan or spends for a state: nothing is sold or earned by it.
NO_OWNERS: Final = frozenset(
    """index indicator survey program programme scheme treasury treasuries cabinet dlrs dollars product
    gdp""".split()
)
# A sentence of more clauses is a table or a list; its head says nothing about its end.
MAX_STEPS: Final = 8


def carried_subject(
    discourse: Discourse, draft: Draft, clause: Clause, weak: Referent | None
) -> tuple[Referent | None, str, float]:
    """Return the subject from further away: the speaker, the sentence, the one before, the topic."""
    if weak is not None and weak.is_bare and (located := _antecedent_of_where(discourse, clause)) is not None:
        return located, "antecedent_of_where", 0.8
    if heads := discourse.bullet_heads():
        over = next((name for name in reversed(heads) if name.last < draft.first), None)
        if over is not None:
            return referent_of(over), "name_over_list", 0.7
    if weak is None and (same := _of_the_sentence(discourse, draft)) is not None:
        return same, "as_the_figure_before", 0.6
    if weak is not None and not weak.is_bare and not is_onlooker(weak):
        everybodys = not WORLDWIDE.isdisjoint(weak.words.lower().split(" "))
        if everybodys or discourse.topic() is None:
            # "Global sales of lamps": no firm's own.
            return weak, "measured_thing", 0.7
    if (outer := _beside_clause(discourse, clause, weak)) is not None:
        return outer, "subject_of_sentence", 0.7
    named = protagonist(discourse, draft, clause, weak)
    if named[0] is not None:
        return named
    if weak is not None and weak.is_bare and weak.type == "phrase" and " " not in weak.words:
        fuller = fuller_phrase(discourse, weak.last - 1)
        if fuller is not None:
            return fuller, "fuller_phrase", 0.6
    if weak is not None and weak.is_bare:
        if draft.place_code is not None and weak.words.lower().split(" ")[-1] in OF_ECONOMY:
            return weak, "measured_thing", 0.7
        for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 3), -1):
            found = sentence_subject(discourse, earlier)
            if found is not None and found.type == "place":
                if " " in weak.words and draft.place_code is not None:
                    # "Average earnings rose": of the place, with which they are named.
                    return weak, "measured_thing", 0.6
                return found, "subject_of_sentence_before", 0.6
    if weak is not None and _points_back(weak):
        for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 4), -1):
            subject = discourse.clauses(earlier)[0].subject
            found = clause_subject(discourse, subject) if subject is not None else None
            if found is not None and not _reports(discourse, found) and not _points_back(found):
                # "Average earnings rose 8%. The underlying rise was 7%": what rose.
                return found, "subject_of_sentence_before", 0.5
    if (
        weak is not None
        and not is_onlooker(weak)
        and (not weak.is_bare or " " in weak.words or weak.words.lower() in TRADED)
    ):
        return weak, "measured_thing", 0.7
    parent, steps = clause.parent, 0
    while parent is not None and steps < MAX_STEPS:
        steps += 1
        if parent.subject is not None:
            found = clause_subject(discourse, parent.subject)
            if found is not None and not found.is_bare and not _reports(discourse, found):
                return found, "subject_of_sentence", 0.6
        parent = parent.parent
    for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 4), -1):
        found = sentence_subject(discourse, earlier)
        if found is not None and not (found.is_part or found.is_bare or _reports(discourse, found)):
            return found, "subject_of_sentence_before", 0.5
    for sentence in range(min(3, draft.sentence + 1)):
        found = sentence_subject(discourse, sentence)
        if found is not None and not _reports(discourse, found) and not found.is_bare:
            return found, "subject_of_opening", 0.4
    if weak is not None:
        return weak, "measured_thing", 0.4
    if (topic := discourse.topic()) is not None:
        return topic, "topic_of_article", 0.4
    for candidate in before(discourse, draft.first):
        return candidate, "subject_before", 0.3
    return None, "", 0.0


def _beside_clause(discourse: Discourse, clause: Clause, weak: Referent | None) -> Referent | None:
    """Return of what a measure is that "with" adds: "The lamp market grew, with sales rising 3 percent"."""
    lower = discourse.reading.document.lower
    parent = clause.parent
    if weak is None or not weak.is_bare or lower[clause.first] != "with" or parent is None:
        return None
    found = clause_subject(discourse, parent.subject) if parent.subject is not None else None
    if (
        found is None
        or found.type != "phrase"
        or found.is_weak
        or found.is_bare
        or _reports(discourse, found)
    ):
        return None
    return found


def _of_the_sentence(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return whose the figure before in the sentence is: what names nobody goes on about the same."""
    token = next((token for token in reversed(discourse.referents) if token < draft.first), None)
    if token is None or discourse.reading.document.sentence_at(token) != draft.sentence:
        return None
    found = discourse.referents[token]
    # "Twenty analysts polled had expected 3 million": those who are counted tell the rest.
    return None if tells_whatever(found) else found


def _points_back(found: Referent) -> bool:
    """Whether a phrase is a change of what was spoken of, and names nothing: "the underlying rise"."""
    *rest, head = found.words.lower().split(" ")
    return found.is_bare and head in POINTING and MEASURES.isdisjoint(rest)


def _antecedent_of_where(discourse: Discourse, clause: Clause) -> Referent | None:
    """Return what "where" goes back to: "the hardest hit is farming, where employment fell 5%"."""
    lower = discourse.reading.document.lower
    parent = clause.parent
    if lower[clause.first] != "where" or parent is None or parent.verb is None:
        return None
    last = clause.first
    while last > parent.verb + 1 and lower[last - 1] == ",":
        last -= 1
    first = last
    while first > parent.verb + 1 and (
        lower[first - 1][0].isalpha() and lower[first - 1] not in PREPOSITIONS
    ):
        first -= 1
    return resolve(discourse, first, last) if first < last else None


def protagonist(
    discourse: Discourse, draft: Draft, clause: Clause, weak: Referent | None
) -> tuple[Referent | None, str, float]:
    """Return the named thing whose measure a bare "sales" is: never one that only reports."""
    if (house := fronted_house(discourse, draft)) is not None:
        return house, "subject_of_sentence", 0.8
    parent, steps = clause.parent, 0
    while parent is not None and steps < MAX_STEPS:
        steps += 1
        if parent.subject is not None:
            found = clause_subject(discourse, parent.subject)
            # "The Hart Index, viewed as a gauge, rose": of nothing that it has.
            if found is not None and (owns(discourse, found) or (weak is None and _is_no_owner(found))):
                return found, "subject_of_sentence", 0.8
        parent = parent.parent
    for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 3), -1):
        found = sentence_subject(discourse, earlier)
        # A part ("its lamp unit") has the measures of its own sentence only.
        if found is not None and not found.is_part and owns(discourse, found):
            if (weak is None or weak.is_bare) and _is_aside(discourse, found):
                break
            return found, "subject_of_sentence_before", 0.7
    topic = discourse.topic()
    if (
        topic is not None
        and owns(discourse, topic)
        and (weak is None or weak.is_bare or discourse.is_central(topic))
    ):
        return topic, "topic_of_article", 0.6
    return None, "", 0.0


def _is_aside(discourse: Discourse, found: Referent) -> bool:
    """Whether a sentence about `found` only interrupts an article that is about another."""
    topic = discourse.topic()
    if topic is None or topic.code == found.code or topic.type != "company" or not owns(discourse, topic):
        return False
    mentions = discourse.mentions()
    return discourse.is_central(topic) and mentions.get(found.code, 0) * 3 < mentions.get(topic.code, 0)


def _reports(discourse: Discourse, found: Referent) -> bool:
    if found.type == "phrase" and found.words.lower().endswith(" government"):
        # "The Norwegian government" acts, and what the next sentence tells is not its own.
        return True
    return is_onlooker(found) or found.type == "institution" or found.code in discourse.reporters()


def owns(discourse: Discourse, found: Referent) -> bool:
    """Whether measures can belong to `found`: a named thing that does more than tell."""
    return (
        found.is_thing
        and found.type not in ("institution", "index")
        and not found.is_weak
        and found.code not in discourse.reporters()
        and not _is_no_owner(found)
    )


def _is_no_owner(found: Referent) -> bool:
    """Whether an unlisted name says that nothing is earned or sold by it: "the Hart Price Index"."""
    return found.type is None and found.words.lower().rpartition(" ")[2] in NO_OWNERS
