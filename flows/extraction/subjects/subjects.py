"""Who or what each figure is about.

Sought from near to far: a name that the figure is tied to in a list, the noun phrase of which it is a
share, the subject of its clause, what the sentence or the one before is about, the article's topic.
"""

from bisect import bisect_left, bisect_right

from flows.extraction.figure import Because, Draft, first_of
from flows.extraction.names.entities import slug
from flows.extraction.reading import Reading
from flows.extraction.subjects.absolutes import brought_in
from flows.extraction.subjects.adjoining_subjects import changed, possessor
from flows.extraction.subjects.carried_subjects import carried_subject
from flows.extraction.subjects.discourse import Discourse, Referent, open_discourse
from flows.extraction.subjects.listed_subjects import (
    former_or_latter,
    held_by,
    house_of_jobs,
    lower_at,
    named_after,
    named_behind,
    named_in_counted,
    named_in_list,
    named_in_object,
    people_counted,
    person_aged,
    subject_of_heading,
)
from flows.extraction.subjects.market_subjects import traded_on
from flows.extraction.subjects.moved_subjects import moved_object
from flows.extraction.subjects.referents import clause_subject
from flows.extraction.subjects.respective import each_of
from flows.extraction.subjects.share_subjects import (
    body_of_seats,
    in_subject,
    of_phrase,
    of_places,
    place_beside,
    stands_alone,
    there_is,
)
from flows.extraction.subjects.sibling_subjects import (
    beside,
    compared_with,
    currency_of,
    gapped_subject,
    rival,
)
from flows.extraction.subjects.subject_codes import code_of
from flows.extraction.subjects.told_subjects import (
    only_reduces,
    only_tells,
    subject_of_infinitive,
    tells_expectation,
    told_of,
)
from flows.extraction.text.clauses import Clause
from flows.extraction.text.subject_words import SHARES


def assign_subjects(reading: Reading) -> None:
    """Fill `subject` and `entity_code` of every draft of `reading`, with the rule and its confidence."""
    discourse = open_discourse(reading)
    for position, draft in enumerate(reading.drafts):
        previous = reading.drafts[position - 1] if position else None
        if previous is not None and previous.sentence != draft.sentence:
            previous = None
        referent, rule, confidence = _subject(discourse, draft, previous)
        discourse.rule = rule
        words, code, factor = code_of(discourse, draft, referent)
        if words is None and referent is not None:
            referent, rule, confidence = carried_subject(
                discourse, draft, discourse.clause_at(draft.first), None
            )
            words, code, factor = code_of(discourse, draft, referent)
        if words is None:
            continue
        if referent is None:
            referent, rule = Referent(words, code or "", "place", draft.first, draft.last), "territory"
        confidence *= factor
        if rule == "gapped" and code is not None and "/" in code and previous is not None:
            _share_whole(previous, code.partition("/")[0])
        discourse.referents[draft.first] = referent
        draft.subject, draft.entity_code = words, code
        document = reading.document
        start, end = document.starts[referent.first], document.ends[referent.last - 1]
        draft.why["subject"] = draft.why["entity_code"] = Because(rule, start, end)
        if confidence < 1:
            draft.confidence["subject"] = confidence


def _share_whole(previous: Draft, whole: str) -> None:
    """Give the first of several parts the whole that the later ones have: "bread brought in 4, cakes 3"."""
    if previous.subject is None or previous.subject.count(" ") > 2 or "subject" not in previous.why:
        return
    # A single capitalised opener beside a common noun is one too.
    doubtful = " " not in previous.subject and previous.entity_code == slug(previous.subject)
    if previous.why["subject"].rule == "subject_of_clause" and (previous.entity_code is None or doubtful):
        previous.entity_code = f"{whole}/{slug(previous.subject)}"


Found = tuple[Referent | None, str, float]


def _subject(discourse: Discourse, draft: Draft, previous: Draft | None) -> Found:
    if (exchange := traded_on(discourse, draft)) is not None:
        return exchange, "traded_on", 0.8
    clause = discourse.clause_at(draft.first)
    if (found := _counted(discourse, draft, clause)) is not None:
        return found
    if (found := _named(discourse, draft, clause, previous)) is not None:
        return found
    if previous is not None and (same := beside(discourse, draft, previous)) is not None:
        return same, "as_the_figure_before", previous.confidence.get("subject", 1.0)
    sought = _of_clause(discourse, draft, clause, previous)
    if (place := place_beside(discourse, draft, sought[0])) is not None:
        return place, "place_beside", 0.8
    return sought


def _counted(discourse: Discourse, draft: Draft, clause: Clause) -> Found | None:
    """Return whose age, seats or number a figure is that stands inside of its own subject."""
    span = clause.subject
    if (aged := person_aged(discourse, draft)) is not None:
        return aged, "age", 0.95
    if (owner := possessor(discourse, draft, clause)) is not None:
        return owner, "possessor", 0.9
    if (body := body_of_seats(discourse, draft)) is not None:
        return body, "body_of_seats", 0.8
    if (house := house_of_jobs(discourse, draft, clause)) is not None:
        return house, "named_after", 0.9
    if span is not None and there_is(discourse, clause):
        # "There are 30 million lamps": whatever there is.
        span = (draft.first, clause.last)
    if span is None or not span[0] <= draft.first < span[1]:
        return None
    if tells_expectation(discourse, draft, clause, span):
        return None
    lower = discourse.reading.document.lower
    if draft.kind == "rank" or "old" in lower[draft.last : draft.last + 2]:
        # "The No. 2 lamp maker sold", "The 40-year-old firm sold": whom the whole stands for.
        whole = clause_subject(discourse, span)
        if whole is not None and whole.type != "phrase":
            return whole, "counted_in_subject", 0.9
    found = in_subject(discourse, draft, span)
    if found is not None:
        if draft.kind in SHARES and found.type == "phrase":
            discourse.shared_by = found
        return found, "counted_in_subject", 0.9
    if draft.kind in SHARES and discourse.shared_by is not None and stands_alone(discourse, draft, span):
        return discourse.shared_by, "share_of_the_same", 0.6
    return None


def _named(discourse: Discourse, draft: Draft, clause: Clause, previous: Draft | None) -> Found | None:
    """Return what a figure is tied to by name: in a list, a comparison, its own noun, an object."""
    if (found := each_of(discourse, draft)) is not None:
        return found, "respectively", 0.9
    if (found := brought_in(discourse, draft)) is not None:
        return found, "brought_in", 0.8
    if (found := currency_of(discourse, draft)) is not None:
        return found, "equation_of_currencies", 0.9
    if (found := rival(discourse, draft, previous)) is not None:
        return found, "named_in_list", 0.95
    if (found := gapped_subject(discourse, draft, clause, previous)) is not None:
        return found, "gapped", 0.9
    if (found := compared_with(discourse, draft, previous)) is not None:
        return found, "compared_with", 0.9
    if (found := named_in_counted(discourse, draft)) is not None:
        return found, "named_in_counted", 0.9
    if (found := people_counted(discourse, draft)) is not None:
        return found, "people_counted", 0.7
    if (found := former_or_latter(discourse, draft)) is not None:
        return found, "former_or_latter", 0.9
    if (found := held_by(discourse, draft)) is not None:
        return found, "held_by", 0.9
    if (found := named_after(discourse, draft, clause)) is not None:
        return found, "named_after", 0.9
    if (found := changed(discourse, draft)) is not None:
        return found, "changed", 0.8
    if (found := named_in_list(discourse, draft, clause, previous)) is not None:
        return found, "named_in_list", 0.95
    if (found := named_behind(discourse, draft)) is not None:
        return found, "subject_that_follows", 0.9
    if (found := named_in_object(discourse, draft, clause)) is not None:
        return found, "named_in_object", 0.8
    return None


def _is_of_a_note(discourse: Discourse, draft: Draft, span: tuple[int, int]) -> bool:
    """Whether a clause's subject stands behind a figure and others: that of a note under a table."""
    if span[0] < draft.last:
        return False
    drafts = discourse.reading.drafts
    return bisect_left(drafts, span[0], key=first_of) - bisect_right(drafts, draft.first, key=first_of) > 2


def _of_clause(discourse: Discourse, draft: Draft, clause: Clause, previous: Draft | None) -> Found:
    """Return what the clause of a figure, or its sentence, or what was said before, is about."""
    span = clause.subject
    if draft.kind in SHARES and lower_at(discourse, draft.last) == "who" and discourse.shared_by is not None:
        return discourse.shared_by, "share_of_the_same", 0.6
    if (found := subject_of_infinitive(discourse, draft, clause)) is not None:
        return found, "subject_of_infinitive", 0.9
    if span is not None and tells_expectation(discourse, draft, clause, span):
        # "the 5% gain analysts had expected": the figure is of the clause before.
        clause = clause.parent or clause
        span = clause.subject
    if span is not None and _is_of_a_note(discourse, draft, span):
        span = None
    if span is not None:
        found = clause_subject(discourse, span)
        if (
            found is not None
            and found.type == "phrase"
            and (only_reduces(discourse, clause) or span[0] <= draft.first < span[1])
        ):
            # "5,000 cars sold in May": the phrase belongs to the clause around it; "63 percent want": nobody.
            found = None
        if found is not None and found.type == "place":
            thing = of_places(discourse, draft, previous)
            if thing is not None:
                return thing, "thing_of_the_places", 0.9
        moved = moved_object(discourse, draft)
        if moved is not None and (found is None or found.type == "phrase" or moved.type != "phrase"):
            return moved, "moved_object", 0.8
        speaks = found is not None and only_tells(discourse, found, clause)
        if speaks and (told := told_of(discourse, draft, clause)) is not None:
            return told, "what_is_told_of", 0.8
        if found is not None and not found.is_weak and not speaks:
            return found, "subject_of_clause", 1.0
        if speaks:
            found = None
    else:
        found = subject_of_heading(discourse, draft, clause)
        if found is not None and not found.is_weak:
            return found, "heading", 0.8
    if lower_at(discourse, draft.last) == "of" and draft.kind in ("share", "percent", "count"):
        part = of_phrase(discourse, draft)
        if part is not None:
            return part, "share_of", 0.6
    return carried_subject(discourse, draft, clause, found)
