"""Packed answers of servers, unpacked in small steps: a few kilobytes can hold gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from parley.errors import FetchError

STEP = 65536  # bytes that come out at a time
WAYS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
HINT = "save the page and give the file"


def unpacked(parts: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes of an answer; raises ``FetchError`` where it is packed in another way, in several, or is broken."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return parts
    if name not in WAYS:
        raise FetchError(f"the server packed the page as {name[:40]}, which was not asked for", hint=HINT)
    return _unpacked(parts, WAYS[name])


def _unpacked(parts: Iterator[bytes], way: int) -> Iterator[bytes]:
    opened = False
    packer = zlib.decompressobj(way)
    for part in parts:
        while part:
            try:
                yield packer.decompress(part, STEP)
            except zlib.error:
                if opened or way != zlib.MAX_WBITS:
                    raise FetchError("the server packed the page badly", hint=HINT) from None
                packer = zlib.decompressobj(-way)  # many servers send deflate without its head
                opened = True
                continue
            opened = True
            part = packer.unconsumed_tail
    yield packer.flush()
    if not packer.eof:
        raise FetchError("the page did not arrive whole", hint="try again, or " + HINT)
