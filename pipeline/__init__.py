"""How does it get from disk to database? Plumbing without English."""
