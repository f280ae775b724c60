"""What people die of or are hurt by: the event or the disease that an article is about."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse

DISASTERS: Final = frozenset(
    """earthquake quake tremor flood floods flooding storm storms hurricane cyclone typhoon tornado landslide
    landslides mudslide mudslides avalanche tsunami eruption wildfire wildfires blaze explosion explosions
    blast blasts bombing bombings attack attacks crash collision derailment sinking stampede shooting
    heatwave famine drought war""".split()
)
DISEASES: Final = frozenset(
    """plague flu influenza cholera measles malaria ebola coronavirus covid sars mers dengue polio
    tuberculosis meningitis rabies typhoid diphtheria mumps smallpox zika hepatitis pneumonia anthrax
    salmonella listeria legionella norovirus diarrhoea diarrhea bse epidemic outbreak
    pandemic virus""".split()
)
# Too wide to name what it was where a name of a disease stands beside.
WIDE: Final = frozenset("epidemic outbreak pandemic virus war attack attacks".split())
CASUALTIES: Final = frozenset("death fatality case infection injury casualty victim body corpse".split())
SUFFERED: Final = frozenset(
    """died die dead killed injured wounded hurt homeless missing infected hospitalised hospitalized evacuated
    displaced perished drowned contracted diagnosed""".split()
)
PEOPLE: Final = frozenset(("person", "people", "child", "man", "woman", "villager", "worker", "patient"))
REACH: Final = 5


def counts_casualties(discourse: Discourse, draft: Draft) -> bool:
    """Whether a figure counts those who were hurt, fell ill or died."""
    if draft.kind != "count":
        return False
    if draft.unit in CASUALTIES:
        return True
    if draft.unit is not None and draft.unit not in PEOPLE:
        return False
    lower = discourse.reading.document.lower
    last = discourse.reading.document.sentences[draft.sentence][1]
    return not SUFFERED.isdisjoint(lower[draft.last : min(last, draft.last + REACH)])


def event_of(discourse: Discourse) -> str | None:
    """Return the words of the event or disease that an article goes on about, None without one.

    It stands twice at least: one mention is a comparison ("more than in the flood of 1953").
    """
    if not discourse.found_event:
        discourse.found_event.append(_event(discourse))
    return discourse.found_event[0]


def _event(discourse: Discourse) -> str | None:
    document = discourse.reading.document
    lower = document.lower
    seen: dict[str, list[int]] = {}
    for index, word in enumerate(lower):
        if word in DISASTERS or word in DISEASES:
            seen.setdefault(word, []).append(index)
    told = [word for word, at in seen.items() if len(at) > 1]
    if not told:
        return None
    if DISEASES.intersection(told):
        # "The virus": the disease may be named once.
        told += [word for word in seen if word in DISEASES and word not in told]
    told.sort(key=lambda word: (word in WIDE, -len(seen[word]), seen[word][0]))
    at = seen[told[0]]
    # Not as the first of a sentence, where any word has a capital.
    first = next((index for index in at if index not in discourse.opening_tokens), at[0])
    end = first + 1
    if lower[end : end + 1] == ["-"] and lower[end + 1 : end + 2] and lower[end + 1].isdigit():
        # "Covid-19"
        end += 2
    return document.quote(first, end)
