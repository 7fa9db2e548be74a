"""What stands behind an entry's title in lists of decisions: its reference, its status."""

import re

# "Lease of kiosk 4 ref: 2653   Recommendations Approved"
REF = re.compile(
    r"(?:(?<!\s)\s++)?+\bref:\s*+(?P<ref>[A-Z]{0,3}[0-9]{1,7})\b(?:\s++(?P<status>\S.{1,80}))?$"
)
NOT_CALLED = re.compile(r"(?:not for call[- ]?in|not subject to call[- ]?in)", re.IGNORECASE)
