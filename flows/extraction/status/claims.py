"""Who claims a figure: the speaker of the clause that it stands in, or the source that it is put down to.

A speaker is named with the fullest form of the name; without one, the words of the role ("analysts", "the
company") stand.
"""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.places.place_words import AGENCIES
from flows.extraction.status.status_words import CLAIMING, FORECASTING
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of
from flows.extraction.subjects.referents import clause_subject, resolve
from flows.extraction.text.clauses import Clause
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.subject_words import MEASURES, ONLOOKERS
from flows.extraction.text.verb_words import FINITE_AUXILIARIES, PAST

# Beyond these a sentence is a table or a list, and each step would cost time at every figure.
MAX_CLAUSES: Final = 40
MAX_SENTENCE: Final = 400
CLAIMS_OR_SOURCES: Final = CLAIMING | {"according"}
SOURCE_ENDS: Final = (
    FINITE_AUXILIARIES
    | PAST
    | frozenset(
        """. released published issued compiled gathered revealed there it they he she we on from""".split()
    )
)
PASSIVE: Final = frozenset("is are was were be been being".split())
# These speak for nobody that the clause names.
NO_SPEAKERS: Final = frozenset(("which", "that", "who", "this", "there", "we", "i", "you", "one"))
# After a comma these are followed by who speaks: "..., said Jane Roe".
TURNED: Final = frozenset(("said", "says", "added", "adds", "reported", "reports", "claimed", "claims"))
TURNED_MARKS: Final = frozenset((",", '"', "”", "''"))
SPEAKER_OPENERS: Final = frozenset(("the", "a", "an", "its", "their"))
Claim = tuple[int, int, Referent]


def claims_of(discourse: Discourse, sentence: int) -> list[Claim]:
    """Return (first token, last token, who) of each claim in a sentence: what its words reach."""
    document = discourse.reading.document
    first, last = document.sentences[sentence]
    clauses = discourse.clauses(sentence)
    if CLAIMS_OR_SOURCES.isdisjoint(document.vocabulary_of(sentence)):
        return []
    return _claims_of(discourse, clauses, first, last)


def _claims_of(discourse: Discourse, clauses: list[Clause], first: int, last: int) -> list[Claim]:
    document = discourse.reading.document
    lower = document.lower
    found: list[Claim] = []
    turned = _turned(discourse, first, last)
    found.extend(turned.values())
    for position, clause in enumerate(clauses[:MAX_CLAUSES]):
        if clause.verb in turned:
            continue
        if clause.verb is None or lower[clause.verb] not in CLAIMING or clause.subject is None:
            continue
        if not _claims_something(document.lower, clause, last):
            continue
        if clause.auxiliary != clause.verb and lower[clause.verb - 1] in PASSIVE:
            # "is expected to": nobody says so.
            continue
        who = _speaker(discourse, clause)
        if who is None:
            continue
        closes = (
            clause.verb + 1 >= last
            or lower[clause.verb + 1] in (".", ",", "in", "on", "at", "--")
            or (document.words[clause.verb + 1] in ('"', "”"))
        )
        if position and closes and not _has_object(document.words, clause, last):
            # "..., X said.": what stands before it; an earlier claim of the sentence ends there.
            begin = max([end for _, end, _ in found], default=first)
            if lower[clause.verb] not in FORECASTING:
                goes_on = "adding" in lower[clause.verb : clause.verb + 3]
                found.append((begin, last if goes_on else clause.first, who))
        elif clause.subject[0] > clause.verb:
            found.append((max([end for _, end, _ in found], default=first), clause.first, who))
        else:
            found.append((clause.verb, _reach(lower, clauses, position, last), who))
    for index in range(first, min(last - 1, first + MAX_SENTENCE)):
        if lower[index] == "according" and lower[index + 1] == "to":
            end = index + 2
            while end < last and not is_mark(document, end) and lower[end] not in SOURCE_ENDS:
                end += 1
            if end > index + 2:
                found.append((first, last, _source(discourse, index + 2, end)))
    return found


def _turned(discourse: Discourse, first: int, last: int) -> dict[int | None, Claim]:
    """Return the claims whose speaker follows the verb, by the verb: "9,000 boats leak, said Jane Roe"."""
    document = discourse.reading.document
    found: dict[int | None, Claim] = {}
    begin = first
    for index in range(first + 1, min(last - 1, first + MAX_SENTENCE)):
        if document.lower[index] not in TURNED or document.lower[index - 1] not in TURNED_MARKS:
            continue
        end = index + 1
        while end < last and not is_mark(document, end) and document.lower[end] not in SOURCE_ENDS:
            end += 1
        opener = document.words[index + 1]
        if end == index + 1 or not (opener[0].isupper() or opener in SPEAKER_OPENERS):
            continue
        found[index] = (begin, index, _source(discourse, index + 1, end))
        begin = index
    return found


def _claims_something(lower: list[str], clause: Clause, last: int) -> bool:
    """Whether the verb tells: "data showed growth", "he added that"; not "the index added 3 points"."""
    verb = clause.verb
    if verb is None or clause.subject is None:
        return False
    if lower[verb] in ("showed", "shows", "found", "suggested", "suggests", "indicated", "revealed"):
        return any(word in ONLOOKERS for word in lower[clause.subject[0] : clause.subject[1]])
    if lower[verb] in ("added", "adds"):
        return verb + 1 >= last or lower[verb + 1] in ("that", ".", ",", "the", "it", "in")
    return True


def _reach(lower: list[str], clauses: list[Clause], position: int, last: int) -> int:
    """Return where an expectation ends: it does not reach what was ("..., after 3 million last year")."""
    verb = clauses[position].verb
    if verb is None or lower[verb] not in FORECASTING:
        return last
    for index in range(verb + 1, last):
        if lower[index] in ("after", "compared", "following", "against", "versus"):
            return index
    return last


def _has_object(words: list[str], clause: Clause, last: int) -> bool:
    """Whether a clause of saying holds what is said itself: "X said on Monday it sold 3,000"."""
    return any(word[:1].isdigit() for word in words[(clause.verb or 0) + 1 : min(clause.last, last)])


def _speaker(discourse: Discourse, clause: Clause) -> Referent | None:
    if clause.subject is None:
        return None
    lower = discourse.reading.document.lower
    first, last = clause.subject
    if last - first == 1 and lower[first] in NO_SPEAKERS:
        return None
    persons = [name for name in discourse.names_in(first, last) if name.type == "person"]
    if persons:
        return referent_of(persons[-1])
    if any(word[:1].isdigit() for word in lower[first:last]):
        return None
    who = clause_subject(discourse, clause.subject)
    if who is not None and who.words.lower() in AGENCIES and AGENCIES.isdisjoint(lower[first:last]):
        # "The company said" is not the agency that told it.
        return None
    if who is not None and who.type == "phrase":
        if any(word[:1].isdigit() for word in who.words.split(" ")):
            return None
        head = who.words.lower().split(" ")[-1]
        if head in MEASURES and head not in ONLOOKERS:
            return None
    return who


def _source(discourse: Discourse, first: int, last: int) -> Referent:
    found = resolve(discourse, first, last)
    if found is not None and found.type != "place":
        return found
    words = " ".join(discourse.reading.document.quote(first, last).split())
    return Referent(words, "", "phrase", first, last)


def attribute(discourse: Discourse, draft: Draft, claims: list[Claim]) -> None:
    """Fill who claims `draft`: the speaker of the narrowest claim that it stands in."""
    best: Claim | None = None
    for claim in claims:
        if claim[0] <= draft.first < claim[1] and (best is None or claim[1] - claim[0] <= best[1] - best[0]):
            best = claim
    if best is None:
        return
    document = discourse.reading.document
    draft.attributed_to = best[2].words
    draft.why["attributed_to"] = Because(
        "claim", document.starts[best[2].first], document.ends[best[2].last - 1]
    )
