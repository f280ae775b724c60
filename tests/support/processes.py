"""The processes that this one has started."""

from pathlib import Path


def children_of_this() -> list[int]:
    """Return the ids of the child processes of this process."""
    tasks = Path("/proc/self/task")
    return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]
