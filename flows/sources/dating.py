"""Publication dates as sources write them: never made more precise, never guessed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from flows.sources.article import SourceError

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
# Newspapers begin about 1600; a date before is a placeholder or a slip.
EARLIEST_YEAR = 1600


def parse_published(written: object) -> str | None:
    """Return a date as YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is written; None when there is none.

    A time stamp (ISO 8601, or RFC 2822 as in feeds) gives its day.

    Raises:
        SourceError: it is not such a date ("03/04/2016" has two readings), or lies in the future.

    >>> parse_published("2016-09"), parse_published("2016-09-01T10:00:00Z"), parse_published("")
    ('2016-09', '2016-09-01', None)
    """
    if written is None or written == "":
        return None
    if not isinstance(written, str):
        raise _bad(written)
    text = written.strip()
    if not text:
        return None
    match = ISO.fullmatch(text)
    try:
        if match:
            year, month, day = match.groups()
            first = date(int(year), int(month or 1), int(day or 1))
        elif STAMP.match(text):
            first = datetime.fromisoformat(text).date()
            text = first.isoformat()
        else:
            first = parsedate_to_datetime(text).date()
            text = first.isoformat()
    except (ValueError, TypeError, IndexError, OverflowError) as fault:
        raise _bad(written) from fault
    if first.year < EARLIEST_YEAR or first.year > date.today().year + 1:
        raise SourceError(
            "bad_date", f"publication date {text!r} lies too far in the past or future; correct it"
        )
    return text


@dataclass(frozen=True, slots=True)
class Window:
    """Publication dates from a first to a last one, both included; each as precise as it is written.

    A date that is a month or a year lies in the window if a day of it does. No date lies in no window: that
    an article was published then would be invented.
    """

    since: str | None = None
    until: str | None = None

    def takes(self, published: str | None) -> bool:
        """Whether an article of this date is wanted.

        >>> Window("2016-05", "2016").takes("2016-05-01"), Window("2016-05").takes("2016-04-30")
        (True, False)
        >>> Window(until="2016-05-10").takes("2016"), Window("2016").takes(None)
        (True, False)
        """
        if published is None:
            return False
        # Dates of other precision are compared by what both say: "2016" may be any day of it.
        is_early = self.since is not None and published[: len(self.since)] < self.since[: len(published)]
        is_late = self.until is not None and published[: len(self.until)] > self.until[: len(published)]
        return not (is_early or is_late)


def utc_now() -> datetime:
    """Return the time in UTC, without a zone, as the warehouse keeps times."""
    return datetime.now(UTC).replace(tzinfo=None)


def _bad(written: object) -> SourceError:
    shown = repr(written)
    if len(shown) > 60:
        shown = shown[:57] + "..."
    return SourceError(
        "bad_date", f"publication date {shown} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD; correct it"
    )
