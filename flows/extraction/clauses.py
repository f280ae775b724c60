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

from dataclasses import dataclass

from flows.extraction.document import Document
from flows.extraction.name_words import CALENDAR
from flows.extraction.verb_words import (
    ADJECTIVE_OR_VERB,
    ADVERBS,
    AUXILIARIES,
    BASE_PRESENT,
    COMPARING_PARTICIPLES,
    DETERMINERS,
    FINITE_AUXILIARIES,
    INTRANSITIVE,
    NOT_VERBS,
    PAST,
    PREPOSITIONS,
    PRESENT_S,
    PRESENT_S_NOUNS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    is_adverb,
)

Span = tuple[int, int]
NOMINATIVE = frozenset("it they he she we i you there".split())
LEADING = ADVERBS | frozenset("however thus therefore moreover nevertheless instead indeed also".split())
CONTRACTED = frozenset(
    f"{pronoun}{mark}{end}"
    for pronoun in ("i", "we", "you", "they", "he", "she", "it", "that", "who", "there")
    for mark in ("'", "’")
    for end in ("ve", "re", "ll", "d", "m")
)
BEFORE_IS = NOMINATIVE | frozenset("that this what who here where".split())
SPANS = frozenset("year month week quarter".split())
DEGREES = frozenset("much many few little high low far long early late well such".split())
VERBISH = PAST | PRESENT_S | BASE_PRESENT
WHO = frozenset(("who", "which"))
WHEN_OR_AFTER = frozenset("after before since until".split())
NO_PARTICIPLES = frozenset(
    """including excluding according following regarding during managing nothing something anything everything
    spring king morning evening string wing sterling""".split()
)
WHEN = frozenset("in on by at for during since until from".split())
COMMAS = frozenset((",", "(", ")", ";", ":", "--", "—", "–", "...", "“", "”", '"'))
STRONG = frozenset((";", ":", "--", "—", "...", "“", "”", '"'))


@dataclass(slots=True, eq=False)
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

    first: int
    last: int
    subject: Span | None = None
    verb: int | None = None
    auxiliary: int | None = None
    kind: str = "none"
    parent: "Clause | None" = None


def is_mark(document: Document, index: int) -> bool:
    """Whether the token is a mark between clauses: a comma, a bracket, a dash; not a hyphen in a word."""
    word = document.words[index]
    return word in COMMAS or (word == "-" and not document.joined(index))


def clause_at(found: list[Clause], token: int) -> Clause:
    """Return the clause of `found` that holds `token` (the nearest one before, else the first)."""
    best = found[0]
    for clause in found:
        if clause.first <= token:
            best = clause
    return best


def clauses(document: Document, sentence: int) -> list[Clause]:
    """Return the clauses of sentence number `sentence`, in text order; at least one."""
    first, last = document.sentences[sentence]
    groups = _verb_groups(document, first, last)
    if not groups:
        return [Clause(first, last)]
    found: list[Clause] = []
    start = first
    if groups[0][2] == "finite" and (split := _first_relative(document, first, groups[0][0])):
        found.append(Clause(first, split, _trim(document, first, split)))
        start = split
    for auxiliary, verb, form in groups:
        previous = found[-1] if found else None
        boundary = _boundary(document, previous, start, auxiliary, form)
        if previous is not None:
            previous.last = boundary
            if form == "finite" and boundary == start and _reduced(document, previous):
                # "cars recalled to date have been repaired": the first verb only narrows the subject.
                previous.kind = "participle"
                found.append(Clause(boundary, last, previous.subject, verb, auxiliary, "main", previous))
                start = verb + 1
                continue
        clause = Clause(
            boundary, last, None, verb, auxiliary, _kind(document, boundary, verb, form), previous
        )
        clause.subject = _subject(document, clause, previous, form)
        found.append(clause)
        start = verb + 1
    found[0].first = first
    return found


def _reduced(document: Document, clause: Clause) -> bool:
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
        and document.lower[verb + 1] in PREPOSITIONS
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


def _verb_groups(document: Document, first: int, last: int) -> list[tuple[int, int, str]]:
    """Return (first token of the group, main verb, form) of each verb group; form: finite, ed, ing."""
    lower = document.lower
    groups: list[tuple[int, int, str]] = []
    index = first
    seen_finite = False
    while index < last:
        word = lower[index]
        form = ""
        if (
            word in CONTRACTED
            or (word in ("'s", "’s") and index > first and lower[index - 1] in NOMINATIVE)
            or (word in FINITE_AUXILIARIES and (document.words[index] == word or index == first))
        ):
            form = "finite"
        elif not (
            word in VERBISH
            or word[-2:] == "ed"
            or word[-3:] == "ing"
            or (word[-1:] == "s" and lower[index - 1] in WHO)
        ):
            pass
        elif document.words[index] == word or index == first or document.words[index - 1][-2:] == "S.":
            form = _form(document, index, first, last, seen_finite)
        if not form:
            index += 1
            continue
        end = index
        if word in AUXILIARIES or word in CONTRACTED:
            end = _group_end(document, index, last)
        groups.append((index, end, form))
        seen_finite = seen_finite or form == "finite"
        if lower[index] in RELATIVES or (form == "finite" and word in SAYING):
            seen_finite = False
        index = end + 1
    return groups


def _group_end(document: Document, index: int, last: int) -> int:
    """Return the main verb of a group that begins with an auxiliary: "has so far sold", "will be"."""
    lower = document.lower
    end = index
    look = index + 1
    while look < last and look - index < 6:
        word = lower[look]
        if word in AUXILIARIES:
            end = look
        elif is_adverb(word):
            pass
        elif word != document.words[look]:
            break
        elif (
            word in PAST
            or (word.endswith(("ed", "en", "ing", "wn", "ought", "ung", "unk")) and len(word) > 4)
            or (
                lower[end]
                in (
                    "will",
                    "would",
                    "could",
                    "can",
                    "may",
                    "might",
                    "should",
                    "must",
                    "did",
                    "does",
                    "do",
                    "cannot",
                    "won't",
                    "didn't",
                    "doesn't",
                    "don't",
                )
                and word.isalpha()
                and word not in DETERMINERS
                and word not in PREPOSITIONS
                and word not in PRONOUNS
            )
            or word in ("grown", "risen", "seen", "become", "done", "cut", "hit", "set", "fallen")
        ):
            return look
        else:
            break
        look += 1
    return end


def _form(document: Document, index: int, first: int, last: int, seen_finite: bool) -> str:
    """Return "finite", "ed" or "ing" where the word at `index` is a verb of a clause, else ""."""
    lower, words = document.lower, document.words
    word = lower[index]
    before = lower[index - 1] if index > first else ""
    back = index - 1
    while back > first and is_adverb(lower[back]):
        back -= 1
    anchor = lower[back] if index > first else ""
    after = lower[index + 1] if index + 1 < last else ""
    if (
        before in ("who", "which")
        and word not in PRONOUNS
        and word not in DETERMINERS
        and word not in ADVERBS
        and word not in PREPOSITIONS
        and word.isalpha()
        and (word.endswith(("s", "ed")) or word in PAST or word in BASE_PRESENT)
    ):
        return "finite"
    if word in ("ended", "ending") and anchor in (
        "month",
        "months",
        "quarter",
        "year",
        "period",
        "weeks",
        "half",
    ):
        return ""
    if word in PAST:
        if word in (
            "cut",
            "hit",
            "put",
            "cost",
            "beat",
            "forecast",
            "left",
            "shed",
            "made",
            "held",
            "found",
            "lost",
        ):
            if anchor in DETERMINERS - {"that"} or anchor in ("of", "to", "by", "a"):
                return ""
            if word in ("forecast", "cost") and after in ("of", "for", "to", ",", "."):
                return "ed" if after in (",", "."[0:0]) else ""
        if anchor in AUXILIARIES:
            return ""
        if word == "forecast" and (after in AUXILIARIES or after in PAST or after in PREPOSITIONS):
            return ""
        if (
            word in ("cost", "set", "read", "split")
            and after.isalpha()
            and not (after in DETERMINERS or after in PREPOSITIONS or after in ADVERBS or after in PRONOUNS)
        ):
            # "annual cost savings"
            return ""
        if word in (
            "sold",
            "made",
            "built",
            "held",
            "lost",
            "found",
            "paid",
            "bought",
            "spent",
            "left",
            "led",
        ) and (
            seen_finite and anchor not in COMMAS and anchor not in SUBORDINATORS and anchor not in PRONOUNS
        ):
            return "ed"
        return "finite"
    if word in PRESENT_S:
        if anchor in DETERMINERS or anchor in PREPOSITIONS or anchor in ("", "to"):
            return ""
        if word in PRESENT_S_NOUNS and words[back] != anchor and after in (".", ",", ""):
            return "finite"
        if word in PRESENT_S_NOUNS and not (
            after in DETERMINERS
            or after in ("to", "that", "it", "for")
            or after[:1].isdigit()
            or after in "$£€"
        ):
            return ""
        if word in PRESENT_S_NOUNS and not (
            anchor in PRONOUNS or words[back] != anchor or words[back] in (")", ",") or seen_finite is False
        ):
            return ""
        return "finite"
    if word in BASE_PRESENT:
        if anchor in (
            "percent",
            "pct",
            "%",
            "they",
            "we",
            "you",
            "i",
            "who",
            "that",
            "which",
            "analysts",
            "people",
            "experts",
        ) or (
            anchor.endswith("s")
            and not anchor.endswith(("ous", "ss"))
            and anchor not in ("'s", "’s", "its", "this")
            and after not in (",", ".", "of")
        ):
            return "finite"
        return ""
    if word.endswith("ed") and len(word) > 4:
        if word in NOT_VERBS and not (
            word in ADJECTIVE_OR_VERB
            and (seen_finite is False or after in PREPOSITIONS or after[:1].isdigit())
        ):
            return ""
        if anchor in DETERMINERS - {"that", "both", "all", "most"} or anchor in PREPOSITIONS - {
            "up",
            "down",
            "out",
        }:
            return ""
        if anchor in ("'s", "’s") or anchor[:1].isdigit() or anchor in ("million", "billion", "bn", "mln"):
            return "ed" if after in ("by", "in", "last", "from", "at", "on") else ""
        if before == "-" or anchor in AUXILIARIES:
            return ""
        if anchor in ("newly", "recently", "previously") and back == index:
            return ""
        if word in COMPARING_PARTICIPLES and after in ("to", "with", "by", "on"):
            return "ed"
        if word in INTRANSITIVE:
            return "finite"
        if anchor == "," and after in ("by", "in", "with", "on", "at", "from"):
            return "ed"
        if (
            after in PREPOSITIONS
            and seen_finite
            and not (
                anchor in PRONOUNS or anchor in SUBORDINATORS or anchor in COMMAS or words[back] != anchor
            )
        ):
            return "ed"
        if after == "by" and seen_finite:
            return "ed"
        return "finite"
    if word.endswith("ing") and len(word) > 4 and word not in NO_PARTICIPLES:
        if anchor in (",", "while", "after", "before", "and", "with", "by", "without") or (
            index == first and after not in ("to",)
        ):
            return (
                "ing"
                if anchor in (",", "while", "after", "before", "by", "without") or index == first
                else ""
            )
        if after[:1].isdigit() or after in (
            "by",
            "about",
            "nearly",
            "almost",
            "to",
            "from",
            "$",
            "£",
            "€",
            "more",
        ):
            return "ing" if anchor not in DETERMINERS and anchor not in PREPOSITIONS else ""
    return ""


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
    commas = 0
    best = start
    while index >= start:
        word = lower[index]
        if word in STRONG or (word == "-" and not document.joined(index)):
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
            if word in ("and", "or") and not _opens_clause(document, index, auxiliary, start):
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
            return index
        if word == "," and says and index + 1 < auxiliary:
            return index + 1
        if word == "," and not commas:
            commas, best = 1, index + 1
        index -= 1
    return best


def _opens_clause(document: Document, index: int, auxiliary: int, start: int) -> bool:
    """Whether "and" at `index` begins a clause and not the second half of its subject.

    "Nissan and Renault sold" joins two names; "rose to 5 million and exports fell" joins two clauses: a
    number or a comma before, or nothing between "and" and the verb.
    """
    words, lower = document.words, document.lower
    if index + 1 == auxiliary or lower[index + 1][:1].isdigit() or lower[index + 1] in "$£€":
        return True
    before = lower[index - 1]
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
    if index - start <= 3 and lower[start - 1] in SAYING:
        return False
    # "X and Y sold": both sides nouns with nothing but the phrase between the last boundary and here.
    for look in range(index - 1, max(start, index - 6) - 1, -1):
        if lower[look] in SUBORDINATORS or lower[look] in COMMAS or lower[look] in SAYING:
            return False
        if words[look][:1].isdigit():
            return True
    return index - start > 4


def _kind(document: Document, boundary: int, verb: int, form: str) -> str:
    lower = document.lower
    if form in ("ed", "ing"):
        return "participle"
    if lower[boundary] in RELATIVES or (lower[boundary] in PREPOSITIONS and lower[boundary + 1] in RELATIVES):
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
            return _trim(document, clause.first, auxiliary)
        before = clause.first - 1
        if lower[before] in COMMAS or lower[clause.first] in SUBORDINATORS or lower[clause.first] == "by":
            return previous.subject
        # "cars sold by X": the phrase before the participle.
        return _phrase_before(document, previous, clause.first)
    begin = clause.first
    if "'" in lower[auxiliary] or "’" in lower[auxiliary]:
        stem = lower[auxiliary].replace("’", "'").partition("'")[0]
        if stem in PRONOUNS:
            return auxiliary, auxiliary + 1
    while begin < auxiliary and (lower[begin] in SUBORDINATORS or lower[begin] in COMMAS):
        if lower[begin] in WHEN_OR_AFTER and any(is_mark(document, i) for i in range(begin, auxiliary - 1)):
            # "After three wins, the team is": a time before the subject, not a clause.
            break
        begin += 1
    if begin < auxiliary and lower[begin] in RELATIVES and previous is not None:
        if lower[begin] == "that" and lower[begin - 1] in SAYING:
            begin += 1
        elif begin + 1 == auxiliary or all(lower[i] in ADVERBS for i in range(begin + 1, auxiliary)):
            return _antecedent(document, previous, begin)
        else:
            begin += 1
    elif begin + 1 < auxiliary and lower[begin] in PREPOSITIONS and lower[begin + 1] in RELATIVES:
        begin += 2
    span = _trim(document, begin, auxiliary, lower[clause.verb or auxiliary] in SAYING)
    if span is not None:
        return span
    if (after := _inverted(document, clause, begin)) is not None:
        return after
    if previous is None:
        return None
    # After inserted relative clauses the outermost antecedent goes on.
    resumed = previous
    while resumed.kind == "relative" and resumed.parent is not None:
        inner, resumed = resumed, resumed.parent
        if resumed.kind == "none" and resumed.subject is not None:
            return resumed.subject
        if resumed.kind != "relative":
            return _antecedent(document, resumed, inner.first)
    return previous.subject


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


def _antecedent(document: Document, clause: Clause, end: int) -> Span | None:
    """Return the phrase right before a relative pronoun at `end`."""
    first = clause.first if clause.verb is None or clause.verb >= end else clause.verb + 1
    if first >= end:
        return clause.subject
    return _phrase_before(document, clause, end)


def _phrase_before(document: Document, clause: Clause, end: int) -> Span | None:
    """Return the noun phrase that ends before token `end`, not reaching over the verb of `clause`."""
    lower = document.lower
    while end > clause.first and (
        lower[end - 1] in COMMAS
        or lower[end - 1] in CALENDAR
        or lower[end - 1] in ("on", "later", "last", "earlier")
    ):
        end -= 1
    first = clause.first if clause.verb is None or clause.verb >= end else clause.verb + 1
    index = end
    while index > first and lower[index - 1] not in COMMAS and lower[index - 1] not in SUBORDINATORS:
        if lower[index - 1] in PREPOSITIONS and lower[index - 1] not in ("of", "in", "for", "at"):
            break
        index -= 1
    return (index, end) if index < end else None


def _trim(document: Document, first: int, auxiliary: int, says: bool = False) -> Span | None:
    """Return the subject phrase in ``[first, auxiliary)``: adverbials before it and after it dropped."""
    lower = document.lower
    last = auxiliary
    while last > first and (
        is_adverb(lower[last - 1]) or (is_mark(document, last - 1) and lower[last - 1] not in (")", ">"))
    ):
        last -= 1
    if first >= last:
        return None
    # A comma right before the verb closes what was inserted after the subject.
    inserted = is_mark(document, last) if last < len(lower) else False
    pieces: list[Span | None] = []
    begin, depth = first, 0
    for index in range(first, last + 1):
        word = lower[index] if index < last else ","
        if word in ("(", "<"):
            depth += 1
        elif word in (")", ">"):
            depth = max(0, depth - 1)
        elif index == last or (depth == 0 and is_mark(document, index)):
            pieces.append(_bare(document, begin, index, index == last))
            begin = index + 1
    nouns = [piece for piece in pieces if piece is not None]
    if not nouns:
        return None
    if len(nouns) > 1 and not inserted:
        if pieces[0] is None or says:
            return nouns[-1]
        if len(nouns) == len(pieces) and {"and", "or"} & set(lower[nouns[-1][0] - 1 : nouns[-1][1]]):
            return nouns[0][0], nouns[-1][1]
        if lower[nouns[0][0]] not in ("(", "-") and document.words[nouns[-1][0]] != lower[nouns[-1][0]]:
            return nouns[-1]
    return nouns[0]


def _bare(document: Document, first: int, last: int, final: bool) -> Span | None:
    """Return the noun phrase of a piece between commas, or None for an adverbial.

    `final`: the verb follows, so "housing starts" and "daily sales" are no adverbials.
    """
    lower = document.lower
    while first < last and (lower[first] in LEADING or lower[first] in ("and", "but", "or")):
        first += 1
    if first >= last or (lower[last - 1] == ")" and document.words[first] == "("):
        return None
    if lower[first] in ("this", "last", "next") and first + 2 < last and lower[first + 1] in SPANS:
        # "This year 33 percent plan": a time before the subject, without a comma.
        return first + 2, last
    if lower[first] in WHEN:
        # "In February sales fell": a time before the subject, without a comma.
        end = first + 1
        while end < last and (lower[end] in TIME_WORDS or lower[end][:1].isdigit()):
            end += 1
        while end - 1 > first and lower[end - 1] in EMPTY_TIME:
            end -= 1
        timed = any(
            lower[i] in REAL_TIME or (len(lower[i]) == 4 and lower[i].isdigit())
            for i in range(first + 1, end)
        )
        return (end, last) if timed and end < last else None
    hedges = lower[first] in ("about", "over", "under", "around", "up", "below", "above")
    if (lower[first] in PREPOSITIONS and not hedges) or _opens_adverbial(lower, first, last, final):
        return None
    if lower[first] == "to" or all(
        lower[i] in TIME_WORDS or lower[i][:1].isdigit() for i in range(first, last)
    ):
        return None
    # "DETROIT (Reuters) - Acme": nothing but a dateline.
    return (
        None
        if last - first <= 6 and lower[last - 1] == ")" and "reuters" in lower[first:last]
        else (first, last)
    )


def _opens_adverbial(lower: list[str], first: int, last: int, final: bool) -> bool:
    """Whether a piece begins with a participle or an adverb that does not belong to a noun after it."""
    if not (lower[first].endswith("ing") or is_adverb(lower[first])):
        return False
    after = lower[first + 1] if first + 1 < last else ""
    return not final or not after or after in DETERMINERS or after in PREPOSITIONS or not after[0].isalpha()


EMPTY_TIME = frozenset("the a this that same of to and".split())
TIME_WORDS = CALENDAR | frozenset(
    """the this that last past previous first second third fourth final full half quarter quarters month
    months year years week day days time period same early late mid end fiscal following next six nine three two
    twelve of to and a earlier later ago""".split()
)
REAL_TIME = TIME_WORDS - EMPTY_TIME
