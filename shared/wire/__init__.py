"""The public contract, and what every client makes of it: messages, routes, codec, following, wording. Pure: neither Qt nor Flask."""
