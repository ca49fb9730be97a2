"""Who only speaks of an encounter is no party to it: a spokesman stands for those he speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.extract.encounters.subjects import cases
from parley.extract.encounters.triggers import Trigger
from parley.lexicon import world
from parley.lexicon.status import word_set
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution
from parley.model.mention import Actor


def for_whom_they_speak(
    a: Analysis,
    trigger: Trigger,
    parties: Sequence[Actor],
    attributions: Sequence[Attribution],
    known: Iterable[Actor],
) -> list[Actor]:
    """The parties with each mere voice replaced by whom it speaks for.

    "No date has been set for talks with Spain, an Algerian spokesman said": Algeria's talks. "A meeting with the
    premier is not planned, a Norwegian official said": of Norway's leader, if the text names one, since the other side
    is a leader. A voice whose state is a party already, or is not told, is left out.
    """
    everybody = list({x.id: x for x in known}.values())
    if (speaker := _who_speaks_of_their_own(a, trigger, parties, attributions, everybody)) is not None:
        parties = [*parties, speaker]
    parties = [_for_the_state(a, trigger, p, parties, attributions, everybody) for p in parties]
    announces = trigger.word.kind == "summit"
    voices = {
        p.id
        for p in parties
        if (is_voice(p) or (announces and below_summits(p))) and speaks_here(a, trigger, p, attributions)
    }
    if not voices:
        return list(parties)
    everybody = list({x.id: x for x in known}.values())
    sides = [p for p in parties if p.id not in voices]
    out = list[Actor]()
    for p in parties:
        meant = principal(p, sides, everybody) if p.id in voices else p
        if meant is not None and meant.id not in {x.id for x in out}:
            out.append(meant)
    return out


def _for_the_state(
    a: Analysis,
    trigger: Trigger,
    p: Actor,
    parties: Sequence[Actor],
    attributions: Sequence[Attribution],
    known: Sequence[Actor],
) -> Actor:
    """Of talks with a state, a minister or official who only speaks of them stands for their own state."""
    others = [x for x in parties if x.id != p.id]
    of_states = trigger.word.kind == "talks" and len(others) == 1 and others[0].kind == "country"
    if not of_states or not below_summits(p) or not speaks_here(a, trigger, p, attributions):
        return p
    return next((x for x in known if x.kind == "country" and x.country == p.country), p)


def _who_speaks_of_their_own(
    a: Analysis,
    trigger: Trigger,
    parties: Sequence[Actor],
    attributions: Sequence[Attribution],
    known: Iterable[Actor],
) -> Actor | None:
    """ "According to the Peruvian premier, talks with Chile go on": whoever speaks of them means their own."""
    if trigger.verbal or len(parties) != 1 or trigger.word.kind not in {"talks", "meeting"}:
        return None
    if not any(cases(a, t.i) == {"with"} for t in a.children(trigger.i, "nmod")):
        return None
    spoken = a.tokens[trigger.i].start
    said = [x for x in attributions if x.chain and any(s.start <= spoken < s.end for s in x.content)]
    speaker = next((p for p in known for x in said if p.id == x.chain[0].actor), None)
    foreign = speaker is not None and speaker.country is not None and speaker.country != parties[0].country
    return speaker if foreign and speaker is not None and speaker.level in {"leaders", "ministers"} else None


def is_voice(p: Actor) -> bool:
    """Whether somebody is known only as one who speaks for others: a spokeswoman, "Norwegian officials".

    Officials of a movement ("Taliban officials") are its side.
    """
    words = {w.lower().strip(",") for w in (p.role or "").split()} | {p.name.split()[-1].lower()}
    if p.kind == "person" and words & word_set("spokespeople"):
        return True
    named = [w for w in p.name.split()[:-1] if w[:1].isupper() and not _of_state(w)]
    return p.kind in {"person", "group"} and not named and p.name.split()[-1].lower() in word_set("nameless_voices")


def below_summits(p: Actor) -> bool:
    """A minister or an official: announces a summit, and is no party to it."""
    return p.kind == "person" and p.level in {"ministers", "officials"} and world.is_state(p.country or "")


def speaks_here(a: Analysis, trigger: Trigger, p: Actor, attributions: Sequence[Attribution]) -> bool:
    """Whether the words of the encounter are reported as this actor's."""
    token = a.tokens[trigger.i]
    around = [x for x in attributions if any(s.start <= token.start and token.end <= s.end for s in x.content)]
    return any(link.actor == p.id for x in around for link in x.chain)


def principal(p: Actor, sides: Sequence[Actor], known: Sequence[Actor]) -> Actor | None:
    """The one whom a voice stands for: the person of that country of the other side's rank, else the country."""
    if p.country is None or any(x.country == p.country for x in sides):
        return None
    ranks = {x.level for x in sides if x.kind == "person"}
    same = {x.id: x for x in known if x.country == p.country}
    peers = [x for x in same.values() if x.kind == "person" and x.level in ranks - {None, "officials"}]
    if len(peers) == 1:
        return peers[0]
    return next((x for x in same.values() if x.kind == "country"), None)


def _of_state(word: str) -> bool:
    """Whether a word is the name of a state or its adjective."""
    return any(g.kind in {"name", "demonym"} and world.is_state(g.country or "") for g in world.geo(word))
