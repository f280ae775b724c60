"""Shares that are told in words alone: "the vast majority of those sales"."""

from schemas import column
from schemas.base import Table, unindexed


class WordedShares(Table):
    """One row a share; no figure, since it has no number. Its whole is one that the article counts."""

    share_id: str = column.identity("Share", "Hash of article, span and base.")
    article_id: str = column.identity("Article", "The article that tells it.")
    char_start: int = column.count("Start", "First character of the words in the text.", "character")
    char_end: int = column.count("End", "First character after the words in the text.", "character")
    quote: str = column.text("Quote", "The words for the share.", filled=True)
    rule: str = column.text("Rule", "The rule that found it.", filled=True)
    base_figure_id: str = column.identity("Base", "The figure of the whole.")
    part_figure_id: str = column.identity(
        "Part", "The figure of the part, where the words give it.", nullable=True
    )
    whole_code: str = column.text("Whole", "Whose the whole is, as code.", nullable=True)
    entity_code: str = column.text(
        "Entity", "Who or what has the share, as code; NULL where a figure stands for it.", nullable=True
    )
    metric_code: str = column.text("Metric code", "What is measured of the whole, as code.", nullable=True)
    stated_low: float = column.number(
        "Stated low", "Least share that the words commit to; NULL is open.", "1"
    )
    stated_high: float = column.number(
        "Stated high", "Largest share that the words commit to; NULL is open.", "1"
    )
    read_low: float = column.number("Read low", "Least share that a reader takes; NULL is open.", "1")
    read_high: float = column.number("Read high", "Largest share that a reader takes; NULL is open.", "1")

    class Config(Table.Config):
        """The table."""

        name = "worded_shares"
        title = "Shares in words"
        description = "Shares that are told in words alone, with the whole that they are of."
        metadata = unindexed(
            "share_id",
            quote_fills_its_span="length(quote) = char_end - char_start",
            part_or_entity="part_figure_id is not null or entity_code is not null",
        )
