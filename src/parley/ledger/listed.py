"""Lists that pages and programs leaf through, as calls of the ledger."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from sqlalchemy.engine import Connection

from parley.export.kinds import contradictions
from parley.export.rows import Row, Shelf
from parley.ledger import actors, core, documents, edition, kin, query, searching, store, telling
from parley.ledger.asked import Wanted, limited
from parley.ledger.telling import Moment
from parley.model.ledger import Case

Time = str | date | None
AT_ONCE = 200


class Listed:
    """What is told in lists; times and ``wanted`` as for ``find``."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    def accounts(
        self, text: str | None = None, *, as_of: Time = None, recorded_by: Time = None, **wanted: Any
    ) -> Iterator[tuple[Case, Shelf]]:
        """The encounters that ``find`` finds, as values with what their accounts stand on, in its order."""
        moment = Moment.given(as_of, recorded_by)
        with self._reading() as c:
            ids = [row["id"] for row in query.agenda(c, moment, Wanted(text=text, **wanted))]
            for some in store.batches(ids, (len(ids) or 1) if telling.is_past(c, moment) else AT_ONCE):
                cases = {case.id: (case, shelf) for case, shelf in telling.these(c, some, moment)}
                yield from (cases[i] for i in some if i in cases)

    def contradictions(
        self, text: str | None = None, *, as_of: Time = None, recorded_by: Time = None, **wanted: Any
    ) -> Iterator[Row]:
        """Each pair of sides that cannot both be true, with the words of both, by encounter.

        ``limit`` counts encounters; ``cursor`` is that of the encounter.
        """
        moment, limit = Moment.given(as_of, recorded_by), limited(wanted.pop("limit", None))
        with self._reading() as c:
            rows = list(query.agenda(c, moment, Wanted(text=text, differing=True, limit=limit, **wanted)))
            cases = {case.id: (case, shelf) for case, shelf in telling.these(c, [r["id"] for r in rows], moment)}
            for row in rows:
                for found in contradictions(*cases[row["id"]]):
                    why = core.explanation(found["rule"]) if found["rule"] else None
                    yield {**found, "explanation": why, "cursor": row["cursor"]}

    def actors(self, name: str | None = None, *, as_of: Time = None, recorded_by: Time = None) -> Iterator[Row]:
        """Who is party to the encounters told, those of most encounters first; ``name``: a part of their name.

        Counted anew only after something was recorded.
        """
        with self._reading() as c:
            yield from actors.actors(c, Moment.given(as_of, recorded_by), name)

    def search(
        self, text: str, *, as_of: Time = None, recorded_by: Time = None, limit: int | None = None
    ) -> Iterator[Row]:
        """The documents whose texts hold these words, the newest first, each with an ``excerpt`` (exact words)."""
        moment = Moment.given(as_of, recorded_by)
        with self._reading() as c:
            yield from searching.documents_with(c, text, moment, limited(limit))

    def documents(
        self, *, as_of: Time = None, recorded_by: Time = None, limit: int | None = None, after: str | None = None
    ) -> Iterator[Row]:
        """The reports that the ledger holds, in the order of arrival; ``after``: the id of the last of a page."""
        moment = Moment.given(as_of, recorded_by)
        with self._reading() as c:
            yield from documents.documents(c, moment, limited(limit), after)

    def document(self, report: str, *, as_of: Time = None, recorded_by: Time = None) -> Row:
        """One report; raises ``UnknownError``."""
        with self._reading() as c:
            return documents.document(c, report, Moment.given(as_of, recorded_by))

    def kin(self, report: str, *, as_of: Time = None, recorded_by: Time = None) -> Row:
        """``versions`` of a report's article, ``copies`` of its text, where the ``encounters`` of its reading live.

        ``encounters`` maps the ids of its reading to those of the ledger. Raises ``UnknownError``.
        """
        with self._reading() as c:
            return kin.kin(c, report, Moment.given(as_of, recorded_by))

    def edition(self) -> tuple[str, str]:
        """A mark that changes whenever anything is recorded, judged or derived anew, and the moment of the last."""
        with self._reading() as c:
            return edition.edition(c)
