"""Who claims a figure, and whether it is reported, a forecast or a target.

Both are read from the figure's own clause and the clauses it hangs on, so that "expects 5 million, after
3 million last year" leaves the second figure a report. A speaker is named with the fullest form of the
name; without one, the words of the role ("analysts", "the company") stand.
"""

from typing import Final

from flows.extraction.clauses import Clause
from flows.extraction.discourse import Discourse, Referent, open_discourse, referent_of
from flows.extraction.figure import Because, Draft
from flows.extraction.reading import Reading
from flows.extraction.referents import clause_subject, resolve
from flows.extraction.status_words import (
    CLAIMING,
    FORECAST_NOUNS,
    FORECASTING,
    FUTURE,
    FUTURE_ADVERBS,
    PAST_OPENERS,
    TARGET_NOUNS,
    TARGETING,
)
from flows.extraction.subject_phrases import is_mark
from flows.extraction.subject_words import MEASURES, ONLOOKERS
from flows.extraction.verb_words import FINITE_AUXILIARIES, PAST

SEEN: Final = frozenset("seen expected tipped estimated thought".split())
# Beyond these a sentence is a table or a list, and each step would cost time at every figure.
MAX_STEPS, MAX_REACH, MAX_CLAUSES, MAX_SENTENCE = 8, 60, 40, 400
CLAIMS_OR_SOURCES: Final = CLAIMING | {"according"}
# Every word that a status rests on; a sentence without one reports.
AHEAD: Final = (
    TARGETING
    | FORECASTING
    | FUTURE
    | TARGET_NOUNS
    | FORECAST_NOUNS
    | FUTURE_ADVERBS
    | SEEN
    | frozenset("due set likely scheduled poised slated planned prospective".split())
)
SOURCE_ENDS: Final = (
    FINITE_AUXILIARIES
    | PAST
    | frozenset(
        """. released published issued compiled gathered revealed there it they he she we on from""".split()
    )
)
PASSIVE: Final = frozenset("is are was were be been being".split())


def assign_status(reading: Reading) -> None:
    """Fill `attributed_to` and `status` of every draft of `reading`."""
    discourse = open_discourse(reading)
    sentence, claims, ahead = -1, list[tuple[int, int, Referent]](), False
    for draft in reading.drafts:
        if draft.sentence != sentence:
            sentence = draft.sentence
            claims, ahead = _claims(discourse, sentence), _looks_ahead(discourse, sentence)
        if claims:
            _attribute(discourse, draft, claims)
        if ahead:
            _set_status(discourse, draft)


def _claims(discourse: Discourse, sentence: int) -> list[tuple[int, int, Referent]]:
    """Return (first token, last token, who) of each claim in a sentence: what its words reach."""
    document = discourse.reading.document
    lower = document.lower
    first, last = document.sentences[sentence]
    clauses = discourse.clauses(sentence)
    if not CLAIMS_OR_SOURCES.isdisjoint(lower[first:last]):
        return _claims_of(discourse, clauses, first, last)
    return []


def _claims_of(
    discourse: Discourse, clauses: list[Clause], first: int, last: int
) -> list[tuple[int, int, Referent]]:
    document = discourse.reading.document
    lower = document.lower
    found: list[tuple[int, int, Referent]] = []
    for position, clause in enumerate(clauses[:MAX_CLAUSES]):
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
                found.append((begin, clause.first, who))
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
    if last - first == 1 and lower[first] in (
        "which",
        "that",
        "who",
        "this",
        "there",
        "we",
        "i",
        "you",
        "one",
    ):
        return None
    persons = [name for name in discourse.names_in(first, last) if name.type == "person"]
    if persons:
        return referent_of(persons[-1])
    if any(word[:1].isdigit() for word in lower[first:last]):
        return None
    who = clause_subject(discourse, clause.subject)
    if who is not None and who.type == "phrase":
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


def _attribute(discourse: Discourse, draft: Draft, claims: list[tuple[int, int, Referent]]) -> None:
    best: tuple[int, int, Referent] | None = None
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


def _looks_ahead(discourse: Discourse, sentence: int) -> bool:
    """Whether a sentence has any word that can make a figure a forecast or a target."""
    document = discourse.reading.document
    first, last = document.sentences[sentence]
    return not AHEAD.isdisjoint(document.lower[first:last])


def _set_status(discourse: Discourse, draft: Draft) -> None:
    """Set forecast or target where the words that reach the figure look ahead."""
    document = discourse.reading.document
    clause = discourse.clause_at(draft.first)
    found = _in_clause(discourse, draft, clause) or _before_number(discourse, draft)
    parent, steps = clause.parent, 0
    if found is None and not _turns_back(discourse, clause):
        # "X expects | sales to rise to 5 million", "X said it plans to | sell 5 million".
        while parent is not None and found is None and steps < MAX_STEPS:
            steps += 1
            if _looks_ahead_over(discourse, clause):
                found = _in_clause(discourse, draft, parent)
            if parent.kind == "main" and found is None:
                break
            parent = parent.parent
    if found is not None:
        status, token = found
        draft.status = status
        draft.why["status"] = Because(f"{status}_words", document.starts[token], document.ends[token])


def _turns_back(discourse: Discourse, clause: Clause) -> bool:
    """Whether the figure's clause is about what was: "after falling 3%", "from 2 million last year"."""
    lower = discourse.reading.document.lower
    if lower[clause.first] in PAST_OPENERS:
        return True
    if clause.auxiliary is None:
        return False
    word = lower[clause.auxiliary]
    return clause.kind != "participle" and word in (
        "was",
        "were",
        "had",
        "did",
        "has",
        "have",
        "rose",
        "fell",
        "grew",
        "sold",
    )


def _looks_ahead_over(discourse: Discourse, clause: Clause) -> bool:
    """Whether what the clause before expects lies in this one, not beside it ("and", "which", a comma)."""
    document = discourse.reading.document
    lower = document.lower
    opener = lower[clause.first]
    if clause.first and is_mark(document, clause.first - 1) and not opener.endswith("ing"):
        return False
    return opener not in (
        "which",
        "who",
        "while",
        "although",
        "but",
        "whereas",
        "and",
        "as",
        "because",
        "when",
    )


def _in_clause(discourse: Discourse, draft: Draft, clause: Clause) -> tuple[str, int] | None:
    """Return the status and the token that says so, from the words of a clause before the figure."""
    lower = discourse.reading.document.lower
    last = min(draft.first, clause.last)
    back = max(
        (
            i
            for i in range(max(clause.first, last - MAX_REACH), last)
            if lower[i] in ("after", "from", "against", "compared", "than")
        ),
        default=-1,
    )
    if (
        back >= 0
        and not any(word in FUTURE for word in lower[back:last])
        and lower[back] != "from"
        and (draft.first - back < 8)
    ):
        return None
    if back >= 0 and lower[back] == "from" and draft.first - back <= 4:
        return None
    auxiliary, verb = clause.auxiliary, clause.verb
    for index in range(max(clause.first, last - MAX_REACH), last):
        word = lower[index]
        if word in TARGETING and (index == verb or _is_verb_here(lower, index)):
            return "target", index
        if (
            word in FORECASTING
            and (index == verb or _is_verb_here(lower, index))
            and not _denied(lower, index, verb)
        ):
            return "forecast", index
        if word in SEEN and index == verb and auxiliary != verb and lower[index - 1] in PASSIVE:
            return "forecast", index
        if word in FUTURE and index == auxiliary:
            if word == "would" and verb is not None and lower[verb] == "have":
                continue
            return "forecast", index
        if (
            word in TARGET_NOUNS
            and draft.first - index < 8
            and not any(w[:1].isdigit() for w in lower[index:last])
        ):
            return "target", index
    if auxiliary is not None and auxiliary < draft.first and verb is not None:
        look = lower[auxiliary : verb + 4]
        for offset, word in enumerate(look):
            if (
                word in ("due", "set", "likely", "scheduled", "poised", "slated")
                and "to" in look[offset : offset + 3]
                and look[0] in ("is", "are", "be", "looks", "look", "will", "was", "were")
            ):
                return "forecast", auxiliary + offset
    return None


def _is_verb_here(lower: list[str], index: int) -> bool:
    """Whether "plans", "aims", "forecast" stand as verbs: followed by "to", "a", a number or "for"."""
    after = lower[index + 1] if index + 1 < len(lower) else ""
    before = lower[index - 1] if index else ""
    if before in ("the", "a", "an", "its", "their", "his", "of", "new", "previous", "earlier"):
        return False
    return after in ("to", "at", "for", "that", "by") or after[:1].isdigit()


def _denied(lower: list[str], index: int, verb: int | None) -> bool:
    """Whether an expectation is one that reality is measured against: "as expected", "than expected"."""
    del verb
    return lower[index - 1] in ("than", "as", "had", "previously", "widely") or (
        index > 1 and lower[index - 2] in ("than", "as")
    )


def _before_number(discourse: Discourse, draft: Draft) -> tuple[str, int] | None:
    """Return a status said right beside the figure: "a target of 5", "an expected 5", "5 by 2030"."""
    lower = discourse.reading.document.lower
    first = max(discourse.reading.document.sentences[draft.sentence][0], draft.first - 4)
    for index in range(draft.first - 1, first - 1, -1):
        word = lower[index]
        if is_mark(discourse.reading.document, index) or word[:1].isdigit():
            break
        if lower[index - 1] in ("-", "than", "as"):
            continue
        if word in (
            "expected",
            "projected",
            "planned",
            "forecast",
            "predicted",
            "anticipated",
            "prospective",
        ):
            return ("target" if word == "planned" else "forecast"), index
        if word in TARGET_NOUNS:
            return "target", index
        if word in FORECAST_NOUNS:
            return "forecast", index
    last = min(len(lower), draft.last + 4)
    for index in range(draft.last, last):
        if is_mark(discourse.reading.document, index) or lower[index] == ".":
            break
        if lower[index] in TARGET_NOUNS:
            return "target", index
        if lower[index] in FUTURE_ADVERBS:
            return "forecast", index
    return None
