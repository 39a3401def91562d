"""The display as QML sees it."""
