"""`crossfoot report`: the warehouse as a folder of pages to look at."""

from argparse import Namespace

from flows.configuration import Configuration, ConfigurationError
from flows.console import say


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Write the report of the published warehouse and say where it begins."""
    from warehouse.publish import open_reader
    from warehouse.report import NotAReport, build

    with open_reader(configuration.warehouse) as connection:
        try:
            built = build(connection, arguments.out)
        except NotAReport as fault:
            raise ConfigurationError(str(fault)) from fault
    counts = (
        (built.files, "file"),
        (built.articles, "article"),
        (built.findings, "finding"),
        (built.lines, "time line"),
    )
    say(", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counts))
    print(built.index)
    return 0
