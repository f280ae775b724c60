"""Given the right figures: every contradiction of many articles found, nothing consistent reported."""

import re

import pytest
from annotated import SHARED, load, read_lines, relate

GOLD = SHARED / "gold" / "articles"
TERM = r"\w+_\d+"
SUM = re.compile(rf"{TERM}( ?\+ ?{TERM})*")
GROWTH = re.compile(rf"100\*\(({TERM})/({TERM})-1\)")
SHARE = re.compile(rf"(?:100\*)?({TERM})/({TERM})")
RATE = re.compile(rf"({TERM})\*({TERM})/({TERM})")

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="development data is absent")


def declared(relation):
    """Return (kind, members, is_complete) of the relations that one check can hold against the text."""
    formula, stated, kind = relation["formula"], relation["stated"], relation["type"]
    names = [name.replace("_", "-") for name in re.findall(TERM, formula)]
    if stated is None or stated in names:
        return []
    if kind == "sum_of_parts" and SUM.fullmatch(formula):
        return [("sum", [("total", stated), *(("part", name) for name in names)], True)]
    if kind == "part_not_above_total" and SUM.fullmatch(formula):
        return [("sum", [("total", stated), *(("part", name) for name in names)], False)]
    if kind == "ordering" and SUM.fullmatch(formula) and len(names) == 1:
        return [("order", [("greater", stated), ("lesser", names[0])], True)]
    if match := GROWTH.fullmatch(formula):
        new, old = (one.replace("_", "-") for one in match.groups())
        return [("growth", [("growth", stated), ("new", new), ("old", old)], True)]
    if kind == "share_of_total" and (match := SHARE.fullmatch(formula)):
        part, base = (one.replace("_", "-") for one in match.groups())
        return [("share", [("share", stated), ("part", part), ("base", base)], True)]
    if kind == "ratio" and (match := RATE.fullmatch(formula)):
        one, other, base = (one.replace("_", "-") for one in match.groups())
        pairs = [("conversion", [("from", one), ("to", stated)], True)]
        return [*pairs, ("conversion", [("from", base), ("to", other)], True)]
    if kind == "ratio" and formula.endswith("*1.609344"):
        return [("conversion", [("from", names[0]), ("to", stated)], True)]
    return []


def test_all_contradictions_are_found_and_nothing_consistent_is_reported(warehouse):
    relations = read_lines(GOLD / "relations.jsonl")
    wanted = {name for relation in relations for name in relation["figures"]}
    rows = [row for row in read_lines(GOLD / "gold.jsonl") if row["id"] in wanted]
    ids = load(warehouse, rows, {})
    done, covered, verdicts = set(), [], {}
    for relation in relations:
        for kind, members, is_complete in declared(relation):
            key = (kind, tuple(members))
            if key not in done:
                done.add(key)
                figures = [(role, ids[name]) for role, name in members]
                relate(warehouse, kind, relation["article"], figures, is_complete=is_complete)
            covered.append(relation["id"])
            verdicts.setdefault(frozenset(name for _, name in members), relation["verdict"])
    names = {figure_id: name for name, figure_id in ids.items()}
    warehouse.check()
    found = warehouse.connection.execute(
        """
        select check_name, certainty, list(figure_id)
        from finding_figures inner join findings using (finding_id)
        where severity = 'error' and role not like 'also %' group by finding_id, check_name, certainty
        """
    ).fetchall()
    judged = [
        (verdicts.get(frozenset(names[one] for one in figures), "unknown"), check, certainty,
         sorted(names[one] for one in figures))
        for check, certainty, figures in found
    ]  # fmt: skip
    print(len(covered), "relations")
    for one in sorted(judged):
        print(one)
    assert [one for one in judged if one[0] in ("consistent", "unknown")] == []
    missed = [
        sorted(figures)
        for figures, verdict in verdicts.items()
        if verdict == "contradiction"
        and sorted(figures) not in [one[3] for one in judged if one[2] == verdict]
    ]
    assert missed == []
    assert sum(verdict == "contradiction" for verdict in verdicts.values()) == 3
