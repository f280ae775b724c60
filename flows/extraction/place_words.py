"""The words that tell a place of figures from an attribute of a company or a person."""

from typing import Final

from flows.extraction.date_words import bag

COMPANIES: Final = bag(
    """carmaker carmakers automaker automakers maker makers manufacturer manufacturers company companies
    firm firms group bank banks giant giants retailer retailers airline airlines operator insurer
    brewer lender supplier suppliers producer partner partners subsidiary unit arm division
    conglomerate chain broker rival rivals exporter importer miner drugmaker chipmaker steelmaker
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
    behemoth titan upstart seller sellers provider distributor wholesaler publisher"""
)
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
    reporters conference meeting analyst analysts trader traders economist economists spokesman spokeswoman
    interview speech briefing exchange hearing court summit correspondent talks interviewed forum office
    offices headquarters bureau dealers dealer strategist by newsroom markets arrived speaking late early
    reuters bloomberg ap afp show fair houses located listing founded died"""
)
# Beside a country's name these make it the speaker for the country.
INSTITUTES: Final = bag(
    """government central bank ministry department parliament statistics customs treasury bureau agency
    authorities office finance labor labour commerce agriculture trade census"""
)
AGENCIES: Final = bag("reuters ap afp bloomberg")
# An article whose opening has these is about a country's economy.
NATIONAL: Final = bag(
    """inflation gdp economy unemployment jobless payrolls exports imports deficit surplus consumer wholesale
    industrial manufacturing employers central economic housing homes productivity starts permits workforce
    budget census population taxpayers jobs wages labor labour household households reserves retail"""
)
# Beside these a figure is a company's or a market's even in an article about a country.
OFFICIAL: Final = bag("inc corp ltd plc co ag sa nv spa company firm group shareholders quarterly shr")
# In capitals these are statistics, not companies: "China's GDP".
STATISTIC_CODES: Final = bag("gdp gnp cpi ppi pmi pib")
MARKETS: Final = bag("sales market markets demand registrations shipments deliveries")
# An article that opens with these, and with no company, is about all of a trade.
TRADES: Final = bag("industry sector")
# Beside these a government's bonds are no market's.
GOVERNING: Final = bag("cabinet parliament budget")
QUOTED: Final = bag("stocks equities nasdaq dow index shares stock futures bonds yields dollar forex")
PRIVATE: Final = bag(
    """profit profits revenue revenues earnings dividend shares share stock stocks shareholders ebitda eps
    buy buys bought buying acquire acquired owns own owned holds hold retained
    index futures yield yields traders stake bid takeover barrel ounce"""
)
# Of these also those of no company in particular are of no place.
SHARES: Final = bag(
    """dividend shares share stock stocks shareholders eps buy buys bought buying acquire acquired owns own
    owned holds hold retained index futures yield yields traders stake bid takeover barrel ounce"""
)
# What is quoted on an exchange or shipped to others is of no place that a text goes on about.
TRADED: Final = bag(
    """futures traded closed session benchmark contract nikkei dow nasdaq ftse dax exports export
    exported"""
)
# Between a preposition and a place.
ARTICLES: Final = bag(
    """the all mainland both neighbouring neighboring much most of some northern southern eastern western
    central"""
)
COMPANY_FIGURES: Final = bag(
    """profit profits earnings shares dividend revenue revenues turnover ebitda ebit eps shr margin
    margins stock shareholders loss losses pretax stake income dividends"""
)
DOMESTIC: Final = bag("domestic")
ABROAD: Final = bag("exports export exported overseas international foreign abroad")
NATIONWIDE: Final = bag("national nationwide nationally")
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
    said says rose fell grew the a an that which who when while where than up down also after before"""
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
