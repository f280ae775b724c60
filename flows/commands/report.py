"""`crossfoot report`: the warehouse as a folder of pages to look at."""

from argparse import Namespace

from flows.configuration import Configuration
from flows.console import say


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Write the report of the published warehouse and say where it begins."""
    from warehouse.publish import open_reader
    from warehouse.report import build

    with open_reader(configuration.warehouse) as connection:
        built = build(connection, arguments.out)
    say(
        f"{built.files:,} files: {built.articles:,} articles, {built.findings:,} findings, "
        f"{built.lines:,} time lines"
    )
    print(built.index)
    return 0
