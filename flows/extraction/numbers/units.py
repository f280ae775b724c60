"""Units of measure and money beside a number, by the curated tables; nothing is composed or guessed.

The tables are compiled once for a `Reference`: unit phrases become token tuples under their first token, so
that
a look-up costs one dict access for the many tokens that begin no unit.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from flows.extraction.text.document import Document, tokenise
from schemas.reference import Reference


class Unit(NamedTuple):
    """What stands beside a number.

    Attributes:
        unit: English singular name, or the ISO 4217 code of money.
        code: UCUM or ISO 4217 code, None where there is none.
        kind: the kind of figure that it makes: money, percent, duration, measure, multiple.
        factor: the printed number times this is the value (a cent is a hundredth of its currency).
        choices: for a word that several currencies share ("francs"): their codes.
    """

    unit: str
    code: str | None
    kind: str
    factor: Decimal = Decimal(1)
    choices: tuple[str, ...] = ()


Phrases = dict[str, list[tuple[tuple[str, ...], Unit]]]


@dataclass(frozen=True, slots=True, eq=False)
class UnitTable:
    """The compiled tables.

    Attributes:
        words: phrases in lower case by first token, the longest first.
        symbols: the same, with the case as it stands.
        before: symbols of money that stand before an amount, by their last token.
        prefixes: the lower-case tokens that stand before the last one in those symbols ("us" of "US$").
        evidence: for each code that shares a word, the lower-case words of a text that speak for it.
        denominators: words that may follow "per" or "a", with the unit's name.
    """

    words: Phrases
    symbols: Phrases
    before: Phrases
    prefixes: frozenset[str]
    evidence: dict[str, frozenset[str]]
    denominators: dict[str, str]


_KINDS: Final = {"ratio": "percent", "ratio points": "percent", "time": "duration", "time months": "duration"}
_CENT: Final = Decimal("0.01")
# Written in small letters without being a word: "rmb 10", "usd 20".
_SMALL_CODES: Final = frozenset("usd eur gbp cad aud nzd hkd sgd rmb cny inr jpy chf dkk nok".split())
# What is bought, shared out or counted by the piece, beside the units of the table.
_PIECES: Final = (
    "share person head capita unit vehicle car passenger seat bottle pack packet bag box room night "
    "household "
    "family student pupil child user customer subscriber visitor patient employee worker inhabitant resident "
    "dollar euro game match hour race lap episode page piece ticket copy transaction click therm dozen cord "
    "sheet pair serving dose bed site plant well kg km mile million"
).split()
_RATE_DIMENSIONS: Final = frozenset(
    ("time", "time months", "mass", "volume", "length", "area", "energy", "power", "data")
)


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(tokenise(phrase).words)


def _add(phrases: Phrases, tokens: tuple[str, ...], unit: Unit, key: int = 0) -> None:
    listed = phrases.setdefault(tokens[key], [])
    if all(known != tokens for known, _ in listed):
        listed.append((tokens, unit))


@lru_cache(maxsize=8)
def unit_table(reference: Reference) -> UnitTable:
    """Compile the tables `units` and `currencies` of `reference`."""
    words: Phrases = {}
    symbols: Phrases = {}
    before: Phrases = {}
    evidence: dict[str, frozenset[str]] = {}
    denominators = {piece: piece for piece in _PIECES} | {"dlr": "dollar", "dlrs": "dollar"}
    for row in reference.rows("units"):
        kind = "multiple" if row["dimension"] == "multiple" else _KINDS.get(row["dimension"], "measure")
        unit = Unit(row["unit"], row["unit_code"] or None, kind)
        for phrase in filter(None, row["words"].split("|")):
            tokens = _tokens(phrase.lower())
            _add(words, tokens, unit)
            if len(tokens) > 1 and all(map(str.isalpha, tokens)):
                # "a 50-basis-point cut", "a 900-square-foot flat"
                _add(words, tuple(" - ".join(tokens).split()), unit)
            if row["dimension"] in _RATE_DIMENSIONS and " " not in phrase:
                denominators[phrase.lower()] = row["unit"]
        for symbol in filter(None, row["symbols"].split("|")):
            _add(symbols, _tokens(symbol), unit)
            if row["dimension"] in _RATE_DIMENSIONS and " " not in symbol:
                denominators.setdefault(symbol, row["unit"])
    shared: dict[str, list[str]] = {}
    for row in reference.rows("currencies"):
        code = row["unit_code"]
        unit = Unit(code, code, "money")
        minor = Unit(code, code, "money", _CENT)
        for symbol in filter(None, row["symbols"].split("|")):
            tokens = _tokens(symbol)
            _add(before, tokens, unit, -1)
            _add(symbols, tokens, unit)
            if symbol.lower() in _SMALL_CODES:
                _add(before, (symbol.lower(),), unit, -1)
                _add(symbols, (symbol.lower(),), unit)
        for phrase in filter(None, row["words"].split("|")):
            _add(words, _tokens(phrase.lower()), unit)
        for phrase in filter(None, row["minor_words"].split("|")):
            _add(words, _tokens(phrase), minor)
        for phrase in filter(None, row["dollar_words"].split("|")):
            for noun in ("dollar", "dollars", "dlrs", "dlr"):
                _add(words, (*_tokens(phrase), noun), unit)
            for noun in ("cent", "cents", "cts"):
                _add(words, (*_tokens(phrase), noun), minor)
            _add(before, (*_tokens(phrase), "$"), unit, -1)
        for phrase in filter(None, row["shared_words"].split("|")):
            shared.setdefault(phrase, []).append(code)
        if row["evidence"]:
            evidence[code] = frozenset(row["evidence"].split("|"))
    for word, codes in shared.items():
        name = word.removesuffix("s") if len(word) > 4 else word
        _add(words, (word,), Unit(name, None, "money", choices=tuple(codes)))
    for phrases in (words, symbols, before):
        for listed in phrases.values():
            listed.sort(key=lambda item: -len(item[0]))
    prefixes = frozenset(
        tokens[-2].lower() for listed in before.values() for tokens, _ in listed if len(tokens) > 1
    )
    return UnitTable(words, symbols, before, prefixes, evidence, denominators)


def _match(phrases: Phrases, tokens: list[str], index: int) -> tuple[Unit, int] | None:
    listed = phrases.get(tokens[index])
    if listed is None:
        return None
    for phrase, unit in listed:
        length = len(phrase)
        if length == 1 or tuple(tokens[index : index + length]) == phrase:
            return unit, index + length
    return None


def unit_before(table: UnitTable, document: Document, index: int) -> tuple[Unit, int] | None:
    """Return the money whose sign or code ends before token `index`, and the sign's first token."""
    words = document.words
    if index < 1 or (listed := table.before.get(words[index - 1])) is None:
        return None
    lower = document.lower
    if words[index - 1] == "PS" and not document.joined(index):
        # The pound sign as plain text spells it stands close: "PS40m".
        return None
    if words[index - 1] == "$" and index > 1 and words[index - 2] == "A" and not document.joined(index - 1):
        # "A $5 fee" begins with an article.
        return table.before["$"][-1][1], index - 1
    if (index < 2 or lower[index - 2] not in table.prefixes) and len(listed[-1][0]) == 1:
        return listed[-1][1], index - 1
    for phrase, unit in listed:
        first = index - len(phrase)
        if first < 0:
            continue
        if tuple(words[first:index]) == phrase:
            return unit, first
        # "cad$ 15", "us $ 150": codes of two letters and more in small letters; "a $" is an article.
        if (
            len(phrase) > 1
            and len(phrase[0]) > 1
            and tuple(lower[first:index]) == tuple(p.lower() for p in phrase)
        ):
            return unit, first
    return None


# A singular after a larger number is a noun of its own: "two cup finals", "three second-half goals".
_PLURAL_ONLY: Final = frozenset(
    "cup second pint mole minute bar stone bit pound point mark crown real".split()
)
_SPANS: Final = frozenset("day night hour week".split())
_RESOLUTIONS: Final = frozenset(("720", "1080", "1440", "2160", "4320"))
_PENCE: Final = frozenset("pence shares share stock".split())
_PRIMES: Final = frozenset(("'", "’", '"', "in"))
_NOT_AFTER_SYMBOL: Final = frozenset("-'’&/")


def unit_after(
    table: UnitTable, document: Document, index: int, *, digits: bool, one: bool, hyphen: bool
) -> tuple[Unit, int] | None:
    """Return the unit that begins at token `index`, right after a number, and the token after the unit.

    Args:
        table: the compiled tables.
        document: the text.
        index: the token after the number (and after a hyphen, where one joins them).
        digits: whether the number is written in digits; only these take symbols.
        one: whether the number is one (or a fraction of one), so that a singular noun fits.
        hyphen: whether a hyphen joins number and unit ("200-mile").
    """
    words, lower = document.words, document.lower
    if index >= len(words):
        return None
    if digits and words[index] in _PRIMES and (length := feet_or_inches(document, index)) is not None:
        return table.words[length[0]][-1][1], length[1]
    symbol = _match(table.symbols, words, index)
    if symbol is not None and _symbol_fits(document, index, symbol[1], digits, hyphen):
        word = _match(table.words, lower, index)
        return word if word is not None and word[1] > symbol[1] else symbol
    word = _match(table.words, lower, index)
    if word is None:
        return None
    name = lower[index]
    if name in _PLURAL_ONLY and not one and not hyphen and word[1] == index + 1:
        return None
    if name in _SPANS and not one and not hyphen and word[1] == index + 1 and _is_many(words[index - 1]):
        return None  # "412,000 day passes"
    if name == "p" and (not (digits and document.joined(index)) or _is_resolution(document, index)):
        return None
    return word


def _is_many(numeral: str) -> bool:
    """Whether so many days are nobody's: what is counted has its own noun."""
    return "," in numeral and numeral.replace(",", "").isdigit()


def _is_resolution(document: Document, index: int) -> bool:
    """Whether "1080p" names a picture: nothing in the text speaks of prices in pence."""
    if document.words[index - 1] not in _RESOLUTIONS:
        return False
    return "£" not in document.text and _PENCE.isdisjoint(document.small_words())


_INVERSE: Final = [[minus, "1"] for minus in "-−‐‑"]
_LONE_LETTERS: Final = frozenset("mgKWVNJhstLlCF")


def joined_kelvin(document: Document, index: int) -> bool:
    """Whether "K" right after digits is kelvin: a temperature was spoken of just before."""
    return bool(
        {"°", "celsius", "temperature", "temperatures", "kelvin", "cryogenic"}
        & set(document.lower[max(0, index - 14) : index])
    )


_BODY: Final = frozenset(
    "thick wide long tall high deep diameter across in length width height screen".split()
)
# How many characters back a quotation may have been opened.
_MOST_BACK: Final = 2000
_EXTENTS: Final = frozenset("altitude height depth width length distance".split())


def feet_or_inches(document: Document, index: int) -> tuple[str, int] | None:
    """Read the prime marks of lengths: 6' 2", 10" long."""
    words = document.words
    mark = words[index]
    after = document.lower[index + 1] if index + 1 < len(words) else ""
    if mark == "in" and (
        after in _BODY - {"in"} or (after in ("", ".", ")", "x", "×") and index + 2 >= len(words))
    ):
        return "inch", index + 1
    if mark == '"' and (
        after in _BODY
        or after in ("x", "×")
        or index + 1 == len(words)
        or (document.joined(index) and _opens_nothing(document, index))
    ):
        return "inch", index + 1
    inches_follow = after.isdecimal() and index + 2 < len(words) and words[index + 2] in ('"', "”")
    told = index > 2 and document.lower[index - 2] == "of" and document.lower[index - 3] in _EXTENTS
    if mark in "'’" and document.joined(index) and (inches_follow or after in _BODY or told):
        return "foot", index + 1
    return None


def _opens_nothing(document: Document, index: int) -> bool:
    """Whether the mark at `index` closes no quotation: the mark before it opened none."""
    text, start = document.text, document.starts[index]
    last = text.rfind('"', max(0, start - _MOST_BACK), start)
    after = document.words[index + 1]
    opened = last == 0 or (last > 0 and not text[last - 1].isalnum() and text[last - 1] not in ".,!?;:)'")
    return not opened and (after[0].isalnum() or after in "-,.)")


def _symbol_fits(document: Document, index: int, last: int, digits: bool, hyphen: bool) -> bool:
    words = document.words
    name = words[index]
    if not name[0].isalpha() or name in ("Rs",):
        return True
    if name == "K" and joined_kelvin(document, index):
        return True
    if name == "pc":
        return document.joined(index)
    if not digits:
        return len(name) > 2 and name.isupper()
    if last - index > 1 or len(name) > 1:
        if name in (
            "ct",
            "bus",
            "gr",
            "gm",
            "mo",
            "mos",
            "pt",
            "ins",
            "sec",
            "cf",
            "mb",
            "mt",
            "kt",
            "us",
            "ms",
        ):
            return document.joined(index) or hyphen
        return True
    if last < len(words) and words[last] == "/" and document.joined(last):
        return True
    if is_inverse(document, last):
        return True
    if hyphen:
        return name in "mgWVLlCFhAt"
    joined = document.joined(index)
    after = words[last] if last < len(words) else ""
    if joined:
        # "5G", "3D", "4K" are names; decades and magnitudes were read before.
        return name not in "GDKTBMA" and not (after in _NOT_AFTER_SYMBOL and after and document.joined(last))
    if name not in _LONE_LETTERS:
        return False
    return not after or (not after[0].isupper() and after not in _NOT_AFTER_SYMBOL)


def is_inverse(document: Document, index: int) -> bool:
    """Whether the exponent of an inverse unit begins at token `index`: "12 s-1"."""
    return (
        document.words[index : index + 2] in _INVERSE
        and document.joined(index)
        and document.joined(index + 1)
        and not (
            index + 2 < len(document.words)
            and document.joined(index + 2)
            and document.words[index + 2][0].isalnum()
        )
    )


def denominator(table: UnitTable, document: Document, index: int) -> tuple[str, int] | None:
    """Return the name of what a rate is per, where token `index` names it, and the token after it."""
    if index >= len(document.words):
        return None
    lower = document.lower
    if lower[index] == "class" and index + 2 < len(lower) and len(lower[index + 1]) == 1:
        index += 2  # "per Class A share"
    name = table.denominators.get(lower[index]) or table.denominators.get(document.words[index])
    if name is None:
        return None
    if index + 1 < len(lower) and lower[index] in ("square", "cubic"):
        return None
    return name, index + 1


def settle_currency(table: UnitTable, unit: Unit, lower: frozenset[str]) -> Unit:
    """Return the currency that a shared word ("francs") means in a text with the words `lower`.

    The one with most witnesses in the text; without a single best one the word stays, without a code. A word
    that only one currency has ("marks", behind a magnitude) needs none.
    """
    scores = sorted(
        ((len(table.evidence.get(code, frozenset()) & lower), code) for code in unit.choices), reverse=True
    )
    if len(scores) == 1 or (scores and scores[0][0] > scores[1][0]):
        return Unit(scores[0][1], scores[0][1], "money", unit.factor)
    return Unit(unit.unit, None, "money", unit.factor)
