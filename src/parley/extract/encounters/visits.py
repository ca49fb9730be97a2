"""Visits: who travels, and to whom or to which country.

A visit has two sides of different kinds. The traveller is the subject of "visits" or owns the noun
("his trip", "a visit by the envoy"); the other side is the country of the place, the person visited, or
whoever invites, receives, puts off or calls off the visit of another.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.lists import Named, add, enumerated, owner_before, right_behind
from parley.extract.encounters.subjects import actors_at, cases, controllers, subject_actors
from parley.extract.encounters.triggers import Trigger
from parley.lexicon.status import word_set
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor, Place


def visit_parties(
    a: Analysis, named: Named, trigger: Trigger, place: Place | None, extra: dict[str, Actor]
) -> list[Actor]:
    """The travellers and, where the text tells, whom or which country they visit.

    Where only a town is named, its country stands on the town's words. Travel inside one's own
    country is no visit: then nobody is given.
    """
    going, hosts = _verbal(a, named, trigger) if trigger.verbal else _nominal(a, named, trigger)
    going = _in_office([x for x in going if not _nobody(x)])
    goal = _goal(a, named, trigger)
    country = place.country if place else None
    if not going:
        return []
    people = [x for x in goal if x.kind == "person" and x.country and x.id not in {g.id for g in going}]
    if people and trigger.word.frame in {"", "destination"}:
        return [*going, *people]
    if country is None:
        return [*going, *_country_meant(a, named, trigger, going, [*goal, *hosts])]
    travellers = [x for x in going if x.country != country]
    if not travellers or place is None:
        return []
    theirs = {country, *(x.country for x in travellers)}
    others = [x for x in goal if x.kind == "country" and x.country not in theirs]  # "a trip to Peru, Chile and Japan"
    return [*travellers, _host(country, place, [*goal, *hosts], extra), *others]


def _in_office(going: list[Actor]) -> list[Actor]:
    """Travellers in office without their company: of "the president and his wife" it is the president's visit."""
    leading = any(x.kind == "person" and x.level for x in going)
    return [x for x in going if not leading or x.level or x.kind in {"country", "organisation"} or x.code]


def _nobody(x: Actor) -> bool:
    """ "People", "tourists": a group without country or name takes part in no diplomacy."""
    return x.kind == "group" and x.country is None and x.code is None


def _verbal(a: Analysis, named: Named, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
    verb = a.tokens[trigger.i]
    guests = [t.i for t in a.children(verb.i, "nsubj:pass")]
    if guests:  # "Malta was visited by the envoy"
        return actors_at(a, named, [t.i for t in a.children(verb.i, "obl") if "by" in cases(a, t.i)]), []
    if trigger.word.frame == "invitation":
        invited = actors_at(a, named, [t.i for t in a.children(verb.i, "obj")])
        return [x for x in invited if x.kind == "person"], subject_actors(a, named, verb)
    going = subject_actors(a, named, verb)
    return going, _inviters(a, named, verb, going)


def _nominal(a: Analysis, named: Named, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
    """Travellers named beside the noun, else the subject of its verb; with travellers, that subject is the host."""
    if (away := _who_is_away(a, named, trigger.i)) is not None:
        return away, []
    going = _travellers(a, named, trigger)
    if not going and (verb := _verb_of_stay(a, trigger)) is not None and verb.lemma.lower() in word_set("hosting"):
        invited = actors_at(a, named, [t.i for t in a.children(verb.i, "obj")])
        return [x for x in invited if x.kind == "person"], subject_actors(a, named, verb)
    above = controllers(a, named, trigger.anchor, [])
    if not going:
        nodes = {trigger.i, trigger.anchor}
        senders = [t.i for n in nodes for t in a.children(n, "nmod", "obl") if "from" in cases(a, t.i)]
        return above, actors_at(a, named, senders)
    known = {x.country for x in going} | {None}
    return going, [x for x in above if x.country not in known and _does(a, trigger)]


def _travellers(a: Analysis, named: Named, trigger: Trigger) -> list[Actor]:
    """Who owns or makes the visit by the noun's own words, by the name before it, or as subject of "is on a visit"."""
    going: list[Actor] = []
    tour = a.tokens[trigger.i].lemma.lower() == "tour"  # "a tour of Kenya" tells where, not who
    links = {"by", "from"} | (set() if tour else {"of"})
    links -= {"from"} if _invited(a, trigger) else set()
    for node in sorted({trigger.i, trigger.anchor}):
        add(going, actors_at(a, named, [t.i for t in a.children(node, "nmod:poss") if t.i < node]))
        from_where = {"from"} if going else set()  # "her trip to Peru from Oslo"
        tied = [t for t in a.children(node, "nmod", "obl") if cases(a, t.i) & (links - from_where)]
        add(going, _by(a, named, tied))
        if not going:
            add(going, _before_noun(a, named, node))
    behind = a.tokens[trigger.i + 1].text.lower() if trigger.i + 1 < len(a.tokens) else ""
    if not going and behind in links:
        add(going, right_behind(a, named, trigger.i + 1))
    if not going:
        add(going, owner_before(a, named, trigger.i) or _right_before(a, named, trigger.i))
    head = a.tokens[trigger.anchor].head
    if not going and a.children(trigger.anchor, "cop"):  # "while he was on a visit"
        add(going, actors_at(a, named, [t.i for t in a.children(trigger.anchor, "nsubj")]))
    if not going and head >= 0 and a.children(head, "cop"):  # "is in Oslo on a visit"
        add(going, actors_at(a, named, [t.i for t in a.children(head, "nsubj")]))
    return going


def _before_noun(a: Analysis, named: Named, node: int) -> list[Actor]:
    """Names and demonyms before the noun ("the Okoye visit", "a Chilean visit"): people before countries."""
    heads = [t.i for t in a.children(node, "compound", "nmod", "amod", "nmod:desc") if t.i < node]
    found = actors_at(a, named, heads)
    return [x for x in found if x.kind in {"person", "organisation"}] or [x for x in found if x.kind == "country"]


def _verb_of_stay(a: Analysis, trigger: Trigger) -> Token | None:
    """The verb that a visit only tells the manner of: "flies to Peru for a visit", "invited him to Peru on a visit"."""
    noun = a.tokens[trigger.anchor]
    head = a.tokens[noun.head] if noun.head >= 0 and noun.rel == "obl" else None
    return head if head is not None and head.upos == "VERB" and cases(a, noun.i) & {"on", "for", "in"} else None


def _place_of_stay(a: Analysis, named: Named, trigger: Trigger) -> Place | None:
    """Where the verb above says that the visit leads ("flies to Peru for a visit")."""
    verb = _verb_of_stay(a, trigger)
    where = a.children(verb.i, "obl") if verb is not None else []
    return next((p for t in where if cases(a, t.i) & {"to", "in"} and (p := named.place_at(t.i, t.i + 1))), None)


def _invited(a: Analysis, trigger: Trigger) -> bool:
    """Whether the noun stands under "invitation": "an invitation for a visit from the king" names the host."""
    head = a.tokens[trigger.anchor].head
    return head >= 0 and a.tokens[head].lemma.lower() == "invitation"


def _who_is_away(a: Analysis, named: Named, i: int) -> list[Actor] | None:
    """Whoever "is in Oslo on a visit" or "will come to Oslo on a visit", if somebody named before "who" or "is"."""
    k = i - 1
    while k > 0 and a.tokens[k].upos in {"DET", "ADJ", "NOUN", "NUM", "PUNCT"} and a.tokens[k].text != ",":
        k -= 1
    if a.tokens[k].text.lower() != "on":
        return None
    first = max(a.sentences[a.tokens[i].sent].first, k - 12)
    who = next((j for j in range(k, first, -1) if a.tokens[j].text.lower() == "who"), None)
    if who is None:
        return None
    for j in range(who - 1, max(-1, who - 14), -1):
        people = [x for x in named.actors_of(j) if x.kind == "person"]
        if people:
            return people
    return None


def visit_place(a: Analysis, named: Named, trigger: Trigger, place: Place | None) -> Place | None:
    """The goal of a visit where the tree ties it elsewhere: right behind the noun, or "is in Oslo on a visit"."""
    last = a.sentences[a.tokens[trigger.i].sent].last
    behind = list(a.tokens[trigger.i + 1 : min(last, trigger.i + 6)])
    if place is not None or (trigger.verbal and trigger.word.frame != "destination"):
        return place
    if trigger.verbal:
        stop = next((k for k, t in enumerate(behind) if t.upos not in {"DET", "ADJ", "PROPN", "NOUN"}), len(behind))
        return next((p for t in behind[:stop] if (p := named.place_at(t.i, t.i + 1))), None)
    by = behind[0].text.lower() in {"of", "by"} if behind else False
    to = next((t.i for t in a.tokens[trigger.i + 1 : min(last, trigger.i + 9)] if t.text.lower() == "to"), None)
    if by and to is not None and not any(t.upos in {"VERB", "PUNCT"} for t in a.tokens[trigger.i + 1 : to]):
        return next((p for t in a.tokens[to + 1 : min(last, to + 5)] if (p := named.place_at(t.i, t.i + 1))), None)
    if behind and behind[0].text.lower() in {"to", "in"}:
        near = next((p for t in behind[1:] if (p := named.place_at(t.i, t.i + 1))), None)
        return near or _farther(a, named, behind[0].i)
    for k in range(trigger.i - 1, max(-1, trigger.i - 9), -1):
        if a.tokens[k].text.lower() == "on" and (found := named.place_at(k - 1, k)) is not None:
            return found
    return _place_of_stay(a, named, trigger)


def _farther(a: Analysis, named: Named, to: int) -> Place | None:
    """The first place behind "to", what lies in it read through ("to a school in the Peruvian town of Piura")."""
    for t in a.tokens[to + 1 : min(a.sentences[a.tokens[to].sent].last, to + 10)]:
        if (place := named.place_at(t.i, t.i + 1)) is not None:
            return place
        if t.upos in {"VERB", "AUX", "PUNCT", "SCONJ"} or t.text.lower() in {"after", "before", "with", "on", "by"}:
            return None
    return None


def _by(a: Analysis, named: Named, tied: Sequence[Token]) -> list[Actor]:
    """Those named after "by" or "from": people rather than the country in their title."""
    found = actors_at(a, named, [t.i for t in tied])
    for t in tied:
        if not any(x.kind == "person" for x in found):
            add(found, [x for i in a.subtree(t.i) for x in named.actors_of(i) if x.kind == "person"])
        opener = next((c.i for c in a.children(t.i, "case") if c.i < t.i), None)
        if opener is not None and not any(x.kind == "person" for x in found):
            add(found, right_behind(a, named, opener))
    return [x for x in found if x.kind == "person"] or found


def _right_before(a: Analysis, named: Named, i: int) -> list[Actor]:
    """The person named right before the noun ("Pope Julius visit"), where the tree ties the two otherwise."""
    k = i - 1
    while k > 0 and a.tokens[k].upos in {"ADJ", "NOUN", "NUM"} and not named.actors_of(k):
        k -= 1
    found = named.actors_of(k) if k >= a.sentences[a.tokens[i].sent].first else ()
    return [x for x in found if x.kind == "person"]


def _does(a: Analysis, trigger: Trigger) -> bool:
    """Whether the subject above does something to the visit ("puts off", "hosts"), rather than speaking of it."""
    head = a.tokens[trigger.anchor].head
    return head >= 0 and a.tokens[trigger.anchor].rel in {"obj", "obl"} and a.tokens[head].upos == "VERB"


def _inviters(a: Analysis, named: Named, verb: Token, going: Sequence[Actor]) -> list[Actor]:
    """Whoever invites the travellers: the subject of the verb whose object they are."""
    for governor in list(a.ancestors(verb.i))[:2]:
        if governor.lemma.lower() in word_set("inviting"):
            known = {x.id for x in going}
            return [x for x in subject_actors(a, named, governor) if x.id not in known]
    return []


def _goal(a: Analysis, named: Named, trigger: Trigger) -> list[Actor]:
    """Who or what stands where the place of a visit stands: "visits the king", "a trip to the country"."""
    out: list[Actor] = []
    for node in sorted({trigger.i, trigger.anchor}):
        kids = a.children(node, "nmod", "obl", *(["obj"] if trigger.verbal else []))
        to = {"to", "of"} if a.tokens[trigger.i].lemma.lower() == "tour" else {"to"}
        add(out, actors_at(a, named, [t.i for t in kids if t.rel == "obj" or cases(a, t.i) & to]))
    if not trigger.verbal:
        add(out, enumerated(a, named, trigger.i, "to"))
    if not out and trigger.word.frame == "destination":
        return right_behind(a, named, trigger.i)
    return out


def _country_meant(
    a: Analysis, named: Named, trigger: Trigger, going: Sequence[Actor], known: Sequence[Actor]
) -> list[Actor]:
    """Whom a visit goes to where no place tells: goal or host from abroad, or what "the country" points to."""
    theirs = {x.country for x in going} | {None}
    abroad = [x for x in known if x.country not in theirs]
    if abroad or not says_where(a, trigger):
        return abroad[:1]
    for k in range(trigger.i - 1, max(-1, trigger.i - 80), -1):
        for x in named.actors_of(k):
            if x.kind == "country" and x.country not in theirs:
                return [x]
    return []


def says_where(a: Analysis, trigger: Trigger) -> bool:
    """Whether the goal is "the country", "the region": one named before."""
    tied = [t for n in {trigger.i, trigger.anchor} for t in a.children(n, "nmod", "obl", "obj")]
    near = a.tokens[trigger.i + 1 : min(trigger.i + 4, a.sentences[a.tokens[trigger.i].sent].last)]
    return any(t.lemma.lower() in word_set("countries") and t.upos == "NOUN" for t in [*tied, *near])


def _host(country: str, place: Place, known: Sequence[Actor], extra: dict[str, Actor]) -> Actor:
    """The country visited: as named at the visit, else on the words of the place."""
    found = next((x for x in known if x.country == country and x.kind == "country"), None)
    found = found or next((x for x in known if x.country == country), None)
    if found is not None:
        return found
    identity = f"{place.id}-{country.lower()}"
    made = Actor(identity, place.name, "country", country=country, mentions=place.mentions)
    return extra.setdefault(identity, made)
