"""Hedges beside a number: "about", "nearly", "at least", "or more", by the table hedges.csv."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from flows.extraction.document import Document, tokenise
from flows.extraction.number_words import SMALL
from schemas.reference import Reference


class Hedge(NamedTuple):
    """What words make of a number: the qualifier, the rule for its interval, and where the words stand."""

    qualifier: str
    rule: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class HedgeTable:
    """Phrases by the token next to the number: `before` by their last one, `after` by their first."""

    before: dict[str, list[tuple[tuple[str, ...], str, str]]]
    after: dict[str, list[tuple[tuple[str, ...], str, str]]]


@lru_cache(maxsize=8)
def hedge_table(reference: Reference) -> HedgeTable:
    """Compile the table `hedges`; the longest phrase comes first."""
    before: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    after: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in reference.rows("hedges"):
        tokens = tuple(tokenise(row["phrase"].lower()).lower)
        if row["position"] == "after":
            after.setdefault(tokens[0], []).append((tokens, row["qualifier"], row["rule"]))
        else:
            before.setdefault(tokens[-1], []).append((tokens, row["qualifier"], row["rule"]))
    for table in (before, after):
        for listed in table.values():
            listed.sort(key=lambda item: -len(item[0]))
    return HedgeTable(before, after)


# With these a following "the" makes a comparison: "above the $4.1 billion of last year" hedges nothing.
_COMPARING: Final = frozenset(
    """than above below over under beyond exceed exceeds exceeded exceeding top tops topped topping beat
    surpass surpasses surpassed surpassing""".split()
)
# "took over 30 shops", "rolled over 3 billion": the verb's own particle, but for a length of time.
_PARTICLE_VERBS: Final = frozenset(
    """take takes took taken taking roll rolls rolled rolling hand hands handed handing turn turns turned
    turning""".split()
)
# "grew over five years" says when; only after these is "over" a hedge of a length of time.
_LASTING: Final = frozenset(
    """for after took takes take taking last lasts lasted lasting spend spends spent of in within is was were
    be been at waited wait waits with and average averages averaged aged just well""".split()
)
# "revised up to 0.8 percent": the way to a value, no bound.
_MOVED: Final = frozenset(
    """revised raised adjusted moved pushed marked bumped brought went rounded edged climbed crept inched
    taken driven""".split()
)
# "a gain of a tenth over 48 million": what was before, not a bound.
_GAINS: Final = frozenset(
    """gain gains increase increases rise rises growth improvement jump advance premium advantage decrease
    decline lead edge preference priority victory win control percent pct % ahead""".split()
)
_OPENING: Final = frozenset("( : = \" “ ‘ '".split())
_MISSING: Final = frozenset(("short", "shy"))
_BESIDE: Final = frozenset("near close nearing approaching above below under over beyond just".split())
_EXTREMES: Final = frozenset("high low highs lows peak peaks record average trough best worst".split())
_TURNS: Final = frozenset(
    "spells games matches seasons rounds legs innings sets sessions meetings phases".split()
)
_ADDING: Final = frozenset("add adds added adding amount amounted live lived lives own owned facing".split())


def hedge_before(table: HedgeTable, document: Document, index: int, kind: str) -> Hedge | None:
    """Return the hedge whose words end right before token `index`, an article between them allowed."""
    lower = document.lower
    cursor = index - 1
    article = ""
    floor = document.sentences[document.sentence_at(index)][0]
    if cursor >= floor and lower[cursor] in ("a", "an", "the"):
        article = lower[cursor]
        cursor -= 1
    while cursor >= floor and cursor > index - 4:
        word = lower[cursor]
        listed = table.before.get(word)
        if listed is None:
            if word in _OPENING and cursor == index - 1:
                cursor -= 1
                continue
            return None
        for phrase, qualifier, rule in listed:
            first = cursor - len(phrase) + 1
            if first < floor or (
                len(phrase) > 1
                and (lower[cursor - 1] != phrase[-2] or tuple(lower[first : cursor + 1]) != phrase)
            ):
                continue
            if not _hedges(document, word, article, first, index, kind):
                return None
            if not rule:
                # "only", "just": they say nothing of the value; a hedge may stand before them.
                cursor = first - 1
                break
            return Hedge(qualifier, rule, first, cursor + 1)
        else:
            return None
    return None


def _hedges(document: Document, word: str, article: str, first: int, index: int, kind: str) -> bool:
    lower = document.lower
    if article == "the" and (
        word in _COMPARING or word in ("near", "some", "about", "around", "top", "just", "only")
    ):
        return False
    if (word == "some" and article) or (word == "estimated" and article == "the"):
        # "estimated the three closures would cost" hedges what follows.
        return False
    if article == "the" and word == "of" and not _MISSING.isdisjoint(lower[first : first + 3]):
        # "fell short of the 4,000 expected" compares.
        return False
    if kind == "duration" and lower[first] in _BESIDE and not _EXTREMES.isdisjoint(lower[index : index + 6]):
        # "near an eight-month low": near the low, not the months.
        return False
    before = lower[first - 1] if first else ""
    if word == "to" and lower[first] == "up" and (article == "a" or before in _ADDING or before in _MOVED):
        return False
    if word == ">" and "<" in lower[max(0, first - 8) : first]:
        # The end of a tag or a ticker: "<ABC.O> 100 mln".
        return False
    if word == "over" and first and lower[first] == "over":
        if kind == "duration":
            if before not in _LASTING:
                return False
        elif before in _PARTICLE_VERBS:
            return False
    if word == "over" and kind == "count" and before not in _LASTING and before.isalpha():
        # "won three titles over two spells": during them
        ahead = lower[index : index + 3]
        if not _TURNS.isdisjoint(ahead) and lower[index] in SMALL:
            return False
    if word in ("over", "on") and before in _GAINS:
        return False
    if word in ("over", "under") and kind == "duration" and before in ("taken", "spread", "staged"):
        return False
    if word == "top" and before in ("the", "a", "its", "their", "of"):
        return False
    if word == "than" and lower[first] in (
        "higher",
        "lower",
        "larger",
        "smaller",
        "bigger",
        "longer",
        "shorter",
        "older",
        "younger",
    ):
        # "a rate lower than 18.3 percent seen elsewhere" compares; "speeds higher than 100 km/h" bounds.
        return before not in ("still", "far", "much", "slightly", "well")
    return not (word in ("pass", "passes", "top", "cross") and before in ("a", "the"))


_BARRIERS: Final = frozenset("barrier mark milestone threshold level".split())
_BROKEN: Final = frozenset("broken passed topped exceeded surpassed crossed breached smashed".split())


_BREAK: Final = frozenset(
    "broke breaks breaking break breached breaches passed passes crossed topped surpassed smashed".split()
)


def hedge_of_barrier(document: Document, first: int, last: int) -> Hedge | None:
    """Return the hedge of "the 40,000-seat barrier was broken": the number before token `last` is passed."""
    lower = document.lower
    end = min(len(lower), last + 7)
    if first > 1 and (
        lower[first - 1] in _BREAK or (lower[first - 1] in ("the", "a", "its") and lower[first - 2] in _BREAK)
    ):
        for cursor in range(last, min(end, last + 3)):
            if lower[cursor] in _BARRIERS:
                return Hedge("more_than", "more_than", first - 2, cursor + 1)
    for cursor in range(last, min(end, last + 3)):
        if lower[cursor] in _BARRIERS:
            for verb in range(cursor + 1, end):
                if lower[verb] in _BROKEN and {"was", "were", "been"} & set(lower[cursor + 1 : verb]):
                    return Hedge("more_than", "more_than", cursor, verb + 1)
    return None


def is_denied(document: Document, hedge: Hedge) -> bool:
    """Whether "no ..." before "more than" turns it round: "no patient waits more than ten days"."""
    begin = document.sentences[document.sentence_at(hedge.first)][0]
    for cursor in range(hedge.first - 1, max(begin, hedge.first - 9) - 1, -1):
        word = document.lower[cursor]
        if word in ("no", "nobody", "never", "none"):
            return True
        if not word[0].isalpha() or word in ("and", "but", "that"):
            return False
    return False


def estimated_at(document: Document, index: int) -> Hedge | None:
    """Return the hedge of "the firm estimated output at": the estimate stands some words before "at"."""
    lower = document.lower
    if index < 2 or lower[index - 1] != "at":
        return None
    begin = document.sentences[document.sentence_at(index)][0]
    for cursor in range(index - 2, max(begin, index - 12) - 1, -1):
        if lower[cursor] in ("estimated", "estimates", "estimate", "estimating"):
            return Hedge("approximately", "about", cursor, cursor + 1)
        if not lower[cursor][0].isalpha():
            return None
    return None


def hedge_after(table: HedgeTable, document: Document, index: int, limit: int) -> Hedge | None:
    """Return the hedge whose words begin at token `index`, or right after the counted noun at `limit`."""
    for start in (index, limit):
        if start >= len(document.words):
            continue
        cursor = start
        if document.words[cursor] == "-" and cursor + 1 < len(document.words):
            cursor += 1
        for phrase, qualifier, rule in table.after.get(document.lower[cursor], ()):
            last = cursor + len(phrase)
            if tuple(document.lower[cursor:last]) != phrase:
                continue
            if phrase[0] in ("plus", "odd", "ish", "something", "+") and not (
                document.joined(cursor) or cursor > start
            ):
                continue
            return Hedge(qualifier, rule, start, last)
        if index == limit:
            break
    return None
