"""Changes that stand with the level that they started from, and the level that was told before them."""

import pytest
from relating_quotes import relations_of


@pytest.mark.parametrize("share", ["4.0 percent", "9.0 percent"])
def test_growth_since_a_time_is_of_what_there_was_then(share: str) -> None:
    text = (
        "The Hest index shed 0.3 percent to 3,120.5 points on Friday. It has lost "
        f"{share} since the start of May, when it stood at 3,250.5."
    )
    assert {"growth": [share], "new": ["3,120.5"], "old": ["3,250.5"]} in relations_of(text, "growth")


@pytest.mark.parametrize("old", ["5.2 million", "5.8 million"])
def test_change_told_twice_is_of_the_level_behind_both(old: str) -> None:
    text = f"It has 6.5 million lines, an increase of 1.3 million, or exactly a quarter, on the {old} of May."
    found = relations_of(text, "growth")
    assert {"change": ["1.3 million"], "new": ["6.5 million"], "old": [old]} in found
    assert {"growth": ["a quarter"], "new": ["6.5 million"], "old": [old]} in found


@pytest.mark.parametrize("share", ["25 per cent", "52 per cent"])
def test_growth_behind_a_former_level_tells_the_difference_again(share: str) -> None:
    text = (
        "A total of 250 people were given a new knee in Hest this year. "
        f"That was 50 more than in 2012, when there were 200, an improvement of {share}."
    )
    assert {"growth": [share], "new": ["250"], "old": ["200"]} in relations_of(text, "growth")


@pytest.mark.parametrize("more", ["12", "21"])
def test_so_many_more_than_when_there_were_others_are_no_part(more: str) -> None:
    text = (
        "Some 87 people have drowned this year up to and including Sunday, "
        f"{more} more than in the whole of 2012, when there were 75."
    )
    assert {"part": [more, "75"], "total": "87", "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        # A former level is no new one.
        "A litre went up 6.7% in April, from 11.44 euros, and has risen by 37% since 2011, when it was 8.91.",
        # Each of two changes has a former level of its own.
        "Zinc is 18 percent above its low of 5,014 but has lost 13 percent since May, when it was 6,800.",
        # What is usual is no level of another time.
        "The Ilm reached 6.82 metres. That is 90 percent more than the usual level of 2.4 metres.",
        # As so much a day it is something else.
        "Ondero sold 1,180 vans, up 16 percent on a daily basis from May, when it sold 960 vans.",
        # What had ended a year is older than what it is set against.
        "It is up, having ended 2011 at 3,219. It stands 6 percent below the close of 3,655 of February 23.",
    ],
)
def test_levels_that_are_not_of_a_change_are_not_tied_to_it(text: str) -> None:
    assert not any(
        "new" in found and "old" in found and {"growth", "change"} & found.keys()
        for found in relations_of(text, "growth")
    )


@pytest.mark.parametrize("margin", ["412 votes", "142 votes"])
@pytest.mark.parametrize("told", ["lost by {}", "was beaten by a margin of {}"])
def test_votes_by_which_somebody_lost_are_between_those_of_both(margin: str, told: str) -> None:
    text = f"The mayor of Hest {told.format(margin)}. Returns showed 6,212 in favour and 6,624 against."
    assert {"part": ["6,212", margin.split()[0]], "total": "6,624", "complete": True} in [
        {**found, "part": sorted((part.split()[0] for part in found["part"]), reverse=True)}
        for found in relations_of(text, "sum")
        if "part" in found
    ]


@pytest.mark.parametrize("lead", ["388", "838"])
def test_being_ahead_by_so_many_is_of_two_counts_behind_it(lead: str) -> None:
    text = f"In District 31 Joan Estrel was {lead} ahead, 28,740 to 28,352."
    assert any(found.get("total") == "28,740" for found in relations_of(text, "sum"))


@pytest.mark.parametrize("old", ["192,500", "129,500"])
def test_amount_before_two_levels_of_which_one_had_been(old: str) -> None:
    text = (
        "The number of jobless in Hest dropped by 8,200 in the winter, the labour office said. "
        f"It now stands at 184,300, having been {old} at the end of December."
    )
    assert any(
        found.get("old") == [old] and found.get("change") == ["8,200"]
        for found in relations_of(text, "growth")
    )


@pytest.mark.parametrize("lost", ["6,400", "4,600"])
def test_share_behind_an_amount_tells_the_same_change(lost: str) -> None:
    text = (
        "At the end of 2011 the county had 33,600 inhabitants. The previous census, held in the spring of "
        f"2000, had counted 40,000. The decline of {lost} people, or 16 percent, worries the council."
    )
    found = relations_of(text, "growth")
    assert any(one.get("old") == ["40,000"] and lost in str(one.get("change")) for one in found)
