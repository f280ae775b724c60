"""Words of noun phrases: what ends one, odd plurals, events; singular and plural by shape."""

from typing import Final

# Words that no noun phrase goes on through.
CLOSED: Final = frozenset(
    """a an the this that these those my your his her its our their whose which who whom what and or but
    nor so
    yet if than then as because while when where whereas although though unless until since of in on at
    by for from to with without within into onto upon over under above below between among amid during
    before after about around against across along through throughout per via despite including
    excluding except versus vs plus minus up down out off away back ago apart aside ahead toward towards
    is are was were be been being am do does did has have had having will would can could may might must
    shall should ought not no never ever also only just even still already too very quite rather almost
    nearly more most less fewer least each every all both either neither any some many much few several
    such other others another i you he she it we they me him us them himself herself itself themselves
    myself yourself ourselves yourselves
    one's there here today yesterday tomorrow tonight now later earlier soon again once twice further
    together instead however therefore thus meanwhile otherwise moreover yesterday's annually monthly
    weekly daily yearly hourly quarterly overall worldwide globally nationwide overseas abroad elsewhere
    everywhere alone altogether respectively like unlike near behind beyond beside besides inside
    outside beneath regarding concerning following according due owing old year-on-year percent pct
    per-cent last next compared apiece""".split()
)
VERBS: Final = frozenset(
    """said say says told tell tells added add adds sold sell sells made make makes making took take takes
    taken came come comes coming went go goes going gone got get gets getting gave give gives given
    giving rose rise rises risen fell fall falls fallen grew grow grows grown left leave leaves leaving
    lost lose loses won win wins held hold holds kept keep keeps bought buy buys paid pay pays put puts
    ran run runs saw see sees seen sent send sends spent spend spends stood stand stands began begin
    begins begun became become becomes brought bring brings built build builds led lead leads met meet
    meets read set sets shut sat sit sits knew know knows known thought think thinks believe believes
    want wants need needs seem seems seemed remain remains include includes represent represents mean
    means meant show shows shown agree agrees live lived work worked die died killed wounded injured hit
    hits cut cuts expect expects expected own owns owned appear appears contain contains involve
    involves require requires produce produces provide provides receive receives suffer suffers use used
    using wrote written drove driven flew flown broke broken chose chosen fought felt caught taught
    sought lay lies lie struck sank hurt spread beat let trade traded trades averaged totaled totalled
    reached hired signed filed voted attended participated jumped climbed surged soared dropped slipped
    slid declined gained advanced eased edged tumbled plunged compares compare compared equals equal
    accounts accounted accounting making earns earned claims claimed""".split()
)
# Plurals without an s, and nouns that do not change.
IRREGULAR: Final = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "shelves": "shelf",
    "leaves": "leaf",
    "loaves": "loaf",
    "thieves": "thief",
    "halves": "half",
    "calves": "calf",
    "buses": "bus",
    "gases": "gas",
    "bonuses": "bonus",
    "viruses": "virus",
    "campuses": "campus",
    "statuses": "status",
    "censuses": "census",
    "crises": "crisis",
    "analyses": "analysis",
    "diagnoses": "diagnosis",
    "hypotheses": "hypothesis",
    "theses": "thesis",
    "parentheses": "parenthesis",
    "oases": "oasis",
    "bases": "base",
    "cases": "case",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "purchases": "purchase",
    "releases": "release",
    "leases": "lease",
    "increases": "increase",
    "decreases": "decrease",
    "licenses": "license",
    "responses": "response",
    "expenses": "expense",
    "courses": "course",
    "causes": "cause",
    "phases": "phase",
    "diseases": "disease",
    "databases": "database",
    "warehouses": "warehouse",
    "businesses": "business",
    "lenses": "lens",
    "series": "series",
    "species": "species",
    "headquarters": "headquarters",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "hovercraft": "hovercraft",
    "sheep": "sheep",
    "cattle": "cattle",
    "fish": "fish",
    "deer": "deer",
    "salmon": "salmon",
    "trout": "trout",
    "offspring": "offspring",
    "police": "police",
    "staff": "staff",
    "personnel": "personnel",
    "troops": "troop",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "data": "data",
    "media": "medium",
    "alumni": "alumnus",
    "fungi": "fungus",
    "larvae": "larva",
    "nuclei": "nucleus",
    "stimuli": "stimulus",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "axes": "axis",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "zombies": "zombie",
    "rookies": "rookie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "shoes": "shoe",
    "toes": "toe",
    "canoes": "canoe",
    "axe": "axe",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "volcanoes": "volcano",
    "torpedoes": "torpedo",
    "mosquitoes": "mosquito",
    "vetoes": "veto",
    "echoes": "echo",
    "cargoes": "cargo",
    "quizzes": "quiz",
    "caches": "cache",
    "headaches": "headache",
    "avalanches": "avalanche",
    "axles": "axle",
} | {
    word + "s": word
    for word in (
        "israeli iraqi pakistani saudi kuwaiti bangladeshi yemeni omani emirati qatari bahraini somali "
        "nepali bengali punjabi gujarati azerbaijani taxi ski kiwi bikini rabbi alibi safari tsunami"
    ).split()
}
# Words in -s that are no plurals.
_NOT_PLURAL: Final = frozenset(
    """as is was has his its this thus us yes plus minus versus across always perhaps besides towards
    afterwards sometimes overseas less unless previous various serious famous gross class glass press
    loss business process success access address congress progress stress mass pass boss cross basis
    crisis analysis campus virus bonus census status focus consensus surplus bus gas news physics
    politics economics mathematics alias atlas canvas christmas texas arkansas kansas illinois paris
    dallas james thomas williams jones brussels athens mercedes siemens philips does goes says diabetes
    herpes measles mumps rabies chaos cosmos kudos graphics sars mers aids lens""".split()
)
# Nouns of an event whose object is what is counted: "7,000 cargo-bike sales" counts cars.
EVENTS: Final = frozenset(
    "sales deliveries registrations shipments exports imports purchases orders downloads bookings".split()
)


# People told by sex, age or where they are from: what is counted is persons.
# "A woman of 81" is so old; a father of three has as many children.
PERSONS: Final = frozenset(
    "adult man woman boy girl youth youngster teenager pensioner widow widower child infant lad".split()
)
_PEOPLE: Final = frozenset("man woman adult individual human teenager adolescent".split())
_FROM: Final = frozenset(
    """american mexican african moroccan cuban dominican jamaican german greek turk arab jew muslim hindu sikh
    buddhist catholic dane swede finn pole scot briton spaniard czech slovak serb croat kurd afghan uzbek
    kazakh thai filipino latino hispanic londoner icelander zealander israeli iraqi pakistani saudi kuwaiti
    bangladeshi yemeni omani emirati qatari bahraini somali nepali bengali punjabi""".split()
)


def is_person(word: str, noun: str) -> bool:
    """Whether `word`, with the singular `noun`, names people by sex, age or where they are from."""
    if noun in _PEOPLE:
        return True
    return word[0].isupper() and not word.isupper() and (noun in _FROM or noun.endswith(("ian", "ean")))


def singular(word: str) -> str:
    """Return the singular of a plural in lower case.

    >>> [singular(word) for word in ("deliveries", "boxes", "EVs", "people", "movies", "classes")]
    ['delivery', 'box', 'ev', 'person', 'movie', 'class']
    """
    word = word.lower()
    if (known := IRREGULAR.get(word)) is not None:
        return known
    if len(word) < 3 or not word.endswith("s") or word in _NOT_PLURAL or word.endswith(("ss", "us", "is")):
        return word.removesuffix("men") + "man" if len(word) > 5 and word.endswith("men") else word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether `word`, in lower case, has the shape of a plural noun."""
    if word in IRREGULAR:
        return True
    if word.endswith("men") and len(word) > 5:
        return True
    return (
        word.endswith("s")
        and len(word) > 2
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NOT_PLURAL
    )
