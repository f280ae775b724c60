"""The `crossfoot` command: arguments, exit codes and messages; each command is one function elsewhere.

Heavy libraries are imported by the commands that need them, so that the others start at once.
"""

import atexit
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from flows.configuration import Configuration, ConfigurationError, load_configuration
from flows.console import LOG, say
from flows.errors import RunError
from schemas.reference import ReferenceError
from warehouse.check_files import CheckError
from warehouse.errors import AcceptanceError, NotAWarehouse, NoWarehouse, WarehouseError

DONE, FINDINGS, USAGE, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130
EPILOG = """\
examples:
  crossfoot run articles/                       read a folder, check, publish to crossfoot.duckdb
  crossfoot run --direct articles/              the same without an orchestrator, for cron and CI
  crossfoot findings                            what contradicts what
  crossfoot sql "from figure_details limit 5"   ask the warehouse
  crossfoot extract article.txt | head -1       figures as JSON, without a warehouse

exit codes:
  0  no open finding of an error check
  1  open findings of error checks exist
  2  wrong usage or configuration, or a SOURCE without a single article (also while findings are open)
  3  the command did not complete; the published warehouse is as it was
"""
SOURCES_HELP = (
    "a file or folder (.txt, .md, .html, .json, .jsonl, .ndjson, .csv, .tsv, .parquet, .warc, feeds as .xml, "
    ".rss or .atom; .gz and .zip of these), an address (https://, s3://), or the name of a source in "
    "crossfoot.toml"
)
FOLLOW_HELP = "read the pages that a feed leads to, in place of what the feed itself gives"


def build_parser() -> ArgumentParser:
    """Return the parser of all commands; `module` and `function` name what a command calls."""
    parser = ArgumentParser(
        prog="crossfoot",
        description="Reads the figures out of articles and fails loudly when they contradict each other.",
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (default: crossfoot.toml)")
    parser.add_argument(
        "--log",
        choices=("text", "json"),
        help=f"messages on standard error as text, or one JSON object a line with what each step did "
        f"(default: the variable {LOG}, else text)",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")

    def command(name: str, target: str, summary: str, examples: str) -> ArgumentParser:
        added = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog="examples:\n" + "".join(f"  {line}\n" for line in examples.splitlines()),
            formatter_class=RawDescriptionHelpFormatter,
        )
        module, function = target.split(":")
        added.set_defaults(module=f"flows.commands.{module}", function=function)
        return added

    def with_warehouse(added: ArgumentParser) -> ArgumentParser:
        added.add_argument(
            "--warehouse", type=Path, metavar="FILE", help="DuckDB file (default: crossfoot.duckdb)"
        )
        return added

    added = with_warehouse(
        command(
            "run",
            "run:run",
            "read articles, extract, load, check and publish",
            "crossfoot run articles/\n"
            "crossfoot run --direct report.txt --published 2024-05\n"
            "crossfoot run --direct --warehouse news.duckdb a/ b.jsonl\n"
            "crossfoot run --direct --follow --since 2024-05 https://news.example/feed.xml\n"
            "crossfoot run",
        )
    )
    added.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=SOURCES_HELP + "; none: all of these that are due"
    )
    added.add_argument(
        "--direct", action="store_true", help="without Prefect: no server, seconds instead of half a minute"
    )
    added.add_argument(
        "--published", metavar="DATE", help="when a single file was published: YYYY, YYYY-MM or YYYY-MM-DD"
    )
    added.add_argument("--since", metavar="DATE", help="only articles published on this date or after it")
    added.add_argument("--until", metavar="DATE", help="only articles published on this date or before it")
    added.add_argument("--follow", action="store_true", help=FOLLOW_HELP)

    added = command(
        "extract",
        "extract:run",
        "write the figures of articles as JSON Lines, without a warehouse",
        "crossfoot extract articles/ > figures.jsonl\n"
        "crossfoot extract --explain report.txt\n"
        "cat articles.jsonl | crossfoot extract -",
    )
    added.add_argument(
        "sources", nargs="+", metavar="SOURCE", help=SOURCES_HELP + "; - reads JSON Lines from standard input"
    )
    added.add_argument("--explain", action="store_true", help="add the rule and the words behind every field")
    added.add_argument(
        "--published", metavar="DATE", help="when a single file was published: YYYY, YYYY-MM or YYYY-MM-DD"
    )

    with_warehouse(
        command(
            "check",
            "findings:check",
            "run the checks again on the loaded figures and publish",
            "crossfoot check",
        )
    )
    added = with_warehouse(
        command(
            "findings",
            "findings:findings",
            "list the open findings with their evidence",
            "crossfoot findings\ncrossfoot findings --all",
        )
    )
    added.add_argument("--all", action="store_true", help="also notes, accepted and closed findings")
    added = with_warehouse(
        command(
            "explain",
            "findings:explain",
            "show a finding: its figures, sentences, intervals, arithmetic and repairs",
            "crossfoot explain 3f2a91c07d5e8b64",
        )
    )
    added.add_argument(
        "finding_id", metavar="FINDING_ID", help="as listed by crossfoot findings; its beginning is enough"
    )
    added = with_warehouse(
        command(
            "accept",
            "findings:accept",
            "accept a finding with a reason: it stays visible and fails no run",
            'crossfoot accept 3f2a91c07d5e8b64 "the agency corrected this on 3 May" --by jane\n'
            'crossfoot accept 3f2a91c07d5e8b64 --reason "they are asked" --until 2030-05-31',
        )
    )
    added.add_argument(
        "finding_id", metavar="FINDING_ID", help="as listed by crossfoot findings; its beginning is enough"
    )
    added.add_argument(
        "said", metavar="REASON", nargs="?", help="why it is no fault, for those who read it later"
    )
    added.add_argument("--reason", metavar="TEXT", help="the same as an option")
    added.add_argument("--until", metavar="DATE", help="last day of the acceptance (default: without end)")
    added.add_argument("--by", metavar="NAME", help="who accepts it (default: your user name)")
    added = with_warehouse(
        command(
            "corrections",
            "corrections:run",
            "list the figures that outlets changed in articles after they had been read",
            "crossfoot corrections\ncrossfoot corrections --all --since 2024-05-03 --format json",
        )
    )
    added.add_argument("--all", action="store_true", help="also figures that were added or taken out")
    added.add_argument("--since", metavar="DATE", help="only what was seen on this day or after it")
    added.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    added = with_warehouse(
        command(
            "sql",
            "query:run",
            "ask the warehouse; the connection cannot change it",
            'crossfoot sql "select publisher, count(*) from articles group by all"\n'
            'crossfoot sql --format csv "from open_findings" > findings.csv\n'
            'crossfoot sql --out figures.parquet "from figure_details"',
        )
    )
    added.add_argument("query", metavar="QUERY", help="one SQL query, in DuckDB's dialect")
    added.add_argument(
        "--format",
        choices=("table", "csv", "json", "parquet"),
        help="default: what the ending of --out says, else a table; json is one object a line",
    )
    added.add_argument(
        "--out", type=Path, metavar="FILE", help="write to a file, which is replaced when it is whole"
    )
    added = with_warehouse(
        command(
            "export",
            "export:run",
            "write the figures with entity, metric and period as SDMX-CSV 2.0",
            "crossfoot export --out figures.csv\ncrossfoot export --reconciled --out figures.csv",
        )
    )
    added.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file, which is replaced")
    added.add_argument(
        "--reconciled", action="store_true", help="without the figures that a finding disputes"
    )
    added = with_warehouse(
        command(
            "diff",
            "rebuild:diff",
            "show which stored figures this version or your reference data would read otherwise",
            "crossfoot diff\ncrossfoot diff --format json > changes.jsonl",
        )
    )
    added.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    added = with_warehouse(
        command(
            "rebuild",
            "rebuild:rebuild",
            "read all stored texts again into a new warehouse; findings' history and acceptances are kept",
            "crossfoot rebuild\ncrossfoot rebuild --warehouse news.duckdb --keep before-2.0.duckdb",
        )
    )
    added.add_argument(
        "--keep", type=Path, metavar="FILE", help="where the old file goes (default: its name and .old)"
    )
    added = with_warehouse(
        command(
            "report",
            "report:run",
            "write pages to look at: findings, articles with their figures marked, time lines, search",
            "crossfoot report --out report/\ncrossfoot report --warehouse news.duckdb --out /srv/www/figures",
        )
    )
    added.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder for the pages: new, empty, or an older report, which is replaced",
    )
    added = with_warehouse(
        command(
            "serve",
            "serve:run",
            "run on a schedule, with Prefect, until stopped",
            'crossfoot serve articles/ --cron "5 * * * *"\ncrossfoot serve articles/ --every 30m\n'
            "crossfoot serve",
        )
    )
    added.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=SOURCES_HELP + "; none: each of these when it is due"
    )
    added.add_argument("--follow", action="store_true", help=FOLLOW_HELP)
    schedule = added.add_mutually_exclusive_group()
    schedule.add_argument(
        "--cron", metavar="EXPR", help='five fields, in UTC: "5 * * * *" is five past every hour'
    )
    schedule.add_argument("--every", metavar="DURATION", help="90s, 30m, 6h or 1d")
    added = with_warehouse(
        command(
            "status",
            "status:run",
            "show what the last run ended with, and fail when it is too long ago",
            "crossfoot status\ncrossfoot status --within 2h",
        )
    )
    added.add_argument(
        "--within",
        metavar="DURATION",
        help="90s, 30m, 6h or 1d: exit code 3 when no run has completed for longer (default: twice the "
        "shortest every of the sources, if they have one); else the code that the run ended with",
    )
    return parser


def enter() -> NoReturn:
    """Run the command of this process, and end the process.

    Python takes down every object when it ends, looking through all of them twice: an eighth of a small run,
    for memory that the system takes back at once. What has to end in order has ended: files and connections
    are closed where they are opened, and what is registered for the exit is called. Prefect, which stops its
    own server at the exit, gets Python's.
    """
    code = main()
    if "prefect" in sys.modules:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has what it wanted.
        pass
    except OSError as fault:
        code = _failed(BROKEN, f"the output cannot be written: {fault.strerror}")
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def command_names() -> list[str]:
    """Return the names of all commands."""
    (commands,) = (one for one in build_parser()._actions if isinstance(one, _SubParsersAction))
    return list(commands.choices)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no fault reaches the user as a traceback."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.log:
        # In the environment, for the processes that Prefect starts.
        os.environ[LOG] = arguments.log
    if arguments.version:
        print(f"crossfoot {_version()}")
        return DONE
    if arguments.command is None:
        parser.print_help()
        return USAGE
    try:
        named = getattr(arguments, "warehouse", None)
        configuration = load_configuration(arguments.config, warehouse=named)
        return _command(arguments)(arguments, configuration)
    except (ConfigurationError, ReferenceError, CheckError, AcceptanceError) as fault:
        return _failed(USAGE, str(fault))
    except WarehouseError as fault:
        return _failed(USAGE if isinstance(fault, NoWarehouse | NotAWarehouse) else BROKEN, str(fault))
    except RunError as fault:
        return _failed(BROKEN, str(fault))
    except BrokenPipeError:
        # The reader has what it wanted (`| head`). What is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _failed(INTERRUPTED, f"interrupted{_untouched(arguments)}")
    except Exception as fault:
        # The last line: a user gets words, and the traceback on request.
        if os.environ.get("CROSSFOOT_DEBUG"):
            raise
        say(f"crossfoot: {arguments.command} did not complete: {type(fault).__name__}: {fault}")
        return _failed(BROKEN, f"CROSSFOOT_DEBUG=1 shows where it happened{_untouched(arguments)}")


def _failed(code: int, message: str) -> int:
    say(f"crossfoot: {message}")
    return code


def _untouched(arguments: Namespace) -> str:
    return "; the published warehouse is as it was" if hasattr(arguments, "warehouse") else ""


def _command(arguments: Namespace) -> Callable[[Namespace, Configuration], int]:
    function: Callable[[Namespace, Configuration], int] = getattr(
        import_module(arguments.module), arguments.function
    )
    return function


def _version() -> str:
    from importlib.metadata import version

    return version("crossfoot")


if __name__ == "__main__":
    enter()
