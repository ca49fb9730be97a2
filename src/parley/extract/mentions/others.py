"""Which names are the same country or body: clusters of names that are no person's."""

from __future__ import annotations

from collections.abc import Iterable

from parley.extract.mentions.names import Name, head_of
from parley.extract.mentions.people import Draft
from parley.lexicon import world
from parley.model.analysis import Analysis
from parley.model.mention import ActorKind

# A town behind one of these is a place, whatever its government does.
INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "through", "via", "off", "across"})
LONGEST_SHORT = 6  # letters of an abbreviation
LOOSE = frozenset({"root", "dep", "appos", "parataxis", "list", "discourse", "orphan"})
GOING = frozenset({"to", "from", "for", "towards", "toward", "on"})


def cluster_others(a: Analysis, names: Iterable[Name]) -> list[Draft]:
    """Countries and bodies of a text: by code where the lexicon knows them, else by words and abbreviations."""
    drafts: dict[str, Draft] = {}
    for name in names:
        if name.label == "PER":
            continue
        adjective = name.label == "DEM" and name.geo is None and a.tokens[name.last - 1].xpos not in {"NNS", "NNPS"}
        if adjective or only_where(a, name):
            continue
        words = a.words(name.first, name.last)
        key = name.geo.code if name.geo is not None else world.fold(words)
        country = name.geo.country if name.geo is not None else None
        if name.geo is None:
            if name.label == "LOC":
                continue
            key = _abbreviated(words, drafts) or key
            country = _inside(a, name)
        draft = drafts.setdefault(key, Draft(_kind(name)))
        draft.forms.append(words)
        draft.runs.append((name.first, name.last))
        draft.country = draft.country or country
        draft.code = draft.code or (name.geo.code if name.geo else None)
        _bracketed(a, name, drafts, draft)
    return list(drafts.values())


def _kind(name: Name) -> ActorKind:
    if name.geo is None and name.label == "DEM":
        return "group"
    if name.geo is None or name.geo.kind == "body":
        return "organisation"
    return "country"


def _inside(a: Analysis, name: Name) -> str | None:
    """The country in or right before a body's name ("Turkish Foreign Ministry")."""
    low = max(a.sentences[a.tokens[name.first].sent].first, name.first - 2)
    texts = [t.text for t in a.tokens]
    for i in [*range(name.first, name.last), *range(name.first - 1, low - 1, -1)]:
        match = world.longest_match(texts, i)
        if match is not None and match[1].kind in {"demonym", "name"}:
            return match[1].country
    return None


def _bracketed(a: Analysis, name: Name, drafts: dict[str, Draft], draft: Draft) -> None:
    """ "the Sobat Renewal Front (SRF)": the abbreviation stands for the same body from here on."""
    i = name.last
    if i + 2 < len(a.tokens) and a.tokens[i].text == "(" and a.tokens[i + 2].text == ")":
        short = a.tokens[i + 1].text
        if short.isupper() and 2 <= len(short) <= LONGEST_SHORT and short[0] == a.words(name.first, name.last)[0]:
            known = world.body(short)
            drafts.setdefault(known.code if known is not None else world.fold(short), draft)
            draft.code = draft.code or (known.code if known is not None else None)
            draft.country = draft.country or (known.country if known is not None else None)


def _abbreviated(words: str, drafts: dict[str, Draft]) -> str | None:
    """A body whose full name begins or ends with these words ("the Front"), or whose initials they are."""
    if world.fold(words) in drafts:
        return world.fold(words)
    for key, draft in drafts.items():
        for form in draft.forms:
            parts = form.split()
            initials = "".join(p[0] for p in parts if p[0].isupper())
            if draft.code is None and len(parts) > 1 and (words in {initials, parts[-1], " ".join(parts[:2])}):
                return key
    return None


def only_where(a: Analysis, name: Name) -> bool:
    """Whether a town's name only says where: "in Moscow", "flew to Moscow", "Tripoli, Libya"; not "Moscow said"."""
    if name.geo is None or name.geo.kind not in {"capital", "city"}:
        return False
    if name.geo.kind == "city" or not name.geo.government:
        return True
    head = head_of(a, name.first, name.last)
    if head.rel in LOOSE:
        return True
    cases = {c.text.lower() for c in a.children(head.i, "case")}
    above = a.tokens[head.head] if head.head >= 0 else None
    going = bool(cases & GOING) and above is not None and above.upos == "VERB" and head.rel == "obl"
    following = name.last + 1 < len(a.tokens) and a.tokens[name.last].text == ","
    match = world.longest_match([t.text for t in a.tokens[name.last + 1 : name.last + 5]], 0) if following else None
    own_state = match is not None and match[1].kind == "name" and match[1].code == name.geo.code
    return bool(cases & INSIDE) or going or own_state
