"""What counts as a correction between two texts of one article."""

from typing import Any

import pytest
from loading import figure

from warehouse.corrections import Version, corrections_of

QUAY = "The quay handled {} containers in March."


def version(
    name: str, *sentences: tuple[str, tuple[str, float, str | None], ...] | Any, title: str = ""
) -> Version:
    """Return a text of sentences, each with its figures as (quote, value, unit)."""
    text = " ".join(sentence for sentence, *_ in sentences)
    figures = []
    for sentence, *stated in sentences:
        for quote, value, unit in stated:
            start = text.index(sentence) + sentence.index(quote)
            said = {"quote": quote, "value": value, "stated_low": value, "stated_high": value, "unit": unit}
            identity = f"{len(figures):015d}{name}"
            figures.append(figure(sentence=sentence, char_start=start, figure_id=identity, **said))
    return Version(name * 16, title or None, text, figures)


def changes(old: Version, new: Version) -> list[tuple[str, str | None, str | None]]:
    found = corrections_of("harbour", "quay.html", old, new)
    return [(row["change"], row["old_quote"], row["quote"]) for row in found]


def quay(quote: str, value: float) -> tuple[Any, ...]:
    return QUAY.format(quote), (quote, value, "container")


def test_a_number_put_right_in_its_sentence_is_a_correction() -> None:
    old, new = version("a", quay("4,200", 4200)), version("b", quay("2,400", 2400))
    (row,) = corrections_of("harbour", "quay.html", old, new)
    assert (row["change"], row["old_value"], row["value"], row["unit"]) == (
        "changed",
        4200,
        2400,
        "container",
    )
    assert (row["old_sentence"], row["sentence"]) == (QUAY.format("4,200"), QUAY.format("2,400"))
    assert (row["old_article_id"], row["article_id"]) == ("a" * 16, "b" * 16)


def test_the_same_texts_have_no_corrections_whatever_was_read_in_them() -> None:
    """Other rules of reading are no doing of the outlet."""
    old = version("a", (QUAY.format("4,200"), ("4,200", 4200, "container")))
    new = version("b", (QUAY.format("4,200"), ("4,200", 42, "box")), ("It rained.",))
    assert changes(old, new) == []


def test_another_wording_with_the_same_number_is_none() -> None:
    old = version("a", ("In March 4,200 containers came.", ("4,200", 4200, "container")))
    new = version("b", ("A total of 4,200 boxes, or containers, was seen.", ("4,200", 4200, "container")))
    assert changes(old, new) == []


@pytest.mark.parametrize(
    ("added", "expected"), [(True, ("added", None, "310")), (False, ("removed", "310", None))]
)
def test_a_figure_on_one_side_only_is_told(added: bool, expected: tuple[str, str | None, str | None]) -> None:
    short = version("a", quay("4,200", 4200))
    long = version("b", quay("4,200", 4200), ("Its wall is 310 metres long.", ("310", 310, "metre")))
    assert changes(*((short, long) if added else (long, short))) == [expected]


def test_figures_of_one_sentence_are_paired_by_what_they_count() -> None:
    old = version("a", ("It took 3 cranes and 40 carts.", ("3", 3, "crane"), ("40", 40, "cart")))
    new = version("b", ("It took 50 carts and 3 cranes.", ("50", 50, "cart"), ("3", 3, "crane")))
    assert changes(old, new) == [("changed", "40", "50")]


def test_sentences_that_share_nothing_are_not_paired() -> None:
    old = version("a", quay("4,200", 4200))
    new = version("b", ("Storms cost insurers 7 million euros.", ("7 million", 7e6, "EUR")))
    assert changes(old, new) == [("removed", "4,200", None), ("added", None, "7 million")]


def test_ids_are_those_of_texts_and_figures() -> None:
    old, new = version("a", quay("4,200", 4200)), version("b", quay("2,400", 2400))
    ids = [row["correction_id"] for _ in range(2) for row in corrections_of("x", "1", old, new)]
    assert len(set(ids)) == 1
    assert corrections_of("y", "1", old, new)[0]["correction_id"] != ids[0]
