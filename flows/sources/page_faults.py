"""Pages that are no article: what stands instead of one, known by its words."""

import re

from flows.sources.article import SourceError

# Longer text has an article beside what these words belong to.
SHORT = 900
# Few articles are shorter; pages below it that say none of the words are read all the same.
MISSING = re.compile(
    r"\b(?:(?:error|http)\s*(?:404|410|403|500|503)|404\b.{0,40}\b(?:error|not found)|"
    r"page (?:was |is |could )?not (?:be )?found|"
    r"page (?:you|that you|you are|you were)\b.{0,60}\b(?:exist|found|moved|removed|available)|"
    r"(?:no longer|not) (?:available|exists?)|can(?:no|')t (?:find|be found)|access denied|"
    r"temporarily unavailable|are you a (?:human|robot)|verify (?:that )?you are (?:a )?human|"
    r"enable javascript|checking (?:your browser|if the site)|(?:cloudflare )?ray id|"
    r"(?:url|page|article|story) (?:(?:that )?you (?:\w+ ){1,3})?(?:was|has been|is) "
    r"(?:not found|removed|deleted|expired)|"
    r"(?:unavailable|not available) in your (?:region|country|location)|error 451|"
    r"you have been blocked|pardon our interruption|you were a (?:ro)?bot|unusual (?:traffic|activity))\b",
    re.IGNORECASE,
)
PAYWALL = re.compile(
    r"\b(?:subscribe (?:now|today|for|to (?:continue|read|unlock|keep))|subscribers? only|"
    r"(?:available|open) (?:only )?to (?:subscribers|members)|to (?:continue|read on), (?:please )?"
    r"(?:register|subscribe|log ?in|sign (?:in|up))|create (?:a|your) free account|"
    r"(?:already )?a subscriber\?|log ?in to (?:continue|read)|sign (?:in|up) to (?:continue|read)|"
    r"free articles? (?:left|remaining)|articles? left|(?:continue|keep) reading (?:with|for|by)|"
    r"to (?:continue|keep) reading|unlock (?:this|unlimited)|"
    r"[$\u20ac\u00a3]\s?\d+(?:\.\d\d)? (?:a|per) (?:week|month)|"
    r"start your (?:free )?trial|cancel (?:at )?any ?time)\b",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\b(?:(?:accept|reject|manage|store|use|uses) (?:all |our |of )?cookies|"
    r"cookie (?:policy|settings|preferences)|"
    r"(?:our|and our|\d+) (?:\w+ )?(?:partners|vendors)\b.{0,80}\b(?:store|process|data|cookies|consent)|"
    r"your (?:privacy )?(?:choices|consent)|legitimate interest|we (?:value|care about) your privacy)\b",
    re.IGNORECASE,
)
KINDS = (
    ("missing_page", MISSING, "says that the page is missing or barred"),
    ("consent_wall", CONSENT, "asks for consent to cookies in place of an article"),
    ("paywall", PAYWALL, "asks to subscribe in place of an article"),
)


def require_article(text: str, title: str | None, *, links: int, has_type: bool) -> None:
    """Refuse the text of a page that is none of an article.

    Args:
        text: the body text, as got out of the page.
        title: of the page.
        links: links on the page.
        has_type: whether the page declares that it is an article.

    Raises:
        SourceError: it is a paywall, a cookie wall, a page that is missing, or a list of articles.
    """
    if len(text) < SHORT:
        for reason, pattern, told in KINDS:
            hits = {match[0].lower() for match in pattern.finditer(text)}
            if reason == "missing_page" and title and MISSING.search(title):
                hits.add(title)
            # One such phrase may be the article's own matter; in a very short text it is not.
            if len(hits) > 1 or (hits and len(text) < SHORT // 3):
                raise SourceError(reason, f"the page {told}")
    lines = [line for line in text.split("\n") if line.strip()]
    sentences = sum(len(line) > 80 and line.rstrip()[-1:] in ".!?\u201d\"')" for line in lines)
    if not has_type and links > 40 and len(lines) > 9 and sentences * 5 < len(lines):
        raise SourceError("listing", f"a list of articles: {links} links, {sentences} paragraphs")
