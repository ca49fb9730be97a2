"""The careful reader's account of an article as a reading, so that the ledger can be tried without the reader."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from eval.gold_claims import Words
from parley.ids import document_id
from parley.lexicon.places import place as known_place
from parley.lexicon.world import country_code
from parley.model.attribution import Attribution, Source
from parley.model.document import Document
from parley.model.encounter import Claim, Encounter, Party, PlaceRef, Relation, When
from parley.model.mention import Actor
from parley.model.reading import Reading
from parley.model.span import Span

AUTHOR = "author"
CLAIM_OF = {
    "proposed": ("asserts", "proposed"),
    "announced": ("asserts", "announced"),
    "scheduled": ("asserts", "scheduled"),
    "on_hold": ("asserts", "on_hold"),
    "postponed": ("asserts", "postponed"),
    "cancelled": ("asserts", "cancelled"),
    "denied": ("denies", "no_plans"),
    "under_way": ("asserts", "under_way"),
    "held": ("asserts", "held"),
}


def gold_reading(line: dict[str, Any], gold: dict[str, Any]) -> Reading:
    """The reading that a careful reader's account amounts to."""
    text = line["text"]
    maker = Maker(text, gold)
    encounters = tuple(maker.encounter(k, e) for k, e in enumerate(gold["encounters"]))
    document = Document(
        document_id(text), line["id"], text, None, line["title"], line["outlet"], line["published"], "en"
    )
    relations = tuple(
        Relation(f"e{k}", f"e{e['prepares']}", "prepares", Span(0, 1, text[0]))
        for k, e in enumerate(gold["encounters"])
        if isinstance(e.get("prepares"), int)
    )
    return Reading(
        document,
        actors=tuple(maker.actors.values()),
        attributions=tuple(maker.attributions.values()),
        encounters=encounters,
        relations=relations,
    )


class Maker:
    """Builds the values of one reading."""

    def __init__(self, text: str, gold: dict[str, Any]) -> None:
        self.text = text
        self.words = Words(text, gold["attributions"])
        self.unnamed = {a["source"] for a in gold["attributions"] if a["source"] and not a["named"]}
        self.via = {a["source"]: a["via"] for a in gold["attributions"] if a.get("via")}
        self.actors: dict[str, Actor] = {}
        self.attributions: dict[str, Attribution] = {}

    def encounter(self, k: int, e: dict[str, Any]) -> Encounter:
        """One encounter of the account."""
        spans = [self.span(w) for w in e["status_words"]]
        when = self.when(e)
        parties = tuple(self.party(p) for p in e["parties"]) + tuple(
            Party(self.actor(p).id, p.title(), country_code(p.title()), False) for p in e.get("stays_away") or ()
        )
        place = _place(f"p{k}", e["place"].title()) if e.get("place") else None
        claims = self.claims(k, e, spans, when)
        return Encounter(
            f"e{k}", e["kind"], None, parties, place, when, tuple(spans), e["status"], False, "gold", tuple(claims)
        )

    def claims(self, k: int, e: dict[str, Any], spans: list[Span], when: When | None) -> list[Claim]:
        """A claim with the status on the word of each source, and one for each earlier state."""
        earlier = [
            Claim(f"e{k}.x{i}", stance, status, spans[0], earlier=True)  # type: ignore[arg-type]
            for i, s in enumerate(e.get("earlier_status") or ())
            if s in CLAIM_OF
            for stance, status in [CLAIM_OF[s]]
        ]
        if e["status"] not in CLAIM_OF:
            return earlier
        return self.told(k, e, spans, when) + earlier

    def told(self, k: int, e: dict[str, Any], spans: list[Span], when: When | None) -> list[Claim]:
        """The status on the word of each source; what its own words deny or confirm is its claim instead."""
        stance, status = CLAIM_OF[e["status"]]
        plain = Claim("", stance, status, spans[0], when=when)  # type: ignore[arg-type]
        names = [w.split("<-")[-1].strip() for w in e["on_whose_word"]]
        made: dict[str, Claim] = {}
        for span in spans:
            who = self.words.source(span)
            said = self.words.said(span, plain) if who else None
            if who is not None and said is not None:
                word = e["on_whose_word"][names.index(who)] if who in names else who
                state = said.state
                day = "time" if said.day else None
                own = Claim("", state.stance, state.status or "announced", span, self.source(word), weak=state.weak)
                made[who] = replace(own, unsettled=day)
        for i, w in enumerate(e["on_whose_word"] or [AUTHOR]):
            if (names[i] if names else AUTHOR) not in made:
                made[w] = replace(plain, evidence=spans[min(i, len(spans) - 1)], attribution=self.source(w))
        return [replace(c, id=f"e{k}.c{n}") for n, c in enumerate(made.values())]

    def party(self, key: str) -> Party:
        """A side by the account's key."""
        actor = self.actor(key)
        return Party(actor.id, actor.name, actor.country)

    def actor(self, key: str) -> Actor:
        """An actor by the account's key: a surname, or a state or body."""
        name = key.title()
        country = country_code(name)
        kind = "country" if country else "person"
        return self.actors.setdefault(key, Actor(f"a{len(self.actors)}", name, kind, country=country))  # type: ignore[arg-type]

    def source(self, word: str) -> str | None:
        """The attribution that stands for a source; None for the article's own voice."""
        if word == AUTHOR:
            return None
        chain = [w.strip() for w in reversed(word.split("<-"))]
        if self.via.get(chain[0]) and len(chain) == 1:
            chain.append(self.via[chain[0]])
        links = tuple(
            Source(w, 0, 1, self.actor(w).id, "outlet" if i else "speaker", w not in self.unnamed)
            for i, w in enumerate(chain)
        )
        made = Attribution(f"q{len(self.attributions)}", links, None, (), "indirect")
        return self.attributions.setdefault(word, made).id

    def span(self, words: str) -> Span:
        """Where the words stand in the text."""
        start = max(self.text.find(words), 0)
        return Span(start, start + len(words), words)

    def when(self, e: dict[str, Any]) -> When | None:
        """The time of an encounter."""
        if not e.get("when"):
            return None
        first, _, last = str(e["when"]).partition("/")
        words = e.get("when_text") or ""
        start = max(self.text.find(words), 0)
        return When(words, start, start + len(words), first, last or first)


def _place(ident: str, name: str) -> PlaceRef:
    found = known_place(name)
    return PlaceRef(ident, name, found.country if found else None)
