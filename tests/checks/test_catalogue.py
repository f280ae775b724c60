"""The documented catalogue is what the checks' own headers say."""

import re
import tomllib
from pathlib import Path

import pytest

from warehouse.checks import Settings, all_checks

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))
NAMES = (
    "consistent", "contradictory", "just_inside", "just_outside",
    "missing_total", "open_bound", "not_comparable",
)  # fmt: skip
BEGIN, END = "<!-- catalogue -->", "<!-- end of catalogue -->"


def catalogue():
    """Return the table of all checks, from their headers."""
    lines = ["| check | severity | fails when |", "|---|---|---|"]
    for check in all_checks(Settings()):
        claim = check.description.partition(" Why:")[0].replace("|", "\\|")
        lines.append(f"| `{check.name}` | {check.severity} | {claim} |")
    return "\n".join(lines)


def test_the_document_has_the_checks_as_they_are():
    text = DOCUMENT.read_text(encoding="utf-8")
    stored = text.partition(BEGIN)[2].partition(END)[0].strip()
    assert stored == catalogue(), f"replace the table between the marks of docs/checks.md by\n{catalogue()}"


def test_every_check_says_what_fails_why_and_what_it_is_not():
    for check in all_checks(Settings()):
        assert check.description.startswith(("Fails when", "Notes")), check.name
        for word in (" Why: ", " Not: "):
            assert word in check.description, (check.name, word)


@pytest.mark.parametrize("name", sorted({check.name for check in all_checks(Settings())} | CASES.keys()))
def test_every_case_of_every_check_is_tested_or_says_why_it_cannot_be(name):
    own = Path(__file__).with_name(f"test_{name}.py")
    text = (own if own.is_file() else Path(__file__).with_name("test_notes.py")).read_text(encoding="utf-8")
    tests = set(re.findall(r"^def (test_\w+)\(", text, re.MULTILINE))
    assert tuple(CASES.get(name, {})) == NAMES
    assert {named for named in CASES[name].values() if not named.startswith("- ")} <= tests


def test_the_document_says_which_cases_a_check_has_not():
    missing = {
        f"| `{name}` | {case.replace('_', ' ')} | {named.removeprefix('- ')} |"
        for name, cases in CASES.items()
        for case, named in cases.items()
        if named.startswith("- ")
    }
    assert missing <= set(DOCUMENT.read_text(encoding="utf-8").splitlines()), sorted(missing)
