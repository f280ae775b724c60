"""One status for what hangs together: "20 million will go to roads, 18 to schools and 12 to parks"."""

from typing import Final

from flows.extraction.figure import Because, Relation, by_role, start_of

_LISTS: Final = frozenset(
    (
        "the_others",
        "totals",
        "of_which",
        "of_these",
        "of_the_first",
        "totalling",
        "listed",
        "including",
        "bare_list",
        "made_up_of",
        "joint_total",
        "composed",
        "brought_to",
        "closed_run",
    )
)
_CLOSED: Final = frozenset(("the_others", "totals", "brought_to", "closed_run"))
_CLAIMS: Final = frozenset(
    ("difference", "dated_difference", "the_others", "what_remains", "rest_of_hundred")
)
_OF_IT: Final = frozenset(
    ("of_which", "of_these", "of_the_first", "the_others", "joint_total", "composed", "closed_run")
)


def share_status(relations: list[Relation]) -> None:
    """Make all parts of a list forecasts where one is: the verb is said once, with the first or the last.

    Those who will share an amount are there already: a quantity is no more planned than its rate and amount.
    """
    for relation in relations:
        if relation.kind == "rate":
            _share_with_rate(relation)
        if relation.rule == "ballots":
            _count_cast(relation)
        if relation.rule == "apposed":
            _share_with_base(relation)
        if relation.rule in _CLAIMS:
            _share_with_claim(relation)
        if relation.kind == "sum" and not any(member.role == "total" for member in relation.members):
            _share_among(relation)
        if relation.rule not in _LISTS:
            continue
        parts = [member.draft for member in relation.members if member.role == "part" and member.draft]
        totals = [member.draft for member in relation.members if member.role == "total" and member.draft]
        if totals and totals[0].status != "reported" and relation.rule in _OF_IT:
            # "They pledged 900 million. Of this, 500 million are grants": those are pledged, too.
            for part in parts:
                if part.status == "reported":
                    part.status = totals[0].status
                    part.why["status"] = Because("as the whole", totals[0].start, totals[0].end)
        planned = [part for part in parts if part.status != "reported"]
        is_closed = relation.rule in _CLOSED
        if not planned or (len({part.sentence for part in parts}) > 1 and not is_closed):
            continue
        for part in parts:
            if part.status == "reported":
                part.status = planned[0].status
                part.why["status"] = Because("as the list", planned[0].start, planned[0].end)


def _count_cast(relation: Relation) -> None:
    """Let votes be cast where one is: "approved by 38 to 31, the minimum required"."""
    votes = [member.draft for member in relation.members if member.role == "part" and member.draft]
    cast = next((vote for vote in votes if vote.status == "reported"), None)
    for vote in votes if cast is not None else ():
        if cast is not None and vote.status != "reported":
            vote.status = "reported"
            vote.why["status"] = Because("as the other votes", cast.start, cast.end)


def _share_among(relation: Relation) -> None:
    """Let all shares of one whole be forecasts where one is: "A would take 51 percent, B is put at 33"."""
    shares = [member.draft for member in relation.members if member.draft is not None]
    planned = next((share for share in shares if share.status != "reported"), None)
    for share in shares if planned is not None else ():
        if planned is not None and share.status == "reported":
            share.status = planned.status
            share.why["status"] = Because("as the set", planned.start, planned.end)


def _share_with_base(relation: Relation) -> None:
    """Let a part of plans be planned: "It will put up 640 homes. A third of these, 213, are to be cheap"."""
    base = next(member.draft for member in relation.members if member.role == "base")
    for member in relation.members:
        draft = member.draft
        if base is not None and draft is not None and draft.status != base.status:
            draft.status = base.status
            draft.why["status"] = Because("as the whole", base.start, base.end)


def _share_with_claim(relation: Relation) -> None:
    """Let what is claimed of plans be planned: "It will spend 96 and take in 91. The deficit of 5 ..."."""
    *told, claim = sorted((m.draft for m in relation.members if m.draft is not None), key=start_of)
    if claim.status == "reported" and all(draft.status != "reported" for draft in told):
        claim.status = told[-1].status
        claim.why["status"] = Because("as what it is claimed of", told[-1].start, told[-1].end)


def _share_with_rate(relation: Relation) -> None:
    roles = by_role(relation)
    quantity, rate, amount = roles.get("quantity"), roles.get("rate"), roles.get("amount")
    if quantity is None or rate is None or amount is None:
        return
    if quantity.status != "reported" and rate.status == amount.status == "reported":
        quantity.status = "reported"
        quantity.why["status"] = Because("as the amount", amount.start, amount.end)
    if relation.rule == "divided" and rate.status != amount.status:
        # "The town owes 86 million. Divided among its 118,000 people that would be 730 each."
        rate.status = amount.status
        rate.why["status"] = Because("as the amount", amount.start, amount.end)
    elif amount.status == "reported" and rate.status == quantity.status != "reported":
        # "It will buy 12 trams at 3 million each. The order is worth 36 million."
        amount.status = rate.status
        amount.why["status"] = Because("as the rate", rate.start, rate.end)
