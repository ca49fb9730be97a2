"""A source of bytes that is looked into before it is read, and never read beyond what one article can be."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from parley.errors import TooLargeError

HEAD = 65536
MOST_AT_ONCE = 500_000_000  # bytes of an archive that must be searched and comes from where it cannot be
MOST = 10_000_000  # bytes of one article, its page and pictures in text included


def size_in_words(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / 1e6:.0f} MB"


class Stream:
    """Bytes of one input: ``head`` to sniff at, then either the ``whole`` or its ``lines``."""

    def __init__(self, stream: BinaryIO, most: int = MOST) -> None:
        if not isinstance(stream, io.BufferedReader):
            stream = io.BufferedReader(cast(io.RawIOBase, stream), HEAD)
        self._stream = stream
        self._most = most

    def head(self) -> bytes:
        """The first bytes; nothing is consumed."""
        return self._stream.peek(HEAD)[:HEAD]

    def file(self) -> BinaryIO:
        """The bytes as a file that can be searched: itself where it can, else all of it in memory.

        Raises ``TooLargeError`` where that is too much.
        """
        if self._stream.seekable():
            return self._stream
        data = self._stream.read(MOST_AT_ONCE + 1)
        if len(data) > MOST_AT_ONCE:
            hint = "unpack it to a file first"
            raise TooLargeError(f"more than {size_in_words(MOST_AT_ONCE)} to be held at once", hint=hint)
        return io.BytesIO(data)

    def whole(self) -> bytes:
        """All bytes; raises ``TooLargeError`` without reading on where they are more than one article can be."""
        data = self._stream.read(self._most + 1)
        if len(data) > self._most:
            raise self._too_large()
        return data

    def lines(self) -> Iterator[tuple[int, bytes | TooLargeError]]:
        """Each line with its number from 1; one that is too long comes as an error and is passed over unread."""
        number = 0
        while line := self._stream.readline(self._most + 1):
            number += 1
            if len(line) > self._most and not line.endswith(b"\n"):
                del line
                self._pass_over()
                yield number, self._too_large("one article a line is what is read")
            else:
                yield number, line

    def _pass_over(self) -> None:
        while (part := self._stream.readline(HEAD)) and not part.endswith(b"\n"):
            pass

    def _too_large(self, hint: str = "give one article a line in .jsonl") -> TooLargeError:
        return TooLargeError(f"more than {size_in_words(self._most)}: no single article", hint=hint)
