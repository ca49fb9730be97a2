"""Packed files (gzip, zstd), read as what is in them; nothing is unpacked ahead."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import PurePath
from typing import BinaryIO, cast

from parley.errors import BrokenError, UnreadableError

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
ENDINGS = (".gz", ".zst", ".zstd")


def inside(stream: BinaryIO, name: str) -> tuple[BinaryIO, str]:
    """The bytes inside a packed file and the name without the ending of the packing; the file itself where it is none.

    Raises ``UnreadableError`` where the library for it is missing.
    """
    head = cast(io.BufferedReader, stream).peek(4)[:4]
    if head.startswith(GZIP):
        return cast(BinaryIO, Careful(gzip.GzipFile(fileobj=stream))), bare(name)
    if head.startswith(ZSTD):
        return cast(BinaryIO, Careful(_zstd(stream))), bare(name)
    return stream, name


def bare(name: str) -> str:
    """The name of what is packed ("news.jsonl.gz" → "news.jsonl")."""
    return name.removesuffix(PurePath(name).suffix) if name.lower().endswith(ENDINGS) else name


def _zstd(stream: BinaryIO) -> io.RawIOBase:
    try:
        import zstandard
    except ImportError:
        hint = 'pip install "parley-news[archives]", or unpack it with zstd -d'
        raise UnreadableError("packed with zstd, which is not installed", hint=hint) from None
    reader = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(stream, read_across_frames=True)
    return cast(io.RawIOBase, reader)


class Careful(io.RawIOBase):
    """A packed stream whose damage is told in words."""

    def __init__(self, packed: io.BufferedIOBase | io.RawIOBase) -> None:
        self._packed = packed

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """The next bytes; raises ``BrokenError`` where the packing is damaged or ends too early."""
        try:
            part = self._packed.read(len(buffer)) or b""
        except (EOFError, OSError, zlib.error) as error:
            raise self._broken(error) from None
        except Exception as error:  # zstandard has errors of its own
            raise self._broken(error) from None
        buffer[: len(part)] = part
        return len(part)

    def _broken(self, error: Exception) -> BrokenError:
        told = " ".join(str(error).split())[:100]
        return BrokenError(f"the packed file is damaged ({told})", hint="what came before is read; get it again")
