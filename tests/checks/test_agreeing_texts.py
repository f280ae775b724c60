"""Texts whose figures agree though they look as if they might not: no error check may report them."""

import pytest
from reading_in import read

# Each is a way in which figures stand beside one another without being parts, shares or rivals of each other.
AGREEING = {
    "those who arrive are among those who start": (
        "Of 9,400 people who entered, 8,912 started and 8,377 finished, so 535 gave up on the way."
    ),
    "passing takes sitting": "Of the 64,200 pupils enrolled, 61,150 sat the paper and 48,900 passed.",
    "who does both counts twice": (
        "Each week 900,000 people see the Herald: 500,000 of them on paper and 600,000 on a screen, "
        "200,000 doing both."
    ),
    "parts of a total that has others": (
        "Wind gave 17.9 terawatt hours, solar 10.1 and hydro 8.4 out of a total of 58.2 terawatt hours."
    ),
    "the nearer pair has the share": (
        "Nine of the 60 dated from the year before, so 51 of the 96 new cases, or 53 percent, are solved."
    ),
    "by how much one is ahead": "Lind leads with 214 runs, six ahead of Amat, who has 208.",
    "than four years ago, and another thing": (
        "Twenty-nine teams won something, two more than four years ago, and 21 won gold."
    ),
    "the subject goes on to another sum": (
        "The skater took five medals, three of them gold, and is now on nine from three winters."
    ),
    "all of whom there are": (
        "The board counts 21 million nights; day trippers, of whom there are 60 million, are left out."
    ),
    "for every two, three": (
        "For every two shops that closed, roughly three opened. The chain thus takes 55 percent of its "
        "sales in towns."
    ),
}


@pytest.mark.parametrize("text", AGREEING.values(), ids=AGREEING)
def test_what_agrees_is_not_reported(warehouse, text):
    read(warehouse, [text])
    assert [
        (found.check, found.certainty) for found in warehouse.findings() if found.severity == "error"
    ] == []
