"""Statistics of a territory: which figures are, and of what place."""

from functools import lru_cache
from typing import Final

from flows.extraction.figure import Draft, Name
from flows.extraction.names.entities import slug
from flows.extraction.places.place_names import place_table
from flows.extraction.subjects.discourse import Discourse, Referent
from flows.extraction.text.change_words import plural
from flows.extraction.text.code_words import COUNTERS, NEUTRAL, NOBODY, TERRITORIAL, TERRITORIAL_UNITS
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.subject_words import SHARES
from flows.extraction.text.verb_words import AUXILIARIES, DETERMINERS, PAST
from schemas.reference import Reference

# Of these the whole has more: no name of the whole's statistic.
PARTS_OF_OUTPUT: Final = frozenset("manufacturing factory core food annual government".split())
# Metrics that the territory alone tells apart.
OF_ONE_ECONOMY: Final = frozenset(
    """consumer_prices producer_prices trade_balance current_account budget_balance industrial_output
    retail_sales housing_starts jobless_claims house_prices money_supply public_debt inflation_rate""".split()
)


@lru_cache(maxsize=8)
def statistic_names(reference: Reference) -> frozenset[str]:
    """Return the names of statistics of which an economy has one each: "retail sales"."""
    names: set[str] = set()
    for row in reference.rows("metrics"):
        if row["metric_code"] in OF_ONE_ECONOMY:
            for noun in row["nouns"].split("|"):
                plain = noun.lstrip("=#").partition("=")[0]
                if plain.split(" ")[0] not in PARTS_OF_OUTPUT:
                    names.update((plain, plural(plain)))
    return frozenset(names)


def counts_territorial(discourse: Discourse, draft: Draft) -> bool:
    """Whether a figure counts what a territory has: deaths, cases, voters."""
    if draft.unit is None and draft.noun_first is None and draft.kind == "count":
        # "40 cases in Hart, 30 in Brimley": the noun is said once.
        return discourse.counting == draft.sentence
    counts = draft.unit in TERRITORIAL_UNITS
    if draft.noun_first is not None and draft.noun_last is not None and not counts:
        lower = discourse.reading.document.lower
        counts = lower[draft.noun_last - 1] in TERRITORIAL or lower[draft.noun_first] in TERRITORIAL
    if counts:
        discourse.counting = draft.sentence
    return counts


def is_territorial(discourse: Discourse, draft: Draft, small: list[str], counted: bool) -> bool:
    """Whether a phrase (`small`, in lower case) names a statistic of a territory, or its figure does."""
    if counted and small[-1] in TERRITORIAL:
        return True
    head = small[-1]
    if head in COUNTERS and draft.kind in SHARES:
        # "The Marova election drew a turnout of 71 percent".
        lower = discourse.reading.document.lower
        if any(word in TERRITORIAL for word in lower[max(0, draft.first - 3) : draft.first]):
            return True
    if counts_territorial(discourse, draft) and (head in NOBODY or head in COUNTERS or head in TERRITORIAL):
        return True
    core = [
        word for word in small if word not in ("rate", "rates", "total", "number", "toll", "figure", "level")
    ]
    return bool(core) and (core[-1] in TERRITORIAL or core[0] in TERRITORIAL)


def telling_words(discourse: Discourse, found: Referent) -> list[str]:
    """Return the words of a phrase that narrow what is measured, without places; head nouns stay last."""
    document = discourse.reading.document
    inside = {
        index
        for name in discourse.names_in(found.first, found.last)
        for index in range(name.first, name.last)
        if name.type == "place" and name.last < found.last
    }
    words = [document.lower[i] for i in range(found.first, found.last) if i not in inside]
    words = [word for word in words if word[0].isalpha()]
    words = [w for w in words if w not in NEUTRAL and w not in DETERMINERS and w not in CALENDAR]
    return words if any(w not in TERRITORIAL for w in words) else []


def territory_beside(discourse: Discourse, draft: Draft) -> tuple[str, str] | None:
    """Return words and code of the place that a figure is said to be in: "3 percent in Norway"."""
    document = discourse.reading.document
    lower = document.lower
    last = min(document.sentences[draft.sentence][1] - 1, draft.last + 7)
    for index in range(draft.last, last):
        word = lower[index]
        if not word[0].isalpha():
            break
        if word in ("in", "across"):
            at = index + 2 if lower[index + 1] == "the" else index + 1
            name = next(iter(discourse.names_in(at, at + 6)), None)
            if name is not None and name.first == at and name.type == "place":
                return _place_of(name)
    return None


def territory_of(discourse: Discourse, draft: Draft) -> tuple[str, str] | None:
    """Return words and code of the place that a figure counts in: beside it, before it, the article's."""
    document = discourse.reading.document
    if (beside := territory_beside(discourse, draft)) is not None:
        return beside
    if draft.place_code is not None:
        if "+" in draft.place_code:
            return None
        return as_said(discourse, draft.place or draft.place_code, draft.place_code), draft.place_code
    first = document.sentences[draft.sentence][0]
    for name in reversed(discourse.names_in(max(first, draft.first - 60), draft.first)):
        if name.type == "place" and name.place_code is None:
            return _place_of(name)
    home = discourse.home()
    if home is not None:
        return _place_of(home)
    return discourse.main_country()


def as_said(discourse: Discourse, name: str, code: str) -> str:
    """Return the words of the document for a place: "U.S." where "United States" does not stand there."""
    if code not in discourse.said_places:
        said = name in discourse.reading.document.text
        discourse.said_places[code] = (
            name
            if said
            else next(
                (o.name for o in discourse.names if o.place_code == code and not is_demonym(discourse, o)),
                name,
            )
        )
    return discourse.said_places[code]


def is_demonym(discourse: Discourse, name: Name) -> bool:
    """Whether a place is named by the word for its people and things: "German", "Germans"."""
    place = place_table(discourse.reading.reference).get(name.name.lower())
    return place is not None and place.role == "demonym"


def country_of_demonym(discourse: Discourse, found: Referent) -> str | None:
    """Return the country that an adjective before its noun stands for: "Norway" for "Norwegian exports".

    None for a place, a people, a person ("the Norwegian, who") and a firm ("American sold").
    """
    place = place_table(discourse.reading.reference).get(found.words.lower())
    if place is None or place.role != "demonym" or found.words.endswith("s"):
        return None
    after = discourse.reading.document.lower[found.last]
    if not after[0].isalpha() or after in AUXILIARIES or after in PAST or after.endswith("ed"):
        return None
    return as_said(discourse, place.name, place.code)


def is_demonym_of(discourse: Discourse, name: Name, said: str) -> bool:
    """Whether a name is the adjective of the place that the document calls `said`."""
    place = place_table(discourse.reading.reference).get(name.name.lower())
    return (
        place is not None
        and place.role == "demonym"
        and not name.name.endswith("s")
        and as_said(discourse, place.name, place.code) == said
    )


def _place_of(name: Name) -> tuple[str, str]:
    return name.name, name.place_code or slug(name.name)
