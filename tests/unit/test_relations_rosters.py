# ruff: noqa: E501
"""Counts with the names that the next sentence or a colon gives: one list a row."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference


def rosters(text):
    """Return the names of each count, and the rule that read them."""
    return [
        (one["rule"], [part["item"] for part in one["parts"]])
        for one in extract(text, load_reference())["breakdowns"]
        if one["kind"] == "enumeration"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Four people were freed on Sunday. They were Lena Vogt, 31, of Graz, her brother Max Vogt, 27, the guide Peter Lechner and Ana Ruiz, a tourist from Spain.", ["Lena Vogt", "Max Vogt", "Peter Lechner", "Ana Ruiz"]),
        ("Two groups have made offers. The bidders are Harbour Partners of Oslo, Delmar Holdings and the Greek shipping line Poseidon Lines.", ["Harbour Partners", "Delmar Holdings", "Poseidon Lines"]),
        ("Four architects have reached the final. The five are Ines Calder of Lisbon, the Danes Bo Friis and Karen Holm, Tariq Aziz from Lahore, and Sweden's Nils Berg.", ["Ines Calder", "Danes Bo Friis", "Karen Holm", "Tariq Aziz", "Nils Berg"]),
        ("Police have named two people. They are Joan Harker, 71, a retired nurse; her daughter Susan Harker, 44; and a neighbour, Paul Dent, 58.", ["Joan Harker", "Susan Harker", "Paul Dent"]),
        ("He replaced four ministers. Those leaving are Olga Brandt (finance), Henrik Moe (justice), Sara Lund (health) and Jens Falk (transport).", ["Olga Brandt", "Henrik Moe", "Sara Lund", "Jens Falk"]),
        ("Three men died. The dead were named as Ian Price, a 52-year-old plumber from Cardiff, and his son Rhys Price, 19.", ["Ian Price", "Rhys Price"]),
        ("Five towns have no doctor. They are Alden, Breck, Corby Hill and Esk.", ["Alden", "Breck", "Corby Hill", "Esk"]),
        ("Five plants are sold. The plants are in Orn in Ostria, Holm and Varde in Norland, Lund in Vestria and Esk.", ["Orn", "Holm", "Varde", "Lund", "Esk"]),
        ("Seven films remain. The full list: Ash, Blue Door, Cold Harbour, Ebb and Gull.", ["Ash", "Blue Door", "Cold Harbour", "Ebb", "Gull"]),
        ("Seven poets remain. They are Kai Moe of Norway, Ida Kern and Bo Friis, who at 84 is the oldest; that is the whole list, Straume said.", ["Kai Moe", "Ida Kern", "Bo Friis"]),
        ("Mould was found in six villages. The affected villages are Alden, Breck, Corby Hill and Esk.", ["Alden", "Breck", "Corby Hill", "Esk"]),
        ("The bank appoints two directors. The new directors are Ida Kern, a partner at Delco; Bo Friis; and Dr. Ana Ruiz, who taught law.", ["Ida Kern", "Bo Friis", "Ana Ruiz"]),
    ],
)  # fmt: skip
def test_the_next_sentence_names_all(text, names):
    assert rosters(text) == [("roster", names)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two clubs went up: Ashford Rangers, Portland City and, for the first time, Vale Athletic.", ["Ashford Rangers", "Portland City", "Vale Athletic"]),
        ("The prize is shared by two scientists: Ruth Adler of Vienna, who found the gene, Kenji Mori, of Kyoto, and Paulo Reis, 66.", ["Ruth Adler", "Kenji Mori", "Paulo Reis"]),
        ("Two candidates have registered:\n- Ada Brenner\n- Louis Coste\n- Mirja Dahl", ["Ada Brenner", "Louis Coste", "Mirja Dahl"]),
    ],
)  # fmt: skip
def test_a_colon_may_leave_some_out(text, names):
    assert rosters(text) == [("listed", names)]


@pytest.mark.parametrize(
    "text",
    [
        # Members without a name.
        "Four people died. They were Joan Harker, 71, Susan Harker, 44, and two children.",
        "Four people died. The victims were Joan Harker, 71, Susan Harker, 44, and an unidentified man.",
        # Others than those counted.
        "Two clubs want new players. The players are Ian Price, Bo Friis and Kai Moe.",
        "Two guards and three drivers were held. They are Ian Price, Bo Friis, Kai Moe and Ida Kern.",
        # Not said to be the whole.
        "Five films remain. They include Ash, Blue Door and Gull.",
        "Mould was found in six villages. The other villages are Alden, Breck and Esk.",
        "Six firms take part. The main firms are Alden Works, Breck Mills and Esk Metal.",
        # Who has one word may be where one works.
        "Two people were held. They are Ian Price, Delco, Bo Friis and Ida Kern.",
        "About five towns have no doctor. They are Alden, Breck and Esk.",
    ],
)
def test_no_roster(text):
    assert rosters(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Velta has plants in five countries (Norland, Ostria, Vestria and Sudria).", ["Norland", "Ostria", "Vestria", "Sudria"]),
        ("Four firms - Velta, Merida and Corva - want the contract.", ["Velta", "Merida", "Corva"]),
    ],
)  # fmt: skip
def test_brackets_and_dashes_enclose_a_list(text, names):
    assert rosters(text) == [("listed", names)]


def test_a_bracket_in_a_list_encloses_none():
    text = "Twenty picks from the round table include Velta Group Holding (OSE: VLT) and Merida Works Co (OSE: MRD)."
    assert rosters(text) == []
