"""The frames of a change: "up 15 percent", "a drop of 13 percent", "8 percent fewer", "cut by 3 percent"."""

from collections.abc import Collection
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.text.change_words import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    CHANGES,
    COMPARATIVES,
    MULTIPLES,
    PARTICLES,
    WEAK_VERBS,
)
from flows.extraction.text.document import Document

PERCENT_UNITS: Final = frozenset(("percent", "percentage point", "basis point", "fraction", "times"))
# Between a change word and its number: "rose by about a further 3 percent".
FILLERS: Final = frozenset(
    """about around only just some nearly almost more less fewer than over under a an another
    further at least most as much many little roughly approximately estimated average annual
    total combined record whopping mere modest sharp additional extra net real adjusted
    preliminary revised unrevised provisional the approx similar full mighty massive huge steep
    hefty healthy solid robust meagre close up-to even well yet still also again likely possible
    whole surprise stronger weaker - year-on-year yearly monthly quarterly weekly daily compound
    early earlier another's ~ + $ £ € us""".split()
)
DATE_WORDS: Final = frozenset("last month week year quarter yesterday today points night".split())
# "made up", "set up", "broken down": no direction.
PHRASAL: Final = frozenset(
    """racked rack racks racking make makes made making set sets put took take takes taking sign
    signed hook hooked sum summed broke broken break shut turned pick picked line lined drawn drew bought
    backed snapped held called laid let dug dig digging dredged ate eaten eat gobbled coughed served
    stumped rounded locked tied brought bring filled whipped stored piled used""".split()
)
# "Put up the price by a quarter".
PUTTING: Final = frozenset(
    """put puts putting push pushes pushed pushing mark marks marked bring brings brought bringing drive
    drives drove driven send sends sent force forced bid nudge nudged""".split()
)
GIVING: Final = frozenset("give gives gave given giving".split())
CUTS: Final = frozenset(
    "cut cuts cutting shave shaved trim trimmed slash slashed knock knocked wipe wiped".split()
)
# Nouns that a percentage may be said of: "growth slowed to 3 percent".
NAMED_CHANGES: Final = frozenset(
    """growth increase increases decline expansion contraction rise drop fall gain""".split()
)
PAST: Final = frozenset("below above beneath past beyond".split())
AS_MUCH: Final = frozenset("least most much many little high low".split())
DATE_LINKS: Final = frozenset("in during on for over this the per".split())
# "A loss of 3 million" is the result itself, "a loss of 3 percent" a change.
LOSING: Final = frozenset("lost lose loses losing".split())
CONTESTED: Final = frozenset("vote ballot goal run wicket length shot stroke".split())
OUTNUMBERING: Final = frozenset("outnumber outnumbered outnumbers outnumbering outpaced beat beating".split())
LEVEL_NOUNS: Final = frozenset(
    """loss losses gain gains advance advances addition additions saving""".split()
)
AFTER_NUMBER: Final = frozenset(
    """annual annualised annualized year on - over quarter month monthly quarterly yearly net
    further real average likely sharp first second third fourth half like for 's ’s previous
    strong steep overall a the bigger smaller larger year-on-year unexpected surprise expected
    cumulative one-year similar point points across board pay wage price same organic underlying
    weekly daily stronger full""".split()
)
CLAUSE_BREAKS: Final = frozenset(
    """, ; : ( ) – — while but although though whereas which who that because when and or said says
    say if as""".split()
)
SURVEY_VERBS: Final = frozenset(
    """said say says saying believe believed think thought agreed agree disagree disagreed voted
    vote want wanted support supported favour favoured favor favored oppose opposed felt feel
    were are had have has use used live lived lives knew know admitted admit claimed expected
    expect reported report owned own did do rated approve approved disapprove disapproved
    described saw trusted trust would planned plan preferred prefer backed rejected chose
    replied responded came come is was go went work worked belong belonged took take don't
    didn't cited identified considered regard regarded like liked spend spent read watched watch""".split()
)


class Change:
    """That a number is a change: its direction, +1 or -1, and the words that say so (tokens)."""

    def __init__(self, sign: int, first: int, last: int, rule: str) -> None:
        self.sign = sign
        self.first = first
        self.last = last
        self.rule = rule


def is_ratio(draft: Draft) -> bool:
    """Whether the number is a percentage or a fraction."""
    return draft.unit in PERCENT_UNITS or draft.kind in ("percent", "share")


def find_change(
    lower: list[str], first: int, last: int, draft: Draft, dated: Collection[int]
) -> Change | None:
    """Return the change that `draft` is, if its words say so; `first`/`last` bound the sentence."""
    for index in range(draft.first, draft.last):
        if lower[index] in MULTIPLES:
            return Change(MULTIPLES[lower[index]], index, index + 1, "multiple")
    # Points of an index or a rate are changed by as percentages are.
    ratio = is_ratio(draft) or draft.unit == "point"
    index, by, of, rate = _skip_fillers(lower, first, draft, dated)
    # "Lower than the 11 percent of May": what it is set against, not by how much it fell.
    stopped = index >= first and lower[index + 1] != "than"
    if stopped and by and lower[index] in LOSING and draft.unit in CONTESTED:
        return None  # "lost by 11 votes": the others had so many more
    if stopped and index > first and lower[index] in PAST and lower[index - 1] in CHANGE_VERBS:
        return None  # "has fallen below 1.6%": where it is now
    if stopped:
        direct = _direct_change(lower, index, draft, ratio, by, of, rate)
        if direct is not None:
            return direct if direct.sign else None
    after = _change_after(lower, last, draft, dated, ratio)
    if after is not None:
        return after
    # "Raised rates four times": how often, not how much.
    return _remote_change(lower, first, index, ratio and draft.unit != "times", by) if stopped else None


def _skip_fillers(
    lower: list[str], first: int, draft: Draft, dated: Collection[int]
) -> tuple[int, bool, bool, bool]:
    """Return the word left of the number that is no filler, and whether by, of or a rate was passed."""
    index = draft.first - 1
    by = of = rate = dates_skipped = False
    while index >= first:
        word = lower[index]
        following = lower[index + 1]
        if index in dated or word in DATE_WORDS:
            dates_skipped = True
        elif word in ("more", "less", "fewer") and following != "than":
            break
        elif word in ("high", "low") and following == "as":
            # "fell as low as 79 cents" says the level, "fell as much as 79 cents" the change.
            return first - 1, by, of, rate
        elif word in AS_MUCH and following == "as":
            pass
        elif word == "to" and index > first and lower[index - 1] == "up":
            index -= 1
        elif word in ("rate", "rates", "pace", "level") and (of or not is_ratio(draft)):
            rate = True
        elif word in ("at", "as") and not (rate or following in AS_MUCH or lower[index - 1] in AS_MUCH):
            break
        elif word == "by" and not by:
            by = True
        elif word == "of" and not of:
            of = True
        elif not (
            (dates_skipped and word in DATE_LINKS)
            or word in FILLERS
            or (word.endswith("ly") and len(word) > 3)
        ):
            break
        index -= 1
    if of and dates_skipped and index >= first and is_ratio(draft):
        # "a decline in sales for the year to May of 3 percent"
        for back in range(index, max(first, index - 10) - 1, -1):
            if lower[back] in CHANGE_NOUNS and lower[back + 1] in ("in", "for"):
                return back, by, of, rate
            if lower[back][0].isdigit() or lower[back] in CLAUSE_BREAKS:
                break
    return index, by, of, rate


def _direct_change(
    lower: list[str], index: int, draft: Draft, ratio: bool, by: bool, of: bool, rate: bool
) -> Change | None:
    """Return the change of the word at `index`; one of sign 0 where the word rules a change out."""
    word = lower[index]
    sign = 0 if of else PARTICLES.get(word, 0)
    if sign and lower[index - 1 : index] and lower[index - 1] in PHRASAL:
        return None
    if word == "up" and lower[index - 1 : index] and lower[index - 1] in GIVING:
        # "gave up 51 points", not "gave up 12 hostages"
        lost = ratio or level_follows(lower, draft) or _percentage_follows(lower, draft)
        return Change(-1, index - 1, index + 1, "change word before") if lost else None
    if sign and (by or word not in COMPARATIVES):
        return Change(sign, index, index + 1, "particle before")
    if word == "off" and not by and not of and ratio:
        return Change(-1, index, index + 1, "particle before")
    if rate or ((ratio or by) and not of):
        sign = CHANGES.get(word, 0)
    else:
        sign = (CHANGE_NOUNS if of else CHANGE_VERBS).get(word, 0)
    if not sign:
        return None
    if rate and word in CHANGE_NOUNS and word not in NAMED_CHANGES:
        return None
    bare = not (ratio or by or of)
    if bare and word in CUTS and lower[draft.last : draft.last + 1] in (["from"], ["off"]):
        return Change(sign, index, index + 1, "change word before")
    if (word in LEVEL_NOUNS and not ratio) or (
        bare
        and (word in WEAK_VERBS or draft.noun_first is not None)
        and not level_follows(lower, draft)
        and not _percentage_follows(lower, draft)
    ):
        return Change(0, index, index + 1, "no change")
    return Change(sign, index, index + 1, "change word before")


def _remote_change(lower: list[str], first: int, index: int, ratio: bool, by: bool) -> Change | None:
    """Return the change whose object stands between: "cut output in the north by 3 percent"."""
    if not by and not (ratio and lower[index].isalpha()):
        return None
    for back in range(index, max(first, index - (16 if by else 5)) - 1, -1):
        word = lower[back]
        if word in (";", ":") or word[0].isdigit():
            return None
        if not by and (word in CLAUSE_BREAKS or word in STOPS):
            return None
        sign = CHANGE_VERBS.get(word, 0) or (CHANGE_NOUNS.get(word, 0) if by else 0)
        if not sign and by and word in ("higher", "lower"):
            sign = PARTICLES[word]
        if not sign and by and word in ("up", "down") and lower[back - 1] in PUTTING:
            sign = PARTICLES[word]
        if sign and not by and lower[back - 1 : back] and lower[back - 1] in _DETERMINERS:
            return None  # "a lower tax rate of 30 percent": the rate
        if sign and by and lower[back - 1 : back] and lower[back - 1] in OUTNUMBERING:
            return None  # "outnumbered declining stocks by 1,600 to 900"
        if sign:
            return Change(sign, back, back + 1, "change word by")
    return None


_DETERMINERS: Final = frozenset("a an the its their his her our".split())
STOPS: Final = frozenset(
    """to of from at with for in on by was were is are be been has have had into among than""".split()
)


def written_sign(document: Document, draft: Draft) -> Change | None:
    """Return the change of a signed percentage in brackets: "the insurer (-0.8%)"."""
    sign = document.text[draft.start]
    if sign not in "+-−–":
        return None
    return Change(1 if sign == "+" else -1, draft.first, draft.first + 1, "written sign")


def level_follows(lower: list[str], draft: Draft) -> bool:
    """Whether "to LEVEL" or "off LEVEL" comes next: "lost 29 cents to 56.94"."""
    end = draft.noun_last or draft.last
    for index in range(end, min(end + 4, len(lower) - 1)):
        word = lower[index]
        if word in ("off", "from"):
            return word == "off"
        if word == "to":
            follows = lower[index + 1]
            return follows[0].isdigit() or follows in ("$", "£", "€", "a", "about", "just", "nearly")
        if word in (",", ".", ";"):
            index += 1
    return False


def _percentage_follows(lower: list[str], draft: Draft) -> bool:
    """Whether the same is said in percent: "lost 33 cents, or 0.8%", not "lost 3 million, or 8% of sales"."""
    if draft.noun_first is not None:
        return False  # "lost 300 jobs, or 8%"
    behind = _behind_percentage(lower, draft)
    return behind > 0 and lower[behind : behind + 1] != ["of"]


def _behind_percentage(lower: list[str], draft: Draft) -> int:
    """Return the token behind what says a figure again in percent: ", or 0.8%"; 0 where nothing does."""
    index = draft.last
    opening = lower[index : index + 2]
    if opening == [",", "or"]:
        index += 2
    elif opening[:1] in (["or"], ["("]):
        index += 1
    else:
        return 0
    if index >= len(lower) or not lower[index][0].isdigit():
        return 0
    words = 2 if lower[index + 1 : index + 3] == ["per", "cent"] else 1
    sign = "".join(lower[index + 1 : index + 1 + words])
    return index + 1 + words if sign in ("%", "percent", "pct") else 0


_ASIDE: Final = 9  # tokens of "or 800,000 copies," behind a change
_BEHIND_ASIDE: Final = {
    "ahead": 1, "higher": 1, "more": 1, "up": 1,
    "behind": -1, "lower": -1, "fewer": -1, "less": -1, "down": -1,
}  # fmt: skip


def _change_after(
    lower: list[str], last: int, draft: Draft, dated: Collection[int], ratio: bool
) -> Change | None:
    index = draft.last
    others = 0
    if not ratio and index < last:
        # "a 3,400 rise": directly, and one of them; "10 rises" counts events.
        if lower[index] == "-" and index + 1 < last:
            index += 1
        word = lower[index]
        if word in CHANGE_NOUNS and not word.endswith("s") and word not in ("cut", "loss", "gain", "advance"):
            return Change(CHANGE_NOUNS[word], index, index + 1, "change noun after")
        if word in ("lower", "higher") and lower[index + 1 : index + 2] == ["than"]:
            return Change(PARTICLES[word], index, index + 1, "comparative after")
        # "22,200 or 0.8 percent fewer than"
        behind = _behind_percentage(lower, draft)
        word = lower[behind] if 0 < behind < last else ""
        if word in _BEHIND_ASIDE and lower[behind + 1 : behind + 2] == ["than"]:
            return Change(_BEHIND_ASIDE[word], behind, behind + 1, "comparative after")
        return None
    if lower[index : index + 2] == [",", "or"]:
        # "is 18%, or 800,000 copies, ahead"
        close = next((at for at in range(index + 3, min(last - 1, index + _ASIDE)) if lower[at] == ","), 0)
        word = lower[close + 1] if close else ""
        return (
            Change(_BEHIND_ASIDE[word], close + 1, close + 2, "particle after")
            if word in _BEHIND_ASIDE
            else None
        )
    while index < last:
        word = lower[index]
        if word in CHANGE_NOUNS and not (others and word in ("cut", "loss", "gain")):
            return Change(CHANGE_NOUNS[word], index, index + 1, "change noun after")
        if word in COMPARATIVES and not others:
            following = lower[index + 1] if index + 1 < last else ""
            if following in ("likely", "expensive", "efficient", "effective", "dangerous"):
                return None
            return Change(PARTICLES[word], index, index + 1, "comparative after")
        if word in ("above", "below") and not others and lower[draft.last] == word:
            # "11 percent above the 3.2 million of 2018"
            following = lower[index + 1] if index + 1 < last else ""
            if following in ("the", "its", "last") or following[:1].isdigit():
                return Change(1 if word == "above" else -1, index, index + 1, "comparative after")
            return None
        if word in ("up", "down") and not others:
            following = lower[index + 1] if index + 1 < last else ""
            return (
                None if following == "front" else Change(PARTICLES[word], index, index + 1, "particle after")
            )
        if index in dated or word in AFTER_NUMBER:
            pass
        elif (
            word.isalpha()
            and word not in STOPS
            and word not in CLAUSE_BREAKS
            and others < 2
            and word not in SURVEY_VERBS
        ):
            others += 1
        else:
            return None
        index += 1
        if index > draft.last + 7:
            return None
    return None
