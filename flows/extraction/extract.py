"""The whole reading of one article, in the order in which it happens."""

from flows.extraction.claims.worded_shares import find_worded_shares
from flows.extraction.dates.dates import CALENDAR, read_dates
from flows.extraction.metrics.metrics import assign_metrics
from flows.extraction.names.names import find_names
from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.periods.periods import assign_periods
from flows.extraction.periods.periods_by_metric import settle_periods
from flows.extraction.periods.periods_by_relation import settle_by_relation
from flows.extraction.places.places import assign_places
from flows.extraction.places.places_by_metric import settle_places
from flows.extraction.reading import Reading
from flows.extraction.relations.change_bases import name_change_bases
from flows.extraction.relations.relations import find_relations
from flows.extraction.status.status import assign_status
from flows.extraction.subjects.subjects import assign_subjects
from flows.extraction.subjects.surveys import assign_surveys
from flows.extraction.text.document import tokenise
from flows.extraction.text.word_classes import marks_of
from schemas.reference import Reference


def read_article(
    text: str,
    title: str | None,
    published: str | None,
    reference: Reference,
    heading: Reading | None = None,
) -> Reading:
    """Read every figure of `text`; pure and deterministic: no I/O, no clock, no randomness.

    Args:
        text: the article, or a headline that is read by itself.
        title: its headline.
        published: when it was published.
        reference: the reference tables.
        heading: what was read from the headline, where that stands apart.
    """
    reading = Reading(tokenise(text), title, published, reference)
    reading.titles = heading.drafts if heading is not None else []
    # Dates need no tables, names and places do: marked without them, the text would be marked twice.
    marks_of(reading.document, reference)
    reading.dates, reading.shared[CALENDAR] = read_dates(reading.document, published)
    reading.names = find_names(reading.document, title, reference)
    reading.drafts, reading.rejects = read_numbers(reading.document, reading.dates, reading.names, reference)
    # The order matters: a subject is sought in the clause that place and period leave over.
    assign_places(reading)
    assign_periods(reading)
    assign_subjects(reading)
    assign_metrics(reading)
    assign_surveys(reading)
    settle_places(reading)
    settle_periods(reading)
    assign_status(reading)
    reading.relations = find_relations(reading)
    settle_by_relation(reading)
    reading.worded_shares = find_worded_shares(reading)
    # Last: the names of a level and its change tie them.
    name_change_bases(reading)
    # It refers back to the reading, which else waits for the garbage collector with all that it holds.
    reading.shared.clear()
    return reading
