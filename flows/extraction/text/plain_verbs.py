"""Verbs that are hardly ever nouns: their bare present and the third person say where a clause has its verb.

Of a verb that is a noun as often (*rise*, *plan*) only its neighbours tell; these need none, so that *Velta
oversees 40 plants* is never a phrase that ends with *oversees*.
"""

from typing import Final

_PLAIN: Final = """
    abandon abolish absorb accelerate accept accompany accommodate accumulate achieve acknowledge acquire
    adapt adjust administer admit adopt advise affect afford agree allege allocate amass amend anticipate
    appoint appreciate apply arrive assemble assess assign assume assure attain attend authorize avoid
    await become befall behave belong bolster broaden calculate cease characterize choose circulate cite
    clarify coincide collect commemorate commence compete compile complain comply comprise conceal
    concede conclude confront conquer consider consist consolidate constitute construct consume contend
    contradict convene convert convey convince correspond create criticise criticize decide declare
    dedicate deduct deem deepen defend define defy deliver demolish demonstrate denounce deny depict
    deploy deprive derive descend describe deserve designate destroy deter deteriorate determine develop
    devote differ diminish disagree disappear disappoint disclose discourage discuss dismantle dismiss
    displace disprove disrupt dissolve distribute diversify donate dwarf dwell educate eliminate embark
    embrace emerge emit emphasize enable enact encompass encourage endanger endorse enforce engage
    enhance enjoy enlarge enrich enroll ensure entail enter entitle equate erode establish evaluate
    evolve exacerbate examine exclude exhaust exist expand expire explain explore finalize foresee foster
    fulfil fulfill generate govern hamper happen heighten hinder identify ignore illustrate imagine
    implement imply impose improve inaugurate incorporate incur induce inflict inform inherit inhibit
    initiate inject insist inspect inspire integrate interpret intervene introduce invade invest
    investigate invite involve justify learn lend lessen listen locate maintain manage maximize merge
    migrate minimize mitigate modernize modify motivate multiply necessitate negotiate nominate notify
    obey obtain occupy occur omit oppose organise organize oust outlaw outnumber outpace outsell outstrip
    outweigh overcome oversee overtake participate penetrate persist persuade pertain portray pose
    possess postpone precede preclude prefer prepare prescribe preside presume prevail prevent proclaim
    prohibit prolong promote propel propose prosper prove publish pursue qualify quantify realise realize
    reassure rebuild recede recognise recognize recommend reconsider recover recruit redeem reduce refer
    refuse regain regulate reinforce reiterate reject relate remind remove renew renovate replace
    replicate rescind resemble reside resign resist resolve respond restore restrict restructure resume
    retain retire reveal revise revive satisfy scrutinize seem send shrink signify simplify slacken
    soften solve speak specify speculate stabilise stabilize stimulate stipulate straddle streamline
    strengthen subscribe succeed succumb suffer supervise surpass surround survive suspend sustain
    symbolize tackle tell terminate thrive tighten transcend transform translate transmit undercut
    undergo underline undermine underpin underscore understand undertake unify unite unveil uphold
    utilize vary verify violate weaken widen withdraw withstand worsen""".split()
PLAIN_BASE: Final = frozenset(_PLAIN)
PLAIN_S: Final = frozenset(
    verb[:-1] + "ies"
    if verb.endswith("y") and verb[-2] not in "aeou"
    else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
    for verb in _PLAIN
)
