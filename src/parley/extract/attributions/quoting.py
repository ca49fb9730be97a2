"""Somebody quoted by somebody else: "the BBC quoted him as saying", "was quoted as saying by"."""

from __future__ import annotations

from parley.extract.attributions.content import right_content
from parley.extract.attributions.draft import Draft, Phrase
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import can_speak, phrase
from parley.extract.attributions.subjects import subject
from parley.lexicon import cues


def quoting_drafts(f: Frame) -> list[Draft]:
    """One draft for each "quoted SOMEBODY as saying CONTENT"; the chain is that somebody, then who quotes."""
    out = []
    for t in f.a.tokens:
        if t.lemma.lower() in cues.words("quoting") and t.xpos.startswith("VB") and not f.spoken(t.i):
            saying = _as_saying(f, t.i)
            if saying and (draft := _read(f, t.i, saying)):
                out.append(draft)
    return out


def _as_saying(f: Frame, i: int) -> int:
    """The token of "saying" in "as saying" after a verb of quoting, 0 where it is not there."""
    _, hi = f.bounds(i)
    for k in range(i + 1, min(hi - 1, i + 16)):
        if f.low(k) == "as" and f.a.tokens[k + 1].xpos == "VBG" and f.a.tokens[k + 1].lemma.lower() in cues.verbs():
            return k + 1
    return 0


def _read(f: Frame, i: int, saying: int) -> Draft | None:
    cue = cues.verbs()[f.a.tokens[saying].lemma.lower()]
    content = right_content(f, saying, saying + 1, cue)
    if not content and f.text(saying + 1) != ".":
        body = f.body_end(saying)
        content = ((saying + 1, body),) if body > saying + 1 else ()
    if not content:
        content = _before(f, i)
    outer, quoted = subject(f, i), _quoted(f, i, saying)
    if f.a.tokens[i].xpos == "VBN" and quoted is None:
        outer, quoted = _by(f, i), outer
    if not content or quoted is None:
        return None
    chain: tuple[Phrase, ...] = (quoted, outer) if outer is not None and outer.head != quoted.head else (quoted,)
    return Draft("quoted as saying", saying, (i, saying + 1), chain, content)


def _quoted(f: Frame, i: int, saying: int) -> Phrase | None:
    for k in range(saying - 2, i, -1):
        t = f.a.tokens[k]
        if t.upos in {"NOUN", "PROPN", "PRON"} and can_speak(f, k) and not i < t.head < saying - 1:
            return phrase(f, k)
    return None


def _by(f: Frame, i: int) -> Phrase | None:
    for c in f.a.children(i, "obl"):
        if any(m.text.lower() == "by" for m in f.a.children(c.i, "case")):
            return phrase(f, c.i)
    return None


def _before(f: Frame, i: int) -> tuple[tuple[int, int], ...]:
    """The clause before the comma of ", the BBC quoted him as saying"."""
    lo, _ = f.bounds(i)
    comma = next((k for k in range(i, lo, -1) if f.text(k) == ","), 0)
    if not comma:
        return ()
    quote = f.quote_at(comma - 1) or f.quote_at(comma - 2)
    return ((quote.first, quote.last),) if quote else ((lo, comma),)
