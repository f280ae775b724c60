"""Words by which a subject gets the code of a territory, of a whole, or none."""

from typing import Final

from flows.extraction.text.subject_words import MACRO, ROLES, TRADED
from flows.extraction.text.verb_words import PREPOSITIONS, PRESENT_S, PRESENT_S_NOUNS

# Counted or measured of a place as a whole.
TERRITORIAL: Final = frozenset(
    """population inhabitants residents citizens households people persons patients deaths death fatalities
    dead cases case infections births marriages murders killings crimes arrests injuries votes ballots
    turnout electorate unemployment joblessness jobless unemployed inflation gdp economy employment
    payrolls workforce labour labor migrants refugees immigrants hospitalisations hospitalizations
    admissions doses vaccinations voters product toll fatality burglaries burglary robberies robbery thefts
    homicides homicide assaults offences offenses drownings suicides evictions bankruptcies
    divorces""".split()
)
TERRITORIAL_UNITS: Final = frozenset(
    """case death infection inhabitant resident household vote ballot voter patient fatality birth dose
    migrant refugee""".split()
)
# Groups of people that surveys and statistics tell apart.
GROUPS: Final = frozenset(
    """women men adults children pupils students teenagers pensioners parents mothers fathers families
    couples boys girls respondents workers employees farmers drivers nurses doctors teachers smokers
    graduates homeowners tenants consumers shoppers users businesses firms companies employers americans
    britons europeans over-65s under-25s veterans prisoners teens males females youths""".split()
)
HOLDERS: Final = frozenset(
    """drivers owners customers shares stock shareholders users subscribers employees workers staff dealers
    fans investors members executives officials customer driver owner user share""".split()
)
# Words that say nothing about what is measured.
NEUTRAL: Final = frozenset(
    """overall gross annual quarterly monthly weekly daily national combined whole entire its their his her
    our previous last latest current final preliminary provisional estimated projected actual year-on-
    year more further additional extra early late full half quarter all both any some most own rate
    rates number numbers total totals toll level levels figure figures index count percentage proportion
    share civilian seasonally adjusted unadjusted headline registered confirmed valid of the and a new people
    annualised annualized jobless domestic product voter rising falling higher lower record""".split()
)
# Statistics that are written like names.
STATISTICS: Final = frozenset(
    """gross_domestic_product gdp consumer_price_index cpi producer_price_index ppi
    gross_national_product""".split()
)
COUNTERS: Final = frozenset(
    """doctors nurses officials police hospitals clinics scientists government authorities census election
    elections referendum by-election runoff flood floods flooding earthquake quake storm storms cyclone
    hurricane typhoon tornado landslide landslides mudslides avalanche tsunami heatwave wildfire wildfires
    epidemic outbreak rescuers""".split()
)
SEGMENTS: Final = frozenset("division segment business unit arm brand operation line".split())
# Finite verbs that a light reading takes for the last noun of a phrase: "Acme agrees to buy".
ENDS_OF_CLAUSES: Final = (PRESENT_S - PRESENT_S_NOUNS) | frozenset(
    """agrees announces compares contrasts manages oversees marks cuts looks stuns sets buys hires wins
    unveils equates trades expands
    posts cites warns says adds seeks acquires becomes""".split()
)
# Phrases that join, condition or do, and those that go on from a name to the next clause.
NO_PART_OPENERS: Final = (
    frozenset("and or but if while when as where that which who now then not meet create consecutive".split())
    | PREPOSITIONS
)
# Owned by nobody that an article is about: others in its market, and what is traded there.
OUTSIDERS: Final = frozenset(
    """
    banks brokerages brokers clients rivals competitors politicians managers vendors regulators lenders
    bankers creditors taxpayers newcomers traders consultants consumers agencies newspapers markets
    futures yields prices rates bonds currencies commodities issues spreads points francs longs
    fundamentals months cancellations harvests economies countries governments states exporters
    importers manufacturers makers producers suppliers bills laws rules taxes funds locals majors
    drugmakers carmakers automakers airlines retailers insurers stocks equities swaps consensus rumors
    bids terms arrivals firms peers residents households""".split()
)
# Money and what is traded on exchanges: whatever an article is about, these are not its.
MONEY: Final = frozenset(
    """dollar euro yen pound sterling franc mark rupee yuan currency oil crude gold silver copper wheat
    world""".split()
)
UNOWNED: Final = OUTSIDERS | MACRO | MONEY | frozenset("government parliament court judge".split())
# Those who tell or act for others are nobody in particular from one article to the next.
NOBODY: Final = ROLES | frozenset(
    """agency officials authorities analysts economists experts report survey poll study data statistics
    results figures others one most some half people persons patients number plan deal case cases records
    changes move rise fall decision announcement shares stocks index seats""".split()
)
NUMBER_WORDS: Final = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    hundreds thousands millions % pct percent cent""".split()
)
# Times before a possessive: "this weekend's films".
TIMES: Final = frozenset("weekend today yesterday year month week quarter day last this next season".split())
# Of these a country has one, and nobody in it.
OF_ECONOMY: Final = frozenset(
    """exports imports production output deficit surplus gap inventories stockpiles inflation unemployment gdp
    economy joblessness payrolls spending demand reserves""".split()
)
# What a territory has besides its people: "exports of X".
OF_TERRITORIES: Final = (
    TRADED
    | MACRO
    | OF_ECONOMY
    | frozenset("prices sales jobs starts construction revenues tax taxes".split())
)
NOTHING: Final = frozenset(
    """here there well overnight such month year week day pay rest way top likely more due less much many
    few part time times spend first second third last next above below former latter same half other
    others another months years
    weeks days hours secs pct mln bln dlrs now then total march example called""".split()
)
