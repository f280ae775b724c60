"""Faults of libraries in words for a user."""


def first_line(error: BaseException) -> str:
    """Return the first line of a message; those that libraries add are hints for programmers."""
    return (str(error).splitlines() or [type(error).__name__])[0]
