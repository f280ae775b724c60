"""Units left out, and found again in the same sentence or text."""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.number_ranges import CHANGES
from flows.extraction.numbers.numeral import LARGE, Numeral
from flows.extraction.numbers.sold_things import is_thing, what_is_sold
from flows.extraction.numbers.told_nouns import subject_noun
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import CLOSED, EVENTS, VERBS, is_person, is_plural, singular
from flows.extraction.text.nouns import Counted

_LEAST_IN_FULL: Final = 100_000  # printed in full beside millions: "vs 835,000"
OF_THAT: Final = frozenset((("of", "that"), ("of", "this"), ("of", "it"), ("of", "which"), ("of", "these")))
_SKIP_BACK: Final = frozenset(
    """about around nearly almost over only just roughly some approximately an estimated more than at least
    less a record the most another up down just revised""".split()
)
_GAPPED: Final = frozenset("by in for from at on afterwards to with were was are through via".split())
_PARTED: Final = frozenset(
    "sold kept exported imported used stored lost burned shipped produced retained".split()
)
_GAINS: Final = frozenset(
    "gain increase rise growth improvement jump advance decrease decline drop fall".split()
)
_TELLING: Final = frozenset(
    """to of at from were was is totaled totalled totals reached reaches reach hit hits stood stands averaged
    ( averages passed passes pass topped tops exceeded exceeds surpassed surpasses""".split()
)
# "The number of jobs rose 8,140": by how many of them.
_MOVED: Final = (CHANGES | {"by"}) - {"revised", "revise", "up", "down"}
_OUTDOING: Final = frozenset(
    """beat beats beating topping surpassing exceeding eclipsing outstripping outdoing outselling overtaking
    missing trailing undershooting""".split()
)
_OUTDONE_REACH: Final = 3
_PERIODS: Final = (["year"], ["month"], ["week"], ["quarter"], ["day"])
_TOOK: Final = frozenset("took take takes last lasts lasted averaging".split())
_CHANGED_BY: Final = CHANGES | {
    "by",
    "percent",
    "just",
    "about",
    "nearly",
    "almost",
    "around",
    "than",
    "over",
}
_APART: Final = frozenset((";", ":", ",", "and", "or", "but"))
# What a number is set against, and how.
_YARDSTICKS: Final = frozenset(
    """average averages target targets forecast forecasts figure rate estimate estimates level total consensus
    median goal projection record""".split()
)
_COMPARING: Final = frozenset(
    """below above over under from than against vs versus compared compares beating exceeding topping matching
    surpassing missing short beat beats topped exceeded exceeds matched missed surpassed""".split()
)
_YARDSTICK_REACH: Final = 16
_FARTHEST: Final = 20
_TIME_ENDS: Final = frozenset("before earlier ago previously".split())


def carry_units(document: Document, numerals: list[Numeral]) -> None:
    """Give a number without a unit the one that its sentence has already said.

    Two classes: a number linked to an earlier one ("5.2 million kettles, up from 4.7 million", "Peru (7,100)
    and Chile (6,400)"), and a number told of a subject that says what is counted ("van sales rose to 8,140").
    """
    lower = document.lower
    thing = what_is_sold(document)
    by_sentence: dict[int, list[Numeral]] = {}
    for numeral in numerals:
        sentence = document.sentence_at(numeral.first)
        earlier = by_sentence.setdefault(sentence, [])
        if numeral.lacks_unit and numeral.form in ("digits", "words", "range"):
            begin = document.sentences[sentence][0]
            at = numeral.first - 1
            while at >= begin and lower[at] in _SKIP_BACK and lower[at] != "than" and numeral.first - at < 5:
                if lower[at] == "at" and lower[at + 1] not in ("least", "most"):
                    break
                at -= 1
            link = lower[at] if at >= begin else ""
            # "Births outnumbered deaths by 214": of which is open.
            is_open = link == "by" and lower[at - 1] not in CHANGES and lower[at - 2] != "of"
            if numeral.value >= 10 and not is_open:
                _from_subject(
                    document, numeral, max(begin, earlier[-1].end if earlier else begin), link, thing
                )
            if not numeral.lacks_unit:
                pass
            elif link in ("from", "to", "at", "against", "versus", "vs", "than", "(", "after") or (
                (link == "with" and at > begin and lower[at - 1] == "compared")
                or (link == "which" and at > begin and lower[at - 1] == "of")
            ):
                _carry_linked(document, numeral, earlier, link, at)
            elif link in ("was", "were") and lower[at - 1] in ("it", "they"):
                # "fell to 212 million euros; in 2017 it was 240 million"
                _carry_linked(document, numeral, earlier, link, at)
            elif _is_outdone(lower, begin, at):
                # "3.66 million tonnes, beating September's 3.14 million"
                _carry_linked(document, numeral, earlier, "than", at)
            elif link == "over" and lower[at - 1] in _GAINS:
                _carry_linked(document, numeral, earlier, "over", at)
            elif link == "." and lower[at - 1] == "vs":
                _carry_linked(document, numeral, earlier, "vs", at)
            elif (
                link == "and"
                and earlier
                and earlier[-1].borrowed == "ellipsis"
                and earlier[-1].power == numeral.power
            ):
                _carry_linked(document, numeral, earlier, "and", at)
            elif link in ("and", ",") and earlier and numeral.first - earlier[-1].end < 9:
                _carry_gapped(document, numeral, earlier[-1])
            if numeral.lacks_unit and earlier and not has_word_after(document, numeral):
                _carry_listed(document, numeral, earlier[-1])
            if numeral.lacks_unit and not is_open and not has_word_after(document, numeral):
                _from_subject(document, numeral, begin, link, thing)
            if numeral.lacks_unit and numeral.power >= LARGE:
                _carry_to_yardstick(document, numeral, earlier)
        earlier.append(numeral)


def _is_outdone(lower: list[str], begin: int, at: int) -> bool:
    """Whether a verb right before, with at most a name or date between, sets a number against another."""
    for index in range(at, max(begin, at - _OUTDONE_REACH) - 1, -1):
        if lower[index] in _OUTDOING:
            return True
        # "beating B by 31" is how much more.
        if lower[index][0].isdigit() or lower[index] in _APART or lower[index] == "by":
            return False
    return False


def has_word_after(document: Document, numeral: Numeral) -> bool:
    """Whether a word that may be a noun follows a number."""
    last = numeral.last
    if last >= len(document.words) or document.begins_sentence(last):
        return False
    word = document.lower[last]
    if not word[0].isalpha() or word in CLOSED or word in VERBS:
        return False
    # "than the 90 million estimated in December"; "90 million registered voters" has its noun further on.
    behind = document.lower[last + 1 : last + 2]
    return not (word.endswith("ed") and (not behind or behind[0] in CLOSED or not behind[0][0].isalnum()))


def _carry_linked(document: Document, numeral: Numeral, earlier: list[Numeral], link: str, at: int) -> None:
    if numeral.rate is not None or (has_word_after(document, numeral) and link != "("):
        return
    if link == "(" and (
        numeral.last >= len(document.words)
        or document.words[numeral.last] != ")"
        or not (document.words[at - 1][0].isupper() or _ends_a_time(document.lower[at - 1]))
    ):
        return
    for known in reversed(earlier[-6:]):
        if (
            (known.lacks_unit and not _is_per_many(known))
            or known.form in ("multiple", "fraction", "ordinal")
            or known.kind == "rank"
        ):
            continue
        if link != "(" and (_is_conversion(document, known, earlier) or document.lower[known.last] == "-"):
            # Nor does "the 30-nation index" lend its nations to what the index is.
            continue
        percent = known.unit is not None and known.unit.kind == "percent"
        beside = earlier[-1]
        if (
            link == "from"
            and known is not beside
            and beside.lacks_unit
            and not beside.rate
            and document.lower[beside.first - 1] not in ("and", ",")
        ):
            # "totalled 7.8 million, up from 6.7 million": what the one before counts, not an earlier one.
            return
        if percent:
            small = "." in document.words[numeral.digits_first] and abs(numeral.value) < 100
            if not small or link == "(" or numeral.power or known is not earlier[-1]:
                continue
            if link == "to" and document.lower[known.first - 1] in _CHANGED_BY:
                # "fell 2 percent to 16.4": a level, of another unit.
                continue
        if (
            known.unit is not None
            and known.unit.kind == "duration"
            and not _is_lasting(document, known, earlier)
        ):
            continue
        level = known.noun is not None and known.noun.noun == "point" and link in ("to", "at")
        if link == "at" and not level:
            continue
        if (
            known.unit is not None
            and known.unit.kind == "money"
            and known.power
            and not numeral.power
            and not (link == "vs" and numeral.value >= _LEAST_IN_FULL)
        ):
            continue
        known_value, value = abs(known.high or known.value), abs(numeral.high or numeral.value)
        if not known_value or not value:
            continue
        # The level of an index is thousands of times the points that it moved by.
        if not Decimal("0.005") <= value / known_value <= (10**6 if level else 200):
            continue
        numeral.unit, numeral.rate, numeral.noun = known.unit, known.rate, known.noun
        if known.unit is not None and known.unit.factor != 1:
            numeral.value *= known.unit.factor
        numeral.borrowed = "ellipsis"
        return


def _is_conversion(document: Document, known: Numeral, earlier: list[Numeral]) -> bool:
    """Whether an amount repeats the one before it: "4 million euros ($5 million), after 6 million"."""
    return document.lower[known.first - 1] == "(" and any(
        other.last == known.first - 1 and other.unit is not None and other.unit.kind == "money"
        for other in earlier
    )


def _ends_a_time(word: str) -> bool:
    """Whether a word ends the time that a bracket gives a number for: "than in 2018 (75,000)"."""
    return word in _TIME_ENDS or (word.isdecimal() and len(word) == len("2018"))


def _is_lasting(document: Document, known: Numeral, earlier: list[Numeral]) -> bool:
    """Whether a length of time is what the sentence tells of: "the wait rose to 81 days from 53"."""
    return known is earlier[-1] and document.lower[known.first - 1] in _TELLING | _TOOK


def _is_per_many(numeral: Numeral) -> bool:
    """Whether a number is one of "7 per 100,000"."""
    return numeral.rate is not None and numeral.rate[0].isdecimal()


def _carry_to_yardstick(document: Document, numeral: Numeral, earlier: list[Numeral]) -> None:
    """Carry over to what a number is set against: "1.1 billion shares, below the average of 1.4 billion".

    Both are millions of the same thing; without a magnitude the second may be anything.
    """
    lower = document.lower
    if numeral.rate is not None or (
        has_word_after(document, numeral) and _YARDSTICKS.isdisjoint(lower[numeral.last : numeral.last + 2])
    ):
        return
    for known in reversed(earlier):
        if known.power < LARGE or _is_conversion(document, known, earlier):
            continue
        between = lower[known.end : numeral.first]
        if (
            known.lacks_unit
            or (known.unit is not None and known.unit.kind == "percent")
            or len(between) > _YARDSTICK_REACH
            or _COMPARING.isdisjoint(between)
            or ";" in between
        ):
            return
        value, other = abs(numeral.high or numeral.value), abs(known.high or known.value)
        if 1 / _FARTHEST <= value / other <= _FARTHEST:
            numeral.unit, numeral.rate, numeral.noun = known.unit, known.rate, known.noun
            numeral.borrowed = "ellipsis"
        return


def _carry_gapped(document: Document, numeral: Numeral, known: Numeral) -> None:
    """Carry over a verb left out: "40 houses by auction and 18 by tender"."""
    after = document.lower[numeral.last] if numeral.last < len(document.lower) else ""
    earlier_year = after == "a" and document.lower[numeral.last + 1 : numeral.last + 2] in _PERIODS
    compared = earlier_year and known.power == numeral.power and known.borrowed in ("", "ellipsis")
    if known.unit is not None and known.unit.kind == "measure" and (after in _PARTED or compared):
        # "40 tonnes was kept and 25 sold", "against 48 tonnes in May and 51 a year earlier"
        numeral.unit, numeral.rate, numeral.borrowed = known.unit, known.rate, "ellipsis"
        return
    if (
        known.noun is None
        or known.borrowed not in ("", "ellipsis", "its whole")
        or known.spelled != numeral.spelled
        or numeral.value < 2
    ):
        return
    if after not in _GAPPED or numeral.form != known.form:
        return
    numeral.noun, numeral.borrowed = known.noun, "ellipsis"


def _carry_listed(document: Document, numeral: Numeral, known: Numeral) -> None:
    """Carry money over a list that leaves out verb and currency: "A gave 2 billion crowns, B 1 billion"."""
    if (
        known.unit is None
        or known.unit.kind != "money"
        or numeral.power < LARGE
        or numeral.power != known.power
    ):
        return
    between = document.lower[known.last : numeral.first]
    if tuple(between[:2]) in OF_THAT:
        between = between[2:]
    is_listed = 1 < len(between) <= _LISTED_REACH and between[0] in (",", "and")
    if is_listed and VERBS.isdisjoint(between) and between[-1] not in CLOSED:
        numeral.unit, numeral.borrowed = known.unit._replace(factor=Decimal(1)), "ellipsis"


_LISTED_REACH: Final = 6


def carry_back(document: Document, numerals: list[Numeral]) -> None:
    """Give "160 million of the 2.5 billion" the unit of the whole that it is part of."""
    for position, numeral in enumerate(numerals[:-1]):
        if not numeral.lacks_unit:
            continue
        whole = numerals[position + 1]
        gap = document.lower[numeral.last : whole.first]
        if whole.unit is not None and len(gap) <= 4 and gap[:1] == ["of"] and whole.unit.kind == "money":
            numeral.unit, numeral.borrowed = whole.unit, "its whole"
        elif whole.unit is not None:
            continue
        elif (
            whole.noun is not None
            and len(gap) <= 4
            and (
                gap in (["of", "the"], ["out", "of", "the"], ["out", "of"])
                or (gap[:2] == ["of", "the"] and gap[-1] in ("'s", "’s"))
            )
        ):
            numeral.noun, numeral.borrowed = whole.noun, "its whole"


def _from_subject(document: Document, numeral: Numeral, begin: int, link: str, thing: str | None) -> None:
    """Read what is counted off the subject: "van sales rose to 8,140", "the number of jobs fell to 4,500"."""
    if not (link in _MOVED or link in _TELLING) or numeral.value < 10 or numeral.value != int(numeral.value):
        return
    lower, words = document.lower, document.words
    floor = max(begin, numeral.first - 30)
    for at in range(numeral.first - 1, floor - 1, -1):
        word = lower[at]
        if word in EVENTS and lower[at + 1] in ("index", "gauge", "barometer"):
            return
        if word in EVENTS or (word in ("production", "output") and is_thing(words[at - 1])):
            before = lower[at - 1] if at > begin else ""
            if (
                before
                and words[at - 1].isalpha()
                and before not in CLOSED
                and before not in VERBS
                and is_thing(words[at - 1])
            ):
                noun = singular(before)
                numeral.noun = Counted(noun, at - 1, at + 1, ())
                numeral.borrowed = "subject"
            elif thing is not None and word not in ("orders", "purchases"):
                numeral.noun = Counted(thing, at, at + 1, ())
                numeral.borrowed = "subject"
            return
        if word == "of" and lower[at - 1] == "number" and at + 1 < numeral.first:
            for cursor in range(at + 1, min(at + 5, numeral.first)):
                if lower[cursor] in CLOSED or lower[cursor] in VERBS or not words[cursor][0].isalpha():
                    return
                if is_plural(lower[cursor]):
                    noun = singular(words[cursor])
                    noun = "person" if is_person(words[cursor], noun) else noun
                    numeral.noun = Counted(noun, cursor, cursor + 1, ())
                    numeral.borrowed = "subject"
                    return
            return
        told = subject_noun(document, at, begin, numeral.first)
        if told is not None:
            numeral.noun, numeral.borrowed = told, "subject"
            return
        if word in (";", ":") or (word == "and" and lower[at + 1] not in ("its",)):
            return
