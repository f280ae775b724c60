"""Sets of names that pairs join (union-find)."""


class Joined:
    """What belongs together: names that `join` named in one call, or in a chain of calls."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        """Return the name that stands for all that `name` is joined with."""
        above = self._above
        while (higher := above.get(name, name)) != name:
            above[name] = above.get(higher, higher)
            name = higher
        return name

    def join(self, one: str, other: str) -> None:
        """Put two names, and what they are joined with, together."""
        self._above[self.root(one)] = self.root(other)
