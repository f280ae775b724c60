"""Relations of a text as a test looks at them: quotes by role."""

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()


def relations_of(text, kind):
    """Return the relations of `kind` as quotes by role, with the key ``complete`` for breakdowns."""
    rows = extract(text, REFERENCE, title=None, published="2024-03-15")
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    found = []
    for link in rows["links"]:
        if link["kind"] == kind:
            roles = {}
            for member in link["members"]:
                roles.setdefault(member["role"], []).append(quotes[member["figure_id"]])
            found.append(roles)
    for breakdown in rows["breakdowns"]:
        if breakdown["kind"] == kind:
            parts = [quotes.get(part["figure_id"], part["item"]) for part in breakdown["parts"]]
            found.append(
                {
                    "total": quotes.get(breakdown["total_figure_id"]),
                    "part": parts,
                    "complete": breakdown["is_complete"],
                }
            )
    return found


def said_orders(text, title=None, published=None):
    """Return what the words of a text place above what, as quotes, without what is only implied."""
    rows = extract(text, REFERENCE, title=title, published=published)
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    return {
        tuple(quotes[m["figure_id"]] for m in sorted(link["members"], key=lambda m: m["role"]))
        for link in rows["links"]
        if link["kind"] == "order" and not link["rule"].startswith("implied_")
    }
