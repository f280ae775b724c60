"""`crossfoot rebuild` and `crossfoot diff`: read the stored texts again, or say what that would change."""

import json
from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.run import show
from flows.configuration import Configuration
from flows.console import clean, say

if TYPE_CHECKING:
    from flows.differences import Change

# So many changes are shown to a person; --format json gives all.
SHOWN = 40


def rebuild(arguments: Namespace, configuration: Configuration) -> int:
    """Make the warehouse anew from its texts; keep the old file under another name.

    Returns:
        0, or 1 with open findings that fail a run.
    """
    from flows import steps
    from flows.progress import progress_for_terminal

    kept: Path = arguments.keep or configuration.warehouse.with_name(configuration.warehouse.name + ".old")
    with progress_for_terminal() as progress:
        report = steps.rebuild(configuration, kept, progress)
    show(report)
    say(f"crossfoot: the old warehouse is kept as {kept}")
    return report.exit_code


def diff(arguments: Namespace, configuration: Configuration) -> int:
    """Read the stored texts as this program does, show which figures would be others, and change nothing."""
    from flows.differences import differences
    from flows.extracting import Extractor
    from warehouse.publish import open_stored

    kinds: Counter[str] = Counter()
    columns: Counter[str] = Counter()

    def tell(change: "Change") -> None:
        if arguments.format == "json":
            line = {name: getattr(change, name) for name in type(change).__slots__}
            print(json.dumps(line, ensure_ascii=False))
        elif kinds.total() <= SHOWN:
            print("\n".join(_lines(change)))

    with (
        Extractor(configuration.reference, configuration.workers) as extractor,
        open_stored(configuration.warehouse) as connection,
    ):
        for change in differences(connection, extractor):
            kinds[change.kind] += 1
            columns.update(change.columns.keys())
            tell(change)
    if kinds.total() > SHOWN and arguments.format != "json":
        print(f"... and {kinds.total() - SHOWN:,} more: --format json gives all")
    say(f"{kinds['gained']:,} figures gained, {kinds['lost']:,} lost, {kinds['changed']:,} changed")
    for name, count in columns.most_common():
        say(f"  {name}: {count:,}")
    return 0


def _lines(change: "Change") -> list[str]:
    """Return a change as a person reads it: the figure in its sentence, and each column that differs."""
    lines = [f"{change.kind:8}{clean(change.quote)}", f"        {clean(change.sentence)}"]
    return lines + [f"        {name}: {old} -> {new}" for name, (old, new) in change.columns.items()]
