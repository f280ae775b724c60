"""docs/sources.md names every setting of sources and of the web; it and the help name every kind of file."""

from dataclasses import fields
from pathlib import Path

from flows.cli import SOURCES_HELP
from flows.source_settings import KINDS, NAMES
from flows.sources import READERS
from flows.sources.politeness import Politeness

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_setting_and_kind_is_explained() -> None:
    names = [*NAMES, *KINDS, *(one.name for one in fields(Politeness))]
    assert [name for name in names if name not in PAGE] == []
    assert [ending for ending in READERS if f"`{ending}`" not in PAGE] == []


def test_the_help_names_every_kind_of_file() -> None:
    # Further endings of one kind are told by the page alone.
    further = {".htm", ".xhtml", ".text", ".markdown"}
    assert [one for one in {*READERS} - further if one not in SOURCES_HELP] == []
