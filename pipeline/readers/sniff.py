"""What the bytes of a file are, whatever its name says.

A name that promises a page, paper or text and bytes that are something else is a mismatch; what a
readable page is about (a login form, an error) is for the layouts to judge.
"""

import codecs
import re

from pipeline.readers.errors import Refused

HTML = "text/html"
TEXT = "text/plain"
PDF = "application/pdf"
XML = "application/xml"
JSON = "application/json"

# First bytes of common binary files, with what they are.
_MAGIC = (
    (b"PK\x03\x04", "zip or Office file"),
    (b"PK\x05\x06", "empty zip"),
    (b"\xd0\xcf\x11\xe0", "old Office file"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF media"),
    (b"\x7fELF", "ELF program"),
    (b"MZ", "Windows program"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"Rar!", "RAR"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"SQLite format 3\0", "SQLite database"),
    (b"OggS", "Ogg media"),
    (b"ID3", "MP3"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
)
_PROMISES = {
    "html": (HTML, TEXT, XML), "htm": (HTML, TEXT, XML), "aspx": (HTML, TEXT, XML, JSON),
    "xhtml": (HTML, XML), "txt": (TEXT, HTML, XML, JSON), "text": (TEXT, HTML, XML, JSON),
    "md": (TEXT, HTML), "pdf": (PDF,), "xml": (XML,), "json": (JSON,),
}  # fmt: skip
_PAGES = ("html", "htm", "aspx")
_BOM16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4_096
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\f\r\x1a\x1b") + b"\x7f"
_MOST_CONTROLS = 0.10  # of the first bytes of a text

# A tag that only HTML has, near the beginning.
_TAGS = (
    b"html head body title meta div table span h[1-6] p ul ol form script section main article "
    b"header nav a b br font center style link base"
)
_HTML_TAG = re.compile(
    rb"<(?:!doctype\s{1,8}html|" + _TAGS.replace(b" ", b"|") + rb")(?=[\s/>])"
    rb"|<!--\s{0,8}saved from url=",
    re.IGNORECASE,
)
_XML_START = re.compile(rb"<\?xml\b|<[A-Za-z_][\w.:-]{0,100}+(?:\s[^<>]{0,2000})?/?>")
# The name of the first tag, without its namespace's prefix.
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?([A-Za-z]{1,40})(?=[\s/>])")
_SERVICE = (b"meeting", b"getmeetings", b"committees", b"envelope")  # of Modern.Gov's web service
_JSON_START = re.compile(rb"\{\s{0,200}[\"}]|\[\s{0,200}[\[{\"]")
# An agenda marker of a published Word file, copied as text: "<AI3>".
_MARKER = re.compile(rb"<[A-Z_]{2,30}[0-9]{0,6}>")


def sniff(data: bytes, name: str = "") -> str:
    """Return the media type of a file's bytes.

    Raises Refused: empty, type_mismatch (the name's ending promises another type) or unknown_type.
    """
    head = data[: _HEAD * 4] if data.startswith(_BOM16) else data[:_HEAD]
    if not _ink(head) and not _ink(data):
        raise Refused("read", "empty", "nothing but blanks")
    found, detail = _found(head)
    if found == TEXT and _ending(name) in _PAGES and _HTML_TAG.search(head):
        found = HTML
    if found == XML and _ending(name) in _PAGES and not head.lstrip().startswith(b"<?xml"):
        found = HTML  # a piece of a page that begins with an element we do not know
    promised = _PROMISES.get(_ending(name))
    if found is None:
        raise Refused("read", "type_mismatch" if promised else "unknown_type", detail)
    if promised and found not in promised:
        raise Refused("read", "type_mismatch", f"{found} under the name of .{_ending(name)}")
    return found


def _ink(data: bytes) -> bool:
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    if data.startswith(_BOM16):
        return bool(data[2:].strip(b"\0 \t\r\n\f\v"))
    return bool(data.strip(b" \t\r\n\f\v"))


def _ending(name: str) -> str:
    return name.rsplit(".", 1)[1].lower() if "." in name else ""


def _found(head: bytes) -> tuple[str | None, str]:
    if b"%PDF-" in head[:1024] and not _HTML_TAG.search(head[: head.find(b"%PDF-")]):
        return PDF, ""
    for magic, detail in _MAGIC:
        if head.startswith(magic):
            return None, detail
    if head[4:8] == b"ftyp":
        return None, "MP4 media"
    if head.startswith(_BOM16):
        head = head[2:].replace(b"\0", b"")
    elif len(head.translate(None, _CONTROLS)) < len(head) * (1 - _MOST_CONTROLS):
        return None, "binary data"
    return _text(head.removeprefix(codecs.BOM_UTF8).lstrip()), ""


def _text(head: bytes) -> str:
    """Tell the kinds of text apart by how they begin."""
    if not head.startswith((b"<", b"{", b"[")):
        return HTML if len(_HTML_TAG.findall(head)) > 2 else TEXT
    if _JSON_START.match(head):
        return JSON
    if head.startswith(b"<?xml"):
        is_xhtml = re.search(rb"<html\b|<!doctype\s{1,8}html", head, re.IGNORECASE)
        return HTML if is_xhtml else XML
    root = _ROOT.match(head)
    if root and root.group(1).lower() in _SERVICE:
        return XML  # its papers have a <title>, as pages do
    if _HTML_TAG.search(head):
        return HTML
    return XML if _XML_START.match(head) and not _MARKER.match(head) else TEXT
