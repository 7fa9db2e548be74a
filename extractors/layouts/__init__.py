"""One file per kind of page: how it is recognised, how it is cut into sections."""
