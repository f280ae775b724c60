"""Growth whose levels a pronoun tells next: "Visits rose by 30%. There were 260, against 200 in May"."""

from typing import Final

from flows.extraction.figure import Draft, Member, Relation
from flows.extraction.likeness import same_level
from flows.extraction.standing import WHOLES, Standing, is_alike_in_status, miss

_PRONOUNS: Final = frozenset("it they that this there he she we".split())
# What sets a former level behind the new one; "from" sets it before.
_AGAINST: Final = frozenset("against after compared from versus".split())
_BEHIND: Final = 4  # tokens from such a word to the former level
_OFF: Final = 0.7  # by how much levels may miss their growth and still be meant


def find_pronoun_growth(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return the only growth of a sentence with the only two levels of the next, if these are of its metric.

    The next sentence begins with a pronoun and sets one level against the other, in the growth's direction.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the growths among them.
        found: the relations so far; growths that are tied are left alone.
    """
    tied = {id(m.draft) for r in found if r.kind == "growth" for m in r.members}
    growths: dict[int, list[Draft]] = {}
    levels: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.kind == "growth":
            growths.setdefault(draft.sentence, []).append(draft)
        elif draft.kind in ("count", "money", "measure"):
            levels.setdefault(draft.sentence, []).append(draft)
    told: list[Relation] = []
    for sentence, alone in growths.items():
        pair, growth = levels.get(sentence + 1, []), alone[0]
        if len(alone) > 1 or len(pair) != 2 or sentence + 1 in growths or id(growth) in tied:
            continue
        first = standing.document.sentences[sentence + 1][0]
        if standing.lower[first] not in _PRONOUNS or growth.unit not in WHOLES:
            continue
        new, old = pair
        if _AGAINST.isdisjoint(standing.lower[max(new.last, old.first - _BEHIND) : old.first]):
            continue
        if _may_be(growth, new, old):
            members = (Member("growth", growth), Member("new", new), Member("old", old))
            told.append(Relation("growth", members, False, growth.start, old.end, "pronoun"))
    return told


def _may_be(growth: Draft, new: Draft, old: Draft) -> bool:
    if growth.metric_code != f"growth_of_{new.metric_code}" or not same_level(new, old):
        return False
    if not is_alike_in_status((new, old)) or not new.value or not old.value or not growth.value:
        return False
    made = (new.value / old.value - 1) * WHOLES[growth.unit or "percent"]
    return made * growth.value > 0 and miss(growth.value, made, growth.granule / 2) <= _OFF
