"""Where something ranks: "the world's No. 2 maker", "the No. 1 Norwegian lender", "No. 3 in Norway"."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.places.place_forms import POSSESSIVES
from flows.extraction.places.place_mentions import Group
from flows.extraction.places.place_scene import Given
from flows.extraction.text.clause_breaks import is_verb
from flows.extraction.text.document import Document
from flows.extraction.text.period_words import BREAKS

# Where a text was written, and who says it.
NO_RANKING: Final = frozenset(("dateline", "body"))
# Tokens behind a rank in which "in Norway" stands: "the No. 2 maker of fishing boats in Norway".
REACH: Final = 9
# Whom it ranks behind, and what else it has with a place.
BARS: Final = frozenset(("behind", "after", "to", "from", "with", "by", "than", "at", ",", "(", "for"))


def place_of_rank(document: Document, groups: list[Group], draft: Draft, last: int) -> Given | None:
    """Return the place among whose things something ranks, None where the words beside a rank tell none.

    Args:
        document: the tokenised article.
        groups: the places of its sentence, those of companies too: "the No. 2 U.S. lender".
        draft: the rank.
        last: where its sentence ends.
    """
    lower = document.lower
    for group in groups:
        if group.form in NO_RANKING:
            continue
        if group.last < draft.first:
            if group.last == draft.first - 1 and lower[group.last] in POSSESSIVES:
                return Given(group, "ranked", 0.9)
        elif group.first >= draft.last:
            if group.first > min(last, draft.last + REACH):
                break
            between = lower[draft.last : group.first]
            if not between:
                return Given(group, "ranked", 0.9)
            if BARS.isdisjoint(between) and BREAKS.isdisjoint(between) and not any(map(is_verb, between)):
                return Given(group, "ranked", 0.8)
            break
    return None
