"""The metrics that people name: words that give them away, compiled once from the reference data.

A row whose code starts with ``*_`` is a metric of whatever is counted: ``*_sold`` with the noun
"vehicle" is ``vehicles_sold``, with "ticket" ``tickets_sold``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from flows.extraction.text.change_words import plural, singular, verb_forms
from flows.extraction.text.document import Document
from flows.extraction.text.result_names import AMORTISATION, result_end
from flows.extraction.text.word_classes import WordClass
from schemas.reference import Reference


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """A row of metrics.csv.

    Attributes:
        code, name: as in the CSV; ``*`` stands for the counted noun.
        kinds: which numbers it may name: count, money, percent, measure, duration; empty is any.
        kind: the kind that a percentage or level of this metric has (rate, share, percent), or None.
        is_whole: whether its percentages are shares of a thing counted: 54 percent of the votes.
    """

    code: str
    name: str
    kinds: frozenset[str]
    kind: str | None
    is_whole: bool

    @property
    def counts(self) -> bool:
        """Whether the code has a slot for the counted noun."""
        return self.code.startswith("*")

    def permits(self, cls: str, kind: str) -> bool:
        """Whether the metric may name a number of class `cls`; a percent change may be of any level."""
        return not self.kinds or cls in self.kinds or (cls == "percent" and kind in ("growth", "share"))


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """Words that name metrics.

    Attributes:
        rest: the words behind the first one.
        metrics, verb_metrics: the rows that the words may be as a noun, and as a verb.
        is_verb: whether they can only be a verb.
        is_participle: whether the verb form may stand behind what was counted ("vehicles sold").
        name: what says it better than the words themselves ("shares": share price), else "".
        is_bare: whether the words say nothing by themselves ("rate").
        is_counted: whether the noun names the metric only as the thing that a number counts ("five models").
        permitted: what `rows_for` has found, by class and kind.
    """

    rest: tuple[str, ...]
    metrics: tuple[Metric, ...]
    verb_metrics: tuple[Metric, ...]
    is_verb: bool
    is_participle: bool
    name: str
    is_bare: bool
    is_counted: bool
    permitted: dict[str, tuple[tuple[Metric, ...], tuple[Metric, ...]]]

    def rows_for(self, cls: str, kind: str) -> tuple[tuple[Metric, ...], tuple[Metric, ...]]:
        """Return the rows that the noun, and the verb, may be for a number of class `cls` and kind `kind`."""
        rows = self.permitted.get(f"{cls} {kind}")
        if rows is None:
            nouns = [metric for metric in self.metrics if metric.permits(cls, kind)]
            if kind == "share":
                nouns.sort(key=lambda metric: metric.kind != "share")
            verbs = tuple(
                metric
                for metric in self.verb_metrics
                # What is given or paid is a sum; a share of it has the noun.
                if metric.permits(cls, kind)
                and (kind != "share" or not metric.kinds or "percent" in metric.kinds)
            )
            rows = self.permitted[f"{cls} {kind}"] = tuple(nouns), verbs
        return rows


class Trigger:
    """A term at a place of a text: tokens ``[first, last)``."""

    def __init__(self, first: int, last: int, term: Term) -> None:
        self.first = first
        self.last = last
        self.term = term


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The reference data as the rules read it.

    Attributes:
        terms: by first word, longest first.
        measure_units: units that measure and do not count (kilometre, tonne, barrel), with their dimension.
        generic_nouns: nouns that count whatever the article is about (unit, sale).
        counted: a counted noun's class and the scope it carries: truck is (vehicle, truck).
        same: codes that are made by rule and mean a metric of another code: seats_won is seats.
        makes: names of products in lower case, as counted nouns of their class: zoe is a vehicle.
        gdp: the row of gross domestic product: what grows where an economy does.
        price, oil_price: the rows of the price of what is traded by the tonne, and of oil.
        share_price: the row of the price of a share.
        companies: codes of the firms that are listed: none of them is an index.
        stock_index, indexes: the row of what an index stands at, and the codes of the listed ones.
        index: the row of an index that is a statistic.
        currencies: names of currencies, one word each, in the singular.
    """

    terms: dict[str, tuple[Term, ...]]
    measure_units: dict[str, str]
    generic_nouns: frozenset[str]
    counted: dict[str, tuple[str, str]]
    same: dict[str, Metric]
    makes: dict[str, str]
    gdp: tuple[Metric, ...]
    price: tuple[Metric, ...]
    oil_price: tuple[Metric, ...]
    share_price: tuple[Metric, ...]
    companies: frozenset[str]
    stock_index: tuple[Metric, ...]
    indexes: frozenset[str]
    index: tuple[Metric, ...]
    currencies: frozenset[str]
    reference: Reference

    def find(self, document: Document) -> list[Trigger]:
        """Return the triggers in a text, in order, longest match first, no overlap."""
        lower = document.lower
        found = []
        terms = self.terms
        taken = 0
        end = len(lower) - 1
        for index in NAMES_METRIC.tokens(document, self.reference):
            if index < taken:
                continue
            following = lower[index + 1] if index < end else ""
            for term in terms[lower[index]]:
                rest = term.rest
                if not rest:
                    taken = index + 1
                elif rest[0] == following and (
                    len(rest) == 1 or tuple(lower[index + 1 : index + 1 + len(rest)]) == rest
                ):
                    taken = index + 1 + len(rest)
                else:
                    continue
                if taken < end and (lower[taken] == "before" or "before" in rest):
                    taken, term = self._whole_result(lower, index, taken, term)
                found.append(Trigger(index, taken, term))
                break
        return found

    def _whole_result(self, lower: list[str], first: int, last: int, term: Term) -> tuple[int, Term]:
        """Return the end and the term of a result by its whole name: "earnings before interest and taxes"."""
        end = result_end(lower, lower.index("before", first))
        if end <= last:
            return last, term
        items = lower[last:end]
        if "depreciation" in items or not AMORTISATION.isdisjoint(items):
            return end, self.terms["ebitda"][0]
        if term.rest:
            return end, term
        return end, self.terms["ebit" if "interest" in items else "pretax"][0]


@lru_cache(maxsize=8)
def metric_lexicon(reference: Reference) -> Lexicon:
    """Compile the metrics table of `reference`."""
    nouns: dict[tuple[str, ...], list[Metric]] = {}
    verbs: dict[tuple[str, ...], list[Metric]] = {}
    participles: set[tuple[str, ...]] = set()
    named: dict[tuple[str, ...], str] = {}
    counted_only: set[tuple[str, ...]] = set()
    same: dict[str, Metric] = {}
    for row in reference.rows("metrics"):
        metric = Metric(
            row["metric_code"],
            row["metric"],
            frozenset(_cells(row["kinds"])),
            row["kind"] or None,
            row["kind"] == "share" and row["aggregation"] != "ratio" and "count" in row["kinds"],
        )
        for cell in _cells(row["nouns"]):
            if "_" in cell:
                same[cell] = metric
                continue
            noun, is_renamed, name = cell.removeprefix("=").removeprefix("#").partition("=")
            if cell.startswith("="):
                is_renamed, name = "=", metric.name
            for form in {noun: None, plural(noun): None}:
                _add(nouns, form, metric)
                if cell.startswith("#"):
                    counted_only.add(_words(form))
                if is_renamed:
                    named[_words(form)] = name
        for verb in _cells(row["verbs"]):
            for position, form in enumerate(verb_forms(verb)):
                _add(verbs, form, metric)
                # An irregular past is listed beside its stem: its own "stem" is a participle too.
                if position == 2 or (position == 0 and verb.split(" ")[0] in _IRREGULAR_PASTS):
                    participles.add(_words(form))
    terms: dict[str, list[Term]] = {}
    for words in {**nouns, **verbs}:
        metrics = tuple(nouns.get(words, ()))
        term = Term(
            rest=words[1:],
            metrics=metrics,
            verb_metrics=tuple(verbs.get(words, ())),
            is_verb=not metrics,
            is_participle=words in participles,
            name=named.get(words, ""),
            is_bare=bool(metrics) and metrics[0].code.startswith("~"),
            is_counted=words in counted_only,
            permitted={},
        )
        terms.setdefault(words[0], []).append(term)
    counted = reference.rows("counted_nouns")
    return Lexicon(
        {word: tuple(sorted(entries, key=_longest_first)) for word, entries in terms.items()},
        {row["unit"]: row["dimension"] for row in reference.rows("units")},
        frozenset(row["noun"] for row in counted if not row["counted_as"]),
        {row["noun"]: (row["counted_as"], row["scope"]) for row in counted if row["counted_as"]},
        same,
        _makes(reference),
        tuple(nouns.get(("gdp",), ())),
        tuple(nouns.get(("price",), ())),
        tuple(nouns.get(("oil", "price"), ())),
        tuple(nouns.get(("share", "price"), ())),
        frozenset(row["entity_code"] for row in reference.rows("entities") if row["type"] == "company"),
        tuple(nouns.get(("stock", "index"), ())),
        frozenset(row["entity_code"] for row in reference.rows("entities") if row["type"] == "index"),
        tuple(nouns.get(("economic", "index"), ())),
        _currencies(reference),
        reference,
    )


NAMES_METRIC: Final = WordClass(
    lambda reference: () if reference is None else metric_lexicon(reference).terms
)


def _currencies(reference: Reference) -> frozenset[str]:
    """Return the words that name currencies: dollar, krone."""
    return frozenset(
        singular(word)
        for row in reference.rows("currencies")
        for word in (*_cells(row["words"]), *_cells(row["shared_words"]))
        if word.isascii() and word.isalpha() and word.islower()
    )


def _makes(reference: Reference) -> dict[str, str]:
    """Return the names of vehicles, and of makers whose plural is their vehicles, each as a class."""
    makes: dict[str, str] = {}
    for row in reference.rows("entities"):
        roles = row["roles"].split("|")
        if "vehicle" in roles or "carmaker" in roles:
            for name in (row["name"], *row["aliases"].split("|")):
                if name.isalpha():
                    makes[name.lower()] = "vehicle"
    return makes


def _longest_first(term: Term) -> int:
    return -len(term.rest)


_IRREGULAR_PASTS: Final = frozenset(
    """sold built made bought won lost shut spent paid lent stolen stole drove driven held drew flew
    caught hurt cut cast found given gave produced sown planted born""".split()
)


def _cells(cell: str) -> Iterator[str]:
    return (part.strip() for part in cell.split("|") if part.strip())


def _words(phrase: str) -> tuple[str, ...]:
    """Split as the tokeniser does, so that "tax-free" and "shareholders' equity" match."""
    return tuple(phrase.replace("-", " - ").replace("'", " ' ").split())


def _add(table: dict[tuple[str, ...], list[Metric]], phrase: str, metric: Metric) -> None:
    words = _words(phrase)
    # "operating-profit forecast": the phrase as a modifier has a hyphen.
    hyphened = (words[0], "-", *words[1:]) if len(words) == 2 else words
    for form in {words: None, hyphened: None}:
        metrics = table.setdefault(form, [])
        if metric not in metrics:
            metrics.append(metric)
