"""Whether a figure is reported, a forecast or a target.

It is read from the figure's own clause and the clauses it hangs on, so that "expects 5 million, after 3
million last year" leaves the second figure a report.
"""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.reading import Reading
from flows.extraction.status.claims import Claim, attribute, claims_of
from flows.extraction.status.status_words import (
    FORECAST_NOUNS,
    FORECASTING,
    FUTURE,
    FUTURE_ADVERBS,
    PAST_OPENERS,
    TARGET_NOUNS,
    TARGETING,
)
from flows.extraction.subjects.discourse import Discourse, open_discourse
from flows.extraction.text.clauses import Clause
from flows.extraction.text.subject_phrases import is_mark

SEEN: Final = frozenset("seen expected tipped estimated thought".split())
# Beyond these a sentence is a table or a list, and each step would cost time at every figure.
MAX_STEPS: Final = 8
MAX_REACH: Final = 60
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
# What follows one of these is no longer what is ahead.
BACKWARD: Final = frozenset("after from against compared than".split())
PASSIVE: Final = frozenset("is are was were be been being".split())


def assign_status(reading: Reading) -> None:
    """Fill `attributed_to` and `status` of every draft of `reading`."""
    discourse = open_discourse(reading)
    sentence, claims, ahead = -1, list[Claim](), False
    for draft in reading.drafts:
        if draft.sentence != sentence:
            sentence = draft.sentence
            claims, ahead = claims_of(discourse, sentence), _looks_ahead(discourse, sentence)
        if claims:
            attribute(discourse, draft, claims)
        if ahead:
            _set_status(discourse, draft)


def _looks_ahead(discourse: Discourse, sentence: int) -> bool:
    """Whether a sentence has any word that can make a figure a forecast or a target."""
    return not AHEAD.isdisjoint(discourse.reading.document.vocabulary_of(sentence))


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
    begin = max(clause.first, last - MAX_REACH)
    back = next((index for index in range(last - 1, begin - 1, -1) if lower[index] in BACKWARD), -1)
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
    for index in range(begin, last):
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
            _is_target(lower, index)
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
        # "A forecast-beating 32 percent", "beat forecasts with a 27 percent rise": what came.
        if lower[index - 1] in ("-", "than", "as") or lower[index + 1] in ("-", "with"):
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
        if _is_target(lower, index):
            return "target", index
        if word in FORECAST_NOUNS:
            return "forecast", index
    last = min(len(lower), draft.last + 4)
    for index in range(draft.last, last):
        if is_mark(discourse.reading.document, index) or lower[index] == ".":
            break
        if _is_target(lower, index):
            return "target", index
        if lower[index] in FUTURE_ADVERBS:
            return "forecast", index
    return None


def _is_target(lower: list[str], index: int) -> bool:
    """Whether a word names what is aimed at: not the goals that a striker has scored, "18 goals"."""
    return lower[index] in TARGET_NOUNS and not lower[index - 1][:1].isdigit()
