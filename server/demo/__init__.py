"""`takeanumber demo`: the whole thing on one machine, moving by itself."""
