"""The kiosk as QML sees it."""
