"""However many sentences of one kind an article has, the time to read it grows with their number."""

import time

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()
SENTENCES = {
    "lengths and dates": "It closed after {} days on {} May 19{}. ",
    "what is left": "The remaining {} went home, another {} stayed, bringing the total to 9{}. ",
    "votes": "The motion was carried by {} votes in favour, {} against, of 4{} members. ",
    "one of several": "Each of the {} workers gets {} euros, in all 1{} euros. ",
    "what had been": "Sales rose {} percent to {}. A year ago it had sold 1{} cars. ",
    "two units": "It is {} miles or {} kilometres from 3{} feet up. ",
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_time_grows_with_the_sentences(kind: str) -> None:
    def spent(count: int) -> float:
        text = "".join(
            SENTENCES[kind].format(100 + number, 1 + number % 28, 10 + number % 90) for number in range(count)
        )
        begun = time.process_time()
        extract(text, REFERENCE, title="Twelve months", published="2012-05-14")
        return time.process_time() - begun

    spent(20)
    few = min(spent(100) for _ in range(2))
    # Eight times the text: quadratic time would be 64 times as long, that of all pairs of dates 500 times.
    assert any(spent(800) < max(0.5, 24 * few) for _ in range(2))
