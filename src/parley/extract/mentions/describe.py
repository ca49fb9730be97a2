"""Descriptions and pronouns: "the Russian president", "both sides", "his counterpart", "he".

Refuses to guess: what fits nobody, or several equally well, stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from parley.extract.mentions.names import Name
from parley.extract.mentions.people import Draft
from parley.extract.mentions.roles import is_title
from parley.lexicon import titles
from parley.model.analysis import Analysis, Token
from parley.model.encounter import Level

LOOK_BACK = 250  # tokens
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3}


@dataclass
class Scene:
    """What is known while a text is gone through: names by token, actors by token, actors in order of mention."""

    a: Analysis
    names: dict[int, Name]
    actors: dict[int, Draft]
    trail: list[tuple[int, Draft]]
    made: dict[tuple[str, str | None, str], Draft] = field(default_factory=dict)

    def back(self, at: int) -> Iterator[tuple[int, Draft]]:
        """Mentions before a token, nearest first, as far as anybody looks back."""
        for k in range(bisect_left(self.trail, at, key=lambda x: x[0]) - 1, -1, -1):
            if at - self.trail[k][0] > LOOK_BACK:
                return
            yield self.trail[k]

    def add(self, at: int, draft: Draft) -> None:
        """A description or pronoun that has been resolved is a mention too."""
        self.actors[at] = draft
        self.trail.insert(bisect_right(self.trail, at, key=lambda x: x[0]), (at, draft))

    def recent(self, at: int, fits: Callable[[Draft], bool]) -> list[Draft]:
        """Actors mentioned before ``at``, nearest first, each once."""
        out: list[Draft] = []
        for _, draft in self.back(at):
            if draft not in out and fits(draft):
                out.append(draft)
        return out


def describe(scene: Scene, token: Token) -> list[Draft]:
    """The actors that a common noun or pronoun stands for; empty where the text does not tell.

    New actors are made for collectives ("Russian officials") and for office holders without a name.
    """
    word, lemma = token.text.lower(), token.lemma.lower()
    kind = titles.pronouns().get(word)
    if kind is not None and token.upos in {"PRON", "DET"}:
        return pronoun(scene, token, kind)
    if word == "two" or word == "both":
        return several(scene, token, "any", 2) if token.rel not in {"nummod", "det"} else []
    if token.upos not in {"NOUN", "PROPN", "ADJ"}:
        return []
    if lemma in titles.words("counterparts"):
        return counterpart(scene, token)
    count = _number(scene.a, token)
    whom = titles.groups().get(word) or titles.groups().get(lemma)
    if count and whom:
        return several(scene, token, whom, count)
    plural = token.xpos in {"NNS", "NNPS"}
    if word in titles.words("collective") or lemma in titles.words("offices") or (plural and is_title(token)):
        return collective(scene, token, whom if plural else None)
    if is_title(token):
        return holder(scene, token)
    return role(scene, token) if lemma in titles.words("roles") else []


def _number(a: Analysis, token: Token) -> int:
    for child in a.children(token.i, "nummod", "det", "amod", "det:predet"):
        if child.text.lower() in NUMBERS:
            return NUMBERS[child.text.lower()]
    return 0


def modifiers_country(scene: Scene, token: Token) -> str | None:
    """The country or body that a noun phrase names ("the Russian president", "president of Peru")."""
    for child in scene.a.children(token.i, "amod", "compound", "nmod:poss", "nmod", "appos"):
        plain = child.rel == "nmod" and child.deprel != "nmod:poss"
        if plain and not {c.text.lower() for c in scene.a.children(child.i, "case")} & {"of", "for", "from"}:
            continue
        for i in scene.a.subtree(child.i):
            name = scene.names.get(i)
            if name is not None and name.geo is not None:
                return name.geo.country
            if child.deprel == "nmod:poss" and i in scene.actors and scene.actors[i].country:
                return scene.actors[i].country
    return None


def holder(scene: Scene, token: Token) -> list[Draft]:
    """ "The president", "the Polish minister": the person of that office and country named last."""
    if token.xpos in {"NNS", "NNPS"}:
        return []
    country = modifiers_country(scene, token)
    level = titles.level_of([t.text for t in _phrase(scene.a, token)])
    lemma = token.lemma.lower()

    def fits(d: Draft) -> bool:
        if d.kind != "person":
            return False
        if country is not None:
            return d.country == country and (d.level == level or _titled(scene.a, d, lemma))
        return _titled(scene.a, d, lemma)

    found = scene.recent(token.i, fits)
    pointing = any(
        c.text.lower() in {"the", "this", "that", "his", "her", "their"}
        for c in scene.a.children(token.i, "det", "nmod:poss")
    )
    if found and (country is not None or pointing or token.text[0].isupper()):
        return found[:1]
    if country is None:
        return []
    return [_made(scene, token, "person", country, level)]


def _titled(a: Analysis, d: Draft, lemma: str) -> bool:
    return d.role is not None and any(t.lemma.lower() == lemma for t in a.tokens[d.role.first : d.role.last])


def _phrase(a: Analysis, token: Token) -> list[Token]:
    keep = {token.i} | {c.i for c in a.children(token.i, "compound", "amod") if c.i < token.i}
    keep |= {g.i for c in list(keep) for g in a.children(c, "compound", "amod", "punct") if g.i < token.i}
    tail = [c for c in a.children(token.i, "nmod") if c.i == token.i + 2]
    return [a.tokens[i] for i in sorted(keep | {t.i for t in tail} | {t.i - 1 for t in tail})]


def _made(scene: Scene, token: Token, kind: str, country: str | None, level: Level | None) -> Draft:
    """A new actor named by its words; the same words of the same country are one actor."""
    phrase = [t for t in _phrase(scene.a, token) if t.upos not in {"DET", "PUNCT"}]
    first, last = min(t.i for t in phrase), _of_what(scene, token) + 1
    words = scene.a.words(first, last)
    draft = scene.made.get((kind, country, words))
    if draft is None:
        draft = Draft("person" if kind == "person" else "group", [words], [], None, country, level)
        scene.made[kind, country, words] = draft
    draft.runs.append((first, last))
    return draft


def _of_what(scene: Scene, token: Token) -> int:
    """The last word of "the government of South Sudan", so that the name says whose it is."""
    for child in scene.a.children(token.i, "nmod"):
        below = scene.a.subtree(child.i)
        case = scene.a.children(child.i, "case")
        if case and case[0].text == "of" and len(below) <= 6 and below == list(range(token.i + 1, below[-1] + 1)):
            return below[-1]
    return token.i


def collective(scene: Scene, token: Token, whom: str | None) -> list[Draft]:
    """Whom "Russian officials", "EU ministers" (a group), "leaders of Chad and Niger" (these states) stand for."""
    linked = [c for c in scene.a.children(token.i, "nmod") if c.deprel != "nmod:poss"]
    linked = [c for c in linked if {k.text.lower() for k in scene.a.children(c.i, "case")} & {"of", "from", "for"}]
    states: list[Draft] = []
    for child in linked:
        for i in _conjuncts(scene.a, child.i):
            found = [scene.actors[i]] if i in scene.actors else describe(scene, scene.a.tokens[i])
            states += [d for d in found if d not in states]
    if len(states) == 1 and token.xpos in {"NNS", "NNPS"}:
        states = _listed(scene, token) or states
    if len(states) > 1:
        return states
    for child in scene.a.children(token.i, "compound", "amod"):
        inner = scene.actors.get(child.i)
        if inner is not None and inner.kind == "organisation" and child.i < token.i:
            return [inner]
    country = modifiers_country(scene, token)
    if token.lemma.lower() in titles.words("offices") and country is None:
        found = scene.recent(token.i, lambda d: any(token.lemma.lower() in f.lower() for f in d.forms))
        return found[:1]
    pointing = {c.text.lower() for c in scene.a.children(token.i, "det")} & {"the", "these", "those"}
    if country is None and whom and pointing:
        return []
    return [_made(scene, token, "group", country, titles.level_of([t.lemma for t in _phrase(scene.a, token)]))]


def _listed(scene: Scene, token: Token) -> list[Draft]:
    """ "The presidents of A, B and C" by word order, where the tree stops after A."""
    out: list[Draft] = []
    last = min(scene.a.sentences[token.sent].last, token.i + 20)
    for i in range(token.i + 1, last):
        word = scene.a.tokens[i]
        draft = scene.actors.get(i)
        if draft is not None and draft.kind in {"country", "organisation"}:
            out += [draft] if draft not in out else []
        elif word.text.lower() not in {"of", "the", ",", "and", "both"}:
            break
    return out if len(out) > 1 else []


def _conjuncts(a: Analysis, i: int) -> list[int]:
    return [i, *(k for c in a.children(i, "conj") for k in _conjuncts(a, c.i))]


def several(scene: Scene, token: Token, whom: str, count: int) -> list[Draft]:
    """ "The two presidents", "both sides": the last so many that fit, all different; of one country only one."""

    def fits(d: Draft) -> bool:
        if whom == "states":
            return d.country is not None
        if whom == "any":
            return d.kind in {"person", "country", "organisation"} and d.level != "officials"
        return d.kind == "person" and d.level == whom

    if whom == "any":  # people before their countries
        people = [d for d in scene.recent(token.i, fits) if d.kind == "person" and d.level is not None]
        pair = [d for d in people if people[0].level == d.level and (d is people[0] or d.country != people[0].country)]
        if len(pair) >= count and token.lemma.lower() not in {"side", "party", "delegation"}:
            return sorted(pair[:count], key=lambda d: min(d.runs))
    found: list[Draft] = []
    for draft in scene.recent(token.i, fits):
        if whom == "states":
            draft = _state_of(scene, draft)
        if draft not in found and all(draft.country is None or draft.country != d.country for d in found):
            found.append(draft)
        if len(found) == count:
            break
    if len(found) < count and whom in {"leaders", "ministers"}:
        return several(scene, token, "any", count)
    return sorted(found, key=lambda d: min(d.runs)) if len(found) == count else []


def _state_of(scene: Scene, draft: Draft) -> Draft:
    return next((d for d in scene.actors.values() if d.kind == "country" and d.country == draft.country), draft)


def counterpart(scene: Scene, token: Token) -> list[Draft]:
    """ "His Russian counterpart": the person of that country at the level of whoever "his" is; plural: both."""
    owners = [d for c in scene.a.children(token.i, "nmod:poss") if (d := scene.actors.get(c.i)) is not None]
    country = None
    for child in scene.a.children(token.i, "amod", "compound", "nmod"):
        name = scene.names.get(child.i)
        if name is not None and name.geo is not None:
            country = name.geo.country
    level = owners[0].level if owners else None
    if country is None:
        return []

    def fits(d: Draft) -> bool:
        return (
            d.kind == "person"
            and d.country == country
            and (level is None or d.level in {None, level})
            and d not in owners
        )

    found = scene.recent(token.i, fits)
    return found[:1] or [_made(scene, token, "person", country, level)]


def role(scene: Scene, token: Token) -> list[Draft]:
    """ "His host", "her guest": the other of the last two people of one level."""
    owners = [d for c in scene.a.children(token.i, "nmod:poss") if (d := scene.actors.get(c.i)) is not None]
    if len(owners) != 1:
        return []
    found = scene.recent(token.i, lambda d: d.kind == "person" and d not in owners and d.level == owners[0].level)
    return found[:1]


def pronoun(scene: Scene, token: Token, kind: str) -> list[Draft]:
    """Who "he", "they" or "it" is: the subject of the clause or sentence before, of fitting number and gender."""
    word = token.text.lower()
    if kind == "many":
        return _they(scene, token)
    if kind == "thing":
        found = scene.recent(token.i, lambda d: d.kind in {"country", "organisation"})
        return found[:1]
    gender = "m" if word in titles.words("male") else "f" if word in titles.words("female") else ""
    barred = _coarguments(scene, token)
    found = scene.recent(token.i, lambda d: d.kind == "person" and d not in barred and d.gender in {"", gender})
    if not found or token.text.lower() == "who":
        return []
    best = max(found[:4], key=lambda d: _salience(scene, d, token))
    best.gender = best.gender or gender
    return [best]


def _salience(scene: Scene, draft: Draft, token: Token) -> float:
    """Subjects before others, near before far."""
    score = 0.0
    for i, d in scene.back(token.i):
        if d is draft:
            away = token.sent - scene.a.tokens[i].sent
            here = scene.a.tokens[i]
            subject = here.rel == "nsubj" or any(g.rel == "nsubj" for g in list(scene.a.ancestors(i))[:2])
            score = max(score, (3.0 if subject else 2.0) - 0.9 * away)
    return score


def _coarguments(scene: Scene, token: Token) -> list[Draft]:
    """Whoever is another argument of the same verb: "X met him" never means X."""
    if token.rel not in {"obj", "obl", "iobj"} or token.head < 0 or token.text.lower().endswith("self"):
        return []
    return [d for c in scene.a.children(token.head, "nsubj") if (d := scene.actors.get(c.i)) is not None]


def _they(scene: Scene, token: Token) -> list[Draft]:
    """ "They": the last coordinated pair or plural group before."""
    a = scene.a
    for i, draft in scene.back(token.i):
        conjuncts = [c for c in _conjuncts(a, i) if c in scene.actors and c < token.i]
        people = list(dict.fromkeys(scene.actors[c] for c in conjuncts))
        if len(people) > 1 and {p.kind for p in people} <= {"person", "country", "organisation"}:
            return people
        if draft.kind == "group":
            return [draft]
    return []


def resolvable(a: Analysis) -> Sequence[Token]:
    """Tokens that may stand for somebody: pronouns and the heads of descriptions."""
    return [t for t in a.tokens if t.upos in {"NOUN", "PRON", "DET", "NUM", "PROPN", "ADJ"}]
