"""Pages that are no article: what stands in place of one speaks to its reader.

An article reports, and a site asks its visitor to pay, to agree or to look elsewhere. So the lines of a short
text are parted into those that speak to a reader ("you", "please", "Subscribe to ...", labels of buttons) and
those that report. Words of a wall count in the former: an article on subscriptions, cookies or vanished pages
has them too. Quotations count for nothing.
"""

from typing import Any

from flows.sources.article import SourceError
from flows.sources.page_lines import lines_of
from flows.sources.page_speech import addresses, reports, sentences_of, speaks
from flows.sources.page_walls import ACCOUNT, FREE, GATE, MOST_TEASER, OFFER, WALLS, Wall

# Longer text has an article beside what these words belong to.
SHORT = 1_200
# Of a shorter one that reports no more than this share of its characters, one word tells what it is.
VERY_SHORT = 400
LITTLE_REPORT = 0.3
# Lines behind a beginning that may offer the rest.
MOST_BEHIND = 12
# What a page says to machines of an article that is to be paid for: schema.org, and Meta's tiers.
PAID = {"isaccessibleforfree": "false", "article:content_tier": "locked"}


def require_article(text: str, title: str | None, *, is_marked: bool) -> None:
    """Refuse the text of a page that is none of an article.

    Args:
        text: the body text, as got out of the page.
        title: of the page.
        is_marked: whether the page has a date, or says that it is an article.

    Raises:
        SourceError: it is a paywall, a cookie wall, or a page that is missing.
    """
    if len(text) >= SHORT:
        return
    lines = sentences_of(text)
    report = _reported(lines)
    lines += sentences_of(title or "")
    spoken = [line for line in lines if speaks(line)]
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
    is_bare = len(text) < VERY_SHORT and not any(map(reports, lines))
    if is_bare and (not is_marked or any(map(addresses, lines))):
        raise SourceError("no_article", "the page speaks to its visitor, and reports nothing")


def require_whole(text: str, tree: Any) -> None:
    """Refuse the beginning of an article that goes on behind a paywall; extractors leave out what says so.

    Args:
        text: the body text, as got out of the page.
        tree: the page, untouched.

    Raises:
        SourceError: there is a paywall.
    """
    if len(text) >= SHORT or _reported(sentences_of(text)) > MOST_TEASER:
        return
    lines = [line for line, _ in lines_of(tree)]
    if _says_paid(tree) or any(map(GATE.search, lines)) or _is_offered(text, lines):
        raise SourceError("paywall", "the page shows the beginning of an article, and a paywall")


def _says_paid(tree: Any) -> bool:
    """Whether a page says to machines that its article is not free to read."""
    scripts = (one for one in tree.iter("script") if one.get("type") == "application/ld+json")
    if any(FREE.search(one.text or "") for one in scripts):
        return True
    for element in tree.iter("meta", "link"):
        name = element.get("itemprop") or element.get("property") or element.get("name") or ""
        said = (element.get("content") or element.get("href") or "").rpartition("/")[2].lower()
        if PAID.get(name.lower()) == said:
            return True
    return False


def _is_offered(text: str, lines: list[str]) -> bool:
    """Whether a subscription is offered where the beginning of an article breaks off.

    Only what follows counts: above, and beside, many a page that shows its article offers one too.
    """
    shown = [number for number, line in enumerate(lines) if line in text and reports(line)]
    behind = lines[shown[-1] + 1 :] if shown else []
    behind = [one for line in behind[:MOST_BEHIND] for one in sentences_of(line)]
    return any(map(OFFER.search, behind)) and any(map(ACCOUNT.search, behind))


def _reported(lines: list[str]) -> int:
    return sum(len(line) for line in lines if not speaks(line))
