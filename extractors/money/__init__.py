"""Sums of money: every mention, its kind, rate and year, and sums that contradict each other."""
