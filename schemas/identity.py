"""Ids that depend on nothing but what they name: the same in any process, on any machine.

Imports nothing but the standard library, so that extraction starts fast.
"""

from hashlib import blake2b


def identifier(*parts: object) -> str:
    """Return 16 hexadecimal digits that depend on nothing but `parts`."""
    return blake2b(
        "\x1f".join([str(part) for part in parts]).encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()


def article_id_of(text: str) -> str:
    """Return the content hash by which an article is known."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
