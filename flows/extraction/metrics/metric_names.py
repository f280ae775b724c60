"""Names and codes: from the governing words of a figure to the columns of its row."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.deed_names import deed_name
from flows.extraction.metrics.metric_context import Level, is_many
from flows.extraction.metrics.metric_lexicon import Metric
from flows.extraction.metrics.scopes import SCOPE_SYNONYMS, _narrows, slug
from flows.extraction.metrics.share_names import ShareNames
from flows.extraction.numbers.change_frames import is_ratio
from flows.extraction.numbers.kinds import NO_WHOLE
from flows.extraction.text.change_words import plural
from flows.extraction.text.level_words import BUILDING_STATES
from flows.extraction.text.noun_phrases import phrase_after

GROWTH_PREFIX: Final = "growth_of_"
# Results that are stated for the company and for one share of it.
PROFITS: Final = frozenset(("profit", "net_profit", "net_loss", "operating_profit", "pretax_profit"))
RATE_ENDINGS: Final = ("rate", "rates", "yield", "yields", "delinquencies", "charge-offs")
RATES: Final = frozenset(
    """rate rates yield yields yielded yielding tax taxes taxed taxation tariff tariffs duty duties levy
    coupon interest inflation unemployment return returns dividend vat""".split()
)
# What lies between two things, in percent of one of them: no part of a whole.
DISTANCES: Final = frozenset(
    """margin margins discount discounts premium premiums miss move moves swing swings volatility excess gap
    gaps difference differences error deviation lead leads advantage shortfall deficit surplus spread upside
    downside minus plus above below over under ahead behind more less likelier higher lower cheaper dearer
    larger smaller bigger faster slower taller heavier older younger better worse than outstripping exceeding
    extra additional impact effect drag boost""".split()
)
# A percentage of what is quoted on a market is hardly ever a part of it.
QUOTED: Final = ("price", "prices", "index")
TIMES: Final = frozenset("second minute hour day week month quarter year".split())
RESULTS: Final = ("earnings", "profit", "income", "net", "loss", "profits")
# What befalls those who are counted.
BEFALLING: Final = frozenset("deaths injuries".split())
PARTICIPLES: Final = frozenset(
    "sold built made bought held lost found met sent spent won hit cut shed laid read taught caught".split()
)
AVOIDING: Final = frozenset(
    """avoid avoids avoided avoiding save saves saved saving prevent prevents prevented preventing spare
    spared abate abated offset offsets cut cuts cutting""".split()
)
EARNINGS_PER_SHARE: Final = "earnings_per_share"


class Namer(ShareNames):
    """Gives each draft of a document its metric, code, base and scope."""

    def name(self, draft: Draft, level: Level) -> None:
        """Fill metric, metric_code, base, scope and the kind that the metric implies."""
        metric = self._choose(draft, level)
        noun = self._own_noun(draft, level)
        if metric is None:
            words, code = level.words, self._own_code(level, noun)
            if (draft.kind == "percent" and words.endswith(RATE_ENDINGS)) or level.rule == "multiple of":
                draft.kind = "rate"
        else:
            cls = self.class_of_noun(draft, noun)
            counted = cls or self.theme_noun.get(metric.code) or "unit"
            shown = noun or self.theme_noun.get(metric.code) or "unit"
            words = (
                level.words
                or self._of_verb(draft, metric, level, noun)
                or metric.name.replace("*", plural(shown))
            )
            code = metric.code.replace("*", slug(plural(counted)))
            if metric.code in PROFITS and _is_per_share(draft, level):
                words, code = f"{level.words or 'earnings'} per share", EARNINGS_PER_SHARE
            if code.startswith("~"):
                code = slug(words)
            if metric.kind and draft.kind in ("percent", "count", "money") and _takes_kind(metric, draft):
                draft.kind = metric.kind
        same = self.finder.lexicon.same.get(code)
        if same is not None and (
            same.code != "models_offered" or (draft.kind == "count" and not is_many(draft))
        ):
            code = same.code
        substance = self._substance(draft)
        if substance is not None and metric is not None:
            if substance not in words:
                words = f"{substance} {words}"
            if code == "emissions" and draft.kind != "growth" and self._is_avoided(draft):
                words, code = "CO2 avoided", "co2_avoided"
        if (
            draft.kind == "percent"
            and level.source is not None
            and level.source.kind in ("share", "rate")
            and "kind" not in draft.why
        ):
            draft.kind = level.source.kind
        per = _thing_per_thing(draft)
        if per:
            words, code = per, slug(per)
        if draft.kind == "growth":
            if not words.endswith("growth"):
                if code == "gdp":
                    # "Norway grew 3 percent" names no product.
                    words = f"{words} growth" if level.words else "economic growth"
                else:
                    words = f"change in {words}"
            code = GROWTH_PREFIX + code
        elif draft.kind == "share":
            words, code = self._share(draft, level, metric, words, code)
        draft.metric, draft.metric_code = words, code
        if draft.kind == "percent":
            draft.kind = self._kind_left(draft, words)
        scope = self._scope_words(draft, level)
        state = self._building_state(draft)
        if state is not None:
            # What is not there yet is another metric, not a part of what is.
            draft.metric, draft.metric_code = f"{words} under {state}", f"{code}_under_{state}"
        if code.endswith("co2_avoided"):
            scope = []
        elif substance is not None:
            scope.append(SCOPE_SYNONYMS.get(substance, substance))
        if noun is None and metric is not None and metric.counts and self.theme_scope:
            scope.append(self.theme_scope)
        draft.scope = "+".join(sorted(set(scope))) or None

    def _kind_left(self, draft: Draft, words: str) -> str:
        """Return the kind of a percentage that nothing has said to be a change, a rate or a share.

        What is left is nearly always a part of a whole that is not called one ("a prevalence of 24%"), unless
        a word beside it names a distance between two things ("a 3% discount") or a rate.
        """
        lower = self.lower
        first, last = self.document.sentences[draft.sentence]
        near = {
            *lower[max(first, draft.first - 7) : draft.first],
            *lower[draft.last : min(last, draft.last + 4)],
        }
        near.update(words.split())
        size = draft.read_high
        behind = lower[draft.last : draft.last + 5]
        if (
            draft.unit != "percent"
            or near & DISTANCES
            or words.endswith(QUOTED)
            or (behind[:1] == ["of"] and NO_WHOLE & {*behind})
            or size is None
            or not 0 < size <= 100
        ):
            return "percent"
        draft.confidence["kind"] = 0.5
        return "rate" if near & RATES else "share"

    def _of_verb(self, draft: Draft, metric: Metric, level: Level, noun: str | None) -> str:
        """Return what was done to what is counted in the text's own verb: "adults questioned"."""
        if level.rule in ("verb", "as the figure before"):
            # "(2 million pounds)" is of the same purchase, "and Hart for 2 million" of another.
            before = self.lower[draft.first - 1]
            is_same = level.rule == "verb" or before == "("
            if metric.code != "deal_value" or is_same or before == "for":
                name = deed_name(self.document, metric.code, level.first, is_same=is_same)
                if name:
                    return name
        word = self.lower[level.last - 1]
        if noun is None or level.rule != "verb" or not (metric.counts or metric.code in BEFALLING):
            return ""
        done = word.endswith("ed") or word in PARTICIPLES
        return f"{plural(noun)} {word}" if done else ""

    def _substance(self, draft: Draft) -> str | None:
        """Return what is measured out: "413,800 tonnes of [zinc]". Zinc is not compared with lead."""
        if self.finder.class_of(draft) != "measure":
            return None
        token = draft.last
        last = self.document.sentences[draft.sentence][1]
        if token + 1 >= last or self.lower[token] != "of" or not _narrows(self.lower[token + 1]):
            return None
        phrase = phrase_after(self.document, token + 1, min(last, token + 3))
        return self.finder.text_of(phrase) if phrase is not None else None

    def _own_code(self, level: Level, noun: str | None) -> str:
        """Return the code of words of the text's own: a counted noun alone stands for its class."""
        if noun is not None and level.words == plural(noun):
            return slug(plural(self.finder.lexicon.counted.get(noun, (noun, ""))[0]))
        return slug(level.words)

    def _is_avoided(self, draft: Draft) -> bool:
        """Whether what was measured out was kept from being emitted: "saved 3 tonnes", "3 tonnes avoided"."""
        first, last = self.document.sentences[draft.sentence]
        lower = self.lower
        for index in range(max(first, draft.first - 9), min(last, draft.last + 6)):
            if lower[index] in AVOIDING:
                return True
            if (
                lower[index] in ("kept", "keep", "keeps", "keeping")
                and "out" in lower[draft.last : min(last, draft.last + 6)]
            ):
                return True
        return False

    def _building_state(self, draft: Draft) -> str | None:
        """Return "construction" for what is not there yet: "600 megawatts are under construction"."""
        lower = self.lower
        for index in range(draft.noun_last or draft.last, min(draft.last + 5, len(lower) - 1)):
            if lower[index] == "under" and lower[index + 1] in BUILDING_STATES:
                return lower[index + 1]
        return None

    def _choose(self, draft: Draft, level: Level) -> Metric | None:
        """Return the row of a level: "sales" in percent are of units or money as the figures beside them."""
        metrics = level.metrics
        if len(metrics) < 2:
            return metrics[0] if metrics else None
        if self.finder.class_of(draft) != "percent":
            return metrics[0]
        position = self.positions[id(draft)]
        nearest: tuple[int, Metric] | None = None
        low = max(0, position - 60)
        for index, other in enumerate(self.drafts[low : position + 60], start=low):
            theirs = self.finder.levels.get(id(other))
            if theirs is None or not theirs.metrics or theirs.metrics[0] not in metrics:
                continue
            if self.finder.class_of(other) == "percent":
                continue
            # A level in the same sentence says it; else the nearest, the one before first.
            distance = abs(index - position) * 2 + (index < position)
            if other.sentence == draft.sentence:
                distance -= 40
            if nearest is None or distance < nearest[0]:
                nearest = distance, theirs.metrics[0]
        if nearest is not None:
            return nearest[1]
        counted = [m for m in metrics if m.counts]
        plain = [m for m in metrics if not m.counts]
        if counted and (self._own_noun(draft, level) or not plain):
            return counted[0]
        return plain[0] if plain else metrics[0]


def _thing_per_thing(draft: Draft) -> str:
    """Return what a count of one thing to each of another measures: "people per household"; else empty."""
    thing, _, other = (draft.unit or "").partition(" per ")
    if draft.kind != "rate" or not (thing.isalpha() and other.isalpha() and thing.islower()):
        return ""
    return "" if other in TIMES else f"{plural(thing)} per {other}"


def _is_per_share(draft: Draft, level: Level) -> bool:
    """Whether a profit is that of one share: "3 cents a share", "earnings were 21 cents"."""
    unit = draft.unit or ""
    if unit.endswith(" per share"):
        return True
    size = draft.value if draft.value is not None else draft.high
    return (
        draft.kind == "money"
        and " " not in unit
        and level.words.endswith(RESULTS)
        and size is not None
        and abs(size) < 50
    )


def _takes_kind(metric: Metric, draft: Draft) -> bool:
    """Whether the metric's own kind applies: a percentage, or money of an exchange rate."""
    return is_ratio(draft) or metric.kind == "rate"
