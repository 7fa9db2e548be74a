"""The hosts a page links to and writes from: what may tell whose page it is."""

import re

_HOST = r"([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})"
# An absolute address in an attribute or in running text, and the domain of a mail address.
_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.)?" + _HOST)
_MAIL = re.compile(r"(?<=[\w])@" + _HOST)
_BARE = re.compile(r"(?<![\w./@-])www\." + _HOST)
_MOST = 200


def hosts_in(source: str) -> tuple[str, ...]:
    """Return the hosts of the addresses and mail addresses in a text or HTML source.

    Lower case, without "www.", each once, in the order of first mention, at most 200.
    """
    found: dict[int, str] = {}
    for mark, pattern in (("//", _ADDRESS), ("@", _MAIL), ("www.", _BARE)):
        if mark in source:
            for host in pattern.finditer(source):
                found.setdefault(host.start(), host.group(1).lower())
    ordered = dict.fromkeys(found[at] for at in sorted(found))
    return tuple(ordered)[:_MOST]
