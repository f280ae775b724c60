"""The words that tell which date governs a figure, and how."""

from typing import Final

from flows.extraction.dates.date_words import bag

# Before a date these make it what is compared with; before a value, the earlier one.
BEFORE_BASE: Final = bag("from than over against versus vs")
BEFORE_OLD: Final = bag("from against versus vs")
HEDGES: Final = bag("a about around some nearly almost roughly only just")
COMPARED: Final = bag("compared compare comparing compares")
# What may stand between a comparator and its value or date.
FILLERS: Final = bag(
    """the a an its their his her about around some nearly almost roughly approximately just only record
    revised restated upwardly downwardly sharply net loss profit profits losses of that level levels
    figure figures estimated total same comparable adjusted operating low high peak rate income earnings
    deficit surplus shortfall gain sales revenue - year rise increase drop fall decline growth those seen
    previously originally initially reported average"""
)
DATE_FILLERS: Final = FILLERS | bag(
    "projected expected forecast reported actual in 's during for they it he she did was were had on at this"
)
FLAT_SUPERLATIVES: Final = bag("best worst first most least low high time")
NO_SUPERLATIVES: Final = bag(
    "interest latest forest harvest request protest invest test west east rest guest contest"
)
# What matures or is delivered at a date is called by it: "bonds due 2017", "the January contract".
MATURING: Final = bag("due maturing matures mature expiring expires expire redeemable callable base")
CONTRACTS: Final = bag(
    "traded settled delivery settlement contract contracts futures expiry maturity maturities"
)
# Before an event's year these say that something was then: "in the 2001 election".
AT_EVENTS: Final = bag("in for at during of from")
BREAKS: Final = bag("; : --")
# After a comma these begin a clause of its own.
CLAUSE_WORDS: Final = bag(
    """while but as although though whereas when which who where after before and because despite"""
)
# These begin one without a comma.
SUBORDINATE: Final = bag("because although though whereas which while after before until")
SUBORDINATE_TIMES: Final = bag("after before until")
REPORTING: Final = bag(
    """said says say told announced announcing reported reports issued released showed shows posted
    published reporting statement conference interview added warned data figures survey report filing
    unveiled disclosed meeting speaking confirmed predicted"""
)
PRESENT: Final = bag(
    """is are owns own holds hold employs employ operates operate has have includes include comprises
    consists costs cost ranges sells sell makes make offers offer plans wants needs contains covers
    serves runs stands sits remain remains account accounts represents supplies produces uses involve
    involves boasts lists trades rates requires lives live carries provides gives takes believe
    believes think leads now currently today"""
)
PAST: Final = bag(
    """rose fell grew sold was were made lost won hit came went saw had took gave cut beat drew led left
    bought brought built spent paid sank shrank swung kept held ran became began slid shot met got did
    stood drove broke overtook sent put rising falling"""
)
FUTURE_VERBS: Final = bag(
    """will expects expect expected expecting forecast forecasts plans plan planned planning projected
    projects predicts predicted predict would could may might should target targets targeted aims aim
    hopes intends sees likely estimate anticipates seeks"""
)
PERFECT: Final = bag("has have had 've having")
ACCUMULATING: Final = bag(
    """sold delivered built produced shipped made recalled received registered killed died infected
    issued raised spent invested blamed covered driven exported installed completed racked reached
    passed hit topped surpassed exceeded offered attracted downloaded signed repaired vaccinated
    treated arrested collected paid donated opened created launched identified recorded contributed
    earned grossed displaced injured fled helped claimed manufactured supplied distributed visited
    viewed played generated amassed accumulated clocked logged saved rescued tested detained evacuated
    destroyed lost won served trained planted approved developed acquired fixed replaced"""
)
MILESTONE_VERBS: Final = bag(
    """reached reach reaches passed pass passes hit hits topped tops surpassed surpasses exceeded
    breached crossed broke broken crosses achieved marked"""
)
MILESTONES: Final = bag("mark milestone barrier threshold landmark achievement total")
STREAK: Final = bag("straight consecutive successive")
OWNING: Final = bag("owns own holds hold stake owning holding")
# What is quoted by the day, and not summed over the period that a text is about.
PRICES: Final = bag("shares stock futures yield yields index closed trading traded")
# Words that end like a past tense and are none before a number.
ADJECTIVES: Final = bag(
    """estimated rounded combined revised restated adjusted need indeed unchanged consolidated limited"""
)
# Right after a count these say that it was counted up ("600 boats sold").
COUNTED_UP: Final = bag("sold delivered built produced shipped installed registered")
# A year before one of these is that of the figures, before another noun an event's ("its 2003 collapse").
FIGURE_NOUNS: Final = bag(
    """sales revenue revenues profit profits earnings outlook forecast forecasts target targets
    production budget results capex output guidance figure figures level levels total crop harvest
    season net operating exports imports income turnover loss losses deficit surplus spending capital
    full first second third fourth fiscal year average peak growth estimate estimates plan deliveries
    shipments demand supply consumption vintage record high low data numbers inflation economic annual
    pretax group dividend gross core trade global world worldwide domestic calendar combined per"""
)
# Who or what says something, right before when it was said: "announced last month that".
SAID: Final = bag(
    """introduced adopted enacted said says announced announcing reported told unveiled disclosed issued
    published released added warned
    predicted revealed launched noted declared stated filed showed unveiling proposed estimated"""
)
# A clause that one of these opens, up to a comma, is about an event of its own.
ASIDES: Final = bag(
    """after before since when which who whose where although though while following founded formed created
    opened established born launched acquired bought until because despite amid that"""
)
# Before a period these say that what follows stood at its end: "ended the year with 9".
CLOSED: Final = frozenset(("ended", "finished", "closed", "closing", "finishing"))
REVISED: Final = bag("revised upgraded downgraded restated")
# What a value was first told to be: "originally reported".
FIRST_TOLD: Final = bag("originally initially previously earlier first")
REPORTED: Final = bag("reported estimated announced published stated given thought calculated")
FORESEEN: Final = bag(
    "expected forecast forecasts predicted projected estimate estimates expectations consensus"
)
# With these a quote is of the day of the text.
TRADING: Final = bag(
    """trade trading traded close closed closing gmt a.m. p.m. session midday premarket intraday opened
    opening bell settle settled"""
)


def is_superlative(word: str) -> bool:
    """Whether a word says that nothing of its kind was more: with "since" it counts nothing up."""
    return word in FLAT_SUPERLATIVES or (
        len(word) > 4 and word.endswith("est") and word not in NO_SUPERLATIVES
    )
