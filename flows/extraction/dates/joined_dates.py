"""Dates that "and" joins to one: "in February and March", "2013 and 2014", "both May and June"."""

from typing import Final

from flows.extraction.dates.calendars import length_in_months, moved_days
from flows.extraction.figure import PLACED, Dated, Draft
from flows.extraction.text.document import Document

_PLACED: Final = PLACED | {"fiscal", "supposed"}
# Tokens before the dates in which the figures stand that share them out.
REACH: Final = 12


def join_dates(
    document: Document, dates: list[Dated], drafts: list[Draft]
) -> tuple[list[Dated], dict[int, Dated]]:
    """Return `dates` with those joined that follow on each other and are said of one figure.

    "Rose 3 percent and 4 percent in May and June" has a figure for each: these dates stay apart, and the
    second answer gives each to its figure, by the figure's first token.
    """
    joined: list[Dated] = []
    shared: dict[int, Dated] = {}
    at = 0
    while at < len(dates):
        end = _run(document, dates, at)
        run = dates[at:end]
        if end > at + 1:
            sharing = _sharing(document, run, drafts)
            if sharing is None and _follows(run[0], run[1]):
                run = [Dated(run[0].first, run[-1].last, run[0].start_on, run[-1].end_on, run[0].basis)]
            elif sharing is not None:
                shared.update(zip(sharing, run, strict=False))
        joined.extend(run)
        at = end
    return joined, shared


def _run(document: Document, dates: list[Dated], at: int) -> int:
    """Return the end of the dates from `at` that are one list, each beginning where the last has ended."""
    lower = document.lower
    end = at + 1
    while end < len(dates):
        before, after = dates[end - 1], dates[end]
        between = after.first - before.last
        if not 1 <= between <= 2 or lower[before.last] not in ("and", ","):
            break
        if between == 2 and lower[before.last : after.first] not in ([",", "and"], ["and", "the"]):
            break
        # "1986 and 1985" is no stretch, but two figures may share it out.
        if not (_follows(before, after) or (end == at + 1 and _follows(after, before))):
            break
        end += 1
    # A comma alone joins nothing: "in May, June sales".
    while end > at + 1 and "and" not in lower[dates[end - 2].last : dates[end - 1].first]:
        end -= 1
    return end


def _follows(before: Dated, after: Dated) -> bool:
    """Whether a date is of the same grain as the one before and begins on the day after it."""
    if before.basis not in _PLACED or after.basis not in _PLACED or before.end_on is None:
        return False
    if moved_days(before.end_on, 1) != after.start_on:
        return False
    is_day = before.start_on == before.end_on
    return is_day == (after.start_on == after.end_on) and (
        length_in_months((before.start_on, before.end_on)) == length_in_months((after.start_on, after.end_on))
    )


def _sharing(document: Document, run: list[Dated], drafts: list[Draft]) -> list[int] | None:
    """Return the figures that share dates out, as many and joined too; None where there are none."""
    first, last = document.sentences[document.sentence_at(run[0].first)]
    before = [draft for draft in drafts if first <= draft.first < run[0].first][-len(run) :]
    after = [draft for draft in drafts if run[-1].last <= draft.first < last][: len(run)]
    for near, distance in ((before, run[0].first), (after, run[-1].last)):
        if len(near) == len(run) and abs(near[-1].first - distance) <= REACH and _are_joined(document, near):
            return [draft.first for draft in near]
    return [] if "respectively" in document.lower[first:last] else None


def _are_joined(document: Document, drafts: list[Draft]) -> bool:
    """Whether figures of one kind stand beside each other with "and"."""
    last, before = drafts[-1], drafts[-2]
    return all((draft.kind, draft.unit) == (last.kind, last.unit) for draft in drafts) and document.lower[
        before.last : last.first
    ] in (["and"], [",", "and"], ["and", "by"])
