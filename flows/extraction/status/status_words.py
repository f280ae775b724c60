"""Words of claiming, expecting and aiming."""

from typing import Final

CLAIMING: Final = frozenset(
    """said says say claimed claims claim added adds reported reports announced told estimates estimated
    estimate reckons reckoned believes believe believed argues argued insists insisted boasted boasts
    noted notes showed shows found calculated calculates predicts predicted forecast forecasts expects
    expected projects projected warned warns stated explained disclosed confirmed revealed suggests
    suggested indicated wrote thinks think""".split()
)
FORECASTING: Final = frozenset(
    """expects expect expected expecting forecasts forecast forecasting predicts predict predicted predicting
    projects project projected projecting anticipates anticipate anticipated anticipating sees seeing foresees
    estimates-for envisages envisaged""".split()
)
TARGETING: Final = frozenset(
    """plans plan planned planning aims aim aimed aiming targets targeted targeting intends intend intended
    hopes hope hoped hoping pledged pledges pledge vowed vows vow promised promises seeks seeking wants
    proposes proposed commits committed""".split()
)
FUTURE: Final = frozenset(
    "will would could may might shall should won't wouldn't couldn't won’t wouldn’t couldn’t".split()
)
TARGET_NOUNS: Final = frozenset(
    "target targets goal goals aim ambition objective objectives plans plan".split()
)
FORECAST_NOUNS: Final = frozenset(
    """forecast forecasts forecasts' projection projections expectations expectation prediction predictions
    outlook guidance estimates consensus""".split()
)
FUTURE_ADVERBS: Final = frozenset("expected forecast projected predicted anticipated".split())
PAST_OPENERS: Final = frozenset("after following compared from against versus since when".split())
