"""Of texts that differ only in their numbers a run takes so many; no other text waits, and none is lost."""

from datetime import datetime

from flows.alike import Alike
from flows.sources.article import Article
from schemas.identity import article_id_of


def articles(*texts: str, fetched: datetime | None = None) -> list[Article]:
    return [Article("drop", str(n), text, retrieved_at=fetched) for n, text in enumerate(texts)]


def new(given: list[Article]) -> set[str]:
    return {article_id_of(one.text) for one in given}


def test_of_one_wording_a_run_takes_so_many() -> None:
    given = articles(*(f"Gauge {n} stood at {n * 7}.5 cm." for n in range(5)), "The lock at Selm is shut.")
    alike = Alike(2)
    assert [one.source_id for one in alike.taken(given, new(given))] == ["0", "1", "5"]
    assert alike.put_off == 3


def test_batches_of_one_run_count_together() -> None:
    alike = Alike(3)
    taken = []
    for n in range(4):
        batch = articles(f"Lot {n} went for {n + 40} crowns.", f"Lot {n + 10} went for {n + 60} crowns.")
        taken += alike.taken(batch, new(batch))
    assert (len(taken), alike.put_off) == (3, 5)


def test_what_is_known_is_neither_counted_nor_put_off() -> None:
    given = articles(*(f"Gauge {n} stood at 12 cm." for n in range(6)))
    fresh = {article_id_of(one.text) for one in given[4:]}
    assert Alike(2).taken(given, fresh) == given


def test_what_was_fetched_is_taken_since_nobody_would_ask_for_it_again() -> None:
    given = articles("Gauge 1 stood at 12 cm.", "Gauge 2 stood at 14 cm.", fetched=datetime(2024, 5, 1))
    assert Alike(1).taken(given, new(given)) == given


def test_without_a_bound_all_are_taken() -> None:
    given = articles("Gauge 1 stood at 12 cm.", "Gauge 2 stood at 14 cm.")
    assert Alike(0).taken(given, new(given)) == given
