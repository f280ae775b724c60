"""Names that a post beside them shows to be persons': "governor Jane Roe", "Jane Roe, an analyst"."""

from typing import Final

from flows.extraction.names.full_names import Found
from flows.extraction.text.document import Document

# What only a person is, in lower case before or after the name.
POSTS: Final = frozenset(
    """president minister governor chairman chairwoman executive analyst economist strategist spokesman
    spokeswoman spokesperson director secretary chancellor senator congressman congresswoman mayor judge
    commissioner ambassador founder co-founder premier professor treasurer undersecretary lawyer attorney
    prosecutor author researcher scientist actor actress singer songwriter trader lawmaker politician
    banker billionaire tycoon businessman businesswoman entrepreneur striker midfielder defender goalkeeper
    captain coach skipper boss officer editor ceo cfo historian campaigner activist pensioner
    farmer""".split()
)
LEADING_IN: Final = frozenset("a an the its their chief senior vice managing former deputy executive".split())
MAX_WORDS: Final = 4


def mark_persons(document: Document, found: list[Found]) -> None:
    """Give the type "person" to unlisted names that a post stands beside, wherever they stand."""
    posted: set[str] = set()
    for name in found:
        if name.code is None and name.place_code is None and name.last - name.first <= MAX_WORDS:
            # "Former Acme chief": a single word after a title may be where somebody was.
            known = name.type == "person" and name.last - name.first > 1
            if known or (name.type != "company" and _has_post(document, name)):
                posted.add(name.name)
    if not posted:
        return
    # "Mr Roe" is whoever is called Jane Roe.
    surnames = {name.rpartition(" ")[2] for name in posted}
    for name in found:
        if name.code is not None or name.place_code is not None or name.type not in (None, "place"):
            continue
        if name.name in posted or (
            name.last - name.first in (2, 3) and name.name.rpartition(" ")[2] in posted & surnames
        ):
            name.type = "person"


def _has_post(document: Document, name: Found) -> bool:
    words, lower = document.words, document.lower
    if name.first and words[name.first - 1] in POSTS:
        return True
    at = name.last
    if at >= len(lower) or lower[at] != "," or name.last - name.first < 2:
        return False
    at += 1
    while at < len(lower) and lower[at] in LEADING_IN and words[at] not in POSTS:
        at += 1
    return at < len(lower) and words[at] in POSTS
