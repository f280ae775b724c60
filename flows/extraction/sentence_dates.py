"""One sentence: its figures, its dates and the part that each date plays in it."""

from bisect import bisect_left
from typing import Final

from flows.extraction.calendars import length_in_months
from flows.extraction.change_words import CHANGES, PARTICLES
from flows.extraction.clause_breaks import VERBS, clause_breaks, is_verb
from flows.extraction.document import Document
from flows.extraction.figure import Dated, Draft
from flows.extraction.period_words import (
    ACCUMULATING,
    ADJECTIVES,
    ASIDES,
    AT_EVENTS,
    BEFORE_BASE,
    BEFORE_OLD,
    BREAKS,
    COMPARED,
    CONTRACTS,
    DATE_FILLERS,
    FIGURE_NOUNS,
    FILLERS,
    FORESEEN,
    FUTURE_VERBS,
    HEDGES,
    MATURING,
    MILESTONE_VERBS,
    MILESTONES,
    PAST,
    PERFECT,
    PRESENT,
    REPORTING,
    SAID,
    SUBORDINATE,
    SUBORDINATE_TIMES,
    is_superlative,
)

SPECIAL_ROLES: Final = frozenset(("since", "by", "to_date", "back", "span"))
# Tokens behind a date in which the publication stands that is called by it.
TITLED: Final = 4
PUBLICATIONS: Final = frozenset(("publication", "bulletin", "newsletter", "edition", "issue"))
OWNERS: Final = frozenset(("'s", "’s", "its", "the", "their", "a"))
SINCE_REACH: Final = 14
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
STRETCHES: Final = frozenset(("last", "past", "next", "coming"))
JOINERS: Final = frozenset(("and", "but", ",", "while", "or"))
BEFORE_DATE: Final = frozenset(("in", "for", "of", "during", "the", "at", "on"))
RELATIVES: Final = frozenset(("which", "who", "that"))
SAID_FILLERS: Final = frozenset(("in", "on", "late", "earlier", "the", "back"))
# How far before "from" the word is that tells what changed.
CHANGE_REACH: Final = 14
# A change reaches from one value to another at these, without a word for it ("was 9, against 8").
SHORT: Final = 45


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
        self.break_points = clause_breaks(document.lower, first, last)
        self.break_set = frozenset(self.break_points)
        self.asides = self._asides() if "(" in self.lower[first:last] else frozenset()
        # What stands in brackets repeats the figure before it: it separates nothing.
        self.numbers = {
            token for draft in drafts for token in range(draft.first, draft.last) if token not in self.asides
        }
        self.firsts = [date.first for date in dates]
        self.starts = frozenset(self.firsts)
        self.roles = {date.first: self._role(date) for date in dates}
        self.by_role: dict[str, list[Dated]] = {}
        for date in dates:
            self.by_role.setdefault(self.roles[date.first], []).append(date)
        self.old: dict[int, bool] = {}
        compared = [date for date in dates if date.basis in ("comparison", "same")]
        for index, draft in enumerate(drafts):
            twin = drafts[index - 1] if index and self._is_twin(drafts[index - 1], draft) else None
            self.old[draft.first] = (
                self._is_old(draft)
                or (twin is not None and self.old[twin.first])
                or (bool(compared) and self._is_then(draft, compared))
            )
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

    def _role(self, date: Dated) -> str:
        lower = self.lower
        before = lower[max(self.first, date.first - 8) : date.first]
        if date.basis in ("since", "to_date") and any(is_superlative(word) for word in before):
            return "none"
        if self._is_attribute(date):
            return "none"
        if date.basis in SPECIAL_ROLES:
            return date.basis
        if self._is_base(date):
            return "base"
        if self._in_since_clause(date):
            return "since"
        if self._is_of_event(date):
            return "none"
        if self._is_said(date):
            return "news"
        if date.start_on is not None and date.start_on == date.end_on and date.basis == "published":
            if lower[date.first] in ("today", "currently"):
                is_possessor = date.last < self.last and lower[date.last] in ("'s", "’s")
                return "none" if is_possessor else "now"
            if self._is_news(date):
                return "news"
        if date.basis == "unanchored" and lower[date.first] == "today":
            return "now"
        return "main"

    def _is_attribute(self, date: Dated) -> bool:
        """Whether a date says which one a thing is: "bonds due 2017", "January delivery", "base 1980"."""
        before = self.lower[date.first - 1] if date.first > self.first else ""
        if before in ("in", "on", "by", "for", "the") and date.first - 1 > self.first:
            before = self.lower[date.first - 2]
        after = self.lower[date.last] if date.last < self.last else ""
        # "Its February crop report": when it was written.
        titled = self.lower[date.last : min(self.last, date.last + TITLED)]
        is_title = not PUBLICATIONS.isdisjoint(titled) and all(word.isalpha() for word in titled[:1])
        return before in MATURING or after in CONTRACTS or (is_title and before in OWNERS)

    def _is_base(self, date: Dated) -> bool:
        lower = self.lower
        before = date.first - 1
        while before >= self.first and before not in self.numbers:
            word = lower[before]
            if word in BEFORE_BASE:
                # "over the past year" is a stretch, "over the first quarter" a comparison.
                return not (word == "over" and lower[date.first] in STRETCHES)
            if word in ("to", "with") and before > self.first and lower[before - 1] in COMPARED:
                return True
            if word == "on" and date.basis == "explicit" and date.first - before <= 2:
                return length_in_months((date.start_on, date.end_on)) == 12
            if word not in DATE_FILLERS or date.first - before > 6:
                break
            before -= 1
        return date.basis in ("comparison", "same")

    def _in_since_clause(self, date: Dated) -> bool:
        """Whether "since" opens the clause of a date: "since its launch in May 2012"."""
        for index in range(date.first - 1, max(self.first, date.first - SINCE_REACH) - 1, -1):
            if index in self.numbers or self.lower[index] in BREAKS:
                return False
            if self.lower[index] == "since":
                # "The least since May, it said on Thursday": that since has a date of its own.
                return index not in self.starts
        return False

    def _is_of_event(self, date: Dated) -> bool:
        """Whether a year belongs to an event's name: "its 2003 collapse"."""
        if date.last - date.first != 1 or date.basis != "explicit" or date.last >= self.last:
            return False
        after, before = self.lower[date.last], self.lower[date.first - 1] if date.first > self.first else ""
        if before not in ("'s", "the", "a", "its", "their", "his", "her", "'", "’") or not after.isalpha():
            return False
        if before == "the" and date.first - 2 >= self.first and self.lower[date.first - 2] in AT_EVENTS:
            # "Figures for the 2001 election": when it was; "after the 2001 collapse" is before.
            return False
        return self.document.words[date.last].islower() and after not in FIGURE_NOUNS

    def _is_said(self, date: Dated) -> bool:
        """Whether a date follows the verb of saying that it belongs to: "announced last month that"."""
        lower, index = self.lower, date.first - 1
        if date.basis not in ("published", "explicit", "unanchored", "fiscal"):
            return False
        while index > self.first and lower[index] in SAID_FILLERS:
            index -= 1
        if index < self.first or lower[index] not in SAID:
            return False
        if lower[index] == "reported" and length_in_months((date.start_on, date.end_on)) == 12:
            # "The 900 leaks reported in 2007" are of 2007.
            return False
        after = lower[date.last] if date.last < self.last else ""
        if lower[date.first - 1] == "the" and after.isalpha() and after not in ("that", "it", "its"):
            # "Said the 2014 harvest is in"
            return False
        if index == date.first - 1:
            # "Reported first-quarter sales": without a preposition only what stands alone says when.
            return after in (
                ".",
                ",",
                "",
                "that",
                "it",
                "its",
                "he",
                "she",
                "they",
                "a",
                "the",
                "plans",
            ) and (length_in_months((date.start_on, date.end_on)) not in (3, 6, 9))
        return True

    def _is_news(self, date: Dated) -> bool:
        """Whether a day only says when something was said."""
        return not REPORTING.isdisjoint(
            self.lower[max(self.first, date.first - 14) : min(self.last, date.last + 9)]
        )

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

    def _is_twin(self, one: Draft, other: Draft) -> bool:
        """Whether a figure says the one before it in other terms: "$80 million, or 12 cents"."""
        between = self.lower[one.last : other.first]
        return len(between) < 6 and "or" in between

    def _is_old(self, draft: Draft) -> bool:
        lower = self.lower
        for index in range(draft.first - 1, max(self.first, draft.first - 7) - 1, -1):
            word = lower[index]
            if index in self.numbers:
                return False
            if word in BEFORE_OLD:
                return word in ("vs", "versus") or self._is_change(draft, index)
            if word == "after" and all(self.lower[i] in HEDGES for i in range(index + 1, draft.first)):
                return True
            if word in ("with", "to") and index > self.first and lower[index - 1] in COMPARED:
                return True
            if word not in FILLERS:
                return False
        return False

    def _is_then(self, draft: Draft, compared: list[Dated]) -> bool:
        """Whether a comparison's date makes a value the earlier one: "the previous quarter's 8 million"."""
        at = bisect_left(compared, draft.first, key=lambda date: date.first)
        before = compared[at - 1] if at else None
        if before is not None and before.basis == "comparison" and self._is_possessor(before, draft):
            return True
        return self._is_exceeded(draft)

    def _is_exceeded(self, draft: Draft) -> bool:
        """Whether another value is more than this earlier one: "wider than the 16 percent a year earlier"."""
        before = self.lower[max(self.first, draft.first - 4) : draft.first]
        if "than" not in before:
            return False
        following = self._next_date(draft)
        return following is not None and following.basis in ("comparison", "same")

    def _next_date(self, draft: Draft) -> Dated | None:
        at = bisect_left(self.firsts, draft.last)
        return self.dates[at] if at < len(self.dates) and self.firsts[at] - draft.last < 8 else None

    def _is_change(self, draft: Draft, index: int) -> bool:
        """Whether "from" or "against" at `index` is part of a change or comparison of values.

        "From 8 percent" is after a rise, or after another value of the same kind; collecting money from 300
        clients compares nothing.
        """
        lower = self.lower
        for step in range(index - 1, max(self.first, index - CHANGE_REACH) - 1, -1):
            word = lower[step]
            if word in CHANGES or word in PARTICLES:
                return True
            if word == ";":
                break
        at = bisect_left(self.drafts, draft.first, key=lambda other: other.first)
        return any(
            index - other.last < SHORT
            and (other.kind == "growth" or (other.kind == draft.kind and _is_alike(other.unit, draft.unit)))
            for other in self.drafts[max(0, at - 3) : at]
        )

    def is_joined(self, first: int, last: int) -> bool:
        """Whether a new verb is joined on between two tokens: "cut jobs by 2026 and expects"."""
        lower = self.lower
        return any(
            lower[index] in ("and", "but", ",")
            and index + 1 < last
            and (lower[index + 1] in VERBS or lower[index + 1].endswith("ed"))
            for index in range(first, last)
        )

    def is_aside(self, date: Dated, draft: Draft) -> bool:
        """Whether a date before `draft` stands in a clause that a comma has closed: "founded in 1923, it"."""
        lower = self.lower
        if draft.first - date.last > REACH:
            return True
        if "," not in lower[date.last : draft.first]:
            # "The plan that began in 2006 to give 90 percent"
            return not RELATIVES.isdisjoint(lower[max(self.first, date.first - 4) : date.first])
        for index in range(date.first - 1, max(self.first, date.first - REACH) - 1, -1):
            if lower[index] == "," or index in self.break_set:
                return False
            if lower[index] in ASIDES:
                return True
        return False

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
            if index in self.numbers or index in self.break_set or self.lower[index] in SUBORDINATE_TIMES:
                return None
            if self.lower[index] in FUTURE_VERBS and self.lower[index - 1] in JOINERS:
                return None
        if self.owner.get(date.first, draft.first) != draft.first or self._opens_next(date):
            return None
        return date

    def _opens_next(self, date: Dated) -> bool:
        """Whether a date begins what is joined on: "rose 7 percent and in June 3 percent"."""
        before = date.first - 1
        while before > self.first and self.lower[before] in BEFORE_DATE:
            before -= 1
        if before < self.first or self.lower[before] not in JOINERS:
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
                if index in self.break_set or word in SUBORDINATE or word in WARNINGS:
                    return None
            return None if self._opens_next(date) else date
        return None

    def preceding(self, draft: Draft) -> Dated | None:
        """Return the nearest date before `draft` that governs what follows it."""
        at = bisect_left(self.firsts, draft.first)
        before = self.dates[max(0, at - NEIGHBOURS) : at]
        for date in before:
            if self._is_possessor(date, draft) or self.owner.get(date.first) == draft.first:
                return date
        for date in reversed(before):
            role = self.roles[date.first]
            governs = role in ("main", "back") and date.first not in self.owner
            if governs or (role == "base" and self._opens_clause(date)):
                return (
                    None if self._is_subordinate(max(date.last, draft.first - REACH), draft.first) else date
                )
        return None

    def _is_subordinate(self, first: int, last: int) -> bool:
        """Whether "after" or "before" opens a clause between two tokens: not "after a long summer"."""
        for index in range(first, last):
            if self.lower[index] in SUBORDINATE_TIMES:
                after = self.lower[index + 1 : last]
                if not after or any(is_verb(word) or word.endswith("ing") for word in after):
                    return True
        return False

    def _is_possessor(self, date: Dated, draft: Draft) -> bool:
        """Whether a date stands right before a figure: "2012's 640"."""
        if (date.start_on is None and date.basis != "comparison") or not 0 <= draft.first - date.last <= 4:
            return False
        if draft.first == date.last:
            return True
        between = self.lower[date.last : draft.first]
        if date.basis == "comparison":
            # "A year-earlier loss of 9", "the year-ago profit was 9"
            return all(word in FILLERS or word in ("'s", "’s", "was", "were") for word in between)
        return between[0] == "'s" and all(word in FILLERS for word in between[1:])

    def _opens_clause(self, date: Dated) -> bool:
        """Whether what follows is about the date itself: "compared with 2012, when ..."."""
        index = date.last
        if index < self.last and self.lower[index] == ",":
            index += 1
        return index < self.last and self.lower[index] == "when" and date.start_on is not None

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
                    if not word.endswith("ed") or len(word) < 5:
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
        """Whether "expected" only measures what came: "a better-than-expected rise"."""
        return self.lower[index - 1] in ("-", "than", "as") and self.lower[index] in FORESEEN

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


def _is_alike(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
