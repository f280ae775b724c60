"""Prefect flows, the command line, and what they call: reading sources and extracting figures."""
