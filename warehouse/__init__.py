"""The DuckDB warehouse: tables, loading, checks, publishing."""
