"""What becomes of each input: taken as a document, skipped, or failed."""

from __future__ import annotations

from dataclasses import dataclass

from parley.errors import InputError
from parley.model.document import Document


@dataclass(frozen=True, slots=True)
class Taken:
    """An article, ready to be read."""

    document: Document


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that holds no article to read: a duplicate, not English, no article in it; ``why`` says which."""

    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read; ``why`` names the fault and the next thing to try."""

    source: str
    why: str

    @classmethod
    def of(cls, source: str, error: InputError) -> Failed:
        """The outcome of an input that raised ``error``."""
        return cls(source, error.why)

    @classmethod
    def unforeseen(cls, source: str, error: Exception) -> Failed:
        """The outcome of an input that raised what nobody foresaw."""
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return cls(source, f"cannot be read ({told}); please report it")


Outcome = Taken | Skipped | Failed
NO_ARTICLE = "no article in it"
