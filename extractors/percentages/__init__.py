"""Percentages: every mention, the part it plays, and pairs from one to another."""
