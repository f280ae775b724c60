"""What looks like a number and is no figure: dates, times, labels, addresses, codes.

Two kinds of rule: those that hold whatever follows (`mask_of_form`), and those that hold only for a bare
number,
one without currency, magnitude, percent sign or unit (`mask_of_bare`).
"""

import re
from typing import Final

from flows.extraction.text.document import Document


class Mask:
    """Tokens ``[first, last)`` that are no figure, and why."""

    def __init__(self, first: int, last: int, reason: str, detail: str) -> None:
        self.first = first
        self.last = last
        self.reason = reason
        self.detail = detail


MONTHS: Final = frozenset(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec""".split()
)
WEEKDAYS: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    sun""".split()
)
_ZONES: Final = frozenset(
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest et ist jst o'clock o’clock hrs hours".split()
)
_HALF_DAYS: Final = frozenset(("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "noon", "midnight"))
_STREETS: Final = frozenset(
    """street st road rd avenue ave lane ln drive dr boulevard blvd way place square highway hwy court ct
    terrace parkway crescent close row quay alley plaza broadway""".split()
)
# Kinds of street that stand before their name.
_NAMED_STREETS: Final = frozenset("Ave Avenue Rue Via Calle Place Boulevard Rua Avenida Piazza Quai".split())
# Things that are numbered one after the other: "phases 2, 4 and 6", "site 410".
SERIAL: Final = frozenset(
    "phase figure fig table site sample clone line experiment paper group section row column".split()
)
LABELS: Final = frozenset(
    """figure fig figs table chapter section article phase stage step part volume vol page pp pages act scene
    level grade class type category group game round match week day route highway interstate channel
    radio formula model mark mk version windows apollo flight room suite apartment apt flat gate
    terminal platform pier lot block building bus train psalm verse proposition prop amendment rule
    paragraph para appendix exhibit equation eq ref item question season episode series ward district
    precinct zone sector tier division lane track disc book issue clause schedule form code isbn issn
    tel telephone fax phone ext extension box po catch lesson unit hurricane typhoon storm heat lap hole
    mile_marker pool bay hall studio court stadium exercise problem resolution directive regulation
    decree bill order case docket""".split()
)
_URL: Final = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
MONEY_SIGNS: Final = frozenset("$£€¥₹")
_SHORT: Final = re.compile(r"\d{1,2}")


# Only beside these can a number be no figure by its form: what the rules of `mask_of_form` look for.
_TELLING_AFTER: Final = _HALF_DAYS | _ZONES | MONTHS | frozenset("of series - – / . :".split())
_TELLING_BEFORE: Final = MONTHS | _INVISIBLE | frozenset(". , ' ’ ‘ # +".split())


def url_ranges(text: str) -> list[tuple[int, int]]:
    """Return the character ranges of web addresses."""
    if "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _URL.finditer(text)]


def mask_of_form(document: Document, index: int) -> Mask | None:
    """Return the mask of the digits at `index` where their form alone shows that they are no figure."""
    words, lower = document.words, document.lower
    word = words[index]
    count = len(words)
    following = lower[index + 1] if index + 1 < count else ""
    previous = lower[index - 1] if index else ""
    glued = index + 1 < count and document.joined(index + 1)
    if (
        (following == "%" or not glued)
        and following not in _TELLING_AFTER
        and previous not in _TELLING_BEFORE
        and word[0] != "0"
        and word.count(".") < 2
        and (not following or not (words[index + 1][0].isupper() or following[0].isdecimal()))
    ):
        # Most numbers: nothing beside them says that they are none.
        return None
    if (glued and following in _INVISIBLE) or (
        previous in _INVISIBLE and previous and document.joined(index)
    ):
        return Mask(index, index + 1, "unreadable", "digits parted by invisible characters")
    if previous in (".", ",") and index > 1 and words[index - 2] in _INVISIBLE and document.joined(index):
        return Mask(index, index + 1, "unreadable", "digits parted by invisible characters")
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
        if at >= 0 and (lower[at] in LABELS or lower[at].removesuffix("s") in SERIAL):
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
    if (mask := _spaced_phone(document, index)) is not None:
        return mask
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
        if words[last] == "/" and mark in "-–" and len(words[last - 1]) < 3:
            # "41-3/8" is a number with a fraction.
            return None
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


def _spaced_phone(document: Document, index: int) -> Mask | None:
    """Read "020 7946 0018", "+44 20 7946 0018": groups of digits after a zero or a plus."""
    words = document.words
    if words[index][0] != "0" and not (
        index and words[index - 1] == "+" and document.joined(index) and not document.joined(index - 1)
    ):
        return None
    last, digits = index, 0
    while last < min(len(words), index + 6) and words[last].isdecimal() and len(words[last]) < 7:
        digits += len(words[last])
        last += 1
    if last - index < 2 or not 7 <= digits <= 15 or len(words[index]) > 5:
        return None
    return Mask(index, last, "phone", "a telephone number")


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
    last = index + 1
    if (before >= 0 and words[before] == "." and document.joined(before)) or (
        before >= 0 and words[before] == ","
    ):
        # "in January, 15% more": behind a comma stands a day only where nothing is counted.
        if words[before] == "," and day and last < len(words) and words[last][:1] not in ",.;)12":
            return None
        before -= 1
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
    if index + 2 < len(words) and words[index + 1] in _NAMED_STREETS and words[index + 2][0].isupper():
        return True
    for cursor in range(index + 1, min(len(words), index + 6)):
        word = words[cursor]
        if word == "." and words[cursor - 1] in ("N", "S", "E", "W"):
            # "3170 W. County Road"
            continue
        if not word[0].isupper() and not word[0].isdecimal() and word not in ("st", "nd", "rd", "th"):
            return False
        if document.lower[cursor] in _STREETS and cursor > index + 1 and word[0].isupper():
            return True
    return False
