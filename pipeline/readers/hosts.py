"""The hosts a page links to and writes from: what may tell whose page it is."""

import re
from itertools import islice

_HOST = r"([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})"
# An absolute address in an attribute or in running text, and the domain of a mail address.
_ADDRESS = re.compile(r"https?://(?:www\.)?" + _HOST)
_MAIL = re.compile(r"(?<=[\w])@" + _HOST)
_MOST = 200


def hosts_in(source: str) -> tuple[str, ...]:
    """Return the hosts of the addresses and mail addresses in a text or HTML source.

    Lower case, without "www.", in reading order, at most 200.
    """
    found: list[tuple[int, str]] = []
    for mark, pattern in (("//", _ADDRESS), ("@", _MAIL)):
        if mark in source:
            matches = islice(pattern.finditer(source), _MOST)
            found += [(host.start(), host.group(1).lower()) for host in matches]
    return tuple(host for _, host in sorted(found))[:_MOST]


def mails_in(text: str) -> tuple[str, ...]:
    """Return the domains of the mail addresses in a text, lower case, in order, at most 200."""
    if "@" not in text:
        return ()
    return tuple(host.group(1).lower() for host in islice(_MAIL.finditer(text), _MOST))
