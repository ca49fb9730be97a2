"""Analyses written by hand, so that all that stands behind the engine is tested with no model.

Two ways in. :func:`tree` takes rows ``word tag relation head`` (Penn tag; head counted from 1 within its
sentence, 0 the root) and is for whatever reads trees; :func:`flat` takes plain text, tags it crudely and
leaves it without a tree, which is enough for what reads words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model.analysis import Analysis, Sentence, Token, TokenSpan
from parley.model.document import Document
from parley.model.mention import Actor, Place
from parley.model.span import Span

SENTENCE, PARAGRAPH = "", "¶"
BE = {"is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "has": "have", "had": "have"}
LEMMAS = BE | {"does": "do", "did": "do", "'s": "'s", "n't": "not"}
UPOS = {"NN": "NOUN", "JJ": "ADJ", "RB": "ADV", "RP": "ADP", "CD": "NUM", "CC": "CCONJ", "MD": "AUX", "EX": "PRON"}
UPOS |= {"VB": "VERB", "FW": "X", "UH": "INTJ"}
FEATURES = {
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBZ": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VB": "VerbForm=Inf",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "VerbForm=Ger",
    "MD": "VerbForm=Fin",
}
TO_THE_LEFT = re.compile(r"['’](s|re|ll|d)|n['’]t|[,.;:?!)”»…]")
TO_THE_RIGHT = frozenset("(“«")


def tree(*rows: str, names: Mapping[str, str] | None = None, spans: Sequence[tuple[str, str]] = ()) -> Analysis:
    """Sentences with trees.

    A row may hold several tokens divided by ``|``; ``""`` ends a sentence, ``"¶"`` a paragraph too. A word is
    its own lemma in small letters unless the row says ``met/meet``. ``names`` maps words to the label of a
    name, ``spans`` lists (label, words) of attribution spans.
    """
    made = _Text()
    for row in rows:
        if row in {SENTENCE, PARAGRAPH}:
            made.end_sentence("\n\n" if row else " ")
            continue
        for cell in row.split(" | "):
            made.add(*cell.split())
    made.end_sentence("")
    found = [s for w, label in (names or {}).items() for s in runs(made.tokens, w, label)]
    said = [next(runs(made.tokens, w, label)) for label, w in spans]
    return Analysis(
        made.text,
        tuple(made.tokens),
        tuple(made.sentences),
        tuple(sorted(found, key=lambda s: s.first)),
        tuple(sorted(said, key=lambda s: s.first)),
    )


@dataclass
class _Text:
    """A text as it grows."""

    text: str = ""
    gap: str = ""
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quoted: bool = False

    @property
    def first(self) -> int:
        """The first token of the open sentence."""
        return self.sentences[-1].last if self.sentences else 0

    def add(self, word: str, tag: str, relation: str, head: str) -> None:
        """One token, spaced as in print; a hyphen (tag HYPH) joins what stands around it."""
        form, _, lemma = word.partition("/")
        closes = form == '"' and self.quoted
        joins = tag == "HYPH"
        self.text += "" if TO_THE_LEFT.fullmatch(form) or closes or joins else self.gap
        start, i = len(self.text), len(self.tokens)
        self.text += form
        self.quoted ^= form == '"'
        self.gap = "" if joins or form in TO_THE_RIGHT or (form == '"' and self.quoted) else " "
        lemma = lemma or LEMMAS.get(form.lower(), form.lower())
        above = self.first + int(head) - 1 if int(head) else -1
        where = (upos(form, tag, relation), tag, FEATURES.get(tag, "_"), lemma, above, relation, len(self.sentences))
        self.tokens.append(Token(i, start, len(self.text), form, *where))

    def end_sentence(self, gap: str) -> None:
        """Close the open sentence; ``gap`` parts it from the next."""
        if len(self.tokens) > self.first:
            self.sentences.append(Sentence(len(self.sentences), self.first, len(self.tokens)))
            self.gap = gap


def upos(word: str, tag: str, relation: str) -> str:
    """The universal tag that goes with a Penn tag and a relation, as in the English treebanks."""
    if tag in {"NNP", "NNPS"}:
        return "PROPN"
    if tag[0] in "PW" and tag != "POS":
        return "ADV" if tag == "WRB" else "PRON"
    if tag == "POS" or (tag == "TO" and relation != "case") or word.lower() in {"not", "n't"}:
        return "PART"
    if tag in {"IN", "TO"}:
        return "SCONJ" if relation == "mark" else "ADP"
    if tag == "DT":
        return "DET" if relation.startswith("det") else "PRON"
    if relation.startswith("aux") or relation == "cop":
        return "AUX"
    return UPOS.get(tag[:2], "PUNCT")


def runs(tokens: Sequence[Token], words: str, label: str) -> Iterator[TokenSpan]:
    """Every run of tokens with these words."""
    wanted = words.split()
    for i in range(len(tokens) - len(wanted) + 1):
        if [t.text for t in tokens[i : i + len(wanted)]] == wanted:
            yield TokenSpan(i, i + len(wanted), label)


AUXILIARIES = {"will", "would", "may", "might", "could", "should", "must", "shall"}
PAST = {"met", "said", "held", "spoke", "was", "were", "had", "began", "fell", "left", "took", "told", "saw", "flew"}
PRESENT = {"meets", "opens", "is", "are", "begins", "says", "has", "have", "holds", "need", "needs"}
INFINITIVES = {"meet", "speak", "return", "sit", "fly"}
PREPOSITIONS = {"in", "on", "at", "for", "by", "of", "from", "before", "after", "since", "until", "with", "within"}
PREPOSITIONS |= {"during"}
DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
PIECE = re.compile(r"[^\n.!?]+(?:\.(?=\w|[^\S\n]+[a-z\d])[^\n.!?]*)*[.!?]*")


def flat(text: str, names: Mapping[str, str] | None = None) -> Analysis:
    """Tokens with crude tags and no tree; sentences are cut after full stops that end a word, and at line ends."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for piece in PIECE.finditer(text):
        first = len(tokens)
        for m in re.finditer(r"\w+|[^\w\s]", piece[0]):
            start, (universal, penn) = piece.start() + m.start(), _by_look(m[0].lower())
            features = FEATURES.get(penn, "_")
            where = (universal, penn, features, m[0].lower(), -1, "dep", len(sentences))
            tokens.append(Token(len(tokens), start, start + len(m[0]), m[0], *where))
        if len(tokens) > first:
            sentences.append(Sentence(len(sentences), first, len(tokens)))
    found = tuple(TokenSpan(t.i, t.i + 1, (names or {})[t.text]) for t in tokens if t.text in (names or {}))
    return Analysis(text, tuple(tokens), tuple(sentences), found)


def _by_look(word: str) -> tuple[str, str]:
    """Universal and Penn tag of a word in small letters."""
    for words, tags in (
        (AUXILIARIES, ("AUX", "MD")),
        (PAST, ("VERB", "VBD")),
        (PRESENT, ("VERB", "VBZ")),
        (INFINITIVES, ("VERB", "VB")),
        ({"to"}, ("PART", "TO")),
        (PREPOSITIONS, ("ADP", "IN")),
        (DETERMINERS, ("DET", "DT")),
    ):
        if word in words:
            return tags
    if word.endswith("ed") and len(word) > 4:
        return "VERB", "VBD"
    if word.isdigit():
        return "NUM", "CD"
    if not word[0].isalnum():
        return "PUNCT", "."
    return ("NOUN", "NNS") if word.endswith("s") else ("NOUN", "NN")


def document(text: str | Analysis, published: str | None = None, headline: str | None = None) -> Document:
    """The document of a text, with the title at its head where there is one."""
    words = text if isinstance(text, str) else text.text
    title = Span.of(words, 0, len(headline)) if headline else None
    return Document("d", "hand-made", words, published=published, title=headline, headline=title)


@dataclass(frozen=True)
class Named:
    """Actors and places by token, as the mentions of a text would give them."""

    by_token: Mapping[int, Actor]
    places: Mapping[int, Place] = field(default_factory=dict)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor once."""
        return tuple(dict.fromkeys(self.by_token.values()))

    def actors_of(self, token: int) -> tuple[Actor, ...]:
        """The actor that a token names."""
        return (self.by_token[token],) if token in self.by_token else ()

    def place_at(self, first: int, last: int) -> Place | None:
        """The place that a token run names."""
        return next((self.places[i] for i in range(first, last) if i in self.places), None)


def named(a: Analysis, *who: str | Actor, places: Sequence[str] = ()) -> Named:
    """Every token that is the last word of an actor's or place's name; a bare name is a country's."""
    made = [w if isinstance(w, Actor) else Actor(f"a{k}", w, "country", country=code(w)) for k, w in enumerate(who)]
    there = [Place(f"p{k}", w) for k, w in enumerate(places)]
    acting = {t.i: x for t in a.tokens for x in made if t.text == x.name.split()[-1]}
    return Named(acting, {t.i: p for t in a.tokens for p in there if t.text == p.name})


def code(country: str) -> str:
    """The code of an invented country: its first three letters."""
    return country[:3].upper()
