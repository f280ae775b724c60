"""One press release in two outlets is one source, and a text in another language has no figures."""

import json
from pathlib import Path

import pytest

from flows import cli

RELEASE = """The port of Sarn handled 4,200 containers in 2023, its harbour master said on Monday.

Fees brought in 310,000 crowns that year, which paid for 12 new lamps and 35 benches on the northern quay. A
new crane from a yard in Velm will lift {boxes} boxes at once when it arrives in autumn.

Fishermen asked for 18 more berths near the ice house, and the council will discuss that next week."""
TOLD_ANEW = """The port of Sarn handled 4,200 containers in 2023, according to its harbour master.

Fishermen asked for 18 more berths near the ice house, and the council will discuss that soon.

Fees brought in 310,000 crowns that year, enough for 12 new lamps and 35 benches on the northern quay. A new
crane from a yard in Velm will lift {boxes} boxes at once."""
OWN_COUNT = (
    "We went to the quay ourselves. The port of Sarn handled 6,900 containers in 2023, by our own count."
)
GERMAN = "Der Hafen hat im Jahr 2023 mehr als 4.200 Container umgeschlagen. Das ist nicht viel für die Stadt."
CHECK = """\
-- severity: error
-- Fails when containers are counted otherwise; so that the test holds whatever the rules of extraction.
select
    'contradiction' as certainty, 'containers differ' as message, '4200 = 6900' as formula,
    4200.0 as computed_low, 4200.0 as computed_high, 6900.0 as expected_low, 6900.0 as expected_high,
    2700.0 as gap, list({'figure_id': figure_id, 'role': 'value'} order by figure_id) as figures
from figures where value in (4200, 6900) having count(*) > 1
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "containers_differ.sql").write_text(CHECK, encoding="utf-8")
    (tmp_path / "crossfoot.toml").write_text('checks = "checks"\n', encoding="utf-8")
    articles = {"herald": RELEASE.format(boxes=9), "courier": TOLD_ANEW.format(boxes=9), "gazette": OWN_COUNT}
    lines = [
        {"id": name, "publisher": name, "published": "2024-01-15", "text": text}
        for name, text in (*articles.items(), ("bote", GERMAN))
    ]
    (tmp_path / "articles.jsonl").write_text(
        "".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8"
    )
    return tmp_path


def ask(capsys: pytest.CaptureFixture[str], query: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert cli.main(["sql", "--format", "json", query]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_release_in_two_outlets_is_one_source_of_a_finding(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["run", "--direct", "articles.jsonl"]) == 1
    [finding] = ask(
        capsys, "select finding_id, independent_count from findings where check_name = 'containers_differ'"
    )
    # Three articles say it; two of them tell one release.
    assert finding["independent_count"] == 2
    [pair] = ask(capsys, "select relation from copies")
    assert pair["relation"] in ("near", "rewrite")
    assert ask(capsys, "select * from signatures")
    capsys.readouterr()
    assert cli.main(["explain", str(finding["finding_id"])]) == 0
    assert "Independent stories: 2" in capsys.readouterr().out


def test_a_second_run_compares_nothing_and_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["run", "--direct", "articles.jsonl"])
    before = ask(capsys, "select article_id, story_id from articles order by all")
    runs = ask(capsys, "select count(*) as runs from runs")
    cli.main(["run", "--direct", "articles.jsonl"])
    assert ask(capsys, "select article_id, story_id from articles order by all") == before
    assert ask(capsys, "select count(*) as runs from runs") == runs


def test_a_text_in_another_language_is_kept_and_rejected(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["run", "--direct", "articles.jsonl"])
    assert ask(capsys, "select language from articles where source_id = 'bote'") == [{"language": "de"}]
    assert ask(capsys, "select reason from rejects where source_id = 'bote'") == [{"reason": "not_english"}]
    assert ask(
        capsys, "select * from figures join articles using (article_id) where source_id = 'bote'"
    ) == []  # fmt: skip
    capsys.readouterr()
    assert cli.main(["extract", "articles.jsonl"]) == 0
    rows = {row["source_id"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert [row["reason"] for row in rows["bote"]["rejects"]] == ["not_english"]
    assert rows["bote"]["figures"] == []
    assert rows["herald"]["figures"]
