"""Make rewrites of articles, as newsrooms do: paragraphs in another order, other words, the same figures."""

import random
import re

_WORD = re.compile(r"[a-z]{4,}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# What a desk puts in the place of words; their meaning does not matter here, that they differ does.
_OTHERS = (
    "overall rather notably broadly latest recent further wider local major steady sharp early later growing "
    "group maker office outlet market change level reading outcome showing period stretch result pace move "
    "noted added stated told showed wrote kept stood came went moved turned held"
).split()


def rewrite(text: str, seed: int) -> str:
    """Return `text` told anew: one to three lower-case words in ten are others, the parts in another order.

    Figures and names stay. The same seed gives the same text.
    """
    chance = random.Random(seed)
    share = chance.uniform(0.1, 0.3)
    parts = [part for part in text.split("\n") if part.strip()]
    if len(parts) < 3:
        sentences = _SENTENCE.split(text)
        parts = [" ".join(sentences[place : place + 2]) for place in range(0, len(sentences), 2)]
    head, rest = parts[:1], parts[1:]
    chance.shuffle(rest)
    told = "\n\n".join(head + rest)
    return _WORD.sub(lambda word: chance.choice(_OTHERS) if chance.random() < share else word[0], told)
