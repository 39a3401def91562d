"""The rules, as values: no clock, no database, no wire."""
