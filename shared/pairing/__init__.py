"""How a program comes from nothing to a server that knows it: what it knows on the way, and what it shows; pure."""
