"""Steps that several verbs have in common; none of them is a verb of its own."""
