"""The unit after a number, and what it is per: "12 kg", "half a mile", "$3 a barrel", "7 per 100,000"."""

from typing import Final

from flows.extraction.numbers.magnitudes import Magnitudes
from flows.extraction.numbers.number_forms import plain_digits
from flows.extraction.numbers.number_starts import CALENDAR
from flows.extraction.numbers.numeral import LARGE, Numeral
from flows.extraction.numbers.units import Unit, denominator, is_inverse, unit_after
from flows.extraction.text.noun_words import CLOSED, VERBS
from flows.extraction.text.number_words import SMALL, read_scales

# "per diluted share", "per common share": which shares, not what the amount is per.
_SHARES_OF: Final = frozenset("diluted basic common ordinary adjusted fully".split())
# "Seven for every 100,000 inhabitants" is a rate; "one for every three" is a share.
_MANY: Final = frozenset("1,000 10,000 100,000".split())
_NOT_RATE: Final = frozenset("earlier ago later before after on prior and-a-half old".split())
_OF_SPACE: Final = frozenset(("square", "cubic"))
# Currencies whose singular may as well be another noun.
_CURRENCIES: Final = frozenset("crown pound mark".split())
_MAGNITUDES: Final = frozenset(("million", "billion"))
_NOT_DENOMINATOR: Final = frozenset("million quarter second foot yard metre meter".split())


class Measures(Magnitudes):
    """Reads the unit of a number."""

    def _unit(self, numeral: Numeral, *, digits: bool) -> None:
        """Take the unit after the number, and what it is per."""
        last = numeral.last
        if last >= self.count or self.document.begins_sentence(last):
            return
        hyphen = (
            self.words[last] in "-‐‑"
            and self.document.joined(last)
            and (last + 1 < self.count and self.document.joined(last + 1))
        )
        at = last + 1 if hyphen else last
        if self.words[last] == "+" and self.word(last + 1) == "%" and digits:
            at = last + 1
        if not hyphen and self.words[last] == "-" and last + 1 < self.count and numeral.value != 1:
            # Texts of older agencies space the hyphen: "20 - year loans"; the noun is in the singular.
            loose = unit_after(self.table, self.document, last + 1, digits=False, one=False, hyphen=True)
            if (
                loose is not None
                and loose[0].kind in ("duration", "measure")
                and not self.word(loose[1] - 1).endswith("s")
            ):
                at, hyphen = last + 1, True
        one = abs(numeral.value) == 1 or numeral.form == "fraction" or self._is_told_in(numeral, at)
        found = unit_after(self.table, self.document, at, digits=digits, one=one, hyphen=hyphen)
        part = numeral.form == "fraction" or (self.word(last) == "of" and 0 < abs(numeral.value) < 1)
        if found is None and part:
            # "half a mile", "0.3 of a percentage point"
            at = self._over_article(last)
            found = (
                unit_after(self.table, self.document, at, digits=False, one=True, hyphen=hyphen)
                if at != last
                else None
            )
        if found is not None:
            unit, end = found
            if numeral.unit is not None:
                # "$200 dollars": the same money twice; a measure after money is another thing.
                if (
                    unit.kind == "money"
                    and self.words[at][0].isalpha()
                    and (unit.unit == numeral.unit.unit or unit.unit in ("dollar",))
                    and unit.factor == 1
                ):
                    numeral.last = end
            elif not (unit.kind == "money" and self._is_other_amount(end, at)) and not self._is_other_word(
                unit, at, end, numeral
            ):
                numeral.unit, numeral.last = self._whole_unit(unit, end)
                if unit.factor != 1:
                    numeral.value *= unit.factor
                    numeral.place -= 2
                    numeral.bare_place -= 2
        elif (
            numeral.unit is None
            and (digits or numeral.form == "words")
            and at < self.count
            and (wide := self._millions_of(at)) is not None
        ):
            numeral.unit = wide[0]
            self._scale(numeral, wide[1], at + 1)
        if (
            numeral.unit is not None
            and numeral.unit.kind == "money"
            and not numeral.power
            and not numeral.money_before
        ):
            more, end = read_scales(self.lower, numeral.last)
            if more:
                # "30 USD million"
                self._scale(numeral, more, end)
        if numeral.unit is None and self.word(numeral.last) in ("per", "a", "an", "for"):
            # "seven per 100,000", "12,000 a day": what is counted is said elsewhere.
            in_span = self.word(numeral.last) in ("per", "for")
            numeral.rate, numeral.last = self.per(numeral.last, in_span=in_span)
        if numeral.unit is not None and numeral.unit.kind != "percent":
            # A percentage a year stays a percentage: what it is per is part of what is measured.
            numeral.rate, numeral.last = self.per(numeral.last, in_span=True)
            if numeral.rate is not None and self.word(numeral.last) == "per":
                # "20 J/m2 per year"
                further, numeral.last = self.per(numeral.last, in_span=True)
                if further is not None:
                    numeral.rate = f"{numeral.rate} per {further}"

    def _is_told_in(self, numeral: Numeral, at: int) -> bool:
        """Whether a currency stands in the singular before what it is of: "a 300 million crown profit"."""
        word = self.word(at + 1)
        return (
            numeral.power >= LARGE
            and self.word(at) in _CURRENCIES
            and word[:1].isalpha()
            and word not in CLOSED
            and word not in VERBS
        )

    def _whole_unit(self, unit: Unit, end: int) -> tuple[Unit, int]:
        """Return a unit with its exponent ("12 s-1") or scale ("12 degrees on the Celsius scale")."""
        if unit.kind in ("measure", "duration") and is_inverse(self.document, end):
            code = f"/{unit.code}" if unit.code else None
            return unit._replace(unit=f"inverse {unit.unit}", code=code, kind="measure"), end + 2
        if unit.unit == "degree" and self.lower[end : end + 2] == ["on", "the"]:
            scale = self.table.words.get(self.word(end + 2), ())
            if scale and self.word(end + 3) == "scale":
                return scale[-1][1], end
        return unit, end

    def _millions_of(self, at: int) -> tuple[Unit, int] | None:
        """Read "MUSD", "MEUR", "KGBP": an amount's magnitude and currency in one word."""
        word = self.words[at]
        if len(word) != 4 or not word.isupper() or word[0] not in "MKB":
            return None
        for tokens, unit in self.table.before.get(word[1:], ()):
            if tokens == (word[1:],):
                return unit, {"K": 3, "M": 6, "B": 9}[word[0]]
        return None

    def _over_article(self, last: int) -> int:
        """Step over "a", "an", "of a" between a fraction and its measure: "half a mile"."""
        at = last
        if self.word(at) == "of":
            at += 1
            if self.word(at) not in ("a", "an", "one"):
                return last
            return at + 2 if self.word(at + 1) in ("us", "u.s.", "uk", "imperial") else at + 1
        return at + 1 if self.word(at) in ("a", "an") else last

    def _is_other_amount(self, end: int, at: int) -> bool:
        """Whether a currency sign after a number belongs to the next one: "10 $30"."""
        return (
            not self.words[at][0].isalpha()
            and end < self.count
            and self.words[end][0].isdecimal()
            and self.document.joined(end)
        )

    def _is_other_word(self, unit: Unit, at: int, end: int, numeral: Numeral) -> bool:
        """Whether a unit's word is here a word of its own."""
        word = self.lower[at]
        if unit.choices and word in ("won", "real", "mark", "marks", "crown", "crowns", "reals", "lei"):
            if self.word(numeral.first - 1) == "=":
                return False
            if word == "won":
                return not numeral.power or (
                    not {"korea", "korean", "seoul", "won"} & {self.word(end)} and numeral.power < 6
                )
            if word == "crowns" and not numeral.power and self._is_money(word, numeral):
                return False
            return not numeral.power or (
                word in ("mark", "crown", "real") and self.word(numeral.first - 1) == "the"
            )
        return False

    def _is_money(self, word: str, numeral: Numeral) -> bool:
        """Whether a noun is a currency here: "18.50 crowns", or 45 where the text has millions of crowns."""
        if numeral.value != int(numeral.value):
            return True
        if _MAGNITUDES.isdisjoint(self.document.vocabulary()):
            return False
        lower = self.lower
        return any(
            one == word and lower[place - 1] in _MAGNITUDES for place, one in enumerate(lower) if place
        )

    def per(self, at: int, *, in_span: bool) -> tuple[str | None, int]:
        """Read "per day", "a day", "/day", "per 100,000": what it is per, and the token after the span."""
        word = self.word(at)
        start = at
        if word == "of":
            # "litres of milk a year"
            for cursor in range(at + 1, min(self.count, at + 4)):
                ahead = self.lower[cursor]
                if ahead in ("a", "an", "per") and cursor > at + 1:
                    return self.per(cursor, in_span=False)[0], start
                if not ahead[0].isalpha() or ahead in CLOSED:
                    break
            return None, start
        if word == "-" and self.word(at + 1) in ("a", "per", "an") and self.document.joined(at):
            at += 1
            word = self.word(at)
        if word == "/" and at + 1 < self.count:
            unit = unit_after(self.table, self.document, at + 1, digits=True, one=True, hyphen=True)
            if unit is not None and unit[0].kind in ("measure", "duration"):
                return unit[0].unit, unit[1]
            found = denominator(self.table, self.document, at + 1)
            return (found[0], found[1]) if found is not None else (None, start)
        if word == "to" and self.word(at + 1) == "the":
            # "6 tonnes to the hectare", "40 miles to the gallon"
            unit = unit_after(self.table, self.document, at + 2, digits=False, one=True, hyphen=True)
            is_measure = unit is not None and unit[0].kind == "measure" and " per " not in unit[0].unit
            return (unit[0].unit, unit[1]) if unit is not None and is_measure else (None, start)
        if word == "for" and self.word(at + 1) in ("every", "each") and self.word(at + 2) in _MANY:
            at, word = at + 1, "per"
        if word == "per":
            cursor = at + 1
            if cursor < self.count and self.words[cursor][0].isdecimal():
                return self._per_many(cursor, start)
            if self.word(cursor) in SMALL or self.word(cursor) in ("hundred", "thousand", "million"):
                return None, start
            cursor = self._over_sort(cursor)
            unit = unit_after(self.table, self.document, cursor, digits=True, one=True, hyphen=True)
            if unit is not None and unit[0].kind in ("measure", "duration") and " per " not in unit[0].unit:
                return unit[0].unit, unit[1] if in_span else start
            found = denominator(self.table, self.document, cursor)
            if found is None:
                return None, start
            return found[0], found[1] if in_span else start
        if word in ("a", "an", "each", "every"):
            cursor = at + 1
            if self.word(cursor) == "-":
                cursor += 1
            cursor = self._over_sort(cursor)
            if self.word(cursor) in _OF_SPACE:
                unit = unit_after(self.table, self.document, cursor, digits=False, one=True, hyphen=True)
                return (unit[0].unit if unit is not None else None), start
            found = denominator(self.table, self.document, cursor)
            time = self.word(cursor) in CALENDAR
            if (
                found is None
                or (time and self.word(found[1]) in _NOT_RATE)
                or self.word(cursor) in _NOT_DENOMINATOR
            ):
                return None, start
            return found[0], start
        return None, start

    def _over_sort(self, cursor: int) -> int:
        """Step over the sort of share in "per diluted share"."""
        at = cursor
        while at < cursor + 2 and self.word(at) in _SHARES_OF:
            at += 1
        return at if self.word(at) in ("share", "unit") else cursor

    def _per_many(self, cursor: int, start: int) -> tuple[str | None, int]:
        plain = plain_digits(self.words[cursor], self.style)
        if plain is None:
            return None, start
        unit = unit_after(self.table, self.document, cursor + 1, digits=True, one=False, hyphen=False)
        name = self.words[cursor]
        if unit is not None:
            return f"{name} {unit[0].unit}", unit[1]
        return name, cursor + 1
