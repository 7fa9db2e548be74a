"""`make bench`: what a page costs, as ratios to a floor measured in the same run."""
