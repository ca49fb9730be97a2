"""Faults of the database in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from parley.errors import LedgerError, OptionError

# What the engines say (a part of it), the fault in our words, the next step.
KNOWN = (
    ("readonly database", "the ledger is read-only", "check who may write the file and its folder"),
    ("read-only", "the ledger is read-only", "check who may write to it"),
    ("disk is full", "the disk is full; nothing of this article was recorded", "free some space and run it again"),
    ("No space left", "the disk is full; nothing of this article was recorded", "free some space and run it again"),
    ("disk I/O error", "the disk failed; nothing of this article was recorded", "check the disk and run it again"),
    ("is locked", "another process has been writing for too long", "wait for it to end, and run it again"),
    ("unable to open", "cannot be opened", "check that its folder exists and who may write there"),
    ("not a database", "this file is no ledger", "give the path of a ledger, or of a file that does not exist yet"),
    ("malformed", "the file is damaged", "restore it from a backup: parley ledger restore FILE"),
    ("Connection refused", "no server answers there", "start PostgreSQL, or check host and port"),
    ("could not translate host", "there is no such host", "check the URL"),
    ("authentication failed", "the server refuses this user", "check user and password"),
    ("UndefinedTable", "the ledger lacks a table", "run: parley doctor"),
    ("does not exist", "the server has no such database or user", "create it first: createdb NAME"),
    ("no such table", "the ledger lacks a table", "run: parley doctor"),
)

NO_TEXT = ("a value holds characters that no text has", "leave out NUL bytes and halves of surrogate pairs")


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database raises into ``LedgerError``; ``where`` names the ledger."""
    try:
        yield
    except DBAPIError as error:
        if "NUL (0x00)" in str(error.orig):
            raise OptionError(NO_TEXT[0], hint=NO_TEXT[1]) from None
        raise fault_of(error, where) from error
    except UnicodeEncodeError:
        raise OptionError(NO_TEXT[0], hint=NO_TEXT[1]) from None
    except OverflowError:
        raise OptionError("a number is too large", hint="give a smaller one") from None


def fault_of(error: DBAPIError, where: str) -> LedgerError:
    """The fault in words; one that nobody foresaw keeps the words of the database."""
    from parley.ledger.engines import shown

    words = f"{' '.join(str(error.orig).split())} ({type(error.orig).__name__})"
    for part, fault, hint in KNOWN:
        if part in words:
            return LedgerError(fault, where=shown(where), hint=hint)
    kind = "the database failed" if isinstance(error, OperationalError) else "internal error of the ledger"
    return LedgerError(f"{kind}: {words}", where=shown(where), hint="run parley doctor, and please report it")
