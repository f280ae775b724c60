"""A sentence as a string of word classes, one character a word or figure, on which rules are plain patterns.

"Sales rose 12% to 5.4 million units from 4.8 million" becomes ``wUPtLfL``: a rise word, a percentage, "to",
a level, "from", a level. Names and dates shrink to one character, tickers in brackets vanish, and a
figure swallows its counted noun, so that a rule need not foresee them.
"""

from dataclasses import dataclass

from flows.extraction.document import Document
from flows.extraction.figure import Draft
from flows.extraction.reading import Reading

# One line a class: its character, then its words. A word in two lines belongs to the later one.
_CLASSES = """
U rose rise rises risen rising increase increased increases increasing gain gained gains grew grow grows grown
U growing growth climb climbed climbs climbing jump jumped jumps jumping surge surged surges surging soar soared
U soars advance advanced swelled swell swells leap leapt leaped leaps expanded expand expands advanced
U raised raise widened widening accelerated edged-up rebounded rebound hike hiked upturn boosted boost swollen
V fell fall falls fallen falling decline declined declines declining drop dropped drops dropping decrease decreased
V decreases decreasing slump slumped slumps sank sink sunk slid slide slides slipped slip slips plunged plunge
V plunges tumbled tumble tumbles dipped dip dips shrank shrink shrunk shrinks contracted contraction eased ease
V slowed reduced reduction cut cuts plummeted plummet narrowed dwindled lowered loss-of downturn drop-off
u up higher
d down lower off
m more above exceeding exceeds exceeded beating topping surpassing outselling over-and-above better
l less fewer below under-the short behind trailing
t to
f from
o of
b by
a at
h with
i in on for since during among per through over under within across until until via between around-the
c compared against versus vs than compares compare comparing comparison
& and plus
| or
x but while whereas although though as because if after before when where so
e the a an its their his her this that our these those such
q about around some nearly almost just only roughly approximately estimated exactly well barely over still
q also record total-of further least most already now even merely slightly marginally currently
W which whom them
F followed follows trailed
I including includes include included
C comprising comprises comprised consisting consists consist composed
B total totals totalled totaled totalling totaling altogether combined together overall
r respectively
y remaining rest remainder balance
O accounted accounts accounting account represents represented representing constituted constitutes
k equivalent equal equals
z leading leads led lead ahead overtook overtaken overtaking edging edged beat beats topped outsold
, ,
; ;
: :
( ( [
) ) ]
- - – — --
/ /
s 's ’s
"""
CLASS = {word: line[0] for line in _CLASSES.strip().splitlines() for word in line[2:].split()}

_PERCENT = frozenset(("percent", "fraction", "percentage point", "basis point", "%"))
_TIME = frozenset(("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"))
_MULTIPLYING = ("halv", "doubl", "tripl", "trebl", "quadrupl")
_TICKER = 6


@dataclass(slots=True)
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

    sentence: int
    classes: str
    tokens: list[int]
    drafts: list[Draft | None]
    figures: list[int]

    def draft(self, position: int) -> Draft:
        """Return the figure at `position`.

        Raises:
            LookupError: the element is no figure.
        """
        found = self.drafts[position]
        if found is None:
            raise LookupError(f"element {position} of sentence {self.sentence} is no figure: {self.classes}")
        return found


def class_of(draft: Draft, document: Document) -> str:
    """Return the character that stands for a figure."""
    word = document.lower[draft.first]
    if word.startswith(_MULTIPLYING):
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
    """Return the shapes of the sentences that hold at least one figure, in text order."""
    document = reading.document
    by_sentence: dict[int, list[Draft]] = {}
    for draft in reading.drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    skips: dict[int, tuple[int, str]] = {}
    for date in reading.dates:
        skips[date.first] = (date.last, "D")
    for name in reading.names:
        if name.first not in skips or skips[name.first][0] < name.last:
            skips[name.first] = (name.last, "N")
    return [_shape(document, sentence, drafts, skips) for sentence, drafts in sorted(by_sentence.items())]


def _shape(document: Document, sentence: int, drafts: list[Draft], skips: dict[int, tuple[int, str]]) -> Shape:
    lower = document.lower
    index, end = document.sentences[sentence]
    classes: list[str] = []
    tokens: list[int] = []
    found: list[Draft | None] = []
    figures: list[int] = []
    get = CLASS.get
    queue = iter(drafts)
    ahead = next(queue, None)
    limit = ahead.first if ahead is not None else end
    while index < end:
        while ahead is not None and ahead.first < index:  # swallowed by a name or noun
            ahead = next(queue, None)
            limit = ahead.first if ahead is not None else end
        if index == limit and ahead is not None:
            figures.append(len(classes))
            classes.append(class_of(ahead, document))
            tokens.append(index)
            found.append(ahead)
            last = ahead.last
            draft, ahead = ahead, next(queue, None)
            limit = ahead.first if ahead is not None else end
            if draft.noun_first is not None and draft.noun_last is not None and last <= draft.noun_first <= last + 1:
                last = min(draft.noun_last, limit)
            index = max(last, index + 1)
            continue
        skip = skips.get(index)
        if skip is not None and skip[0] <= limit:
            if not (classes and classes[-1] == skip[1] == "N"):
                classes.append(skip[1])
                tokens.append(index)
                found.append(None)
            index = skip[0]
            continue
        word = lower[index]
        if word in "([<" and (after := _ticker(lower, index, min(limit, end))):
            index = after
            continue
        classes.append(get(word, "w"))
        tokens.append(index)
        found.append(None)
        index += 1
    tokens.append(end)
    return Shape(sentence, "".join(classes), tokens, found, figures)


def _ticker(lower: list[str], index: int, end: int) -> int | None:
    """Return the token after a short bracket that holds no figure ("( GM.N )", "<VOWG.F>"), or None."""
    for ahead in range(index + 2, min(index + _TICKER, end)):
        if lower[ahead] in ")]>":
            return ahead + 1
    return None
