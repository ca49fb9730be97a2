"""Office holders and others described by a noun: "the Polish minister", "his counterpart", "the Chilean"."""

from __future__ import annotations

from parley.extract.mentions.groups import conjuncts
from parley.extract.mentions.people import Draft
from parley.extract.mentions.phrase import made, modifiers_country, phrase
from parley.extract.mentions.pronouns import salience
from parley.extract.mentions.scene import Scene, indefinite, pointing, titled
from parley.lexicon import cues, titles
from parley.model.analysis import Token
from parley.model.encounter import Level

# Parts that a source takes in a sentence; elsewhere "an official" is nobody in particular.
SPEAKING = frozenset({"nsubj", "obl", "root", "appos", "conj"})
HEAD = 1  # sentences of a headline, which may call somebody by his office before the text names him
PLURAL = frozenset({"NNS", "NNPS"})


def holder(scene: Scene, token: Token) -> list[Draft]:
    """ "The president", "the Polish minister": the person of that office and country, the most present one.

    Where no name came before, one that follows soon; else an office holder without a name.
    """
    if token.xpos in PLURAL:
        return []
    words = [t.text for t in phrase(scene.a, token)]
    alone = titles.unique(" ".join(words))
    country = modifiers_country(scene, token) or alone or None
    level, lemma = titles.level_of(words), token.lemma.lower()
    if not indefinite(scene.a, token):
        found = _known(scene, token, country, level, lemma)
        if found is not None:
            found.country = found.country or country
            return [found]
    owned = any(c.i in scene.actors for c in scene.a.children(token.i, "nmod:poss"))
    bare = token.sent == 0 and not scene.a.children(token.i, "det")  # in a headline
    brought_in = indefinite(scene.a, token) or owned or bare
    new = lemma in titles.words("voices") and brought_in and _speaks(scene, token)
    if country is None and alone is None and not new:
        return []
    return [made(scene, token, "person", country, level if country or alone is not None else None)]


def _speaks(scene: Scene, token: Token) -> bool:
    """Whether somebody new stands where a source does: a subject, "according to", "affirmed Sunday a diplomat"."""
    if token.rel in SPEAKING:
        return True
    first = min(t.i for t in phrase(scene.a, token))
    before = [t for t in scene.a.tokens[max(0, first - 4) : first] if t.upos in {"VERB", "AUX", "ADP", "PUNCT"}]
    speaking = cues.first_words() | cues.words("citing") | cues.words("quoting") | cues.words("hearing")
    return bool(before) and before[-1].lemma.lower() in speaking


def _known(scene: Scene, token: Token, country: str | None, level: Level | None, lemma: str) -> Draft | None:
    office = titles.title_of([t.text for t in phrase(scene.a, token)])
    beside = {d for i, d in scene.back(token.i) if scene.a.tokens[i].sent == token.sent}

    def fits(d: Draft) -> bool:
        if (
            d.kind != "person"
            or (level and d.level and level != d.level)
            or titles.other_office(office, d.office(scene.a))
        ):
            return False
        if country is not None and d.country is None and d in beside:
            return False  # "the minister, Lume, with the minister of Peru": another
        if country is not None and d.country is not None:
            return d.country == country and ((d.level == level and level is not None) or titled(scene.a, d, lemma))
        return titled(scene.a, d, lemma)

    points = country is not None or pointing(scene.a, token) or token.text[0].isupper()
    found = scene.recent(token.i, fits) if points else []
    exact = [d for d in found if country is not None and d.country == country] or found
    if exact:
        return max(exact, key=lambda d: salience(scene, d, token))
    if not points:
        return None
    if country is None:
        coming = scene.coming(token.i, fits) if token.sent <= HEAD else []
        return coming[0] if len(coming) == 1 else _without_office(scene, token, level)
    coming = [d for d in scene.coming(token.i, fits) if d.country == country]
    coming = coming or _of_unknown_country(scene, token, level)
    return coming[0] if len(coming) == 1 else None


def _without_office(scene: Scene, token: Token, level: Level | None) -> Draft | None:
    """ "The minister" where nobody of that office was named: the most present person, if no office of his is told."""
    lemma = token.lemma.lower()
    if level is None or token.rel != "nsubj" or scene.coming(token.i, lambda d: titled(scene.a, d, lemma)):
        return None
    people = scene.recent(token.i, lambda d: d.kind == "person")
    best = max(people, key=lambda d: salience(scene, d, token), default=None)
    if best is None or best.role is not None or best.level is not None or best.nouns:
        return None
    gender = titles.gendered().get(lemma, "")
    return best if best.gender in {"", gender or best.gender} else None


def _of_unknown_country(scene: Scene, token: Token, level: Level | None) -> list[Draft]:
    """People of that rank who follow, of a country not told, who do not stand in the sentence themselves."""
    beside = {d for i, d in scene.actors.items() if scene.a.tokens[i].sent == token.sent}
    lemma = token.lemma.lower()

    def fits(d: Draft) -> bool:
        rank = d.kind == "person" and d.level == level and level is not None and d.country is None
        office = (
            lemma in titles.words("any_office") or titled(scene.a, d, lemma) or d.nouns & titles.words("counterparts")
        )
        return rank and bool(office)

    return [d for d in scene.coming(token.i, fits) if d not in beside]


def counterpart(scene: Scene, token: Token) -> list[Draft]:
    """ "His Russian counterpart": the person of that country at the level of whoever "his" is."""
    owners = [d for c in scene.a.children(token.i, "nmod:poss") if (d := scene.actors.get(c.i)) is not None]
    country = None
    for child in scene.a.children(token.i, "amod", "compound", "nmod"):
        name = scene.names.get(child.i)
        where = {c.text.lower() for c in scene.a.children(child.i, "case")} - {"of", "from"}
        if name is not None and name.geo is not None and not where:  # "his Peruvian counterpart in Oslo"
            country = name.geo.country
    if country is None:
        return []
    level = owners[0].level if owners else None

    def fits(d: Draft) -> bool:
        rank = level is None or d.level in {None, level}
        return d.kind == "person" and d.country == country and rank and d not in owners

    found = scene.recent(token.i, fits) or scene.coming(token.i, fits)
    if not found and len(owners) == 1 and (partner := _partner(scene, owners[0], token.i)):
        partner.country = country
        found = [partner]
    return found[:1] or [made(scene, token, "person", country, level)]


def _partner(scene: Scene, owner: Draft, at: int) -> Draft | None:
    """The one person of unknown country who was named together with another ("Lume and Sand met")."""
    found: list[Draft] = []
    for i, _draft in scene.back(at):
        together = [scene.actors[k] for k in conjuncts(scene.a, i) if k in scene.actors and k < at]
        if owner in together and len(together) == 2:
            found += [d for d in together if d is not owner and d.kind == "person" and d.country is None]
    return found[0] if len(set(found)) == 1 else None


def other(scene: Scene, token: Token) -> list[Draft]:
    """ "His host", "her guest": the other of the last two people of one level, else the only one of no told level."""
    owners = [d for c in scene.a.children(token.i, "nmod:poss") if (d := scene.actors.get(c.i)) is not None]
    if len(owners) != 1:
        return []
    people = scene.recent(token.i, lambda d: d.kind == "person" and d not in owners and bool(d.words))
    if found := [d for d in people if d.level == owners[0].level]:
        return found[:1]
    untold = [d for d in people if d.level is None]
    return untold if len(untold) == 1 else []


def national(scene: Scene, token: Token, country: str) -> list[Draft]:
    """ "The Chilean said": the person of that country who is most present; nobody where there is none."""
    found = scene.recent(token.i, lambda d: d.kind == "person" and d.country == country)
    return [max(found, key=lambda d: salience(scene, d, token))] if found else []
