"""Hashed ids: the same words give the same id, on every machine and in every order."""

from __future__ import annotations

from hashlib import sha256

SIZE = 16  # hexadecimal digits: 64 bits, enough for ids that are looked up beside each other


def hashed(*parts: str | None) -> str:
    """The id of a row of values; None and "" differ, and so do ("ab", "c") and ("a", "bc")."""
    digest = sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"-" if part is None else b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()[:SIZE]


def document_id(text: str) -> str:
    """The id of a document: the hash of its cleaned text, and of nothing else."""
    return hashed(text)
