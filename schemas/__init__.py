"""Shapes of the data: one pandera model a table, and the reference data that people edit."""
