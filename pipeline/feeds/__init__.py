"""Saved searches as feeds: what is new since the last run."""
