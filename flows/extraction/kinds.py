"""Is a number a level, a change of a level, or a part of a whole? And which way does a change go?

The number reader gives what can be read off the number itself (percent, money, count). Here its
neighbours decide: "up 15 percent" is growth, "15 percent of voters" a share, "to 15 percent" a level.
"""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from flows.extraction.change_words import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    CHANGES,
    COMPARATIVES,
    MULTIPLES,
    PARTICLES,
    WEAK_VERBS,
)
from flows.extraction.document import Document
from flows.extraction.figure import Because, Draft

PERCENT_UNITS = frozenset(("percent", "percentage point", "basis point", "fraction", "times"))
# Between a change word and its number: "rose by about a further 3 percent".
FILLERS = frozenset(
    """about around only just some nearly almost more less fewer than over under a an another
    further at least most as much many little roughly approximately estimated average annual
    total combined record whopping mere modest sharp additional extra net real adjusted
    preliminary revised unrevised provisional the approx similar full mighty massive huge steep
    hefty healthy solid robust meagre close up-to even well yet still also again likely possible
    whole surprise stronger weaker - year-on-year yearly monthly quarterly weekly daily compound
    early earlier another's ~ + $ £ € us""".split()
)
DATE_WORDS = frozenset("last month week year quarter yesterday today points night".split())
# "made up", "set up", "broken down": no direction.
PHRASAL = frozenset(
    """make makes made making set sets put took take takes taking sign signed hook hooked sum summed broke
    broken break shut turned pick picked line lined""".split()
)
CUTS = frozenset("cut cuts cutting shave shaved trim trimmed slash slashed knock knocked wipe wiped".split())
# Nouns that a percentage may be said of: "growth slowed to 3 percent".
NAMED_CHANGES = frozenset(
    """growth increase increases decline expansion contraction rise drop fall gain""".split()
)
AS_MUCH = frozenset("least most much many little high low".split())
DATE_LINKS = frozenset("in during on for over this the per".split())
# "A loss of 3 million" is the result itself, "a loss of 3 percent" a change.
LEVEL_NOUNS = frozenset("""loss losses gain gains advance advances addition additions saving""".split())
AFTER_NUMBER = frozenset(
    """annual annualised annualized year on - over quarter month monthly quarterly yearly net
    further real average likely sharp first second third fourth half like for 's ’s previous
    strong steep overall a the bigger smaller larger year-on-year unexpected surprise expected
    cumulative one-year similar point points across board pay wage price same organic underlying
    weekly daily stronger full""".split()
)
CLAUSE_BREAKS = frozenset(
    """, ; : ( ) – — while but although though whereas which who that because when and or said says
    say if as""".split()
)
SHARE_NOUNS = frozenset(
    """share stake slice chunk holding interest shareholding majority minority proportion portion
    ownership""".split()
)
SHARE_VERBS = frozenset(
    """account accounts accounted accounting represent represents represented representing comprise
    comprises comprised comprising constitute constitutes constituted constituting contribute
    contributes contributed contributing own owns owned owning hold holds held holding control
    controls controlled controlling captured capture commands command commanding won win wins
    took takes polled""".split()
)
SURVEY_VERBS = frozenset(
    """said say says saying believe believed think thought agreed agree disagree disagreed voted
    vote want wanted support supported favour favoured favor favored oppose opposed felt feel
    were are had have has use used live lived lives knew know admitted admit claimed expected
    expect reported report owned own did do rated approve approved disapprove disapproved
    described saw trusted trust would planned plan preferred prefer backed rejected chose
    replied responded came come is was go went work worked belong belonged took take don't
    didn't cited identified considered regard regarded like liked spend spent read watched watch""".split()
)
SURVEY_WORDS = frozenset(
    """poll polls survey surveys surveyed polled respondents pollsters pollster interviewed
    questioned voters mori yougov icm gallup""".split()
)
OWNED = frozenset("owned held controlled".split())
# A ratio that is no part of a whole: debt can be 120 percent of it.
NO_WHOLE = frozenset("gdp gnp gross output capacity income".split())
BRING_OVER = frozenset(
    """and or against versus vs compared with to than from , ( while at for in but""".split()
)


@dataclass(frozen=True, slots=True)
class Change:
    """That a number is a change: its direction, +1 or -1, and the words that say so (tokens)."""

    sign: int
    first: int
    last: int
    rule: str


def flip(draft: Draft) -> None:
    """Turn a draft into its negative: value and every interval, low and high changing places."""
    draft.value = _minus(draft.value)
    draft.low, draft.high = _minus(draft.high), _minus(draft.low)
    draft.stated_low, draft.stated_high = _minus(draft.stated_high), _minus(draft.stated_low)
    draft.read_low, draft.read_high = _minus(draft.read_high), _minus(draft.read_low)


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


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
    stopped = index >= first
    if stopped:
        direct = _direct_change(lower, index, draft, ratio, by, of, rate)
        if direct is not None:
            return direct if direct.sign else None
    after = _change_after(lower, last, draft, dated, ratio)
    if after is not None:
        return after
    return _remote_change(lower, first, index, ratio, by) if stopped else None


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
        elif word in ("high", "low") and following == "as" and not is_ratio(draft):
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
        bare and (word in WEAK_VERBS or draft.noun_first is not None) and not _level_follows(lower, draft)
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
        if not by and (word in CLAUSE_BREAKS or word in _STOPS):
            return None
        sign = CHANGE_VERBS.get(word, 0) or (CHANGE_NOUNS.get(word, 0) if by else 0)
        if not sign and by and word in ("higher", "lower"):
            sign = PARTICLES[word]
        if sign:
            return Change(sign, back, back + 1, "change word by")
    return None


_STOPS = frozenset(
    """to of from at with for in on by was were is are be been has have had into among than""".split()
)


def _written_sign(document: Document, draft: Draft) -> Change | None:
    """Return the change of a signed percentage in brackets: "the insurer (-0.8%)"."""
    sign = document.text[draft.start]
    if sign not in "+-−–":
        return None
    return Change(1 if sign == "+" else -1, draft.first, draft.first + 1, "written sign")


def _level_follows(lower: list[str], draft: Draft) -> bool:
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
        return None
    while index < last:
        word = lower[index]
        if word in CHANGE_NOUNS and not (others and word in ("cut", "loss", "gain")):
            return Change(CHANGE_NOUNS[word], index, index + 1, "change noun after")
        if word in COMPARATIVES and not others:
            following = lower[index + 1] if index + 1 < last else ""
            if following in ("likely", "expensive", "efficient", "effective", "dangerous"):
                return None
            return Change(PARTICLES[word], index, index + 1, "comparative after")
        if word in ("up", "down") and not others:
            following = lower[index + 1] if index + 1 < last else ""
            return (
                None if following == "front" else Change(PARTICLES[word], index, index + 1, "particle after")
            )
        if index in dated or word in AFTER_NUMBER:
            pass
        elif (
            word.isalpha()
            and word not in _STOPS
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


def find_share(lower: list[str], first: int, last: int, draft: Draft) -> tuple[int, int, str] | None:
    """Return the words (token range) and rule that make `draft` a part of a whole, or None."""
    index = draft.last
    word = lower[index] if index < last else ""
    if word == "-" and index + 1 < last:
        index += 1
        word = lower[index]
    if word == "interest" and lower[index + 1 : index + 2] != ["in"]:
        return None
    if word in OWNED or word in SHARE_NOUNS:
        return index, index + 1, "share word after"
    if word == "of":
        following = set(lower[index + 1 : min(index + 5, last)])
        return None if following & NO_WHOLE else (index, index + 1, "of a whole")
    for ahead in range(index, min(index + 3, last)):
        if lower[ahead] in SHARE_NOUNS:
            return ahead, ahead + 1, "share word after"
        if not lower[ahead].isalpha() or lower[ahead] in _STOPS:
            break
    if word in SURVEY_VERBS or (word in ("who", "that") and lower[index + 1 : index + 2] != ["the"]):
        return index, index + 1, "survey"
    for back in range(draft.first - 1, max(first, draft.first - 8) - 1, -1):
        word = lower[back]
        if word in (";", ":", ",") or (word[0].isdigit() and back < draft.first - 1):
            break
        if word in SHARE_VERBS and back >= draft.first - 4:
            return back, back + 1, "share verb before"
        if word in ("share", "stake", "shareholding", "proportion", "accounted", "accounting"):
            return back, back + 1, "share word before"
    return None


class KindRules:
    """Refines the kinds of one document's drafts, in text order."""

    def __init__(self, document: Document, dated: Collection[int], changes: dict[int, Change]) -> None:
        self.document = document
        self.lower = document.lower
        self.dated = dated
        self.changes = changes

        self.is_survey = sum(map(SURVEY_WORDS.__contains__, document.lower)) > 2

    def refine(self, draft: Draft, before: Draft | None, previous: list[Draft]) -> None:
        """Refine the kind of `draft`; `before` is the figure before it in its sentence."""
        lower = self.lower
        if draft.kind in ("duration", "rank", "score", "ordinal_milestone"):
            return
        first, last = self.document.sentences[draft.sentence]
        following = lower[draft.last] if draft.last < last else ""
        if draft.unit == "times" and following in ("more", "as", "less", "likelier", "that", "the"):
            draft.kind = "rate"
            return
        change = find_change(lower, first, last, draft, self.dated)
        if change is None and is_ratio(draft) and lower[draft.first - 1] == "(":
            change = _written_sign(self.document, draft)
        if change is not None:
            self._make_growth(draft, change)
            self._because(draft, change.rule, change.first, change.last)
            return
        if draft.kind == "growth":
            return
        if (
            before is not None
            and before.kind == "growth"
            and draft.first - before.last <= 4
            and self._word_before(draft) in ("or", "(")
            and not (draft.unit or "").endswith(" per share")
        ):
            # "fell 12 percent, or 300 jobs": one change, said twice.
            self._take(draft, before)
            return
        if draft.kind == "rate" or not is_ratio(draft):
            return
        share = find_share(lower, first, last, draft)
        if share is not None:
            draft.kind = "share"
            self._because(draft, share[2], share[0], share[1])
        elif draft.kind != "share":
            self._inherit(draft, before, previous)
            if draft.kind == "percent":
                self._find_named_change(draft, before, first)

    def _word_before(self, draft: Draft) -> str:
        """Return the word before a number and its hedge: "[or] almost 20 percent"."""
        index = draft.first - 1
        while index > 0 and self.lower[index] in FILLERS:
            index -= 1
        return self.lower[index] if index >= 0 else ""

    def _inherit(self, draft: Draft, before: Draft | None, previous: list[Draft]) -> None:
        """Give a bare percentage the kind of the one before it: "rose 3 percent in May and 4 in June"."""
        lower = self.lower
        if before is None:
            opener = lower[self.document.sentences[draft.sentence][0] : draft.first]
            if any(word in ("compares", "compared", "compare", "against") for word in opener):
                self._take(draft, next((d for d in reversed(previous) if is_ratio(d)), None))
        elif is_ratio(before):
            if draft.first - before.last <= 14:
                self._take(draft, before)
        elif lower[draft.first - 1] == "(" and before.kind == "count" and draft.first - before.last <= 4:
            draft.kind = "share"
            self._because(draft, "share in brackets", draft.first - 1, draft.last)
        if draft.kind == "percent" and self.is_survey and not self._is_named_rate(draft):
            draft.kind = "share"
            draft.confidence["kind"] = 0.6
            self._because(draft, "percentage in a survey", draft.first, draft.last)

    def _find_named_change(self, draft: Draft, before: Draft | None, first: int) -> None:
        """Read "growth slowed to 3 percent", "the increase was 3 percent" as changes."""
        lower = self.lower
        reach = before.last if before is not None else first
        for index in range(draft.first - 1, max(reach, draft.first - 14) - 1, -1):
            word = lower[index]
            if word in (
                ";",
                ":",
                "while",
                "but",
                "inflation",
                "unemployment",
                "rate",
                "rates",
                "margin",
                "share",
            ):
                return
            if word in NAMED_CHANGES and (
                word in ("growth", "expansion", "contraction")
                or (
                    (index > first and lower[index - 1] not in ("to", "will", "would", "could", "may", "not"))
                    and lower[index + 1] in ("was", "of", "over", "to", "in", "for", "is")
                    and lower[draft.first - 1]
                    in ("to", "was", "at", "about", "of", "is", "only", "just", "by")
                    and any(
                        w in ("the", "a", "an", "annual", "'s", "its")
                        for w in lower[max(0, index - 2) : index]
                    )
                )
            ):
                self._make_growth(draft, Change(CHANGE_NOUNS[word], index, index + 1, "named change"))
                self._because(draft, "named change", index, index + 1)
                return

    def _is_named_rate(self, draft: Draft) -> bool:
        """Whether a rate or margin is named nearby: those are levels, in surveys too."""
        return any(
            word
            in ("rate", "rates", "inflation", "unemployment", "margin", "margins", "yield", "tax", "error")
            for word in self.lower[max(0, draft.first - 8) : draft.last + 3]
        )

    def _take(self, draft: Draft, other: Draft | None) -> None:
        if other is None or other.kind not in ("growth", "share"):
            return
        if other.kind == "growth":
            change = self.changes.get(id(other))
            if change is None:
                return
            self._make_growth(draft, change)
        else:
            draft.kind = "share"
        draft.confidence["kind"] = 0.7
        self._because(draft, "as the figure before", other.first, other.last)

    def _make_growth(self, draft: Draft, change: Change) -> None:
        self.changes[id(draft)] = change
        if draft.kind == "growth":
            return
        draft.kind = "growth"
        size = draft.value if draft.value is not None else draft.low
        if change.sign < 0 and size is not None and size > 0:
            flip(draft)

    def _because(self, draft: Draft, rule: str, first: int, last: int) -> None:
        draft.why["kind"] = Because(rule, *self.document.span(first, last))
