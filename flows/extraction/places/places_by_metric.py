"""What a figure measures, known only after its place, can give it another place or none."""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.names.entities import entity_table
from flows.extraction.places.place_names import is_body, names_by_code
from flows.extraction.places.place_of_market import INDEXES, code_of_market
from flows.extraction.places.place_scene import Given
from flows.extraction.places.places import WITHHELD, give_place
from flows.extraction.reading import Reading

# Rules that give a figure the place of the article.
CARRYING: Final = frozenset(("goes_on", "site"))
# Rules that give a figure a place of its sentence, which may be where something else was.
NEARBY: Final = frozenset(("before", "after", "later", "sentence", "opener", "the_country", "worldwide"))
# What a listed name, or an unlisted one of no known sort, can be: a firm.
FIRMS: Final = frozenset(("company", "brand", "group", "alliance", None))
# Firms whose names indexes have, too.
NAMESAKES: Final = frozenset(("nasdaq",))
PUBLIC: Final = frozenset(("institution", "party"))
QUOTES: Final = frozenset(("share_price", "growth_of_share_price"))
# What an owner has or trades, whoever it is.
HOLDINGS: Final = ("stake", "shares", "price", "value", "deal_value", "oil_price")
MAX_CURRENCY: Final = 2
RESULTS: Final = frozenset(
    """profit net_profit operating_profit pretax_profit ebitda net_loss operating_loss pretax_loss
    earnings_per_share dividend margin cash_flow market_value deal_value share_price""".split()
)
# What a listed firm has, takes or spends, where it is an amount; how its shares moved, where it is a change.
OWNED: Final = frozenset("revenue cash debt bonds spending value weight payment facility".split())
# What any firm has, wherever it is, and what a known one raises, gives back or borrows.
HELD: Final = frozenset("assets stake".split())
RAISED: Final = HELD | frozenset("financing debt amount_raised amount_returned".split())
MOVED: Final = frozenset("equity weight value".split())
# What somebody is worth or gives away is so wherever he is.
FORTUNES: Final = frozenset("wealth fortune net_worth amount_inherited".split())
# Of a person these are so, too: "her net worth".
WORTH: Final = FORTUNES | frozenset("value net_profit donations shares_bought".split())
COUNTRY_CODE: Final = 2
WORLD: Final = "001"
UNIONS: Final = frozenset(("EU", "EZ"))
# What is traded all over the world, and what such a thing is called besides.
COMMODITIES: Final = frozenset(
    "oil crude brent wti intermediate gold silver platinum palladium copper bullion".split()
)
CALLED: Final = COMMODITIES | frozenset(
    "price prices of the spot futures contract contracts benchmark global world west texas sweet".split()
)
PRICED: Final = frozenset(("money", "growth", "percent"))
CURRENCIES: Final = frozenset("dollar euro yen pound sterling franc rupee yuan peso rand rouble".split())


def settle_places(reading: Reading) -> None:
    """Take the article's place back from what is of no place, and give an index its country."""
    types = {
        name.entity_code: "body"
        if name.type == "company" and is_body(reading.reference, name.name)
        else name.type
        for name in reading.names
        if name.entity_code is not None
    }
    for draft in reading.drafts:
        why = draft.why.get("place")
        entity_code = (draft.entity_code or "").partition("/")[0]
        kind = types.get(entity_code, "")
        if draft.metric_code is None:
            continue
        if why is not None and why.rule not in CARRYING:
            if kind == "index" and draft.metric_code not in RESULTS and why.rule in NEARBY:
                _give_country(reading, draft, entity_code, told=True)
            elif kind in FIRMS and why.rule in NEARBY and _is_told_of_the_world(reading, draft, why.start):
                _withdraw(draft)
            continue
        if (kind == "index" and draft.metric_code not in RESULTS) or (
            entity_code in NAMESAKES and draft.metric_code.endswith("stock_index")
        ):
            _give_country(reading, draft, entity_code)
        elif (code := code_of_market(reading, draft)) is not None:
            _give(reading, draft, code, "market")
        elif (why is None or _is_abroad(reading, draft, entity_code)) and kind in PUBLIC:
            if draft.metric_code not in QUOTES:
                _give_seat(reading, draft, entity_code)
        elif why is not None and (
            # A firm earns it, somebody has it wherever they are; what a currency is worth has no place.
            (kind in FIRMS and _is_its_own(reading, draft, kind))
            or _is_fortune(draft, kind)
            or _is_currency(draft)
            or _is_commodity(draft)
            or (kind == "person" and draft.metric_code == "age")
            or (kind in PUBLIC and _is_of_no_country(reading, draft, entity_code))
        ):
            _withdraw(draft)
    withheld = reading.shared.get(WITHHELD)
    for draft, lead in withheld if isinstance(withheld, list) else ():
        if draft.place is None and _is_no_firm_s(reading, draft):
            give_place(reading.document, draft, Given(lead, "of_no_firm", 0.5))


def _is_no_firm_s(reading: Reading, draft: Draft) -> bool:
    """Whether a figure is of a country or of no name, though its sentence tells of a company's money."""
    metric_code = (draft.metric_code or "").removeprefix("growth_of_")
    return (
        (draft.entity_code is None or draft.entity_code in names_by_code(reading.reference))
        and draft.subject is not None
        and (draft.unit or "") != "share"
        and metric_code not in RESULTS
        and not metric_code.startswith(HOLDINGS)
        and not _is_currency(draft)
        and not _is_commodity(draft)
        and not _is_fortune(draft, "")
    )


def _is_its_own(reading: Reading, draft: Draft, kind: str | None) -> bool:
    """Whether a firm earned it, or its shares did: what moved as an index does, with no index named."""
    metric_code = (draft.metric_code or "").removeprefix("growth_of_")
    if draft.kind == "money" and metric_code in (RAISED if kind == "company" else HELD):
        return True
    if kind == "company" and metric_code == "stock_index":
        document = reading.document
        return INDEXES.isdisjoint(document.lower[slice(*document.sentences[draft.sentence])])
    if kind == "company":
        own = OWNED if draft.kind == "money" else MOVED if draft.kind == "growth" else ()
        # "Incentives of $900 per boat" are what a market's buyers get.
        return metric_code in RESULTS or (metric_code in own and " per " not in (draft.unit or ""))
    return metric_code in RESULTS


def _is_fortune(draft: Draft, kind: str | None) -> bool:
    """Whether a figure is what somebody is worth, was left or gives."""
    metric_code = (draft.metric_code or "").removeprefix("growth_of_")
    return metric_code in FORTUNES or (kind == "person" and metric_code in WORTH)


def _is_currency(draft: Draft) -> bool:
    """Whether a figure is what a currency is worth: of "the dollar", "the offshore yuan"."""
    if draft.kind == "share":
        return False
    words = (draft.subject or "").split(" ")
    return len(words) <= MAX_CURRENCY and words[-1] in CURRENCIES


def _is_commodity(draft: Draft) -> bool:
    """Whether a figure is the price of what costs the same everywhere: of "Brent crude", "spot gold"."""
    if draft.kind not in PRICED or (draft.kind == "money" and (draft.unit or "")[:3] != "USD"):
        return False
    words = (draft.subject or "").lower().split(" ")
    metric_code = (draft.metric_code or "").removeprefix("growth_of_")
    return (
        metric_code.endswith(("price", "prices", "value"))
        and CALLED.issuperset(words)
        and not COMMODITIES.isdisjoint(words)
    )


def _give_country(reading: Reading, draft: Draft, entity_code: str, told: bool = False) -> None:
    """Give what is said of an index ("the Nikkei fell 2 percent") its country.

    An index that is of no one country keeps the place that its sentence told.
    """
    entity = entity_table(reading.reference).by_code.get(entity_code)
    if entity is not None and entity.country_code:
        _give(reading, draft, entity.country_code, "index")
    elif not told:
        _withdraw(draft)
        if (code := code_of_market(reading, draft)) is not None:
            _give(reading, draft, code, "market")


def _is_abroad(reading: Reading, draft: Draft, entity_code: str) -> bool:
    """Whether a body is of another country than the article: "the Bank of Norway" in one about Europe."""
    entity = entity_table(reading.reference).by_code.get(entity_code)
    return entity is not None and bool(entity.country_code) and entity.country_code != draft.place_code


def _is_told_of_the_world(reading: Reading, draft: Draft, start: int) -> bool:
    """Whether a firm's result is given to the world for its trade: "The global custodian earned $3 million".

    Not where its sentence opens with that: "Global orders rose 3 percent".
    """
    document = reading.document
    return (
        draft.place_code == WORLD
        and (draft.metric_code or "").removeprefix("growth_of_") in RESULTS
        and draft.kind != "share"
        and start > document.starts[document.sentences[draft.sentence][0]]
    )


def _is_of_no_country(reading: Reading, draft: Draft, entity_code: str) -> bool:
    """Whether what a body of many countries does is given to one of them: "OPEC cut its output".

    Not its money, which it may have lent there.
    """
    entity = entity_table(reading.reference).by_code.get(entity_code)
    of_many = draft.place_code is None or len(draft.place_code) != COUNTRY_CODE or draft.place_code in UNIONS
    return entity is not None and not entity.country_code and draft.kind != "money" and not of_many


def _give_seat(reading: Reading, draft: Draft, entity_code: str) -> None:
    """Give what a country's own office, court or party does its country: "the Treasury lent $9 billion"."""
    entity = entity_table(reading.reference).by_code.get(entity_code)
    if entity is None or not entity.country_code or entity_code.endswith("exchange"):
        return
    first, last = reading.document.sentences[draft.sentence]
    if any(first <= name.first < last and name.entity_code == entity_code for name in reading.names):
        _give(reading, draft, entity.country_code, "body", 0.5)


def _give(reading: Reading, draft: Draft, code: str, rule: str, confidence: float = 0.8) -> None:
    draft.place, draft.place_code = names_by_code(reading.reference)[code], code
    draft.why["place"] = Because(rule, draft.start, draft.end)
    draft.confidence["place"] = confidence


def _withdraw(draft: Draft) -> None:
    draft.place = draft.place_code = None
    draft.why.pop("place", None)
    draft.confidence.pop("place", None)
