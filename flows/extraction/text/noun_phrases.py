"""Small noun phrases beside a number, found without a parser: runs of words between function words."""

from collections.abc import Collection
from typing import Final

from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS
from flows.extraction.text.document import Document

# Words that end a noun phrase: prepositions, conjunctions, determiners, pronouns, auxiliaries, adverbs.
FUNCTION_WORDS: Final = frozenset(
    """a an the this that these those of in on at to for from by with without into onto over under
    per than as about around between among across through throughout during since until before
    after against within outside inside near off out up down and or but nor so yet if when while
    where who whom whose which what because although though whether is are was were be been
    being am has have had having do does did doing will would can could may might must shall
    should it its he she they them their his her our we you your i my us him me not no only just
    also still even already now then today here there more most less least fewer much many some
    any each every all both either neither such other another same own very too said says say
    according compared respectively including excluding followed versus vs however meanwhile ago
    earlier later last next past previous prior year years month months week weeks day days
    quarter quarters january february march april june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday percent pct cent million
    billion mln bln thousand trillion total new record nearly almost roughly approximately
    estimated average overall combined further mere alone worldwide globally nationwide
    yesterday tomorrow annual monthly quarterly yearly latest below above beyond despite first
    second third fourth half one two three four five six seven eight nine ten amid amidst thanks toward
    towards via unlike ahead originally moving""".split()
)
COPULAS: Final = frozenset(
    """was were is are be been totalled totaled totalling totaling reached reach reaches stood
    stands stand standing averaged averages averaging amounted amounting came hit hits exceeded
    exceeds exceed topped tops remained remains remain equalled equals numbered numbers broke
    breached crossed ran runs passed surpassed ended closed became seen at""".split()
)

# Common verbs in their plain and third-person forms: no part of a noun phrase before a noun.
VERBS: Final = frozenset(
    """exclude excludes accept accepts achieve achieves add adds aim aims allow allows announce
    announces ask asks be become becomes beat beats began begin begins bring brings brought came
    carry carries cause causes claim claims come comes consider considers continue continues
    create creates decide decides deliver delivers earn earns enjoy enjoys ensure ensures
    estimate estimates expect expects face faces feel feels find finds follow follows gave get
    gets give gives go goes got grow grows had has have help helps hold holds hope hopes include
    includes keep keeps knew know knows led leave leaves left let lets like likes live lives
    lose loses made make makes mean means meet meets need needs offer offers own owns paid pay
    pays plan plans post posts predict predicts produce produces project projects prove proves
    provide provides put puts raise raises reach reaches receive receives remain remains report
    reports request require requires run runs said saw say says see seek seeks seem seems sees
    sell sells sent set sets show shows sold spend spends stand stands start starts stay stays
    take takes tell tells think thinks told took try tries turn turns used uses want wants warn
    warns went win wins won work works write writes reflect reflects forecast forecasts target
    targets hit hits drive drives generate generates contribute contributes listen listens watch
    watches read reads travel travels believe believes agree agrees broke""".split()
)


def is_word(word: str) -> bool:
    """Whether a lower-case token is a word that may stand in a noun phrase."""
    return word[:1].isalpha() and word not in FUNCTION_WORDS


def phrase_after(document: Document, token: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that starts at `token`: up to four words, hyphens inside."""
    lower = document.lower
    end = token
    while end < last and end - token < 6:
        word = lower[end]
        if word == "-" and end > token:
            end += 1
            continue
        if not is_word(word) or (end > token and (word in CHANGE_VERBS or word in COPULAS)):
            break
        end += 1
    while end > token and lower[end - 1] == "-":
        end -= 1
    return (token, end) if end > token else None


def counted_noun(document: Document, token: int, last: int) -> tuple[int, int] | None:
    """Return the phrase from `token` to its first plural noun: "[electric-car sales] in May"."""
    lower = document.lower
    phrase = phrase_after(document, token, last)
    if phrase is None:
        return None
    for index in range(phrase[0], phrase[1]):
        word = lower[index]
        if (
            word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2
        ) or word in IRREGULAR_PLURALS:
            return phrase[0], index + 1
    return None


IRREGULAR_PLURALS: Final = frozenset(
    """people men women children staff crew troops police aircraft cattle sheep fish data ev""".split()
)


# How far behind its first auxiliary a verb may stand: "has also fallen".
AUXILIARY_REACH: Final = 4


def subject_before(
    document: Document,
    first: int,
    token: int,
    verb: int | None = None,
    inserted: Collection[tuple[int, int]] = (),
) -> tuple[int, int] | None:
    """Return the noun phrase before the verb nearest to the left of `token`: "[spending] on roads rose 3".

    What is `inserted` before that verb is left out. Names are no measure: a phrase whose head is capitalised
    inside a sentence gives None.
    """
    lower, words = document.lower, document.words
    for index in range(token - 1, max(first, token - 14) - 1, -1):
        if verb is not None or lower[index] in (";", ":"):
            break
        if lower[index] in CHANGE_VERBS or lower[index] in COPULAS:
            verb = index
    if verb is None:
        return None
    for begin, end in inserted:
        if end <= verb < end + AUXILIARY_REACH:
            verb = begin
            break
    start = verb
    while start > first and verb - start < 10:
        word = lower[start - 1]
        if word in (",", ";", ":", "(", ")", '"', "“", "”", "-") and word != "-":
            break
        if word in ("that", "said", "says", "and", "while", "but", "as", "after", "which", "who", "where"):
            break
        start -= 1
    index = start
    while index < verb and (
        not is_word(lower[index]) or lower[index] in VERBS or lower[index].endswith("ed")
    ):
        index += 1
    end = index
    while end < verb and (is_word(lower[end]) or lower[end] == "-") and lower[end] not in CHANGE_NOUNS:
        if end > index and (lower[end] in VERBS or lower[end].endswith("ed")):
            break
        end += 1
    while end > index and lower[end - 1] in ("-", "--"):
        end -= 1
    if end == index:
        return None
    head = words[end - 1]
    if any(words[i][0].isupper() for i in range(max(index + 1, first + 1), end)):
        return None
    if head[0].isupper() and end - 1 > first:
        return None
    if words[end - 1][0].isupper() and end - 1 == first and not head.endswith("s"):
        return None
    while index < end - 1 and words[index][0].isupper():
        index += 1
    return counted_of(document, index, end, verb)


def counted_of(document: Document, first: int, last: int, stop: int) -> tuple[int, int]:
    """Return the phrase, or what it is the number of: "the number of [new viruses]"."""
    lower = document.lower
    if lower[last - 1] not in AMOUNTS or last + 1 >= stop or lower[last] != "of":
        return first, last
    token = last + 1
    while token < stop and not is_word(lower[token]):
        token += 1
    return phrase_after(document, token, stop) or (first, last)


AMOUNTS: Final = frozenset(
    """number numbers amount volume value count total proportion percentage level rate size""".split()
)
