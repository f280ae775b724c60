"""No text breaks a rule: every word that rules look for, at every edge of a text, and in any company."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()
TABLES = ("metrics", "units", "hedges", "counted_nouns", "currencies", "entities", "places")
NAMES = ("entities", "places")
FRAMES = ("{} 5", "5 {}", "{} rose 5%")
CONNECTING = """the a of in to from by and or but which that it its they their he said says was were is has
    had rose fell up down more less than not no every each all both other first last year month week
    quarter since until before after earlier compared with against per cent percent million bn
    $ £ 5 12 1,234 3.5 40% 2016
    May Monday January half third twice doubled one two three dozen respectively including followed total
    average average share , . ; : - – ( ) [ ] " ' ’s ? ! \n""".split(" ")


# What no text has: keys of rows, and what is told of them. A code of letters may stand in a text.
CODES = """metric_code aggregation kinds kind dimension factor qualifier rule position entity_code type
    place_code""".split()


def words_of(table: str) -> list[str]:
    """Return every name, alias, symbol and word of a reference table."""
    cells = (cell for row in REFERENCE.rows(table) for column, cell in row.items() if column not in CODES)
    return sorted({word.strip() for cell in cells for word in re.split(r"[|*]", cell) if word.strip()})


def is_plain(name: str, others: frozenset[str]) -> bool:
    """Whether a name is looked up and no more: capitalised letters of which no rule knows another meaning."""
    parts = name.split(" ")
    return all(part.isalpha() and part.istitle() and part.lower() not in others for part in parts)


@pytest.mark.parametrize("table", TABLES)
def test_each_word_that_rules_look_for_may_stand_at_every_edge(table: str) -> None:
    known = (word for other in TABLES if other not in NAMES for word in [*words_of(other), *CONNECTING])
    others = frozenset(part.lower() for word in known for part in re.findall(r"\w+", word))
    for number, word in enumerate(words_of(table)):
        # Of a thousand plain names each stands at one edge: at every one stand hundreds.
        is_one_of_many = table in NAMES and is_plain(word, others)
        for frame in FRAMES[number % 3 :][:1] if is_one_of_many else FRAMES:
            extract(frame.format(word), REFERENCE, published="2016-09-01")


WORDS = st.sampled_from(sorted({word for table in TABLES for word in words_of(table)} | set(CONNECTING)))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(CONNECTING), WORDS), max_size=40).map(" ".join))
def test_any_words_in_any_order_are_read_with_their_offsets(text: str) -> None:
    rows = extract(text, REFERENCE, title=text[:30], published="2016-09")
    for figure in rows["figures"]:
        assert text[figure["char_start"] : figure["char_end"]] == figure["quote"]


@pytest.mark.parametrize(
    "text",
    [
        # Digits that int() does not take, where a time or a day may stand.
        "It opened at \u00b36 and closed at \u00b3 o'clock on \u00b2\u00b3 May.",
        # More digits than Decimal divides.
        f"Of {'9' * 60} people, {'8' * 45}.5 were women.",
        f"It carried {'9' * 45} people in May and {'1' * 44} in June, {'8' * 45} in all.",
    ],
)
def test_no_digits_break_a_rule(text: str) -> None:
    extract(text, REFERENCE, published="2016-09-01")
