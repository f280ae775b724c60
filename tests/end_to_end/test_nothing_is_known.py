"""No rule knows a company or a number: other names and other amounts give the same findings."""

import json
import re
import shutil
from pathlib import Path

import pytest

from flows import cli

SAMPLES = Path(__file__).parents[2] / "flows" / "samples" / "articles"
CARS = ("electric-cars-2015-06.txt", "electric-cars-2016-07.txt", "electric-cars-2016-09.txt")
# Names that no reference table lists.
OTHER_NAMES = {
    "Renault": "Corvane",
    "Nissan": "Ishimori",
    "Leaf": "Brook",
    "Zoe": "Mirelle",
    "Kangoo": "Wallaro",
    "Twizy": "Tindy",
    "Fluence": "Serene",
    "Chevrolet Volt": "Delmar Spark",
}
FACTOR = 3


def renamed(text: str) -> str:
    for name, other in OTHER_NAMES.items():
        text = re.sub(rf"\b{name}(s?)\b", rf"{other}\1", text)
    return text


def scaled(text: str) -> str:
    """Multiply what is counted in thousands, and kilometres and tonnes: shares and small counts stay."""

    def by_factor(match: re.Match[str]) -> str:
        return f"{int(match.group().replace(',', '')) * FACTOR:,}"

    text = re.sub(r"\b\d{1,3}(?:,\d{3})+(?=\D)", by_factor, text)
    text = text.replace("a quarter of a million", "three quarters of a million")
    return text.replace("2.7 billion", "8.1 billion")


def findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, int]]:
    warehouse = str(folder / "w.duckdb")
    cli.main(["run", "--direct", str(folder), "--warehouse", warehouse])
    capsys.readouterr()
    query = (
        "select check_name, certainty, count(*) as figures"
        " from findings join finding_figures using (finding_id)"
        " where severity = 'error' group by all order by all"
    )
    assert cli.main(["sql", "--warehouse", warehouse, "--format", "json", query]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {row["check_name"]: (row["certainty"], row["figures"]) for row in rows}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*CARS, "articles.csv"):
        shutil.copy(SAMPLES / name, tmp_path / name)
    listing = (tmp_path / "articles.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in listing if line.startswith(("file,", "electric-cars"))]
    (tmp_path / "articles.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return tmp_path


def rewrite(folder: Path, change) -> None:
    for name in CARS:
        path = folder / name
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


EXPECTED = {
    "cumulative_total_falls": ("contradiction", 2),
    # Over the kilometres driven, and over the cars that drove them.
    "implied_rate_implausible": ("contradiction", 4),
    "share_contradicts_levels": ("tension", 5),
}


def test_the_electric_cars_contradict_each_other_in_three_ways(folder, capsys):
    assert findings(folder, capsys) == EXPECTED


def test_findings_follow_other_names(folder, capsys):
    rewrite(folder, renamed)
    assert findings(folder, capsys) == EXPECTED


def test_findings_follow_other_amounts(folder, capsys):
    rewrite(folder, scaled)
    assert findings(folder, capsys) == EXPECTED
