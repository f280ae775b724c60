"""Codes of subjects: the same for the same thing in every article, or none.

A named thing has its code; a statistic of a territory that of the territory; a part of something named
(a segment, a group of people) the code of its whole, a stroke and its own words, so that a part is never
its whole. Any other phrase has words and no code.
"""

from functools import lru_cache
from typing import Final

from flows.extraction.carried_subjects import owns, protagonist
from flows.extraction.discourse import AGENCIES, Discourse, Referent, is_onlooker
from flows.extraction.entities import slug
from flows.extraction.figure import Draft, Name
from flows.extraction.name_runs import is_common
from flows.extraction.name_words import CALENDAR
from flows.extraction.referents import POSSESSIVES, is_doubtful, pronoun, resolve
from flows.extraction.subject_words import (
    CHANGES,
    MACRO,
    ROLES,
    SHARES,
    TRADED,
)
from flows.extraction.verb_words import (
    AUXILIARIES,
    DETERMINERS,
    OBJECT_BASE,
    PAST,
    PREPOSITIONS,
    PRESENT_S,
    PRESENT_S_NOUNS,
    PRONOUNS,
    SAYING,
    is_adverb,
)

# Counted or measured of a place as a whole.
TERRITORIAL: Final = frozenset(
    """population inhabitants residents citizens households people persons patients deaths death fatalities
    dead cases case infections births marriages murders killings crimes arrests injuries votes ballots
    turnout electorate unemployment joblessness jobless unemployed inflation gdp economy employment
    payrolls workforce labour labor migrants refugees immigrants hospitalisations hospitalizations
    admissions doses vaccinations voters product toll fatality burglaries burglary robberies robbery thefts
    homicides homicide assaults offences offenses drownings suicides evictions bankruptcies
    divorces""".split()
)
TERRITORIAL_UNITS: Final = frozenset(
    """case death infection inhabitant resident household vote ballot voter patient fatality birth dose
    migrant refugee""".split()
)
# Groups of people that surveys and statistics tell apart.
GROUPS: Final = frozenset(
    """women men adults children pupils students teenagers pensioners parents mothers fathers families
    couples boys girls respondents workers employees farmers drivers nurses doctors teachers smokers
    graduates homeowners tenants consumers shoppers users businesses firms companies employers americans
    britons europeans over-65s under-25s veterans prisoners teens males females youths""".split()
)
HOLDERS: Final = frozenset(
    """drivers owners customers shares stock shareholders users subscribers employees workers staff dealers
    fans investors members executives officials customer driver owner user share""".split()
)
# Words that say nothing about what is measured.
NEUTRAL: Final = frozenset(
    """overall gross annual quarterly monthly weekly daily national combined whole entire its their his her
    our previous last latest current final preliminary provisional estimated projected actual year-on-
    year more further additional extra early late full half quarter all both any some most own rate
    rates number numbers total totals toll level levels figure figures index count percentage proportion
    share civilian seasonally adjusted headline registered confirmed valid of the and a new people
    annualised annualized jobless domestic product voter rising falling higher lower record""".split()
)
# Statistics that are written like names.
STATISTICS: Final = frozenset(
    """gross_domestic_product gdp consumer_price_index cpi producer_price_index ppi
    gross_national_product""".split()
)
COUNTERS: Final = frozenset(
    """doctors nurses officials police hospitals clinics scientists government authorities census election
    elections referendum by-election runoff flood floods flooding earthquake quake storm storms cyclone
    hurricane typhoon tornado landslide landslides mudslides avalanche tsunami heatwave wildfire wildfires
    epidemic outbreak rescuers""".split()
)
SEGMENTS: Final = frozenset("division segment business unit arm brand operation line".split())
# Finite verbs that a light reading takes for the last noun of a phrase: "Acme agrees to buy".
ENDS_OF_CLAUSES: Final = (PRESENT_S - PRESENT_S_NOUNS) | frozenset(
    """agrees announces compares contrasts manages oversees marks cuts looks stuns sets buys hires wins
    unveils equates trades expands
    posts cites warns says adds seeks acquires becomes""".split()
)
# Phrases that join, condition or do, and those that go on from a name to the next clause.
NO_PART_OPENERS: Final = (
    frozenset("and or but if while when as where that which who now then not meet create consecutive".split())
    | PREPOSITIONS
)
# Owned by nobody that an article is about: others in its market, and what is traded there.
OUTSIDERS: Final = frozenset(
    """
    banks brokerages brokers clients rivals competitors politicians managers vendors regulators lenders
    bankers creditors taxpayers newcomers traders consultants consumers agencies newspapers markets
    futures yields prices rates bonds currencies commodities issues spreads points francs longs
    fundamentals months cancellations harvests economies countries governments states exporters
    importers manufacturers makers producers suppliers bills laws rules taxes funds locals majors
    drugmakers carmakers automakers airlines retailers insurers stocks equities swaps consensus rumors
    bids terms arrivals firms peers residents households""".split()
)
# Those who tell or act for others are nobody in particular from one article to the next.
NOBODY: Final = ROLES | frozenset(
    """agency officials authorities analysts economists experts report survey poll study data statistics
    results figures others one most some half people persons patients number plan deal case cases records
    changes move rise fall decision announcement shares stocks index seats""".split()
)
NUMBER_WORDS: Final = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    hundreds thousands millions % pct percent cent""".split()
)
# Times before a possessive: "this weekend's films".
TIMES: Final = frozenset("weekend today yesterday year month week quarter day last this next season".split())
# What a territory has besides its people: "exports of X".
OF_TERRITORIES: Final = (
    TRADED | MACRO | frozenset("prices sales jobs starts construction revenues tax taxes".split())
)
NOTHING: Final = frozenset(
    """here there well overnight such month year week day pay rest way top likely more due less much many
    few part time times spend first second third last next above below former latter same half other
    others another months years
    weeks days hours secs pct mln bln dlrs now then total""".split()
)
MAX_WORDS: Final = 4
BAD_WORDS: Final = (AUXILIARIES | PAST | SAYING | PRONOUNS | (CALENDAR - {"may", "march", "sun"})) - {
    "one",
    "both",
    "cut",
}


def code_of(
    discourse: Discourse, draft: Draft, found: Referent | None
) -> tuple[str | None, str | None, float]:
    """Return the subject's words, its code and how much surer or less sure the code makes it (factor).

    The words are None where what was found is no phrase that can be a subject.
    """
    if found is None:
        territory = _territory(discourse, draft) if _counts_territorial(discourse, draft) else None
        return (territory[0], territory[1], 0.8) if territory is not None else (None, None, 1.0)
    if found.type != "phrase":
        return _of_named(discourse, draft, found)
    small = found.words.lower().replace("'s", "").replace("’s", "").split()
    if not is_clean(small):
        if small and small[0] in ("those", "people"):
            return found.words, None, 1.0
        cleaned = _cleaned(discourse, found)
        if cleaned is None:
            return None, None, 1.0
        found, small = cleaned, cleaned.words.lower().split()
    counted = draft.last <= found.first < draft.last + 6
    territory = _territory(discourse, draft) if _is_territorial(discourse, draft, small, counted) else None
    if territory is not None:
        teller = small[-1] in NOBODY or small[-1] in COUNTERS
        rest = [] if counted or teller else _telling(discourse, found)
        if not rest and draft.kind in SHARES and counted:
            return found.words, f"{territory[1]}/{slug(found.words)}", 0.8
        if not rest:
            return territory[0], territory[1], 0.9
        return found.words, f"{territory[1]}/{slug(' '.join(rest))}", 0.9
    head = small[-1]
    if len(small) == 1 and found.words != head and _plain(discourse, found) == found.words:
        return found.words, None, 1.0
    if head in NOBODY and head not in GROUPS:
        return _plain(discourse, found), None, 1.0
    owner, words = _owner(discourse, draft, found)
    if owner is not None and words and words[-1].lower() in HOLDERS:
        return found.words, owner.code, 1.0
    if owner is not None and 0 < len(words) <= MAX_WORDS and _is_part([word.lower() for word in words]):
        return _plain(discourse, found), f"{owner.code}/{slug(' '.join(words))}", 0.9
    if len(small) > MAX_WORDS or "of" in small:
        return _plain(discourse, found), None, 1.0
    if (
        draft.place_code is not None
        and "+" not in draft.place_code
        and (head in OF_TERRITORIES or head in GROUPS)
        and (words := _telling(discourse, found))
    ):
        return _plain(discourse, found), f"{draft.place_code}/{slug(' '.join(words))}", 0.8
    if head in GROUPS:
        return _plain(discourse, found), slug(found.words), 0.8
    return _plain(discourse, found), None, 1.0


def _of_named(discourse: Discourse, draft: Draft, found: Referent) -> tuple[str | None, str | None, float]:
    """Return words and code of a named subject; an institution that counts for a place gives the place."""
    if found.code in AGENCIES:
        return None, None, 1.0
    if found.code in STATISTICS:
        territory = _territory(discourse, draft)
        return (territory[0], territory[1], 0.9) if territory is not None else (found.words, None, 1.0)
    if is_doubtful(discourse, found):
        return found.words, None, 1.0
    if (found.type == "institution" or found.code in discourse.reporters()) and _counts_territorial(
        discourse, draft
    ):
        territory = _territory(discourse, draft)
        if territory is not None:
            return territory[0], territory[1], 0.8
    return found.words, found.code or None, 1.0


@lru_cache(maxsize=4096)
def _is_clean_word(word: str) -> bool:
    return (word[0].isalpha() or word in ("-", "&")) and word not in BAD_WORDS and word not in NUMBER_WORDS


def is_clean(words: list[str]) -> bool:
    """Whether words can be a subject: no number, finite verb, date, pronoun, mark or quotation."""
    return (
        bool(words)
        and words[0] not in PREPOSITIONS
        and not (len(words) == 1 and words[0] in NOTHING)
        and all(_is_clean_word(word) for word in words)
    )


def _is_part(words: list[str]) -> bool:
    """Whether words name a part of something: no change, time or unit, no adverb before a verb."""
    return (
        is_clean(words)
        and words[-1] not in CHANGES
        and words[-1] not in NOTHING
        and words[-1] not in ENDS_OF_CLAUSES
        and words[0] not in NO_PART_OPENERS
        and not any(is_adverb(word) for word in words)
    )


def _cleaned(discourse: Discourse, found: Referent) -> Referent | None:
    """Return a phrase up to its first word that no subject holds, None where nothing is left of it."""
    document = discourse.reading.document
    lower = document.lower
    first = found.first
    for index in range(found.first, found.last):
        if lower[index][:1].isdigit() or lower[index] in NUMBER_WORDS or lower[index] in ("'s", "’s"):
            # What is counted follows its number; what is owned follows its owner.
            first = index + 1
        elif not _is_clean_word(lower[index]) and index > first:
            break
    while first < found.last and (
        not _is_clean_word(lower[first]) or lower[first] in DETERMINERS or lower[first] in PREPOSITIONS
    ):
        first += 1
    last = first
    while last < found.last and _is_clean_word(lower[last]):
        last += 1
    while last > first and (
        lower[last - 1] in PREPOSITIONS or not lower[last - 1][0].isalpha() or is_adverb(lower[last - 1])
    ):
        last -= 1
    if last <= first:
        return None
    words = " ".join(document.quote(first, last).split())
    return Referent(words, slug(words), "phrase", first, last) if is_clean(words.lower().split()) else None


def _plain(discourse: Discourse, found: Referent) -> str:
    """Return a phrase without the capital that it has only as the first of its sentence."""
    document = discourse.reading.document
    first = found.first
    if first not in discourse.opening_tokens or (
        discourse.names_in(first, first + 6)[:1] and (discourse.names_in(first, first + 6)[0].first == first)
    ):
        return found.words
    word = document.words[first]
    follows = document.lower[found.last] if found.last < len(document.lower) else ""
    plural = word.endswith("s") and (follows in OBJECT_BASE or follows in ("are", "were", "have"))
    if found.last - first == 1 and not plural and not is_common(discourse.small_words(), word.lower()):
        # "Rogers": perhaps a name that stands nowhere else.
        return found.words
    if word[1:] == word[1:].lower() and found.words.startswith(word):
        return found.words[0].lower() + found.words[1:]
    return found.words


def _counts_territorial(discourse: Discourse, draft: Draft) -> bool:
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


def _is_territorial(discourse: Discourse, draft: Draft, small: list[str], counted: bool) -> bool:
    if counted and small[-1] in TERRITORIAL:
        return True
    head = small[-1]
    if head in COUNTERS and draft.kind in SHARES:
        # "The Marova election drew a turnout of 71 percent".
        lower = discourse.reading.document.lower
        if any(word in TERRITORIAL for word in lower[max(0, draft.first - 3) : draft.first]):
            return True
    if _counts_territorial(discourse, draft) and (head in NOBODY or head in COUNTERS or head in TERRITORIAL):
        return True
    core = [
        word for word in small if word not in ("rate", "rates", "total", "number", "toll", "figure", "level")
    ]
    return bool(core) and (core[-1] in TERRITORIAL or core[0] in TERRITORIAL)


def _telling(discourse: Discourse, found: Referent) -> list[str]:
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


def _territory(discourse: Discourse, draft: Draft) -> tuple[str, str] | None:
    """Return words and code of the place that a figure counts in: beside it, before it, the article's."""
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
            if name is not None and name.first == at:
                return _place_of(name)
    if draft.place_code is not None:
        if "+" in draft.place_code:
            return None
        return _as_said(discourse, draft.place or draft.place_code, draft.place_code), draft.place_code
    first = document.sentences[draft.sentence][0]
    for name in reversed(discourse.names_in(max(first, draft.first - 60), draft.first)):
        if name.type == "place" and name.place_code is None:
            return _place_of(name)
    home = discourse.home()
    return _place_of(home) if home is not None else None


def _as_said(discourse: Discourse, name: str, code: str) -> str:
    """Return the words of the document for a place: "U.S." where "United States" does not stand there."""
    if code not in discourse.said_places:
        said = name in discourse.reading.document.text
        discourse.said_places[code] = (
            name
            if said
            else next((other.name for other in discourse.names if other.place_code == code), name)
        )
    return discourse.said_places[code]


def _place_of(name: Name) -> tuple[str, str]:
    return name.name, name.place_code or slug(name.name)


def _owner(discourse: Discourse, draft: Draft, found: Referent) -> tuple[Referent | None, list[str]]:
    """Return whose part a phrase is, and the words of the part: "Acme drivers", "its wind farms"."""
    document = discourse.reading.document
    words, lower = document.words, document.lower
    names = [
        name for name in discourse.names_in(found.first, found.last) if name.type not in ("place", "person")
    ]
    if names and names[0].first == found.first:
        rest = [w for w in words[names[0].last : found.last] if w not in POSSESSIVES]
        owner = Referent(names[0].name, names[0].entity_code or "", names[0].type, found.first, found.last)
        plural = bool(rest) and (rest[-1].endswith("s") or rest[-1].lower() in SEGMENTS | HOLDERS)
        return (owner, rest) if owner.code and plural else (None, [])
    for index in range(found.first, found.last):
        if lower[index] in POSSESSIVES:
            who = resolve(discourse, max(0, found.first - 1), index)
            return (who if who is not None and who.is_thing else None), words[index + 1 : found.last]
    rest = words[found.first : found.last]
    if found.first and lower[found.first - 1] in ("its", "their"):
        who = pronoun(discourse, found.first - 1)
        return (who if who is not None and who.is_thing and who.type != "several" else None), rest
    if any(word in PREPOSITIONS for word in rest) or is_onlooker(found):
        return None, []
    if discourse.rule != "gapped" and (
        not (rest[-1].endswith("s") or rest[-1].lower() in SEGMENTS) or rest[-1].lower() in OUTSIDERS
    ):
        return None, []
    who = protagonist(discourse, draft, discourse.clause_at(draft.first), found)[0]
    if who is None or not owns(discourse, who) or who.type == "several":
        return None, []
    topic = discourse.topic()
    central = topic is not None and topic.code == who.code and discourse.is_central(topic)
    return (who, rest) if central or discourse.rule == "gapped" else (None, [])
