"""What the rules of stance look at: the tree, the actors, and who speaks where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from parley.extract.positions.setting import Setting
from parley.extract.positions.words import voice
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution, Source
from parley.model.document import Document
from parley.model.mention import Actor, Place
from parley.model.position import Movement, PositionStance

FIRST_PERSON = frozenset({"i", "we"})


class ActorsByToken(Protocol):
    """What this room needs of the mentions of a text."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the text."""
        ...

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by ``token`` denotes."""
        ...

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """One stance as the words give it, before anything is chosen.

    ``head`` is the token of the word of stance, ``holders`` the tokens that name who holds it (empty:
    whoever speaks there), ``issue`` the token that heads what it is about, ``first``/``last`` the token
    run of its words (``last`` exclusive); ``spoken`` where the one who speaks holds it if nobody is named.
    """

    head: int
    stance: PositionStance
    movement: Movement | None
    holders: tuple[int, ...]
    issue: int | None
    first: int
    last: int
    spoken: bool = False


@dataclass(frozen=True)
class Scene:
    """An analysis with its actors and its attributions."""

    a: Analysis
    document: Document
    mentions: ActorsByToken | None
    attributions: Sequence[Attribution]

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that a token stands for."""
        return self.mentions.actors_of(token) if self.mentions is not None else ()

    def actor(self, identity: str) -> Actor | None:
        """The actor with that id."""
        return self._actors.get(identity)

    @property
    def everyone(self) -> tuple[Actor, ...]:
        """All actors of the text."""
        return self.mentions.actors if self.mentions is not None else ()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of every token."""
        return tuple(t.start for t in self.a.tokens)

    @cached_property
    def setting(self) -> Setting:
        """Where the text and its passages are set."""
        return Setting(self.a, self.document, self.mentions)

    def state(self, country: str | None) -> Actor | None:
        """The actor that stands for a state, the state itself before its officials."""
        own = sorted((x for x in self.everyone if x.country == country), key=lambda x: x.kind != "country")
        return own[0] if own and country is not None else None

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {x.id: x for x in self.everyone}

    @cached_property
    def voices(self) -> dict[int, Attribution]:
        """By token, the innermost attribution whose content holds it."""
        starts = {t.start: t.i for t in self.a.tokens}
        order = sorted(starts)
        out: dict[int, Attribution] = {}
        spans = [(s.end - s.start, s.start, s.end, x) for x in self.attributions for s in x.content]
        for _, start, end, attribution in sorted(spans, key=lambda s: -s[0]):
            for at in order[bisect_left(order, start) : bisect_left(order, end)]:
                out[starts[at]] = attribution
        return out

    @cached_property
    def cues(self) -> dict[int, Attribution]:
        """By token, the attribution whose cue it is part of."""
        out: dict[int, Attribution] = {}
        by_start = {t.start: t.i for t in self.a.tokens}
        for attribution in self.attributions:
            if attribution.cue is not None and attribution.cue.start in by_start:
                i = by_start[attribution.cue.start]
                while i < len(self.a.tokens) and self.a.tokens[i].start < attribution.cue.end:
                    out.setdefault(i, attribution)
                    i += 1
        return out

    def speaker(self, token: int) -> str | None:
        """The id of the actor whose words a token stands in, None in the article's own voice."""
        attribution = self.voices.get(token)
        if attribution is None:
            return self.author
        if not attribution.chain:
            return None
        return attribution.chain[0].actor or self._unnamed(attribution.chain[0])

    @cached_property
    def author(self) -> str | None:
        """Who speaks in the first person throughout: of whom the first line says that it is a statement or letter."""
        starts = (*self.setting.paragraphs, len(self.a.tokens))
        if len(starts) < 2:
            return None
        run = self.a.tokens[: starts[1]]
        issued = next((t.i for t in run[:3] if t.lemma.lower() in voice("issued")), None)
        if issued is None or issued + 1 >= len(run) or run[issued + 1].text.lower() not in {"by", "of", "from"}:
            return None
        found = (x for t in run[issued + 2 :] for x in self.actors_of(t.i) if x.kind == "person" or x.code)
        named = sorted(dict.fromkeys(found), key=lambda x: x.kind != "person")
        return named[0].id if named else None

    def _unnamed(self, source: Source) -> str | None:
        """The state that "the foreign ministry", "a government source" of no stated country speaks for."""
        words = {w.lower() for w in source.text.replace("-", " ").split()}
        if source.kind != "speaker" or not words & voice("state"):
            return None
        at = bisect_left(self.starts, source.start)
        state = self.state(self.setting.set_in([at]) or self.setting.home)
        return state.id if state is not None else None

    def own_words(self, token: int, subject: int) -> bool:
        """Whether a source tells at ``token`` of its own side: "we", or "Kenya" in the words of Kenya's minister."""
        speaker = self.actor(self.speaker(token) or "")
        if speaker is None:
            return False
        if self.a.tokens[subject].text.lower() in FIRST_PERSON:
            return True
        told = self.actors_of(subject)
        return any(x.id == speaker.id or (x.country is not None and x.country == speaker.country) for x in told)

    def named_in_short(self, token: int) -> tuple[Actor, ...]:
        """The one body whose name ends with a common noun ("the front" for the Lwo Resistance Front)."""
        word = self.a.tokens[token]
        if word.upos != "NOUN" or not any(d.text.lower() == "the" for d in self.a.children(word.i, "det")):
            return ()
        bodies = [x for x in self.everyone if x.kind == "organisation" and len(x.name.split()) > 1]
        found = [x for x in bodies if x.name.split()[-1].lower() == word.lemma.lower()]
        return (found[0],) if len(found) == 1 else ()
