"""Who holds a stance: the subject of its predicate, and the actor that a noun phrase stands for."""

from __future__ import annotations

from parley.extract.clauses import clause
from parley.extract.positions.scene import FIRST_PERSON, Scene
from parley.extract.positions.words import word_set
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor

RELATIVE = frozenset({"who", "which", "that", "whom"})
THIRD_PERSON = frozenset({"he", "she", "it", "they"})
CLAUSE_ENDS = frozenset({":", ";", '"', "“", "”", "–", "—", "(", ")"})
DEEPEST = 5
MANY = 2  # what more than two share is the result of a meeting rather than a stand of each


def subjects(a: Analysis, i: int, depth: int = 0) -> tuple[int, ...]:
    """Who does what predicate ``i`` says: its subject, the agent of a passive, or the subject passed down to it."""
    token = a.tokens[i]
    passive = a.children(i, "nsubj:pass")
    if token.upos == "VERB" and (passive or a.children(i, "aux:pass") or (token.xpos == "VBN" and token.rel == "acl")):
        agent = _agent(a, i)
        return _with_conjuncts(a, agent) if agent is not None else ()
    own = passive or [c for c in a.children(i, "nsubj", "expl") if c.deprel != "nsubj:outer"]
    if not own:  # "he did, however, offer": the subject hangs on the auxiliary
        own = [s for c in a.children(i, "aux") for s in a.children(c.i, "nsubj")]
    own = [c for c in own if c.text.lower() != "there"]
    if own:
        before = [c for c in own if c.i < i] or own
        if before[-1].text.lower() in RELATIVE:
            return _antecedent(a, before[-1].i, token)
        subject = before[0] if len(before) > 1 and _tells(a, before[-1].i, i) else before[-1]
        return _with_conjuncts(a, subject.i)
    passed = _passed_down(a, token, depth) if depth < DEEPEST and token.head >= 0 else ()
    return passed or _before(a, i)


def _tells(a: Analysis, i: int, verb: int) -> bool:
    """Whether a subject stands in an aside ("Peru, the source added, rejects"), with a verb of its own behind it."""
    return any(t.xpos in {"VBD", "VBZ", "VBP"} and t.upos == "VERB" for t in a.tokens[i + 1 : verb])


def _before(a: Analysis, i: int) -> tuple[int, ...]:
    """The nominal that a finite clause begins with, where the tree gives its verb no subject."""
    first = i
    start = a.sentences[a.tokens[i].sent].first
    while first > start and a.tokens[first - 1].text not in CLAUSE_ENDS:
        first -= 1
        if a.tokens[first].upos in {"VERB", "SCONJ"} and a.tokens[first].xpos in {"VBD", "VBZ", "VBP", "IN"}:
            return ()
    if not clause(a, i).finite and not clause(a, i).planned:
        return ()
    run = [t for t in a.tokens[first:i] if t.upos in {"NOUN", "PROPN"} and t.rel not in {"compound", "nmod"}]
    if not run or any(t.upos == "ADP" for t in a.tokens[first : run[0].i]):
        return ()
    return (run[0].i,)


def _antecedent(a: Analysis, i: int, token: Token) -> tuple[int, ...]:
    """The noun before a relative pronoun; the tree where it says so, else the nearest name or noun."""
    if token.deprel == "acl:relcl" and token.head >= 0:
        return (token.head,)
    for j in range(i - 1, max(i - 4, a.sentences[token.sent].first - 1), -1):
        if a.tokens[j].upos in {"NOUN", "PROPN"}:
            return (j,)
    return ()


def bearers(a: Analysis, i: int) -> tuple[int, ...]:
    """Of whom a predicate adjective or participle tells ("is prepared to")."""
    own = a.children(i, "nsubj", "nsubj:pass")
    if own and own[0].text.lower() not in RELATIVE:
        return _with_conjuncts(a, own[0].i)
    token = a.tokens[i]
    if token.rel == "conj" and token.head >= 0:
        above = a.children(token.head, "nsubj", "nsubj:pass")
        if above:
            return _with_conjuncts(a, above[0].i)
    return subjects(a, i)


def _agent(a: Analysis, i: int) -> int | None:
    for c in a.children(i, "obl:agent", "obl"):
        if any(m.text.lower() == "by" for m in a.children(c.i, "case")):
            return c.i
    return None


def _passed_down(a: Analysis, token: Token, depth: int) -> tuple[int, ...]:
    above = a.tokens[token.head]
    if token.rel == "conj" and (above.upos in {"VERB", "AUX", "ADJ"} or a.children(above.i, "cop")):
        return subjects(a, above.i, depth + 1)
    if token.rel == "xcomp":
        if above.lemma.lower() in word_set("passing") or above.upos == "ADJ" or not a.children(above.i, "obj"):
            return bearers(a, above.i) if above.upos == "ADJ" else subjects(a, above.i, depth + 1)
        return ()
    if token.rel == "advcl" and token.xpos in {"VBG", "VB"}:
        return subjects(a, above.i, depth + 1)
    if token.rel == "acl" and token.deprel != "acl:relcl" and token.xpos == "VBG":
        return (above.i,)
    return ()


def _with_conjuncts(a: Analysis, i: int) -> tuple[int, ...]:
    """A nominal with those that stand beside it, by the tree, else "and" and a name right behind it."""
    found = (i, *(c.i for c in a.children(i, "conj")))
    if len(found) == 1 and i + 2 < len(a.tokens) and a.tokens[i + 1].text == "and" and a.tokens[i + 2].upos == "PROPN":
        return (i, i + 2)
    return found


def holders(scene: Scene, i: int, issued: bool = True) -> list[str]:
    """The ids of the actors that hold what the noun phrase at token ``i`` is the subject or possessor of.

    "We" in quoted words is their source; "its position", "a Kenyan statement" is whose position or
    statement it is (``issued``: also the subject of the verb that a statement is the object of); a body
    without a country of its own takes that of its demonym ("the Kenyan foreign ministry"); a pronoun
    that nobody has resolved is the one who says so ("Kenya says that it is ready").
    """
    a, token = scene.a, scene.a.tokens[i]
    word = token.text.lower()
    if word in FIRST_PERSON:
        speaker = scene.speaker(i)
        return [speaker] if speaker is not None else []
    found = scene.actors_of(i)
    if len(found) > MANY:
        return []
    if word in THIRD_PERSON:
        if len(found) > 1 and word == "they":
            return []  # what several do together is the outcome of a meeting rather than a stand of each
        if found and (len(found) > 1 or found[0].country is not None or found[0].kind == "person"):
            return [x.id for x in found]
        return _who_says(scene, i) or [x.id for x in found]
    if found and (len(found) > 1 or found[0].country or found[0].kind == "person"):
        return [x.id for x in found]
    if found and found[0].code:
        return [found[0].id]
    if found or token.lemma.lower() in word_set("classes", "stands") | word_set("bearers"):
        rels = ("nmod:poss", "amod", "compound") if found else ("nmod:poss", "amod", "compound", "nmod")
        for child in a.children(i, *rels):
            owner = scene.actors_of(child.i)
            if len(owner) == 1 and owner[0].kind == "country":
                return [owner[0].id]
        for child in (p for c in a.children(i, "appos") for p in a.children(c.i, "nmod:poss")):
            owner = scene.actors_of(child.i)
            if found and len(owner) == 1 and owner[0].kind == "country":
                return [owner[0].id]  # "the Defence Commission, Kenya's top body"
    if not found and word in word_set("parts"):
        inner = next((c.i for c in a.children(i, "nmod") if scene.actors_of(c.i)), None)
        found = scene.actors_of(inner) if inner is not None else ()
    if issued and not found and word in word_set("bearers") and token.rel == "obj" and token.head >= 0:
        return [x for s in subjects(a, token.head) for x in holders(scene, s, issued=False)]
    if not found:
        found = _in_apposition(scene, token) or scene.named_in_short(i)
    if word in word_set("own") and not any(x.country for x in found):
        return _whose(scene, i) or [x.id for x in found]
    return [x.id for x in found]


def _whose(scene: Scene, i: int) -> list[str]:
    """Whose country or government it is: the possessor ("his country"), else the one who says so, else the speaker."""
    owners = [x.id for c in scene.a.children(i, "nmod:poss") for x in scene.actors_of(c.i)]
    speaker = scene.speaker(i)
    return owners or _who_says(scene, i) or ([speaker] if speaker is not None else [])


def _in_apposition(scene: Scene, token: Token) -> tuple[Actor, ...]:
    """The person whose office a noun without an actor names ("the chairperson of the council, Ana Ruiz")."""
    for child in scene.a.children(token.i, "appos", "flat", "nmod"):
        found = scene.actors_of(child.i)
        if len(found) == 1 and found[0].kind in {"person", "organisation"} and not scene.a.children(child.i, "case"):
            return found
    return ()


def _who_says(scene: Scene, i: int) -> list[str]:
    """The subject of the clause that reports the clause of a pronoun."""
    a = scene.a
    for above in a.ancestors(i):
        if above.rel == "ccomp" and above.head >= 0:
            return [x.id for s in subjects(a, above.head) for x in scene.actors_of(s)]
    return []
