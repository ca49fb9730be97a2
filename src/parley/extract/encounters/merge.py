"""Which mentions tell of the same encounter? Kind, parties, time, place, rank and state decide.

Every test is a named function; its docstring is the reason shown to the user.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from parley.extract.encounters.record import Mention
from parley.lexicon import titles
from parley.lexicon.encounters import family
from parley.model.encounter import Level
from parley.model.mention import Actor

PAST = frozenset({"held"})
COMING = frozenset({"proposed", "announced", "scheduled", "rescheduled", "postponed", "on_hold", "no_plans", "not_yet"})
NOT_HELD = COMING | {"cancelled", "refused", "not_held"}


@dataclass
class Cluster:
    """Mentions taken to be one encounter, in text order."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def parties(self) -> list[Actor]:
        """All parties, the first form of each first."""
        out: list[Actor] = []
        for m in self.mentions:
            out += [p for p in m.parties if p.id not in {x.id for x in out}]
        return out

    @property
    def visit(self) -> bool:
        """Whether it is a visit."""
        return self.mentions[0].kind == "visit"

    @property
    def level(self) -> Level | None:
        """The level that its own words name, else that of its parties."""
        named = [m.level for m in self.mentions if m.level] or [p.level for p in self.parties if p.level]
        return Counter(named).most_common(1)[0][0] if named else None


def cluster(
    mentions: Sequence[Mention], states: Mapping[str, Actor] | None = None
) -> tuple[list[Cluster], list[Mention]]:
    """Clusters in order of first mention, and the mentions that could not be tied to anybody.

    ``states`` gives the country actors of the text by code, for encounters of people who are not named.
    """
    clusters: list[Cluster] = []
    loose: list[Mention] = []
    for mention in mentions:
        known = replace(mention, parties=()) if mention.soft or mention.peers else mention
        best = _best(known, clusters)
        if best is not None:
            best.mentions.append(known)
        elif mention.peers and (sides := countries_of(mention, clusters, states or {})):
            clusters.append(Cluster([replace(mention, parties=sides)]))
        elif mention.parties and not mention.trigger.word.anaphoric:
            clusters.append(Cluster([mention]))
        elif (model := same_people(mention, clusters)) is not None:
            clusters.append(Cluster([replace(mention, parties=tuple(model.parties))]))
        else:
            loose.append(mention)
    again: list[Mention] = []
    for mention in loose:  # a title may speak of "the summit" before the text says whose
        best = _best(mention, clusters) if mention.headline or mention.level else None
        if best is not None:
            best.mentions.insert(0, mention)
        else:
            again.append(mention)
    return clusters, again


def _best(mention: Mention, clusters: list[Cluster]) -> Cluster | None:
    scored = [(score, k, c) for k, c in enumerate(clusters) if (score := likeness(mention, c)) > 0]
    return max(scored, key=lambda x: (x[0], x[2].mentions[-1].words.start))[2] if scored else None


def same_people(m: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """ "A second round", "another meeting", "the next summit": other than the one before, of the same people."""
    if m.parties or not (m.rank or m.trigger.word.anaphoric):
        return None
    near = [c for c in clusters if same_family(m, c) and m.words.start - c.mentions[-1].words.end < 2500]
    before = [c for c in near if not different_level(m, c)]
    return before[-1] if before else None


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


def likeness(m: Mention, c: Cluster) -> float:
    """How well a mention fits a cluster, 0 where it cannot be the same encounter."""
    if not same_family(m, c) or different_rank(m, c) or different_time(m, c) or different_place(m, c):
        return 0
    if different_state(m, c) or different_level(m, c) or of_two_sides(m, c) or different_sides(m, c):
        return 0
    fit = party_fit(m.parties, c.parties)
    if fit == 0:
        return 0
    score = fit + (0.3 if any(x.kind == m.kind for x in c.mentions) else 0)
    if not m.parties:
        if not m.definite and not points_back(m, c):
            return 0
        if m.trigger.word.frame in {"premise", "anaphor"} and not points_back(m, c):
            return 0
        score += 0.2 if m.definite else 0
    return score


def same_family(m: Mention, c: Cluster) -> bool:
    """A summit, a meeting and talks may be one encounter; a call or a visit is another; "spoke" may mean a call."""
    spoke = m.trigger.verbal and m.trigger.word.weak and m.kind == "talks" and c.mentions[0].kind == "call"
    return (
        (spoke and len(m.parties) > 1)
        or m.trigger.word.frame in {"premise", "anaphor"}
        or family(m.kind) == family(c.mentions[0].kind)
    )


def different_rank(m: Mention, c: Cluster) -> bool:
    """ "The second round", "another meeting" is not the first."""
    ranks = [x.rank for x in c.mentions if x.rank]
    if m.rank and ranks:
        return not any(m.rank & r for r in ranks)
    if m.rank == {"preparatory"}:
        return c.level not in {"ministers", "officials"}
    return bool(m.rank) and not (m.definite and not m.parties and len(c.mentions) == 1)


def different_level(m: Mention, c: Cluster) -> bool:
    """A meeting "at foreign minister level" is not the leaders' summit."""
    level = c.level or ("leaders" if any(x.kind == "summit" for x in c.mentions) else None)
    return m.level is not None and not m.parties and level is not None and m.level != level


def of_two_sides(m: Mention, c: Cluster) -> bool:
    """A bilateral meeting is none of three sides or more."""
    pair = "bilateral" in m.words.text.lower().split() and len(m.parties) == 2
    return pair and any(len({p.country or p.id for p in x.parties}) > 2 for x in c.mentions)


def different_sides(m: Mention, c: Cluster) -> bool:
    """A bilateral meeting is not the trilateral one."""
    mine, theirs = _sides(m), {s for x in c.mentions if (s := _sides(x))}
    return bool(mine and theirs) and mine not in theirs


def _sides(m: Mention) -> int:
    told = titles.counts("sided")
    return next((told[w] for w in m.words.text.lower().split() if w in told), 0)


def different_time(m: Mention, c: Cluster) -> bool:
    """Two encounters on different days are two, unless one was moved."""
    if m.when is None or not m.when.earliest or not m.when.latest or _an_end(m):
        return False
    for x in c.mentions:
        if x.when is None or not x.when.earliest or not x.when.latest or m.moved or x.moved or _an_end(x):
            continue
        if m.when.earliest[:10] > x.when.latest[:10] or x.when.earliest[:10] > m.when.latest[:10]:
            return not (_coming(m) and _coming(x) and m.voice != x.voice)
    return False


def different_place(m: Mention, c: Cluster) -> bool:
    """Two encounters in different places are two."""
    if m.place is None:
        return False
    for x in c.mentions:
        if x.place is not None and x.place.id != m.place.id:
            countries = x.place.country, m.place.country
            within = x.place.name == m.place.name or (countries[0] == countries[1] and countries[0] is not None)
            if not within:
                return True
    return False


def different_state(m: Mention, c: Cluster) -> bool:
    """Somebody who has met and is to meet speaks of two encounters."""
    if m.state.status is None or m.state.weak:
        return False
    strong = [x for x in c.mentions if x.state.status and not x.state.weak and not x.state.earlier]
    mine = m.state.status
    if not strong:
        return False
    if mine in PAST:
        return all(x.state.status in NOT_HELD for x in strong) and not m.definite
    if mine in COMING and not m.state.earlier:
        return all(x.state.status in PAST for x in strong)
    return False


def _an_end(m: Mention) -> bool:
    """Whether the time is that of the beginning or the end of something that may last for days."""
    return any(o.clause is not None and o.word.effect in {"begins", "ends", "continues"} for o in m.ops)


def _coming(m: Mention) -> bool:
    return m.state.status in COMING


def points_back(m: Mention, c: Cluster) -> bool:
    """A bare "a meeting", "no talks" belongs to what the sentences just before spoke of."""
    return 0 <= m.words.start - c.mentions[-1].words.end <= 400


def party_fit(mine: Sequence[Actor], theirs: Sequence[Actor]) -> float:
    """1 for the same parties, less where one names fewer or only their countries, 0 for others."""
    if not mine:
        return 0.4
    if rivals(mine, theirs):
        return 0.0
    forward = [max((actor_fit(p, q) for q in theirs), default=0.0) for p in mine]
    backward = [max((actor_fit(p, q) for p in mine), default=0.0) for q in theirs]
    if all(forward) or all(backward):
        covered = min(len(mine), len(theirs)) / max(len(mine), len(theirs))
        return 0.5 * covered + 0.5 * min(1.0, sum(forward) / len(mine) if all(forward) else sum(backward) / len(theirs))
    shared = sum(f > 0 for f in forward)
    return 0.3 if shared >= 2 and shared / max(len(mine), len(theirs)) >= 0.6 else 0.0


def rivals(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether another person acts for the same country: the ministers' meeting is not the presidents' summit."""
    people = {p.country: p for p in theirs if p.kind == "person" and p.country}
    return any(
        p.kind == "person"
        and p.country in people
        and not (unnamed(p) or unnamed(people[p.country]))
        and people[p.country].id != p.id
        and p.id not in {q.id for q in theirs}
        for p in mine
    )


def actor_fit(p: Actor, q: Actor) -> float:
    """1 for the same actor, 0.6 for a country and somebody of it, 0 for two different people."""
    if p.id == q.id or p.id in q.members or q.id in p.members:
        return 1.0
    if p.country and p.country == q.country and not (p.kind == "person" and q.kind == "person"):
        return 0.6
    if p.country and p.country == q.country and p.level == q.level and (unnamed(p) or unnamed(q)):
        return 0.8
    return 0.0


def unnamed(p: Actor) -> bool:
    """ "A French president", "the Polish minister": told by the office only."""
    return p.kind == "person" and titles.level_of([p.name.split()[-1]]) is not None
