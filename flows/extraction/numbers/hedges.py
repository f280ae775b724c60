"""Hedges beside a number: "about", "nearly", "at least", "or more", by the table hedges.csv."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from flows.extraction.text.document import Document, tokenise
from flows.extraction.text.number_words import SMALL
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
    taken driven ticked nudged""".split()
)
# "a gain of a tenth over 48 million": what was before, not a bound.
_FROM_REACH: Final = 4  # tokens from a number to "from"
_SIGNS: Final = frozenset("$ £ € ¥".split())
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


_BOUNDS: Final = frozenset(("at_most", "at_least", "more_than", "less_than"))


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
            return _bounded(table, lower, floor, Hedge(qualifier, rule, first, cursor + 1))
        else:
            return None
    return None


def _bounded(table: HedgeTable, lower: list[str], floor: int, hedge: Hedge) -> Hedge:
    """Return the bound right before a hedge that is none: "up to about 40" is a bound."""
    cursor = hedge.first - 1
    if hedge.qualifier != "approximately":
        return hedge
    if cursor >= floor and lower[cursor] in ("a", "an"):
        cursor -= 1
    for phrase, qualifier, rule in table.before.get(lower[cursor] if cursor >= floor else "", ()):
        first = cursor - len(phrase) + 1
        if qualifier in _BOUNDS and first >= floor and tuple(lower[first : cursor + 1]) == phrase:
            if first > floor and (lower[first - 1] in _ADDING or lower[first - 1] in _MOVED):
                return hedge
            return Hedge(qualifier, rule, first, hedge.last)
    return hedge


def _hedges(document: Document, word: str, article: str, first: int, index: int, kind: str) -> bool:
    lower = document.lower
    if article == "the" and word in ("around", "about", "near") and _is_marked(lower, index):
        return True
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
    if (
        word == "to"
        and lower[first] == "up"
        and (article == "a" or before in _ADDING or before in _MOVED or _comes_from(lower, index))
    ):
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


def _comes_from(lower: list[str], index: int) -> bool:
    """Whether a number is what something came to: "is up to 14.6 percent from 13.1 percent"."""
    for place in range(index + 1, min(index + _FROM_REACH, len(lower) - 1)):
        if lower[place] == "from":
            return lower[place + 1] in _SIGNS or lower[place + 1][0].isdigit()
    return False


def _is_marked(lower: list[str], index: int) -> bool:
    """Whether a number is called a mark: "around the 95% mark", "about the 40 million mark"."""
    return not _MARKS.isdisjoint(lower[index + 1 : index + 4])


_MARKS: Final = frozenset(("mark", "level", "range"))


def hedge_of_range(document: Document, first: int, last: int) -> Hedge | None:
    """Return the hedge of "in the 8 percent range"; `first` and `last` bound the number's tokens."""
    lower = document.lower
    begin, end = document.sentences[document.sentence_at(first)]
    behind = lower[last : min(end, last + 2)]
    if first - 2 < begin or lower[first - 2 : first] != ["in", "the"]:
        return None
    if behind[:1] == ["range"] or behind == ["-", "range"]:
        return Hedge("approximately", "about", first - 2, last + 1)
    return None


_MODALS: Final = frozenset("could may might would can ranged range ranges ranging".split())


def hedge_of_extreme(document: Document, index: int) -> Hedge | None:
    """Return the bound of what may be reached: "could be as high as 40". What was reached is exact."""
    lower = document.lower
    if index < 4 or lower[index - 3 : index] != ["as", "high", "as"]:
        return None
    if _MODALS.isdisjoint(lower[max(0, index - 7) : index - 3]):
        return None
    return Hedge("at_most", "up_to", index - 3, index)


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


_ESTIMATED: Final = frozenset(("estimated", "estimates", "estimate", "estimating"))
# Before "estimates" these make a noun of it: what forecasters estimate is told exactly.
_ESTIMATORS: Final = frozenset(
    """analysts analyst consensus street average mean median these those other some recent earlier previous
    latest current its their his her our own the 's ’ ’s and or of on by with from official independent
    preliminary initial first early company many several all most no any""".split()
)
_ESTIMATING: Final = frozenset("that a an the its their it there this these those total costs".split())
_BREAKS: Final = frozenset('; : ( ) " “ ” – — while but although though which who whose because'.split())
_ESTIMATE_REACH: Final = 12


def estimated_before(document: Document, index: int) -> Hedge | None:
    """Return the hedge of an estimate some words before: "the firm estimates that it will cost 4 million".

    The verb and the adjective hedge the first number behind them; the noun does not ("estimates of 4 mln").
    """
    lower = document.lower
    begin = document.sentences[document.sentence_at(index)][0]
    if lower[index - 1] in ("the", "these", "those", "all", "both"):
        # "estimated that the three closures would hurt": these are known.
        return None
    for cursor in range(index - 1, max(begin, index - _ESTIMATE_REACH - 1) - 1, -1):
        word = lower[cursor]
        if word in _ESTIMATED:
            if (
                word != "estimated"
                and lower[index - 1] != "at"
                and not _estimates(lower, cursor, begin, index)
            ):
                return None
            return Hedge("approximately", "about", cursor, cursor + 1)
        if word in _BREAKS or word[0].isdigit() or word == ",":
            return None
    return None


def _estimates(lower: list[str], cursor: int, begin: int, index: int) -> bool:
    """Whether "estimate" is what somebody does, by the words around it."""
    before = lower[cursor - 1] if cursor > begin else ""
    if lower[cursor] == "estimating" or before in ("to", "they", "we", "who"):
        return True
    if before in _ESTIMATORS or not before.isalpha():
        return False
    return lower[cursor + 1] in _ESTIMATING or cursor + 1 == index


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
