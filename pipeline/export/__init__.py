"""Takes a database away: tables, a data package, Popolo and FollowTheMoney, read-only."""
