"""Titles without a verb of saying: "Minister: no plans for talks"."""

from __future__ import annotations

from parley.extract.attributions.draft import Draft
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import can_speak, phrase
from parley.lexicon import cues

LONGEST = 7  # words of a speaker before the colon


def headline_drafts(f: Frame) -> list[Draft]:
    """A speaker and a colon at the start of a title; what follows are the speaker's words."""
    end = f.headline_end
    colon = next((k for k in range(min(end, LONGEST + 1)) if f.text(k) == ":"), None)
    if not colon or colon + 2 >= end:
        return []
    head = _speaker_before(f, colon)
    if head is None:
        return []
    first = colon + 2 if f.quote_of[colon + 1] < 0 <= f.quote_of[min(colon + 2, end - 1)] else colon + 1
    quote = f.quote_at(first)
    last = quote.last if quote else end
    found = phrase(f, head)
    source = type(found)(head, 0, colon) if colon <= LONGEST else found
    return [Draft("title: speaker and colon", colon, (colon, colon + 1), (source,), ((first, last),))]


def _speaker_before(f: Frame, colon: int) -> int | None:
    """The head of the words before a colon if they are a person, an office or a body that speaks, and no more."""
    words = range(colon)
    if any(f.a.tokens[k].upos in {"VERB", "AUX", "ADP"} and f.low(k) not in {"of", "for"} for k in words):
        return None
    people = [k for k in words if f.name_of[k] == "PER"]
    if people:
        return people[-1]
    last = f.a.tokens[colon - 1]
    speaks = last.lemma.lower() in (
        cues.words("unnamed") | cues.words("titles") | cues.words("institutions") - cues.words("events")
    )
    return last.i if speaks or (f.name_of[last.i] == "ORG" and can_speak(f, last.i)) else None
