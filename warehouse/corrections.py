"""What figures differ between two texts of one article.

Only sentences that one of the texts does not have are looked at: so a new version of the rules, which reads
an unchanged sentence otherwise, makes no correction. A figure that moved into another sentence with its
value is none either.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.identity import identifier

Row = Mapping[str, Any]
WORD = re.compile(r"\w+(?:[.,]\d+)*")
# Of the words of two sentences, numbers apart, so many have to be in both: then one is the other, changed.
LEAST_LIKENESS = 0.5
# By what the figures of a changed sentence are paired: what they count, then what kind they are.
PAIRED_BY = (("kind", "unit", "metric"), ("kind", "unit"), ("kind",))


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article with its figures.

    Attributes:
        article_id: of the text.
        title, text: where its sentences stand.
        figures: rows of `figures`.
    """

    article_id: str
    title: str | None
    text: str
    figures: Sequence[Row]

    def has(self, figure: Row) -> bool:
        """Whether the sentence of a figure of another version stands here too."""
        if figure["field"] == "title":
            return figure["sentence"] in (self.title or "")
        return figure["sentence"] in self.text


def corrections_of(source: str, source_id: str, old: Version, new: Version) -> list[dict[str, Any]]:
    """Return what the newer text states otherwise, as rows of `corrections` but for run and time."""
    before = [figure for figure in old.figures if not new.has(figure)]
    after = [figure for figure in new.figures if not old.has(figure)]
    pairs: list[tuple[Row | None, Row | None]] = []
    for old_sentence, new_sentence in _alike(before, after):
        changed, before_left, after_left = _paired(old_sentence, new_sentence)
        pairs += changed
        gone = {id(figure) for figure in old_sentence} - {id(figure) for figure in before_left}
        come = {id(figure) for figure in new_sentence} - {id(figure) for figure in after_left}
        before = [figure for figure in before if id(figure) not in gone]
        after = [figure for figure in after if id(figure) not in come]
    stated_before, stated_after = set(map(_value, old.figures)), set(map(_value, new.figures))
    pairs += [(figure, None) for figure in before if _value(figure) not in stated_after]
    pairs += [(None, figure) for figure in after if _value(figure) not in stated_before]
    return [_row(source, source_id, old, new, *pair) for pair in pairs]


def _alike(before: Iterable[Row], after: Iterable[Row]) -> list[tuple[list[Row], list[Row]]]:
    """Return the sentences of both sides that are one, likest first, each once."""
    old, new = _by_sentence(before), _by_sentence(after)
    words = {sentence: _words(sentence) for _, sentence in (*old, *new)}
    found = []
    for old_key in old:
        for new_key in new:
            if old_key[0] == new_key[0]:
                likeness = _likeness(words[old_key[1]], words[new_key[1]])
                if likeness >= LEAST_LIKENESS:
                    found.append((-likeness, old_key, new_key))
    pairs, taken = [], set()
    for _, old_key, new_key in sorted(found):
        if ("old", old_key) not in taken and ("new", new_key) not in taken:
            taken |= {("old", old_key), ("new", new_key)}
            pairs.append((old[old_key], new[new_key]))
    return pairs


def _by_sentence(figures: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    grouped: dict[tuple[str, str], list[Row]] = {}
    for figure in sorted(figures, key=lambda figure: (figure["field"], figure["char_start"])):
        grouped.setdefault((figure["field"], figure["sentence"]), []).append(figure)
    return grouped


def _words(sentence: str) -> frozenset[str]:
    words = WORD.findall(sentence.casefold())
    return frozenset(word for word in words if not any(mark.isdigit() for mark in word))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that both have (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _paired(
    old: list[Row], new: list[Row]
) -> tuple[list[tuple[Row | None, Row | None]], list[Row], list[Row]]:
    """Pair the figures of one sentence before and after; return the changed pairs, and what has no other."""
    old, new = list(old), list(new)
    for figure in list(old):
        if same := next((one for one in new if _stated(one) == _stated(figure)), None):
            old.remove(figure)
            new.remove(same)
    changed: list[tuple[Row | None, Row | None]] = []
    for names in PAIRED_BY:
        for figure in list(old):
            if other := next((one for one in new if all(one[name] == figure[name] for name in names)), None):
                changed.append((figure, other))
                old.remove(figure)
                new.remove(other)
    return changed, old, new


def _stated(figure: Row) -> tuple[Any, ...]:
    return figure["value"], figure["stated_low"], figure["stated_high"], figure["kind"], figure["unit"]


def _value(figure: Row) -> tuple[Any, ...]:
    return figure["value"], figure["unit"]


def _row(
    source: str, source_id: str, old: Version, new: Version, was: Row | None, now: Row | None
) -> dict[str, Any]:
    change = "added" if was is None else "removed" if now is None else "changed"
    was_id, now_id = (figure["figure_id"] if figure else None for figure in (was, now))
    return {
        "correction_id": identifier(source, source_id, old.article_id, new.article_id, was_id, now_id),
        "source": source,
        "source_id": source_id,
        "old_article_id": old.article_id,
        "article_id": new.article_id,
        "change": change,
        **{f"old_{name}": was[name] if was else None for name in ("quote", "value", "unit", "sentence")},
        **{name: now[name] if now else None for name in ("quote", "value", "unit", "sentence")},
        "figure_id": now_id,
    }
