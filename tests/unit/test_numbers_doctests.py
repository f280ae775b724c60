"""The examples in the docstrings of the number modules run."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "name", ["numbers.intervals", "text.noun_words", "numbers.number_forms", "text.number_words"]
)
def test_examples_of_the_docstrings(name):
    result = doctest.testmod(import_module(f"flows.extraction.{name}"))
    assert result.attempted > 0
    assert result.failed == 0
