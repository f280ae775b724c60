"""Which words say what a running total has come to: "bringing the population to 61,000", "has 42 left"."""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, end_with_noun

# "Bringing the herd to", "which cut the fleet to", "takes it up to"
_BRINGING: Final = frozenset(
    """bring brings bringing brought take takes taking took raise raises raising raised lift lifts
    lifting lifted push pushes pushing pushed swell swells swelling swelled cut cuts cutting reduce
    reduces reducing reduced trim trims trimming trimmed shrink shrinks shrinking shrank whittle
    whittled whittling boost boosts boosting boosted drive drives driving carry carries carrying""".split()
)
_BRING: Final = frozenset("bring brings bringing brought".split())
_LEFT: Final = frozenset(("left", "outstanding", "remaining"))
_OBJECTS: Final = frozenset("the a an for his her their its on in at early behind to until before".split())
_NOW: Final = frozenset("now today currently thus so therefore then still".split())
_HOLDS: Final = frozenset(
    """has have hold holds stands stand totals total numbers number counts count comprises owes owe owed
    makes make is are contains contain amounts comes stood amounted numbered totalled counted employs
    seats""".split()
)
_HEDGES: Final = frozenset(
    """a an the about around roughly nearly almost some just only exactly mere up down back by now to at
    as few many than fewer more no barely""".split()
)
REACHING: Final = frozenset(
    """bring brings bringing brought takes taking took raises raising raised lifts lifting lifted pushes
    pushing pushed swells swelling swelled cuts cutting reduces reducing reduced trims trimming
    trimmed whittled boosts boosting boosted shrinking now today thus therefore owes owe owed makes
    leaves leave leaving left remain remains remaining so""".split()
)
_REACH: Final = 8  # tokens from "bringing" to what is reached
_NEAR: Final = 6
_CLAUSE: Final = 20  # tokens around what came or went that say which
_MORE: Final = frozenset("more fewer less".split())
_IN: Final = frozenset(
    """born hatched joined joins came come arrived arrives added adds bought buys hired recruited
    received receives gained delivered entered admitted collected raised
    donated births arrivals recruits newcomers
    deposited earned""".split()
)
_FURTHER: Final = frozenset("another further additional extra more".split())
ADDING: Final = _FURTHER
_OUT: Final = frozenset(
    """left leave leaves died dies killed shot sold sells lost loses resigned quit withdrew withdrawn
    repaid paid spent went gone cancelled moved shipped exported closed scrapped retired dropped cut
    deaths departures parted handed gave given released used consumed burned eaten stolen culled
    slaughtered dead sank returned expired defected deserted fled discharged drowned starved perished
    ground""".split()
)


def is_reached(standing: Standing, draft: Draft) -> bool:
    """Whether words say that a figure is what a running total has come to."""
    lower = standing.lower
    opens, ends = standing.document.sentences[draft.sentence]
    place = draft.first - 1
    while place > opens and lower[place] in _HEDGES and lower[place] != "to":
        place -= 1
    if lower[place] == "to":
        begin = max(opens, place - _REACH)
        while place > begin and place not in standing.lasts:
            place -= 1
            if lower[place] in _BRINGING:
                return True
        return False
    last = end_with_noun(draft)
    behind = lower[last : min(ends, last + 2)]
    if not _MORE.isdisjoint(behind):
        return False
    if not _LEFT.isdisjoint(behind[:1]):
        # "38,200 joined and 29,700 left": gone.
        return _OBJECTS.isdisjoint(behind[1:]) and _IN.isdisjoint(lower[opens:last])
    if lower[place] == "so" or lower[place - 1 : place + 1] == ["so", "that"]:
        return True
    if lower[place] in _HOLDS:
        near = lower[max(opens, place - _NEAR) : draft.first]
        is_so_far = ["so", "far"] in [near[at : at + 2] for at in range(len(near))]
        return (not _NOW.isdisjoint(near) and not is_so_far) or lower[place] in ("owes", "owe", "owed")
    return False


def is_added(standing: Standing, draft: Draft) -> bool:
    """Whether words add a figure to those before, without saying that it is the last: "another 490"."""
    opens = standing.document.sentences[draft.sentence][0]
    return not _FURTHER.isdisjoint(standing.lower[max(opens, draft.first - 2) : draft.first])


def is_brought(standing: Standing, draft: Draft) -> bool:
    """Whether a total is brought to a figure: "brings the list down to 4,930"."""
    opens = standing.document.sentences[draft.sentence][0]
    return not _BRING.isdisjoint(standing.lower[max(opens, draft.first - _REACH) : draft.first])


def may_be_flows(standing: Standing, window: list[Draft], *, is_gain: bool) -> bool:
    """Whether words say of all figures but the first and the last that so many came, or so many went."""
    flows = window[1:-1]
    signs = [sign_of(standing, flow) for flow in flows]
    if (-1 if is_gain else 1) in signs:
        return False
    for number, (sign, flow) in enumerate(zip(signs, flows, strict=True)):
        # "It parted with 1.3 in July and 2.1 in August, and then with another 2.8."
        is_told = sign != 0 or not _FURTHER.isdisjoint(_words_around(standing, flow))
        before = flows[number - 1] if number else None
        if not is_told and (before is None or before.sentence != flow.sentence or not signs[number - 1]):
            return False
    return True


def sign_of(standing: Standing, draft: Draft) -> int:
    """Return 1 where its clause says that so many came, -1 where they went, 0 where it does not say."""
    words = _words_around(standing, draft)
    return (not _IN.isdisjoint(words)) - (not _OUT.isdisjoint(words))


def _words_around(standing: Standing, draft: Draft) -> list[str]:
    """Return the words between the figures before and behind one."""
    opens, ends = standing.document.sentences[draft.sentence]
    first, last = draft.first, end_with_noun(draft)
    begin, end = max(opens, first - _CLAUSE), min(ends, last + _CLAUSE)
    while first > begin and first - 1 not in standing.lasts:
        first -= 1
    while last < end and last not in standing.firsts:
        last += 1
    return standing.lower[first:last]
