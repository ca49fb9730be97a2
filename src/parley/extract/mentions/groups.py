"""Several at once: "both sides", "the two presidents", "leaders of Chad and Niger", "they"."""

from __future__ import annotations

from collections.abc import Callable

from parley.extract.mentions.people import Draft
from parley.extract.mentions.phrase import made, modifiers_country
from parley.extract.mentions.scene import Scene
from parley.lexicon import titles
from parley.model.analysis import Analysis, Token

SIDES = frozenset({"side", "party", "delegation"})


def number(a: Analysis, token: Token) -> int:
    """How many a plural noun tells ("both", "three"), 0 where it does not."""
    for child in a.children(token.i, "nummod", "det", "amod", "det:predet"):
        if child.text.lower() in titles.counts("numbers"):
            return titles.counts("numbers")[child.text.lower()]
    return 0


def sides(a: Analysis, token: Token) -> int:
    """How many sides the encounter has to which a noun belongs ("trilateral meeting of the leaders"), 0 if untold."""
    if token.head < 0:
        return 0
    words = [c.text.lower() for c in a.children(token.head, "amod", "compound")]
    return next((titles.counts("sided")[w] for w in words if w in titles.counts("sided")), 0)


def state(scene: Scene, token: Token) -> list[Draft]:
    """ "The country", "the kingdom": the state named last; "a friendly country" is one without a name."""
    if modifiers_country(scene, token) is not None:
        return []
    article = {c.text.lower() for c in scene.a.children(token.i, "det", "nmod:poss")}
    described = scene.a.children(token.i, "amod", "acl", "nmod")
    if article & {"the", "this", "that"} and not described:
        return scene.recent(token.i, lambda d: d.kind == "country")[:1]
    if article & {"a", "an"} and described:
        return [made(scene, token, "group", None, None)]
    return []


def conjuncts(a: Analysis, i: int) -> list[int]:
    """A nominal and all that is coordinated with it."""
    return [i, *(k for c in a.children(i, "conj") for k in conjuncts(a, c.i))]


def all_known(scene: Scene, token: Token, whom: str) -> list[Draft]:
    """ "The ministers", with no number: the two that the text has named so far, where it has named just two.

    Of a meeting that is said to have three sides, the three that the whole text names.
    """
    if whom not in {"leaders", "ministers"}:
        return []

    def fits(d: Draft) -> bool:
        return d.kind == "person" and d.level == whom

    found, told = scene.recent(token.i, fits), sides(scene.a, token)
    if told > len(found):
        found += [d for d in scene.coming(token.i, fits) if d not in found]
    return in_order(scene, token.i, found) if len(found) == (told or 2) and differ(found) else []


def in_order(scene: Scene, at: int, found: list[Draft]) -> list[Draft]:
    """Actors in the order in which the words before named them last."""
    last: dict[Draft, int] = {}
    for i, draft in scene.back(at):
        last.setdefault(draft, i)
    return sorted(found, key=lambda d: last.get(d, -1))


def differ(found: list[Draft]) -> bool:
    """Whether all are of different countries, as far as these are known."""
    known = [d.country for d in found if d.country is not None]
    return len(known) == len(set(known))


def several(scene: Scene, token: Token, whom: str, count: int) -> list[Draft]:
    """ "The two presidents", "both sides": the last so many that fit, all different; of one country only one.

    Whoever does something to them ("she telephoned both presidents") is none of them; people and states do not mix.
    """
    doer = _doer(scene, token)
    if whom == "any" and token.lemma.lower() not in SIDES:  # people before their countries
        known = scene.recent(token.i, lambda d: d.kind == "person" and d.level not in {None, "officials"})
        known = [d for d in known if d is not doer]
        pair = [d for d in known if known[0].level == d.level and (d is known[0] or d.country != known[0].country)]
        if len(pair) >= count:
            return in_order(scene, token.i, pair[:count])
    found: list[Draft] = []
    for draft in scene.recent(token.i, _can_be(token, whom)):
        if whom == "states":
            draft = _state_of(scene, draft)
        if draft is doer or (whom == "any" and found and draft.kind != found[0].kind):
            continue
        if draft not in found and all(draft.country is None or draft.country != d.country for d in found):
            found.append(draft)
        if len(found) == count:
            return in_order(scene, token.i, found)
    return several(scene, token, "sides", count) if whom in {"leaders", "ministers"} else []


def _doer(scene: Scene, token: Token) -> Draft | None:
    """The subject of the verb whose object a noun is."""
    if token.rel not in {"obj", "iobj", "obl"} or token.head < 0:
        return None
    return next((scene.actors.get(t.i) for t in scene.a.children(token.head, "nsubj")), None)


def _can_be(token: Token, whom: str) -> Callable[[Draft], bool]:
    """Whether an actor can be one of several: of the level, a state, of fitting gender."""
    if whom == "states":
        return lambda d: d.country is not None
    if whom == "people":
        gender = {"man": "m", "woman": "f"}.get(token.lemma.lower(), "")
        return lambda d: d.kind == "person" and d.level != "officials" and d.gender in {"", gender or d.gender}
    if whom in {"any", "sides"}:
        kinds = {"person", "country", "organisation"} if whom == "any" else {"person", "country"}
        return lambda d: d.kind in kinds and d.level != "officials"
    return lambda d: d.kind == "person" and d.level == whom


def _state_of(scene: Scene, draft: Draft) -> Draft:
    return next((d for d in scene.actors.values() if d.kind == "country" and d.country == draft.country), draft)
