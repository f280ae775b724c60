"""Codes of subjects: the same for the same thing in every article, or none.

A named thing has its code; a statistic of a territory that of the territory; a part of something named
(a segment, a group of people) the code of its whole, a stroke and its own words, so that a part is never
its whole. Any other phrase has words and no code.
"""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.names.entities import slug
from flows.extraction.names.name_runs import is_common
from flows.extraction.names.reporters import AGENCIES
from flows.extraction.subjects.anaphora import is_doubtful
from flows.extraction.subjects.discourse import Discourse, Referent
from flows.extraction.subjects.events import counts_casualties, event_of
from flows.extraction.subjects.owners import named_with_owner, owner_of
from flows.extraction.subjects.territories import (
    as_said,
    country_of_demonym,
    counts_territorial,
    is_demonym_of,
    is_territorial,
    statistic_names,
    telling_words,
    territory_of,
)
from flows.extraction.text.code_words import (
    COUNTERS,
    ENDS_OF_CLAUSES,
    GROUPS,
    HOLDERS,
    NO_PART_OPENERS,
    NOBODY,
    NOTHING,
    NUMBER_WORDS,
    OF_ECONOMY,
    OF_TERRITORIES,
    STATISTICS,
)
from flows.extraction.text.level_words import NOUNS_IN_ED
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.plain_verbs import PLAIN_BASE, PLAIN_S
from flows.extraction.text.subject_words import CHANGES, PREDICATIVES, SHARES, UNIT_NOUNS, WORLDWIDE
from flows.extraction.text.verb_words import (
    AUXILIARIES,
    DETERMINERS,
    INTRANSITIVE,
    OBJECT_BASE,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SUBORDINATORS,
    is_adverb,
)

THOSE: Final = frozenset("those people".split())
NAMED_IN_ED: Final = frozenset("united limited unemployed".split())
# Never what a figure is of, as "advertising" and "building" are.
DOINGS: Final = frozenset(
    """representing resulting maturing using starting ending living declaring securing noting remaining
    ongoing pending continuing preparing enforcing following including involving containing expecting
    requiring indicating leaving bringing making taking giving showing saying adding having being getting
    becoming causing allowing operating""".split()
)
MAX_WORDS: Final = 4
MAX_APART: Final = 6
TELLING_APART: Final = frozenset("eligible aged without with living born unable entitled in out on".split())
VERBS: Final = AUXILIARIES | PAST | INTRANSITIVE
# A phrase that ends with one of these goes on: "income above the".
OPEN_ENDS: Final = (
    PREPOSITIONS
    | DETERMINERS
    | SUBORDINATORS
    | PLAIN_BASE
    | PLAIN_S
    | frozenset(
        """least most albeit long not otherwise earn earns expect remain agree buys come comes last prior
        little elsewhere each ahead aside apart domestic equivalent""".split()
    )
)
POSSESSIVES: Final = ("'s", "’s", "s'", "s’")
IN_PLACE: Final = frozenset(("in", "across", "since", "last"))
# Adverbs that stand before a verb, never inside of a noun phrase.
BEFORE_VERBS: Final = frozenset(
    "also nevertheless however meanwhile therefore currently now already never normally".split()
)
# Verbs that are no noun, and pronouns: what stands behind them is another phrase.
NO_NOUNS: Final = frozenset(
    """get gets have make makes include includes exclude excludes obtain prevent improve receive keep keeps
    think expect suggest suggests attend maintain announce oppose find see consolidate discuss worsen
    try create goes go helps urge propel rely say consider enjoy avoid become becomes remain remains buy
    stand stands exceed secure dominate want wants know knows them him me""".split()
)
BAD_WORDS: Final = (
    AUXILIARIES | PAST | SAYING | PRONOUNS | BEFORE_VERBS | NO_NOUNS | (CALENDAR - {"may", "march", "sun"})
) - {
    "one",
    "both",
    "cut",
    # Nouns as well: "the notes fell", "jobless claims".
    "notes",
    "states",
    "claim",
    "claims",
    "reports",
    "estimates",
    "forecasts",
    "projects",
}


def code_of(
    discourse: Discourse, draft: Draft, found: Referent | None
) -> tuple[str | None, str | None, float]:
    """Return the subject's words, its code and how much surer or less sure the code makes it (factor).

    The words are None where what was found is no phrase that can be a subject.
    """
    words, code, factor = _coded(discourse, draft, found)
    if (words is None or found is None or found.type in ("place", "phrase", "institution")) and (
        counts_casualties(discourse, draft) and (event := event_of(discourse)) is not None
    ):
        # "measles in Norway": of what, and where; the code is the territory's, if it is one's.
        if code is None or "/" in code or words is None:
            return event, None, 0.7
        return (words if event in words else f"{event} in {words}"), code, factor
    return words, code, factor


def _coded(
    discourse: Discourse, draft: Draft, found: Referent | None
) -> tuple[str | None, str | None, float]:
    if found is None:
        territory = territory_of(discourse, draft) if counts_territorial(discourse, draft) else None
        return (territory[0], territory[1], 0.8) if territory is not None else (None, None, 1.0)
    if found.type != "phrase":
        return _of_named(discourse, draft, found)
    small = found.words.lower().replace("'s", "").replace("’s", "").split()
    if not is_clean(small):
        if small and (small[0] in ("those", "people") or small[1:2] == ["aged"]):
            return found.words, None, 1.0
        cleaned = _cleaned(discourse, found)
        if cleaned is None:
            return None, None, 1.0
        found, small = cleaned, cleaned.words.lower().split()
    counted = draft.last <= found.first < draft.last + 6
    territory = territory_of(discourse, draft) if is_territorial(discourse, draft, small, counted) else None
    if territory is not None:
        teller = small[-1] in NOBODY or small[-1] in COUNTERS
        rest = [] if counted or teller else telling_words(discourse, found)
        if (counted or small == ["people"]) and (group := told_apart(discourse, found)) is not None:
            return group, f"{territory[1]}/{slug(group)}", 0.8
        if not rest and draft.kind in SHARES and counted:
            return found.words, f"{territory[1]}/{slug(found.words)}", 0.8
        if not rest:
            measured = not (counted or teller or counts_territorial(discourse, draft))
            return _of_territory(discourse, territory[0], found, measured), territory[1], 0.9
        named = _of_territory(discourse, territory[0], found, True)
        return named, f"{territory[1]}/{slug(' '.join(rest))}", 0.9
    head = small[-1]
    if len(small) == 1 and found.words != head and _plain(discourse, found) == found.words:
        return found.words, None, 1.0
    plain = _plain(discourse, found)
    if head in NOBODY and head not in GROUPS and not found.is_part:
        return named_with_owner(discourse, draft, found, plain, None), None, 1.0
    owner, words = owner_of(discourse, draft, found)
    plain = named_with_owner(discourse, draft, found, plain, owner)
    if owner is not None and words and words[-1].lower() in HOLDERS:
        return plain, owner.code, 1.0
    if owner is not None and 0 < len(words) <= MAX_WORDS and _is_part([word.lower() for word in words]):
        return plain, f"{owner.code}/{slug(' '.join(words))}", 0.9
    if len(small) > MAX_WORDS or "of" in small:
        return plain, None, 1.0
    if (
        draft.place_code is not None
        and "+" not in draft.place_code
        and (head in OF_TERRITORIES or head in GROUPS)
        and (words := telling_words(discourse, found))
    ):
        place = as_said(discourse, draft.place or draft.place_code, draft.place_code)
        named = _of_territory(discourse, place, found, head not in GROUPS)
        if (head in OF_ECONOMY and len(words) == 1) or (
            " ".join(words) in statistic_names(discourse.reading.reference)
        ):
            # "The trade gap fell", "Production dropped": of the country, told apart by the metric.
            return named, draft.place_code, 0.8
        return (
            plain if head in GROUPS else named,
            f"{draft.place_code}/{slug(' '.join(words))}",
            0.8,
        )
    if head in GROUPS:
        return plain, slug(found.words), 0.8
    return plain, None, 1.0


def told_apart(discourse: Discourse, found: Referent) -> str | None:
    """Return people with what tells them apart: "people eligible to vote", "people out of work"."""
    document = discourse.reading.document
    lower = document.lower
    last = found.last
    if lower[last : last + 1] in (["are"], ["were"]) and (state := _state(discourse, last + 1)):
        return f"{found.words} {state}"
    if last >= len(lower) or not (lower[last] in TELLING_APART or lower[last] in PAST):
        return None
    end = last + 1
    while end < len(lower) and end - last < MAX_APART:
        word = lower[end]
        if word in VERBS or word in IN_PLACE or not (word[0].isalnum() or word == "-"):
            break
        end += 1
    # A verb has to follow, else these words are it: "12 people found the body".
    if end - last < 2 or end >= len(lower) or (lower[end] not in VERBS and lower[end] not in IN_PLACE):
        return None
    if discourse.names_in(last, end):
        # "people in Norway": where they are tells nobody apart.
        return None
    return " ".join(document.quote(found.first, end).split())


def _state(discourse: Discourse, first: int) -> str:
    """Return what people are in or out of, said of them: "2 million people were [in work]"; else ""."""
    document = discourse.reading.document
    lower = document.lower
    if lower[first : first + 1] not in (["in"], ["out"]):
        return ""
    noun = first + 1 + (lower[first : first + 2] == ["out", "of"])
    word = document.words[noun] if noun < len(lower) else ""
    return (
        document.quote(first, noun + 1)
        if word.isalpha() and word.islower() and word not in DETERMINERS
        else ""
    )


def _of_territory(discourse: Discourse, place: str, found: Referent, measured: bool) -> str:
    """Return the words of a territory's statistic, "Norway inflation"; of what it counts, its own name."""
    if not measured:
        return place
    words = _plain(discourse, found)
    document = discourse.reading.document
    for name in discourse.names_in(found.first, found.last):
        if name.type == "place":
            if name.last == found.last or not is_demonym_of(discourse, name, place):
                return words
            # "German unemployment", "unemployment in Germany": one statistic, one name.
            rest = " ".join(
                [*document.words[found.first : name.first], *document.words[name.last : found.last]]
            )
            return f"{place} {rest}".replace(" - ", "-")
    return f"{place} {words}" if WORLDWIDE.isdisjoint(words.lower().split(" ")) else words


def _of_named(discourse: Discourse, draft: Draft, found: Referent) -> tuple[str | None, str | None, float]:
    """Return words and code of a named subject; an institution that counts for a place gives the place."""
    if found.code in AGENCIES:
        return None, None, 1.0
    if found.code in STATISTICS or found.code.rpartition("_")[2] in STATISTICS:
        territory = territory_of(discourse, draft)
        if territory is None:
            return found.words, None, 1.0
        return _of_territory(discourse, territory[0], found, True), territory[1], 0.9
    if is_doubtful(discourse, found):
        return found.words, None, 1.0
    if found.type == "place" and (country := country_of_demonym(discourse, found)) is not None:
        return country, found.code, 1.0
    if (found.type == "institution" or found.code in discourse.reporters()) and counts_territorial(
        discourse, draft
    ):
        territory = territory_of(discourse, draft)
        if territory is not None:
            return territory[0], territory[1], 0.8
    return found.words, found.code or None, 1.0


def _is_clean_word(word: str) -> bool:
    lettered = word[0].isalpha() or word in ("-", "&") or ("-" in word and word[-1].isalpha())
    return lettered and word not in BAD_WORDS and word not in NUMBER_WORDS


def is_clean(words: list[str]) -> bool:
    """Whether words can be a subject: no number, finite verb, date, pronoun, mark or quotation."""
    return (
        bool(words)
        and words[0] not in PREPOSITIONS
        and words[-1] not in PREDICATIVES
        and words[-1] not in UNIT_NOUNS
        and words[-1] not in OPEN_ENDS
        and not words[-1].endswith(POSSESSIVES)
        and not is_adverb(words[-1])
        and not _is_participle(words)
        and not (len(words) == 1 and words[0] in NOTHING)
        and all(_is_clean_word(word) for word in words)
    )


def _is_participle(words: list[str]) -> bool:
    """Whether words end with what somebody does or did: "the index revised", "units representing".

    Not "those polled", "the unemployed".
    """
    return (
        (words[-1].endswith("ed") or words[-1] in DOINGS)
        and words[-1] not in NOUNS_IN_ED
        and words[-1] not in NAMED_IN_ED
        and words[0] not in GROUPS
        and words[0] not in THOSE
    )


def _is_part(words: list[str]) -> bool:
    """Whether words name a part of something: no change, time or unit, no adverb before a verb."""
    return (
        is_clean(words)
        and words[-1] not in CHANGES
        and words[-1] not in NOTHING
        and words[-1] not in ENDS_OF_CLAUSES
        and words[0] not in NO_PART_OPENERS
        and not any(is_adverb(word) for word in words)
    )


def _cleaned(discourse: Discourse, found: Referent) -> Referent | None:
    """Return a phrase up to its first word that no subject holds, None where nothing is left of it."""
    document = discourse.reading.document
    lower = document.lower
    first = found.first
    for index in range(found.first, found.last):
        if lower[index][:1].isdigit() or lower[index] in NUMBER_WORDS or lower[index] in ("'s", "’s"):
            # What is counted follows its number; what is owned follows its owner.
            first = index + 1
        elif not _is_clean_word(lower[index]) and index > first:
            break
    while first < found.last and (
        not _is_clean_word(lower[first]) or lower[first] in DETERMINERS or lower[first] in PREPOSITIONS
    ):
        first += 1
    if first < found.last and lower[first] == "-":
        # "a four-year plan"
        first += 2
    last = first
    while last < found.last and _is_clean_word(lower[last]):
        last += 1
    while last > first and (
        # "a write-off" is a noun.
        (lower[last - 1] in OPEN_ENDS and lower[last - 2] != "-")
        or not lower[last - 1][0].isalpha()
        or is_adverb(lower[last - 1])
        or _is_participle(lower[first:last])
    ):
        # "the debt-crippled": all that a hyphen joins.
        last -= 3 if last - first > 2 and lower[last - 2] == "-" else 1
    if last <= first:
        return None
    words = " ".join(document.quote(first, last).split())
    return Referent(words, slug(words), "phrase", first, last) if is_clean(words.lower().split()) else None


def _plain(discourse: Discourse, found: Referent) -> str:
    """Return a phrase without the capital that it has only as the first of its sentence."""
    document = discourse.reading.document
    first = found.first
    if first not in discourse.opening_tokens or (
        discourse.names_in(first, first + 6)[:1] and (discourse.names_in(first, first + 6)[0].first == first)
    ):
        return found.words
    word = document.words[first]
    follows = document.lower[found.last] if found.last < len(document.lower) else ""
    plural = word.endswith("s") and (follows in OBJECT_BASE or follows in ("are", "were", "have"))
    if found.last - first == 1 and not plural and not is_common(discourse.small_words(), word.lower()):
        # "Rogers": perhaps a name that stands nowhere else.
        return found.words
    if word[1:] == word[1:].lower() and found.words.startswith(word):
        return found.words[0].lower() + found.words[1:]
    return found.words
