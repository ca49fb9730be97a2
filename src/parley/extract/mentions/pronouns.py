"""Who "he", "they" or "it" is.

After Lappin and Leass (1994, An algorithm for pronominal anaphora resolution): every candidate is weighed by
the part it plays in its sentence, by how near it stands and how often it is named; what grammar, number or gender
rule out does not count. Measured on GUM (``python -m eval.coreference``).
"""

from __future__ import annotations

from parley.extract.mentions.parts import FADING, governs, part, part_of_thing
from parley.extract.mentions.people import Draft
from parley.extract.mentions.plural import they
from parley.extract.mentions.scene import Scene
from parley.lexicon import titles
from parley.model.analysis import Token

SENTENCES = 8  # how far back a person is looked for
OFTEN = 0.2  # what each further mention adds
MOST = 8
SENTENCES_OF_THINGS = 3
THINGS = frozenset({"country", "organisation", "group"})
OTHER_GENDER = 2.0
GOVERNS = 0.6
QUOTED = 0.4


def pronoun(scene: Scene, token: Token, kind: str) -> list[Draft]:
    """The actors of a third-person pronoun, empty where the text does not tell."""
    word = token.text.lower()
    if word == "who" or token.rel == "expl":
        return []
    if kind == "many":
        return they(scene, token)
    if kind == "thing":
        return thing(scene, token)
    gender = "m" if word in titles.words("male") else "f"
    barred = _barred(scene, token)
    found = scene.recent(token.i, lambda d: d.kind == "person" and d not in barred and d.gender in {"", gender})
    weights = {d: salience(scene, d, token) - _other_gender(d, gender) for d in found}
    best = max(found, key=lambda d: weights[d], default=None)
    if best is None or weights[best] <= 0:
        best = _coming_subject(scene, token, gender)
    if best is None:
        return []
    best.called[gender] += 1
    return [best]


def _other_gender(d: Draft, gender: str) -> float:
    """What counts against a person whom pronouns of the other gender have meant so far."""
    if d.gender:
        return 0.0
    return OTHER_GENDER if d.called.total() > 2 * d.called[gender] else 0.0


def thing(scene: Scene, token: Token) -> list[Draft]:
    """ "It", "its": the most present state, body or office; nothing where it stands for a clause ("it seems that")."""
    if _for_clause(scene, token):
        return []
    weights: dict[Draft, float] = {}
    for i, draft in scene.back(token.i):
        away = token.sent - scene.a.tokens[i].sent
        if away > SENTENCES_OF_THINGS:
            break
        if draft.kind in THINGS and (draft.kind != "group" or draft.nouns & titles.words("offices")):
            weight = part_of_thing(scene.a, i) - FADING * away + (GOVERNS if governs(scene.a, i, token) else 0.0)
            weights[draft] = max(weights.get(draft, 0.0), weight)
    best = max(weights, key=lambda d: weights[d], default=None)
    return [best] if best is not None else []


def _for_clause(scene: Scene, token: Token) -> bool:
    if token.rel != "nsubj" or token.head < 0 or not scene.a.children(token.head, "csubj", "ccomp"):
        return False
    return scene.a.tokens[token.head].upos in {"ADJ", "NOUN"}


def salience(scene: Scene, draft: Draft, token: Token) -> float:
    """How much a person is in the reader's mind at a token: subjects before others, near before far, often named."""
    best, count = 0.0, 0
    here = scene.quoted(token.i)
    for i, d in scene.back(token.i):
        away = token.sent - scene.a.tokens[i].sent
        if away > SENTENCES:
            break
        if d is not draft:
            continue
        count += 1
        score = part(scene.a, i) - FADING * away
        if here != scene.quoted(i):
            score -= QUOTED
        if governs(scene.a, i, token):
            score += GOVERNS
        best = max(best, score)
    return best + OFTEN * min(count, MOST) if count else 0.0


def _barred(scene: Scene, token: Token) -> list[Draft]:
    """Whom grammar rules out: another argument of the same verb ("X met him"), the speaker of the words around."""
    a = scene.a
    out: list[Draft] = []
    if token.rel in {"obj", "obl", "iobj"} and token.head >= 0 and not token.text.lower().endswith("self"):
        out += [d for c in a.children(token.head, "nsubj") if (d := scene.actors.get(c.i)) is not None]
    quote = scene.quoted(token.i)
    if quote < 0:
        return out
    for above in a.ancestors(token.i):
        if scene.quoted(above.i) != quote:
            out += [d for c in a.children(above.i, "nsubj") if (d := scene.actors.get(c.i)) is not None]
            break
        for verb in a.children(above.i, "parataxis"):
            if scene.quoted(verb.i) != quote:
                out += [d for c in a.children(verb.i, "nsubj") if (d := scene.actors.get(c.i)) is not None]
    return out


def _coming_subject(scene: Scene, token: Token, gender: str) -> Draft | None:
    """ "Before his departure, Orlow said": the subject that follows in the same sentence."""
    for i, draft in scene.ahead(token.i):
        here = scene.a.tokens[i]
        if here.sent != token.sent:
            return None
        fits = draft.kind == "person" and draft.gender in {"", gender}
        if fits and here.rel == "nsubj" and any(above.i == here.head for above in scene.a.ancestors(token.i)):
            return draft
    return None
