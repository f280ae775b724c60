"""Publication dates keep the precision that their source gave."""

import pytest

from flows.sources.article import SourceError
from flows.sources.dating import parse_published


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2016", "2016"),
        ("2016-09", "2016-09"),
        (" 2016-09-01 ", "2016-09-01"),
        ("2016-09-01T10:00:00Z", "2016-09-01"),
        ("2016-09-01 10:00:00+02:00", "2016-09-01"),
        ("Thu, 01 Sep 2016 10:00:00 GMT", "2016-09-01"),
        ("", None),
        (" ", None),
        (None, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: object, expected: str | None) -> None:
    assert parse_published(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "2016-13",
        "2016-02-30",
        "03/04/2016",
        "1.9.16",
        "yesterday",
        "0001-01-01",
        "3026",
        "20160901",
        20160901,
        True,
        [],
    ],
)
def test_what_is_no_date_is_never_guessed(written: object) -> None:
    with pytest.raises(SourceError) as fault:
        parse_published(written)
    assert fault.value.reason == "bad_date"
