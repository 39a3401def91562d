"""The touchscreen at the entrance: one tap gives a number."""
