"""The queue database: tables, the journal, one writer, many readers."""
