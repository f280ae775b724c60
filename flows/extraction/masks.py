"""What looks like a number and is no figure: dates, times, names, labels, addresses, codes. Typed, with a reason.

Two kinds of rule: those that hold whatever follows (`mask_of_form`), and those that hold only for a bare number,
one without currency, magnitude, percent sign or unit (`mask_of_bare`).
"""

import re
from dataclasses import dataclass

from flows.extraction.document import Document
from flows.extraction.nouns import CLOSED, VERBS, is_plural


@dataclass(frozen=True, slots=True)
class Mask:
    """Tokens ``[first, last)`` that are no figure, and why."""

    first: int
    last: int
    reason: str
    detail: str


MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun""".split()
)
_ZONES = frozenset(
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et ist jst o'clock o’clock hrs hours".split()
)
_HALF_DAYS = frozenset(("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "noon", "midnight"))
_STREETS = frozenset(
    """street st road rd avenue ave lane ln drive dr boulevard blvd way place square highway hwy court ct terrace
    parkway crescent close row quay alley plaza broadway""".split()
)
# Things that are numbered one after the other: "phases 3, 5 and 7", "site 1090".
_SERIAL = frozenset(
    "phase figure fig table site sample clone line experiment paper group section row column".split()
)
_LABELS = frozenset(
    """figure fig figs table chapter section article phase stage step part volume vol page pp pages act scene level
    grade class type category group game round match week day route highway interstate channel radio formula model
    mark mk version windows apollo flight room suite apartment apt flat gate terminal platform pier lot block
    building bus train psalm verse proposition prop amendment rule paragraph para appendix exhibit equation eq ref
    item question season episode series ward district precinct zone sector tier division lane track disc
    book issue clause schedule form code isbn issn tel telephone fax phone ext extension box po catch lesson unit
    hurricane typhoon storm heat lap hole mile_marker pool bay hall studio court stadium exercise problem
    resolution directive regulation decree bill order case docket""".split()
)
# A capitalised word at a sentence's start that is no name.
_OPENERS = frozenset(
    """in on at by for from to with of and or but about around some over under nearly almost roughly only just
    more less fewer up down after before since until during between among the a an this that these those all
    both each every its his her their our my your it he she they we i as than when while if then so yet not no
    there here what which who how why where among another other first second third last next still now
    approximately estimated least most total worth aged age says said meanwhile however also including plus
    minus another per another""".split()
)
_URL = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_SHORT = re.compile(r"\d{1,2}")


def url_ranges(text: str) -> list[tuple[int, int]]:
    """Return the character ranges of web addresses."""
    if "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _URL.finditer(text)]


def _digits(document: Document, index: int) -> bool:
    return 0 <= index < len(document.words) and document.words[index].isdecimal()


def mask_of_form(document: Document, index: int) -> Mask | None:
    """Return the mask of the digits at `index` where their form alone shows that they are no figure."""
    words, lower = document.words, document.lower
    word = words[index]
    count = len(words)
    following = lower[index + 1] if index + 1 < count else ""
    previous = lower[index - 1] if index else ""
    glued = index + 1 < count and document.joined(index + 1)
    if following == ":" and glued and _digits_or_decimal(document, index + 2) and document.joined(index + 2):
        if len(word) <= 2:
            last = index + 3
            while last + 1 < count and words[last] == ":" and words[last + 1][0].isdecimal():
                last += 2
            if last < count and lower[last] in _HALF_DAYS:
                last += 1
            return Mask(index, last, "time", "a time of day or a running time")
    elif following in _HALF_DAYS and _clock(word, following, glued):
        return Mask(index, index + 2, "time", "a time of day")
    elif (
        following in _ZONES
        and following not in ("hours", "hrs")
        and (word.isdecimal() and len(word) in (1, 2, 4))
    ):
        return Mask(index, index + 2, "time", "a time of day with its zone")
    if word.count(".") > 1 and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", word):
        return Mask(index, index + 1, "code", "points that group no thousands: a version or an address")
    if following in "-/.–" and following and glued and (mask := _triple(document, index)) is not None:
        return mask
    if (mask := _month_day(document, index)) is not None:
        return mask
    if (
        following == "s"
        and glued
        and word.isdecimal()
        and (len(word) == 4 or (len(word) == 2 and word[1] == "0"))
    ):
        return Mask(index, index + 2, "date", "a decade")
    if glued and len(following) == 1 and following.isalpha() and words[index + 1].isupper() and len(word) < 3:
        at = index - 2 if previous == "." else index - 1
        if at >= 0 and (lower[at] in _LABELS or lower[at].removesuffix("s") in _SERIAL):
            return Mask(index, index + 2, "label", "a part of a figure or table")
    if following == "s" and glued and word.isdecimal():
        return Mask(index, index + 2, "name", "a plural of digits: an age group or a model")
    if following == "series" and words[index + 1][0].isupper() and word.isdecimal():
        return Mask(index, index + 2, "name", "a series known by its number")
    if following == "." and glued and index + 2 < count and document.joined(index + 2):
        tail = words[index + 2]
        if (
            tail.isupper()
            and tail.isalpha()
            and len(tail) <= 3
            and (previous in ("(", "<", "[") or len(word) >= 4)
        ):
            return Mask(index, index + 3, "code", "a stock ticker")
    if (
        previous in ("'", "’", "‘")
        and document.joined(index)
        and len(word) == 2
        and not document.joined(index - 1)
    ):
        return Mask(index, index + 1, "date", "a year without its century")
    if _is_address(document, index):
        return Mask(index, index + 1, "address", "a house number")
    if previous == "#" and document.joined(index) and (len(word) > 3 or not word.isdecimal()):
        return Mask(index, index + 1, "name", "a hashtag")
    if len(word) > 1 and word[0] == "0" and word.isdecimal():
        return Mask(index, index + 1, "code", "digits that begin with a zero")
    return None


def _digits_or_decimal(document: Document, index: int) -> bool:
    return index < len(document.words) and document.words[index][0].isdecimal()


def _clock(word: str, half: str, glued: bool) -> bool:
    hour, _, minutes = word.partition(".")
    if not hour.isdecimal() or len(hour) > 2 or not 0 < int(hour) <= 24:
        return False
    if half in ("am", "pm") and not glued and minutes and (len(minutes) != 2 or int(minutes) > 59):
        return False
    return not minutes or (len(minutes) == 2 and int(minutes) < 60)


def _triple(document: Document, index: int) -> Mask | None:
    """Three or more groups of digits joined by one mark: a date, a phone number, a code."""
    words = document.words
    mark = words[index + 1]
    groups = [words[index]]
    last = index + 1
    while (
        last + 1 < len(words)
        and words[last] in "-–/."
        and document.joined(last)
        and document.joined(last + 1)
    ):
        if not words[last + 1].isdecimal() or (
            words[last] != mark and mark in "-–" and words[last] not in "-–/"
        ):
            break
        groups.append(words[last + 1])
        last += 2
    if mark == "." or len(groups) < 2 or not all(group.isdecimal() for group in groups):
        return None
    if len(groups) == 2:
        if (
            [len(group) for group in groups] in ([3, 4], [4, 4])
            and mark in "-–"
            and _phone_context(document, index)
        ):
            return Mask(index, last, "phone", "a telephone number")
        if len(groups[0]) == 4 and groups[0][:2] in ("18", "19", "20") and len(groups[1]) in (2, 4):
            return Mask(index, last, "date", "a span of years")
        return None
    if len(groups) == 3 and max(map(len, groups)) <= 4 and sum(map(len, groups)) <= 8 and mark != "–":
        return Mask(index, last, "date", "a date in digits")
    return Mask(index, last, "phone", "groups of digits joined by marks: a telephone number or a code")


def _phone_context(document: Document, index: int) -> bool:
    floor = max(0, index - 4)
    return bool(
        {"call", "phone", "tel", "telephone", "fax", "hotline", "dial", "+", ")"}
        & set(document.lower[floor:index])
    )


def is_month(document: Document, index: int) -> bool:
    """Whether token `index` names a month; a lower-case "may" or "march" does not."""
    if not 0 <= index < len(document.words):
        return False
    lower = document.lower[index]
    if lower not in MONTHS:
        return False
    word = document.words[index]
    if lower == "may" and index and document.lower[index - 1] in ("on", "in", "since", "until"):
        return True
    return word[0].isupper() or lower not in ("may", "march", "mar", "dec", "jan", "jun", "sat", "sun")


def _month_day(document: Document, index: int) -> Mask | None:
    words, lower = document.words, document.lower
    word = words[index]
    if not word.isdecimal() or len(word) not in (1, 2, 4):
        return None
    day = len(word) < 3 and 0 < int(word) <= 31
    before = index - 1
    if (before >= 0 and words[before] == "." and document.joined(before)) or (
        before >= 0 and words[before] == ","
    ):
        before -= 1
    last = index + 1
    if is_month(document, before) and (day or (len(word) == 4 and 1500 <= int(word) <= 2100)):
        last = _day_range(document, last)
        return Mask(index, last, "date", "a day or year beside its month")
    if day:
        if last < len(words) and lower[last] in ("st", "nd", "rd", "th") and document.joined(last):
            last += 1
        if last < len(words) and lower[last] == "of":
            last += 1
        last = _day_range(document, last)
        if is_month(document, last) and words[last][0].isupper():
            return Mask(index, last, "date", "a day beside its month")
    return None


def _day_range(document: Document, last: int) -> int:
    """Read on over "-24" or " and 25" of "March 3-9"."""
    words = document.words
    if last + 1 < len(words) and words[last] in "-–" and _SHORT.fullmatch(words[last + 1]):
        return last + 2
    return last


def _is_address(document: Document, index: int) -> bool:
    words = document.words
    if not words[index].isdecimal() or len(words[index]) > 5:
        return False
    for cursor in range(index + 1, min(len(words), index + 5)):
        word = words[cursor]
        if not word[0].isupper() and not word[0].isdecimal():
            return False
        if document.lower[cursor] in _STREETS and cursor > index + 1 and word[0].isupper():
            return True
    return False


def mask_of_bare(document: Document, index: int, last: int, *, hedged: bool, spelled: bool) -> Mask | None:
    """Return the mask of a bare number in tokens ``[index, last)``, if its place shows that it is no figure."""
    words, lower = document.words, document.lower
    word = words[index]
    count = len(words)
    previous = words[index - 1] if index else ""
    previous_lower = lower[index - 1] if index else ""
    following = words[last] if last < count else ""
    if spelled:
        return _spelled_name(document, index, last)
    whole = word.isdecimal()
    if whole and len(word) == 4 and 1500 <= int(word) <= 2200 and _is_year(document, index, last, hedged):
        return Mask(index, last, "date", "a year")
    if following == "/" and document.joined(last) and last + 1 < count and document.joined(last + 1):
        if words[last + 1][0].isdecimal():
            return Mask(index, last + 2, "code", "digits parted by a stroke")
    if "," in word and len(word) - word.rfind(",") < 4 and previous in ("[", "(") and following in ("]", ")"):
        return Mask(index, last, "reference", "numbers in brackets of their own")
    if index > 1 and previous in "-‐‑–−" and document.joined(index) and document.joined(index - 1):
        before = words[index - 2]
        if before[-1].isalpha() or before[-1] == "'":
            return Mask(index, last, "name", "digits joined to a word by a hyphen")
    if index > 1 and previous == "." and document.joined(index) and document.joined(index - 1):
        before = words[index - 2]
        if before[0].isupper() and not before.islower() or before[-1].isdecimal():
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
        if tail[0].isupper() and (
            len(tail) == 1 or (not tail.isupper() and len(word) < 4 and document.sentence_at(index) >= 0)
        ):
            if len(tail) == 1 or not is_plural(lower[last + 1]):
                return Mask(index, last + 2, "name", "a name that begins with digits")
    if previous in _INDICES or previous == "P" and words[index - 2 : index - 1] == ["&"]:
        return Mask(index, last, "name", "an index or a list of firms")
    if (age := _age_group(document, index, last)) is not None:
        return age
    if previous_lower == "top":
        return Mask(index, last, "name", "a list or an age group known by its number")
    if whole and len(word) <= 5:
        label = previous_lower
        if label == "." and index > 1 and document.joined(index - 1):
            label = lower[index - 2]
        if (label in _LABELS or label.removesuffix("s") in _SERIAL) and not _counts(document, last):
            return Mask(index, last, "label", f"the number of a {label}")
        if _is_list_number(document, index, last):
            return Mask(index, last, "numbering", "the number of a list item")
        if previous in ("[", "(") and following in ("]", ")") and _is_reference(document, index, word):
            return Mask(index, last, "reference", "a number in brackets of its own")
        if _after_name(document, index, last):
            return Mask(index, last, "name", "a number right after a capitalised word")
    return None


_INDICES = frozenset(
    "Fortune FTSE CAC DAX Russell Nasdaq-100 Nikkei TOPIX Stoxx STOXX ASX TSX Forbes FT-SE KOSPI".split()
)
_AGES = frozenset("aged ages".split())
_AGED = frozenset(
    """children adults people those men women girls boys teenagers youths kids minors anyone everyone persons players
    drivers""".split()
)
_LIMITS = frozenset("under over above below".split())


def _age_group(document: Document, index: int, last: int) -> Mask | None:
    """Mask the ages that name a group: "aged 25 to 44", "children under 18"; they say of whom, not how many."""
    lower = document.lower
    previous = lower[index - 1] if index else ""
    before = lower[index - 2] if index > 1 else ""
    if previous in _LIMITS and before in _AGED | _AGES:
        return Mask(index, last, "age group", "an age that bounds a group")
    if previous in _AGES or previous in ("between", "from") and before in _AGES:
        if (
            last + 1 < len(lower)
            and lower[last] in ("-", "–", "to", "and")
            and document.words[last + 1].isdecimal()
        ):
            return Mask(index, last + 2, "age group", "ages that bound a group")
        if last + 3 < len(lower) and lower[last] == "-" and lower[last + 1] == "to":
            return Mask(index, last + 4, "age group", "ages that bound a group")
    return None


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


_YEAR_NOUNS = frozenset(
    """people persons men women children workers jobs employees troops soldiers students voters residents homes
    families units copies shares seats passengers patients members dollars euros""".split()
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
    if value % 100 == 0 and _counts(document, last) and previous not in ("in", "since", "by", "year"):
        return False
    return True


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


def _is_reference(document: Document, index: int, word: str) -> bool:
    if document.words[index - 1] == "[":
        return True
    if len(word) > 3 or index < 2:
        return False
    before = document.words[index - 2]
    # "Peru (71) and Chile (64)" is a list of figures; a lone "(22)" after a word is a reference or a shirt number.
    begin, end = document.sentences[document.sentence_at(index)]
    brackets = 0
    for cursor in range(max(begin, index - 40), min(end - 2, index + 40)):
        if (
            document.words[cursor] == "("
            and document.words[cursor + 1][0].isdecimal()
            and document.words[cursor + 2] == ")"
        ):
            brackets += 1
    return not (before[0].isupper() and brackets > 1) and not before[-1].isdecimal()


def _after_name(document: Document, index: int, last: int) -> bool:
    """Whether a bare whole number follows a capitalised word as a part of its name: "Model 3", "Audi 80"."""
    if not index:
        return False
    previous = document.words[index - 1]
    lower = document.lower[index - 1]
    if not previous[0].isupper() or lower in _OPENERS or lower in MONTHS or lower in WEEKDAYS:
        return False
    if lower in CLOSED or lower in VERBS or (len(document.words[index]) > 4 and _counts(document, last)):
        return False
    if _counts(document, last):
        # "In Quito 12 riders": what follows is counted; only a short all-capitals or mixed name keeps its number.
        return False
    following = document.words[last] if last < len(document.words) else ""
    if following[:1].islower() and document.lower[last] not in CLOSED and document.lower[last] not in VERBS:
        return True
    return True


def _spelled_name(document: Document, index: int, last: int) -> Mask | None:
    words = document.words
    begin = document.sentences[document.sentence_at(index)][0]
    if not words[index][0].isupper() or index == begin:
        return None
    previous = words[index - 1]
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
