"""Who may import whom, and what no file may name."""

import ast
import importlib
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "schemas", "warehouse")
HEAVY = ("prefect", "duckdb", "pandera", "polars", "scipy", "pyarrow", "rich")
PARSERS = ("lxml", "trafilatura", "htmldate", "httpx")
TEXT_ENDINGS = {
    ".py", ".md", ".toml", ".yaml", ".yml", ".sql", ".csv", ".txt", ".lock", ".svg", ".cfg", ".json", ".html",
    ".css", ".js", "",
}  # fmt: skip
SKIPPED = {".git", ".venv", "var", "dist", "build", "__pycache__"}


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def nodes_of(module: Path) -> tuple[ast.AST, ...]:
    """What is asked for of a module, of which there are hundreds, is sought once for all tests."""
    sought = (ast.Import, ast.ImportFrom, ast.Compare, ast.For)
    return tuple(node for node in ast.walk(parsed(module)) if isinstance(node, sought))


def imports_of(module: Path) -> Iterator[str]:
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            yield node.module or ""


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("schemas", ("flows", "warehouse", "prefect", "duckdb")),
        ("warehouse", ("flows", "prefect")),
        ("flows/extraction", ("flows.sources", "warehouse", *HEAVY)),
        ("flows/sources", ("flows.extraction", "warehouse", *HEAVY)),
    ],
)
def test_a_package_imports_only_what_lies_below_it(folder: str, forbidden: tuple[str, ...]) -> None:
    for module in modules(folder):
        for name in imports_of(module):
            if (module.name, name) == ("parquet_parser.py", "pyarrow"):
                continue  # In a child, for Parquet alone.
            assert not any(name == one or name.startswith(one + ".") for one in forbidden), (
                f"{module}: {name}"
            )


def test_nothing_compiled_lies_beside_the_source_where_it_would_win_over_it() -> None:
    for package in PACKAGES:
        compiled = [path for ending in ("so", "pyd") for path in (ROOT / package).rglob(f"*.{ending}")]
        assert compiled == [], "remove them; `make compiled` builds in a copy"


def test_constants_of_the_extraction_are_final_so_that_a_compiled_build_need_not_look_them_up() -> None:
    for module in modules("flows/extraction"):
        for node in parsed(module).body:
            if isinstance(node, ast.Assign) and isinstance(name := node.targets[0], ast.Name):
                assert not name.id.isupper(), f"{module.name}: {name.id}: Final"


def test_constants_of_the_extraction_are_of_their_types_as_a_compiled_build_demands() -> None:
    # A frozenset joined with a dict's keys is a set; the type checker takes it for a frozenset.
    for module in modules("flows/extraction"):
        found = importlib.import_module(".".join(module.relative_to(ROOT).with_suffix("").parts))
        for name, constant in vars(found).items():
            if isinstance(constant, set):
                assert "set[" in str(found.__annotations__.get(name)), f"{module.name}: {name}: a set"


def test_the_extraction_seeks_nothing_in_a_list_with_a_star_which_mypyc_cannot_compile() -> None:
    for module in modules("flows/extraction"):
        for node in nodes_of(module):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
                starred = [
                    one for one in ast.iter_child_nodes(node.comparators[0]) if isinstance(one, ast.Starred)
                ]
                assert starred == [], f"{module.name}, line {node.lineno}: `in (a, *b)`"


def test_the_extraction_seeks_nothing_in_a_generator_which_has_no_contains_when_compiled() -> None:
    generators = {
        name
        for module in modules("flows/extraction")
        for name, found in vars(
            importlib.import_module(".".join(module.relative_to(ROOT).with_suffix("").parts))
        ).items()
        if inspect.isgeneratorfunction(found)
    }
    assert "reordered" in generators
    for module in modules("flows/extraction"):
        for node in nodes_of(module):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
                sought = node.comparators[0]
                called = sought.func if isinstance(sought, ast.Call) else None
                name = called.id if isinstance(called, ast.Name) else ""
                assert name not in generators, f"{module.name}, line {node.lineno}: `in {name}(...)`"


def test_no_loop_over_a_tuple_in_the_extraction_sets_its_own_variable_which_crashes_when_compiled() -> None:
    # mypyc writes such a loop out, and drops a reference that it has not set.
    for module in modules("flows/extraction"):
        for loop in nodes_of(module):
            if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Tuple):
                own = {one.id for one in ast.walk(loop.target) if isinstance(one, ast.Name)}
                for node in (inner for statement in loop.body for inner in ast.walk(statement)):
                    is_set = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
                    assert not (is_set and node.id in own), f"{module.name}, line {node.lineno}: {node.id}"


def test_extraction_uses_the_reference_data_and_ids_alone_of_the_schemas() -> None:
    for module in modules("flows/extraction"):
        for name in imports_of(module):
            if name.startswith("schemas"):
                assert name in ("schemas.reference", "schemas.identity"), f"{module}: {name}"


def test_only_the_flow_and_what_serves_it_import_prefect() -> None:
    found = {
        module.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for module in modules(package)
        if any(name.split(".")[0] == "prefect" for name in imports_of(module))
    }
    assert found <= {"flows/pipeline.py", "flows/commands/serve.py"}


def test_no_module_hides_one_of_the_standard_library() -> None:
    for package in PACKAGES:
        assert package not in sys.stdlib_module_names


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["extract", "--help"], HEAVY),
        (["extract", "flows/samples/articles"], (*HEAVY, *PARSERS)),
        (["run", "--direct", "--help"], HEAVY),
        (["sql", "select 1", "--warehouse", "missing.duckdb"], ("prefect", "pandera", "polars", "rich")),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], absent: tuple[str, ...]) -> None:
    code = (
        "import sys\nfrom flows.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"loaded = [name for name in {absent!r} if name in sys.modules]\n"
        "sys.exit(f'imported {loaded}' if loaded else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]


def files() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part in SKIPPED or part.endswith("_cache") or part == ".hypothesis" for part in parts)
        if path.is_file() and not hidden and path.suffix in TEXT_ENDINGS:
            yield path


def test_no_file_names_a_machine_or_a_package_index() -> None:
    # Written in pieces, so that this file does not name them.
    forbidden = re.compile(
        "|".join(
            [
                "/ro" + "ot/",
                "/wo" + "rk/",
                "/ho" + "me/",
                r"pypi\." + "org",
                "index" + "-url =",
                "files.python" + "hosted",
            ]
        )
    )
    for path in files():
        text = path.read_text(encoding="utf-8", errors="replace")
        match = forbidden.search(text)
        assert match is None, f"{path.relative_to(ROOT)}: {match and match[0]}"


def test_locks_pin_every_distribution_with_hashes() -> None:
    for name in ("requirements.lock", "requirements-run.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^([a-z0-9.\-]+)(\[[a-z,]+\])?==", text, re.MULTILINE)
        assert len(pins) > 50
        for block in re.split(r"\n(?=[a-z0-9])", text.strip()):
            assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_is_named_like_one_of_the_standard_library(package: str) -> None:
    """It would hide the real one from a script that runs beside it."""
    assert [module for module in modules(package) if module.stem in sys.stdlib_module_names] == []
