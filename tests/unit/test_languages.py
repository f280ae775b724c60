"""Which language a text is in: found in many, and never doubted of English, however sparse."""

import json
import sys
import time
from pathlib import Path

import pytest

from flows.extraction.languages import language_of, name_of
from flows.extraction.rows import extract
from schemas.reference import Reference, ReferenceError, load_reference

REFERENCE = load_reference()
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "articles.jsonl.gz"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Stadt hat im vergangenen Jahr 1.200 Wohnungen gebaut. Das ist mehr als in den Jahren davor.",
        ),
        (
            "fr",
            "La ville a construit 1 200 logements l'an dernier. C'est plus que dans les années précédentes.",
        ),
        ("es", "La ciudad construyó 1.200 viviendas el año pasado. Son más que en los años anteriores."),
        (
            "pt",
            "A cidade construiu 1.200 casas no ano passado. São mais do que nos anos anteriores.",
        ),
        ("it", "La città ha costruito 1.200 case nel corso dell'anno. Sono più di quelle degli anni scorsi."),
        ("nl", "De stad heeft vorig jaar 1.200 woningen gebouwd. Dat zijn er meer dan in het jaar daarvoor."),
        ("sv", "Staden byggde 1 200 bostäder och det är fler än året innan. Det var inte väntat av någon."),
        (
            "fi",
            "Kaupunki rakensi viime vuonna 1 200 asuntoa, ja se on enemmän kuin ennen. Ne ovat jo valmiita.",
        ),
        (
            "pl",
            "Miasto zbudowało w zeszłym roku 1200 mieszkań. To jest więcej niż przed rokiem i nie koniec.",
        ),
        ("cs", "Město postavilo loni 1200 bytů. To je více než v minulém roce, ale podle něj to není konec."),
        (
            "hu",
            "A város tavaly 1200 lakást épített, és ez több, mint egy évvel korábban volt.",
        ),
        (
            "tr",
            "Kent geçen yıl 1.200 konut yaptı ve bu daha önce olduğu gibi çok değil.",
        ),
        (
            "id",
            "Kota itu membangun 1.200 rumah pada tahun lalu. Jumlah ini lebih banyak dari yang sudah ada.",
        ),
        ("vi", "Thành phố đã xây 1.200 căn nhà trong năm. Đó là một con số của những người không có nhà."),
        ("ru", "Город построил в прошлом году 1200 квартир. Это больше, чем было за год до этого."),
        ("uk", "Місто збудувало торік 1200 квартир. Це більше, ніж було за рік до цього, та ще й дешевше."),
        ("el", "Η πόλη έχτισε πέρυσι 1.200 κατοικίες. Είναι περισσότερες από όσες είχε χτίσει πριν."),
        ("ar", "بنت المدينة في العام الماضي 1200 مسكن. وهذا أكثر من كل الأعوام التي سبقته."),
        ("he", "העיר בנתה בשנה שעברה 1200 דירות. זה יותר מאשר בשנים קודמות."),
        ("hi", "शहर ने पिछले साल 1200 घर बनाए। यह पहले से अधिक है।"),
        ("ja", "市は昨年1200戸の住宅を建てました。これは前の年より多い数です。"),
        ("zh", "该市去年建造了1200套住房。这比前一年多。"),
        ("ko", "시는 지난해 주택 1200채를 지었습니다. 이는 전년보다 많은 수입니다."),
        ("th", "เมืองนี้สร้างบ้าน 1200 หลังในปีที่แล้ว มากกว่าปีก่อนหน้า"),
    ],
)
def test_a_text_in_another_language_is_recognised(language: str, text: str) -> None:
    assert language_of(text, REFERENCE) == language


@pytest.mark.parametrize(
    "text",
    [
        "Shr 12.5 cents vs 9.1 cents. Net 4,310,000 vs 2,950,000. Revs 61.0 mln vs 55.4 mln.",
        "Wheat 412 408 1/4 up 2\nCorn 181 1/2 180 up 1\nOats 160 158 up 3\nRye 150 149 up 2",
        "Ferrovial's U.S. unit, Société Générale, Banco do Brasil, Deutsche Bank, Caisse de dépôt du Québec",
        "Rio de Janeiro 31; São Paulo 28; La Paz 14; El Alto 9; Los Angeles 22; Las Vegas 40; Le Havre 12",
        "Harbour fees up 5 pct",
        "PORT OF SARN TO RAISE FEES 5 PCT",
        "",
        "1,200 3,400 5,600",
        "“It’s a ‘yes’ from us,” says the café’s owner – Åsa Öberg, of Malmö – who sold 300 cakes…",
        "S. Korea's K. Lee beat J. O. de la Cruz 6-4 6-3; Y. V. Sokolov beat A. E. Díaz 7-5 6-2",
        "The firm 株式会社 of Osaka sold 300 boats, its chairman said.",
    ],
)
def test_sparse_english_is_not_taken_for_another_language(text: str) -> None:
    assert language_of(text, REFERENCE) in (None, "en")


def test_running_english_is_english() -> None:
    assert language_of("The city built 1,200 homes last year, more than it had planned.", REFERENCE) == "en"


def test_an_english_quotation_does_not_make_a_chinese_text_english() -> None:
    text = (
        "这座城市去年建造了一千二百套住房，比前一年多得多，" * 8
        + "the mayor said that this was more than planned"
    )
    assert language_of(text, REFERENCE) == "zh"


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


def test_letters_that_are_no_ranges_are_refused_by_name() -> None:
    tables = {"languages": ({"language": "xx", "name": "Own", "letters": "[", "words": ""},)}
    with pytest.raises(ReferenceError, match=r"languages\.csv.*0400-052F"):
        language_of("text", Reference(tables))


def test_recognition_needs_little_time_however_long_the_text() -> None:
    text = "the mayor — of Sarn — said “more” " * 100_000
    language_of(text, REFERENCE)
    start = time.process_time()
    for _ in range(100):
        language_of(text, REFERENCE)
    # Some 5 ms; a reading of the whole text would take seconds.
    assert time.process_time() - start < 0.5


def test_recognition_loads_no_library() -> None:
    assert {"re", "dataclasses"} <= set(sys.modules)
    module = Path(sys.modules[language_of.__module__].__file__ or "").read_text(encoding="utf-8")
    imported = [line.split()[1] for line in module.splitlines() if line.startswith(("import ", "from "))]
    assert set(imported) <= {"re", "dataclasses", "functools", "typing", "schemas.reference"}


@pytest.mark.skipif(not CORPUS.exists(), reason="development data is absent")
def test_no_english_article_of_the_wires_is_rejected() -> None:
    import gzip

    wrong = []
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            is_wire = not article["id"].startswith("aeb/")
            if is_wire and language_of(article["text"], REFERENCE) not in (None, "en"):
                wrong.append(article["id"])
    assert wrong == []
