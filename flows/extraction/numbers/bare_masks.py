"""Bare numbers that are no figures: years, labels, list numbers, references, parts of names."""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.masks import LABELS, MONEY_SIGNS, MONTHS, SERIAL, WEEKDAYS, Mask
from flows.extraction.text.noun_words import CLOSED, VERBS, is_plural
from flows.extraction.text.number_words import SMALL

# A capitalised word at a sentence's start that is no name.
_OPENERS: Final = frozenset(
    """in on at by for from to with of and or but about around some over under nearly almost roughly only just
    more less fewer up down after before since until during between among the a an this that these those
    all both each every its his her their our my your it he she they we i as than when while if then so
    yet not no there here what which who how why where among another other first second third last next
    i'm i’m he's he’s she's she’s
    still now approximately estimated least most total worth aged age says said meanwhile however also
    including plus minus another per another fully barely exactly even perhaps""".split()
)
_INDICES: Final = frozenset(
    "Fortune FTSE CAC DAX Russell Nasdaq-100 Nikkei TOPIX Stoxx STOXX ASX TSX Forbes FT-SE KOSPI".split()
)
_STATES: Final = frozenset("US UK EU UN UAE USA NHS".split())
_AGES: Final = frozenset("aged ages".split())
AGED: Final = frozenset(
    """children adults people inhabitants residents citizens those men women girls boys teenagers youths kids
    minors anyone everyone persons players drivers""".split()
)
_BEING: Final = frozenset(("are", "is", "were", "was", "who're"))
_AGE_BOUNDS: Final = frozenset("over under above below older younger up more less".split())
_BEFORE_POINT: Final = frozenset((",", ":", ";", "and", "or", "namely", "are", "-", "—", "–"))
_JOINS: Final = frozenset((",", ";", ".", "and", "or", "while"))
_SHARES: Final = frozenset(
    """percent cent pct % half third thirds quarter quarters fifth fifths sixth seventh eighth tenth others
    rest remainder""".split()
)
AGE_LIMITS: Final = frozenset("under over above below".split())
_YEAR_NOUNS: Final = frozenset(
    """people persons men women children workers jobs employees troops soldiers students voters residents
    homes
    families units copies shares seats passengers patients members dollars euros""".split()
)


_PLACING: Final = frozenset("in at near around outside across".split())
_CLAUSES: Final = frozenset(", ; : and while but whereas".split())
_GAP_REACH: Final = 40  # tokens back to the number whose verb is left out
_GAP_LEAD: Final = 5  # words of what has the number, before its name
_STOPS: Final = VERBS | {"and", "while", "among", "including", "than", "or"}
_GAP_OPENERS: Final = frozenset((",", ";", "and", "while"))


def mask_of_bare(document: Document, index: int, last: int, *, hedged: bool, spelled: bool) -> Mask | None:
    """Return the mask of a bare number in tokens ``[index, last)`` whose place shows that it is no figure."""
    words, lower = document.words, document.lower
    word = words[index]
    count = len(words)
    previous = words[index - 1] if index else ""
    previous_lower = lower[index - 1] if index else ""
    following = words[last] if last < count else ""
    if spelled:
        return _time_in_words(document, index, last) or _spelled_name(document, index, last)
    whole = word.isdecimal()
    if whole and len(word) == 4 and 1500 <= int(word) <= 2200 and _is_year(document, index, last, hedged):
        return Mask(index, last, "date", "a year")
    if (
        following == "/"
        and document.joined(last)
        and last + 1 < count
        and document.joined(last + 1)
        and words[last + 1][0].isdecimal()
    ):
        return Mask(index, last + 2, "code", "digits parted by a stroke")
    if "," in word and len(word) - word.rfind(",") < 4 and previous in ("[", "(") and following in ("]", ")"):
        return Mask(index, last, "reference", "numbers in brackets of their own")
    if index > 1 and previous in "-‐‑–−" and document.joined(index) and document.joined(index - 1):
        before = words[index - 2]
        # "$40-60" is a range, whose second end is as bare as the number of a model.
        amount = index > 2 and before[0].isdecimal() and words[index - 3][-1] in MONEY_SIGNS
        if (before[-1].isalnum() or before[-1] == "'") and not amount:
            return Mask(index, last, "name", "digits joined to a word by a hyphen")
    if index > 1 and previous == "." and document.joined(index) and document.joined(index - 1):
        before = words[index - 2]
        if (before[0].isupper() and not before.islower()) or before[-1].isdecimal():
            return Mask(index, last, "name", "digits joined to a name by a point")
    if index and document.joined(index) and (previous[-1].isalnum() or previous in "_/@\\#"):
        if previous == "#" and whole and len(word) <= 3:
            return None
        return Mask(index, last, "name", "digits joined to other characters")
    if (
        following in ("-", "‐", "‑")
        and document.joined(last)
        and last + 1 < count
        and document.joined(last + 1)
    ):
        tail = words[last + 1]
        if (
            tail[0].isupper()
            and (len(tail) < 3 or (not tail.isupper() and len(word) < 4 and document.sentence_at(index) >= 0))
            and (len(tail) < 3 or not is_plural(lower[last + 1]))
        ):
            return Mask(index, last + 2, "name", "a name that begins with digits")
    if previous in _INDICES or (
        previous_lower in ("p", "sp")
        and word in ("500", "400", "100", "600")
        and (previous_lower == "sp" or lower[index - 2 : index - 1] in (["&"], ["s"]))
    ):
        return Mask(index, last, "name", "an index or a list of firms")
    if whole and len(word) == 3 and _is_model(document, index, last):
        return Mask(index, last, "name", "a model known by its number")
    if whole and len(word) > 2 and previous_lower == "the" and following in ("is", "was", "has"):
        return Mask(index, last, "name", "one thing known by its number")
    if (age := _age_group(document, index, last)) is not None:
        return age
    if previous_lower == "top" and word.isdecimal():
        return Mask(index, last, "name", "a list or an age group known by its number")
    if whole and len(word) <= 5:
        label = previous_lower
        if label == "." and index > 1 and document.joined(index - 1):
            label = lower[index - 2]
        if (label in LABELS or label.removesuffix("s") in SERIAL) and not _counts(document, last):
            return Mask(index, last, "label", f"the number of a {label}")
        if _is_list_number(document, index, last):
            return Mask(index, last, "numbering", "the number of a list item")
        if following == ")" and document.joined(last) and _is_inline_number(document, index, word):
            return Mask(index, last, "numbering", "the number of a point in a list")
        if previous in ("[", "(") and following in ("]", ")") and _is_reference(document, index, word):
            return Mask(index, last, "reference", "a number in brackets of its own")
        if _after_name(document, index, last):
            return Mask(index, last, "name", "a number right after a capitalised word")
    return None


def _age_group(document: Document, index: int, last: int) -> Mask | None:
    """Mask the ages that name a group, "aged 25 to 44", "children under 18": of whom, not how many."""
    lower = document.lower
    previous = lower[index - 1] if index else ""
    before = lower[index - 2] if index > 1 else ""
    if previous in AGE_LIMITS and before in AGED | _AGES:
        return Mask(index, last, "age group", "an age that bounds a group")
    if (
        previous in _AGES
        and last + 1 < len(lower)
        and lower[last] in ("or", "and")
        and lower[last + 1] in _AGE_BOUNDS
    ):
        return Mask(index, last + 2, "age group", "an age that bounds a group")
    if previous in _BEING and lower[last : last + 2] in (["or", "older"], ["or", "younger"]):
        return Mask(index, last + 2, "age group", "an age that bounds a group")
    if previous in _AGES or (previous in ("between", "from") and before in _AGES):
        if (
            last + 1 < len(lower)
            and lower[last] in ("-", "–", "to", "and")
            and document.words[last + 1].isdecimal()
        ):
            return Mask(index, last + 2, "age group", "ages that bound a group")
        if last + 3 < len(lower) and lower[last] == "-" and lower[last + 1] == "to":
            return Mask(index, last + 4, "age group", "ages that bound a group")
    return None


def _is_model(document: Document, index: int, last: int) -> bool:
    """Whether "its 640 Skylark" names a model: a capitalised singular follows, and no plural is near."""
    if not index or last >= len(document.words):
        return False
    previous, following = document.words[index - 1], document.words[last]
    if document.lower[index - 1] not in _OWNING and not (previous[0].isupper() and index > 1):
        return False
    if not following[:1].isupper() or not following[1:].islower() or is_plural(document.lower[last]):
        return False
    ahead = document.lower[last : last + 4]
    return not any(is_plural(word) and word not in VERBS for word in ahead)


_AT: Final = frozenset("at by until till".split())
_HOURS: Final = 12
_OWNING: Final = frozenset("the a its their his her first new 's ’s".split())


def _counts(document: Document, last: int) -> bool:
    """Whether the word after a number looks like what it counts."""
    return (
        last < len(document.words)
        and document.lower[last].isalpha()
        and (
            is_plural(document.lower[last])
            and document.lower[last] not in VERBS
            and document.lower[last] not in CLOSED
        )
    )


def _is_year(document: Document, index: int, last: int, hedged: bool) -> bool:
    following = document.lower[last] if last < len(document.words) else ""
    previous = document.lower[index - 1] if index else ""
    if following in _YEAR_NOUNS:
        return False
    value = int(document.words[index])
    if not 1800 <= value <= 2100:
        return previous in ("by", "in", "until", "since", "year") and not _counts(document, last)
    if (
        hedged
        and _counts(document, last)
        and previous not in ("in", "since", "by", "until", "before", "after")
    ):
        return False
    return not (
        value % 100 == 0 and _counts(document, last) and previous not in ("in", "since", "by", "year")
    )


def _is_list_number(document: Document, index: int, last: int) -> bool:
    words = document.words
    first_of = document.sentences[document.sentence_at(index)][0]
    start = index
    if start > first_of and words[start - 1] in "([":
        start -= 1
    if start != first_of or last + 1 >= len(words):
        return False
    return (
        words[last] in (".", ")", "]")
        and document.joined(last)
        and not document.joined(last + 1)
        and (words[last + 1][0].isupper() or words[last] != ".")
    )


def _is_inline_number(document: Document, index: int, word: str) -> bool:
    """Whether "1) fewer exports, 2) less spending" numbers points: no bracket was opened before."""
    before = document.words[max(0, index - 12) : index]
    return len(word) < 3 and bool(before) and before[-1] in _BEFORE_POINT and "(" not in before


def _is_reference(document: Document, index: int, word: str) -> bool:
    if document.words[index - 1] == "[":
        return True
    if len(word) > 3 or index < 2:
        return False
    before = document.words[index - 2]
    # "Peru (71) and Chile (64)" is a list of figures, "scrub (1,040 hectares) and farmland (520)" another; a
    # lone "(22)" after a word is a reference or a shirt number.
    begin, end = document.sentences[document.sentence_at(index)]
    brackets = measures = 0
    for cursor in range(max(begin, index - 40), min(end - 3, index + 40)):
        if document.words[cursor] == "(" and document.words[cursor + 1][0].isdecimal():
            brackets += document.words[cursor + 2] == ")"
            measures += document.words[cursor + 3] == ")" and document.words[cursor + 2].isalpha()
    is_listed = measures > 0 or (before[0].isupper() and brackets > 1)
    return not is_listed and not before[-1].isdecimal() and not _closes_share(document, index - 2)


def _closes_share(document: Document, index: int) -> bool:
    """Whether a share or rest ends at a word: "40 percent (82)", "one in five (14)", "the others (9)"."""
    lower = document.lower
    return lower[index] in _SHARES or (lower[index - 1 : index] == ["in"] and lower[index] in SMALL)


def _after_name(document: Document, index: int, last: int) -> bool:
    """Whether a bare whole number follows a capitalised word as a part of its name: "Model 3", "Audi 80"."""
    if not index:
        return False
    previous = document.words[index - 1]
    lower = document.lower[index - 1]
    if (
        previous.islower()
        or not previous[0].isalpha()
        or lower in _OPENERS
        or lower in MONTHS
        or lower in WEEKDAYS
    ):
        return False
    if (
        lower in CLOSED
        or lower in VERBS
        or _is_gapped(document, index, last)
        or (len(document.words[index]) > 4 and _counts(document, last))
    ):
        return False
    if (
        2 <= len(previous) <= 3
        and previous.isupper()
        and 3 <= len(document.words[index]) <= 4
        and previous not in _STATES
    ):
        # "a GTX 1050 graphics chip"
        return True
    if _counts(document, last):
        # "In Quito 12 riders": what follows is counted; only a short all-capitals or mixed name keeps its
        # number.
        return False
    return not _is_told_at_place(document, index, last)


def _is_told_at_place(document: Document, index: int, last: int) -> bool:
    """Whether a place opens the clause of a number with its verb: "In Upper Sava 215 got one"."""
    lower = document.lower
    if lower[last : last + 1] == [] or not (lower[last] in VERBS or lower[last] in _BEING):
        return False
    first = index - 1
    opens = document.sentences[document.sentence_at(index)][0]
    while (
        first > opens and not document.words[first - 1].islower() and document.words[first - 1][0].isalpha()
    ):
        first -= 1
    # The preposition is written with a capital letter where it opens the sentence.
    if lower[first] not in _PLACING:
        first -= 1
    return first >= opens and lower[first] in _PLACING and (first == opens or lower[first - 1] in _CLAUSES)


def _is_gapped(document: Document, index: int, last: int) -> bool:
    """Whether a verb is left out before a number: "the Greens took 21 seats, the Liberals 18 and ..."."""
    lower = document.lower
    if lower[last : last + 1] == [] or lower[last] not in _JOINS:
        return False
    if index > 1 and lower[index - 2] == "the" and is_plural(lower[index - 1]):
        return True
    first = index - 1
    opens = max(document.sentences[document.sentence_at(index)][0], index - _GAP_REACH)
    while (
        first > opens and not document.words[first - 1].islower() and document.words[first - 1][0].isalpha()
    ):
        first -= 1
    begins = first
    while (
        first > max(opens, begins - _GAP_LEAD)
        and lower[first - 1].isalpha()
        and lower[first - 1] not in _STOPS
    ):
        first -= 1
    return first > opens and lower[first - 1] in _GAP_OPENERS and _has_told_before(document, opens, first - 1)


def _has_told_before(document: Document, first: int, last: int) -> bool:
    """Whether a number stands among tokens behind a verb: "Norway won 12, Chile 9"; no name's and no year."""
    words, lower = document.words, document.lower
    return any(
        words[at][0].isdecimal()
        and words[at - 1].islower()
        and lower[at - 1] not in LABELS
        and not (len(words[at]) == 4 and words[at][:2] in ("19", "20"))
        for at in range(first + 1, last)
    )


def _time_in_words(document: Document, index: int, last: int) -> Mask | None:
    """Mask the words of a time of day: "at ten to four", "shortly after twenty past six"."""
    lower = document.lower
    minutes, hour = SMALL.get(lower[index]), SMALL.get(lower[last + 1]) if last + 1 < len(lower) else None
    if minutes is None or hour is None or not 1 <= hour <= _HOURS or not index:
        return None
    is_past = lower[last] == "past"
    if not is_past and (lower[last] != "to" or lower[index - 1] not in _AT):
        return None
    if _counts(document, last + 2):
        return None
    return Mask(index, last + 2, "date", "a time of day in words")


def _spelled_name(document: Document, index: int, last: int) -> Mask | None:
    words = document.words
    begin = document.sentences[document.sentence_at(index)][0]
    if not words[index][0].isupper() or index == begin:
        return None
    previous = words[index - 1]
    if document.lower[index - 1] == "of":
        # "the Group of Seven"
        beside = words[index - 2][0].isupper() and index - 2 > begin and not _is_title_case(document, index)
        return Mask(index, last, "name", "a number word that ends a name") if beside else None
    if previous in "\"“'‘(:—–-" or (previous[0].isupper() and document.lower[index - 1] in _OPENERS):
        return None
    following = words[last] if last < len(words) else ""
    beside = (previous[0].isupper() and previous.isalpha()) or following[:1].isupper()
    if beside and not _is_title_case(document, index):
        return Mask(index, last, "name", "a capitalised number word inside a name")
    return None


def _is_title_case(document: Document, index: int) -> bool:
    begin, end = document.sentences[document.sentence_at(index)]
    end = min(end, begin + 40)
    capital = small = 0
    for cursor in range(begin, end):
        letter = document.words[cursor][0]
        if letter.isupper():
            capital += 1
        elif letter.islower() and document.lower[cursor] not in CLOSED:
            small += 1
    return capital > small
