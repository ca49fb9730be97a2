"""What people decide, as calls of the ledger."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy.engine import Connection

from parley.export.rows import Row
from parley.ledger import judging, store
from parley.model.ledger import Judgement


class Judged:
    """Judgements: signed (``by``), with a reason (``because``), dated; each can be undone and none is taken away.

    Raises ``OptionError`` where name or reason is missing, ``UnknownError`` where there is nothing of that id.
    """

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def merge(self, encounters: Sequence[str], *, by: str, because: str) -> Judgement:
        """These encounters are one."""
        with self._writing() as c:
            return judging.merge(c, encounters, by, because)

    def split(self, encounter: str, parts: Sequence[str], *, by: str, because: str) -> tuple[Judgement, ...]:
        """These appearances (ids, or the sources of their reports) are another encounter than the rest of it."""
        with self._writing() as c:
            return judging.split(c, encounter, parts, by, because)

    def override(self, encounter: str, status: str, *, by: str, because: str) -> Judgement:
        """The status of the encounter is this one, whatever the rules say."""
        with self._writing() as c:
            return judging.override(c, encounter, status, by, because)

    def reject(self, claims: str | Sequence[str], *, by: str, because: str) -> Judgement:
        """These claims (``appearance:claim``) do not count."""
        with self._writing() as c:
            return judging.of_claims(c, "reject", _list(claims), by, because)

    def confirm(self, claims: str | Sequence[str], *, by: str, because: str) -> Judgement:
        """A person has looked at these claims, or at the links of these appearances, and stands by them."""
        with self._writing() as c:
            return judging.confirm(c, _list(claims), by, because)

    def undo(self, judgement: str, *, by: str, because: str) -> Judgement:
        """A judgement counts no more; it stays on record."""
        with self._writing() as c:
            return judging.undo(c, judgement, by, because)

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people have decided, in order, what was undone included."""
        with self._reading() as c:
            return store.judgements(c)

    def review(self, limit: int | None = None) -> Iterator[Row]:
        """The links that the machine is unsure of and no person has decided, the newest first."""
        with self._reading() as c:
            yield from judging.review(c, limit)


def _list(given: str | Sequence[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)
