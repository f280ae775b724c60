"""How the figures of an article hang together."""
