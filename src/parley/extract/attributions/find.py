"""All attributions of an article, from the rules and from the engine's own spans."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.attributions.assemble import assemble
from parley.extract.attributions.chains import carry_outlets, merge_relayed, with_outlets
from parley.extract.attributions.continued import continued_drafts, free_drafts
from parley.extract.attributions.draft import Draft
from parley.extract.attributions.engine import engine_drafts
from parley.extract.attributions.frame import Frame, make_frame
from parley.extract.attributions.headlines import headline_drafts
from parley.extract.attributions.hidden import adverb_drafts, noun_drafts
from parley.extract.attributions.prepositions import preposition_drafts
from parley.extract.attributions.quoting import quoting_drafts
from parley.extract.attributions.resolve import Named
from parley.extract.attributions.signed import signed_drafts
from parley.extract.attributions.transcripts import transcript_drafts
from parley.extract.attributions.verbs import verb_drafts
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution
from parley.model.document import Document


def find_attributions(analysis: Analysis, document: Document, mentions: Named | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text, numbered ``q1``, ``q2`` … in the order of their contents.

    ``mentions`` gives the sources their actors ("he" the man it stands for); without it they have none.
    """
    headline = document.headline.end if document.headline and document.headline.start < 5 else 0
    frame = make_frame(analysis, headline)
    return assemble(frame, find_drafts(frame), mentions)


def find_drafts(f: Frame) -> list[Draft]:
    """Drafts by all rules, each stretch of content once, in text order."""
    cued = [*quoting_drafts(f), *headline_drafts(f), *verb_drafts(f), *preposition_drafts(f), *signed_drafts(f)]
    cued += transcript_drafts(f)
    drafts = unique(f, [*cued, *noun_drafts(f)])
    drafts = without_doubles(f, without_echoes(f, drafts))
    drafts += engine_drafts(f, drafts)
    drafts += adverb_drafts(f, drafts)
    drafts = merge_relayed(f, [with_outlets(f, d) for d in drafts])
    drafts = sorted(drafts, key=lambda d: (d.start, -d.end))
    drafts += continued_drafts(f, drafts)
    drafts += free_drafts(f, drafts)
    return carry_outlets(f, sorted(drafts, key=lambda d: (d.start, -d.end, d.at)))


def unique(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """One draft for a cue, and one for a content that two rules found; the earlier rule wins."""
    cues_seen: set[int] = set()
    starts: set[tuple[int, int]] = set()
    titles = [run for d in drafts if d.rule.startswith("title") for run in d.content]
    out = []
    for d in drafts:
        key = (d.start, d.end)
        if d.at in cues_seen or key in starts or any(first <= d.at < last for first, last in titles):
            continue
        cues_seen.update(range(*d.cue) if d.cue else (d.at,))
        starts.add(key)
        out.append(_trimmed(f, d))
    return out


def without_echoes(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Drafts without those by which a speaker only speaks of his own saying ("he said he hoped that")."""
    begins = {d.start: d for d in drafts}
    out = []
    for d in drafts:
        holder = begins.get(d.sources[0].first) if d.sources else None
        own = d.sources and f.low(d.sources[0].head) in {"he", "she", "it", "they"}
        if not (own and holder is not None and holder is not d and holder.at < d.at < holder.end):
            out.append(d)
    return out


def without_doubles(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Drafts without the noun that a verb of saying has as its object ("expressed their assurance that")."""
    begins = {d.start for d in drafts if d.rule != "noun of saying"}
    return [d for d in drafts if d.rule != "noun of saying" or _phrase_start(f, d.at) not in begins]


def _phrase_start(f: Frame, noun: int) -> int:
    """Where the words that lead up to a noun begin."""
    while noun > 0 and (f.a.tokens[noun - 1].upos in {"DET", "ADJ"} or f.a.tokens[noun - 1].xpos == "PRP$"):
        noun -= 1
    return noun


def _trimmed(f: Frame, d: Draft) -> Draft:
    """The content without punctuation at its ends."""
    runs = []
    for first, last in d.content:
        while first < last - 1 and f.a.tokens[first].upos == "PUNCT" and f.quote_at(first + 1) is None:
            first += 1
        while last - 1 > first and f.text(last - 1) in {",", ";", ":", "—", "–"}:
            last -= 1
        runs.append((first, last))
    return replace(d, content=tuple(runs))
