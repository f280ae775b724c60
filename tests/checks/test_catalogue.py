"""The documented catalogue is what the checks' own headers say."""

from pathlib import Path

from warehouse.checks import Settings, all_checks

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
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


def test_every_check_has_a_test_of_its_own():
    folder = Path(__file__).parent
    notes = (folder / "test_notes.py").read_text(encoding="utf-8")
    for check in all_checks(Settings()):
        assert (folder / f"test_{check.name}.py").is_file() or check.name in notes, check.name
