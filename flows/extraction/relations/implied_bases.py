"""Against when a change is measured where custom alone says so: a quarter of a firm, against the year before.

Results and sales of a firm are told against the same time of the year before, American statistics of a month
against the month before. Where nothing beside the figure says otherwise, its name says so; no code does.
"""

from datetime import date
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.names.entities import slug
from flows.extraction.reading import Reading

# Days that a period of the name may have.
_LENGTHS: Final = ((28, 35, "month"), (84, 98, "quarter"), (181, 184, "half"), (363, 372, "year"))
_SOLD: Final = frozenset(
    "vehicles_sold vehicles_delivered vehicles_registered units_sold handsets_sold same_store_sales".split()
)
_RESULTS: Final = _SOLD | frozenset(
    """revenue profit net_profit operating_profit pretax_profit ebitda net_loss earnings_per_share costs
    shipments""".split()
)
_OF_A_MONTH: Final = frozenset(
    """orders spending consumer_prices producer_prices stocks housing_starts homes_sold retail_sales output
    industrial_output shipments imports exports permits house_prices loans revenue costs price income wages
    jobs""".split()
)
# Words beside a change that make it another's than custom has it.
_OTHERWISE: Final = frozenset(
    """annual annually annualised annualized year years yearly sequential sequentially quarter quarterly
    decade average since compound peak""".split()
)
_REACH: Final = 12
_PREFIX: Final = len("growth_of_")


def implied_basis(reading: Reading, draft: Draft) -> str | None:
    """Return against when a change is by custom, "year-on-year" or "monthly"; None without one."""
    length = _length(draft)
    if length is None or draft.metric_code is None:
        return None
    code = draft.metric_code[_PREFIX:]
    entity = draft.entity_code or ""
    if entity and entity.partition("/")[0].islower():
        told = code in (_SOLD if length == "month" else _RESULTS)
        return "year-on-year" if told and not _says_otherwise(reading, draft, length) else None
    if length == "month" and code in _OF_A_MONTH and _is_american(draft):
        return None if _says_otherwise(reading, draft, length) or _is_of_firm(reading, draft) else "monthly"
    return None


def _length(draft: Draft) -> str | None:
    """Return of what length the period of a change is."""
    if draft.period_start is None or draft.period_end is None:
        return None
    days = (date.fromisoformat(draft.period_end) - date.fromisoformat(draft.period_start)).days + 1
    return next((name for least, most, name in _LENGTHS if least <= days <= most), None)


def _says_otherwise(reading: Reading, draft: Draft, length: str) -> bool:
    """Whether words beside a change speak of another time than its own."""
    first, last = reading.document.sentences[draft.sentence]
    near = reading.document.lower[max(first, draft.first - _REACH) : min(last, draft.last + _REACH)]
    return any(word in _OTHERWISE and not word.startswith(length) for word in near)


def _is_american(draft: Draft) -> bool:
    place = draft.place_code or (draft.entity_code or "").partition("/")[0]
    return place == "US"


def _is_of_firm(reading: Reading, draft: Draft) -> bool:
    """Whether the words of a subject begin with a name that is no place: "Hart average transaction"."""
    first = slug((draft.subject or "").partition(" ")[0])
    return any(
        name.type != "place" and (name.entity_code or "").partition("_")[0] == first for name in reading.names
    )
