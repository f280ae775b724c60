"""Breakdowns: a total with its parts, or a count with its named items, as the text gives them."""

from schemas import column
from schemas.base import Table, unindexed


class Breakdowns(Table):
    """One row a breakdown; its parts are in `breakdown_parts`."""

    breakdown_id: str = column.identity("Breakdown", "Hash of article, kind, words and total.")
    article_id: str = column.identity("Article", "The article that gives it.")
    kind: str = column.choice(
        "Kind",
        "sum: a total with its parts; enumeration: a count with its named items; "
        "clock: a length of time with the two times of day that it lies between.",
        "sum",
        "enumeration",
        "clock",
    )
    total_figure_id: str = column.identity(
        "Total", "The total or the count; NULL where none is stated.", nullable=True
    )
    is_complete: bool = column.plain("Complete", "Whether the text says that nothing is left out.")
    char_start: int = column.count("Start", "First character of the words in the text.", "character")
    char_end: int = column.count("End", "First character after the words in the text.", "character")
    quote: str = column.text("Quote", "The words that give the breakdown.")
    rule: str = column.text("Rule", "The rule that found it.", filled=True)

    class Config(Table.Config):
        """The table."""

        name = "breakdowns"
        title = "Breakdowns"
        description = "A total with its parts, or a count with its named items, as the text gives them."
        metadata = unindexed("breakdown_id", quote_fills_its_span="length(quote) = char_end - char_start")


class BreakdownParts(Table):
    """One row a part of a total, or a named item of a count."""

    breakdown_id: str = column.identity("Breakdown", "The breakdown it belongs to.")
    position: int = column.count("Position", "Order in the text, from 0.")
    figure_id: str = column.identity(
        "Figure", "The part's figure; NULL for an item that is only named.", nullable=True
    )
    item: str = column.text("Item", "The words of a named item.", nullable=True)

    class Config(Table.Config):
        """The table."""

        name = "breakdown_parts"
        title = "Parts of breakdowns"
        description = "The parts of a total or the named items of a count."
        metadata = unindexed(
            "breakdown_id", "position", figure_or_item="figure_id is not null or item is not null"
        )
