"""Which place a figure is of."""
