"""A rise or a fall that is told in words alone, with the step from one level to another that it is of.

"The rate edged down to 5.4 percent in May. It had been 5.9 in April"; "Reserves declined in March. The bank
put them at 41 billion. A month before, they had amounted to 43"; "Thefts decreased, with 412 shops robbed
against 457 the year before": the word leads to the new level, or its subject is what the levels are of, in
the sentence of the step, the one right before it, or where the article begins.
"""

from typing import Final, NamedTuple

from flows.extraction.claims.earlier_levels import is_at_its_distance
from flows.extraction.claims.standing import Standing
from flows.extraction.claims.told_before import (
    EARLY,
    Step,
    Steps,
    is_percentage,
    may_be_of_one_thing,
    refers_back,
    stems,
    without_owners,
    words_about,
)
from flows.extraction.figure import Draft, Relation, drafts_of, figures_of
from flows.extraction.implied.series import said_order
from flows.extraction.relations.likeness import is_bad
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.text.change_words import plural, verb_forms

_LEAD: Final = 1  # the last sentence of those that an article begins with
_SUBJECT: Final = 10  # tokens from a verb back to its subject
_OBJECT: Final = 5  # tokens from "a rise in" to what rises
_TO: Final = 8  # tokens from a verb to the level that it leads to
_UP: Final = """rise rose risen grow grew grown climb jump surge soar increase swell swollen leap leapt
    balloon rocket mushroom expand widen"""
_DOWN: Final = """fall fell fallen drop decline decrease slip slide slid sink sank sunk plunge plummet tumble
    dip shrink shrank shrunk slump dwindle narrow contract"""
MOVED: Final = {form: 1 for word in _UP.split() for form in verb_forms(word)} | {
    form: -1 for word in _DOWN.split() for form in verb_forms(word)
}
_NOUNS: Final = {
    form: sign
    for words, sign in (
        ("rise increase growth jump surge climb leap upturn", 1),
        ("fall drop decline decrease slide slump dip reduction downturn plunge", -1),
    )
    for word in words.split()
    for form in (word, plural(word))
}
_PARTICLES: Final = {"up": 1, "down": -1, "higher": 1, "lower": -1, "upwards": 1, "downwards": -1}
# "edged down", "went up": only the particle tells which way.
_MOVING: Final = frozenset(
    "edged inched crept moved went gone ticked nudged came drifted moving going".split()
)
_BEING: Final = frozenset("is are was were been stayed remained".split())
_COUNTED: Final = {"more": 1, "fewer": -1}
# Before a change: it did not come, has not come yet, or came before what the levels tell.
_UNTOLD: Final = frozenset(
    """not n't no never nor neither without had will would may might could should can if unless despite
    halt stem slow slowed prevent after following before since expected forecast expects likely than when
    whether although though while whereas""".split()
)
_CLAUSE: Final = frozenset(
    ', ; : . ( ) — – -- " “ ” but and while as after when because since although which who that if'.split()
)
_LOSSES: Final = frozenset("loss losses deficit deficits shortfall gap".split())
TELLING: Final = frozenset((*MOVED, *_NOUNS, *_PARTICLES, *_COUNTED))


class _Told(NamedTuple):
    """A rise (+1) or a fall (-1), by the token that tells it, and whether that leads to the new level."""

    sign: int
    place: int
    leads: bool


def find_worded_steps(
    standing: Standing, drafts: list[Draft], steps: Steps, found: list[Relation]
) -> list[Relation]:
    """Return the orders of new and former level that words for a rise or a fall state.

    Args:
        standing: the figures of the article.
        drafts: all of them.
        steps: levels with what they were before.
        found: the relations so far; levels that words set in order already are left alone.
    """
    sentences = standing.sentences_with(TELLING) if steps.across or steps.within else set()
    if not sentences:
        return []
    ordered = figures_of((one for one in found if one.kind == "growth"), "new", "old")
    pairs = {frozenset(map(id, drafts_of(one))) for one in found if not one.rule.startswith(IMPLIED)}
    told = []
    for step in steps.across + steps.within:
        new, old = step.new, step.old
        if step.is_loose or _is_share_of(new) or new.value == old.value:
            continue
        if not ordered.isdisjoint((id(new), id(old))) or frozenset((id(new), id(old))) in pairs:
            continue
        # "Profit rose in the quarter. In the quarter before it had been": of which year's, is open.
        first, last = standing.document.sentences[old.sentence]
        is_told = not EARLY.isdisjoint(standing.lower[first:last])
        if not is_told and not is_at_its_distance(standing, new, new, old):
            continue
        sign = _direction(standing, drafts, step, sentences)
        if sign:
            greater, lesser = (new, old) if sign > 0 else (old, new)
            start, end = min(new.start, old.start), max(new.end, old.end)
            told.append(said_order("worded_step", greater, lesser, (start, end)))
    return told


def _is_share_of(level: Draft) -> bool:
    """Whether a percentage is of something that may itself rise or fall: "28 percent of its profit"."""
    return level.kind == "share" and (level.metric_code or "share_of").startswith("share_of")


def _direction(standing: Standing, drafts: list[Draft], step: Step, sentences: set[int]) -> int:
    """Return which way a step is said to go: in its own sentences, the one before, or the first ones."""
    new, old = step.new, step.old
    if "growth" in (new.metric_code or ""):
        return 0  # "grew at its slowest pace, 8.1 percent"
    first, last = min(new.sentence, old.sentence), max(new.sentence, old.sentence)
    own = [
        told
        for sentence in range(first, last + 1)
        if sentence in sentences
        for told in _told_in(standing, drafts, step, sentence)
    ]
    if own:
        return _one_sign(own)
    if first - 1 in sentences:
        told = _told_in(standing, drafts, step, first - 1)
        if told:
            return _one_sign(told)
    for sentence in range(min(_LEAD + 1, first - 1)):
        if sentence in sentences:
            told = _told_in(standing, drafts, step, sentence, is_lead=True)
            if told:
                return _one_sign(told) if _is_first(drafts, step, told[-1].place) else 0
    return 0


def _one_sign(told: list[_Told]) -> int:
    leading = [one for one in told if one.leads] or told
    signs = {one.sign for one in leading}
    return signs.pop() if len(signs) == 1 else 0


def _is_first(drafts: list[Draft], step: Step, place: int) -> bool:
    """Whether the levels of a step are the first behind a word that may be of its measure."""
    last = max(step.new.first, step.old.first)
    return not any(
        place < draft.first < last
        and draft is not step.new
        and draft is not step.old
        and draft.kind != "growth"
        and may_be_of_one_thing(draft, step.old)
        for draft in drafts
    )


def _told_in(
    standing: Standing, drafts: list[Draft], step: Step, sentence: int, *, is_lead: bool = False
) -> list[_Told]:
    """Return the rises and falls of what a step is of that a sentence tells."""
    lower = standing.lower
    first, last = standing.document.sentences[sentence]
    new = step.new
    figures = [draft for draft in drafts if draft.sentence == sentence]
    until = new.first if sentence == new.sentence else last
    told = []
    for place in range(first, until):
        sign, kind = _sign(lower, first, place)
        if not sign:
            continue
        start = max(first, place - _SUBJECT)
        while start < place and not _CLAUSE.isdisjoint(lower[start:place]):
            start += 1
        end = next((at for at in range(place + 1, last) if lower[at] in _CLAUSE), last)
        # "rose 5 percent", "rose to 8 from 7": told with figures of its own.
        others = [
            one for one in figures if place < one.first < end and one is not new and one is not step.old
        ]
        if any(other.first < until for other in others):
            continue
        if any(abs(one.first - place) <= _SUBJECT and one.kind == "growth" for one in figures):
            continue
        if not _UNTOLD.isdisjoint(lower[max(first, start - 1) : place]) or lower[place - 1] == "to":
            continue
        leads = kind == "verb" and sentence == new.sentence and _leads_to(lower, place, new)
        if leads or _is_its_subject(standing, step, (start, place), kind, is_lead=is_lead):
            told.append(_Told(sign, place, leads))
    return told


def _sign(lower: list[str], first: int, place: int) -> tuple[int, str]:
    """Return which way a word goes, and what it is: a verb, a noun, a count; 0 for other words."""
    word = lower[place]
    before = lower[place - 1] if place > first else ""
    behind = lower[place + 1 : place + 2]
    if word in _MOVING:
        return _PARTICLES.get(lower[place + 1] if place + 1 < len(lower) else "", 0), "verb"
    if word in _PARTICLES:
        return (_PARTICLES[word], "verb") if before in _BEING else (0, "")
    if word in _COUNTED:
        return (_COUNTED[word], "count") if before in ("", ",") and behind != ["than"] else (0, "")
    if word.startswith("declin") and (behind == ["to"] or behind == ["comment"]):
        return 0, ""  # to say anything
    if word in _NOUNS and (behind == ["in"] or behind == ["of"]):
        return _NOUNS[word], "noun"
    if word.endswith("ing") and before not in _BEING:
        return 0, ""  # "loses ground to rivals jumping into its markets"
    return MOVED.get(word, 0), "verb"


def _leads_to(lower: list[str], place: int, new: Draft) -> bool:
    """Whether a verb leads to the new level: "edged down to 5.4"."""
    between = lower[place + 1 : new.first]
    return len(between) <= _TO and "to" in between and _CLAUSE.isdisjoint(between)


def _is_its_subject(
    standing: Standing, step: Step, clause: tuple[int, int], kind: str, *, is_lead: bool
) -> bool:
    """Whether what rises or falls is what the levels of a step are of, by its words."""
    lower = standing.lower
    new, old = step.new, step.old
    start, place = clause
    words = lower[start:place] if kind == "verb" else lower[place + 1 : place + 1 + _OBJECT]
    said = stems(without_owners(words))
    if is_bad(lower, new) and _LOSSES.isdisjoint(words):
        return False  # "earnings fell": the loss is more
    is_before = standing.document.sentences[min(new.sentence, old.sentence) - 1][0] == start
    if kind == "verb" and is_before and refers_back(standing, step):
        return True
    whole = stems((new.metric or "").lower().split())
    if is_lead or kind == "noun" or is_percentage(new):
        return bool(whole) and whole <= said
    return not said.isdisjoint(words_about(standing, step))


def told_changes(lower: list[str]) -> list[tuple[int, list[str]]]:
    """Return the rises (+1) and falls (-1) of a headline, each with the words for what rises or falls.

    "Harl profit up" has no verb. What is told in figures is none in words alone.
    """
    told = []
    for place, word in enumerate(lower):
        sign, kind = (_PARTICLES[word], "verb") if word in _PARTICLES else _sign(lower, 0, place)
        if not sign or kind != "verb":
            continue
        end = next((at for at in range(place + 1, len(lower)) if lower[at] in _CLAUSE), len(lower))
        if any(other[0].isdigit() for other in lower[place + 1 : end]):
            continue
        start = place
        while start and lower[start - 1] not in _CLAUSE:
            start -= 1
        words = without_owners(lower[start:place])
        if words and words[-1] != "to" and _UNTOLD.isdisjoint(lower[start:place]):
            told.append((sign, words))
    return told
