"""The words that dates are made of."""

from typing import Final

from flows.extraction.dates.holidays import FIRST as HOLIDAY_WORDS


def bag(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


MONTHS: Final = {
    name: index
    for index, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        )
    )
    for name in names.split()
}  # fmt: skip
SHORT_MONTHS: Final = bag("jan feb mar apr jun jul aug sept sep oct nov dec")
WEEKDAYS: Final = {
    name: index
    for index, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
SHORT_WEEKDAYS: Final = bag("mon tues tue wed thurs thu fri sat sun")
ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "opening": 1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
} | {"a": 1, "an": 1, "few": 0, "several": 0, "couple": 2}
# Months in a unit; days and weeks are counted in days.
UNIT_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "semester": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
# "The two months": those of a period that was named before; three, six and nine are of what results cover.
MANY_MONTHS: Final = bag("two four five seven eight ten eleven")
UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
UNITS: Final = {
    form: unit
    for unit in ("day", "week", "fortnight", "month", "quarter", "half", "semester", "year", "decade")
    for form in (unit, unit + "s")
} | {"halves": "half", "twelvemonth": "year"}
RELATIVE: Final = {
    "last": -1, "past": -1, "this": 0, "current": 0, "present": 0, "ongoing": 0, "latest": -1, "next": 1,
    "coming": 1, "following": 1, "previous": -1, "prior": -1, "preceding": -1,
}  # fmt: skip
# "expected to last five months" tells a length; "last" is a verb there.
LASTING: Final = frozenset("to will would could can may might should must cannot not".split())
SAME: Final = frozenset(("same", "corresponding", "comparable", "equivalent", "similar", "like"))
SAME_UNITS: Final = bag(
    """period month months quarter quarters half halves week weeks weekend year day days time stage point
    season interval"""
)
AGO: Final = frozenset(("ago", "earlier", "before", "previously", "prior", "later"))
ENDED: Final = frozenset(("ended", "ending", "ends", "finished", "finishing"))
SEASONS: Final = {"spring": (2, 4), "summer": (5, 7), "autumn": (8, 10), "fall": (8, 10)}
PART_OF_YEAR: Final = {"early": (0, 2), "mid": (4, 7), "middle": (4, 7), "late": (9, 11)}
ZONES: Final = bag("gmt bst utc est edt cst cdt mst mdt pst pdt cet cest ist jst et")
HALF_DAYS: Final = frozenset(("am", "pm", "a.m.", "p.m.", "a.m", "p.m"))
DASHES: Final = frozenset(("-", "–", "—", "‑"))
TO: Final = frozenset(("to", "through", "until", "till", "thru", "-", "–", "—"))
# After one of these, four digits are a year even where a plural noun follows.
BEFORE_YEAR: Final = bag(
    """in since by until till during before after through throughout fiscal calendar early late mid of
    from and between to for than over versus vs against on year fy financial the circa until its their
    our his compared late-"""
)
BEFORE_AMOUNT: Final = bag(
    """about around some nearly almost roughly approximately least most over under than only just another
    up about sold killed employs employing totalling totaling between worth reached hit"""
)
COUNTED: Final = bag(
    """people persons workers jobs employees staff staffers men women children students pupils patients
    troops soldiers homes houses households units vehicles cars trucks vans cases deaths miles
    kilometres kilometers km metres meters feet tonnes tons kg kilograms litres liters gallons barrels
    hours minutes seconds days weeks months years points votes seats dollars euros pounds yen francs
    marks crowns rupees pesos yuan roubles shares copies tickets members residents respondents adults
    voters customers passengers megawatts mw kw gw kwh mwh calories acres hectares times stores shops
    branches outlets companies firms businesses million billion trillion thousand mln bln bn percent
    pct per rpm hp bhp cc ounces pages words items farmers villages schools refugees migrants
    demonstrators protesters police officers species"""
)
FUTURE: Final = bag(
    """will expects expect expected expecting due scheduled plans plan planned forecast forecasts shall
    to- be upcoming sees predicts predicted projected projects aims aim hopes intends would estimates
    ahead slated set"""
)
QUARTER_CODES: Final = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
HALF_CODES: Final = {"h1": 1, "h2": 2}
RESTS: Final = frozenset(("rest", "remainder", "balance"))
# A date can begin with these, or with a digit.
STARTERS: Final = (
    frozenset(
        (
            *MONTHS,
            *WEEKDAYS,
            *ORDINALS,
            *RELATIVE,
            *QUARTER_CODES,
            *HALF_CODES,
            *NUMBERS,
            *PART_OF_YEAR,
            *SEASONS,
            *HOLIDAY_WORDS,
        )
    )
    | SAME
    | RESTS
    | bag(
        """since between from by until through before fiscal financial calendar fy full whole entire half
        year years yearend decade weekend
        quarter month months week weeks quarters end start beginning close today yesterday tomorrow tonight
        to so ' ’ single period that the turn"""
    )
)
# What a date in front of it names, and does not date: "hit by the March 11 quake".
DISASTERS: Final = bag(
    """crash collapse fire fires storm hurricane cyclone quake earthquake tsunami flood floods attack attacks
    bombing bombings explosion accident spill disaster catastrophe"""
)
