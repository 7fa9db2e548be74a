"""The page for journalists: a Datasette plugin with our own pages (extra `web`)."""
