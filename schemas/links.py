"""Links: figures that the text relates otherwise than as a total and its parts."""

from schemas import column
from schemas.base import Table, unindexed

KINDS = ("share", "growth", "ratio", "conversion", "order", "duration", "rate")


class Links(Table):
    """One row a link; its figures are in `link_figures`."""

    link_id: str = column.identity("Link", "Hash of article, kind and figures.")
    article_id: str = column.identity("Article", "The article that gives it.")
    kind: str = column.choice(
        "Kind",
        "share (share, part, base), growth (growth, new, old), ratio (ratio, numerator, denominator), "
        "conversion (from, to), order (greater, lesser), duration (duration, from, to), "
        "rate (rate, quantity, amount; span where the rate is of a day).",
        *KINDS,
    )
    char_start: int = column.count("Start", "First character of the words in the text.", "character")
    char_end: int = column.count("End", "First character after the words in the text.", "character")
    quote: str = column.text("Quote", "The words that give the link.")
    rule: str = column.text("Rule", "The rule that found it.", filled=True)

    class Config(Table.Config):
        """The table."""

        name = "links"
        title = "Links"
        description = "Figures that the text relates: a growth with its levels, a share with its base, ..."
        metadata = unindexed("link_id", quote_fills_its_span="length(quote) = char_end - char_start")


class LinkFigures(Table):
    """One row a figure of a link."""

    link_id: str = column.identity("Link", "The link it belongs to.")
    position: int = column.count("Position", "Order in the text, from 0.")
    role: str = column.text(
        "Role", "What the figure is in the link: part, base, new, old, greater, ...", filled=True
    )
    figure_id: str = column.identity("Figure", "The figure.")

    class Config(Table.Config):
        """The table."""

        name = "link_figures"
        title = "Figures of links"
        description = "The figures of a link, each with its role."
        metadata = unindexed("link_id", "position")
