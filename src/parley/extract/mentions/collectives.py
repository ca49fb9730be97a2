"""People who act for somebody: "Russian officials", "EU ministers", "the leaders of Chad and Niger"."""

from __future__ import annotations

from parley.extract.mentions.groups import all_known, conjuncts
from parley.extract.mentions.people import Draft
from parley.extract.mentions.phrase import made, modifiers_country, phrase
from parley.extract.mentions.scene import Scene, pointing
from parley.lexicon import titles
from parley.model.analysis import Token
from parley.model.encounter import Level

PLURAL = frozenset({"NNS", "NNPS"})
WHOSE = frozenset({"of", "from", "for"})
LISTING = frozenset({"of", "the", ",", "and", "both"})
REACH = 20  # tokens of a list of states
STATES = frozenset({"country", "organisation"})


def collective(scene: Scene, token: Token, whom: str | None) -> list[Draft]:
    """Whom "Russian officials" (a group), "leaders of Chad and Niger" (these two) stand for."""
    if _only_describes(scene, token):
        return []
    plural = token.xpos in PLURAL
    members = _of_whom(scene, token)
    if len(members) == 1 and plural:
        members = _listed(scene, token) or members
    if len(members) < 2 and plural:
        members = _nations(scene, token)
    if len(members) > 1:
        return [_in_office(scene, token, m) for m in members]
    if found := _of_body(scene, token):
        return found
    country = modifiers_country(scene, token) or _seated(scene, token)
    if country is None and not _names_whose(scene, token) and (known := _known(scene, token, whom)) is not None:
        return known
    return [made(scene, token, "group", country, _level(scene, token))]


def _level(scene: Scene, token: Token) -> Level | None:
    return titles.level_of([t.lemma for t in phrase(scene.a, token)])


def _only_describes(scene: Scene, token: Token) -> bool:
    """ "Opposition leaders", "the military government": the first noun only says of what kind the second is."""
    if token.rel not in {"amod", "compound"} or token.upos == "PROPN" or token.head < token.i:
        return False
    lemma = scene.a.tokens[token.head].lemma.lower()
    return lemma not in titles.title_words() and scene.a.tokens[token.head].text.lower() in titles.words("collective")


def _of_whom(scene: Scene, token: Token) -> list[Draft]:
    """Those named behind "of": "leaders of Chad and Niger"."""
    from parley.extract.mentions.describe import describe

    out: list[Draft] = []
    for child in scene.a.children(token.i, "nmod"):
        cases = {k.text.lower() for k in scene.a.children(child.i, "case")}
        if child.deprel == "nmod:poss" or not cases & WHOSE:
            continue
        for i in conjuncts(scene.a, child.i):
            found = [scene.actors[i]] if i in scene.actors else describe(scene, scene.a.tokens[i])
            out += [d for d in found if d not in out]
    return out


def _listed(scene: Scene, token: Token) -> list[Draft]:
    """ "The presidents of A, B and C" by word order, where the tree stops after A."""
    out: list[Draft] = []
    for i in range(token.i + 1, min(scene.a.sentences[token.sent].last, token.i + REACH)):
        draft = scene.actors.get(i)
        if draft is not None and draft.kind in STATES:
            out += [draft] if draft not in out else []
        elif scene.a.tokens[i].text.lower() not in LISTING:
            break
    return out if len(out) > 1 else []


def _nations(scene: Scene, token: Token) -> list[Draft]:
    """The sides of "Israeli and Palestinian leaders", "Russian and EU ministers": each is its country or body."""
    beside = scene.a.children(token.i, "amod", "compound")
    found = [i for c in beside if c.i < token.i for i in (*_gapped(scene, c), *conjuncts(scene.a, c.i))]
    return list(dict.fromkeys(scene.actors[i] for i in found if i in scene.actors and scene.actors[i].kind in STATES))


def _gapped(scene: Scene, nation: Token) -> list[int]:
    """The first half of "North, South Korean leaders", which trees hang on the word that both share."""
    if nation.i not in scene.actors:
        return []
    return [t.i for t in scene.a.children(nation.i, "compound") if t.i < nation.i - 1]


def _in_office(scene: Scene, token: Token, state: Draft) -> Draft:
    """Who holds the office in one of several states: the one person of that rank and country whom the text names.

    The state itself where it names nobody, or several.
    """
    words = [t.text for t in phrase(scene.a, token)]
    level, office = titles.level_of(words), titles.title_of(words)
    if level not in {"leaders", "ministers"} or state.country is None:
        return state
    named = {d for _, d in scene.trail if d.kind == "person" and d.country == state.country and d.level == level}
    fit = [d for d in named if any(" " in f for f in d.forms) and not titles.other_office(office, d.office(scene.a))]
    return fit[0] if len(fit) == 1 else state


def _of_body(scene: Scene, token: Token) -> list[Draft]:
    """ "Hamas leaders", "an EU delegation": people of a body; with a singular, the body ("the EU leadership")."""
    for child in scene.a.children(token.i, "compound", "amod"):
        inner = scene.actors.get(child.i)
        if inner is not None and inner.kind == "organisation" and child.i < token.i:
            people = token.xpos in PLURAL or token.lemma.lower() in titles.words("sent")
            if not people or inner.code is None:
                return [inner]
            group = made(scene, token, "group", inner.country, _level(scene, token))
            group.code = inner.code
            return [group]
    return []


def _names_whose(scene: Scene, token: Token) -> bool:
    """Whether a phrase says whose people they are by a name, known or not: "the government of Lumia"."""
    for child in scene.a.children(token.i, "nmod"):
        cases = {k.text.lower() for k in scene.a.children(child.i, "case")}
        if (cases & WHOSE or child.deprel == "nmod:poss") and child.upos == "PROPN":
            return True
    return False


def _known(scene: Scene, token: Token, whom: str | None) -> list[Draft] | None:
    """Whom the text has spoken of before in these words ("the ministry"), None where it is somebody new."""
    lemma = token.lemma.lower()
    if lemma in titles.words("offices"):
        return scene.recent(token.i, lambda d: any(lemma in f.lower() for f in d.forms))[:1]
    if not pointing(scene.a, token):
        return None
    again = scene.recent(token.i, lambda d: d.kind == "group" and d.country is None and lemma in d.nouns)
    if again:
        return again[:1]
    return all_known(scene, token, whom) if whom else None


def _seated(scene: Scene, token: Token) -> str | None:
    """ "In Bern, the foreign ministry": an office without a country is that of the town before the comma."""
    if token.lemma.lower() not in titles.words("offices"):
        return None
    first = scene.a.sentences[token.sent].first
    name = scene.names.get(first + 1)
    stands = scene.a.tokens[first].text in {"In", "From"} and name is not None and name.last < token.i
    if name is None or not stands or scene.a.tokens[name.last].text != "," or name.geo is None:
        return None
    return name.geo.country
