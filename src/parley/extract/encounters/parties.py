"""Who takes part in a mention of an encounter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from parley.extract.encounters.triggers import Trigger
from parley.lexicon import status as words
from parley.lexicon import world
from parley.lexicon.store import table
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor, Place

LINKING = frozenset({"with", "between", "among", "amongst", "of", "by", "involving", "from", "and", "alongside"})


class Named(Protocol):
    """What this room needs of the mentions room."""

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token denotes."""
        ...

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names."""
        ...


def parties_of(a: Analysis, named: Named, trigger: Trigger) -> list[Actor]:
    """The parties that one mention names, in order of appearance, hosts and mediators left out."""
    if trigger.verbal:
        return _verbal(a, named, trigger)
    return _nominal(a, named, trigger)


def with_conjuncts(a: Analysis, i: int) -> list[int]:
    """A nominal and all that is coordinated with it."""
    out = [i]
    for child in a.children(i, "conj"):
        if child.upos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}:
            out += with_conjuncts(a, child.i)
    return out


def actors_at(a: Analysis, named: Named, heads: Iterable[int]) -> list[Actor]:
    """The actors of nominal heads and their conjuncts, without repeats."""
    out: list[Actor] = []
    for head in heads:
        for i in with_conjuncts(a, head):
            for actor in named.actors_of(i):
                if actor.id not in {x.id for x in out}:
                    out.append(actor)
    return out


def add(out: list[Actor], more: Iterable[Actor]) -> None:
    """Append the actors that are not there yet."""
    seen = {x.id for x in out}
    out += [x for x in more if x.id not in seen]


def cases(a: Analysis, i: int) -> set[str]:
    """The prepositions of a nominal, lower case."""
    return {c.text.lower() for c in a.children(i, "case", "mark")}


def _nominal(a: Analysis, named: Named, trigger: Trigger) -> list[Actor]:
    out: list[Actor] = []
    nodes = sorted({trigger.anchor, trigger.i})
    between = _linked(a, named, nodes, {"between", "among", "amongst", "involving"})
    if len(between) < 2:
        between = enumerated(a, named, trigger.i, "between") or between
    add(out, between)
    for node in nodes:
        add(out, actors_at(a, named, [t.i for t in a.children(node, "nmod:poss") if t.i < node]))
        add(out, _modifiers(a, named, node))
    add(out, _linked(a, named, nodes, {"with"}) or following(a, named, trigger.i))
    add(out, _linked(a, named, nodes, {"of"}))
    add(out, _linked(a, named, nodes, {"by"}))
    add(out, enumerated(a, named, trigger.i, "with"))
    governor = a.tokens[trigger.anchor].head
    if governor >= 0 and a.tokens[governor].upos == "VERB":
        add(out, _of_governor(a, named, trigger, a.tokens[governor], bool(between), out))
    if len(out) < 2 and not between:
        add(out, controllers(a, named, trigger.anchor, out))
    return out


def enumerated(a: Analysis, named: Named, at: int, preposition: str) -> list[Actor]:
    """Those named after "between" or "with", by word order: a list is where trees go wrong most."""
    sentence = a.sentences[a.tokens[at].sent]
    near = range(at + 1, min(at + 8, sentence.last))
    start = next((k for k in near if a.tokens[k].text == preposition), None)
    if start is None:
        return []
    out: list[Actor] = []
    joined = False
    for k in range(start + 1, min(start + 40, sentence.last)):
        token = a.tokens[k]
        found = named.actors_of(k)
        if token.text in {"and", "&"}:
            joined = True
        elif (
            token.upos in {"VERB", "AUX", "SCONJ"}
            or (token.upos == "ADP" and token.text.lower() not in {"of", "for"})
            or (joined and len(out) > 1 and token.text == ",")
        ):
            break
        elif found and not (k + 1 < len(a.tokens) and a.tokens[k + 1].text in {"'s", "’s"}):
            add(out, found)
    out = [x for x in out if x.kind == "person" or not any(shadow(x, y) for y in out)]
    return out if len(out) > 1 and joined else []


def following(a: Analysis, named: Named, at: int) -> list[Actor]:
    """The one named right after "with", by word order, where the tree ties "with" to another word."""
    last = a.sentences[a.tokens[at].sent].last
    start = next((k for k in range(at + 1, min(at + 8, last)) if a.tokens[k].text == "with"), None)
    if start is None or any(t.upos in {"VERB", "PUNCT"} and t.xpos != "VBN" for t in a.tokens[at + 1 : start]):
        return []
    out: list[Actor] = []
    for k in range(start + 1, min(start + 12, last)):
        token = a.tokens[k]
        if token.upos in {"VERB", "AUX", "SCONJ", "PUNCT", "CCONJ"} or (
            token.text.lower() not in {"of", "for"} and token.upos == "ADP"
        ):
            break
        add(out, named.actors_of(k))
    return [x for x in out if x.kind == "person" or not any(shadow(x, y) for y in out)][-1:]


def shadow(x: Actor, y: Actor) -> bool:
    """Whether one is only the country or office of the other, named in his title."""
    return x.country is not None and x.country == y.country and "person" in {x.kind, y.kind} and x.kind != y.kind


def _linked(a: Analysis, named: Named, nodes: list[int], prepositions: set[str]) -> list[Actor]:
    phrases = [t for n in nodes for t in a.children(n, "nmod", "obl") if t.deprel != "nmod:poss"]
    return actors_at(a, named, [t.i for t in phrases if cases(a, t.i) & prepositions])


def _modifiers(a: Analysis, named: Named, node: int) -> list[Actor]:
    """Names before the noun: "Trump-Putin summit", "US-Russia talks", "Arab League summit"."""
    heads = [t.i for t in a.children(node, "compound", "amod", "nmod") if t.i < node and not cases(a, t.i)]
    out: list[Actor] = []
    towns = 0
    for head in heads:
        for i in a.subtree(head):
            if i < node:
                found = [x for x in named.actors_of(i) if x.kind != "group" and x.id not in {y.id for y in out}]
                towns += bool(found) and is_town(a, named, i)
                add(out, found)
    return out if not (towns and len(out) == towns == 1) else []


def is_town(a: Analysis, named: Named, i: int) -> bool:
    """Whether a name is a town's, which before a noun says where ("the Oslo talks"), not who."""
    return named.place_at(i, i + 1) is not None and world.country_code(a.tokens[i].text) is None


def _of_governor(
    a: Analysis, named: Named, trigger: Trigger, verb: Token, closed: bool, have: list[Actor]
) -> list[Actor]:
    """Parties that hang on the verb of the encounter noun: "held talks with", "hosted the king for talks"."""
    out: list[Actor] = []
    roles = table("languages/en/status")["host_verbs"]
    noun = a.tokens[trigger.anchor]
    hosting = verb.lemma.lower() in roles
    if not closed and noun.rel in {"obj", "obl"} and verb.lemma.lower() in words.verbs():
        subjects = subjects_of(a, verb)
        withs = actors_at(a, named, [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"with"}])
        if not hosting or withs or len(have) < 2:
            add(out, actors_at(a, named, subjects))
        add(out, withs)
        if noun.rel == "obl":
            add(out, actors_at(a, named, [t.i for t in a.children(verb.i, "obj", "nsubj:pass")]))
    elif noun.rel == "nsubj" or noun.deprel == "nsubj:pass":
        linked = [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"between", "with", "among"}]
        add(out, actors_at(a, named, linked))
        if "by" in {c for t in a.children(verb.i, "obl") for c in cases(a, t.i)} and verb.lemma.lower() == "attend":
            add(out, actors_at(a, named, [t.i for t in a.children(verb.i, "obl") if "by" in cases(a, t.i)]))
    return out


def subjects_of(a: Analysis, verb: Token) -> list[int]:
    """The heads of a verb's subject: its own, or that of the verb that governs or coordinates it."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = a.children(verb.i, "nsubj")
        relative = [t for t in own if t.text.lower() in {"who", "which", "that"}]
        if relative and verb.deprel == "acl:relcl" and verb.head >= 0:
            return [verb.head]
        if own:
            return [t.i for t in own]
        if verb.head < 0:
            return []
        head = a.tokens[verb.head]
        if verb.rel == "acl" and head.upos in {"NOUN", "PROPN"}:
            owners = [t.i for t in a.children(head.i, "nmod:poss")]
            if owners:
                return owners
            if head.lemma.lower() not in words.nouns():
                return [head.i]
            if head.head < 0:
                return []
            verb = a.tokens[head.head]
            continue
        if verb.rel == "xcomp":
            objects = a.children(head.i, "obj", "iobj")
            if objects and head.lemma.lower() in table("languages/en/status")["object_control"]:
                return [t.i for t in objects]
        if verb.rel in {"xcomp", "conj", "advcl", "ccomp", "parataxis"} and head.upos in {"VERB", "ADJ", "AUX", "NOUN"}:
            if verb.rel == "ccomp" and not (a.children(verb.i, "mark") or verb.xpos == "VBG"):
                return []
            verb = head
            continue
        return []
    return []


def controllers(a: Analysis, named: Named, i: int, have: list[Actor]) -> list[Actor]:
    """Who stands behind an encounter that names one party only: the subject of the governing verb.

    Stops at the first verb with a subject; somebody of a country that is already a party adds nothing.
    """
    countries = {x.country for x in have if x.country}
    for governor in a.ancestors(i):
        owners = a.children(governor.i, "nmod:poss") if governor.upos == "NOUN" else []
        heads = [t.i for t in owners] or (subjects_of(a, governor) if governor.upos == "VERB" else [])
        if not heads:
            continue
        found = [x for x in actors_at(a, named, heads) if x.country is None or x.country not in countries]
        return found
    return []


def _verbal(a: Analysis, named: Named, trigger: Trigger) -> list[Actor]:
    verb, out = a.tokens[trigger.i], list[Actor]()
    frame = trigger.word.frame
    passive = [t.i for t in a.children(verb.i, "nsubj:pass")]
    if passive:
        agents = [t.i for t in a.children(verb.i, "obl") if cases(a, t.i) & {"by"}]
        add(out, actors_at(a, named, agents))
        add(out, actors_at(a, named, passive))
        return out
    add(out, actors_at(a, named, subjects_of(a, verb)))
    if frame in {"mutual", "guest", "person"}:
        add(out, actors_at(a, named, [t.i for t in a.children(verb.i, "obj")]))
    if frame in {"mutual", "with", "topic", "subject"}:
        before = len(out)
        linked = {"with", "to"} if frame == "with" else {"with"}
        withs = [t.i for t in a.children(verb.i, "obl", "nmod") if cases(a, t.i) & linked]
        withs += [t.i for o in a.children(verb.i, "obj") for t in a.children(o.i, "nmod") if cases(a, t.i) & {"with"}]
        add(out, actors_at(a, named, withs))
        if len(out) == before:
            add(out, following(a, named, verb.i))
        add(out, enumerated(a, named, verb.i, "with"))
    return out
