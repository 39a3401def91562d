"""Printing a ticket: what it says, its bytes, and the way to the printer."""
