"""Lists of people by word order: coordination is where trees go wrong most.

"The presidents of Iran and Guinea meet": a tree often ties the second president to a word inside the
first one's name. The words themselves tell where a list begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from parley.lexicon import world
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor, Place

AND = frozenset({"and", "&"})
INSIDE = frozenset({"of", "for"})  # prepositions inside a title ("president of Peru")
QUOTES = frozenset({'"', "“", "”", "'", "’", "''"})
REACH = 40  # tokens that a list may take up
NEAR = 14  # tokens that may stand between an encounter noun and its "between"


class Named(Protocol):
    """What this room needs of the mentions room."""

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token denotes."""
        ...

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names."""
        ...


def add(out: list[Actor], more: Iterable[Actor]) -> None:
    """Append the actors that are not there yet."""
    seen = {x.id for x in out}
    out += [x for x in more if x.id not in seen]


def enumerated(a: Analysis, named: Named, at: int, preposition: str) -> list[Actor]:
    """Those named after "between" or "with": read on until a verb, a clause or another preposition."""
    start = _preposition(a, at, preposition)
    return _listed(a, named, start + 1) if start is not None else []


def _preposition(a: Analysis, at: int, preposition: str) -> int | None:
    """Where "between" stands behind a noun, a time or a place between them ("talks later this week between")."""
    last = min(a.sentences[a.tokens[at].sent].last, at + NEAR)
    start = next((k for k in range(at + 1, last) if a.tokens[k].text == preposition), None)
    if start is None or any(_closes(t) for t in a.tokens[at + 1 : start]):
        return None
    return start


def _closes(t: Token) -> bool:
    return (t.upos in {"VERB", "AUX", "SCONJ"} and t.xpos != "VBN") or t.text in {".", ";", ":", "(", ")"}


def _listed(a: Analysis, named: Named, first: int) -> list[Actor]:
    """Two or more actors joined by "and", read from left to right."""
    out: list[Actor] = []
    joined = False
    last = a.sentences[a.tokens[first - 1].sent].last
    for k in range(first, min(first + REACH, last)):
        token = a.tokens[k]
        found = named.actors_of(k)
        if token.text.lower() in AND:
            joined = True
        elif found:
            titular = _in_title(a, named, k) or _of_person(a, named, k) or of_state(a, named, k)
            if not (_owner(a, k) or _attribute(a, k) or titular):
                add(out, found)
        elif _ends_list(token) or (joined and len(out) > 1 and token.text == ","):
            break
    out = without_shadows(out)
    return out if len(out) > 1 and joined else []


def _owner(a: Analysis, k: int) -> bool:
    """Whether a name or pronoun only tells whose somebody or something is ("Peru's envoy", "his peers")."""
    return a.tokens[k].xpos == "PRP$" or (k + 1 < len(a.tokens) and a.tokens[k + 1].text in {"'s", "’s"})


def _attribute(a: Analysis, k: int) -> bool:
    """Whether a demonym only describes the next noun ("the Chilean and biotech firm"), unless joined to another."""
    if a.tokens[k].upos != "ADJ" or not world.is_demonym(a.tokens[k].text):
        return False
    near = [a.tokens[j] for j in (k - 1, k + 1, k + 2) if 0 <= j < len(a.tokens)]
    joined = any(t.text.lower() in AND for t in near)
    return not (
        joined
        and any(world.is_demonym(t.text) for j in (k - 2, k + 2) if 0 <= j < len(a.tokens) for t in [a.tokens[j]])
    )


def _in_title(a: Analysis, named: Named, k: int) -> bool:
    """Whether an organisation only stands in the title of the person named next ("Unity Party leader | Okoye")."""
    mine = named.actors_of(k)
    if not mine or mine[0].kind != "organisation":
        return False
    for t in a.tokens[k + 1 : k + 8]:
        found = named.actors_of(t.i)
        if any(x.kind == "person" for x in found):
            return True
        if t.upos not in {"NOUN", "PROPN", "ADJ", "ADP"} or t.text.lower() in {"between", "with"}:
            return False
    return False


def _of_person(a: Analysis, named: Named, k: int) -> bool:
    """Whether a country or body only tells what somebody leads ("Ana Soto, the head of | Unity Party")."""
    j = k - 1
    while j > 0 and (a.tokens[j].upos in {"DET", "ADJ"} or set(named.actors_of(j)) & set(named.actors_of(k))):
        j -= 1
    people = [x for x in named.actors_of(j - 1) if x.kind == "person"] if j else []
    return a.tokens[j].text.lower() == "of" and bool(people) and not any(x in people for x in named.actors_of(k))


def of_state(a: Analysis, named: Named, i: int) -> tuple[Actor, ...]:
    """ "His peers of Peru, Ana Lume, and of Chile, | Bo Sand": the person named behind the comma, of that state."""
    if i == 0 or i + 2 >= len(a.tokens) or a.tokens[i - 1].text.lower() != "of" or a.tokens[i + 1].text != ",":
        return ()
    behind = named.actors_of(i + 2)
    states = {x.country for x in named.actors_of(i)} - {None}
    return behind if len(behind) == 1 and behind[0].kind == "person" and behind[0].country in states else ()


def owner_before(a: Analysis, named: Named, i: int) -> list[Actor]:
    """Who owns a noun by word order: named before the "'s" of its phrase ("Ana Soto | 's planned visit")."""
    k, first = i - 1, a.sentences[a.tokens[i].sent].first
    while k > first and a.tokens[k].upos in {"ADJ", "NOUN", "NUM", "ADV"} and not named.actors_of(k):
        k -= 1
    return list(named.actors_of(k - 1)) if k > first and a.tokens[k].text in {"'s", "’s"} else []


def _ends_list(t: Token) -> bool:
    if t.rel == "flat":
        return False
    foreign = t.upos == "ADP" and t.text.lower() not in INSIDE
    verb = t.upos == "VERB" and t.deprel != "amod"  # "the Tobruk-led government" goes on
    return verb or t.upos in {"AUX", "SCONJ"} or foreign or t.text in {";", ":", "(", ")"}


def following(a: Analysis, named: Named, at: int) -> list[Actor]:
    """The one named right after "with", where the tree ties "with" to another word."""
    last = a.sentences[a.tokens[at].sent].last
    start = next((k for k in range(at + 1, min(at + NEAR, last)) if a.tokens[k].text == "with"), None)
    if start is None or any(_between(t) for t in a.tokens[at + 1 : start]):
        return []
    return right_behind(a, named, start)


def right_behind(a: Analysis, named: Named, at: int) -> list[Actor]:
    """The one named right behind a verb or preposition, titles read through ("met Peruvian president | Ana Soto")."""
    out: list[Actor] = []
    for k in range(at + 1, min(at + 12, a.sentences[a.tokens[at].sent].last)):
        token = a.tokens[k]
        if not named.actors_of(k) and (_ends_list(token) or token.upos in {"PUNCT", "CCONJ"}):
            break
        if not _owner(a, k) and not _attribute(a, k):
            found = named.actors_of(k)
            out = [x for x in out if x.id not in {y.id for y in found}] + list(found)
    return without_shadows(out)[-1:]


def _between(t: Token) -> bool:
    verb = t.upos == "VERB" and t.xpos != "VBN" and t.rel != "case"  # "regarding" is no verb
    return verb or (t.upos == "PUNCT" and t.text not in QUOTES)


def before_verb(a: Analysis, named: Named, verb: int) -> list[Actor]:
    """Those joined by "and" right before a verb: its subject, where the tree sees the first of them only.

    Read backwards from the verb to the beginning of the clause. What an opening phrase names ("In
    Geneva, ...") is no part of the list, nor is whoever stands before another verb.
    """
    first = a.sentences[a.tokens[verb].sent].first
    k = verb - 1
    while k >= first and a.tokens[k].upos in {"AUX", "PART", "ADV"}:
        k -= 1
    k = _before_aside(a, k, first)
    end, stop = k + 1, None
    while k >= max(first, verb - REACH):
        token = a.tokens[k]
        if _ends_list(token) and not named.actors_of(k):
            stop = token
            break
        k -= 1
    begin = k + 1
    if stop is not None and stop.upos in {"VERB", "AUX", "ADP"}:
        begin = next((j + 1 for j in range(begin, end) if a.tokens[j].text == ","), end)
    return _joined(a, named, begin, end)


def _before_aside(a: Analysis, k: int, first: int) -> int:
    """Where the words go on before an aside between commas ("Okoye and Lindqvist, in a call, | discussed")."""
    if k <= first or a.tokens[k].text != ",":
        return k
    opens = next((j for j in range(k - 1, max(first, k - 14), -1) if a.tokens[j].text == ","), None)
    aside = opens is not None and a.tokens[opens + 1].upos in {"ADP", "VERB", "SCONJ"}
    return opens - 1 if opens is not None and aside else k


def _joined(a: Analysis, named: Named, begin: int, end: int) -> list[Actor]:
    """The actors of a run of tokens, if "and" stands between two of them and the last is named after it."""
    out: list[Actor] = []
    seen_and = 0
    after_and = False
    for k in range(begin, end):
        if a.tokens[k].text.lower() in AND and out:
            seen_and, after_and = k, False
        aside = _owner(a, k) or _attribute(a, k) or _in_title(a, named, k)
        found = [] if aside else list(named.actors_of(k))
        if found and seen_and and any(x.id not in {y.id for y in out} for x in found):
            after_and = True
        add(out, found)
    out = without_shadows(out)
    return out if seen_and and after_and and len(out) > 1 else []


def without_shadows(actors: list[Actor]) -> list[Actor]:
    """Leave out countries and offices that only stand in the title of a person of the list."""
    return [x for x in actors if x.kind == "person" or not any(shadow(x, y) or inside(x, y) for y in actors)]


def inside(x: Actor, y: Actor) -> bool:
    """Whether one group is only named inside the words of the other ("the opposition" of "opposition leaders")."""
    return x.kind == y.kind == "group" and x.id != y.id and x.name.lower() in y.name.lower().split()


def shadow(x: Actor, y: Actor) -> bool:
    """Whether one is only the country or body of the other, named in his title."""
    if "organisation" in {x.kind, y.kind} and x.country is not None and world.is_state(x.country):
        return False  # a movement or party of the same country is a side of its own
    return x.country is not None and x.country == y.country and "person" in {x.kind, y.kind} and x.kind != y.kind
