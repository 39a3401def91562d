"""The servicer's console: who is being served now, how many wait, call next."""
