"""Words that say that a level changed, and which way: closed classes of English, with their forms.

A *direction* is +1 for a rise, -1 for a fall. Words that only say that something moved ("edged",
"moved") have none: the particle beside them decides.
"""

from functools import lru_cache
from typing import Final

_VOWELS: Final = frozenset("aeiou")


def verb_forms(base: str) -> tuple[str, ...]:
    """Return the regular forms of a verb, base first: stem, third person, past, participle.

    >>> verb_forms("drop")
    ('drop', 'drops', 'dropped', 'dropping')
    >>> verb_forms("rise")
    ('rise', 'rises', 'rised', 'rising')
    """
    if " " in base:
        head, rest = base.split(" ", 1)
        return tuple(f"{form} {rest}" for form in verb_forms(head))
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = base + base[-1] if _doubles(base) else base
    return base, third, stem + "ed", stem + "ing"


def _doubles(base: str) -> bool:
    """Whether the last consonant is doubled: one syllable of consonant, vowel, consonant ("slip")."""
    return (
        len(base) > 2
        and base[-1] not in "aeiouwxy"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in base) == 1
    )


def plural(noun: str) -> str:
    """Return the plural of an English noun or noun phrase, by rule and a few irregular heads.

    >>> plural("registered party"), plural("person"), plural("aircraft")
    ('registered parties', 'people', 'aircraft')
    """
    head = noun.rsplit(" ", 1)[-1]
    if head in _PLURALS:
        return noun[: len(noun) - len(head)] + _PLURALS[head]
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if head.endswith(("s", "sh", "ch", "x", "z")):
        return noun if head.endswith("ss") is False and head.endswith("s") else noun + "es"
    return noun + "s"


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """Return the singular of an English noun or noun phrase, by rule and a few irregular heads.

    >>> singular("people"), singular("new parties"), singular("losses"), singular("aircraft")
    ('person', 'new party', 'loss', 'aircraft')
    """
    head = noun.rsplit(" ", 1)[-1]
    before = noun[: len(noun) - len(head)]
    if head in _SINGULARS:
        return before + _SINGULARS[head]
    if head.endswith("ies") and len(head) > 4:
        return noun[:-3] + "y"
    if head.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if head.endswith("s") and not head.endswith(("ss", "us", "is")) and len(head) > 2:
        return noun[:-1]
    return noun


_PLURALS: Final = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "staff": "staff",
    "aircraft": "aircraft",
    "sheep": "sheep",
    "fish": "fish",
    "crew": "crew",
    "series": "series",
    "police": "police",
    "cattle": "cattle",
    "people": "people",
    "loaf": "loaves",
    "wolf": "wolves",
    "equipment": "equipment",
}
_SINGULARS: Final = {many: one for one, many in _PLURALS.items() if one != many and many != "people"} | {
    "people": "person",
    "news": "news",
    "species": "species",
    "series": "series",
}

_UP: Final = """rise rose risen increase grow grew grown climb jump surge soar gain advance rally leap leapt
    expand accelerate improve rebound recover swell swelled swollen strengthen widen spike rocket
    skyrocket balloon boost raise lift hike appreciate add mushroom quicken escalate bounce
    outpace inflate deepen"""
_DOWN: Final = """fall fell fallen drop decline decrease slip slid slide sink sank sunk plunge plummet tumble
    dip shrink shrank shrunk contract ease retreat lose lost slump crash shed narrow cut reduce lower
    trim slash dive weaken soften deteriorate depreciate diminish dwindle erode tank collapse nosedive
    crumble subside recede slim curb slow shave devalue moderate tighten"""
_NOUNS_UP: Final = """rise increase growth gain jump surge climb advance improvement leap rally expansion hike
    rebound upturn recovery spike boost upswing uptick acceleration addition"""
_NOUNS_DOWN: Final = """fall drop decline decrease slide slip plunge dip slump contraction reduction cut
    downturn
    deterioration fall-off devaluation tumble falloff loss shrinkage retreat slowdown
    weakening erosion cutback plummet crash downward"""


def _forms(words: str, sign: int) -> dict[str, int]:
    return {form: sign for word in words.split() for form in verb_forms(word)}


CHANGE_VERBS: Final[dict[str, int]] = _forms(_UP, 1) | _forms(_DOWN, -1)
CHANGE_NOUNS: Final[dict[str, int]] = {
    form: sign
    for words, sign in ((_NOUNS_UP, 1), (_NOUNS_DOWN, -1))
    for word in words.split()
    for form in (word, plural(word))
}
# "up 3 percent", "3 percent higher", "5,000 fewer"
PARTICLES: Final[dict[str, int]] = {
    "up": 1,
    "down": -1,
    "higher": 1,
    "lower": -1,
    "more": 1,
    "less": -1,
    "fewer": -1,
    "better": 1,
    "worse": -1,
    "stronger": 1,
    "weaker": -1,
    "larger": 1,
    "bigger": 1,
    "smaller": -1,
    "dearer": 1,
    "cheaper": -1,
}
COMPARATIVES: Final = frozenset(PARTICLES) - {"up", "down"}
# Verbs whose object after a bare number is the thing lost or gained, not the change of a level.
_WEAK: Final = "add lose lost cut shed gain reduce raise lift lower trim slash recover slide contract"
WEAK_VERBS: Final = frozenset(form for verb in _WEAK.split() for form in verb_forms(verb))
MULTIPLES: Final[dict[str, int]] = {
    **dict.fromkeys(
        ("double", "doubled", "doubles", "doubling", "triple", "tripled", "triples", "tripling"), 1
    ),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling", "treble", "trebled", "trebling"), 1),
    **dict.fromkeys(("halve", "halved", "halves", "halving"), -1),
}
CHANGES: Final[dict[str, int]] = {**CHANGE_NOUNS, **CHANGE_VERBS, **MULTIPLES}
# Before a level: it is the one that stands now.
CURRENT: Final = frozenset(("current", "present", "existing"))
