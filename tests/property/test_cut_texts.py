"""An article or a headline may be cut off anywhere: whatever stands last, it is read."""

import json
import random
import re
from pathlib import Path

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()
ARTICLES = Path(__file__).parents[1] / "benchmarks" / "agreeing_articles.jsonl"
CUTS = 700
NUMBER = re.compile(r"\d[\d.,]*")


def test_a_text_that_ends_with_or_right_behind_a_figure_is_read() -> None:
    draw = random.Random(7)
    texts = [json.loads(line)["text"] for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    read = 0
    while read < CUTS:
        text = draw.choice(texts)
        numbers = list(NUMBER.finditer(text))
        if not numbers:
            continue
        number = draw.choice(numbers)
        words = re.compile(rf"(?:\s\S+){{0,{draw.randrange(4)}}}").match(text, number.end())
        end = number.end() if words is None else words.end()
        begin = max(0, number.start() - draw.choice((0, 30, 60, 200)))
        cut = text[begin:end]
        figures = extract(cut, REFERENCE, title=None, published="2012-05-14")["figures"]
        assert all(cut[one["char_start"] : one["char_end"]] == one["quote"] for one in figures), cut
        extract(text[:200], REFERENCE, title=cut, published="2012-05-14")
        read += 1
