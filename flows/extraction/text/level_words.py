"""Words beside metric words: what names no level, what ties a word to a number, what stands between."""

from typing import Final

from flows.extraction.text.subject_words import PREDICATIVES
from flows.extraction.text.verb_words import PAST

COST_CAP: Final = 26.0
HEDGE_WORDS: Final = frozenset(
    "about around nearly almost some over more less than at least an estimated only just roughly".split()
)
# A verb does not reach over these to a bare number: "closed above the 950 level".
NO_OBJECT: Final = frozenset("above below near at to from against under".split())
LOCATIVES: Final = frozenset("in across among within throughout through via on for by with".split())
POSSESSIVES: Final = frozenset("'s ’s its their his her our".split())
# Heads that hold a measure and are none: "the market grew 3 percent".
HOLDERS: Final = frozenset(
    """market markets industry industries business businesses company companies firm firms group groups brand
    brands division divisions sector sectors maker makers carmaker retailer bank banks unit region country
    countries economies segment category government analysts economists officials experts brokers investors
    which that who it they this""".split()
)
# Words for a number as such: they name no level.
NUMBER_NOUNS: Final = frozenset(
    """forecast forecasts estimate estimates target targets goal goals expectation expectations projection
    guidance level levels figure figures mark limit threshold chance points point number average mean median
    range low high peak record milestone barrier prediction consensus range""".split()
)
EMPTY_ADJECTIVES: Final = frozenset(
    "national annual average new same highest lowest current previous high low flat overall general".split()
)
COMPARED: Final = frozenset(
    "faster slower quicker longer shorter cheaper greater steeper wider lighter heavier".split()
)
# Heads of a subject that name no measure: places, agents, what points back, what judges.
PLACES_AND_AGENTS: Final = frozenset(
    """county counties city cities town towns village state states province provinces nation nations island
    district kingdom republic territory neighbourhood community school hospital airport plant factory mill
    team club university maker makers exporters importers producers producer dealers dealer traders lenders
    lender insurers insurer retailers builders builder carriers carrier rivals rival critics ministers
    minister leaders leader executives managers manufacturers manufacturer suppliers supplier chain
    operators operator airline airlines utility conglomerate giant publication newspaper report study
    survey poll""".split()
)
POINTERS: Final = frozenset(
    """former latter one ones other others another same rest remainder both each pair duo this these those
    thing things fact facts""".split()
)
JUDGEMENTS: Final = frozenset(
    """biggest largest smallest worst best strongest weakest steepest sharpest fastest slowest greatest
    highest lowest quickest top bottom result results news reading showing performance change changes
    variation difference tally pace rate rates clip tempo trend speed move step amount sum percentage
    proportion upward downward revision revisions outlook""".split()
)
NAMELESS: Final = HOLDERS | NUMBER_NOUNS | PLACES_AND_AGENTS | POINTERS | JUDGEMENTS
# What stands behind "in" and did not change: "a rise of 3 percent in early trading".
NO_MEASURES: Final = NAMELESS | frozenset(
    """trading trade dealings session afternoon morning terms value addition contrast response line period
    contracts places areas minutes""".split()
)
ECONOMY_CHANGES: Final = frozenset(
    """grow grows grew grown growing growth expand expands expanded expanding expansion shrink shrinks shrank
    shrunk shrinking contract contracts contracted contracting contraction""".split()
)
BUILDING_STATES: Final = frozenset("construction development planning".split())
MILESTONES: Final = frozenset("milestone mark barrier threshold".split())
LINKS: Final = frozenset("of in for on from worth - 's ’s".split())
DETERMINERS: Final = frozenset("the a its their his her our new annual 's ’s - total this that".split())
ARTICLES: Final = frozenset("the a an its their his her our each every".split())
CLOSINGS: Final = frozenset(
    "closed close closing ended ending finished traded trading opened settled quoted".split()
)
# Before a metric word: it belongs to the word before.
MODIFYING: Final = frozenset("of per by for despite".split())
ASIDES: Final = frozenset("( ) < >".split())
RELATIVE_WORDS: Final = frozenset("who which that".split())
COMPLEMENT_LINKS: Final = frozenset(
    "for to in on of with by from the a an their its his her at into out up".split()
)
# Dimensions that say by themselves what is measured.
# Money for one of these is a price, whatever is said beside it; other words of prices stay.
TRADED_UNITS: Final = frozenset("""barrel tonne ton ounce bushel pound gallon kilogram litre""".split())
# Adjectives of a measure, said behind it: "40 metres high".
DIMENSIONS: Final = frozenset("high long deep wide tall".split())
LEVIED: Final = frozenset(
    "fee tariff tax levy duty premium discount quota subsidy rebate loss profit".split()
)
PRICES: Final = frozenset(
    ("price", "oil_price", "house_prices", "costs", "wages", "tax", "deal_value", "value")
)
IMPLIED_METRICS: Final = frozenset(
    ("speed", "temperature", "fuel economy", "fuel consumption", "pressure", "frame rate", "data rate")
)
MARKET_CODES: Final = frozenset(("share_price", "stock_index"))
# What markets quote every day: codes of metrics.
QUOTES: Final = MARKET_CODES | {"oil_price", "exchange_rate", "bond_yield"}
PASSIVE: Final = frozenset("- were was been have had has being that are is which be".split())
MODALS: Final = frozenset("to will would can could may might must should not".split())
BARRIERS: Final = {
    ",": 2.0,
    ";": 10.0,
    ":": 4.0,
    "while": 6.0,
    "but": 6.0,
    "although": 6.0,
    "which": 3.0,
    "who": 4.0,
    "because": 6.0,
    "as": 3.0,
    "after": 4.0,
    "when": 4.0,
    "said": 3.0,
    "than": 1.0,
}
# What no phrase behind a number reaches across.
HIGH_BARRIERS: Final = frozenset(word for word, cost in BARRIERS.items() if cost >= 2)
# Ends of runs of words that are no nouns, by which the reading of a noun phrase went too far.
NO_LEVELS: Final = (
    PREDICATIVES
    | PAST
    | frozenset(
        """due remaining beginning preceding net late-stage
        old late twice time rather based seen driven compares compare reflects settle guess exists went
        gone following currently apiece public minus plus equivalent a.m. p.m. time times even then today
        straight unrestricted unchanged touched achieved taken given known shown done made
        underlying overall gross adjusted be coming running going making getting giving taking
        leaving bringing posting predicting representing edging totaling totalling ending comes includes pays
        sees shows represents""".split()
    )
)
NOUNS_IN_ED: Final = frozenset("speed need seed breed feed bed shed weed deed creed greed".split())
