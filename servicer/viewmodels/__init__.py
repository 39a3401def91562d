"""The console as QML sees it."""
