"""The stream: one hub, many watchers, told only of what is committed."""
