"""How encounters of one article hang together: one prepares another, or led to it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.clusters import Cluster
from parley.extract.encounters.record import Mention
from parley.extract.encounters.sides import actor_fit
from parley.lexicon.encounters import family
from parley.lexicon.store import table
from parley.model.analysis import Analysis, Token
from parley.model.encounter import EncounterKind, Relation

BEFORE = frozenset({"held", "announced", "scheduled", "under_way"})
HEIGHT = {"officials": 0, "ministers": 1, "leaders": 2, None: 1}


def find_relations(a: Analysis, clusters: Sequence[tuple[str, Cluster]]) -> tuple[Relation, ...]:
    """Relations between encounters, given as (id, cluster) in text order; each pair once."""
    out: dict[tuple[str, str], Relation] = {}
    for identity, cluster in clusters:
        others = [(i, c) for i, c in clusters if i != identity]
        for mention in cluster.mentions:
            for relation in (
                called_preparatory(a, identity, cluster, mention, others),
                meant_to_prepare(a, identity, mention, others),
                settles_when_or_where(a, identity, cluster, mention, others),
                led_to(a, identity, mention, others),
                level_below(identity, cluster, mention, others),
            ):
                if relation is not None:
                    out.setdefault((relation.from_, relation.to), relation)
    return tuple(out.values())


def called_preparatory(
    a: Analysis, identity: str, cluster: Cluster, mention: Mention, others: Sequence[tuple[str, Cluster]]
) -> Relation | None:
    """It is called preparatory or held "to prepare": of the nearest higher encounter of the same countries to come."""
    if "preparatory" not in mention.rank and not aims_to_prepare(a, mention):
        return None
    fit = [(i, c) for i, c in others if _higher(c, cluster) and _same_countries(c, cluster) and not _over(c)]
    if not fit:
        return None
    target = min(fit, key=lambda x: min(abs(m.words.start - mention.words.start) for m in x[1].mentions))
    return Relation(identity, target[0], "prepares", mention.words)


def meant_to_prepare(
    a: Analysis, identity: str, mention: Mention, others: Sequence[tuple[str, Cluster]]
) -> Relation | None:
    """Its own clause says that it is to prepare or fix another: "met to prepare the summit"."""
    verbs = frozenset(table("languages/en/status")["prepare_verbs"])
    mine = a.tokens[mention.trigger.i]
    for target, cluster in others:
        for other in cluster.mentions:
            token = a.tokens[other.trigger.anchor]
            if token.sent != mine.sent or (other.state.weak and other.state.status == "held"):
                continue
            channel = mention.trigger.word.frame == "channel"  # "agreed by telephone on the date of the summit"
            above = (t for t in a.ancestors(token.i) if t.lemma.lower() in verbs and (channel or t.i != mine.i))
            over = next(above, None)
            if over is not None and _subject_of(a, token.i, over.i):
                continue  # "the talks are to prepare the summit": the talks prepare, not the summit
            if channel and over is not None and over.i == mine.i and other.state.status not in {"held", "under_way"}:
                return Relation(identity, target, "prepares", mention.evidence)
            tied = over is not None and (_above(a, mine.i, over.i) or _above(a, over.i, mine.i))
            if tied and mention.state.status in BEFORE and other.state.status not in {"held", "under_way"}:
                return Relation(identity, target, "prepares", mention.evidence)
    return None


def settles_when_or_where(
    a: Analysis, identity: str, cluster: Cluster, mention: Mention, others: Sequence[tuple[str, Cluster]]
) -> Relation | None:
    """Its own clause says that date, place or text of another was settled in it ("agreed on a new date")."""
    if mention.state.status not in BEFORE or mention.state.stance == "denies":
        return None
    mine = {mention.trigger.i, mention.trigger.anchor}
    verbs = frozenset(table("languages/en/status")["prepare_verbs"])
    above = {t.i for i in mine for t in a.ancestors(i) if t.lemma.lower() in verbs} | (
        mine if mention.trigger.verbal else set()
    )
    settled = (t for i in above for t in _arranged(a, i))
    if next(settled, None) is None:
        return None
    fit = [(i, c) for i, c in others if not _over(c) and _same_countries(c, cluster) and same_kin(c, "meeting")]
    target = min(fit, key=lambda x: _distance(mention, x[1]), default=None)
    return Relation(identity, target[0], "prepares", mention.evidence) if target else None


def _arranged(a: Analysis, verb: int) -> list[Token]:
    """What is settled of an encounter by a verb of settling: its date, its place, its final text."""
    verbs, details = (frozenset(table("languages/en/status")[k]) for k in ("prepare_verbs", "details"))
    nodes = [verb, *(t.i for t in a.children(verb, "advcl", "xcomp", "conj"))]
    nodes = [i for i in nodes if a.tokens[i].lemma.lower() in verbs]
    kids = [t for i in nodes for t in a.children(i, "obj", "obl", "nsubj:pass")]
    return [t for t in kids if t.lemma.lower() in details]


def level_below(
    identity: str, cluster: Cluster, mention: Mention, others: Sequence[tuple[str, Cluster]]
) -> Relation | None:
    """Ministers or officials of the very countries whose leaders are to meet, before them: theirs prepares that one."""
    mine = _countries(cluster)
    if cluster.level not in {"ministers", "officials"} or len(mine) != 2 or cluster.visit:
        return None
    if mention.state.status not in BEFORE or mention.state.weak or mention.state.stance == "denies":
        return None
    for target, other in others:
        leaders = other.level == "leaders" or any(m.kind == "summit" for m in other.mentions)
        if leaders and _countries(other) == mine and _to_come(other) and not _later(cluster, other):
            return Relation(identity, target, "prepares", mention.evidence)
    return None


def _countries(c: Cluster) -> set[str]:
    return {p.country for p in c.parties if p.country}


def _to_come(c: Cluster) -> bool:
    """Whether an encounter is planned and neither held nor called off."""
    told = [m.state.status for m in c.mentions if m.state.status and not m.state.weak]
    ahead = {"announced", "scheduled", "proposed", "on_hold", "postponed", "rescheduled"}
    return same_kin(c, "meeting") and bool(told) and all(s in ahead for s in told)


def _later(c: Cluster, than: Cluster) -> bool:
    """Whether the text dates an encounter after another."""
    mine = [m.when.earliest for m in c.mentions if m.when and m.when.earliest]
    theirs = [m.when.latest for m in than.mentions if m.when and m.when.latest]
    return bool(mine and theirs) and min(mine)[:10] > max(theirs)[:10]


def same_kin(c: Cluster, of: EncounterKind) -> bool:
    """Whether an encounter is of the family of a kind (a summit, a meeting and talks are one)."""
    return family(c.mentions[0].kind) == family(of)


def _distance(mention: Mention, c: Cluster) -> int:
    return min(abs(m.words.start - mention.words.start) for m in c.mentions)


def led_to(a: Analysis, identity: str, mention: Mention, others: Sequence[tuple[str, Cluster]]) -> Relation | None:
    """What is told of another came "after" this one in the same sentence: this one led to it."""
    token = a.tokens[mention.trigger.anchor]
    if not any(c.text.lower() in {"after", "following"} for c in a.children(token.i, "case")) or token.head < 0:
        return None
    for target, cluster in others:
        for other in cluster.mentions:
            if any(o.i == token.head for o in other.ops) and other.state.status != "held":
                return Relation(identity, target, "led_to", other.evidence)
    return None


def aims_to_prepare(a: Analysis, mention: Mention) -> bool:
    """Whether its own clause says that it is to prepare something ("will meet in May to prepare the treaty")."""
    below = {mention.trigger.i, *(o.i for o in mention.ops if o.clause is not None)}
    return any(
        t.lemma.lower() == "prepare" and t.xpos == "VB" for i in below for t in a.children(i, "advcl", "xcomp", "acl")
    )


def _subject_of(a: Analysis, i: int, verb: int) -> bool:
    """Whether a token stands in the subject of a verb."""
    return any(i in a.subtree(t.i) for t in a.children(verb, "nsubj"))


def _above(a: Analysis, i: int, j: int) -> bool:
    return any(t.i == i for t in a.ancestors(j))


def _higher(c: Cluster, than: Cluster) -> bool:
    summit = any(m.kind == "summit" for m in c.mentions)
    return summit or HEIGHT[c.level] > HEIGHT[than.level]


def _over(c: Cluster) -> bool:
    return all(m.state.status == "held" for m in c.mentions if m.state.status)


def _same_countries(c: Cluster, d: Cluster) -> bool:
    mine, theirs = {p.country for p in c.parties} - {None}, {p.country for p in d.parties} - {None}
    return bool(mine & theirs) or any(actor_fit(p, q) for p in c.parties for q in d.parties) or not theirs
