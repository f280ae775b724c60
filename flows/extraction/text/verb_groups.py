"""Verbs of a sentence: found by form and neighbours, each with its auxiliaries."""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.nouns_or_verbs import SET, TAKING_OBJECTS, is_after_comma, only_narrows
from flows.extraction.text.plain_verbs import PLAIN_BASE
from flows.extraction.text.subject_words import MEASURES
from flows.extraction.text.verb_words import (
    ADJECTIVE_OR_VERB,
    ADVERBS,
    AUXILIARIES,
    BASE_PRESENT,
    COMMAS,
    COMPARING_PARTICIPLES,
    COUNTS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    INTRANSITIVE,
    MOVING,
    NOMINATIVE,
    NOT_VERBS,
    OBJECT_BASE,
    OBJECT_OPENERS,
    OBJECT_S,
    PAST,
    PLURALS,
    PREPOSITIONS,
    PRESENT_S,
    PRESENT_S_NOUNS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    is_adverb,
)
from flows.extraction.text.word_classes import WordClass

CONTRACTED: Final = frozenset(
    f"{pronoun}{mark}{end}"
    for pronoun in ("i", "we", "you", "they", "he", "she", "it", "that", "who", "there")
    for mark in ("'", "’")
    for end in ("ve", "re", "ll", "d", "m")
)


# "was little changed", "is much admired"
DEGREES: Final = frozenset("little much well far".split())
VERBISH: Final = PAST | PRESENT_S | BASE_PRESENT | OBJECT_BASE | OBJECT_S
NOW: Final = frozenset("now still already also currently".split())
POINTING: Final = frozenset("this these those".split())
SUPERLATIVES: Final = frozenset(
    """largest biggest smallest oldest newest latest fastest highest lowest strongest weakest most least best
    worst""".split()
)
HOW_FAR: Final = frozenset("to by about nearly almost more less just over $ £ €".split())
# Before a noun these never tell it apart, as "reduced" does: "This helped sales".
CAUSING: Final = frozenset("helped caused allowed enabled forced prompted pushed boosted reflected".split())
HEADLINE_REACH: Final = 20


WHO: Final = frozenset(("who", "which"))


NO_PARTICIPLES: Final = frozenset(
    """including excluding according following regarding during managing nothing something anything everything
    spring king morning evening string wing sterling""".split()
)


AUXILIARY: Final = 1
VERB: Final = 2
AFTER_WHO: Final = 3
NO_VERB_AFTER: Final = (DETERMINERS - {"that", "both", "all", "most"}) | (
    PREPOSITIONS - {"up", "down", "out"}
)
DETERMINERS_BUT_THAT: Final = DETERMINERS - {"that"}


# What a word may be, beside what its ending tells; of two, the first.
KINDS: Final = {
    **dict.fromkeys(VERBISH, VERB),
    # Nouns else: "Velta, which bid 3 million".
    "bid": AFTER_WHO,
    **dict.fromkeys(CONTRACTED | FINITE_AUXILIARIES | {"'s", "’s"}, AUXILIARY),
}


def _kind_by_ending(word: str) -> int:
    """Return whether a word that no list has may be a verb, a verb after "who" alone, or neither (0)."""
    if word.endswith(("ed", "ing")):
        return VERB
    return AFTER_WHO if word.endswith("s") else 0


MAY_BE_VERB: Final = WordClass(
    lambda _: KINDS, lambda word, _: word[-1] in "dgs" and _kind_by_ending(word) != 0
)
NOUNS_IN_ING: Final = frozenset(
    """spending building funding housing lending trading mining training borrowing holding offering pricing
    manufacturing banking shipping advertising engineering marketing hiring saving planning consulting
    financing drilling farming fishing meeting testing packaging""".split()
)


def verb_groups(document: Document, first: int, last: int) -> list[tuple[int, int, str]]:
    """Return (first token of the group, main verb, form) of each verb group; form: finite, ed, ing."""
    lower, words = document.lower, document.words
    groups: list[tuple[int, int, str]] = []
    free = first
    seen_finite = False
    for index in MAY_BE_VERB.tokens_in(document, first, last):
        if index < free:
            continue
        word = lower[index]
        kind = KINDS.get(word, 0) or _kind_by_ending(word)
        form = ""
        if seen_finite and not RELATIVES.isdisjoint(lower[free:index]):
            # "Velta, whose first album sold": a clause with a verb of its own.
            seen_finite = False
        if kind == AUXILIARY and (
            word in CONTRACTED
            or (word in ("'s", "’s") and index > first and lower[index - 1] in NOMINATIVE)
            or (word in FINITE_AUXILIARIES and (words[index] == word or index == first))
        ):
            form = "finite"
        elif kind == AFTER_WHO and lower[index - 1] not in WHO:
            pass
        elif words[index] == word or index == first or words[index - 1][-2:] == "S.":
            form = _form(document, index, first, last, seen_finite)
            if form == "finite" and seen_finite and word in SET and only_narrows(document, free, index):
                form = "ed"
        if not form:
            continue
        end = index
        if word in AUXILIARIES or word in CONTRACTED or word in ("'s", "’s"):
            end = _group_end(document, index, last)
        groups.append((index, end, form))
        seen_finite = seen_finite or form == "finite"
        if lower[index] in RELATIVES or (form == "finite" and word in SAYING):
            seen_finite = False
        free = end + 1
    return groups or _headline_verb(document, first, last)


def _headline_verb(document: Document, first: int, last: int) -> list[tuple[int, int, str]]:
    """Return the verb of a sentence in which nothing else is one: a headline in the bare present."""
    lower = document.lower
    for index in range(first + 1, min(last - 1, first + HEADLINE_REACH)):
        word = lower[index]
        if word not in VERBISH or not _may_precede_verb(lower[index - 1]):
            continue
        before, after = lower[index - 1], lower[index + 1]
        if after in (".", ",", "-", ":", ")") or before == "-":
            continue
        plural = before in PLURALS or (before.endswith("s") and not before.endswith(("ss", "us", "is")))
        base = word in OBJECT_BASE or word in BASE_PRESENT
        if word in PAST or (plural if base else not plural):
            return [(index, index, "finite")]
    return []


def _may_precede_verb(word: str) -> bool:
    return (
        word[0].isalpha()
        and word not in DETERMINERS
        and word not in PREPOSITIONS
        and word not in ("and", "or", "to")
        and not is_adverb(word)
    )


def _group_end(document: Document, index: int, last: int) -> int:
    """Return the main verb of a group that begins with an auxiliary: "has so far sold", "will be"."""
    lower = document.lower
    end = index
    look = index + 1
    while look < last and look - index < 6:
        word = lower[look]
        if word in AUXILIARIES:
            end = look
        elif is_adverb(word) or (word in DEGREES and look + 1 < last and lower[look + 1].endswith("ed")):
            pass
        elif word != document.words[look]:
            break
        elif (
            word in PAST
            or (word.endswith(("ed", "en", "ing", "wn", "ought", "ung", "unk")) and len(word) > 4)
            or (
                lower[end]
                in (
                    "will",
                    "would",
                    "could",
                    "can",
                    "may",
                    "might",
                    "should",
                    "must",
                    "did",
                    "does",
                    "do",
                    "cannot",
                    "won't",
                    "didn't",
                    "doesn't",
                    "don't",
                )
                and word.isalpha()
                and word not in DETERMINERS
                and word not in PREPOSITIONS
                and word not in PRONOUNS
            )
            or word in ("grown", "risen", "seen", "become", "done", "cut", "hit", "set", "fallen")
        ):
            return look
        else:
            break
        look += 1
    return end


def _form(document: Document, index: int, first: int, last: int, seen_finite: bool) -> str:
    """Return "finite", "ed" or "ing" where the word at `index` is a verb of a clause, else ""."""
    lower, words = document.lower, document.words
    word = lower[index]
    before = lower[index - 1] if index > first else ""
    back = index - 1
    while back > first and is_adverb(lower[back]):
        back -= 1
    if back > first + 1 and lower[back - 1 : back + 1] == ["on", "average"]:
        # "Analysts on average expect"
        back -= 2
    anchor = lower[back] if index > first else ""
    if anchor in PREPOSITIONS and back > first + 1 and lower[back - 1] == "-" and document.joined(back - 1):
        # "the sell-off represents": a noun made of a verb and its preposition.
        anchor = f"{lower[back - 2]}-{anchor}"
    after = lower[index + 1] if index + 1 < last else ""
    if (
        before in ("who", "which")
        and word not in PRONOUNS
        and word not in DETERMINERS
        and word not in ADVERBS
        and word not in PREPOSITIONS
        and word.isalpha()
        and (word.endswith(("s", "ed")) or word in PAST or word in BASE_PRESENT or word == "bid")
    ):
        return "finite"
    if word in ("ended", "ending") and anchor in (
        "month",
        "months",
        "quarter",
        "year",
        "period",
        "weeks",
        "half",
    ):
        return ""
    if word in PAST:
        if (before == "-" and document.joined(index - 1) and document.joined(index)) or (
            after == "-" and document.joined(index + 1)
        ):
            # "the best-paid driver", "sold-out shows"
            return ""
        if word in (
            "cut",
            "hit",
            "put",
            "cost",
            "beat",
            "forecast",
            "left",
            "shed",
            "made",
            "held",
            "found",
            "lost",
            "set",
            "read",
        ):
            if anchor in DETERMINERS_BUT_THAT or anchor in ("of", "to", "by", "a"):
                return ""
            if word in ("forecast", "cost") and after in ("of", "for", "to", ",", "."):
                return "ed" if after in (",", "."[0:0]) else ""
        if anchor in AUXILIARIES:
            return ""
        if word == "forecast" and (after in AUXILIARIES or after in PAST or after in PREPOSITIONS):
            return ""
        if (
            word in ("cost", "set", "read", "split")
            and after.isalpha()
            and words[index + 1] == after
            and not (after in DETERMINERS or after in PREPOSITIONS or after in ADVERBS or after in PRONOUNS)
        ):
            # "annual cost savings"
            return ""
        if word in (
            "sold",
            "made",
            "built",
            "held",
            "lost",
            "found",
            "paid",
            "bought",
            "spent",
            "left",
            "led",
        ) and (
            seen_finite and anchor not in COMMAS and anchor not in SUBORDINATORS and anchor not in PRONOUNS
        ):
            return "ed"
        return "finite"
    if word[-1] == "s" and index - first > 2 and (before in COUNTS or lower[index - 2] in COUNTS):
        # "three wins", "nine state charges"
        return ""
    if word in PRESENT_S:
        if anchor in NOMINATIVE:
            return "finite"
        if anchor in ("that", "this") and word not in PRESENT_S_NOUNS:
            # "That compares with 3 million"
            return "finite"
        if anchor in DETERMINERS or anchor in PREPOSITIONS or anchor in ("", "to"):
            return ""
        if word in PRESENT_S_NOUNS and words[back] != anchor and after in (".", ",", ""):
            return "finite" if word not in TAKING_OBJECTS or is_after_comma(document, back, first) else ""
        if (back < index - 1 and lower[back + 1] in NOW) or (word == "stands" and after == "at"):
            # "the price now stands at 40"
            return "finite"
        if (
            word in PRESENT_S_NOUNS
            and not (
                after in DETERMINERS
                or after in ("to", "that", "it")
                # "claims for benefits" are none.
                or (after == "for" and word not in ("claims", "values"))
                or after[:1].isdigit()
                or after in COUNTS
                or after in "$£€"
                # "The fund forecasts Norway will grow": a name on both sides.
                or (word in SAYING and words[index + 1] != after and words[back] != anchor)
            )
        ):
            return ""
        if word in PRESENT_S_NOUNS and not (
            anchor in PRONOUNS or words[back] != anchor or words[back] in (")", ",") or seen_finite is False
        ):
            return ""
        return "finite"
    if word in BASE_PRESENT:
        if (
            anchor == "majority"
            or (anchor == "them" and lower[back - 1] == "of")
            or (anchor in POINTING and (word in PLAIN_BASE or word == "include"))
        ):
            # "Half of them argue", "These include"
            return "finite"
        if anchor in (
            "percent",
            "pct",
            "%",
            "they",
            "we",
            "you",
            "i",
            "who",
            "that",
            "which",
            "analysts",
            "people",
            "experts",
        ) or (
            anchor.endswith("s")
            and not anchor.endswith(("ous", "ss"))
            and anchor not in ("'s", "’s", "its", "this")
            and after not in (",", ".", "of")
        ):
            return "finite"
        return ""
    if word in OBJECT_S or word in OBJECT_BASE:
        return _object_verb(lower, index, anchor, after)
    if word.endswith("ed") and len(word) > 4:
        moved = word == "advanced" and index > first and (after[:1].isdigit() or after in HOW_FAR)
        # "Velta advanced 4 percent", but "advanced economies".
        if (
            word in NOT_VERBS
            and not moved
            and not (
                word in ADJECTIVE_OR_VERB
                and (seen_finite is False or after in PREPOSITIONS or after[:1].isdigit())
            )
        ):
            return ""
        if (
            anchor in POINTING
            and index == first + 1
            and (word in CAUSING or after in DETERMINERS or after[:1].isdigit())
        ):
            # "This prompted some to sell"
            return "finite"
        if anchor in NO_VERB_AFTER:
            return ""
        if anchor in ("'s", "’s") or anchor[:1].isdigit() or anchor in ("million", "billion", "bn", "mln"):
            return "ed" if after in ("by", "in", "last", "from", "at", "on") else ""
        if before in ("-", "(") and (before == "-" or after == ")"):
            return ""
        if anchor in AUXILIARIES:
            return ""
        if anchor in SUPERLATIVES:
            # "Norway's largest listed firm"
            return ""
        if word in COMPARING_PARTICIPLES and after in ("to", "with", "by", "on"):
            return "ed"
        if word in INTRANSITIVE:
            return "finite"
        if anchor == "," and after in ("by", "in", "with", "on", "at", "from"):
            return "ed"
        if (
            after in PREPOSITIONS
            and seen_finite
            and not (
                anchor in PRONOUNS or anchor in SUBORDINATORS or anchor in COMMAS or words[back] != anchor
            )
        ):
            return "ed"
        if after == "by" and seen_finite:
            return "ed"
        return "finite"
    if word.endswith("ing") and len(word) > 4 and word not in NO_PARTICIPLES:
        if (after == "-" and document.joined(index + 1)) or (before == "-" and document.joined(index)):
            # "existing-home sales", "a record-breaking 3 percent"
            return ""
        if word in NOUNS_IN_ING and (
            after in MEASURES
            or (anchor == "," and after.endswith("s"))
            or (index == first and after in PREPOSITIONS)
        ):
            # "while manufacturing employment fell", "Spending on homes fell"
            return ""
        if anchor in (",", "while", "after", "before", "and", "with", "by", "without") or (
            index == first
            and (
                after in DETERMINERS
                or after in PREPOSITIONS
                or after[:1].isdigit()
                or after in PRONOUNS
                or is_adverb(after)
                or words[index + 1 if after else index] != after
            )
        ):
            return (
                "ing"
                if anchor in (",", "while", "after", "before", "by", "without") or index == first
                else ""
            )
        if after[:1].isdigit() or after in (
            "by",
            "about",
            "nearly",
            "almost",
            "to",
            "from",
            "$",
            "£",
            "€",
            "more",
        ):
            if word in NOUNS_IN_ING and after in ("by", "to", "from"):
                return ""
            return "ing" if anchor not in DETERMINERS and anchor not in PREPOSITIONS else ""
    return ""


def _object_verb(lower: list[str], index: int, anchor: str, after: str) -> str:
    """Return "finite" where a word that is a noun as often stands as a verb: "women make up 51%"."""
    word, before = lower[index], lower[index - 1]
    if word == "trade" and after in ("at", "for") and before in ("shares", "they", "stocks"):
        return "finite"
    if not (after[:1].isdigit() or after in OBJECT_OPENERS):
        return ""
    if lower[index - 2] == "to":
        # "expects buyers to hit stores"
        return ""
    if before != "," and not _may_precede_verb(anchor or "the"):
        return ""
    plural = anchor in PLURALS or (anchor.endswith("s") and not anchor.endswith(("ss", "us", "is")))
    if word in OBJECT_BASE:
        moves = word in MOVING and after in ("by", "to")
        return "finite" if plural and (moves or after not in ("to", "at", "by", "from", "that")) else ""
    closed = before == "," and after not in ("by", "from", "at", "to", "about", "over", "up", "under", "of")
    return "finite" if closed or (before != "," and not plural and after not in ("by", "from", "at")) else ""
