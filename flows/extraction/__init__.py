"""From article text to figures: pure functions, no I/O, no clock, no Prefect."""
