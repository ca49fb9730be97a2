"""Words that are passed on without their source: "is said to be ill", "reportedly", "amid reports that"."""

from __future__ import annotations

from parley.extract.attributions.draft import Draft, Phrase
from parley.extract.attributions.ends import clause_end
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import can_speak, phrase
from parley.extract.attributions.subjects import subject
from parley.lexicon import cues
from parley.model.analysis import Token

OWN = frozenset({"my", "our", "your"})
REACH = 6  # words between a noun of saying and its "that"


def noun_drafts(f: Frame) -> list[Draft]:
    """One draft for each noun of saying with a that-clause: "his claim that", "a statement by the palace that"."""
    out = []
    for t in f.a.tokens:
        if t.upos == "NOUN" and not f.spoken(t.i) and t.lemma.lower() in cues.words("nouns"):
            that = _that(f, t)
            if that and that + 1 < f.body_end(t.i):
                end = clause_end(f, t.i, that + 1)
                out.append(Draft("noun of saying", t.i, (t.i, t.i + 1), _holder(f, t, that), ((that + 1, end),)))
    return out


def _that(f: Frame, t: Token) -> int:
    """The "that" which opens the clause of a noun, 0 where none does; a relative "that" has no subject of its own."""
    for k in range(t.i + 1, min(t.i + REACH + 6, f.body_end(t.i))):
        word = f.a.tokens[k]
        if word.text.lower() == "that" and word.rel == "mark":
            return k if k - t.i <= REACH or f.low(t.i + 1) in {"by", "of", "from"} else 0
        if word.upos in {"VERB", "AUX"} or word.text in {",", ";"}:
            return 0
    return 0


def _holder(f: Frame, t: Token, that: int) -> tuple[Phrase, ...]:
    """Whose words they are: the possessor, or who stands behind "by", "of", "from"; nobody where hidden."""
    for child in f.a.children(t.i, "nmod"):
        owns = child.deprel == "nmod:poss" or any(
            c.text.lower() in {"by", "of", "from"} for c in f.a.children(child.i, "case")
        )
        if owns and child.i < that and f.low(child.i) not in OWN and can_speak(f, child.i):
            return (phrase(f, child.i),)
    if f.a.tokens[t.i - 1].xpos == "POS" and can_speak(f, t.i - 2):
        return (phrase(f, t.i - 2),)
    above = f.a.tokens[t.head] if t.head >= 0 else t
    if t.rel == "obj" and above.lemma.lower() in cues.words("holding") and (who := subject(f, above.i)):
        return (who,) if can_speak(f, who.head) else ()
    return ()


def adverb_drafts(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """One draft for each "reportedly": the clause around it, from nobody in particular, unless somebody says it."""
    busy = {k for d in drafts for k in range(*f.bounds(d.at))}
    out = []
    for t in f.a.tokens:
        if t.text.lower() in cues.words("adverbs") and t.i not in busy and not f.spoken(t.i):
            head = f.a.tokens[t.head] if t.head >= 0 else t
            own = [k for k in f.a.subtree(head.i) if f.same_stretch(k, t.i)]
            if head.upos in {"VERB", "AUX"} and head.xpos != "VBG" and own:
                first = max(min(own), f.bounds(t.i)[0])
                while first < t.i and f.a.tokens[first].upos in {"PUNCT", "CCONJ", "SCONJ"}:
                    first += 1
                out.append(Draft("reportedly", t.i, (t.i, t.i + 1), (), ((first, max(own) + 1),)))
    return out
