"""Which language a text is written in.

Figures are read in English only. Plain English is told by its function words, at no cost; for other texts
py3langid says how much likelier each language makes them than English does. It is asked twice: of the text,
and of its running words. Foreign names, quotations, headlines and tables are no evidence for another
language, and what does not tell is read.
"""

import lzma
import re
import shutil
from functools import lru_cache
from itertools import pairwise
from tempfile import TemporaryFile
from typing import Any, Final

from schemas.reference import Reference

ENGLISH: Final = "en"
# The beginning tells the language; the rest would only cost time.
CHARACTERS: Final = 2_000
# Words that hardly another language has: at least so many, and so large a share of the words.
LEAST_WORDS: Final = 2
LEAST_SHARE: Final = 0.1
# So large a share of the characters of English is ASCII, accents, dashes and quotation marks aside.
LEAST_ASCII: Final = 0.8
# By so much (in nats) one language is likelier than the other. English headlines reach 7, sentences of five
# words in another language fall to 10.
CERTAIN: Final = 9.0
# A line of a table has fewer words.
LEAST_IN_LINE: Final = 3
# "de la", "von der": so long, and so many, between two capitals they belong to a name.
LONGEST_PARTICLE: Final = 3
MOST_PARTICLES: Final = 2
_ENGLISH_WORDS: Final = frozenset(
    "the and that with from said which this their they has been would than were its after also other could "
    "into when there more about if she you our who how what where did does made while because before since "
    "between against most some many such only year years people percent sold rose fell first month two three "
    "four five six seven eight nine hundred thousand each every both another those these including last next "
    "lower higher highest lowest nearly being than until without within however although though down out up "
    "through during according almost still same should must might him himself themselves itself very "
    "loss share shares sales company stock quarter market revenue earnings government".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_QUOTATION: Final = re.compile(
    r"[\u201c\u201e\u00ab\"][^\u201c\u201d\u201e\u00ab\u00bb\"]{0,300}[\u201d\u00bb\"]"
)


def language_of(text: str, reference: Reference) -> str | None:
    """Return the ISO 639 code of the language of `text`, or None where too little tells it.

    Close relatives (Danish and Norwegian, Croatian and Serbian) may be taken for each other; that a text
    is not English is the surer half of the answer.
    """
    beginning = text[:CHARACTERS]
    words = beginning.lower().split()
    english = len([word for word in words if word in _ENGLISH_WORDS])
    # Chinese has no spaces: a few words of English would be most of what stands between them.
    is_latin = len(beginning.encode("ascii", "ignore")) > LEAST_ASCII * len(beginning)
    if is_latin and english >= LEAST_WORDS and english >= LEAST_SHARE * len(words):
        return ENGLISH
    language, ahead = _against_english(beginning, reference)
    if abs(ahead) < CERTAIN:
        return None
    if ahead < 0:
        return ENGLISH
    return language if _against_english(_running(beginning), reference)[1] >= CERTAIN else None


def name_of(language: str, reference: Reference) -> str:
    """Return a language's name in English."""
    return _names(reference).get(language, language)


def _running(text: str) -> str:
    """Return the words of `text` that are no names and stand in no quotation and no table."""
    found: list[str] = []
    for line in _QUOTATION.sub(" ", text).splitlines():
        words = _WORD.findall(line)
        # Scripts without capitals may have no spaces either.
        if len(words) >= LEAST_IN_LINE or any(word[0].swapcase() == word[0] for word in words):
            found += _without_names(words)
    return " ".join(found)


def _without_names(words: list[str]) -> list[str]:
    capitals = [place for place, word in enumerate(words) if word[0].isupper()]
    dropped = set(capitals)
    for one, next_one in pairwise(capitals):
        between = range(one + 1, next_one)
        if len(between) <= MOST_PARTICLES and all(len(words[place]) <= LONGEST_PARTICLE for place in between):
            dropped.update(between)
    return [word for place, word in enumerate(words) if place not in dropped]


def _against_english(text: str, reference: Reference) -> tuple[str, float]:
    """Return the likeliest other language, and by how much it is likelier than English."""
    # Half of a surrogate pair cannot be encoded.
    names = _names(reference)
    ranking = _identifier().rank(text.encode("utf-8", "replace").decode())
    english = next(score for language, score in ranking if language == ENGLISH)
    language, score = next(
        (language, score) for language, score in ranking if language != ENGLISH and language in names
    )
    return language, score - english


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Return py3langid's identifier: half a second and 75 MB, so only where a text needs it.

    Loaded here, since py3langid's own loader holds its largest table twice meanwhile. Narrowed to some
    languages the identifier would keep two tables for good.
    """
    import numpy
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    with TemporaryFile() as unpacked:
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
            shutil.copyfileobj(packed, unpacked)
        unpacked.seek(0)
        with numpy.load(unpacked, allow_pickle=False) as model:
            return LanguageIdentifier(
                model["ptc"],
                model["pc"],
                model["classes"].tolist(),
                # One number at a time is asked of a view without making an object of numpy's.
                model["nextmove"].data,
                model["out_feat"].tolist(),
                tk_row=model["nextmove_row"].tolist(),
            )


@lru_cache(maxsize=4)
def _names(reference: Reference) -> dict[str, str]:
    return {row["language"]: row["name"] for row in reference.rows("languages")}
