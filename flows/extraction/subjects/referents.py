"""From a noun phrase to whom it stands for: names, possessors, "of" phrases, roles, pronouns."""

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from flows.extraction.figure import Name
from flows.extraction.names.entities import LEGAL_FORMS, slug
from flows.extraction.subjects.anaphora import pronoun, role
from flows.extraction.subjects.descriptions import (
    called_by_name,
    described_economy,
    described_person,
    describes_person,
    is_called_place,
    is_ranked,
    seat_end,
    stands_for_firm,
    tells_apart,
)
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker, referent_of, together
from flows.extraction.subjects.noun_referents import (
    POSSESSIVES,
    UNITS,
    after_subordinator,
    head_end,
    is_index_of,
    is_of_things,
    is_only_place,
    named_part,
    noun_phrase,
    possessed,
    those_phrase,
    without_brackets,
)
from flows.extraction.subjects.units import UNIT_LINKS, unit_of
from flows.extraction.text.subject_phrases import TIME_SPANS, opens_compound
from flows.extraction.text.subject_words import (
    CHANGES,
    MEASURES,
    ONLOOKERS,
    PERSON_PRONOUNS,
    POSTPOSED,
    PRONOUNS_OF_THINGS,
    RELATORS,
    ROLES,
    TRADED_ROLES,
)
from flows.extraction.text.verb_words import ADVERBS

NUMERIC: Final = frozenset(
    """% percent pct $ £ € million billion trillion mln bln bn m thousand about around nearly almost some over
    under than roughly approximately least more fewer less only just dlrs mark francs yen""".split()
)
AGED: Final = frozenset("people adults men women children workers patients".split())
# "The yield on the bond": what stands behind "on" has it.
MEASURED_ON: Final = frozenset(
    "yield yields spending expenditure tax taxes tariff tariffs duty duties".split()
)
HELD_IN: Final = frozenset("shares stock stocks confidence investment investments interest".split())
OF_OWNERS: Final = frozenset("of at for by from".split())
TRADES: Final = frozenset("industry industries sector sectors".split())
WITHIN: Final = frozenset(("in", "across"))
# Of a firm, and of nothing that a firm has: "Hart world group".
FORMS: Final = LEGAL_FORMS - {"company", "group", "holding", "holdings", "as"}
# As the first of a sentence, never inside of a name.
BEGINNING: Final = frozenset("the its their it they".split())
POINTING_AT_ROLES: Final = frozenset("the its this that both their these those".split())
SPEAKERS: Final = frozenset("i we you".split())
BACKGROUND: Final = frozenset("while although though as when after before if since because despite".split())


def resolve(discourse: Discourse, first: int, last: int) -> Referent | None:
    """Return whom the noun phrase in tokens ``[first, last)`` stands for.

    None where it names nobody ("sales", "net profit"): the subject is carried from elsewhere.
    """
    document = discourse.reading.document
    lower = document.lower
    if lower[first : first + 3] == ["so", "-", "called"]:
        first += 3
    while (
        first < last
        and (lower[first] in ADVERBS or lower[first] in ("and", "but", "or", ",", "-", '"', "“"))
        # "[So]-called prices", but "stronger-[than]-expected sales".
        and (document.joined(first) or not opens_compound(document, first))
    ):
        first += 1
    while last > first and lower[last - 1] in (",", "-", '"', "”", "(", "."):
        last -= 1
    first = _behind_legal_form(discourse, first, last)
    if last - first > 2 and lower[last - 1] in TIME_SPANS and lower[last - 2] in ("last", "this", "next"):
        # "strikes by the union this year"
        last -= 2
    if first >= last:
        return None
    if "including" in lower[first + 1 : last]:
        # "Mills including Hartmill sold": an example is only one of what is meant.
        last = lower.index("including", first + 1)
        last -= lower[last - 1] == ","
    if last - first == 1 and lower[first].partition("'")[0].partition("’")[0] in SPEAKERS:
        return None
    if last - first == 1 and (lower[first] in PRONOUNS_OF_THINGS or lower[first] in PERSON_PRONOUNS):
        return pronoun(discourse, first, before(discourse, first, speakers=True))
    while first < last and (
        lower[first][:1].isdigit() or lower[first] in NUMERIC or lower[first] in ("of", "all")
    ):
        if lower[first + 1 : first + 2] == ["-"] and document.joined(first + 1):
            # "over-55s"
            break
        if discourse.begins_name(first):
            # "3M"
            break
        first += 1
    if first >= last:
        return None
    first = after_subordinator(lower, first, last)
    if lower[first : first + 2] == ["those", "of"]:
        # "Velta's shares fell, while those of rival Hart rose"
        names = discourse.names_in(first + 2, min(last, first + 5))
        if names:
            return referent_of(names[0])
    if lower[first] == "those" or (lower[first] in AGED and lower[first + 1 : first + 2] == ["aged"]):
        return those_phrase(discourse, first, last)
    names = discourse.names_in(first, last)
    end = head_end(lower, first, last, names)
    if (seat := seat_end(document.words, first, end)) > first:
        # "the Hartlow, Norway-based lamp maker", "Hartlow-based Velta": a seat names nobody.
        noun = lower[end - 1]
        names = [name for name in names if name.first >= seat]
        if stands_for_firm(lower, first, end) and not (names and names[0].first < end):
            return role(discourse, first, end, noun, [], before(discourse, first))
        first = seat
    if describes_person(lower, first, end) and (
        person := described_person(discourse, first, before(discourse, first, speakers=True))
    ):
        return person
    head = [name for name in names if name.first < end and name.type != "place"]
    if head:
        return _named(discourse, end, head)
    if (called := called_by_name(lower, end, last, names)) is not None:
        return called
    if not head and (owner := _possessing_role(discourse, first, end)) is not None:
        return owner
    noun = lower[end - 1] if lower[end - 1] not in POSSESSIVES else lower[end - 2]
    if noun == "economy" and (country := described_economy(discourse, first, end)) is not None:
        return country
    if noun in MEASURES:
        found = _measured(discourse, end, last, names)
        if found is not None:
            return found
    places = [name for name in names if name.type == "place" and name.first < end]
    if len(places) > 1 and all(
        word in ("and", ",", "the", "&", "or", "both") or not word.isalnum()
        for left, right in zip([None, *places], [*places, None], strict=True)
        for word in lower[left.last if left else first : right.first if right else end]
    ):
        return together(discourse, [referent_of(name) for name in places])
    if places and (is_only_place(lower, first, end, places[0]) or is_called_place(lower, end, places[-1])):
        return referent_of(places[-1])
    if noun in UNITS and end - first > 2 and lower[first] in ("its", "their"):
        return named_part(discourse, first + 1, end)
    if noun in UNITS and lower[first] == "the" and (unit := unit_of(discourse, first, end)) is not None:
        return unit
    if noun == "index" and (tells_apart(lower, first, end - 1, places) or is_index_of(lower, end)):
        return noun_phrase(discourse, first, end, last, False)
    if noun in ROLES and lower[first] in POINTING_AT_ROLES and "average" not in lower[first:end]:
        return role(discourse, first, end, noun, places, before(discourse, first))
    if noun in TRADED_ROLES and lower[first] == "the" and end - first <= 3:
        return role(discourse, first, end, noun, [], before(discourse, first))
    if lower[first] in ("the", "both") and "two" in lower[first:end] and end - first <= 3:
        return role(discourse, first, end, "pair", places, before(discourse, first))
    if places and places[0].last < end and lower[places[0].last] in POSSESSIVES:
        if noun in ROLES and is_ranked(lower, places[0].last + 1, end - 1):
            # "Norway's second-largest lamp maker"
            return role(discourse, first, end, noun, places, before(discourse, first))
        part = possessed(discourse, places[0], end)
        if part is None and noun in ("industry", "sector", "market"):
            return noun_phrase(discourse, first, end, last, False)
        return part or referent_of(places[0])
    if lower[first] in ("its", "their") and noun in MEASURES:
        return pronoun(discourse, first, before(discourse, first, speakers=True))
    return noun_phrase(discourse, first, end, last, noun in MEASURES)


def _behind_legal_form(discourse: Discourse, first: int, last: int) -> int:
    """Return where a sentence begins that the end of a firm's name hides: "from Hart Corp. [Velta] sold"."""
    lower = discourse.reading.document.lower
    for index in range(last - 2, first, -1):
        if lower[index] == "." and lower[index - 1] in FORMS:
            after = index + 1
            return after if discourse.begins_name(after) or lower[after] in BEGINNING else first
    return first


def _possessing_role(discourse: Discourse, first: int, end: int) -> Referent | None:
    """Return whose measure it is where a stand-in has it: "the firm's earnings", "the county's output"."""
    lower = discourse.reading.document.lower
    if lower[first] not in ("the", "this", "that") or lower[end - 1] not in MEASURES:
        return None
    for index in range(first + 2, end - 1):
        if lower[index] in POSSESSIVES:
            noun = lower[index - 1]
            if noun in TRADES:
                # "the lamp industry's sales"
                return noun_phrase(discourse, first, index, index, False)
            if noun not in ROLES:
                return None
            places = [name for name in discourse.names_in(first, index) if name.type == "place"]
            found = role(discourse, first, index, noun, places, before(discourse, first))
            return None if found is None or found.type == "phrase" else found
    return None


def _named(discourse: Discourse, end: int, head: list[Name]) -> Referent:
    document = discourse.reading.document
    lower = document.lower
    run = [head[-1]]
    for name in reversed(head[:-1]):
        between = [w for w in lower[name.last : run[0].first] if w not in ("the", "its", "their", "both")]
        if between and all(w in (",", "and", "&", "or") for w in without_brackets(between)):
            run.insert(0, name)
        else:
            break
    if len(run) > 1:
        if run[0].type != "person":
            run = [name for name in run if name.type != "person"]
        return together(discourse, [referent_of(name) for name in run])
    name = head[-1]
    if name.type == "person" and len(head) > 1 and head[-2].type != "person":
        # "Takata spokesman Jared Levy"
        return referent_of(name)
    rest = without_brackets(lower[name.last : end])
    if "." in rest:
        # "S&P 500 .SPX": a code.
        stop = rest.index(".")
        if stop and document.words[name.last + stop - 1].isupper():
            stop -= 1
        end = name.last + stop
        rest = rest[:stop]
    if not rest:
        return referent_of(name)
    if rest[0] in POSSESSIVES:
        return possessed(discourse, name, end) or referent_of(name)
    nouns = [word for word in rest if word.isalnum() and word not in FORMS]
    if nouns == ["and"]:
        # "Hart and Co"
        nouns = []
    # "The Hart energy index" is an index of its own, told apart by what it is of.
    another = len(nouns) > 1 and nouns[-1] == "index" and name.type != "index"
    if not another and (
        not nouns
        or nouns[-1] in MEASURES
        or nouns[-1] in ROLES
        or nouns[-1] in ONLOOKERS
        or name.type == "person"
    ):
        return referent_of(name)
    words = (
        (name.own or name.name)
        + " "
        + " ".join(without_brackets(document.words[name.last : end])).replace(" - ", "-")
    )
    return Referent(words, slug(words), "phrase", name.first, end)


def _measured(discourse: Discourse, end: int, last: int, names: list[Name]) -> Referent | None:
    """Return whose measure it is: "sales of X", "China's economy"; None where the phrase does not say."""
    lower = discourse.reading.document.lower
    for name in names:
        if name.type == "place" and name.last < end and lower[name.last] in POSSESSIVES:
            return referent_of(name)
    index = end
    while index < last:
        stop = index + 1
        while stop < last and lower[stop] not in RELATORS:
            stop += 1
        owner = [name for name in discourse.names_in(index + 1, stop) if name.type != "place"]
        link, head = lower[index], lower[index - 1]
        if link == "from" and head in ("loss", "losses"):
            # "losses from the flood": by what, never whose.
            index = stop
            continue
        of_anything = link == "of" or head in MEASURED_ON or (link == "in" and head in CHANGES)
        if link in UNIT_LINKS and (unit := unit_of(discourse, index + 1, stop)) is not None:
            return unit
        linked = (
            (
                of_anything
                and stop > index + 1
                and (not lower[index + 1][:1].isdigit() or discourse.begins_name(index + 1))
            )
            or (owner and (link in OF_OWNERS or of_anything or (link == "in" and head in HELD_IN)))
            or (index == end and is_of_things(lower, index, stop))
            # "Sales across the industry"
            or (link in WITHIN and lower[stop - 1] in TRADES)
        )
        if linked or (owner and head in POSTPOSED):
            found = resolve(discourse, index + 1, last if lower[index] == "of" else stop)
            if found is not None and not found.is_bare:
                return found
        index = stop
    return None


def before(discourse: Discourse, token: int, speakers: bool = False) -> list[Referent]:
    """Return the subjects said before `token`, nearest first: of its sentence, then of the ones before."""
    document = discourse.reading.document
    sentence = document.sentence_at(token)
    found: list[Referent] = []
    clauses = discourse.clauses(sentence)
    here = bisect_right(clauses, token, key=attrgetter("first"))
    for clause in clauses[max(0, here - 8) : here + 1][::-1]:
        if clause.kind == "relative" and clause.last <= token:
            # "firms like Acme, which sued, its loss": who has one is outside of what only narrows.
            continue
        if clause.subject is not None and clause.subject[1] <= token and clause.subject[0] != token:
            referent = clause_subject(discourse, clause.subject)
            if referent is not None and not (referent.type == "phrase" and is_onlooker(referent)):
                found.append(referent)
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        referent = _opening_subject(discourse, earlier) if speakers else None
        referent = referent or sentence_subject(discourse, earlier)
        if referent is not None:
            found.append(referent)
    return found


def _opening_subject(discourse: Discourse, sentence: int) -> Referent | None:
    """Return the subject of a sentence's first clause where it is named, even of one who only speaks."""
    subject = discourse.clauses(sentence)[0].subject
    found = clause_subject(discourse, subject) if subject is not None else None
    return found if found is not None and found.type != "phrase" else None


def clause_subject(discourse: Discourse, span: tuple[int, int]) -> Referent | None:
    """Return whom a clause's subject stands for, read once."""
    key = span[0]
    if key not in discourse.clause_subjects:
        discourse.clause_subjects[key] = None  # Guards against a pronoun that would stand for itself.
        found = _apposition(discourse, span) or resolve(discourse, span[0], span[1])
        discourse.clause_subjects[key] = found
    return discourse.clause_subjects[key]


def _apposition(discourse: Discourse, span: tuple[int, int]) -> Referent | None:
    """Return the name that a common noun gets between commas: "its premium model, Lexus, sold"."""
    document = discourse.reading.document
    last = span[1]
    if last + 2 >= len(document.words) or document.words[last] != ",":
        return None
    if any(name.type != "place" for name in discourse.names_in(*span)):
        return None
    names = discourse.names_in(last + 1, last + 8)
    if (
        names
        and names[0].first == last + 1
        and document.words[names[0].last] in (",", "(")
        and names[0].type != "place"
    ):
        return referent_of(names[0])
    return None


def sentence_subject(discourse: Discourse, sentence: int) -> Referent | None:
    """Return what a sentence is about: the first clause subject that does more than speak."""
    if sentence not in discourse.subjects:
        discourse.subjects[sentence] = None
        person = None
        found = discourse.clauses(sentence)
        lower = discourse.reading.document.lower
        for clause in found:
            if clause.subject is None:
                continue
            if clause is found[0] and lower[clause.first] in BACKGROUND and len(found) > 1:
                continue
            referent = clause_subject(discourse, clause.subject)
            if referent is None:
                continue
            speaks = clause.kind == "said" and referent.type in ("phrase", "institution")
            if speaks or is_onlooker(referent):
                person = person or (referent if referent.type == "person" else None)
                continue
            discourse.subjects[sentence] = referent
            break
        else:
            discourse.subjects[sentence] = person
    return discourse.subjects[sentence]
