"""What belongs to several documents: meetings, organisations, matters, outcomes, counts."""
