"""Everything that Parley raises on purpose.

::

    ParleyError
    ├── OptionError          an option holds a value that cannot be used
    ├── OutputError          what was read cannot be written
    ├── LedgerError          the ledger cannot be opened, read or written
    │   └── UnknownError     the ledger holds nothing of that name
    └── InputError           one input cannot be read
        ├── MissingError     there is nothing at that path
        ├── UnreadableError  it is there, and the system does not let us read it
        ├── BrokenError      it was read, and is not what it should be (not text, not JSON)
        ├── TooLargeError    it is beyond what one article can be
        └── FetchError       a web address gave no page
            └── RefusedError an address that Parley never opens (inside this machine or network)

A message names the fault, where it is, and the next thing to try: ``notes.txt: no such file; check the path``.
"""

from __future__ import annotations


class ParleyError(Exception):
    """A fault that a user can do something about: ``fault``, ``where`` it is, and a ``hint`` what to try next."""

    def __init__(self, fault: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(fault)
        self.fault, self.where, self.hint = fault, where, hint

    @property
    def why(self) -> str:
        """The fault and the next thing to try, in one line."""
        return f"{self.fault}; {self.hint}" if self.hint else self.fault

    def __str__(self) -> str:
        return f"{self.where}: {self.why}" if self.where else self.why


class OptionError(ParleyError):
    """An option holds a value that cannot be used."""


class OutputError(ParleyError):
    """What was read cannot be written."""


class LedgerError(ParleyError):
    """The ledger cannot be opened, read or written; what it held before is unharmed."""


class UnknownError(LedgerError):
    """The ledger holds nothing of that name."""


class InputError(ParleyError):
    """One input cannot be read."""


class MissingError(InputError):
    """There is nothing at that path."""


class UnreadableError(InputError):
    """The input is there, and the system does not let us read it."""


class BrokenError(InputError):
    """The input was read, and is not what it should be."""


class TooLargeError(InputError):
    """The input is beyond what one article can be."""


class FetchError(InputError):
    """A web address gave no page.

    ``status`` is what its server answered, None where it did not; ``retry_after`` how many seconds it asks to be left
    alone.
    """

    status: int | None = None
    retry_after: float | None = None


class RefusedError(FetchError):
    """A web address inside this machine or its network, which is never opened."""
