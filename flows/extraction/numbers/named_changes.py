"""Changes that nouns name: "grew at a 3 percent pace", "the drop was 4,000 jobs", "growth slowed to 2"."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.numbers.change_frames import (
    AFTER_NUMBER,
    AS_MUCH,
    CLAUSE_BREAKS,
    FILLERS,
    NAMED_CHANGES,
    Change,
)
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS, verb_forms

PACES: Final = frozenset("pace clip tempo".split())
# "slowed to a 1 percent pace": what slows still grows.
PACE_VERBS: Final = frozenset(
    form for verb in "slow moderate cool quicken accelerate ease pick".split() for form in verb_forms(verb)
)
COUNT_COPULAS: Final = frozenset("was is were totalled totaled amounted came reached".split())
COUNT_CHANGES: Final = frozenset("rise increase fall drop decline decrease reduction shrinkage".split())
# What sets a change beside the noun that names it, and what says that it is so much.
APPOSING: Final = frozenset(", ( – — - :".split())
DEFINITE: Final = frozenset("the that this".split())
AMOUNTING: Final = (
    ("works", "out", "at"), ("worked", "out", "at"), ("works", "out", "to"), ("comes", "to"), ("came", "to"),
    ("amounts", "to"), ("amounted", "to"), ("equals",), ("represents",), ("equates", "to"),
)  # fmt: skip
LINKING: Final = APPOSING | {"at", "to"}
# The rule of a change that the noun right before names: it points back to levels.
APPOSED: Final = "apposed change"
LEVEL_WORDS: Final = frozenset("; : while but inflation unemployment rate rates margin share".split())


def find_pace(lower: list[str], first: int, last: int, draft: Draft) -> Change | None:
    """Return the change of a percentage that is a pace: "rose at a 3.1 percent annual rate"."""
    index = draft.last
    stop = min(last, index + 6)
    while index < stop and (
        lower[index] in AFTER_NUMBER or lower[index].endswith("ly") or lower[index] == "adjusted"
    ):
        index += 1
    if index >= stop or (lower[index] not in PACES and lower[index] != "rate"):
        return None
    is_pace = lower[index] in PACES
    if is_pace and lower[index + 1 : index + 2] == ["of"]:
        for ahead in range(index + 2, min(index + 5, last)):
            if lower[ahead] in CHANGE_NOUNS:
                return Change(CHANGE_NOUNS[lower[ahead]], ahead, ahead + 1, "pace")
    back = draft.first - 1
    while back >= first and (lower[back] in FILLERS or lower[back] == "its"):
        if lower[back] == "at" and lower[back + 1] not in AS_MUCH:
            break
        back -= 1
    link = lower[back] if back >= first else ""
    if link in ("at", "to"):
        for token in range(back - 1, max(first, back - 6) - 1, -1):
            word = lower[token]
            if word in CLAUSE_BREAKS and word not in (")", "("):
                break
            if link == "to":
                if word in PACE_VERBS:
                    return Change(1, token, token + 1, "pace")
                continue
            sign = CHANGE_VERBS.get(word, 0) or CHANGE_NOUNS.get(word, 0)
            if sign:
                return Change(sign, token, token + 1, "pace")
    return Change(1, index, index + 1, "pace") if is_pace else None


def find_count_change(lower: list[str], first: int, draft: Draft) -> Change | None:
    """Return the change that a count or sum is said to be: "the drop between May and June was 400 jobs"."""
    verb = draft.first - 1
    while verb >= first and (lower[verb] in FILLERS or lower[verb] == "to"):
        verb -= 1
    if verb < first or lower[verb] not in COUNT_COPULAS:
        return None
    for index in range(verb - 1, max(first, verb - 12) - 1, -1):
        word = lower[index]
        if (
            (word in CLAUSE_BREAKS and word != "and")
            or word in COUNT_COPULAS
            or (word in CHANGE_VERBS and word not in CHANGE_NOUNS)
        ):
            return None
        if word in COUNT_CHANGES:
            for back in range(index - 1, max(first, index - 4) - 1, -1):
                if lower[back] in ("the", "a", "an", "that", "this", "its", "their", "'s", "’s"):
                    return Change(CHANGE_NOUNS[word], index, index + 1, "named change")
                if not lower[back].isalpha():
                    return None
            return None
    return None


def find_named_change(lower: list[str], first: int, reach: int, draft: Draft) -> Change | None:
    """Return the change of a bare percentage: "growth slowed to 3 percent", "the increase was 3 percent".

    `reach` is the token that is not looked behind: the end of the figure before.
    """
    if (apposed := _apposed_change(lower, reach, draft)) is not None:
        return apposed
    for index in range(draft.first - 1, max(reach, draft.first - 14) - 1, -1):
        word = lower[index]
        if word in LEVEL_WORDS:
            return None
        if word not in NAMED_CHANGES:
            continue
        if word not in ("growth", "expansion", "contraction") and not (
            (index > first and lower[index - 1] not in ("to", "will", "would", "could", "may", "not"))
            and lower[index + 1] in ("was", "of", "over", "to", "in", "for", "is", "between")
            and lower[draft.first - 1] in ("to", "was", "at", "about", "of", "is", "only", "just", "by")
            and any(
                w in ("the", "a", "an", "annual", "'s", "its")
                for w in lower[max(0, _before_compound(lower, index - 1) - 1) : index]
            )
        ):
            continue
        return Change(CHANGE_NOUNS[word], index, index + 1, "named change")
    return None


def _before_compound(lower: list[str], index: int) -> int:
    """Return where the compound begins that ends with a word: "month-to-month"; or the word itself."""
    while index > 1 and lower[index - 1] == "-":
        index -= 2
    return index


def _apposed_change(lower: list[str], reach: int, draft: Draft) -> Change | None:
    """Return the change that a noun right before names: "the increase, 7%,", "the drop works out at 4%"."""
    index = draft.first - 1
    while index > reach and lower[index] in FILLERS and lower[index] not in LINKING:
        index -= 1
    if lower[index] in APPOSING:
        index -= 1
    else:
        words = tuple(lower[max(reach, index - 2) : index + 1])
        length = next((len(verb) for verb in AMOUNTING if words[-len(verb) :] == verb), 0)
        if not length:
            return None
        index -= length
    if index - 1 < reach or lower[index - 1] not in DEFINITE or lower[index].endswith("s"):
        return None
    sign = CHANGE_NOUNS.get(lower[index], 0)
    return Change(sign, index, index + 1, APPOSED) if sign else None
