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

    office = office_of(scene, token)

    def fits(d: Draft) -> bool:
        return d.kind == "person" and d.level == whom and not titles.other_office(office, d.office(scene.a))

    found, told = scene.recent(token.i, fits), sides(scene.a, token)
    if told > len(found):
        found += [d for d in scene.coming(token.i, fits) if d not in found]
    return in_order(scene, token.i, found) if len(found) == (told or 2) and differ(found) else []


def office_of(scene: Scene, token: Token) -> str | None:
    """The office that a plural noun names with the words before it ("defence ministers"), None for none."""
    return titles.title_of([t.lemma for t in scene.a.tokens[max(0, token.i - 2) : token.i + 1]])


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
    if count == 2 and whom != "states" and (pair := _told_as_pair(scene, token, whom, doer)):
        return pair
    if whom == "any" and token.lemma.lower() not in SIDES:  # people before their countries
        known = scene.recent(token.i, lambda d: d.kind == "person" and d.level not in {None, "officials"})
        known = [d for d in known if d is not doer]
        pair = [d for d in known if known[0].level == d.level and (d is known[0] or d.country != known[0].country)]
        if len(pair) >= count:
            return in_order(scene, token.i, pair[:count])
    found: list[Draft] = []
    office = office_of(scene, token)
    for draft in scene.recent(token.i, _can_be(token, whom)):
        if draft.kind == "person" and titles.other_office(office, draft.office(scene.a)):
            continue
        if whom == "states":
            draft = _state_of(scene, draft)
        if draft is doer or (whom == "any" and found and draft.kind != found[0].kind):
            continue
        if draft not in found and all(draft.country is None or draft.country != d.country for d in found):
            found.append(draft)
        if len(found) == count:
            return in_order(scene, token.i, found)
    if whom == "leaders" and count == 2 and (pair := _of_no_rank(scene, token, doer)):
        return pair
    lesser = office is not None and " " in office and whom == "ministers"  # "the two defence ministers"
    return several(scene, token, "sides", count) if whom in {"leaders", "ministers"} and not lesser else []


def _told_as_pair(scene: Scene, token: Token, whom: str, doer: Draft | None) -> list[Draft]:
    """The two whom the text has met together last ("Lume and Sand"), if they can be those that the words mean.

    A third of that rank who was named since, in another sentence than that of the noun, leaves it open.
    """
    can, office = _can_be(token, whom), office_of(scene, token)

    def fits(d: Draft) -> bool:
        return can(d) and not (d.kind == "person" and titles.other_office(office, d.office(scene.a)))

    ranked = scene.recent(token.i, lambda d: d.kind == "person" and fits(d) and d is not doer)
    untold = whom == "leaders" and len(ranked) < 2  # two whose office the text does not tell may be meant

    def may_be(d: Draft) -> bool:
        return d.kind == "person" and (fits(d) or (untold and d.level is None and " " in max(d.forms, key=len)))

    for i, pair in _pairs_before(scene, token):
        known = all(may_be(d) for d in pair)
        if doer in pair or not known or not differ(pair):
            continue
        since = {d for k, d in scene.back(token.i) if i < k and d.kind == "person" and fits(d)} - set(pair)
        return [] if len(since) > 1 else in_order(scene, token.i, pair)
    return []


def _pairs_before(scene: Scene, token: Token) -> list[tuple[int, list[Draft]]]:
    """Pairs told before a token, the last first: named in one breath, or meant by "the two leaders"."""
    out = [(i, found) for i, found in scene.several if i < token.i and len(found) == 2]
    for i, draft in scene.back(token.i):
        joined = [scene.actors[k] for k in conjuncts(scene.a, i) if k in scene.actors and k < token.i]
        people = list(dict.fromkeys(joined))
        if len(people) == 2 and people[0] is draft:
            out.append((i, people))
    return sorted(out, key=lambda x: -x[0])


def _of_no_rank(scene: Scene, token: Token, doer: Draft | None) -> list[Draft]:
    """ "Both presidents" of whom the text gives no office, only the countries ("Chile's Ana Lume"): these two."""

    def fits(d: Draft) -> bool:
        return d.kind == "person" and d.level in {None, "leaders"} and d.country is not None and d is not doer

    found = scene.recent(token.i, fits)
    return in_order(scene, token.i, found) if len(found) == 2 and differ(found) else []


def _doer(scene: Scene, token: Token) -> Draft | None:
    """The subject of the verb whose object a noun is, also where another verb governs that ("plans to ring")."""
    if token.rel not in {"obj", "iobj", "obl"} or token.head < 0:
        return None
    verb = scene.a.tokens[token.head]
    while verb.rel == "xcomp" and verb.head >= 0 and not scene.a.children(verb.i, "nsubj"):
        verb = scene.a.tokens[verb.head]
    return next((scene.actors.get(t.i) for t in scene.a.children(verb.i, "nsubj")), None)


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
