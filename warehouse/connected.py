"""Relations that share figures, held together: each may hold alone, and all of them not.

A component is a set of relations of which each shares a figure with another. Its figures are unknowns between
their bounds, its relations rows of a linear programme; a share or growth is the range of a weight. Where no
values fit, first on what the words commit to and then on what a reader takes from them, an irreducible part
of the component is the finding: every figure and relation of it is needed for the conflict, and none of them
is more to blame than another by that alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import duckdb

from warehouse.check_files import Check, sql_text
from warehouse.check_scope import WORTH_PLANNING, parsed, row_count
from warehouse.found import Found
from warehouse.intervals import Interval, add, divide
from warehouse.linear import ANY, Row, is_feasible, room_for

# Larger components are lists that were read as one another's parts.
RELATIONS_AT_MOST = 40
LEVELS = (("contradiction", "s"), ("tension", "p"))

RELATIONS_EXCLUDE_EACH_OTHER = Check(
    name="relations_exclude_each_other",
    severity="error",
    relation="",
    reach="article",
    description=(
        "Fails when relations of one article that share figures cannot hold together, though each can alone. "
        "Why: a total that its parts just leave room for may leave none for the share that is said of it. "
        "Not: a relation that cannot hold by itself (the check of that relation), parts that are not stated, "
        "shares of a base that is not stated."
    ),
    query="",
)


@dataclass(frozen=True, slots=True)
class Member:
    """A figure in a relation; bounds in base units, by level."""

    figure_id: str
    role: str
    bounds: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that can be held against the bounds of its figures."""

    relation_id: str
    kind: str
    members: tuple[Member, ...]

    def of(self, role: str) -> list[Member]:
        """Return the members of a role."""
        return [member for member in self.members if member.role == role]

    def ids(self) -> set[str]:
        """Return the ids of its figures."""
        return {one.figure_id for one in self.members}

    def unknowns(self) -> dict[str, Mapping[str, Interval]]:
        """Return the bounds of its figures that are values; a share or growth is a weight."""
        return {one.figure_id: one.bounds for one in self.members if one.role not in ("share", "growth")}

    def rows(self, level: str) -> list[Row]:
        """Return the relation as rows of a programme."""
        weights = {one.figure_id: 1.0 for one in self.members if one.role in ("part", "new", "greater")}
        match self.kind:
            case "sum" | "sum at most":
                (total,) = self.of("total")
                within = Interval(0.0 if self.kind == "sum" else -inf, 0.0)
                return [Row({**weights, total.figure_id: -1.0}, within)]
            case "share" | "growth":
                (stated,), (base,) = self.of(self.kind), self.of("base" if self.kind == "share" else "old")
                shift = 1.0 if self.kind == "growth" else 0.0
                low, high = (end + shift for end in stated.bounds[level])
                least = [Row({**weights, base.figure_id: -low}, Interval(0.0, inf))] if low > -inf else []
                most = [Row({**weights, base.figure_id: -high}, Interval(-inf, 0.0))] if high < inf else []
                return [*least, *most]
        (lesser,) = self.of("lesser")
        return [Row({**weights, lesser.figure_id: -1.0}, Interval(0.0, inf))]


SHARED = """
select 1
from (select relation_id, unnest(figure_ids) as figure_id from relation_roles)
group by figure_id
having min(relation_id) <> max(relation_id)
limit 1
"""


def components(connection: duckdb.DuckDBPyConnection) -> list[list[Relation]]:
    """Return the sets of relations that share figures."""
    # Of few often none does; to ask for that alone takes a fifth as long as to plan the rest.
    is_few = row_count(connection, "relation_roles") <= WORTH_PLANNING
    if is_few and not connection.execute(parsed(connection, SHARED)[0]).fetchall():
        return []
    members: dict[tuple[str, str], list[Member]] = {}
    for relation_id, kind, role, figure_id, *ends in connection.execute(
        sql_text("connected_relations.sql")
    ).fetchall():
        bounds = {"s": Interval(*ends[:2]), "p": Interval(*ends[2:])}
        members.setdefault((relation_id, kind), []).append(Member(figure_id, role, bounds))
    relations = [Relation(key, kind, tuple(each)) for (key, kind), each in members.items()]
    return [each for each in _connected(relations) if len(each) <= RELATIONS_AT_MOST]


def relations_exclude_each_other(connected: Iterable[Sequence[Relation]]) -> list[Found]:
    """Return a finding for each component that no values fit, while each of its relations can hold alone."""
    found = (_judge(component) for component in connected)
    return sorted((one for one in found if one is not None), key=lambda one: one.finding_id)


def _connected(relations: Iterable[Relation]) -> list[list[Relation]]:
    groups: list[tuple[set[str], list[Relation]]] = []
    for relation in relations:
        ids, each = relation.ids(), [relation]
        apart = []
        for group in groups:
            if group[0] & ids:
                ids, each = ids | group[0], [*group[1], *each]
            else:
                apart.append(group)
        groups = [*apart, (ids, each)]
    return [each for _, each in groups]


def still_fits(component: Sequence[Relation], figure_id: str, level: str) -> bool:
    """Whether a component can hold together once a figure of it may be anything."""
    # A share or growth that may be anything ties nothing together.
    left = [one for one in component if figure_id in one.unknowns() or figure_id not in one.ids()]
    limits = {key: ends for key, ends in _limits(left, level).items() if key != figure_id}
    return is_feasible(_rows(left, level), limits)


def _judge(component: Sequence[Relation]) -> Found | None:
    for certainty, level in LEVELS:
        if _holds(component, level):
            continue
        # What cannot hold by itself is another check's finding.
        able = [one for one in component if _holds([one], level)]
        if not _holds(able, level):
            return _found(*_irreducible(able, level), certainty, level)
    return None


def _holds(relations: Sequence[Relation], level: str) -> bool:
    return is_feasible(_rows(relations, level), _limits(relations, level))


def _rows(relations: Iterable[Relation], level: str) -> list[Row]:
    return [row for relation in relations for row in relation.rows(level)]


def _limits(relations: Iterable[Relation], level: str) -> dict[str, Interval]:
    return {key: bounds[level] for one in relations for key, bounds in one.unknowns().items()}


def _irreducible(relations: Sequence[Relation], level: str) -> tuple[list[Relation], dict[str, Interval]]:
    """Return relations and bounds of which none can be left out without the rest having a solution."""
    limits = _limits(relations, level)
    kept = _thinned(relations, lambda rest: not is_feasible(_rows(rest, level), limits))
    rows = _rows(kept, level)
    names = sorted({name for row in rows for name in row.weights})
    needed = _thinned(names, lambda rest: not is_feasible(rows, {name: limits[name] for name in rest}))
    return kept, {name: limits[name] for name in needed}


def _thinned(items: Sequence, still_fails: Callable[[list], bool]) -> list:  # type: ignore[type-arg]
    kept = list(items)
    for item in items:
        rest = [one for one in kept if one is not item]
        if still_fails(rest):
            kept = rest
    return kept


def _found(
    relations: Sequence[Relation], limits: Mapping[str, Interval], certainty: str, level: str
) -> Found:
    rows = _rows(relations, level)
    figures: dict[str, str] = {}
    required: dict[str, Interval] = {}
    for relation in relations:
        for member in relation.members:
            is_weight = member.role in ("share", "growth")
            if not is_weight and member.figure_id not in limits:
                continue
            figures.setdefault(member.figure_id, member.role)
            others = [other for other in relations if not is_weight or other is not relation]
            needed = (
                _room_for_weight(relation, _rows(others, level), limits)
                if is_weight
                else room_for(member.figure_id, rows, limits)
            )
            if needed is not None:
                required[member.figure_id] = needed
    return Found(
        RELATIONS_EXCLUDE_EACH_OTHER,
        certainty,
        f"{len(relations)} relations of {len(figures)} figures each hold alone and cannot hold together",
        " and ".join(_KIND_WORDS[one.kind] for one in relations),
        None,
        None,
        None,
        None,
        None,
        tuple(sorted(figures.items())),
        required=required,
    )


_KIND_WORDS = {
    "sum": "total = parts",
    "sum at most": "total >= parts",
    "share": "part = share x base",
    "growth": "new = old x (1 + growth)",
    "order": "greater >= lesser",
}


def _room_for_weight(
    relation: Relation, rows: Sequence[Row], limits: Mapping[str, Interval]
) -> Interval | None:
    """Return where a share or growth would have to lie: the quotient of what the others leave its sides."""
    upper = relation.of("part") or relation.of("new")
    (lower,) = relation.of("base") or relation.of("old")
    sides = [
        room_for(one.figure_id, rows, limits)
        if any(one.figure_id in row.weights for row in rows)
        else limits.get(one.figure_id, ANY)
        for one in (*upper, lower)
    ]
    known = [side for side in sides if side is not None]
    if len(known) < len(sides):
        return None
    ratio = divide(add(known[:-1]), known[-1])
    return ratio if relation.kind == "share" else Interval(ratio.low - 1, ratio.high - 1)
