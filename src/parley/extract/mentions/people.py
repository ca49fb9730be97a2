"""Which names are the same person, body or country: clusters of names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from parley.extract.mentions.names import Name
from parley.extract.mentions.roles import Role, role_of
from parley.lexicon import titles, world
from parley.lexicon.genders import gender
from parley.lexicon.people import Holder
from parley.model.analysis import Analysis
from parley.model.encounter import Level
from parley.model.mention import ActorKind


@dataclass
class Draft:
    """One actor in the making: its names (token runs), the forms met, and what is known of it."""

    kind: ActorKind
    forms: list[str] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)
    role: Role | None = None
    country: str | None = None
    level: Level | None = None
    code: str | None = None
    gender: str = ""  # as the name or a title tells; ``called`` counts the pronouns taken for the person
    called: Counter[str] = field(default_factory=Counter)
    members: list[Draft] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    home: str | None = None  # the state beside the name ("Eva Roca of Peru", "Peru's Eva Roca")

    def __hash__(self) -> int:
        return id(self)

    def office(self, a: Analysis) -> str | None:
        """The title in the words of the role, None where the text gives none."""
        return titles.title_of([t.text for t in a.tokens[self.role.first : self.role.last]]) if self.role else None


def person_words(a: Analysis, name: Name) -> list[str]:
    """The words of a person's name without titles of address."""
    words = [t.text for t in a.tokens[name.first : name.last] if t.text not in {"-", "'s", "’s", ","}]
    while len(words) > 1 and (words[0] in titles.address() or words[0].lower() in titles.titles()):
        words = words[1:]
    return words


def cluster_people(a: Analysis, names: list[Name], by_token: dict[int, Name], day: str | None) -> list[Draft]:
    """Persons of a text: full names first, then surnames and given names that fit one of them."""
    found = [n for n in names if n.label == "PER"]
    told = {n.geo.country for n in names if n.geo is not None}
    drafts: list[Draft] = []
    for name in sorted(found, key=lambda n: (len(person_words(a, n)) < 2, n.first)):
        words = person_words(a, name)
        if not words:
            continue
        draft = _same(words, drafts, name.first)
        if draft is None:
            draft = Draft("person")
            drafts.append(draft)
        draft.forms.append(_exact(a, name, words))
        draft.runs.append((name.first, name.last))
        draft.words.update(world.fold(w) for w in words)
        _address(a, name, draft)
        draft.home = draft.home or home_of(a, name, by_token)
        role = role_of(a, name, by_token)
        if role is not None:
            draft.nouns.update(t.lemma.lower() for t in a.tokens[role.first : role.last])
            draft.gender = draft.gender or next((g for n in draft.nouns if (g := titles.gendered().get(n))), "")
            if draft.role is None or (draft.role.country is None and role.country):
                draft.role = role
    for draft in drafts:
        _settle(a, draft, day, told)
    return sorted(drafts, key=lambda d: min(d.runs))


def home_of(a: Analysis, name: Name, by_token: dict[int, Name]) -> str | None:
    """The state right behind a person's name, or owning it: "Eva Roca of Peru", "Peru's Eva Roca"."""
    if name.first > 1 and a.tokens[name.first - 1].text in {"'s", "’s"}:
        owner = by_token.get(name.first - 2)
        state = owner is not None and owner.label == "LOC" and owner.geo is not None and owner.geo.kind == "name"
        return owner.geo.country if state and owner is not None and owner.geo is not None else None
    k = name.last
    if k + 1 >= len(a.tokens) or a.tokens[k].text.lower() != "of":
        return None
    k += 2 if a.tokens[k + 1].text.lower() == "the" else 1
    place = by_token.get(k)
    known = place is not None and place.geo is not None and place.first == k and place.geo.kind == "name"
    return place.geo.country if known and place is not None and place.geo is not None else None


def _same(words: list[str], drafts: list[Draft], at: int) -> Draft | None:
    """The person that a name can stand for; of several the one named last before it."""
    fit = [d for d in drafts if any(_fits(words, form.replace("-", " ").split()) for form in d.forms)]
    if not fit:
        return None
    before = [d for d in fit if any(r[0] < at for r in d.runs)]
    return max(before, key=lambda d: max(r[0] for r in d.runs if r[0] < at)) if before else fit[0]


def _fits(mine: list[str], theirs: list[str]) -> bool:
    """Whether two names can be one person's: the same surname, and given names that do not differ."""
    if len(mine) == 1 or len(theirs) == 1:
        short, long = (mine, theirs) if len(mine) == 1 else (theirs, mine)
        ends = [long[-1], long[0], world.surname(" ".join(long))] if len(long) > 1 else long
        return any(world.same_name(short[0], w) for w in ends) or (
            len(long) > 2 and world.fold(short[0]) in map(world.fold, long[1:])
        )
    if not world.same_name(world.surname(" ".join(mine)), world.surname(" ".join(theirs))):
        return False
    first, second = world.fold(mine[0]), world.fold(theirs[0])
    return first[:1] == second[:1] or world.same_name(mine[0], theirs[0]) or first in map(world.fold, theirs)


def _exact(a: Analysis, name: Name, words: list[str]) -> str:
    """The name as it stands in the text, from its first kept word on."""
    start = next(t.start for t in a.tokens[name.first : name.last] if t.text == words[0])
    end = next(t.end for t in reversed(a.tokens[name.first : name.last]) if t.text == words[-1])
    return a.text[start:end]


def _address(a: Analysis, name: Name, draft: Draft) -> None:
    for i in (name.first - 1, name.first):
        if i >= 0 and a.tokens[i].text in titles.address():
            draft.gender = draft.gender or titles.address()[a.tokens[i].text]


def _settle(a: Analysis, draft: Draft, day: str | None, told: set[str | None]) -> None:
    """Country and level: from the role in the text, else from the dated holders of offices, if they agree.

    Of several countries (a president who is a co-prince elsewhere) the one that the text names counts.
    """
    if draft.role is not None and draft.role.country is None:
        words = a.words(draft.role.first, draft.role.last)
        alone = titles.unique(words)
        draft.role = replace(draft.role, country=alone or None)
    draft.gender = draft.gender or gender(max(draft.forms, key=lambda f: len(f.split())))
    if draft.role is not None:
        draft.country, draft.level = draft.role.country, draft.role.level
    if draft.country is None:
        draft.country = draft.home
    if draft.country is not None and draft.level is not None:
        return
    full = max(draft.forms, key=len)
    holders = [h for h in world.holders(full, on=day) if len(full.split()) > 1 or _by_surname(h, day, told)]
    if len({h.country for h in holders}) > 1:
        holders = [h for h in holders if h.country in told] or holders
    countries = {h.country for h in holders}
    if holders and (len(countries) == 1 or len(full.split()) > 1) and draft.country in {None, holders[0].country}:
        draft.country = draft.country or holders[0].country
        draft.nouns.update(holders[0].title.lower().split())
        draft.level = draft.level or next(
            (x for x in ("leaders", "ministers", "officials") if x == holders[0].level), None
        )


def _by_surname(h: Holder, day: str | None, told: set[str | None]) -> bool:
    """Whether a bare surname may be this holder's: in office that day, and a leader or of a country in the text."""
    return _held_on(h.since, h.until, day) and (h.level == "leaders" or h.country in told)


def _held_on(since: str | None, until: str | None, day: str | None) -> bool:
    """Whether an office was held on a day, open ends included."""
    return day is not None and (since is None or since[:10] <= day[:10]) and (until is None or day[:10] <= until[:10])
