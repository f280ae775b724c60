"""Nouns that are measured, refer by role, or say nothing about who a figure is of."""

from typing import Final

# What is measured of somebody: the somebody is the subject, not these.
MEASURES: Final = frozenset(
    """
    sale sales revenue revenues turnover profit profits earnings income loss losses margin margins
    ebitda ebit result results output production capacity deliveries delivery shipments shipment
    registrations registration exports export imports import orders order bookings backlog inventory
    inventories stock stocks share shares price prices cost costs spending expenses expenditure
    expenditures debt assets liabilities deposits loans lending growth rise fall increase decrease
    decline drop gain gains surge jump slump demand volume volumes rate rates yield yields dividend
    dividends bid offer stake stakes deficit surplus budget workforce headcount staff employment
    population area size length height weight width depth range speed emissions consumption usage use
    traffic total number figure figures level value worth valuation capitalisation capitalization gdp
    economy inflation unemployment joblessness proportion percentage majority bulk rest part half
    quarter third average mean median target forecast outlook guidance estimate estimates plan plans
    streak record performance charge charges provision provisions writedown writedowns tax taxes fine
    fee fees premium premiums fund funds cash flow backlog subscribers additions customers ratio index
    score rating turnout vote votes lead death deaths case cases toll infections injuries business
    operations receipts outlays balance payment payments reserves investment investments holding
    holdings equity capital incentives dominance sentiment confidence activity productivity wages wage
    salary pay bonus bonuses compensation rent rents crop harvest yield audience circulation ratings
    viewers membership attendance grosses takings box-office comparable-store same-store barrier mark
    milestone threshold hurdle exposure benefit benefits savings contribution contributions proceeds
    payout bills pace shr shrs revs div divs decreases rises falls drops jumps surges
    slumps rebound rebounds advance advances rally rallies expansion contraction reduction plunge slide dip
    climb upturn downturn uptick
    """.split()
)
# Adjectives and nouns that narrow a measure without naming anyone.
MODIFIERS: Final = frozenset(
    """net gross total overall annual quarterly monthly weekly daily operating pretax pre-tax after-tax tax
    underlying adjusted core domestic foreign overseas international global worldwide world national local
    combined consolidated group company companies corporate parent full half first second third fourth
    year month quarter week fiscal previous last latest new unit units same store like-for-like comparable
    retail wholesale commercial industrial consumer average median mean record monthly year-on-year actual
    initial final preliminary provisional expected estimated projected planned current ongoing per diluted
    basic common ordinary closing opening trading premarket pre-market after-hours online original entire
    whole its their his her our the a an that this these those such own most some all both any each
    more further additional extra other early late end third-quarter first-quarter second-quarter
    fourth-quarter first-half second-half full-year vehicle vehicles car cars truck trucks auto light
    passenger interim statutory reported organic rising falling better worse higher lower stronger weaker
    strong weak growing increasing decreasing improving improved good bad solid slower faster shrinking
    soaring slowing combined oper steady sharper sharpest big bigger biggest small smaller smallest
    slight modest moderate steep steeper steepest large larger largest consecutive straight surprise
    unexpected""".split()
)
# "the company": somebody already named.
ROLES: Final = frozenset(
    """company firm group carmaker automaker maker manufacturer bank lender insurer retailer chain airline
    brokerage hotelier carrier operator supplier broadcaster brewer chipmaker drugmaker planemaker
    steelmaker miner producer giant conglomerate corporation business organisation organization agency
    institute body authority union ministry department government council club team party alliance
    partnership venture consortium partner brand unit subsidiary division arm parent utility network
    provider developer publisher studio station newspaper charity university hospital school regulator
    watchdog fund exchange model car vehicle game film movie show book album song plane aircraft ship
    phone handset device console drug vaccine product programme program project county province village
    council committee commission city town state country nation kingdom republic region island startup
    start-up bloc index benchmark currency duo pair two trio three firms companies carmakers automakers
    brands partners countries""".split()
)
# "The contract": what was traded in the sentence before.
TRADED_ROLES: Final = frozenset("contract gauge benchmark".split())
# Public bodies and places: never a company or a person that was named.
TERRITORIES: Final = frozenset(
    "city town state country nation kingdom republic region island county province village".split()
)
BODIES: Final = frozenset(
    "council government ministry department parliament agency authority police committee commission".split()
)
PLURAL_ROLES: Final = frozenset(
    "firms companies carmakers automakers brands partners countries pair duo two".split()
)
# Speakers and onlookers: never carried over as the subject of a later figure.
ONLOOKERS: Final = frozenset(
    """
    analyst analysts economist economists expert experts trader traders dealer dealers investor
    investors poll polls forecast forecasts projection official officials spokesman spokeswoman
    spokesperson source sources report reports study survey data statement people observer observers
    critic critics strategist strategists researcher researchers author authors chief executive chairman
    president director manager minister reuters bloomberg news media newspaper announcement results
    figures it we he she who what there others some
    """.split()
)
PRONOUNS_OF_THINGS: Final = frozenset("it its they their them this that these those which both".split())
PERSON_PRONOUNS: Final = frozenset("he she his her him we our i you who".split())
RELATORS: Final = frozenset("out of at for by from in among across on with to than over between".split())
ARTICLES: Final = frozenset(
    "the a an this that these those some its their his her our both all each any".split()
)
# Measured of a whole economy or market: whose they are is in the words before them.
MACRO: Final = frozenset(
    """unemployment joblessness inflation gdp economy population rate rates prices price index yield yields
    claims starts payrolls sentiment confidence productivity turnout market industry sector""".split()
)
# Never one company's.
OF_ECONOMIES: Final = frozenset("unemployment joblessness inflation gdp economy population turnout".split())
TRADED: Final = frozenset(
    """growth exports imports demand output production spending employment deficit surplus inventories
    consumption supply reserves emissions""".split()
)
COMPANY_PRICES: Final = frozenset(
    "share stock selling ticket offer strike exercise subscription growth tax".split()
)
# Behind a noun these narrow it; they head no phrase.
POSTPOSED: Final = frozenset(
    """applicable attributable available allocable due alone overall worldwide nationwide globally abroad
    overseas online combined together respectively year-on-year eligible unable""".split()
)
# Said of a thing, never the thing: what ends with one of these is no noun phrase.
PREDICATIVES: Final = frozenset(
    """able unable likely unlikely essential important necessary possible impossible ready available clear
    unclear sure certain true false wrong bad better worse bigger biggest larger largest smaller smallest
    higher highest lower lowest faster slower cheaper dearer harder easier closer nearer further farther
    longer shorter stronger weaker older younger richer poorer wider deeper greater lesser fewer different
    similar such happy keen glad sad proud confident optimistic pessimistic cautious worried concerned
    aware willing reluctant eager afraid full empty quick slow hard easy difficult simple strong weak
    serious severe crucial vital responsible liable relevant significant substantial huge enormous tiny
    modest steady stable flat firmer unchanged recent early previous recommend very not so too there what who
    how why when away however therefore moreover meanwhile hardest easiest latest newest oldest richest
    poorest""".split()
)
# What measures is not what is measured.
UNIT_NOUNS: Final = frozenset(
    """tonnes tonne tons ton barrels barrel dlrs dlr dollars cents cts pence points bushels ounces ounce acres
    hectares miles kilometres kilometers metres meters feet kilograms grams litres gallons megawatts
    gigawatts stg bales degrees bn mln m k million billion trillion percent pct euros pounds francs
    rupees roubles rubles reais bp bps pts qtr qtrs mths bpd tpy""".split()
)
# Before what all the world has: nobody's own.
WORLDWIDE: Final = frozenset("world global worldwide world's world’s".split())
# How rules on subjects read a clause.
PHRASE_ENDS: Final = frozenset(
    (".", "compared", "against", "from", "and", "while", "said", "was", "were", "is", "are", "has", "have")
)
SHARES: Final = frozenset(("share", "percent"))
CHANGES: Final = frozenset("rise surge drop increase decrease growth fall decline gain jump slump".split())
