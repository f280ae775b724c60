"""The word classes that tell where a proper name begins, goes on and ends."""

from typing import Final

CALENDAR: Final = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    spring summer autumn winter q1 q2 q3 q4 h1 h2 fy""".split()
)
# Capitalised before a name without being part of it.
TITLES: Final = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady baron president vice chairman chairwoman chair
    chief executive officer ceo cfo coo cto director managing minister prime secretary chancellor senator
    sen representative rep congressman congresswoman governor gov mayor judge justice general-secretary
    commissioner ambassador king queen prince princess pope archbishop bishop cardinal rabbi captain capt
    colonel col sergeant sgt lieutenant lt analyst economist strategist spokesman spokeswoman spokesperson
    founder co-founder premier coach manager head deputy attorney treasurer undersecretary republican
    democrat democratic reverend rev former ex-president speaker counsel""".split()
)
PARTICLES: Final = frozenset(
    "de la van von der den di du del des da al bin ibn el le dos das y e zu ter".split()
)
# "X of Y" is one name when X is one of these.
OF_HEADS: Final = frozenset(
    """bank university ministry department board office institute house bureau organization organisation
    federation association co corp company republic kingdom states court council commission chamber church
    museum school college academy society union agency center centre secretary lord lords league committee
    confederation conference congress college institution institutes centers journal duke archbishop bishop
    stock exchange board register trust fund foundation community alliance authority administration city
    port isle gulf cape bay game call age world medal house head order tower hall palace""".split()
) - {"head", "world"}
INSTITUTIONAL: Final = frozenset(
    """administration commission department agency project authority association development committee
    institute company council board office bureau organization organisation federation union university
    college school court ministry service services bank fund foundation trust exchange society center centre
    party group alliance league church museum hospital academy laboratory laboratories corporation
    partnership programme program network survey index partners capital securities research airlines airways
    systems technologies technology industries motors motor electronics energy petroleum resources
    pharmaceuticals media entertainment communications insurance financial bancorp steel foods brewing
    management advisors associates international consulting""".split()
)
# A name that begins or ends with one of these is an institution's.
INSTITUTIONS: Final = frozenset(
    """
    administration commission department agency authority association institute council board office
    bureau organization organisation federation confederation union university college ministry society
    committee parliament congress senate court police survey academy centre center chamber secretariat
    treasury
    """.split()
)
# Words that may follow a company's short name without making it another company.
COMPANY_TAILS: Final = frozenset(
    """motor motors electronics industries systems technologies technology communications entertainment
    pharmaceuticals laboratories stores brands foods oil petroleum energy resources airlines airways
    financial insurance bancorp bancshares steel chemical chemicals international global worldwide
    enterprises products media networks software semiconductor partners capital securities bank brothers
    services solutions interactive pictures studios records beverages breweries automotive automobile
    automobiles platforms wind bancard health healthcare sciences therapeutics realty properties""".split()
)
# A number after these, or between them and a capital, is part of the name: "Model 3", "Boeing 737".
NUMBERED: Final = frozenset(
    """model series type class windows playstation xbox iphone galaxy boeing airbus audi bmw peugeot mazda
    ps nasdaq ftse s&p nikkei dax cac topix russell stoxx dow formula group area route highway interstate
    flight apollo falcon channel radio article section chapter title rule phase tier level grade category
    resolution proposition office ios android pixel nexus surface series mark mk version doom halo quake fifa
    mig f sm rs""".split()
)
FIRST_NAMES: Final = frozenset(
    """adam alan albert alex alexander alice alistair allan amy andre andrea andrew angela ann anna anne
    anthony antonio arthur ben benjamin bernard bernie bill bob brad brian bruce carl carlos carol caroline
    catherine charles charlie chris christian christine christopher claire colin craig dan daniel dave david
    dean deborah dennis derek diane dominique don donald doug douglas ed eddie edward elizabeth ellen emily
    emma eric ernest frank fred gareth gary george gerald gerard gerhard glen glenn gordon graham greg gregory
    guy hans harold harry heather helen henry howard hugh ian jack jacques james jamie jan jane janet jason
    jean jeff jeffrey jennifer jeremy jerry jesse jessica jim joan joe joel john jon jonathan jose joseph
    joshua juan judith judy julia julian julie justin karen karl kate katherine kathleen keith kelly ken
    kenneth kevin kim larry laura lawrence lee leon leonard linda lisa louis luis luke lynn marc marco marcus
    margaret maria marie mario mark martin mary matt matthew maurice max michael michel michelle mike mohamed
    mohammed nancy neil nicholas nick nicola nigel norman oliver pamela pascal patricia patrick paul paula
    peter phil philip philippe pierre rachel ralph ray raymond rebecca richard rick rob robert roberto robin
    rod roger ron ronald ross roy russell ruth ryan sally sam samuel sandra sarah scott sean sharon shaun
    simon sophie stefan stephen steve steven stuart sue susan ted teresa terry theresa thomas tim timothy tom
    tony tracy trevor victor vincent walter warren wayne wendy will william wolfgang yves xi wen hu""".split()
)
# Alone and capitalised these name nothing.
NEVER_ALONE: Final = frozenset(
    """i mr mrs ms dr sir the a an no yes ceo cfo coo cto gdp ipo tv pc pcs dvd dvds cd cds mp3 eps ebit
    ebita ebitda ffo roe roa fdi cpi ppi pmi co2 it am pm ok evs ev suv suvs est gmt bst pdt edt cet utc
    et pt gaap ifrs usd eur gbp id ids faq hq r&d m&a chief executive president chairman prime minister
    secretary state government internet web christmas easter god god's bible phd ma mba bsc covid ai ict
    dna rna lcd led hiv aids vat etf etfs adr adrs ltd inc corp co plc ag sa nv""".split()
)
