"""The front door for PDFs: what may be handed to the C++ reader, decided by pypdf and its limits.

PDFium aborts the process on recursive forms and inflates whatever it is given (RELIABILITY 2b), so
before it sees a file, pypdf opens it, the page tree is walked with a budget, and every stream that
text extraction touches (contents, forms, fonts, character maps) is inflated against a limit and
thrown away. Images are left alone: text extraction never decodes them.
"""

import logging
import re
import struct
import zlib
from base64 import a85decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from pipeline.readers.errors import Refused

PAGE_LIMIT = 3_000
NODE_LIMIT = 20_000  # inner nodes and leaves of the page tree, aliases counted each time
TREE_DEPTH = 100
STREAM_LIMIT = 75_000_000  # bytes of one decoded stream, the limit of pypdf
TOTAL_LIMIT = 300_000_000  # bytes of all decoded streams of a file
COLUMN_LIMIT = 250_000  # predictor columns, the limit of pypdf
FORM_DEPTH = 20
FORM_LIMIT = 5_000  # form invocations on a page, the limit of pypdf
FILTER_LIMIT = 16  # the limit of pypdf

# What pypdf raises on broken files; its own documentation says that other errors may come.
BROKEN = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError,
    OverflowError, RecursionError, NotImplementedError, struct.error, zlib.error, OSError,
)  # fmt: skip

# "/Fm1 Do": an XObject is painted.
_PAINT = re.compile(rb"/([^\s/\[\]<>(){}%]{1,127})\s{1,16}Do(?![^\s/\[\]<>(){}%])")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass(slots=True)
class Door:
    """What the door saw: the number of pages and what is wrong without being fatal."""

    pages: int = 0
    problems: list[str] = field(default_factory=list)


def check(data: bytes) -> Door:
    """Let a PDF in, or raise Refused: type_mismatch, encrypted, page_limit, damaged, …."""
    if b"%PDF-" not in data[:1024]:
        raise Refused("read", "type_mismatch", "no PDF header")
    with _quiet():
        try:
            return _Walk(_open(data)).run()
        except LimitReachedError as error:
            raise Refused("read", "decompression_limit", str(error)) from error
        except MemoryError as error:
            raise Refused("read", "memory", "front door") from error
        except BROKEN as error:
            raise Refused("read", "damaged", f"{type(error).__name__}: {error}") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf's warnings about broken files off the terminal."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _open(data: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("read", "encrypted", "a password is needed")
    return reader


class _Walk:
    """One pass over the page tree and the streams that hang on it; each stream is seen once."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.door = Door()
        self.nodes = 0
        self.total = 0
        self.seen: set[int] = set()  # object numbers of streams and resources already judged
        self.forms: dict[int, int] = {}  # object number of a form: invocations below it

    def run(self) -> Door:
        root = _dictionary(self.reader.trailer.get("/Root"))
        tree = _dictionary(root.get("/Pages")) if root is not None else None
        if tree is None:
            raise Refused("read", "damaged", "no page tree")
        declared = _resolve(tree.get("/Count"))
        if isinstance(declared, int) and declared > PAGE_LIMIT:
            raise Refused("read", "page_limit", f"{declared} pages declared")
        self._tree(tree)
        if isinstance(declared, int) and declared != self.door.pages:
            self.door.problems.append(f"{declared} pages declared, {self.door.pages} found")
        return self.door

    def _tree(self, root: DictionaryObject) -> None:
        """Walk the page tree without recursion, handing resources down."""
        stack: list[tuple[PdfObject | None, DictionaryObject | None, int]] = [(root, None, 0)]
        while stack:
            item, inherited, depth = stack.pop()
            self.nodes += 1
            if depth > TREE_DEPTH or self.nodes > NODE_LIMIT:
                raise Refused("read", "page_limit", "the page tree is too deep or too wide")
            node = _dictionary(item)
            if node is None:
                self.door.problems.append("a page is missing")
                continue
            resources = _dictionary(node.get("/Resources")) or inherited
            kids = _resolve(node.get("/Kids"))
            if isinstance(kids, ArrayObject):
                stack.extend((kid, resources, depth + 1) for kid in reversed(kids))
            else:
                self._page(node, resources)

    def _page(self, page: DictionaryObject, resources: DictionaryObject | None) -> None:
        self.door.pages += 1
        if self.door.pages > PAGE_LIMIT:
            raise Refused("read", "page_limit", f"more than {PAGE_LIMIT} pages")
        if not self._first(page):
            return
        painted: list[bytes] = []
        contents = _resolve(page.get("/Contents"))
        for part in contents if isinstance(contents, ArrayObject) else [contents]:
            stream = _resolve(part)
            if isinstance(stream, StreamObject):
                painted += self._painted(stream)
            elif part is not None:
                self.door.problems.append(f"page {self.door.pages}: contents are missing")
        if resources is not None:
            self._fonts(resources)
            if self._invocations(painted, resources, 0, []) > FORM_LIMIT:
                raise Refused("read", "decompression_limit", "too many forms on a page")

    def _first(self, thing: DictionaryObject) -> bool:
        """Tell whether an indirect object is met for the first time."""
        number = _number(thing)
        if number is None:
            return True
        new = number not in self.seen
        self.seen.add(number)
        return new

    def _invocations(
        self,
        painted: list[bytes],
        resources: DictionaryObject | None,
        depth: int,
        above: list[int],
    ) -> int:
        """Return how many forms are painted in all; refuse circles and deep nests."""
        objects = _dictionary(resources.get("/XObject")) if resources is not None else None
        if objects is None or not painted:
            return 0
        total = 0
        for name in painted:
            form = _resolve(objects.get("/" + name.decode("latin-1")))
            if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
                total += 1 + self._form(form, resources, depth + 1, above)
            if total > FORM_LIMIT:
                break
        return total

    def _form(
        self,
        form: StreamObject,
        outer: DictionaryObject | None,
        depth: int,
        above: list[int],
    ) -> int:
        number = _number(form) or -depth
        if number in above or depth > FORM_DEPTH:
            raise Refused("read", "depth_limit", "forms that paint themselves or nest too deep")
        if number not in self.forms:
            resources = _dictionary(form.get("/Resources")) or outer
            if resources is not None and resources is not outer:
                self._fonts(resources)
            painted = self._painted(form)
            self.forms[number] = self._invocations(painted, resources, depth, [*above, number])
        return self.forms[number]

    def _fonts(self, resources: DictionaryObject) -> None:
        """Measure what the fonts of a resource dictionary bring along."""
        if not self._first(resources):
            return
        fonts = _dictionary(resources.get("/Font"))
        for value in list(fonts.values()) if fonts is not None else []:
            font = _dictionary(value)
            if font is not None and self._first(font):
                self._font(font)

    def _font(self, font: DictionaryObject) -> None:
        below = _resolve(font.get("/DescendantFonts"))
        parts = [font, *(below if isinstance(below, ArrayObject) else [])]
        for part in parts:
            holder = _dictionary(part)
            if holder is None:
                continue
            descriptor = _dictionary(holder.get("/FontDescriptor"))
            held = [holder.get(key) for key in ("/ToUnicode", "/Encoding", "/CIDToGIDMap")]
            if descriptor is not None:
                held += [descriptor.get(f"/FontFile{n}") for n in ("", "2", "3")]
            for value in held:
                stream = _resolve(value)
                if isinstance(stream, StreamObject) and self._first(stream):
                    self._count(len(self._decode(stream)))

    def _painted(self, stream: StreamObject) -> list[bytes]:
        """Return the names of the XObjects that a content stream paints."""
        content = self._decode(stream)
        self._count(len(content))
        if b"Do" not in content:
            return []
        names = _PAINT.findall(content)
        return [_HEX.sub(lambda m: bytes([int(m.group(1), 16)]), name) for name in names]

    def _count(self, size: int) -> None:
        self.total += size
        if self.total > TOTAL_LIMIT:
            raise Refused("read", "decompression_limit", f"more than {TOTAL_LIMIT} decoded bytes")

    def _decode(self, stream: StreamObject) -> bytes:
        """Return the decoded bytes of a stream; damage is noted, a bomb is refused."""
        parameters = _resolve(stream.get("/DecodeParms"))
        if isinstance(parameters, DictionaryObject):
            columns = _resolve(parameters.get("/Columns"))
            if isinstance(columns, int) and columns > COLUMN_LIMIT:
                raise Refused("read", "decompression_limit", f"{columns} predictor columns")
        kinds = _resolve(stream.get("/Filter"))
        names = list(kinds) if isinstance(kinds, ArrayObject) else [kinds] if kinds else []
        try:
            return self._unpacked(stream, [str(_resolve(n)) for n in names])
        except LimitReachedError:
            raise
        except BROKEN as error:
            self._problem(f"a stream is damaged ({type(error).__name__})")
            return b""

    def _unpacked(self, stream: StreamObject, names: list[str]) -> bytes:
        """Undo the filters of a stream; pypdf mends damage in silence, so not by it if we can."""
        data = bytes(stream._data)
        for name in names[:FILTER_LIMIT]:
            if name == "/FlateDecode":
                data = self._inflate(data)
            elif name == "/ASCII85Decode":
                data = a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
            else:
                return bytes(decode_stream_data(stream))
        if len(names) > FILTER_LIMIT:
            raise Refused("read", "decompression_limit", f"{len(names)} filters")
        return data

    def _inflate(self, packed: bytes) -> bytes:
        """Inflate with a limit; a stream that ends early or fails its checksum is a problem."""
        worker = zlib.decompressobj()
        found = worker.decompress(packed, STREAM_LIMIT)
        if worker.unconsumed_tail:
            raise Refused("read", "decompression_limit", f"a stream of over {STREAM_LIMIT} bytes")
        if not worker.eof:
            self._problem("a stream ends early")
        return found

    def _problem(self, words: str) -> None:
        if len(self.door.problems) < 20:
            self.door.problems.append(words)


def _resolve(thing: PdfObject | None) -> PdfObject | None:
    """Follow a reference; the null object is None."""
    if isinstance(thing, IndirectObject):
        thing = thing.get_object()
    return None if type(thing).__name__ == "NullObject" else thing


def _dictionary(thing: PdfObject | None) -> DictionaryObject | None:
    found = _resolve(thing)
    return found if isinstance(found, DictionaryObject) else None


def _number(thing: DictionaryObject) -> int | None:
    """Return the object number of an indirect object."""
    reference: IndirectObject | None = getattr(thing, "indirect_reference", None)
    return None if reference is None else reference.idnum
