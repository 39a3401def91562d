"""The three programs, their windows offscreen, against a small real HTTP server."""
