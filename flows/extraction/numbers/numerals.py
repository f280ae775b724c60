"""One number at one place: its digits or words, magnitude, sign, money and unit.

What several places make together (ranges, shared units) is decided later, in `number_ranges`,
`unit_sharing` and
`unit_ellipsis`.
"""

from flows.extraction.numbers.number_starts import STARTS
from flows.extraction.numbers.numeral import FRACTION, Numeral
from flows.extraction.numbers.word_numbers import WordNumbers

__all__ = ["FRACTION", "STARTS", "Numeral", "NumeralReader"]


class NumeralReader(WordNumbers):
    """Reads the number at a token, if there is one."""
