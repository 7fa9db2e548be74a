"""Performance indicators: from sentences, lists and tables to rows."""
