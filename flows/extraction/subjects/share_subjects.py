"""Subjects of shares and of what a figure counts: "27% of adults smoke", "one in four is a Renault"."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of
from flows.extraction.subjects.listed_subjects import lower_at, name_at
from flows.extraction.subjects.referents import resolve
from flows.extraction.text.clauses import Clause
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.subject_words import MEASURES, PHRASE_ENDS, RELATORS, SHARES

PLURAL_PLACES: Final = frozenset("nations countries economies states regions".split())
HEDGES: Final = frozenset(
    "about around some nearly almost only just over under more less than but and a the".split()
)


def in_subject(discourse: Discourse, draft: Draft, span: tuple[int, int]) -> Referent | None:
    """Return what a figure inside a subject counts: "27% of the population has", "Sales of 3,000 were"."""
    document = discourse.reading.document
    lower = document.lower
    if draft.first - span[0] > 1:
        found = _measure_before(discourse, draft, span[0])
        if found is not None:
            return found
    if draft.kind == "share" and (found := _predicate(discourse, span[1], draft.last == span[1])) is not None:
        return found
    index = draft.last
    while index < span[1] and (
        lower[index] in ("of", "the", "out", "in", "all", "%") or lower[index].isdigit()
    ):
        index += 1
    found = resolve(discourse, index, span[1]) if index < span[1] else None
    if found is not None and not found.is_bare:
        return found
    # "a new Leaf with a 200-mile range": what stands before the figure has it.
    names = [name for name in discourse.names_in(span[0], draft.first) if name.type != "place"]
    return referent_of(names[-1]) if names else None


def there_is(discourse: Discourse, clause: Clause) -> bool:
    """Whether a clause says that something exists: "there are 30 million lamps"."""
    span = clause.subject
    return (
        span is not None and span[1] - span[0] == 1 and discourse.reading.document.lower[span[0]] == "there"
    )


def _predicate(discourse: Discourse, index: int, alone: bool) -> Referent | None:
    """Return what a share is: "One in four cars is a Renault", "59% are men"."""
    lower = discourse.reading.document.lower
    if index + 1 >= len(lower) or lower[index] not in ("is", "are", "was", "were"):
        return None
    name = name_at(discourse, index + 1)
    if name is not None:
        return referent_of(name) if name.type != "place" and name.type != "person" else None
    end = index + 1
    while (
        end < len(lower) and lower[end].isalpha() and lower[end] not in RELATORS and lower[end] != "compared"
    ):
        end += 1
    found = (
        resolve(discourse, index + 1, end)
        if lower[index] in ("are", "were") and alone and end - index <= 3
        else None
    )
    return found if found is not None and found.type == "phrase" else None


def of_places(discourse: Discourse, draft: Draft, previous: Draft | None) -> Referent | None:
    """Return the thing that places share: "Asia took 90% of Leaf sales, with Japan at 3,000"."""
    lower = discourse.reading.document.lower
    if draft.last + 1 < len(lower) and lower[draft.last] == "of":
        name = name_at(discourse, draft.last + 1)
        return referent_of(name) if name is not None and name.type != "place" else None
    if previous is None or previous.subject is None or previous.entity_code is None:
        return None
    rule = previous.why["subject"].rule if "subject" in previous.why else ""
    if rule == "thing_of_the_places":
        return Referent(previous.subject, previous.entity_code, None, previous.first, previous.last)
    return None


def place_beside(discourse: Discourse, draft: Draft, found: Referent | None) -> Referent | None:
    """Return the one of several places that a percentage is of: "8% in Norway, 5% in Sweden"."""
    lower = discourse.reading.document.lower
    if found is None or draft.kind not in SHARES or lower_at(discourse, draft.last) != "in":
        return None
    if found.type != "place" and not (found.type == "phrase" and lower[found.last - 1] in PLURAL_PLACES):
        return None
    name = name_at(discourse, draft.last + 1)
    return referent_of(name) if name is not None and name.type == "place" else None


def of_phrase(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the phrase after "of" behind a figure where it is things or people, not a measure."""
    document = discourse.reading.document
    lower = document.lower
    first = draft.last + 1
    last = document.sentences[draft.sentence][1]
    while first < last and (lower[first] == "the" or lower[first][:1].isdigit()):
        first += 1
    end = first
    while end < last and end - first < 9 and not is_mark(document, end):
        if lower[end] in PHRASE_ENDS and lower[end - 1] != "who":
            break
        end += 1
    found = resolve(discourse, first, end)
    return found if found is not None and found.type == "phrase" and not found.is_weak else None


def stands_alone(discourse: Discourse, draft: Draft, span: tuple[int, int]) -> bool:
    """Whether a figure is all of its subject: "36% said"."""
    lower = discourse.reading.document.lower
    return draft.last >= span[1] and all(word in HEDGES for word in lower[span[0] : draft.first])


def _measure_before(discourse: Discourse, draft: Draft, first: int) -> Referent | None:
    lower = discourse.reading.document.lower
    if any(word in MEASURES for word in lower[first : draft.first]):
        found = resolve(discourse, first, draft.first)
        return found if found is None or not found.is_bare else None
    return None


def body_of_seats(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return whose all the seats are of which somebody won some: "24 of the 45 seats on the council".

    Where the body is not said they are the seats themselves, never of those who won some of them.
    """
    document = discourse.reading.document
    lower = document.lower
    at = draft.first - 1
    if at > 0 and lower[at] in ("the", "all", "its"):
        at -= 1
    if at < 1 or lower[at] != "of":
        return None
    noun = next((i for i in range(draft.last - 1, draft.last + 2) if lower_at(discourse, i) == "seats"), None)
    if noun is None:
        return None
    end = noun + 1
    if lower_at(discourse, end) in ("in", "on", "of", "at"):
        last = end + 1
        while last < len(lower) and last - end < 8 and not is_mark(document, last):
            if lower[last] in PHRASE_ENDS or lower[last] in RELATORS or lower[last][:1].isdigit():
                break
            last += 1
        found = resolve(discourse, end + 1, last) if last > end + 1 else None
        # "the council" is no stand-in for who won its seats.
        if found is not None and found.first > end and found.type != "person" and not found.is_bare:
            return found
    for other in reversed(discourse.reading.drafts):
        # "The council has 45 seats. The Greens won 24 of the 45": of what has them.
        if other.first < draft.first and other.value == draft.value and other.unit == draft.unit:
            body = discourse.referents.get(other.first)
            if body is not None and body.type != "person":
                return body
    return Referent("seats", "", "phrase", noun, noun + 1)
