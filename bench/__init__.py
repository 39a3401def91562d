"""How fast it is, and whether that is fast enough: `script/bench` measures and prints a table."""
