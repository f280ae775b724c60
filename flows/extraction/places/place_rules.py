"""The place that its own sentence gives to a figure: rules in the order in which they are tried."""

from collections.abc import Callable
from typing import Final

from flows.extraction.places.place_mentions import Group
from flows.extraction.places.place_of_trade import QUOTED
from flows.extraction.places.place_scene import Given, Scene
from flows.extraction.places.place_words import COMPANIES, MOVED_BY, NOT_NOUNS
from flows.extraction.text.clause_breaks import is_verb
from flows.extraction.text.period_words import BREAKS, FUTURE_VERBS, PAST, PERFECT, SUBORDINATE_TIMES

DIRECT: Final = frozenset(("in", "adverb"))
# What is counted of a country's people is of it even where it is only named in passing.
PEOPLED: Final = frozenset(("count", "share", "percent", "growth", "rate"))
ACTS: Final = (
    FUTURE_VERBS | PERFECT | PAST | {"to", "had", "pledged", "raised", "earned", "owed", "needed", "received"}
)
STATES: Final = frozenset(("is", "are", "was", "were"))
PAYING: Final = frozenset(
    "cost costs costing lend lent give gave grant granted pay paid owe owed offered".split()
)
NEAR: Final = 5
# Tokens within which a place opens a sentence.
HEADING: Final = 4
THERE_REACH: Final = 8
EXISTING: Final = frozenset(
    "is are was were has have had will would 's may might could should must also seems ’s".split()
)
# These act, and their money is of them: "Norway will spend".
ACTING: Final = frozenset(("country", "region", "state"))
OF_REACH: Final = 7
ASIDE_REACH: Final = 30
ASIDES: Final = frozenset(("which", "who", "whose", "the", "a", "an", "one", "involving", "including"))
# "The country" is the one named last, where that is one.
LANDS_OF: Final = {
    "country": "country",
    "nation": "country",
    "state": "state",
    "city": "city",
    "region": "region",
    "province": "state",
    "county": "local",
    "district": "local",
    "town": "local",
    "village": "local",
}
LANDS: Final = frozenset(LANDS_OF)
LAND_BARS: Final = frozenset(("that", "which", "where", "with"))
PRONOUNS: Final = frozenset(("them", "they"))
# Between a figure and the name that narrows what it counts: "six - storey New York houses".
ATTACHED: Final = 4


def _traded(scene: Scene) -> Given | None:
    """Read "lost 8 cents to $58 a barrel on the New York Gull Exchange", "in a firm Mumbai market"."""
    trade, draft = scene.sentence.traded_at, scene.draft
    if trade is None or draft.kind not in QUOTED:
        return None
    if not trade.is_exchange and "," in scene.lower[draft.last : trade.group.first]:
        # "Worth $9bn, ended lower in a firm Mumbai market"
        return None
    return Given(trade.group, "traded", 0.8)


def _within(scene: Scene) -> Given | None:
    """Read "5 U.S. plants" where the words of the figure hold the place."""
    return Given(scene.within[0], "within", 1.0) if scene.within else None


def _bracket(scene: Scene) -> Given | None:
    """Read "Japan (9,000)"."""
    first = scene.draft.first
    if scene.before and scene.before[-1].last == first - 1 and scene.lower[first - 1] == "(":
        return Given(scene.before[-1], "bracket", 1.0)
    return None


def _there(scene: Scene) -> Given | None:
    """Read "9 people died there": of the place named just before."""
    draft, lower, sentence = scene.draft, scene.lower, scene.sentence
    if sentence.words is not None and "there" not in sentence.words:
        return None
    begin = max(sentence.first, draft.first - THERE_REACH)
    for index in (
        *range(draft.last, min(sentence.last, draft.last + THERE_REACH)),
        *range(draft.first - 1, begin, -1),
    ):
        if lower[index] in BREAKS:
            break
        if lower[index] == "there" and not (index + 1 < sentence.last and lower[index + 1] in EXISTING):
            before = [group for group in sentence.groups if group.last <= index]
            group = before[-1] if before else sentence.told
            return Given(group, "there", 0.8) if group is not None else None
    return None


def _of_its_people(scene: Scene) -> Given | None:
    """Read "A third of them read it" where the sentence before speaks of "Brazilians".

    "18% said they do" are of those who were asked in the place named before.
    """
    told, words = scene.sentence.told, scene.sentence.words
    if told is None or words is None or scene.sentence.groups:
        return None
    draft = scene.draft
    if draft.kind in ("share", "percent") and draft.first == scene.sentence.first and "they" in words:
        return Given(told, "its_people", 0.6) if told.form == "in" else None
    last = scene.sentence.document.lower[told.last - 1]
    is_people = told.places[0].role == "demonym" and told.places[0].type == "country" and last.endswith("s")
    if is_people and draft.kind in PEOPLED and not PRONOUNS.isdisjoint(words):
        return Given(told, "its_people", 0.7)
    return None


def _the_country(scene: Scene) -> Given | None:
    """Read "the country's output", "across the country": the one named last."""
    words = scene.sentence.words
    if words is not None and LANDS.isdisjoint(words):
        return None
    lower, sentence = scene.lower, scene.sentence
    for index in range(scene.begin + 1, min(scene.end, scene.clear + 1)):
        is_named = lower[index] in LANDS and lower[index - 1] == "the"
        if is_named and LAND_BARS.isdisjoint(lower[index + 1 : index + 2]):
            kind = LANDS_OF[lower[index]]
            before = [group for group in sentence.groups if group.last <= index and _is_of(group, kind)]
            group = before[-1] if before else sentence.told_of_type.get(kind)
            if group is not None:
                return Given(group, "the_country", 0.7)
    return None


def _is_of(group: Group, kind: str) -> bool:
    return len(group.places) == 1 and group.places[0].type == kind


def _of_whose(scene: Scene) -> Given | None:
    """Read "40 percent of Norway's boats"."""
    draft = scene.draft
    if draft.kind in ("share", "percent") and scene.clear > draft.last and scene.lower[draft.last] == "of":
        for group in scene.after:
            distance = group.first - draft.last
            reach = {"possessive": 3, "adjective": OF_REACH}.get(group.form, -1)
            if group.first < scene.clear and distance <= reach:
                return Given(group, "of", 0.9)
    return None


def _after(scene: Scene) -> Given | None:
    """Read "9,000 boats in Japan", "9,000 Japanese boats", "a six-storey Tokyo house".

    Where they are comes before whose they are: "two Danish sailors in Japan".
    """
    narrowing: Given | None = None
    for group in scene.after:
        if group.first >= scene.clear or scene.is_reason(group):
            break
        if group.form in DIRECT:
            if narrowing is not None and scene.lower[group.first - 2] in ("and", ","):
                # "Nine Danish towns and in Norway"
                break
            return None if _opens_item(scene, group) else Given(group, "after", 1.0)
        distance = group.first - scene.draft.last
        if narrowing is None and group.form == "adjective" and distance <= 2:
            narrowing = Given(group, "after", 1.0)
        if narrowing is None and group.form == "bare" and distance <= ATTACHED and _narrows(scene, group):
            narrowing = Given(group, "after", 0.9)
    return narrowing


def _opens_item(scene: Scene, group: Group) -> bool:
    """Whether a place opens the next item of a list: "in Japan 9,000 boats, in France 7,000"."""
    told = scene.in_clause()
    is_next = scene.lower[group.first - 2] in (",", "and") or scene.lower[group.first - 3] in (",", "and")
    return bool(told) and told[-1].form == "in" and is_next and group.last in scene.sentence.numbers


def _is_in_aside(scene: Scene, group: Group) -> bool:
    """Whether a comma has closed the aside that a place stands in: "Acme, which left Japan, made $9".

    So has it one that says what somebody is: "Acme, the largest maker in Japan, made $9".
    """
    lower = scene.lower
    if "," not in lower[group.last : scene.draft.first]:
        return False
    if lower[scene.sentence.first] in MOVED_BY:
        # "Hit by falling demand in Norway, Acme's sales fell 9 percent"
        return True
    for index in range(group.first - 1, max(scene.sentence.first, group.first - ASIDE_REACH), -1):
        if lower[index - 1] == "," and lower[index] in ASIDES:
            return True
        if lower[index] == ",":
            return False
    return False


def _where(scene: Scene) -> Given | None:
    """Read "in Italy, where it rose by 9 percent"."""
    begin = scene.begin
    if scene.lower[begin] != "where":
        return None
    told = [group for group in scene.before if group.last == begin - 1]
    return Given(told[0], "where", 0.95) if told else None


def _narrows(scene: Scene, group: Group) -> bool:
    """Whether a name stands between a number and the noun that it counts."""
    between = scene.lower[scene.draft.last : group.first]
    head = scene.lower[group.last] if group.last < scene.end else ""
    return (
        all((word.isalpha() or word == "-") and word not in NOT_NOUNS for word in between)
        and head.isalpha()
        and head not in NOT_NOUNS
        and head not in COMPANIES
        and scene.sentence.document.words[group.last].islower()
    )


def _before(scene: Scene) -> Given | None:
    """Read "In Japan it sold 9,000 boats"; what is counted of people needs no "in"."""
    found = scene.in_clause()
    strong = [
        group
        for group in found
        if group.form != "bare"
        and not _is_in_aside(scene, group)
        # "Grounded worldwide after two crashes"
        and (
            group.form != "adverb"
            or SUBORDINATE_TIMES.isdisjoint(scene.lower[group.last : scene.draft.first])
        )
    ]
    if strong and scene.draft.kind == "money" and scene.sentence.is_private(scene.draft):
        # "Acme, which leads in Japan, earned $9"
        return None
    if strong:
        return Given(strong[-1], "before", 0.95)
    bare = [group for group in found if group.form == "bare"]
    if bare and (scene.draft.kind in PEOPLED or scene.draft.kind == "measure"):
        return Given(bare[-1], "before", 0.8)
    return None


def _acting(scene: Scene) -> Given | None:
    """Read "Norway will spend $5bn", "told Norway to pay $5bn", "cost Norway $5bn": of who pays it."""
    if scene.draft.kind != "money":
        return None
    for group in reversed(scene.in_clause()):
        if group.form != "bare" or len(group.places) > 1 or group.places[0].type not in ACTING:
            continue
        is_paid = group.first > 0 and scene.lower[group.first - 1] in PAYING
        if scene.lower[group.last] in ACTS or (is_paid and scene.draft.first - group.last < NEAR):
            return Given(group, "acting", 0.7)
    return None


def _later(scene: Scene) -> Given | None:
    """Read "It sold 9,000 boats last year in Japan"."""
    for group in scene.after:
        if group.first < scene.end and group.form in DIRECT:
            last = scene.draft.last
            if scene.is_told(last, group.first) or "," in scene.lower[last : group.first]:
                return None
            return None if scene.is_reason(group) else Given(group, "later", 0.85)
    return None


def _heading(scene: Scene) -> Given | None:
    """Read "In Norway, ...": what opens a sentence holds for all of it."""
    if scene.before and scene.draft.kind in PEOPLED:
        opener = scene.before[0]
        distance = opener.first - scene.sentence.first
        if opener.places[0].type == "local":
            # "In the House" may be no place.
            return None
        if (opener.form == "in" and distance <= HEADING) or (opener.form == "adverb" and distance == 0):
            return Given(opener, "sentence", 0.75)
    return None


def _opener(scene: Scene) -> Given | None:
    """Read "Norway is seeking bids for three boats, worth $5m": of who is the sentence's subject."""
    if len(scene.before) != 1 or scene.draft.kind == "rank":
        # Of which of two places it is, nothing tells.
        return None
    opener, lower = scene.before[0], scene.lower
    if opener.form != "bare" or len(opener.places) > 1 or opener.places[0].type not in ACTING:
        return None
    if opener.first - scene.sentence.first > (lower[opener.first - 1] == "the"):
        return None
    if lower[opener.last] in ACTS or lower[opener.last] in STATES or is_verb(lower[opener.last]):
        return Given(opener, "opener", 0.6)
    return None


# Every rule gives a place or leaves the figure to the next.
RULES: tuple[Callable[[Scene], Given | None], ...] = (
    _traded,
    _there,
    _within,
    _bracket,
    _of_whose,
    _where,
    _after,
    _before,
    _the_country,
    _of_its_people,
    _acting,
    _later,
    _heading,
    _opener,
)


def place_of_sentence(scene: Scene) -> Given | None:
    """Return the place that the sentence gives to a figure, None where it gives none."""
    for rule in RULES:
        given = rule(scene)
        if given is not None:
            return given
    return None
