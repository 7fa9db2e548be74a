"""How do councils write? Pure functions from a Document to facts: no file, database or clock."""
