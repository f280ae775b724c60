"""Corrections: what figures an outlet changed in an article after it had been read."""

import polars as pl

from schemas import column
from schemas.base import Table, keyed

CHANGES = ("changed", "added", "removed")


class Corrections(Table):
    """One row a figure that another text of the same article states otherwise."""

    correction_id: str = column.identity("Correction", "Hash of the two texts and the figures.")
    run_id: str = column.text("Run", "The run that saw the new text.", filled=True)
    seen_at: pl.Datetime = column.plain("Seen at", "When the new text was read.", "UTC")
    source: str = column.text("Source", "Where the article was read.")
    source_id: str = column.text("Source's id", "The article's id there.", filled=True)
    old_article_id: str = column.identity("Old text", "The text before.")
    article_id: str = column.identity("New text", "The text after.")
    change: str = column.choice(
        "Change",
        "changed: stated otherwise in the same sentence; added, removed: on one side only.",
        *CHANGES,
    )
    old_quote: str = column.text("Old quote", "The figure as it stood.", nullable=True)
    old_value: float = column.number("Old value", "Its value.")
    old_unit: str = column.text("Old unit", "Its unit.", nullable=True)
    old_sentence: str = column.text("Old sentence", "The sentence as it stood.", nullable=True)
    quote: str = column.text("Quote", "The figure as it stands now.", nullable=True)
    value: float = column.number("Value", "Its value.")
    unit: str = column.text("Unit", "Its unit.", nullable=True)
    sentence: str = column.text("Sentence", "The sentence as it stands now.", nullable=True)
    figure_id: str = column.identity("Figure", "The figure as it stands now.", nullable=True)

    class Config(Table.Config):
        """The table."""

        name = "corrections"
        title = "Corrections"
        description = (
            "Figures that an outlet changed, added or took out in an article after it had been read. "
            "Sentences that stayed as they were are not compared, so that other rules of reading make none."
        )
        metadata = keyed("correction_id", is_of_a_figure="old_quote is not null or quote is not null")
