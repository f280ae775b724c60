"""Names that stand once, as the first word of a sentence, where any word has a capital.

English keeps apart what may stand there alone: a countable noun in the singular needs an article, a plural
needs a verb in the plural, and nouns of stuff and of doings ("gold", "farming") neither sell nor employ.
What is left, and sells, employs or is a company, is a name.
"""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.subject_words import ROLES
from flows.extraction.text.verb_words import ADVERBS, SAYING

# Done by somebody, never by a stuff, a price or a statistic.
ACTS: Final = frozenset(
    """sold sells shipped ships posted posts employs employed launched launches bought acquired hired hires
    opened operates operated owns owned makes made built builds delivered delivers carried carries serves
    served signed invested invests earned earns won raised announced plans planned expects expected aims
    aimed agreed produced produces booked received recorded generated generates paid pays unveiled charged
    charges supplied supplies collected processed processes manages managed runs wants hopes declared filed
    pledged promised admitted laid fired outsold bid offered offers manufactured manufactures reported reports
    exported imported installed flew flies licensed registered donated borrowed repaid withdrew recalled
    refunded leased rented stocks treated enrolled merged founded
    """.split()
)
AUXILIARIES_OF_ONE: Final = frozenset("has had will is was does".split())
MADE: Final = frozenset(
    "founded based headquartered established formed listed acquired bought owned set".split()
)
# Endings of stuff, doings, qualities and of people in the plural.
COMMON_ENDINGS: Final = (
    *("ing", "tion", "sion", "ism", "ment", "ity", "ness", "ship", "ture", "ance", "ence", "ogy", "ics"),
    *("age", "ery", "cy", "ments", "tions", "ers", "ors", "ists", "ies", "ants", "ents", "ians", "ees", "ly"),
)
# Nouns that stand without an article, and adjectives and groups with the capital of a proper name.
NO_NAMES: Final = frozenset(
    """
    tourism retail agriculture steel leisure heroin cocaine cannabis opium nobody somebody anybody
    everybody nothing something parliament congress court police government cabinet communist socialist
    liberal conservative black white asian hispanic latino muslim christian jewish catholic protestant
    legislation research evidence software hardware furniture equipment machinery livestock poultry beef
    pork wheat corn rice maize barley sugar cotton wool timber coal oil gas crude petrol gasoline diesel
    ethanol copper zinc lead nickel tin aluminium aluminum iron gold silver platinum palladium uranium
    lithium cement bitcoin sterling snow rain drought heat smoke fog debt trade demand supply turnover
    output revenue profit turnout attendance membership staff management labour labor crime violence
    poverty hunger malaria measles cholera influenza flu cancer diabetes obesity school college church
    combustion merchant foodservice trenching takeaway cricket crew yoga spectrum silence infrastructure
    homebuilding obesity loving lunch drilling diversity efficacy parenthood mankind society nature
    science art music football cricket rugby tennis""".split()
)
# Roles that only a business plays, by which the next sentence takes a name up again.
TRADES: Final = frozenset(
    """carmaker automaker retailer airline lender insurer chipmaker drugmaker planemaker steelmaker brewer
    miner broadcaster supermarket grocer company firm manufacturer carrier startup start-up""".split()
)
SINGULAR_IN_S: Final = ("is", "us", "os", "as", "ss", "x's")
APPOSITION: Final = 8


def acts_as_name(document: Document, index: int) -> bool:
    """Whether the single capitalised opener at token `index` does or has what only a named thing can.

    Args:
        document: the text.
        index: a word that is no listed common word.
    """
    lower = document.lower
    word = lower[index]
    if word in NO_NAMES or word.endswith(COMMON_ENDINGS) or len(word) < 3:
        return False
    last = document.sentences[document.sentence_at(index)][1]
    at = index + 1
    if at + 1 >= last:
        return False
    if index == 0 and lower[last : last + 1] == ["the"] and not TRADES.isdisjoint(lower[last + 1 : last + 3]):
        # "Velta is growing. The carmaker sold", where nobody is named before.
        return not word.endswith("s") or word.endswith(SINGULAR_IN_S)
    if lower[at] in ("'s", "’s"):
        return True
    if lower[at] == ",":
        # "Velta, a maker of pumps, said": an apposition by what it is.
        return lower[at + 1] in ("a", "an", "the", "which", "one") and (
            lower[at + 1] == "which"
            or any(near in ROLES for near in lower[at + 2 : min(last, at + APPOSITION)])
        )
    one = not word.endswith("s") or word.endswith(SINGULAR_IN_S)
    auxiliary = ""
    while at < last and (lower[at] in AUXILIARIES_OF_ONE or lower[at] in ADVERBS):
        auxiliary = lower[at] if lower[at] in AUXILIARIES_OF_ONE else auxiliary
        at += 1
    if at >= last:
        return False
    one = one or auxiliary in ("has", "is", "was", "does")
    # "Velta sells", but no "farmers sells".
    one = one or (lower[at] in ACTS and lower[at].endswith("s") and not auxiliary)
    if not one:
        return False
    if auxiliary in ("is", "was"):
        return lower[at] in MADE or (
            lower[at] in ("a", "an", "the")
            and any(near in ROLES for near in lower[at + 1 : min(last, at + APPOSITION)])
        )
    if auxiliary in ("has", "had") and (lower[at][:1].isdigit() or lower[at] in ("about", "more", "around")):
        return True
    return lower[at] in ACTS or (lower[at] in SAYING and not auxiliary)
