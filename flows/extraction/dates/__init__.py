"""Dates and spans of time as the text writes them."""
