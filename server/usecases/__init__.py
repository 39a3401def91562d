"""What can be done: one verb, one file. Each runs inside one unit of work and raises a `Refusal` or does it all."""
