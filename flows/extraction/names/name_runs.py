"""Runs of capitalised words: where a proper name may stand, before anything is known about it."""

from typing import Final

from flows.extraction.text.common_words import COMMON_WORDS
from flows.extraction.text.document import ABBREVIATIONS, Document
from flows.extraction.text.name_words import CALENDAR, INSTITUTIONAL, NUMBERED, OF_HEADS, PARTICLES

HYPHENS: Final = frozenset("-‐‑–")
OPENING: Final = frozenset("\"“‘'([•*—:-")
# Behind a code: of a currency ("NT$"), of what is traded ("EUR=").
MARKS_OF_CODES: Final = frozenset(("$", "="))
FOR_HEADS: Final = INSTITUTIONAL | OF_HEADS
MAX_RUN: Final = 14
HEADLINE_SHARE: Final = 0.72


def headline_sentences(document: Document, capitals: list[int]) -> set[int]:
    """Return the sentences in headline style (Title Case or ALL CAPS), where a capital says nothing.

    Counted are words of four letters and more; numbers and short words are written alike in both styles.
    """
    counts: dict[int, int] = {}
    words = document.words
    sentence, last = -1, 0
    for index in capitals:
        while index >= last:
            sentence += 1
            last = document.sentences[sentence][1]
        if len(words[index]) > 3:
            counts[sentence] = counts.get(sentence, 0) + 1
    headlines = set()
    for sentence, count in counts.items():
        first, last = document.sentences[sentence]
        if count < 3 or count * 6 < (last - first):
            continue
        long = sum(1 for word in words[first:last] if len(word) > 3 and word[0].isalpha())
        if count >= HEADLINE_SHARE * long and words[last - 1] != ".":
            headlines.add(sentence)
    return headlines


def is_ticker(document: Document, index: int, last: int) -> int:
    """Return the end of a code at `index` ("7203.T", ".SPX", "CL=F", the "HK" of "HK$"), or 0."""
    words = document.words
    if index + 1 < last and words[index + 1] in MARKS_OF_CODES and document.joined(index + 1):
        return index + 1
    if (
        index + 2 < last
        and words[index + 1] == "."
        and document.joined(index + 1)
        and document.joined(index + 2)
        and words[index + 2].isupper()
        and len(words[index + 2]) <= 2
        and (words[index][:2].isupper() or words[index].isdigit() or len(words[index]) == 1)
    ):
        return index + 3
    if index and words[index - 1] == "." and document.joined(index) and not document.joined(index - 1):
        return index + 1
    return 0


def run_end(document: Document, first: int, last: int) -> int:
    """Return the end of the run of name words that begins at token `first`; the sentence ends at `last`."""
    words, lower = document.words, document.lower
    last = min(last, first + MAX_RUN)
    index = first + 1
    while index < last:
        word = words[index]
        following = words[index + 1] if index + 1 < last else ""
        if word != lower[index]:
            if lower[index] in CALENDAR and lower[index] != "may":
                break
            if is_ticker(document, index, last):
                break
            if _leaves_capitals(words, first, index):
                break
            index += 1
        elif word in HYPHENS and document.joined(index) and following and document.joined(index + 1):
            if following == lower[index + 1] and not following.isdigit():
                break
            index += 2
        elif word in ("&", "/") and following != following.lower():
            index += 2
        elif word == "." and document.joined(index) and _abbreviates(document, index, last):
            index += 1
        elif lower[index] in ("of", "for", "and"):
            end = _joins(document, first, index, last)
            if not end:
                break
            index = end
        elif lower[index] in PARTICLES and (end := _particles_end(document, index, last)):
            index = end
        elif word[0].isdigit() and _numbers_name(document, index, last):
            index += 1
        else:
            break
    return index


def _particles_end(document: Document, index: int, last: int) -> int:
    """Return the end of "van der Berg"'s particles and the capital after them, 0 without a capital."""
    while index < last and document.lower[index] in PARTICLES:
        index += 1
    return index + 1 if index < last and document.words[index] != document.lower[index] else 0


def _leaves_capitals(words: list[str], first: int, index: int) -> bool:
    """Whether a cross heading in capitals ends before `index`: "SHARES SLIDE ON OUTLOOK Acme fell"."""
    if index - first < 2 or words[index].isupper():
        return False
    return all(word.isupper() and len(word) > 1 for word in words[index - 2 : index]) and not any(
        word.islower() or not word.isupper() for word in words[first:index]
    )


def _abbreviates(document: Document, index: int, last: int) -> bool:
    """Whether the full stop at `index` belongs to an abbreviation inside a name ("Co. of", "J. Smith")."""
    before = document.lower[index - 1]
    if index + 1 >= last or not (before in ABBREVIATIONS or len(before) == 1):
        return False
    if len(before) == 1 and index > 1 and document.words[index - 2] == "/":
        # "I/B/E/S. Acme sold": the end of a sentence.
        return False
    following = document.words[index + 1]
    if following != document.lower[index + 1]:
        return not is_ticker(document, index + 1, last)
    return following in ("of", "&")


def _joins(document: Document, first: int, index: int, last: int) -> int:
    """Return where a name goes on after "of", "for" or "and" at `index`, or 0 where it ends."""
    words, lower = document.words, document.lower
    after = index + 1
    if after < last and lower[after] == "the":
        after += 1
    if after >= last or words[after] == lower[after] or lower[after] in CALENDAR:
        return 0
    before = index - 1
    if words[before] == "." and before > first:
        before -= 1
    if lower[index] == "of":
        return after + 1 if lower[before] in OF_HEADS else 0
    if lower[index] == "for":
        return after + 1 if lower[before] in FOR_HEADS else 0
    # "Food and Drug Administration": two things only an institution at the end holds together.
    end = after
    while end < last and words[end] != lower[end]:
        end += 1
    if end - after >= 2 and lower[end - 1] in INSTITUTIONAL and index - first == 1:
        return end
    return (
        end
        if lower[before] == "centers"
        or ({"of", "for"} & set(lower[first:index]) and lower[end - 1] in INSTITUTIONAL)
        else 0
    )


def _numbers_name(document: Document, index: int, last: int) -> bool:
    """Whether the digits at `index` belong to the name before them: "Model 3", "3 Series", "A 380"."""
    word = document.words[index]
    if len(word) > 4 or not word.isdigit():
        return False
    if document.lower[index - 1] in NUMBERED:
        return not (len(word) == 4 and word[:2] in ("19", "20")) and document.words[index - 1] != "Group"
    following = document.words[index + 1] if index + 1 < last else ""
    return document.lower[index + 1 if following else index] in ("series", "class", "max", "plus")


def opens_sentence(document: Document, index: int) -> bool:
    """Whether a capital at `index` is due to its place: first of a sentence, a quotation or a bracket."""
    if index == document.sentences[document.sentence_at(index)][0]:
        return True
    return document.words[index - 1] in OPENING and not (
        document.joined(index) and document.joined(index - 1)
    )


def is_common(document_words: frozenset[str], lower: str) -> bool:
    """Whether a word is a common one: listed, or in lower case elsewhere in the document."""
    return lower in COMMON_WORDS or lower in document_words
