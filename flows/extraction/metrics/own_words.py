"""Levels in the text's own words, and levels carried over, where no metric word governs a number."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.compound_heads import IDLE_HEADS
from flows.extraction.metrics.deed_names import done_with
from flows.extraction.metrics.exchange_rates import is_currency
from flows.extraction.metrics.governing import Governing
from flows.extraction.metrics.metric_context import Level, Sentence, is_many
from flows.extraction.metrics.metric_lexicon import Trigger
from flows.extraction.metrics.spans import is_attribute, length_of, takes_time
from flows.extraction.numbers.change_frames import Change
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS, CHANGES, plural, singular
from flows.extraction.text.level_words import (
    CLOSINGS,
    COMPLEMENT_LINKS,
    DETERMINERS,
    ECONOMY_CHANGES,
    HEDGE_WORDS,
    HOLDERS,
    LOCATIVES,
    MILESTONES,
    NAMELESS,
    NO_LEVELS,
    NO_MEASURES,
    NOUNS_IN_ED,
    NUMBER_NOUNS,
    PASSIVE,
    POSSESSIVES,
    RELATIVE_WORDS,
)
from flows.extraction.text.noun_phrases import (
    COPULAS,
    VERBS,
    counted_of,
    is_word,
    phrase_after,
    subject_before,
)
from flows.extraction.text.noun_words import PERSONS
from flows.extraction.text.verb_words import PAST

# Behind an article and its number stands a noun: "the city's $9m claim".
ARTICLES: Final = frozenset("a an the its their his her 's ’s".split())
# What has a price, and is said to rise and fall itself.
COMMODITIES: Final = frozenset(
    """crude brent gold silver copper zinc nickel tin aluminium aluminum platinum palladium wheat corn maize
    soybeans cotton sugar coffee cocoa bitcoin intermediate""".split()
)
# Parts of an economy, whose growth is of what they make.
SECTORS: Final = frozenset(
    """sector sectors industry services manufacturing construction agriculture farming mining forestry fishing
    tourism utilities""".split()
)
# A length of these is no period.
SHORT_TIMES: Final = frozenset(("second", "minute", "hour"))
# What the price of a share is counted in.
MULTIPLIED: Final = frozenset("earnings profit profits income sales revenue ebitda book".split())
PRICED: Final = frozenset(
    """trade trades traded trading value values valued valuing price priced pay paid paying sell sells
    selling""".split()
)
SPOTS: Final = frozenset("spot position place rank slot seed ranking".split())
STAFF_VERBS: Final = frozenset(("*_cut", "*_lost", "*_laid_off", "*_created", "*_hired"))


class OwnWords(Governing):
    """Names levels by nouns beside the number, the subject of its verb, or the figures before."""

    def _likelihood(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the level of "four times more likely to own a car"."""
        lower = self.lower
        for index in range(draft.last, min(draft.last + 4, sentence.last)):
            if lower[index] == "likely":
                end = index + 1
                while end < min(index + 8, sentence.last) and (lower[end][0].isalnum() or lower[end] == "-"):
                    if lower[end] in ("than", "compared", "as"):
                        break
                    end += 1
                return Level("likelihood " + self.text_of((index + 1, end)), (), index, end, "likely to")
        return None

    def _multiple_of(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the level of "12 times expected earnings": what is paid for a year of them."""
        lower = self.lower
        for index in range(draft.last, min(draft.last + 6, sentence.last)):
            if lower[index] in MULTIPLIED:
                priced = not PRICED.isdisjoint(lower[max(sentence.first, draft.first - 12) : draft.first])
                words = f"price-to-{lower[index]} ratio" if priced else f"multiple of {lower[index]}"
                return Level(words, (), draft.last, index + 1, "multiple of", 0.9)
            if not (is_word(lower[index]) or lower[index] in DETERMINERS or index in self.dated):
                break
        return None

    def _entry(self, draft: Draft, position: int, sentence: Sentence) -> Level | None:
        """Return the level of an entry of a firm's table, money without currency: "Revs 3 mln vs 2 mln"."""
        for trigger in sentence.triggers:
            if trigger.last == draft.first and trigger.term.metrics:
                rows = trigger.term.rows_for("money", draft.kind)[0]
                return (
                    Level(self.words_of(trigger), rows, trigger.first, trigger.last, "entry")
                    if rows
                    else None
                )
        level = self.levels.get(id(sentence.drafts[position - 1])) if position else None
        if level is None or level.rule != "entry" or self.lower[draft.first - 1] != "vs":
            return None
        return Level(
            level.words, level.metrics, level.first, level.last, "entry", 0.9, sentence.drafts[position - 1]
        )

    def _rank(self, draft: Draft, sentence: Sentence) -> Level:
        """Return what a rank is one among: "the No. 3 [lamp maker]"."""
        lower = self.lower
        phrase = phrase_after(self.document, draft.last, sentence.last)
        if phrase is not None:
            first, last = phrase
            while first < last and (self.document.words[first][0].isupper() or lower[first] == "-"):
                first += 1
            while last > first and (
                lower[last - 1] in VERBS or lower[last - 1] in PAST or lower[last - 1].endswith("ed")
            ):
                last -= 1
            if last > first and lower[last - 1] not in SPOTS:
                return Level(f"{self.text_of((first, last))} rank", (), first, last, "rank", 0.8)
        return Level("rank", (), draft.first, draft.last, "rank", 0.8)

    def _own_noun(self, draft: Draft, cls: str, noun: tuple[int, int], sentence: Sentence) -> Level | None:
        lower = self.lower
        head = singular(lower[noun[1] - 1])
        for trigger in sentence.triggers:
            if noun[0] <= trigger.first and trigger.last == noun[1] and trigger.term.metrics:
                metrics = trigger.term.rows_for(cls, draft.kind)[0]
                if metrics and metrics[0].code in ("jobs", "employees"):
                    ended = self._staff_verb(draft, sentence)
                    if ended is not None:
                        return ended
                if metrics and not (trigger.term.is_counted and is_many(draft)):
                    # "five stocks": no price of a share, which the word stands for elsewhere.
                    own = trigger.term.name and draft.kind == "count"
                    words = plural(head) if own else self.words_of(trigger)
                    return Level(words, metrics, trigger.first, trigger.last, "counted noun")
        if head in self.lexicon.generic_nouns or draft.kind == "ordinal_milestone":
            return None
        before = self._before(draft, sentence.first)
        if before not in POSSESSIVES and before not in LOCATIVES and before not in ("to", "from", "at"):
            return None
        if before in ("to", "from", "at") and any(
            word in CHANGES or word in COPULAS or word in ("up", "down", "compared")
            for word in lower[max(sentence.first, draft.first - 6) : draft.first - 1]
        ):
            return None
        for trigger in sentence.triggers:
            if trigger.first >= noun[1]:
                if trigger.term.is_participle and all(w in PASSIVE for w in lower[noun[1] : trigger.first]):
                    return None
                break
        return Level(plural(head), (), noun[0], noun[1], "counted noun", 0.8)

    def _staff_verb(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return what befell jobs: "will [cut] 200 jobs" are jobs cut, and none that a firm has."""
        before = draft.first - 1
        while before > sentence.first and self.lower[before] in HEDGE_WORDS:
            before -= 1
        for trigger in sentence.triggers:
            if trigger.last == before + 1 and trigger.first <= before:
                for metric in trigger.term.verb_metrics:
                    if metric.code in STAFF_VERBS:
                        return Level("", (metric,), trigger.first, trigger.last, "verb")
        return None

    def _direct_phrase(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the level that the number itself modifies: "0.25 percent sulphur", "a $9m settlement"."""
        if draft.kind not in ("percent", "money", "measure"):
            return None
        token = draft.last
        if token < sentence.last and self.lower[token] == "-":
            token += 1
        if draft.kind == "money":
            token = self._behind_conversion(token, draft.first, sentence.last)
        phrase = self._nouns_of(phrase_after(self.document, token, sentence.last))
        if phrase is None or self.document.words[phrase[1] - 1][0].isupper():
            return None
        head = self.lower[phrase[1] - 1]
        named = draft.kind == "money" and self._before(draft, sentence.first) in ARTICLES
        if (
            (self.lower[phrase[0]] in VERBS and not named)
            or head in HOLDERS
            or head.endswith("ly")
            or head in CHANGES
            or head in NUMBER_NOUNS
        ):
            return None
        return Level(self.text_of(phrase), (), *phrase, "noun behind the number", 0.7)

    def _behind_conversion(self, token: int, first: int, last: int) -> int:
        """Return where words go on behind another currency: "a $9m (£5m) settlement", for both amounts."""
        lower = self.lower
        if lower[token : token + 1] == [")"] and "(" in lower[max(0, first - 5) : first]:
            return token + 1
        if lower[token : token + 1] == ["("] and ")" in lower[token : min(token + 8, last)]:
            return lower.index(")", token) + 1
        return token

    def _nouns_of(self, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
        """Return a phrase without the words at its end that are no nouns; None where none are left."""
        if phrase is None:
            return None
        first, last = phrase
        while last > first:
            word = self.lower[last - 1]
            if (
                word not in NO_LEVELS
                and not word.endswith("ly")
                and not (word.endswith("ed") and word not in NOUNS_IN_ED)
            ):
                return first, last
            last -= 1
        return None

    def _counted_before(self, draft: Draft) -> Level | None:
        """Return the level of the last count that was made of something: what a milestone is one of."""
        for other in reversed(self.read[-40:]):
            level = self.levels.get(id(other))
            if level is not None and level.metrics and level.metrics[0].counts and other is not draft:
                return level.taken_over(other, "milestone", 0.6, "count", draft.kind)
        return None

    def _noun_and_verb(self, head: str, noun: tuple[int, int], sentence: Sentence) -> Level:
        """Return a count's own words: the noun, and what those counted do or suffer, to its complement."""
        lower = self.lower
        index = noun[1]
        if lower[index : index + 1] == [","] and "," in lower[index + 1 : min(index + 8, sentence.last)]:
            # "300 people, including one child, were deported"
            index = lower.index(",", index + 1) + 1
        if index < sentence.last and lower[index] in ("in", "at", "on", "from"):
            # "people in 22 countries were questioned"
            while index < sentence.last and index < noun[1] + 6 and lower[index] not in PASSIVE:
                index += 1
        while index < sentence.last and (lower[index] in PASSIVE or lower[index] in RELATIVE_WORDS):
            index += 1
        end = index
        if (
            index < sentence.last
            and lower[index].isalpha()
            and (
                lower[index].endswith(("ed", "ing"))
                or lower[index] in VERBS
                or lower[index - 1] in RELATIVE_WORDS
            )
        ):
            end = index + 1
            while end < sentence.last and end < index + 6 and lower[end] in COMPLEMENT_LINKS:
                end += 1
            phrase = phrase_after(self.document, end, sentence.last)
            end = phrase[1] if phrase is not None else index + 1
        verb = self.text_of((index, end)) if end > index else ""
        return Level(f"{plural(head)} {verb}".strip(), (), noun[0], max(end, noun[1]), "own words", 0.7)

    def _changed_phrase(
        self, draft: Draft, change: Change | None, sentence: Sentence
    ) -> tuple[int, int] | None:
        """Return the noun phrase that changed ("spending fell 3 percent", "a 3 percent cut in spending")."""
        lower = self.lower
        if change is not None and change.first >= draft.last:
            token = change.last
            if token < sentence.last and lower[token] in ("in", "of", "for", "on"):
                token += 1
                while token < sentence.last and lower[token] in DETERMINERS:
                    token += 1
                phrase = phrase_after(self.document, token, sentence.last)
                if phrase is not None:
                    return counted_of(self.document, *phrase, sentence.last)
            return subject_before(self.document, sentence.first, draft.first, None, sentence.asides)
        if change is not None and lower[change.first] in CHANGE_NOUNS:
            behind = self._changed_behind(draft, sentence)
            if behind is not None:
                return behind
        if change is not None and change.rule == "change word by":
            token = change.last
            while token < draft.first and (
                lower[token] in DETERMINERS or self.document.words[token][0].isupper()
            ):
                token += 1
            phrase = phrase_after(self.document, token, draft.first)
            if phrase is not None:
                return phrase
        if change is not None and change.rule == "particle before":
            return subject_before(self.document, sentence.first, change.last, change.first, sentence.asides)
        return subject_before(
            self.document,
            sentence.first,
            change.last if change is not None else draft.first,
            None,
            sentence.asides,
        )

    def _changed_behind(self, draft: Draft, sentence: Sentence) -> tuple[int, int] | None:
        """Return what fell in "a drop of 3 percent in [annual spending]"."""
        lower = self.lower
        token = draft.last
        if token >= sentence.last or lower[token] not in ("in", "of"):
            return None
        token += 1
        while token < sentence.last and (lower[token] in DETERMINERS or lower[token] == "annual"):
            token += 1
        if token in self.dated or token >= sentence.last or self.document.words[token][0].isupper():
            return None
        phrase = phrase_after(self.document, token, sentence.last)
        if phrase is None or lower[phrase[1] - 1] in NO_MEASURES or phrase[0] in self.dated:
            return None
        return phrase

    def _economy(self, draft: Draft, change: Change, first: int) -> Level | None:
        """Return gross domestic product where a country, or the economy, grows and nothing else is named."""
        lower, words = self.document.lower, self.document.words
        if lower[change.first] not in ECONOMY_CHANGES or self.class_of(draft) != "percent":
            return None
        if lower[change.first - 1] in SECTORS or lower[change.first - 2] in SECTORS:
            # "financial services grew 8 percent"
            return Level(
                "output",
                self.lexicon.terms["output"][0].metrics,
                change.first - 1,
                change.last,
                "sector",
                0.6,
            )
        if (draft.entity_code or "").islower():
            # "Acme expects growth of 5 percent": a firm is no economy.
            return None
        if not (
            self.speaks_of_economy
            or lower[change.first] == "contraction"
            or self._grows_there(draft, change, first)
        ):
            return None
        index = change.first - 1
        if index >= first and is_word(lower[index]) and words[index][0].islower():
            if lower[index] in ("economic", "real", "overall", "gdp"):
                pass
            elif lower[index] not in VERBS and not lower[index].endswith(("ed", "ly", "er", "est")):
                return None
        return Level("", self.lexicon.gdp, change.first, change.last, "growth of an economy", 0.6)

    def _grows_there(self, draft: Draft, change: Change, first: int) -> bool:
        """Whether it is a country that grows: "Peru will grow", "growth of 3 percent in Peru"."""
        reach = 8 if self.lower[change.first] in CHANGE_NOUNS else 3
        around = (*range(max(first, change.first - reach), change.first), draft.last + 1)
        return any(token in self.place_tokens for token in around)

    def _quoted_price(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the share price of "closed at $18.28", "$18.28 in morning trading", in texts on shares."""
        size = draft.value if draft.value is not None else draft.high
        if not self.share_price or size is None or abs(size) >= 100_000:
            return None
        lower = self.lower
        verb = draft.first - 1
        if lower[verb] in ("at", "to", "of", "up", "down") and lower[verb - 1] in CLOSINGS:
            return Level("", self.share_price, verb - 1, verb, "market report", 0.8)
        if lower[draft.last : draft.last + 1] in (["in"], ["on"]):
            for index in range(draft.last + 1, min(draft.last + 7, sentence.last)):
                if lower[index] in ("trading", "trade", "dealings"):
                    return Level("", self.share_price, index, index + 1, "market report", 0.8)
                if not (lower[index].isalnum() or lower[index] == "-"):
                    break
        return None

    def _share_price(self, draft: Draft) -> Level | None:
        """Return the share price where a firm itself rises or falls in a text on shares: "Acme fell 3%"."""
        change = self.changes.get(id(draft))
        code = draft.entity_code or "/"
        if not self.share_price or change is None or not code.islower() or "/" in code:
            return None
        end, before = draft.why["subject"].end, change.first - 1
        named = before in self.name_tokens or self.lower[before] in (")", ",")
        if (
            not named
            or not (self.is_market_report or self.lower[change.first] in CHANGE_VERBS)
            or self.document.text[end : end + 2] in ("'s", "’s")
        ):
            return None
        return Level("", self.share_price, change.first, change.last, "market report", 0.7)

    def _numbered(self, draft: Draft, first: int) -> Level | None:
        """Return what a count numbers: "[businesses] numbered 7.4 million", "there are 80 of [them]"."""
        verb = draft.first - 1
        while verb > first and self.lower[verb] in HEDGE_WORDS:
            verb -= 1
        if verb <= first or self.lower[verb] not in ("numbered", "number", "numbers"):
            return None
        head = self.lower[verb - 1]
        if not is_word(head) or (verb - 1 > first and self.document.words[verb - 1][0].isupper()):
            return None
        return Level(plural(singular(head)), (), verb - 1, verb, "numbered", 0.8)

    def _named_most(self, draft: Draft, cls: str, first: int) -> Level | None:
        """Return the level that the text before token `first` names most often, the later one of two."""
        while self.named_to < len(self.triggers) and self.triggers[self.named_to].first < first:
            trigger = self.triggers[self.named_to]
            if trigger.term.metrics:
                self.named.setdefault(trigger.term.metrics, []).append(trigger)
            self.named_to += 1
        best: tuple[int, int, Trigger] | None = None
        for triggers in self.named.values():
            latest = triggers[-1]
            if (
                not latest.term.is_counted
                and (rows := latest.term.rows_for(cls, draft.kind)[0])
                and not self.is_too_dear(draft, rows)
                and (best is None or (len(triggers), latest.first) > (best[0], best[1]))
            ):
                best = len(triggers), latest.first, latest
        if best is None:
            return None
        trigger = best[2]
        metrics = trigger.term.rows_for(cls, draft.kind)[0]
        return Level(self.words_of(trigger), metrics, trigger.first, trigger.last, "named before", 0.4)

    def _fallback(
        self,
        draft: Draft,
        cls: str,
        noun: tuple[int, int] | None,
        sentence: Sentence,
        change: Change | None,
    ) -> Level | None:
        lower = self.lower
        if draft.kind == "money":
            price = self._quoted_price(draft, sentence)
            if price is not None:
                return price
        if cls == "count" and noun is not None and draft.kind != "growth":
            head = singular(lower[noun[1] - 1])
            if lower[noun[1] : noun[1] + 1] and lower[noun[1]] in MILESTONES:
                level = self._counted_before(draft)
                if level is not None:
                    return level
            if head not in self.lexicon.generic_nouns:
                return self._noun_and_verb(head, noun, sentence)
        if cls == "duration" and (
            "old" in lower[draft.last : draft.last + 2]
            or (lower[draft.first - 1] == "of" and lower[draft.first - 2] in PERSONS)
        ):
            # "a 28-year-old judge", "a woman of 81"
            return Level("age", self.lexicon.terms["age"][0].metrics, draft.first, draft.last, "age", 0.9)
        if cls in ("money", "measure", "duration") and draft.kind != "growth":
            if self._before(draft, sentence.first) == "of":
                of = draft.first - 1
                while lower[of] != "of":
                    of -= 1
                start = self._phrase_start(of, sentence.first)
                if start < of and lower[of - 1] not in NAMELESS:
                    return Level(self.text_of((start, of)), (), start, of, "own words of", 0.7)
            token = draft.last
            if token < sentence.last and lower[token] in ("of", "in", "-"):
                token += 1
            phrase = self._nouns_of(phrase_after(self.document, token, sentence.last))
            if (
                phrase is not None
                and not self.document.words[phrase[1] - 1][0].isupper()
                and not (lower[token - 1] == "in" and lower[phrase[1] - 1] in IDLE_HEADS)
            ):
                words = self.text_of(phrase)
                if cls == "duration" and is_attribute(self.document, draft.last):
                    words = length_of(words, is_one=draft.value == 1)
                return Level(words, (), *phrase, "own words after", 0.6)
        elif draft.kind == "growth" and noun is not None:
            # "the drop was 168,000 jobs"
            head = singular(lower[noun[1] - 1])
            if head not in self.lexicon.generic_nouns:
                return Level(plural(head), (), *noun, "counted noun", 0.7)
        counted = self._numbered(draft, sentence.first) if cls == "count" else None
        if counted is not None:
            return counted
        phrase = self._nouns_of(self._changed_phrase(draft, change, sentence))
        if (
            phrase is not None
            and lower[phrase[1] - 1] not in NAMELESS
            and not (cls == "duration" and takes_time(lower, draft.first))
        ):
            of_currency = cls != "duration" and is_currency(lower[phrase[1] - 1], self.lexicon.currencies)
            words = "exchange rate" if of_currency else self.text_of(phrase)
            return Level(words, (), *phrase, "own words before", 0.6)
        if change is not None and draft.kind == "growth":
            economy = self._economy(draft, change, sentence.first)
            if economy is not None:
                return economy
        if draft.kind in ("growth", "money") and not COMMODITIES.isdisjoint(
            (draft.subject or "").lower().split()
        ):
            return Level("price", self.lexicon.price, draft.first, draft.last, "price of a commodity", 0.6)
        if cls == "duration" and draft.kind != "growth":
            # "clocked 6.5 seconds", "waits two years"
            words = "time" if draft.unit in SHORT_TIMES else "time period"
            return Level(words, (), draft.first, draft.last, "unit", 0.5)
        if draft.kind == "money" and (done := done_with(self.document, draft.first, sentence.first)):
            return Level(done[0], (), done[1], done[1] + 1, "own verb", 0.5)
        before = sentence.previous
        if draft.kind == "growth":
            # Like follows like: "The shares rose 12 percent ... Acme gained 3 percent".
            before = [d for d in before if d.kind != "growth"] + [d for d in before if d.kind == "growth"]
        for other in reversed(before):
            level = self.levels.get(id(other))
            if level is None or not self._compatible(level, other, draft):
                continue
            if draft.kind == "growth" and other.kind != "growth" and not level.metrics:
                continue
            if (
                change is not None
                and draft.entity_code in self.lexicon.companies
                and level.metrics[:1]
                and level.metrics[0].code == "oil_price"
                and change.rule != "change noun after"
                and self.lexicon.share_price[0].permits(cls, draft.kind)
            ):
                # "Oil rose ... Boeing fell 3 percent": in its share.
                return Level("", self.lexicon.share_price, change.first, change.last, "market report", 0.6)
            if (
                level.metrics[:1] == self.lexicon.oil_price[:1]
                and draft.entity_code in self.lexicon.companies
            ):
                # "Oil rose ... Velta fell 3 percent": no price of oil.
                continue
            level = level.taken_over(other, "as the sentence before", 0.6, cls, draft.kind)
            if level is not None:
                return level
        if phrase is not None and draft.kind == "growth" and lower[phrase[1] - 1] in HOLDERS:
            return Level(self.text_of(phrase), (), *phrase, "own words before", 0.5)
        return self._named_most(draft, cls, sentence.first)
