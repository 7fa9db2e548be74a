"""Bytes to one Document, a reader for each form."""
