"""Who takes part in a mention of an encounter."""

from __future__ import annotations

from parley.extract.encounters.lists import (
    Named,
    add,
    enumerated,
    following,
    owner_before,
    right_behind,
    without_shadows,
)
from parley.extract.encounters.nouns import Governed, governed
from parley.extract.encounters.subjects import actors_at, cases, controllers, nameless, relative, subject_actors
from parley.extract.encounters.triggers import Trigger
from parley.lexicon import status as words
from parley.lexicon import titles, world
from parley.lexicon.encounters import verb_triggers
from parley.lexicon.store import table
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor

STATUS = "languages/en/status"
TO_TALKS = frozenset({"for", "to", "into", "in"})  # "invited the rebels to talks": the object takes part
# "praised him after talks": only the subject does, and only where nobody else is named
BESIDE = frozenset({"after", "following", "before", "during", "since", "despite", "amid", "until", "ahead", "prior"})


def parties_of(a: Analysis, named: Named, trigger: Trigger) -> tuple[list[Actor], bool]:
    """The parties that one mention names, in order of appearance, hosts and mediators left out.

    The second value tells whether the encounter's own words name one of them, not only the verb above it.
    """
    found, own = _parties_of(a, named, trigger)
    return [x for x in found if not _credited(a, x)], own


def _credited(a: Analysis, x: Actor) -> bool:
    """Whether a body stands in brackets only: the outlet that a line credits ("… on trade. (Radio Lima)")."""
    alone = all(a.text[s.start - 1 : s.start] == "(" and a.text[s.end : s.end + 1] == ")" for s in x.mentions)
    return alone and x.kind == "organisation" and bool(x.mentions)


def _parties_of(a: Analysis, named: Named, trigger: Trigger) -> tuple[list[Actor], bool]:
    if trigger.verbal:
        return _verbal(a, named, trigger), True
    if _of_somebody_open(a, named, trigger) or _between_unnamed(a, named, trigger):
        return [], True
    told, closed = _beside(a, named, trigger)
    beside = [x for x in told if not nameless(x)]
    if closed and len(beside) < 2 and len(beside) < len(told):  # "a meeting between both countries and the OSCE"
        add(beside, controllers(a, named, trigger.anchor, []))
        return (beside if len(beside) > 1 else told), True
    return (told if closed else _with_governor(a, named, trigger, told)), bool(told)


def _beside(a: Analysis, named: Named, trigger: Trigger) -> tuple[list[Actor], bool]:
    """Whom the noun phrase itself names, and whether that is all of them."""
    nodes = sorted({trigger.anchor, trigger.i})
    between = _linked(a, named, nodes, {"between", "among", "amongst", "involving"})
    if len(between) < 2:
        between = enumerated(a, named, trigger.i, "between") or enumerated(a, named, trigger.i, "involving") or between
    if len(between) > 1:
        return without_shadows(between), True
    out = list(between)
    for node in nodes:
        add(out, actors_at(a, named, [relative(a, t.i) for t in a.children(node, "nmod:poss") if t.i < node]))
        add(out, _modifiers(a, named, node, trigger.word.kind))
    if not a.children(trigger.i, "nmod:poss"):
        add(out, owner_before(a, named, trigger.i))
    add(out, _linked(a, named, nodes, {"of"}))
    withs = _linked(a, named, nodes, {"with"}) or following(a, named, trigger.i)
    if not withs and meets_itself(trigger, out):
        return out, True
    add(out, withs)
    add(out, _linked(a, named, nodes, {"by"}))
    inside = _in_relative(a, named, nodes)
    if len(inside) > 1 and not out:  # "called off a meeting that A was to hold with B"
        return inside, True
    add(out, inside)
    add(out, enumerated(a, named, trigger.i, "with"))
    return out, False


def _of_somebody_open(a: Analysis, named: Named, trigger: Trigger) -> bool:
    """ "Thanked their host, whose calls …": of somebody whom the text has not named, no calls of those who thank."""
    owners = [t for n in {trigger.i, trigger.anchor} for t in a.children(n, "nmod:poss") if t.text.lower() == "whose"]
    return bool(owners) and not actors_at(a, named, [relative(a, t.i) for t in owners])


def _between_unnamed(a: Analysis, named: Named, trigger: Trigger) -> bool:
    """ "A meeting between two ministers": both sides are told and unnamed, so whoever speaks of it is none of them."""
    between = _linked(a, named, sorted({trigger.anchor, trigger.i}), {"between"})
    return len(between) == 1 and nameless(between[0]) and not enumerated(a, named, trigger.i, "between")


def _with_governor(a: Analysis, named: Named, trigger: Trigger, beside: list[Actor]) -> list[Actor]:
    """Whom the noun phrase names, and those that the words above it add."""
    out = list(beside)
    place = governed(a, a.tokens[trigger.anchor])
    if place.head is not None and place.head.upos == "VERB":
        add(out, _of_governor(a, named, trigger, place, out))
    if trigger.word.kind == "call" and len(out) < 2 and place.head is not None:
        told = a.children(place.head.i, "obj", "iobj")  # "told the king in a phone call", "said by phone to the king"
        told += [t for t in a.children(place.head.i, "obl") if cases(a, t.i) & {"to", "with"}]
        add(out, actors_at(a, named, [t.i for t in told]))
    heads = [trigger.anchor] if place.head is None else [trigger.anchor, place.head.i]
    add(out, _whose_counterparts(a, named, heads))
    if len(out) < 2:
        add(out, controllers(a, named, trigger.anchor, out))
    return without_shadows(out)


def _whose_counterparts(a: Analysis, named: Named, heads: list[int]) -> list[Actor]:
    """ "Talks with | his peers of Peru and Chile": he takes part, wherever the tree has the subject."""
    tied = [t for h in heads for t in a.children(h, "nmod", "obl") if cases(a, t.i) & {"with", "between"}]
    peers = [t for t in tied if t.lemma.lower() in titles.words("counterparts")]
    return actors_at(a, named, [o.i for t in peers for o in a.children(t.i, "nmod:poss") if o.xpos == "PRP$"])


def meets_itself(trigger: Trigger, beside: list[Actor]) -> bool:
    """A summit or meeting of a body ("the Arab League summit") is the body's: whoever attends or speaks is no party."""
    if trigger.word.kind not in {"summit", "meeting"} or len(beside) != 1:
        return False
    return is_body(beside[0])


def is_body(x: Actor) -> bool:
    """An organisation of states or the like, or its people ("EU leaders"): it meets by itself, and is of no country."""
    return x.kind in {"organisation", "group"} and x.country is not None and not world.is_state(x.country)


def _linked(a: Analysis, named: Named, nodes: list[int], prepositions: set[str]) -> list[Actor]:
    phrases = [t for n in nodes for t in a.children(n, "nmod", "obl") if t.deprel != "nmod:poss"]
    return actors_at(a, named, [t.i for t in phrases if cases(a, t.i) & prepositions])


def _in_relative(a: Analysis, named: Named, nodes: list[int]) -> list[Actor]:
    """Those of a relative clause: "a meeting that the minister was to hold with his counterpart"."""
    out: list[Actor] = []
    for verb in [v for n in nodes for v in a.children(n, "acl") if v.i > n]:
        opens = next((t for t in a.tokens[max(nodes) + 1 : verb.i] if t.text.lower() in {"that", "which"}), None)
        if verb.deprel != "acl:relcl" and opens is None:
            continue
        if any(e.effect == "happens" for e in words.verbs().get(verb.lemma.lower(), ())):
            subjects = actors_at(a, named, [t.i for t in a.children(verb.i, "nsubj")])
            add(out, subjects or (right_behind(a, named, opens.i) if opens is not None else []))
            withs = actors_at(a, named, [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"with"}])
            add(out, withs or following(a, named, verb.i))
    return out


def _modifiers(a: Analysis, named: Named, node: int, kind: str) -> list[Actor]:
    """Names before the noun: "Trump-Putin summit", "US-Russia talks", "Arab League summit"."""
    heads = [t.i for t in a.children(node, "compound", "amod", "nmod") if t.i < node and not cases(a, t.i)]
    out: list[Actor] = []
    towns = 0
    for head in heads:
        for i in a.subtree(head):
            if i < node and not mediates(a, i):
                found = [x for x in named.actors_of(i) if x.kind != "group" and x.id not in {y.id for y in out}]
                towns += bool(found) and is_town(a, named, i)
                add(out, found)
    bodies = [x for x in out if is_body(x)]
    paired = any(t.text in {"-", "–"} for t in a.tokens[max(0, node - 3) : node])
    if bodies and not paired:  # "the Arab League Tunis summit"
        return bodies
    lone = len(out) == 1 and (
        towns == 1 or _unknown(out[0]) or (kind == "summit" and not paired and _hosting(a, out[0], node))
    )
    return [] if lone else out


def _hosting(a: Analysis, x: Actor, node: int) -> bool:
    """A lone country before "summit" says where ("the Peru summit"), a demonym who ("the Peruvian summit")."""
    return x.kind == "country" and a.tokens[node - 1].upos == "PROPN" and not world.is_demonym(a.tokens[node - 1].text)


def _unknown(x: Actor) -> bool:
    """A bare name of which nothing is known: alone before the noun, it rather says where ("the Arica meeting")."""
    return x.country is None and x.level is None and x.code is None and len(x.name.split()) == 1


def mediates(a: Analysis, i: int) -> bool:
    """Whether a name before the noun only tells who stands behind it ("UN-brokered talks")."""
    behind = a.tokens[i + 1 : i + 3]
    return len(behind) == 2 and behind[0].text in {"-", "–"} and behind[1].text.lower() in words.word_set("mediated")


def is_town(a: Analysis, named: Named, i: int) -> bool:
    """Whether a name is a town's, which before a noun says where ("the Oslo talks"), not who."""
    place = named.place_at(i, i + 1)
    return place is not None and world.country_code(place.name) is None


def _of_governor(a: Analysis, named: Named, trigger: Trigger, place: Governed, have: list[Actor]) -> list[Actor]:
    """Parties that hang on the verb of the encounter noun: "held talks with", "hosted the king for talks"."""
    out: list[Actor] = []
    roles = table(STATUS)["host_verbs"]
    noun, verb, rel = a.tokens[trigger.anchor], place.head, place.rel.partition(":")[0]
    if verb is None:
        return out
    hosting = verb.lemma.lower() in roles
    beside = rel == "obl" and bool(cases(a, noun.i) & BESIDE)
    if not beside and rel in {"obj", "obl"} and verb.lemma.lower() in words.verbs():
        subjects = subject_actors(a, named, verb)
        withs = actors_at(a, named, [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"with"}])
        if not hosting or withs or len(have) < 2:
            add(out, subjects)
        add(out, withs)
        met = bool(have) and verb.lemma.lower() in verb_triggers()  # "met A, then went on for a meeting with B"
        if rel == "obl" and cases(a, noun.i) & TO_TALKS and not met:
            add(out, actors_at(a, named, [t.i for t in a.children(verb.i, "obj", "nsubj:pass")]))
    elif rel == "nsubj":
        linked = [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"between", "with", "among"}]
        add(out, _people_between(a, named, verb, linked) or actors_at(a, named, linked))
        if "by" in {c for t in a.children(verb.i, "obl") for c in cases(a, t.i)} and verb.lemma.lower() == "attend":
            add(out, actors_at(a, named, [t.i for t in a.children(verb.i, "obl") if "by" in cases(a, t.i)]))
    return out


def _people_between(a: Analysis, named: Named, verb: Token, linked: list[int]) -> list[Actor]:
    """Those listed after "between" behind the verb: of the verb by the tree, or people ("on trade between ministers").

    States listed behind another noun have that noun between them ("postponed over the dispute between A and B").
    """
    listed = enumerated(a, named, verb.i, "between")
    if any("between" in cases(a, i) for i in linked):
        return listed
    start = next((t.i for t in a.tokens[verb.i : verb.i + 14] if t.text == "between"), verb.i)
    first = next((t for t in a.tokens[start : start + 8] if named.actors_of(t.i)), None)
    people = first is not None and (first.upos == "NOUN" or named.actors_of(first.i)[0].kind == "person")
    return listed if people else []


def _only_hosts(hosts: list[Actor], guests: list[Actor]) -> bool:
    """ "Oslo offers to host the ministers of Peru and Chile": a state that hosts two others is no party."""
    states = {x.country for x in guests}
    lone = len(hosts) == 1 and hosts[0].kind == "country"
    return lone and len(guests) == 2 and len(states) == 2 and hosts[0].country not in states


def _bare_both(a: Analysis, verb: Token) -> list[Token]:
    """ "Telephoned both on Monday": the object that trees take for an adverb."""
    behind = a.tokens[verb.i + 1 : verb.i + 3]
    ends = len(behind) < 2 or behind[1].sent != verb.sent or behind[1].upos in {"ADP", "PUNCT", "ADV", "CCONJ"}
    return list(behind[:1]) if behind and behind[0].text.lower() == "both" and ends else []


def _verbal(a: Analysis, named: Named, trigger: Trigger) -> list[Actor]:
    verb, out = a.tokens[trigger.i], list[Actor]()
    frame = trigger.word.frame
    passive = [t.i for t in a.children(verb.i, "nsubj:pass")]
    if passive:
        agents = [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"by"}]
        add(out, actors_at(a, named, agents))
        add(out, actors_at(a, named, passive))
        return out
    add(out, subject_actors(a, named, verb))
    if frame in {"mutual", "guest", "person", "channel"}:
        objects = [*a.children(verb.i, "obj"), *_bare_both(a, verb)]
        guests = actors_at(a, named, [relative(a, t.i) for t in objects])
        if not guests and frame in {"mutual", "guest"} and not a.children(verb.i, "obj"):
            guests = right_behind(a, named, verb.i)
        if frame == "guest":
            guests = [x for x in guests if x.kind != "organisation" or x.country or x.code]
        if frame == "guest" and not guests:
            return []  # "received the most votes", "hosts the secretariat"
        if frame == "guest" and _only_hosts(out, guests) and verb.lemma.lower() in table(STATUS)["host_verbs"]:
            out = []
        elif not out and len(guests) > len(objects) == 1:
            return []  # whoever rings both of them is not known: the two do not ring each other
        add(out, guests)
    if frame in {"mutual", "with", "topic", "subject", "channel"}:
        before = len(out)
        linked = {"with", "to"} if frame in {"with", "channel"} else {"with"}
        withs = [relative(a, t.i) for t in a.children(verb.i, "obl", "nmod") if cases(a, t.i) & linked]
        withs += [t.i for o in a.children(verb.i, "obj") for t in a.children(o.i, "nmod") if cases(a, t.i) & {"with"}]
        add(out, actors_at(a, named, withs))
        if len(out) == before:
            add(out, following(a, named, verb.i))
        add(out, enumerated(a, named, verb.i, "with"))
    return out
