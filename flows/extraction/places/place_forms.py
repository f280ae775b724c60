"""In which form one mention names a place: where something is, whose it is, or no place of figures."""

from typing import Final

from flows.extraction.dates.date_words import MONTHS
from flows.extraction.places.place_names import Mention
from flows.extraction.places.place_words import (
    AGENCIES,
    ARTICLES,
    COMPANIES,
    DEALINGS,
    DELIVERED,
    FLAT_SUPERLATIVES,
    LOCATIVES,
    NOT_NOUNS,
    PLACE_NOUNS,
    SEATED,
    STATISTIC_CODES,
    SUPERLATIVE_ENDING,
    TARIFFS,
    TRADES,
)
from flows.extraction.text.document import Document

POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))
ONE: Final = POSSESSIVES | {"a", "the"}
DATELINE_REACH: Final = 8
NOUN_REACH: Final = 5
# Behind these stands the other party of a deal.
PARTIES: Final = frozenset(("with", "to", "from", "against"))
OTHERS: Final = PARTIES | {"by", "into", "via", "between", "than", "over", "outside"}
# Nouns of what lies in a country.
KINDS: Final = frozenset("state province city town region island county port village district suburb".split())
# Tokens between "in" and "state of".
KIND_REACH: Final = 5
# A part of a company that is where its adjective says: "its Norwegian unit".
OWNERS: Final = POSSESSIVES | {"its", "their"}
UNITS: Final = frozenset(
    "unit units arm division business businesses operation operations subsidiary subsidiaries stores".split()
)
UNIT_REACH: Final = 4
# Between "in" and whose sales they are: "a 9 percent fall in its December U.S. sales".
BETWEEN: Final = (
    ARTICLES | frozenset(MONTHS) | {"its", "their", "monthly", "quarterly", "annual", "total", "overall"}
)
# What comes from a place is of it.
ORIGINS: Final = frozenset(
    "revenue revenues sales orders output production exports supply supplies shipments traffic".split()
)
# Tokens between tariffs and whose goods they are on.
TARIFF_REACH: Final = 12
# Tokens between a rank and "in the world".
RANK_REACH: Final = 7
# Tokens of the goods that go somewhere: "sales of vegetable protein meals to Norway".
GOODS_REACH: Final = 7
NO_RANKS: Final = frozenset(("latest", "interest", "forest", "harvest", "west", "northwest", "southwest"))
# These also count periods: "Norway's first-quarter exports".
ORDINARY: Final = frozenset(("first", "second", "third", "fourth", "fifth", "most"))
ORDINALS: Final = ORDINARY | {"sixth", "seventh", "eighth", "ninth", "tenth"}


def form_of(document: Document, mention: Mention, inside: set[int]) -> str:
    """Return the form of a mention (see `Group`); `inside` are the tokens of names that are no places."""
    lower, words = document.lower, document.words
    first, last, place = mention
    count = len(words)
    after = lower[last] if last < count else ""
    if place.role == "body":
        return "exchange" if place.type == "city" else "body"
    if place.type == "world":
        if (
            place.role == "name"
            and words[first][0].isupper()
            and words[last : last + 1]
            and words[last][0].isupper()
        ):
            # "The World Trade Center"
            return "skip"
        if first and words[first][0].isupper() and words[first - 1][0].isupper() and first in inside:
            # "Caesars World's shares"
            return "skip"
        if place.role == "demonym":
            if lower[first] != "global":
                return "adverb"
            if after == "benchmark":
                # Brent's price, not all the world's.
                return "skip"
            # "Global airlines" are all of them, "the global bank" is one.
            form = _noun_form(document, last)
            return (
                "adjective"
                if form in ("skip", "trade") and after.endswith("s") and lower[first - 1] not in ONE
                else form
            )
        if after in POSSESSIVES:
            following = lower[last + 1] if last + 1 < count else ""
            ranked = following.endswith(SUPERLATIVE_ENDING) or following in FLAT_SUPERLATIVES
            if following in COMPANIES and following.endswith("s"):
                # "The world's airlines": all of them.
                return "adjective"
            return "skip" if ranked else _possessive(document, last + 1)
        if after in PLACE_NOUNS or lower[last + 1 : last + 2] == ["market"]:
            # "The world seed market"
            return "adjective"
        return "in" if _locative(lower, first) and not _is_ranked_in(lower, first) else "skip"
    if _is_dateline(document, first, last):
        return "dateline"
    if place.type == "local":
        if after in POSSESSIVES and last + 1 < count and words[last + 1][0].isupper():
            # "In Acme's Boat Review": who publishes is no place.
            return "skip"
        if _is_seat(lower, first):
            return "skip"
        return "in" if _locative(lower, first) else "possessive"
    if first in inside and last - 1 in inside and not _locative(lower, first):
        begins = first - 1 not in inside and last not in inside
        if not begins:
            return "skip"
    if (
        after == "-"
        and last + 1 < count
        and lower[last + 1] in ("based", "born", "listed", "owned", "made", "led", "backed", "traded")
    ):
        return "skip"
    if place.role == "demonym" and first > 1 and lower[first - 1] == "of" and lower[first - 2] == "imports":
        # "Dutch imports of Danish boats" are Dutch.
        return "skip"
    if place.role == "demonym" and not TARIFFS.isdisjoint(lower[max(0, first - TARIFF_REACH) : first]):
        # "Tariffs on some $9 billion in Chinese goods" are of who levies them.
        return "skip"
    if place.role == "demonym" and first and lower[first - 1] == "on" and after in PLACE_NOUNS:
        return "in"
    if first and lower[first - 1] in OWNERS and not UNITS.isdisjoint(lower[last : last + UNIT_REACH]):
        return "in" if lower[max(0, first - 2)] in ("at", "in") else "adjective"
    if place.role == "name" and after in COMPANIES and after not in PLACE_NOUNS:
        # "The New York attorney"
        return "skip" if not _locative(lower, first) else "in"
    if after in ("based", "international") or _is_seat(lower, first):
        return "skip"
    if _locative(lower, first):
        if after in KINDS and lower[last + 1 : last + 2] == ["of"]:
            # "In the Norwegian province of Velta"
            return "skip"
        if place.type == "region" and _is_ranked_in(lower, first):
            return "skip"
        if last < count and words[last][0].isupper():
            # "A stake in Swedish Match"
            is_name = place.role == "demonym" and words[last].istitle() and first in inside
            return "skip" if is_name else "in"
        behind = lower[last + 1 : last + 4]
        if after in POSSESSIVES and behind and (_is_rank(behind[0]) or _is_rank_of(behind)):
            # "In Asia's third largest economy"
            return "skip"
        if after in POSSESSIVES and words[last + 1][0].isupper() and lower[last + 1] not in STATISTIC_CODES:
            # "Shares in Norway's Velta"
            return "skip"
        if place.is_capitals and after not in PLACE_NOUNS and _noun_form(document, last) == "skip":
            # "A stake in U.S. lamp maker Velta"
            return "skip"
        if place.role == "name" and after not in COMPANIES:
            return "in"
        form = _noun_form(document, last)
        # "In the Norwegian market"
        return "in" if form == "adjective" else form
    if after in POSSESSIVES:
        return _possessive(document, last + 1)
    if place.is_capitals and last < count and words[last][0].isupper() and is_party(lower, first):
        # "A surplus with the U.S. Hit 3 million": in old wire copy a stop is followed by a capital.
        return "skip"
    if lower[first:last] == ["west", "texas"]:
        # A sort of oil, not where it costs that.
        return "skip"
    if place.role == "demonym" or place.is_capitals or after in PLACE_NOUNS:
        if after not in NOT_NOUNS and (after.isalpha() or after == "-"):
            return _noun_form(document, last)
        if place.role == "demonym" and is_party(lower, first):
            # "A deal with the Danish": the other party.
            return "skip"
        if place.role == "demonym":
            return _noun_form(document, last + 2) if after == "and" else "bare"
    before = lower[first - 1] if first else ""
    if after == "(":
        return "bare"
    if before == "of" and first >= 2 and lower[first - 2] == "out":
        # "Moved out of London"
        return "skip"
    if before == "of" and first >= 2 and lower[first - 2] in KINDS and _is_inside(lower, first - 2):
        return "in"
    if before == "of" and first >= 2:
        # "sales of ... of France" tells whose, "the economy of France" where.
        return "skip" if words[first - 2][0].isupper() or words[first - 2] in (")", ">") else "possessive"
    if before in ("the", "-") and first >= 2 and lower[first - 2] == "of" and words[first - 3][0].isupper():
        return "skip"
    if before == "to" and _is_destination(lower, first - 1):
        return "in"
    word = first - 1 - (before == "the")
    if word > 0:
        # "Trade with the Soviet Union"
        before = lower[word]
    if before == "with" and lower[word - 1] == ",":
        # "With the U.S. in the lead at 9,000"
        return "bare"
    if before == "from" and not ORIGINS.isdisjoint(lower[max(0, first - 3) : first]):
        # "Revenue from Norway"
        return "in"
    if before in OTHERS and lower[last : last + 2] != [",", "where"]:
        # The other party of trade or talks: "exports to", "a deal with".
        return "skip"
    if before == "for":
        return "bare"
    if last < count and words[last][0].isupper() and after not in NOT_NOUNS and after.isalpha():
        return "skip"
    return "bare"


def _is_inside(lower: list[str], index: int) -> bool:
    """Whether "in" stands before a noun of places: "in the northern province of Velta"."""
    return any(word in LOCATIVES for word in lower[max(0, index - KIND_REACH) : index])


def is_party(lower: list[str], first: int) -> bool:
    """Whether a place is the other party: "with Norway", "from the Norwegian"."""
    before = lower[max(0, first - 2) : first]
    return not PARTIES.isdisjoint(before if before[-1:] == ["the"] else before[-1:])


def _is_seat(lower: list[str], first: int) -> bool:
    """Whether "in" or "at" before a place tells where somebody sits or spoke."""
    index = first - 1
    while index > 0 and lower[index] in ARTICLES:
        index -= 1
    if index <= 0 or lower[index] not in ("in", "at", "near", "outside"):
        return False
    before = lower[index - 1]
    if before == "office" and lower[index - 2] == "box":
        # Takings, not a seat.
        return False
    # "The largest maker in Norway" is still a company; "makers in Norway" may be counted.
    return before in SEATED or (before in COMPANIES and not before.endswith("s"))


def _is_destination(lower: list[str], index: int) -> bool:
    """Whether "to" at `index` tells where goods, loans or aid go: "sales of wheat to Norway".

    What is exported is of who exports it.
    """
    return not DELIVERED.isdisjoint(lower[max(0, index - GOODS_REACH) : index])


def _locative(lower: list[str], first: int) -> bool:
    index = first - 1
    while index >= 0 and lower[index] in BETWEEN:
        index -= 1
    return index >= 0 and lower[index] in LOCATIVES


def _noun_form(document: Document, index: int) -> str:
    """Return "adjective" before a noun of things and "skip" before a company, a person or a name."""
    lower, words = document.lower, document.words
    if index >= len(words):
        return "bare"
    if lower[index] == "-":
        index += 1
    for step in range(index, min(len(words), index + NOUN_REACH)):
        word = lower[step]
        if (word in COMPANIES or word.endswith(("maker", "makers"))) and not _is_of_trade(lower, step):
            return "trade" if _is_trade(document, step) else "skip"
        if word == "-":
            continue
        if word == "and" and step > index and _is_one_company(lower, step + 1):
            return "skip"
        if not word.isalpha() or word in NOT_NOUNS:
            break
        if step > index and words[step][0].isupper() and not words[step - 1][0].isupper():
            # "German steelmaker Acme": what the lower-case words call is the name behind them.
            return "skip"
        if words[step][0].isupper() and step == index and not words[step].isupper():
            # "Japanese Prime Minister"; after the full stop of "U.S." some old wire copy has a capital.
            is_full_stop = (
                lower[index - 1].endswith(".") and not words[min(step + 1, len(words) - 1)][0].isupper()
            )
            return "adjective" if is_full_stop else "skip"
    return "adjective"


def _is_trade(document: Document, index: int) -> bool:
    """Whether a noun means all of a country's companies, and names none: "Norway's biggest banks"."""
    lower, words = document.lower, document.words
    following = words[index + 1] if index + 1 < len(words) else "."
    return (lower[index] in TRADES or lower[index].endswith("makers")) and not following[0].isupper()


def _is_of_trade(lower: list[str], index: int) -> bool:
    """Whether a noun of companies only says what is traded or made: "the airline market"."""
    return index + 1 < len(lower) and lower[index + 1] in PLACE_NOUNS


def _is_one_company(lower: list[str], index: int) -> bool:
    """Whether a list of adjectives ends in one company's noun: "food and drinks firm"."""
    return any(word in COMPANIES and not word.endswith("s") for word in lower[index : index + 2])


def _is_rank(word: str) -> bool:
    """Whether a word ranks what it stands before: "biggest", "second"."""
    if word.endswith(SUPERLATIVE_ENDING) and word not in NO_RANKS:
        return True
    return word in FLAT_SUPERLATIVES and word not in ORDINARY


def _is_ranked_in(lower: list[str], first: int) -> bool:
    """Whether a place only says among how many something ranks: "the third biggest maker in the world".

    What sells best in a place is told of with its sales there.
    """
    before = lower[max(0, first - RANK_REACH) : first]
    return any(
        word.endswith(SUPERLATIVE_ENDING) and word != "best" and word not in NO_RANKS for word in before
    )


def _is_rank_of(words: list[str]) -> bool:
    """Whether words open with a rank of what they stand before: "fourth largest", "sixth-largest"."""
    ranked = words[2:] if words[1:2] == ["-"] else words[1:2]
    return words[0] in ORDINALS and any(word.endswith(SUPERLATIVE_ENDING) for word in ranked)


def _possessive(document: Document, index: int) -> str:
    lower, words = document.lower, document.words
    ranked = index < len(words) and (_is_rank(lower[index]) or _is_rank_of(lower[index : index + 3]))
    # "Africa's most-visited country"
    ranked = ranked or lower[index : index + 2] == ["most", "-"]
    for step in range(index, min(len(words), index + 5)):
        if words[step][0].isupper() and lower[step] not in STATISTIC_CODES:
            return "skip"
        is_company = lower[step] in COMPANIES and not _is_of_trade(lower, step)
        if is_company and _is_trade(document, step):
            return "trade"
        if is_company or (step == index and lower[step] in DEALINGS):
            return "skip"
        if not lower[step].isalpha() or lower[step] in NOT_NOUNS:
            break
    return "skip" if ranked else "possessive"


def _is_dateline(document: Document, first: int, last: int) -> bool:
    """Whether a place opens the text before its agency or a dash: "TOKYO (Reuters) -"."""
    start = document.sentences[document.sentence_at(first)][0]
    after = document.lower[last : last + 2]
    if len(after) == 2 and after[0] == "(" and after[1] in AGENCIES:
        return True
    if first - start > DATELINE_REACH or document.words[first] != document.words[first].upper():
        return False
    if document.lower[last : last + 1] == ["-"] and document.joined(last):
        # "US-led"
        return False
    following = document.lower[last : last + DATELINE_REACH]
    return any(word in ("reuters", "ap", "afp", "-", "--", "—", "–") for word in following) and (
        first == start or "," in document.lower[start:first] or "/" in document.lower[start:first]
    )
