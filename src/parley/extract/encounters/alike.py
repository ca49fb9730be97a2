"""Can a mention be the same encounter as others? Kind, parties, time, place, rank, level and state decide.

Every test is a named function; its docstring is the reason shown to the user.
"""

from __future__ import annotations

from parley.extract.encounters.clusters import Cluster
from parley.extract.encounters.record import Mention
from parley.extract.encounters.sides import of_other_office, party_fit
from parley.lexicon import titles
from parley.lexicon.encounters import family
from parley.lexicon.status import prepositions
from parley.model.mention import Place

PAST = frozenset({"held"})
COMING = frozenset({"proposed", "announced", "scheduled", "rescheduled", "postponed", "on_hold", "no_plans", "not_yet"})
NOT_HELD = COMING | {"cancelled", "refused", "not_held"}


def likeness(m: Mention, c: Cluster) -> float:
    """How well a mention fits a cluster, 0 where it cannot be the same encounter."""
    if not same_family(m, c) or different_rank(m, c) or different_time(m, c) or different_place(m, c):
        return 0
    if (
        different_state(m, c)
        or one_after_another(m, c)
        or different_level(m, c)
        or of_two_sides(m, c)
        or different_sides(m, c)
    ):
        return 0
    fit = party_fit(m.parties, c.parties) or same_rank_and_side(m, c)
    if fit == 0 or (m.one_of_many and len(c.parties) < len(m.parties)):
        return 0
    score = fit + (0.3 if any(x.kind == m.kind for x in c.mentions) else 0) + (0.2 if same_place(m, c) else 0)
    if not m.parties:
        if not m.definite and not m.headline and not points_back(m, c):
            return 0
        if m.trigger.word.frame in {"premise", "anaphor"} and not points_back(m, c):
            return 0
        score += 0.2 if m.definite else 0
        if recalled(m, c) and not m.definite:
            return 0
        score -= 0.5 if looks_elsewhere(m, c) or recalled(m, c) else 0
        score += (0.4 if just_told(m, c) else -0.2) if m.near else 0
    elif recalled(m, c):
        score -= 0.1
    return score


def same_rank_and_side(m: Mention, c: Cluster) -> float:
    """The ministers of two states met, and a minister of one of them met one whose state the text does not tell."""
    states, unknown = {p.country for p in c.parties}, [p for p in m.parties if p.country is None]
    ranks = {x.level for x in c.mentions if x.level}
    told = len(m.parties) == len(c.parties) == 2 and all(p.kind == "country" for p in c.parties)
    one = len(unknown) == 1 and unknown[0].kind == "person" and bool({p.country for p in m.parties} & states)
    return 0.5 if told and one and ranks == {m.level} else 0.0


def same_place(m: Mention, c: Cluster) -> bool:
    """Both name the same place ("the Oslo summit", "will meet in Oslo")."""
    return m.place is not None and any(x.place is not None and x.place.id == m.place.id for x in c.mentions)


def looks_elsewhere(m: Mention, c: Cluster) -> bool:
    """ "The summit will be …" is rather not the meeting that is over, "at the meeting" not the one to come."""
    if not m.state.weak or m.headline:
        return False
    told = [x.state.status for x in c.mentions if x.state.status and not x.state.weak]
    other = PAST if _coming(m) else COMING if m.state.status in PAST else frozenset[str]()
    return bool(told) and all(s in other for s in told)


def just_told(m: Mention, c: Cluster) -> bool:
    """ "That meeting" is the one that the sentence before speaks of."""
    return 0 <= m.words.start - c.mentions[-1].words.end <= 250


def recalled(m: Mention, c: Cluster) -> bool:
    """ "They last met in May" is told in passing: what follows is rather of the text's own encounter."""
    aside = all("previous" in x.rank for x in c.mentions[:1])
    return aside and not (m.state.status in PAST and points_back(m, c)) and not m.headline


def same_family(m: Mention, c: Cluster) -> bool:
    """A summit, a meeting and talks may be one encounter; a call or a visit is another; "spoke" may mean a call."""
    call = m.kind == "talks" and c.mentions[0].kind == "call"
    spoke = m.trigger.verbal and m.trigger.word.weak and len(m.parties) > 1
    return (
        (call and (spoke or m.trigger.word.afar))
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
    if m.kind == "visit" and any(x.trigger.verbal and x.evidence.start <= m.words.start for x in c.mentions[-1:]):
        return False  # "arrived in Rome | on her first visit to Italy"
    return bool(m.rank) and not (m.definite and not m.parties and len(c.mentions) == 1)


def different_level(m: Mention, c: Cluster) -> bool:
    """A meeting "at foreign minister level" is not the leaders' summit, nor "the summit" the ministers' meeting.

    Nor is one of "the defence ministers" that of the foreign ministers.
    """
    if m.kind == "summit" and not m.parties and m.level is None and not any(x.kind == "summit" for x in c.mentions):
        return c.level in {"ministers", "officials"}
    level = c.level or ("leaders" if any(x.kind == "summit" for x in c.mentions) else None)
    if m.peers and of_other_office(m.office, c.parties):
        return True
    told = {x.level for x in c.mentions if x.level}
    if m.level is not None and told and m.level not in told and len(m.parties) < 2:
        return True  # both say in words who meets
    by_rank = not m.parties or (m.trigger.verbal and not all(p.kind == "person" for p in m.parties))
    return m.level is not None and by_rank and level is not None and m.level != level


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
    """Two encounters in different places are two, unless two sources speak of the same one to come."""
    here = m.place
    if here is None:
        return False
    there = next((x for x in c.mentions if x.place is not None and _apart(here, x.place)), None)
    return there is not None and not (_coming(m) and _coming(there) and m.voice != there.voice and m.definite)


def _apart(here: Place, there: Place) -> bool:
    """Whether two places are surely two: of different countries, or both of no known country and no common word.

    Of one country one may lie within the other ("in Lima", "in the government palace").
    """
    if here.id == there.id or set(here.name.split()) & set(there.name.split()):
        return False
    return here.country != there.country if here.country and there.country else here.country == there.country


def different_state(m: Mention, c: Cluster) -> bool:
    """Somebody who has met and is to meet speaks of two encounters."""
    if m.state.status is None or m.state.weak:
        return False
    strong = [x for x in c.mentions if x.state.status and _firm(x) and not x.state.earlier]
    mine = m.state.status
    if mine in PAST and m.state.earlier and m.when is not None and not m.definite:
        told = [x for x in strong if x.state.status in PAST]
        if told:
            return not any(x.when is not None for x in told)  # "they met; in May they had met in Oslo"
        return bool(strong) and all(x.state.status in NOT_HELD for x in strong)
    if not strong:
        return False
    if mine in PAST:
        return all(x.state.status in NOT_HELD for x in strong) and not m.definite
    if mine in COMING and not m.state.earlier:
        return all(x.state.status in PAST for x in strong)
    return False


def one_after_another(m: Mention, c: Cluster) -> bool:
    """ "Met for the first time since their summit": what they did since or after it is another encounter."""
    since = m.ops[0] if m.ops and not m.trigger.verbal else None
    if since is None or since.word not in prepositions().values() or since.word.effect not in {"afterwards", "ends"}:
        return False
    verbs = [x for x in c.mentions if x.trigger.verbal and x.trigger.i < m.trigger.i]
    return any(x.evidence.start <= m.words.start < x.evidence.end for x in verbs)


def _firm(m: Mention) -> bool:
    """Whether a mention says plainly how it stands; "at their meeting on Monday" does by its day."""
    return not m.state.weak or (m.state.status in PAST and m.when is not None and not m.headline)


def _an_end(m: Mention) -> bool:
    """Whether the time is that of the beginning or the end of something that may last for days."""
    return any(o.clause is not None and o.word.effect in {"begins", "ends", "continues"} for o in m.ops)


def _coming(m: Mention) -> bool:
    return m.state.status in COMING


def points_back(m: Mention, c: Cluster) -> bool:
    """A bare "a meeting", "no talks" belongs to what the sentences just before spoke of."""
    return 0 <= m.words.start - c.mentions[-1].words.end <= 400
