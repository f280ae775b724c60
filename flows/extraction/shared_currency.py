"""What an amount is in, where it is said once: "900 million dollars: 500 million are grants"."""

from flows.extraction.figure import Relation


def share_currency(relations: list[Relation]) -> None:
    """Let bare parts and former levels of an amount of money be money, and be per what it is per.

    Only what stands in a relation, and counts nothing of its own: "900 million" beside "400 schools" stays.
    """
    for relation in relations:
        of_money = [
            member.draft
            for member in relation.members
            if member.role in ("total", "base", "new", "numerator")
            and member.draft is not None
            and member.draft.kind == "money"
        ]
        if len(of_money) != 1:
            continue
        for member in relation.members:
            draft = member.draft
            bare = draft is not None and draft.kind == "count" and draft.unit is None
            per = draft is not None and (of_money[0].unit or "").startswith(f"{draft.unit} per ")
            if draft is not None and per and member.role == "old":
                draft.unit = of_money[0].unit
            if draft is not None and bare and member.role in ("part", "old", "denominator"):
                draft.kind, draft.unit, draft.unit_code = "money", of_money[0].unit, of_money[0].unit_code
