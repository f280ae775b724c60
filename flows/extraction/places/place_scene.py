"""What the places around one figure are: the places of its sentence, its clause, and what stands near it."""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.places.place_mentions import Group
from flows.extraction.places.place_of_trade import Trade
from flows.extraction.places.place_words import LOCATIVES, MOVED_BY, PRIVATE, STOCKS
from flows.extraction.text.document import Document
from flows.extraction.text.indices import statistical_indices
from flows.extraction.text.period_words import REPORTING

# Places and tokens beyond which nothing is looked for, so that a sentence without an end stays linear.
NEIGHBOURS: Final = 12
REACH: Final = 120
NEAR: Final = 20
REASONS: Final = MOVED_BY | {"as", "after", "because", "while", "when"}


class Given:
    """A place for a figure: the words that name it, the rule that chose it, and how sure it is."""

    def __init__(self, group: Group, rule: str, confidence: float) -> None:
        self.group = group
        self.rule = rule
        self.confidence = confidence


class SentencePlaces:
    """The places of one sentence ``[first, last)``, with the tokens of its numbers and its clauses' ends.

    `told` is the place named last before it, `told_of_type` the last country, the last state and so on;
    `words` are its words, None where it is too long to look at whole; `has_company` whether it names one,
    `has_firm` one that is no body, `has_money` whether it states an amount; `traded_at` where its quotes
    are of.
    """

    def __init__(
        self,
        document: Document,
        first: int,
        last: int,
        groups: list[Group],
        told: Group | None,
        told_of_type: dict[str, Group],
        numbers: set[int],
        breaks: list[int],
        words: frozenset[str] | None,
        has_company: bool,
        has_firm: bool,
        has_money: bool,
        traded_at: Trade | None,
    ) -> None:
        self.document = document
        self.first = first
        self.last = last
        self.groups = groups
        self.told = told
        self.told_of_type = told_of_type
        self.numbers = numbers
        self.breaks = breaks
        self.words = words
        self.has_company = has_company
        self.has_firm = has_firm
        self.has_money = has_money
        self.traded_at = traded_at

    def near(self, draft: Draft) -> list[str]:
        """Return the words of the sentence around `draft`, but for a share of a market and a price index."""
        begin, end = max(self.first, draft.first - NEAR), min(self.last, draft.last + NEAR // 2)
        lower = self.document.lower
        return [
            word
            for index, word in enumerate(lower[begin:end], begin)
            if not (
                word == "share" and (lower[index - 1] == "market" or lower[index + 1 : index + 2] == ["of"])
            )
            and not (word == "index" and index in statistical_indices(self.document))
        ]

    def is_private(self, draft: Draft) -> bool:
        """Whether a figure is what a company earns or owns, which is of no place.

        What a country's own body earns is of the country, but its shares are traded as others are.
        """
        if not self.has_company:
            return False
        return not (PRIVATE if self.has_firm else STOCKS).isdisjoint(self.near(draft))


class Scene:
    """A figure among the places of its sentence.

    Attributes:
        before, after, within: places before, behind and in its words, in text order.
        begin, end: its clause.
        clear: where another figure, a comma or who said it ends what stands right behind it.
    """

    def __init__(
        self,
        sentence: SentencePlaces,
        draft: Draft,
        lower: list[str],
        before: list[Group],
        after: list[Group],
        within: list[Group],
        begin: int,
        end: int,
        clear: int,
    ) -> None:
        self.sentence = sentence
        self.draft = draft
        self.lower = lower
        self.before = before
        self.after = after
        self.within = within
        self.begin = begin
        self.end = end
        self.clear = clear

    def in_clause(self) -> list[Group]:
        """Return the places before the figure in its clause."""
        return [group for group in self.before if group.first >= self.begin]

    def is_reason(self, group: Group) -> bool:
        """Whether a place behind the figure is of what moved it: "rose 5% as demand in Norway grew"."""
        return not REASONS.isdisjoint(self.lower[self.draft.last : group.first])

    def is_told(self, first: int, last: int) -> bool:
        """Whether words tell who said something: a place behind them is another matter's."""
        return not REPORTING.isdisjoint(self.lower[first:last])


def scene_of(sentence: SentencePlaces, draft: Draft) -> Scene:
    """Return what stands around `draft`."""
    lower, first, last = sentence.document.lower, sentence.first, sentence.last
    at = bisect_left(sentence.groups, draft.first, key=lambda group: group.first)
    nearby = sentence.groups[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    after_break = bisect_left(sentence.breaks, draft.last)
    end = sentence.breaks[after_break] if after_break < len(sentence.breaks) else last
    before_break = bisect_left(sentence.breaks, draft.first)
    begin = sentence.breaks[before_break - 1] + 1 if before_break else first
    clear = draft.last
    while clear < min(end, draft.last + REACH) and clear not in sentence.numbers:
        word = lower[clear]
        if (word in REPORTING and clear > draft.last) or (
            word == "," and clear + 1 < last and lower[clear + 1] not in LOCATIVES
        ):
            break
        clear += 1
    return Scene(
        sentence,
        draft,
        lower,
        [group for group in nearby if group.last <= draft.first],
        [group for group in nearby if group.first >= draft.last],
        [group for group in nearby if draft.first <= group.first and group.last <= draft.last],
        begin,
        end,
        clear,
    )
