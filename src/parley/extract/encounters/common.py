"""Sides named by a common noun only: "talks with the government", "the rebels and the regime"."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.extract.encounters.lists import Named
from parley.lexicon import world
from parley.lexicon.status import word_set
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor, Place
from parley.model.span import Span

LOOK_BACK = 120  # tokens


@dataclass
class WithCommon:
    """The mentions room, and sides that it leaves open because nobody is named.

    ``made`` collects the actors made here by the token that names them.
    """

    a: Analysis
    named: Named
    made: dict[str, Actor] = field(default_factory=dict)

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that a token denotes; for "the government" the one of the country spoken of last."""
        found = self.named.actors_of(token)
        return found or self._common(self.a.tokens[token])

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names."""
        return self.named.place_at(first, last)

    def states(self) -> dict[str, Actor]:
        """The countries named in the text by their codes."""
        named = (x for k in range(len(self.a.tokens)) for x in self.named.actors_of(k))
        return {x.country: x for x in named if x.kind == "country" and x.country is not None}

    def _common(self, token: Token) -> tuple[Actor, ...]:
        behind = self.a.tokens[token.i + 1] if token.i + 1 < len(self.a.tokens) else token
        inside = behind.upos in {"NOUN", "PROPN"} or behind.text == "-"
        if token.upos != "NOUN" or token.lemma.lower() not in word_set("governments") or inside:
            return ()
        country = self._country_near(token)
        if country is None:
            return ()
        span = Span.of(self.a.text, token.start, token.end)
        earlier = next((x for x in self.made.values() if x.country == country and x.name == token.text), None)
        if earlier is None:
            earlier = Actor(f"c{token.i}", token.text, "group", country=country, mentions=(span,))
            self.made[earlier.id] = earlier
        return (earlier,)

    def _country_near(self, token: Token) -> str | None:
        """The country named last before a token, bodies left out; else the first in the rest of its sentence."""
        before = range(token.i - 1, max(-1, token.i - LOOK_BACK), -1)
        behind = range(token.i + 1, self.a.sentences[token.sent].last)
        for k in (*before, *behind):
            for actor in self.named.actors_of(k):
                if actor.country is not None and world.is_state(actor.country) and actor.kind != "person":
                    return actor.country
        return None
