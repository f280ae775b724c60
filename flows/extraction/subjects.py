"""Who or what each figure is about.

Sought from near to far: a name that the figure is tied to in a list, the noun phrase of which it is a
share, the subject of its clause, what the sentence or the one before is about, the article's topic.
"""

from flows.extraction.clauses import Clause, is_mark
from flows.extraction.discourse import Discourse, Referent, is_onlooker, open_discourse, referent_of
from flows.extraction.figure import Because, Draft, Name
from flows.extraction.reading import Reading
from flows.extraction.referents import before, clause_subject, resolve, sentence_subject
from flows.extraction.subject_words import MEASURES, ONLOOKERS, RELATORS, TRADED
from flows.extraction.verb_words import ADVERBS, AUXILIARIES, PREPOSITIONS, RELATIVES, SUBORDINATORS

EXPECTING = frozenset(
    """expect expects expected expecting predict predicts predicted forecast forecasts projected projects sees see
    seen estimates estimated wants want anticipated anticipates allow allows allowed helped caused
    forced""".split()
)
TELLING = frozenset(
    """raised cut lowered revised upgraded downgraded put puts reported said says added forecast forecasts predicted
    predicts expects expected projected projects sees saw estimated estimates showed shows calculated found
    trimmed worsened improved""".split()
)
PHRASE_ENDS = frozenset(
    (".", "compared", "against", "from", "and", "while", "said", "was", "were", "is", "are", "has", "have")
)
HEDGES = frozenset(
    "about around some nearly almost only just over under more less than but and a the".split()
)
COMPARED = frozenset("compared compares compare against versus while and than".split())
SHARES = frozenset(("share", "percent"))
LINKS = frozenset(
    """with at on up down to by - : ( of an a the from its about around nearly almost some over under just
    more less than only roughly approximately , and fell rose grew selling""".split()
)
LIST_OPENERS = frozenset(", and ; with by while versus than or but ( : followed".split())
COMPARING = frozenset("compared versus vs against than and or with while".split())
CHANGES = frozenset("rise surge drop increase decrease growth fall decline gain jump slump".split())


def assign_subjects(reading: Reading) -> None:
    """Fill `subject` and `entity_code` of every draft of `reading`, with the rule and its confidence."""
    discourse = open_discourse(reading)
    for position, draft in enumerate(reading.drafts):
        previous = reading.drafts[position - 1] if position else None
        if previous is not None and previous.sentence != draft.sentence:
            previous = None
        referent, rule, confidence = _subject(discourse, draft, previous)
        if referent is None:
            continue
        draft.subject, draft.entity_code = referent.words, referent.code
        document = reading.document
        start, end = document.starts[referent.first], document.ends[referent.last - 1]
        draft.why["subject"] = draft.why["entity_code"] = Because(rule, start, end)
        if confidence < 1:
            draft.confidence["subject"] = confidence


def _subject(
    discourse: Discourse, draft: Draft, previous: Draft | None
) -> tuple[Referent | None, str, float]:
    clause = discourse.clause_at(draft.first)
    span = clause.subject
    if (aged := _aged(discourse, draft)) is not None:
        return aged, "age", 0.95
    if (
        span is not None
        and span[0] <= draft.first < span[1]
        and not _tells_expectation(discourse, draft, clause, span)
    ):
        found = _in_subject(discourse, draft, span)
        if found is not None:
            if draft.kind in SHARES and found.type == "phrase":
                discourse.shared_by = found
            return found, "counted_in_subject", 0.9
        if draft.kind in SHARES and discourse.shared_by is not None and _alone(discourse, draft, span):
            return discourse.shared_by, "share_of_the_same", 0.6
    if (found := _counted(discourse, draft)) is not None:
        return found, "named_in_counted", 0.9
    if (found := _former_or_latter(discourse, draft)) is not None:
        return found, "former_or_latter", 0.9
    if (found := _share_of(discourse, draft, clause)) is not None:
        discourse.shared_by = found
        return found, "share_of", 0.8
    if (found := _after(discourse, draft, clause)) is not None:
        return found, "named_after", 0.9
    if (found := _listed(discourse, draft, clause, previous)) is not None:
        return found, "named_in_list", 0.95
    if (found := _fronted(discourse, draft, clause)) is not None:
        return found, "subject_that_follows", 0.9
    if (found := _object(discourse, draft, clause)) is not None:
        return found, "named_in_object", 0.8
    if draft.kind in SHARES and _lower_at(discourse, draft.last) == "who" and discourse.shared_by is not None:
        return discourse.shared_by, "share_of_the_same", 0.6
    if (found := _change_in(discourse, draft, clause)) is not None:
        return found, "change_in", 0.8
    if (found := _infinitive(discourse, draft, clause)) is not None:
        return found, "subject_of_infinitive", 0.9
    if span is not None and _tells_expectation(discourse, draft, clause, span):
        # "the 5% gain analysts had expected": the figure is of the clause before.
        clause = clause.parent or clause
        span = clause.subject
    if span is not None:
        found = clause_subject(discourse, span)
        if (
            found is not None
            and found.type == "phrase"
            and (_reduces(discourse, clause) or span[0] <= draft.first < span[1])
        ):
            # "5,000 cars sold in May": the phrase belongs to the clause around it; "63 percent want": nobody.
            found = None
        if found is not None and found.type == "place":
            thing = _of_places(discourse, draft, previous)
            if thing is not None:
                return thing, "thing_of_the_places", 0.9
        if found is not None and found.type == "phrase":
            moved = _moved(discourse, draft, clause)
            if moved is not None:
                return moved, "measured_object", 0.8
        speaks = found is not None and _only_tells(discourse, found, clause)
        if speaks and (told := _told_of(discourse, draft, clause)) is not None:
            return told, "what_is_told_of", 0.8
        if found is not None and not found.is_weak and not speaks:
            return found, "subject_of_clause", 1.0
        if speaks:
            found = None
    else:
        found = _verbless(discourse, draft, clause)
        if found is not None and not found.is_weak:
            return found, "heading", 0.8
    if _lower_at(discourse, draft.last) == "of" and draft.kind in ("share", "percent", "count"):
        part = _of_phrase(discourse, draft)
        if part is not None:
            return part, "share_of", 0.6
    return _carried(discourse, draft, clause, found)


def _only_tells(discourse: Discourse, found: Referent, clause: Clause) -> bool:
    """Whether a subject says or foresees what the figure is about, and is not what it is about."""
    lower = discourse.reading.document.lower
    if is_onlooker(found):
        return clause.kind == "said"
    telling = clause.verb is not None and (lower[clause.verb] in TELLING or clause.kind == "said")
    return telling and (found.type == "institution" or found.code in discourse.reporters())


def _told_of(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return what a forecast is for: "For poor countries, the fund predicts 3%", "growth of 3% in Chad"."""
    document = discourse.reading.document
    lower = document.lower
    first, last = document.sentences[draft.sentence]
    if lower[first] in ("for", "in") and "," in lower[first : first + 8]:
        comma = lower.index(",", first)
        found = resolve(discourse, first + 1, comma)
        if (
            comma < draft.first
            and found is not None
            and not found.is_bare
            and not lower[first + 1][:1].isdigit()
        ):
            return found
    for index in range(draft.last, min(last - 1, draft.last + 6)):
        if is_mark(document, index) or lower[index][:1].isdigit():
            break
        if lower[index] in ("in", "for"):
            name = _name_at(discourse, index + 1)
            if name is not None and name.type == "place":
                return referent_of(name)
    names = discourse.names_in(clause.first, draft.first)
    if names and names[-1].type == "place" and _lower_at(discourse, names[-1].last) in ("'s", "’s"):
        return referent_of(names[-1])
    return None


def _former_or_latter(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return which of two named before is meant: "3% for the former and 4% for the latter"."""
    lower = discourse.reading.document.lower
    after = lower[draft.last : draft.last + 6]
    word = next((w for w in after if w in ("former", "latter")), None)
    if word is None or after.index(word) == 0 or after[after.index(word) - 1] != "the":
        return None
    if any(w[:1].isdigit() or w in (",", ".", "and") for w in after[: after.index(word)]):
        return None
    first = discourse.reading.document.sentences[max(0, draft.sentence - 1)][0]
    names = discourse.names_in(first, draft.first)
    for left, right in zip(names[-2::-1], names[:0:-1], strict=False):
        if [w for w in lower[left.last : right.first] if w != "the"] == ["and"]:
            return referent_of(left if word == "former" else right)
    return None


def _lower_at(discourse: Discourse, token: int) -> str:
    lower = discourse.reading.document.lower
    return lower[token] if token < len(lower) else ""


def _in_subject(discourse: Discourse, draft: Draft, span: tuple[int, int]) -> Referent | None:
    """Return what a figure inside a subject counts: "27% of the population has", "Sales of 3,000 were"."""
    document = discourse.reading.document
    lower = document.lower
    if draft.first - span[0] > 1:
        found = _measure_before(discourse, draft, span[0])
        if found is not None:
            return found
    if draft.kind == "share" and (found := _predicate(discourse, span[1], draft.last == span[1])) is not None:
        return found
    index = draft.last
    while index < span[1] and (
        lower[index] in ("of", "the", "out", "in", "all", "%") or lower[index].isdigit()
    ):
        index += 1
    found = resolve(discourse, index, span[1]) if index < span[1] else None
    if found is not None and not found.is_bare:
        return found
    # "a new Leaf with a 200-mile range": what stands before the figure has it.
    names = [name for name in discourse.names_in(span[0], draft.first) if name.type != "place"]
    return referent_of(names[-1]) if names else None


def _predicate(discourse: Discourse, index: int, alone: bool) -> Referent | None:
    """Return what a share is: "One in four cars is a Renault", "59% are men"."""
    lower = discourse.reading.document.lower
    if index + 1 >= len(lower) or lower[index] not in ("is", "are", "was", "were"):
        return None
    name = _name_at(discourse, index + 1)
    if name is not None:
        return referent_of(name) if name.type != "place" and name.type != "person" else None
    end = index + 1
    while (
        end < len(lower) and lower[end].isalpha() and lower[end] not in RELATORS and lower[end] != "compared"
    ):
        end += 1
    found = (
        resolve(discourse, index + 1, end)
        if lower[index] in ("are", "were") and alone and end - index <= 3
        else None
    )
    return found if found is not None and found.type == "phrase" else None


def _fronted(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
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
    for other in found:
        if other.subject is not None:
            if other.subject[0] > draft.first and "," in lower[draft.last : other.subject[0]]:
                return clause_subject(discourse, other.subject)
            if other.first <= draft.first < other.last or other.subject[0] < draft.first:
                return None
    return None


def _of_places(discourse: Discourse, draft: Draft, previous: Draft | None) -> Referent | None:
    """Return the thing that places share: "Asia took 90% of Leaf sales, with Japan at 3,000"."""
    lower = discourse.reading.document.lower
    if draft.last + 1 < len(lower) and lower[draft.last] == "of":
        name = _name_at(discourse, draft.last + 1)
        return referent_of(name) if name is not None and name.type != "place" else None
    if previous is None or previous.subject is None or previous.entity_code is None:
        return None
    rule = previous.why["subject"].rule if "subject" in previous.why else ""
    if rule == "thing_of_the_places":
        return Referent(previous.subject, previous.entity_code, None, previous.first, previous.last)
    return None


def _share_of(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return the people or things a compared share is of: "compared with 41% of women"."""
    lower = discourse.reading.document.lower
    if draft.kind not in SHARES or _lower_at(discourse, draft.last) != "of":
        return None
    opener = lower[max(clause.first, draft.first - 8) : draft.first]
    return _of_phrase(discourse, draft) if any(word in COMPARED for word in opener) else None


def _of_phrase(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the phrase after "of" behind a figure where it is things or people, not a measure."""
    document = discourse.reading.document
    lower = document.lower
    first = draft.last + 1
    last = document.sentences[draft.sentence][1]
    while first < last and (lower[first] == "the" or lower[first][:1].isdigit()):
        first += 1
    end = first
    while end < last and end - first < 9 and not is_mark(document, end):
        if lower[end] in PHRASE_ENDS and lower[end - 1] != "who":
            break
        end += 1
    found = resolve(discourse, first, end)
    return found if found is not None and found.type == "phrase" and not found.is_weak else None


def _aged(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the person whose age a figure is: "Jane Roe, 31, ..."."""
    lower = discourse.reading.document.lower
    if draft.first < 2 or lower[draft.first - 1] != "," or _lower_at(discourse, draft.last) not in (",", "."):
        return None
    names = discourse.names_in(draft.first - 5, draft.first)
    if names and names[-1].last == draft.first - 1 and names[-1].type in ("person", None):
        return referent_of(names[-1])
    return None


def _tells_expectation(discourse: Discourse, draft: Draft, clause: Clause, span: tuple[int, int]) -> bool:
    lower = discourse.reading.document.lower
    return (
        span[0] <= draft.first < span[1]
        and lower[span[1] - 1] in ONLOOKERS
        and span[1] - draft.last >= 2
        and clause.verb is not None
        and lower[clause.verb] in EXPECTING
    )


def _change_in(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return what changes where somebody only tells of it: "The bank forecast a 3% rise in house prices"."""
    lower = discourse.reading.document.lower
    index = draft.last
    if draft.kind != "growth" or clause.subject is None or _lower_at(discourse, index + 1) != "in":
        return None
    if lower[index] not in CHANGES:
        return None
    teller = clause_subject(discourse, clause.subject)
    if teller is None or not (
        is_onlooker(teller) or teller.type == "institution" or teller.code in discourse.reporters()
    ):
        return None
    end = index + 2
    last = discourse.reading.document.sentences[draft.sentence][1]
    while end < last and end - index < 8 and not is_mark(discourse.reading.document, end):
        if lower[end] in PREPOSITIONS and lower[end] != "of" or lower[end] in PHRASE_ENDS:
            break
        end += 1
    found = resolve(discourse, index + 2, end)
    return found if found is not None and not found.is_bare else None


def _moved(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return what a thing moves by or to a figure: "The slowdown brought inflation to 3%"."""
    document = discourse.reading.document
    lower = document.lower
    if (
        clause.verb is None
        or clause.verb + 2 >= draft.first
        or lower[draft.first - 1] not in ("by", "to", "from", "at")
    ):
        return None
    first, last = clause.verb + 1, draft.first - 1
    if (
        any(is_mark(document, i) or lower[i][:1].isdigit() for i in range(first, last))
        or lower[first] in PREPOSITIONS
    ):
        return None
    found = resolve(discourse, first, last)
    return found if found is not None and not found.is_bare and not is_onlooker(found) else None


def _infinitive(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return whose doing is expected: "X expects the market to grow 5 percent"."""
    lower = discourse.reading.document.lower
    verb = clause.verb
    if verb is None or verb >= draft.first or lower[verb] not in EXPECTING:
        return None
    to = next((i for i in range(verb + 1, min(draft.first, verb + 14)) if lower[i] == "to"), None)
    if (
        to is None
        or to <= verb + 1
        or not lower[to + 1].isalpha()
        or any(w[:1].isdigit() for w in lower[verb:to])
    ):
        return None
    found = resolve(discourse, verb + 1, to)
    return found if found is not None and not found.is_weak and not is_onlooker(found) else None


def _reduces(discourse: Discourse, clause: Clause) -> bool:
    verb = clause.verb
    return (
        clause.kind == "participle"
        and verb is not None
        and not discourse.reading.document.lower[verb].endswith("ing")
    )


def _counted(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the name inside the counted noun phrase: "46 million Takata inflators", "its 50,000th Zoe"."""
    if draft.kind not in ("count", "ordinal_milestone"):
        return None
    document = discourse.reading.document
    index = draft.last
    names = discourse.names_in(index, index + 5)
    if not names or names[0].type == "place" or names[0].type == "person":
        return None
    while index < names[0].first:
        word = document.lower[index]
        if not word.isalpha() or word in RELATORS or word != document.words[index] or word in SUBORDINATORS:
            return None
        index += 1
    end = names[0].last
    while (
        end < len(document.words)
        and end - index < 6
        and document.lower[end].isalpha()
        and (
            document.words[end] == document.lower[end]
            and document.lower[end] not in RELATORS | SUBORDINATORS | AUXILIARIES | RELATIVES
            and not document.lower[end].endswith(("ed", "ing"))
        )
    ):
        end += 1
    return resolve(discourse, index, end)


def _alone(discourse: Discourse, draft: Draft, span: tuple[int, int]) -> bool:
    """Whether a figure is all of its subject: "36% said"."""
    lower = discourse.reading.document.lower
    return draft.last >= span[1] and all(word in HEDGES for word in lower[span[0] : draft.first])


def _measure_before(discourse: Discourse, draft: Draft, first: int) -> Referent | None:
    lower = discourse.reading.document.lower
    if any(word in MEASURES for word in lower[first : draft.first]):
        found = resolve(discourse, first, draft.first)
        return found if found is None or not found.is_bare else None
    return None


def _after(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return a name that follows its figure: "9,808 for the Volt", "built by X", "a rise in sales of Y"."""
    document = discourse.reading.document
    lower = document.lower
    last = min(document.sentences[draft.sentence][1], draft.last + 12)
    index = draft.last
    seen = ""
    while index < last:
        word = lower[index]
        if word in ("for", "by", "of", "from", "at") and index + 1 < last:
            name = _name_at(discourse, index + 1)
            if name is not None and _fits_after(discourse, draft, clause, word, seen, name):
                return referent_of(name)
        if is_mark(document, index) or word in (".", "and", "while", "which", "that") or word[:1].isdigit():
            return None
        seen = word
        index += 1
    return None


def _fits_after(discourse: Discourse, draft: Draft, clause: Clause, link: str, seen: str, name: Name) -> bool:
    lower = discourse.reading.document.lower
    opener = lower[clause.first : draft.first]
    if link == "for":
        if name.type != "place" and name.type != "person" and draft.kind not in ("money", "growth"):
            return True
        compared = any(word in ("compared", "versus", "vs", "against") for word in opener)
        return compared or (bool(opener) and opener[-1] == "and" and name.type != "place")
    if name.type == "place" or name.type == "person":
        return False
    if link == "by":
        return seen.endswith(("ed", "sold", "built", "made", "held"))
    if link == "of":
        return (
            seen in MEASURES
            and draft.kind == "growth"
            and any(word in CHANGES for word in lower[draft.last : name.first])
        )
    return False


def _name_at(discourse: Discourse, token: int) -> Name | None:
    lower = discourse.reading.document.lower
    if lower[token] in ("the", "its", "their", "rival", "a") and token + 1 < len(lower):
        token += 1
    names = discourse.names_in(token, token + 8)
    return names[0] if names and names[0].first == token else None


def _listed(discourse: Discourse, draft: Draft, clause: Clause, previous: Draft | None) -> Referent | None:
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


def _object(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return a named object that the figure measures: "cut the Zoe's range by 30 km", "a Leaf with 250 km"."""
    document = discourse.reading.document
    lower = document.lower
    if clause.verb is None or clause.verb >= draft.first:
        return None
    if lower[draft.first - 1] in ("'s", "’s") and draft.first - 1 > clause.verb + 1:
        begin = draft.first - 2
        while begin > clause.verb + 1 and not (
            is_mark(document, begin - 1) or lower[begin - 1][:1].isdigit() or lower[begin - 1] in PREPOSITIONS
        ):
            begin -= 1
        found = resolve(discourse, begin, draft.first - 1)
        if found is not None:
            return found
    names = [n for n in discourse.names_in(clause.verb + 1, draft.first) if n.type != "place"]
    if not names or names[-1].type == "person":
        return None
    name = names[-1]
    between = _plain(lower[name.last : draft.first])
    if not between:
        return None
    if between[0] in ("'s", "’s", "'") and (
        draft.first - name.last <= 2
        or (between[-1] in ("by", "to", "from", "at") and any(word in MEASURES for word in between))
        or len(between) <= 2
    ):
        return referent_of(name)
    if between[0] in ("with", "had") and len(between) <= 4 and draft.kind in ("measure", "count", "money"):
        return referent_of(name)
    return None


def _verbless(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return the subject of a headline or table line: "Revenue: $3 million", "Acme up 3 percent"."""
    if clause.verb is not None and clause.auxiliary is not None and clause.auxiliary < draft.first:
        return None
    if draft.first > clause.first:
        found = resolve(discourse, clause.first, draft.first)
        if found is not None and not is_onlooker(found):
            return found
    return None


def _carried(
    discourse: Discourse, draft: Draft, clause: Clause, weak: Referent | None
) -> tuple[Referent | None, str, float]:
    """Return the subject from further away: the speaker's company, the sentence, the one before, the topic."""
    named = _protagonist(discourse, draft, clause)
    if named[0] is not None:
        return named
    if weak is not None and weak.is_bare:
        for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 3), -1):
            found = sentence_subject(discourse, earlier)
            if found is not None and found.type == "place":
                return found, "subject_of_sentence_before", 0.6
    if (
        weak is not None
        and not is_onlooker(weak)
        and (not weak.is_bare or " " in weak.words or weak.words.lower() in TRADED)
    ):
        return weak, "measured_thing", 0.7
    parent = clause.parent
    while parent is not None:
        if parent.subject is not None:
            found = clause_subject(discourse, parent.subject)
            if found is not None and not found.is_bare and not _reports(discourse, found):
                return found, "subject_of_sentence", 0.6
        parent = parent.parent
    for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 4), -1):
        found = sentence_subject(discourse, earlier)
        if found is not None and not _reports(discourse, found) and not found.is_bare:
            return found, "subject_of_sentence_before", 0.5
    for sentence in range(min(3, draft.sentence + 1)):
        found = sentence_subject(discourse, sentence)
        if found is not None and not _reports(discourse, found) and not found.is_bare:
            return found, "subject_of_opening", 0.4
    if weak is not None:
        return weak, "measured_thing", 0.4
    if (topic := discourse.topic()) is not None:
        return topic, "topic_of_article", 0.4
    for candidate in before(discourse, draft.first):
        return candidate, "subject_before", 0.3
    return None, "", 0.0


def _protagonist(discourse: Discourse, draft: Draft, clause: Clause) -> tuple[Referent | None, str, float]:
    """Return the named thing whose measure a bare "sales" is: never one that only reports."""
    parent = clause.parent
    while parent is not None:
        if parent.subject is not None:
            found = clause_subject(discourse, parent.subject)
            if found is not None and _owns(discourse, found):
                return found, "subject_of_sentence", 0.8
        parent = parent.parent
    for earlier in range(draft.sentence - 1, max(-1, draft.sentence - 3), -1):
        found = sentence_subject(discourse, earlier)
        if found is not None and _owns(discourse, found):
            return found, "subject_of_sentence_before", 0.7
    topic = discourse.topic()
    if topic is not None and _owns(discourse, topic):
        return topic, "topic_of_article", 0.6
    return None, "", 0.0


def _reports(discourse: Discourse, found: Referent) -> bool:
    return is_onlooker(found) or found.type == "institution" or found.code in discourse.reporters()


def _owns(discourse: Discourse, found: Referent) -> bool:
    return (
        found.is_thing
        and found.type not in ("institution", "index")
        and not found.is_weak
        and found.code not in discourse.reporters()
    )
