"""Those who only tell: agencies, institutes, firms that publish data. What they tell of is not theirs."""

from typing import Final

from flows.extraction.figure import Name
from flows.extraction.text.verb_words import SAYING

# Before "by", "at", "from" and the like: who stands behind them has told something.
TELLERS: Final = frozenset(
    """according told survey surveys poll polls report study data figures statistics numbers released
    published compiled conducted polled estimated forecast analyst analysts economist economists
    strategist strategists trader traders researcher researchers professor expert experts editor manager
    director research reports quoted estimates research""".split()
)
# What those publish who only tell.
PUBLICATIONS: Final = frozenset("report data survey poll figures study review statistics census".split())
REPORTED: Final = frozenset(
    "a an its net higher lower flat record strong weak quarterly first second".split()
)
DIGITS: Final = frozenset("$£€0123456789")
# What a firm says of itself without saying so.
OWN_RESULTS: Final = frozenset("profit profits earnings income loss dividend sales revenue revenues".split())
AGENCIES: Final = frozenset(("reuters", "bloomberg", "associated_press", "ap", "afp", "wall_street"))


def find_reporters(names: list[Name], lower: list[str]) -> frozenset[str]:
    """Return the codes of those who only tell: most of their mentions are "X said", "X data"."""
    counts: dict[str, int] = {}
    for name in names:
        if name.entity_code:
            counts[name.entity_code] = counts.get(name.entity_code, 0) + 1
    told: dict[str, int] = {}
    sources: set[str] = set()
    for name in names:
        if name.entity_code is None:
            continue
        end = name.last
        if lower[end : end + 1] == ["("] and ")" in lower[end : end + 8]:
            # "Acme (ACME.N) said"
            end = lower.index(")", end) + 1
        after = lower[end] if end < len(lower) else ""
        at = name.first - 1
        if at > 0 and lower[at] == "the":
            at -= 1
        before, earlier = (lower[at] if at >= 0 else ""), (lower[at - 1] if at > 0 else "")
        publishes = (
            after in PUBLICATIONS
            or (after in ("'s", "’s") and not PUBLICATIONS.isdisjoint(lower[name.last + 1 : name.last + 4]))
            or (after in SAYING and not PUBLICATIONS.isdisjoint(lower[end + 1 : end + 7]))
        )
        if publishes or (before == "to" and earlier == "according"):
            sources.add(name.entity_code)
        if (
            publishes
            or (after in SAYING and not _of_itself(lower, end))
            or after == "spokesman"
            or before in ("said", "says", "told", "(")
            or (before in ("to", "by", "from", "at", "with", "for") and earlier in TELLERS)
        ):
            told[name.entity_code] = told.get(name.entity_code, 0) + 1
    kinds = {name.entity_code: name.type for name in names if name.entity_code}
    reporters = set(AGENCIES)
    for code, count in counts.items():
        tells = told.get(code, 0)
        kind = kinds[code]
        if kind in ("company", "brand", "product", "alliance", "index"):
            # A company that speaks of itself is no reporter; one that is only quoted is.
            if tells == count and (count <= 2 or code in sources):
                reporters.add(code)
        elif tells and (kind in ("institution", "person") or tells * 5 >= count * 3):
            reporters.add(code)
    return frozenset(reporters)


def _of_itself(lower: list[str], verb: int) -> bool:
    """Whether a saying is about the sayer: "said it", "says its"; not "said in its annual review"."""
    after = lower[verb + 1] if verb + 1 < len(lower) else ""
    if lower[verb] in ("added", "adds") and (after[:1] in DIGITS or after in "$£€"):
        # "Acme added 3 percent": its shares did.
        return True
    if lower[verb] in ("reported", "reports") and (after in REPORTED or after[:1] in DIGITS):
        # "Acme reported a 5 percent jump in output": its own.
        return True
    if not OWN_RESULTS.isdisjoint(lower[verb : verb + 7]):
        # "Acme said on Monday quarterly profit fell".
        return True
    for index in range(verb, min(verb + 6, len(lower))):
        if lower[index] in ("it", "they", "he", "she"):
            return True
        if lower[index] in ("its", "their", "his", "her"):
            return PUBLICATIONS.isdisjoint(lower[index + 1 : index + 5])
    return False
