"""Who and where: actors with all their mentions (names, titles, descriptions, pronouns) and places."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from parley.extract.mentions.describe import Scene, by_nation, describe, resolvable
from parley.extract.mentions.names import find_names, head_of
from parley.extract.mentions.others import cluster_others
from parley.extract.mentions.people import Draft, cluster_people
from parley.extract.mentions.places import find_places
from parley.extract.quotes import find_quotes
from parley.lexicon import titles, world
from parley.model.analysis import Analysis, Token
from parley.model.document import Document
from parley.model.mention import Actor, Place
from parley.model.span import Span


@dataclass(frozen=True)
class Mentions:
    """The actors and places of a text, and which of them each token stands for.

    ``by_token`` maps a token index to actor ids (several for a group whose members are known),
    ``place_by_token`` to a place id.
    """

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    by_token: dict[int, tuple[str, ...]]
    place_by_token: dict[int, str]

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {x.id: x for x in self.actors}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {x.id: x for x in self.places}

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by ``token`` denotes, known members for a group."""
        return tuple(self._actors[i] for i in self.by_token.get(token, ()))

    def actor_at(self, first: int, last: int) -> Actor | None:
        """The one actor that a token run names, the last one where it names several; None where it names none."""
        for i in range(last - 1, first - 1, -1):
            found = self.actors_of(i)
            if len(found) == 1:
                return found[0]
        return None

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names, or None."""
        found = next((self.place_by_token[i] for i in range(first, last) if i in self.place_by_token), None)
        return self._places[found] if found else None


def find_actors(a: Analysis, document: Document) -> Mentions:
    """Actors and places of an analysis; ``document`` gives the day against which offices are looked up."""
    names = find_names(a, document.published)
    written = datelines(a.text)
    spoken = [n for n in names if not any(x <= a.tokens[n.first].start < y for x, y in written)]
    by_token = {i: n for n in names for i in range(n.first, n.last)}
    drafts = [*cluster_people(a, spoken, by_token, document.published), *cluster_others(a, spoken)]
    tokens: dict[int, list[Draft]] = {}
    trail: list[tuple[int, Draft]] = []
    for draft in drafts:
        for first, last in draft.runs:
            trail.append((head_of(a, first, last).i, draft))
            for i in range(first, last):
                tokens[i] = [draft]
    trail.sort(key=lambda x: x[0])
    _titles(a, drafts, tokens)
    _ranks(drafts, trail)
    scene = Scene(a, by_token, {i: d[0] for i, d in tokens.items()}, trail, _quotations(a))
    made = _descriptions(scene, tokens)
    everyone = list(dict.fromkeys([*drafts, *made]))
    actors, ids = _actors(a, everyone, tokens)
    places, place_by_token = find_places(a, names)
    _place_heads(a, place_by_token)
    return Mentions(
        actors, places, {i: tuple(dict.fromkeys(ids[d] for d in found)) for i, found in tokens.items()}, place_by_token
    )


# "GENEVA, 14 March (HNW) –": the place of writing and the agency take no part in what is told.
DATELINE = re.compile(
    r"""^[^\W\d_][\w'’.\ -]{1,30}(?:,\ [\w'’.\ -]{2,25})?
        (?:,?\ (?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8})(?:,?\ \d{4})?)?\.?
        (?:\ ?\([^)\n]{2,40}\))?\ ?[–—-]{1,2}\ (?=\S)""",
    re.VERBOSE | re.MULTILINE,
)


def datelines(text: str) -> list[tuple[int, int]]:
    """Character ranges of datelines at the start of paragraphs: a place in capitals, or with a date or an agency."""
    out = []
    for match in DATELINE.finditer(text):
        words = match.group()
        if words.split(",")[0].split(" (")[0].strip(" –—-").isupper() or any(c.isdigit() or c == "(" for c in words):
            out.append(match.span())
    return out


def _titles(a: Analysis, drafts: list[Draft], tokens: dict[int, list[Draft]]) -> None:
    """The words of a role, and the noun that a name stands in apposition to, stand for the person."""
    for draft in drafts:
        for first, last in draft.runs:
            head = head_of(a, first, last)
            above = a.tokens[head.head] if head.head >= 0 else None
            if draft.kind == "person" and above is not None and head.rel in {"appos", "flat", "nmod:desc"}:
                inside = draft.role is not None and draft.role.first <= above.i < draft.role.last
                if inside and head.rel == "flat":
                    tokens[above.i] = [draft]  # "Peruvian | President Ana Lume", hung on the first word
                tokens.setdefault(above.i, [draft])
        if draft.role is not None and draft.kind == "person":
            for i in range(draft.role.first, draft.role.last):
                tokens.setdefault(i, [draft])


def _ranks(drafts: list[Draft], trail: list[tuple[int, Draft]]) -> None:
    """A counterpart or colleague has the rank of whoever was named last before."""
    for draft in drafts:
        if draft.kind == "person" and draft.level is None and draft.nouns & titles.words("counterparts"):
            first = min(draft.runs)[0]
            before = [d for i, d in trail if i < first and d.kind == "person" and d.level and d is not draft]
            draft.level = before[-1].level if before else None


def _descriptions(scene: Scene, tokens: dict[int, list[Draft]]) -> list[Draft]:
    """Resolve descriptions and pronouns in text order; what is resolved helps with what follows."""
    made: list[Draft] = []
    for token in resolvable(scene.a):
        if nation := by_nation(scene, token):
            _move(scene, token, tokens, nation[0])
            continue
        if token.i in tokens and token.i in scene.names:
            continue
        if token.i in tokens and token.upos != "PRON":
            continue
        found = describe(scene, token)
        if not found:
            continue
        tokens[token.i] = found
        if len(found) > 1:
            scene.several.append((token.i, found))
        for draft in found:
            if draft not in made:
                made.append(draft)
            if len(found) == 1:
                if (token.i, token.i + 1) not in draft.runs and not any(x <= token.i < y for x, y in draft.runs):
                    draft.runs.append((token.i, token.i + 1))
                scene.add(token.i, draft)
    return made


def _move(scene: Scene, token: Token, tokens: dict[int, list[Draft]], person: Draft) -> None:
    """Give a name that was taken for a country's to a person ("the Chilean")."""
    for draft in tokens.get(token.i, ()):
        draft.runs = [r for r in draft.runs if not r[0] <= token.i < r[1]] or draft.runs
    scene.trail[:] = [x for x in scene.trail if x[0] != token.i]
    tokens[token.i] = [person]
    person.runs.append((token.i, token.i + 1))
    scene.add(token.i, person)


def _quotations(a: Analysis) -> tuple[int, ...]:
    """For each token the number of the quotation that it stands in, -1 outside."""
    breaks = [i for i, c in enumerate(a.text) if c == "\n"]
    paragraphs = tuple(bisect_right(breaks, t.start) for t in a.tokens)
    out = [-1] * len(a.tokens)
    for k, quote in enumerate(find_quotes(a, paragraphs)):
        out[quote.first : quote.last] = [k] * (quote.last - quote.first)
    return tuple(out)


def _actors(
    a: Analysis, drafts: list[Draft], tokens: dict[int, list[Draft]]
) -> tuple[tuple[Actor, ...], dict[Draft, str]]:
    order = sorted(drafts, key=lambda d: min(d.runs))
    ids = {draft: f"a{k}" for k, draft in enumerate(order, 1)}
    out = []
    for draft in order:
        spans = sorted({Span.of(a.text, *a.chars(first, last)) for first, last in draft.runs})
        role = a.words(draft.role.first, draft.role.last) if draft.role else None
        code = world.plover_code(draft.code or draft.country, draft.level)
        name = _name(draft)
        out.append(Actor(ids[draft], name, draft.kind, role, draft.country, code, tuple(spans), (), draft.level))
    return tuple(out), ids


def _name(draft: Draft) -> str:
    """The fullest form; of a country its plain name rather than a demonym or a seat."""
    if draft.kind != "country":
        return max(draft.forms, key=lambda f: (len(f.split()), len(f)))
    plain = [f for f in draft.forms if any(g.kind == "name" for g in world.geo(f))]
    return max(plain or draft.forms, key=len)


def _place_heads(a: Analysis, place_by_token: dict[int, str]) -> None:
    """ "in the Libyan capital Tripoli": the noun that a place stands in apposition to names the place too."""
    for i, identity in list(place_by_token.items()):
        token = a.tokens[i]
        above = a.tokens[token.head] if token.head >= 0 else token
        kind_of_place = above.lemma.lower() in titles.words("settlements")
        if token.rel in {"appos", "flat", "nmod:desc", "compound"} and above is not token:
            country = world.country_code(token.text) is not None
            if token.rel == "appos" or (not country and kind_of_place):
                place_by_token.setdefault(above.i, identity)
        if token.deprel.startswith("nmod") and above is not token and kind_of_place:
            place_by_token.setdefault(above.i, identity)
