"""Sources as noun phrases: how far they reach, whether they can speak, what they are called."""

from __future__ import annotations

from parley.extract.attributions.draft import Phrase
from parley.extract.attributions.frame import Frame
from parley.lexicon import cues
from parley.model.analysis import Token

MAX_WORDS = 12
# What hangs on a noun and is no part of a source's name: what the person does, or which one it is.
NOT_NAME = frozenset(
    {"acl", "advcl", "parataxis", "cop", "aux", "nsubj", "mark", "dep", "discourse", "orphan", "advmod"}
)
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def phrase(f: Frame, head: int) -> Phrase:
    """The noun phrase around a head word: title and name, without relative clauses and asides.

    Of "Mr Orlow, the minister, who" only "Mr Orlow" stays; of "a spokeswoman for the palace, Ada Brand"
    all, since the name comes last. Never more than twelve words.
    """
    inside = _members(f, head)
    first = head
    while first - 1 in inside or (f.text(first - 1) == "-" and first - 2 in inside):
        first -= 1
    last = head + 1
    while last in inside or (f.text(last) in {"-", ",", "'", "(", ")"} and last + 1 in inside):
        last += 1
    last = _cut_aside(f, first, max(last, head + 1), head)
    first, last = _whole_name(f, first, last)
    last = _with_place(f, head, last)
    while last > head + 1 and f.a.tokens[last - 1].upos in {"PUNCT", "CCONJ", "ADP"}:
        last -= 1
    while first < head and f.a.tokens[first].upos in {"PUNCT", "CCONJ", "ADV", "SCONJ"}:
        first += 1
    return _shorten(f, head, first, last)


def _with_place(f: Frame, head: int, last: int) -> int:
    """An unnamed source takes in where it sits ("a source at the ministry"), which the tree may have hung elsewhere."""
    if last != head + 1 or singular(f.a.tokens[head]) not in cues.words("unnamed") or last + 1 >= f.bounds(head)[1]:
        return last
    if f.low(last) not in cues.words("seats") or f.low(last + 1) in cues.words("when_words"):
        return last
    k = last + 1
    while k < f.bounds(head)[1] - 1 and (_leads(f, k) or f.low(k + 1) in {"'s", "’s"} or f.low(k + 1) == "of"):
        k += 1
    noun = f.a.tokens[k]
    fits = noun.upos in {"NOUN", "PROPN"} and singular(noun) not in cues.words("documents") and k - head < MAX_WORDS - 2
    while fits and k + 1 < f.bounds(head)[1] and f.a.tokens[k + 1].upos == "PROPN":
        k += 1
    return k + 1 if fits else last


def _whole_name(f: Frame, first: int, last: int) -> tuple[int, int]:
    """A phrase that cuts a name, or a title from its name, takes the rest in ("onion dealer | Mo Okello")."""
    _, hi = f.bounds(first)
    lo = f.bounds(first)[0]
    noun = f.a.tokens[last - 1].upos == "NOUN" or _title(f, last - 1)
    if f.name_of[last - 1] != "PER" and noun and last < hi and f.name_of[last] == "PER":
        last += 1
    while last < hi and _same_name(f, last - 1, last):
        last += 1
    while first > lo and _same_name(f, first - 1, first):
        first -= 1
    if f.name_of[first] == "PER" and first > lo and _title(f, first - 1):
        first -= 1
        while first > lo and _before_title(f, first - 1, last):
            first -= 1
    return _with_outlet_noun(f, first), last


def _with_outlet_noun(f: Frame, first: int) -> int:
    """Where "the news agency Northline" begins, when the tree ties only its last word to the verb."""
    lo, _ = f.bounds(first)
    name = first + (f.text(first) == "The")
    if first == lo or name >= len(f.a.tokens) or f.a.tokens[name].upos != "PROPN":
        return first
    if singular(f.a.tokens[first - 1]) not in cues.words("outlet_nouns") or f.spoken(first - 1):
        return first
    first -= 1
    while first > lo and (f.a.tokens[first - 1].upos in {"DET", "ADJ"} or f.a.tokens[first - 1].rel == "compound"):
        first -= 1
    return first


def _before_title(f: Frame, k: int, last: int) -> bool:
    """Whether a word goes with the title behind it ("the Peruvian agriculture | minister")."""
    t = f.a.tokens[k]
    part = t.rel in {"compound", "amod"} and k < t.head < last
    return part or _title(f, k) or t.upos in {"DET", "ADJ"} or f.name_of[k] == "DEM"


def _same_name(f: Frame, left: int, right: int) -> bool:
    """Whether two neighbours belong to one name by the engine's spans, or by their capitals where it found none."""
    a, b = f.a.tokens[left], f.a.tokens[right]
    if a.upos == "PUNCT" or b.upos == "PUNCT":
        return False
    if f.name_of[left] or f.name_of[right]:
        return f.name_of[left] == f.name_of[right] and f.name_of[left] in {"PER", "ORG"}
    return a.xpos == b.xpos == "NNP" and not f.in_headline(left)


def _title(f: Frame, k: int) -> bool:
    return singular(f.a.tokens[k]) in cues.words("titles") | cues.words("unnamed") and f.a.tokens[k].upos in {
        "NOUN",
        "PROPN",
    }


def _members(f: Frame, head: int) -> set[int]:
    lo, hi = f.bounds(head)
    out, stack = {head}, [head]
    while stack:
        top = stack.pop()
        for t in f.a.children(top):
            if not lo <= t.i < hi or t.i in out:
                continue
            if t.rel == "acl" and t.upos == "ADJ" and top == head:
                pass  # "a diplomat close to the talks"
            elif t.rel in NOT_NAME:
                continue
            if t.rel == "case" and top == head:
                continue
            if t.rel == "conj" and t.upos in {"VERB", "AUX", "ADJ"}:
                continue
            out.add(t.i)
            stack.append(t.i)
    return out


def _cut_aside(f: Frame, first: int, last: int, head: int) -> int:
    """Where an aside after a comma begins; the aside stays if only it holds a name."""
    comma = next((k for k in range(first, last) if f.text(k) == ","), None)
    bracket = next((k for k in range(head + 1, last) if f.text(k) == "("), None)
    if bracket is not None and not any(f.text(k) == ")" for k in range(bracket, last)):
        return bracket
    if comma is None or comma <= head:
        return last
    if any(f.a.tokens[k].upos == "CCONJ" for k in range(comma, last)) and f.text(comma + 1).istitle():
        return last  # a list: "Egypt, Greece and Cyprus"
    own = Phrase(head, first, comma)
    if any(f.name_of[k] == "PER" and _own(f, own, k) for k in range(first, comma)) or not any(
        _named(f, k) for k in range(comma, last)
    ):
        return comma
    second = next((k for k in range(comma + 1, last) if f.text(k) == ","), last)
    ours = comma + 1 + (f.low(first) in {"one", "a", "an"} and f.a.tokens[comma + 1].upos == "DET")
    return second if f.a.tokens[min(ours, last - 1)].xpos in {"NNP", "NNPS"} else comma


def _shorten(f: Frame, head: int, first: int, last: int) -> Phrase:
    while last - first > MAX_WORDS and last - 1 > head:
        last -= 1
    return Phrase(head, max(first, last - MAX_WORDS), last)


def _named(f: Frame, k: int) -> bool:
    return f.name_of[k] in {"PER", "ORG", "LOC"} or f.a.tokens[k].xpos in {"NNP", "NNPS"}


def phrase_after(f: Frame, first: int) -> Phrase | None:
    """The noun phrase that begins at a token, read from the words where the tree does not help."""
    if not 0 <= first < len(f.a.tokens):
        return None
    _, hi = f.bounds(first)
    k = first
    while k < hi - 1 and (_leads(f, k) or f.low(k + 1) in {"'s", "’s"}):
        k += 1
    head = climb(f, k, first, hi)
    if f.a.tokens[head].upos not in {"NOUN", "PROPN", "PRON", "X", "ADJ", "NUM", "ADP"}:
        return None
    found = phrase(f, head)
    return Phrase(head, max(found.first, first), max(found.last, head + 1))


def _leads(f: Frame, k: int) -> bool:
    """Whether a word only leads up to the head of its phrase ("the chief's press": the, chief, 's)."""
    t = f.a.tokens[k]
    return t.upos in {"DET", "ADJ", "NUM", "ADV", "PART"} or t.deprel in {"compound", "amod", "nmod:poss", "nmod:desc"}


def climb(f: Frame, k: int, lo: int, hi: int) -> int:
    """From a noun up to the head of its phrase, never across a comma."""
    for _ in range(6):
        above = f.a.tokens[k].head
        if not lo <= above < hi or f.a.tokens[above].upos not in {"NOUN", "PROPN", "PRON"}:
            return k
        if any(f.text(m) == "," for m in range(min(k, above), max(k, above))):
            return k
        k = above
    return k


def can_speak(f: Frame, i: int) -> bool:
    """Whether a word can head a source: a name, a pronoun, a person, a body, a document."""
    t = f.a.tokens[i]
    if t.xpos in {"PRP", "WP"}:
        return t.text.lower() not in {"it", "what"} or t.xpos == "PRP"
    if f.name_of[i] or t.xpos in {"NNP", "NNPS"} or (len(t.text) > 1 and t.text.isupper() and not f.in_headline(i)):
        return True
    return singular(t) in cues.can_speak()


def singular(t: Token) -> str:
    """The lemma in lower case."""
    return t.lemma.lower() or t.text.lower()


def is_named(f: Frame, p: Phrase) -> bool:
    """Whether a source is a known one: a name, a body ("the ministry"), an office with "the" ("the US president")."""
    head = f.a.tokens[p.head]
    if head.xpos in {"PRP", "WP"}:
        return True
    if f.name_of[p.head] == "PER" or any(f.name_of[k] == "PER" and _own(f, p, k) for k in range(p.first, p.last)):
        return True
    if singular(head) in cues.words("unnamed") and not _definite_office(f, p):
        return False
    if head.xpos in {"NNP", "NNPS"} or f.name_of[p.head] in {"ORG", "LOC"}:
        return True
    if singular(head) in cues.words("institutions"):
        return f.low(p.first) not in {"a", "an"}
    if singular(head) in cues.words("outlet_nouns"):
        return any(_named(f, k) and _own(f, p, k) for k in range(p.head + 1, p.last))
    return _definite_office(f, p)


def _own(f: Frame, p: Phrase, k: int) -> bool:
    """Whether a name in a phrase names its head, not a possessor ("an aide to Ms Brand")."""
    head = f.a.tokens[k].head
    steps = 0
    while head >= 0 and steps < 6 and k != p.head:
        rel = f.a.tokens[k].rel
        if rel in {"nmod", "obl"} and f.a.tokens[k].deprel != "nmod:desc" and f.a.children(k, "case"):
            return False
        if k == p.head:
            return True
        k, head, steps = head, f.a.tokens[head].head, steps + 1
    return True


def _definite_office(f: Frame, p: Phrase) -> bool:
    return singular(f.a.tokens[p.head]) in cues.words("titles") and f.low(p.first) not in {"a", "an", "some", "one"}


def own_names(f: Frame, p: Phrase) -> list[int]:
    """The tokens of a phrase that name its head: of "spokesman Jo Brand of the palace" Jo and Brand."""
    return [k for k in range(p.first, p.last) if f.name_of[k] == "PER" and _own(f, p, k)]


def outlet_name(f: Frame, p: Phrase) -> bool:
    """Whether a phrase names an outlet: a known name, a name with a paper's ending, or a word such as "newspaper"."""
    words = [f.text(k) for k in range(p.first, p.last)]
    bare = words[1:] if words and words[0].lower() == "the" else words
    if " ".join(words) in cues.outlets() or " ".join(bare) in cues.outlets():
        return True
    nouns = [k for k in range(p.first, p.last) if f.low(k) in cues.words("outlet_nouns")]
    if any(_is_outlet_noun(f, p, k) for k in nouns):
        return True
    if any(" ".join(words[a:b]) in cues.outlets() for a in range(len(words)) for b in (len(words),) if b - a < 5):
        return f.name_of[p.head] != "PER"
    return (
        len(bare) > 1 and bare[-1] in cues.outlet_words("endings") and bare[0].istitle() and f.name_of[p.head] != "PER"
    )


def _is_outlet_noun(f: Frame, p: Phrase, k: int) -> bool:
    word = f.low(k)
    if word in {"press", "media"}:
        return k == p.head and any(f.a.tokens[m].upos == "ADJ" or f.low(m) == "state" for m in range(p.first, k))
    if word in {"agency", "network"}:
        return bool({f.low(m) for m in range(p.first, k)} & cues.words("agency_marks"))
    return _heads(f, p, k)


def _heads(f: Frame, p: Phrase, k: int) -> bool:
    """Whether word ``k`` is the head or stands right before the name that is ("the newspaper Dawn")."""
    return k == p.head or (
        f.a.tokens[k].head == p.head
        and f.a.tokens[k].rel in {"compound", "nmod", "appos", "flat"}
        and not (f.a.children(k, "case"))
    )
