"""Words beside metric words: what names no level, what ties a word to a number, what stands between."""

COST_CAP = 26.0
HEDGE_WORDS = frozenset(
    "about around nearly almost some over more less than at least an estimated only just roughly".split()
)
# A verb does not reach over these to a bare number: "closed above the 950 level".
NO_OBJECT = frozenset("above below near at to from against under".split())
LOCATIVES = frozenset("in across among within throughout through via on for by with".split())
POSSESSIVES = frozenset("'s ’s its their his her our".split())
# Heads that hold a measure and are none: "the market grew 3 percent".
HOLDERS = frozenset(
    """market markets industry industries business businesses company companies firm firms group groups brand
    brands division divisions sector sectors maker makers carmaker retailer bank banks unit region country
    countries economies segment category government analysts economists officials experts brokers investors
    which that who it they this""".split()
)
# Words for a number as such: they name no level.
NUMBER_NOUNS = frozenset(
    """forecast forecasts estimate estimates target targets goal goals expectation expectations projection
    guidance level levels figure figures mark limit threshold chance points point number average mean median
    range low high peak record milestone barrier prediction consensus range""".split()
)
EMPTY_ADJECTIVES = frozenset(
    "national annual average new same highest lowest current previous high low flat overall general".split()
)
COMPARED = frozenset(
    "faster slower quicker longer shorter cheaper greater steeper wider lighter heavier".split()
)
NO_NOUNS = frozenset("worth each apiece plus extra cash compared short away ahead late early".split())
NAMELESS = HOLDERS | NUMBER_NOUNS
MILESTONES = frozenset("milestone mark barrier threshold".split())
LINKS = frozenset("of in for on from worth - 's ’s".split())
DETERMINERS = frozenset("the a its their his her our new annual 's ’s - total this that".split())
RELATIVE_WORDS = frozenset("who which that".split())
COMPLEMENT_LINKS = frozenset("for to in on of with by from the a an their its his her at into out up".split())
# Dimensions that say by themselves what is measured.
IMPLIED_METRICS = frozenset(("speed", "temperature", "fuel economy", "fuel consumption", "pressure"))
MARKET_CODES = frozenset(("share_price", "stock_index"))
PASSIVE = frozenset("- were was been have had has being that are is which be".split())
MODALS = frozenset("to will would can could may might must should not".split())
BARRIERS = {
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
