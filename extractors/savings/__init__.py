"""Savings: what an amount that is one has come to, how often, and in which year."""
