"""Counted nouns: the head of the noun phrase after a number, in the singular, without a tagger.

A noun phrase ends at a closed-class word, a mark, or a word that is plainly a verb; its head is the first
word
of plural shape that no further plural follows. Where the shape does not settle it there is no noun: no unit
is
better than a wrong one.
"""

from typing import Final, NamedTuple

from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import CLOSED, EVENTS, VERBS, is_person, is_plural, singular
from flows.extraction.text.number_words import SMALL

# Determiners and adverbs that may stand between number and noun.
_SKIPPED: Final = frozenset(
    "more other further additional extra such different separate new combined total".split()
)
# Adverbs elsewhere, before a noun adjectives: "300 weekly flights", "40 overseas offices".
_ADJECTIVAL: Final = frozenset(
    "weekly daily monthly yearly quarterly hourly annual worldwide overseas".split()
)
_MOST: Final = 8


class Counted(NamedTuple):
    """A counted noun: its singular in lower case, its token range, the words that narrow it."""

    noun: str
    first: int
    last: int
    modifiers: tuple[str, ...]


def _stops(document: Document, index: int) -> bool:
    """Whether no noun phrase goes on through token `index`."""
    word = document.words[index]
    if not word[0].isalpha():
        return True
    lower = document.lower[index]
    return lower in CLOSED or lower in VERBS or word in ("'s", "’s")


def _is_adverb(lower: str) -> bool:
    return (
        lower.endswith("ly")
        and len(lower) > 4
        and lower not in ("family", "assembly", "monthly", "supply", "rally")
    )


def _plural_at(document: Document, index: int) -> bool:
    """Whether the word at `index` has the shape of a plural; "CBS" has not, "TVs" has."""
    word = document.words[index]
    if word == "sports" and index + 1 < len(document.words) and not _stops(document, index + 1):
        # "sports cars", "sports car": an adjective in all but shape.
        return False
    return is_plural(document.lower[index]) and not (word.isupper() and len(word) < 6)


def counted_noun(document: Document, index: int, *, one: bool, definite: bool) -> Counted | None:
    """Return the noun that a number before token `index` counts.

    Args:
        document: the text.
        index: the token right after the number.
        one: whether the number is one, so that a singular noun fits.
        definite: whether a determiner stands before the number, so that it may stand before a singular as an
            adjective does ("the 20,000 TV mark").
    """
    count = len(document.words)
    if index >= count or document.begins_sentence(index):
        return None
    if document.words[index] == "-" and document.joined(index):
        return _hyphenated(document, index)
    if document.lower[index] == "of":
        return _partitive(document, index)
    lower = document.lower
    if lower[index] in SMALL and not (index + 1 < count and document.joined(index + 1)):
        # "48,310 twelve months ago": another number begins.
        return None
    cursor, end = index, min(count, index + _MOST)
    if lower[cursor] in _ADJECTIVAL and cursor + 1 < end and not _stops(document, cursor + 1):
        cursor += 1
    limit = document.sentences[document.sentence_at(index)][1]
    end = min(end, limit)
    heads: list[int] = []
    while cursor < end:
        word = lower[cursor]
        if word == "-" and document.joined(cursor) and heads and heads[-1] == cursor - 1:
            cursor += 1
            continue
        if (
            word in ("and", "or")
            and heads
            and not _plural_at(document, cursor - 1)
            and _coordinated(document, cursor, end)
        ):
            cursor += 1
            continue
        if word in ("most", "least") and not heads and cursor + 1 < end and not _stops(document, cursor + 1):
            cursor += 2
            continue
        if (
            word in ("'s", "’s")
            and heads
            and cursor + 1 < end
            and all(document.words[at][0].isupper() for at in heads)
        ):
            # "1,000 Hale's shops": whose they are
            heads = []
            cursor += 1
            continue
        if heads and (word[0].isdecimal() or word == "-") and _in_model(document, cursor):
            cursor += 1
            continue
        after_hyphen = heads and lower[cursor - 1] == "-" and word[0].isalpha()
        if word in VERBS and cursor + 1 < end and lower[cursor + 1] == "-" and document.joined(cursor + 1):
            # "15 pay-TV channels"
            heads.append(cursor)
            cursor += 1
            continue
        plural = _plural_at(document, cursor)
        if word in VERBS and plural and heads and not one and not _plural_at(document, heads[-1]):
            # "job cuts", "gas leaks": after a singular noun it is no verb.
            heads.append(cursor)
            break
        if _stops(document, cursor) and not after_hyphen and not (word in _SKIPPED and not heads):
            break
        if one and heads and word.endswith("ed") and not word.endswith("eed"):
            # "one analyst warned": a participle follows no noun.
            break
        if heads and (
            (_plural_at(document, heads[-1]) and not plural) or (one and plural and not after_hyphen)
        ):
            break
        heads.append(cursor)
        cursor += 1
        if plural and not one:
            following = lower[cursor] if cursor < end else ""
            if not (following and following.isalpha() and is_plural(following) and following not in VERBS):
                if following == "-" and document.joined(cursor):
                    continue
                if following and _is_inside_name(document, cursor, end):
                    continue
                break
    if not heads:
        return None
    head = heads[-1]
    if not one and not _plural_at(document, head):
        return _singular_head(document, heads, definite)
    if one:
        return _head_of_one(document, heads, cursor, end)
    return _counted(document, heads, head)


def _in_model(document: Document, cursor: int) -> bool:
    """Whether token `cursor` goes on with a model's name before the head: "two F-16 jets", "a 787-9 jet"."""
    words = document.words
    before = words[cursor - 1]
    if words[cursor] == "-":
        return before.isdecimal() and document.joined(cursor) and words[cursor + 1 : cursor + 2] != []
    if before == "-" and document.joined(cursor):
        before = words[cursor - 2]
        return before[0].isupper() or before.isdecimal()
    return before[0].isupper() and len(words[cursor]) < 5


def _is_inside_name(document: Document, cursor: int, end: int) -> bool:
    """Whether the plural before `cursor` is part of a name before the head: "20 new Alder Woods shares"."""
    words = document.words
    if not (words[cursor - 1][0].isupper() and words[cursor][0].isupper()):
        return False
    for at in range(cursor + 1, min(end, cursor + 4)):
        if _stops(document, at):
            return False
        if words[at].islower():
            return is_plural(words[at])
    return False


def _counted(document: Document, heads: list[int], head: int) -> Counted | None:
    lower = document.lower
    noun = singular(lower[head])
    narrowing = [at for at in heads if at < head]
    if lower[head] in EVENTS and narrowing and narrowing[-1] == head - 1:
        before = document.words[narrowing[-1]]
        if (
            before.islower()
            and not before.endswith(("al", "ic", "new", "ed", "ive", "ly", "more", "record"))
            and (before not in _SKIPPED and before not in CLOSED)
        ):
            noun = singular(before)
    if is_person(document.words[head], noun):
        noun = "person"
    modifiers = tuple(lower[at] for at in narrowing)
    return Counted(noun, heads[0], head + 1, modifiers)


CLASSIFIERS: Final = frozenset(
    "cylinder door seat storey story bedroom bed speed gauge lane nation member pin digit point".split()
)


def _singular_head(document: Document, heads: list[int], definite: bool) -> Counted | None:
    """Read "the 20,000 TV mark": a noun in the singular, used as an adjective."""
    first = heads[0]
    lead = first + 1 < len(document.words) and document.words[first + 1].isalpha()
    if document.lower[first] == "point" and lead and document.lower[first + 1] not in CLOSED:
        # "a nine point lead", "a two point win": the head has the shape of a verb.
        return Counted("point", first, first + 1, ())
    if (definite or document.lower[first] in CLASSIFIERS) and len(heads) >= 2:
        word = document.words[first]
        if (
            word.isalpha()
            and (word.isupper() or word.islower())
            and not _is_adverb(word)
            and word != "average"
        ):
            return Counted(document.lower[first], first, first + 1, ())
    return None


_ADJECTIVES: Final = frozenset(
    """big small large great good bad high low long short old young key major minor main final full single
    simple possible recent true real certain clear certain particular important local former own white
    black red blue green senior top common standard""".split()
)


_NOUNS_IN_ING: Final = frozenset(
    """building meeting evening morning listing offering painting wedding hearing filing ruling shooting
    bombing killing sibling crossing landing recording sitting reading rating finding holding opening
    closing warning serving setting drawing screening dwelling ceiling thing string spring swing helping
    beginning ending feeling clearing stabbing beating booking posting outing inning""".split()
)


def is_participle(word: str) -> bool:
    """Whether a word in -ing, in lower case, is no noun that can be counted: "one being built"."""
    return word.endswith("ing") and len(word) > 4 and word not in _NOUNS_IN_ING


def _head_of_one(document: Document, heads: list[int], cursor: int, end: int) -> Counted | None:
    """Read "one car": the last word before a word that ends the phrase, of at most three."""
    if len(heads) > 3 or (cursor < end and document.lower[cursor] in VERBS and len(heads) > 2):
        return None
    head = heads[-1]
    word = document.lower[head]
    if (
        is_plural(word)
        or _is_adverb(word)
        or len(word) < 3
        or word in _ADJECTIVES
        or (word.endswith("ed") and len(heads) == 1)
    ):
        return None
    return _counted(document, heads, head)


def _coordinated(document: Document, index: int, end: int) -> bool:
    """Whether "and" at `index` joins two words of one phrase: a plural follows before the phrase ends."""
    for cursor in range(index + 1, min(end, index + 4)):
        if is_plural(document.lower[cursor]) and cursor > index + 1:
            return True
        if _stops(document, cursor):
            return False
        if is_plural(document.lower[cursor]):
            return True
    return False


def _hyphenated(document: Document, index: int) -> Counted | None:
    """Read "8,000-seat hall", "12-nation bloc": the word right after the hyphen."""
    noun_at = index + 1
    if noun_at >= len(document.words) or not document.joined(noun_at):
        return None
    word = document.lower[noun_at]
    if (
        len(word) < 3
        or not word.isalpha()
        or word in CLOSED
        or word in _HEDGING
        or (word.endswith("ed") and not word.endswith("eed"))
        or (word in VERBS and word not in _HYPHEN_NOUNS)
    ):
        return None
    return Counted(singular(word), noun_at, noun_at + 1, ())


_HEDGING: Final = frozenset("odd ish plus something".split())
_HYPHEN_NOUNS: Final = frozenset("run cut win hit set".split())
_OF_DETERMINERS: Final = frozenset("the these those its their his her our my your all".split())


def _partitive(document: Document, index: int) -> Counted | None:
    """Read "four of the twelve suspects", "two of the planes": the noun after "of the"."""
    cursor = index + 1
    count = len(document.words)
    if cursor >= count:
        return None
    if document.lower[cursor : cursor + 2] == ["a", "point"]:
        return Counted("point", cursor + 1, cursor + 2, ())
    if document.lower[cursor] not in _OF_DETERMINERS:
        # "two of Ms Orr's deputies"
        owner = cursor
        while owner < min(count, cursor + 4) and document.words[owner][0].isupper():
            owner += 1
        if owner == cursor or owner >= count or document.words[owner] not in ("'s", "’s"):
            return None
        cursor = owner
    cursor += 1
    if cursor + 1 < count and document.words[cursor + 1] in ("'s", "’s"):
        # "five of the nation's largest banks"
        cursor += 1
    while cursor < count and (document.lower[cursor] in _SKIPPED or document.words[cursor] in ("'s", "’s")):
        cursor += 1
    number = document.words[cursor][0].isdecimal() if cursor < count else False
    if (
        cursor + 3 < count
        and document.words[cursor + 1] == "-"
        and (number or document.lower[cursor] in SMALL)
    ):
        # "five of the three-ton trucks": a measure of what is counted
        cursor += 3
    if cursor >= count or _stops(document, cursor):
        return None
    found = counted_noun(document, cursor, one=False, definite=False)
    return found if found is not None and is_plural(document.lower[found.last - 1]) else None
