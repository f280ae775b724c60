"""Words are asked once what may begin at them, and texts find those words."""

import pytest

from flows.extraction.dates.dates import MAY_BE_DATE
from flows.extraction.metrics.metric_lexicon import NAMES_METRIC, metric_lexicon
from flows.extraction.names.names import MAY_BE_NAME
from flows.extraction.numbers.number_reader import MAY_BE_NUMBER
from flows.extraction.places.place_names import MAY_BE_PLACE
from flows.extraction.text import word_classes
from flows.extraction.text.document import tokenise
from flows.extraction.text.word_classes import WordClass, marks_of
from schemas.reference import load_reference

REFERENCE = load_reference()
TEXT = "In May the Oslo yard built four ferries and .5 more a week than Bergen, whose exports may fall."


def words(found: list[int]) -> list[str]:
    return [tokenise(TEXT).words[token] for token in found]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (MAY_BE_NUMBER, {"four", ".5"}),
        (MAY_BE_NAME, {"In", "May", "Oslo", "Bergen"}),
        (MAY_BE_PLACE, {"Oslo"}),
        (NAMES_METRIC, {"exports"}),
        (MAY_BE_DATE, {"May", "may"}),
    ],
)
def test_a_class_finds_its_words(kind, expected):
    found = words(kind.tokens(tokenise(TEXT), REFERENCE))
    assert expected <= set(found), found
    assert not set(found) & {"yard", "whose", ","}


def test_a_text_without_tables_is_marked_again_with_them():
    document = tokenise(TEXT)
    assert MAY_BE_PLACE.tokens(document) == []
    assert MAY_BE_PLACE.tokens(document, REFERENCE) != []
    # Who asks without tables takes the marks that are there.
    assert marks_of(document, None) is document.marks
    assert document.marked_by is REFERENCE


def test_tokens_of_a_range_lie_in_it():
    document = tokenise(TEXT)
    first, last = 3, 8
    expected = [token for token in MAY_BE_NUMBER.tokens(document) if first <= token < last]
    assert MAY_BE_NUMBER.tokens_in(document, first, last) == expected


def test_a_full_table_of_words_begins_anew_and_reads_the_same(monkeypatch):
    before = marks_of(tokenise(TEXT), REFERENCE)
    monkeypatch.setattr(word_classes, "MOST_WORDS", 2)
    for _ in range(3):
        assert marks_of(tokenise(TEXT + " Quite other words come now."), REFERENCE)[: len(before)] == before


def test_more_classes_than_a_mark_has_bits_are_refused(monkeypatch):
    monkeypatch.setattr(word_classes, "MOST_CLASSES", 0)
    with pytest.raises(ValueError, match="classes of words"):
        WordClass(lambda _: ("never",))


def test_terms_of_the_lexicon_are_found_where_they_begin():
    found = metric_lexicon(REFERENCE).find(tokenise("Exports and net profit fell."))
    assert [(trigger.first, trigger.last) for trigger in found][:2] == [(0, 1), (2, 4)]
