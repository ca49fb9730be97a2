"""How encounters of one article hang together: one prepares another, or led to it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.merge import Cluster, actor_fit
from parley.extract.encounters.record import Mention
from parley.lexicon.store import table
from parley.model.analysis import Analysis
from parley.model.encounter import Relation

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
                led_to(a, identity, mention, others),
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
