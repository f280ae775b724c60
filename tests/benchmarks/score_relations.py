"""Score breakdowns and links against annotated relations: ``score_relations.py [--show] [FOLDER ...]``.

A folder holds ``articles.jsonl``, ``gold.jsonl`` and ``relations.jsonl``; without one, the annotated seeds
and articles beside the repository are scored.

Counted are the relations that an article's own words give. Left out: the same figure stated twice, what
takes figures of several articles, levels derived through several steps, and differences. Recall is exact
in figures and roles. The annotation lists arithmetic worth checking, not every relation: a relation found
but not listed counts as right when its arithmetic holds on the stated intervals, and is shown otherwise.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from flows.extraction.rows import extract
from schemas.reference import load_reference

DATA = Path(__file__).resolve().parents[3] / "shared"
Row = dict[str, Any]
Span = tuple[int, int]


def main(data: Path = DATA, show: bool = False) -> None:
    """Print recall by kind and precision for both annotated sets."""
    if not (data / "gold").is_dir():
        print("relations: no annotated data beside the repository: nothing scored")
        return
    score_folder(data / "gold" / "seeds", _seed_texts(data), show)
    score_folder(data / "gold" / "articles", show=show)


def score_folder(folder: Path, texts: list[Row] | None = None, show: bool = False) -> None:
    """Print recall by kind and precision for one folder of annotated articles."""
    reference = load_reference()
    found = {
        article["id"]: relations_of(
            extract(
                article["text"],
                reference,
                title=article.get("title"),
                published=(article.get("published") or "")[:10] or None,
            )
        )
        for article in texts or _lines(folder / "articles.jsonl")
    }
    report(folder.name, found, _lines(folder / "gold.jsonl"), _lines(folder / "relations.jsonl"), show)


def relations_of(row: Row) -> list[Row]:
    """Return the relations of an extracted article as kind, rule and spans by role."""
    figures = {figure["figure_id"]: figure for figure in row["figures"]}
    found = []
    for link in row["links"]:
        members = [(member["role"], figures[member["figure_id"]]) for member in link["members"]]
        found.append({"kind": link["kind"], "rule": link["rule"], "members": members, "is_complete": False})
    for breakdown in row["breakdowns"]:
        members = [("part", figures[p["figure_id"]]) for p in breakdown["parts"] if p["figure_id"]]
        if breakdown["total_figure_id"]:
            members.append(("total", figures[breakdown["total_figure_id"]]))
        found.append(
            {
                "kind": breakdown["kind"],
                "rule": breakdown["rule"],
                "members": members,
                "is_complete": breakdown["is_complete"],
                "quote": breakdown["quote"],
            }
        )
    return found


def report(
    name: str, found: dict[str, list[Row]], gold: list[Row], relations: list[Row], show: bool = False
) -> None:
    """Print recall by kind, in full and for each half of the articles, and what the found ones amount to."""
    spans = {row["id"]: (row["article"], (row["start"], row["end"])) for row in gold if row["extract"]}
    values = {row["id"]: row.get("value") for row in gold}
    wanted: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    listed: set[tuple[str, int]] = set()
    for relation in relations:
        wish = _wish(relation, spans, values)
        if wish is None:
            continue
        article, kind, figures, roles = wish
        half = _half(article)
        wanted[kind] += 1
        wanted[half] += 1
        matches = [
            number
            for number, candidate in enumerate(found.get(article, ()))
            if _matches(kind, figures, roles, candidate)
        ]
        hit[kind] += bool(matches)
        hit[half] += bool(matches)
        listed.update((article, number) for number in matches)
        if show and not matches:
            print("  missed", kind, relation["id"], relation.get("note") or relation.get("explain"))
    verdicts: Counter[str] = Counter()
    for article in sorted(found):
        for number, candidate in enumerate(found[article]):
            holding = holds(candidate)
            verdict = (
                "listed"
                if (article, number) in listed
                else {True: "holds", False: "fails", None: "open"}[holding]
            )
            verdicts[verdict] += 1
            if show and verdict == "fails":
                print("  fails", article, candidate["kind"], candidate["rule"], _brief(candidate))
    print(f"relations, {name}: " + ", ".join(f"{k} {hit[k]}/{wanted[k]}" for k in sorted(wanted)))
    strong = sum(n for k, n in wanted.items() if k in _STRONG)
    right = verdicts["listed"] + verdicts["holds"]
    computable = right + verdicts["fails"]
    print(
        f"  recall {sum(hit[k] for k in _STRONG) / max(1, strong):.3f} of {strong}; precision of the"
        f" computable {right / max(1, computable):.3f} of {computable} ({dict(sorted(verdicts.items()))})"
    )


_STRONG = ("sum", "growth", "share", "ratio", "order", "enumeration", "words")


def _half(article: str) -> str:
    return "studied half" if article[1:].isdigit() and int(article[1:]) <= 7 else "held-out half"


def _wish(
    relation: Row, spans: dict[str, tuple[str, Span]], values: dict[str, Any]
) -> tuple[str, str, list[Span], dict[str, Span]] | None:
    """Return article, kind, spans and spans by role of an annotated relation that words can give, or None."""
    if "type" not in relation:
        return _seed_wish(relation, spans)
    figures = [figure for figure in relation["figures"] if figure != relation["stated"]]
    if any(figure not in spans for figure in figures):
        return None
    every = [spans[figure][1] for figure in figures]
    roles: dict[str, Span] = {}
    stated = relation["stated"]
    if stated in spans:
        roles["stated"] = spans[stated][1]
    elif stated is not None:
        return None
    kind, formula = relation["type"], relation["formula"]
    if kind == "sum_of_parts" and "-" not in formula and "(" not in formula:
        return relation["article"], "sum", every, roles
    if kind == "growth_vs_levels" and len(figures) == 2:
        return relation["article"], "growth", every, roles
    if kind == "share_of_total" and "1-" not in formula:
        return relation["article"], "share", every, roles
    if kind == "ratio" and len(figures) == 2:
        return relation["article"], "ratio", every, roles
    if kind == "ordering" and len(figures) == 1:
        return relation["article"], "order", every, roles
    if kind == "part_not_above_total":
        return relation["article"], "bound (weak)", every, roles
    return None


def _seed_wish(
    relation: Row, spans: dict[str, tuple[str, Span]]
) -> tuple[str, str, list[Span], dict[str, Span]] | None:
    inside = [spans[figure] for figure in relation["figures"] if figure in spans]
    if relation["kind"] == "enumeration_count":
        return (inside[0][0], "enumeration", [inside[0][1]], {}) if len(inside) == 1 else None
    if relation["kind"] in ("same_fact", "duration", "cumulative_growth", "period_vs_cumulative"):
        return None
    # What one passage states together: at least two figures within a sentence's length of one another.
    article = inside[0][0] if inside else ""
    near = [span for key, span in inside if key == article]
    if len(near) < 2 or max(near)[1] - min(near)[0] > 200:
        tight = sorted(near)[:-1] if len(near) > 3 else []
        tight = [span for span in sorted(near) if any(o != span and abs(o[0] - span[0]) < 100 for o in near)]
        if len(tight) < 2:
            return None
        near = tight
    return article, "words", near, {}


def _matches(kind: str, figures: list[Span], roles: dict[str, Span], candidate: Row) -> bool:
    members = candidate["members"]

    def has(span: Span, *wanted: str) -> bool:
        return any(
            (not wanted or role in wanted) and figure["char_start"] < span[1] and span[0] < figure["char_end"]
            for role, figure in members
        )

    stated = roles.get("stated")
    if kind == "sum" and candidate["kind"] == "growth":
        # "$41.20 less the fall of 30 cents": a level and its change make the other level.
        return has(stated or (0, 0), "new") and all(has(f, "old", "change") for f in figures)
    if kind == "sum":
        parts = sum(role == "part" for role, _ in members)
        total = has(stated, "total") if stated else not any(role == "total" for role, _ in members)
        return (
            candidate["kind"] == "sum"
            and total
            and parts == len(figures)
            and all(has(f, "part") for f in figures)
        )
    if kind == "growth":
        return (
            candidate["kind"] == "growth"
            and all(map(has, figures))
            and has(stated or (0, 0), "growth", "change")
        )
    if kind == "share":
        return candidate["kind"] == "share" and all(map(has, figures)) and has(stated or (0, 0), "share")
    if kind == "ratio":
        kinds = ("ratio", "rate", "conversion", "share", "growth")
        return candidate["kind"] in kinds and all(map(has, figures))
    if kind == "order":
        return candidate["kind"] in ("order", "growth") and has(figures[0]) and has(stated or (0, 0))
    if kind == "enumeration":
        return candidate["kind"] == "enumeration" and has(figures[0])
    if kind == "words":
        return all(map(has, figures))
    whole = has(stated, "total", "base") if stated else not any(role == "total" for role, _ in members)
    return candidate["kind"] in ("sum", "share") and all(has(f, "part") for f in figures) and whole


def _interval(figure: Row) -> tuple[float, float]:
    low, high = figure["stated_low"], figure["stated_high"]
    return (float("-inf") if low is None else low, float("inf") if high is None else high)


def _in_percent(figure: Row) -> tuple[float, float]:
    low, high = _interval(figure)
    return (100 * low, 100 * high) if figure["unit"] == "fraction" else (low, high)


def holds(candidate: Row) -> bool | None:
    """Return whether a relation's arithmetic holds on the stated intervals; None where it has none."""
    by_role: dict[str, list[tuple[float, float]]] = {}
    units: dict[str, str | None] = {}
    for role, figure in candidate["members"]:
        by_role.setdefault(role, []).append(_interval(figure))
        units[role] = figure["unit"]
    low = {role: sum(interval[0] for interval in intervals) for role, intervals in by_role.items()}
    high = {role: sum(interval[1] for interval in intervals) for role, intervals in by_role.items()}
    kind = candidate["kind"]
    if kind == "sum" and "part" in low:
        if "total" not in low:
            whole = 1.0 if units["part"] == "fraction" else 100.0
            slack = len(by_role["part"]) * whole / 200
            if not candidate["is_complete"]:
                return low["part"] - slack <= whole  # what one can only be one of: no more than all
            return low["part"] - slack <= whole <= high["part"] + slack
        return low["part"] <= high["total"] and (not candidate["is_complete"] or high["part"] >= low["total"])
    if kind == "order":
        sides = {role: _in_percent(figure) for role, figure in candidate["members"]}
        return sides["greater"][1] >= sides["lesser"][0]
    if kind == "growth" and "old" in low and low["old"] > 0:
        if "change" in low:
            changes = (low["new"] - high["old"], high["new"] - low["old"])
            return any(
                sign * changes[0] <= high["change"] and sign * changes[1] >= low["change"] for sign in (1, -1)
            )
        scale, shift = {"fraction": (1.0, -1.0), "times": (1.0, 0.0)}.get(
            units["growth"] or "", (100.0, -100.0)
        )
        least = scale * low["new"] / high["old"] + shift
        greatest = scale * high["new"] / low["old"] + shift
        return any(
            min(s * least, s * greatest) <= high["growth"] and max(s * least, s * greatest) >= low["growth"]
            for s in (1, -1)
        )
    if kind == "share" and "base" in low and "part" in low and low["base"] > 0:
        scale = 1.0 if units["share"] == "fraction" else 100.0
        return (
            scale * low["part"] / high["base"] <= high["share"]
            and scale * high["part"] / low["base"] >= low["share"]
        )
    if kind == "ratio" and low["denominator"] > 0:
        return low["numerator"] / high["denominator"] <= high["ratio"] and (
            high["numerator"] / low["denominator"] >= low["ratio"]
        )
    return None


def _brief(candidate: Row) -> str:
    return ", ".join(f"{role}={figure['quote']}" for role, figure in candidate["members"])


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _seed_texts(data: Path) -> list[Row]:
    # When the sample articles were published; their text does not say.
    published = {"000": "2016-09", "001": "2016-09", "002": "2015-06", "003": "2016-07"}
    return [
        {
            "id": path.name[:3],
            "text": path.read_bytes().decode("utf-8"),
            "published": published.get(path.name[:3]),
        }
        for path in sorted((data / "seeds").glob("*.txt"))
    ]


if __name__ == "__main__":
    folders = [Path(name) for name in sys.argv[1:] if name != "--show"]
    for named in folders:
        score_folder(named, show="--show" in sys.argv)
    if not folders:
        main(show="--show" in sys.argv)
