"""Votes: the question put, who moved and seconded, the counts, names and outcome."""
