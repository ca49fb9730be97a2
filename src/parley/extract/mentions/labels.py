"""One label for the same words: what is a person's name here is one there too."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from parley.extract.mentions.name import Name
from parley.lexicon import cues, places, titles, world
from parley.lexicon.fold import name_key
from parley.lexicon.genders import given
from parley.model.analysis import Analysis

WHERE = frozenset({"in", "at", "near", "outside"})
POSSESSIVE = frozenset({"'s", "’s"})
TITLED = 2  # votes that a title before a name is worth
Full = tuple[list[str], int]  # the words of a person's full name, and how often it stands in the text


def agreed(a: Analysis, found: list[Name], day: str | None) -> list[Name]:
    """Names with the label that fits them best in the whole text; names of states and bodies keep theirs."""
    votes: dict[str, Counter[str]] = {}
    for name in found:
        counter = votes.setdefault(_key(a, name), Counter())
        counter[name.label] += 1
        counter["PER"] += TITLED if name.geo is None and name.label != "PER" and titled(a, name) else 0
    full: list[Full] = [(words.split(), n["PER"]) for words, n in votes.items() if n["PER"] and " " in words]
    for words, labels in votes.items():  # a surname alone goes with the full name
        labels["PER"] += sum(2 * n for parts, n in full if words in {parts[-1], parts[0]} and words != " ".join(parts))
    return [_with_label(a, n, votes[_key(a, n)], full, day) for n in found]


def repeated(a: Analysis, names: list[Name]) -> list[Name]:
    """Surnames that the engine left out: a name of its own that ends somebody's full name is that person again."""
    taken = {i for n in names for i in range(n.first, n.last)}
    last = {a.tokens[n.last - 1].text for n in names if n.label == "PER" and n.geo is None and n.last - n.first > 1}
    return [
        Name(t.i, t.i + 1, "PER")
        for t in a.tokens
        if t.i not in taken and t.upos == "PROPN" and t.text in last and _alone(a, t.i, taken) and not world.geo(t.text)
    ]


def _alone(a: Analysis, i: int, taken: set[int]) -> bool:
    """Whether no other capitalised name stands right beside a word ("Sand Bank", "Port Lume")."""
    beside = [k for k in (i - 1, i + 1) if 0 <= k < len(a.tokens) and a.tokens[k].sent == a.tokens[i].sent]
    return not any(k in taken or (a.tokens[k].upos == "PROPN" and not _title(a.tokens[k].text)) for k in beside)


def _title(word: str) -> bool:
    return word in titles.address() or word.lower() in titles.title_words()


def _key(a: Analysis, name: Name) -> str:
    return world.fold(a.words(name.first, name.last))


def titled(a: Analysis, name: Name) -> bool:
    """Whether a name stands right behind a title of address or office: "Mr Lagos", "Minister Lagos"."""
    if name.first == 0:
        return False
    if a.tokens[name.first].rel == "appos" and _peer(a, name):
        return True
    word = a.tokens[name.first - 1].text
    if word in POSSESSIVE and _of_state(a, name.first - 2):  # "Portugal's | Duarte Vasconcelos"
        return name.last - name.first > 1 and a.tokens[name.first].text.lower() in given()
    office = word.lower() in titles.title_words() and not (
        name.last < len(a.tokens) and a.tokens[name.last].upos in {"NOUN", "PROPN"}
    )
    return word in titles.address() or office


def _peer(a: Analysis, name: Name) -> bool:
    """Whether a name is that of "her Portuguese counterpart", with or without a comma."""
    before = a.tokens[max(0, name.first - 2) : name.first]
    words = [t.text.lower() for t in before if t.text != ","]
    return bool(words) and words[-1] in titles.words("counterparts")


def _of_state(a: Analysis, i: int) -> bool:
    return i >= 0 and any(g.kind == "name" for g in world.geo(a.tokens[i].text))


def _with_label(a: Analysis, name: Name, votes: Counter[str], full: list[Full], day: str | None) -> Name:
    words = a.words(name.first, name.last)
    if name.geo is not None:
        mine = titled(a, name) and any(world.fold(words) == parts[-1] for parts, _ in full)
        return replace(name, label="PER", geo=None) if mine else name
    if words in cues.outlets():
        return replace(name, label="ORG")
    label = votes.most_common(1)[0][0]
    if label == "PER" and _is_where(a, name, words, full):
        label = "LOC"
    if label in {"LOC", "ORG"} and places.place(words) is None and in_office(words, day):
        label = "PER"
    return replace(name, label=label)


def _is_where(a: Analysis, name: Name, words: str, full: list[Full]) -> bool:
    """Whether a town of the lexicon, taken for a person, stands where something happens and belongs to no full name."""
    if name.last - name.first > 2 or titled(a, name) or places.place(words) is None:
        return False
    if any(world.fold(words) in {parts[0], parts[-1]} for parts, _ in full):
        return False
    return name.first > 0 and a.tokens[name.first - 1].text.lower() in WHERE


def in_office(words: str, day: str | None) -> bool:
    """Whether words are exactly the name of somebody who led a state on that day."""
    if day is None:
        return False
    found = [h for h in world.holders(words, on=day) if h.level == "leaders"]
    key = name_key(words)
    return any(key in {name_key(h.name), name_key(h.surname)} and _covers(h.since, h.until, day) for h in found)


def _covers(since: str | None, until: str | None, day: str) -> bool:
    return (since is None or since <= day[: len(since)]) and (until is None or day[: len(until)] <= until)
