"""Exit codes of the command line, as the public contract lists them."""

DONE = 0
FAILED = 1  # a check or comparison failed
USAGE = 2
QUARANTINED = 3  # finished, some files quarantined
IO = 74
BUSY = 75  # another run is writing
NOT_OURS = 76  # not our database, or a newer one
