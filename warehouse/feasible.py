"""Checks that SQL cannot say: whether any course of events fits all that is stated (linear programmes)."""

from collections.abc import Callable

import duckdb

from warehouse.check_files import Check
from warehouse.found import Found

FEASIBILITY_CHECKS: tuple[tuple[Check, Callable[[duckdb.DuckDBPyConnection], list[Found]]], ...] = ()
