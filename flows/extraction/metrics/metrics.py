"""What each figure measures: kind (level, change, part), metric, code, base and scope."""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.metrics.asides import asides
from flows.extraction.metrics.levels import LevelFinder
from flows.extraction.metrics.metric_context import REACH_BACK, Level, Sentence
from flows.extraction.metrics.metric_lexicon import metric_lexicon
from flows.extraction.metrics.metric_names import Namer
from flows.extraction.metrics.paired_levels import match_change
from flows.extraction.numbers.kinds import KindRules
from flows.extraction.reading import Reading
from flows.extraction.text.level_words import ASIDES, BARRIERS, RELATIVE_WORDS


def assign_metrics(reading: Reading) -> None:
    """Fill kind (refined), sign, metric, metric_code, base and scope of every draft of `reading`."""
    drafts = reading.drafts
    if not drafts:
        return
    document = reading.document
    dated, named, places = set[int](), set[int](), set[int]()
    for date in reading.dates:
        dated.update(range(date.first, date.last))
    for name in reading.names:
        named.update(range(name.first, name.last))
        if name.place_code:
            places.update(range(name.first, name.last))
    finder = LevelFinder(document, metric_lexicon(reading.reference), dated, named, places, drafts)
    kinds = KindRules(document, dated, finder.changes)
    for sentence in _sentences(reading, finder):
        for position, draft in enumerate(sentence.drafts):
            finder.nouns[id(draft)] = finder.noun_of(draft, sentence.last)
            kinds.refine(draft, sentence.drafts[:position], sentence.previous)
        for position, draft in enumerate(sentence.drafts):
            own_position, near = sentence.around(position)
            level = finder.find(draft, own_position, near)
            if level is not None:
                finder.levels[id(draft)] = finder.of_index(draft, level)
            match_change(finder, sentence.drafts, position)
    namer = Namer(finder, drafts)
    for draft in drafts:
        level = finder.levels.get(id(draft))
        if level is None:
            if draft.kind != "share":
                continue
            level = Level("", (), draft.first, draft.last, "share")
        namer.name(draft, level)
        draft.why["metric"] = Because(level.rule, document.starts[level.first], document.ends[level.last - 1])
        if level.confidence < 1:
            draft.confidence["metric"] = level.confidence


def _sentences(reading: Reading, finder: LevelFinder) -> list[Sentence]:
    """Return the sentences that hold figures, each with its drafts, its metric words, the figures before."""
    sentences: list[Sentence] = []
    previous: list[Draft] = []
    triggers = finder.triggers
    low = 0
    for draft in reading.drafts:
        first, last = reading.document.sentences[draft.sentence]
        if sentences and sentences[-1].first == first:
            sentences[-1].drafts.append(draft)
            continue
        while low < len(triggers) and triggers[low].first < first:
            low += 1
        high = low
        while high < len(triggers) and triggers[high].first < last:
            high += 1
        if sentences:
            previous = sentences[-1].drafts[-REACH_BACK:]
        walls = _walls(reading.document.lower[first:last]) if low < high else None
        inserted = asides(reading.document, first, last)
        sentences.append(Sentence(first, last, [draft], triggers[low:high], previous, walls, inserted))
    return sentences


def _walls(words: list[str]) -> list[float] | None:
    """Return the running cost of reading across each word of a sentence, None where it has asides."""
    if not ASIDES.isdisjoint(words):
        return None
    if "," in words and not RELATIVE_WORDS.isdisjoint(words):
        for at in range(1, len(words)):
            if words[at] in RELATIVE_WORDS and words[at - 1] == ",":
                return None
    cost = 0.0
    walls = [cost]
    for word in words:
        cost += _COSTS.get(word, 1.0)
        walls.append(cost)
    return walls


_COSTS: Final = {word: cost + 1.0 for word, cost in BARRIERS.items()}
