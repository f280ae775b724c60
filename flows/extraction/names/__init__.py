"""Names in a text, and whom they stand for."""
