"""Name spans set right by what the lexicon knows: titles are no part of a name, and a known place is a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parley.lexicon import places, titles
from parley.model.analysis import Token, TokenSpan


def settle_names(spans: Sequence[TokenSpan], tokens: Sequence[Token]) -> tuple[TokenSpan, ...]:
    """The spans without titles before persons ("President Ana Orlow"), bodies that are known places labelled so."""
    out = []
    for span in spans:
        if span.label == "PER":
            first = _without_titles(span, tokens)
            if first < span.last:
                out.append(replace(span, first=first) if first > span.first else span)
        elif span.label == "ORG" and _is_place(" ".join(t.text for t in tokens[span.first : span.last])):
            out.append(replace(span, label="LOC"))
        else:
            out.append(span)
    return tuple(out)


def _without_titles(span: TokenSpan, tokens: Sequence[Token]) -> int:
    """The first token behind the titles of a person; "the Prince of Wales" keeps what its name hangs on."""
    first = span.first
    while first < span.last and tokens[first].text.removesuffix(".") in _leading():
        first += 1
    return first if first == span.last or tokens[first].text[:1].isupper() else span.first


@cache
def _leading() -> frozenset[str]:
    """Words that stand before a person's name and are none: "President", "president", "Prime", "Mr"."""
    words = titles.title_words() | titles.before_title()
    plain = {form for w in words if w.isalpha() for form in (w, w.capitalize())}
    return frozenset(plain | {w.removesuffix(".") for w in titles.address()})


def _is_place(words: str) -> bool:
    """Whether the lexicon knows a region by this name, which no state, body or government goes by."""
    key = places.place_key(words)
    return key in places.reviewed() or key.removeprefix("the ") in places.reviewed()
