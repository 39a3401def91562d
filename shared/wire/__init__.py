"""The public contract: messages, routes, codec and labels. Pure; imports neither Qt nor Flask."""
