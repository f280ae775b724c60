"""The shapes of sentences that tell a growth with its levels, in the classes of `shapes.py`."""

import re
from typing import Final

from flows.extraction.relations.relating import BEFORE, FILLER

LEVEL: Final = "[LPT]"
# What changed, between the verb and by how much; with "by" it may be longer.
OBJECT: Final = rf"(?:{FILLER}{{0,3}}|(?:i?{FILLER}{{1,7}})(?=b))"
ASIDE: Final = f"(?:,i{FILLER}{{1,6}})?"

# (rule, classes that must be there, pattern with the groups g growth, n new, o old). The first match wins.
GROWTH: Final = [
    (rule, frozenset(needs), re.compile(pattern))
    for rule, needs, pattern in (
        (
            "grew_from_to",
            "ft",
            rf"[UVud]{FILLER}{{0,3}}b?{BEFORE}(?P<g>[PLT])(?:{FILLER}|T){{0,6}},?f{BEFORE}(?P<o>{LEVEL})"
            rf"[wNDesiqoa]{{0,6}}t{BEFORE}(?P<n>{LEVEL})",
        ),
        ("up_at", "a", rf"[UVud]b?{BEFORE}(?P<g>[PLT]){FILLER}{{0,6}},?a{BEFORE}(?P<n>{LEVEL})"),
        (
            # "came in 12.5 percent down at 5.6 tonnes"
            "percent_up_at",
            "Pa",
            rf"(?P<g>P)w?[ud](?:ie?D)?,?a{BEFORE}(?P<n>{LEVEL})",
        ),
        (
            "grew_to",
            "t",
            rf"[UVud]{OBJECT}b?{BEFORE}(?P<g>[PLT]){FILLER}{{0,7}}(?:[fc]{FILLER}{{1,5}})?,?t[ml]?{BEFORE}"
            rf"(?P<n>{LEVEL})",
        ),
        ("lost_to", "Pt", rf"(?P<g>P)t{BEFORE}(?P<n>L)"),
        (
            # "rose 47% at Acme, the largest bank, to 5.3 billion"
            "grew_at_to",
            "PNt,",
            rf"[UV]b?{BEFORE}(?P<g>P)[ai]e?N,[^,;:(LPTRHUVud]{{1,12}},t{BEFORE}(?P<n>L)",
        ),
        (
            # "lost 12% in late trade, falling to 250", "rose 4% in nine months, totalling 134"
            "grew_going_to",
            ",",
            rf"(?P<g>[PH])[wNDesiqox]{{0,7}}(?:c[ht]?[wND]{{1,3}})?,(?:(?P<going>[UV])t|(?P<total>B)){BEFORE}(?P<n>L)",
        ),
        (
            "fell_or",
            "|t",
            rf"[UVud]{FILLER}{{0,2}}b?{BEFORE}(?P<c>L){FILLER}{{0,2}},?[|]q?(?P<g>P),?t{BEFORE}(?P<n>L)",
        ),
        (
            "up_or_at",
            "|a",
            rf"[UVud]{FILLER}{{0,2}}b?{BEFORE}(?P<c>L){FILLER}{{0,2}},?[|]q?(?P<g>P),?a{BEFORE}(?P<n>L)",
        ),
        (
            "against_rise",
            "c",
            rf"(?P<n>{LEVEL}){FILLER}{{0,8}},?c[ht]?{BEFORE}(?P<o>{LEVEL}){FILLER}{{0,4}}[,(-]{{1,2}}"
            rf"(?:ew{{0,2}}[UVY](?:i{FILLER}{{0,3}})?[ob]|[ud]b?){BEFORE}(?P<g>[PL])(?!w?[ifc]e?q?[LPT])",
        ),
        (
            # "climbed 11% and reached 3.9 million"
            "grew_and_reached",
            "&",
            rf"[UV]b?{BEFORE}(?P<g>[PT]){FILLER}{{0,6}},?&(?P<reached>w){BEFORE}(?P<n>{LEVEL})",
        ),
        ("multiplied_to", "Ht", rf"(?P<g>H){FILLER}{{0,6}}t{BEFORE}(?P<n>{LEVEL})"),
        ("growth_to", "t", rf"(?P<g>P)w{{0,2}}[UVY](?:[io]{FILLER}{{0,6}})?t{BEFORE}(?P<n>[LT])"),
        (
            "a_rise_of",
            "e",
            rf"(?P<n>{LEVEL}){FILLER}{{0,8}}[,(-]{{1,2}}[x|]?ew{{0,2}}[UVY](?:i{FILLER}{{0,3}})?[ob]{BEFORE}"
            rf"(?P<g>[PLT])",
        ),
        (
            # "In 2019 they found 171, a loss of 43": of what was counted, and only beside the former count
            "a_loss_of",
            "e",
            rf"(?P<n>L){FILLER}{{0,4}},e(?P<loss>w)o{BEFORE}(?P<g>L)",
        ),
        (
            "a_percent_rise",
            "P",
            # "from 50,000 to 56,000 in ten years, a 12% rise": not of the years
            rf"(?P<n>L|(?<!i)T)(?:{FILLER}|T){{0,6}}[,(-]{{1,2}}[x|]?(?:ew?)?q?(?P<g>P)w{{0,2}}[UVY]",
        ),
        (
            "up",
            "P",
            rf"(?P<n>[LT])[wNDesiqoa]{{0,8}}(?:,i?[wD]{{1,3}}(?=,))?[,(-]{{0,2}}[|q]?[ud]b?{BEFORE}(?P<g>P)",
        ),
        # "Sales, at 56,000, were up 12% on the 50,000"
        ("up_being", "P", rf"a{BEFORE}(?P<n>L)w{{0,2}},(?P<be>w)q?[ud]b?{BEFORE}(?P<g>P)"),
        (
            # "At 56 million, sales were 12% above the 50 million of 2018"
            "at_above",
            "aP",
            rf"a{BEFORE}(?P<n>L),[^LPTRH;:(]{{1,8}}(?P<g>P)w?(?:[mlud]c|[ml]){BEFORE}(?P<o>L)",
        ),
        (
            # "56,000 vehicles (prior year: 50,000), an increase of 12 percent"
            "with_prior",
            "(D",
            rf"(?P<n>L){FILLER}{{0,6}}\(D:?{BEFORE}(?P<o>L)\),?(?:[a-zB]{{0,2}}ew{{0,2}}[UVY][ob]|[ud]b?|[|]q?){BEFORE}(?P<g>P)",
        ),
        (
            "up_by",
            "",
            rf"(?P<n>[LT]){FILLER}{{0,8}}[,(-]{{1,2}}[ud]b?{BEFORE}(?P<g>L)(?=f|i|c|\)|$|,|w?[fc])",
        ),
        (
            # "62,000 visitors, 5% more than in 2018, when there were 59,000"
            "more_than_when",
            "cx",
            rf"(?P<n>[LT]){FILLER}{{0,6}}[,(-]{{1,2}}[|q]?(?P<g>[PL])w?[mlud]c[^LPTRH;:(]{{0,9}},(?P<when>x)"
            rf"[wNe]{{0,4}}[atb]?{BEFORE}(?P<o>[LT])",
        ),
        (
            # "which had 48,310 a year ago, had 45,315 in July, 9% fewer."
            "percent_fewer",
            "P",
            r"(?P<n>[LT])[wNDesiqoa]{0,8}[,(-]{1,2}(?:Ww)?[|q]?(?P<g>P)w?[mlud](?=[,.;)]|$)",
        ),
        (
            "more_than_before",
            "Pc",
            rf"(?P<n>[LT]){FILLER}{{0,6}}[,(-]{{1,2}}[|q]?(?P<g>P)w?[mlud]c{FILLER}{{0,4}}D",
        ),
        (
            "more_than_the_old",
            "c",
            rf"(?P<n>[LT])[wNDesiqoa]{{0,8}}[,(-]{{1,2}}[|q]?(?P<g>[PL])w?[mlud]c{BEFORE}(?P<o>[LT])",
        ),
        (
            # "3.9 million, 11% above the 3.2 million of 2018", "38 degrees, 2 above the old record of 36"
            "above_the_old",
            "",
            rf"(?P<n>[LT])[wNDesiqoa]{{0,8}}[,(-]{{1,2}}q?(?P<g>[PL])w?[ml](?:{BEFORE}|e[wq]{{1,3}}o)(?P<o>[LT])",
        ),
        (
            # "36 percent, up four points from 32 percent", "four points above the 32 percent of 2015"
            "points_from",
            "P",
            rf"(?P<n>P){FILLER}{{0,6}}[,(-]{{1,2}}(?:[ud]b?{BEFORE}(?P<g>L)f|q?(?P<h>L)w?(?:[mlud]c|[ml])){BEFORE}(?P<o>P)",
        ),
        (
            # "At 45,315, visits were 9% down on the 48,310 of 2018"
            "down_on",
            "P",
            rf"(?P<n>[LT])[^LPTRH;:(&]{{0,14}}(?P<g>P)w?[ud](?P<on>i){BEFORE}(?P<o>[LT])",
        ),
    )
]
# "up 16 percent at 16,907", "up 5% to 3.4m": that figure's level follows.
LEVEL_FOLLOWS: Final = re.compile(rf"{FILLER}{{0,6}},?[at]{BEFORE}{LEVEL}")
OLD_AFTER: Final = re.compile(rf"[wNDesiqoa]{{0,8}}{ASIDE},?f{BEFORE}(?P<o>{LEVEL})")
# "to 89.2 from an upwardly revised reading of 93.5", "from its close of": what is called by its own name.
OLD_NAMED: Final = re.compile(rf"[wNDesiqoa]{{0,8}}{ASIDE},?fe[eqwDNs]{{1,6}}[oa]{BEFORE}(?P<o>{LEVEL})")
# "an improvement of 9% on the 6,200 of 2013", "up 9% on the 6,200": "on" and "over" alone among their class.
OLD_ON: Final = re.compile(rf"(?:w{{0,2}}[UVY])?(?P<on>i)(?:{BEFORE}|e?Ds(?:[wB]o)?q?)(?P<o>{LEVEL})")
# "5% fewer than in May 2018 (75,000)"
OLD_IN_BRACKET: Final = re.compile(rf"w?[mlud]?c{FILLER}{{0,5}}\((?P<o>{LEVEL})\)")
OLD_COMPARED: Final = re.compile(
    rf"{FILLER}{{0,8}}[,(-]?c[ht]?(?:{BEFORE}|Dw{{1,3}}o)(?P<o>{LEVEL})(?=x?{FILLER}{{0,3}}D|[.)]|[ai]e[wq]{{1,3}}[,.])"
)
PAIRS: Final = [
    (rule, frozenset(needs), re.compile(pattern))
    for rule, needs, pattern in (
        (
            # "to 3.9 million, in its first quarter, from 3.5 million"
            "to_from",
            "tf",
            rf"t[ml]?{BEFORE}(?P<n>{LEVEL}){FILLER}{{0,7}}{ASIDE},?f{BEFORE}(?P<o>{LEVEL})",
        ),
        (
            "from_to",
            "tf",
            rf"(?<![ud])f{BEFORE}(?P<o>{LEVEL})[wDN]{{0,3}}i?[eD]{{0,2}},?t{BEFORE}(?P<n>{LEVEL})(?!,?w{{0,2}}[ud]?t)",
        ),
        (
            "up_from",
            "f",
            # "down a shade from 0.588 million", "up sharply from"
            rf"(?P<n>{LEVEL}){FILLER}{{0,8}}[,(-]{{0,2}}q?(?P<v>[udUV])(?:e?[wq])?f{BEFORE}(?P<o>{LEVEL})",
        ),
        (
            "fallen_compared",
            "c",
            rf"(?P<n>{LEVEL}){FILLER}{{0,6}},?xw{{0,3}}(?P<v>[UV])c[ht]?{BEFORE}D?s?(?P<o>{LEVEL})",
        ),
        (
            "to_against",
            "ct",
            rf"t{BEFORE}(?P<n>{LEVEL}){FILLER}{{0,7}},?c[ht]?{BEFORE}(?P<o>{LEVEL})(?={FILLER}{{0,3}}D)",
        ),
    )
]
GROWTH_AFTER: Final = re.compile(
    rf"(?:{FILLER}|T){{0,7}}[,(-]{{1,2}}[|]?(?:(?:ew{{0,2}}[UVY](?:i{FILLER}{{0,3}})?[ob]|[ud]b?){BEFORE}(?P<g>[PLR])"
    rf"|q{{0,2}}(?P<h>P)(?=[,.)]|$|w?[UVY])|(?:ew)?b{BEFORE}(?P<k>[PL])(?=[,.)]|$))"
)
# "has doubled within two years, from 3,100 to 6,200"
MULTIPLIED_BEFORE: Final = re.compile(r"(?P<g>H)[^LPRHUVud;:(]{0,10},?$")
COMPARAND: Final = re.compile(r"[mlud]c?(?:e[qw]{0,2}|N?s[qw]{0,2})(?P<b>[LP])")
# "Nine in the second half, bringing the total for the year to 13": no former level.
THEN: Final = re.compile("[wNDesiqoxu,;&]*")
# "..., up from 15.4 percent last year": the figure is a former level, whatever it is the former level of.
FORMER: Final = re.compile(rf"[,(-]{{0,2}}q?(?P<v>[ud])(?:q|e?w)?f{BEFORE}(?P<o>{LEVEL})")
FORMER_CHANGE: Final = re.compile(rf"c[ht]?{BEFORE}(?P<g>P)w?[UV]t{BEFORE}(?P<o>L)")
