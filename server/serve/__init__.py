"""The process that serves: its loop, its supervision, its control by the command line, its logs."""
