"""A share that its base does not make, with another level nearby that would: what the writer may have meant.

"Shops and stalls made up 90% of book sales, with 97,000 and 129,000": of 230,000 books it is 98%, of the
250,000 books and papers said before it is 90%. That it makes the share to its last digit is the evidence.
"""

from bisect import bisect_left
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, first_of, related
from flows.extraction.implied.series import measure_of, size
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED

_NEAR: Final = 2  # sentences between a share and the other base
_AROUND: Final = 20  # figures on each side of the share
_HALF: Final = Decimal("0.5")
_HUNDRED: Final = Decimal(100)


def find_other_bases(reading: Reading, known: list[Relation]) -> list[Relation]:
    """Return shares that do not hold on their base, with the one level of its metric near that makes them."""
    found: list[Relation] = []
    for relation in known:
        if relation.kind != "share":
            continue
        roles: dict[str, list[Draft]] = {}
        for member in relation.members:
            if member.draft is not None:
                roles.setdefault(member.role, []).append(member.draft)
        parts, bases = roles.get("part", []), roles.get("base", [])
        share = roles["share"][0] if "share" in roles else None
        if share is None or not parts or not bases or _makes(share, parts, bases[0]):
            continue
        index = bisect_left(reading.drafts, share.first, key=first_of)
        others = [
            draft
            for draft in reading.drafts[max(0, index - _AROUND) : index + _AROUND]
            if abs(draft.sentence - share.sentence) <= _NEAR
            and draft not in parts
            and draft.metric_code is not None
            and draft.metric_code == bases[0].metric_code
            and measure_of(draft) == measure_of(bases[0])
            and _makes(share, parts, draft)
        ]
        if len(others) == 1:
            members = [Member("share", share), Member("base", others[0]), *(Member("part", p) for p in parts)]
            found.append(related("share", IMPLIED + "other_base", *members, told_by=share))
    return found


def _makes(share: Draft, parts: list[Draft], base: Draft) -> bool:
    """Whether parts of a base are as large a share of it as is said, to the last digit of the share."""
    value = size(share)
    if value is None or not base.value:
        return False
    amount = sum((part.value for part in parts if part.value is not None), Decimal(0))
    return abs(_HUNDRED * amount / base.value - value) <= share.granule * _HALF
