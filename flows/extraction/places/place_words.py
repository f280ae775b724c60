"""The words that tell a place of figures from an attribute of a company or a person."""

from typing import Final

from flows.extraction.dates.date_words import bag

COMPANIES: Final = bag(
    """carmaker carmakers automaker automakers maker makers manufacturer manufacturers company companies
    firm firms group bank banks giant giants retailer retailers airline airlines operator insurer
    brewer lender supplier suppliers producer partner partners subsidiary unit arm division
    conglomerate chain chains broker rival rivals exporter importer miner drugmaker chipmaker steelmaker
    parent investor investors newspaper newspapers paper magazine media analyst analysts economist
    economists official officials minister ministry president senator lawmaker lawmakers government
    governments authorities police court judge prosecutors regulator regulators researchers scientists
    researcher scientist businessman billionaire actor actress singer player striker coach champion
    team club rapper author film-maker director designer citizen national nationals businesswoman
    ambassador diplomat diplomats troops forces soldiers army navy police embassy company's firm's
    earthquake tsunami quake hurricane typhoon war crisis attack attacks embassy partnership alliance
    pair duo dollar dollars yen euro euros pound pounds peso rupee rouble yuan currency peers
    competitor competitors entrepreneur tycoon startup start-up joint venture brand brands buyer
    depositary consortium watchdog agency giant's bank's dlr dlrs franc francs crowns lira lire
    hedge fund funds studio studios family owner owners executive executives trader traders dealer dealers
    exchange lawyers lawyer prosecutor jury magistrate courts subsidiaries units affiliate affiliates
    conglomerates wing owned listed born language nationality heavyweight heavyweights leader leaders
    powerhouse attorney governor mayor congressman congresswoman representative
    secretary spokesman spokeswoman chancellor king queen prince princess bishop archbishop
    investigator investigators detective detectives behemoth titan upstart seller sellers provider
    distributor wholesaler publisher concern"""
)
# All of a country's.
TRADES: Final = bag(
    """carmakers automakers makers manufacturers companies firms banks giants retailers airlines operators
    insurers brewers lenders suppliers producers exporters importers miners steelmakers drugmakers newspapers
    studios"""
)
# Beside its name these are a country's own: they speak of it.
PUBLIC: Final = bag(
    """government governments parliament congress senate president premier minister ministers ministry
    chancellor senator senators lawmaker lawmakers congressman congresswoman department treasury census bureau
    commission board council agency authority authorities official officials police prosecutors army navy
    forces troops court courts judge watchdog regulator regulators"""
)
STUDIES: Final = bag("poll polls survey surveys study report reports researchers census figures")
CURRENCIES: Final = bag(
    """dollar dollars dlr dlrs yen euro euros pound pounds peso pesos rupee rupees rouble roubles yuan franc
    francs crown crowns krone kroner lira lire mark marks won rand ringgit baht"""
)
# What a club, a bidder or a government has itself: "Leeds's offer of".
DEALINGS: Final = bag(
    """offer bid approach proposal decision move striker midfielder defender goalkeeper manager captain boss
    win defeat victory loss draw"""
)
LOCATIVES: Final = bag("in across within throughout inside around")
# After one of these "in" tells where a company sits, where words were spoken or where something is traded.
SEATED: Final = bag(
    """based headquartered born listed traded trading trade incorporated domiciled reporting writing said told
    reporters conference meeting meet meets met source sources saying analyst analysts trader traders
    economist economists spokesman spokeswoman interview speech briefing exchange hearing court summit
    correspondent talks interviewed forum office offices headquarters bureau dealers dealer strategist
    by newsroom markets arrived speaking late early morning afternoon hours
    reuters bloomberg ap afp show fair houses located listing founded died agreed signed"""
)
AGENCIES: Final = bag("reuters ap afp bloomberg")
# In capitals these are statistics, not companies: "China's GDP".
STATISTIC_CODES: Final = bag("gdp gnp cpi ppi pmi pib")
MARKETS: Final = bag("sales market markets demand registrations shipments deliveries")
# Beside these a figure is a company's or its owners'.
SHARES: Final = bag(
    """dividend shares share stock stocks shareholders eps buy buys bought buying acquire acquired owns own
    owned holds hold retained index futures yield yields traders stake bid takeover"""
)
STOCKS: Final = bag("shares share stock stocks shareholders stake dividend")
PRIVATE: Final = SHARES | bag(
    """profit profits earnings revenue revenues turnover ebitda ebit shr margin margins loss losses pretax
    income dividends"""
)
# Of a company's article these have no place: its money, what is quoted on an exchange or shipped to others.
NO_PLACE: Final = PRIVATE | bag(
    """futures traded closed session benchmark contract nikkei dow nasdaq ftse dax
    exports export exported"""
)
# Between a preposition and a place.
ARTICLES: Final = bag(
    """the all mainland both neighbouring neighboring much most of some northern southern eastern western
    central"""
)
DOMESTIC: Final = bag("domestic")
ABROAD: Final = bag("exports export exported overseas international foreign abroad")
NATIONWIDE: Final = bag("national nationwide nationally")
# Behind these stands why something moved, and where that was.
MOVED_BY: Final = bag("hit hurt helped boosted driven buoyed lifted weighed dragged spurred")
TARIFFS: Final = bag("tariff tariffs duties levy levies")
# What goes to a place is of it.
DELIVERED: Final = bag(
    """sale sales sell sells sold loan loans lent lending aid assistance donation donations grants credits
    shipment shipments shipped ship deliveries delivered delivery exposure exposures"""
)
SOLD: Final = bag(
    """sold sell sales sale delivered deliveries delivery registered registrations sells selling built
    produced"""
)
GOODS: Final = bag(
    """vehicle car truck van unit model motorcycle bike phone handset tablet console computer sale pc
    aircraft ev"""
)
NOT_NOUNS: Final = bag(
    """and or but to of in on at for with from by as is are was were has have had will would could may
    said says rose fell grew the a an that which who when while where than up down also after before
    outside"""
)
# After a country's name these make it an adjective ("China sales"); another word may as well be its verb.
PLACE_NOUNS: Final = bag(
    """market markets sales demand economy exports imports output production operations business
    population growth deliveries registrations shipments consumption consumers households plant plants
    factory factories stores branches inflation unemployment trade industry sector tourism prices
    price jobs workers roads car auto truck vehicle oil gas coal steel corn wheat soybean crop harvest
    housing home homes retail bank banking mobile internet economy's debt deficit surplus budget bond
    yield rate rates region area mainland coast border roads streets soil"""
)
SUPERLATIVE_ENDING: Final = "est"
FLAT_SUPERLATIVES: Final = bag("second third fourth fifth top leading number no most first only")
# A few of these are what is offered, not what was sold.
MANY: Final = 1000
