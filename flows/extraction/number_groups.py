"""What numbers side by side make together: ranges, tolerances, shared units, units left out."""

from collections.abc import Callable
from decimal import Decimal

from flows.extraction.document import Document
from flows.extraction.masks import Mask
from flows.extraction.nouns import CLOSED, EVENTS, VERBS, Counted, is_plural, singular
from flows.extraction.numerals import FRACTION, Numeral

CHANGES = frozenset(
    """rose rise rises rising risen fell fall falls falling fallen grew grow grows growing grown up down increased
    increase increases increasing decreased decrease decreases decreasing climbed climb climbs climbing dropped drop
    drops dropping gained gain gains gaining lost lose losing slipped slip slid slide slides jumped jump jumps
    jumping surged surge soared soar declined decline declines declining cut cuts cutting raised raise raises raising
    lowered lower lowers lowering reduced reduce reduces reducing improved improve improving widened widen
    narrowed narrow narrowing advanced advance eased ease edged tumbled plunged plummeted shrank shrink shrunk
    expanded expand went swelled doubled tripled halved moved changed change changing revised revise trimmed
    boosted boost lifted lift hiked hike slashed slash dipped dip rebounded recovered moving went going
    accelerated slowed slow upgraded downgraded converted switched extended dropping jump""".split()
)
_DASHES = frozenset("-–—‐‑−")
_JOINERS = frozenset(
    (",", "and", "or", "&", "x", "×", "by", "to", "-", "–", "/", "and/or", "nor", "then", "*")
)
_BY_HEDGES = frozenset(
    """about around nearly almost over only just roughly some approximately by an estimated more than at least less
    most another further a as much an additional""".split()
)
Reader = Callable[[int], "Numeral | Mask | None"]


def number_start(document: Document, index: int) -> int:
    """Return the token where digits or words of a number begin, at or shortly after money or a sign at `index`."""
    cursor = index
    while cursor < min(len(document.words), index + 4):
        word = document.words[cursor]
        if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
            return cursor
        if word[0].isalpha() and not (len(word) < 4 and word[0].isupper()):
            return cursor
        cursor += 1
    return cursor


def range_from(document: Document, numeral: Numeral, read: Reader) -> tuple[Numeral | Mask | None, bool]:
    """Join `numeral` with the number that ends its range.

    Returns:
        The range, a mask (a score or season), or None where no range stands there; and whether the second
        number was read in vain, so that it is read again by itself.
    """
    lower, words = document.lower, document.words
    count = len(words)
    at = numeral.last
    if at + 1 >= count or numeral.form in ("fraction", "multiple", "ordinal") or numeral.kind == "rank":
        return None, False
    joiner = lower[at]
    begin = document.sentences[document.sentence_at(numeral.first)][0]
    before = lower[numeral.first - 1] if numeral.first > begin else ""
    dashed = joiner in _DASHES
    if joiner in ("+", "±"):
        return _tolerance(document, numeral, read), False
    if (
        joiner == "-"
        and document.joined(at)
        and at + 2 < count
        and lower[at + 1] == "to"
        and words[at + 2] == "-"
    ):
        # "15-to-29"
        joiner, at, dashed = "to", at + 2, False
    elif joiner == "-" and document.joined(at) and lower[at + 1] in ("to", "or") and numeral.unit is None:
        # "8- to 16-metre", "7- or 8-inch"
        if lower[at + 1] == "or":
            return None, False
        joiner, at, dashed = "to", at + 1, False
    between = (joiner == "and" and before == "between") or (
        joiner == "and" and _in_range(document, numeral, begin)
    )
    if not (dashed or joiner == "to" or between or joiner == "or"):
        return None, False
    if dashed and document.joined(at) != document.joined(at + 1):
        return None, False
    start = at + 1
    direction = 0
    if (
        joiner == "to"
        and lower[start] in ("up", "down", "plus", "minus")
        and before in ("up", "down", "plus", "minus")
    ):
        direction = 1 if lower[start] in ("up", "plus") else -1
        start += 1
    second_at = number_start(document, start)
    if second_at >= count or second_at - start > 3:
        return None, False
    second = read(second_at)
    if isinstance(second, Mask) and dashed and words[second_at].isdecimal() and numeral.unit is None:
        return _dashed_bare(document, numeral, second_at + 1), False
    if (
        not isinstance(second, Numeral)
        or second.form in ("fraction", "multiple", "ordinal")
        or second.high is not None
    ):
        return None, True
    if second.first != start and not (dashed and second.first == start - 1):
        return None, True
    if dashed and second.first == start - 1:
        second.value = -second.value
    if not _fits(numeral, second):
        return None, True
    if direction:
        numeral.value = numeral.value if before in ("up", "plus") else -numeral.value
        second.value = second.value * direction
    low, high = numeral, second
    if second.power and not numeral.power and abs(numeral.value) < 1000:
        scaled = numeral.value.scaleb(second.power)
        if scaled <= second.value:
            numeral.value = scaled if scaled.as_tuple().exponent <= 0 else scaled.quantize(Decimal(1))  # type: ignore[operator]
            numeral.place += second.power
            numeral.bare_place += second.power
            numeral.power = second.power
    if second.unit is not None and numeral.unit is None and second.unit.factor != 1:
        numeral.value *= second.unit.factor
    if joiner == "or" and not _alternative(document, numeral, second):
        return None, True
    if (
        joiner == "to"
        and not between
        and not direction
        and _is_change(document, numeral, second, before, begin)
    ):
        return None, True
    if low.value >= high.value and not (between or high.value < 0):
        if dashed and numeral.unit is None and second.unit is None:
            return _dashed_bare(document, numeral, second.last), False
        return None, True
    if dashed and numeral.unit is None and second.unit is None and not numeral.power and not second.power:
        if (mask := _score_or_season(document, numeral, second, before)) is not None:
            return mask, False
    ends = sorted((numeral.value, second.value))
    joined = Numeral(
        numeral.first,
        second.last,
        numeral.digits_first,
        second.digits_last,
        ends[0],
        min(numeral.place, second.place),
        min(numeral.bare_place, second.bare_place),
        second.last_digit,
        power=max(numeral.power, second.power),
        form="range",
        high=ends[1],
        unit=second.unit or numeral.unit,
        rate=second.rate or numeral.rate,
        spelled=numeral.spelled,
        money_before=numeral.money_before,
    )
    return joined, False


def _in_range(document: Document, numeral: Numeral, begin: int) -> bool:
    """Whether "a and b" stands in "in the range of a and b", "ranging between"."""
    floor = max(begin, numeral.first - 4)
    return bool({"range", "ranging", "ranged", "between"} & set(document.lower[floor : numeral.first]))


def _fits(first: Numeral, second: Numeral) -> bool:
    """Whether two numbers can be the ends of one range: the same unit, or one that says it for both."""
    if first.unit is None or second.unit is None:
        return second.unit is not None or first.unit is None or first.unit.kind == "money"
    if first.unit.unit == second.unit.unit:
        return True
    return first.unit.kind == "money" and second.unit.kind == "money" and first.unit.code == second.unit.code


def _alternative(document: Document, first: Numeral, second: Numeral) -> bool:
    """Whether "a or b" is a range: two small neighbours ("two or three"), or a magnitude said once."""
    if first.unit is not None and first.unit.kind != "money":
        return False
    return (
        first.value + 1 == second.value
        and second.value <= 20
        and first.value == int(first.value)
        and first.spelled == second.spelled
        and first.value > 0
        and second.rate is None
    )


def _is_change(document: Document, first: Numeral, second: Numeral, before: str, begin: int) -> bool:
    """Whether "a to b" tells a change from a to b, or a change by a that led to b."""
    lower = document.lower
    if before == "between":
        return False
    at = first.first - 1
    while at >= begin and lower[at] in _BY_HEDGES and first.first - at < 5:
        at -= 1
    word = lower[at] if at >= begin else ""
    if word == "from":
        told = lower[at - 1] if at > begin else ""
        if told == "," and "to" in lower[max(begin, at - 5) : at - 1] and first.value < second.value:
            # "to 4 to 5 percent, from 2 to 3 percent": a range that was replaced.
            return False
        if (
            told in ("down", "lower")
            and first.value < second.value
            or told in ("up", "higher")
            and first.value > second.value
        ):
            # "down from 4.10 to 4.20 earlier": the earlier view was a range.
            return False
        floor = max(begin, at - 25)
        return bool(CHANGES & set(lower[floor:at]))
    if word in CHANGES or before == "by":
        low, high = abs(first.value), abs(second.value)
        return low >= high or high > 3 * low
    return False


def _tolerance(document: Document, numeral: Numeral, read: Reader) -> Numeral | None:
    """Read "± 2", "+/- 2" after a number: its half-width, in the unit that the whole has."""
    words = document.words
    at = numeral.last
    if words[at] == "+":
        if not (at + 3 < len(words) and words[at + 1] == "/" and words[at + 2] == "-"):
            return None
        at += 2
    if at + 1 >= len(words) or not words[at + 1][0].isdecimal():
        return None
    width = read(at + 1)
    if not isinstance(width, Numeral) or width.high is not None:
        return None
    if numeral.unit is not None and width.unit is not None and numeral.unit.unit != width.unit.unit:
        return None
    numeral.tolerance = abs(width.value)
    numeral.unit = numeral.unit or width.unit
    numeral.rate = numeral.rate or width.rate
    numeral.last = width.last
    return numeral


def _dashed_bare(document: Document, numeral: Numeral, last: int) -> Mask:
    return Mask(numeral.first, last, "score", "numbers joined by a dash without a unit: a score or a code")


_SCORES = frozenset(
    """win won wins beat beats beaten defeat defeated lead leads led victory loss lost draw drew tie tied score scored
    game match set sets aggregate half-time halftime goal goals vote voted record""".split()
)


def _score_or_season(document: Document, first: Numeral, second: Numeral, before: str) -> Mask | None:
    """Tell "3-4" as a score from "5-7 days", "10-12 people" and "aged 30-39"."""
    last = second.last
    lower = document.lower
    following = lower[last] if last < len(document.words) else ""
    if 1800 <= first.value <= 2100 and first.value == int(first.value):
        return Mask(first.first, last, "date", "a span of years")
    if "." in document.words[first.digits_first] or "." in document.words[second.digits_first]:
        return None
    if following.isalpha() and is_plural(following) and following not in VERBS and following not in ("wins",):
        return None
    if before in (
        "aged",
        "ages",
        "age",
        "between",
        "of",
        "from",
        "about",
        "around",
        "some",
        "is",
        "was",
        "are",
        "every",
        "within",
        "in",
        "=",
    ):
        begin, end = document.sentences[document.sentence_at(first.first)]
        if not _SCORES & set(lower[max(begin, first.first - 12) : min(end, last + 12)]):
            return None
    if first.value < 200 and second.value < 200:
        return Mask(first.first, last, "score", "two small numbers joined by a dash: a score")
    return None


# -- units said once ---------------------------------------------------------------------------------------------


def exchange_rates(document: Document, numerals: list[Numeral]) -> list[Numeral]:
    """Read "$1 = 91.10 yen" as one rate; return the ones that are only its base."""
    bases = []
    for position, base in enumerate(numerals[:-1]):
        rate = numerals[position + 1]
        if (
            base.value == 1
            and base.unit is not None
            and base.unit.kind == "money"
            and rate.unit is not None
            and rate.unit.kind == "money"
            and document.words[base.last : rate.first] == ["="]
        ):
            rate.rate, rate.kind = base.unit.unit, "rate"
            bases.append(base)
    return bases


def join_cents(document: Document, numerals: list[Numeral]) -> list[Numeral]:
    """Read "3 dollars 50 cents", "twelve dollars and five cents" as one amount; return what was taken in."""
    taken = []
    for position in range(len(numerals) - 2, -1, -1):
        whole, part = numerals[position], numerals[position + 1]
        if whole.unit is None or whole.unit.kind != "money" or whole.power or whole.high is not None:
            continue
        if whole.unit.factor != 1 or part.high is not None or part in taken:
            continue
        gap = document.lower[whole.last : part.first]
        bare = part.unit is None and not gap and not whole.money_before and _ends_clause(document, part.last)
        minor = part.unit is not None and part.unit.code == whole.unit.code and part.unit.factor != 1
        if gap not in ([], ["and"]) or not (bare or minor) or part.rate is not None:
            continue
        cents = part.value / 100 if bare else part.value
        if not 0 < cents < 1 or part.value != int(part.value) and bare:
            continue
        whole.value += cents
        whole.place = whole.bare_place = -2
        whole.last = whole.digits_last = part.last
        taken.append(part)
    return taken


def _ends_clause(document: Document, last: int) -> bool:
    return last >= len(document.words) or document.words[last] in ".,;:!?)"


def share_units(document: Document, numerals: list[Numeral]) -> None:
    """Give the unit of a later number to those before it that only commas and conjunctions part from it."""
    lower = document.lower
    for position in range(len(numerals) - 1, 0, -1):
        giver, taker = numerals[position], numerals[position - 1]
        if taker.unit is not None or taker.noun is not None or taker.form not in ("digits", "words", "range"):
            continue
        if (giver.unit is None and giver.noun is None) or giver.form in ("multiple", "fraction", "ordinal"):
            continue
        if (
            giver.kind == "rank"
            or giver.money_before
            or (
                giver.unit is not None
                and giver.unit.kind == "money"
                and not giver.power
                and giver.first - taker.last != 1
            )
        ):
            continue
        gap = range(taker.last, giver.first)
        if [lower[at] for at in gap] == [",", "or"]:
            # "fell to 340, or 12 percent": the same said twice.
            continue
        if len(gap) == 0 or len(gap) > 3 or not all(lower[at] in _JOINERS for at in gap):
            continue
        if "to" in (lower[at] for at in gap) and taker.value > giver.value * 20:
            continue
        if giver.noun is not None and not _plausible_pair(taker, giver, [lower[at] for at in gap]):
            continue
        taker.unit, taker.rate, taker.noun = giver.unit, giver.rate, giver.noun
        if giver.unit is not None and giver.unit.factor != 1:
            taker.value *= giver.unit.factor
        taker.borrowed = "coordination"
        if giver.power and not taker.power and giver.unit is not None and "or" in (lower[at] for at in gap):
            taker.value = taker.value.scaleb(giver.power)


def _plausible_pair(taker: Numeral, giver: Numeral, joiners: list[str]) -> bool:
    if joiners == [","] and not (taker.value < 1000 and giver.value < 1000):
        return False
    return taker.spelled == giver.spelled


_LINKS = frozenset(
    "from to against versus vs than ( with compared for at and , or reached hit was were by".split()
)
_SKIP_BACK = frozenset(
    """about around nearly almost over only just roughly some approximately an estimated more than at least less
    a record the most another up down just""".split()
)


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
        if numeral.unit is None and numeral.noun is None and numeral.form in ("digits", "words", "range"):
            begin = document.sentences[sentence][0]
            at = numeral.first - 1
            while at >= begin and lower[at] in _SKIP_BACK and lower[at] != "than" and numeral.first - at < 5:
                at -= 1
            link = lower[at] if at >= begin else ""
            if numeral.value >= 10:
                _from_subject(
                    document, numeral, max(begin, earlier[-1].end if earlier else begin), link, thing
                )
            if numeral.noun is not None:
                pass
            elif link in ("from", "to", "against", "versus", "vs", "than", "(", "after") or (
                link == "with" and at > begin and lower[at - 1] == "compared"
            ):
                _carry_linked(document, numeral, earlier, link, at)
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
            if numeral.unit is None and numeral.noun is None and not _has_word_after(document, numeral):
                _from_subject(document, numeral, begin, link, thing)
        earlier.append(numeral)


def _has_word_after(document: Document, numeral: Numeral) -> bool:
    last = numeral.last
    if last >= len(document.words):
        return False
    word = document.lower[last]
    return word[0].isalpha() and word not in CLOSED and word not in VERBS


def _carry_linked(document: Document, numeral: Numeral, earlier: list[Numeral], link: str, at: int) -> None:
    if _has_word_after(document, numeral) and link != "(":
        return
    if link == "(" and (
        numeral.last >= len(document.words)
        or document.words[numeral.last] != ")"
        or not document.words[at - 1][0].isupper()
    ):
        return
    for known in reversed(earlier[-6:]):
        if (
            (known.unit is None and known.noun is None)
            or known.form in ("multiple", "fraction", "ordinal")
            or known.kind == "rank"
        ):
            continue
        percent = known.unit is not None and known.unit.kind == "percent"
        if percent:
            small = "." in document.words[numeral.digits_first] and abs(numeral.value) < 100
            if not small or link == "(" or numeral.power or known is not earlier[-1]:
                continue
        if known.unit is not None and known.unit.kind == "duration":
            continue
        if known.unit is not None and known.unit.kind == "money" and known.power and not numeral.power:
            continue
        known_value, value = abs(known.high or known.value), abs(numeral.high or numeral.value)
        if not known_value or not value or not Decimal("0.005") <= value / known_value <= 200:
            continue
        numeral.unit, numeral.rate, numeral.noun = known.unit, known.rate, known.noun
        if known.unit is not None and known.unit.factor != 1:
            numeral.value *= known.unit.factor
        numeral.borrowed = "ellipsis"
        return


def _carry_gapped(document: Document, numeral: Numeral, known: Numeral) -> None:
    """Carry over a verb left out: "40 houses by auction and 18 by tender"."""
    if known.noun is None or known.borrowed or known.spelled != numeral.spelled or numeral.value < 2:
        return
    after = document.lower[numeral.last] if numeral.last < len(document.lower) else ""
    if after not in _GAPPED or numeral.form != known.form:
        return
    numeral.noun, numeral.borrowed = known.noun, "ellipsis"


_GAPPED = frozenset("by in for from at on afterwards to with were was are through via".split())
_GAINS = frozenset("gain increase rise growth improvement jump advance decrease decline drop fall".split())
_TELLING = frozenset("to of at from were was is totaled totalled reached hit stood averaged (".split())


def name_what_is_sold(document: Document, numerals: list[Numeral]) -> None:
    """Let "5,200 deliveries" count the one thing that the text speaks of delivering."""
    events = [
        n
        for n in numerals
        if n.noun is not None and not n.borrowed and document.lower[n.noun.last - 1] in EVENTS
    ]
    if not events:
        return
    thing = what_is_sold(document)
    for numeral in events:
        noun = numeral.noun
        if noun is not None and thing is not None and noun.noun == singular(document.words[noun.last - 1]):
            numeral.noun = Counted(thing, noun.first, noun.last, noun.modifiers)


def carry_money(numerals: list[Numeral], document: Document) -> None:
    """Give "a loss of 3.2 billion" the currency of the text, where it has but one.

    A noun of money must stand beside the amount, and the amount must have a magnitude.
    """
    codes = {
        n.unit.unit for n in numerals if n.unit is not None and n.unit.kind == "money" and not n.unit.choices
    }
    if len(codes) != 1:
        return
    known = (
        next(n.unit for n in numerals if n.unit is not None and n.unit.unit in codes and n.unit.factor == 1)
        if any(n.unit is not None and n.unit.unit in codes and n.unit.factor == 1 for n in numerals)
        else None
    )
    if known is None:
        return
    for numeral in numerals:
        if (
            numeral.unit is not None
            or numeral.power < 6
            or numeral.noun is not None
            and numeral.noun.noun not in _MONEY_NOUNS
        ):
            continue
        after = document.lower[numeral.last] if numeral.last < len(document.lower) else ""
        before = document.lower[max(0, numeral.first - 4) : numeral.first]
        told = (
            len(before) > 1
            and before[-1] in ("of", "to", "at", "from", "was", "against")
            and _MONEY_NOUNS & set(before[:-1])
        )
        if after in _MONEY_NOUNS or (told and not _has_word_after(document, numeral)):
            numeral.unit, numeral.noun, numeral.borrowed = known, None, "the text's only currency"


_MONEY_NOUNS = frozenset(
    """loss losses profit profits sales revenue revenues turnover income earnings deficit surplus debt debts budget cost
    costs spending proceeds assets capital dividend dividends investment payment payments loan loans""".split()
)


def carry_back(document: Document, numerals: list[Numeral]) -> None:
    """Give "280 million of the 1.5 billion" the unit of the whole that it is part of."""
    for position, numeral in enumerate(numerals[:-1]):
        if numeral.unit is not None or numeral.noun is not None:
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
            and gap in (["of", "the"], ["out", "of", "the"], ["out", "of"])
        ):
            numeral.noun, numeral.borrowed = whole.noun, "its whole"


def what_is_sold(document: Document) -> str | None:
    """Return the one thing that a text speaks of selling, delivering, registering; None where there are several.

    "car sales", "sales of phones", "vehicle registrations" name it; without that a sale stays a sale.
    """
    lower = document.lower
    if EVENTS.isdisjoint(lower):
        return None
    found: set[str] = set()
    for at, word in enumerate(lower):
        if word in EVENTS and at:
            if lower[at - 1] in _THINGS:
                found.add(lower[at - 1])
            elif lower[at - 1] == "unit":
                continue
    return found.pop() if len(found) == 1 else None


def _from_subject(document: Document, numeral: Numeral, begin: int, link: str, thing: str | None) -> None:
    """Read what is counted off the subject: "van sales rose to 8,140", "the number of jobs fell to 4,500"."""
    if link not in _TELLING or numeral.value < 10 or numeral.value != int(numeral.value):
        return
    lower, words = document.lower, document.words
    floor = max(begin, numeral.first - 30)
    for at in range(numeral.first - 1, floor - 1, -1):
        word = lower[at]
        if word in EVENTS:
            before = lower[at - 1] if at > begin else ""
            if (
                before
                and words[at - 1].isalpha()
                and before not in CLOSED
                and before not in VERBS
                and _is_thing(words[at - 1])
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
                    numeral.noun = Counted(singular(words[cursor]), cursor, cursor + 1, ())
                    numeral.borrowed = "subject"
                    return
            return
        if word in (";", ":") or (word == "and" and lower[at + 1] not in ("its",)):
            return


_THINGS = frozenset(
    """car vehicle truck van bus motorcycle bike tractor plane jet aircraft home house phone handset smartphone pc
    computer laptop tablet console game album single ticket book bottle barrel ship boat engine unit headset
    television tv camera watch battery scooter suv pickup machine""".split()
)


def _is_thing(word: str) -> bool:
    return word.lower() in _THINGS


_ = FRACTION
