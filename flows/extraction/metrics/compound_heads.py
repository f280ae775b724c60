"""Heads of compounds whose first word is a metric's: "the [production] unit", "[bond] purchases".

A word that only tells a thing apart measures nothing. Where its head is a place, an agent, a rule or a
quarrel, no number is of it at all; where the head is something that is counted in money or pieces, that is
what is measured, in its own words.
"""

from typing import Final

from flows.extraction.text.change_words import CHANGE_VERBS
from flows.extraction.text.level_words import MODALS
from flows.extraction.text.noun_phrases import COPULAS

# Agents, places, and what people do about a thing: of none of them is a number that stands for a measure.
IDLE_HEADS: Final = frozenset(
    """market markets industry business businesses company companies firm firms group groups brand brands
    division divisions sector sectors maker makers carmaker retailer retailers bank banks unit units region
    segment segments agency agencies body bodies association federation minister ministers ministry office
    department commission committee chief chiefs manager managers director directors officer officers expert
    experts adviser advisers specialist house houses giant arm arms subsidiary operator operators exporter
    exporters importer importers producer producers dealer dealers trader traders lender lenders insurer
    builder builders supplier suppliers buyer buyers seller sellers hub facility plant plants factory terminal
    terminals field fields pipeline pipelines site sites centre center talks war wars tension tensions partner
    partners dispute disputes pact pacts negotiations negotiator row ban bans restrictions sanctions embargo
    policy policies law laws rule rules bill reform reforms regulation regulations crisis crises problem
    problems concern concerns fear fears worry worries hopes optimism strategy system systems model code
    season call conference statement statements sheet form authority authorities collector register warning
    warnings watchdog report reports survey surveys study card cards tool tools network networks""".split()
)
# Of a market of shares a number is of the shares.
_SHARES: Final = frozenset("stock stocks share shares equity equities".split())
# "The price companies pay": no compound, but what somebody does with it.
_DOING: Final = frozenset(
    "pay pays paid charge charges charged get gets got use uses are were can may".split()
)


def is_of_idle_head(lower: list[str], first: int, last: int) -> bool:
    """Whether a metric word at tokens `first` to `last` only tells apart what has no measure.

    >>> is_of_idle_head("the production unit earned 3".split(), 1, 2)
    True
    >>> is_of_idle_head("the price banks charge is 3".split(), 1, 2)
    False
    """
    if last + 1 >= len(lower) or lower[last] not in IDLE_HEADS:
        return False
    if lower[last].startswith("market") and (
        lower[first] in _SHARES or lower[last + 1] in CHANGE_VERBS or lower[last + 1] in MODALS
    ):
        # "The import market will grow to 3 tonnes" of imports.
        return False
    return lower[last + 1] not in _DOING or not lower[last].endswith("s")


# Heads that are counted in money or pieces themselves: "a [tax] cut", "[bond] purchases".
_COUNTED_HEADS: Final = frozenset(
    """break breaks cut cuts relief refund refunds rebate rebates benefit benefits incentive
    incentives default defaults shortfall shortfalls requirement requirements additions outflow
    outflows inflow inflows infusion infusions injection injections purchases payments repayments
    swap swaps options exports imports losses writedowns write-downs obligations needs positions
    guarantee guarantees applications approvals insurance redemptions withdrawals sales volume
    volumes issuance""".split()
)
# Of these, metrics that stay what they are whatever tells them apart.
FLOWS: Final = frozenset("sales exports imports volume volumes".split())
# Behind the whole compound, so that its head is no verb.
_AFTER_HEAD: Final = frozenset(
    """of in at for to from by on with , . ; : ) ( and or that which as than will would could may this last
    next over during since after before""".split()
)


def counted_head(lower: list[str], last: int, limit: int) -> int:
    """Return the token behind the head of a compound whose first word ends at `last`; `last` without one.

    >>> counted_head("the bond purchases of 3 million".split(), 2, 6)
    3
    >>> counted_head("the tax benefits the poor".split(), 2, 5)
    2
    """
    if last + 1 >= limit or lower[last] not in _COUNTED_HEADS:
        return last
    after = lower[last + 1]
    if after in _AFTER_HEAD or after in CHANGE_VERBS or after in COPULAS:
        return last + 1
    return last
