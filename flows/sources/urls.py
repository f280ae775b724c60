"""Addresses as they are stored: without what is secret, and one for what is one page."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

LONGEST = 2_000
# Added by those who spread a link, not by those who publish the page.
TRACKING = (
    "utm_",
    "fbclid",
    "gclid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "cmpid",
    "ns_",
    "at_medium",
    "at_campaign",
)


def clean_url(url: str | None) -> str | None:
    """Return an address of the web without credentials, tracking and fragment; None for any other.

    >>> clean_url("https://user:secret@News.example:443/a?utm_source=x&id=7#top")
    'https://news.example/a?id=7'
    """
    if not url or len(url) > LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    if ":" in host:
        host = f"[{host}]"
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    asked = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(TRACKING)
    ]
    query = parts.query if len(asked) == parts.query.count("&") + 1 else urlencode(asked)
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))


def own_address(url: str, told: str | None) -> str:
    """Return the address by which a page is known: the one that it gives as its own, else where it was found.

    What a page says of another site is not believed, for it would pass for an article of that site; nor
    that it is the site's front page, which careless sites write into every page.

    Args:
        url: where the page was found, as `clean_url` gives it.
        told: what it says its address is.

    >>> own_address("https://amp.news.example/a?amp=1", "https://www.news.example/a")
    'https://www.news.example/a'
    >>> own_address("https://news.example/a", "https://other.example/a")
    'https://news.example/a'
    """
    own = clean_url(told)
    if own is None or _site(own) != _site(url) or (urlsplit(own).path == "/" and not urlsplit(own).query):
        return url
    return own


def _site(url: str) -> str:
    name = urlsplit(url).netloc
    for prefix in ("www.", "amp.", "m.", "mobile."):
        name = name.removeprefix(prefix)
    return name


def host_of(url: str | None) -> str | None:
    """Return the host of a clean address, without a leading "www."."""
    host = urlsplit(url).netloc if url else ""
    return host.removeprefix("www.") or None
