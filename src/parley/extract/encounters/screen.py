"""What is no diplomatic encounter, and what too little is known of."""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.clusters import Cluster
from parley.extract.encounters.record import Mention
from parley.extract.encounters.subjects import nameless, of_a_region
from parley.extract.encounters.visits import says_where
from parley.lexicon import world
from parley.lexicon.encounters import noun_triggers, verb_triggers
from parley.lexicon.status import word_set
from parley.model.analysis import Analysis
from parley.model.mention import Actor

BODIES = frozenset({"organisation", "group"})


def keep_mention(a: Analysis, m: Mention) -> bool:
    """A weak word ("spoke", "went") counts only with two parties; "to discuss trade" only tells what for."""
    if (m.trigger.word.weak or m.trigger.word.frame == "guest") and len(m.parties) < 2:
        return False
    if m.trigger.word.frame == "goal" and (m.place is None or only_the_way(a, m)):
        return False
    if m.trigger.word.frame == "destination" and m.place is None and len(m.parties) < 2:
        return says_where(a, m.trigger)
    if m.trigger.word.frame == "invitation" and (m.place is None or _invited_to_talks(a, m)):
        return False
    if _not_since(a, m):
        return False
    verb = a.tokens[m.trigger.i]
    if m.trigger.word.frame == "person" and (a.children(verb.i, "xcomp", "ccomp", "nsubj:pass") or not _people(m)):
        return False  # "called him a liar"
    clause = m.ops[0].clause if m.trigger.verbal and m.ops else None
    aim = clause is not None and clause.infinitive and len(m.ops) == 1 and m.trigger.word.frame in {"topic", "with"}
    return not (aim and (m.trigger.word.weak or not m.parties))


def _not_since(a: Analysis, m: Mention) -> bool:
    """ "The two had not met since March": tells of no encounter but the one before, and little of that."""
    clause = m.ops[0].clause if m.trigger.verbal and m.ops else None
    if clause is None or not (clause.negated and clause.perfect):
        return False
    behind = a.tokens[m.trigger.i + 1 : min(a.sentences[a.tokens[m.trigger.i].sent].last, m.trigger.i + 8)]
    return any(t.text.lower() == "since" for t in behind)


def only_the_way(a: Analysis, m: Mention) -> bool:
    """Travel to come "for talks", "to meet": the talks are what is told, an arrival is told on its own."""
    if m.state.status == "under_way" and m.trigger.word.lemma in word_set("arriving"):
        return False
    aims = [t for t in a.children(m.trigger.i, "obl", "advcl", "xcomp") if t.i > m.trigger.i]
    aims += [t for o in a.children(m.trigger.i, "obl") for t in a.children(o.i, "nmod", "acl")]
    tied = [
        t for t in aims if t.rel in {"advcl", "xcomp", "acl"} or any(c.text == "for" for c in a.children(t.i, "case"))
    ]
    return any(t.lemma.lower() in ({*noun_triggers()} if t.upos != "VERB" else {"meet", "hold"}) for t in tied)


def _invited_to_talks(a: Analysis, m: Mention) -> bool:
    """ "Invited the rebels to Moscow for talks": one encounter, named by the noun; the same for "to meet"."""
    aims = [t for t in a.children(m.trigger.i, "obj", "obl", "xcomp", "advcl") if t.rel != "advcl" or _to_do(a, t.i)]
    below = [a.tokens[k] for t in aims for k in a.subtree(t.i) if k > m.trigger.i]
    return any(t.lemma.lower() in {**noun_triggers(), **verb_triggers()} for t in below)


def _to_do(a: Analysis, verb: int) -> bool:
    return any(t.text.lower() == "to" for t in a.children(verb, "mark"))


def _people(m: Mention) -> bool:
    return len(m.parties) > 1 and all(p.kind in {"person", "country"} for p in m.parties)


def keep_parties(c: Cluster) -> bool:
    """An encounter needs two sides, or one body that meets ("the G20"), and one who acts for a state or a cause."""
    parties = c.parties
    if not any(political(p) for p in parties) or any(private(p) for p in parties):
        return False
    if c.mentions[0].kind == "visit":
        return political(parties[0]) and (len(parties) >= 2 or tells_of_visit(c))
    if len(parties) >= 2:
        return ends_fighting(c) or held_abroad(c) or not domestic(parties)
    return meets_as_body(parties[0]) or of_a_region(parties[0]) or one_side_told(c)


def ends_fighting(c: Cluster) -> bool:
    """Peace or ceasefire talks are no home affairs, though both sides be of one country."""
    return at_war(c) and len(c.parties) > 1


def held_abroad(c: Cluster) -> bool:
    """A government and its opposition who sit down in another country are no home affairs."""
    home = {p.country for p in c.parties if p.country}
    places = {m.place.country for m in c.mentions if m.place is not None and m.place.country}
    return len(home) == 1 and bool(places) and not places & home and any(m.kind == "talks" for m in c.mentions)


def at_war(c: Cluster) -> bool:
    """Whether the words around it tell of a war or a peace."""
    return any(m.at_war for m in c.mentions)


def two_people(c: Cluster) -> bool:
    """Two named people whom the text gives no office ("Lindqvist and Okoye saw each other"): kept beside diplomacy."""
    plain = all(p.kind == "person" and p.country is None for p in c.parties) and len(c.parties) == 2
    told = [m for m in c.mentions if not m.trigger.word.weak and (m.trigger.verbal or _plainly(m))]
    return plain and bool(told) and not c.visit


def _plainly(m: Mention) -> bool:
    """Whether a noun's own words name both sides and the text says how it stands."""
    return len(m.parties) == 2 and not (m.soft or m.state.weak) and m.state.status is not None


def meets_as_body(lone: Actor) -> bool:
    """A body that meets ("the G20"): its members are the parties."""
    return lone.kind in BODIES and lone.country is not None and not world.is_state(lone.country)


def one_side_told(c: Cluster) -> bool:
    """Talks of which the text names one side only ("the north offers to return to the six-party talks").

    Kept where a state or an armed or political group is that side and the words tell how the talks stand; of one
    person only for peace talks and for the chair of a body.
    """
    lone = c.parties[0]
    coded = lone.country is not None or lone.code is not None
    group = lone.kind in BODIES and not home_body(lone) and not nameless(lone)
    leader = lone.kind == "person" and lone.level is not None and (at_war(c) or not world.is_state(lone.country or ""))
    side = coded and (lone.kind == "country" or group or leader)
    telling = [m for m in c.mentions if m.state.status and not m.state.weak and not m.trigger.verbal]
    return side and any(m.kind == "talks" or (m.kind == "summit" and not m.definite) for m in telling)


def tells_of_visit(c: Cluster) -> bool:
    """A visit of somebody in office counts even where the text does not say to whom ("visits the region")."""
    plain = any(not m.trigger.word.weak and m.trigger.word.frame in {"", "destination"} for m in c.mentions)
    return plain and c.parties[0].level is not None and any(m.state.status for m in c.mentions)


def political(p: Actor) -> bool:
    """Somebody who acts for a state, a body or an armed or political group."""
    return p.kind in {"country", "group"} or p.level is not None or p.country is not None or p.code is not None


def private(p: Actor) -> bool:
    """A company, a club, a union: no party to diplomacy."""
    words = {w.lower().strip(".,") for w in p.name.split()}
    return p.kind in BODIES and bool(words & word_set("private"))


def domestic(parties: Sequence[Actor]) -> bool:
    """People of one country among themselves: home affairs, unless rebels or the like stand on one side."""
    countries = {p.country for p in parties}
    home = [p for p in parties if home_body(p)]
    boards = [p for p in parties if unplaced_board(p)]
    leaders = [p for p in parties if p.kind == "person"]
    if (home or (boards and leaders)) and len(countries - {None}) <= 1:
        return True
    return len(countries) == 1 and None not in countries and all(p.kind in {"person", "country"} for p in parties)


def unplaced_board(p: Actor) -> bool:
    """A committee or council with no country named: one of the home state of whoever convenes it."""
    words = {w.lower().strip(".,") for w in p.name.split()}
    return p.kind in BODIES and p.country is None and bool(words & word_set("boards"))


def home_body(p: Actor) -> bool:
    """A cabinet, a parliament, lawmakers: bodies inside one state."""
    words = {w.lower().strip(".,") for w in p.name.split()}
    return p.kind in BODIES and bool(words & word_set("home"))
