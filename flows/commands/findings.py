"""`crossfoot check`, `findings`, `explain` and `accept`: look at what contradicts what, and decide."""

import getpass
from argparse import Namespace
from datetime import UTC, date, datetime
from typing import Any

from flows.configuration import Configuration, ConfigurationError
from flows.console import clean, say
from flows.showing import finding_lines

ORDER = """
    case status when 'open' then 0 when 'accepted' then 1 else 2 end,
    severity, certainty, check_name, finding_id
"""


def check(arguments: Namespace, configuration: Configuration) -> int:
    """Run all checks anew on what is loaded, publish their findings, and show what fails."""
    from flows.commands.run import show
    from flows.steps import run_checks_again

    del arguments
    report = run_checks_again(configuration)
    show(report)
    return report.exit_code


def findings(arguments: Namespace, configuration: Configuration) -> int:
    """List findings with their evidence.

    Returns:
        1 when open findings fail a run, else 0.
    """
    from warehouse.checks import Settings, failing_findings
    from warehouse.evidence import findings_with_evidence
    from warehouse.publish import open_reader

    with open_reader(configuration.warehouse) as connection:
        failing = failing_findings(connection, Settings(configuration.fail_on, configuration.checks))
        condition = "true" if arguments.all else "status = 'open' and severity = 'error'"
        rows = connection.execute(
            f"select finding_id from findings where {condition} order by {ORDER}"
        ).fetchall()
        ids = [finding_id for (finding_id,) in rows]
        for finding in findings_with_evidence(connection, ids):
            print("\n".join(finding_lines(finding)), end="\n\n")
    if not ids:
        print(
            "no findings" if arguments.all else "no open findings (crossfoot findings --all shows notes too)"
        )
    return 1 if failing else 0


def explain(arguments: Namespace, configuration: Configuration) -> int:
    """Show one finding in full."""
    from warehouse import explain as explaining
    from warehouse.publish import open_reader

    with open_reader(configuration.warehouse) as connection:
        text = explaining.explain(connection, _whole_id(connection, arguments.finding_id))
    print("\n".join(clean(line) for line in text.splitlines()))
    return 0


def accept(arguments: Namespace, configuration: Configuration) -> int:
    """Accept a finding with a reason, and publish that; the file of acceptances, if any, has it too."""
    from warehouse import acceptances
    from warehouse.publish import open_reader, open_run

    given = [one for one in (arguments.said, arguments.reason) if one is not None]
    if len(given) != 1:
        raise ConfigurationError("an acceptance needs one reason: REASON or --reason TEXT")
    until = _day(arguments.until)
    open_reader(configuration.warehouse).close()
    with open_run(configuration.warehouse) as connection:
        accepted = acceptances.accept(
            connection,
            _whole_id(connection, arguments.finding_id),
            given[0],
            datetime.now(UTC).replace(tzinfo=None),
            until,
            arguments.by or getpass.getuser(),
        )
        if configuration.acceptances is not None:
            acceptances.add_to_acceptance_file(configuration.acceptances, accepted)
    say(f"accepted {accepted.finding_id}" + (f" until {until}" if until else ""))
    return 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as fault:
        raise ConfigurationError(f"--until {text!r}; expected a date like 2030-12-31") from fault


def _whole_id(connection: Any, beginning: str) -> str:
    """Return the one finding whose id begins so."""
    rows = connection.execute(
        "select finding_id from findings where starts_with(finding_id, ?) order by finding_id limit 3",
        [beginning],
    ).fetchall()
    if len(rows) == 1 and beginning:
        return str(rows[0][0])
    if not rows:
        raise ConfigurationError(f"no finding {beginning}; crossfoot findings --all lists them")
    several = ", ".join(finding_id for (finding_id,) in rows)
    raise ConfigurationError(
        f"several findings begin with {beginning!r} ({several}, ...); give more of the id"
    )
