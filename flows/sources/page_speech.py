"""Who a sentence of a page is for: does it report, or speak to its visitor, or of the page itself?"""

import re

# A line without the end of a sentence and of so few words is a label.
MOST_LABEL_WORDS = 6
# A shorter sentence reports nothing.
LEAST_WORDS = 4
# A longer one may say "we" and "your" in passing.
LONG = 20

ENDS = (".", "!", "?", "\u2026", ":", ";")
CLAUSE = re.compile(r"(?<=[:;])\s+")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
QUOTATION = re.compile(r"[\u201c\"][^\u201c\u201d\"]{0,300}[\u201d\"]")
# By its first word, a sentence without a subject: these ask for something, others only with what follows, for
# "Search teams found nothing" and "Sign language is taught".
ASKS = (
    "accept|agree|allow|become|buy|cancel|choose|confirm|continue|create|decline|enable|enter|get|go|join|log|manage|"
    "read|reject|request|save|subscribe|try|unlock|unsubscribe|verify|want"
)
MAY_ASK = (
    "add|apply|ask|book|call|check|claim|click|close|come|complete|contact|discover|donate|download|explore|find|"
    "follow|give|head|help|install|keep|learn|let|load|look|open|order|pay|pick|play|press|proceed|purchase|refresh|"
    "register|reload|remember|renew|report|reset|return|review|scan|scroll|search|see|select|send|set|share|show|"
    "sign|skip|solve|start|stay|submit|support|switch|take|tap|tell|tick|turn|type|upgrade|use|view|visit|wait|"
    "watch|write"
)
FOLLOWING = (
    "a|all|an|and|any|back|below|for|from|here|in|it|me|more|now|off|on|one|out|the|these|this|to|up|with"
)
TO_READER = re.compile(
    r"\b(?:you|your|yours|we|our|(?-i:us)|please|sorry|oops)\b|"
    rf"^\W*(?:{ASKS})\b|^\W*(?:{MAY_ASK})(?:\W*$|\s+(?:{FOLLOWING})\b)",
    re.IGNORECASE,
)
# What a page says of itself.
OF_ITSELF = re.compile(
    r"\b(?:this|these|that|the following|the requested) (?:\w+ )?(?:account|adverts?|app|archive|area|"
    r"articles?|blog|browser|content|device|documents?|feature|item|links?|network|offer|pages?|resource|section|server|service|"
    r"(?:web)?site|stor(?:y|ies)|videos?)\b",
    re.IGNORECASE,
)
ATTRIBUTED = re.compile(
    r"\b(?<!you )(?<!we )(?:said|says?|(?<!be )(?<!been )told|according to|announced|reported|believes?|"
    r"warned|claimed|estimates?|suggests?)\b|\b(?:study|survey|poll|report|agency|ministry|researchers|scientists|court|"
    r"police)\b.{0,40}\b(?:found|ruled|shows?)\b",
    re.IGNORECASE,
)
# Verbs of the past; as the first word, a participle stands without its subject ("Rated 4.7 by ...").
TOLD = re.compile(
    r"(?<=\s)(?:(?!hundred)\w+[^e\W]ed|was|were|had|did|became|began|bought|brought|broke|built|came|cost|cut|drew|"
    r"drove|fell|fallen|felt|flew|fought|found|gave|got|grew|held|hit|kept|led|left|lost|made|met|paid|put|ran|rose|"
    r"saw|sent|set|shot|sold|spent|stood|struck|swept|threw|took|ate|went|won|wrote|will|would)\b"
)
# What is the case, or asked for, is told with the same form: "advertising is only shown".
IS_DONE = re.compile(
    r"\b(?:is|are|be) (?:(?:\w+ly|only|also|not|now|still|always) )*"
    r"(?!(?:accus|believ|estimat|expect|fear|forecast|plann|schedul|urg)ed\b)\w+ed\b"
)
NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
# Figures of the world: large ones, shares, and counts that are neither a site's prices nor its delays.
LARGE = re.compile(
    r"(?<![\d.,-])(?!(?:40\d|41\d|50\d|(?:19|20)\d\d)\b)\d[\d,]*\d\d\b(?![.-])|"
    r"(?<![\d.,$\u20ac\u00a3])\d+\.(?!(?:49|9[059])\b)\d\d\b|\d ?(?:m|mn|bn)\b|\d ?(?:%(?! off)|per ?cent\b)|"
    r"\d (?:thousand|million|billion)\b"
)
# What a subscription costs is no figure of the world, and looks like a large one.
FEE = re.compile(
    r"(?:[$\u20ac\u00a3]\s?)?\d+(?:\.\d\d)?(?: (?:euros?|dollars|pounds|\u20ac))? "
    r"(?:a|per|every|for (?:the|your) first) (?:\w+ )?(?:week|month|year)s?\b",
    re.IGNORECASE,
)
# Behind what speaks to a visitor, numbers of these are a site's.
OF_SITES = (
    "seconds?|minutes?|hours?|days?|weeks?|months?|years?|a|per|euros?|pounds|dollars|characters|digits|articles?|"
    "story|stories|newsletters|vendors|partners|firms|devices?|or|of|attempts?"
)
COUNTED = re.compile(rf"\b(?!(?:16|18|21|40\d|50\d)\b)\d+ (?!(?:{OF_SITES})\b)[a-z]{{2,}}")
# A row of a table, as it is told.
CELLS = re.compile(r": [^;]*\d[^;]*; [^;]*\d")
NUMBER = re.compile(r"\b(?!(?:16|18|21|40\d|50\d)\b)\d+ [a-z]{2,}")


def sentences_of(text: str) -> list[str]:
    """Return the sentences and labels of a text without what is quoted."""
    return [
        one for line in text.split("\n") for one in SENTENCE.split(QUOTATION.sub(" ", line)) if one.strip()
    ]


def is_label(line: str) -> bool:
    """Whether a line is a label, as on a button."""
    return line.rstrip()[-1:] not in ".!?" and len(line.split()) <= MOST_LABEL_WORDS


def speaks(line: str) -> bool:
    """Whether a line speaks to a reader, or is a label."""
    return is_label(line) or TO_READER.search(line) is not None


def addresses(line: str) -> bool:
    """Whether a line speaks to a reader, or of the page that it stands on."""
    return TO_READER.search(line) is not None or OF_ITSELF.search(line) is not None


def reports(line: str) -> bool:
    """Whether a line has a clause that tells what happened, who says so, or how many there are."""
    return CELLS.search(line) is not None or any(map(_tells, CLAUSE.split(line)))


def _tells(clause: str) -> bool:
    clause = FEE.sub(" ", clause)
    if LARGE.search(clause) or ATTRIBUTED.search(clause):
        return True
    words = len(clause.split())
    if words < LEAST_WORDS or not clause.rstrip().endswith(ENDS):
        return False
    is_told = TOLD.search(IS_DONE.sub(" ", clause)) is not None
    if words >= LONG or not addresses(clause):
        return is_told or any(form.search(clause) for form in (NAMED, NUMBER))
    return is_told and COUNTED.search(clause) is not None
