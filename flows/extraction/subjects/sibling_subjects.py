"""Subjects of figures that share another figure's words: gapping, rivals, comparisons.

"Bread brought in 40 million, cakes 12 million and pies 3 million"; "ahead of Jane Roe with 300 votes";
"compared with 900 deliveries of the Volt".
"""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of
from flows.extraction.subjects.listed_subjects import name_at
from flows.extraction.subjects.referents import resolve
from flows.extraction.text.change_words import singular
from flows.extraction.text.clauses import Clause
from flows.extraction.text.subject_phrases import TIME_WORDS
from flows.extraction.text.subject_words import MEASURES, SHARES
from flows.extraction.text.verb_words import (
    ADVERBS,
    AUXILIARIES,
    BASE_PRESENT,
    OBJECT_BASE,
    OBJECT_S,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)

# Between a number and the subject before it.
HEDGING: Final = frozenset(
    """about around some nearly almost only just over under more less fewer than roughly approximately at
    least up to an estimated $ £ € a""".split()
)
BEFORE_COMPARED: Final = (HEDGING - {"than"}) | {"with", "the"}
SEPARATORS: Final = frozenset((",", ";", "and", "while", "but"))
# What a subject without its verb does not hold.
NOT_GAPPED: Final = (
    PREPOSITIONS - {"of"}
    | AUXILIARIES
    | PAST
    | PRONOUNS
    | ADVERBS
    | SUBORDINATORS
    | TIME_WORDS - {"of", "the", "a"}
    | frozenset(
        """other others another more less down up rise fall increase decrease respectively total rather
        perhaps maybe high highs low lows""".split()
    )
)
BARE_VERBS: Final = (OBJECT_BASE | OBJECT_S | BASE_PRESENT) - frozenset(
    "trains exports imports houses works".split()
)
RIVAL_LINKS: Final = frozenset("with on at had by polling taking winning scoring ( , from".split())
COMPARING_OPENERS: Final = frozenset("compared versus vs against than".split())
NOUNS_IN_ING: Final = frozenset(
    """mining manufacturing housing farming banking shipping engineering clothing packaging building
    advertising publishing fishing broadcasting gaming catering wholesaling retailing printing training
    trading""".split()
)
# Between two sides of one thing: its other currency, its old and new level, its share.
TURNING: Final = frozenset("( from to or at".split())
BESIDE: Final = HEDGING | frozenset(") , up down by".split())
MAX_BESIDE: Final = 6
MAX_GAPPED, MAX_NOUNS = 6, 8


def gapped_subject(
    discourse: Discourse, draft: Draft, clause: Clause, previous: Draft | None
) -> Referent | None:
    """Return the subject of a figure whose verb is said once, before: "tin 40 tonnes and zinc 30"."""
    if previous is None or previous.subject is None or clause.verb is None or clause.verb > previous.first:
        return None
    if previous.kind != draft.kind and not (previous.kind in LEVELS and draft.kind in LEVELS):
        return None
    lower = discourse.reading.document.lower
    last = draft.first
    while last > previous.last and (lower[last - 1] in HEDGING or lower[last - 1] in ("than", "off", "down")):
        last -= 1
    first = last
    while first > previous.last and lower[first - 1] not in SEPARATORS:
        first -= 1
        if last - first > MAX_GAPPED:
            return None
    if first == last or first == previous.last or not _is_gapped_phrase(discourse, first, last):
        return None
    # Between the figure before and the comma stand its unit, its noun, what it is of.
    if first - previous.last > MAX_NOUNS or any(
        lower[i] in AUXILIARIES or lower[i] in PAST or lower[i] in (".", ":", "(")
        for i in range(previous.last, first)
    ):
        return None
    found = resolve(discourse, first, last)
    if found is None or found.is_weak or found.type == "person" != _kind_of_previous(discourse, previous):
        return None
    if found.type == "place" and _kind_of_previous(discourse, previous) != "place":
        return None
    return found


LEVELS: Final = frozenset(("count", "money", "measure"))


def _kind_of_previous(discourse: Discourse, previous: Draft) -> str | None:
    found = discourse.referents.get(previous.first)
    return found.type if found is not None else None


def _is_gapped_phrase(discourse: Discourse, first: int, last: int) -> bool:
    document = discourse.reading.document
    lower = document.lower
    names = discourse.names_in(first, last)
    if names and names[-1].last == last:
        return True
    if last - first == 1 and lower[first] in BARE_VERBS:
        return False
    for index in range(first, last):
        word = lower[index]
        if (
            not (word[0].isalpha() or word == "-")
            or word in NOT_GAPPED
            or word in MEASURES
            or is_adverb(word)
        ):
            return False
        if word.endswith(("ed", "ing")) and index == first and word not in NOUNS_IN_ING:
            return False
    return lower[first] != "of"


def currency_of(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the pair whose price an equation gives: "($1 = 6.81 crowns)" is dollar/crown."""
    document = discourse.reading.document
    at = draft.first - 1
    if draft.kind != "rate" or at < 1 or document.lower[at] != "=":
        return None
    unit = (draft.unit or "").rpartition(" per ")[2]
    row = next((r for r in discourse.reading.reference.rows("currencies") if r["unit_code"] == unit), None)
    if row is None:
        return None
    base, quoted = row["words"].partition("|")[0], singular(document.lower[draft.last - 1])
    return Referent(f"{base}/{quoted}" if quoted.isalpha() else base, "", "phrase", at, at + 1)


def beside(discourse: Discourse, draft: Draft, previous: Draft) -> Referent | None:
    """Return whose the figure before is, of which this is the other side: "3m (2m)", "to 5 from 3"."""
    found = discourse.referents.get(previous.first)
    if found is None or draft.first - previous.last > MAX_BESIDE:
        return None
    linked = False
    for word in discourse.reading.document.lower[previous.last : draft.first]:
        if word in TURNING:
            linked = True
        elif word not in BESIDE:
            return None
    return found if linked else None


def rival(discourse: Discourse, draft: Draft, previous: Draft | None) -> Referent | None:
    """Return who a figure is of that follows a name: "ahead of Jane Roe with 300", "behind Acme on 12%"."""
    lower = discourse.reading.document.lower
    start = discourse.reading.document.sentences[draft.sentence][0]
    floor = max(start, previous.last if previous is not None else start, draft.first - 14)
    link = draft.first - 1
    while link > floor and lower[link] in HEDGING and lower[link] != "at":
        link -= 1
    if lower[link] not in RIVAL_LINKS and lower[link] != "'s":
        return None
    names = discourse.names_in(floor, draft.first)
    if not names or (names[-1].type == "place" and lower[names[-1].last : draft.first] != [",", "at"]):
        return None
    name = names[-1]
    between = [w for w in lower[name.last : draft.first] if w not in HEDGING or w == "at"]
    if not between or len(between) > 2 or any(w not in RIVAL_LINKS and w != "'s" for w in between):
        return None
    if between == [",", "at"]:
        # "with Acme, at 114, ahead of Hart, at 95"
        return referent_of(name)
    index = name.first - 1
    while index > floor and lower[index] in ("the", "its", "rival", "rivals", "mr", "mrs", "ms", "dr", "."):
        index -= 1
    opener = lower[index] if index >= floor else ""
    if opener == "of" and lower[index - 1] == "ahead" and "," not in between:
        return referent_of(name)
    if opener in ("behind", "beating", "defeating", "beat", "defeated", "trailing", "leading", "overtaking"):
        return referent_of(name)
    if opener == "by" and lower[index - 1] in ("followed", "trailed", "beaten"):
        return referent_of(name)
    if (
        opener in ("and", ",", "then")
        and previous is not None
        and "subject" in previous.why
        and previous.why["subject"].rule == "named_in_list"
    ):
        return referent_of(name)
    return None


def compared_with(discourse: Discourse, draft: Draft, previous: Draft | None) -> Referent | None:
    """Return whose figure a compared one is: "against 900 for Acme", "than the 40 deliveries of the Volt"."""
    document = discourse.reading.document
    lower = document.lower
    opener = draft.first - 1
    while opener > draft.first - 6 and opener > 0 and lower[opener] in BEFORE_COMPARED:
        opener -= 1
    goes_on = (
        lower[opener] in ("and", ",")
        and previous is not None
        and "subject" in previous.why
        and previous.why["subject"].rule == "compared_with"
    )
    if lower[opener] not in COMPARING_OPENERS and not goes_on:
        return None
    # "streamed to more than 900 homes in Chad", "owns more than 30 percent of Acme"
    hedged = lower[opener] == "than" and lower[opener - 1] in ("more", "less", "fewer")
    if hedged and draft.kind in SHARES and "the" not in lower[opener : draft.first]:
        return None
    last = min(document.sentences[draft.sentence][1] - 1, draft.last + MAX_NOUNS)
    for index in range(draft.last, last):
        word = lower[index]
        if word == "in" and hedged:
            return None
        if word in ("of", "for", "by", "at", "from", "in"):
            name = name_at(discourse, index + 1)
            if name is not None and (word == "for" or (word == "in") == (name.type == "place")):
                return referent_of(name)
            if (
                name is None
                and word == "for"
                and lower[index + 1].isalpha()
                and lower[index + 1] not in TIME_WORDS - {"the"}
            ):
                return _noun_phrase(discourse, index + 1, last + 4)
        elif not word[0].isalpha() or word in SUBORDINATORS or word in AUXILIARIES:
            return None
    return None


def _noun_phrase(discourse: Discourse, first: int, last: int) -> Referent | None:
    lower = discourse.reading.document.lower
    last = min(last, discourse.reading.document.sentences[discourse.reading.document.sentence_at(first)][1])
    end = first
    while end < last and (lower[end][0].isalpha() or lower[end] == "-") and lower[end] not in NOT_GAPPED:
        end += 1
    found = resolve(discourse, first, end) if end > first else None
    return found if found is not None and not found.is_weak else None
