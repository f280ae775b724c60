"""Which time a figure is of."""
