"""The words that tell which date governs a figure, and how."""


def bag(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


COMPARATORS = bag("from than over against versus vs on compared compare to above below with since")
# Before a value these say that it is the earlier one.
BEFORE_OLD = bag("from against versus vs")
COMPARED = bag("compared compare comparing compares")
# Between a comparator and its value or date.
SUPERLATIVES = bag(
    "highest lowest biggest largest best worst first most least fastest slowest strongest weakest since time low high"
)
BREAKS = bag("; : --")
# After a comma these begin a clause of its own.
CLAUSE_WORDS = bag("while but as although though whereas when which who where after before and because despite")
SUBORDINATE_TIMES = bag("after before until")
REPORTING = bag(
    """said says say told announced announcing reported reports issued released showed shows posted published
    reporting statement conference interview added warned data figures survey report filing unveiled disclosed
    meeting speaking confirmed predicted""")
PRESENT = bag(
    """is are 's owns own holds hold employs employ operates operate has have includes include comprises consists
    costs cost ranges sells sell makes make offers offer plans wants needs contains covers serves runs stands sits
    remains remain accounts represents supplies produces uses involves boasts lists trades rates requires lives
    live carries provides gives takes says believe believes think""")
PAST = bag(
    """rose fell grew sold was were made lost won hit came went saw had took gave cut beat drew led left bought brought
    built spent paid sank shrank swung kept held ran became began slid shot met got up down did stood drove broke
    overtook higher lower compared sent put""")
FUTURE_VERBS = bag(
    """will expects expect expected expecting forecast forecasts plans plan planned planning projected projects
    predicts predicted predict would could may might should target targets targeted aims aim hopes intends sees
    likely estimate anticipates seeks""")
PERFECT = bag("has have had 've having")
ACCUMULATING = bag(
    """sold delivered built produced shipped made recalled received registered killed died infected reported issued
    raised spent invested blamed covered driven exported installed completed racked reached passed hit topped
    surpassed exceeded offered attracted downloaded signed repaired vaccinated treated arrested collected paid
    donated opened created launched identified confirmed recorded contributed earned grossed scored displaced
    injured fled helped claimed manufactured supplied distributed published visited viewed played generated amassed
    accumulated clocked logged saved rescued tested detained evacuated destroyed lost won served trained planted
    approved filed released developed acquired cut fixed replaced""")
MILESTONE_VERBS = bag(
    "reached reach reaches passed pass passes hit hits topped tops surpassed surpasses exceeded breached crossed broke broken crosses"
)
MILESTONES = bag("mark milestone total barrier figure threshold landmark achievement target")
STREAK = bag("straight consecutive successive")
# What may stand between a comparator and its value.
FILLERS = bag(
    """the a an its their his her about around some nearly almost roughly approximately just only record revised
    restated net loss profit profits losses of that level levels figure figures estimated total same comparable
    adjusted operating low high peak rate income earnings deficit surplus gain an to with sales revenue - year
    rise increase drop fall decline growth"""
)
