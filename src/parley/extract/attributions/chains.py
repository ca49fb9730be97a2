"""Chains of sources: who told whom, who quotes whom, who reported it."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.attributions.draft import Draft, Phrase
from parley.extract.attributions.frame import Frame
from parley.extract.attributions.phrases import can_speak, outlet_name, phrase, phrase_after, singular
from parley.extract.attributions.subjects import subject
from parley.lexicon import cues


def with_outlets(f: Frame, d: Draft) -> Draft:
    """The draft with the sources and outlets that its own clause names beside the subject."""
    if d.cue is None or not d.sources:
        return d
    d = _heard(f, _issued(f, _citing(f, d)))
    outlets = [p for p in _beside(f, d) if not _known(d, p) and outlet_name(f, p) and not _platform(f, p)]
    if not outlets or any(outlet_name(f, s) for s in d.sources[1:]):
        return d
    return replace(d, sources=(*d.sources, outlets[0]))


def _known(d: Draft, p: Phrase) -> bool:
    return any(s.first < p.last and p.first < s.last for s in d.sources) or any(
        first <= p.head < last for first, last in d.content
    )


def _platform(f: Frame, p: Phrase) -> bool:
    return f.text(p.head) in cues.outlet_words("platforms")


def _beside(f: Frame, d: Draft) -> list[Phrase]:
    """Noun phrases of the cue's clause that may hold an outlet: hearer, "in an interview with", "as quoted by"."""
    out = [phrase(f, c.i) for c in f.a.children(d.at, "obj", "iobj", "obl")]
    lo, hi = f.bounds(d.at)
    for k in range(lo, hi):
        t = f.a.tokens[k]
        if f.spoken(k) or any(first <= k < last and d.rule != "as aside" for first, last in d.content):
            continue
        if t.lemma.lower() in {"interview", "remark", "comment", "statement", "speak", "talk"}:
            out += [phrase(f, c.i) for c in f.a.children(k, "nmod", "obl") if c.i < k + 12]
        if t.lemma.lower() in cues.words("quoting") | {"report"} and t.xpos == "VBN":
            by = next((m for m in range(k + 1, min(k + 4, hi)) if f.low(m) == "by"), None)
            if by is not None:
                out += [
                    phrase(f, m)
                    for m in range(by + 1, min(by + 6, hi))
                    if f.a.tokens[m].head <= by or (f.a.tokens[m].head >= hi or f.a.tokens[m].rel in {"obl", "nmod"})
                ][:1]
    out += _as_quoted(f, d.end)
    return [p for p in out if f.a.tokens[p.head].upos in {"NOUN", "PROPN"}]


def _as_quoted(f: Frame, end: int) -> list[Phrase]:
    """ "…", as quoted by the paper" right behind a quotation."""
    k = end
    while k < min(len(f.a.tokens) - 4, end + 3) and f.a.tokens[k].upos == "PUNCT":
        k += 1
    verb = f.a.tokens[min(k + 1, len(f.a.tokens) - 1)]
    if f.low(k) != "as" or verb.lemma.lower() not in cues.words("quoting") | {"report"} or f.low(k + 2) != "by":
        return []
    found = phrase_after(f, k + 3)
    return [found] if found else []


def _citing(f: Frame, d: Draft) -> Draft:
    """ "the agency reported, citing two diplomats": the diplomats stand nearest, the agency passes it on."""
    lo, hi = f.bounds(d.at)
    for k in range(lo, hi):
        t = f.a.tokens[k]
        if t.xpos != "VBG" or t.lemma.lower() not in cues.words("citing") or f.spoken(k):
            continue
        cited = cited_source(f, k)
        if cited is not None and not any(s.head == cited.head for s in d.sources):
            deeper = _cited_in_turn(f, cited.last, hi)
            chain = (deeper, cited) if deeper else (cited,)
            return replace(d, sources=(*chain, *d.sources), content=_without(d, k, cited.last))
    return d


def _cited_in_turn(f: Frame, first: int, hi: int) -> Phrase | None:
    """ ", which in turn cited an aide": one link more."""
    for k in range(first, min(first + 6, hi)):
        if f.a.tokens[k].lemma.lower() in cues.words("citing") and f.a.tokens[k].xpos == "VBD":
            return cited_source(f, k)
    return None


def _heard(f: Frame, d: Draft) -> Draft:
    """ "as the agency learned from the ministry": the ministry is the source, the agency passes it on."""
    if f.a.tokens[d.at].lemma.lower() not in cues.words("hearing") or f.low(d.at + 1) != "from":
        return d
    source = phrase_after(f, d.at + 2)
    return replace(d, sources=(source, *d.sources)) if source else d


def _issued(f: Frame, d: Draft) -> Draft:
    """ "they released a statement which said": who puts a document out is its source."""
    p = d.sources[0]
    t = f.a.tokens[p.head]
    if singular(t) not in cues.words("documents") or f.name_of[p.head]:
        return d
    above = f.a.tokens[t.head] if t.head >= 0 else t
    if t.rel == "obj" and above.lemma.lower() in cues.words("issuing") and above.i < p.head:
        issuer = subject(f, above.i)
        if issuer is not None and can_speak(f, issuer.head):
            return replace(d, sources=(issuer, *d.sources[1:]))
    if f.low(p.last) in {"by", "from"} and (issuer := phrase_after(f, p.last + 1)) and can_speak(f, issuer.head):
        return replace(d, sources=(issuer, *d.sources[1:]))
    return d


def cited_source(f: Frame, k: int) -> Phrase | None:
    """Who is cited by the participle at a token; None where what is cited is a reason ("citing bad weather")."""
    found = phrase_after(f, k + 1)
    if found is None or not can_speak(f, found.head):
        return None
    obj = f.a.tokens[found.head]
    named_person = f.name_of[obj.i] in {"PER", "ORG"}
    word = obj.lemma.lower()
    speaks = word in cues.words("unnamed") | cues.words("titles") | cues.words("outlet_nouns") | {
        "circle",
        "report",
        "media",
    }
    return found if named_person or speaks or outlet_name(f, found) else None


def _without(d: Draft, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The content cut before words that turned out to be a source."""
    out = []
    for a, b in d.content:
        if a <= first < b and last >= b - 1:
            b = first
        elif a <= first < b and first - a < 2:
            a = last
        if b > a:
            out.append((a, b))
    return tuple(out) or d.content


def carry_outlets(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order; who goes on speaking in the same paragraph ("he added") still speaks to the same outlet."""
    out: list[Draft] = []
    for d in drafts:
        before = out[-1] if out else None
        if before is not None and _goes_on(f, before, d):
            d = replace(d, sources=(*d.sources, before.sources[-1]))
        out.append(d)
    return out


def _goes_on(f: Frame, before: Draft, d: Draft) -> bool:
    if len(before.sources) != 2 or len(d.sources) != 1 or not outlet_name(f, before.sources[-1]):
        return False
    if f.paragraph[d.start] != f.paragraph[before.at] or f.same_stretch(d.start, before.at):
        return False
    own = d.sources[0]
    return own == before.sources[0] or (own.last - own.first == 1 and f.low(own.head) in {"he", "she"})


def merge_relayed(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """ "The radio reports that the premier said S": one attribution of S, premier first, then the radio.

    Where the content of an outlet's report is wholly another attribution (its source begins it), the
    outlet becomes the end of that chain and its own entry goes.
    """
    drafts = sorted(drafts, key=lambda d: (d.start, -d.end))
    gone: set[int] = set()
    for n, outer in enumerate(drafts):
        if not outer.sources or outer.cue is None or not outlet_name(f, outer.sources[-1]):
            continue
        for m, inner in enumerate(drafts):
            if m != n and m not in gone and _relays(f, outer, inner):
                drafts[m] = replace(inner, sources=(*inner.sources, outer.sources[-1]))
                gone.add(n)
                break
    return [d for k, d in enumerate(drafts) if k not in gone]


def _relays(f: Frame, outer: Draft, inner: Draft) -> bool:
    if inner.cue is None or not inner.sources or len(inner.sources) > 1 or not f.same_stretch(inner.at, outer.at):
        return False
    first, last = outer.content[0]
    if not first <= inner.at < last:
        return False
    begin = min(inner.sources[0].first, inner.start, inner.at)
    lead = [k for k in range(first, begin) if f.a.tokens[k].upos not in {"PUNCT", "SCONJ", "ADV", "ADP", "DET"}]
    return begin >= first and len(lead) <= 2
