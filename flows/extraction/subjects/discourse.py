"""Who a text talks about, sentence by sentence: names, clauses, topics, each read once."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from flows.extraction.figure import Name
from flows.extraction.names.entities import LEGAL_FORMS, EntityTable, entity_table, slug
from flows.extraction.names.reporters import find_reporters
from flows.extraction.reading import Reading
from flows.extraction.text.clauses import Clause, clause_at, clauses
from flows.extraction.text.counts import commonest, counts_of
from flows.extraction.text.document import TOKEN
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.subject_words import ONLOOKERS
from flows.extraction.text.verb_words import AUXILIARIES, PAST, PRESENT_S, SAYING

ORGANISATIONS: Final = frozenset(
    ("company", "brand", "alliance", "institution", "party", "group", "product", "index", None)
)
# Whatever they do in a sentence with a figure, they tell it.
TELLERS_ONLY: Final = frozenset(
    """analyst analysts economist economists expert experts forecasters pollsters poll polls survey surveys
    data media report reports observers strategists newspapers statistics forecast forecasts""".split()
)
ACTING: Final = AUXILIARIES | PAST | PRESENT_S | SAYING | {"'s", "’s"}
BULLETS: Final = frozenset("*•")


# Not frozen, for speed; as names and dates are.
@dataclass(slots=True, unsafe_hash=True, init=False)
class Referent:
    """Whom or what some words stand for.

    Attributes:
        words: the fullest name, or the noun phrase without its article.
        code: canonical code; a slug of the words where nothing is listed.
        type: as in `Name`, "phrase" for a noun phrase, "several" for named things together.
        first, last: tokens that say so, half-open.
        is_bare: nothing but a measure ("sales", "the rate"); also weak.
        is_part: a part of something named that has measures of its own ("Velta's lamp unit").
        is_weak: a measured thing of nobody named ("truck sales"): a topic, where there is one, is better.
        members: the things that "several" stands for.
    """

    words: str
    code: str
    type: str | None
    first: int
    last: int
    is_weak: bool
    members: tuple["Referent", ...]
    is_bare: bool
    is_part: bool

    def __init__(
        self,
        words: str,
        code: str,
        type: str | None,
        first: int,
        last: int,
        is_weak: bool = False,
        members: tuple["Referent", ...] = (),
        is_bare: bool = False,
        is_part: bool = False,
    ) -> None:
        self.words = words
        self.code = code
        self.type = type
        self.first = first
        self.last = last
        self.is_weak = is_weak
        self.members = members
        self.is_bare = is_bare
        self.is_part = is_part

    @property
    def is_thing(self) -> bool:
        """Whether "it" or "the company" may stand for this."""
        return self.is_part or self.type in ORGANISATIONS or self.type == "several"


class Discourse:
    """What the rules on subjects share while one article is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities: EntityTable = entity_table(reading.reference)
        self.names = reading.names
        self.firsts = [name.first for name in reading.names]
        self.opening_tokens = frozenset(reading.document.sentence_firsts)
        self.cache: dict[int, list[Clause]] = {}
        self.at_token: dict[int, Clause] = {}
        self.subjects: dict[int, Referent | None] = {}
        self.clause_subjects: dict[int, Referent | None] = {}
        self.referents: dict[int, Referent] = {}
        self.shared_by: Referent | None = None
        self.said_places: dict[str, str] = {}
        self.counting = -1
        self.rule = ""
        # By noun: where the search has got to, and what it found there (`fuller_phrases`).
        self.found_fuller: dict[str, tuple[int, Referent | None]] = {}
        # Empty until somebody asks.
        self.found_topic: list[Referent | None] = []
        self.found_mentions: list[dict[str, int]] = []
        self.found_home: list[Name | None] = []
        self.found_country: list[tuple[str, str] | None] = []
        self.found_bullets: list[list[Name]] = []
        self.found_event: list[str | None] = []
        self.found_reporters: list[frozenset[str]] = []

    def home(self) -> Name | None:
        """Return the unlisted place that the opening of an article names, None without one."""
        if not self.found_home:
            document = self.reading.document
            last = document.sentences[min(3, len(document.sentences)) - 1][1] if document.sentences else 0
            opening = self.names_in(0, last)
            self.found_home.append(
                next((name for name in opening if name.type == "place" and name.place_code is None), None)
            )
        return self.found_home[0]

    def main_country(self) -> tuple[str, str] | None:
        """Return name and code of the country that most mentions of countries are of, None without one."""
        if not self.found_country:
            seen = counts_of(
                name.place_code for name in self.names if name.place_code and len(name.place_code) == 2
            )
            best, count = commonest(seen)
            if count > 1 and count * 5 >= sum(seen.values()) * 3:
                said = next(name.name for name in self.names if name.place_code == best)
                self.found_country.append((said, best))
            else:
                self.found_country.append(None)
        return self.found_country[0]

    def bullet_heads(self) -> list[Name]:
        """Return the names over lists of facts: "Acme Inc (ACME.N) * Employees: 3,000 * Plants: 4"."""
        if not self.found_bullets:
            heads: list[Name] = []
            document = self.reading.document
            if not BULLETS.isdisjoint(document.vocabulary()):
                lower = document.lower
                for name in self.names:
                    if name.first not in self.opening_tokens or name.type in ("place", "person"):
                        continue
                    if name.type is None and name.last - name.first < 2:
                        # "REVENUES * Sales rose"
                        continue
                    end = name.last + (lower[name.last : name.last + 1] == ["."])
                    if lower[end : end + 1] == ["("] and ")" in lower[end : end + 8]:
                        end = lower.index(")", end) + 1
                    if lower[end : end + 1] in (["*"], ["•"]):
                        heads.append(name)
            self.found_bullets.append(heads)
        return self.found_bullets[0]

    def small_words(self) -> frozenset[str]:
        """Return the words that stand in lower case in the document."""
        return self.reading.document.small_words()

    def clauses(self, sentence: int) -> list[Clause]:
        """Return the clauses of a sentence, read once."""
        found = self.cache.get(sentence)
        if found is None:
            found = self.cache[sentence] = clauses(self.reading.document, sentence)
        return found

    def clause_at(self, token: int) -> Clause:
        """Return the clause that holds `token`."""
        found = self.at_token.get(token)
        if found is None:
            found = clause_at(self.clauses(self.reading.document.sentence_at(token)), token)
            self.at_token[token] = found
        return found

    def names_in(self, first: int, last: int) -> list[Name]:
        """Return the names that lie in tokens ``[first, last)``."""
        names = self.names
        found: list[Name] = []
        for position in range(bisect_left(self.firsts, first), len(names)):
            name = names[position]
            if name.first >= last:
                break
            if name.last <= last:
                found.append(name)
        return found

    def begins_name(self, token: int) -> bool:
        """Whether a name begins at `token`."""
        at = bisect_left(self.firsts, token)
        return at < len(self.firsts) and self.firsts[at] == token

    def topic(self) -> Referent | None:
        """Return what the article is about: the first thing of the opening that its title names too.

        Without a title it is the first named thing of the first sentences that comes back later.
        """
        if not self.found_topic:
            titled = self._titled()
            if titled is None or titled.words.lower().split(" ")[0] in self.reading.document.lower:
                titled = self._topic() or titled
            self.found_topic.append(titled)
        return self.found_topic[0]

    def _topic(self) -> Referent | None:
        document = self.reading.document
        title = set(TOKEN.findall((self.reading.title or "").lower()))
        counts: dict[str, int] = {}
        for name in self.names:
            if name.entity_code:
                counts[name.entity_code] = counts.get(name.entity_code, 0) + 1
        last = document.sentences[min(3, len(document.sentences)) - 1][1] if document.sentences else 0
        reporters = self.reporters()
        actors = self._actors()
        best: Name | None = None
        best_score = 0
        for name in self.names:
            if name.type == "place" or name.entity_code is None:
                continue
            short = document.lower[name.last - 1 if name.type == "person" else name.first]
            score = min(counts[name.entity_code], 6) * 2
            score += 8 if short in title else 0
            score += 5 if name.first < last else 0
            score -= 8 if name.type == "person" else 0
            if name.entity_code in reporters or name.type == "index":
                continue
            if short not in title and name.entity_code not in actors:
                # "the Far West", "Christmas": no sentence says what it does.
                continue
            if counts[name.entity_code] == 1 and name.first >= last:
                continue
            if score > best_score and (score >= 9):
                best, best_score = name, score
        return referent_of(best) if best else None

    def _actors(self) -> set[str | None]:
        """Return the codes of names that do or have something: right before a verb or a possessive mark."""
        lower = self.reading.document.lower
        found: set[str | None] = set()
        for name in self.names:
            end = name.last
            if lower[end : end + 1] == ["("] and ")" in lower[end : end + 8]:
                # "Acme (ACME.N) sold"
                end = lower.index(")", end) + 1
            if lower[end : end + 1] == ["on"] and lower[end + 1 : end + 2] and lower[end + 1] in CALENDAR:
                # "Acme on Friday said"
                end += 2
            if end < len(lower) and lower[end] in ACTING:
                found.add(name.entity_code)
        return found

    def _titled(self) -> Referent | None:
        """Return the firm that a title names with its stock code over a table: "ACME CORP <ACM> 3RD QTR".

        One without a code is in brackets itself: "<ACME CORP> 3RD QTR".
        """
        title = self.reading.title or ""
        if title.startswith("<") and ">" in title:
            title = title[1:].replace(">", "<>", 1)
        name, mark, code = title.partition("<")
        if not mark or ">" not in code or not name.isupper():
            return None
        parts = name.title().split()
        while len(parts) > 1 and parts[-1].lower() in LEGAL_FORMS:
            parts.pop()
        words = " ".join(parts)
        return Referent(words, slug(words), "company", 0, 1)

    def is_central(self, topic: Referent) -> bool:
        """Whether an article is so much about `topic` that what it does not say of others is of it."""
        document = self.reading.document
        if topic.words.lower().split(" ")[0] in (self.reading.title or "").lower():
            return True
        return self.mentions().get(topic.code, 0) * 4 >= len(document.sentences)

    def mentions(self) -> dict[str, int]:
        """Return how often each named thing is mentioned, by code."""
        if not self.found_mentions:
            self.found_mentions.append(
                counts_of(name.entity_code for name in self.names if name.entity_code is not None)
            )
        return self.found_mentions[0]

    def reporters(self) -> frozenset[str]:
        """Return those who only tell: most of their mentions are "X said", "according to X", "X data"."""
        if not self.found_reporters:
            titled = self._titled()
            found = find_reporters(self.names, self.reading.document.lower)
            # Who has a code in the title has the figures.
            self.found_reporters.append(found if titled is None else found - {titled.code})
        return self.found_reporters[0]


def referent_of(name: Name) -> Referent:
    """Return the referent of a name."""
    code = name.entity_code or name.place_code or slug(name.name)
    return Referent(name.own or name.name, code, name.type, name.first, name.last)


def together(discourse: Discourse, members: list[Referent]) -> Referent:
    """Return several things as one: the listed whole that they make up, or all their names."""
    distinct: dict[str, Referent] = {}
    for member in members:
        distinct.setdefault(member.code, member)
    members = list(distinct.values())
    if len(members) == 1:
        return members[0]
    first = min(member.first for member in members)
    last = max(member.last for member in members)
    whole = discourse.entities.wholes.get(frozenset(distinct))
    if whole is not None:
        entity = discourse.entities.by_code[whole]
        return Referent(entity.name, whole, entity.type, first, last, members=tuple(members))
    words = ", ".join(member.words for member in members[:-1]) + " and " + members[-1].words
    code = "_and_".join(sorted(distinct))
    kind = "place" if all(member.type == "place" for member in members) else "several"
    return Referent(words, code, kind, first, last, members=tuple(members))


def open_discourse(reading: Reading) -> Discourse:
    """Return the shared state for one article, begun once."""
    found = reading.shared.get("discourse")
    if not isinstance(found, Discourse):
        found = Discourse(reading)
        reading.shared["discourse"] = found
    return found


def is_onlooker(referent: Referent) -> bool:
    """Whether a referent only says or watches: analysts, officials, a person."""
    return referent.type == "person" or (
        referent.type == "phrase"
        and referent.words.lower().partition(" of ")[0].rpartition(" ")[2] in ONLOOKERS
    )


def tells_whatever(referent: Referent) -> bool:
    """Whether a referent tells a figure whatever it does in its sentence: analysts, a survey."""
    return referent.type == "phrase" and referent.words.lower().rpartition(" ")[2] in TELLERS_ONLY
