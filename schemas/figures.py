"""Figures: one row a number that an article states about something."""

import polars as pl

from schemas import column
from schemas.base import Table, unindexed

QUALIFIERS = (
    "exact",
    "approximately",
    "nearly",
    "more_than",
    "less_than",
    "at_least",
    "at_most",
    "between",
)
KINDS = (
    "count",
    "money",
    "measure",
    "share",
    "percent",
    "growth",
    "rate",
    "ordinal_milestone",
    "duration",
    "rank",
    "score",
)
STATUSES = ("reported", "forecast", "target")


class Figures(Table):
    """The columns are those of a figure's row in `flows/extraction/rows.py`, in that order."""

    figure_id: str = column.identity("Figure", "Hash of article, field and span: any process gives the same.")
    article_id: str = column.identity("Article", "The article that states the figure.")
    field: str = column.choice("Field", "Where it stands: the article's text or its title.", "text", "title")
    char_start: int = column.count("Start", "First character of the quote in the field.", "character")
    char_end: int = column.count("End", "First character after the quote in the field.", "character")
    quote: str = column.text("Quote", "The words of the figure, as they stand.", filled=True)
    sentence: str = column.text("Sentence", "The sentence around it.")
    value: float = column.number(
        "Value",
        "The printed number in full; percent stays in percent, fractions in words are of 1. "
        "NULL for a range, whose ends are the stated interval.",
        "unit",
    )
    qualifier: str = column.choice("Qualifier", "How the words hedge the number.", *QUALIFIERS)
    hedge: str = column.text("Hedge", "The hedge's own words.", nullable=True)
    stated_low: float = column.number("Stated low", "Least value the words commit to; NULL is open.", "unit")
    stated_high: float = column.number(
        "Stated high", "Largest value the words commit to; NULL is open.", "unit"
    )
    read_low: float = column.number("Read low", "Least value a careful reader takes; NULL is open.", "unit")
    read_high: float = column.number(
        "Read high", "Largest value a careful reader takes; NULL is open.", "unit"
    )
    granule: float = column.number(
        "Granule", "Place of the last digit that counts as printed; 0 where exact.", "unit", low=0
    )
    kind: str = column.choice("Kind", "What kind of number it is.", *KINDS)
    unit: str = column.text(
        "Unit", "English name in the singular, ISO 4217 code of money, or counted noun.", nullable=True
    )
    unit_code: str = column.text("Unit code", "UCUM or ISO 4217 code; NULL for counted nouns.", nullable=True)
    entity_code: str = column.text(
        "Entity", "Who or what it is about, as code; an unlisted name's code is its slug.", nullable=True
    )
    subject: str = column.text("Subject", "Who or what it is about, in the text's words.", nullable=True)
    metric: str = column.text("Metric", "What is measured, in the text's words.", nullable=True)
    metric_code: str = column.text("Metric code", "What is measured, as code.", nullable=True)
    base: str = column.text("Base", "What a share is of, in words.", nullable=True)
    scope: str = column.text(
        "Scope", "Normalised words that narrow what is counted, so that like meets like.", nullable=True
    )
    place_code: str = column.text("Place code", "ISO 3166-1 or UN M49 code.", nullable=True)
    place: str = column.text("Place", "The place in the text's words.", nullable=True)
    period_start: pl.Date = column.plain(
        "Period start", "First day, where the text settles it.", nullable=True
    )
    period_end: pl.Date = column.plain(
        "Period end", "Last day (included), where the text settles it.", nullable=True
    )
    period_basis: str = column.text("Period basis", "How the period was derived.", nullable=True)
    is_cumulative: bool = column.plain(
        "Cumulative", "A running total up to the period's end, not a sum over the period."
    )
    attributed_to: str = column.text(
        "Attributed to", "Who claims it; NULL: the article itself.", nullable=True
    )
    status: str = column.choice("Status", "A forecast or target is no fact about today.", *STATUSES)
    subject_confidence: float = column.number(
        "Subject confidence", "How sure the rule is of the subject.", "1", low=0, high=1, nullable=False
    )
    metric_confidence: float = column.number(
        "Metric confidence", "How sure the rule is of the metric.", "1", low=0, high=1, nullable=False
    )
    place_confidence: float = column.number(
        "Place confidence", "How sure the rule is of the place.", "1", low=0, high=1, nullable=False
    )
    period_confidence: float = column.number(
        "Period confidence", "How sure the rule is of the period.", "1", low=0, high=1, nullable=False
    )

    class Config(Table.Config):
        """The table."""

        name = "figures"
        title = "Figures"
        description = "One row a number that an article states about something."
        metadata = unindexed(
            "figure_id",
            quote_fills_its_span="length(quote) = char_end - char_start",
            stated_interval_in_order="stated_low <= stated_high",
            read_interval_in_order="read_low <= read_high",
            value_or_both_ends="value is not null or stated_low is not null and stated_high is not null",
            period_in_order="period_start <= period_end",
        )


class FiguresInText(Figures):
    """Figures beside what stands at their span, before they are loaded."""

    found: str = column.text("Found", "What stands in the text or title from char_start to char_end.")

    class Config(Figures.Config):
        """Not a table of the warehouse: the same rows, with one rule more."""

        metadata = unindexed(
            *Figures.Config.metadata["key"],
            **Figures.Config.metadata["rules"],
            quote_stands_in_text="found = quote",
        )
