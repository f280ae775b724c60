"""Subject phrases: the noun phrase before a verb, without what stands around it."""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.result_names import result_names
from flows.extraction.text.subject_words import MEASURES
from flows.extraction.text.verb_words import (
    ADVERBS,
    BASE_PRESENT,
    COMMAS,
    DETERMINERS,
    NOMINATIVE,
    OBJECT_BASE,
    OBJECT_S,
    PAST,
    PREPOSITIONS,
    PRESENT_S,
    SUBORDINATORS,
    is_adverb,
)

Span = tuple[int, int]
VERBS: Final = PAST | PRESENT_S | BASE_PRESENT | OBJECT_BASE | OBJECT_S


MARKS: Final = COMMAS | {"-", "<", ">"}
LEADING: Final = ADVERBS | frozenset(
    "however thus therefore moreover nevertheless instead indeed also elsewhere".split()
)


SPANS: Final = frozenset("year month week quarter".split())


TIME_SPANS: Final = frozenset("year month week quarter day decade hour century".split())
FRONTED: Final = frozenset(
    "in on at by for during throughout since until from between among across outside within".split()
)
SUBJECT_OPENERS: Final = frozenset("the its their his her our a an it they he she we".split())
# Before an article these belong to its own phrase: "half the mills", "and the mills", "not the mills".
JOINING: Final = SUBORDINATORS | frozenset(
    """half double twice treble quite such even also especially particularly only just not which who where how
    why whether if or nor but including excluding times""".split()
)
FEARS: Final = frozenset("fears worries hopes claims signs reports talk".split())
POINTERS: Final = frozenset("the this that these those its their his her our each".split())
TELLING: Final = frozenset("showing saying suggesting indicating".split())
TIMES_AGO: Final = frozenset(("ago", "earlier", "later"))
WHEN: Final = frozenset("in on by at for during throughout since until from".split())


def is_mark(document: Document, index: int) -> bool:
    """Whether the token is a mark between clauses: a comma, a bracket, a dash; not a hyphen in a word."""
    word = document.words[index]
    return word in COMMAS or (word == "-" and not document.joined(index))


def opens_compound(document: Document, index: int) -> bool:
    """Whether a hyphen joins a token to the next: "[so]-called prices", "[first]-quarter sales"."""
    return document.words[index + 1 : index + 2] == ["-"] and document.joined(index + 1)


def trim(document: Document, first: int, auxiliary: int, says: bool = False) -> Span | None:
    """Return the subject phrase in ``[first, auxiliary)``: adverbials before it and after it dropped."""
    lower = document.lower
    last = auxiliary
    while last > first:
        word = lower[last - 1]
        if not is_adverb(word) and (word in (")", ">") or not is_mark(document, last - 1)):
            break
        last -= 1
    if first >= last:
        return None
    # A comma right before the verb closes what was inserted after the subject.
    inserted = is_mark(document, last) if last < len(lower) else False
    pieces: list[Span | None] = []
    begin, depth = first, 0
    named = result_names(lower, first, last)
    for index in range(first, last + 1):
        word = lower[index] if index < last else ","
        if word not in MARKS or (named and any(at <= index < end for at, end in named)):
            continue
        if word in ("(", "<"):
            depth += 1
        elif word in (")", ">"):
            depth = max(0, depth - 1)
        elif index == last or (
            depth == 0 and is_mark(document, index) and not _is_in_seat(document.words, index)
        ):
            pieces.append(_bare(document, begin, index, index == last))
            begin = index + 1
    nouns = [piece for piece in pieces if piece is not None]
    if not nouns:
        return None
    if len(nouns) > 1 and not inserted:
        if nouns[-1][1] - nouns[-1][0] == 1 and lower[nouns[-1][0]] in NOMINATIVE:
            # "As a lender, it holds"
            return nouns[-1]
        if pieces[0] is None or says:
            return nouns[-1]
        if len(nouns) == len(pieces) and {"and", "or"} & set(lower[nouns[-1][0] - 1 : nouns[-1][1]]):
            return nouns[0][0], nouns[-1][1]
        if lower[nouns[0][0]] not in ("(", "-") and document.words[nouns[-1][0]] != lower[nouns[-1][0]]:
            return nouns[-1]
    return nouns[0]


def _is_in_seat(words: list[str], comma: int) -> bool:
    """Whether a comma stands in a seat: "Hartlow, Norway-based Velta"."""
    if words[comma] != "," or "based" not in words[comma + 3 : comma + 5]:
        return False
    return words[comma - 1][0].isupper() and words[comma + 1][0].isupper()


def _bare(document: Document, first: int, last: int, final: bool) -> Span | None:
    """Return the noun phrase of a piece between commas, or None for an adverbial.

    `final`: the verb follows, so "housing starts" and "daily sales" are no adverbials.
    """
    lower = document.lower
    while (
        first < last
        and (lower[first] in LEADING or lower[first] in ("and", "but", "or"))
        and not opens_compound(document, first)
    ):
        first += 1
    for index in range(first + 1, min(last - 1, first + 3)):
        if document.words[index] == "The" and document.words[index + 1] == lower[index + 1]:
            # "Bonds The yield on": the heading ran into its sentence.
            first = index
    if final:
        first = next((i for i in range(last - 2, first, -1) if opens_phrase(document, i)), first)
    if first >= last or (lower[last - 1] == ")" and document.words[first] == "("):
        return None
    if lower[first] in ("this", "last", "next") and first + 2 < last and lower[first + 1] in SPANS:
        # "This year 33 percent plan": a time before the subject, without a comma.
        return first + 2, last
    if (past := _after_time_ago(lower, first, last)) > first:
        return (past, last) if past < last else None
    if lower[first] == "at" and lower[first + 1] in ("least", "most"):
        return first, last
    compound = opens_compound(document, first)
    if lower[first] in FRONTED and not compound and (inner := _after_fronted(document, first, last)):
        return inner, last
    if lower[first] in WHEN and not compound:
        # "In February sales fell": a time before the subject, without a comma.
        end = first + 1
        while (
            end < last
            and (lower[end] in TIME_WORDS or lower[end][:1].isdigit())
            and not opens_compound(document, end)
        ):
            end += 1
        while end - 1 > first and lower[end - 1] in EMPTY_TIME:
            end -= 1
        timed = any(
            lower[i] in REAL_TIME or (len(lower[i]) == 4 and lower[i].isdigit())
            for i in range(first + 1, end)
        )
        return (end, last) if timed and final and end < last else None
    # "Under 40 percent of voters", but "under the guideline".
    hedges = lower[first] in ("about", "over", "under", "around", "up", "below", "above") and (
        final and lower[first + 1] not in POINTERS
    )
    if lower[first] == "given" or lower[last - 1] in TIMES_AGO:
        return None
    if not compound and (
        (lower[first] in PREPOSITIONS and not hedges) or _opens_adverbial(lower, first, last, final)
    ):
        return None
    if lower[first] == "to":
        return None
    at = first
    while at < last and (lower[at] in TIME_WORDS or lower[at][:1].isdigit()):
        at += 1
    if at == last:
        return None
    # "DETROIT (Reuters) - Acme": nothing but a dateline.
    return (
        None
        if last - first <= 6 and lower[last - 1] == ")" and "reuters" in lower[first:last]
        else (first, last)
    )


def opens_phrase(document: Document, index: int) -> bool:
    """Whether the article at `index` opens a noun phrase of its own right behind a noun.

    "worries [the] economy may shrink", "data showing [the] economy shrank", "told Hart [the] mill sold".
    """
    if document.words[index] != "the" or not document.words[index + 1][0].isalpha():
        return False
    before = document.lower[index - 1]
    return (
        before.isalpha()
        and before not in PREPOSITIONS
        and before not in DETERMINERS
        and before not in JOINING
        and not is_adverb(before)
        # "the group arranging the sale": the whole phrase is one.
        and (not before.endswith("ing") or before in TELLING)
        # "has doubled the loss": an object is no subject.
        and (before in FEARS or not (before.endswith("ed") or before in VERBS))
    )


def _after_time_ago(lower: list[str], first: int, last: int) -> int:
    """Return the token after "four years ago" or "a week earlier" at `first`, else `first`."""
    if TIMES_AGO.isdisjoint(lower[first + 1 : first + 8]):
        return first
    for index in range(first + 1, min(last, first + 8)):
        if lower[index] in ("ago", "earlier", "later") and lower[index - 1].rstrip("s") in TIME_SPANS:
            return index + 1
    return first


def _after_fronted(document: Document, first: int, last: int) -> int:
    """Return where the subject begins after an adverbial without a comma, 0 where none does.

    "In the north the firm", "Between May and July it": an article or a pronoun that no preposition or
    conjunction governs.
    """
    lower = document.lower
    for index in range(last - 1, first + 1, -1):
        if lower[index] not in SUBJECT_OPENERS:
            continue
        before = lower[index - 1]
        if (
            before not in PREPOSITIONS
            and before not in ("and", "or", "&", "both", "all")
            and (before[0].isalnum() or before in "'’")
        ):
            return index
    # "In its latest review Acme": a name that the adverbial's noun does not begin.
    index = last
    while index > first + 2 and document.words[index - 1][0].isupper():
        index -= 1
    before = lower[index - 1]
    # "At Hart Mills": the name is all of it.
    noun = before[0].isalpha() and before not in PREPOSITIONS and before not in DETERMINERS
    noun = noun and document.words[index - 1] == before
    return index if index < last and noun and before not in ("and", "or") else 0


def _opens_adverbial(lower: list[str], first: int, last: int, final: bool) -> bool:
    """Whether a piece begins with a participle or an adverb that does not belong to a noun after it."""
    if not (lower[first].endswith("ing") or is_adverb(lower[first])) or lower[first] in MEASURES:
        return False
    after = lower[first + 1] if first + 1 < last else ""
    if final and not after and lower[first].endswith("ing"):
        return False
    return not final or not after or after in DETERMINERS or after in PREPOSITIONS or not after[0].isalpha()


EMPTY_TIME: Final = frozenset("the a this that same of to and".split())


TIME_WORDS: Final = CALENDAR | frozenset(
    """the this that last past previous first second third fourth final full half quarter quarters month
    months year years week day days time period same early late mid end fiscal following next six nine
    three two
    twelve of to and a earlier later ago""".split()
)


REAL_TIME: Final = TIME_WORDS - EMPTY_TIME
