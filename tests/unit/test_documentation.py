"""The documentation is whole and true: what the program has is on a page, and examples are commands."""

import contextlib
import io
import re
import shlex
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path
from shutil import copytree

import pytest
from reasons import reject_reasons

from flows import cli
from flows.commands_page import commands_of, commands_page
from flows.configuration import NOTIFY, Configuration, load_configuration
from flows.source_settings import COLUMNS, NAMES
from flows.sources.politeness import Politeness

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
ALL = "\n".join(PAGES.values())
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)\s]+)\)")
# A command at the beginning of a line of code, or after variables, a prompt or a folder.
EXAMPLE = re.compile(r"^(?: {4,}|\$ )(?:[A-Z_]+=\S+ )*(?:\S*/)?(crossfoot .*)$", re.MULTILINE)
# What a shell reads further: pipes, lists, redirections, comments.
SHELL = re.compile(r"\s(?:\||;|&&|\|\||#|\d?>{1,2}|<)(?:\s|$|&).*")


def sources() -> str:
    packages = ("flows", "warehouse", "schemas")
    return "\n".join(
        path.read_text(encoding="utf-8") for one in packages for path in (ROOT / one).rglob("*.py")
    )


def anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_every_page_is_in_the_index() -> None:
    index = set(LINK.findall(PAGES["README.md"]))
    assert set(PAGES) - {"README.md"} <= index


@pytest.mark.parametrize("name", [*PAGES, "../README.md"])
def test_links_lead_somewhere(name: str) -> None:
    page = DOCS / name
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("https://", "http://")):
            continue
        address, _, place = link.partition("#")
        target = (page.parent / address).resolve() if address else page
        assert target.exists(), f"{name}: {link}"
        assert not place or place in anchors(target.read_text(encoding="utf-8")), f"{name}: {link}"


def test_the_page_of_commands_is_up_to_date() -> None:
    assert PAGES["commands.md"] == commands_page(), "run: python -m flows.commands_page > docs/commands.md"


def test_every_option_says_what_it_is_for() -> None:
    for name, command in commands_of(cli.build_parser()).items():
        assert command.epilog and f"crossfoot {name}" in command.epilog, f"{name} has no example"
        for action in command._actions:
            assert action.help, f"{name}: {action.dest} has no help"


def examples() -> list[str]:
    help_texts = [cli.EPILOG, *(str(one.epilog) for one in commands_of(cli.build_parser()).values())]
    shown = "\n".join(
        [ALL, README, *("    " + line.strip() for text in help_texts for line in text.splitlines())]
    )
    return sorted({re.sub(r"\s*\\$", "", found).strip() for found in EXAMPLE.findall(shown)})


@pytest.mark.parametrize("line", examples())
def test_an_example_is_a_command_that_the_program_knows(line: str) -> None:
    if line.split()[1] in ("...", "--version"):
        return
    words = shlex.split(SHELL.sub("", line.split("   ")[0]), comments=True)
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        try:
            arguments = cli.build_parser().parse_args([one for one in words[1:] if one != "..."])
        except SystemExit as ended:
            # A command in the flow of a sentence may leave out what it is given.
            assert ended.code == 0 or words[-1] == words[1], told.getvalue()
            return
    assert arguments.command


def test_every_setting_is_documented_with_its_default() -> None:
    block = PAGES["operations.md"].split("## Settings")[1].split("\n## ")[0]
    shown = tomllib.loads("\n".join(line[4:] for line in block.splitlines() if line.startswith("    ")))
    defaults = Configuration()
    assert set(shown) == {one.name for one in fields(Configuration)}
    for name, value in shown.items():
        default = getattr(defaults, name)
        if isinstance(default, int | str | bool | float):
            assert value == default, name


def test_the_settings_that_are_shown_can_be_used(tmp_path: Path) -> None:
    block = PAGES["operations.md"].split("## Settings")[1].split("\n## ")[0]
    for folder in ("reference", "checks"):
        (tmp_path / folder).mkdir()
    (tmp_path / "accepted.csv").write_text("finding_id,reason\n")
    file = tmp_path / "crossfoot.toml"
    file.write_text("\n".join(line[4:] for line in block.splitlines() if line.startswith("    ")))
    assert load_configuration(file).notify


def test_every_name_in_a_table_of_settings_is_documented() -> None:
    names = {*NOTIFY, *COLUMNS, *NAMES, *(one.name for one in fields(Politeness))}
    assert {name for name in names if not re.search(rf"`{name}`|^    {name} = ", ALL, re.MULTILINE)} == set()


def test_every_variable_of_the_environment_is_documented() -> None:
    names = set(re.findall(r"\bCROSSFOOT_[A-Z_]+\b", sources()))
    assert "CROSSFOOT_LOG" in names
    assert sorted(name for name in names if name not in ALL) == []


def test_every_event_of_the_log_is_documented() -> None:
    names = set(re.findall(r"\btell\(\s*\"(\w+)\"", sources()))
    assert {"run_started", "run_finished"} <= names
    assert sorted(name for name in names if f"`{name}`" not in PAGES["operations.md"]) == []


def test_every_exit_code_is_documented() -> None:
    codes = {cli.DONE, cli.FINDINGS, cli.USAGE, cli.BROKEN, cli.INTERRUPTED}
    assert sorted(code for code in codes if f"| {code} |" not in PAGES["operations.md"]) == []


def test_every_reason_of_a_reject_is_documented() -> None:
    reasons = reject_reasons()
    assert {"date", "empty", "invalid_link", "not_english", "unreadable"} <= set(reasons)
    assert {reason: place for reason, place in reasons.items() if f"`{reason}`" not in ALL} == {}


def test_every_table_and_view_is_spoken_of_in_the_dictionary() -> None:
    views = {path.stem for path in (ROOT / "warehouse" / "sql" / "views").glob("*.sql")}
    heads = set(re.findall(r"^### (\w+)$", PAGES["warehouse.md"], re.MULTILINE))
    assert views <= heads


def steps(text: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a page's consoles, each with the lines that it shows."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def test_the_tutorial_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(ROOT / "flows" / "samples" / "articles", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    walked = steps(PAGES["tutorial.md"])
    assert len(walked) > 8
    for command, shown in walked:
        if not command.startswith("crossfoot "):
            subprocess.run(command, shell=True, check=True, cwd=tmp_path)
            continue
        assert cli.main(shlex.split(command)[1:]) in (0, 1), command
        printed = capsys.readouterr().out
        told = [" ".join(line.split()) for line in printed.splitlines()]
        for line in shown:
            expected = " ".join(line.removesuffix("...").split())
            assert any(one.startswith(expected) for one in told), f"{command}: {line}\n{printed}"
    assert (tmp_path / "report" / "index.html").is_file()
