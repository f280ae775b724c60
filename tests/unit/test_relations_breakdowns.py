# ruff: noqa: E501
"""Totals with their parts, shares with their base, counts with their items."""

import importlib.util
from pathlib import Path

import pytest

from flows.extraction.relations.relations import find_relations

_spec = importlib.util.spec_from_file_location(
    "relations_helper", Path(__file__).with_name("test_relations.py")
)
_helper = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_helper)
reading_of, said, by_role = _helper.reading_of, _helper.said, _helper.by_role


def sums(text: str) -> list[tuple[list[str], list[str], bool]]:
    reading = reading_of(text)
    found = []
    for relation in find_relations(reading):
        if relation.kind == "sum":
            roles = by_role(reading, relation)
            found.append((roles.get("total", []), roles["part"], relation.is_complete))
    return found


@pytest.mark.parametrize(
    ("text", "total", "parts", "is_complete"),
    [
        (
            "The group cut [12,000|job] jobs, including [4,000|job] in Spain and [1,500|job] in Italy.",
            "12,000",
            ["4,000", "1,500"],
            False,
        ),
        (
            "A fund of [$90 million|USD], of which [$20 million|USD] is spent.",
            "$90 million",
            ["$20 million"],
            False,
        ),
        ("The wreck held [19|person] people, [12|child] of them children.", "19", ["12"], False),
        (
            "The herd is made up of old stock: the count of [240|animal] consists of [150|animal] ewes and "
            "[90|animal] lambs.",
            "240",
            ["150", "90"],
            True,
        ),
        (
            "There were [17|person] arrests: [9|person] in Leeds and [8|person] in York.",
            "17",
            ["9", "8"],
            True,
        ),
        (
            "The plan closes [1,200|job] posts ([700|job] in Lyon and [500|job] in Nice).",
            "1,200",
            ["700", "500"],
            True,
        ),
        (
            "Voters returned [40|seat] seats. Of these, [22|seat] went to the left and [18|seat] to the right.",
            "40",
            ["22", "18"],
            True,
        ),
        (
            "Only [15.8 million|meter] meters out of [46.2 million|meter] were read.",
            "46.2 million",
            ["15.8 million"],
            False,
        ),
        (
            "The firm spent [$656 million|USD] on plants. Of that amount, [$367 million|USD] went to chips.",
            "$656 million",
            ["$367 million"],
            False,
        ),
        ("She won [16|match] of the [20|match] matches.", "20", ["16"], False),
        (
            "Of the [38 million|home] homes above water, [11 million|home] had little equity.",
            "38 million",
            ["11 million"],
            False,
        ),
        (
            "The dealer sold [22,029|vehicle] vehicles. It sold [5,607|car] cars and [16,422|truck] trucks.",
            "22,029",
            ["5,607", "16,422"],
            True,
        ),
        (
            "The school has [612|student] boys and [587|student] girls, for a total of [1,199|student].",
            "1,199",
            ["612", "587"],
            True,
        ),
    ],
)
def test_total_with_its_parts(text, total, parts, is_complete):
    assert ([total], parts, is_complete) in sums(text)


def test_a_wrong_sum_is_found_where_words_say_it_is_one():
    text = "There were [17|person] arrests: [9|person] in Leeds and [18|person] in York."
    assert sums(text) == [(["17"], ["9", "18"], True)]


def test_former_levels_are_no_parts():
    text = (
        "Deliveries fell to [363,000|tonne] tonnes. Of the total, exports fell to [210,000|tonne], and home "
        "sales rose to [153,000|tonne] from [137,180|tonne]."
    )
    assert (["363,000"], ["210,000", "153,000"]) in [found[:2] for found in sums(text)]


def test_levels_that_add_up_exactly_are_a_breakdown():
    text = (
        "The port handled [94,276|container] containers. The north quay took [80,629|container]. "
        "The south quay took [13,647|container]."
    )
    assert sums(text) == [(["94,276"], ["80,629", "13,647"], True)]


@pytest.mark.parametrize(
    "text",
    [
        "It has [5|shop] shops. It opened [2|shop] in May. It opened [3|shop] in June.",
        "Prices range from [$50|USD] to [$75|USD] to [$125|USD].",
        "A gift of [$480 million|USD] was announced, including a visit by [11|person] ministers.",
        "The bill covers [300|page] pages, including maps. It cost [$40|USD].",
    ],
)
def test_no_sum_by_chance(text):
    assert sums(text) == []


def test_shares_of_opposites_are_the_whole():
    text = "Of the [22 million|person] owners, [59%|percent] are men compared to [41%|percent] who are women."
    assert ([], ["59%", "41%"], True) in sums(text)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It covers [29%|percent] of the [17,000|home] homes.", {"share": ["29%"], "base": ["17,000"]}),
        (
            "[Half|fraction] of the [400|person] workers struck.",
            {"share": ["Half"], "base": ["400"]},
        ),
        (
            "Of the [17,000|home] homes inspected, [4,983|home] ([29%|percent]) failed.",
            {"base": ["17,000"], "part": ["4,983"], "share": ["29%"]},
        ),
        (
            "The levy raised [$20 million|USD], or [40%|percent] of the [$50 million|USD] spent.",
            {"part": ["$20 million"], "share": ["40%"], "base": ["$50 million"]},
        ),
        (
            "The surplus grew to [12 billion|JPY], and [half|fraction] the surplus, [6 billion|JPY], is from oil.",
            {"base": ["12 billion"], "share": ["half"], "part": ["6 billion"]},
        ),
    ],
)
def test_share_with_base_and_part(text, roles):
    found = [roles for _, roles in said(text, "share")]
    assert found == [roles]


def test_a_change_told_in_percent_is_no_share():
    assert said("The index gained [38|point] points, or [0.3%|percent], to [12,959|point].", "share") == []
    assert said("Bids opened at [$22|USD], or [5%|percent] above the price.", "share") == []


def items(text: str) -> list[tuple[list[str], list[str], bool]]:
    reading = reading_of(text)
    return [
        (by_role(reading, relation)["count"], by_role(reading, relation)["item"], relation.is_complete)
        for relation in find_relations(reading)
        if relation.kind == "enumeration"
    ]


@pytest.mark.parametrize(
    ("text", "count", "named"),
    [
        ("The fund backs [three|firm] firms: Acme, Borel and Cadmus.", "three", ["Acme", "Borel", "Cadmus"]),
        ("It runs [two|ship] ships, the Aurora and the Borealis.", "two", ["Aurora", "Borealis"]),
        ("The report gives [three|reason] reasons: cost, time and risk.", "three", ["cost", "time", "risk"]),
    ],
)
def test_count_with_its_items(text, count, named):
    assert items(text) == [([count], named, True)]


def test_a_count_that_its_names_contradict():
    assert items("The fund backs [two|firm] firms: Acme, Borel and Cadmus.") == [
        (["two"], ["Acme", "Borel", "Cadmus"], True)
    ]


def test_one_and_the_other():
    text = "Every autumn the Aurora is one of [two|ship] ships on the line. The other is the Borealis."
    assert items(text) == [(["two"], ["Aurora", "Borealis"], True)]


@pytest.mark.parametrize(
    "text",
    [
        "It has [two|shop] shops, and it is growing.",
        "There are [three|reason] reasons: it is cheap, it is quick and nobody minds.",
    ],
)
def test_no_items_no_enumeration(text):
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "total", "parts", "is_complete"),
    [
        (
            "The quake killed [120|person] people, [80|] of them in the capital and the remaining [40|] elsewhere.",
            "120",
            ["80", "40"],
            True,
        ),
        (
            "The bank will hold [$300 million|USD], of which [$250 million|USD] is new.",
            "$300 million",
            ["$250 million"],
            False,
        ),
        (
            "The plant employs [1,500|person] people: [900|man] men and [700|woman] women.",
            "1,500",
            ["900", "700"],
            True,
        ),
        (
            "Police counted [4,930|burglary] burglaries out of [17,000|crime] crimes.",
            "17,000",
            ["4,930"],
            False,
        ),
    ],
)
def test_total_and_parts_in_other_words(text, total, parts, is_complete):
    assert ([total], parts, is_complete) in sums(text)


@pytest.mark.parametrize(
    "text",
    [
        # The same thing at other times, in brackets.
        "Gold stood at [5.2 billion|] ([5.6 billion|] and [4.4 billion|]).",
        # A loss is no part of the revenue that it is included in.
        "Revenue was [$973 million|USD], including a [$1.3 billion|USD] loss on bonds.",
        # Rates within two wholes.
        "Only [16%|percent] of women earn more, compared with [70%|percent] of men.",
        "It added [1,329|job] jobs, on top of [1,759|job] in May, giving it a total of [59,011|employee] employees.",
    ],
)
def test_what_looks_like_a_sum_and_is_none(text):
    assert sums(text) == []


def test_percentages_make_up_a_whole():
    assert sums(
        "The fund is made up of [60%|percent] shares, [30%|percent] bonds and [15%|percent] cash."
    ) == [([], ["60%", "30%", "15%"], True)]
    assert sums("[60%|percent] agreed, [30%|percent] did not and [10%|percent] were unsure.") == [
        ([], ["60%", "30%", "10%"], True)
    ]
    assert sums(
        "Bakers took [32%|percent] of the total, millers [47%|percent], grocers [13%|percent] and inns"
        " [8%|percent]."
    ) == [([], ["32%", "47%", "13%", "8%"], True)]
    assert sums("[60%|percent] agreed to sell, [30%|percent] kept quiet and [10%|percent] left.") == [
        ([], ["60%", "30%", "10%"], True)
    ]
    assert sums("[60%|percent] agreed, [30%|percent] came and [40%|percent] ate.") == []


def test_part_of_a_base_with_its_share():
    text = "Faults were found in [4,930|home] of the [17,000|home] homes, or [29%|percent]."
    assert said(text, "share") == [("share", {"part": ["4,930"], "base": ["17,000"], "share": ["29%"]})]


@pytest.mark.parametrize(
    ("total", "dogs", "is_complete"),
    [
        ("31,480", "9,650", True),  # they make the total
        ("31,480", "9,560", True),  # two digits swapped
        ("314,800", "9,650", True),  # a digit too many
        ("31,480", "8,420", False),  # others are left out
    ],
)
def test_parts_that_one_slip_makes_the_total_are_all_of_it(total, dogs, is_complete):
    text = (
        f"The shelters took in [{total}|animal] animals. Cats made up [14,260|animal] of these,"
        f" dogs [{dogs}|animal] and rabbits [7,570|animal]."
    )
    assert sums(text) == [([total], ["14,260", dogs, "7,570"], is_complete)]
