"""The Prefect flow: the way of a run, each step a task, its result as artifacts, failing when findings do.

    crossfoot                  reads the settings of the folder it runs in
      reference data           what the extractor reads with, into the warehouse
      articles 1, 2, ...       extract, validate and load: batches of articles, never one article
      checks                   findings opened, still open, closed
      (publish)                readers see the new state when all of it is there

The steps are plain functions in `flows.steps`; `crossfoot run --direct` calls them without Prefect.
"""

import asyncio
import inspect
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from flows import orchestration

orchestration.prepare(quiet=False)

from prefect import flow, task  # noqa: E402 (after its settings)
from prefect.artifacts import create_markdown_artifact, create_table_artifact  # noqa: E402
from prefect.blocks.abstract import NotificationBlock  # noqa: E402
from prefect.blocks.core import Block  # noqa: E402
from prefect.cache_policies import NO_CACHE  # noqa: E402
from prefect.client.orchestration import get_client  # noqa: E402
from prefect.client.schemas.filters import (  # noqa: E402
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType  # noqa: E402
from prefect.runtime import deployment, flow_run  # noqa: E402
from prefect.states import Cancelled, Completed, Failed  # noqa: E402

from flows import notifying, steps  # noqa: E402
from flows.configuration import load_configuration  # noqa: E402
from flows.ordering import order_of  # noqa: E402
from flows.progress import progress_for_terminal  # noqa: E402
from flows.report import RunReport  # noqa: E402
from flows.showing import finding_rows, report_markdown  # noqa: E402


@flow(name="crossfoot", persist_result=False, validate_parameters=True)
def crossfoot(
    sources: list[str] | None = None,
    warehouse: str | None = None,
    published: str | None = None,
    configuration: str | None = None,
    since: str | None = None,
    until: str | None = None,
    follow: bool = False,
) -> Any:
    """Read articles, extract, load, check and publish; fail when figures contradict each other.

    Args:
        sources: files, folders, addresses, names of sources of the settings; none: all of these that are due.
        warehouse: the DuckDB file; default is the configuration's.
        published: publication date of a single file.
        configuration: file with the settings; default is `crossfoot.toml` of the working folder.
        since: first publication date that is wanted.
        until: last one.
        follow: read the pages that feeds lead to, in place of what the feeds give.

    Returns:
        A state whose data is the `RunReport`: Failed, naming the findings, when open findings fail the run.
    """
    drop_missed_runs()
    settings = load_configuration(Path(configuration) if configuration else None, warehouse=warehouse)
    order = order_of(settings, sources or (), published=published, since=since, until=until, follow=follow)
    if not order.sources:
        return Completed(message="no source is due")
    send_to = notifying.destinations(settings, by_block)
    with notifying.broken_runs(settings, send_to), progress_for_terminal() as progress:
        report = steps.run(order, settings, do=as_task, progress=progress)
    publish_artifacts(report)
    notifying.tell(report, settings, send_to)
    # Not raised: a finding is the answer of a run that worked, and needs no traceback.
    state = Failed if report.exit_code else Completed
    return state(message=report.message, data=report)


def drop_missed_runs() -> None:
    """Cancel the other runs of this schedule that are due: this run reads all that they would have read.

    Else a night without a worker would be followed by as many runs, one after the other, as it had hours.
    """
    if deployment.id is None:
        return
    now: Any = datetime.now(UTC)
    due = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
        expected_start_time=FlowRunFilterExpectedStartTime(before_=now),
    )
    of_this = DeploymentFilter(id=DeploymentFilterId(any_=[UUID(deployment.id)]))
    with get_client(sync_client=True) as client:
        for run in client.read_flow_runs(flow_run_filter=due, deployment_filter=of_this):
            if run.auto_scheduled and str(run.id) != flow_run.id:
                reason: State[Any] = Cancelled(message="missed; a later run read all that was due")
                client.set_flow_run_state(run.id, reason, force=True)


def as_task(name: str, step: Callable[..., Any], /, *arguments: Any) -> Any:
    """Run a step as a Prefect task.

    Never cached: the same arguments may meet another warehouse. Not retried: the same text contradicts
    itself every time, and a fault of the machine ends the run, which leaves the published warehouse alone.
    """
    bound = _hidden(step, arguments)
    return task(name=step.__name__, task_run_name=name, cache_policy=NO_CACHE, persist_result=False)(bound)()


def _hidden(step: Callable[..., Any], arguments: Sequence[Any]) -> Callable[[], Any]:
    """Bind the arguments: a connection or ten megabytes of text are nothing for Prefect to look through."""

    def bound() -> Any:
        return step(*arguments)

    bound.__doc__ = step.__doc__
    return bound


def publish_artifacts(report: RunReport) -> None:
    """Show the run in Prefect: a page with the evidence, and a table of what fails."""
    create_markdown_artifact(report_markdown(report), key="crossfoot-run", description=report.message)
    if report.failing:
        create_table_artifact(finding_rows(report), key="crossfoot-findings", description="Failing findings")


def by_block(name: str, message: notifying.Message) -> None:
    """Send a message through a notification block of Prefect, "slack-webhook/editors"."""
    block = Block.load(name)
    if not isinstance(block, NotificationBlock):
        raise TypeError(f"the block {name} sends no notifications")
    # Declared as async for every block, and answered at once by those that Prefect ships.
    answer: object = block.notify(body=message.text, subject=message.subject)
    if inspect.iscoroutine(answer):
        asyncio.run(answer)
