"""Subjects that a figure is tied to by name: in a list, a bracket, an object, after a preposition."""

from typing import Final

from flows.extraction.figure import Because, Draft, Name
from flows.extraction.names.entities import slug
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker, referent_of
from flows.extraction.subjects.referents import clause_subject, resolve
from flows.extraction.text.clauses import Clause
from flows.extraction.text.code_words import GROUPS
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.subject_words import CHANGES, MEASURES, RELATORS, SHARES
from flows.extraction.text.verb_words import (
    ADVERBS,
    AUXILIARIES,
    COMMAS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

LINKS: Final = frozenset(
    """with at on up down to by - : ( of an a the from its about around nearly almost some over under just
    more less than only roughly approximately , and fell rose grew selling""".split()
)


LIST_OPENERS: Final = frozenset(", and ; with by while versus than or but ( : followed".split())
NO_COUNTED: Final = RELATORS | SUBORDINATORS | AUXILIARIES | RELATIVES
# Between the subject of a headline and its figure.
BEFORE_FIGURES: Final = frozenset("up down flat at to by about over nearly almost some around off".split())
PEOPLE: Final = GROUPS | frozenset(
    """people persons patients participants volunteers jurors committees members residents passengers woman
    man child person""".split()
)
BEFORE_COUNTS: Final = frozenset(
    "about around some nearly almost only just over as many at least up to".split()
)
COUNTED_IN: Final = frozenset(
    """on with among by involve involving including asked polled surveyed interviewed questioned
    studied""".split()
)
CAUSING: Final = frozenset("helped made let saw lifted pushed boosted drove brought sent left".split())
GIVING: Final = frozenset("gave give gives giving put puts putting awarded".split())
APART: Final = frozenset("with for after despite amid given before since because".split())
# By whom something is told, or let, is not whose it is.
TOLD: Final = frozenset(
    """polled surveyed interviewed questioned compiled approved reported published conducted estimated
    expected predicted cited quoted allowed signed released recommended alleged rejected""".split()
)
# What is counted by name: "3 million Zoes"; "54 Hart jets" and "five Oscars" are his who has them.
MADE: Final = frozenset(("product", "brand"))
HELD: Final = frozenset("owned held controlled".split())
MAX_DESCRIPTION: Final = 7
JOBS: Final = frozenset(("job", "post"))
# Tokens between "At Acme," and its figure.
FRONTED_REACH: Final = 5
OF_TWO: Final = frozenset(("former", "latter"))
# What is named behind one of these is not the figure's.
ENDING: Final = COMMAS | {".", "and", "while", "which", "that"}


def former_or_latter(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return which of two named before is meant: "3% for the former and 4% for the latter"."""
    if "latter" not in discourse.small_words():
        # Who tells the former from something tells the latter too.
        return None
    lower = discourse.reading.document.lower
    after = lower[draft.last : draft.last + 6]
    if OF_TWO.isdisjoint(after):
        return None
    word = next(w for w in after if w in OF_TWO)
    if after.index(word) == 0 or after[after.index(word) - 1] != "the":
        return None
    if any(w[:1].isdigit() or w in (",", ".", "and") for w in after[: after.index(word)]):
        return None
    first = discourse.reading.document.sentences[max(0, draft.sentence - 1)][0]
    names = discourse.names_in(first, draft.first)
    for left, right in zip(names[-2::-1], names[:0:-1], strict=False):
        if [w for w in lower[left.last : right.first] if w != "the"] == ["and"]:
            return referent_of(left if word == "former" else right)
    return None


def lower_at(discourse: Discourse, token: int) -> str:
    """Return the word at `token` in lower case, "" behind the end."""
    lower = discourse.reading.document.lower
    return lower[token] if token < len(lower) else ""


def named_behind(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the subject after a figure that stands before it: "At 3,000 units, the Leaf leads"."""
    found = discourse.clauses(draft.sentence)
    lower = discourse.reading.document.lower
    opener = lower[found[0].first]
    if opener == "of" and draft.first - found[0].first <= 3 and draft.kind == "count":
        # "Of the 1,000 people asked, 22% said"
        end = draft.last
        while end < len(lower) and end - draft.last < 4 and not is_mark(discourse.reading.document, end):
            if lower[end] in ("who", "that", "which") or lower[end].endswith("ed"):
                break
            end += 1
        return resolve(discourse, draft.last, end) if end > draft.last else None
    if opener not in PREPOSITIONS and not opener.endswith("ing"):
        return None
    for other in found[:6]:
        if other.subject is not None:
            if other.subject[0] > draft.first and "," in lower[draft.last : other.subject[0]]:
                subject = clause_subject(discourse, other.subject)
                # "With 40 cases around the globe, doctors are": what stands in front has things of its own.
                apart = opener in APART and subject is not None and subject.type == "phrase"
                return None if apart else subject
            if other.first <= draft.first < other.last or other.subject[0] < draft.first:
                return None
    return None


def person_aged(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the person whose age a figure is: "Jane Roe, 31, ..."."""
    lower = discourse.reading.document.lower
    if draft.first < 2 or lower[draft.first - 1] != "," or lower_at(discourse, draft.last) not in (",", "."):
        return None
    names = discourse.names_in(draft.first - 5, draft.first)
    if names and names[-1].last == draft.first - 1 and names[-1].type in ("person", None):
        return referent_of(names[-1])
    return None


def named_in_counted(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the name inside the counted noun phrase: "46 million Takata inflators", "its 50,000th Zoe"."""
    if draft.kind not in ("count", "ordinal_milestone"):
        return None
    document = discourse.reading.document
    index = draft.last
    names = discourse.names_in(index, min(index + 5, document.sentences[draft.sentence][1]))
    if not names or names[0].type not in MADE:
        return None
    while index < names[0].first:
        word = document.lower[index]
        if not word.isalpha() or word in RELATORS or word != document.words[index] or word in SUBORDINATORS:
            return None
        if word == "including":
            # "nine brands including Audi": one of them.
            return None
        index += 1
    end = names[0].last
    while (
        end < len(document.words)
        and end - index < 6
        and document.lower[end].isalpha()
        and (
            document.words[end] == document.lower[end]
            and document.lower[end] not in NO_COUNTED
            and not document.lower[end].endswith(("ed", "ing"))
        )
    ):
        end += 1
    return resolve(discourse, index, end)


def people_counted(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the people that a preposition brings in by number: "tested on 45 healthy adults"."""
    if draft.kind != "count" or draft.noun_first is None or draft.noun_last is None:
        return None
    lower = discourse.reading.document.lower
    if lower[draft.noun_last - 1] not in PEOPLE:
        return None
    at = draft.first - 1
    while at > 0 and lower[at] in BEFORE_COUNTS:
        at -= 1
    if lower[at] not in COUNTED_IN or lower[at - 1] in CHANGES:
        return None
    words = " ".join(discourse.reading.document.quote(draft.noun_first, draft.noun_last).split())
    return Referent(words, slug(words), "phrase", draft.noun_first, draft.noun_last)


def held_by(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return whose a share is that is said of what it is of: "which is 25% owned by Jane Roe"."""
    if draft.kind not in SHARES:
        return None
    lower = discourse.reading.document.lower
    at = draft.last
    if draft.first and lower[draft.first - 1] in HELD and lower_at(discourse, at) == "by":
        # "owned 30 pct by Jane Roe"
        at -= 1
    elif lower_at(discourse, at) not in HELD or lower_at(discourse, at + 1) != "by":
        return None
    at += 2 + (lower_at(discourse, at + 2) == "<")
    name = name_at(discourse, at) if at < len(lower) else None
    return referent_of(name) if name is not None else None


def named_after(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return a name that follows its figure: "9,808 for the Volt", "built by X", "a rise in sales of Y"."""
    document = discourse.reading.document
    lower = document.lower
    last = min(document.sentences[draft.sentence][1], draft.last + 12)
    index = draft.last
    seen = ""
    while index < last:
        word = lower[index]
        if word in ("for", "by", "of", "from", "at") and index + 1 < last:
            name = name_at(discourse, index + 1)
            if name is None and word == "at":
                name = _described_at(discourse, index + 1)
            if name is not None and _fits_after(discourse, draft, clause, word, seen, name):
                return referent_of(name)
        if word in ENDING or word[:1].isdigit() or (word == "-" and is_mark(document, index)):
            return None
        seen = word
        index += 1
    return None


def house_of_jobs(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return whose jobs a figure counts: "300 jobs will go at Acme", "At Acme, 300 jobs will go"."""
    if draft.unit not in JOBS:
        return None
    if (found := named_after(discourse, draft, clause)) is not None:
        return found
    house = fronted_house(discourse, draft)
    return house if house is not None and draft.first - house.last <= FRONTED_REACH else None


def fronted_house(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the house that opens the sentence of a figure: "At Acme, sales rose 3 percent"."""
    lower = discourse.reading.document.lower
    first = discourse.reading.document.sentences[draft.sentence][0]
    name = name_at(discourse, first + 1) if lower[first] == "at" else None
    if (
        name is None
        or name.type in ("place", "person")
        or name.last >= draft.first
        or lower[name.last] != ","
    ):
        return None
    return referent_of(name)


def _described_at(discourse: Discourse, token: int) -> Name | None:
    """Return the name that a description in lower case leads up to: "[at] lamp maker Acme"."""
    words = discourse.reading.document.words
    for index in range(token, min(token + MAX_DESCRIPTION, len(words))):
        names = discourse.names_in(index, index + 8)
        if names and names[0].first == index:
            return names[0] if names[0].type not in ("place", "person") else None
        word = words[index]
        if not (word.islower() or word in ("'s", "’s", "-")) or word in NO_COUNTED or word == "and":
            return None
    return None


def _fits_after(discourse: Discourse, draft: Draft, clause: Clause, link: str, seen: str, name: Name) -> bool:
    lower = discourse.reading.document.lower
    opener = lower[max(clause.first, draft.first - 40) : draft.first]
    if link == "for":
        if name.type != "place" and name.type != "person" and draft.kind not in ("money", "growth"):
            return True
        compared = any(word in ("compared", "versus", "vs", "against") for word in opener)
        return compared or (bool(opener) and opener[-1] == "and" and name.type != "place")
    if name.type == "place" or (name.type == "person" and (link, seen) != ("by", "set")):
        return False
    if link == "at" and draft.unit in JOBS:
        # "As many as 300 jobs will go at Acme"
        return True
    if link == "at":
        # "Profit fell 57 percent at Acme and 32 percent at Hart": the house that a rise or fall was in.
        return not seen and draft.kind in SHARES and lower_at(discourse, name.last) != "$"
    if link == "by":
        return (seen.endswith(("ed", "sold", "built", "made", "held")) or seen == "set") and seen not in TOLD
    if link == "of":
        return (
            seen in MEASURES
            and draft.kind == "growth"
            and any(word in CHANGES for word in lower[draft.last : name.first])
        )
    return False


def name_at(discourse: Discourse, token: int) -> Name | None:
    """Return the name that begins at `token`, or after an article or "its" there."""
    lower = discourse.reading.document.lower
    if token + 1 < len(lower) and lower[token] in ("the", "its", "their", "rival", "a"):
        token += 1
    names = discourse.names_in(token, token + 8)
    return names[0] if names and names[0].first == token else None


def named_in_list(
    discourse: Discourse, draft: Draft, clause: Clause, previous: Draft | None
) -> Referent | None:
    """Return the name a list gives a figure: "followed by HP with 20 percent", "and Mazda at $76 million"."""
    document = discourse.reading.document
    lower = document.lower
    start = document.sentences[draft.sentence][0]
    if clause.auxiliary is not None and clause.auxiliary < draft.first:
        start = clause.auxiliary + 1
    elif clause.kind == "none" or clause.verb is None:
        start = clause.first
    else:
        return None
    floor = previous.last if previous is not None and previous.last > start else start
    names = discourse.names_in(floor, draft.first)
    names = [name for name in names if name.type != "person"]
    if not names:
        if (
            previous is not None
            and floor == previous.last
            and "named_in_list" in previous.why.get("subject", Because("", 0, 0)).rule
        ):
            between = lower[previous.last : draft.first]
            if "." not in between and ";" not in between:
                return Referent(
                    previous.subject or "", previous.entity_code or "", None, previous.first, previous.last
                )
        return None
    name = names[-1]
    if name.type == "place":
        return None
    opener = lower[name.first - 1] if name.first else ""
    if opener in ("the", "its", "rival", "both", "even") and name.first > 1:
        opener = lower[name.first - 2]
    between = _plain(lower[name.last : draft.first])
    if opener not in LIST_OPENERS or len(between) > 6 or "of" in between[:1]:
        return None
    if opener == "by" and lower[name.first - 2] not in ("followed", "led", "trailed", "accounted"):
        return None
    if opener in ("than", "with") and previous is None and opener == "than":
        return None
    if all(word in LINKS or word in MEASURES or word in ADVERBS or word in ("'s", "’s") for word in between):
        return referent_of(name)
    return None


def _plain(words: list[str]) -> list[str]:
    """Drop bracketed words (stock codes) from a stretch; an open bracket stays."""
    kept: list[str] = []
    opened = -1
    for word in words:
        if word in ("(", "<"):
            opened = len(kept)
        kept.append(word)
        if word in (")", ">") and opened >= 0:
            del kept[opened:]
            opened = -1
    return kept


def named_in_object(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return a named object that the figure measures: "cut the Zoe's weight by 30 kg"."""
    document = discourse.reading.document
    lower = document.lower
    if clause.verb is None or clause.verb >= draft.first:
        return None
    names = [n for n in discourse.names_in(clause.verb + 1, draft.first) if n.type != "place"]
    if not names or names[-1].type == "person":
        return None
    name = names[-1]
    between = _plain(lower[name.last : draft.first])
    if not between:
        # "A poll gave the Greens 36 percent": whom it gives them.
        return referent_of(name) if lower[clause.verb] in GIVING else None
    if between[0] in ("'s", "’s", "'") and (
        draft.first - name.last <= 2
        # "helped Acme's assets reach 3 million"
        or (lower[clause.verb] in CAUSING and any(word in MEASURES for word in between))
        or (between[-1] in ("by", "to", "from", "at") and any(word in MEASURES for word in between))
        or len(between) <= 2
    ):
        return referent_of(name)
    if between[0] in ("with", "had") and len(between) <= 4 and draft.kind in ("measure", "count", "money"):
        return referent_of(name)
    return None


def subject_of_heading(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return the subject of a headline or table line: "Revenue: $3 million", "Acme up 3 percent"."""
    if clause.verb is not None and clause.auxiliary is not None and clause.auxiliary < draft.first:
        return None
    hedge = discourse.reading.document.lower[clause.first : draft.first]
    if hedge and hedge[0] in PREPOSITIONS and "," in hedge:
        # "In addition, three shops opened"
        return None
    if draft.first > clause.first and hedge not in (["at", "least"], ["at", "most"], ["more", "than"]):
        last = draft.first
        while last > clause.first + 1 and lower_at(discourse, last - 1) in BEFORE_FIGURES:
            last -= 1
        found = resolve(discourse, max(clause.first, draft.first - 40), last)
        labelled = ":" in discourse.reading.document.lower[max(clause.first, draft.first - 3) : draft.first]
        # "Employees: 3,000": what is measured, and not of whom.
        if found is not None and not is_onlooker(found) and not (labelled and found.type == "phrase"):
            return found
    return None
