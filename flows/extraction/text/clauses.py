"""Clauses of a sentence: a light reading of verbs, their subjects and what hangs on them.

No parser: verbs are known by form and neighbours; between two verbs stands a boundary (a conjunction, a
comma, a relative pronoun, a verb of saying), and the noun phrase between boundary and verb is the
subject. Interface for all rules that ask "who does what here":

* `clauses(document, sentence)` returns the clauses of sentence number `sentence`, in text order. Their
  ranges are disjoint and cover the sentence; results are the caller's to cache.
* `clause_at(found, token)` returns the clause that holds a token.

A clause that resumes after an inserted one ("AvtoVAZ, in which X holds a stake, sold ...") is a clause of
its own whose subject is the phrase before the insertion.
"""

from typing import Final

from flows.extraction.text.antecedents import antecedent, phrase_before
from flows.extraction.text.document import Document
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.result_names import result_names
from flows.extraction.text.subject_phrases import Span, is_mark, opens_compound, opens_phrase, trim
from flows.extraction.text.subject_words import MEASURES
from flows.extraction.text.verb_groups import verb_groups
from flows.extraction.text.verb_words import (
    ADVERBS,
    COMMAS,
    DETERMINERS,
    NOMINATIVE,
    PAST,
    PREPOSITIONS,
    PRESENT_S,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    is_adverb,
)

DEGREES: Final = frozenset("much many few little high low far long early late well such".split())


BACKGROUND: Final = frozenset("after before since until while when as although though because if".split())
WHEN_OR_AFTER: Final = frozenset("after before since until".split())


HOLDING: Final = frozenset("includes included include involves involved involve".split())
DASHES: Final = frozenset(("-", "--", "—", "–"))
AGENCY_NAMES: Final = frozenset("reuters bloomberg ap afp upi".split())
MAX_DATELINE: Final = 16
STRONG: Final = frozenset((";", ":", "--", "—", "...", "“", "”", '"'))


class Clause:
    """A stretch of a sentence with one verb group.

    Attributes:
        first, last: tokens, half-open.
        subject: tokens of the subject's noun phrase, None where the clause has none.
        verb: the token of the verb that says what happens (after its auxiliaries), None without one.
        auxiliary: the first token of the verb group (`verb` itself without auxiliaries).
        kind: main, relative, participle ("cars sold by X", ", selling 3,000"), said (a clause of
            saying), none (no verb).
        parent: the clause it hangs on, None for the first.
    """

    def __init__(
        self,
        first: int,
        last: int,
        subject: Span | None = None,
        verb: int | None = None,
        auxiliary: int | None = None,
        kind: str = "none",
        parent: "Clause | None" = None,
    ) -> None:
        self.first = first
        self.last = last
        self.subject = subject
        self.verb = verb
        self.auxiliary = auxiliary
        self.kind = kind
        self.parent = parent


def clause_at(found: list[Clause], token: int) -> Clause:
    """Return the clause of `found` that holds `token` (the nearest one before, else the first)."""
    at = 0
    while at + 1 < len(found) and found[at + 1].first <= token:
        at += 1
    return found[at]


def clauses(document: Document, sentence: int) -> list[Clause]:
    """Return the clauses of sentence number `sentence`, in text order; at least one."""
    first, last = document.sentences[sentence]
    groups = verb_groups(document, first, last)
    if not groups:
        return [Clause(first, last)]
    found: list[Clause] = []
    start = _after_dateline(document, first, groups[0][0])
    if groups[0][2] == "finite" and (split := _first_relative(document, first, groups[0][0])):
        found.append(Clause(first, split, trim(document, first, split)))
        start = split
    for auxiliary, verb, form in groups:
        previous = found[-1] if found else None
        boundary = _boundary(document, previous, start, auxiliary, form)
        if previous is not None:
            previous.last = boundary
            if form == "finite" and boundary == start and _reduced(document, previous, auxiliary):
                # "cars recalled to date have been repaired": the first verb only narrows the subject.
                previous.kind = "participle"
                found.append(Clause(boundary, last, previous.subject, verb, auxiliary, "main", previous))
                start = verb + 1
                continue
            if form == "finite" and _in_apposition(document, previous, auxiliary):
                # "Acme, a firm based in Hart, Norway, said": the participle narrows what is inserted.
                previous.kind, previous.last = "participle", auxiliary
                kind = "said" if document.lower[verb] in SAYING else "main"
                found.append(Clause(auxiliary, last, previous.subject, verb, auxiliary, kind, previous))
                start = verb + 1
                continue
        clause = Clause(
            boundary, last, None, verb, auxiliary, _kind(document, boundary, verb, form, previous), previous
        )
        clause.subject = _subject(document, clause, previous, form)
        if found and form == "finite" and document.lower[auxiliary - 1] in COMMAS:
            clause.subject = _waiting(document, found) or clause.subject
        found.append(clause)
        start = verb + 1
    found[0].first = first
    return found


def _after_dateline(document: Document, first: int, last: int) -> int:
    """Return where a sentence begins behind "(Reuters) -" or "OSLO/HAMAR (Reuters) -"."""
    words, lower = document.words, document.lower
    for close in range(first + 2, min(first + MAX_DATELINE, last - 1)):
        if words[close] == ")" and lower[close + 1] in DASHES:
            opened = next((i for i in range(close - 1, first - 1, -1) if words[i] == "("), close)
            agency = opened == first or not AGENCY_NAMES.isdisjoint(lower[opened:close])
            return close + 2 if agency else first
    return first


def _waiting(document: Document, found: list[Clause]) -> Span | None:
    """Return the first phrase of a sentence where it has no verb yet: "Acme, a firm that Hart owns, sold"."""
    first = found[0].first
    end = found[0].last if found[0].auxiliary is None else found[0].auxiliary
    last = next((i for i in range(first + 1, end) if document.words[i] == ","), None)
    if last is None:
        return None
    span = trim(document, first, last)
    if span is None or any(c.subject == span and c.kind in ("main", "said") for c in found):
        return None
    return span


def _reduced(document: Document, clause: Clause, auxiliary: int) -> bool:
    """Whether the verb of a clause can be a participle after its noun: "automakers involved in"."""
    verb = clause.verb
    if verb is None or clause.auxiliary != verb or clause.subject is None:
        return False
    word = document.lower[verb]
    return (
        word not in SAYING
        and (
            word.endswith("ed")
            or word in ("sold", "made", "built", "held", "found", "lost", "paid", "bought")
        )
        and clause.subject[1] == verb
        and (document.lower[verb + 1] in PREPOSITIONS or verb + 1 == auxiliary)
    )


def _in_apposition(document: Document, clause: Clause, auxiliary: int) -> bool:
    """Whether the verb of a clause stands in an insertion that closes right before `auxiliary`."""
    verb, subject = clause.verb, clause.subject
    return (
        verb is not None
        and subject is not None
        and clause.auxiliary == verb
        and document.lower[verb].endswith("ed")
        and subject[1] + 1 < verb
        and document.lower[subject[1]] == ","
        and document.lower[subject[1] + 1] in DETERMINERS
        and document.lower[verb - 1] != ","
        and document.lower[auxiliary - 1] == ","
    )


def _first_relative(document: Document, first: int, auxiliary: int) -> int:
    """Return where a relative clause opens before the first verb: "Ford, which sold ..."; 0 without one."""
    lower = document.lower
    for index in range(first + 1, auxiliary):
        if lower[index] in ("which", "who", "whose") or (
            lower[index] == "that" and index + 1 == auxiliary and not is_mark(document, index - 1)
        ):
            return index - 1 if lower[index - 1] in PREPOSITIONS and index - 1 > first else index
    return 0


def _boundary(document: Document, previous: Clause | None, start: int, auxiliary: int, form: str) -> int:
    """Return where the clause of the verb at `auxiliary` begins, after `start`."""
    if previous is None:
        return start
    lower = document.lower
    if form in ("ed", "ing"):
        # The participle opens the clause, after the comma or word that introduces it.
        back = auxiliary
        while back > start and is_adverb(lower[back - 1]):
            back -= 1
        if (
            form == "ing"
            and back > start
            and lower[back - 1] not in COMMAS
            and lower[back - 1] not in SUBORDINATORS
        ):
            # "with sales rising 8%": the clause begins at "with".
            look = back - 1
            while look > start and back - look < 8 and lower[look] not in COMMAS and lower[look] != "with":
                look -= 1
            if lower[look] == "with":
                return look
        if back > start and lower[back - 1] in ("while", "after", "before", "by", "without", "also"):
            back -= 1
        return max(back, start)
    says = lower[auxiliary] in SAYING or (auxiliary + 1 < len(lower) and lower[auxiliary + 1] in SAYING)
    index = auxiliary - 1
    if says and lower[index] == "," and previous.kind == "main" and _is_inverted(document, auxiliary):
        return auxiliary
    if lower[index] == "," and lower[previous.first] in BACKGROUND and previous.verb is not None:
        # "After prices fell, Acme, a maker of lamps, sold": what is inserted has its own commas.
        return next(i for i in range(previous.verb, auxiliary) if lower[i] == ",") + 1
    # "The agency reported stocks at Hart, Brenmark, fell": the comma closes what its subject holds.
    commas = int(previous.kind == "said" and lower[index] == ",")
    best = start
    named = result_names(lower, start, auxiliary)
    while index >= start:
        inside = next((at for at, end in named if at <= index < end), None) if named else None
        if inside is not None:
            index = inside - 1
            continue
        word = lower[index]
        if word in STRONG or (word == "-" and not document.joined(index)):
            return index + 1
        if word == ")" and "(" not in lower[start:index]:
            # The bracket holds the clause before.
            return index + 1
        if word in NOMINATIVE and index + 3 > auxiliary and index + 1 <= auxiliary:
            return index - 1 if index > start and lower[index - 1] in SUBORDINATORS else index
        if word in RELATIVES:
            if (
                word == "that"
                and index + 1 == auxiliary
                and index - 1 >= start
                and lower[index - 1] in COMMAS
            ):
                return index
            return (
                index - 1
                if index - 1 >= start and lower[index - 1] in ("in", "of", "for", "to", "with")
                else index
            )
        if word in SUBORDINATORS:
            if word in ("and", "or") and (
                # "a three-and-a-half-year low hit in May"
                lower[index + 1] == "-" or not _opens_clause(document, index, auxiliary, start)
            ):
                index -= 1
                continue
            if (
                word in ("as", "than", "so")
                and index + 1 < auxiliary
                and (
                    lower[index + 1][:1].isdigit()
                    or lower[index + 1] in DEGREES
                    or lower[index - 1] in DEGREES
                    or lower[index + 1] == "of"
                )
            ):
                index -= 1
                continue
            if word in WHEN_OR_AFTER and index > start and lower[start - 1] in SAYING:
                # "said profit before tax rose": what is said has no verb yet.
                index -= 1
                continue
            return index
        if word == "," and says and index + 1 < auxiliary:
            return index + 1
        if start < index < auxiliary - 1 and opens_phrase(document, index):
            return index
        if word == "," and not commas:
            commas, best = 1, index + 1
        index -= 1
    return best


def _is_inverted(document: Document, verb: int) -> bool:
    """Whether the one who says follows the verb: ", said the agency", ", said Jane Roe"."""
    after = document.words[verb + 1] if verb + 1 < len(document.words) else ""
    return after[:1].isupper() or after in DETERMINERS


def _opens_clause(document: Document, index: int, auxiliary: int, start: int) -> bool:
    """Whether "and" at `index` begins a clause and not the second half of its subject.

    "Nissan and Renault sold" joins two names; "rose to 5 million and exports fell" joins two clauses: a
    number or a comma before, or nothing between "and" and the verb.
    """
    words, lower = document.words, document.lower
    if index + 1 == auxiliary or lower[index + 1][:1].isdigit() or lower[index + 1] in "$£€":
        return True
    before = lower[index - 1]
    if before in CALENDAR and lower[index + 1] in CALENDAR:
        # "sales for November and December will rise"
        return False
    if (
        before == ","
        and "," in lower[max(start, index - 5) : index - 1]
        and "," in lower[index + 1 : auxiliary]
    ):
        # "in the U.S., Asia, and Europe, the Leaf leads": the end of a list.
        return False
    if (
        before == ","
        or before[:1].isdigit()
        or before in ("percent", "pct", "%", "million", "billion", "units")
    ):
        return True
    if lower[index + 1] in PRONOUNS:
        return True
    verb = lower[start - 1]
    acts = verb not in SAYING and (verb in PAST or verb in PRESENT_S or verb.endswith("ed"))
    if acts and lower[index + 1] == "the" and "," not in lower[start:index]:
        # "Results topped estimates and the mill sold": an object does nothing.
        return True
    if index - start <= 3 and lower[start - 1] in SAYING:
        return False
    # "X and Y sold": both sides nouns with nothing but the phrase between the last boundary and here.
    for look in range(index - 1, max(start, index - 6) - 1, -1):
        if lower[look] in SUBORDINATORS or lower[look] in COMMAS or lower[look] in SAYING:
            return False
        if words[look][:1].isdigit():
            return True
    return index - start > 4


def _is_content(previous: Clause | None, that: int, verb: int) -> bool:
    """Whether "that" opens what is said ("said on Monday that sales") and narrows no noun."""
    if previous is None or previous.kind != "said":
        return False
    return that - (previous.verb or that) <= 4 and that + 1 < verb


def _kind(document: Document, boundary: int, verb: int, form: str, previous: Clause | None) -> str:
    lower = document.lower
    if form in ("ed", "ing"):
        return "participle"
    relative = lower[boundary] in RELATIVES or (
        lower[boundary] in PREPOSITIONS and not RELATIVES.isdisjoint(lower[boundary + 1 : boundary + 2])
    )
    if relative and (
        lower[boundary] != "that" or previous is None or not _is_content(previous, boundary, verb)
    ):
        return "relative"
    return "said" if lower[verb] in SAYING else "main"


def _subject(document: Document, clause: Clause, previous: Clause | None, form: str) -> Span | None:
    lower = document.lower
    auxiliary = clause.auxiliary
    if auxiliary is None:
        return None
    if form in ("ed", "ing"):
        if lower[clause.first] == "with" and auxiliary - clause.first > 1:
            return clause.first + 1, auxiliary
        if previous is None:
            return trim(document, clause.first, auxiliary)
        before = clause.first - 1
        if lower[before] == "(":
            # "mills (employing 40) and shops (employing 30)": what stands right before the bracket.
            return phrase_before(document, previous, before) or previous.subject
        if form == "ing" and before == previous.verb:
            if previous.kind == "relative" and previous.parent is not None and lower[before] in HOLDING:
                # "Velta has a plan that includes closing four mills": whose plan it is closes them.
                return previous.parent.subject
            # "Output is forecast rising 3%"
            return previous.subject
        if lower[before] in COMMAS or lower[clause.first] in SUBORDINATORS or lower[clause.first] == "by":
            return _named_predicate(document, previous) or previous.subject
        # "cars sold by X": the phrase before the participle.
        return phrase_before(document, previous, clause.first)
    begin = clause.first
    if "'" in lower[auxiliary] or "’" in lower[auxiliary]:
        stem = lower[auxiliary].replace("’", "'").partition("'")[0]
        if stem in PRONOUNS:
            return auxiliary, auxiliary + 1
    while begin < auxiliary and (
        lower[begin] in SUBORDINATORS
        or lower[begin] in COMMAS
        or (lower[begin] in ADVERBS and lower[begin + 1] in SUBORDINATORS)
    ):
        if lower[begin] in WHEN_OR_AFTER and any(is_mark(document, i) for i in range(begin, auxiliary - 1)):
            # "After three wins, the team is": a time before the subject, not a clause.
            break
        if opens_compound(document, begin):
            # "After-tax profit"
            break
        begin += 1
    if begin < auxiliary and lower[begin] in RELATIVES and previous is not None:
        if lower[begin] == "that" and lower[begin - 1] in SAYING:
            begin += 1
        elif lower[begin] == "whose" and (
            lower[auxiliary - 1] in MEASURES or not lower[auxiliary - 1].endswith("s")
        ):
            # "Acme, whose sales rose", "whose first album sold": the owner; "whose shops": they themselves.
            return antecedent(document, previous, begin)
        elif begin + 1 == auxiliary or trim(document, begin + 1, auxiliary) is None:
            # "who in May sold": nothing but adverbials before the verb.
            return antecedent(document, previous, begin)
        else:
            begin += 1
    elif begin + 1 < auxiliary and lower[begin] in PREPOSITIONS and lower[begin + 1] in RELATIVES:
        begin += 2
    span = trim(document, begin, auxiliary, lower[clause.verb or auxiliary] in SAYING)
    if span is not None:
        return span
    if previous is not None and (outer := _before_dashes(document, previous, auxiliary)) is not None:
        return outer
    if (after := _inverted(document, clause, begin)) is not None:
        return after
    if previous is None:
        return None
    joined = lower[clause.first] in ("and", "or", "but") and not is_mark(document, clause.first - 1)
    if joined and previous.kind == "relative":
        # "who earn much and spend little": the second verb has the subject of the first.
        return previous.subject
    # After inserted relative clauses the outermost antecedent goes on.
    resumed = previous
    while resumed.kind == "relative" and resumed.parent is not None:
        inner, resumed = resumed, resumed.parent
        if resumed.kind == "none" and resumed.subject is not None:
            return resumed.subject
        if resumed.kind != "relative":
            return antecedent(document, resumed, inner.first)
    return previous.subject


def _before_dashes(document: Document, previous: Clause, auxiliary: int) -> Span | None:
    """Return the subject before an insertion between dashes: "and exports - of tin and zinc -- rose"."""
    lower = document.lower
    close = auxiliary - 1
    if lower[close] not in DASHES or not is_mark(document, close):
        return None
    floor = previous.first if previous.verb is None else previous.verb
    opens = next((i for i in range(close - 1, floor, -1) if lower[i] in DASHES and is_mark(document, i)), 0)
    first = opens
    while first > floor + 1 and lower[first - 1] not in COMMAS and lower[first - 1] not in SUBORDINATORS:
        first -= 1
    return trim(document, first, opens) if opens > first else None


def _named_predicate(document: Document, clause: Clause) -> Span | None:
    """Return the name that a clause says its described subject is: "the winner was [Jane Roe], earning"."""
    words, lower = document.words, document.lower
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb != clause.auxiliary or lower[verb] not in ("is", "was"):
        return None
    if lower[subject[0]] not in ("the", "a", "one", "another") or verb + 1 >= clause.last:
        return None
    end = verb + 1
    while end < clause.last and words[end][0].isupper():
        end += 1
    return (verb + 1, end) if end > verb + 1 else None


def _inverted(document: Document, clause: Clause, begin: int) -> Span | None:
    """Return a subject that follows its verb: "said Jane Roe", "In second place was Acme with"."""
    lower, verb = document.lower, clause.verb
    if verb is None or verb + 1 >= clause.last or clause.auxiliary is None:
        return None
    saying = lower[verb] in ("said", "says", "added", "boasted", "wrote", "explained")
    opened = begin > 0 and (begin == clause.auxiliary) and (is_mark(document, begin - 1) or saying)
    fronted = lower[clause.first] in PREPOSITIONS or lower[clause.first].endswith("ing")
    if not (
        saying and opened and (document.words[verb + 1] != lower[verb + 1] or lower[verb + 1] in DETERMINERS)
    ) and not (fronted and lower[verb] in ("was", "were", "is", "are", "came", "stood")):
        return None
    end, depth = verb + 1, 0
    while end < clause.last and (lower[end] != "." or depth):
        depth += (lower[end] == "(") - (lower[end] == ")")
        if (
            depth == 0
            and lower[end] != ")"
            and (is_mark(document, end) or (lower[end] in PREPOSITIONS and lower[end] != "of"))
        ):
            break
        end += 1
    return (verb + 1, end) if end > verb + 1 else None
