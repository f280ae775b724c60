"""Pages that are no article: what stands in place of one speaks to its reader.

An article reports, and a site asks its visitor to pay, to agree or to look elsewhere. So the lines of a short
text are parted into those that speak to a reader ("you", "please", "Subscribe to ...", labels of buttons) and
those that report. Words of a wall count in the former: an article on subscriptions, cookies or vanished pages
has them too. Quotations count for nothing.
"""

import re
from typing import Any

from flows.sources.article import SourceError
from flows.sources.page_lines import lines_of
from flows.sources.page_walls import FREE, GATE, MOST_TEASER, WALLS, Wall

# Longer text has an article beside what these words belong to.
SHORT = 1_200
# A line without the end of a sentence and of so few words is a label.
MOST_LABEL_WORDS = 6
# Of a shorter one that reports no more than this share of its characters, one word tells what it is.
VERY_SHORT = 400
LITTLE_REPORT = 0.3

SENTENCE = re.compile(r"(?<=[.!?])\s+")
QUOTATION = re.compile(r"[\u201c\"][^\u201c\u201d\"]{0,300}[\u201d\"]")
TO_READER = re.compile(
    r"\b(?:you|your|yours|we|our|(?-i:us)|please|sorry|oops)\b|"
    r"^\W*(?:accept|agree|allow|become|buy|cancel|choose|confirm|continue|create|decline|enable|enter|get|go|join|"
    r"log ?in|manage|press|read|register|reject|save|sign|start|subscribe|support|try|unlock|verify|want)\b",
    re.IGNORECASE,
)


def require_article(text: str, title: str | None) -> None:
    """Refuse the text of a page that is none of an article.

    Args:
        text: the body text, as got out of the page.
        title: of the page.

    Raises:
        SourceError: it is a paywall, a cookie wall, or a page that is missing.
    """
    if len(text) >= SHORT:
        return
    lines = _unquoted(text)
    report = _reported(lines)
    lines += _unquoted(title or "")
    spoken = [line for line in lines if _speaks(line)]
    is_little = len(text) < VERY_SHORT and report <= LITTLE_REPORT * len(text)
    found: list[tuple[bool, int, Wall]] = []
    for wall in WALLS:
        is_sure = any(wall.sure.search(line) for line in lines)
        hits = {hit[0].lower() for line in spoken for hit in wall.words.finditer(line)}
        is_own = is_little and (hits or any(wall.own.search(line) for line in spoken))
        # What no article says makes a wall by itself; of what some say it takes two, beside a report.
        if report <= wall.most_report and (is_sure or len(hits) > 1 or is_own):
            found.append((is_sure, len(hits), wall))
    if found:
        _, _, wall = max(found, key=lambda one: one[:2])
        raise SourceError(wall.reason, f"the page {wall.told}")


def require_whole(text: str, tree: Any) -> None:
    """Refuse the beginning of an article that goes on behind a paywall; extractors leave out what says so.

    Args:
        text: the body text, as got out of the page.
        tree: the page, untouched.

    Raises:
        SourceError: there is a paywall.
    """
    if len(text) >= SHORT or _reported(_unquoted(text)) > MOST_TEASER:
        return
    scripts = tree.iter("script")
    says_so = any(FREE.search(one.text or "") for one in scripts if one.get("type") == "application/ld+json")
    if says_so or any(GATE.search(line) for line, _ in lines_of(tree)):
        raise SourceError("paywall", "the page shows the beginning of an article, and a paywall")


def _unquoted(text: str) -> list[str]:
    """Return the sentences and labels of a text without what is quoted."""
    return [
        one for line in text.split("\n") for one in SENTENCE.split(QUOTATION.sub(" ", line)) if one.strip()
    ]


def _reported(lines: list[str]) -> int:
    return sum(len(line) for line in lines if not _speaks(line))


def _speaks(line: str) -> bool:
    """Whether a line speaks to a reader, or is a label."""
    is_label = line.rstrip()[-1:] not in ".!?" and len(line.split()) <= MOST_LABEL_WORDS
    return is_label or TO_READER.search(line) is not None
