"""A sentence as a string of word classes, one character a word or figure, on which rules are plain patterns.

"Sales rose 12% to 5.4 million units from 4.8 million" becomes ``wUPtLfL``: a rise word, a percentage, "to",
a level, "from", a level. Names and dates shrink to one character, tickers in brackets vanish, and a
figure swallows its counted noun, so that a rule need not foresee them.
"""

import re
from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.reading import Reading
from flows.extraction.text.document import Document

# One line a class: its character, then its words. A word in two lines belongs to the later one.
_CLASSES: Final = """
U rose rise rises risen rising increase increased increases increasing gain gained gains grew grow grows grown
U growing climb climbed climbs climbing jump jumped jumps jumping surge surged surges surging soar soared
U soars advance advanced swelled swell swells leap leapt leaped leaps expanded expand expands nudged
U raised raise raises raising lift lifted lifts lifting boosting hiking widened widening accelerated
U rebounded rebound hike hiked upturn boosted boost swollen improvement
U widen widens surging soaring jumping leaping climbing swelling advancing expanding
Y growth
V fell fall falls fallen falling decline declined declines declining drop dropped drops dropping
V decrease decreased decreases decreasing slump slumped slumps sank sink sunk slid slide slides slipped
V slip slips plunged plunge plunges tumbled tumble tumbles dipped dip dips shrank shrink shrunk shrinks
V contracted contraction eased ease slowed reduced reduction cut cuts plummeted plummet narrowed dwindled
V lowered lowers reduce reduces reducing cutting lowering halving downturn
V narrows narrowing sliding plunging tumbling slipping sinking shrinking slumping dipping plummeting
u up higher
d down lower off
m more above exceeding exceeds exceeded beating topping surpassing outselling better
l less fewer below beneath short behind trailing
t to
f from
o of
b by
a at
h with
i in on for since during among per through over within across until until via between
c compared against versus vs than compares compare comparing comparison
& and plus
| or
x but while whereas although though as because if after before when where so
e the a an its their his her this that our these those such
q about around some nearly almost just only roughly approximately estimated exactly well barely over under
q still also record further least most already now even merely slightly marginally currently
W which whom them who
F followed follows trailed
I including
C comprising comprises comprised consisting consists consist composed
B total totals totalled totaled totalling totaling altogether combined together overall
r respectively
y remaining rest remainder balance
O accounted accounts accounting account represents represented representing constituted constitutes
k equivalent equal equals
z leading leads led lead ahead overtook overtaken overtaking edging edged beat beats topped outsold
z outnumber outnumbered outnumbering outpaced outpacing outvoted
, ,
. . ! ? …
; ; * • ·
: :
( ( [
) ) ]
- - – — --
/ /
s 's ’s
"""
CLASS: Final = {word: line[0] for line in _CLASSES.strip().splitlines() for word in line[2:].split()}

_PERCENT: Final = frozenset(("percent", "fraction", "percentage point", "basis point", "%"))
_TIME: Final = frozenset(
    ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")
)
_MULTIPLYING: Final = ("halv", "doubl", "tripl", "trebl", "quadrupl")
_TICKER: Final = 6
_TABLE: Final = 60
Event = tuple[int, int, int, str, Draft | None]
# "or 65 cents a share,": another expression of the figure before it.
_OR: Final = re.compile(
    r"(?P<a>[LPT])[wiN]{0,3}(?P<aside>[,-]{0,2}\|(?:ewo)?q?(?P<b>L)(?:ie?w|[^,;:.()LPRTHUVudxfcit]){0,3})(?P<ends>[,-]?)"
)
_EACH: Final = frozenset("share shares unit apiece each per".split())
# "racked up 5,973": the particle of another verb says nothing of a rise.
_PARTICLE_OF: Final = frozenset(
    """rack racked racking set sets setting pick picked make makes made making take taken took end ended back
    backed come came follow line lined built use used sign signed start started give gave open opened clock
    clocked notch notched chalk chalked turn turned snap snapped sum add added adds run ran
    build hold held""".split()
)
# "lower than", "higher by 5": not "the lower rates".
_AFTER_ADVERB: Final = frozenset("than by at from to in on for this last and but".split())
_UP: Final = re.compile("[ud]")
# "up $7 million over the $39 million of 2018" hedges nothing, as "over a million" does.
_HEDGE_THE: Final = re.compile("qe")
_OVER: Final = frozenset(("over", "under"))
_MARKS: Final = re.compile(r"[(\[-]")
_BRACKET: Final = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,24})[)\]]")


class Shape:
    """A sentence as classes.

    Attributes:
        sentence: its index in the document.
        classes: one character an element; figures are L (level), P (percentage or fraction), T (duration),
            R (multiple: "twice"), H ("halved", "doubled"), K (rank); names N, dates D, other words w.
        tokens: the first token of each element; one more at the end: the sentence's end.
        drafts: the figure of each element, or None.
        figures: positions of elements that are figures, in order.
    """

    def __init__(
        self,
        sentence: int,
        classes: str,
        tokens: list[int],
        drafts: list[Draft | None],
        figures: list[int],
    ) -> None:
        self.sentence = sentence
        self.classes = classes
        self.tokens = tokens
        self.drafts = drafts
        self.figures = figures

    def draft(self, position: int) -> Draft:
        """Return the figure at `position`.

        Raises:
            LookupError: the element is no figure.
        """
        found = self.drafts[position]
        if found is None:
            raise LookupError(f"element {position} of sentence {self.sentence} is no figure: {self.classes}")
        return found


def with_next(shapes: list[Shape], number: int) -> list[Shape]:
    """Return a sentence, and the one right behind it where that has figures too."""
    near = shapes[number : number + 2]
    return near if near[-1].sentence == near[0].sentence + 1 else near[:1]


def class_of(draft: Draft, document: Document) -> str:
    """Return the character that stands for a figure."""
    if draft.form != "digits" and document.lower[draft.first].startswith(_MULTIPLYING):
        return "H"
    if draft.kind == "rank":
        return "K"
    unit = draft.unit
    if unit in _PERCENT:
        return "P"
    if unit == "times" or draft.form == "multiple":
        return "R"
    if draft.kind == "duration" or (draft.kind != "rate" and unit in _TIME):
        return "T"
    return "L"


def shape_sentences(reading: Reading) -> list[Shape]:
    """Return the shapes of the sentences that hold at least one figure, in text order.

    A "sentence" of very many figures is a table: no rule reads it, and it is left out.
    """
    document = reading.document
    by_sentence: dict[int, list[Draft]] = {}
    for draft in reading.drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    names, dates = reading.names, reading.dates
    name_firsts = [name.first for name in names]
    date_firsts = [date.first for date in dates]
    shapes = []
    for number, drafts in sorted(by_sentence.items()):
        if len(drafts) > _TABLE:
            continue
        first, last = document.sentences[number]
        plain = _without_hedges(_classes(document.lower, first, last), drafts, document.lower, first)
        # What shrinks to one element or to none: its first token, its end and its class; a figure goes before
        # a date, a date before a name.
        events: list[Event] = [
            (d.first, 0, _end(d, document.lower), class_of(d, document), d) for d in drafts
        ]
        for date in dates[bisect_left(date_firsts, first) : bisect_left(date_firsts, last)]:
            events.append((date.first, 1, date.last, "D", None))
        for name in names[bisect_left(name_firsts, first) : bisect_left(name_firsts, last)]:
            events.append((name.first, 2, name.last, "N", None))
        for match in _MARKS.finditer(plain):
            place = first + match.start()
            events.append((place, 3, place + 1, match.group(), None))
        events.sort(key=_order)
        shapes.append(_shape(document, number, plain, events))
    return shapes


def _classes(lower: list[str], first: int, last: int) -> str:
    """Return the classes of tokens ``[first, last)``, word by word."""
    classes = "".join([CLASS.get(word, "w") for word in lower[first:last]])
    for match in _UP.finditer(classes) if "u" in classes or "d" in classes else ():
        place = match.start()
        # "racked up", "write-down", not "$33.15 - up 38 percent"
        before = lower[first + place - 1] if place > 0 else ""
        particle = before in _PARTICLE_OF or (before == "-" and not lower[first + place - 2][:1].isdigit())
        after = lower[first + place + 1] if first + place + 1 < last else ""
        # "off 3.1 pct" is a fall, "off the coast" is not.
        word = lower[first + place]
        adjective = word in ("lower", "higher") and after[:1].isalpha() and after not in _AFTER_ADVERB
        if particle or adjective or (word == "off" and not after[:1].isdigit()):
            classes = classes[:place] + "w" + classes[place + 1 :]
    for match in _HEDGE_THE.finditer(classes):
        place = match.start()
        if lower[first + place] in _OVER and lower[first + place + 1] not in ("a", "an"):
            classes = classes[:place] + "i" + classes[place + 1 :]
    return classes


def _without_hedges(classes: str, drafts: list[Draft], lower: list[str], first: int) -> str:
    """Return the classes with the words of hedges as fillers: "to more than 5" leads to 5 as "to 5" does.

    After a comma "more than 5" may compare.
    """
    for draft in drafts:
        if draft.hedge is None or " " not in draft.hedge:
            continue
        words = draft.hedge.lower().split()
        begin = draft.first - len(words)
        if begin > first and lower[begin : draft.first] == words and lower[begin - 1] != ",":
            place = begin - first
            classes = classes[:place] + "q" * len(words) + classes[place + len(words) :]
    return classes


def _order(event: Event) -> tuple[int, int, int]:
    return event[0], event[1], -event[2]


def _end(draft: Draft, lower: list[str]) -> int:
    """Return the end of a figure with its counted noun, short of a word that joins figures."""
    if draft.noun_first is None or draft.noun_last is None or draft.noun_first > draft.last + 1:
        return draft.last
    for index in range(draft.last, draft.noun_last):
        if CLASS.get(lower[index]) == "C":
            return index  # "the staff of 9,400 comprises 5,200 drivers": nothing is called "comprises"
    return max(draft.last, draft.noun_last)


def _shape(document: Document, sentence: int, plain: str, events: list[Event]) -> Shape:
    begin, end = document.sentences[sentence]
    index = begin
    classes: list[str] = []
    tokens: list[int] = []
    found: list[Draft | None] = []
    starts = [event[0] for event in events if event[4] is not None]
    starts.append(end)
    ahead = 0
    for first, _, last, kind, draft in events:
        ahead += draft is not None
        if first < index:
            continue
        limit = starts[ahead]
        if kind in "([" and draft is None:
            after = _ticker(document.lower, first, min(limit, end))
            if after is None:
                continue
            last, kind = after, ""
        elif kind == "-" and draft is None:
            # A hyphen inside a word is no dash.
            if not (document.lower[first] == "-" and document.joined(first)):
                continue
            if first + 1 >= end or not document.joined(first + 1):
                continue
            kind = "w"
        elif draft is None and last > limit:
            continue  # a figure inside a date or name shows itself
        elif draft is not None:
            last = min(last, limit)
        if first > index:
            classes.append(plain[index - begin : first - begin])
            tokens.extend(range(index, first))
            found.extend([None] * (first - index))
        if kind and not (kind == "N" and first == index and classes and classes[-1] == "N"):
            classes.append(kind)
            tokens.append(first)
            found.append(draft)
        index = max(last, first + 1)
    if index < end:
        classes.append(plain[index - begin :])
        tokens.extend(range(index, end))
        found.extend([None] * (end - index))
    tokens.append(end)
    figures = [position for position, draft in enumerate(found) if draft is not None]
    return Shape(sentence, "".join(classes), tokens, found, figures)


def _ticker(lower: list[str], index: int, end: int) -> int | None:
    """Return the token after a short bracket that holds no figure ("( GM.N )", "<VOWG.F>"), or None."""
    for ahead in range(index + 2, min(index + _TICKER, end)):
        if lower[ahead] in ")]>":
            return ahead + 1
    return None


def without_asides(document: Document, shape: Shape, repeated: set[int], *, keeps_or: bool = False) -> Shape:
    """Return the shape without what only repeats a figure in other terms.

    Dropped are brackets all of whose figures are in `repeated` (by identity), and what follows "or" when it
    is a figure per share or another kind than the one before ("$66 million, or 65 cents a share"), unless
    `keeps_or`.
    """
    classes = shape.classes
    dropped: list[tuple[int, int]] = []
    if repeated and "(" in classes:
        for match in _BRACKET.finditer(classes):
            drafts = [shape.drafts[position] for position in range(match.start(), match.end())]
            inside = [draft for draft in drafts if draft is not None]
            if inside and all(id(draft) in repeated for draft in inside):
                dropped.append((match.start(), match.end()))
    if "|" in classes and not keeps_or:
        for match in _OR.finditer(classes):
            one, other = shape.draft(match.start("a")), shape.draft(match.start("b"))
            start, end = match.span("aside")
            words = document.lower[shape.tokens[start] : min(shape.tokens[end] + 2, shape.tokens[-1])]
            enclosed = words[0] in (",", "-", "--") and bool(match.group("ends"))
            if enclosed or not _EACH.isdisjoint(words) or (words[0] == "," and one.unit != other.unit):
                dropped.append((start, end))
    if not dropped:
        return shape
    gone = {position for start, end in dropped for position in range(start, end)}
    kept = [position for position in range(len(classes)) if position not in gone]
    drafts = [shape.drafts[position] for position in kept]
    return Shape(
        shape.sentence,
        "".join(classes[position] for position in kept),
        [*(shape.tokens[position] for position in kept), shape.tokens[-1]],
        drafts,
        [number for number, draft in enumerate(drafts) if draft is not None],
    )
