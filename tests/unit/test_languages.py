"""Which language a text is in: found in many, and never doubted of English, however sparse."""

import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.extraction.rows import extract
from flows.extraction.text.languages import language_of, name_of
from schemas.reference import load_reference

REFERENCE = load_reference()
HERE = Path(__file__).parents[1] / "languages"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "articles.jsonl.gz"
ENGLISH = (None, "en")
NEWS = tomllib.loads((HERE / "news.toml").read_text(encoding="utf-8"))
HELD_OUT = tomllib.loads((HERE / "held_out.toml").read_text(encoding="utf-8"))
SPARSE = tomllib.loads((HERE / "english.toml").read_text(encoding="utf-8"))
# English in all but spelling: there is no model of Scots, and that of Pidgin takes headlines for it.
READ_AS_ENGLISH = {"sco", "pcm"}


def texts_of(length: int) -> Iterator[tuple[str, str]]:
    """Give the language and the text of all runs of so many sentences."""
    for them in (NEWS, HELD_OUT):
        for language, found in them.items():
            sentences = found["sentences"]
            if language not in READ_AS_ENGLISH:
                for start in range(max(1, len(sentences) - length + 1)):
                    yield language, " ".join(sentences[start : start + length])


@pytest.mark.parametrize(("length", "least"), [(1, 0.97), (3, 0.99), (9, 1.0)])
def test_news_in_other_languages_is_no_english_however_short(length: int, least: float) -> None:
    texts = list(texts_of(length))
    missed = [text for _, text in texts if language_of(text, REFERENCE) in ENGLISH]
    assert len(missed) <= (1 - least) * len(texts), missed


def test_the_language_is_named_where_no_close_relative_makes_it_doubtful() -> None:
    certain = {language: text for language, text in texts_of(9) if len(language) == 2}
    relatives = {"nb": "no", "ms": "id", "hr": "bs"}
    wrong = {
        language: found
        for language, text in certain.items()
        if (found := language_of(text, REFERENCE)) not in (language, relatives.get(language))
    }
    assert wrong == {}


def test_sparse_english_is_not_taken_for_another_language() -> None:
    texts = [text for group in SPARSE.values() for text in group["texts"]]
    wrong = [text for text in texts if language_of(text, REFERENCE) not in ENGLISH]
    # Known: four French names in a row, dishes by their French names, a Spanish word thrice in eight.
    assert len(wrong) <= 3, wrong


def test_running_english_is_english() -> None:
    assert language_of("The city built 1,200 homes last year, more than it had planned.", REFERENCE) == "en"


def test_an_english_quotation_does_not_make_a_chinese_text_english() -> None:
    text = (
        "这座城市去年建造了一千二百套住房，比前一年多得多，" * 8
        + "the mayor said that this was more than planned"
    )
    assert language_of(text, REFERENCE) == "zh"


def test_a_foreign_quotation_does_not_make_an_english_text_foreign() -> None:
    text = "“Nous avons perdu quarante mille euros et nous ne savons pas pourquoi,” shrugged Gérard, waiter."
    assert language_of(text, REFERENCE) in ENGLISH


def test_a_text_in_another_language_is_rejected_whole_with_the_reason() -> None:
    text = "La ciudad construyó 1.200 viviendas el año pasado. Son más que en los años anteriores."
    rows = extract(text, REFERENCE, title="1.200 viviendas", published="2024-05-01")
    assert rows["language"] == "es"
    assert not any(rows[name] for name in ("figures", "title_figures", "breakdowns", "links"))
    [reject] = rows["rejects"]
    assert (reject["reason"], reject["char_start"]) == ("not_english", 0)
    assert text.startswith(reject["quote"])
    assert name_of("es", REFERENCE) in reject["detail"]


def test_an_english_text_says_so_and_is_read() -> None:
    rows = extract("The city built 1,200 homes last year, more than it had planned.", REFERENCE)
    assert rows["language"] == "en"
    assert rows["figures"]


@pytest.mark.parametrize("text", ["\ud83d", "sold 300 \udc00 boats", "\x00", "…", "\u202e3\u0301" * 50])
def test_no_text_breaks_recognition(text: str) -> None:
    assert language_of(text, REFERENCE) in ENGLISH


def test_recognition_needs_little_time_however_long_the_text() -> None:
    texts = ["the mayor — of Sarn — said “more” " * 100_000, "x" * 3_000_000, '"' * 3_000_000]
    for text in texts:
        language_of(text, REFERENCE)
        start = time.process_time()
        for _ in range(100):
            language_of(text, REFERENCE)
        # Some 0.1 s; a reading of the whole text would take minutes.
        assert time.process_time() - start < 1


def test_plain_english_loads_no_model() -> None:
    code = (
        "import sys; from flows.extraction.text.languages import language_of; "
        "from schemas.reference import load_reference; "
        "language_of('The city said that it had built 1,200 homes.', load_reference()); "
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.skipif(not CORPUS.exists(), reason="development data is absent")
def test_no_english_article_of_the_wires_is_rejected() -> None:
    import gzip

    wrong = []
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            # The others are from all over the world.
            is_wire = not article["id"].startswith("aeb/")
            if is_wire and language_of(article["text"], REFERENCE) not in ENGLISH:
                wrong.append(article["id"])
    assert wrong == []
