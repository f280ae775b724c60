"""Who or what each figure is about."""

from flows.extraction.reading import Reading


def assign_subjects(reading: Reading) -> None:
    """Fill the subjects of every draft of `reading`."""
