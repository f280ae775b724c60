"""`crossfoot export`: figures in a form that statisticians' programs load."""

from argparse import Namespace

from flows.commands.query import replacing, write_csv
from flows.configuration import Configuration
from flows.console import say

# SDMX-CSV 2.0: what the data are of, and that they are told, not changed.
STRUCTURE = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
DATAFLOW = ("dataflow", "CROSSFOOT:FIGURES(1.0)", "I")
FETCHED = 5_000


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Write the figures with entity, metric and period as SDMX-CSV, and say how many."""
    from warehouse.publish import open_reader

    kept = """where "OBS_STATUS" <> 'U'""" if arguments.reconciled else ""
    with (
        open_reader(configuration.warehouse) as connection,
        replacing(arguments.out) as file,
        file.open("w", encoding="utf-8", newline="") as stream,
    ):
        result = connection.execute(f"from sdmx_observations {kept}")
        names = [column[0] for column in result.description or ()]

        rows = iter(lambda: result.fetchmany(FETCHED), [])
        observations = [(*DATAFLOW, *row) for fetched in rows for row in fetched]
        write_csv([*STRUCTURE, *names], iter(observations), stream)
    count = len(observations)
    say(f"{count:,} observation{'' if count == 1 else 's'}")
    print(arguments.out)
    return 0
