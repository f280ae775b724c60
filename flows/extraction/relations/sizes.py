"""Numbers that only say how big something else is: "the 151-member parliament", "fourth of ten", "170 fewer".

Such a size names its thing and tells nothing new: nobody goes up from it, is ahead of it or counts it among
the parts of a total. It can be the whole that parts are of, and what a share is a share of.
"""

from typing import Final

from flows.extraction.figure import Draft, Relation, end_with_noun
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.relations.shapes import Shape
from flows.extraction.text.document import Document

_COUNTED: Final = frozenset(("count", "measure", "money"))
_AND: Final = frozenset(("and", "or", "to"))
# What a size can be: all there is, or what is said in another unit.
_WHOLE: Final = frozenset(("total", "base", "quantity", "amount", "from", "to", "count"))
_LEVEL: Final = frozenset(("new", "old", "base", "quantity", "total"))
_MORE: Final = frozenset("more fewer less higher lower".split())
_ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last".split()
)


def is_size(document: Document, draft: Draft) -> bool:
    """Whether a number is a size in a compound before a noun, or how many a rank is out of."""
    if draft.kind not in _COUNTED:
        return False
    return _is_in_compound(document, draft) or _is_field(document, draft)


def _is_in_compound(document: Document, draft: Draft) -> bool:
    words, behind = document.words, draft.last
    if draft.kind == "measure":
        # "a 12-mile stretch": number, hyphen and unit are the figure; "12 kilowatt-hours" is none.
        hyphen = draft.first + 1
        return (
            hyphen < behind and words[hyphen] == "-" and document.joined(hyphen) and _goes_on(words, behind)
        )
    if _is_first_of_compounds(document, behind):
        return True
    return (
        behind + 2 < len(words)
        and words[behind] == "-"
        and document.joined(behind)
        and document.joined(behind + 1)
        and words[behind + 1].islower()
        and _goes_on(words, behind + 2)
    )


def _is_first_of_compounds(document: Document, behind: int) -> bool:
    """Whether what a number is a size of follows another one: "two- and three-bedroom flats"."""
    words = document.words
    return (
        behind + 4 < len(words)
        and words[behind] == words[behind + 3] == "-"
        and document.joined(behind)
        and not document.joined(behind + 1)
        and words[behind + 1] in _AND
        and document.joined(behind + 3)
        and document.joined(behind + 4)
        and words[behind + 4].islower()
    )


def _goes_on(words: list[str], token: int) -> bool:
    """Whether a word follows that the compound can belong to."""
    return token < len(words) and words[token][:1].isalpha()


def _is_field(document: Document, draft: Draft) -> bool:
    """Whether a number is all that were ranked: "fourth of ten", "third out of 12"."""
    before = document.lower[max(0, draft.first - 3) : draft.first]
    if before[-1:] != ["of"] or draft.kind != "count":
        return False
    rank = before[-3:-2] if before[-2:-1] == ["out"] else before[-2:-1]
    return bool(rank) and (
        rank[0] in _ORDINALS or (rank[0][:-2].isdigit() and rank[0][-2:] in ("st", "nd", "rd", "th"))
    )


def is_difference(document: Document, draft: Draft) -> bool:
    """Whether a number says how many more or fewer there are: "170 fewer than a year before"."""
    end = end_with_noun(draft)
    return document.lower[end : end + 1] != [] and (
        document.lower[end] in _MORE and document.lower[end + 1 : end + 2] == ["than"]
    )


def is_more(document: Document, draft: Draft) -> bool:
    """Whether a number is told with "more" or "fewer" right behind it: "6,500 fewer trees than"."""
    return not _MORE.isdisjoint(document.lower[draft.last : draft.last + 1])


def without_sizes(document: Document, shape: Shape) -> Shape:
    """Return a sentence in which sizes are words: none is a level that others move from."""
    sizes = [at for at in shape.figures if shape.classes[at] == "L" and is_size(document, shape.draft(at))]
    if not sizes:
        return shape
    classes, drafts = list(shape.classes), list(shape.drafts)
    for at in sizes:
        classes[at], drafts[at] = "w", None
    figures = [at for at in shape.figures if at not in sizes]
    return Shape(shape.sentence, "".join(classes), shape.tokens, drafts, figures)


def without_sized(document: Document, found: list[Relation]) -> list[Relation]:
    """Return the relations but those with a size as part, level or rival, or with a difference as level."""
    return [
        relation
        for relation in found
        if relation.rule.startswith(IMPLIED)
        or relation.rule == "difference"  # "a 412-vote majority"
        or not any(
            member.draft is not None
            and (
                (member.role not in _WHOLE and is_size(document, member.draft))
                or (member.role in _LEVEL and is_difference(document, member.draft))
            )
            for member in relation.members
        )
    ]
