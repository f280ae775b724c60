"""A cell of a table with what its headers say: names before it, its unit at it, its year behind."""

import re

from flows.sources.plain import JOINT

YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
# A cell that is a number and nothing else, so that the unit of its header belongs to it.
NUMBER = re.compile(rf"[-+\u2212\u2013]?\d[\d,. {JOINT}]*")
CURRENCY = r"(?:US|A|C|HK|NZ|S)?[$\u20ac\u00a3\u00a5]"
SCALES = {
    "thousand": re.compile(r"thousands?|'?\u2019?000s?", re.IGNORECASE),
    "million": re.compile(r"millions?|mn?|mln", re.IGNORECASE),
    "billion": re.compile(r"billions?|bn", re.IGNORECASE),
    "%": re.compile(r"%|per ?cent", re.IGNORECASE),
}
MEASURES = (
    r"euros?|(?:us )?dollars|pounds|francs|kron(?:er|or)|crowns|yen|yuan|rupees|cents|"
    r"tonnes|tons|kilogram(?:me)?s|kg|kilomet(?:re|er)s|km|miles|met(?:re|er)s|hectares|acres|lit(?:re|er)s|hours|minutes"
)
SCALE = "|".join(one.pattern for one in SCALES.values())
WRITTEN = rf"(?P<currency>{CURRENCY})?\s?(?P<scale>{SCALE})?(?: of)?(?P<noun>\s?(?:{MEASURES}))?"
# "Sales (€m)", "Sales in millions of euros", "Share %"; what else stands there is no unit.
UNITS = (
    re.compile(rf"\s*[(\[](?:in )?{WRITTEN}[)\]]\s*$", re.IGNORECASE),
    re.compile(rf",?\s+in {WRITTEN}\s*$", re.IGNORECASE),
    re.compile(r"\s*(?P<currency>)(?P<scale>%)(?P<noun>)\s*$"),
)

BLANK = ((None, None, None), (None, "m", None), (None, "M", None))

# How a number is written with the unit of its header.
Unit = tuple[str, str]
NONE: Unit = ("", "")


def parted(header: str) -> tuple[str, Unit]:
    """Return a header without the unit at its end, and what that puts before and behind a number.

    >>> parted("Sales (\u20acm)")
    ('Sales', ('\u20ac', ' million'))
    >>> parted("Passengers (thousands)")
    ('Passengers', ('', ' thousand'))
    >>> parted("Fares in euros")
    ('Fares', ('', ' euros'))
    >>> parted("Passengers (north)")
    ('Passengers (north)', ('', ''))
    """
    for form in UNITS:
        match = form.search(header)
        # A bare "m" may be metres.
        if match is None or match.group("currency", "scale", "noun") in BLANK:
            continue
        scale = next((name for name, said in SCALES.items() if said.fullmatch(match["scale"] or "")), "")
        behind = scale if scale in ("%", "") else f" {scale}"
        noun = f" {match['noun'].strip()}" if match["noun"] else ""
        return header[: match.start()], (match["currency"] or "", behind + noun)
    return header, NONE


def labelled(cell: str, headers: list[str], unit: Unit) -> str:
    """Return a cell as a piece of a sentence.

    Args:
        cell: its words.
        headers: what stands above it.
        unit: of the whole table, for cells whose own headers name none.

    >>> labelled("43.9", ["Passengers (thousands)", "2018"], NONE)
    'Passengers: 43.9 thousand in 2018'
    """
    names = []
    for header in headers:
        if not YEAR.fullmatch(header):
            name, own = parted(header)
            names.append(name)
            unit = own if own != NONE else unit
    years = [header for header in headers if YEAR.fullmatch(header)]
    if NUMBER.fullmatch(cell):
        before, behind = unit
        cell = f"{before}{cell}{behind}"
    label = ", ".join(name for name in names if name)
    when = f" in {' and '.join(years)}" if years else ""
    return f"{label}: {cell}{when}" if label else f"{cell}{when}"
