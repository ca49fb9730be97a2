"""Names side by side in one sentence, each kept whole and in a place of its own.

Where the same words stand twice ("President Putin and President Xi", "X spoke with Y"), a tree tends to hang the
second title or name on the first. On news one title in fifteen is hung so; the person behind it then belongs to
nobody's list, agent or object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model.analysis import Token, TokenSpan

REACH = 5  # words from a title to its name: "president of Peru Rosa Quintana"
BREAKS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "PRON", "SCONJ"})


def rehang_names(tokens: Sequence[Token], names: Sequence[TokenSpan]) -> tuple[Token, ...]:
    """The tokens with every person's name whole, and every title hung on the person right behind it."""
    out = list(tokens)
    people = {s.first: s.last for s in names if s.label == "PER"}
    owner = {i: first for first, last in people.items() for i in range(first, last)}
    for token in tokens:
        if token.deprel == "nmod:desc" and 0 <= token.head < token.i:
            name = next((k for k in range(token.i + 1, token.i + 1 + REACH) if k in people), None)
            if name is not None and _one_phrase(out, token.i, name):
                _apply(out, _with_own_title(out, token.i, name, people[name]))
    for first, last in people.items():
        _apply(out, _whole(out, first, last, owner))
    return tuple(out)


def _apply(tokens: list[Token], changed: Sequence[Token]) -> None:
    """Take the changed tokens over where the sentence stays a tree."""
    before = [tokens[t.i] for t in changed]
    for t in changed:
        tokens[t.i] = t
    if any(_in_circle(tokens, t.i) for t in changed):
        for t in before:
            tokens[t.i] = t


def _in_circle(tokens: Sequence[Token], i: int) -> bool:
    seen: set[int] = set()
    while i >= 0 and i not in seen:
        seen.add(i)
        i = tokens[i].head
    return i >= 0


def _one_phrase(tokens: Sequence[Token], title: int, name: int) -> bool:
    between = tokens[title + 1 : name]
    same = tokens[title].sent == tokens[name].sent
    return same and not any(t.upos in BREAKS and t.text != "-" for t in between)


def _with_own_title(tokens: Sequence[Token], title: int, name: int, last: int) -> list[Token]:
    """Title under name; the name goes where the title hung; what led in the title leads in the name."""
    above, own = tokens[title].head, tokens[name].head
    changed = [replace(tokens[title], head=name)]
    if title <= own < last or own == above:  # the name has no place of its own in the sentence
        changed.append(_placed(tokens, above, name, title))
    led = [t for t in tokens[above + 1 : last] if t.head == title and t.i != name]
    return changed + [replace(t, head=name) for t in led if t.rel in {"case", "cc", "punct", "flat", "mark"}]


def _whole(tokens: Sequence[Token], first: int, last: int, owner: dict[int, int]) -> list[Token]:
    """The parts of a name hang on its first word, and that hangs on no part of another name."""
    parts = [t for t in tokens[first + 1 : last] if t.deprel == "flat" and owner.get(t.head, first) != first]
    changed = [replace(t, head=first) for t in parts]
    head = tokens[first].head
    if tokens[first].deprel == "flat" and head < first and owner.get(head, first) != first:
        changed.append(_placed(tokens, owner[head], first, first))
    if tokens[first].deprel == "flat" and head >= last and (verb := _does(tokens, last)) is not None:
        changed.append(replace(tokens[first], head=verb.i, deprel="nsubj"))  # no name goes on behind its verb
    return changed


def _does(tokens: Sequence[Token], behind: int) -> Token | None:
    """The verb right behind a name, if it has no subject."""
    k = behind
    while k < len(tokens) and tokens[k].upos in {"AUX", "ADV", "PART"}:
        k += 1
    if k == len(tokens) or tokens[k].upos != "VERB" or tokens[k].sent != tokens[behind - 1].sent:
        return None
    return tokens[k] if not any(t.head == k and t.rel == "nsubj" for t in tokens[max(0, k - 30) : k + 1]) else None


def _placed(tokens: Sequence[Token], above: int, name: int, start: int) -> Token:
    """The second name where it belongs: in a list after "and" or a comma, else under a preposition or a verb."""
    between = tokens[above + 1 : start]
    verb = next((t for t in reversed(between) if t.upos == "VERB"), None)
    case = next((t for t in reversed(between) if t.upos == "ADP"), None)
    if verb is None:
        return replace(tokens[name], head=above, deprel="conj")
    if case is None or case.i < verb.i:
        return replace(tokens[name], head=verb.i, deprel="obj")
    noun = tokens[case.i - 1]
    head, relation = (noun.i, "nmod") if noun.upos == "NOUN" else (verb.i, "obl")
    return replace(tokens[name], head=head, deprel=relation)
