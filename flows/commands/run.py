"""`crossfoot run`: the whole way, with Prefect or without."""

import gc
import os
import sys
from argparse import Namespace
from typing import Any

from flows import orchestration
from flows.configuration import Configuration
from flows.console import say
from flows.ordering import Order, order_of
from flows.report import RunReport

# What the arguments of a run, of the flow and of an order are all called.
CHOICES = ("published", "since", "until", "follow")


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Run the pipeline on the given sources, show what it did and what fails.

    Returns:
        0, also when no source is due; 2 when a SOURCE gave no article; else 1 when findings fail the run.
    """
    # Before anything is read or started: a wrong date or folder is told at once.
    order = _order(arguments, configuration)
    if not order.sources:
        say("crossfoot: no source is due; one that is named is read all the same")
        return 0
    report = (_directly if arguments.direct else _with_prefect)(arguments, configuration)
    show(report)
    return report.exit_code


def _directly(arguments: Namespace, configuration: Configuration) -> RunReport:
    # What modules hold stays until the end: looking through it again and again is a twentieth of a small run.
    gc.disable()
    # numpy is asked for no linear algebra, and the library for it starts by letting threads turn in circles.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from flows.extracting import Extractor

    with Extractor(configuration.reference, configuration.workers) as extractor:
        extractor.begin()
        from flows import notifying, steps
        from flows.progress import progress_for_terminal

        gc.freeze()
        gc.enable()
        try:
            send_to = notifying.destinations(configuration)
            with notifying.broken_runs(configuration, send_to), progress_for_terminal() as progress:
                order = _order(arguments, configuration)
                report = steps.run(order, configuration, progress=progress, extractor=extractor)
            notifying.tell(report, configuration, send_to)
        finally:
            # What is frozen is not tidied at exit, and DuckDB tells each of its own parts as a leak.
            gc.unfreeze()
    return report


def _order(arguments: Namespace, configuration: Configuration) -> Order:
    return order_of(configuration, arguments.sources, **{name: getattr(arguments, name) for name in CHOICES})


def _with_prefect(arguments: Namespace, configuration: Configuration) -> RunReport:
    if sys.stderr.isatty():
        say("starting Prefect; its temporary server takes some 15 s (--direct does without)")
    orchestration.prepare(quiet=True)
    from flows.pipeline import crossfoot

    state: Any = crossfoot(
        list(arguments.sources),
        warehouse=str(configuration.warehouse),
        **{name: getattr(arguments, name) for name in CHOICES},
        configuration=str(arguments.config) if arguments.config else None,
        return_state=True,
    )
    result = state.result(raise_on_failure=False)
    if isinstance(result, RunReport):
        return result
    if isinstance(result, BaseException):
        # The run broke: its own exception says why, and main() puts it into words.
        raise result
    raise RuntimeError(f"the flow ended as {state.name}: {state.message}")


def show(report: RunReport) -> None:
    """Print what a run did: findings that fail it, with their evidence; counts; what was rejected."""
    from flows.showing import FINDINGS_SHOWN, effort_lines, finding_lines, refused_lines, summary_lines

    for finding in report.failing[:FINDINGS_SHOWN]:
        print("\n".join(finding_lines(finding)), end="\n\n")
    if report.failing_count > FINDINGS_SHOWN:
        print(f"{report.failing_count - FINDINGS_SHOWN:,} more: crossfoot findings\n")
    print("\n".join([*summary_lines(report), *effort_lines(report)]))
    sys.stdout.flush()
    for line in refused_lines(report):
        say(line)
    for source in report.barren:
        say(f"crossfoot: {source}: no article in it; check the path or address")
    if report.failing:
        count = report.failing_count
        say(f"crossfoot: the run fails: {count:,} open finding{'' if count == 1 else 's'}")
