"""Which actor a source is, and who "he" or "the source" was when no actor is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from parley.extract.attributions.documents import authors, generic, is_document
from parley.extract.attributions.draft import Draft, Phrase
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import own_names, singular
from parley.lexicon import cues, titles
from parley.lexicon.genders import gender
from parley.model.mention import Actor

PERSONAL = frozenset({"he", "she"})
GROUPS = frozenset({"they", "it", "both"})
DEFINITE = frozenset({"the", "this", "same"})
REACH = 2  # paragraphs back in which "he" finds the last speaker
SHORT_PHRASE = 3  # words of a phrase that only points back ("the same source")


class Named(Protocol):
    """What this room needs of the mentions room."""

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actors that the noun phrase headed by a token denotes."""
        ...


def _may_be(actor: Actor, pronoun: str) -> bool:
    """Whether "he" or "she" can be an actor, by the name and the words of the office."""
    told = gender(actor.name)
    words = [w.lower() for w in (actor.role or actor.name).split()]
    told = told or next((g for w in words if (g := titles.gendered().get(w))), "")
    return told in {"", "m" if pronoun == "he" else "f"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A source with its actor (or None) and the words that name it best, which may stand earlier in the text."""

    phrase: Phrase
    actor: Actor | None


class Resolver:
    """Resolves sources in text order; what was resolved helps with what follows."""

    def __init__(self, f: Frame, mentions: Named | None) -> None:
        self.f = f
        self.mentions = mentions
        self.last: dict[str, Resolved] = {}
        self.by_word: dict[str, Resolved] = {}

    def chain(self, d: Draft) -> tuple[Resolved, ...]:
        """The resolved sources of one draft."""
        out = tuple(self.resolve(p, d.start) for p in d.sources)
        if out:
            self._remember(out[0])
        return out

    def resolve(self, p: Phrase, at: int) -> Resolved:
        """The actor of a source by the mentions; for a pronoun or "the source" without one, whoever spoke last."""
        if p.last - p.first == 1 and self.f.low(p.head) == "they" and (several := self._several(at)):
            return several
        if goes_on := self._still_speaking(p, at):
            return goes_on
        actor = self._actor(p) or self._author(p)
        if actor is not None:
            return Resolved(p, actor)
        before = self._antecedent(p, at)
        if before is None:
            return Resolved(p, None)
        return Resolved(p, before.actor) if before.actor is not None else before

    def _still_speaking(self, p: Phrase, at: int) -> Resolved | None:
        """ "He added", "it reads": who spoke last, where nobody else was brought in since."""
        word = self.f.low(p.head)
        if p.last - p.first > 1 or word not in PERSONAL | {"it"}:
            return None
        last = self.last.get("person" if word in PERSONAL else "group")
        if last is None or last.actor is None or self.f.paragraph[at] - self.f.paragraph[last.phrase.head] > REACH:
            return None
        if word in PERSONAL and (not _may_be(last.actor, word) or self._brought_in(last, p)):
            return None
        return Resolved(p, last.actor)

    def _brought_in(self, last: Resolved, p: Phrase) -> bool:
        """Whether another person is named, outside quotations, between the last speaker and a pronoun."""
        if self.mentions is None or last.actor is None:
            return False
        for k in range(last.phrase.last, p.head):
            if self.f.spoken(k) or self.f.a.tokens[k].upos == "PRON":
                continue
            found = self.mentions.actors_of(k)
            if len(found) == 1 and found[0].kind == "person" and found[0].id != last.actor.id:
                return True
        return False

    def _several(self, at: int) -> Resolved | None:
        """ "They" right after words of several speakers are those speakers."""
        found = self.last.get("several")
        if found is None or self.f.paragraph[at] - self.f.paragraph[found.phrase.head] > 1:
            return None
        return found

    def _actor(self, p: Phrase) -> Actor | None:
        if self.mentions is None:
            return None
        found = self.mentions.actors_of(p.head)
        if found:
            return found[0] if len(found) == 1 else found[-1]
        for k in own_names(self.f, p):
            if named := self.mentions.actors_of(k):
                return named[-1]
        return None

    def _author(self, p: Phrase) -> Actor | None:
        """Of a document the person or body that it comes from."""
        if self.mentions is None or not is_document(self.f, p):
            return None
        for k in authors(self.f, p):
            if found := self.mentions.actors_of(k):
                return found[-1]
        body = self.last.get("group")
        again = self.f.low(p.first) in DEFINITE and p.last - p.first <= SHORT_PHRASE
        near = body is not None and self.f.paragraph[p.head] - self.f.paragraph[body.phrase.head] <= REACH
        return body.actor if body is not None and again and near and generic(self.f, p) else None

    def _antecedent(self, p: Phrase, at: int) -> Resolved | None:
        word = self.f.low(p.head)
        if p.last - p.first == 1 and word in PERSONAL | GROUPS:
            found = self.last.get("person" if word in PERSONAL else "group")
            near = found is not None and self.f.paragraph[at] - self.f.paragraph[found.phrase.head] <= REACH
            return found if near else None
        if p.last - p.first <= SHORT_PHRASE and self.f.low(p.first) in DEFINITE:
            return self.by_word.get(singular(self.f.a.tokens[p.head]))
        return None

    def _remember(self, r: Resolved) -> None:
        head = self.f.a.tokens[r.phrase.head]
        if head.xpos == "PRP" and r.actor is None:
            return
        self.last["person" if self._is_person(r) else "group"] = r
        p = r.phrase
        many = head.xpos in {"NNS", "NNPS"} or any(self.f.low(k) == "and" for k in range(p.first, p.last))
        if many:
            self.last["several"] = r
        elif head.xpos != "PRP":
            self.last.pop("several", None)
        words = [singular(head)] if head.xpos != "PRP" else []
        if r.actor is not None and r.actor.role:
            words += [w.lower() for w in r.actor.role.split()]
        for k in range(r.phrase.first, r.phrase.last):
            if self.f.low(k) in cues.words("titles") | cues.words("unnamed"):
                words.append(self.f.low(k))
        for word in words:
            self.by_word[word] = r

    def _is_person(self, r: Resolved) -> bool:
        if r.actor is not None:
            return r.actor.kind == "person"
        head = self.f.a.tokens[r.phrase.head]
        if head.text.lower() in PERSONAL or self.f.name_of[r.phrase.head] == "PER":
            return True
        return singular(head) in cues.words("unnamed") | cues.words("titles") and head.xpos not in {"NNS", "NNPS"}
