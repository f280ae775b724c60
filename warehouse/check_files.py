"""Checks as files: one SELECT each, with a header that says what it is.

The header's first lines are settings (`-- severity: error`, `-- relation: sum`, `-- reach: article`,
`-- needs: relation_roles: kind = 'sum'`, `-- first: in_whole`, `-- reads: part, whole`); the comment lines
that follow say what fails, why, and what it is not.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

SETTING = re.compile(r"--\s*(severity|relation|reach|needs|first|reads):\s*(.+?)\s*$")
SEVERITIES = ("error", "note")
REACHES = ("article", "series", "all")
# What is compared with figures of other articles: all of it, or what a change can touch.
COMPARED = ("compared_figures", "alike_figures", "adjacent_totals", "flow_figures")
NEEDED = (*COMPARED, "checkable_figures", "relation_roles", "doubtful_roles", "worded_shares")
COLUMNS = (
    "certainty",
    "message",
    "formula",
    "computed_low",
    "computed_high",
    "expected_low",
    "expected_high",
    "gap",
    "figures",
)


class CheckError(Exception):
    """A check that cannot be read or run: says which, what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Check:
    """A query that selects what is wrong.

    Attributes:
        name: the file's name, which is the claim that fails.
        severity: error (fails a run) or note (recorded only).
        relation: what ties the figures of a finding together (see `warehouse.repairs`); "" where no
            repair can be computed.
        reach: how far a finding looks: "article" (its figures stand in one article), "series" (figures
            of one entity and metric, and of the parts of that entity) or "all".
        description: what fails, why, and what it is not.
        query: the SELECT.
        is_own: whether it is a user's, to be run in the sandbox.
        needs: "table: condition", without a row of which the check can select nothing, and is not planned;
            "" always runs it. Not for a user's checks.
        first: name of a part of the query that is asked alone, before the rest is planned, where few figures
            are checked: it is mostly empty, and then nothing can be selected. The rest reads no other part
            before it. "" plans the query as a whole.
        reads: names the columns of `first` that are compared figures, of whose articles the rest reads
            `figures` and `articles`; () where it reads those of the articles to check alone.
    """

    name: str
    severity: str
    relation: str
    reach: str
    description: str
    query: str
    is_own: bool = False
    needs: str = ""
    first: str = ""
    reads: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The table whose rows it needs; "" where it says nothing of it."""
        return self.needs.partition(": ")[0]

    def steps(self) -> tuple[str, str]:
        """Return a statement that makes a table of the part `first`, and the rest, which reads that.

        Raises:
            CheckError: the query has no such part.
        """
        try:
            first, rest = divided(self.query, self.first)
        except ValueError as error:
            raise CheckError(f"check {self.name}: {error} to be asked first") from error
        return f"create or replace temp table {self.first} as\n{first}", rest


def divided(query: str, part: str) -> tuple[str, str]:
    """Return the query of one part of a query (`with part as (...`), and the rest, which reads a table of it.

    Raises:
        ValueError: there is no such part.
    """
    pattern = rf"^(?:with (?:recursive )?)?{part}(?:\(.*\))? as (?:materialized )?\($.*?^\)"
    match = re.search(pattern, query, re.MULTILINE | re.DOTALL)
    if match is None:
        raise ValueError(f"there is no part {part}")
    rest = query[match.end() :].lstrip(",\n")
    begins = "" if rest.startswith("select") else "with "
    return f"{query[: match.end()]}\nselect * from {part}", begins + rest


@cache
def sql_text(*path: str) -> str:
    """Return a shipped `.sql` file."""
    return resources.files("warehouse").joinpath("sql", *path).read_text(encoding="utf-8")


@cache
def shipped_checks() -> tuple[Check, ...]:
    """Return the checks that come with Crossfoot, by name."""
    folder = resources.files("warehouse") / "sql" / "checks"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(parse_check(name.removesuffix(".sql"), sql_text("checks", name)) for name in names)


def own_checks(folder: Path) -> list[Check]:
    """Return a user's checks, by name.

    Raises:
        CheckError: no such folder, an unreadable file, a broken header, or the name of a shipped check.
    """
    if not folder.is_dir():
        raise CheckError(f"checks folder {folder}: no such folder; create it or mend the configuration")
    shipped = {check.name for check in shipped_checks()}
    checks = []
    for path in sorted(folder.glob("*.sql")):
        if path.stem in shipped:
            raise CheckError(f"{path}: {path.stem} is the name of a shipped check; rename the file")
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise CheckError(f"{path}: cannot be read ({error})") from error
        checks.append(parse_check(path.stem, text, is_own=True))
    return checks


def parse_check(name: str, text: str, *, is_own: bool = False) -> Check:
    """Read the header of a check.

    Raises:
        CheckError: the severity is missing or a setting has an unknown value.
    """
    settings: dict[str, str] = {}
    description: list[str] = []
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if (match := SETTING.match(line)) and not description:
            settings[match[1]] = match[2]
        else:
            description.append(line.removeprefix("--").strip())
    severity = settings.get("severity", "")
    if severity not in SEVERITIES:
        raise CheckError(f"check {name}: the first line must be '-- severity: error' or '-- severity: note'")
    reach = settings.get("reach", "all" if is_own else "series")
    if reach not in REACHES:
        raise CheckError(f"check {name}: reach {reach!r}; expected one of {', '.join(REACHES)}")
    needs = settings.get("needs", "")
    if needs and (is_own or needs.partition(": ")[0] not in NEEDED or not needs.partition(": ")[2]):
        raise CheckError(
            f"check {name}: needs {needs!r}; expected a table and a condition, and in no check of your own"
        )
    return Check(
        name=name,
        severity=severity,
        relation=settings.get("relation", ""),
        reach=reach,
        description=" ".join(description).strip(),
        query=text,
        is_own=is_own,
        needs=needs,
        first=settings.get("first", ""),
        reads=tuple(settings["reads"].split(", ")) if "reads" in settings else (),
    )
