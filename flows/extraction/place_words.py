"""The words that tell a place of figures from an attribute of a company or a person."""

from flows.extraction.period_words import bag

COMPANIES = bag(
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
    consortium watchdog agency giant's bank's"""
)
LOCATIVES = bag("in across within throughout inside around outside over")
# Between a preposition and a place.
ARTICLES = bag(
    """the all mainland both neighbouring neighboring much most of some northern southern eastern western
    central"""
)
COMPANY_FIGURES = bag(
    """profit profits earnings shares dividend revenue revenues turnover ebitda ebit eps shr margin
    margins stock shareholders loss losses pretax stake income dividends"""
)
DOMESTIC = bag("domestic")
SOLD = bag(
    """sold sell sales sale delivered deliveries delivery registered registrations sells selling built
    produced"""
)
GOODS = bag(
    """vehicle car truck van unit model motorcycle bike phone handset tablet console computer sale pc
    aircraft ev"""
)
NOT_NOUNS = bag(
    """and or but to of in on at for with from by as is are was were has have had will would could may
    said says rose fell grew the a an that which who when while where than up down also after before"""
)
# After a country's name these make it an adjective ("China sales"); another word may as well be its verb.
PLACE_NOUNS = bag(
    """market markets sales demand economy exports imports output production operations business
    population growth deliveries registrations shipments consumption consumers households plant plants
    factory factories stores branches inflation unemployment trade industry sector tourism prices
    price jobs workers roads car auto truck vehicle oil gas coal steel corn wheat soybean crop harvest
    housing home homes retail bank banking mobile internet economy's debt deficit surplus budget bond
    yield rate rates region area mainland coast border"""
)
SUPERLATIVE_ENDING = "est"
FLAT_SUPERLATIVES = bag("second third fourth fifth top leading number no most first only")
# A few of these are what is offered, not what was sold.
MANY = 1000
