"""The server: owns the queue database and answers devices, phones and the command line."""
