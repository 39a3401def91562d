"""What the three programs share: start-up, the server's client and stream, QR codes, sound, theme and controls."""
