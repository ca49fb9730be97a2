"""Which mentions tell of the same encounter? Each goes to the one before that it fits best, or opens a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.extract.encounters.alike import different_level, likeness, same_family
from parley.extract.encounters.clusters import Cluster
from parley.extract.encounters.pairs import Background, only_pair, pair_of_rank
from parley.extract.encounters.record import Mention
from parley.extract.encounters.sides import settled, unnamed
from parley.extract.encounters.subjects import nameless
from parley.model.mention import Actor

NEAR = 1200  # characters


def cluster(
    mentions: Sequence[Mention],
    states: Mapping[str, Actor] | None = None,
    known_pairs: Background | None = None,
) -> tuple[list[Cluster], list[Mention]]:
    """Clusters in order of first mention, and the mentions that could not be tied to anybody.

    ``states`` gives the country actors of the text by code, for encounters of people who are not named;
    ``known_pairs`` whom the text is about.
    """
    about = known_pairs or Background()
    clusters: list[Cluster] = []
    loose: list[Mention] = []
    for mention in mentions:
        known = replace(mention, parties=()) if mention.soft or mention.peers else mention
        if mention.both and not mention.parties and (sides := told_before(mention, clusters)):
            known = mention = replace(mention, parties=sides)
        if mention.peers and (sides := pair_of_rank(mention, about)):
            known = mention = replace(mention, parties=sides, peers=False)
        best = _best(known, clusters)
        if best is not None and not (mention.peers and mention.level and best.level != mention.level):
            best.mentions.append(known)
        elif mention.peers and (sides := countries_of(mention, clusters, states or {}) or about.states):
            clusters.append(Cluster([replace(mention, parties=sides)]))
        elif mention.soft and (sides := only_pair(mention, about)):
            clusters.append(Cluster([replace(mention, parties=sides, soft=False)]))
        elif mention.parties and not mention.trigger.word.anaphoric:
            clusters.append(Cluster([replace(mention, parties=(*who_meets_all(mention, clusters), *mention.parties))]))
        elif (model := same_people(mention, clusters)) is not None:
            clusters.append(Cluster([replace(mention, parties=tuple(settled(model.parties, model.visit)))]))
        elif sides := the_only_two(mention, clusters):
            clusters.append(Cluster([replace(mention, parties=sides)]))
        else:
            loose.append(mention)
    homed, strays = _bring_home(clusters)
    return homed, _told_ahead(homed, loose) + strays


def _told_ahead(clusters: list[Cluster], loose: Sequence[Mention]) -> list[Mention]:
    """Give a home to what the title or a level tells before the text says whose it is; the rest comes back."""
    left: list[Mention] = []
    for mention in loose:
        only = mention.definite and len(clusters) == 1  # "the talks in Riga go on", whose sides are told later
        best = _best(mention, clusters) if mention.headline or mention.level or only else None
        if best is not None:
            best.mentions.insert(0, mention)
        else:
            left.append(mention)
    return left


def _bring_home(clusters: list[Cluster]) -> tuple[list[Cluster], list[Mention]]:
    """Clusters whose sides are told by an office only ("the ministers met") join the one that names them."""
    named = [c for c in clusters if len(c.parties) > 1 or not all(nameless(p) for p in c.parties)]
    strays: list[Mention] = []
    for c in clusters:
        if c in named:
            continue
        known = [replace(m, parties=(), definite=True) for m in c.mentions]
        fits = [d for d in named if likeness(known[0], d) > 0 and (not c.level or c.level == d.level)]
        if fits:
            home = fits[0]
            home.mentions = sorted([*home.mentions, *known], key=lambda m: m.words.start)
        else:
            strays += c.mentions
    return named, strays


def _best(mention: Mention, clusters: list[Cluster]) -> Cluster | None:
    scored = [(score, k, c) for k, c in enumerate(clusters) if (score := likeness(mention, c)) > 0]
    return max(scored, key=lambda x: (x[0], x[2].mentions[-1].words.start))[2] if scored else None


def same_people(m: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """ "A second round", "another meeting", "the next summit": other than the one before, of the same people."""
    if m.parties or not (m.rank or m.trigger.word.anaphoric):
        return None
    near = [c for c in clusters if same_family(m, c) and m.words.start - c.mentions[-1].words.end < 2500]
    before = [c for c in near if not different_level(m, c)]
    alike = [c for c in before if c.mentions[0].kind == m.kind]  # a round is one of talks, told before a mere meeting
    return next(reversed(alike or before), None)


def told_before(m: Mention, clusters: Sequence[Cluster]) -> tuple[Actor, ...]:
    """ "The pair met", "they spoke": the two of whom the text has told last, if they are such as the words mean."""
    near = [
        c for c in clusters if 0 <= m.words.start - c.mentions[-1].words.end < NEAR and len(settled(c.parties)) == 2
    ]
    last = max(near, key=lambda c: c.mentions[-1].words.start, default=None)
    return tuple(settled(last.parties)) if last is not None and _such(m.both, last) else ()


def who_meets_all(m: Mention, clusters: Sequence[Cluster]) -> tuple[Actor, ...]:
    """ "A meeting with the premier did not happen": of the one who takes part in all told before, if several.

    Only where the words name one side and tell how the encounter stands.
    """
    plain = not (m.trigger.verbal or m.state.weak or m.soft or m.peers) and m.state.status is not None
    if not plain or m.kind == "visit" or len(m.parties) != 1 or m.parties[0].kind != "person" or len(clusters) < 2:
        return ()
    shared = [p for p in clusters[0].parties if all(any(q.id == p.id for q in c.parties) for c in clusters)]
    other = [p for p in shared if p.kind == "person" and p.level and p.country != m.parties[0].country]
    return tuple(other) if len(other) == 1 else ()


def the_only_two(m: Mention, clusters: Sequence[Cluster]) -> tuple[Actor, ...]:
    """ "At the end of a meeting in Oslo": of the only two people whose encounters the text has told so far."""
    plain = not (m.trigger.verbal or m.state.weak or m.level or m.headline) and m.state.status is not None
    if not plain or not (m.place or m.when) or m.kind == "visit":
        return ()
    pairs = {frozenset(p.id for p in settled(c.parties)): c for c in clusters}
    last = next(iter(pairs.values()), None)
    return tuple(settled(last.parties)) if last is not None and len(pairs) == 1 and _such("people", last) else ()


def _such(whom: str, c: Cluster) -> bool:
    """Whether the parties of a cluster are such as a plural word stands for."""
    if whom == "states":
        return all(p.kind == "country" for p in settled(c.parties))
    if whom in {"leaders", "ministers", "officials"}:
        return c.level == whom
    sides = settled(c.parties)
    return len(sides) == 2 and all(p.kind == "person" and not unnamed(p) for p in sides)


def countries_of(m: Mention, clusters: Sequence[Cluster], states: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """ "Their foreign ministers met": of the two countries that the text has met, where these are just two."""
    for c in reversed(clusters):
        if m.words.start - c.mentions[-1].words.end > 2500:
            continue
        codes = dict.fromkeys(p.country for p in c.parties if p.country)
        sides = tuple(states[code] for code in codes if code in states)
        if len(sides) == 2:
            return sides
    return ()
