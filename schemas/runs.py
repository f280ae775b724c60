"""Runs: the ledger of what was read, loaded and found; and the warehouse's own versions."""

import polars as pl

from schemas import column
from schemas.base import Table, keyed


class Runs(Table):
    """One row a run that changed the warehouse."""

    run_id: str = column.text("Run", "Runs sort by it as they ran.", filled=True)
    started_at: pl.Datetime = column.plain("Started at", "When the run began.", "UTC")
    finished_at: pl.Datetime = column.plain("Finished at", "When its checks were done.", "UTC", nullable=True)
    status: str = column.choice(
        "Status", "passed: no open error finding; failed: some.", "running", "passed", "failed"
    )
    crossfoot_version: str = column.text("Crossfoot's version", "The program's version.", filled=True)
    extractor_version: str = column.text(
        "Extractor's version", "Rules and reference data that read figures.", filled=True
    )
    articles_read: int = column.count("Read", "Articles that the sources gave.", "article")
    articles_new: int = column.count("New", "Texts not seen before.", "article")
    articles_unchanged: int = column.count("Unchanged", "Articles known as they are.", "article")
    articles_changed: int = column.count(
        "Changed", "Ids that show another text, or articles read again.", "article"
    )
    articles_rejected: int = column.count("Rejected", "Files and records that could not be read.", "article")
    figures_loaded: int = column.count("Figures loaded", "Figures that the run wrote.", "figure")
    figures_total: int = column.count("Figures", "Figures in the warehouse after the run.", "figure")
    rejects_loaded: int = column.count("Rejects", "Rows written to rejects.", "reject")
    findings_new: int = column.count("New findings", "Findings that the run opened.", "finding")
    findings_open: int = column.count("Open findings", "Findings open after the run.", "finding")
    findings_closed: int = column.count("Closed findings", "Findings that the run closed.", "finding")
    read_seconds: float = column.number("Reading", "Time to read the sources.", "s", low=0)
    extract_seconds: float = column.number("Extraction", "Time to extract figures.", "s", low=0)
    load_seconds: float = column.number("Loading", "Time to validate and load.", "s", low=0)
    check_seconds: float = column.number("Checks", "Time to run the checks.", "s", low=0)
    publish_seconds: float = column.number(
        "Publishing", "Time to copy the warehouse and write it to disk, up to its swap.", "s", low=0
    )
    articles_per_second: float = column.number(
        "Articles a second", "New and changed articles by the seconds of all steps.", "1/s", low=0
    )

    class Config(Table.Config):
        """The table."""

        name = "runs"
        title = "Runs"
        description = "One row a run that changed the warehouse: versions, counts, seconds."
        metadata = keyed("run_id", times_in_order="started_at <= finished_at")


class RunRejects(Table):
    """What a run set aside, by reason; its rows of rejects go when what they tell of is mended."""

    run_id: str = column.text("Run", "The run that rejected it.", filled=True)
    reason: str = column.text("Reason", "As in rejects.", filled=True)
    reject_count: int = column.count("Rejects", "Rows that the run wrote to rejects.", "reject")

    class Config(Table.Config):
        """The table."""

        name = "run_rejects"
        title = "Rejects of runs"
        description = "What each run set aside, by reason."
        metadata = keyed("run_id", "reason")


class RunSources(Table):
    """What a source gave in a run: by it the next runs see when a source dries up."""

    run_id: str = column.text("Run", "The run.", filled=True)
    source: str = column.text("Source", "As in articles.", filled=True)
    article_count: int = column.count("Articles", "Articles that it showed, known ones too.", "article")
    figure_count: int = column.count("Figures", "Figures of these articles.", "figure")
    warning: str = column.text("Warning", "Why that is far less than before; NULL: it is not.", nullable=True)

    class Config(Table.Config):
        """The table."""

        name = "run_sources"
        title = "Sources of runs"
        description = "What each source gave in a run. Rows without a warning are kept for the last 50 runs."
        metadata = keyed("run_id", "source")


class Meta(Table):
    """The warehouse's own settings."""

    name: str = column.text(
        "Name", "schema_version, schema_hash, reference_hash, extractor_version.", filled=True
    )
    value: str = column.text("Value", "As text.")

    class Config(Table.Config):
        """The table."""

        name = "meta"
        title = "Meta"
        description = "Versions of the warehouse itself."
        metadata = keyed("name")
