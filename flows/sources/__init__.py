"""Readers of article sources, one module a kind."""
