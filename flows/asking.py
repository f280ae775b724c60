"""What asks the web, made from the settings."""

from importlib.metadata import version

from flows.sources.exchange import Exchange
from flows.sources.fetcher import Fetcher
from flows.sources.hosts import AGENT
from flows.sources.journal import Journal
from flows.sources.memory import Memory
from flows.sources.politeness import Politeness


def fetcher(politeness: Politeness, memory: Memory, journal: Journal | None) -> Fetcher:
    """Return a fetcher that names itself, its version and whom to write to."""
    agent = f"{AGENT}/{version('crossfoot')} (+{politeness.contact})"
    return Fetcher(Exchange(politeness, agent), journal or Journal(), memory.host)
