"""Claims about figures of other sentences: rests, totals, rises, shares, orders."""
