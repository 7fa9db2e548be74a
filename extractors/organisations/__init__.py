"""Organisations: their names, the part each plays, and the resolution that names them."""
