"""From drafts to attributions: characters, kinds, actors, nesting, numbers."""

from __future__ import annotations

from typing import Literal

from parley.extract.attributions.draft import Draft
from parley.extract.attributions.frame import Frame, is_mark
from parley.extract.attributions.phrases import is_named, outlet_name
from parley.extract.attributions.resolve import Named, Resolved, Resolver
from parley.model.attribution import Attribution, Source
from parley.model.span import Span


def assemble(f: Frame, drafts: list[Draft], mentions: Named | None) -> tuple[Attribution, ...]:
    """Attributions ``q1`` … of drafts given in text order."""
    outer, resolver = _nesting(drafts), Resolver(f, mentions)
    return tuple(
        Attribution(
            id=f"q{n + 1}",
            chain=tuple(_source(f, r) for r in resolver.chain(d)),
            cue=Span.of(f.a.text, *f.a.chars(*d.cue)) if d.cue else None,
            content=tuple(Span.of(f.a.text, *f.a.chars(*run)) for run in d.content),
            kind=_kind(f, d),
            within=_id(outer[n]),
        )
        for n, d in enumerate(drafts)
    )


def _id(n: int | None) -> str | None:
    return None if n is None else f"q{n + 1}"


def _source(f: Frame, r: Resolved) -> Source:
    p = r.phrase
    start, end = f.a.chars(p.first, p.last)
    kind: Literal["speaker", "outlet"] = "outlet" if outlet_name(f, p) else "speaker"
    person = r.actor is not None and r.actor.kind == "person"
    return Source(f.a.text[start:end], start, end, r.actor.id if r.actor else None, kind, person or is_named(f, p))


def _kind(f: Frame, d: Draft) -> Literal["direct", "indirect", "mixed"]:
    """Direct if every word stands between quotation marks, mixed if some do."""
    words = [k for first, last in d.content for k in range(first, last) if f.a.tokens[k].upos != "PUNCT"]
    inside = sum(f.quote_of[k] >= 0 for k in words)
    if words and inside == len(words):
        return "direct"
    marks = any(is_mark(f.a.tokens[k]) and f.text(k) not in {"'", "’"} for a, b in d.content for k in range(a, b))
    return "mixed" if inside and (marks or inside > 0) else "indirect"


def _nesting(drafts: list[Draft]) -> list[int | None]:
    """For each draft the smallest draft whose content holds its own content and cue."""
    out: list[int | None] = [None] * len(drafts)
    stack: list[int] = []
    for n, d in enumerate(drafts):
        stack = [m for m in stack if drafts[m].end > d.start]
        holders = [m for m in stack if _holds(drafts[m], d)]
        out[n] = min(holders, key=lambda m: drafts[m].end - drafts[m].start, default=None)
        stack.append(n)
    return out


def _holds(outer: Draft, inner: Draft) -> bool:
    return any(
        first <= inner.start and inner.end <= last and (first, last) != (inner.start, inner.end)
        for first, last in outer.content
    )
