"""Relations that a text implies without stating them."""
