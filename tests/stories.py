"""Invented articles in shorthand, for tests of linking and of accounts over many reports.

``"2031-05-02 Herald: meeting Norway+Chile 2031-05-20 @Oslo | Norway: announced | scheduled"``: the day, the outlet
(with ``#2`` behind it another article of the day), the kind, the parties, the days and the place of the encounter, then
its claims as in ``tests.derive.claims``. A party with a given name is a person; ``Ann Berg/NOR/ministers`` tells
country and level; ``-Chile`` stays away.
A source in small letters is unnamed ("an official/CHL < Post": as the Post heard).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import get_args

from parley.derive.rules import roll_up
from parley.derive.voices import voices
from parley.ids import hashed
from parley.lexicon.world import country_code
from parley.model.attribution import Attribution, Source
from parley.model.encounter import Claim, Encounter, EncounterKind, Party, PlaceRef, When
from parley.model.ledger import Appearance, Judgement, Report
from parley.model.mention import Actor
from parley.model.span import Span
from tests.derive.claims import claim

KINDS = get_args(EncounterKind)
Told = tuple[Report, tuple[Appearance, ...]]


@cache
def told(text: str, recorded: str = "2040-01-01T00:00:00Z", version: str = "") -> Told:
    """One article; encounters are separated by `` || ``."""
    head, _, rest = text.partition(": ")
    day, outlet = head.split(" ", 1)
    at = day if "T" in day else f"{day}T00:00:00Z"
    key = outlet + day
    report = Report(hashed(key, rest, version), key, key, at, recorded, day, outlet=outlet.partition("#")[0])
    return report, tuple(_appearance(report, k, part) for k, part in enumerate(rest.split(" || ")))


def _appearance(report: Report, n: int, text: str) -> Appearance:
    first, *claims = text.split(" | ")
    kind, parties, *more = _words(first)
    place = next((w[1:] for w in more if w.startswith("@")), None)
    when = next((_when(w) for w in more if w[:1].isdigit()), None)
    mentions = tuple(_span(w[1:-1]) for w in more if w.startswith('"'))
    actors: dict[str, Actor] = {}
    sides = tuple(_party(p, actors) for p in parties.split("+"))
    attributions: dict[str, Attribution] = {}
    made = tuple(_claim(c, k, actors, attributions, when) for k, c in enumerate(claims))
    verdict = roll_up(made, voices(tuple(attributions.values())))
    e = Encounter(
        f"e{n}", kind, None, sides, PlaceRef(f"p{n}", place) if place else None, when, mentions, verdict.status, False,
        verdict.rule, made,
    )  # fmt: skip
    return Appearance(hashed(report.id, str(n)), report.id, e, tuple(actors.values()), tuple(attributions.values()))


def _words(text: str) -> list[str]:
    out: list[str] = []
    for k, part in enumerate(text.split('"')):
        out += [f'"{part}"'] if k % 2 else _joined(part.split())
    return out


def _joined(words: list[str]) -> list[str]:
    """The kind, then the parties (names have spaces), then days and place."""
    if not words or words[0] not in KINDS:
        return words
    end = next((k for k, w in enumerate(words[1:], 1) if w[:1].isdigit() or w[:1] == "@"), len(words))
    return [words[0], " ".join(words[1:end]), *words[end:]]


def _span(text: str) -> Span:
    return Span(0, len(text), text)


def _when(word: str) -> When:
    first, _, last = word.partition("/")
    return When(word, 0, len(word), first, last or first)


def _party(text: str, actors: dict[str, Actor]) -> Party:
    away = text.startswith("-")
    actor = _actor(text.removeprefix("-"), actors)
    return Party(actor.id, actor.name, actor.country, False if away else None)


def _actor(text: str, actors: dict[str, Actor]) -> Actor:
    name, country, level = (*text.split("/"), "", "")[:3]
    state = country_code(name)
    kind = "country" if state else "person"
    code = country or state
    actor = Actor(f"a{len(actors)}", name, kind, country=code or None, level=level or None)  # type: ignore[arg-type]
    return actors.setdefault(text, actor)


def _claim(text: str, n: int, actors: dict[str, Actor], out: dict[str, Attribution], when: When | None) -> Claim:
    source, _, rest = text.rpartition(": ")
    made = claim(f" {rest}", n)
    if made.status in {"scheduled", "rescheduled"} and made.when is None:
        made = replace(made, when=when)
    if not source:
        return replace(made, attribution=None)
    chain = tuple(_source(s, k, actors) for k, s in enumerate(source.split(" < ")))
    attribution = out.setdefault(source, Attribution(f"q{len(out)}", chain, None, (), "indirect"))
    return replace(made, attribution=attribution.id)


def _source(text: str, k: int, actors: dict[str, Actor]) -> Source:
    named = text[0].isupper()
    actor = None if k else _actor(text, actors)
    return Source(text.partition("/")[0], 0, 1, actor.id if actor else None, "outlet" if k else "speaker", named)


def articles(*texts: str) -> tuple[list[Report], list[Appearance]]:
    """The reports and appearances of some articles."""
    pairs = [told(t) for t in texts]
    return [r for r, _ in pairs], [a for _, found in pairs for a in found]


def judgement(kind: str, *targets: str, at: str = "2040-01-02T00:00:00Z", value: str | None = None) -> Judgement:
    """A judgement of a person."""
    return Judgement(hashed(kind, *targets, at), kind, targets, "Ann", "seen", at, value)  # type: ignore[arg-type]
