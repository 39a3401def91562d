"""What a servicer sees and what their presses do: the console's pure derivations, in tables of cases."""
