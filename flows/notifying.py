"""Tell people what a run found: one message a run, only for what is new.

What was told stands in a file beside the warehouse, for each destination. So a message that could not be
delivered is told by the next run, a finding that comes back is told again, and one that stays is told once.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.configuration import Configuration
from flows.console import say
from flows.report import RunReport

# Findings that a message names; the others are counted.
NAMED = 10
# An address with a secret in it belongs into the environment, not into a file under version control.
WEBHOOK = "CROSSFOOT_WEBHOOK"
SECONDS = 15.0
BROKEN = "broken: "


@dataclass(frozen=True, slots=True)
class Message:
    """What is told: `subject` in one line, `text` for a person, `content` for a program."""

    subject: str
    text: str
    content: dict[str, Any]


Send = Callable[[Message], None]


def destinations(
    settings: Configuration, by_block: Callable[[str, Message], None] | None = None
) -> dict[str, Send]:
    """Return where messages go, by name; `by_block` sends through a block of Prefect, where Prefect runs."""
    found: dict[str, Send] = {}
    if address := os.environ.get(WEBHOOK) or settings.notify.get("webhook"):
        found["webhook"] = lambda message: _post(address, message)
    if by_block and (block := settings.notify.get("block")):
        found["block"] = lambda message: by_block(block, message)
    return found


def tell(report: RunReport, settings: Configuration, send_to: Mapping[str, Send]) -> None:
    """Tell each destination the failing findings that it has not been told; a fault of one stops nothing."""
    failing = set(report.failing_ids)
    with Told(settings.warehouse) as told:
        for name, send in send_to.items():
            known = set(told.get(name, ()))
            new = sorted(failing - known)
            if not new or _delivered(name, send, message_of(report, new)):
                told[name] = sorted(failing)


@contextmanager
def broken_runs(settings: Configuration, send_to: Mapping[str, Send]) -> Iterator[None]:
    """Tell that a run did not complete, and why; the same fault of the next run is not told again."""
    fault = ""
    try:
        yield
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        raise
    finally:
        with Told(settings.warehouse) as told:
            for name, send in send_to.items():
                message = Message("Crossfoot: a run did not complete", fault, {"fault": fault})
                if not fault or (told.get(BROKEN + name) != [fault] and _delivered(name, send, message)):
                    told[BROKEN + name] = [fault] if fault else []


def message_of(report: RunReport, new: list[str]) -> Message:
    """Return the message on the new findings of a run."""
    count = len(new)
    subject = f"Crossfoot: {count} new finding{'' if count == 1 else 's'}"
    named = [finding for finding in report.failing if finding["finding_id"] in set(new)][:NAMED]
    lines = [
        f"{finding['certainty']} {finding['check_name']} {finding['finding_id']}: {finding['message']}"
        for finding in named
    ]
    if count > len(named):
        lines.append(f"and {count - len(named)} more")
    lines.append("crossfoot explain FINDING shows the sentences and the arithmetic")
    keys = ("finding_id", "check_name", "certainty", "message")
    content = {
        "run_id": report.run_id,
        "warehouse": report.warehouse,
        "new": new,
        "open": report.failing_count,
        "findings": [{key: finding[key] for key in keys} for finding in named],
    }
    return Message(subject, "\n".join(lines), content)


def _delivered(name: str, send: Send, message: Message) -> bool:
    try:
        send(message)
    except Exception as fault:  # noqa: BLE001 (whatever a chat's server does, the run stands)
        say(f"crossfoot: {name}: the message was not delivered ({type(fault).__name__}: {fault}); "
            "the next run tells it")  # fmt: skip
        return False
    return True


def _post(address: str, message: Message) -> None:
    """Post a message as JSON; its `text` is what chat servers show."""
    import httpx

    content = {"text": f"{message.subject}\n{message.text}", **message.content}
    httpx.post(address, json=content, timeout=SECONDS).raise_for_status()


class Told:
    """The file of what was told, as a dict that is written back when it changed."""

    def __init__(self, warehouse: Path):
        self.path = warehouse.with_name(warehouse.name + ".told")
        self.content: dict[str, list[str]] = {}

    def __enter__(self) -> dict[str, list[str]]:
        try:
            self.content = json.loads(self.path.read_text())
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as fault:
            say(f"crossfoot: {self.path}: cannot be read ({fault}); all that is open is told again")
        self.before = json.dumps(self.content)
        return self.content

    def __exit__(self, *fault: object) -> None:
        if (after := json.dumps(self.content)) == self.before:
            return
        new = self.path.with_name(self.path.name + ".new")
        try:
            new.write_text(after)
            new.replace(self.path)
        except OSError as error:
            say(f"crossfoot: {self.path}: cannot be written ({error.strerror}); the next run tells all again")
