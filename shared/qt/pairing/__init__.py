"""From a program that knows nothing to one that its server knows: finding, pairing, and being known no longer."""
