"""Which family a figure is of, by the words of its clause, where metrics are not known yet.

A text goes on about the period of what is summed over periods (profit, exports), never about that of a
deal, a price or a payroll. So before a period is carried, the words beside a figure say its family:
flow (results and statistics), level (what stands at a day), market (quotes of a day), single (deals, plans,
costs and other amounts that are one), or "" where they say nothing.
"""

from typing import Final

from flows.extraction.dates.date_words import MONTHS, bag
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Draft
from flows.extraction.text.change_words import CHANGES
from flows.extraction.text.indices import INDICES, statistical_indices
from flows.extraction.text.period_words import FORESEEN, HEDGES

FLOW: Final = bag(
    """profit profits earnings loss losses revenue revenues sales turnover ebitda ebit margin margins eps shr
    net shipments deliveries registrations volumes expenses costs charge charges provisions premiums traffic
    output production earned generated brought posted income revs qtr mths pretax billings bookings
    royalties sold lost made shed orders profitability receipts catches throughput inflation gdp economy
    growth exports imports deficit surplus unemployment employment unemployed demand usage jobless payrolls
    consumption spending starts permits claims arrivals births crimes burglaries accidents wages harvest
    crop cpi ppi rainfall exported imported economic industrial retail consumer wholesale productivity
    layoffs registered delivered shipped produced attendance visitors tourists passengers generation avg"""
)
LEVEL: Final = bag(
    """reserves assets debt debts stocks inventories inventory workforce employees staff headcount population
    deposits holdings outstanding backlog borrowings liabilities subscribers customers capitalisation
    capitalization valued valuation cash savings members users stockpiles loans balance employs employed
    residents inhabitants accounts networth endowment"""
)
MARKET: Final = bag(
    """shares stock index futures yield yields closed traded trading session bourse stocks equities indexes
    indices benchmark p nasdaq dow dax ftse nikkei s&p kospi topix sensex cac bullion stockmarket ounce
    rallied settled contract benchmark barrel delivery"""
)
SINGLE: Final = bag(
    """acquire acquired acquires acquisition buy buying bought buys purchase purchased takeover bid bids offer
    offered offering stake stakes deal deals agreed agreement merger worth bond bonds notes ipo raised fine
    fined fines settlement lawsuit damages invest investing investment investments invests project projects
    price priced paid paying pay pays salary bonus donated donation fund prize award grant workers stores
    outlets
    branches countries poll survey surveyed respondents asked interviewed cut jobs ransom rent tariff
    tariffs mortgage loan bailout aid budget contract contracts sentence sentenced aged wealth fortune
    dividend dividends cost costing jail penalty levy tax taxes plants factories plant factory employs seats
    votes"""
)
_ORDER: Final = ((SINGLE, "single"), (LEVEL, "level"), (MARKET, "market"), (FLOW, "flow"))
FAMILY: Final = {word: family for words, family in _ORDER for word in words}
# Who expected a figure that has come out since.
FORECASTERS: Final = bag(
    """analysts analyst economists consensus polled surveyed expectations estimates expecting forecasts
    forecasters street"""
)
# How many forecast something is of no place and no time.
EXPERTS: Final = frozenset(("analyst", "economist", "forecaster", "strategist", "forecast"))
BEATEN: Final = bag(
    """than above below surpassing surpassed beat beating missing missed topping topped against versus
    exceeding short shy compared ahead line"""
)
MISSED: Final = BEATEN - {"than", "against", "compared", "ahead", "line"}
# What was foretold before is no more expected of what is out than what is foretold now.
FORMER: Final = frozenset(("previous", "previously", "prior", "earlier", "initial", "original"))
TARGETS: Final = frozenset(("target", "targets", "view", "views"))
OUTLOOK: Final = bag("will expects sees outlook guidance next")
OUTLOOKS: Final = frozenset(("outlook", "guidance"))
# What results do as well as quotes; and what has a price, whose change is a statistic.
MOVING: Final = frozenset(("lost", "shed", "made"))
PRICES: Final = frozenset(("price", "prices"))
CHANGE_REACH: Final = 4
BOUGHT_BACK: Final = bag(
    "repurchase repurchases buyback buybacks sale sales offering option options split purchase"
)
MAKING_UP: Final = frozenset(("make", "makes", "made", "making"))
MEASURED: Final = HEDGES | {"more", "than", "over", "by", "slightly"}
BEFORE_TAX: Final = frozenset(("before", "after", "interest"))
BEING: Final = frozenset(("is", "are", "be"))
REACH: Final = 24
AFTER: Final = 7
MOVES: Final = frozenset(CHANGES) | bag(
    "up down higher lower off closed closing ended opened trading traded quoted unchanged"
)


def is_of_change(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure says how much something changed: "rose 5 percent", "a 5 percent rise", "rose $9"."""
    if draft.kind != "percent":
        before = sentence.lower[draft.first - 1] if draft.first > sentence.first else ""
        return draft.kind == "growth" or (
            draft.kind in ("money", "count", "measure") and (before in CHANGES or before in ("up", "down"))
        )
    at = draft.first - 1
    while at > sentence.first and sentence.lower[at] in MEASURED:
        at -= 1
    if sentence.lower[at] in ("up", "down") and sentence.lower[at - 1] not in MAKING_UP:
        # "Down more than 9 percent"
        return True
    first = max(sentence.first, draft.first - CHANGE_REACH)
    near = sentence.lower[first : draft.first] + sentence.lower[draft.last : draft.last + 2]
    return not CHANGES.keys().isdisjoint(near)


def family(draft: Draft, sentence: Sentence, begin: int, end: int) -> str:
    """Return the family of `draft` by the nearest telling word of its clause ``[begin, end)``.

    Words before the figure reach far, words after it up to the next figure or mark.
    """
    lower, numbers = sentence.lower, sentence.numbers
    after, distance = "", REACH + 1
    for index in range(draft.last, min(end, draft.last + AFTER)):
        word = lower[index]
        if index in numbers or word in (",", "(", "from", "after", "against", "to"):
            break
        if word in FAMILY and word != "p":
            after, distance = word, index - draft.last
            break
    near = max(begin, draft.first - 2 - min(distance, REACH))
    for start, stop in ((draft.first - 1, near), (near - 1, max(sentence.first, draft.first - REACH))):
        for index in range(start, stop - 1, -1):
            word = lower[index]
            if word in FAMILY and (word != "p" or lower[index - 1] == "&"):
                if word in MOVING and not MARKET.isdisjoint(lower[stop:index]):
                    # "Oil for January delivery lost 29 cents"
                    return "market"
                if word in PRICES and lower[index - 1] in ("share", "stock"):
                    return "market"
                if word == "cash" and lower[index - 2 : index] == ["non", "-"]:
                    continue
                if word in PRICES and is_of_change(draft, sentence):
                    return "flow"
                return _of(word, index, sentence)
        if after:
            break
    return _of(after, draft.last + distance, sentence) if after else ""


def _of(word: str, index: int, sentence: Sentence) -> str:
    lower = sentence.lower
    near = lower[max(sentence.first, index - 4) : index]
    if word == "poll" and not FORECASTERS.isdisjoint(lower[index + 1 : index + 6]):
        # "Beat the 9 million in a poll of 14 analysts"
        return "flow"
    if word in ("settlement", "delivery"):
        # "Oil for January delivery"
        return "market" if lower[index - 1] in MONTHS else "single"
    if word in INDICES and index in statistical_indices(sentence.document):
        return "flow"
    if word in ("jobs", "workers") and not _STATISTICS.isdisjoint(
        lower[max(sentence.first, index - REACH) : min(sentence.last, index + REACH)]
    ):
        return "flow"
    if word == "industrial" and lower[index + 1 : index + 2] == ["average"]:
        return "market"
    if word in ("stores", "outlets") and "sales" in lower[max(sentence.first, index - AFTER) : index]:
        # "Sales at its older stores"
        return "flow"
    if word in ("price", "prices") and not _AVERAGED.isdisjoint(near):
        return "flow"
    if word in ("tax", "taxes") and not BEFORE_TAX.isdisjoint(near):
        # "Profit before tax", "earnings before interest, taxes, depreciation"
        return "flow"
    if word in ("net", "pretax", "retail", "consumer") and index + 1 < sentence.last:
        return FAMILY.get(lower[index + 1], "flow")
    if word in ("shares", "share", "stock") and index + 1 < sentence.last and lower[index + 1] in BOUGHT_BACK:
        # "A $9 billion stock repurchase"
        return "single"
    if word == "stock" and lower[index + 1 : index + 2] == ["exchange"] and "on" in near:
        # "Closed at $9 on the Gull Stock Exchange"
        return "market"
    if word in ("shares", "stock") and near[-1:] in (["per"], ["average"]):
        # "Average shares" are counted over the period of results.
        return "flow"
    if word in ("shares", "stock", "contract") and MOVES.isdisjoint(
        lower[max(sentence.first, index - 8) : min(sentence.last, index + 30)]
    ):
        return "single"
    return FAMILY[word]


_AVERAGED: Final = bag("consumer producer wholesale average selling house home import export")
_STATISTICS: Final = bag("payrolls employers economy unemployment jobless lost shed created unemployed")


def is_expectation(draft: Draft, sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a clause says what forecasters had expected of a figure that is out by now."""
    words = sentence.lower[begin:end]
    if not OUTLOOK.isdisjoint(words) or not OUTLOOKS.isdisjoint(sentence.lower[sentence.first : draft.first]):
        # "Kept its outlook at 9, in line with the 10 that analysts had expected"
        return False
    if not BEING.isdisjoint(words) and any(
        word in FORESEEN and words[index] in BEING for index, word in enumerate(words[1:])
    ):
        # "Is forecast to rise" is still to come.
        return False
    if not FORECASTERS.isdisjoint(words):
        return True
    if "had" in words and any(
        word in FORESEEN and "had" in words[max(0, index - 2) : index] for index, word in enumerate(words)
    ):
        # "It had forecast a profit of 9": what has come out since.
        return True
    told = sentence.lower[max(begin, draft.first - AFTER) : draft.first]
    if not BEATEN.isdisjoint(told) and not FORESEEN.isdisjoint(told) and FORMER.isdisjoint(told):
        return True
    # "Shy of Wall Street's target of 9", not "its target of 9"
    return not MISSED.isdisjoint(told) and not TARGETS.isdisjoint(told)
