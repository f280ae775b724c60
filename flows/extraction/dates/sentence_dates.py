"""One sentence: its figures, its dates and the part that each date plays in it."""

from bisect import bisect_left
from typing import Final

from flows.extraction.dates.date_roles import Wording, role_of
from flows.extraction.dates.earlier_figures import earlier_figures, is_possessor
from flows.extraction.figure import Dated, Draft
from flows.extraction.text.change_words import CHANGES
from flows.extraction.text.clause_breaks import VERBS, clause_breaks, is_verb
from flows.extraction.text.document import Document
from flows.extraction.text.period_words import (
    ACCUMULATING,
    ADJECTIVES,
    ASIDES,
    FORESEEN,
    FUTURE_VERBS,
    MILESTONE_VERBS,
    MILESTONES,
    PAST,
    PERFECT,
    PRESENT,
    REPORTING,
    SUBORDINATE,
    SUBORDINATE_TIMES,
)

# Tokens and dates beyond which nothing governs: sentences without an end, like tables, stay linear.
REACH: Final = 120
NEIGHBOURS: Final = 12
# The form of each verb; "" is none. What is counted up is known by its participle ("done").
TENSES: Final = {
    **dict.fromkeys(PAST, "past"),
    **dict.fromkeys(PRESENT, "present"),
    **dict.fromkeys(PERFECT, "perfect"),
    **dict.fromkeys(ACCUMULATING, "done"),
    **dict.fromkeys(FUTURE_VERBS, "future"),
    **dict.fromkeys(ADJECTIVES | REPORTING, ""),
}
# After these another statement begins.
WARNINGS: Final = frozenset(
    ("warned", "said", "added", "forecast", "expects", "predicted", "plans", "expected")
)
SUBJECTS: Final = frozenset(("there", "it", "they", "he", "she", "we"))
JOINERS: Final = frozenset(("and", "but", ",", "while", "or"))
# Behind these another clause begins, with its own date.
STOPS: Final = SUBORDINATE_TIMES | {"while", "whereas"}
# Behind a comma these tell what a move adds up to: ", extending its gains this year to 9 percent".
EXTENDING: Final = frozenset(("extending", "bringing", "taking"))
# What results are told before or after: no clause begins there.
ITEMS: Final = frozenset(
    """interest tax taxes items special one-time exceptional extraordinary charges provisions minorities
    amortization amortisation depreciation""".split()
)
BEFORE_DATE: Final = frozenset(("in", "for", "of", "during", "the", "at", "on"))
INCLUDING: Final = frozenset(("which", "including"))
# Tokens between two figures that "and" joins to one statement.
JOINED: Final = 3
# Tokens behind a date in which a thing is named, and behind that its figure.
NAMED: Final = 4
APART: Final = frozenset((",", "a", "an"))
RELATIVES: Final = frozenset(("which", "who", "that"))


class Sentence:
    """One sentence and what its dates do.

    Attributes:
        roles: by a date's first token: main (says when), base (is compared with), since, by, to_date, back
            ("the period"), span (a mere length), news (says when something was said), none.
        old: by a draft's first token: whether it is the earlier value of a comparison.
        owner: by a date's first token: the earlier value that the date belongs to alone.
        is_milestone: whether the sentence says that a mark was reached.
    """

    def __init__(
        self, document: Document, first: int, last: int, dates: list[Dated], drafts: list[Draft]
    ) -> None:
        self.document = document
        self.first, self.last = first, last
        self.lower = document.lower
        self.drafts = drafts
        self.dates = dates
        self.break_points = clause_breaks(document, first, last)
        self.break_set = frozenset(self.break_points)
        self.asides = self._asides() if "(" in self.lower[first:last] else frozenset()
        # What stands in brackets repeats the figure before it: it separates nothing.
        self.numbers = {
            token for draft in drafts for token in range(draft.first, draft.last) if token not in self.asides
        }
        self.firsts = [date.first for date in dates]
        wording = Wording(document.words, self.lower, first, last, self.numbers, frozenset(self.firsts))
        self.roles = {date.first: role_of(date, wording) for date in dates}
        self.by_role: dict[str, list[Dated]] = {}
        for date in dates:
            self.by_role.setdefault(self.roles[date.first], []).append(date)
        self.old = earlier_figures(wording, dates, drafts)
        self.owner: dict[int, int] = {}
        for draft in drafts:
            if self.old[draft.first] and (own := self.following(draft)) is not None:
                self.owner[own.first] = draft.first
        for date in dates:
            inner = self._in_own_brackets(date)
            if inner is not None:
                self.owner[date.first] = inner
        words = self.lower[first:last] if dates else []
        self.is_milestone = not (MILESTONES.isdisjoint(words) or MILESTONE_VERBS.isdisjoint(words))

    def _asides(self) -> frozenset[int]:
        """Return the tokens in brackets that hold no date."""
        asides: set[int] = set()
        opened = -1
        dated = {date.first for date in self.dates}
        for index in range(self.first, self.last):
            word = self.lower[index]
            if word == "(":
                opened = index
            elif word == ")" and opened >= 0:
                inside = range(opened, index + 1)
                if dated.isdisjoint(inside):
                    asides.update(inside)
                opened = -1
        return frozenset(asides)

    # -- dates -----------------------------------------------------------------------------------------------

    def role(self, date: Dated | None) -> str:
        """Return the part that `date` plays."""
        return "" if date is None else self.roles[date.first]

    def of_role(self, role: str, begin: int | None = None, end: int | None = None) -> Dated | None:
        """Return the first date that plays `role`, within tokens ``[begin, end)`` where given."""
        for date in self.by_role.get(role, ()):
            if begin is None or begin <= date.first < (end or self.last):
                return date
        return None

    def _in_own_brackets(self, date: Dated) -> int | None:
        """Return the figure that shares its brackets with a date: "640 boats (2012 - 590)"."""
        if date.first == self.first or self.lower[date.first - 1] != "(":
            return None
        for index in range(date.last, min(self.last, date.last + 5)):
            if index in self.numbers:
                return index
            if self.lower[index] == ")":
                break
        return None

    # -- figures ---------------------------------------------------------------------------------------------

    def is_joined(self, first: int, last: int) -> bool:
        """Whether a new verb is joined on between two tokens: "cut jobs by 2026 and expects"."""
        lower = self.lower
        return any(
            lower[index] in ("and", "but", ",")
            and index + 1 < last
            and (
                lower[index + 1] in VERBS
                or lower[index + 1].endswith("ed")
                # "Double in 1987 and rise to 400 by 1991"
                or (lower[index + 1] in CHANGES and lower[index + 2 : index + 3] in (["to"], ["by"]))
                or (
                    lower[index] != ","
                    and lower[index + 1] in SUBJECTS
                    and index + 2 < last
                    and lower[index + 2] in VERBS
                )
            )
            for index in range(first, last)
        )

    def is_aside(self, date: Dated, draft: Draft) -> bool:
        """Whether a date before `draft` stands in a clause that a comma has closed: "founded in 1923, it"."""
        lower = self.lower
        if draft.first - date.last > REACH:
            return True
        if "," not in lower[date.last : draft.first]:
            return self._is_in_relative(date)
        for index in range(date.first - 1, max(self.first, date.first - REACH) - 1, -1):
            if lower[index] == "," or index in self.break_set:
                return False
            if lower[index] in ASIDES:
                # "When it opened in 2003, 900 people came" says when they came.
                is_opener = lower[index] == "when" and index <= self.first + 1
                return not (is_opener and date.basis == "explicit")
        return False

    def _is_in_relative(self, date: Dated) -> bool:
        """Whether a date stands in a clause about a thing: "the plan that began in 2006 to give 9"."""
        before = date.first - 1
        while before > self.first and self.lower[before] in BEFORE_DATE:
            before -= 1
        # "Noted that in May" opens with the date what was noted.
        return not RELATIVES.isdisjoint(self.lower[max(self.first, date.first - 4) : before])

    def owns(self, date: Dated, draft: Draft) -> bool:
        """Whether a date may be that of `draft`: no earlier value has it for itself."""
        return self.owner.get(date.first, draft.first) == draft.first

    def near(self, draft: Draft) -> list[Dated]:
        """Return the dates around `draft`, in text order."""
        at = bisect_left(self.firsts, draft.first)
        return self.dates[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]

    def following(self, draft: Draft) -> Dated | None:
        """Return the first date after `draft` with no other figure and no end of the clause between."""
        at = bisect_left(self.firsts, draft.last)
        if at == len(self.dates):
            return None
        date = self.dates[at]
        if date.first - draft.last > REACH:
            return None
        for index in range(draft.last, date.first):
            if index in self.numbers or index in self.break_set or self.lower[index] in STOPS:
                return None
            if self.lower[index] == "," and self.lower[index + 1] in EXTENDING:
                return None
            if self.lower[index] in FUTURE_VERBS and self.lower[index - 1] in JOINERS:
                return None
        if not self.owns(date, draft) or self._opens_next(date) or self._names_next(date):
            return None
        return date

    def _names_next(self, date: Dated) -> bool:
        """Whether a date says which thing the next figure is of: "to beat May sales of 8 million"."""
        is_owner = self.lower[date.last : date.last + 1] in (["'s"], ["’s"])
        start = date.last + is_owner
        if not is_owner and self.lower[date.first - 1] in BEFORE_DATE:
            return False
        for index in range(start, min(self.last, start + NAMED)):
            if index > start and self.lower[index] == "of":
                return any(token in self.numbers for token in range(index + 1, min(self.last, index + NAMED)))
            if not self.lower[index].isalpha():
                return False
        return False

    def following_joined(self, draft: Draft) -> Dated | None:
        """Return the date that a figure shares with the one joined on: "9 cars and 4 vans in 1987"."""
        at = bisect_left(self.drafts, draft.first, key=lambda other: other.first) + 1
        other = self.drafts[at] if at < len(self.drafts) else None
        if other is None or other.first - draft.last > JOINED or other.kind != draft.kind:
            return None
        between = self.lower[draft.last : other.first]
        if between == ["or"]:
            # "$9 million or 4 cents a share a year earlier"
            return self.directly_behind(other)
        return self.following(other) if "and" in between and APART.isdisjoint(between) else None

    def directly_behind(self, draft: Draft) -> Dated | None:
        """Return the date that follows a figure within a few tokens."""
        date = self.following(draft)
        return date if date is not None and date.first - draft.last <= NAMED else None

    def _opens_next(self, date: Dated) -> bool:
        """Whether a date begins what is joined on: "rose 7 percent and in June 3 percent"."""
        before = date.first - 1
        while before > self.first and self.lower[before] in BEFORE_DATE:
            before -= 1
        if before < self.first or self.lower[before] not in JOINERS:
            return False
        if self.lower[before] == "," and date.last < self.last and self.lower[date.last] == ",":
            # "Profit was $9, for the year ended in May, up from $8": between commas it belongs to the first.
            return False
        for index in range(date.last, self.last):
            if index in self.numbers:
                return True
            if self.breaks(index) or index in self.roles:
                return False
        return False

    def later_main(self, draft: Draft) -> Dated | None:
        """Return the next governing date of the same clause, even behind other figures."""
        at = bisect_left(self.firsts, draft.last)
        for date in self.dates[at : at + NEIGHBOURS]:
            if date.first in self.owner or self.roles[date.first] not in ("main", "back"):
                continue
            if date.first - draft.last > REACH:
                return None
            for index in range(draft.last, date.first):
                word = self.lower[index]
                if index in self.break_set or word in SUBORDINATE or word in WARNINGS or word == "since":
                    return None
            return None if self._opens_next(date) else date
        return None

    def preceding(self, draft: Draft) -> Dated | None:
        """Return the nearest date before `draft` that governs what follows it."""
        at = bisect_left(self.firsts, draft.first)
        if not at:
            return None
        before = self.dates[max(0, at - NEIGHBOURS) : at]
        for date in before:
            if is_possessor(date, draft, self.lower) or self.owner.get(date.first) == draft.first:
                return date
        for date in reversed(before):
            role = self.roles[date.first]
            governs = role in ("main", "back") and date.first not in self.owner
            if governs or (role != "news" and self.opens_clause(date)):
                return (
                    None if self._is_subordinate(max(date.last, draft.first - REACH), draft.first) else date
                )
        return None

    def _is_subordinate(self, first: int, last: int) -> bool:
        """Whether "after" or "before" opens a clause between two tokens: not "after a long summer"."""
        for index in range(first, last):
            if self.lower[index] in SUBORDINATE_TIMES:
                after = self.lower[index + 1 : last]
                if not ITEMS.isdisjoint(after[:1]):
                    # "First-quarter earnings before tax rose 9 percent"
                    continue
                if not after or any(is_verb(word) or word.endswith("ing") for word in after):
                    return True
        return False

    def opens_clause(self, date: Dated) -> bool:
        """Whether what follows is about the date itself: "compared with 2012, when ...".

        Or about the earlier value that it is of: "$9 in 2012, which included a gain of $3".
        """
        index = date.last
        if index < self.last and self.lower[index] == ",":
            index += 1
        if index >= self.last or date.start_on is None:
            return False
        return self.lower[index] == "when" or (date.first in self.owner and self.lower[index] in INCLUDING)

    # -- clauses ---------------------------------------------------------------------------------------------

    def breaks(self, index: int) -> bool:
        """Whether a clause ends at token `index`."""
        return index in self.break_set

    def clause(self, draft: Draft) -> tuple[int, int]:
        """Return the token range of the clause around `draft`."""
        at = bisect_left(self.break_points, draft.first)
        begin = self.break_points[at - 1] + 1 if at else self.first
        after = bisect_left(self.break_points, draft.last)
        end = self.break_points[after] if after < len(self.break_points) else self.last
        return max(begin, draft.first - REACH), min(end, draft.last + REACH)

    def tense(self, draft: Draft, begin: int, end: int) -> str:
        """Return perfect, past, present, future or "" from the verb nearest before `draft`, else after it."""
        lower = self.lower
        for indices, start in (
            (range(draft.first - 1, begin - 1, -1), begin),
            (range(draft.last, end), draft.last),
        ):
            for index in indices:
                word = lower[index]
                tense = TENSES.get(word)
                if tense is None:
                    if word[-1] != "d" or len(word) < 5 or word[-2] != "e":
                        continue
                    tense = "past"
                if (
                    tense
                    and index not in self.numbers
                    and not self.is_yardstick(index)
                    and (word != "may" or self.document.words[index] == word)
                ):
                    return self._in_context(tense, index, start, end)
        return ""

    def is_yardstick(self, index: int) -> bool:
        """Whether "expected" only measures what came: "a better-than-expected rise", "forecast-beating"."""
        if self.lower[index + 1 : index + 2] == ["-"] and self.lower[index] in FORESEEN:
            return True
        is_after = self.lower[index - 1] in ("-", "than", "as") or index - 1 in self.numbers
        return is_after and self.lower[index] in FORESEEN

    def _in_context(self, tense: str, index: int, begin: int, end: int) -> str:
        """Return what a verb's form means with the verbs beside it: "has ... sold" is perfect."""
        lower = self.lower
        if tense == "done" or tense == "past":
            if not PERFECT.isdisjoint(lower[max(begin, index - 4) : index]):
                return "perfect" if tense == "done" else "past"
            if tense == "done" and lower[index - 1] == "and" and not PERFECT.isdisjoint(lower[begin:index]):
                # "Have driven 9 million km and saved 4 million tonnes"
                return "perfect"
            return "past"
        if tense == "perfect":
            if not ACCUMULATING.isdisjoint(lower[index + 1 : min(end, index + 5)]):
                return "perfect"
            return "past" if lower[index] == "had" else "present"
        return tense
