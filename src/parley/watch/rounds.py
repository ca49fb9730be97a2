"""One round over the feeds: what is new is fetched, read and added; what changed is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from parley import ingest, pipeline
from parley.errors import FetchError, InputError, UnreadableError
from parley.ingest.fetch import AGENT, Page, Wish, fetch
from parley.ingest.sniff import TYPES
from parley.keeping import Ledger
from parley.model.analysis import Analysis
from parley.watch import news, state
from parley.watch.feeds import KINDS, Entry, entries
from parley.watch.news import News
from parley.watch.state import Note, State

PAUSE = 2.0
"""Seconds between two requests to one host, where its robots.txt asks for no more."""
AWAY = 900.0
"""Seconds after which a feed that failed is asked again."""
ROBOTS = frozenset({*TYPES, "text/plain"})
Fetch = Callable[[str, Wish], Page]


@dataclass(frozen=True, slots=True)
class Said:
    """What happened to one address, for people; ``again`` that it is asked once more in the next round."""

    address: str
    what: str
    good: bool = True
    again: bool = False


@dataclass
class Watcher:
    """Watches feeds for one ledger; ``kept`` is the file of its state."""

    ledger: Ledger
    feeds: Sequence[str]
    kept: Path
    analyse: Callable[[str], Analysis]
    every: float = 900.0
    limit: int = 50
    private: bool = False
    actors: tuple[str, ...] = ()
    get: Fetch = fetch
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    _robots: dict[str, Any] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state: State = state.load(self.kept)

    def due(self) -> float:
        """Seconds until a feed is due."""
        return max(0.0, min((self.state.feed(f).due for f in self.feeds), default=0.0) - self.clock())

    def round(self) -> Iterator[Said | News]:
        """Ask every feed that is due; yields what happened as it happens, first what a stop had left untold."""
        yield from self._look()
        for feed in self.feeds:
            if self.state.feed(feed).due > self.clock():
                continue
            for said in self._feed(feed):
                yield said
                if said.what.startswith("added"):
                    yield from self._look()

    def _look(self) -> Iterator[News]:
        """What has changed since the last look, each change once: its note is kept before it is told."""
        now = news.look(self.ledger.status())
        found = news.between(self.state.looked, now, self.actors) if self.state.looked is not None else []
        for one in found:
            if one.id not in self.state.told:
                self.state.told.append(one.id)
                self.state.outbox.append(Note(one.id, {"what": one.what, "encounter": one.encounter}))
                self._keep()
                yield one
        if found or self.state.looked is None:
            self.state.looked = news.kept(now)
            self._keep()

    def _keep(self) -> None:
        state.keep(self.kept, self.state)

    def _feed(self, address: str) -> Iterator[Said]:
        known = self.state.feed(address)
        wish = Wish(known.etag, known.modified, KINDS | TYPES.keys(), self.private)
        try:
            page = self._polite(address, wish)
            found = [] if page.unchanged else entries(page.data, page.url)
        except InputError as error:
            asked = error.retry_after if isinstance(error, FetchError) else None
            known.due = self.clock() + max(asked or 0.0, AWAY)
            self._keep()
            yield Said(address, error.why, good=False)
            return
        fresh = [e for e in found if e.id not in known.seen]
        left = len(fresh) > self.limit
        for entry in fresh[: self.limit]:
            said = self._article(entry)
            yield said
            left |= said.again
            if not said.again:
                known.seen.append(entry.id)
                self._keep()
        if not left:  # else the feed is asked for all of it again
            known.etag, known.modified = page.etag, page.modified
        known.due = self.clock() + self.every
        self._keep()

    def _article(self, entry: Entry) -> Said:
        """Fetch, read and add one article; a page that has changed is a new version of it."""
        try:
            page = self._polite(entry.url, Wish(private=self.private))
            taken = ingest.article_on(page, published=entry.published)
            if not isinstance(taken, ingest.Taken):
                return Said(entry.url, taken.why, good=isinstance(taken, ingest.Skipped))
            added = self.ledger.add([pipeline.read_document(taken.document, self.analyse)])[0]
        except FetchError as error:
            return Said(entry.url, error.why, good=False, again=True)
        except InputError as error:
            return Said(entry.url, error.why, good=False)
        except Exception as error:  # one bad article never ends a watch
            return Said(entry.url, ingest.Failed.unforeseen(entry.url, error).why, good=False)
        what = getattr(added, "what", None)
        return Said(entry.url, "known already" if what == "known" else f"added ({what})" if what else str(added))

    def _polite(self, address: str, wish: Wish) -> Page:
        """Fetch what its host allows, and not faster than it likes. Raises ``InputError``."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._rules(host)
        if rules is not None and not rules.can_fetch(address, AGENT):
            raise UnreadableError("robots.txt of its host does not allow it", hint="ask the host, or save the page")
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        self._wait(host, float(asked or PAUSE))
        return self.get(address, wish)

    def _wait(self, host: str, pause: float) -> None:
        left = self._last.get(host, 0.0) + pause - self.clock()
        if left > 0:
            self.sleep(left)
        self._last[host] = self.clock()

    def _rules(self, host: str) -> Any:
        """The robots.txt of a host, None where it has none; asked once a run. Raises ``FetchError``."""
        if host not in self._robots:
            self._robots[host] = self._asked(host)
        return self._robots[host]

    def _asked(self, host: str) -> Any:
        """As RFC 9309 has it: a host that answers that it has none allows all, one that does not answer nothing yet."""
        try:
            from protego import Protego
        except ImportError:
            hint = 'pip install "parley-news[watch]"'
            raise UnreadableError("robots.txt needs protego, which is missing", hint=hint) from None
        self._wait(host, PAUSE)
        try:
            page = self.get(f"{host}/robots.txt", Wish(kinds=ROBOTS, private=self.private))
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500 and error.status != 429:
                return None
            fault = FetchError("robots.txt of its host cannot be had now, so nothing there is opened", hint=error.hint)
            fault.retry_after = error.retry_after
            raise fault from None
        return Protego.parse(page.data.decode("utf-8", "replace"))
