"""Bytes to text: UTF-8 first, what the bytes themselves declare, and a plain word where nothing fits."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from parley.errors import BrokenError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that people hand over instead of text.
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "an SQLite database"),
)
HEAD = 8192
CODES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CODES = 0.05  # of a damaged text; more is no text
WIDE = 0.4  # of every other byte that is zero in UTF-16 of English; half of it is other letters at most
HIGH = re.compile(rb"[\x80-\xff]")
MOST_HIGH = 0.1  # of a Windows-1252 English text; more is another alphabet or no text at all
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, and what to tell people about how it was had."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``; ``declared`` is the encoding that a server names. Raises ``BrokenError``."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return _by_mark(data[len(bom) :], name)
    wide = _unmarked_utf16(data)
    if wide:
        return Decoded(wide)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def declared_in(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head."""
    found = DECLARED.search(data[:HEAD])
    return found[1].decode("ascii") if found else None


def _by_mark(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    bad = text.count("\ufffd")
    if bad > len(text) / 20:
        raise BrokenError(f"not {name.upper()} as its first bytes say", hint="save it as UTF-8")
    return Decoded(text, (f"{bad} damaged characters",) if bad else ())


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 whose first bytes do not say so: in English every other byte of it is zero, and the rest is not."""
    head = data[: HEAD - HEAD % 2]
    zeros = [head[k::2].count(0) for k in (0, 1)]
    if len(data) % 2 or max(zeros) <= len(head) / 2 * WIDE or min(zeros) > len(head) / 2 * MOST_CODES:
        return None
    try:
        return data.decode("utf-16-le" if zeros[1] > zeros[0] else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _refuse_binary(data: bytes) -> None:
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise BrokenError(f"{what}, not text", hint="save its text as .txt or .html")
    head = data[:HEAD]
    if len(CODES.findall(head)) > len(head) * MOST_CODES:
        raise BrokenError("binary data, not text", hint="give a text, HTML or .jsonl file")


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    named = _named(data, declared)
    if named:
        return named
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    if sum(c > "\x7f" for c in lenient) - bad > bad:  # mostly good UTF-8
        return Decoded(lenient, (f"{bad} damaged characters (not UTF-8)",))
    if len(HIGH.findall(data)) <= max(2, len(data) * MOST_HIGH):
        try:
            return Decoded(data.decode("cp1252"), ("not UTF-8: read as Windows-1252",))
        except UnicodeDecodeError:
            pass
    raise BrokenError("not UTF-8, and no other encoding fits", hint="save it as UTF-8")


def _named(data: bytes, declared: str | None) -> Decoded | None:
    """By the name that the server or the page gives, unless that name is unknown or wrong."""
    try:
        name = codecs.lookup(declared or "").name
        return None if name in {"utf-8", "ascii"} else Decoded(data.decode(name))
    except (LookupError, UnicodeError, ValueError):
        return None
