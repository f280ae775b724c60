"""An article as words with their places: the one form of text that all rules read.

The text is never rewritten. A token is known by its index; parallel lists hold what rules ask for, so
that reading a neighbour costs an index and not an object. All ranges are half-open: tokens
``[first, last)``, characters ``[start, end)``.
"""

import re
from bisect import bisect_right
from typing import Final

TOKEN: Final = re.compile(
    r"""[A-Za-z][a-z]*+(?![^\W_]|['’.])      # the many plain words, at once
      | \d+(?:[.,٬٫，]\d+|['’]\d{3}(?!\d))*              # digits with separators: 455,249,190  2.7  1,23,456
      | (?<![\w.,)\u200b-\u200d\u2060])\.\d+             # .08
      | (?=[A-Z])
          (?:US|USD|EUR|GBP|AUD|CAD|NZD|HKD|SGD|JPY|CHF|SEK|NOK|DKK|INR|CNY|RMB|ZAR|BRL|MXN|RUB|KRW|PLN|THB
          |MYR|IDR|PHP|TWD|Rs|RM|Rp|NT|[NSDF]Kr|[NSD]kr|[SFB]Fr|Sfr|DM|Rmb|Dhs?|Won|Bt|K[Ss]h
          |PS(?=[\d.]{1,9}(?:m|bn)\b)|[A-Za-z]{1,3}(?=\d{1,4}\.\d{1,3}(?:bn|m|tn)\b)
          )(?=\d)  # a code glued to its amount: EUR50m
      | (?<=\$)(?:A|C|S|AU|NZ|HK)(?=\d)
      | (?:[^\W\d_]\.){2,}           # U.S.  Z.E.  a.m.
      | [^\W\d_][^\W_]*(?:(?<=\d)(?:\.\d+|,\d{3}(?!\d))|['’](?![sS]\b)[^\W\d_]+)*
                                     # words, e-mail's parts, NV200, PM2.5, R1,200, isn't
      | ['’][sS]\b                   # the possessive is a token of its own
      | \.\.\.|--|[^\w\s]|_          # every other mark, one by one
    """,
    re.VERBOSE,
)
# Most tokens are a plain word with white space behind it, or a mark that begins nothing: these come first.
_PIECE: Final = re.compile(rf"[^\w\s.'’-]\s*+ | \.\s++ | (?:{TOKEN.pattern})\s*+", re.VERBOSE)
# A full stop after these ends no sentence.
ABBREVIATIONS: Final = frozenset(
    """mr mrs ms dr prof sir st jr sr gen col sen rep gov lt capt inc corp co ltd plc cos no nos vs v jan feb
    mar apr jun jul aug sep sept oct nov dec approx est al fig ca cf vol""".split()
)
LEGAL: Final = frozenset("inc corp co ltd plc cos".split())
CLOSING: Final = frozenset("\"'”’)]»")
# What may end a sentence or a paragraph: a line end, one of the marks before white space, or a full stop
# between words. It begins with one set of characters, since a search then leaps over all others.
_EDGE: Final = re.compile(r"""[.!?"'”’)\]»\n](?:(?=\s)|(?<=\n)|(?<=[a-z\d%)][a-z\d%)]\.)(?=[A-Z][a-z]))""")
# A longer sentence is a table or a list without full stops.
MOST_TOKENS: Final = 300


class Document:
    """A tokenised text.

    Attributes:
        text: the stored text, as given.
        words: the tokens as they stand.
        lower: the tokens in lower case.
        starts, ends: character offsets of each token in `text`.
        sentences: token ranges, in order, that cover all tokens; `sentence_firsts` where they begin.
        paragraphs: token ranges of paragraphs (split at line ends that end a thought).
    """

    def __init__(
        self,
        text: str,
        words: list[str],
        lower: list[str],
        starts: list[int],
        ends: list[int],
        sentences: list[tuple[int, int]],
        paragraphs: list[tuple[int, int]],
    ) -> None:
        self.text = text
        self.words = words
        self.lower = lower
        self.starts = starts
        self.ends = ends
        self.sentences = sentences
        self.paragraphs = paragraphs
        self.sentence_firsts = [first for first, _ in sentences]
        # Where the clauses of a sentence end, by its first token (`clause_breaks`).
        self.breaks: dict[int, list[int]] = {}
        # The indices that are no stock market's, once somebody asks (`indices`).
        self.indices: dict[int, tuple[int, int]] | None = None
        # The classes of the tokens' words, and whose tables told them (`word_classes`).
        self.marks = b""
        self.marked_by: object = None
        self._sentence_of: list[int] = []
        self._small: frozenset[str] | None = None
        self._vocabulary: frozenset[str] | None = None
        self._vocabularies: list[frozenset[str]] = []

    def small_words(self) -> frozenset[str]:
        """Return a set that holds a word in lower case where it stands so in the text."""
        if self._small is None:
            # A word in lower case is among all words only where it stands so.
            self._small = frozenset(self.words)
        return self._small

    def vocabulary(self) -> frozenset[str]:
        """Return the words of the text in lower case: what a rule needs is missing in most texts."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.lower)
        return self._vocabulary

    def vocabulary_of(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence in lower case, gathered once for all rules that look for theirs."""
        return self.vocabularies()[sentence]

    def vocabularies(self) -> list[frozenset[str]]:
        """Return the words of each sentence in lower case."""
        if not self._vocabularies:
            lower = self.lower
            self._vocabularies = [frozenset(lower[first:last]) for first, last in self.sentences]
        return self._vocabularies

    def sentence_at(self, token: int) -> int:
        """Return the index of the sentence that holds `token`."""
        if not self._sentence_of:
            for number, (first, last) in enumerate(self.sentences):
                self._sentence_of += [number] * (last - first)
            # The end of the text belongs to its last sentence.
            self._sentence_of.append(len(self.sentences) - 1)
        return self._sentence_of[token]

    def begins_sentence(self, token: int) -> bool:
        """Whether a sentence or a line of its own begins at `token`, so that nothing before reaches to it."""
        return self.sentences[self.sentence_at(token)][0] == token

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the character range of tokens ``[first, last)``."""
        return self.starts[first], self.ends[last - 1]

    def quote(self, first: int, last: int) -> str:
        """Return the text of tokens ``[first, last)`` as it stands."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def joined(self, token: int) -> bool:
        """Whether `token` follows its predecessor without white space."""
        return token > 0 and self.starts[token] == self.ends[token - 1]


def tokenise(text: str) -> Document:
    """Split `text` into tokens, sentences and paragraphs, in one pass and linear time."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for part in text.split(" "):
        if part.isalpha():
            # Two thirds of the tokens: no pattern need look at them.
            words.append(part)
            starts.append(at)
            at += len(part)
            ends.append(at)
        else:
            # The pieces, a token with the white space after it each, cover what is left without a gap, so
            # that their lengths give all offsets.
            at += len(part) - len(part.lstrip())
            for piece in _PIECE.findall(part):
                word = piece.rstrip()
                words.append(word)
                starts.append(at)
                ends.append(at + len(word))
                at += len(piece)
        at += 1
    # One object for both where they are equal: hashed once, and half as much to drop.
    lower = [word if (small := word.lower()) == word else small for word in words]
    sentences, paragraphs = _boundaries(text, words, lower, starts, ends)
    return Document(text, words, lower, starts, ends, sentences, paragraphs)


def _boundaries(
    text: str, words: list[str], lower: list[str], starts: list[int], ends: list[int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    first_of_sentence = first_of_paragraph = 0
    count = len(words)
    index = 0
    for found in _EDGE.finditer(text):
        before = index
        index = bisect_right(starts, found.start(), before)
        if index == before or not 0 < index < count:
            # The same gap once more, or the text's own edge.
            continue
        gap_start, gap_end = ends[index - 1], starts[index]
        if gap_start == gap_end and words[index - 1] != ".":
            continue
        gap = text[gap_start:gap_end]
        if "\n" in gap and (
            gap.count("\n") > 1
            or words[index - 1] in ".!?:;"
            or not (
                words[index][0].islower()
                or lower[index - 1] in GOES_ON
                or _is_wrapped(text, gap_start, gap_end)
            )
        ):
            if first_of_sentence < index:
                _close(sentences, words, first_of_sentence, index)
            paragraphs.append((first_of_paragraph, index))
            first_of_sentence = first_of_paragraph = index
        elif _ends_sentence(words, lower, first_of_sentence, index):
            _close(sentences, words, first_of_sentence, index)
            first_of_sentence = index
    if count:
        _close(sentences, words, first_of_sentence, count)
        paragraphs.append((first_of_paragraph, count))
    return sentences, paragraphs


def _close(sentences: list[tuple[int, int]], words: list[str], first: int, last: int) -> None:
    """Append the sentence ``[first, last)``, in parts where it is longer than any sentence is.

    Tables and lists in running text have no full stop. Rules look as far as their sentence goes: the cap
    keeps them linear in the text.
    """
    if words[first].isupper() and (heading := _heading_end(words, first, last)):
        sentences.append((first, heading))
        first = heading
    while last - first > MOST_TOKENS:
        cut = first + MOST_TOKENS
        for at in range(cut - 1, cut - MOST_TOKENS // 3, -1):
            if words[at] in ";:," and not (words[at] == "," and words[at + 1][0].isdecimal()):
                cut = at + 1
                break
        sentences.append((first, cut))
        first = cut
    sentences.append((first, last))


def _heading_end(words: list[str], first: int, last: int) -> int:
    """Return where a heading in capitals ends that ran into its sentence: "PRICES FALL Acme said"; else 0."""
    end, long = first, 0
    while end < last and words[end].isupper():
        long += len(words[end]) > 3
        end += 1
    ran_in = long > 1 and end + 3 < last and words[end][0].isupper() and words[end][1:2].islower()
    return end if ran_in else 0


def _is_wrapped(text: str, line_end: int, next_start: int) -> bool:
    """Whether a lone line end only wraps a sentence: both lines have the length of a wrapped column.

    A heading is shorter, and the paragraph under it is one long line.
    """
    next_end = text.find("\n", next_start)
    following = (len(text) if next_end < 0 else next_end) - next_start
    return 45 <= line_end - text.rfind("\n", 0, line_end) <= 120 and following <= 120


def _ends_sentence(words: list[str], lower: list[str], first: int, index: int) -> bool:
    """Whether a sentence ends before token `index`, which white space precedes."""
    mark = index - 1
    while mark > max(first, index - 6) and words[mark] in CLOSING:
        mark -= 1
    if words[mark] in ("!", "?"):
        return True
    begins = words[index][0]
    if begins.islower() or begins in ",;:)":
        return False
    if words[mark] == ".":
        before = lower[mark - 1] if mark > first else ""
        if before in LEGAL and lower[index] in SENTENCE_OPENERS:
            # "It bought Acme Corp. The price was"
            return True
        # An initial ends none; the last letter of "I/B/E/S.", of "£40m." and of a stock code, "VLT.N.", do.
        is_initial = len(before) == 1 and before.isalpha() and words[mark - 2] != "/"
        if is_initial and words[mark - 1].islower() and words[mark - 2][-1:].isdigit():
            is_initial = False
        if is_initial and words[mark - 2] == "." and len(words[mark - 3]) > 1 and words[mark - 3].isupper():
            is_initial = False
        return before not in ABBREVIATIONS and not is_initial
    # "in the U.S. The company": an abbreviation that also ends the sentence.
    return words[mark].endswith(".") and len(words[mark]) > 1 and lower[index] in SENTENCE_OPENERS


# No heading ends with one of these.
GOES_ON: Final = frozenset(", ( - & the a an of in on at by for from to with and or mr mrs ms dr sir".split())
SENTENCE_OPENERS: Final = frozenset(
    """the a an this that these those it its he she they we but and in on at for last after before while when
    if as since there however""".split()
)
