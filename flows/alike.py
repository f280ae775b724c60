"""Texts that differ only in their numbers: of one wording, a run takes so many, and the next ones go on.

A folder of fifty thousand of them is a flood, by accident or by intent: each costs as much as an article, and
all are one story, so that none adds a witness. Honest articles have words of their own, however many there
are.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from hashlib import blake2b

from flows.sources.article import Article
from schemas.identity import article_id_of

NUMBER = re.compile(r"\d+")


class Alike:
    """How many new texts of each wording a run has taken.

    Args:
        most: it takes so many; 0: all.

    Attributes:
        put_off: texts that are left to the next runs.
    """

    def __init__(self, most: int):
        self.most = most
        self.put_off = 0
        # Hashes: of a hundred thousand articles the texts themselves would be kept.
        self._taken: Counter[bytes] = Counter()

    def taken(self, articles: Iterable[Article], new: Collection[str]) -> list[Article]:
        """Return the articles that this run loads: all but new ones of a wording that has enough.

        Args:
            articles: of a batch.
            new: ids of those that are not loaded yet.
        """
        return [one for one in articles if not self._is_enough(one, new)]

    def _is_enough(self, article: Article, new: Collection[str]) -> bool:
        # What was fetched is known to have been read: the next run would not ask for it again.
        if not self.most or article.retrieved_at is not None or article_id_of(article.text) not in new:
            return False
        key = blake2b(NUMBER.sub("0", article.text).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if self._taken[key] >= self.most:
            self.put_off += 1
            return True
        self._taken[key] += 1
        return False
