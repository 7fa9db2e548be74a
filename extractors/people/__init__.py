"""People: those named with a post, members, attendance, declarations and contacts."""
