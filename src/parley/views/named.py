"""What a reading holds beside encounters, as cards: positions, words passed on, who, where and when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from parley.views import phrases, told, wording
from parley.views.marking import Marking

Row = Mapping[str, Any]


class Named(Marking):
    """Positions, sayings, names, and what was left open."""

    @cached_property
    def positions(self) -> list[Row]:
        """The positions, actor by actor in the order in which they come up."""
        held: dict[str, list[Row]] = {}
        for number, p in enumerate(self.reading["positions"], 1):
            anchor = self.anchor("p", str(number))
            self._mark(p["evidence"], anchor, "position")
            self._mark_attribution(p["attribution"], anchor)
            attribution = self.attributions.get(p["attribution"] or "")
            own = attribution is None or [s["actor"] for s in attribution["chain"]] == [p["actor"]]
            move = phrases.MOVEMENTS.get(p["movement"], p["movement"]) if p["movement"] else None
            told_by = None if own else f"as told by {told.who(attribution, self.actors)}"
            held.setdefault(p["actor"], []).append(
                {"anchor": anchor, "row": p, "notes": [n for n in (move, told_by) if n]}
            )
        return [{"actor": self.actors.get(actor, actor), "held": rows} for actor, rows in held.items()]

    @cached_property
    def left_open(self) -> list[Row]:
        """What the reader noticed and could not place, with the reason."""
        found: list[Row] = []
        for number, item in enumerate(self.reading["ungrounded"], 1):
            anchor = self.anchor("u", str(number))
            self._mark(item["words"], anchor, "open")
            found.append({"anchor": anchor, "row": item})
        return found

    @cached_property
    def sayings(self) -> list[Row]:
        """All words that the article passes on, with their sources."""
        found: list[Row] = []
        for a in self.reading["attributions"]:
            anchor = self.anchor("q", a["id"])
            for span in a["content"]:
                self._mark(span, anchor, "content")
            self._mark_attribution(a["id"], anchor)
            found.append({"anchor": anchor, "row": a, "who": told.who(a, self.actors)})
        return found

    @cached_property
    def named(self) -> list[Row]:
        """Who, where and when: what the article names, and how often."""
        groups: list[Row] = []
        for kind, key, role in (("Who", "actors", "actor"), ("Where", "places", "place")):
            rows = [self._named(x, role) for x in self.reading[key]]
            groups.append({"kind": kind, "rows": rows})
        times = [self._time(number, t) for number, t in enumerate(self.reading["times"], 1)]
        return [g for g in [*groups, {"kind": "When", "rows": times}] if g["rows"]]

    def _named(self, x: Row, role: str) -> Row:
        anchor = self.anchor("n", x["id"])
        for span in x["mentions"]:
            self._mark(span, anchor, role)
        notes = [x.get("role"), x.get("country")]
        return {
            "anchor": anchor,
            "name": x["name"],
            "notes": [n for n in notes if n],
            "times": len(x["mentions"]),
        }

    def _time(self, number: int, t: Row) -> Row:
        anchor = self.anchor("t", str(number))
        self._mark(t, anchor, "time")
        day = wording.when(t) if t["earliest"] or t["latest"] else t["value"]
        return {"anchor": anchor, "name": t["text"], "notes": [day] if day else [], "times": 1}
