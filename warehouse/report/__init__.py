"""A warehouse as pages to look at: a folder of static HTML that needs no network and no server."""

from warehouse.report.output import NotAReport
from warehouse.report.site_build import Built, build

__all__ = ["Built", "NotAReport", "build"]
