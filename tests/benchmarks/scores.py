"""Print every score of the extraction against the development data, where that lies beside the repository.

    python tests/benchmarks/scores.py [NAME ...]

The data is expected at ``../shared``: annotated articles, public benchmarks of quantities and the scorers
for both. What is absent is skipped with a word. Benchmarks are scored as extracted; as printed, since a
fall is negative here and positive there, and cents are hundredths of a dollar here and a unit of their own
there; and without the lines of conventions.csv, on which a benchmark means something else than a figure here.
"""

import csv
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import score_relations  # noqa: E402

from flows.extraction.rows import extract  # noqa: E402
from schemas.reference import Reference, load_reference  # noqa: E402

SHARED = ROOT.parent / "shared"
CONVENTIONS = Path(__file__).parent / "conventions.csv"
BENCHMARKS = ("newsquant_dev", "rtext_dev", "quantulum3_tests", "recog_number_specs", "measeval_train")
_MINOR = re.compile(r"cents?\b|cts?\b|pence\b|penny\b|\dp$", re.IGNORECASE)
_MAJOR = re.compile(r"[$£€]|\bdollars?\b|\bpounds?\b|\beuros?\b", re.IGNORECASE)
Row = dict[str, Any]


def load_tool(name: str) -> ModuleType | None:
    """Return a scorer as a module, None where it is absent."""
    path = SHARED / "tools" / f"{name}.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_printed(figure: Row) -> Row:
    """Return the figure with the sign and the unit that stand in the text."""
    row, quote = dict(figure), str(figure["quote"])
    signed = quote.lstrip("([$£€ ").startswith(("-", "−", "–", "minus", "negative"))
    if row["kind"] == "growth" and not signed:
        if row["value"] is not None:
            row["value"] = abs(row["value"])
        elif (row["stated_high"] or 0) < 0:
            row["stated_low"], row["stated_high"] = -row["stated_high"], -row["stated_low"]
    if row["unit"] == "fraction":
        # A share has no dimension: UCUM's unit 1.
        row["unit"] = "-"
    if (
        row["unit_code"] in ("USD", "GBP")
        and row["value"] is not None
        and _MINOR.search(quote)
        and not _MAJOR.search(quote)
    ):
        row["value"] = round(row["value"] * 100, 6)
        row["unit"] = str(row["unit"]).replace("USD", "cent").replace("GBP", "penny")
    return row


def without_conventions(name: str, gold: list[Row]) -> list[Row]:
    """Return the gold records with the fields of conventions.csv taken out of the score.

    `field` says what is not scored: the whole figure (value), its unit, its qualifier, or a figure of ours
    that the benchmark leaves out (extra).
    """
    left_out: dict[str, list[Row]] = {}
    with CONVENTIONS.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if line["benchmark"] == name:
                left_out.setdefault(line["id"], []).append(line)
    records = []
    for record in gold:
        figures = [dict(figure) for figure in record["figures"]]
        for line in left_out.get(record["id"], ()):
            ends = [float(end) for end in line["value"].split("..")]
            if line["field"] == "extra":
                figures.append(
                    {
                        "value": ends[0] if len(ends) == 1 else ends,
                        "unit": None,
                        "qualifier": None,
                        "optional": True,
                    }
                )
                continue
            found = next(
                figure for figure in figures if "left_out" not in figure and _is_value(figure["value"], ends)
            )
            found["left_out"] = True
            found.update({"optional": True} if line["field"] == "value" else {line["field"]: None})
        records.append(record | {"figures": figures})
    return records


def _is_value(value: float | list[float] | None, ends: list[float]) -> bool:
    stated = value if isinstance(value, list) else [value]
    return len(stated) == len(ends) and all(
        one is not None and abs(one - end) <= 1e-5 * abs(end) for one, end in zip(stated, ends, strict=True)
    )


def score_benchmark(name: str, reference: Reference, scorer: ModuleType, predictions: ModuleType) -> None:
    """Print the F1 of value, unit and qualifier on one benchmark."""
    path = SHARED / "benchmarks" / f"{name}.jsonl"
    if not path.is_file():
        print(f"{name}: skipped, no data")
        return
    gold = scorer.load(str(path))
    rows = [extract(record["text"], reference) | {"source_id": record["id"]} for record in gold]
    alike = without_conventions(name, gold)
    for label, convert, truth in (
        ("as extracted", dict, gold),
        ("as printed", as_printed, gold),
        ("same meaning", as_printed, alike),
    ):
        converted = [row | {"figures": [convert(figure) for figure in row["figures"]]} for row in rows]
        result, _ = scorer.score(truth, list(predictions.quantities(converted)))
        value, unit, full = (result[key][2] for key in ("value", "value+unit", "value+unit+qual"))
        print(f"{name:20s} {label:13s} value {value:5.1f}   + unit {unit:5.1f}   + qualifier {full:5.1f}")


def seed_articles() -> Iterator[Row]:
    """Yield the seed articles as records, with the dates of their listing."""
    with (SHARED / "seeds" / "articles.csv").open(encoding="utf-8", newline="") as listing:
        published = {row["file"]: row["published_on"] or None for row in csv.DictReader(listing)}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield {
                "id": path.stem,
                "text": lines.read(),
                "title": None,
                "published": published.get(path.name),
            }


def gold_articles() -> Iterator[Row]:
    """Yield the annotated articles as records."""
    with (SHARED / "gold" / "articles" / "articles.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score_articles(
    name: str, articles: Iterator[Row], gold: Path, reference: Reference, tools: tuple[ModuleType, ModuleType]
) -> None:
    """Print the whole report of the article scorer."""
    if not gold.is_file():
        print(f"{name}: skipped, no data")
        return
    scorer, predictions = tools
    rows = [
        extract(
            article["text"],
            reference,
            title=article["title"],
            published=(article["published"] or "")[:10] or None,
        )
        | {"source_id": article["id"]}
        for article in articles
    ]
    annotated = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    scorer.report(annotated, list(predictions.articles(rows)), name)


def main(names: list[str]) -> int:
    """Print the scores of `names`, or of everything there is."""
    tools = [load_tool(name) for name in ("score_quantities", "score_figures", "predictions")]
    if any(tool is None for tool in tools):
        print("scores: skipped, the development data does not lie beside the repository")
        return 0
    quantities, figures, predictions = (tool for tool in tools if tool is not None)
    reference = load_reference()
    wanted = names or [*BENCHMARKS, "seeds", "articles", "relations"]
    for name in BENCHMARKS:
        if name in wanted:
            score_benchmark(name, reference, quantities, predictions)
    folder = SHARED / "gold"
    if "seeds" in wanted:
        score_articles(
            "seeds", seed_articles(), folder / "seeds" / "gold.jsonl", reference, (figures, predictions)
        )
    if "articles" in wanted:
        score_articles(
            "articles", gold_articles(), folder / "articles" / "gold.jsonl", reference, (figures, predictions)
        )
    if "relations" in wanted:
        score_relations.main(SHARED)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
