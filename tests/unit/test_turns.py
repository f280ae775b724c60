"""Sources take turns where one of them would wait."""

from collections.abc import Iterator

from flows.sources.memory import Pause
from flows.sources.source import Source
from flows.turns import taking_turns

SOURCES = [Source(name) for name in ("a", "b", "c")]


def given(script: dict[str, list[str | float]]) -> list[tuple[str, str | None]]:
    """Return what comes of sources that give words, and wait for the numbers among them."""

    def read(source: Source) -> Iterator[str | Pause]:
        for one in script[source.given]:
            yield Pause(one) if isinstance(one, float) else one

    return [(source.given, item) for source, item in taking_turns(SOURCES, read)]


def test_without_pauses_one_follows_the_other() -> None:
    expected = [("a", "1"), ("a", "2"), ("a", None), ("b", "3"), ("b", None), ("c", None)]
    assert given({"a": ["1", "2"], "b": ["3"], "c": []}) == expected


def test_while_one_waits_the_next_ones_begin() -> None:
    script: dict[str, list[str | float]] = {"a": ["1", 0.06, "2"], "b": ["3", 0.02, "4"], "c": ["5"]}
    assert given(script) == [
        ("a", "1"), ("b", "3"), ("c", "5"), ("c", None), ("b", "4"), ("b", None), ("a", "2"), ("a", None),
    ]  # fmt: skip


def test_the_order_within_a_source_is_its_own_and_nothing_is_lost() -> None:
    script: dict[str, list[str | float]] = {
        name: [f"{name}{n}" if n % 2 else 0.001 for n in range(20)] for name in "abc"
    }
    got = given(script)
    for name in "abc":
        words = [one for one in script[name] if isinstance(one, str)]
        assert [item for source, item in got if source == name] == [*words, None]


def test_no_source_gives_nothing() -> None:
    assert list(taking_turns([], lambda source: iter([]))) == []
