"""Stories: articles of one origin, by what they were compared, and how they are related."""

import polars as pl

from schemas import column
from schemas.base import Table, keyed

RELATIONS = ("exact", "near", "rewrite", "update")


class Copies(Table):
    """One row a pair of articles that have one origin."""

    article_id: str = column.identity("Article", "The later of the two: the copy.")
    copy_of_id: str = column.identity("Copy of", "The earlier of the two.")
    relation: str = column.choice(
        "Relation",
        "exact: the same words; near: most of them; rewrite: told anew; update: one outlet's later text.",
        *RELATIONS,
    )
    jaccard: float = column.number(
        "Jaccard",
        "Share of three words in a row that both have, of all that either has.",
        "fraction",
        low=0,
        high=1,
    )
    containment: float = column.number(
        "Containment",
        "Share of five words in a row that both have, of those of the shorter text.",
        "fraction",
        low=0,
        high=1,
    )
    shared_figures: float = column.number(
        "Shared figures",
        "Share of values that both state, of those of the article with fewer; NULL: one states none.",
        "fraction",
        low=0,
        high=1,
    )

    class Config(Table.Config):
        """The table."""

        name = "copies"
        title = "Copies"
        description = (
            "Pairs of articles with one origin, found by their words and figures. Articles that such pairs "
            "connect are one story (articles.story_id). A superseded text is a pair with its successor, "
            "without measures."
        )
        metadata = keyed("article_id", "copy_of_id", two_articles="article_id <> copy_of_id")


class Signatures(Table):
    """One row a current article: what it is compared by."""

    article_id: str = column.identity("Article", "The article.")
    reading_key: str = column.identity("Reading", "The reading of the article that was compared.")
    first_on: pl.Date = column.plain(
        "First day", "First day on which it may have been published.", nullable=True
    )
    last_on: pl.Date = column.plain(
        "Last day", "Last day on which it may have been published.", nullable=True
    )
    words: pl.Binary = column.plain(
        "Words", "MinHash of its words, three in a row; NULL: it has fewer.", nullable=True
    )
    figures: pl.Binary = column.plain(
        "Figures", "MinHash of the values of its figures; NULL: it states none.", nullable=True
    )

    class Config(Table.Config):
        """The table."""

        name = "signatures"
        title = "Signatures"
        description = "What copies are found by: 64 numbers of 32 bits each for words and for figures."
        metadata = keyed("article_id")
