"""Who belongs where, kept up: only what a change can reach is decided anew, exactly as if all were.

Putting appearances together goes report by report in the canonical order (``parley.link``). A report that comes
in, goes, or is judged changes clusters from its place on; what is decided later can come out otherwise only where it
shares a party with a changed cluster, near enough in time. Those reports are decided again, in order, until
nothing is left that could change.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parley.ledger.places import Place, Places, Spot, written
from parley.link.clusters import Linker
from parley.link.decided import Decided
from parley.link.view import View
from parley.model.ledger import Join


@dataclass
class Replay:
    """Some changes and all that follows from them, each report decided once.

    ``moved`` are the appearances whose place is new, with their joins, ``changed`` the encounters that have won or lost
    one, with the moment from which on.
    """

    places: Places
    by_people: Decided
    queue: list[Place] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    homes: dict[str, str] = field(default_factory=dict)
    came: dict[str, list[Spot]] = field(default_factory=dict)
    moved: dict[str, tuple[Spot, str, Join]] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    now: Place = ("", "")

    def decide(self, report: Place) -> None:
        """Have a report decided when its turn comes."""
        if report[1] not in self.seen and report > self.now:
            self.seen.add(report[1])
            heapq.heappush(self.queue, report)

    def since(self, encounter: str, moment: str) -> None:
        """Know that an encounter is another from this moment on."""
        self.changed[encounter] = min(self.changed.get(encounter, moment), moment)

    def run(self) -> None:
        """Decide until nothing is left."""
        while self.queue:
            self.now = heapq.heappop(self.queue)
            self._take(self.places.of_report(self.now[1]))

    def _take(self, spots: Sequence[Spot]) -> None:
        views = [self.places.view(s) for s in spots]
        linker = self._linker(spots, views)
        put = linker.take(views)
        joins = {j.appearance: j for cluster in set(put.values()) for j in linker.joins[cluster]}
        touched: set[str] = set()
        for spot in spots:
            old, new = self.places.home(spot.id), put[spot.id]
            self.homes[spot.id] = new
            if old is None or old[0] != new:
                self.came.setdefault(new, []).append(spot)
                touched |= {new, *([old[0]] if old else [])}
            if old is None or old != (new, written(joins[spot.id])):
                self.moved[spot.id] = (spot, new, joins[spot.id])
        self._changed(touched)

    def _changed(self, encounters: set[str]) -> None:
        """Have decided anew what comes later and can be of one of these."""
        for encounter in encounters:
            self.since(encounter, self.now[0])
            held = [*self.places.members(encounter), *self.came.get(encounter, ())]
            for report in self.places.later(held, self.now):
                self.decide(report)

    def _linker(self, spots: Sequence[Spot], views: Sequence[View]) -> Linker:
        """A linker that knows what these views can join, as of their place."""
        linker = Linker(self.by_people)
        candidates = self.places.candidates(views, self.now)
        self.places.prepare(candidates)
        near = {self._home(s) for s in candidates}
        groups: dict[str, str] = {}
        for spot in spots:
            if self.by_people.bound(spot.id):
                near |= self._bound(self.by_people.group(spot.id), groups)
        for cluster in sorted(n for n in near if n):
            self._enter(linker, cluster)
        linker.groups.update(groups)
        return linker

    def _home(self, spot: Spot) -> str | None:
        if spot.id in self.homes:
            return self.homes[spot.id]
        found = self.places.home(spot.id)
        return found[0] if found else None

    def _bound(self, group: str, groups: dict[str, str]) -> set[str]:
        """Where the earliest of those stands that people have put together with an appearance."""
        ids = [a for a, name in self.by_people.together.items() if name == group]
        earlier = sorted(s for s in self.places.spots(ids) if s.place < self.now)
        home = self._home(earlier[0]) if earlier else None
        if home is None:
            return set()
        groups[group] = home
        return {home}

    def _enter(self, linker: Linker, cluster: str) -> None:
        """Let the linker know of a cluster as it was before this place."""
        mine = [s for s in self.places.members(cluster) if self.homes.get(s.id, cluster) == cluster]
        mine += [s for s in self.came.get(cluster, ()) if self.homes[s.id] == cluster]
        ordered = sorted({s for s in mine if s.place < self.now})
        if not ordered:
            return
        profile, keys = self.places.profile(ordered)
        linker.profiles[cluster] = profile
        linker.joins[cluster] = []
        for key in keys:
            linker.index.setdefault(key, {})[cluster] = None


def replay(
    places: Places,
    by_people: Decided,
    new: Iterable[Spot] = (),
    gone: Iterable[tuple[Spot, str]] = (),
    again: Iterable[str] = (),
) -> Replay:
    """What follows when appearances come, go (with the encounter that they leave), or are decided again.

    Those that go must be out of the projection already.
    """
    run = Replay(places, by_people)
    for spot, encounter in gone:
        run.since(encounter, spot.place[0])
        for report in places.later([spot, *places.members(encounter)], spot.before):
            run.decide(report)
    for spot in (*new, *places.spots(again)):
        run.decide(spot.place)
    run.run()
    return run
