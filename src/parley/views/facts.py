"""A reading as cards: its encounters with their claims, who says so, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from parley.views import phrases, told, wording
from parley.views.named import Named
from parley.views.sides import grouped

Row = Mapping[str, Any]


class Facts(Named):
    """All facts of one reading."""

    @cached_property
    def encounters(self) -> list[Row]:
        """The encounters, those of most claims first; of equals, the one that the text names first."""
        return [self._encounter(e) for e in sorted(self.reading["encounters"], key=_weight)]

    def _encounter(self, e: Row) -> Row:
        anchor = self.anchor("e", e["id"])
        for span in (*e["mentions"], e["when"]):
            self._mark(span, anchor, "mention" if span is not e["when"] else "time")
        claims = {c["id"]: self._claim(c, wording.when(e["when"])) for c in e["claims"]}
        for claim in claims.values():
            claim["against"] = self._against(claim["row"]["id"], claims)
        order = [i for i in e["history"] if i in claims] + [i for i in claims if i not in e["history"]]
        return {
            "anchor": anchor,
            "row": e,
            "title": told.title(e),
            "place": told.place(e),
            "own_words": told.own_words(e),
            "why": self.explain(e["rule"]),
            "claims": [claims[i] for i in order],
            "differences": list(self._differences(e["id"], claims)),
            "relations": list(self._relations(e["id"])),
            "home": self.homes.get(e["id"]),
        }

    def _claim(self, c: Row, known: str) -> dict[str, Any]:
        anchor = self.anchor("c", c["id"])
        state = wording.state(c["status"])
        self._mark(c["evidence"], anchor, "evidence", state)
        self._mark(c["when"], anchor, "time")
        self._mark_attribution(c["attribution"], anchor)
        who = told.who(self.attributions.get(c["attribution"] or ""), self.actors)
        return {
            "anchor": anchor,
            "row": c,
            "who": who,
            "notes": told.notes(c, known),
        }

    def _against(self, claim: str, claims: Mapping[str, Row]) -> list[Row]:
        """Who says otherwise: the claims that cannot be true together with this one."""
        found = [i for x in self.reading["contradictions"] if claim in x["claims"] for i in x["claims"]]
        return [claims[i] for i in dict.fromkeys(found) if i != claim and i in claims]

    def _differences(self, encounter: str, claims: Mapping[str, Row]) -> Iterator[Row]:
        """For each thing that claims differ over: the sides, each with its claims."""
        found = [c for c in self.reading["contradictions"] if c["about"] == encounter]
        for over in dict.fromkeys(c["over"] for c in found):
            for group in grouped(c["claims"] for c in found if c["over"] == over):
                sides = [[claims[i] for i in side if i in claims] for side in group]
                yield {"over": over, "words": phrases.DIFFERENCES[over], "sides": [s for s in sides if s]}

    def _relations(self, encounter: str) -> Iterator[Row]:
        known = {e["id"]: e for e in self.reading["encounters"]}
        for r in self.reading["relations"]:
            if r["from"] == encounter and r["to"] in known:
                other = known[r["to"]]
                yield {
                    "words": phrases.RELATIONS[r["kind"]],
                    "anchor": self.anchor("e", other["id"]),
                    "title": told.title(other),
                    "evidence": r["evidence"],
                }


def _weight(encounter: Row) -> tuple[int, int]:
    mentions = encounter["mentions"]
    return -len(encounter["claims"]), mentions[0]["start"] if mentions else 0
