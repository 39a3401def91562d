"""Web Push (RFC 8030): a phone hears of its call though its page is closed."""
